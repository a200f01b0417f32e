"""Names of far too many sites: the most important are tried, the others counted as without room."""

import pytest
from asm_atlas.cartography.export import export_pdf
from asm_atlas.cartography.export_presets import export_options
from asm_atlas.cartography.name_limit import limit_names, most_names
from asm_atlas.cartography.sheet import build_sheet
from asm_atlas.cartography.sheet_layers import SheetLayers
from asm_atlas.cartography.sheet_request import SheetRequest
from qgis.core import QgsExpression, QgsExpressionContext, QgsPalLayerSettings


def test_more_names_on_larger_paper():
    assert (most_names(841, 1189), most_names(210, 297)) == (9999, 623)


def sites(n):
    return [
        {"lon": 28 + i % 40 / 100, "lat": -2 + i // 40 / 100, "workers": 600 if i % 3 == 0 else 5}
        for i in range(n)
    ]


@pytest.mark.parametrize("most, names", [(100, 100), (40, 40), (13, 13), (500, 120)])
def test_the_most_important_are_tried(make_site_layer, sheet_project, most, names):
    layers = SheetLayers(sites=make_site_layer(sites(120)))
    sheet = build_sheet(layers, SheetRequest(paper="A4"), sheet_project)
    layer = sheet.ground.sites
    limit_names(layer, '"workers"', most)
    settings = layer.labeling().settings()  # its properties live no longer than it
    shown = settings.dataDefinedProperties().property(QgsPalLayerSettings.Property.Show)
    expression = QgsExpression(shown.expressionString() or "true")
    context = QgsExpressionContext()
    tried = []
    for site in layer.getFeatures():
        context.setFeature(site)
        if expression.evaluate(context):
            tried.append(site["workers"])
    assert len(tried) == names
    assert tried.count(600) == min(names, 40)


def test_names_that_are_not_tried_are_counted(make_site_layer, sheet_project, tmp_path):
    layers = SheetLayers(sites=make_site_layer(sites(800)))
    sheet = build_sheet(layers, SheetRequest(paper="A4"), sheet_project)
    counted = export_pdf(sheet, tmp_path / "sheet.pdf", export_options("screen"))
    assert counted.placed + len(counted.unplaced) == 800
