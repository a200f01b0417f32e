"""Answers on armed and state actors: influence, groups, forced labour, breadth and frequency.

Rules 1 to 4 of the default scheme: an open flag is taken both as yes and as no; an actor said not to
interfere is believed where flags are blank; what no column asks is left out.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..tables import BEHAVIOURS, NO, NOT_ASKED, YES
from .scheme_model import Rules
from .variables import ARMED_INFLUENCE, GROUP_INFLUENCE, STATE_INFLUENCE, CodeAnswer, CountAnswer

_NONE, _STATE_PRESENT, _STATE_ECONOMIC, _NSAG_PRESENT, _STATE_GRAVE, _NSAG_ACTIVE = (
    1 << place for place in range(len(ARMED_INFLUENCE))
)
_INTERFERES = _STATE_ECONOMIC | _NSAG_PRESENT | _STATE_GRAVE | _NSAG_ACTIVE
_ANY_ACTOR = _INTERFERES | _STATE_PRESENT
_LOWEST_BIT = np.array([0] + [(m & -m).bit_length() - 1 for m in range(1, 1 << len(ARMED_INFLUENCE))])
_FREQUENCY_OPEN = 1 << 5
_MASK_YES, _MASK_NO = 1, 2
LEVIES = ("taxation", "commerce_taxation", "entrance_taxation")
_FLAGS = ("no", "yes", "unknown", NOT_ASKED)
_UNCLASSED = ("unknown", "no_data")
_Bits = npt.NDArray[np.int64]
_Truth = npt.NDArray[np.bool_]


def armed_answers(
    rows: pd.DataFrame, actors: pd.DataFrame | None, rules: Rules
) -> dict[str, CodeAnswer | CountAnswer]:
    """Answers to presence, armed_influence, armed_group, group_influence, state_influence, forced_labour,
    illegal_levies, breadth and frequency.

    rows: visit_id (unique), presence, interference, actor_class. actors: the atlas table, or None when
    not given: then a visit's own actor_class stands for all its actors, with every behaviour open. A
    recorded actor is a presence, whatever the answer to presence says.
    """
    n = len(rows)
    found = _Actors(rows, actors, rules)
    presence = _words(rows, "presence")
    interference = _words(rows, "interference")
    is_present = (presence == YES) | found.any(np.ones(len(found.row), dtype=bool))
    is_absent = (presence == NO) & ~is_present
    always = np.ones(n, dtype=bool)
    return {
        "presence": CodeAnswer(
            np.where(is_present, _MASK_YES, np.where(is_absent, _MASK_NO, 0)).astype(np.int64),
            is_present | (presence != NOT_ASKED),
        ),
        "armed_influence": CodeAnswer(_influence(found, is_present, is_absent, interference), always),
        "armed_group": CodeAnswer(_armed_group(found, is_absent, interference), always),
        "group_influence": CodeAnswer(
            _influence_of("group", found, is_present, is_absent, interference), always
        ),
        "state_influence": CodeAnswer(
            _influence_of("state", found, is_present, is_absent, interference), always
        ),
        "forced_labour": _any_behaviour(("forced_labour",), found, is_absent),
        "illegal_levies": _any_behaviour(LEVIES, found, is_absent),
        "breadth": _breadth(found, always),
        "frequency": CodeAnswer(found.frequencies, always),
    }


class _Actors:
    """The actors of n visits: (m,) arrays sorted by visit, and ways to gather them by visit."""

    def __init__(self, rows: pd.DataFrame, actors: pd.DataFrame | None, rules: Rules) -> None:
        self.n = len(rows)
        if actors is None:
            actors = _named_on_visits(rows)
        row = pd.Index(rows["visit_id"]).get_indexer(pd.Index(actors["visit_id"]))
        row[actors["visit_id"].isna().to_numpy()] = -1
        kind, conduct = _classes(actors["actor_class"], rules)
        kept = np.flatnonzero((row >= 0) & (kind != "none"))
        kept = kept[np.argsort(row[kept], kind="stable")]
        self.row = row[kept]
        self.kind, self.conduct = kind[kept], conduct[kept]
        self._starts = np.flatnonzero(np.diff(self.row, prepend=-1))
        flags = np.column_stack([_flags(actors, name)[kept] for name in BEHAVIOURS])
        blank_is_no = (self.conduct == "no_interference")[:, None] & (flags == _FLAGS.index("unknown"))
        self.flags = np.where(blank_is_no, _FLAGS.index("no"), flags)
        self.influence = self._influence_bits(rules)
        best = _LOWEST_BIT[self.influence]
        self.best = self.highest(best, -1)
        self.frequencies = self._frequency_bits(actors, kept, best)

    def union(self, bits: _Bits) -> _Bits:
        """(n,) the bits of each visit's actors taken together."""
        gathered = np.zeros(self.n, dtype=np.int64)
        if len(bits):
            gathered[self.row[self._starts]] = np.bitwise_or.reduceat(bits, self._starts)
        return gathered

    def highest(self, values: _Bits, nobody: int = 0) -> _Bits:
        """(n,) the highest value among each visit's actors."""
        gathered = np.full(self.n, nobody, dtype=np.int64)
        if len(values):
            gathered[self.row[self._starts]] = np.maximum.reduceat(values, self._starts)
        return gathered

    def any(self, truth: _Truth) -> _Truth:
        """(n,) whether it is true of any of the visit's actors."""
        return self.union(truth.astype(np.int64)) > 0

    def is_flag(self, word: str) -> _Truth:
        """(m, behaviours) where the flag is this word."""
        return self.flags == _FLAGS.index(word)

    def _influence_bits(self, rules: Rules) -> _Bits:
        grave = np.array([name in rules.grave_behaviours for name in BEHAVIOURS])
        yes, is_open, asked = self.is_flag("yes"), self.is_flag("unknown"), ~self.is_flag(NOT_ASKED)
        acts, grave_acts = yes.any(axis=1), yes[:, grave].any(axis=1)
        may_act = is_open.any(axis=1) | ~asked.any(axis=1)
        may_be_grave = is_open[:, grave].any(axis=1) | ~asked[:, grave].any(axis=1)
        grave_bit = np.where(may_be_grave, _STATE_GRAVE, 0)
        interferes = np.where(grave_acts, _STATE_GRAVE, _STATE_ECONOMIC | grave_bit)
        quiet = _STATE_PRESENT | np.where(may_act, _STATE_ECONOMIC, 0) | grave_bit
        return np.select(
            [
                self.kind == "group",
                (self.kind == "state") & (self.conduct == "interference"),
                (self.kind == "state") & (self.conduct == "no_interference"),
                (self.kind == "state") & (self.conduct == "by_behaviour"),
                self.kind == "state",
            ],
            [
                np.where(acts, _NSAG_ACTIVE, _NSAG_PRESENT | np.where(may_act, _NSAG_ACTIVE, 0)),
                interferes,
                _STATE_PRESENT | np.where(acts, _STATE_ECONOMIC, 0),
                np.where(acts, interferes, quiet),
                np.full(len(self.row), _STATE_PRESENT | _STATE_ECONOMIC),
            ],
            _ANY_ACTOR,
        ).astype(np.int64)

    def _frequency_bits(self, actors: pd.DataFrame, kept: npt.NDArray[np.intp], best: _Bits) -> _Bits:
        if "frequency" in actors:
            rank = actors["frequency"].astype("Float64").to_numpy(float, na_value=np.nan)[kept]
        else:
            rank = np.full(len(kept), np.nan)
        known = (rank >= 1) & (rank <= 5)
        bits = np.where(known, 1 << (np.where(known, rank, 1).astype(np.int64) - 1), _FREQUENCY_OPEN)
        worst = best == self.best[self.row]
        gathered = self.union(np.where(worst, bits, 0))
        gathered[gathered == _FREQUENCY_OPEN] = 0
        return gathered


def _influence(found: _Actors, is_present: _Truth, is_absent: _Truth, interference: npt.NDArray) -> _Bits:
    is_typed = found.any(found.kind != "unknown")
    at_or_worse = ~((1 << np.maximum(found.best, 0)) - 1)
    typed = found.union(found.influence) & at_or_worse
    # `interference` follows from type and acts, so it is only heard where no type is known.
    untyped = np.select(
        [is_absent, interference == YES, (interference == NO) & is_present, interference == NO, is_present],
        [_NONE, _INTERFERES, _STATE_PRESENT, _STATE_PRESENT | _NONE, _ANY_ACTOR],
        0,
    )
    return np.where(is_typed, typed, untyped).astype(np.int64)


def _armed_group(found: _Actors, is_absent: _Truth, interference: npt.NDArray) -> _Bits:
    is_group = found.any(found.kind == "group")
    may_be_group = found.any(found.kind == "unknown") | (found.best < 0)
    # A group interferes by being there (asm-data.md section 5), so "no interference" excludes one.
    is_open = may_be_group & ~is_absent & (interference != NO)
    return np.where(is_group, _MASK_YES, np.where(is_open, 0, _MASK_NO)).astype(np.int64)


def _influence_of(
    kind: str, found: _Actors, is_present: _Truth, is_absent: _Truth, interference: npt.NDArray
) -> _Bits:
    """What actors of one kind do, whoever else is there: bits of GROUP_INFLUENCE or STATE_INFLUENCE.

    An actor of unknown kind may be of this one, so that none and worse than what is known stay open.
    """
    names = GROUP_INFLUENCE if kind == "group" else STATE_INFLUENCE
    own = [1 << ARMED_INFLUENCE.index(name) for name in names]
    is_kind, is_unclear = found.kind == kind, found.kind == "unknown"
    of_kind = np.where(is_kind, found.influence, 0)
    best = found.highest(np.where(is_kind, _LOWEST_BIT[of_kind], 0))
    typed = found.union(of_kind) & ~((1 << best) - 1)
    unclear, untyped = found.any(is_unclear), found.best < 0
    typed = np.where(unclear & (typed != 0), typed | (sum(own[1:]) & ~((1 << best) - 1)), typed)
    # A group interferes by being there, so "no interference" excludes one and leaves soldiers or police.
    if kind == "group":
        quiet = np.full(found.n, _NONE)
    else:
        quiet = np.where(is_present, _STATE_PRESENT, _NONE | _STATE_PRESENT)
    open_answer = np.where(interference == NO, quiet, 0)
    answer = np.select(
        [typed != 0, is_absent, unclear | untyped],
        [typed, np.full(found.n, _NONE), open_answer],
        _NONE,
    )
    return sum(((answer & bit) != 0).astype(np.int64) << place for place, bit in enumerate(own))


def _any_behaviour(names: tuple[str, ...], found: _Actors, is_absent: _Truth) -> CodeAnswer:
    """Whether any actor shows any of these behaviours; no only where all that was asked is answered."""
    places = [BEHAVIOURS.index(name) for name in names]
    is_yes = found.any(found.is_flag("yes")[:, places].any(axis=1))
    asked = found.any((~found.is_flag(NOT_ASKED)[:, places]).any(axis=1)) | (found.best < 0)
    unanswered = found.any(found.is_flag("unknown")[:, places].any(axis=1))
    is_open = unanswered | ((found.best < 0) & ~is_absent) | ~asked
    return CodeAnswer(np.where(is_yes, _MASK_YES, np.where(is_open, 0, _MASK_NO)).astype(np.int64), asked)


def _breadth(found: _Actors, always: _Truth) -> CountAnswer:
    yes, is_open = found.is_flag("yes"), found.is_flag("unknown")
    known = np.zeros(found.n)
    possible = np.zeros(found.n)
    for place in range(len(BEHAVIOURS)):
        seen = found.any(yes[:, place])
        known += seen
        possible += seen | found.any(is_open[:, place])
    unheard = ~found.any((~found.is_flag(NOT_ASKED)).any(axis=1))
    return CountAnswer(np.where(unheard, np.nan, known), np.where(unheard, np.nan, possible), always)


def _classes(values: pd.Series, rules: Rules) -> tuple[npt.NDArray, npt.NDArray]:
    place, names = pd.factorize(values)
    pairs = [rules.actor_classes.get(name, _UNCLASSED) for name in names] + [_UNCLASSED]
    kind = np.array([pair[0] for pair in pairs], dtype=object)
    conduct = np.array([pair[1] for pair in pairs], dtype=object)
    return kind[place], conduct[place]  # place -1 is the last pair


def _flags(actors: pd.DataFrame, name: str) -> npt.NDArray[np.int8]:
    if name not in actors:
        return np.full(len(actors), _FLAGS.index(NOT_ASKED), dtype=np.int8)
    place = pd.Categorical(actors[name], categories=_FLAGS).codes
    return np.where(place < 0, _FLAGS.index("unknown"), place).astype(np.int8)


def _named_on_visits(rows: pd.DataFrame) -> pd.DataFrame:
    """The worst class that each visit names, as its one actor of whom nothing else is known."""
    classes = _words(rows, "actor_class")
    named = ~np.isin(classes.astype(str), ("none", "unknown", NOT_ASKED, "None", "nan"))
    actors = pd.DataFrame(
        {"visit_id": rows["visit_id"].to_numpy(object)[named], "actor_class": classes[named]}
    )
    return actors.assign(**dict.fromkeys(BEHAVIOURS, "unknown"))


def _words(rows: pd.DataFrame, name: str) -> npt.NDArray:
    return rows[name].to_numpy(object) if name in rows else np.full(len(rows), NOT_ASKED, dtype=object)
