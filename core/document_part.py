"""Taking a JSON document apart: each part knows its path, so that a fault can say where it stands."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from .documents import expect_kind
from .exceptions import DocumentError
from .wording import say

LANGUAGES = ("en", "fr")
_ABSENT = object()


@dataclass(frozen=True)
class Part:
    """A value in a document, the dotted path that leads to it, and the document's name for messages.

    Every method raises DocumentError naming file and path, and what was expected.
    """

    value: Any
    path: str
    name: str

    def fail(self, expectation: str) -> NoReturn:
        if self.path:
            sentence = say("{0}: '{1}' {2}.", self.name, self.path, expectation)
        else:
            sentence = say("{0}: the document {1}.", self.name, expectation)
        raise DocumentError(sentence, self.path, expectation)

    def is_kind(self, kind: type | tuple[type, ...]) -> Any:
        """The value, if it is of that kind."""
        return expect_kind(self.value, self.path, kind, self.name)

    def has(self, key: str) -> bool:
        return key in self.is_kind(dict)

    def at(self, key: str) -> Part:
        """The part under a key of an object."""
        value = self.is_kind(dict).get(key, _ABSENT)
        part = Part(value, f"{self.path}.{key}" if self.path else key, self.name)
        if value is _ABSENT:
            part.fail(say("is missing; add it"))
        return part

    def keys(self, known: Collection[str]) -> Part:
        """This object, if all its keys are known ones; the nearest one is suggested."""
        for key in self.is_kind(dict):
            if key not in known:
                self.at(key).fail(say("is not known here; {0}", nearest(key, known)))
        return self

    def items(self) -> Iterator[tuple[str, Part]]:
        """Keys and parts of an object."""
        return ((key, self.at(key)) for key in self.is_kind(dict))

    def entries(self, least: int = 0, what: str = "") -> list[Part]:
        """The parts of a list of at least so many; what: the word for them, in the user's language."""
        values = self.is_kind(list)
        if len(values) < least:
            what = what or say("entry")
            one = least == 1
            self.fail(
                say("must hold at least one {0}", what)
                if one
                else say("must hold at least {0} {1}", least, what)
            )
        return [Part(value, f"{self.path}.{place}", self.name) for place, value in enumerate(values)]

    def text(self) -> str:
        value = self.is_kind(str)
        if not value.strip():
            self.fail(say("must not be empty"))
        if any("\ud800" <= letter <= "\udfff" for letter in value):
            self.fail(say("holds half a character, which cannot be written; type the text again"))
        return value

    def code(self, pattern: str, description: str) -> str:
        """A text that matches a pattern as a whole; description: of the pattern, in the user's language."""
        value = self.text()
        if not re.fullmatch(pattern, value):
            self.fail(say("must be {0}, not '{1}'", description, value))
        return value

    def texts(self) -> dict[str, str]:
        """A text in each language."""
        self.keys(LANGUAGES)
        return {language: self.at(language).text() for language in LANGUAGES}

    def word(self, words: Collection[str]) -> str:
        value = self.is_kind(str)
        if value not in words:
            self.fail(say("must be one of {0}, not '{1}'", ", ".join(words), value))
        return value

    def words(self, words: Collection[str] | None = None) -> tuple[str, ...]:
        """Different texts of a list that is not empty, each one of `words` if they are given."""
        found: list[str] = []
        for part in self.entries(1):
            found.append(part.text() if words is None else part.word(words))
            if found[-1] in found[:-1]:
                part.fail(say("repeats '{0}'; each stands once", found[-1]))
        return tuple(found)

    def flag(self) -> bool:
        return self.is_kind(bool)

    def number(self, low: float, high: float = math.inf) -> float:
        value = self.is_kind((int, float))
        if not (low <= value <= high and abs(value) < 1e300):  # also refuses what is not a number
            shown = f"{value:g}" if abs(value) < 1e300 else str(value)[:20]
            if high == math.inf:
                self.fail(say("must be at least {0:g}, not {1}", low, shown))
            self.fail(say("must be between {0:g} and {1:g}, not {2}", low, high, shown))
        return float(value)

    def count(self, low: int, high: int = 1_000_000) -> int:
        value = self.is_kind(int)
        if value < low:
            self.fail(say("must be at least {0}, not {1}", low, value))
        if value > high:
            self.fail(say("must be at most {0}", high))
        return value

    def date(self) -> date:
        text = self.is_kind(str)
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.fail(say("must be a date like 2018-01-01, not '{0}'", text))


def nearest(word: str, known: Collection[str]) -> str:
    """Advice for a misspelt word: the nearest known one, or all of them."""
    close = difflib.get_close_matches(word, list(known), 1)
    return say("write '{0}'", close[0]) if close else say("use {0}", ", ".join(known))
