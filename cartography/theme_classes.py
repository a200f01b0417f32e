"""The classes of a theme: which features each holds, as data and as a QGIS expression."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from qgis.core import QgsExpression

from .theme import Theme, actor_codes, vocabulary_terms

Alternative = Mapping[str, Any]


@dataclass(frozen=True)
class ThemeClass:
    """A class: its words, its look, and when a feature is in it.

    when: alternatives, each field -> values (None: empty), {"from", "below"} of numbers or {"after", "until"} of
    days; all of one must hold. The first class of a theme
    that holds a feature has it. Without alternatives it is the rest.
    """

    id: str
    label: Mapping[str, str]
    look: Mapping[str, Any]
    when: tuple[Alternative, ...]

    @property
    def order(self) -> int:
        """Classes of a higher order lie on top."""
        return self.look.get("order", 0)


def theme_classes(theme: Theme, as_of: date | None = None) -> list[ThemeClass]:
    """The classes of a theme in legend order, the rest last.

    Words of a vocabulary, codes of actors, and the days of years before as_of (else today) are filled in.
    """
    words = {}
    if "vocabulary" in theme.document:
        words = {term["code"]: term for term in vocabulary_terms(theme.at("vocabulary"))}
    look, classes = theme.document.get("look", {}), []
    for entry in (*theme.at("classes"), theme.at("rest")):
        label = entry.get("label") or words[entry["id"]]
        classes.append(
            ThemeClass(
                entry["id"],
                {"en": label["en"], "fr": label["fr"]},
                {
                    **look,
                    **{key: value for key, value in entry.items() if key not in ("id", "label", "when")},
                },
                () if entry is theme.at("rest") else _alternatives(theme, entry, as_of or date.today()),
            )
        )
    return classes


def _alternatives(theme: Theme, entry: Mapping[str, Any], as_of: date) -> tuple[Alternative, ...]:
    when = entry.get("when", {theme.document.get("field"): [entry["id"]]})
    return tuple(
        {
            field.replace("{dimension}", theme.argument): _filled(condition, as_of)
            for field, condition in alternative.items()
        }
        for alternative in (when if isinstance(when, list) else [when])
    )


def _filled(condition: Any, as_of: date) -> Any:
    """A condition with the codes of the actors, or the days, that it speaks of."""
    if isinstance(condition, Mapping) and "kinds" in condition:
        return actor_codes(condition["kinds"], condition.get("conduct"))
    if isinstance(condition, Mapping) and ("years_from" in condition or "years_below" in condition):
        ends = (("after", "years_below"), ("until", "years_from"))
        return {end: _years_before(as_of, condition[years]) for end, years in ends if years in condition}
    return condition


def _years_before(day: date, years: int) -> str:
    """The same day so many years before, as ISO text; 28 February for the 29th."""
    try:
        return day.replace(year=day.year - years).isoformat()
    except ValueError:
        return day.replace(year=day.year - years, day=28).isoformat()


def test_of(when: Sequence[Alternative], columns: Mapping[str, str], as_written: bool = True) -> str:
    """An expression that is true where an alternative holds; NULL counts as not.

    columns: field -> column of the layer. as_written: else letter case and blanks at the ends are ignored.
    """
    tests = []
    for alternative in when:
        parts = [
            _condition_test(columns.get(field, field), condition, as_written)
            for field, condition in alternative.items()
        ]
        tests.append(" AND ".join(parts) if len(parts) == 1 else f"({' AND '.join(parts)})")
    return tests[0] if len(tests) == 1 else f"({' OR '.join(tests)})"


def _condition_test(column: str, condition: Any, as_written: bool) -> str:
    name = QgsExpression.quotedColumnRef(column)
    if isinstance(condition, Mapping) and ("after" in condition or "until" in condition):
        day = f"try(to_date({name}))"  # a text that is no date is not known
        ends = (("after", ">"), ("until", "<="))
        tests = [f"{day} {sign} to_date('{condition[end]}')" for end, sign in ends if end in condition]
        return " AND ".join(tests)
    if isinstance(condition, Mapping):
        ends = (("from", ">="), ("below", "<"))
        return " AND ".join(f"{name} {sign} {condition[end]}" for end, sign in ends if end in condition)
    values = [value for value in condition if value is not None]
    if not as_written:
        name, values = f"upper(trim({name}))", [value.upper() for value in values]
    written = ", ".join(_literal(value) for value in values)
    test = f"{name} = {written}" if len(values) == 1 else f"{name} IN ({written})"
    if None in condition:
        return f"({name} IS NULL OR {test})" if values else f"{name} IS NULL"
    return test if values else "false"


def _literal(value: Any) -> str:
    return QgsExpression.quotedString(value) if isinstance(value, str) else f"{value}"


def class_expression(
    classes: Sequence[ThemeClass], columns: Mapping[str, str], as_written: bool = True
) -> str:
    """An expression for the id of a feature's class."""
    cases = " ".join(
        f"WHEN {test_of(entry.when, columns, as_written)} THEN {_literal(entry.id)}"
        for entry in classes
        if entry.when
    )
    rest = next(entry.id for entry in classes if not entry.when)
    return f"(CASE {cases} ELSE {_literal(rest)} END)"


def single_values(classes: Sequence[ThemeClass]) -> tuple[str, list[Any]] | None:
    """The one field that all classes ask for one value each, and the values; None where it is not so simple."""
    fields, values = set(), []
    for entry in classes:
        if not entry.when:
            continue
        if len(entry.when) != 1 or len(entry.when[0]) != 1:
            return None
        ((field, condition),) = entry.when[0].items()
        if isinstance(condition, Mapping) or len(condition) != 1 or condition[0] is None:
            return None
        fields.add(field)
        values.append(condition[0])
    return (fields.pop(), values) if len(fields) == 1 else None
