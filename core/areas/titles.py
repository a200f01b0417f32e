"""Mining titles and artisanal zones: what a cadastre's words for type, status, holder and dates stand for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from ..documents import expect, read_document
from ..exceptions import DocumentError
from ..wording import say

SCHEMA = "asm-atlas/titles/1"
ROLES = ("code", "type", "status", "holder", "expiry", "granted")
# Standing of a title on a day.
ACTIVE, PENDING, EXPIRED, REFUSED, UNKNOWN = "active", "pending", "expired", "refused", "unknown"
STANDINGS = (ACTIVE, UNKNOWN, PENDING, EXPIRED, REFUSED)
# Classes of the scorecard's question, from the one that says least to the one that overrides all others.
NONE, OTHER, COOPERATIVE, ZONE, PROHIBITED = "none", "other_active", "cooperative", "zea_active", "prohibited"
CLASSES = (NONE, OTHER, COOPERATIVE, ZONE, PROHIBITED)
ARTISANAL_ZONE = "artisanal_zone"
_EPOCH_MILLISECONDS = re.compile(r"-?\d{11,14}")


@dataclass(frozen=True)
class TitleGroup:
    """Types that are of a kind: its code, the class of an active title, whether such titles end."""

    code: str
    title_class: str
    has_term: bool


@dataclass(frozen=True)
class TitleStatus:
    """A status: its code, the standing of a title before its expiry, and that after it."""

    code: str
    before: str
    after: str
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class TitleWords:
    """resources/areas/titles.json: aliases of fields, kinds of title, statuses, words for cooperatives."""

    fields: dict[str, tuple[str, ...]]
    groups: tuple[TitleGroup, ...]
    group_of_type: dict[str, TitleGroup]
    statuses: tuple[TitleStatus, ...]
    project_groups: frozenset[str]
    project: re.Pattern[str]
    cooperative: re.Pattern[str]
    not_cooperative: re.Pattern[str]
    unstated: frozenset[str]


def read_title_words(path: Path) -> TitleWords:
    """The words of titles. Raises DocumentError when the file is not as it must be."""
    document, name = read_document(path), path.name

    def at(place: str, kind: type) -> Any:
        return expect(document, place, kind, name)

    def chosen(place: str, among: Iterable[str]) -> str:
        word = at(place, str)
        if word not in among:
            raise DocumentError(
                say(
                    "{name}: '{place}' must be one of {among}, not '{word}'.",
                    name=name,
                    place=place,
                    among=", ".join(among),
                    word=word,
                )
            )
        return word

    if at("schema", str) != SCHEMA:
        raise DocumentError(say("{0}: 'schema' must be '{1}'.", name, SCHEMA))
    groups, by_type = [], {}
    for n in range(len(at("groups", list))):
        group = TitleGroup(
            at(f"groups.{n}.code", str),
            chosen(f"groups.{n}.class", CLASSES),
            at(f"groups.{n}.has_term", bool),
        )
        groups.append(group)
        for value in at(f"groups.{n}.values", list):
            if by_type.setdefault(folded(value), group) is not group:
                raise DocumentError(
                    say("{0}: the type '{1}' stands in two groups; take one out.", name, value)
                )
    statuses = tuple(
        TitleStatus(
            at(f"statuses.{n}.code", str),
            chosen(f"statuses.{n}.before", STANDINGS),
            chosen(f"statuses.{n}.after", STANDINGS),
            _any_of(at(f"statuses.{n}.words", list)),
        )
        for n in range(len(at("statuses", list)))
    )
    return TitleWords(
        fields={role: tuple(at(f"fields.{role}", list)) for role in ROLES},
        groups=tuple(groups),
        group_of_type=by_type,
        statuses=statuses,
        project_groups=frozenset(at("not_instituted.groups", list)),
        project=_any_of(at("not_instituted.words", list)),
        cooperative=_any_of(at("cooperative.words", list)),
        not_cooperative=_any_of(at("cooperative.not", list)),
        unstated=frozenset(folded(word) for word in at("unstated", list)),
    )


def folded(text: str) -> str:
    """Text without accents, case and punctuation: "Droit Octroyé PR->PE" is "droit octroye pr pe"."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", bare.casefold()))


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of these whole words; a star at the end stands for more letters."""
    parts = [re.escape(folded(word)) + (r"\w*" if word.endswith("*") else "") for word in words]
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")


def classify_titles(stated: pd.DataFrame, words: TitleWords, at: date) -> pd.DataFrame:
    """What each title is and how it stands on the day `at`.

    stated: text as in the layer, None where empty; columns code, type, status, holder, expiry, granted.
    Returns, row by row: code, type, status, holder (text, None where not stated), expiry and granted
    (datetime64, NaT where not stated or not readable), is_unreadable (bool: a date that is none), group
    (code, "unknown" where no group has the type), has_term (bool), standing (one of STANDINGS), doubt (""
    or what leaves the standing open: expiry, status), cooperative (yes, no, unknown: whether the holder is
    one; of several holders some is unknown), low and high (int: places in CLASSES between which the class
    of a site inside the title lies).

    The rules. A title is valid to the end of its day of expiry. One with a term whose expiry is not known
    is unknown, never active; artisanal and prohibited zones have no term. A title not granted by the day,
    applied for, or a zone that is a project only, is pending. In renewal, in force majeure or while it is
    changed, a title may outlive its expiry, so that it is unknown after it.
    """
    table = pd.DataFrame(index=stated.index)
    for role in ("code", "type", "status", "holder"):
        table[role] = _once(stated[role], lambda text: _stated(text, words))
    for role in ("expiry", "granted"):
        table[role] = read_dates(stated[role])
    table["is_unreadable"] = (
        _once(stated["expiry"], lambda text: _stated(text, words)).notna() & table["expiry"].isna()
    )
    groups = _once(table["type"], lambda text: words.group_of_type.get(folded(text)))
    table["group"] = [UNKNOWN if group is None else group.code for group in groups]
    table["has_term"] = [group is None or group.has_term for group in groups]
    statuses = _once(table["status"], lambda text: status_of(text, words))
    is_project = table["group"].isin(words.project_groups) & _once(
        table["holder"], lambda text: words.project.search(folded(text)) is not None
    ).eq(True)
    table["standing"], table["doubt"] = _standing(table, statuses, is_project.to_numpy(), at)
    held = _once(table["holder"], lambda text: _is_cooperative(text, words))
    table["cooperative"] = held.where(held.notna(), UNKNOWN)
    table["low"], table["high"] = _class_range(table, groups)
    return table


def read_dates(texts: pd.Series) -> pd.Series:
    """Dates from text: ISO dates with or without time, 2021/03/04, 20210304, milliseconds since 1970.

    Day and month in other orders would be a guess and give NaT, as do years that no calendar of pandas has.
    """

    def day(text: str) -> pd.Timestamp:
        text = text.strip()
        if _EPOCH_MILLISECONDS.fullmatch(text):
            return pd.to_datetime(int(text), unit="ms", errors="coerce")
        if re.fullmatch(r"\d{8}", text):
            return pd.to_datetime(text, format="%Y%m%d", errors="coerce")
        return pd.to_datetime(text[:10].replace("/", "-"), format="%Y-%m-%d", errors="coerce")

    return pd.to_datetime(_once(texts, day)).astype("datetime64[ns]").dt.normalize()


def status_of(text: str, words: TitleWords) -> TitleStatus | None:
    """The first status in the list that has a word of the text; None when none has."""
    plain = folded(text)
    return next((status for status in words.statuses if status.pattern.search(plain)), None)


def _once(texts: pd.Series, meaning) -> pd.Series:
    """The meaning of each text, found once for each distinct one; None where there is none."""
    found = {text: meaning(text) for text in texts.dropna().unique().tolist()}
    return pd.Series([found.get(text) for text in texts.tolist()], index=texts.index, dtype=object)


def _stated(text: str, words: TitleWords) -> str | None:
    return None if folded(text) in words.unstated else " ".join(text.split())


def _is_cooperative(holders: str, words: TitleWords) -> str:
    """Whether the holders, with semicolons between, are cooperatives: yes, no, or unknown where some are."""
    names = [folded(part) for part in holders.split(";") if folded(part) not in words.unstated]
    are = {words.cooperative.search(words.not_cooperative.sub(" ", name)) is not None for name in names}
    return UNKNOWN if len(are) != 1 else ("yes" if are.pop() else "no")


def _standing(
    table: pd.DataFrame, statuses: pd.Series, is_project: np.ndarray, at: date
) -> tuple[np.ndarray, np.ndarray]:
    day = np.datetime64(at, "D")
    expiry = table["expiry"].to_numpy().astype("datetime64[D]")
    granted = table["granted"].to_numpy().astype("datetime64[D]")
    before = np.array([UNKNOWN if s is None else s.before for s in statuses], dtype=object)
    after = np.array([UNKNOWN if s is None else s.after for s in statuses], dtype=object)
    standing = np.where(expiry < day, after, before)
    is_open = np.isnat(expiry) & table["has_term"].to_numpy() & (standing == ACTIVE)
    doubt = np.where(standing == UNKNOWN, "status", np.where(is_open, "expiry", "")).astype(object)
    standing = np.where(is_open, UNKNOWN, standing)
    waits = (is_project | (granted > day)) & np.isin(standing, (ACTIVE, UNKNOWN))
    return np.where(waits, PENDING, standing), np.where(waits, "", doubt)


def _class_range(table: pd.DataFrame, groups: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Least and greatest place in CLASSES that a site inside can have by this title."""
    rank = {name: place for place, name in enumerate(CLASSES)}
    of_group = np.array([-1 if group is None else rank[group.title_class] for group in groups])
    held = table["cooperative"].to_numpy()
    low = np.where(of_group < 0, rank[OTHER], of_group)
    high = np.where(of_group < 0, rank[PROHIBITED], of_group)
    is_other = of_group == rank[OTHER]
    low = np.where(is_other & (held == "yes"), rank[COOPERATIVE], low)
    high = np.where(is_other & (held != "no"), rank[COOPERATIVE], high)
    standing = table["standing"].to_numpy()
    is_out = ~np.isin(standing, (ACTIVE, UNKNOWN))
    return np.where(standing == ACTIVE, low, 0), np.where(is_out, 0, high)
