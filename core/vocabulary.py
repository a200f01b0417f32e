"""Vocabularies: what the sources write, the code the tables hold, the words people read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from .documents import expect, read_document
from .exceptions import DocumentError
from .tables import LIST_SEPARATOR
from .wording import say

SCHEMA = "asm-atlas/vocabulary/1"
LANGUAGES = ("fr", "en")
_TERM_KEYS = ("code", "fr", "en", "raw", "prefixes", "contains")


def normalise(text: str) -> str:
    """Text as vocabularies compare it: NFC, case folded, straight apostrophe, single inner blanks."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().replace("\u2019", "'").split())


@dataclass(frozen=True)
class Term:
    """One code with its labels, the words that stand for it, and whatever else the file says of it."""

    code: str
    labels: Mapping[str, str]
    raw: tuple[str, ...]
    prefixes: tuple[str, ...]
    contains: tuple[str, ...]
    attributes: Mapping[str, Any]


@dataclass(frozen=True)
class Match:
    """What a word means: its code (several joined with the list separator), and how it was found.

    how: "listed" exactly as in the file, "variant" after normalising, "pattern" by prefix or part,
    "unknown" (code None). An import's Reader adds "recoded" by the profile and "unanswered" (code None).
    """

    code: str | None
    how: str


@dataclass(frozen=True)
class Vocabulary:
    """Terms in the order of the file."""

    id: str
    version: str
    provenance: str
    terms: tuple[Term, ...]
    listed: Mapping[str, str] = field(repr=False)
    normalised: Mapping[str, str] = field(repr=False)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(term.code for term in self.terms)

    def term(self, code: str) -> Term:
        """Raises KeyError for a code that the vocabulary lacks."""
        for term in self.terms:
            if term.code == code:
                return term
        raise KeyError(f"{self.id} has no code '{code}'")

    def label(self, code: str, language: str) -> str:
        """The label in a language ("fr" or "en"; English for any other); the code when it is not a term."""
        labels = self.labels(language)
        return labels.get(code, code)

    def labels(self, language: str) -> dict[str, str]:
        """Labels by code."""
        language = language if language in LANGUAGES else "en"
        return {term.code: term.labels[language] for term in self.terms}

    def attribute(self, name: str) -> dict[str, Any]:
        """An attribute by code, for the terms that have it."""
        return {term.code: term.attributes[name] for term in self.terms if name in term.attributes}

    def match(self, text: str) -> Match:
        """What one word means."""
        code = self.listed.get(text)
        if code is not None:
            return Match(code, "listed")
        key = normalise(text)
        code = self.normalised.get(key)
        if code is not None:
            return Match(code, "variant")
        for term in self.terms:
            if any(key.startswith(normalise(prefix)) for prefix in term.prefixes):
                return Match(term.code, "pattern")
        for term in self.terms:
            if any(normalise(part) in key for part in term.contains):
                return Match(term.code, "pattern")
        return Match(None, "unknown")

    def recode(self, series: pd.Series) -> tuple[pd.Series, pd.Series]:
        """Codes for a column of words, and which of its words are known.

        series: text, None or "" for empty. Returns a text series (None where empty or unknown) and a
        boolean one (True where empty), both with the index given.
        """
        labels, words = pd.factorize(series.to_numpy(dtype=object))
        matches = [self.match(word) if word.strip() else Match(None, "listed") for word in words]
        codes = take([match.code for match in matches], labels)
        known = np.array([match.how != "unknown" for match in matches] + [True], dtype=bool)[labels]
        return pd.Series(codes, index=series.index, dtype=object), pd.Series(known, index=series.index)


def take(values: Sequence[Any], labels: np.ndarray) -> np.ndarray:
    """Object array of values at labels; label -1 gives None."""
    lookup = np.empty(len(values) + 1, dtype=object)
    lookup[:-1] = values
    return lookup[labels]


def read_vocabulary(path: Path) -> Vocabulary:
    """Read and check a vocabulary file (see resources/vocabularies/README.md).

    Raises DocumentError naming the file and the path in it.
    """
    name = path.name
    document = read_document(path)
    if expect(document, "schema", str, name) != SCHEMA:
        raise DocumentError(
            say('{0}: \'schema\' must be "{1}", not "{2}".', name, SCHEMA, document["schema"])
        )
    terms = tuple(_term(document, place, name) for place in range(len(expect(document, "terms", list, name))))
    codes = {term.code for term in terms}
    if len(codes) != len(terms):
        raise DocumentError(say("{0}: 'terms' gives a code twice; codes must be unique.", name))
    listed = _listed(terms, _combinations(document, codes, name), name)
    normalised: dict[str, str] = {}
    for word, code in listed.items():
        if normalised.setdefault(normalise(word), code) != code:
            raise DocumentError(say("{0}: the word '{1}' stands for two codes; keep one.", name, word))
    return Vocabulary(
        id=expect(document, "id", str, name),
        version=expect(document, "version", str, name),
        provenance=expect(document, "provenance", str, name),
        terms=terms,
        listed=listed,
        normalised=normalised,
    )


def read_vocabularies(folder: Path) -> dict[str, Vocabulary]:
    """All vocabularies of a folder by id; raises DocumentError as read_vocabulary does."""
    vocabularies = (read_vocabulary(path) for path in sorted(folder.glob("*.json")))
    return {vocabulary.id: vocabulary for vocabulary in vocabularies}


def _term(document: dict[str, Any], place: int, name: str) -> Term:
    path = f"terms.{place}"
    entry = expect(document, path, dict, name)
    return Term(
        code=expect(document, f"{path}.code", str, name),
        labels={language: expect(document, f"{path}.{language}", str, name) for language in LANGUAGES},
        raw=_words(document, f"{path}.raw", name),
        prefixes=_words(document, f"{path}.prefixes", name) if "prefixes" in entry else (),
        contains=_words(document, f"{path}.contains", name) if "contains" in entry else (),
        attributes={key: value for key, value in entry.items() if key not in _TERM_KEYS},
    )


def _words(document: dict[str, Any], path: str, name: str) -> tuple[str, ...]:
    words = expect(document, path, list, name)
    return tuple(expect(document, f"{path}.{place}", str, name) for place in range(len(words)))


def _combinations(
    document: dict[str, Any], codes: set[str], name: str
) -> Iterable[tuple[tuple[str, ...], str]]:
    if "combinations" not in document:
        return
    for place in range(len(expect(document, "combinations", list, name))):
        path = f"combinations.{place}"
        parts = _words(document, f"{path}.codes", name)
        absent = sorted(set(parts) - codes)
        if absent:
            raise DocumentError(
                say("{0}: '{1}.codes' names {2}, which is no term; add it.", name, path, absent[0])
            )
        yield _words(document, f"{path}.raw", name), LIST_SEPARATOR.join(parts)


def _listed(
    terms: Iterable[Term], combinations: Iterable[tuple[tuple[str, ...], str]], name: str
) -> dict[str, str]:
    listed: dict[str, str] = {}
    for words, code in [*((term.raw, term.code) for term in terms), *combinations]:
        for word in words:
            if listed.setdefault(word, code) != code:
                raise DocumentError(say("{0}: the word '{1}' stands for two codes; keep one.", name, word))
    return listed
