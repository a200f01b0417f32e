"""Column names that a file format cut or damaged, such as those of a Shapefile, back to what a profile knows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from .notes import Note

if TYPE_CHECKING:
    from .profile import Profile

# dBASE names have ten bytes; GDAL tells equal ones apart as 12345678_1 and 1234567810.
_BYTES = 10
_STEM = 8


def whole_names(header: Iterable[str], wanted: Sequence[str]) -> dict[str, str]:
    """Each name of a header with the column it stands for: one of `wanted` where that is certain, else itself."""
    header = list(header)
    restored, _, _ = _restored(header, wanted)
    return {name: restored.get(name, name) for name in header}


def with_whole_names(frame: pd.DataFrame, profile: Profile) -> tuple[pd.DataFrame, list[Note]]:
    """A table whose cut columns have the names that its profile knows, with a finding for each.

    Names that may be several columns of the profile stay as they are, which is a finding too.
    """
    restored, unclear, by_order = _restored(list(frame.columns), profile.source_columns())
    rules = {name: "column_cut_order" if name in by_order else "column_cut" for name in restored}
    notes = [Note(rules[name], name, column) for name, column in restored.items()]
    notes += [Note("column_cut_unclear", name, ", ".join(columns)) for name, columns in unclear.items()]
    if restored:
        frame = frame.copy(deep=False)
        frame.columns = [restored.get(name, name) for name in frame.columns]
    return frame, notes


def _restored(
    header: Sequence[str], wanted: Sequence[str]
) -> tuple[dict[str, str], dict[str, list[str]], set[str]]:
    """Columns by cut name, for names that are not certain the columns in question, and names told by order."""
    present = {name.casefold() for name in header}
    known = {column.casefold() for column in wanted}
    lacking = [column for column in dict.fromkeys(wanted) if column.casefold() not in present]
    # GDAL's own names of columns without a header are no cut names.
    free = [n for n in header if n.casefold() not in known and not re.fullmatch(r"(?i)field_?\d+", n)]
    if not lacking or not free:
        return {}, {}, set()
    by_cut: dict[str, list[str]] = {}
    for column in lacking:
        for cut in {_plain(column)[:_BYTES], _plain(column)} | _byte_cuts(column):
            by_cut.setdefault(cut, []).append(column)
    restored: dict[str, str] = {}
    unclear: dict[str, list[str]] = {}
    by_order: set[str] = set()
    families: dict[str, list[str]] = {}
    for name in free:
        plain = _plain(_mended(name))
        families.setdefault(plain if plain in by_cut else _family(plain, by_cut), []).append(name)
    for cut, names in families.items():
        columns = by_cut.get(cut, [])
        if len(columns) == 1 and len(names) == 1:
            restored[names[0]] = columns[0]
        elif columns and len(columns) == len(names) and _differ_by_number(columns):
            restored.update(zip(sorted(names, key=_place), sorted(columns, key=_numbers)))
        elif len(columns) == len(names) == 2 and _begins(*sorted(columns, key=len)):
            # A question comes before its details: visit_onsite, visit_onsite_novisitreason.
            by_order.update(names)
            restored.update(zip(sorted(names, key=_place), sorted(columns, key=len)))
        elif columns:
            unclear.update(dict.fromkeys(names, columns))
    # Two names for one column: neither is certain.
    taken = list(restored.values())
    for name, column in list(restored.items()):
        if taken.count(column) > 1:
            unclear[name] = [restored.pop(name)]
    return restored, unclear, by_order


def _family(plain: str, by_cut: dict[str, list[str]]) -> str:
    """The cut name that a name with a number at its end (stem_1 or stem10) was made of."""
    match = re.fullmatch(rf"(.{{{_STEM - 1},{_STEM}}})_?\d{{1,2}}", plain)
    if match is None or len(plain) > _BYTES:
        return plain
    stems = [cut for cut in by_cut if len(cut) == _BYTES and cut.startswith(match.group(1)[:_STEM])]
    return stems[0] if len(stems) == 1 else plain


def _byte_cuts(column: str) -> set[str]:
    """What is left of a name after ten bytes, in the encodings that programs write or without its accents."""
    cuts = {_plain(re.sub(r"[^\x00-\x7f]", lost, column))[:_BYTES] for lost in ("_", "__", "")}
    for encoding in ("utf-8", "cp1252"):
        raw = column.encode(encoding, errors="replace")
        if len(raw) > _BYTES:
            cuts.add(_plain(raw[:_BYTES].decode(encoding, errors="ignore")))
    return cuts


def _mended(name: str) -> str:
    """UTF-8 that was read as cp1252 back to itself."""
    try:
        return name.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return name


def _plain(name: str) -> str:
    """Lower case without accents; signs that stand for lost letters, and any but letters and digits, are _."""
    parts = unicodedata.normalize("NFD", name.casefold())
    letters = "".join(part for part in parts if not unicodedata.combining(part))
    return re.sub(r"[^a-z0-9]", "_", letters)


def _begins(short: str, long: str) -> bool:
    return long.casefold().startswith(short.casefold())


def _differ_by_number(columns: Sequence[str]) -> bool:
    return len({re.sub(r"\d+", "#", column) for column in columns}) == 1


def _numbers(column: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", column)]


def _place(name: str) -> int:
    """Order in which GDAL named equal names: bare, _1, _2, ..., 10."""
    match = re.fullmatch(rf".{{{_STEM}}}_?(\d{{1,2}})", name)
    return int(match.group(1)) if match and len(name) <= _BYTES else 0
