"""The result in a table: sites by class, by administrative unit, and the largest clusters with their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from .categories import ISOLATED, UNDEFINED
from .cluster_columns import SUMMARY_COLUMNS

LARGEST = 5
_DTYPES = {"text": object, "int": "Int64", "real": "float64"}


def cluster_summary(
    sites: pd.DataFrame, units: pd.DataFrame, labels: Mapping[int, str], largest: int = LARGEST
) -> pd.DataFrame:
    """SUMMARY_COLUMNS of sites with lisa_cluster, lisa_group (0 in none), lisa_reason ('' if used), pcode and name.

    units: within and unit, a row a site. labels: words by class, in the order of the table. Shares are of the sites
    tested: with a value and a neighbour. Each site counts once among the classes, the reasons and the units.
    """
    classes = sites["lisa_cluster"].to_numpy(dtype=np.int64)
    is_tested = ~np.isin(classes, (UNDEFINED, ISOLATED))
    rows: list[dict[str, object]] = []
    for code, label in labels.items():
        n = int((classes == code).sum())
        share = n / is_tested.sum() if is_tested.any() and code not in (UNDEFINED, ISOLATED) else None
        rows.append({"kind": "class", "lisa_cluster": code, "lisa_label": label, "sites": n, "share": share})
    reasons = sites["lisa_reason"][sites["lisa_reason"] != ""]
    for reason, n in reasons.value_counts().sort_index().items():
        rows.append({"kind": "left_out", "reason": reason, "sites": int(n)})
    rows += _by_unit(classes, is_tested, units, labels)
    rows += _clusters(sites, units, labels, largest)
    rows.append({"kind": "total", "sites": len(sites)})
    table = pd.DataFrame(rows, columns=[column.name for column in SUMMARY_COLUMNS])
    return table.astype({column.name: _DTYPES[column.kind] for column in SUMMARY_COLUMNS})


def _by_unit(
    classes: np.ndarray, is_tested: np.ndarray, units: pd.DataFrame, labels: Mapping[int, str]
) -> list[dict[str, object]]:
    table = pd.DataFrame(
        {
            "within": units["within"].fillna("").to_numpy(object),
            "unit": units["unit"].fillna("").to_numpy(object),
            "code": classes,
            "tested": is_tested,
        }
    )
    tested = table.groupby(["within", "unit"])["tested"].sum()
    rows = []
    for (within, unit, code), n in table.groupby(["within", "unit", "code"], sort=True).size().items():
        of_unit = int(tested[(within, unit)])
        rows.append(
            {
                "kind": "unit",
                "lisa_cluster": int(code),
                "lisa_label": labels.get(int(code), ""),
                "within": within or None,
                "unit": unit or None,
                "sites": int(n),
                "share": int(n) / of_unit if of_unit and code not in (UNDEFINED, ISOLATED) else None,
            }
        )
    return rows


def _clusters(
    sites: pd.DataFrame, units: pd.DataFrame, labels: Mapping[int, str], largest: int
) -> list[dict[str, object]]:
    group = sites["lisa_group"].to_numpy(dtype=np.int64)
    names = site_names(sites)
    rows = []
    for rank in range(1, min(largest, int(group.max(initial=0))) + 1):
        members = np.flatnonzero(group == rank)
        code = int(sites["lisa_cluster"].iloc[members[0]])
        counted = units["unit"].iloc[members].fillna("").value_counts()
        lies_in = sorted(counted.items(), key=lambda entry: (-entry[1], entry[0]))
        rows.append(
            {
                "kind": "cluster",
                "rank": rank,
                "lisa_cluster": code,
                "lisa_label": labels.get(code, ""),
                "unit": ", ".join(f"{unit} ({n})" for unit, n in lies_in if unit) or None,
                "sites": len(members),
                "names": ", ".join(sorted((names[member] for member in members), key=str.casefold)),
            }
        )
    return rows


def site_names(sites: pd.DataFrame) -> Sequence[str]:
    """The name of each site, its key where it has none."""
    if "name" not in sites:
        return sites["pcode"].astype(str).tolist()
    return sites["name"].where(sites["name"].notna(), sites["pcode"]).astype(str).tolist()
