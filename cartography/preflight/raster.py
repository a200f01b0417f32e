"""What would turn a vector print into a picture, and the memory that pictures take.

QGIS's own flags miss layer opacity, effects and masks, so renderers, symbols and text formats are walked.
"""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsDrawSourceEffect,
    QgsEffectStack,
    QgsLayout,
    QgsLayoutItem,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsPaintEffect,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QPainter

from ...core.memory import MIB, free_mib
from .drawn import label_settings, layers_of, renderers_of, symbol_layers, symbols_of
from .finding import PreflightFinding, Word, rule
from .page import finding_at, items_of, mm_per_unit, name_of, place_of

_NORMAL = QPainter.CompositionMode.CompositionMode_SourceOver
_MM_PER_INCH = 25.4
# Measured on A0 at 300 dpi: how many times the bytes of the page's picture a PDF takes for each cause.
_PDF_FACTOR = {"blend": 2.2, "opacity": 3.1, "effect": 5.4, "mask": 8.2}
_BASE_MIB = 200
# Qt's raster painter counts pixels in 16 bits.
_MOST_PIXELS = 32767


def rasterised(layout: QgsLayout) -> list[PreflightFinding]:
    """Opacity, blend modes, effects and masks of items, layers, symbols and labels."""
    findings = []
    for item in items_of(layout):
        if item.itemOpacity() < 1:
            findings.append(finding_at("item_opacity", item))
        if item.blendMode() != _NORMAL:
            findings.append(finding_at("item_blend", item))
        if isinstance(item, QgsLayoutItemMap):
            for layer in layers_of(item):
                causes = dict.fromkeys(_layer_causes(layer))
                findings.extend(_layer_finding(cause, item, layer) for cause in causes)
    return findings


def _layer_finding(cause: str, item: QgsLayoutItem, layer: QgsMapLayer) -> PreflightFinding:
    values = {"item": name_of(item), "layer": layer.name()}
    return PreflightFinding(f"layer_{cause}", values, item.id(), place_of(item), layer.id())


def _layer_causes(layer: QgsMapLayer) -> Iterator[str]:
    """opacity, blend, effect, mask or raster, as often as found."""
    if layer.blendMode() != _NORMAL:
        yield "blend"
    if not isinstance(layer, QgsVectorLayer):
        return  # a raster is a picture anyhow
    if layer.opacity() < 1:
        yield "opacity"
    if layer.featureBlendMode() != _NORMAL:
        yield "blend"
    for renderer in renderers_of(layer.renderer()):
        if has_effect(renderer.paintEffect()):
            yield "effect"
        if renderer.forceRasterRender() or renderer.type() == "heatmapRenderer":
            yield "raster"
        for symbol in symbols_of(renderer):
            for part in symbol_layers(symbol):
                if has_effect(part.paintEffect()):
                    yield "effect"
                if part.masks():
                    yield "mask"
    for settings in label_settings(layer):
        yield from _text_causes(settings.format())
    diagram = layer.diagramRenderer()
    if diagram is not None and any(part.opacity < 1 for part in diagram.diagramSettings()):
        yield "opacity"


def _text_causes(text: QgsTextFormat) -> Iterator[str]:
    buffer, shadow, background, mask = text.buffer(), text.shadow(), text.background(), text.mask()
    if text.blendMode() != _NORMAL:
        yield "blend"
    for part in (buffer, background, shadow):
        if part.enabled() and part.blendMode() != _NORMAL:
            yield "blend"
    # A shadow is blurred, which only pictures can be.
    if shadow.enabled() or any(
        part.enabled() and has_effect(part.paintEffect()) for part in (buffer, background)
    ):
        yield "effect"
    if mask.enabled():
        yield "mask"


def has_effect(effect: QgsPaintEffect | None) -> bool:
    """Whether a draw effect changes anything: QGIS hangs an idle stack on most symbols."""
    if effect is None or not effect.enabled():
        return False
    if isinstance(effect, QgsEffectStack):
        return any(has_effect(part) for part in effect.effectList())
    if isinstance(effect, QgsDrawSourceEffect):
        return effect.opacity() < 1 or effect.blendMode() != _NORMAL
    return True


def pixels(layout: QgsLayout, dpi: float) -> int:
    """Pixels of the largest page at a resolution."""
    return max((width * height for width, height in _page_pixels(layout, dpi)), default=0)


def _page_pixels(layout: QgsLayout, dpi: float) -> list[tuple[int, int]]:
    unit = mm_per_unit(layout) / _MM_PER_INCH * dpi
    pages = [layout.pageCollection().page(n).rect() for n in range(layout.pageCollection().pageCount())]
    return [(round(page.width() * unit), round(page.height() * unit)) for page in pages]


def needed_mib(layout: QgsLayout, dpi: float, has_picture: bool, causes: set[str]) -> float:
    """Memory that an export takes at its peak: 200 MiB and 4 bytes a pixel, for a PDF only what rasterises.

    causes: keys of _PDF_FACTOR. The factors were measured on QGIS 3.22 (masks are dearest there).
    """
    image = 4 * pixels(layout, dpi) / MIB
    factors = [_PDF_FACTOR[cause] for cause in causes]
    return _BASE_MIB + image * max([*factors, 1.0 if has_picture else 0.0])


def memory(
    layout: QgsLayout, dpi: float, has_picture: bool, found: list[PreflightFinding]
) -> list[PreflightFinding]:
    """Whether the export fits into half of the free memory; found are those of rasterised()."""
    longest = max((max(size) for size in _page_pixels(layout, dpi)), default=0)
    if has_picture and longest > _MOST_PIXELS:
        return [PreflightFinding("too_many_pixels", {"n": longest, "most": _MOST_PIXELS, "dpi": round(dpi)})]
    causes = {finding.code.rsplit("_", 1)[1] for finding in found} & set(_PDF_FACTOR)
    needed, free = needed_mib(layout, dpi, has_picture, causes), free_mib()
    share = rule("memory")["most_share_of_free"]
    if free is None or needed <= share * free:
        return []
    values = {"needed": round(needed), "free": round(free), "dpi": round(dpi)}
    kind = Word("memory_effects") if causes else Word("memory_pixels")
    return [PreflightFinding("memory", {**values, "cause": kind})]
