"""How far apart colours look, also to people with a colour-vision deficiency, and how well they stand out.

Colours are "#rrggbb". Dichromacy is simulated at full severity by Machado, Oliveira and Fernandes (2009),
IEEE Transactions on Visualization and Computer Graphics 15(6), 1291-1298. Distances are Euclidean in
CAM02-UCS of Luo, Cui and Li (2006), Color Research and Application 31(4), 320-330.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

# Distances below TOO_NEAR cannot be told apart; below NEAR a second cue (shape, letter, hatch) is needed.
TOO_NEAR, NEAR = 5.0, 10.0
# WCAG 2.1, 1.4.11: what graphical objects need against their ground.
LEAST_CONTRAST = 3.0

NORMAL = "normal"
# Machado et al. (2009), severity 1.0, on linear RGB.
_DICHROMACY = {
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
VISIONS = (NORMAL, *_DICHROMACY)

# IEC 61966-2-1: linear sRGB to XYZ for D65.
_TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_WHITE = np.array([0.95047, 1.0, 1.08883])

# CIECAM02 (CIE 159:2004) under the viewing conditions of sRGB: 64 lux, grey surround, average.
_CAT02 = np.array([[0.7328, 0.4296, -0.1624], [-0.7036, 1.6975, 0.0061], [0.0030, 0.0136, 0.9834]])
_HPE = np.array([[0.38971, 0.68898, -0.07868], [-0.22981, 1.18340, 0.04641], [0.0, 0.0, 1.0]])
_F, _C, _NC, _ADAPTING, _BACKGROUND = 1.0, 0.69, 1.0, 64 / np.pi / 5, 20.0


@dataclass(frozen=True)
class NearestPair:
    """The two colours of a set that are hardest to tell apart under one vision."""

    vision: str
    distance: float
    first: int
    second: int


def rgb_of(colours: Sequence[str]) -> np.ndarray:
    """Colours "#rrggbb" as (n, 3) floats of 0..1."""
    digits = [colour.lstrip("#") for colour in colours]
    values = [[int(text[at : at + 2], 16) for at in (0, 2, 4)] for text in digits]
    return np.array(values, dtype=float).reshape(-1, 3) / 255


def hex_of(rgb: np.ndarray) -> list[str]:
    """(n, 3) floats of 0..1 as "#rrggbb"."""
    whole = np.rint(np.clip(rgb, 0, 1) * 255).astype(int)
    return ["#{:02x}{:02x}{:02x}".format(*row) for row in whole.tolist()]


def _linear(rgb: np.ndarray) -> np.ndarray:
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def _encoded(linear: np.ndarray) -> np.ndarray:
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)


def _seen(rgb: np.ndarray, vision: str) -> np.ndarray:
    """Linear sRGB as a person of that vision sees it, cut to what a screen or paper can show."""
    linear = _linear(rgb)
    return linear if vision == NORMAL else np.clip(linear @ _DICHROMACY[vision].T, 0, 1)


def seen_as(colours: Sequence[str], vision: str) -> list[str]:
    """The colours as they look to a person of that vision."""
    return hex_of(_encoded(_seen(rgb_of(colours), vision)))


def _ucs(linear: np.ndarray) -> np.ndarray:
    """Linear sRGB (n, 3) as J', a', b' of CAM02-UCS (n, 3)."""
    xyz, white = linear @ _TO_XYZ.T * 100, _WHITE * 100
    k = 1 / (5 * _ADAPTING + 1)
    fl = 0.2 * k**4 * 5 * _ADAPTING + 0.1 * (1 - k**4) ** 2 * (5 * _ADAPTING) ** (1 / 3)
    n = _BACKGROUND / white[1]
    nbb = 0.725 * n**-0.2
    z = 1.48 + np.sqrt(n)
    degree = _F * (1 - np.exp((-_ADAPTING - 42) / 92) / 3.6)
    gain = degree * white[1] / (_CAT02 @ white) + 1 - degree

    def responses(tristimulus: np.ndarray) -> np.ndarray:
        cones = (tristimulus @ _CAT02.T * gain) @ np.linalg.inv(_CAT02).T @ _HPE.T
        raised = np.abs(fl * cones / 100) ** 0.42
        return np.sign(cones) * 400 * raised / (raised + 27.13) + 0.1

    def achromatic(cones: np.ndarray) -> np.ndarray:
        return (cones @ np.array([2.0, 1.0, 1 / 20]) - 0.305) * nbb

    cones = responses(xyz)
    a = cones @ np.array([1.0, -12 / 11, 1 / 11])
    b = cones @ np.array([1.0, 1.0, -2.0]) / 9
    hue = np.arctan2(b, a)
    eccentricity = (np.cos(hue + 2) + 3.8) / 4
    share = np.clip(achromatic(cones) / achromatic(responses(white)), 0, None)  # black may round below 0
    lightness = 100 * share ** (_C * z)
    t = 50000 / 13 * _NC * nbb * eccentricity * np.hypot(a, b) / (cones @ np.array([1.0, 1.0, 21 / 20]))
    chroma = t**0.9 * np.sqrt(lightness / 100) * (1.64 - 0.29**n) ** 0.73
    colourfulness = chroma * fl**0.25
    jp = 1.7 * lightness / (1 + 0.007 * lightness)
    mp = np.log1p(0.0228 * colourfulness) / 0.0228
    return np.stack([jp, mp * np.cos(hue), mp * np.sin(hue)], axis=-1)


def distances(colours: Sequence[str], vision: str = NORMAL) -> np.ndarray:
    """(n, n) distances in CAM02-UCS between colours as a person of that vision sees them."""
    places = _ucs(_seen(rgb_of(colours), vision))
    return np.linalg.norm(places[:, None, :] - places[None, :, :], axis=-1)


def nearest_pair(colours: Sequence[str], vision: str = NORMAL) -> NearestPair | None:
    """The pair that is hardest to tell apart; None for fewer than two colours."""
    if len(colours) < 2:
        return None
    apart = distances(colours, vision)
    apart[np.tril_indices(len(colours))] = np.inf
    first, second = divmod(int(np.argmin(apart)), len(colours))
    return NearestPair(vision, float(apart[first, second]), first, second)


def nearest_pairs(colours: Sequence[str]) -> list[NearestPair]:
    """The hardest pair under each vision, normal first; empty for fewer than two colours."""
    return [pair for pair in (nearest_pair(colours, vision) for vision in VISIONS) if pair is not None]


def worst_distance(colours: Sequence[str]) -> float:
    """The least distance of any pair under any vision; infinite for fewer than two colours."""
    return min((pair.distance for pair in nearest_pairs(colours)), default=float("inf"))


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.1, 0 (black) to 1 (white)."""
    return float(_linear(rgb_of([colour]))[0] @ np.array([0.2126, 0.7152, 0.0722]))


def contrast(first: str, second: str) -> float:
    """Contrast ratio of WCAG 2.1, 1 (none) to 21 (black on white)."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def lightness(colour: str) -> float:
    """L* of CIE 1976, 0..100."""
    y = luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > (6 / 29) ** 3 else y * (29 / 3) ** 3


def over(colour: str, alpha: float, ground: str = "#ffffff") -> str:
    """The opaque colour that a tint of that alpha (0..1) gives on a ground."""
    top, below = rgb_of([colour, ground])
    return hex_of((alpha * top + (1 - alpha) * below)[None, :])[0]
