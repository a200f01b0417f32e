"""Areas found valid before, known again by their content: checking them takes longer than the analysis itself.

The file holds digests of polygons that were valid, and nothing else: SHA-256, cut to 16 bytes, of the version of
GEOS and of the polygon's WKB in degrees. A polygon that changed has another digest and is checked. A file that
is damaged or foreign is ignored and replaced; one that cannot be written is done without.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication

if TYPE_CHECKING:
    import numpy as np

_HEADING = b"ASM Atlas: valid areas, version 1\n"
_DIGEST_BYTES = 16
_CHECKSUM_BYTES = 32
_MOST_DIGESTS = 1_000_000


def cache_file() -> Path:
    """In the profile's cache, not beside a project: areas are known by content, whatever project they are in."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "cache" / "asm_atlas" / "valid_areas"


def digests_of(wkbs: Iterable[bytes | None]) -> np.ndarray:
    """(n,) digests as S16 of polygons in WKB; of None an empty one."""
    import numpy as np
    import shapely

    version = hashlib.sha256(shapely.geos_version_string.encode())

    def digest(wkb: bytes | None) -> bytes:
        if wkb is None:
            return b""
        whole = version.copy()
        whole.update(wkb)
        return whole.digest()[:_DIGEST_BYTES]

    return np.array([digest(wkb) for wkb in wkbs], dtype=f"S{_DIGEST_BYTES}")


def known_valid(digests: np.ndarray) -> np.ndarray:
    """(n,) bool: the polygons that were found valid before."""
    import numpy as np

    return np.isin(digests, _read()) & (digests != b"")


def remember_valid(digests: np.ndarray) -> None:
    """Add polygons that were found valid; of very many the latest are kept."""
    import numpy as np

    known = _read()
    new = np.setdiff1d(digests, known)
    if len(new) == 0:
        return
    body = np.concatenate([known, new])[-_MOST_DIGESTS:].tobytes()
    text = _HEADING + body
    path = cache_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # One name for all: what a killed run left is written over, and two runs at once spoil only their checksum.
        part = path.with_name(f"{path.name}.part")
        try:
            part.write_bytes(text + hashlib.sha256(text).digest())
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
    except OSError:
        return  # without it, areas are checked again next time


def _read() -> np.ndarray:
    import numpy as np

    none = np.empty(0, dtype=f"S{_DIGEST_BYTES}")
    path = cache_file()
    try:
        if path.stat().st_size > _MOST_DIGESTS * _DIGEST_BYTES + 1000:
            return none
        content = path.read_bytes()
    except OSError:
        return none
    text, checksum = content[:-_CHECKSUM_BYTES], content[-_CHECKSUM_BYTES:]
    body = text[len(_HEADING) :]
    if (
        not text.startswith(_HEADING)
        or len(body) % _DIGEST_BYTES
        or hashlib.sha256(text).digest() != checksum
    ):
        return none
    return np.frombuffer(body, dtype=none.dtype)
