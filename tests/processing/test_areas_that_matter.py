"""Areas too far to matter: without the tables that need them they are neither checked nor measured."""

import pytest
from asm_atlas.processing import area_cache
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingContext, QgsProcessingFeedback, QgsVectorLayer

PARK = "POLYGON ((27 -1, 28 -1, 28 1, 27 1, 27 -1))"
NEAR_BOW_TIE = "POLYGON ((28.2 0, 28.6 0.5, 28.6 0, 28.2 0.5, 28.2 0))"
FAR_BOW_TIE = "POLYGON ((39 0, 40 1, 40 0, 39 1, 39 0))"
FAR_SQUARE = "POLYGON ((45 0, 46 0, 46 1, 45 1, 45 0))"
NOT_CHECKED = "Not checked, too far from every site to matter: 2 of 4 areas."


@pytest.fixture()
def cache(tmp_path, monkeypatch):
    path = tmp_path / "valid_areas"
    monkeypatch.setattr(area_cache, "cache_file", lambda: path)
    return path


def made(kind, shapes):
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:4326&field=pcode:string&field=NAME:string", "layer", "memory")
    for number, wkt in enumerate(shapes):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"s{number}", f"area {number}"])
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        assert layer.dataProvider().addFeature(feature)
    return layer


def overlap(*asked):
    from qgis import processing

    feedback = QgsProcessingFeedback(False)
    parameters = {
        "SITES": made("Point", ["POINT (27.5 0)", "POINT (28.1 0.2)"]),
        "AREAS": made("Polygon", [PARK, NEAR_BOW_TIE, FAR_BOW_TIE, FAR_SQUARE]),
        **dict.fromkeys(("OUTPUT", *asked), "TEMPORARY_OUTPUT"),
    }
    context = QgsProcessingContext()
    found = processing.run("asm:protectedareaoverlap", parameters, context=context, feedback=feedback)
    return found, feedback.textLog(), [feature.attributes() for feature in found["OUTPUT"].getFeatures()]


@pytest.mark.parametrize("asked", ["PAIRS", "SUMMARY", "LARGEST", "NOTE"])
def test_the_sites_are_the_same_whatever_else_is_asked(plugin, qgis_new_project, cache, asked):
    short, log, rows = overlap()
    assert NOT_CHECKED in log
    assert (short["N_REPAIRED"], short["N_AREAS"]) == (1, 4)
    full, full_log, full_rows = overlap(asked)
    assert "Not checked" not in full_log
    assert (full["N_REPAIRED"], full["N_AREAS"]) == (2, 4)
    assert rows == full_rows
    assert short["N_INSIDE"] == full["N_INSIDE"] == 1


def test_the_table_by_unit_needs_no_other_areas(plugin, qgis_new_project, cache):
    assert NOT_CHECKED in overlap("BY_UNIT")[1]


def test_only_areas_that_were_checked_are_remembered_as_valid(plugin, qgis_new_project, cache):
    overlap()
    assert len(area_cache._read()) == 1  # the park
    assert NOT_CHECKED in overlap()[1]
    overlap("SUMMARY")
    assert len(area_cache._read()) == 2  # and the far square, but never a bow-tie
    assert "too far from every site to matter: 1 of 4" in overlap()[1]
