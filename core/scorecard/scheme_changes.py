"""What differs between two scheme documents, question by question."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .scheme_model import LOWEST

# Writing a default out changes the text of a scheme, not what it says.
_DEFAULTS = {"unknown": [0, 1], "rule": "mean", "enabled": True, "not_asked": "unknown", "caps": []}


@dataclass(frozen=True)
class Difference:
    """One setting that differs. before, after: values of the documents, None where it is absent.

    dimension, item: ids of dimension and question, '' for settings of the scheme and of the dimension.
    key: the way below them, such as ("w",), ("points", "yes") or ("caps", condition as JSON, "level"); empty
    where the dimension or the question as a whole was added or taken out.
    """

    dimension: str
    item: str
    key: tuple[str, ...]
    before: Any
    after: Any


def scheme_differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    """Differences between two scheme documents, in the order of the second one.

    Dimensions are the same by id, questions by variable, knock-outs by their condition. The order of
    dimensions and questions is no difference, nor is a default that is written out.
    """
    found = _changed_values("", "", (), _without(before, "dimensions"), _without(after, "dimensions"))
    old, new = _by(before["dimensions"], "id"), _by(after["dimensions"], "id")
    for name in _in_order(new, old):
        if name not in old or name not in new:
            found.append(Difference(name, "", (), old.get(name), new.get(name)))
            continue
        found += _changed_values(
            name, "", (), _without(old[name], "items", "caps"), _without(new[name], "items", "caps")
        )
        found += _changed_values(name, "", ("caps",), _caps(old[name]), _caps(new[name]))
        old_items, new_items = _by(old[name]["items"], "var"), _by(new[name]["items"], "var")
        for var in _in_order(new_items, old_items):
            if var not in old_items or var not in new_items:
                found.append(Difference(name, var, (), old_items.get(var), new_items.get(var)))
            else:
                found += _changed_values(name, var, (), old_items[var], new_items[var])
    return found


def weight_shares(dimension: Mapping[str, Any]) -> list[float]:
    """Shares (0..1) of the questions' weights in their sum, in order; the document of one dimension.

    With the rule "lowest" all are 0: the worst answer decides and weights do not exist.
    """
    if dimension.get("rule") == LOWEST:
        return [0.0] * len(dimension["items"])
    weights = [float(item["w"]) for item in dimension["items"]]
    total = sum(weights)
    return [weight / total if total > 0 else 0.0 for weight in weights]


def next_version(version: str) -> str:
    """The version with its last number raised: 1.0 -> 1.1, 2 -> 3, draft -> draft.1."""
    numbers = list(re.finditer(r"[0-9]+", version))
    if not numbers:
        return f"{version.strip()}.1"
    last = numbers[-1]
    return f"{version[: last.start()]}{int(last.group()) + 1}{version[last.end() :]}"


def _without(document: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in document.items() if key not in keys}


def _by(entries: Sequence[Mapping[str, Any]], key: str) -> dict[str, Mapping[str, Any]]:
    return {entry[key]: entry for entry in entries}


def _caps(dimension: Mapping[str, Any]) -> dict[str, Any]:
    """Knock-outs by the condition that makes them act."""
    return {json.dumps(cap["when"], sort_keys=True): cap for cap in dimension.get("caps", [])}


def _in_order(first: Mapping[str, Any], second: Mapping[str, Any]) -> list[str]:
    return [*first, *(name for name in second if name not in first)]


def _changed_values(
    dimension: str, item: str, key: tuple[str, ...], before: Any, after: Any
) -> list[Difference]:
    """Differences below a key, as deep as both sides are objects."""
    if before == after:
        return []
    if not (isinstance(before, Mapping) and isinstance(after, Mapping)):
        return [Difference(dimension, item, key, before, after)]
    found = []
    for name in _in_order(after, before):
        old, new = (side.get(name, _DEFAULTS.get(name)) for side in (before, after))
        found += _changed_values(dimension, item, (*key, name), old, new)
    return found
