"""How many sheets can be made at once with the memory and the processors of the machine."""

from __future__ import annotations

import math

from .memory import MIB

# A process with QGIS and the layers of a province; an A0 sheet as PDF peaked at 260 MiB, with dense layers at 400.
_BASE_MIB = 400
_BYTES_PER_PIXEL = 4
_MM_PER_INCH = 25.4
_SHARE_OF_FREE = 0.75


def sheet_mib(width_mm: float, height_mm: float, dpi: float, has_picture: bool) -> float:
    """MiB that a worker takes at its peak: a base, and 4 bytes for each pixel of a picture."""
    if not has_picture:
        return _BASE_MIB
    per_mm = dpi / _MM_PER_INCH
    return _BASE_MIB + _BYTES_PER_PIXEL * width_mm * per_mm * height_mm * per_mm / MIB


def workers_that_fit(
    asked: int, n_sheets: int, each_mib: float, free_mib: float | None, n_processors: int
) -> int:
    """The number of workers: at least 1, no more than sheets or than three quarters of the free memory hold.

    asked: 0 for one each processor. each_mib: of the largest sheet. free_mib: None where it is not known,
    then there are no more than 2.
    """
    most = 2 if free_mib is None else math.floor(_SHARE_OF_FREE * free_mib / each_mib)
    return max(1, min(asked or n_processors, n_sheets, most))
