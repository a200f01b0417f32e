"""What a column may hold by its values: shares of numbers, dates, coordinates and known words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..vocabulary import Vocabulary
from ..wording import say
from .coordinates import parse_points
from .dates import look_like_dates
from .profile_documents import VOCABULARIES
from .reader import split_words
from .repairs import parse_degrees
from .stated_locations import parse_pairs

SEPARATORS = (";", ",", "/", "|", "+", " ")
_MOST_ROWS = 5000
_MOST_WORDS = 150
_NUMBER = r"[-+]?\d+(?:[.,]\d+)?"
_THOUSANDS = r"[-+]?\d{1,3}(?:[.,\s\u202f'\u2019]\d{3})+"
_EASTING, _NORTHING = (1e5, 9.5e5), (0.0, 1.0e7)
_MOSTLY = 0.8


@dataclass(frozen=True)
class Values:
    """The filled cells of a column and what they look like.

    n: how many there are; the first 5,000 are looked at. distinct: share of values among these. texts: the
    commonest 150 values, weights: how often each is there. Shares are of the cells with these, 0..1.
    numbers: (len(texts),) read with point or comma, NaN for others. known: by kind of vocabulary the share of
    cells that it knows, single words and lists; separator: that of lists.
    """

    n: int
    texts: pd.Series
    weights: np.ndarray
    numbers: np.ndarray
    numeric: float
    whole: float
    fractions: float
    dates: float
    degrees: float
    axis: str
    points: float
    pairs: float
    distinct: float
    known: Mapping[str, float]
    separator: Mapping[str, str | None]
    decimal_commas: int
    decimal_points: int


def examine(cells: pd.Series, vocabularies: Mapping[str, Vocabulary], missing: frozenset[str]) -> Values:
    """Look at a column of text cells. missing: words for an empty cell."""
    texts = cells.dropna().astype(str).str.strip()
    silent = {word for word in texts.unique() if _unanswered(word, vocabularies)}
    texts = texts[~texts.isin(missing | silent)]
    n, texts = len(texts), texts.head(_MOST_ROWS)
    distinct = texts.nunique() / len(texts) if n else 0.0
    counts = texts.value_counts().head(_MOST_WORDS)
    texts, weights = pd.Series(counts.index, dtype=object), counts.to_numpy(dtype=float)

    def share(mask: np.ndarray) -> float:
        return _share(mask, weights)

    thousands = texts.str.fullmatch(_THOUSANDS)
    plain = texts.where(~thousands, texts.str.replace(r"[.,\s\u202f'\u2019]", "", regex=True))
    # 0.500 and 2.345 are more often decimals than thousands; ranges decide below.
    plain = plain.where(~texts.str.fullmatch(r"[-+]?\d+\.\d+"), texts).str.replace(",", ".", regex=False)
    numbers = pd.to_numeric(plain, errors="coerce").to_numpy(dtype=float)
    numbers = np.where(np.isfinite(numbers), numbers, np.nan)
    degrees, axes = parse_degrees(texts.to_numpy(dtype=object))
    lettered = np.isfinite(degrees) & (axes != "")
    pairs, _ = parse_pairs(texts.to_numpy(dtype=object), "lon lat")
    points, _ = parse_points(texts.to_numpy(dtype=object))
    known, separator = _known(counts, vocabularies)
    return Values(
        n=n,
        texts=texts,
        weights=weights,
        numbers=numbers,
        numeric=share(np.isfinite(numbers)),
        whole=share(np.isfinite(numbers) & (numbers == np.floor(numbers)) & (numbers >= 0)),
        fractions=share(np.isfinite(numbers) & (numbers != np.floor(numbers))),
        dates=share(look_like_dates(texts)),
        degrees=share(np.isfinite(degrees) & ~np.isfinite(numbers)),
        axis=_axis(axes[lettered]),
        points=share(np.isfinite(points)),
        pairs=share(np.isfinite(pairs)),
        distinct=distinct,
        known=known,
        separator=separator,
        decimal_commas=int((texts.str.fullmatch(r"[-+]?\d+,\d+") & ~thousands).sum()),
        decimal_points=int((texts.str.fullmatch(r"[-+]?\d+\.\d+") & ~thousands).sum()),
    )


def _unanswered(word: str, vocabularies: Mapping[str, Vocabulary]) -> bool:
    return "unanswered" in vocabularies and vocabularies["unanswered"].match(word).code is not None


def fit(values: Values, kind: str) -> tuple[float, str]:
    """How well values fit a kind, 0 for not at all, and what speaks for it, in the user's language.

    kind: key, site_key, name, text, actor, count, date, yes_no, longitude, latitude, geometry or one of the kinds of
    vocabularies. A column without values fits every kind a little.
    """
    if not values.n:
        return 0.6, say("the column is empty")
    if kind == "count":
        return (1.0, say("whole numbers")) if values.whole >= _MOSTLY or _counts(values) else (0.0, "")
    if kind == "date":
        return _date(values)
    if kind in ("longitude", "latitude"):
        return _coordinate(values, kind)
    if kind == "geometry":
        if values.points >= _MOSTLY:
            return 1.0, say("points as WKT or EWKB")
        return (1.0, say("pairs of coordinates")) if values.pairs >= _MOSTLY else (0.0, "")
    if kind in ("key", "site_key"):
        return _key(values, kind)
    if kind in ("name", "text", "actor"):
        return _text(values, kind)
    share = values.known.get(kind, 0.0)
    if kind == "yes_no":
        return (1.0, say("yes and no")) if share >= _MOSTLY and _answers(values) else (0.0, "")
    if share >= 0.5:
        return 1.0, say("{0:.0%} of the values are known words", share)
    if kind == "actors" or values.numeric > 0.2 or values.dates > 0.2:
        return 0.0, ""
    return (0.9, say("{0:.0%} of the values are known words", share)) if share >= 0.2 else (0.65, "")


def _counts(values: Values) -> bool:
    """Numbers with halves and the like, as in dozens, or with single words among them."""
    numbers = values.numbers[np.isfinite(values.numbers)]
    return values.numeric >= _MOSTLY and bool((numbers >= 0).all()) and bool((numbers * 4 % 1 == 0).all())


def _date(values: Values) -> tuple[float, str]:
    if values.dates >= _MOSTLY:
        return 1.0, say("dates")
    numbers = values.numbers
    years = _share((numbers >= 1980) & (numbers <= 2100) & (numbers == np.floor(numbers)), values.weights)
    serials = _share((numbers >= 25000) & (numbers < 60000), values.weights)
    if max(years, serials) >= 0.95:
        return 0.85, say("years") if years > serials else say("day numbers of a spreadsheet")
    return (0.75, say("some dates")) if values.dates >= 0.4 else (0.0, "")


def _coordinate(values: Values, kind: str) -> tuple[float, str]:
    if values.degrees >= _MOSTLY:
        wanted = "easting" if kind == "longitude" else "northing"
        return (1.0, say("degrees, minutes and seconds")) if values.axis in (wanted, "") else (0.0, "")
    if values.numeric + values.degrees < _MOSTLY:
        return 0.0, ""
    numbers = values.numbers[np.isfinite(values.numbers)]
    limit = 180 if kind == "longitude" else 90
    inside = float((np.abs(numbers) <= limit).mean()) if numbers.size else 0.0
    if inside >= _MOSTLY:
        return (1.0, say("decimal degrees")) if values.fractions >= 0.5 else (0.8, say("numbers in range"))
    low, high = _EASTING if kind == "longitude" else _NORTHING
    metres = (numbers >= low) & (numbers <= high)
    if kind == "latitude":
        metres &= numbers > 1000
    if numbers.size and float(metres.mean()) >= _MOSTLY:
        return 0.9, say("metres of a projected system; state it as coordinates.crs")
    return 0.0, ""


def _key(values: Values, kind: str) -> tuple[float, str]:
    words = _share(values.texts.str.contains(r"\s", regex=True).to_numpy(dtype=bool), values.weights)
    lengths = values.texts.str.len()
    if values.dates >= 0.5 or values.fractions > 0.2 or words > 0.2 or lengths.max() > 64:
        return 0.0, ""
    if values.known.get("yes_no", 0.0) >= _MOSTLY and values.n > 2:
        return 0.0, ""
    if kind == "site_key" and values.whole == 1.0 and values.distinct > 0.95:
        # Rows are numbered more often than sites.
        return 0.6, say("numbers, each once")
    return (1.0, say("keys, each once")) if values.distinct > 0.95 else (0.9, say("keys"))


def _text(values: Values, kind: str) -> tuple[float, str]:
    if values.numeric > 0.3 or values.dates > 0.3 or values.points > 0.3 or values.pairs > 0.3:
        return 0.0, ""
    if kind == "actor" and (values.known.get("yes_no", 0.0) > 0.5 or values.distinct == 0):
        return 0.0, ""
    if kind == "name" and values.known.get("yes_no", 0.0) > 0.5:
        return 0.0, ""
    if kind == "name" and values.n >= 50 and values.distinct < 0.05:
        return 0.6, say("few different words")
    return 1.0, say("text")


def _answers(values: Values) -> bool:
    """Whether yes or no is among the answers, and not only words for unknown or one lone number."""
    words = set(values.texts.str.casefold())
    return bool(
        words
        & {
            "0",
            "1",
            "0.0",
            "1.0",
            "yes",
            "no",
            "oui",
            "non",
            "true",
            "false",
            "vrai",
            "faux",
            "t",
            "f",
            "observed",
        }
    ) or ("none observed" in words)


def _known(
    counts: pd.Series, vocabularies: Mapping[str, Vocabulary]
) -> tuple[dict[str, float], dict[str, str | None]]:
    """By kind of vocabulary the share of known cells, and the separator with which most are."""
    known: dict[str, float] = {}
    separators: dict[str, str | None] = {}
    for kind, name in VOCABULARIES.items():
        vocabulary = vocabularies.get(name)
        if vocabulary is None or not len(counts):
            continue
        best, chosen = -1.0, None
        for separator in (None, *SEPARATORS):
            if separator is not None and not any(separator in text for text in counts.index):
                continue
            shares = [_share_known(text, vocabulary, separator, kind) for text in counts.index]
            share = float(np.dot(shares, counts.to_numpy())) / int(counts.sum())
            if share > best + 0.01:
                best, chosen = share, separator
        known[kind], separators[kind] = max(best, 0.0), chosen
    return known, separators


def _share_known(text: str, vocabulary: Vocabulary, separator: str | None, kind: str) -> float:
    words = split_words(" ".join(text.split()), separator)
    how = ("listed", "variant") if kind in ("yes_no", "minerals") else ("listed", "variant", "pattern")
    return sum(vocabulary.match(word).how in how for word in words) / len(words) if words else 0.0


def _axis(axes: np.ndarray) -> str:
    """northing or easting when all letters say so, "" without letters, mixed otherwise."""
    found = set(axes.tolist())
    return found.pop() if len(found) == 1 else ("mixed" if found else "")


def _share(mask: np.ndarray, weights: np.ndarray) -> float:
    total = weights.sum()
    return float(weights[np.asarray(mask, dtype=bool)].sum() / total) if total else 0.0
