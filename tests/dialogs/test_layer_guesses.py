"""Which layer is taken for what when the dialog opens."""

import pytest
from qgis.core import QgsProject, QgsVectorLayer

SITE = "name pcode mineral_main minerals workers state qualification presence interference actor_class"
LEVELS = "pcode state security_level health_safety_level state_services_level formalisation_level"


@pytest.fixture()
def guess(qgis_new_project):
    """Guess from (layer name, geometry, fields) triples; the answer maps roles to layer names."""
    from asm_atlas.cartography.recipe import read_recipe
    from asm_atlas.dialogs.layer_guesses import guess_layers, vector_layers

    def guess(*described):
        for name, geometry, fields in described:
            columns = "".join(f"&field={field}:string" for field in fields.split())
            made = QgsVectorLayer(f"{geometry}?crs=EPSG:4326{columns}", name, "memory")
            QgsProject.instance().addMapLayer(made)
        guesses = guess_layers(vector_layers(QgsProject.instance()), read_recipe("province"))
        return {role: layer.name() for role, layer in guesses.items()}

    yield guess
    QgsProject.instance().clear()


@pytest.mark.parametrize(
    "described, expected",
    [
        pytest.param([("x", "Point", SITE)], {"sites": "x"}, id="sites by their fields, whatever the name"),
        pytest.param(
            [("with areas", "Point", SITE + " pa_count"), ("plain", "Point", SITE)],
            {"sites": "plain"},
            id="plain sites before those set against areas",
        ),
        pytest.param(
            [("only", "Point", SITE + " pa_count")], {"sites": "only"}, id="sites set against areas alone"
        ),
        pytest.param(
            [("visits", "Point", SITE.replace("state ", "") + " row_kind")], {}, id="visits are not sites"
        ),
        pytest.param([("s", "Point", LEVELS)], {"scores": "s"}, id="scores by their levels"),
        pytest.param([("s", "NoGeometry", LEVELS)], {"scores": "s"}, id="scores without geometry"),
        pytest.param(
            [("a", "Polygon", "adm2_name adm1_name"), ("b", "Polygon", "ADM1_FR")],
            {"territories": "a", "provinces": "b"},
            id="territories that name their province are not provinces",
        ),
        pytest.param(
            [("Préfectures", "MultiPolygon", "nom")],
            {"provinces": "Préfectures"},
            id="a French name, accented",
        ),
        pytest.param([("x", "Polygon", "WDPAID NAME")], {"areas": "x"}, id="areas by the fields of the WDPA"),
        pytest.param(
            [("Aires protégées", "Polygon", "nom")], {"areas": "Aires protégées"}, id="areas by name"
        ),
        pytest.param(
            [("x", "Polygon", "Code Parties Licence_")], {"titles": "x"}, id="titles of the cadastre"
        ),
        pytest.param([("x", "Polygon", "name type")], {}, id="a type alone makes no title"),
        pytest.param(
            [("Lac", "Polygon", "nom"), ("Routes", "LineString", "nom"), ("Rivières", "LineString", "nom")],
            {"lakes": "Lac", "roads": "Routes", "rivers": "Rivières"},
            id="water and roads by name",
        ),
        pytest.param([("lakes", "LineString", "name")], {}, id="lines are no lakes"),
        pytest.param([("placers", "Point", "name")], {}, id="placers are no places"),
    ],
)
def test_layers_are_guessed(guess, described, expected):
    assert guess(*described) == expected


def test_layers_of_sheets_are_not_guessed(guess):
    guess(("towns", "Point", "name"))
    for layer in QgsProject.instance().mapLayers().values():
        layer.setCustomProperty("asm_atlas/sheet_layer", True)
    assert guess() == {}
