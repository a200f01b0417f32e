"""Armed actors at a visit: the army and the police nearly everywhere, armed groups in their corner."""

from __future__ import annotations

from random import Random
from typing import Any

from demo_sites import weighted
from demo_tables import (
    ARMED_GROUPS,
    ARMY,
    BEHAVIOURS,
    FOREIGN_GROUPS,
    FREQUENCIES,
    MINE_POLICE,
    POLICE,
)

NONE = "Aucun"
CALM, UNRULY = "Pas d’ingérence constatée", "Éléments indisciplinés"
LOCAL, FOREIGN = "Groupe armé local", "Groupe armé étranger"
# Share of 1 among the answers, and share of blanks, per behaviour of an interfering actor.
_SHARES = {
    "taxation": (0.80, 0.01),
    "commerce_taxation": (0.14, 0.28),
    "entrance_taxation": (0.16, 0.42),
    "monopoly": (0.18, 0.02),
    "buying_minerals": (0.14, 0.08),
    "digging": (0.18, 0.04),
    "forced_labour": (0.10, 0.08),
    "pillaging": (0.12, 0.04),
    "pit_ownership": (0.26, 0.38),
}

_ASKED_SINCE = {"commerce_taxation": "2016-11", "entrance_taxation": "2016-11", "pit_ownership": "2017-01"}


def actor_answers(rng: Random, rebel: float, day: str, off_site: bool = False) -> dict[str, Any]:
    """presence, interference and the three slots; rebel 0..1 is the grip of armed groups on the place."""
    if rng.random() < (0.15 if off_site else 0.05):
        return {}
    slots = 3 if day >= "2015-05" else 2
    answers: dict[str, Any] = {"presence": 0, "interference": 0}
    for slot in range(1, slots + 1):
        answers[f"type_armed_group{slot}"] = NONE if slot == 1 or rng.random() < 0.8 else None
    if rng.random() > 0.38 + 0.42 * rebel:
        if rng.random() < 0.06:
            answers |= {f"{behaviour}_armed_group1": 0 for behaviour in BEHAVIOURS}
        return answers
    answers["presence"] = 1
    count = 1 + (rng.random() < 0.26) + (rng.random() < 0.08)
    for slot in range(1, min(count, slots) + 1):
        name, kind = _actor(rng, rebel, slot)
        answers |= {f"armed_group{slot}": name, f"type_armed_group{slot}": kind}
        if rng.random() < 0.9:
            answers[f"frequency_armed_group{slot}"] = weighted(rng, FREQUENCIES)
        interferes = not kind.endswith(CALM)
        answers["interference"] = max(answers["interference"], int(interferes))
        answers |= _behaviours(rng, slot, interferes, day)
    return answers


def _actor(rng: Random, rebel: float, slot: int) -> tuple[str, str]:
    if rng.random() < 0.04 + 0.8 * rebel:
        if rng.random() < 0.1:
            return weighted(rng, FOREIGN_GROUPS), FOREIGN
        return weighted(rng, ARMED_GROUPS), LOCAL
    first, later = {ARMY: 82, POLICE: 9, MINE_POLICE: 9}, {ARMY: 3, POLICE: 60, MINE_POLICE: 22}
    kind = weighted(rng, first if slot == 1 else later)
    if kind == MINE_POLICE:
        return kind, f"PMH - {UNRULY}"
    unruly = rng.random() < (0.68 if kind == ARMY else 0.35)
    return kind, f"{kind} - {UNRULY if unruly else CALM}"


def _behaviours(rng: Random, slot: int, interferes: bool, day: str) -> dict[str, Any]:
    flags: dict[str, Any] = {}
    for behaviour, (share, blank) in _SHARES.items():
        if day < _ASKED_SINCE.get(behaviour, "2013") or rng.random() < blank:
            continue
        flags[f"{behaviour}_armed_group{slot}"] = int(interferes and rng.random() < share)
    key = f"pit_ownership_armed_group{slot}"
    if key in flags and rng.random() < 0.12:
        flags[key] = "dontknow"
    if interferes and 1 not in flags.values() and rng.random() < 0.9:
        flags[f"taxation_armed_group{slot}"] = 1
    return flags
