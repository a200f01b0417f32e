"""Bands of distance from areas, as rings or as sites in them: the bands are those that the layer names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from qgis.core import NULL, QgsVectorLayer

from .class_style import class_renderer, class_shows, class_symbol
from .symbols import mixed
from .theme import Theme
from .theme_classes import ThemeClass
from .theme_legend import LegendEntry, ThemedLayer

_INSIDE = "inside"
_FRENCH = (
    (r"^inside$", "à l'intérieur"),
    (r"^beyond (.+)$", r"au-delà de \1"),
    (r"^(\S+)-(\S+ km)$", r"\1 à \2"),
)
_ENGLISH = ((r"^(\S+)-(\S+ km)$", r"\1 to \2"),)


def themed_bands(
    theme: Theme, layer: QgsVectorLayer, language: str, scale: float, as_of: date
) -> ThemedLayer:
    """A category per band of the layer from the inside out, and one for features without a band."""
    classes = _band_classes(theme, layer)
    entries = [
        LegendEntry(entry.label[language], class_symbol(theme, entry, language, scale), shows)
        for entry, shows in zip(classes, class_shows(theme, classes, {}))
    ]
    renderer = class_renderer(theme, classes, language, {}, scale)
    return ThemedLayer(renderer, theme.heading(language), entries, theme.note(language))


def _band_classes(theme: Theme, layer: QgsVectorLayer) -> list[ThemeClass]:
    field = theme.at("field")
    values = layer.uniqueValues(layer.fields().lookupField(field))
    bands = sorted((str(value) for value in values if value not in (None, NULL, "")), key=_from_inside)
    common, outside = theme.document.get("look", {}), [band for band in bands if band != _INSIDE]
    looks = dict(zip(outside, _row_of_looks(theme.at("bands"), len(outside))))
    looks[_INSIDE] = theme.at("inside")
    # Of sites that lie together the nearest to an area is seen.
    classes = [
        ThemeClass(
            band, _words(band), {**common, **looks[band], "order": len(bands) - place + 1}, ({field: [band]},)
        )
        for place, band in enumerate(bands)
    ]
    rest = theme.at("rest")
    return [*classes, ThemeClass(rest["id"], rest["label"], {**common, **rest}, ())]


def _row_of_looks(looks: Sequence[Mapping[str, Any]], n: int) -> list[Mapping[str, Any]]:
    """Looks for n bands: the theme's own, or with more bands than those, steps between its first and last."""
    if n <= len(looks):
        return list(looks[:n])
    row = []
    for place in range(n):
        at = place / (n - 1) * (len(looks) - 1)
        below, above = looks[int(at)], looks[min(int(at) + 1, len(looks) - 1)]
        look = {**looks[place % len(looks)], "fill": mixed(below["fill"], above["fill"], at - int(at))}
        if "size_mm" in below:
            look["size_mm"] = below["size_mm"] + (above["size_mm"] - below["size_mm"]) * (at - int(at))
        row.append(look)
    return row


def _words(band: str) -> dict[str, str]:
    """A band as the layer writes it, in the words of a legend."""
    words = {"en": band, "fr": band}
    for language, rules in (("en", _ENGLISH), ("fr", _FRENCH)):
        for pattern, written in rules:
            words[language] = re.sub(pattern, written, words[language])
    return {**words, "fr": words["fr"].replace(".", ",")}


def _from_inside(band: str) -> tuple[int, float]:
    """Inside, then by the first number of the band, then what lies beyond all bands."""
    if band == _INSIDE:
        return (0, 0.0)
    number = re.search(r"\d+(\.\d+)?", band)
    return (2 if band.startswith("beyond") else 1, float(number.group()) if number else 0.0)
