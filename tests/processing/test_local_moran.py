"""asm:localmoran run as an algorithm: classes on a grid with known answers, Guerry's figures, the real release."""

import csv
import json

import pytest
from asm_atlas.core.clusters.kernels import KERNELS
from made_up_grids import (
    BAND_M,
    FAR,
    HIGH_IN_THE_WEST,
    LOW_IN_THE_EAST,
    NOWHERE,
    SIDE,
    UNKNOWN,
    by_key,
    deep,
    grid_layer,
    key,
    squares_layer,
)
from qgis.core import (
    NULL,
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QImage

SINK = "TEMPORARY_OUTPUT"
BAND = {"NEIGHBOURS": "band", "DISTANCE": BAND_M, "PERMUTATIONS": 9999}


@pytest.fixture()
def moran(run):
    """Run it on the grid, or on another layer."""

    def made(layer=None, **parameters):
        asked = {"FIELD": "value", **BAND, "OUTPUT": SINK, **parameters}
        return run("asm:localmoran", INPUT=layer or grid_layer(), **asked)

    return made


def method_of(layer):
    return json.loads(layer.metadata().keywords("asm_atlas:clusters")[0])


def test_classes_are_those_of_the_grid(moran):
    result = moran()
    classes = by_key(result["OUTPUT"])
    assert {classes[pcode] for pcode in deep(east=True)} == {1}
    assert {classes[pcode] for pcode in deep(east=False)} == {2}
    assert (classes[LOW_IN_THE_EAST], classes[HIGH_IN_THE_WEST]) == (3, 4)
    assert {classes[key(row, column)] for row in range(3, 9) for column in (5, 6)} == {0}
    assert (classes[UNKNOWN], classes[NOWHERE], classes[FAR]) == (5, 5, 6)
    assert result["N_SITES"] == SIDE * SIDE + 1 == result["OUTPUT"].featureCount()
    assert (result["N_USED"], result["N_LEFT_OUT"], result["N_ISOLATED"]) == (SIDE * SIDE - 1, 2, 1)
    assert result["OVERALL"] > 0.5 and result["OVERALL_P"] <= 0.002


def test_the_reason_and_the_words_are_told(moran):
    rows = {row["pcode"]: row for row in moran()["OUTPUT"].getFeatures()}
    assert rows[UNKNOWN]["lisa_reason"] == "value: no_value" and rows[NOWHERE]["lisa_reason"] == "no_geometry"
    assert rows[UNKNOWN]["lisa_p"] == NULL and rows[FAR]["lisa_p"] == NULL
    assert rows[FAR]["lisa_reason"] == NULL and rows[FAR]["lisa_n"] == 0
    assert rows["r11c11"]["lisa_label"] == "High–High: high among high"
    assert rows["r6c10"]["lisa_group"] != rows["r6c1"]["lisa_group"] and rows["r6c5"]["lisa_group"] == NULL
    assert rows["r5c1"]["lisa_n"] == 17  # of the 20 round a site three lie beyond the edge


def test_of_repeat_visits_the_latest_counts(moran):
    rows = {row["pcode"]: row for row in moran()["OUTPUT"].getFeatures()}
    assert rows["r0c0"]["value"] == 1 and rows["r0c0"]["lisa_cluster"] == 2
    said = []
    feedback = QgsProcessingFeedback()
    feedback.pushInfo = said.append
    from qgis import processing

    output = processing.run(
        "asm:localmoran",
        {"INPUT": grid_layer(), "FIELD": "value", **BAND, "OUTPUT": SINK},
        feedback=feedback,
    )["OUTPUT"]
    assert any("1 rows are earlier visits (by pcode, visit_date)" in line for line in said)
    assert any("2 sites: no_geometry (1), value: no_value (1)" in line for line in said)
    assert method_of(output)["n_set_aside"] == 1


def test_the_method_travels_in_the_metadata(moran, tmp_path):
    path = tmp_path / "clusters.gpkg"
    moran(OUTPUT=str(path), SEED=7, CORRECTION="fdr", ALPHA=0.01, AREA="kivu")
    layer = QgsVectorLayer(str(path), "clusters", "ogr")
    method = method_of(layer)
    asked = {"statistic": "moran", "fields": ["value"], "neighbours": "band", "distance_m": BAND_M, "seed": 7}
    assert asked.items() <= method.items()
    assert (method["permutations"], method["alpha"], method["correction"], method["tail"]) == (
        9999,
        0.01,
        "fdr",
        "two_sided",
    )
    assert (method["n_used"], method["n_left_out"], method["n_isolated"], method["area"]) == (
        143,
        2,
        1,
        "Kivu",
    )
    assert 0 < method["median_m"] < method["longest_m"] <= BAND_M
    assert "seed 7" in layer.metadata().history()[-1]


def test_without_a_distance_the_least_is_taken_and_said(moran):
    layer = grid_layer()
    far = next(feature.id() for feature in layer.getFeatures() if feature["pcode"] == FAR)
    layer.dataProvider().deleteFeatures([far])
    result = moran(layer, DISTANCE=None)
    method = method_of(result["OUTPUT"])
    assert method["is_smallest"] is True and method["distance_m"] == pytest.approx(1112.59, abs=0.01)
    assert result["N_ISOLATED"] == 0
    assert "the least with which each site has one" in result["OUTPUT"].metadata().history()[-1]


@pytest.mark.parametrize(
    "parameters, least",
    [
        ({"NEIGHBOURS": "knn", "K": 20}, 0.6),
        ({"NEIGHBOURS": "delaunay"}, 0.3),  # six neighbours are few to show it
        ({"NEIGHBOURS": "kernel", "K": 20}, 0.6),
        ({"NEIGHBOURS": "kernel", "KERNEL": "gaussian"}, 0.6),
        ({"NEIGHBOURS": "inverse_distance", "POWER": 2}, 0.6),
        ({"STANDARDISE": False}, 0.6),
    ],
    ids=["nearest", "Delaunay", "adaptive kernel", "fixed kernel", "inverse distance", "binary"],
)
def test_every_kind_of_neighbours_finds_the_two_halves(moran, parameters, least):
    result = moran(**parameters)
    classes = by_key(result["OUTPUT"])
    both = [classes[pcode] == 1 for pcode in deep(True)] + [classes[pcode] == 2 for pcode in deep(False)]
    assert sum(both) > least * len(both) and result["OVERALL"] > 0.5


def test_two_fields_set_a_site_against_what_is_around_it(moran):
    layer = grid_layer()
    result = moran(layer, NEIGHBOUR_FIELD="base")
    assert result["N_SIGNIFICANT"] == 0  # what is around is the same everywhere
    assert set(by_key(result["OUTPUT"]).values()) == {5}
    classes = by_key(moran(layer, NEIGHBOUR_FIELD="answer")["OUTPUT"])
    assert {classes[pcode] for pcode in deep(east=True)} == {1}
    assert classes[HIGH_IN_THE_WEST] == 4


@pytest.mark.parametrize("neighbours", ["queen", "rook"])
def test_rates_of_areas_that_share_a_border(moran, neighbours):
    result = moran(
        squares_layer(),
        FIELD="events",
        BASE_FIELD="people",
        NEIGHBOURS=neighbours,
        ORDER=2,
        CONNECTIVITY=SINK,
    )
    classes = by_key(result["OUTPUT"])
    assert classes["r0c0"] == 5 and by_key(result["OUTPUT"], "lisa_reason")["r0c0"] == "people: no_base"
    inner = {f"r{row}c{column}" for row in range(3, 9) for column in (10, 2)}
    assert [classes[pcode] for pcode in sorted(inner - {HIGH_IN_THE_WEST, LOW_IN_THE_EAST})].count(0) == 0
    assert classes[HIGH_IN_THE_WEST] == 4 and classes[LOW_IN_THE_EAST] == 3
    n = by_key(result["OUTPUT"], "lisa_n")
    assert n["r5c5"] == (24 if neighbours == "queen" else 12)
    pairs = list(result["CONNECTIVITY"].getFeatures())
    assert len(pairs) == sum(n.values()) / 2
    one = next(row for row in pairs if (row["site"], row["neighbour"]) == ("r5c5", "r5c6"))
    assert one["weight"] == pytest.approx(1 / n["r5c5"]) and one["weight_back"] == pytest.approx(
        1 / n["r5c6"]
    )
    assert one["distance_m"] == pytest.approx(1000, abs=2)


def test_the_summary_counts_and_names(moran):
    result = moran(SUMMARY=SINK)
    rows = [row.attributes() for row in result["SUMMARY"].getFeatures()]
    names = [field.name() for field in result["SUMMARY"].fields()]
    rows = [dict(zip(names, row)) for row in rows]
    classes = list(by_key(result["OUTPUT"]).values())
    for row in rows:
        if row["kind"] == "class":
            assert row["sites"] == classes.count(row["lisa_cluster"])
    assert sum(row["sites"] for row in rows if row["kind"] == "unit") == len(classes)
    assert {row["unit"] for row in rows if row["kind"] == "unit"} == {"East", "West"}
    first, second = [row for row in rows if row["kind"] == "cluster"][:2]
    assert {first["lisa_cluster"], second["lisa_cluster"]} == {1, 2}
    assert "Site r5c11" in f"{first['names']}, {second['names']}"


def test_the_scatterplot_is_a_picture(moran, tmp_path):
    path = tmp_path / "scatter.png"
    result = moran(SCATTER=str(path))
    image = QImage(str(path))
    assert result["SCATTER"] == str(path) and image.width() > 1000
    colours = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    }
    assert {"#ff0000", "#0000ff"} <= colours  # High-High and Low-Low
    moran(SCATTER=str(tmp_path / "scatter.svg"))
    assert "<svg" in (tmp_path / "scatter.svg").read_text("utf-8")
    with pytest.raises(QgsProcessingException, match=r"scatter.jpg must end in .png or .svg"):
        moran(SCATTER=str(tmp_path / "scatter.jpg"), OUTPUT=str(tmp_path / "left.gpkg"))
    assert not (tmp_path / "left.gpkg").exists()


@pytest.mark.parametrize("ending", ["gal", "gwt"])
def test_weights_written_are_weights_read(moran, tmp_path, ending):
    path = tmp_path / f"weights.{ending}"
    layer = grid_layer()
    for asked in ({}, {"AREA": "East"}):
        first = moran(layer, WEIGHTS=str(path), **asked)
        again = moran(layer, NEIGHBOURS="file", WEIGHTS_FILE=str(path), **asked)
        for field in ("lisa_cluster", "lisa_n"):
            assert by_key(first["OUTPUT"], field) == by_key(again["OUTPUT"], field)
        one, other = (by_key(result["OUTPUT"], "lisa_i") for result in (first, again))
        known = [pcode for pcode, value in one.items() if value != NULL]
        assert [one[pcode] for pcode in known] == pytest.approx([other[pcode] for pcode in known])
        assert method_of(again["OUTPUT"])["file"] == path.name
    assert path.read_text("utf-8").splitlines()[0] == f"0 {SIDE * SIDE + 1} sites pcode"


def test_equal_weights_of_distances_are_read(moran, tmp_path):
    path = tmp_path / "band.gwt"
    rows = [
        f"r{row}c{column} r{row}c{column + 1} 1111.9" for row in range(SIDE) for column in range(SIDE - 1)
    ]
    path.write_text("\n".join([f"0 {SIDE * SIDE + 1} grid pcode", *rows]) + "\n", "utf-8")
    asked = {"NEIGHBOURS": "file", "WEIGHTS_FILE": str(path), "STANDARDISE": False}
    n = by_key(moran(GWT_COLUMN="distances", **asked)["OUTPUT"], "lisa_lag")
    assert abs(n["r5c1"]) < 2  # one neighbour of weight 1, not of weight 1112
    with pytest.raises(QgsProcessingException, match=r"holds no weights.*write a GWT file"):
        moran(WEIGHTS=str(tmp_path / "w.gal"), NEIGHBOURS="kernel", OUTPUT=str(tmp_path / "o.gpkg"))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["band.gwt"]


def test_the_same_seed_gives_the_same_result(moran):
    one, again, other = (by_key(moran(SEED=seed)["OUTPUT"], "lisa_p") for seed in (1, 1, 2))
    assert one == again != other


def test_a_constant_field_is_undefined_and_no_crash(moran):
    result = moran(FIELD="same")
    rows = {row["pcode"]: row for row in result["OUTPUT"].getFeatures()}
    assert {row["lisa_cluster"] for row in rows.values()} == {5}
    assert rows["r0c0"]["lisa_reason"] == "constant" and result["OVERALL"] is None


@pytest.mark.parametrize(
    "parameters, told",
    [
        ({"FIELD": "words"}, r"words must hold numbers, levels.*not 'tin'"),
        ({"FIELD": "gone"}, r"no field 'gone'"),
        ({"NEIGHBOURS": "queen"}, r"queen, which needs polygons"),
        ({"NEIGHBOURS": "file"}, r"WEIGHTS_FILE is empty"),
        ({"NEIGHBOURS": "knn", "K": 200}, r"200 neighbours are asked of 143 sites"),
        ({"AREA": "Katanga"}, r"No site lies in 'Katanga'; choose one of East, Kivu, West"),
        ({"BASE_FIELD": "base", "NEIGHBOUR_FIELD": "base"}, r"do not go together"),
        ({"DATE": "gone"}, r"no field 'gone'; choose another one for DATE"),
        ({"SITE_KEY": "gone"}, r"no field 'gone'; choose another key"),
    ],
)
def test_what_does_not_fit_is_told(moran, parameters, told):
    with pytest.raises(QgsProcessingException, match=told):
        moran(**parameters)


def test_cancel_leaves_nothing(plugin, tmp_path):
    from qgis import processing

    feedback = QgsProcessingFeedback()
    feedback.progressChanged.connect(lambda done: feedback.cancel() if done > 35 else None)
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        processing.run(
            "asm:localmoran",
            {"INPUT": grid_layer(), "FIELD": "value", **BAND, "OUTPUT": str(tmp_path / "c.gpkg")},
            feedback=feedback,
        )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.real_data
def test_figures_of_guerry(run, data):
    figures = data / "lisa" / "expected" / "guerry_local_moran_expected.csv"
    expected = list(csv.DictReader(figures.read_text("utf-8").splitlines()))
    path = str(data / "lisa" / "guerry" / "Guerry.shp")
    for field in ("Crm_prs", "Litercy", "Suicids"):
        result = run(
            "asm:localmoran",
            INPUT=path,
            FIELD=field,
            NEIGHBOURS="queen",
            TAIL="geoda",
            OUTPUT=SINK,
        )
        rows = list(result["OUTPUT"].getFeatures())
        assert [row["CODE_DE"] for row in rows] == [row["CODE_DE"] for row in expected]
        assert [row["lisa_i"] for row in rows] == pytest.approx(
            [float(row[f"{field}_I"]) for row in expected], abs=1e-9
        )
        for row, known in zip(rows, expected):
            p, of_geoda = float(row["lisa_p"]), float(known[f"{field}_p_geoda999"])
            assert abs(p - of_geoda) < 0.06
            if abs(p - 0.05) > 0.02:  # at the threshold GeoDa's 999 permutations decide by chance
                assert row["lisa_cluster"] == int(known[f"{field}_cluster_geoda"]), row["Dprtmnt"]


def scores_layer():
    """Levels on the grid, 4 in the east and 1 in the west; in row 6 nothing is certain, in row 0 there is no data."""
    parts = "&".join(f"field=security_{part}:integer" for part in ("level", "level_worst", "level_best"))
    layer = QgsVectorLayer(
        f"Point?crs=EPSG:4326&field=pcode:string&field=state:string&field=scheme:string&field=date:date&{parts}",
        "scores",
        "memory",
    )
    features = []
    for row in range(SIDE):
        for column in range(SIDE):
            level = 0 if row == 0 else 4 if column >= SIDE // 2 else 1
            ends = (1, 4) if row in (0, 6) else (level, level)
            feature = QgsFeature(layer.fields())
            state = "inactive" if (row, column) == (11, 11) else "scored"
            feature.setAttributes([key(row, column), state, "asm-atlas-1", "2021-05-01", level, *ends])
            feature.setGeometry(QgsGeometry.fromWkt(f"Point ({28 + column / 100} {-2 + row / 100})"))
            features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def test_levels_without_data_are_left_out_and_uncertain_ones_drawn(moran):
    result = moran(scores_layer(), FIELD="security_level", HOLD_DRAWS=40)
    rows = {row["pcode"]: row for row in result["OUTPUT"].getFeatures()}
    assert {rows[key(0, column)]["lisa_reason"] for column in range(SIDE)} == {"security_level: no_data"}
    assert rows["r11c11"]["lisa_reason"] == "security_level: inactive"
    assert rows["r0c0"]["lisa_hold"] == NULL and rows["r0c0"]["lisa_cluster"] == 5
    assert result["N_LEFT_OUT"] == SIDE + 1
    held = {pcode: row["lisa_hold"] for pcode, row in rows.items() if row["lisa_hold"] != NULL}
    assert all(0 <= share <= 1 for share in held.values())
    assert rows["r6c10"]["lisa_cluster"] == 1 and held["r6c10"] < 0.8  # it may be anything itself
    assert held["r10c9"] == 1 and rows["r10c9"]["lisa_cluster"] == 1  # far from what is not certain
    assert method_of(result["OUTPUT"])["hold_draws"] == 40
    assert "lisa_hold" not in moran(FIELD="value", HOLD_DRAWS=5)["OUTPUT"].fields().names()


@pytest.mark.real_data
def test_security_of_the_release_with_its_uncertain_levels(scored_release, moran):
    result = moran(scored_release, FIELD="security_level", AREA="lubero", NEIGHBOURS="knn", HOLD_DRAWS=10)
    assert (result["N_SITES"], result["N_USED"], result["N_LEFT_OUT"]) == (259, 117, 142)
    assert 0.75 < result["OVERALL"] < 0.82
    rows = list(result["OUTPUT"].getFeatures())
    assert {row["admin2"] for row in rows} == {"Lubero"}
    assert {row["security_level"] for row in rows if row["lisa_cluster"] == 2} == {1}
    firm = [row for row in rows if row["lisa_cluster"] in (1, 2)]
    assert len(firm) > 60 and sum(row["lisa_hold"] >= 0.9 for row in firm) > len(firm) / 2


def test_the_toolbox_offers_every_kernel(plugin):
    moran = QgsApplication.processingRegistry().algorithmById("asm:localmoran")
    assert set(moran.parameterDefinition("KERNEL").options()) == set(KERNELS)
