"""What became of the areas of a layer: left out, changed or only noted, by rule, with their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd
import shapely

from ..columns import int_column, text_column
from ..wording import say, to_say
from . import geodesy

NAME_SEPARATOR = "; "
SLIVER_M2 = 1.0
Account = dict[str, list[str]]
"""Rule -> labels of the areas concerned."""

DROPPED_COLUMNS = (
    text_column("rule", "code of the rule"),
    text_column("action", "left_out, second_tier, changed or noted"),
    text_column("what", "the rule in words"),
    int_column("count", "areas concerned"),
    text_column("names", "their names with their keys in brackets"),
)
# rule -> action and words, in the order of the table; second-tier rules are left out unless asked for.
RULES = {
    "proposed": ("left_out", to_say("second tier: only proposed")),
    "status_unknown": ("left_out", to_say("second tier: status not reported")),
    "status_other": ("left_out", to_say("second tier: a status that is not among those kept")),
    "biosphere": (
        "left_out",
        to_say("second tier: UNESCO-MAB biosphere reserve, whose outer zones may be unprotected"),
    ),
    "no_geometry": ("left_out", to_say("no geometry")),
    "no_numbers": ("left_out", to_say("coordinates that are no numbers")),
    "point_without_area": ("left_out", to_say("point without a reported area")),
    "circle_too_large": (
        "left_out",
        to_say("point whose circle would reach over a pole or much of the globe"),
    ),
    "not_areal": ("left_out", to_say("line, or nothing areal left after repair")),
    "sliver": ("left_out", to_say("smaller than a square metre")),
    "erased": ("left_out", to_say("covered by areas that come before it (area totals only)")),
    "circle": ("changed", to_say("point taken as a circle of its reported area; boundary approximate")),
    "dateline": ("changed", to_say("cut at the 180th meridian, or moved within 180 degrees")),
    "repaired": ("changed", to_say("invalid polygon repaired")),
    "parts_dropped": ("changed", to_say("lines or points beside polygons dropped")),
    "sliver_parts": ("changed", to_say("parts smaller than a square metre dropped")),
    "zones_merged": ("changed", to_say("zones of one site merged")),
    "overlaps_erased": (
        "changed",
        to_say("overlap with areas that come before it erased (area totals only)"),
    ),
    "dissolved": ("changed", to_say("dissolved into one area (area totals only)")),
    "status_absent": ("noted", to_say("the layer has no field of status; taken as designated")),
    "key_repeated": ("noted", to_say("several rows have this key")),
}


def add(account: Account, rule: str, labels: Iterable[str]) -> None:
    """Note areas under one of RULES."""
    account.setdefault(rule, []).extend(labels)


def account_table(account: Account, second_tier: bool) -> pd.DataFrame:
    """DROPPED_COLUMNS, a row per rule that concerned any area; second_tier: these areas were kept."""
    rows = []
    for rule, (action, what) in RULES.items():
        labels = account.get(rule, [])
        if labels:
            is_kept = second_tier and what.startswith("second tier")
            action = "second_tier" if is_kept else action
            rows.append((rule, action, say(what), len(labels), NAME_SEPARATOR.join(labels)))
    table = pd.DataFrame(rows, columns=[column.name for column in DROPPED_COLUMNS])
    return table.astype({"count": "Int64"})


def drop_slivers(
    polygons: np.ndarray,
    labels: np.ndarray,
    account: Account,
    progress: Callable[[float], None] = lambda fraction: None,
) -> None:
    """Take parts of less than SLIVER_M2 out of the polygons (degrees, changed in place) and name the areas.

    An area of nothing else becomes None. progress: called with 0..1; what it raises ends the work.
    """
    for block in geodesy.blocks_of(polygons):
        progress(block.start / max(len(polygons), 1))
        parts, row = shapely.get_parts(polygons[block], return_index=True)
        is_sliver = geodesy.area_ha(parts) * 1e4 < SLIVER_M2
        for number in np.unique(row[is_sliver]).tolist():
            of_area = slice(*np.searchsorted(row, [number, number + 1]))
            large = parts[of_area][~is_sliver[of_area]]
            add(account, "sliver_parts" if len(large) else "sliver", [labels[block][number]])
            polygons[block.start + number] = shapely.union_all(large) if len(large) else None
