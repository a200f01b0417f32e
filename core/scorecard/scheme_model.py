"""What a scorecard scheme is made of: levels, dimensions, items, caps and the rules of derived answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .variables import variable

LEVEL_NO_DATA = 0  # the levels of a scheme count from 1, the worst
MEAN, LOWEST = "mean", "lowest"
OVERALL = "overall"

Points = tuple[float, float]
Texts = Mapping[str, str]


@dataclass(frozen=True)
class Level:
    """One class of a scheme's scores. colour, safe_colour: #rrggbb, the latter for colour-blind readers."""

    code: str
    label: Texts
    colour: str
    safe_colour: str


@dataclass(frozen=True)
class Item:
    """One question. cells: (code, points) of each answer; for counts (least count, points), rising.

    Points are [lo, hi] in 0..1, 1 = best; a code declared unknown has the points of `unknown`.
    weight: 1 where the dimension's rule is "lowest", which knows no weights.
    when: variable -> codes; the item applies where the answer is surely one of them.
    countries: ISO 3166-1 alpha-3; the item does not apply where the site is known to lie elsewhere.
    skip_not_asked: where the question was not asked the item does not apply (else: unknown).
    asked_since: before this date an empty answer was not asked.
    unknown_at_most: an unknown answer is at most worth what this other item is.
    """

    var: str
    weight: float
    codes: tuple[str, ...]
    steps: tuple[float, ...]
    points: tuple[Points, ...]
    unknown: Points
    when: Mapping[str, tuple[str, ...]]
    countries: tuple[str, ...]
    skip_not_asked: bool
    asked_since: date | None
    unknown_at_most: str | None
    label: Texts
    provenance: str


@dataclass(frozen=True)
class Cap:
    """A level that a dimension cannot exceed while all variables of `when` have one of their codes."""

    when: Mapping[str, tuple[str, ...]]
    level: int
    ground: Texts


@dataclass(frozen=True)
class Dimension:
    """One indicator: its items, caps and least number of answers.

    role: "score" or "context". rule: "mean", weighted, or "lowest", the worst item decides.
    """

    id: str
    role: str
    rule: str
    min_items: int
    items: tuple[Item, ...]
    caps: tuple[Cap, ...]
    label: Texts

    def variables(self) -> tuple[str, ...]:
        """Names of all variables that items, conditions and caps use."""
        names: dict[str, None] = {}
        for item in self.items:
            names.update(dict.fromkeys((item.var, *item.when, *(["country"] if item.countries else []))))
        for cap in self.caps:
            names.update(dict.fromkeys(cap.when))
        return tuple(names)


@dataclass(frozen=True)
class Overall:
    """A summary that the scheme declares: the lowest of the levels of these dimensions, never a mean."""

    dimensions: tuple[str, ...]
    label: Texts


@dataclass(frozen=True)
class Rules:
    """The settings of derived answers (asm-data.md sections 6 and 7 give the defaults' sources)."""

    as_of: str
    qualification_months: Mapping[str, int | None]
    designated_minerals: frozenset[str]
    listed_months: int
    traceability_asked_since: date
    services_asked_since: date
    recall_months: int
    title_max_years: int
    grave_behaviours: frozenset[str]
    actor_classes: Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class Scheme:
    """A whole scheme. levels: from the worst, level 1, to the best. cuts: between the levels, in 0..100.

    hash: first 12 hexadecimal digits of the SHA-256 of its file, or of its text where it has no file.
    document: a copy of what it was read from; `scheme_document` hands out copies.
    """

    id: str
    version: str
    hash: str
    label: Texts
    text: Texts
    disclaimer: Texts
    provenance: str
    since: date
    min_coverage: float
    levels: tuple[Level, ...]
    no_data: Texts
    cuts: tuple[float, ...]
    freshness_years: tuple[int, int]
    rules: Rules
    dimensions: tuple[Dimension, ...]
    overall: Overall | None
    document: Mapping[str, Any] = field(repr=False, compare=False)

    @property
    def top_level(self) -> int:
        return len(self.levels)

    @property
    def dimension_ids(self) -> tuple[str, ...]:
        return tuple(dim.id for dim in self.dimensions)

    def dimension(self, dimension_id: str) -> Dimension:
        """The dimension of that id. Raises KeyError."""
        return {dim.id: dim for dim in self.dimensions}[dimension_id]

    def codes(self, name: str) -> tuple[str, ...]:
        """All codes of a variable, with those that this scheme adds."""
        known = variable(name).codes
        added: set[str] = set()
        for dim in self.dimensions:
            for item in dim.items:
                added.update(item.codes if item.var == name else (), item.when.get(name, ()))
                added.update(item.countries if name == "country" else ())
            for cap in dim.caps:
                added.update(cap.when.get(name, ()))
        return (*known, *sorted(added.difference(known)))

    def variables(self) -> tuple[str, ...]:
        """Names of all variables that items, conditions and caps use."""
        return tuple(dict.fromkeys(name for dim in self.dimensions for name in dim.variables()))
