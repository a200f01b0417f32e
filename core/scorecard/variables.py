"""The answers a scheme may ask for: their names, codes and how several of them combine.

Codes of one answer are the alternatives it leaves open: {nsag_active, nsag_present} is "one of these
two". Variables with `several` hold codes that are all true at once; the worst of them counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

SERVICE_PREFIX = "service_"
UNKNOWN_CODE = "unknown"
OTHER_COUNTRY = "other"
ARMED_INFLUENCE = ("none", "state_present", "state_economic", "nsag_present", "state_grave", "nsag_active")
NO_PROGRAMME = "none"
LISTED_PROGRAMME = "itsci_listed"
GROUP_INFLUENCE = ("none", "nsag_present", "nsag_active")
STATE_INFLUENCE = ("none", "state_present", "state_economic", "state_grave")
# The codes of the vocabularies, so that a misspelt one is not taken for an answer that never comes.
SERVICES = (
    "saemape",
    "divmines",
    "pmh",
    "antifraud",
    "chiefdom",
    "local",
    "rev_prov",
    "rev_nat",
    "anr",
    "env",
    "energy",
    "pnc",
    "explosives",
    "company",
    "admin",
    "migration",
    "ceec",
    "oblc",
    "mines_admin",
    "mining_brigade",
    "local_authorities",
    "gendarmerie",
    "kimberley",
    "health",
    "education",
    "other",
)
ACTOR_CLASSES = (
    "none",
    "police_no_interf",
    "army_no_interf",
    "private_security",
    "state_actor",
    "army",
    "army_no_data",
    "unknown",
    "police_interf",
    "minepolice_interf",
    "army_interf",
    "self_defence",
    "armed_group",
    "nsag_local",
    "nsag_foreign",
)
MINERALS = (
    "gold",
    "cassiterite",
    "coltan",
    "diamond",
    "cobalt",
    "wolframite",
    "tourmaline",
    "copper",
    "manganese",
    "silver",
    "lead",
    "monazite",
    "amethyst",
    "bauxite",
    "digenite",
    "arsenopyrite",
    "chrome",
    "iron",
    "quartz",
    "titanium",
    "zircon",
    "coal",
    "niobium",
    "pyrochlore",
    "sapphire",
    "carbone",
    "other",
)


@dataclass(frozen=True)
class Variable:
    """What may be answered.

    codes: all answers, empty for counts. several: codes hold together, not instead of each other.
    is_open: a scheme may add codes (a country's own programmes, say).
    """

    codes: tuple[str, ...] = ()
    several: bool = False
    is_open: bool = False

    @property
    def is_count(self) -> bool:
        return not self.codes


@dataclass(frozen=True)
class CodeAnswer:
    """n answers in codes.

    mask: (n,) int64, one bit for each code in the order of the variable's codes; 0 where unknown.
    asked: (n,) bool, the question was in the form. date: (n,) datetime64[D], NaT where it is the visit's.
    stale: (n,) bool, too old to count: it gives no points and no cap, but still says what applies.
    """

    mask: npt.NDArray[np.int64]
    asked: npt.NDArray[np.bool_]
    date: npt.NDArray[np.datetime64] | None = None
    stale: npt.NDArray[np.bool_] | None = None

    @property
    def is_known(self) -> npt.NDArray[np.bool_]:
        return self.mask != 0


@dataclass(frozen=True)
class CountAnswer:
    """n counts between low and high: (n,) float64, NaN where unknown. asked, stale: as in CodeAnswer."""

    low: npt.NDArray[np.float64]
    high: npt.NDArray[np.float64]
    asked: npt.NDArray[np.bool_]
    stale: npt.NDArray[np.bool_] | None = None

    @property
    def is_known(self) -> npt.NDArray[np.bool_]:
        return (self.low >= 0) & (self.high >= self.low)


Answers = Mapping[str, "CodeAnswer | CountAnswer"]

_YES_NO = Variable(("yes", "no"))
_ACCESS = Variable(("carmoto", "less2h", "more2h"))
_CARE = Variable(("yes", "partly", "no"))

_VARIABLES = {
    "presence": _YES_NO,
    "armed_influence": Variable(ARMED_INFLUENCE),  # from good to bad: the worst actor is the last one
    "armed_group": _YES_NO,
    "group_influence": Variable(GROUP_INFLUENCE),  # of armed groups alone
    "state_influence": Variable(STATE_INFLUENCE),  # of army, police and guards alone
    "forced_labour": _YES_NO,
    "illegal_levies": _YES_NO,  # taken by armed or state actors
    "breadth": Variable(),
    "frequency": Variable(("1", "2", "3", "4", "5", UNKNOWN_CODE), several=True),
    "children": _YES_NO,
    "mercury": _YES_NO,
    "accidents": Variable(("none", "injured", "dead")),
    "protective_equipment": _CARE,
    "sanitation": _CARE,
    "qualification": Variable(
        (
            "green",
            "yellow",
            "blue",
            "red",
            "expired_green",
            "expired_yellow",
            "lapsed_blue",
            "not_classified",
            "none",
        )
    ),
    "designated": _YES_NO,
    "traceability": Variable(
        ("itsci", LISTED_PROGRAMME, "itsci_suspended", "better_mining", "itoa", NO_PROGRAMME), is_open=True
    ),
    "traceable": _YES_NO,
    "title_class": Variable(("zea_active", "cooperative", "other_active", "none", "prohibited")),
    "cooperative": _YES_NO,
    "workers": Variable(),
    "mechanisation": Variable(("low", "medium", "high")),
    "access_dry": _ACCESS,
    "access_wet": _ACCESS,
    "is_gold": _YES_NO,
    "is_3t": _YES_NO,
    "country": Variable((OTHER_COUNTRY,), is_open=True),
}


def variable(name: str) -> Variable | None:
    """The variable of that name; service_CODE asks whether the service CODE was listed."""
    if name.startswith(SERVICE_PREFIX):
        return _YES_NO if name[len(SERVICE_PREFIX) :] in SERVICES else None
    return _VARIABLES.get(name)


def variable_names() -> tuple[str, ...]:
    """All names."""
    return (*_VARIABLES, *(f"{SERVICE_PREFIX}{code}" for code in SERVICES))
