"""Names of files made from names of places: safe on every system, and made by a pattern."""

from __future__ import annotations

import hashlib
import re
import string
import unicodedata
from collections import Counter

from .exceptions import SheetError
from .wording import say

# Names that Windows keeps for devices, with any suffix.
_RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}
_MOST_LETTERS = 60
_MOST_STEM = 150  # systems allow 255 bytes, suffix and folder names need some


def file_slug(text: str) -> str:
    """Small ASCII letters, digits and hyphens; a name without any is named after its checksum."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_MOST_LETTERS].strip("-")
    if not slug and text:
        slug = _digest(text)
    return f"{slug}-" if slug in _RESERVED else slug


def check_pattern(pattern: str, placeholders: tuple[str, ...]) -> None:
    """Raise SheetError unless a pattern names files by plain placeholders such as {map_id}-v{version}."""
    known = ", ".join(f"{{{name}}}" for name in placeholders)
    try:
        parts = list(string.Formatter().parse(pattern))
    except ValueError as error:
        raise SheetError(
            say("The pattern of file names '{0}' cannot be read ({1}); use {2}.", pattern, error, known)
        ) from error
    literal = "".join(part[0] for part in parts)
    if re.search(r'[\\/:*?"<>|\x00-\x1f]', literal) or any(".." in part[0] for part in parts):
        raise SheetError(
            say("The pattern of file names '{0}' has signs that no file may have; take them out.", pattern)
        )
    for _, name, spec, conversion in parts:
        if name is not None and (name not in placeholders or spec or conversion):
            raise SheetError(say("The pattern of file names knows no '{{{0}}}'; use {1}.", name, known))
    if all(name is None for _, name, _, _ in parts):
        raise SheetError(say("The pattern of file names gives all sheets one name; use {0}.", known))


def file_stem(pattern: str, values: dict[str, str]) -> str:
    """A file name without suffix: each value as a slug, the map id and literal text as they are but safe."""
    safe = {name: value if name == "map_id" else file_slug(value) for name, value in values.items()}
    plain = unicodedata.normalize("NFKD", pattern.format(**safe)).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^A-Za-z0-9._-]+", "-", plain)
    stem = re.sub(r"-{2,}", "-", stem).strip("-. ")[:_MOST_STEM].strip("-. ")
    if not stem or stem.split(".")[0].lower() in _RESERVED:
        return f"sheet-{stem}".strip("-")
    return stem


def distinct_stems(stems: dict[str, str]) -> dict[str, str]:
    """The same names by key; those that two keys share, also on systems blind to case, get a checksum of the key.

    A name so keeps its form whatever else is in the series as long as the names it clashes with are.
    """
    shared = Counter(stem.lower() for stem in stems.values())
    return {
        key: stem if shared[stem.lower()] == 1 else f"{stem}-{_digest(key)}" for key, stem in stems.items()
    }


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
