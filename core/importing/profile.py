"""Import profiles: how the columns of one kind of source become the atlas tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ..exceptions import ProfileError
from ..wording import say
from .cut_names import whole_names


@dataclass(frozen=True)
class Bounds:
    """Where the country lies, degrees of EPSG:4326, the margin already added."""

    west: float
    south: float
    east: float
    north: float

    def hold(self, longitude: np.ndarray, latitude: np.ndarray) -> np.ndarray:
        """(n,) booleans: which locations lie inside; none that is NaN does."""
        inside = (longitude >= self.west) & (longitude <= self.east)
        return inside & (latitude >= self.south) & (latitude <= self.north)


@dataclass(frozen=True)
class ListColumns:
    """An answer with several values: over several columns, or in one with a separator, or both."""

    columns: tuple[str, ...]
    separator: str | None


@dataclass(frozen=True)
class ActorLayout:
    """Where the armed or state actors of a visit stand; "{slot}" in a column name is 1..slots.

    type: a column per slot with the class; or type_set: one column with the classes of all actors; or
    neither, then names alone tell. class_by_name: names that tell the class; class_of_several: names
    asked when the set has several; class_otherwise: of any other name where there are no types.
    """

    slots: int
    name: str
    frequency: str | None
    behaviours: Mapping[str, str]
    type: str | None
    type_set: str | None
    separator: str
    class_by_name: Mapping[str, str]
    class_of_several: Mapping[str, str]
    class_otherwise: str | None

    def columns(self) -> list[str]:
        """All source columns of the layout."""
        patterns = [self.name, *self.behaviours.values()]
        patterns += [pattern for pattern in (self.frequency, self.type) if pattern]
        names = [
            pattern.replace("{slot}", str(slot)) for slot in range(1, self.slots + 1) for pattern in patterns
        ]
        return names + ([self.type_set] if self.type_set else [])


@dataclass(frozen=True)
class RowKind:
    """What the rows of a project (given in full, or by its beginning) are."""

    kind: str
    project: str | None
    project_prefix: str | None
    decides: str | None

    def fits(self, project: str) -> bool:
        if self.project is not None:
            return project == self.project
        return project.startswith(self.project_prefix or "")


@dataclass(frozen=True)
class FormerNames:
    """Names of units that are no more, and the column in which rows with such a name have today's unit."""

    column: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Coordinates:
    """How the columns of coordinates are written.

    crs: authority id, None for degrees of EPSG:4326. decimal_comma: None where each value tells itself.
    form: decimal, dms, pair (both in the geometry column), wkt, or None where nothing is said. order: of a
    pair, "lon lat" or "lat lon"; for projected coordinates these are easting and northing.
    """

    crs: str | None = None
    decimal_comma: bool | None = None
    form: str | None = None
    order: str | None = None

    @property
    def stated(self) -> bool:
        return self != Coordinates()

    def text(self) -> str:
        """What is stated, for findings."""
        comma = {True: say("decimal comma"), False: say("decimal point"), None: None}[self.decimal_comma]
        return ", ".join(word for word in (self.crs, self.form, self.order, comma) if word)


@dataclass(frozen=True)
class Profile:
    """One kind of source. Read from resources/profiles; see the JSON for what each entry does.

    header: columns that tell the source; header_absent: columns that its tables never have.
    headers_also: other lists of columns that tell it, of shortened tables. column_also: names that a column
    has in some of its tables. former: columns whose old names of units give way to those of another column.
    project: that of all rows, for sources without a column for it.
    missing_words: cells with these words are empty. site_qualification: whether sites take their
    status from "statuses" (decision lists) or "visits", where the source has written it there.
    row_kinds: none means that all rows are visits which speak for their sites.
    recode: by atlas column or kind of list, codes of words written as vocabulary.normalise does. units: what
    the figures of a count column are multiplied with. constants: words that all rows have. site_key_from:
    atlas columns of which site keys are made where the profile has no pcode. date_order: "day first",
    "month first" or None where the column tells. sheet: the sheet or layer of a file that is read.
    """

    id: str
    version: str
    label: Mapping[str, str]
    provenance: str
    licence: str
    licence_url: str
    credit: dict[str, str]
    release: dict[str, str]
    country: str
    bounds: Bounds
    header: tuple[str, ...]
    header_absent: tuple[str, ...]
    headers_also: tuple[tuple[str, ...], ...]
    column_also: Mapping[str, tuple[str, ...]]
    former: Mapping[str, FormerNames]
    missing_words: tuple[str, ...]
    site_qualification: str
    project: str | None
    site_key: str | None
    columns: Mapping[str, str]
    optional: tuple[str, ...]
    minerals: ListColumns
    services: ListColumns
    actors: ActorLayout
    ignored: tuple[str, ...]
    comment: tuple[str, ...]
    row_kinds: tuple[RowKind, ...]
    speaks_prefixes: tuple[str, ...]
    earliest: pd.Timestamp
    year_projects: tuple[str, ...]
    list_rows: int
    asked_since: Mapping[str, pd.Timestamp]
    recall_months: int | None
    vocabularies: Mapping[str, str]
    merged_into: str | None
    at_village: tuple[str, ...]
    workers_doubtful_above: int
    recode: Mapping[str, Mapping[str, str]]
    units: Mapping[str, float]
    constants: Mapping[str, str]
    coordinates: Coordinates
    decimal_comma: bool | None
    site_key_from: tuple[str, ...]
    date_order: str | None
    sheet: str | None

    def credit_sentence(self, release: str | None, language: str) -> str:
        """The credit to print, in English ("en") or French ("fr"), with the release ("2026-05") when it is known."""
        named = self.release[language].replace("{release}", release) if release else ""
        return self.credit[language].replace("{release}", named)

    def row_kind(self, project: str | None) -> RowKind:
        """The first rule that fits; rows of any other project were reported by third parties."""
        if not self.row_kinds:
            return RowKind("visit", None, None, None)
        for rule in self.row_kinds:
            if project is not None and rule.fits(project):
                return rule
        return RowKind("third_party", None, None, None)

    def speaks(self, project: str | None) -> bool:
        """Whether visits of a project may speak for a site."""
        if not self.row_kinds:
            return True
        return project is not None and project.startswith(self.speaks_prefixes)

    def source_columns(self) -> list[str]:
        """All columns that the profile can use."""
        return [
            *self.columns.values(),
            *self.minerals.columns,
            *self.services.columns,
            *self.actors.columns(),
            *self.comment,
            *(former.column for former in self.former.values()),
        ]

    def fitted(self, header: Iterable[str]) -> Profile:
        """This profile with the names that the columns of a table have."""
        present = {name.casefold() for name in header}
        columns = dict(self.columns)
        for column, others in self.column_also.items():
            names = [name for name in (columns[column], *others) if name.casefold() in present]
            columns[column] = names[0] if names else columns[column]
        return replace(self, columns=columns)

    def missing(self, header: Iterable[str]) -> list[str]:
        """Columns of the profile's header that a table lacks; none when one of headers_also is there.

        Upper and lower case are not told apart.
        """
        present = {name.casefold() for name in header}
        if any(present.issuperset(name.casefold() for name in also) for also in self.headers_also):
            return []
        return [name for name in self.header if name.casefold() not in present]


def recognise(header: Sequence[str], profiles: Iterable[Profile]) -> Profile:
    """The profile that fits a table's header; of several, the one that knows most of its columns.

    Among those that know as many, the one that lacks the fewest.

    Raises ProfileError saying which columns were looked for and which were found.
    """
    profiles = list(profiles)
    present = {name.casefold() for name in header}
    fitting = [
        profile
        for profile in profiles
        if not profile.missing(whole_names(header, profile.source_columns()).values())
        and present.isdisjoint(name.casefold() for name in profile.header_absent)
    ]
    if not fitting:
        looked_for = "; ".join(f"{profile.id}: {', '.join(profile.header)}" for profile in profiles)
        found = ", ".join(header) if len(header) <= 20 else say("{0} and others", ", ".join(header[:20]))
        raise ProfileError(
            say(
                "No import profile fits the columns; looked for {0}. The layer has: {1}. Describe "
                "its columns in a profile of your own, with the import wizard or by hand, and give "
                "it as PROFILE_FILE.",
                looked_for,
                found or say("none"),
            )
        )

    def share(profile: Profile) -> tuple[int, int]:
        known = [column.casefold() in present for column in profile.fitted(header).source_columns()]
        return sum(known), -len(known)

    return max(fitting, key=share)


def check_header(profile: Profile, header: Sequence[str]) -> None:
    """Raises ProfileError when a table lacks columns that the chosen profile cannot do without."""
    missing = profile.missing(header)
    if missing:
        raise ProfileError(
            say(
                "The profile {0} needs the columns {1}, but the layer lacks {2}; choose another "
                "profile or rename the columns.",
                profile.id,
                ", ".join(profile.header),
                ", ".join(missing),
            )
        )
