"""What a public table still tells: what became of each group, rows like no other, answers that a place gives away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from ..columns import Column
from .allow_list import LEVEL, SITE
from .groups import Settled

_ANSWERS = ("yes", "no")


def groups_told(
    settled: Settled,
    levels: list[np.ndarray],
    names: list[np.ndarray],
    groups: tuple[str, ...],
    cells: list[str],
    sites: np.ndarray,
) -> list[dict[str, Any]]:
    """A dict for each finest group: its places, rows, sites, and what became of it."""
    rows = pd.DataFrame({"group": levels[0], "site": sites, "level": settled.level})
    first = rows.reset_index().groupby("group")["index"].first()
    told = rows.groupby("group").agg(
        rows=("site", "size"), sites=("site", "nunique"), level=("level", "first")
    )
    said = []
    for place, n_rows, n_sites, level in zip(
        first.tolist(), told["rows"].tolist(), told["sites"].tolist(), told["level"].tolist()
    ):
        said.append(
            {
                "place": {name: str(words[place]) for name, words in zip(groups, names)},
                "cell": cells[place],
                "rows": n_rows,
                "sites": n_sites,
                "level": level,
                "small": bool(settled.small[place]),
                "hiding": bool(settled.hiding[place]),
            }
        )
    return said


def same_answers(
    frame: pd.DataFrame, columns: Sequence[Column], groups: tuple[str, ...]
) -> dict[str, dict[str, int]]:
    """Groups in which every row has one and the same yes or no, by field and answer."""
    texts = [c.name for c in columns if c.kind == "text" and frame[c.name].isin(_ANSWERS).any()]
    place = [*groups, *([LEVEL] if LEVEL in frame else [])]
    keys = [frame[name] for name in place] + [frame[axis].fillna(999.0) for axis in ("longitude", "latitude")]
    found: dict[str, dict[str, int]] = {}
    for name in texts:
        answers = frame[name].fillna("").groupby(keys)
        whole = answers.first()[answers.nunique() == 1]
        found[name] = {answer: int((whole == answer).sum()) for answer in _ANSWERS}
    return found


def rows_alone(frame: pd.DataFrame, columns: Sequence[Column]) -> int:
    """Rows that no other row is like in all that is published but the site's number."""
    shown = [c.name for c in columns if c.name != SITE]
    if not len(frame):
        return 0
    texts = frame[[*dict.fromkeys([*shown, "longitude", "latitude"])]].astype(object)
    texts = texts.where(texts.notna(), "").astype(str)
    return int((~texts.duplicated(keep=False)).sum())
