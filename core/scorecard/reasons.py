"""The answers behind a score, as JSON text.

One object an item that applies: item, answer, points [lowest, highest], weight, date. The answer is a
code or a count; a list where several are possible (or, of frequency, given); "unknown" where none is.
An answer older than wished has also stale: "mark", or "unknown" where it counts as unknown for its age.
One object a cap that acts: cap (a level), item, answer, certain.
"""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from .as_of import Dates
from .scheme_model import Scheme
from .score import CapEffect, ItemPoints, Scored
from .stale import Ageing, dates_of
from .variables import UNKNOWN_CODE, Answers, CountAnswer

_POINT_DECIMALS = 4


def reasons_of(
    scored: Scored, answers: Answers, dates: Dates, scheme: Scheme, ageing: Ageing | None = None
) -> npt.NDArray:
    """(n,) JSON texts, None where the dimension does not apply. dates: (n,) of the visits."""
    parts = [_item_texts(points, answers, dates, scheme, ageing) for points in scored.items]
    parts += [_cap_texts(effect, scheme) for effect in scored.caps]
    texts = ["[" + ", ".join(filter(None, row)) + "]" for row in zip(*parts)]
    texts = np.array([*texts, None], dtype=object)[:-1]
    texts[~np.any([points.applies for points in scored.items], axis=0)] = None
    return texts


def _item_texts(
    points: ItemPoints, answers: Answers, dates: Dates, scheme: Scheme, ageing: Ageing | None
) -> list[str | None]:
    """The object of one item for each row; rows with the same answer share its making."""
    answer = answers[points.item.var]
    is_count = isinstance(answer, CountAnswer)
    ends = (answer.low, answer.high) if is_count else (answer.mask, answer.mask)
    distinct = pd.DataFrame(
        {
            "start": np.where(np.isnan(ends[0]), -1, ends[0]) if is_count else ends[0],
            "end": np.where(np.isnan(ends[1]), -1, ends[1]) if is_count else ends[1],
            "low": points.low,
            "high": points.high,
            "is_stale": False if ageing is None else ageing.is_stale(answer, dates),
        }
    )
    group = distinct.groupby(list(distinct), sort=False).ngroup().to_numpy()
    heads = []
    for start, end, low, high, is_stale in distinct.drop_duplicates().itertuples(index=False):
        words = _count_words(start, end) if is_count else _code_words(int(start), scheme, points.item.var)
        content = {
            "item": points.item.var,
            "answer": words,
            "points": [_number(low), _number(high)],
            "weight": _number(points.item.weight),
        }
        if is_stale:
            content["stale"] = ageing.counts_as
        heads.append(json.dumps(content, ensure_ascii=False)[:-1])
    days = dates_of(answer, dates)
    day_group, day_numbers = pd.factorize(days.astype("datetime64[D]").astype(np.int64))
    written = np.datetime_as_string(day_numbers.astype("datetime64[D]"))
    tails = [', "date": null}' if day == "NaT" else f', "date": "{day}"}}' for day in written]
    return [
        heads[head] + tails[tail] if applies else None
        for head, tail, applies in zip(group.tolist(), day_group.tolist(), points.applies.tolist())
    ]


def _cap_texts(effect: CapEffect, scheme: Scheme) -> list[str | None]:
    texts = {}
    for certain in (True, False):
        content = [
            {
                "cap": scheme.levels[effect.cap.level - 1].code,
                "item": name,
                "answer": codes[0] if len(codes) == 1 else list(codes),
                "certain": certain,
            }
            for name, codes in effect.cap.when.items()
        ]
        texts[certain] = ", ".join(json.dumps(part, ensure_ascii=False) for part in content)
    return [
        texts[sure] if possible else None
        for sure, possible in zip(effect.sure.tolist(), effect.possible.tolist())
    ]


def _code_words(mask: int, scheme: Scheme, var: str) -> Any:
    words = [code for place, code in enumerate(scheme.codes(var)) if mask >> place & 1]
    if not words:
        return UNKNOWN_CODE
    return words[0] if len(words) == 1 else words


def _count_words(low: float, high: float) -> Any:
    if low < 0:
        return UNKNOWN_CODE
    return _number(low) if low == high else [_number(low), _number(high)]


def _number(value: float) -> float | int:
    rounded = round(float(value), _POINT_DECIMALS)
    return int(rounded) if rounded == int(rounded) else rounded
