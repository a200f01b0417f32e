"""A scorecard scheme: what is asked, what each answer is worth, and how levels are cut.

Read from JSON and checked as a whole; the first fault is named by its path in the file.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ..documents import document_hash, expect, read_document
from ..exceptions import DocumentError
from ..tables import DIMENSIONS
from .variables import Variable, variable, variable_names

LEVELS = ("very_low", "low", "medium", "high")  # level 1..4; 0 is no data
LEVEL_NO_DATA = 0
ACTOR_KINDS = ("none", "group", "state", "unknown")
ACTOR_CONDUCTS = ("none", "interference", "no_interference", "no_data", "by_behaviour")
AS_OF_MODES = ("visit", "last_known")
MAX_CELLS = 12  # codes or steps of one item: tables of 2**cells are kept

Points = tuple[float, float]


@dataclass(frozen=True)
class Item:
    """One question. cells: (code, points) of each answer; for counts (least count, points), rising.

    Points are [lo, hi] in 0..1, 1 = best; a code declared unknown has the points of `unknown`.
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
    label: Mapping[str, str]
    provenance: str


@dataclass(frozen=True)
class Cap:
    """A level that a dimension cannot exceed while all variables of `when` have one of their codes."""

    when: Mapping[str, tuple[str, ...]]
    level: int
    ground: Mapping[str, str]


@dataclass(frozen=True)
class Dimension:
    """One indicator: its items, caps and least number of answers; role "score" or "context"."""

    id: str
    role: str
    min_items: int
    items: tuple[Item, ...]
    caps: tuple[Cap, ...]
    label: Mapping[str, str]


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
    """A whole scheme; hash is that of its file."""

    id: str
    version: str
    hash: str
    label: Mapping[str, str]
    text: Mapping[str, str]
    disclaimer: Mapping[str, str]
    provenance: str
    since: date
    min_coverage: float
    cuts: tuple[float, float, float]
    freshness_years: tuple[int, int]
    rules: Rules
    dimensions: tuple[Dimension, ...]

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
        names: dict[str, None] = {}
        for dim in self.dimensions:
            for item in dim.items:
                names.update(dict.fromkeys((item.var, *item.when, *(["country"] if item.countries else []))))
            for cap in dim.caps:
                names.update(dict.fromkeys(cap.when))
        return tuple(names)


def read_scheme(path: Path) -> Scheme:
    """The scheme in a JSON file.

    Raises DocumentError naming the file, the path in it and what was expected.
    """
    return scheme_of(read_document(path), path.name, document_hash(path))


def scheme_of(document: Mapping[str, Any], name: str, hash_text: str = "") -> Scheme:
    """The scheme in a document; name: what messages call it. Raises DocumentError."""
    return _Reader(document, name).scheme(hash_text)


class _Reader:
    """Takes a document apart; each method reads one part at a path."""

    def __init__(self, document: Mapping[str, Any], name: str) -> None:
        self._document = document
        self._name = name

    def scheme(self, hash_text: str) -> Scheme:
        if self._get("schema", int) != 1:
            self._fail("schema", "must be 1, the only layout this version reads")
        return Scheme(
            id=self._get("id", str),
            version=self._get("version", str),
            hash=hash_text,
            label=self._texts("label"),
            text=self._texts("text"),
            disclaimer=self._texts("disclaimer"),
            provenance=self._get("provenance", str),
            since=self._date("since"),
            min_coverage=self._number("min_coverage", 0, 1),
            cuts=self._cuts("cuts"),
            freshness_years=self._freshness("freshness_years"),
            rules=self._rules(),
            dimensions=self._dimensions("dimensions"),
        )

    def _rules(self) -> Rules:
        as_of = self._word("qualification.as_of", AS_OF_MODES)
        months = self._get("qualification.months", dict)
        for status in ("green", "yellow", "red", "blue"):
            value = self._get(f"qualification.months.{status}", (int, type(None)))
            if value is not None and value < 1:
                self._fail(f"qualification.months.{status}", "must be at least 1, or null for no end")
        for status in sorted(set(months) - {"green", "yellow", "red", "blue"}):
            self._fail(f"qualification.months.{status}", "is no status; use green, yellow, red, blue")
        return Rules(
            as_of=as_of,
            qualification_months=dict(months),
            designated_minerals=frozenset(self._words("qualification.minerals")),
            listed_months=self._count("traceability.listed_months", 1),
            traceability_asked_since=self._date("traceability.asked_since"),
            services_asked_since=self._date("services.asked_since"),
            recall_months=self._count("accidents.recall_months", 1),
            title_max_years=self._count("title.max_age_years", 0),
            grave_behaviours=frozenset(self._words("actors.grave_behaviours")),
            actor_classes={
                code: (
                    self._word(f"actors.classes.{code}.kind", ACTOR_KINDS),
                    self._word(f"actors.classes.{code}.conduct", ACTOR_CONDUCTS),
                )
                for code in self._get("actors.classes", dict)
            },
        )

    def _dimensions(self, path: str) -> tuple[Dimension, ...]:
        count = len(self._get(path, list))
        if not count:
            self._fail(path, "must hold at least one dimension")
        dimensions = tuple(self._dimension(f"{path}.{place}") for place in range(count))
        for place, dim in enumerate(dimensions):
            if dim.id in [other.id for other in dimensions[:place]]:
                self._fail(f"{path}.{place}.id", f"repeats '{dim.id}'; each dimension stands once")
        return dimensions

    def _dimension(self, path: str) -> Dimension:
        identifier = self._word(f"{path}.id", DIMENSIONS)
        count = len(self._get(f"{path}.items", list))
        if not count:
            self._fail(f"{path}.items", "must hold at least one item")
        items = tuple(self._item(f"{path}.items.{place}") for place in range(count))
        names = [item.var for item in items]
        for place, item in enumerate(items):
            if item.var in names[:place]:
                self._fail(f"{path}.items.{place}.var", f"repeats '{item.var}'; each variable stands once")
            if item.unknown_at_most is not None and item.unknown_at_most not in names[:place]:
                self._fail(f"{path}.items.{place}.unknown_at_most", "must name an item further up")
        cap_places = range(len(self._get(f"{path}.caps", list))) if "caps" in self._get(path, dict) else ()
        caps = [self._cap(f"{path}.caps.{place}") for place in cap_places]
        return Dimension(
            id=identifier,
            role=self._word(f"{path}.role", ("score", "context")),
            min_items=self._count(f"{path}.min_items", 1),
            items=items,
            caps=tuple(cap for cap in caps if cap is not None),
            label=self._texts(f"{path}.label"),
        )

    def _item(self, path: str) -> Item:
        content = self._get(path, dict)
        var = self._get(f"{path}.var", str)
        kind = self._variable(f"{path}.var", var)
        unknown = self._interval(f"{path}.unknown") if "unknown" in content else (0.0, 1.0)
        if kind.is_count:
            codes, (steps, points) = (), self._steps(f"{path}.steps")
        else:
            steps, (codes, points) = (), self._code_points(f"{path}.points", kind, unknown)
        if len(points) > MAX_CELLS:
            self._fail(path, f"has {len(points)} answers; at most {MAX_CELLS} are allowed")
        weight = self._number(f"{path}.w", 0, float("inf"))
        if weight <= 0:
            self._fail(f"{path}.w", "must be above 0; take the item out to ignore it")
        not_asked = self._word(f"{path}.not_asked", ("unknown", "skip")) if "not_asked" in content else ""
        at_most = self._get(f"{path}.unknown_at_most", str) if "unknown_at_most" in content else None
        return Item(
            var=var,
            weight=weight,
            codes=codes,
            steps=steps,
            points=points,
            unknown=unknown,
            when=self._when(f"{path}.when") if "when" in content else {},
            countries=tuple(self._words(f"{path}.countries")) if "countries" in content else (),
            skip_not_asked=not_asked == "skip",
            asked_since=self._date(f"{path}.asked_since") if "asked_since" in content else None,
            unknown_at_most=at_most,
            label=self._texts(f"{path}.label"),
            provenance=self._get(f"{path}.provenance", str),
        )

    def _code_points(
        self, path: str, kind: Variable, unknown: Points
    ) -> tuple[tuple[str, ...], tuple[Points, ...]]:
        given = self._get(path, dict)
        for code in given:
            if code not in kind.codes and not kind.is_open:
                self._fail(f"{path}.{code}", f"is no answer here; use {', '.join(kind.codes)}")
        for code in kind.codes:
            if code not in given and code != "unknown":
                self._fail(f"{path}.{code}", "is missing; give its points, or null for unknown")
        codes = (*kind.codes, *sorted(set(given).difference(kind.codes)))
        points = tuple(
            unknown if given.get(code) is None else self._interval(f"{path}.{code}") for code in codes
        )
        return codes, points

    def _steps(self, path: str) -> tuple[tuple[float, ...], tuple[Points, ...]]:
        count = len(self._get(path, list))
        if not count:
            self._fail(path, "must hold at least one step")
        starts = tuple(self._number(f"{path}.{k}.from", 0, float("inf")) for k in range(count))
        if starts[0] != 0:
            self._fail(f"{path}.0.from", "must be 0, so that every count has a step")
        for k in range(1, count):
            if starts[k] <= starts[k - 1]:
                self._fail(f"{path}.{k}.from", f"must be above {starts[k - 1]:g}, the step before")
        return starts, tuple(self._interval(f"{path}.{k}.points") for k in range(count))

    def _cap(self, path: str) -> Cap | None:
        content = self._get(path, dict)
        enabled = self._get(f"{path}.enabled", bool) if "enabled" in content else True
        cap = Cap(
            when=self._when(f"{path}.when"),
            level=LEVELS.index(self._word(f"{path}.level", LEVELS)) + 1,
            ground=self._texts(f"{path}.ground"),
        )
        return cap if enabled else None

    def _when(self, path: str) -> dict[str, tuple[str, ...]]:
        conditions = {}
        given = self._get(path, dict)
        if not given:
            self._fail(path, "must name at least one variable")
        for name in given:
            kind = self._variable(f"{path}.{name}", name)
            if kind.is_count:
                self._fail(f"{path}.{name}", "is a count; conditions need a variable with codes")
            value = self._get(f"{path}.{name}", (str, list))
            codes = (value,) if isinstance(value, str) else tuple(value)
            for code in codes:
                if code not in kind.codes and not kind.is_open:
                    self._fail(f"{path}.{name}", f"holds {code!r}; use {', '.join(kind.codes)}")
            conditions[name] = codes
        return conditions

    def _variable(self, path: str, name: str) -> Variable:
        known = variable(name)
        if known is None:
            self._fail(path, f"names no variable '{name}'; use one of {', '.join(variable_names())}")
        return known

    def _interval(self, path: str) -> Points:
        value = self._get(path, (int, float, list))
        if not isinstance(value, list):
            points = self._number(path, 0, 1)
            return points, points
        if len(value) != 2:
            self._fail(path, "must be one number or [lowest, highest]")
        low, high = self._number(f"{path}.0", 0, 1), self._number(f"{path}.1", 0, 1)
        if low > high:
            self._fail(path, f"must be [lowest, highest], not [{low:g}, {high:g}]")
        return low, high

    def _cuts(self, path: str) -> tuple[float, float, float]:
        if len(self._get(path, list)) != 3:
            self._fail(path, "must hold the three cuts between the four levels")
        first, second, third = (self._number(f"{path}.{place}", 0, 100) for place in range(3))
        if not 0 < first < second < third:
            self._fail(path, "must rise from above 0 to at most 100")
        return first, second, third

    def _freshness(self, path: str) -> tuple[int, int]:
        if len(self._get(path, list)) != 2:
            self._fail(path, "must hold two numbers of years: fresh up to, ageing up to")
        fresh, ageing = self._count(f"{path}.0", 0), self._count(f"{path}.1", 0)
        if fresh > ageing:
            self._fail(path, "must rise")
        return fresh, ageing

    def _number(self, path: str, low: float, high: float) -> float:
        value = float(self._get(path, (int, float)))
        if not (math.isfinite(value) and low <= value <= high):
            limit = f"between {low:g} and {high:g}" if high != float("inf") else f"at least {low:g}"
            self._fail(path, f"must be {limit}, not {value:g}")
        return value

    def _count(self, path: str, low: int) -> int:
        value = self._get(path, int)
        if value < low:
            self._fail(path, f"must be at least {low}, not {value}")
        return value

    def _date(self, path: str) -> date:
        text = self._get(path, str)
        try:
            return date.fromisoformat(text)
        except ValueError:
            self._fail(path, f"must be a date like 2018-01-01, not '{text}'")

    def _word(self, path: str, words: tuple[str, ...]) -> str:
        value = self._get(path, str)
        if value not in words:
            self._fail(path, f"must be one of {', '.join(words)}, not '{value}'")
        return value

    def _words(self, path: str) -> list[str]:
        return [self._get(f"{path}.{place}", str) for place in range(len(self._get(path, list)))]

    def _texts(self, path: str) -> dict[str, str]:
        self._get(path, dict)
        return {language: self._get(f"{path}.{language}", str) for language in ("en", "fr")}

    def _get(self, path: str, kind: type | tuple[type, ...]) -> Any:
        return expect(self._document, path, kind, self._name)

    def _fail(self, path: str, expectation: str) -> Any:
        raise DocumentError(f"{self._name}: '{path}' {expectation}.")
