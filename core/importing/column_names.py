"""What a column may hold by its name: names in English and French, however a program has written them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..documents import expect, read_document
from ..exceptions import DocumentError
from ..wording import say

SCHEMA = "asm-atlas/columns/1"
_SHAPEFILE_LENGTH = 10
_SHORTEST_CUT = 6
_MOST_LOST = 4
# Where a question is asked about says nothing beside two words that tell.
_PLACES = frozenset(("site", "mine"))


@dataclass(frozen=True)
class ColumnWords:
    """One atlas column, kind of list or part of an actor, and what it is called.

    target: as in a Suggestion. values: kind of values that it has. labels: by language, to show.
    certain: suggested only when the whole name and the values tell.
    """

    target: str
    values: str
    labels: Mapping[str, str] = field(hash=False)
    names: tuple[str, ...]
    weak: tuple[str, ...]
    certain: bool


@dataclass(frozen=True)
class Columns:
    """All targets; fillers: words without meaning in a name; missing: words for an empty cell."""

    words: tuple[ColumnWords, ...]
    fillers: frozenset[str]
    missing: frozenset[str]


@dataclass(frozen=True)
class Likeness:
    """How well a name fits, 0..1, the known name that it is like, and its number (mineral2), 0 for none."""

    score: float
    name: str
    number: int
    whole: bool


def read_columns(path: Path) -> Columns:
    """Read resources/columns/columns.json. Raises DocumentError naming the file and the path in it."""
    name = path.name
    document = read_document(path)
    if expect(document, "schema", str, name) != SCHEMA:
        raise DocumentError(
            say('{0}: \'schema\' must be "{1}", not "{2}".', name, SCHEMA, document["schema"])
        )
    for key in ("version", "provenance"):
        expect(document, key, str, name)
    count = len(expect(document, "columns", list, name))
    return Columns(
        tuple(_column_words(document, f"columns.{place}", name) for place in range(count)),
        frozenset(expect(document, "fillers", list, name)),
        frozenset(expect(document, "missing", list, name)),
    )


def _column_words(document: dict[str, Any], place: str, name: str) -> ColumnWords:
    entry = expect(document, place, dict, name)
    return ColumnWords(
        target=expect(document, f"{place}.target", str, name),
        values=expect(document, f"{place}.values", str, name),
        labels={language: expect(document, f"{place}.{language}", str, name) for language in ("fr", "en")},
        names=tuple(expect(document, f"{place}.names", list, name)),
        weak=tuple(entry.get("weak", ())),
        certain=bool(entry.get("certain", False)),
    )


def likenesses(column: str, columns: Columns) -> dict[str, Likeness]:
    """By target, how well the name of a column fits; targets that it does not fit are left out."""
    found: dict[str, Likeness] = {}
    for text, share in _readings(column):
        for number, stem in _numbers(text):
            form = _form(stem, columns.fillers)
            if not form.compact:
                continue
            for words in columns.words:
                score, name, whole = _best(form, words, columns.fillers)
                best = found.get(words.target)
                if score * share > (best.score if best else 0.0):
                    found[words.target] = Likeness(score * share, name, number, whole)
    if len(column) == _SHAPEFILE_LENGTH:
        if _tokens(column)[-1:] and _tokens(column)[-1] in columns.fillers:
            # PRESENCE_A may be cut from more than presence.
            certain = {words.target for words in columns.words if words.certain}
            found = {target: like for target, like in found.items() if target not in certain}
        if not any(likeness.whole for likeness in found.values()):
            found.update(_cut(column, columns))
    return found


def number_of(column: str) -> int:
    """The number in a name such as mineral2 or actor1name_tax; 0 where it has none or several."""
    numbers = re.findall(r"(?<!\d)\d(?!\d)", column)
    return int(numbers[0]) if len(numbers) == 1 else 0


@dataclass(frozen=True)
class _Form:
    """A name without accents and capitals: as one word, and as the set of words that mean something."""

    compact: str
    words: frozenset[str]


@lru_cache(maxsize=4096)
def _form(text: str, fillers: frozenset[str]) -> _Form:
    tokens = _tokens(text)
    return _Form("".join(tokens), frozenset(_singular(token) for token in tokens if token not in fillers))


@lru_cache(maxsize=4096)
def _without_accents(known: str) -> re.Pattern[str]:
    """The name with letters gone that may have had an accent, which some programs drop or blot out."""
    return re.compile("".join(f"{letter}?" if letter in "aeiouc" else letter for letter in known))


def _lost_accents(compact: str, known: str) -> bool:
    lost = len(known) - len(compact)
    return (
        len(known) >= _SHORTEST_CUT
        and 1 <= lost <= _MOST_LOST
        and _without_accents(known).fullmatch(compact) is not None
    )


def _best(form: _Form, words: ColumnWords, fillers: frozenset[str]) -> tuple[float, str, bool]:
    """Score, known name, and whether the whole name is meant."""
    best: tuple[float, str, bool] = (0.0, "", False)
    for names, most in ((words.names, 1.0), (words.weak, 0.75)):
        for name in names:
            known = _form(name, fillers)
            if form.compact == known.compact:
                score, whole = most, True
            elif form.words and known.words in (
                form.words,
                form.words - _PLACES if len(known.words) > 1 else None,
            ):
                score, whole = most - 0.05, True
            elif _lost_accents(form.compact, known.compact):
                score, whole = most - 0.15, True
            elif known.words and len(known.words) > 1 and known.words < form.words and not words.certain:
                score, whole = most * (0.4 + 0.4 * len(known.words) / len(form.words)), False
            else:
                continue
            best = max(best, (score, name, whole), key=lambda each: each[0])
    return best


def _cut(column: str, columns: Columns) -> dict[str, Likeness]:
    """The target with a name that begins as one cut to the ten characters of a Shapefile.

    A beginning that names of several targets share tells none of them. Where the name must be certain, a
    single word is, and the beginning of several is not.
    """
    beginning = _compact(column)
    if len(beginning) < _SHORTEST_CUT:
        return {}
    fitting: dict[ColumnWords, str] = {}
    for words in columns.words:
        names = [name for name in words.names if _compact(name).startswith(beginning)]
        if names:
            fitting[words] = min(names, key=lambda name: name.count(" "))
    if len(fitting) != 1:
        return {}
    words, name = next(iter(fitting.items()))
    if words.certain and " " in name:
        return {}
    return {words.target: Likeness(0.8, name, number_of(column), True)}


def _readings(column: str) -> list[tuple[str, float]]:
    """The ways to read a name: as it is, with mended letters, without the groups that survey forms put first."""
    texts = [column, *_mended(column)]
    readings = [(text, 1.0) for text in texts]
    for text in texts:
        for part in re.split(r"[/.:]+", text)[-1:]:
            if part and part != text:
                readings.append((part, 0.97))
        question = re.sub(r"^\s*(?:[A-Za-z]?\d+[.):_-]\s*)+", "", text)
        if question != text:
            readings.append((question, 1.0))
        bare = re.sub(r"[\[(].*?[\])]", " ", text)
        if bare != text:
            readings.append((bare, 0.95))
        split = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
        if split != text:
            readings.append((split, 0.97))
    return readings


def _mended(column: str) -> list[str]:
    """A name whose UTF-8 was read as cp1252 or Latin-1, as it was written."""
    mended = []
    for encoding in ("cp1252", "latin-1"):
        try:
            text = column.encode(encoding).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        if text != column and text not in mended:
            mended.append(text)
    return mended


def _numbers(text: str) -> list[tuple[int, str]]:
    """The name with its digits, and without the one that counts."""
    number = number_of(text)
    if not number:
        return [(0, text)]
    return [(0, text), (number, re.sub(r"(?<!\d)\d(?!\d)", " ", text, count=1))]


def _compact(text: str) -> str:
    return "".join(_tokens(text))


def _tokens(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", _plain(text))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace("\u2019", "'"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word
