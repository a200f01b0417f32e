"""What one answer says about others: nobody armed means no group, no forced labour and no levies.

Answers on armed and state actors are drawn from the same actors (armed.py), so a changed one changes the
rest. All other answers stand for themselves.
"""

from __future__ import annotations

from collections.abc import Mapping

from .variables import ARMED_INFLUENCE

NO_ACTS = 0  # of breadth, a count

_NOBODY = {
    "presence": ("no",),
    "armed_influence": ("none",),
    "armed_group": ("no",),
    "group_influence": ("none",),
    "state_influence": ("none",),
    "forced_labour": ("no",),
    "illegal_levies": ("no",),
    "breadth": (NO_ACTS,),
}
_SOMEBODY = {"presence": ("yes",)}
_NO_GROUP = {"armed_group": ("no",), "group_influence": ("none",)}
_BY_STATE_ONLY = ("none", "state_present", "state_economic", "state_grave")
_GROUPS = ("nsag_present", "nsag_active")

# (variable, answer) -> variable -> the answers it leaves. A single one is what it becomes; of several, none
# that is held now means that the answer cannot stand by itself.
_FOLLOWS: dict[tuple[str, object], Mapping[str, tuple[object, ...]]] = {
    ("presence", "no"): _NOBODY,
    ("presence", "yes"): {"armed_influence": ARMED_INFLUENCE[1:]},
    ("armed_influence", "none"): _NOBODY,
    ("armed_influence", "state_present"): {
        **_NOBODY,
        **_SOMEBODY,
        "armed_influence": ("state_present",),
        "state_influence": ("state_present",),
    },
    ("armed_influence", "state_economic"): {
        **_SOMEBODY,
        **_NO_GROUP,
        "state_influence": ("state_economic",),
    },
    ("armed_influence", "nsag_present"): {
        **_SOMEBODY,
        "armed_group": ("yes",),
        "group_influence": ("nsag_present",),
    },
    ("armed_influence", "state_grave"): {
        **_SOMEBODY,
        "group_influence": ("none", "nsag_present"),
        "state_influence": ("state_grave",),
    },
    ("armed_influence", "nsag_active"): {
        **_SOMEBODY,
        "armed_group": ("yes",),
        "group_influence": ("nsag_active",),
    },
    ("armed_group", "no"): {"group_influence": ("none",), "armed_influence": _BY_STATE_ONLY},
    ("armed_group", "yes"): {
        **_SOMEBODY,
        "group_influence": _GROUPS,
        "armed_influence": ("nsag_present", "state_grave", "nsag_active"),
    },
    ("group_influence", "none"): {"armed_group": ("no",), "armed_influence": _BY_STATE_ONLY},
    ("group_influence", "nsag_present"): {
        **_SOMEBODY,
        "armed_group": ("yes",),
        "armed_influence": ("nsag_present", "state_grave"),
    },
    ("group_influence", "nsag_active"): {
        **_SOMEBODY,
        "armed_group": ("yes",),
        "armed_influence": ("nsag_active",),
    },
    ("state_influence", "none"): {"armed_influence": ("none", *_GROUPS)},
    ("state_influence", "state_present"): {**_SOMEBODY, "armed_influence": ("state_present", *_GROUPS)},
    ("state_influence", "state_economic"): {**_SOMEBODY, "armed_influence": ("state_economic", *_GROUPS)},
    ("state_influence", "state_grave"): {**_SOMEBODY, "armed_influence": ("state_grave", "nsag_active")},
    ("forced_labour", "yes"): _SOMEBODY,
    ("illegal_levies", "yes"): _SOMEBODY,
}


def follows(variable: str, answer: object) -> Mapping[str, tuple[object, ...]]:
    """Variable -> answers that remain possible, for the other variables that an answer speaks of."""
    told = _FOLLOWS.get((variable, answer), {})
    return {name: answers for name, answers in told.items() if name != variable}
