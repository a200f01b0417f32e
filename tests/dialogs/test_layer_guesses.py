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
        pytest.param(
            [("c", "Point", SITE + " lisa_cluster"), ("s", "Point", SITE)],
            {"clusters": "c", "sites": "s"},
            id="clusters of sites are not the sites",
        ),
        pytest.param(
            [
                ("c", "Point", LEVELS + " lisa_cluster"),
                ("c", "Point", LEVELS + " lisa_cluster"),
                ("s", "Point", LEVELS),
            ],
            {"clusters": "c", "scores": "s"},
            id="clusters of scores are not the scores",
        ),
        pytest.param([("c", "Polygon", "lisa_cluster")], {"clusters": "c"}, id="clusters of areas"),
        pytest.param([("s", "NoGeometry", LEVELS)], {"scores": "s"}, id="scores without geometry"),
        pytest.param(
            [("a", "Polygon", "adm2_name adm1_name"), ("b", "Polygon", "ADM1_FR")],
            {"territories": "a", "provinces": "b"},
            id="territories that name their province are not provinces",
        ),
        pytest.param(
            [("26provinces_dissolved_from_adm2", "Polygon", "ADM1_PCODE ADM1_FR n_adm2")],
            {"provinces": "26provinces_dissolved_from_adm2"},
            id="provinces by their fields, though the name speaks of territories",
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


TABLES = {
    "sites": ("Point", "pcode name visit_id qualification presence"),
    "visits": ("Point", "pcode visit_id row_kind visit_date on_site presence qualification"),
    "actors": ("NoGeometry", "visit_id actor_class slot"),
    "statuses": ("NoGeometry", "status_id pcode date kind qualification traceability"),
}


@pytest.fixture()
def guess_tables_of(qgis_new_project):
    """Guess the tables of a scorecard from (layer name, role whose fields it has) pairs, or own fields."""
    from asm_atlas.dialogs.layer_guesses import guess_tables, vector_layers

    def guess(*described):
        for name, fields in described:
            geometry, names = TABLES.get(fields, ("Point", fields))
            columns = "".join(f"&field={field}:string" for field in names.split())
            made = QgsVectorLayer(f"{geometry}?crs=EPSG:4326{columns}", name, "memory")
            QgsProject.instance().addMapLayer(made)
        return {
            role: layer.name() for role, layer in guess_tables(vector_layers(QgsProject.instance())).items()
        }

    yield guess
    QgsProject.instance().clear()


@pytest.mark.parametrize(
    "described, expected",
    [
        pytest.param([], {}, id="an empty project"),
        pytest.param(
            [(f"my {role}", role) for role in TABLES],
            {role: f"my {role}" for role in TABLES},
            id="the tables of an import, whatever their names",
        ),
        pytest.param([("visits", "visits")], {"visits": "visits"}, id="visits are not sites"),
        pytest.param([("scores", "pcode visit_id scheme_hash state")], {}, id="scores are no sites"),
        pytest.param([("statuses", "towns name")], {}, id="a name alone says nothing"),
    ],
)
def test_the_tables_of_a_scorecard_are_guessed(guess_tables_of, described, expected):
    assert guess_tables_of(*described) == expected


def test_tables_of_the_file_that_holds_the_sites_come_first(qgis_new_project, tmp_path):
    from asm_atlas.dialogs.layer_guesses import guess_tables
    from qgis.core import QgsVectorFileWriter

    layers = {}
    for file in ("other", "mine"):
        for role, (geometry, names) in TABLES.items():
            columns = "".join(f"&field={field}:string" for field in names.split())
            made = QgsVectorLayer(f"{geometry}?crs=EPSG:4326{columns}", role, "memory")
            options = QgsVectorFileWriter.SaveVectorOptions()
            options.layerName = role
            path = tmp_path / f"{file}.gpkg"
            if path.exists():
                options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
            QgsVectorFileWriter.writeAsVectorFormatV3(
                made, str(path), QgsProject.instance().transformContext(), options
            )
            layers[file, role] = QgsVectorLayer(f"{path}|layername={role}", role, "ogr")
    order = [layers["other", "visits"], layers["mine", "sites"], layers["other", "actors"]]
    order += [layers["mine", role] for role in ("visits", "actors", "statuses")]
    found = guess_tables(order)
    assert {role: layer.source().split("|")[0][-9:] for role, layer in found.items()} == dict.fromkeys(
        TABLES, "mine.gpkg"
    )
