"""One entry of a profile, by its path in the document, checked.

Each function raises DocumentError naming the document and the path; name: the document's name for it.
"""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from ..documents import expect
from ..exceptions import DocumentError
from ..wording import say


def read_entry(
    document: dict[str, Any], place: str, kind: type | tuple[type, ...], name: str, otherwise: Any
) -> Any:
    """The value at a dotted path, or what stands for it when it is left out."""
    entry: Any = document
    *parents, last = place.split(".")
    for parent in parents:
        if parent not in entry:
            return otherwise
        entry = expect(document, parent, dict, name)
    return expect(document, place, kind, name) if last in entry else otherwise


def read_words(document: dict[str, Any], place: str, name: str, kind: type = str) -> tuple[Any, ...]:
    """A list that may be left out."""
    count = len(read_entry(document, place, list, name, []))
    return tuple(expect(document, f"{place}.{n}", kind, name) for n in range(count))


def read_needed_words(document: dict[str, Any], place: str, name: str) -> tuple[str, ...]:
    """A list that must be there, at any depth."""
    count = len(expect(document, place, list, name))
    return tuple(expect(document, f"{place}.{n}", str, name) for n in range(count))


def read_choice(
    document: dict[str, Any], place: str, options: tuple[str | None, ...], name: str
) -> str | None:
    """One of some words, the first when it is left out."""
    word = read_entry(document, place, (str, type(None)), name, options[0])
    if word not in options:
        words = ", ".join(option for option in options if option)
        raise DocumentError(
            say(
                "{name}: '{place}' must be one of {words}, not \"{word}\".",
                name=name,
                place=place,
                words=words,
                word=word,
            )
        )
    return word


def read_pattern(document: dict[str, Any], place: str, name: str) -> str | None:
    """A regular expression that may be left out."""
    text = read_entry(document, place, (str, type(None)), name, None)
    if text is not None:
        try:
            re.compile(text)
        except re.error as error:
            raise DocumentError(
                say("{0}: '{1}' is not a regular expression: {2}.", name, place, error)
            ) from error
    return text


def read_count(document: dict[str, Any], place: str, name: str, otherwise: int, most: int = 10**9) -> int:
    """A whole number of 0 or more."""
    number = read_entry(document, place, int, name, otherwise)
    if not 0 <= number <= most:
        raise DocumentError(say("{0}: '{1}' must be 0 or more and at most {2}.", name, place, most))
    return number


def read_degrees(document: dict[str, Any], place: str, name: str, otherwise: float | None = None) -> float:
    """An angle in degrees."""
    if otherwise is None:
        number = expect(document, place, (int, float), name)
    else:
        number = read_entry(document, place, (int, float), name, otherwise)
    if not -360 <= number <= 360:
        raise DocumentError(say("{0}: '{1}' must be degrees between -360 and 360.", name, place))
    return number


def read_day(document: dict[str, Any], place: str, name: str, otherwise: str | None = None) -> pd.Timestamp:
    """A date written as 2015-04-01."""
    if otherwise is None:
        text = expect(document, place, str, name)
    else:
        text = read_entry(document, place, str, name, otherwise)
    date = pd.to_datetime(text, format="%Y-%m-%d", errors="coerce")
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) or pd.isna(date):
        raise DocumentError(
            say("{0}: '{1}' must be a date such as 2015-04-01, not \"{2}\".", name, place, text)
        )
    return date
