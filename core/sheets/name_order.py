"""The order of names in an index: as readers expect it, the same on every machine."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart into a base letter and an accent.
_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l"}
)


def name_order(name: str) -> tuple:
    """A key to sort names by: no case, accents or punctuation, numbers by their size, then the name itself.

    Names that begin with a digit come before those that begin with a letter, and empty ones last.
    """
    plain = unicodedata.normalize("NFKD", name.translate(_LIGATURES))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    parts = re.findall(r"[0-9]+|[^\W\d_]+", plain)
    key = tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts)
    return (not plain.strip(), key, name)
