"""Distance bands round areas: 'inside', '0-1 km', ... 'beyond 50 km'."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..exceptions import AsmAtlasError
from ..wording import say

INSIDE = "inside"


class BandError(AsmAtlasError):
    """Band limits that are no rising row of positive numbers."""


@dataclass(frozen=True)
class Bands:
    """Bands by their upper limits in kilometres, rising; a limit belongs to the band that it closes.

    Raises BandError when there is no limit, or one is not positive and above the one before.
    """

    limits_km: tuple[float, ...]

    def __post_init__(self) -> None:
        rising = all(low < high for low, high in zip((0.0, *self.limits_km), self.limits_km))
        if not self.limits_km or not rising or self.limits_km[-1] == float("inf"):
            written = ", ".join(f"{limit:g}" for limit in self.limits_km)
            raise BandError(
                say(
                    "The bands '{0}' are not positive kilometres that rise; write them like 1, 5, 10, 50.",
                    written,
                )
            )

    @classmethod
    def from_text(cls, text: str) -> Bands:
        """Bands from '1, 5, 10, 50' (kilometres). Raises BandError on anything else."""
        try:
            return cls(tuple(float(part) for part in text.replace(";", ",").split(",")))
        except ValueError:
            raise BandError(
                say(
                    "The bands '{0}' are not numbers with commas between; write them like 1, 5, 10, 50.", text
                )
            ) from None

    @property
    def reach_m(self) -> float:
        """The largest limit in metres."""
        return self.limits_km[-1] * 1000

    @property
    def labels(self) -> tuple[str, ...]:
        """Words for a signed distance, from the inside out: one more than limits at either end."""
        lows = (0.0, *self.limits_km)
        rings = [f"{low:g}-{high:g} km" for low, high in zip(lows, self.limits_km)]
        return (INSIDE, *rings, f"beyond {self.limits_km[-1]:g} km")

    @property
    def names(self) -> tuple[str, ...]:
        """A word per band that a field name can hold: '1km', '0_5km'."""
        return tuple(f"{limit:g}km".replace(".", "_").replace("+", "") for limit in self.limits_km)

    def place(self, distance_m: np.ndarray) -> np.ndarray:
        """Index into labels of signed distances in metres (0 and below are inside)."""
        steps = np.searchsorted(np.array(self.limits_km) * 1000, distance_m, side="left") + 1
        return np.where(np.asarray(distance_m) <= 0, 0, steps)
