"""Which protected areas count: the rules of the World Database on Protected Areas as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from ..documents import expect, read_document
from ..exceptions import DocumentError
from ..wording import say

SCHEMA = "asm-atlas/area-rules/1"
STATUS_SETS = ("unep_wcmc", "wdpar")
FIRST, SECOND = 1, 2
PROPOSED, STATUS_UNKNOWN, STATUS_OTHER, BIOSPHERE = "proposed", "status_unknown", "status_other", "biosphere"


@dataclass(frozen=True)
class AreaRules:
    """The document resources/areas/rules.json: every key of a mapping of words is in lower case.

    status_sets: name -> statuses kept. status_words: word -> status. biosphere: designations of
    UNESCO-MAB. iucn_order: categories, the strictest first; iucn_rank: category -> place in it.
    realm_codes, site_type_codes: old codes.
    """

    status_sets: Mapping[str, tuple[str, ...]]
    status_words: Mapping[str, str]
    biosphere: frozenset[str]
    iucn_order: tuple[str, ...]
    iucn_rank: Mapping[str, int]
    realm_codes: Mapping[str, str]
    site_type_codes: Mapping[str, str]


def read_area_rules(path: Path) -> AreaRules:
    """The rules in a document. Raises DocumentError naming the file and the fault."""
    document = read_document(path)
    if expect(document, "schema", str, path.name) != SCHEMA:
        raise DocumentError(say("{0}: 'schema' must be '{1}'.", path.name, SCHEMA))
    words = expect(document, "status_words", dict, path.name)
    order = tuple(expect(document, "iucn_order", list, path.name))
    return AreaRules(
        {name: tuple(expect(document, f"status_sets.{name}", list, path.name)) for name in STATUS_SETS},
        {word.casefold(): status for status, known in words.items() for word in known},
        frozenset(name.casefold() for name in expect(document, "biosphere_designations", list, path.name)),
        order,
        {name.casefold(): n for n, name in enumerate(order)},
        expect(document, "realm_codes", dict, path.name),
        expect(document, "site_type_codes", dict, path.name),
    )


def tiers(areas: pd.DataFrame, rules: AreaRules, status_set: str, has_status: bool) -> np.ndarray:
    """Why each area is of the second tier: (n,) text, None for the first tier.

    areas: status, designation (text or None). has_status: whether the layer states a status at all; where
    it does not, nothing is known against its areas and they stay in the first tier.
    """
    kept = {status.casefold() for status in rules.status_sets[status_set]}
    status = areas["status"].map(lambda word: _known_status(word, rules)).to_numpy(dtype=object)
    reason = np.full(len(areas), None, dtype=object)
    if has_status:
        is_kept = np.array([word.casefold() in kept for word in status], dtype=bool)
        reason[~is_kept] = STATUS_OTHER
        reason[status == "Not Reported"] = STATUS_UNKNOWN
        reason[status == "Proposed"] = PROPOSED
    designation = areas["designation"].fillna("").str.strip().str.casefold()
    is_biosphere = designation.isin(rules.biosphere).to_numpy()
    reason[is_biosphere & (reason == None)] = BIOSPHERE  # noqa: E711 (element by element)
    return reason


def iucn_rank(categories: pd.Series, rules: AreaRules) -> np.ndarray:
    """(n,) place of each category in the order of strictness; unknown words and None come last."""
    last = len(rules.iucn_rank)
    return np.array([rules.iucn_rank.get(str(word).casefold(), last) for word in categories], dtype=int)


def _known_status(word: str | None, rules: AreaRules) -> str:
    if word is None or word != word:
        return "Not Reported"
    return rules.status_words.get(word.strip().casefold(), word)
