"""How sites stand to protected areas: sites by relation, distance bands as rings round the areas.

Sites and rings of one band have the same hue, darker inwards. Colour is never alone: sites differ in shape and
size too, rings lie in each other with a line between.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from qgis.core import (
    NULL,
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFillSymbol,
    QgsMarkerSymbol,
    QgsProperty,
    QgsRendererCategory,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.exceptions import SheetError
from ..core.wording import say
from .class_style import area_symbol, sign
from .symbols import mixed, plain_marker, quoted
from .theme import Theme, read_theme
from .theme_legend import LegendEntry, LegendGroup, ThemedLayer

INSIDE, PARTLY, BEYOND = "inside", "partly inside", "beyond"


def relations_in_order(values: Iterable[object]) -> list[str]:
    """Words of pa_band from the inside out, each once: inside, partly, bands, beyond all bands."""
    return sorted({str(value) for value in values if value not in (None, NULL, "")}, key=_place)


def relation_words(relation: str, language: str) -> str:
    """A relation for a reader: '0-1 km' keeps its figures, the words are those of the language."""
    theme = read_theme("site_areas")
    if relation in (INSIDE, PARTLY):
        return theme.at("inside" if relation == INSIDE else "partly")["label"][language]
    return relation.replace("-", "–").replace(BEYOND, theme.at("beyond.label")[language])


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
        look = _look_of(theme.sibling("site_areas"), relation, limits)
        if geometry == QgsWkbTypes.GeometryType.PolygonGeometry:
            symbol: QgsSymbol = _footprint(theme, look, scale, relation in (INSIDE, PARTLY))
        else:
            symbol = _site(theme, look, language, scale)
        for part in symbol.symbolLayers():
            part.setRenderingPass(len(relations) - place)
        n = counts[relation]
        colon = " : " if language == "fr" else ": "
        label = relation_words(relation, language) + ("" if n is None else f"{colon}{n}")
        categories.append(QgsRendererCategory(relation, symbol, label))
    if has_approximate:
        approximate = theme.at("site_areas.approximate")
        sample = sign(theme, approximate, language, scale)
        categories.append(QgsRendererCategory("approximate", sample, approximate["label"][language]))
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
    theme = read_theme("area_bands")
    for band in ordered:
        symbol = area_symbol(theme, {**theme.at("look"), **_look_of(theme, band, limits)}, lines)
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


def _look_of(theme: Theme, relation: str, limits: list[float]) -> Mapping[str, Any]:
    """The look of a relation; more bands than the theme has looks for are steps between its first and last."""
    rank, low = _place(relation)
    if rank != 2:
        return theme.at({0: "inside", 1: "partly", 3: "beyond"}[rank])
    looks, n_bands, place = theme.at("bands"), len(limits) - 1, limits.index(low)
    if n_bands <= len(looks):
        return looks[place]
    at = min(place / (n_bands - 1), 1.0) * (len(looks) - 1)
    below, above, share = looks[int(at)], looks[min(int(at) + 1, len(looks) - 1)], at - int(at)
    look = {**below, "fill": mixed(below["fill"], above["fill"], share)}
    if "size_mm" in below:
        look["size_mm"] = below["size_mm"] + share * (above["size_mm"] - below["size_mm"])
    return look


def _site(theme: Theme, look: Mapping[str, Any], language: str, scale: float) -> QgsMarkerSymbol:
    symbol = sign(theme, {key: value for key, value in look.items() if key != "dash"}, language, scale)
    core_mm = theme.at("site_areas.approximate.core") * look["size_mm"] * scale
    core = plain_marker(theme, size_mm=core_mm, stroke_mm=0).takeSymbolLayer(0)
    shown = f"CASE WHEN \"pa_approximate\" = 'yes' THEN {core_mm:.3f} ELSE 0 END"
    core.setDataDefinedProperty(QgsSymbolLayer.Property.PropertySize, QgsProperty.fromExpression(shown))
    core.setSize(0)  # a swatch of the legend has no site
    symbol.appendSymbolLayer(core)
    return symbol


def _footprint(theme: Theme, look: Mapping[str, Any], scale: float, is_inside: bool) -> QgsFillSymbol:
    footprint = theme.at("site_areas.footprint")
    width = footprint["stroke_mm"] * (2 if is_inside else 1)
    of_area = {"fill": look["fill"], "dash": look.get("dash", "solid"), **footprint, "stroke_mm": width}
    return area_symbol(theme, of_area, scale)


def themed_bands(
    theme: Theme, layer: QgsVectorLayer, language: str, scale: float, as_of: date
) -> ThemedLayer:
    """Bands of a layer from the inside out, and one line for features without a band."""
    field = theme.at("field")
    place = layer.fields().lookupField(field)
    if place < 0:
        raise SheetError(
            say(
                "The layer '{0}' has no field '{1}', which the theme '{2}' reads; choose another "
                "layer or theme.",
                layer.name(),
                field,
                theme.label[language],
            )
        )
    bands = relations_in_order(layer.uniqueValues(place))
    rest, groups = theme.at("rest"), []
    if theme.at("geometry") == "polygon":
        renderer = ring_renderer(language, bands, bands, scale)
        unknown: QgsSymbol = area_symbol(theme, {**theme.at("look"), **rest}, scale)
    else:
        counts = dict.fromkeys(bands)
        renderer = site_relation_renderer(theme, language, counts, bands, layer.geometryType(), False, scale)
        unknown = sign(theme, rest, language, scale)
        core = theme.at("approximate")
        if layer.fields().lookupField("pa_approximate") >= 0:
            entry = LegendEntry(
                core["label"][language], sign(theme, core, language, scale), "\"pa_approximate\" = 'yes'"
            )
            groups = [LegendGroup("", [entry])]
    column = QgsExpression.quotedColumnRef(field)
    entries = [
        LegendEntry(category.label(), category.symbol().clone(), f"{column} = {quoted(category.value())}")
        for category in renderer.categories()
    ]
    renderer.setClassAttribute(f"coalesce({column}, '')")
    renderer.addCategory(QgsRendererCategory("", unknown.clone(), rest["label"][language]))
    entries.append(LegendEntry(rest["label"][language], unknown, f"coalesce({column}, '') = ''"))
    return ThemedLayer(renderer, theme.heading(language), entries, theme.note(language), groups)
