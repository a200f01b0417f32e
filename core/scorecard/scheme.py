"""Reading a scorecard scheme: what is asked, what each answer is worth, and how levels are cut.

A scheme is JSON (resources/schemes/README.md) and checked as a whole; the first fault is named by its
path in the file, with what was expected.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..document_part import Part, nearest
from ..documents import document_hash, read_document
from ..score_tables import SCORE_PARTS
from ..tables import BEHAVIOURS
from ..wording import say, to_say
from .scheme_document import KEYS, scheme_text, text_hash
from .scheme_model import (
    LOWEST,
    MEAN,
    OVERALL,
    Cap,
    Dimension,
    Item,
    Level,
    Overall,
    Points,
    Rules,
    Scheme,
)
from .variables import ACTOR_CLASSES, MINERALS, UNKNOWN_CODE, Variable, variable, variable_names

ACTOR_KINDS = ("none", "group", "state", "unknown")
ACTOR_CONDUCTS = ("none", "interference", "no_interference", "no_data", "by_behaviour")
AS_OF_MODES = ("visit", "last_known")
SPEAKS_RULES = ("latest_visit",)
MAX_CELLS = 12  # codes or steps of one item: tables of 2**cells are kept
MAX_CODES = 60  # of one variable: an answer is kept in 64 bits
LEAST_LEVELS, MOST_LEVELS = 2, 6
LARGEST_WEIGHT, SMALLEST_WEIGHT = 1e6, 1e-6
_NOT_LEVELS = ("no_data", "not_applicable", "firm")
_ID = "[a-z0-9_]{1,40}"
_ID_WORDS = to_say("1 to 40 lower-case letters, digits and underscores")

DEFAULT_LEVELS = (
    Level("very_low", {"en": "very low", "fr": "très faible"}, "#d7191c", "#d7191c"),
    Level("low", {"en": "low", "fr": "faible"}, "#fdae61", "#fdae61"),
    Level("medium", {"en": "medium", "fr": "moyen"}, "#abd9e9", "#abd9e9"),
    Level("high", {"en": "high", "fr": "élevé"}, "#2c7bb6", "#2c7bb6"),
)
DEFAULT_NO_DATA = {"en": "no data", "fr": "sans données"}


def read_scheme(path: Path) -> Scheme:
    """The scheme in a JSON file.

    Raises DocumentError naming the file, the path in it and what was expected.
    """
    return scheme_of(read_document(path), path.name, document_hash(path))


def scheme_of(document: Mapping[str, Any], name: str, file_hash: str | None = None) -> Scheme:
    """The scheme in a document; name: what messages call it. Raises DocumentError.

    Without a file_hash its hash is that of its text (scheme_text), as it would be once saved.
    """
    root = Part(document, "", name).keys(KEYS[""])
    if root.at("schema").is_kind(int) != 1:
        root.at("schema").fail(say("must be 1, the only layout this version reads"))
    levels = _levels(root.at("levels")) if root.has("levels") else DEFAULT_LEVELS
    dimensions = _dimensions(root.at("dimensions"), levels)
    if root.has("speaks"):
        speaks = root.at("speaks").keys(KEYS["speaks"])
        speaks.at("rule").word(SPEAKS_RULES)
        speaks.at("text").texts()
    scheme = Scheme(
        id=root.at("id").code("[a-z0-9_-]{1,40}", say("1 to 40 lower-case letters, digits, - and _")),
        version=root.at("version").text(),
        hash=file_hash or text_hash(scheme_text(document)),
        label=root.at("label").texts(),
        text=root.at("text").texts(),
        disclaimer=root.at("disclaimer").texts(),
        provenance=root.at("provenance").text(),
        since=root.at("since").date(),
        min_coverage=root.at("min_coverage").number(0, 1),
        levels=levels,
        no_data=root.at("no_data").texts() if root.has("no_data") else DEFAULT_NO_DATA,
        cuts=_cuts(root.at("cuts"), len(levels)),
        freshness_years=_freshness(root.at("freshness_years")),
        rules=_rules(root),
        dimensions=dimensions,
        overall=_overall(root.at(OVERALL), dimensions) if root.has(OVERALL) else None,
        document=copy.deepcopy(document),
    )
    for variable_name in scheme.variables():
        if len(scheme.codes(variable_name)) > MAX_CODES:
            root.at("dimensions").fail(
                say("give '{0}' more than {1} codes; leave some out", variable_name, MAX_CODES)
            )
    return scheme


def _levels(part: Part) -> tuple[Level, ...]:
    entries = part.entries(LEAST_LEVELS, say("levels"))
    if len(entries) > MOST_LEVELS:
        part.fail(say("must hold at most {0} levels", MOST_LEVELS))
    levels: list[Level] = []
    for entry in entries:
        entry.keys(KEYS["levels"])
        level = Level(
            code=entry.at("code").code(_ID, say(_ID_WORDS)),
            label=entry.at("label").texts(),
            colour=_colour(entry.at("colour")),
            safe_colour=_colour(entry.at("safe_colour")),
        )
        if level.code in _NOT_LEVELS:
            entry.at("code").fail(say("cannot be '{0}', which is no level; choose another word", level.code))
        for field in ("code", "colour", "safe_colour"):
            if getattr(level, field) in [getattr(other, field) for other in levels]:
                entry.at(field).fail(say("repeats '{0}'; levels must differ", getattr(level, field)))
        levels.append(level)
    return tuple(levels)


def _colour(part: Part) -> str:
    return part.code("#[0-9a-fA-F]{6}", say("a colour like #2c7bb6")).lower()


def _cuts(part: Part, n_levels: int) -> tuple[float, ...]:
    cuts = tuple(entry.number(0, 100) for entry in part.entries())
    if len(cuts) != n_levels - 1:
        part.fail(
            say("must hold {0} cuts between the {1} levels, not {2}", n_levels - 1, n_levels, len(cuts))
        )
    if not all(low < high for low, high in zip((0, *cuts), cuts)):
        part.fail(say("must rise from above 0 to at most 100"))
    return cuts


def _freshness(part: Part) -> tuple[int, int]:
    entries = part.entries()
    if len(entries) != 2:
        part.fail(say("must hold two numbers of years: fresh up to, ageing up to"))
    fresh, ageing = (entry.count(0, 100) for entry in entries)
    if fresh > ageing:
        part.fail(say("must rise"))
    return fresh, ageing


def _rules(root: Part) -> Rules:
    blocks = {}
    for name in ("qualification", "traceability", "services", "accidents", "title", "actors"):
        blocks[name] = root.at(name).keys(KEYS[name])
        blocks[name].at("provenance").text()
    qualification, actors = blocks["qualification"], blocks["actors"]
    months = qualification.at("months")
    for status, part in months.items():
        if status not in KEYS["months"]:
            part.fail(say("is no status; use {0}", ", ".join(KEYS["months"])))
        if part.is_kind((int, type(None))) is not None and part.value < 1:
            part.fail(say("must be at least 1, or null for no end"))
    classes = {}
    for code, part in actors.at("classes").items():
        part.keys(KEYS["class"])
        classes[code] = part.at("kind").word(ACTOR_KINDS), part.at("conduct").word(ACTOR_CONDUCTS)
    for code in ACTOR_CLASSES:
        if code not in classes:
            Part(None, f"actors.classes.{code}", root.name).fail(
                say("is missing; give its kind and conduct, or unknown and no_data")
            )
    return Rules(
        as_of=qualification.at("as_of").word(AS_OF_MODES),
        qualification_months={
            status: None if (part := months.at(status)).value is None else part.count(1, 1200)
            for status in KEYS["months"]
        },
        designated_minerals=frozenset(qualification.at("minerals").words(MINERALS)),
        listed_months=blocks["traceability"].at("listed_months").count(1, 1200),
        traceability_asked_since=blocks["traceability"].at("asked_since").date(),
        services_asked_since=blocks["services"].at("asked_since").date(),
        recall_months=blocks["accidents"].at("recall_months").count(1, 1200),
        title_max_years=blocks["title"].at("max_age_years").count(0, 100),
        grave_behaviours=frozenset(actors.at("grave_behaviours").words(BEHAVIOURS)),
        actor_classes=classes,
    )


def _dimensions(part: Part, levels: tuple[Level, ...]) -> tuple[Dimension, ...]:
    entries = part.entries(1, say("dimension"))
    dimensions: list[Dimension] = []
    columns: set[str] = set()
    for entry in entries:
        dim = _dimension(entry, levels)
        if dim.id in [other.id for other in dimensions]:
            entry.at("id").fail(say("repeats '{0}'; each dimension stands once", dim.id))
        own = {f"{dim.id}_{suffix}" for suffix in SCORE_PARTS}
        if own & columns or dim.id == OVERALL:
            entry.at("id").fail(
                say("cannot be '{0}', whose columns would be called like others; rename it", dim.id)
            )
        columns |= own
        dimensions.append(dim)
    return tuple(dimensions)


def _dimension(part: Part, levels: tuple[Level, ...]) -> Dimension:
    part.keys(KEYS["dimensions"])
    identifier = part.at("id").code(_ID, say(_ID_WORDS))
    rule = part.at("rule").word((MEAN, LOWEST)) if part.has("rule") else MEAN
    items: list[Item] = []
    for entry in part.at("items").entries(1, say("item")):
        item = _item(entry, rule)
        names = [other.var for other in items]
        if item.var in names:
            entry.at("var").fail(say("repeats '{0}'; each variable stands once", item.var))
        if item.unknown_at_most is not None and item.unknown_at_most not in names:
            entry.at("unknown_at_most").fail(say("must name an item further up"))
        items.append(item)
    min_items = part.at("min_items").count(1)
    if min_items > len(items):
        part.at("min_items").fail(say("must be at most {0}, the number of items", len(items)))
    caps = [_cap(entry, levels) for entry in part.at("caps").entries()] if part.has("caps") else []
    return Dimension(
        id=identifier,
        role=part.at("role").word(("score", "context")),
        rule=rule,
        min_items=min_items,
        items=tuple(items),
        caps=tuple(cap for cap in caps if cap is not None),
        label=part.at("label").texts(),
    )


def _item(part: Part, rule: str) -> Item:
    part.keys(KEYS["items"])
    var = part.at("var").is_kind(str)
    kind = _variable(part.at("var"), var)
    unknown = _interval(part.at("unknown")) if part.has("unknown") else (0.0, 1.0)
    given, other = ("steps", "points") if kind.is_count else ("points", "steps")
    if part.has(other):
        part.at(other).fail(say("does not fit '{0}'; give '{1}'", var, given))
    if kind.is_count:
        codes, (steps, points) = (), _steps(part.at("steps"))
    else:
        steps, (codes, points) = (), _code_points(part.at("points"), kind, unknown)
    if len(points) > MAX_CELLS:
        part.fail(say("has {0} answers; at most {1} are allowed", len(points), MAX_CELLS))
    low, high = min(low for low, _ in points), max(high for _, high in points)
    if not (unknown[0] <= low and high <= unknown[1]):
        part.at("unknown").fail(say("must hold the points of every answer, {0:g} to {1:g}", low, high))
    skip = part.has("not_asked") and part.at("not_asked").word((UNKNOWN_CODE, "skip")) == "skip"
    return Item(
        var=var,
        weight=_weight(part, rule),
        codes=codes,
        steps=steps,
        points=points,
        unknown=unknown,
        when=_when(part.at("when")) if part.has("when") else {},
        countries=_countries(part.at("countries")) if part.has("countries") else (),
        skip_not_asked=skip,
        asked_since=part.at("asked_since").date() if part.has("asked_since") else None,
        unknown_at_most=part.at("unknown_at_most").is_kind(str) if part.has("unknown_at_most") else None,
        label=part.at("label").texts(),
        provenance=part.at("provenance").text(),
    )


def _weight(part: Part, rule: str) -> float:
    if rule == LOWEST:
        if part.has("w"):
            part.at("w").fail(say("has no effect where the lowest item decides; take it out"))
        return 1.0
    weight = part.at("w").number(0, LARGEST_WEIGHT)
    if weight < SMALLEST_WEIGHT:
        part.at("w").fail(say("must be above 0; take the item out to ignore it"))
    return weight


def _countries(part: Part) -> tuple[str, ...]:
    for entry in part.entries():
        entry.code("[A-Z]{3}", say("a country code of three capital letters, such as COD"))
    return part.words()


def _code_points(part: Part, kind: Variable, unknown: Points) -> tuple[tuple[str, ...], tuple[Points, ...]]:
    given = dict(part.items())
    for code, entry in given.items():
        if code not in kind.codes:
            _check_code(entry, code, kind, say("is no answer here"))
    for code in kind.codes:
        if code not in given and code != UNKNOWN_CODE:
            Part(None, f"{part.path}.{code}", part.name).fail(
                say("is missing; give its points, or null for unknown")
            )
    codes = (*kind.codes, *sorted(set(given).difference(kind.codes)))
    return codes, tuple(
        unknown if code not in given or given[code].value is None else _interval(given[code])
        for code in codes
    )


def _check_code(part: Part, code: str, kind: Variable, fault: str) -> None:
    """A code that the variable does not know is a fault, unless a scheme may add codes to it."""
    if not kind.is_open:
        part.fail(say("{0}; use {1}", fault, ", ".join(kind.codes)))
    Part(code, part.path, part.name).code("[A-Za-z0-9_]{1,40}", say("letters, digits and underscores"))


def _steps(part: Part) -> tuple[tuple[float, ...], tuple[Points, ...]]:
    entries = [entry.keys(KEYS["steps"]) for entry in part.entries(1, say("step"))]
    starts = [entry.at("from").number(0) for entry in entries]
    if starts[0] != 0:
        entries[0].at("from").fail(say("must be 0, so that every count has a step"))
    for before, start, entry in zip(starts, starts[1:], entries[1:]):
        if start <= before:
            entry.at("from").fail(say("must be above {0:g}, the step before", before))
    return tuple(starts), tuple(_interval(entry.at("points")) for entry in entries)


def _cap(part: Part, levels: tuple[Level, ...]) -> Cap | None:
    part.keys(KEYS["caps"])
    codes = [level.code for level in levels]
    enabled = part.at("enabled").flag() if part.has("enabled") else True
    cap = Cap(
        when=_when(part.at("when")),
        level=codes.index(part.at("level").word(codes)) + 1,
        ground=part.at("ground").texts(),
    )
    return cap if enabled else None


def _when(part: Part) -> dict[str, tuple[str, ...]]:
    conditions = {}
    if not part.is_kind(dict):
        part.fail(say("must name at least one variable"))
    for name, entry in part.items():
        kind = _variable(entry, name)
        if kind.is_count:
            entry.fail(say("is a count; conditions need a variable with codes"))
        codes = (entry.value,) if isinstance(entry.is_kind((str, list)), str) else entry.words()
        for code in codes:
            if code not in kind.codes:
                _check_code(entry, code, kind, say("holds {0!r}", code))
        conditions[name] = codes
    return conditions


def _variable(part: Part, name: str) -> Variable:
    known = variable(name)
    if known is None:
        part.fail(say("names no variable '{0}'; {1}", name, nearest(name, variable_names())))
    return known


def _interval(part: Part) -> Points:
    value = part.is_kind((int, float, list))
    if not isinstance(value, list):
        points = part.number(0, 1)
        return points, points
    if len(value) != 2:
        part.fail(say("must be one number or [lowest, highest]"))
    low, high = (entry.number(0, 1) for entry in part.entries())
    if low > high:
        part.fail(say("must be [lowest, highest], not [{0:g}, {1:g}]", low, high))
    return low, high


def _overall(part: Part, dimensions: tuple[Dimension, ...]) -> Overall:
    part.keys(KEYS[OVERALL])
    part.at("rule").word((LOWEST,))
    return Overall(part.at("of").words([dim.id for dim in dimensions]), part.at("label").texts())
