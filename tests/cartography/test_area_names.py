"""Protected areas on the ground of others: what can be seen is in the legend, what is hidden has no name."""

import pytest
from asm_atlas.cartography.area_styles import area_label, areas_in_view
from asm_atlas.cartography.theme import read_theme
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsGeometry,
    QgsRectangle,
    QgsVectorLayer,
)

FIELDS = "field=area_name:string&field=iucn_cat:string&field=tier:integer&field=approximate:string"
PARK = (28.0, -2.0, 29.0, -1.0)
VIEW = QgsRectangle(27, -3, 30, 0)
NATIONAL_PARK, UNCATEGORISED = 1, 4


@pytest.fixture()
def park_layer(qgis_new_project):
    """Makes a layer of the park and one more area: its box, category, tier and approximate."""

    def make(box, category, tier=1, approximate="no"):
        layer = QgsVectorLayer(f"Polygon?crs=EPSG:4326&{FIELDS}", "areas", "memory")
        for name, bounds, *values in (
            ("Park", PARK, "II", 1, "no"),
            ("Other", box, category, tier, approximate),
        ):
            area = QgsFeature(layer.fields())
            area.setAttributes([name, *values])
            area.setGeometry(QgsGeometry.fromRect(QgsRectangle(*bounds)))
            layer.dataProvider().addFeatures([area])
        return layer

    return make


@pytest.mark.parametrize(
    "box, category, tier, approximate, classes, named",
    [
        (PARK, "Not Applicable", 1, "no", {NATIONAL_PARK}, ["Park (II)"]),
        (PARK, "Not Applicable", 1, "yes", {NATIONAL_PARK}, ["Park (II)"]),
        ((28.0, -2.0, 29.01, -1.0), "Not Applicable", 1, "no", {NATIONAL_PARK, UNCATEGORISED}, ["Park (II)"]),
        (
            (28.5, -2.0, 29.5, -1.0),
            "Not Applicable",
            1,
            "no",
            {NATIONAL_PARK, UNCATEGORISED},
            ["Park (II)", "Other"],
        ),
        (PARK, "Not Applicable", 2, "no", {NATIONAL_PARK, "second"}, ["Park (II)", "Other"]),
        (PARK, "II", 1, "no", {NATIONAL_PARK}, ["Park (II)", "Other (II)"]),
        ((28.2, -1.8, 28.4, -1.6), "Ia", 1, "no", {0, NATIONAL_PARK}, ["Park (II)", "Other (Ia)"]),
    ],
    ids=[
        "under the park",
        "a circle under the park",
        "but for a sliver",
        "half of it",
        "hatched over it",
        "of the same category",
        "a strict reserve in it",
    ],
)
def test_areas_under_stricter_ones(park_layer, box, category, tier, approximate, classes, named):
    layer = park_layer(box, category, tier, approximate)
    seen, hidden = areas_in_view(layer, read_theme("areas"), VIEW)
    assert seen == classes
    label = QgsExpression(area_label(layer, "area_name", hidden))
    context = QgsExpressionContext()
    context.setFields(layer.fields())
    names = []
    for area in layer.getFeatures():
        context.setFeature(area)
        names.append(label.evaluate(context))
    assert [name for name in names if name] == named
