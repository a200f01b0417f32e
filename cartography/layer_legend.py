"""QGIS's own legend of the layers of a map as a section of the key."""

from __future__ import annotations

from qgis.core import (
    QgsLayerTree,
    QgsLayoutItemLegend,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF, QSizeF
from qgis.PyQt.QtGui import QFont

from .fonts import line_height_mm, set_legend_font, sheet_font, wrap
from .key import KeyStyle, Section, section_heading
from .page import Page


def is_of_one_sign(layer: QgsVectorLayer) -> bool:
    """Whether the layer's name is all that its line of the legend says; a lone class has a name of its own."""
    return isinstance(layer.renderer(), QgsSingleSymbolRenderer)


def layers_section(texts: dict[str, str], name: str, layers: list[QgsVectorLayer]) -> Section:
    """QGIS's own legend of layers, on an explicit tree and at its measured size; name: key of the heading."""

    def draw(page: Page, x: float, y: float, width: float, style: KeyStyle) -> float:
        top = y
        y += section_heading(page, name, x, y, width, style, texts[name])
        legend = QgsLayoutItemLegend(page.layout)
        legend.setId(f"{name}_legend")
        legend.setAutoUpdateModel(False)
        root: QgsLayerTree = legend.model().rootGroup()
        root.removeAllChildren()
        for layer in layers:
            node = root.addLayer(layer)
            if len(layers) == 1 or is_of_one_sign(layer):
                QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
            legend.model().refreshLayerLegend(node)
        styles = {
            QgsLegendStyle.Style.Subgroup: sheet_font(style.text_pt, bold=True),
            QgsLegendStyle.Style.SymbolLabel: style.text,
            QgsLegendStyle.Style.Group: style.text,
            QgsLegendStyle.Style.Title: style.heading,
        }
        for part, font in styles.items():
            set_legend_font(legend, part, font)
        line = line_height_mm(style.text)
        legend.setSymbolWidth(5.0 * style.mm)
        legend.setSymbolHeight(line * 0.75)
        legend.setBoxSpace(0)
        legend.setColumnSpace(0)
        for part, side, space in (
            (QgsLegendStyle.Style.Title, QgsLegendStyle.Side.Bottom, 0.0),  # kept free even without a title
            (QgsLegendStyle.Style.Symbol, QgsLegendStyle.Side.Top, line * 0.3),
            (QgsLegendStyle.Style.Subgroup, QgsLegendStyle.Side.Top, line * 0.3),
            (QgsLegendStyle.Style.SymbolLabel, QgsLegendStyle.Side.Left, 1.2 * style.mm),
        ):
            settings = legend.style(part)
            settings.setMargin(side, space)
            legend.setStyle(part, settings)
        legend.setSplitLayer(False)
        _wrap_legend(legend, style.text, width - 6.5 * style.mm)
        size: QSizeF = QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize()
        slack = line * 0.5  # the last text's descenders are outside the measured size
        if page.draws:
            legend.setResizeToContents(False)
            legend.attemptSetSceneRect(QRectF(x, y, width, size.height() + slack))
            page.layout.addLayoutItem(legend)
        else:
            legend.deleteLater()
        return y - top + size.height() + slack

    return draw


def _wrap_legend(legend: QgsLayoutItemLegend, font: QFont, width: float) -> None:
    """Break long legend texts ourselves: QGIS wraps them from 3.44 on only."""
    mark = "\n"
    legend.setWrapString(mark)
    model = legend.model()
    for tree_layer in model.rootGroup().findLayers():
        for number, node in enumerate(model.layerLegendNodes(tree_layer)):
            text = str(node.data(0) or "") or tree_layer.layer().name()
            lines = wrap(text, font, width)
            if len(lines) > 1:
                QgsMapLayerLegendUtils.setLegendNodeUserLabel(tree_layer, number, mark.join(lines))
        model.refreshLayerLegend(tree_layer)
