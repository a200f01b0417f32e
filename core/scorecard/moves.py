"""What a site's answers to one dimension become when some of them turn out, or are made, to be others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .scheme_model import Cap, Dimension, Item, Scheme
from .score import Interval, Levels
from .scored_answers import NEITHER, POSSIBLE, SURE, ScoredAnswers, scored_again
from .variables import UNKNOWN_CODE, variable
from .what_follows import follows

Answer = object  # a code, or the least count of a step


@dataclass(frozen=True)
class State:
    """The answers of one row to one dimension, as ScoredAnswers has them. cells, applies: k; caps: c."""

    dimension: Dimension
    cells: tuple[int, ...]
    applies: tuple[bool, ...]
    caps: tuple[int, ...]


def state_at(answers: ScoredAnswers, row: int) -> State:
    """The state of one row."""
    return State(
        answers.dimension,
        tuple(answers.cells[:, row].tolist()),
        tuple(answers.applies[:, row].tolist()),
        tuple(answers.caps[:, row].tolist()),
    )


def score_states(states: Sequence[State], scheme: Scheme) -> tuple[Interval, Levels]:
    """Interval and levels of states of one dimension, n of them at once."""
    dim = states[0].dimension
    cells = np.array([state.cells for state in states], dtype=np.int64).T
    applies = np.array([state.applies for state in states], dtype=bool).T
    caps = np.array([state.caps for state in states], dtype=np.int64).reshape(len(states), len(dim.caps)).T
    return scored_again(dim, cells, applies, caps, scheme)


def answers_of_cells(item: Item, cells: int) -> tuple[Answer, ...]:
    """The answers that are left open; all of them where it is unknown."""
    named = item.codes or item.steps
    left = tuple(name for place, name in enumerate(named) if cells >> place & 1 and name != UNKNOWN_CODE)
    return left or tuple(name for name in named if name != UNKNOWN_CODE)


def known_answers(state: State, is_old: Sequence[bool] = ()) -> dict[str, tuple[Answer, ...]]:
    """Variable -> answers that what is known leaves open: items that are answered, their conditions, and
    the conditions of caps that surely act.

    is_old: (k,) items that no longer tell anything; caps, whose age is not known, do not either then.
    """
    known: dict[str, tuple[Answer, ...]] = {}
    if not any(is_old):
        for cap, sureness in zip(state.dimension.caps, state.caps):
            if sureness == SURE:
                known.update(cap.when)
    counted = [applies and not (is_old and is_old[place]) for place, applies in enumerate(state.applies)]
    for item, counts in zip(state.dimension.items, counted):
        if counts:
            known.update(item.when)
    for item, cells, counts in zip(state.dimension.items, state.cells, counted):
        if counts and cells:
            known[item.var] = answers_of_cells(item, cells)
    return known


def fits(var: str, answer: Answer, known: Mapping[str, tuple[Answer, ...]]) -> bool:
    """Whether an answer can be true beside what is known of other questions."""
    return all(
        other not in known or any(one in answers for one in known[other])
        for other, answers in follows(var, answer).items()
    )


def moved(state: State, moves: Mapping[str, Answer], scheme: Scheme) -> State | None:
    """The state after answers have become others, with what follows from them (what_follows.py).

    None where they contradict each other, or what remains: armed groups cannot be gone while one is the
    worst actor.
    """
    told = _told(moves)
    if told is None:
        return None
    items = state.dimension.items
    cells = list(state.cells)
    touched = set(told)
    for place, item in enumerate(items):
        if item.var in moves:
            cells[place] = _cells_for(item, cells[place], moves[item.var])
        elif item.var in told and (state.applies[place] or cells[place]):
            held = answers_of_cells(item, cells[place])
            left = [answer for answer in held if answer in told[item.var]]
            if not left and len(told[item.var]) > 1:
                return None
            cells[place] = sum(1 << _place(item, answer) for answer in set(left or told[item.var]))
    applies = tuple(
        _applies(item, now, told) if touched.intersection(item.when) else now
        for item, now in zip(items, state.applies)
    )
    touched |= {item.var for item, now, was in zip(items, applies, state.applies) if now != was}
    after = State(state.dimension, tuple(cells), applies, state.caps)
    caps = tuple(
        _sureness(cap, now, after, told, scheme) if touched.intersection(cap.when) else now
        for cap, now in zip(state.dimension.caps, state.caps)
    )
    return State(state.dimension, tuple(cells), applies, caps)


def _told(moves: Mapping[str, Answer]) -> dict[str, tuple[Answer, ...]] | None:
    """What the moves and what follows from them say; None where they contradict each other."""
    told: dict[str, tuple[Answer, ...]] = {var: (answer,) for var, answer in moves.items()}
    for var, answer in moves.items():
        for other, answers in follows(var, answer).items():
            held = told.get(other, answers)
            told[other] = tuple(one for one in held if one in answers)
            if not told[other]:
                return None
    return told


def _cells_for(item: Item, cells: int, answer: Answer) -> int:
    bit = 1 << _place(item, answer)
    if not variable(item.var).several or UNKNOWN_CODE not in item.codes:
        return bit
    open_bit = 1 << item.codes.index(UNKNOWN_CODE)
    return bit | (cells & ~open_bit if cells & open_bit else 0)


def _place(item: Item, answer: Answer) -> int:
    if item.codes:
        return item.codes.index(answer)
    return int(np.searchsorted(item.steps, answer, side="right")) - 1


def _applies(item: Item, now: bool, told: Mapping[str, tuple[Answer, ...]]) -> bool:
    """Whether an item applies where a condition has been told; what else it hangs on is not known."""
    surely = all(set(told[name]) <= set(codes) for name, codes in item.when.items() if name in told)
    if not surely:
        return False
    all_told = all(name in told for name in item.when)
    return now or (all_told and not (item.countries or item.skip_not_asked))


def _sureness(
    cap: Cap, now: int, state: State, told: Mapping[str, tuple[Answer, ...]], scheme: Scheme
) -> int:
    sureness = []
    by_var = {item.var: place for place, item in enumerate(state.dimension.items)}
    for name, codes in cap.when.items():
        if name in by_var:
            place = by_var[name]
            item, cells = state.dimension.items[place], state.cells[place]
            sureness.append(_item_triggers(item, cells, codes) if state.applies[place] else NEITHER)
        elif name in told:
            held = set(told[name])
            sureness.append(SURE if held <= set(codes) else POSSIBLE if held & set(codes) else NEITHER)
        else:
            sureness.append(now if now or len(cap.when) == 1 else POSSIBLE)
    return min(sureness)


def _item_triggers(item: Item, cells: int, codes: tuple[str, ...]) -> int:
    trigger = sum(1 << item.codes.index(code) for code in set(codes) if code in item.codes)
    if variable(item.var).several:
        open_bit = 1 << item.codes.index(UNKNOWN_CODE)
        return SURE if cells & trigger else POSSIBLE if not cells or cells & open_bit else NEITHER
    if cells and not cells & ~trigger:
        return SURE
    return POSSIBLE if not cells or cells & trigger else NEITHER
