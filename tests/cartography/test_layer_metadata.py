"""What layers say of themselves, on the way from a file through tables to the margin."""

import pytest
from asm_atlas.cartography.layer_metadata import credit_of, origin_of, stated_metadata, states_fiction
from qgis.core import QgsLayerMetadata, QgsVectorLayer


@pytest.mark.parametrize(
    "rights, licences, credit",
    [
        pytest.param([], [], "", id="nothing stated"),
        pytest.param(["Institute"], ["CC0 1.0"], "Institute; CC0 1.0", id="both"),
        pytest.param(
            ["Data of the Institute, ODC-BY 1.0."],
            ["ODC-BY 1.0"],
            "Data of the Institute, ODC-BY 1.0",
            id="once",
        ),
    ],
)
def test_credit(make_area_layer, rights, licences, credit):
    layer = make_area_layer([("A", 0, 0, 1, 1)])
    metadata = QgsLayerMetadata()
    metadata.setRights(rights)
    metadata.setLicenses(licences)
    layer.setMetadata(metadata)
    assert credit_of(layer) == credit


def test_the_file_beside_speaks_for_a_layer(resources):
    layer = QgsVectorLayer(str(resources / "demo" / "lakes.geojson"), "lakes", "ogr")
    assert credit_of(layer) == "Fictional demo data of ASM Atlas; CC0 1.0"
    assert origin_of(layer) == "lakes.geojson"
    assert states_fiction(layer)


def test_tables_of_one_geopackage_keep_their_metadata_and_origin(run, resources, tmp_path):
    atlas = tmp_path / "atlas.gpkg"
    run(
        "asm:importvisits",
        INPUT=str(resources / "demo" / "visits.csv"),
        SITES=f"ogr:dbname='{atlas}' table=\"sites\" (geom)",
        VISITS=f"ogr:dbname='{atlas}' table=\"visits\" (geom)",
        FINDINGS=f"ogr:dbname='{atlas}' table=\"findings\" (geom)",
    )
    for table in ("sites", "visits", "findings"):
        layer = QgsVectorLayer(f"{atlas}|layername={table}", table, "ogr")
        assert origin_of(layer) == "visits.csv", table
        assert stated_metadata(layer).rights() == ["Fictional demo data of ASM Atlas"], table
        assert "Imported from visits.csv" in stated_metadata(layer).history()[-1], table
