"""How sites stand to protected areas: sites by relation, distance bands as rings round the areas.

Sites and rings of one band have the same hue, darker inwards. Colour is never alone: sites differ in shape and
size too, rings lie in each other with a line between.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from qgis.core import (
    NULL,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsMarkerSymbol,
    QgsProperty,
    QgsRendererCategory,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from .context_styles import fill_symbol, with_alpha
from .symbols import plain_marker
from .theme import Theme

INSIDE, PARTLY, BEYOND = "inside", "partly inside", "beyond"
# Shape, size in mm and colour by nearness: inside, partly inside, then the bands from the area outwards.
_INSIDE_SIGN = ("diamond", 3.6, "#3f0012")
_PARTLY_SIGN = ("square", 3.0, "#3f0012")
_BAND_SIGNS = (
    ("triangle", 3.0, "#a50f15"),
    ("pentagon", 2.6, "#ef5a3c"),
    ("circle", 2.2, "#fca67a"),
    ("circle", 1.7, "#fee0c8"),
)
_BEYOND_SIGN = ("circle", 1.2, "#ffffff")
_CORE_SHARE = 0.42
_LINE_MM, _FAR_LINE_MM = 0.2, 0.15
_FOOTPRINT_ALPHA, _FOOTPRINT_LINE_MM = 0.6, 0.3
_RING_ALPHA, _RING_LINE, _RING_LINE_MM = 0.4, "#8c4a3a", 0.15
_WORDS = {
    "en": {
        INSIDE: "inside an area",
        PARTLY: "partly inside",
        BEYOND: "beyond",
        "approximate": "white core: boundary of the area approximate",
    },
    "fr": {
        INSIDE: "dans une aire",
        PARTLY: "en partie dans une aire",
        BEYOND: "au-delà de",
        "approximate": "cœur blanc : limite de l'aire approximative",
    },
}


def relations_in_order(values: Iterable[object]) -> list[str]:
    """Words of pa_band from the inside out, each once: inside, partly, bands, beyond all bands."""
    return sorted({str(value) for value in values if value not in (None, NULL, "")}, key=_place)


def relation_words(relation: str, language: str) -> str:
    """A relation for a reader: '0-1 km' keeps its figures, the words are those of the language."""
    words = _WORDS[language]
    if relation in words:
        return words[relation]
    return relation.replace("-", "–").replace(BEYOND, words[BEYOND])


def site_relation_renderer(
    theme: Theme,
    language: str,
    counts: Mapping[str, int | None],
    known: Iterable[object],
    geometry: QgsWkbTypes.GeometryType,
    has_approximate: bool = False,
    scale: float = 1.0,
) -> QgsCategorizedSymbolRenderer:
    """Sites by pa_band: shape, size and colour; the nearest to an area are drawn last.

    counts: relation -> sites, told in the legend unless None. known: all relations of the analysis, also those
    without sites here, so that a band has one sign everywhere. geometry: points or footprints. has_approximate
    adds what a white core means (the area that speaks for the site is a circle: pa_approximate is yes). scale
    is a factor on sizes.
    """
    relations = relations_in_order(counts)
    limits = _limits([*relations, *relations_in_order(known)])
    categories = []
    for place, relation in enumerate(relations):
        sign = _sign_of(relation, limits)
        if geometry == QgsWkbTypes.GeometryType.PolygonGeometry:
            symbol: QgsSymbol = _footprint(sign, relation, scale)
        else:
            symbol = _site(theme, sign, scale)
        for part in symbol.symbolLayers():
            part.setRenderingPass(len(relations) - place)
        n = counts[relation]
        label = relation_words(relation, language) + ("" if n is None else f": {n}")
        categories.append(QgsRendererCategory(relation, symbol, label))
    if has_approximate:
        sample = plain_marker(theme, size_mm=2.6 * scale, fill="#8b8b8b")
        sample.appendSymbolLayer(_core(theme, 2.6 * scale))
        categories.append(QgsRendererCategory("approximate", sample, _WORDS[language]["approximate"]))
    renderer = QgsCategorizedSymbolRenderer("pa_band", categories)
    renderer.setUsingSymbolLevels(True)
    return renderer


def style_site_areas(layer: QgsVectorLayer, theme: Theme, language: str) -> None:
    """Sites by their relation to the areas, as asm:protectedareaoverlap writes them."""
    relations = layer.uniqueValues(layer.fields().lookupField("pa_band"))
    approximate = layer.uniqueValues(layer.fields().lookupField("pa_approximate"))
    layer.setRenderer(
        site_relation_renderer(
            theme,
            language,
            dict.fromkeys(relations_in_order(relations)),
            relations,
            layer.geometryType(),
            "yes" in approximate,
        )
    )


def ring_renderer(
    language: str, bands: Iterable[object], known: Iterable[object], lines: float = 1.0
) -> QgsCategorizedSymbolRenderer:
    """Rings by band, paler outwards; known as for sites, lines is a factor on line widths."""
    categories = []
    ordered = relations_in_order(bands)
    limits = _limits([*ordered, *relations_in_order(known)])
    for band in ordered:
        tint = with_alpha(_sign_of(band, limits)[2], _RING_ALPHA)
        symbol = fill_symbol(tint, _RING_LINE, _RING_LINE_MM * lines)
        categories.append(QgsRendererCategory(band, symbol, relation_words(band, language)))
    return QgsCategorizedSymbolRenderer("band", categories)


def style_area_bands(layer: QgsVectorLayer, theme: Theme, language: str) -> None:
    """Distance bands as rings, as asm:areabands writes them."""
    bands = layer.uniqueValues(layer.fields().lookupField("band"))
    layer.setRenderer(ring_renderer(language, bands, bands))


def _place(relation: str) -> tuple[int, float]:
    """Inside, partly, then by the first number of the band, then what lies beyond all bands."""
    if relation in (INSIDE, PARTLY):
        return ((INSIDE, PARTLY).index(relation), 0.0)
    return (3 if relation.startswith(BEYOND) else 2, (*_numbers(relation), 0.0)[0])


def _numbers(relation: str) -> list[float]:
    return [float(part) for part in re.findall(r"\d+(?:\.\d+)?", relation)]


def _limits(relations: list[str]) -> list[float]:
    """All limits of bands that occur, in kilometres, from 0: a band that is not there leaves its limits."""
    return sorted({0.0, *(number for relation in relations for number in _numbers(relation))})


def _sign_of(relation: str, limits: list[float]) -> tuple[str, float, str]:
    rank, low = _place(relation)
    if rank == 2:
        return _BAND_SIGNS[min(limits.index(low), len(_BAND_SIGNS) - 1)]
    return {0: _INSIDE_SIGN, 1: _PARTLY_SIGN, 3: _BEYOND_SIGN}[rank]


def _site(theme: Theme, sign: tuple[str, float, str], scale: float) -> QgsMarkerSymbol:
    shape, size, colour = sign
    line = _LINE_MM if size > _BAND_SIGNS[-1][1] else _FAR_LINE_MM
    symbol = plain_marker(theme, size_mm=size * scale, shape=shape, fill=colour, stroke_mm=line)
    core = _core(theme, size * scale)
    shown = f"CASE WHEN \"pa_approximate\" = 'yes' THEN {core.size():.3f} ELSE 0 END"
    core.setDataDefinedProperty(QgsSymbolLayer.Property.PropertySize, QgsProperty.fromExpression(shown))
    core.setSize(0)  # a swatch of the legend has no site
    symbol.appendSymbolLayer(core)
    return symbol


def _core(theme: Theme, size_mm: float) -> QgsSymbolLayer:
    return plain_marker(theme, size_mm=size_mm * _CORE_SHARE, stroke_mm=0).takeSymbolLayer(0)


def _footprint(sign: tuple[str, float, str], relation: str, scale: float) -> QgsFillSymbol:
    dash = "dash" if relation == PARTLY else "solid"
    width = _FOOTPRINT_LINE_MM * scale * (2 if relation in (INSIDE, PARTLY) else 1)
    return fill_symbol(with_alpha(sign[2], _FOOTPRINT_ALPHA), "#333333", width, dash)
