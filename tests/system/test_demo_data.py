"""The demo data: reproducible, fictional, shaped like the real release, and sound as maps."""

import csv
import io
import json
import struct
import subprocess
import sys
import unicodedata
from collections import Counter

import pytest
from shapely import STRtree, unary_union
from shapely.geometry import shape

LAYERS = ["provinces", "territories", "protected_areas", "titles", "lakes", "rivers", "roads", "towns"]
STATUS_PROJECTS = {"Qualification status", "iTSCi status"}
THIRD_PARTY_PROJECTS = {"BGR", "PAX", "KPCSC - Grassroots research", "University of Sheffield"}


@pytest.fixture(scope="module")
def demo(resources):
    return resources / "demo"


@pytest.fixture(scope="module")
def rows(demo):
    return list(csv.DictReader(io.StringIO((demo / "visits.csv").read_text(encoding="utf-8"))))


@pytest.fixture(scope="module")
def features(demo):
    """Per layer the pairs (properties, shapely geometry)."""
    collections = {
        name: json.loads((demo / f"{name}.geojson").read_text(encoding="utf-8")) for name in LAYERS
    }
    return {
        name: [(feature["properties"], shape(feature["geometry"])) for feature in collection["features"]]
        for name, collection in collections.items()
    }


@pytest.mark.subprocess
def test_the_generator_writes_the_committed_bytes(root, demo, tmp_path):
    subprocess.run([sys.executable, str(root / "tools" / "make_demo.py"), str(tmp_path)], check=True)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in demo.iterdir() if path.name != "README.md"}
    assert sorted(made) == sorted(kept)
    assert [name for name in made if made[name] != kept[name]] == []


def test_the_files_are_small_and_have_lf_line_ends(demo):
    contents = [path.read_bytes() for path in demo.iterdir()]
    assert sum(len(content) for content in contents) < 2_000_000
    assert not any(b"\r" in content for content in contents)


# --- visits -------------------------------------------------------------------------------------------


@pytest.mark.real_data
def test_columns_are_those_of_the_release(demo, data):
    with (data / "ipis" / "cod_mines_ipis_2026-05.csv").open(encoding="utf-8") as release:
        header = release.readline()
    with (demo / "visits.csv").open(encoding="utf-8") as file:
        assert file.readline() == header


def test_numbers_of_rows_and_sites(rows):
    assert 590 <= len(rows) <= 610
    assert len(rows[0]) == 84
    pcodes = {row["pcode"] for row in rows} - {""}
    assert pcodes == {f"codmine{number}" for number in range(90001, 90301)}
    kinds = Counter(
        "status"
        if row["project"] in STATUS_PROJECTS
        else "third party"
        if row["project"] in THIRD_PARTY_PROJECTS
        else "visit"
        for row in rows
    )
    assert kinds == {"status": 80, "third party": 40, "visit": len(rows) - 120}


def test_the_point_equals_the_coordinates(rows):
    for row in rows:
        order, kind, srid, x, y = struct.unpack("<BIIdd", bytes.fromhex(row["geom"]))
        assert (order, kind, srid) == (1, 0x20000001, 4326)
        assert (x, y) == (float(row["longitude"]), float(row["latitude"]))


def test_sites_keep_their_name_and_place_in_all_rows(rows):
    constant = ["name", "location_origin", "province", "territoire", "collectivite", "groupement", "village"]
    seen = {}
    for row in rows:
        if row["pcode"]:
            assert seen.setdefault(row["pcode"], [row[key] for key in constant]) == [row[k] for k in constant]


def test_places_follow_the_polygons(rows, features):
    territories = {properties["adm2_name"]: geometry for properties, geometry in features["territories"]}
    lakes = unary_union([geometry for _, geometry in features["lakes"]])
    plain = {_fold(name): name for name in territories}
    misplaced = []
    for row in rows:
        point = shape({"type": "Point", "coordinates": [float(row["longitude"]), float(row["latitude"])]})
        if not territories[plain[_fold(row["territoire"])]].contains(point) or lakes.contains(point):
            misplaced.append((row["longitude"], row["latitude"]))
    assert len(misplaced) == 3  # two at zero, one swapped


def _zero(row):
    return float(row["longitude"]) == float(row["latitude"]) == 0


@pytest.mark.parametrize(
    "fits, least",
    [
        pytest.param(lambda row: not row["pcode"], 1, id="no P-code"),
        pytest.param(_zero, 2, id="zero coordinates"),
        pytest.param(lambda row: float(row["latitude"]) > 10, 1, id="swapped coordinates"),
        pytest.param(lambda row: row["visit_date"] == "13/2017", 1, id="month that does not exist"),
        pytest.param(lambda row: row["visit_date"] == "sans date", 1, id="words for a date"),
        pytest.param(lambda row: row["visit_date"].count("/") == 2, 2, id="dates with slashes"),
        pytest.param(lambda row: row["visit_date"].endswith(" 00:00:00"), 1, id="date with time"),
        pytest.param(lambda row: row["mineral1"] == "Kessoumite", 1, id="unknown mineral"),
        pytest.param(lambda row: row["workers_numb"].startswith("-"), 2, id="negative workers"),
        pytest.param(lambda row: "(codmine9" in row["visit_onsite_novisitreason"], 3, id="merged sites"),
        pytest.param(
            lambda row: row["type_armed_group1"] == "Aucun" and row["armed_group3"],
            3,
            id="gap before an actor",
        ),
        pytest.param(
            lambda row: not row["state_service1"] and row["state_service2"], 2, id="gap in services"
        ),
        pytest.param(lambda row: row["armed_group3"] and row["armed_group1"], 2, id="three actors"),
        pytest.param(lambda row: "dontknow" in row.values(), 2, id="dontknow"),
        pytest.param(lambda row: "’" in row["type_armed_group1"], 20, id="typographic apostrophe"),
        pytest.param(lambda row: row["state_service1"].strip() == "SAEMAPE", 10, id="new name of SAEMAPE"),
        pytest.param(lambda row: row["state_service1"].strip() == "SAESSCAM", 50, id="old name of SAEMAPE"),
        pytest.param(lambda row: row["frequency_armed_group1"] == "Occasionelle", 1, id="misspelt frequency"),
        pytest.param(lambda row: any(v != v.strip() for v in row.values()), 20, id="stray blanks"),
        pytest.param(lambda row: row["presence"] == "", 50, id="presence not answered"),
        pytest.param(lambda row: row["qualification"] == "Bleu", 2, id="blue status"),
        pytest.param(lambda row: row["qualification"] == "Rouge", 2, id="red status"),
    ],
)
def test_the_mess_is_there(rows, fits, least):
    assert sum(bool(fits(row)) for row in rows) >= least


def test_one_pair_of_rows_shares_site_day_and_project(rows):
    keys = Counter((row["pcode"], row["visit_date"], row["project"]) for row in rows if row["pcode"])
    assert list(keys.values()).count(2) == 1
    days = Counter((row["pcode"], row["visit_date"]) for row in rows if row["pcode"])
    assert list(days.values()).count(2) == 2


def test_shares_are_like_those_of_the_release(rows):
    visits = [row for row in rows if row["project"].startswith("IPIS - ")]
    gold = sum(row["mineral1"] == "Or" for row in visits) / len(visits)
    assert 0.5 < gold < 0.7
    presence = [row["presence"] for row in visits if row["presence"]]
    assert 0.35 < presence.count("1") / len(presence) < 0.55
    workers = sorted(int(row["workers_numb"]) for row in visits if row["workers_numb"])
    assert 30 <= workers[len(workers) // 2] <= 80
    assert workers[-1] > 1000


# --- layers -------------------------------------------------------------------------------------------


def test_numbers_of_features(features):
    counts = {name: len(pairs) for name, pairs in features.items()}
    assert counts["provinces"] == 3
    assert counts["territories"] == 12
    assert counts["protected_areas"] == 8
    assert counts["titles"] == 15
    assert counts["lakes"] == 3
    assert counts["towns"] == 40


@pytest.mark.parametrize("name", ["provinces", "territories", "titles", "lakes", "rivers", "roads"])
def test_geometries_are_valid(features, name):
    assert [properties for properties, geometry in features[name] if not geometry.is_valid] == []


def test_territories_leave_no_gap_and_do_not_overlap(features):
    shapes = [geometry for _, geometry in features["territories"]]
    country = unary_union(shapes)
    assert country.geom_type == "Polygon"
    assert len(country.interiors) == 0
    assert country.area == pytest.approx(sum(geometry.area for geometry in shapes), abs=1e-12)


def test_provinces_are_made_of_their_territories(features):
    for properties, province in features["provinces"]:
        parts = [g for p, g in features["territories"] if p["adm1_name"] == properties["adm1_name"]]
        assert unary_union(parts).symmetric_difference(province).area < 1e-12
        codes = {
            p["adm2_pcode"][:4]
            for p, _ in features["territories"]
            if p["adm1_name"] == properties["adm1_name"]
        }
        assert codes == {properties["adm1_pcode"]}


def test_protected_areas_hold_the_hard_cases(features):
    areas = features["protected_areas"]
    assert [geometry.geom_type for _, geometry in areas] == ["MultiPolygon"] * 7 + ["Point"]
    assert [properties["NAME"] for properties, geometry in areas if not geometry.is_valid] == ["Zémara-Nord"]
    assert areas[7][0]["REP_AREA"] > 0
    valid = [geometry.buffer(0) for _, geometry in areas[:7]]
    pairs = {(a, b) for a, b in STRtree(valid).query(valid, predicate="intersects").T.tolist() if a < b}
    assert {(areas[a][0]["DESIG_ENG"], areas[b][0]["DESIG_ENG"]) for a, b in pairs} == {
        ("National Park", "World Heritage Site (natural)")
    }
    assert all(properties["ISO3"].startswith("X") for properties, _ in areas)


def test_titles_are_whole_squares_of_the_cadastre(features):
    for properties, geometry in features["titles"]:
        for polygon in geometry.geoms:
            for x, y in polygon.exterior.coords:
                assert x * 120 == pytest.approx(round(x * 120), abs=1e-4), properties
                assert y * 120 == pytest.approx(round(y * 120), abs=1e-4), properties


def test_roads_keep_out_of_lakes_and_towns_lie_on_land(features):
    lakes = unary_union([geometry for _, geometry in features["lakes"]])
    assert [properties["name"] for properties, road in features["roads"] if road.intersects(lakes)] == []
    territories = {properties["adm2_name"]: geometry for properties, geometry in features["territories"]}
    for properties, town in features["towns"]:
        assert territories[properties["adm2_name"]].contains(town), properties
        assert not lakes.intersects(town), properties
    assert Counter(properties["class"] for properties, _ in features["towns"])["capital"] == 3


@pytest.mark.parametrize("name", [f"{layer}.geojson" for layer in LAYERS] + ["visits.csv"])
def test_metadata_says_fictional(qgis_app, demo, name):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(str(demo / name), name, "ogr")
    assert layer.isValid()
    _, found = layer.loadDefaultMetadata()
    assert found
    metadata = layer.metadata()
    assert "(fictional)" in metadata.title()
    assert metadata.abstract().startswith("Fictional")
    assert metadata.rights() == ["Fictional demo data of ASM Atlas"]
    assert metadata.licenses() == ["CC0 1.0"]
    assert metadata.language() == "fr"
    assert layer.crs().authid() in ("EPSG:4326", "OGC:CRS84", "")


def test_protected_areas_are_one_layer_for_algorithms(qgis_processing, demo):
    from qgis.core import (
        QgsFeatureRequest,
        QgsProcessing,
        QgsProcessingContext,
        QgsProcessingParameterFeatureSource,
        QgsProcessingParameters,
    )

    context = QgsProcessingContext()
    parameter = QgsProcessingParameterFeatureSource("AREAS", "", [QgsProcessing.SourceType.TypeVectorPolygon])
    path = str(demo / "protected_areas.geojson")
    assert parameter.checkValueIsAcceptable(path, context)
    source = QgsProcessingParameters.parameterAsSource(parameter, {"AREAS": path}, context)
    request = QgsFeatureRequest().setInvalidGeometryCheck(
        QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck
    )
    assert len([feature for feature in source.getFeatures(request) if feature.hasGeometry()]) == 8


@pytest.mark.real_data
def test_no_invented_name_is_a_real_one(rows, features, data):
    real = {
        _fold(place["s"]) for place in json.loads((data / "ipis" / "cod_gazetteer_places.json").read_text())
    }
    for release in ("cod_mines_ipis_2026-05.csv", "caf_mines_ipis_2026-05.csv"):
        with (data / "ipis" / release).open(encoding="utf-8", newline="") as file:
            real |= {_fold(row["name"]) for row in csv.DictReader(file)}
    keys = ["name", "village", "groupement", "collectivite", "territoire", "province"]
    invented = {row[key] for row in rows for key in keys}
    for name in ("towns", "rivers", "lakes"):
        invented |= {properties["name"] for properties, _ in features[name]}
    assert sorted(name for name in invented if name and _fold(name) in real) == []


def _fold(name):
    """Lower case without accents and outer blanks."""
    letters = unicodedata.normalize("NFD", name.strip().casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
