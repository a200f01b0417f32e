"""asm:hotspots run as an algorithm: hot and cold on a grid with known answers, Guerry's figures of GeoDa."""

import csv

import pytest
from asm_atlas.cartography.cluster_method import theme_of_clusters
from made_up_grids import (
    BAND_M,
    FAR,
    HIGH_IN_THE_WEST,
    UNKNOWN,
    by_key,
    deep,
    grid_layer,
)
from qgis.core import QgsVectorLayer

SINK = "TEMPORARY_OUTPUT"
BAND = {"NEIGHBOURS": "band", "DISTANCE": BAND_M, "PERMUTATIONS": 9999, "OUTPUT": SINK}


@pytest.mark.parametrize("statistic", ["g", "gstar"])
def test_the_east_is_hot_and_the_west_is_cold(run, statistic):
    result = run("asm:hotspots", INPUT=grid_layer(), FIELD="value", STATISTIC=statistic, **BAND)
    classes = by_key(result["OUTPUT"])
    assert {classes[pcode] for pcode in deep(east=True)} == {1}
    assert {classes[pcode] for pcode in deep(east=False)} == {2}
    assert classes[HIGH_IN_THE_WEST] == 2  # it lies in the cold, whatever it has itself
    assert (classes[UNKNOWN], classes[FAR]) == (5, 6)
    assert by_key(result["OUTPUT"], "lisa_label")["r5c11"] == "hot spot: high values"


def test_one_sided_looks_at_one_end(run):
    classes = by_key(run("asm:hotspots", INPUT=grid_layer(), FIELD="value", TAIL="greater", **BAND)["OUTPUT"])
    assert {classes[pcode] for pcode in deep(east=True)} == {1} and 2 not in classes.values()


def test_a_file_without_room_for_metadata_keeps_them_beside_it(run, tmp_path):
    path = tmp_path / "hot.geojson"
    run("asm:hotspots", INPUT=grid_layer(), FIELD="value", **{**BAND, "OUTPUT": str(path)})
    assert theme_of_clusters(QgsVectorLayer(str(path), "hot", "ogr")) == "clusters_hotspots"


@pytest.mark.real_data
def test_figures_of_guerry(run, data):
    figures = data / "lisa" / "expected" / "guerry_local_moran_expected.csv"
    expected = list(csv.DictReader(figures.read_text("utf-8").splitlines()))
    path = str(data / "lisa" / "guerry" / "Guerry.shp")
    result = run("asm:hotspots", INPUT=path, FIELD="Crm_prs", NEIGHBOURS="queen", OUTPUT=SINK)
    assert [row["lisa_i"] for row in result["OUTPUT"].getFeatures()] == pytest.approx(
        [float(row["Crm_prs_Gstar_geoda"]) for row in expected], abs=1e-9
    )
    geary = run("asm:localgeary", INPUT=path, FIELDS=["Crm_prs"], NEIGHBOURS="queen", OUTPUT=SINK)
    assert [row["lisa_i"] for row in geary["OUTPUT"].getFeatures()] == pytest.approx(
        [float(row["Crm_prs_geary_geoda"]) for row in expected], abs=1e-9
    )
