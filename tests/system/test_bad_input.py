"""Bad input through every algorithm: a sentence that says what to do or a finding, and nothing left behind."""

import re
import shutil

import pytest
from made_up_layers import SQUARE, layer
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
)

IMPORT, SCORECARD, OVERLAP = "asm:importvisits", "asm:scorecard", "asm:protectedareaoverlap"
PROJECT, SHEET, COMPARE = "asm:buildproject", "asm:printsheet", "asm:comparereleases"
PREPARE = "asm:prepareprotectedareas"
STEPS, SENSITIVITY, UPDATE = "asm:nextsteps", "asm:scoresensitivity", "asm:updateatlas"
TITLES, RINGS = "asm:titleoverlap", "asm:areabands"
SERIES = "asm:printseries"
FIGURES, PAIR, EXPLAIN = "asm:summarisescores", "asm:compareindicators", "asm:explainscore"
MORAN, GEARY, HOT, TOGETHER = "asm:localmoran", "asm:localgeary", "asm:hotspots", "asm:colocation"
PUBLIC = "asm:publicexport"
OF_SCORES = (FIGURES, PAIR, EXPLAIN, STEPS, SENSITIVITY)
ALGORITHMS = (
    IMPORT,
    COMPARE,
    UPDATE,
    SCORECARD,
    *OF_SCORES,
    PUBLIC,
    PREPARE,
    OVERLAP,
    RINGS,
    TITLES,
    MORAN,
    GEARY,
    HOT,
    TOGETHER,
    PROJECT,
    SHEET,
    SERIES,
)
OUTPUTS = {
    IMPORT: {name: f"{name.lower()}.gpkg" for name in ("SITES", "VISITS", "ACTORS", "STATUSES", "FINDINGS")},
    COMPARE: {name: f"{name.lower()}.gpkg" for name in ("SITE_CHANGES", "VISIT_CHANGES", "SUMMARY")},
    UPDATE: {
        name: f"{name.lower()}.gpkg" for name in ("SITE_CHANGES", "VISIT_CHANGES", "SUMMARY", "OWN_VALUES")
    },
    SCORECARD: {"SCORES": "scores.gpkg"},
    STEPS: {"STEPS": "steps.gpkg", "SITE_STEPS": "site_steps.gpkg"},
    SENSITIVITY: {"SENSITIVITY": "sensitivity.gpkg"},
    FIGURES: {name: f"{name.lower()}.gpkg" for name in ("GROUPS", "SUMMARY", "AREAS")},
    PAIR: {name: f"{name.lower()}.gpkg" for name in ("COMPARISON", "COUNTS")},
    EXPLAIN: {"HTML": "why.html", "TEXT": "why.txt"},
    PUBLIC: {"OUTPUT": "public.gpkg", "NOTE": "note.html", "REPORT": "report.html"},
    PREPARE: {"OUTPUT": "prepared.gpkg", "DROPPED": "dropped.gpkg"},
    OVERLAP: {
        name: f"{name.lower()}.gpkg" for name in ("OUTPUT", "PAIRS", "SUMMARY", "BY_UNIT", "LARGEST", "NOTE")
    },
    RINGS: {"OUTPUT": "rings.gpkg"},
    TITLES: {name: f"{name.lower()}.gpkg" for name in ("OUTPUT", "PAIRS", "OVERLAPS", "SUMMARY")},
    MORAN: {
        "OUTPUT": "clusters.gpkg",
        "SUMMARY": "summary.gpkg",
        "CONNECTIVITY": "pairs.gpkg",
        "WEIGHTS": "weights.gal",
        "SCATTER": "scatter.png",
        "SCATTER_POINTS": "scatter.gpkg",
        "CONNECTIVITY_MAP": "map.png",
    },
    GEARY: {
        "OUTPUT": "clusters.gpkg",
        "SUMMARY": "summary.gpkg",
        "WEIGHTS": "weights.gwt",
        "CONNECTIVITY_MAP": "map.svg",
    },
    HOT: {"OUTPUT": "clusters.gpkg", "SUMMARY": "summary.gpkg", "CONNECTIVITY_MAP": "map.png"},
    TOGETHER: {"OUTPUT": "clusters.gpkg", "SUMMARY": "summary.gpkg", "CONNECTIVITY_MAP": "map.png"},
    PROJECT: {"PROJECT": "atlas.qgz"},
    SHEET: {
        "PDF": "sheet.pdf",
        "PNG": "sheet.png",
        "SVG": "sheet.svg",
        "REPORT": "report.html",
        "PACKAGE": "sheet.zip",
    },
    SERIES: {"FOLDER": "series"},
}
IN_METRES = "POLYGON ((500000 9700000, 600000 9700000, 600000 9800000, 500000 9700000))"
TABLES = ("sites", "visits", "actors", "statuses")


@pytest.fixture(scope="module")
def atlas(plugin, resources, tmp_path_factory):
    """A GeoPackage with the demo's tables sites, visits, actors and statuses."""
    from qgis import processing

    path = tmp_path_factory.mktemp("atlas") / "atlas.gpkg"
    sinks = {
        name.upper(): f"ogr:dbname='{path}' table=\"{name}\"" + (" (geom)" if name in TABLES[:2] else "")
        for name in TABLES
    }
    visits = str(resources / "demo" / "visits.csv")
    processing.run(IMPORT, {"INPUT": visits, "FINDINGS": "TEMPORARY_OUTPUT", **sinks})
    tables = {name.upper(): f"{path}|layername={name}" for name in TABLES}
    scores = f"ogr:dbname='{path}' table=\"scores\" (geom)"
    processing.run(SCORECARD, {**tables, "SCORES": scores})
    return path


@pytest.fixture()
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture()
def good(atlas, resources, tmp_path, out):
    """Parameters with which an algorithm runs; the outputs are files in the folder `out`."""

    def parameters(algorithm):
        demo = resources / "demo"
        tables = {name.upper(): f"{atlas}|layername={name}" for name in TABLES}
        chosen = {
            IMPORT: {"INPUT": str(demo / "visits.csv")},
            COMPARE: {
                f"{age}_{name}": tables[name] for age in ("OLD", "NEW") for name in ("SITES", "VISITS")
            },
            UPDATE: {"ATLAS": str(tmp_path / "atlas.gpkg"), **tables},
            SCORECARD: tables,
            STEPS: {"SCORES": f"{atlas}|layername=scores"},
            SENSITIVITY: {"SCORES": f"{atlas}|layername=scores"},
            FIGURES: {
                "SCORES": f"{atlas}|layername=scores",
                "GROUP_BY": "polygons",
                "POLYGONS": str(demo / "provinces.geojson"),
            },
            PAIR: {"SCORES": f"{atlas}|layername=scores", "X": "security", "Y": "formalisation"},
            EXPLAIN: {"SCORES": f"{atlas}|layername=scores", "PCODE": "codmine90001"},
            PUBLIC: {"INPUT": tables["SITES"]},
            PREPARE: {"INPUT": str(demo / "protected_areas.geojson")},
            OVERLAP: {"SITES": tables["SITES"], "AREAS": str(demo / "protected_areas.geojson")},
            RINGS: {"INPUT": str(demo / "protected_areas.geojson")},
            TITLES: {"SITES": tables["SITES"], "TITLES": str(demo / "titles.geojson")},
            MORAN: {"INPUT": f"{atlas}|layername=scores", "FIELD": "security_level", "PERMUTATIONS": 999},
            GEARY: {
                "INPUT": f"{atlas}|layername=scores",
                "FIELDS": ["security_level", "access_level"],
                "PERMUTATIONS": 999,
            },
            HOT: {"INPUT": f"{atlas}|layername=scores", "FIELD": "security_score", "PERMUTATIONS": 999},
            TOGETHER: {"INPUT": tables["SITES"], "FIELDS": ["presence"], "PERMUTATIONS": 999},
            PROJECT: {"ATLAS": str(tmp_path / "atlas.gpkg"), "TITLES": str(demo / "titles.geojson")},
            SHEET: {
                "SITES": tables["SITES"],
                "PROVINCES": str(demo / "provinces.geojson"),
                "AREA": "Ngalara",
                "PAPER": "A4",
                "DPI": 60,
            },
            SERIES: {
                "SITES": tables["SITES"],
                "PROVINCES": str(demo / "provinces.geojson"),
                "NAMES": "Ngalara",
                "PAPERS": ["A4"],
                "FILES": ["pdf"],
                "DPI": 60,
            },
        }[algorithm]
        if algorithm in (PROJECT, UPDATE):
            shutil.copy(atlas, tmp_path / "atlas.gpkg")
        return {**chosen, **{name: str(out / file) for name, file in OUTPUTS[algorithm].items()}}

    return parameters


def test_the_good_parameters_are_good(run, good, out):
    """Otherwise the failures below could be others than those looked for."""
    for algorithm in ALGORITHMS:
        run(algorithm, **good(algorithm))
        assert {file for file in OUTPUTS[algorithm].values() if (out / file).exists()} == set(
            OUTPUTS[algorithm].values()
        ), algorithm


def actors_as(kind):
    return lambda: layer(kind, {"visit_id": "string"}, (None, "v1"))


def sites_of(**attributes):
    fields = dict.fromkeys(attributes, "string")
    return lambda: layer("Point", fields, ("POINT (28 -2)", *attributes.values()))


CASES = [
    # the layer itself
    pytest.param(IMPORT, {"INPUT": "gone.csv"}, "gone.csv not found; check its path", id="no such table"),
    pytest.param(SCORECARD, {"VISITS": "gone.gpkg"}, "gone.gpkg not found; check its", id="no such visits"),
    pytest.param(OVERLAP, {"AREAS": "gone.shp"}, "gone.shp not found; check its path", id="no such areas"),
    pytest.param(
        PREPARE, {"INPUT": "gone.shp"}, "gone.shp not found; check its path", id="nothing to prepare"
    ),
    pytest.param(PROJECT, {"TITLES": "gone.shp"}, "TITLES; check its path", id="no such titles"),
    pytest.param(SHEET, {"SITES": "gone.shp"}, "SITES; check its path", id="no such sites"),
    pytest.param(IMPORT, {"INPUT": None}, "it is needed.", id="nothing given"),
    pytest.param(
        SHEET,
        {"PROVINCE": "Nord-Kivu"},
        "PROVINCE is no parameter of asm:printsheet; its name may be PROVINCES.",
        id="misspelt parameter",
    ),
    pytest.param(
        RINGS,
        {"Q": 1},
        "Q is no parameter of asm:areabands; its name may be INPUT, BANDS",
        id="no such parameter",
    ),
    pytest.param(IMPORT, {"PROFILE": "ipis"}, "PROFILE; choose one of auto, ipis_caf, ipis", id="profile"),
    pytest.param(IMPORT, {"REPAIR": "no"}, "REPAIR must be true or false, not 'no'", id="switch"),
    pytest.param(PREPARE, {"TOTALS": "cut"}, "TOTALS; choose one of none, erase", id="totals"),
    pytest.param(PREPARE, {"STATUSES": "all"}, "STATUSES; choose one of unep_wcmc", id="statuses"),
    pytest.param(SERIES, {"SITES": "gone.shp"}, "SITES; check its path", id="no such sites of a series"),
    pytest.param(SERIES, {"COVERAGE": "gone.shp"}, "COVERAGE; check its path", id="no such coverage"),
    pytest.param(SERIES, {"RECIPES": ["poster"]}, "RECIPES; choose one of province", id="recipes"),
    pytest.param(SHEET, {"PRESET": "web"}, "PRESET; choose one of press", id="preset"),
    pytest.param(SHEET, {"RECIPE_FILE": "gone.json"}, "gone.json", id="no such recipe"),
    pytest.param(SHEET, {"RECIPE": "poster"}, "RECIPE; choose one of province, ", id="recipe"),
    pytest.param(SHEET, {"RECIPE": "scorecard"}, "needs a layer for SCORES", id="recipe without its layer"),
    pytest.param(SHEET, {"RECIPE": "site"}, "give its pcode as PCODE", id="site sheet of no site"),
    pytest.param(
        SHEET,
        {"RECIPE": "site", "PCODE": "codmine9"},
        "No site with a location has the pcode",
        id="no such site",
    ),
    pytest.param(SHEET, {"PCODE": "codmine90001"}, "is not about one site", id="pcode for a province"),
    pytest.param(
        SHEET,
        {"RECIPE": "territory", "AREA": ""},
        "is about one of the territories",
        id="territory of no name",
    ),
    pytest.param(
        SHEET,
        {"RECIPE": "comparison", "COMPARISON": sites_of(pcode="a")},
        "lacks x_dimension, y_dimension",
        id="not a comparison",
    ),
    pytest.param(
        SHEET, {"RECIPE": "clusters", "CLUSTERS": sites_of(pcode="a")}, "lacks lisa_cluster", id="no clusters"
    ),
    pytest.param(SHEET, {"PAPER": "B5"}, "PAPER; choose one of auto, A0, A1", id="paper"),
    pytest.param(PROJECT, {"THEME": "bright"}, "THEME; choose one of mine_glyph", id="theme"),
    # no geometry, or another
    pytest.param(
        OVERLAP, {"SITES": actors_as("None")}, "not hold points or pol", id="sites without geometry"
    ),
    pytest.param(
        OVERLAP, {"SITES": actors_as("Polygon")}, "None of the 1 footprints of", id="footprints nowhere"
    ),
    pytest.param(
        OVERLAP, {"SITES": actors_as("LineString")}, "or polygons; choose a layer with", id="sites as lines"
    ),
    pytest.param(OVERLAP, {"SITE_KEY": "code"}, "no field 'code'; choose another key", id="key field"),
    pytest.param(OVERLAP, {"ADMIN": "gone.shp"}, "gone.shp not found; check its path", id="no such units"),
    pytest.param(OVERLAP, {"ADMIN": actors_as("None")}, "table without areas; choose", id="units as a table"),
    pytest.param(
        OVERLAP,
        {"ADMIN": lambda: layer("Polygon", {"name": "string"}, (SQUARE, "X")), "ADMIN_NAME_FIELD": "nom"},
        "no field 'nom'; choose",
        id="name field of units",
    ),
    pytest.param(OVERLAP, {"N_LARGEST": 0}, "N_LARGEST", id="no largest overlap"),
    pytest.param(
        OVERLAP, {"SITES": actors_as("Point")}, "None of the 1 sites of 'given'", id="sites nowhere"
    ),
    pytest.param(OVERLAP, {"AREAS": actors_as("None")}, "table without areas; choose", id="areas as a table"),
    pytest.param(
        OVERLAP,
        {"AREAS": lambda: layer("LineString", {"name": "string"}, ("LINESTRING (28 -2, 29 -2)", "A road"))},
        "choose a layer with polygons",
        id="areas as lines",
    ),
    pytest.param(PREPARE, {"INPUT": actors_as("None")}, "table without areas; choose", id="table to prepare"),
    pytest.param(
        SHEET,
        {"SITES": actors_as("None")},
        "SITES needs a layer of Point, not of No geometry; choose",
        id="sheet without points",
    ),
    # CRS
    pytest.param(
        IMPORT,
        {
            "INPUT": lambda: layer(
                "Point",
                dict.fromkeys(("pcode", "visit_date", "project", "mineral1", "armed_group1"), "string"),
                ("POINT (28 -2)", "codmine00001", "2021-03-04", "IPIS - Madini", "Or", ""),
                crs="",
            )
        },
        "no coordinate reference system; set it",
        id="visits without CRS",
    ),
    pytest.param(
        PREPARE,
        {"INPUT": lambda: layer("Polygon", {"name": "string"}, (SQUARE, "X"), crs="")},
        "no coordinate reference system; set it",
        id="areas to prepare without CRS",
    ),
    pytest.param(
        PREPARE,
        {"INPUT": lambda: layer("Polygon", {"name": "string"}, (IN_METRES, "X"))},
        "correct the layer's coordinate reference system",
        id="areas to prepare in metres",
    ),
    pytest.param(
        SCORECARD,
        {
            "SITES": lambda: layer(
                "Point", {"pcode": "string", "visit_id": "string"}, ("POINT (28 -2)", "a", ""), crs=""
            )
        },
        "no coordinate reference system; set it",
        id="sites to score without CRS",
    ),
    pytest.param(
        SHEET,
        {"AREA": "X", "PROVINCES": lambda: layer("Polygon", {"name": "string"}, (SQUARE, "X"), crs="")},
        "no coordinate reference system; set it",
        id="provinces without CRS",
    ),
    pytest.param(
        SHEET,
        {"AREA": "X", "PROVINCES": lambda: layer("Polygon", {"name": "string"}, (IN_METRES, "X"))},
        "no site with a location in 'X'; check the area and the CRS",
        id="provinces in metres",
    ),
    # fields and values
    pytest.param(
        SCORECARD,
        {"SITES": sites_of(code="a")},
        "SITES lacks the fields pcode, visit_id; use the output of",
        id="sites of another source",
    ),
    pytest.param(
        SCORECARD,
        {"STATUSES": sites_of(pcode="a")},
        "STATUSES lacks the fields date, kind, qualification, traceability; use",
        id="statuses of another source",
    ),
    pytest.param(
        SCORECARD,
        {"SITES": lambda: sites_of(pcode="a", visit_id="elsewhere")()},
        "VISITS lacks 1 of the visits that SITES names (first: elsewhere); give both tables of the same",
        id="sites and visits of two imports",
    ),
    pytest.param(
        SCORECARD,
        {"STATUSES": sites_of(pcode="a", date="04/03/2021", kind="", qualification="", traceability="")},
        "field date of STATUSES must hold dates such as 2026-05-31, not '04/03/2021' (in 1 rows); correct",
        id="dates in another order",
    ),
    pytest.param(
        SCORECARD,
        {"ACTORS": sites_of(visit_id="v1", actor_class="none", slot="first")},
        "field slot of ACTORS must hold whole numbers, not 'first' (in 1 rows); correct",
        id="words for numbers",
    ),
    pytest.param(
        COMPARE,
        {"OLD_SITES": sites_of(code="a")},
        "OLD_SITES lacks the fields name, pcode; use the output of",
        id="old sites of another source",
    ),
    pytest.param(
        COMPARE,
        {"NEW_VISITS": sites_of(pcode="a", visit_id="v1")},
        "NEW_VISITS lacks the fields project, visit_date; use the output of",
        id="new visits of another source",
    ),
    pytest.param(
        COMPARE, {"OLD_VISITS": None}, "for one import only; give OLD_VISITS and", id="visits of one import"
    ),
    pytest.param(
        COMPARE,
        {
            "NEW_SITES": lambda: layer(
                "Point", {"pcode": "string", "name": "string"}, (None, "a", "A"), (None, "a", "B")
            )
        },
        "The new sites have a more than once; keep one row",
        id="a site twice",
    ),
    pytest.param(
        COMPARE,
        {"OLD_SITES": sites_of(pcode="", name="A")},
        "1 rows of the old sites have no pcode; give",
        id="a site without a key",
    ),
    pytest.param(
        SHEET, {"SITES": sites_of(pcode="a")}, "lacks the fields name, ", id="sites of a kind unknown"
    ),
    pytest.param(PREPARE, {"NAME_FIELD": "nom"}, "no field 'nom'; choose", id="name field to prepare"),
    pytest.param(OVERLAP, {"AREA_NAME_FIELD": "nom"}, "no field 'nom'; choose", id="name field"),
    pytest.param(RINGS, {"INPUT": "gone.shp"}, "gone.shp not found; check its path", id="no areas to ring"),
    pytest.param(RINGS, {"INPUT": actors_as("None")}, "table without areas; choose", id="a table to ring"),
    pytest.param(
        RINGS, {"BANDS": "5, 1"}, "kilometres that rise; write them like 1, 5", id="bands that fall"
    ),
    pytest.param(RINGS, {"BANDS": "one"}, "are not numbers with commas between; write", id="bands in words"),
    pytest.param(
        RINGS, {"BANDS": "1, 5000"}, "5000 km is too wide to draw; use at most 1000", id="wide bands"
    ),
    pytest.param(
        RINGS,
        {"INPUT": lambda: layer("Polygon", {"name": "string"}, (SQUARE, "X"), crs="")},
        "no coordinate reference system; set it",
        id="areas to ring without CRS",
    ),
    pytest.param(
        RINGS,
        {"INPUT": lambda: layer("Polygon", {"name": "string"}, (None, "X"))},
        "can be used",
        id="areas to ring without geometry",
    ),
    pytest.param(
        RINGS,
        {
            "INPUT": lambda: layer(
                "Polygon", {"name": "string"}, ("POLYGON ((0 89, 9 89, 9 89.9, 0 89.9, 0 89))", "X")
            )
        },
        "reach over a pole from every area; use narrower bands",
        id="areas at a pole",
    ),
    pytest.param(
        MORAN, {"INPUT": "gone.gpkg"}, "gone.gpkg not found; check its path", id="no clusters of what"
    ),
    pytest.param(
        MORAN, {"INPUT": actors_as("None")}, "not hold points or polygons", id="clusters of a table"
    ),
    pytest.param(
        MORAN, {"INPUT": actors_as("LineString")}, "not hold points or polygons", id="clusters of lines"
    ),
    pytest.param(
        MORAN, {"INPUT": actors_as("Point")}, "None of the 1 sites of 'given'", id="clusters nowhere"
    ),
    pytest.param(
        MORAN,
        {
            "INPUT": lambda: layer(
                "Point", {"value": "double"}, *((f"POINT (28 {y})", y) for y in range(4)), crs=""
            )
        },
        "no coordinate reference system; set it",
        id="clusters without CRS",
    ),
    pytest.param(
        MORAN,
        {
            "INPUT": lambda: layer("Point", {"value": "double"}, ("POINT (500000 9700000)", 1)),
            "FIELD": "value",
        },
        "correct the coordinate reference system",
        id="clusters in metres",
    ),
    pytest.param(
        MORAN, {"FIELD": "gone"}, "INPUT has no field 'gone'; choose one of its fields", id="field gone"
    ),
    pytest.param(
        MORAN, {"FIELD": "name"}, "name must hold numbers, levels, or yes and no", id="field of names"
    ),
    pytest.param(MORAN, {"K": 0}, "K; ", id="no nearest site"),
    pytest.param(MORAN, {"ALPHA": 0}, "ALPHA; ", id="threshold of nothing"),
    pytest.param(MORAN, {"PERMUTATIONS": 1}, "PERMUTATIONS; ", id="too few permutations"),
    pytest.param(MORAN, {"NEIGHBOURS": "friends"}, "NEIGHBOURS; choose one of knn, band", id="neighbours"),
    pytest.param(
        MORAN, {"NEIGHBOURS": "file", "WEIGHTS_FILE": "gone.gal"}, "gone.gal", id="no such file of weights"
    ),
    pytest.param(MORAN, {"NEIGHBOURS": "rook"}, "which needs polygons", id="borders of points"),
    pytest.param(MORAN, {"NEIGHBOURS": "band", "DISTANCE": 0}, "istance", id="band of no width"),
    pytest.param(
        MORAN, {"ADMIN": actors_as("None")}, "table without areas; choose", id="units of clusters as a table"
    ),
    pytest.param(
        MORAN,
        {"FIELD": "value", "INPUT": lambda: layer("Point", {"value": "double"}, ("POINT (28 -2)", None))},
        "0 of 1 sites have a value in value; at least 3 are needed",
        id="no value anywhere",
    ),
    pytest.param(GEARY, {"FIELDS": []}, "FIELDS", id="no fields"),
    pytest.param(HOT, {"STATISTIC": "g2"}, "STATISTIC; choose one of gstar, g", id="statistic"),
    pytest.param(
        TOGETHER, {"FIELDS": ["minerals"]}, "minerals must hold yes, no or unknown", id="not yes and no"
    ),
    pytest.param(
        TOGETHER, {"AREA": "Nowhere"}, "No site lies in 'Nowhere'; choose one of", id="area of clusters"
    ),
    pytest.param(
        PUBLIC, {"INPUT": "gone.gpkg"}, "gone.gpkg not found; check its path", id="nothing to publish"
    ),
    pytest.param(PUBLIC, {"LIST": "all"}, "LIST; choose one of auto, sites, visits", id="no such allow-list"),
    pytest.param(PUBLIC, {"LIST_FILE": "gone.json"}, "gone.json", id="no such list of one's own"),
    pytest.param(PUBLIC, {"K": 0}, "K must be at least 1, not 0; give", id="groups of none"),
    pytest.param(PUBLIC, {"GRID": -1}, "GRID must be greater than 0 and at most 1e+06 metres", id="no grid"),
    pytest.param(
        PUBLIC, {"GROUP_FIELDS": ["village"]}, "does not pass 'village'", id="groups by a field kept back"
    ),
    pytest.param(
        PUBLIC,
        {"INPUT": sites_of(colour="red")},
        "No allow-list fits the fields of INPUT; choose one of actors",
        id="table of something else to publish",
    ),
    pytest.param(
        PUBLIC,
        {"LIST": "sites", "INPUT": sites_of(colour="red")},
        "no field that the allow-list 'sites' passes; choose another",
        id="list of another table",
    ),
    pytest.param(
        PUBLIC,
        {
            "LIST": "sites",
            "INPUT": lambda: layer("Point", {"pcode": "string"}, ("POINT (28 -2)", "a"), crs=""),
        },
        "no coordinate reference system; set it",
        id="to publish without CRS",
    ),
    pytest.param(TITLES, {"TITLES": "gone.shp"}, "gone.shp not found; check its path", id="no title layer"),
    pytest.param(TITLES, {"SITES": actors_as("Polygon")}, "not hold points; choose", id="sites of titles"),
    pytest.param(
        TITLES, {"TITLES": actors_as("Point")}, "does not hold polygons; choose", id="titles as points"
    ),
    pytest.param(TITLES, {"TITLES": actors_as("None")}, "does not hold polygons", id="titles as a table"),
    pytest.param(
        TITLES,
        {"TITLES": lambda: layer("Polygon", {"name": "string"}, (SQUARE, "A"))},
        "no field for the type of title; rename",
        id="titles without types",
    ),
    pytest.param(
        TITLES,
        {"TITLES": lambda: layer("Polygon", {"type": "string"}, (IN_METRES, "PE"))},
        "1 areas lie outside",
        id="titles in metres",
    ),
    pytest.param(
        TITLES,
        {"TITLES": lambda: layer("Polygon", {"type": "string"}, (SQUARE, "PE"), crs="")},
        "no coordinate ref",
        id="titles without CRS",
    ),
    pytest.param(
        TITLES, {"TITLES": lambda: layer("Polygon", {"type": "string"})}, "has no titles", id="no titles"
    ),
    pytest.param(
        TITLES,
        {"TITLES": lambda: layer("Polygon", {"type": "string"}, (None, "PE"))},
        "None of the 1 titles",
        id="titles without geometry",
    ),
    pytest.param(TITLES, {"AS_OF": "31/12/2020"}, "AS_OF '31/12/2020' is no date; write", id="day of titles"),
    pytest.param(
        TITLES, {"TITLES_DATE": "2020"}, "TITLES_DATE '2020' is no date; write it", id="date of the titles"
    ),
]


@pytest.mark.parametrize("algorithm, change, sentence", CASES)
def test_a_sentence_says_what_to_do_and_no_file_is_left(run, good, out, algorithm, change, sentence):
    change = {name: value() if callable(value) else value for name, value in change.items()}
    with pytest.raises(QgsProcessingException, match=re.escape(sentence)):
        run(algorithm, **{**good(algorithm), **change})
    assert list(out.iterdir()) == []


@pytest.mark.parametrize(
    "text, sentence",
    [
        pytest.param("{nope", "mine.json is not JSON: Expecting property name", id="not JSON"),
        pytest.param("[]", "mine.json must hold one JSON object", id="a list"),
    ],
)
def test_a_scheme_that_cannot_be_read_is_named(run, good, out, tmp_path, text, sentence):
    (tmp_path / "mine.json").write_text(text, encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=re.escape(sentence)):
        run(SCORECARD, **{**good(SCORECARD), "SCHEME_FILE": str(tmp_path / "mine.json")})
    assert list(out.iterdir()) == []


EVERY_OUTPUT = [
    pytest.param(algorithm, name, id=f"{algorithm[4:]} {name}")
    for algorithm, files in OUTPUTS.items()
    for name in files
]


@pytest.mark.parametrize("algorithm, name", EVERY_OUTPUT)
def test_an_output_without_a_folder_stops_the_run_before_anything_is_written(run, good, out, algorithm, name):
    file = OUTPUTS[algorithm][name]
    sentence = f"The folder of {file} does not exist; make it or choose another"
    with pytest.raises(QgsProcessingException, match=re.escape(sentence)):
        run(algorithm, **{**good(algorithm), name: str(out / "missing" / file)})
    assert list(out.iterdir()) == []


def in_a_file(out):
    (out.parent / "file").touch()
    return str(out.parent / "file" / "s.gpkg")


def a_folder(out):
    (out.parent / "s.gpkg").mkdir()
    return str(out.parent / "s.gpkg")


@pytest.mark.parametrize(
    "target, sentence",
    [
        pytest.param(in_a_file, "The folder of s.gpkg does not exist", id="inside a file"),
        pytest.param(a_folder, "s.gpkg cannot be written there; choose another", id="a folder"),
        pytest.param(
            lambda out: f"ogr:dbname='{out}/missing/s.gpkg' table=\"sites\" (geom)",
            "The folder of s.gpkg does not exist",
            id="table of a GeoPackage",
        ),
        pytest.param(
            lambda out: QgsProcessingOutputLayerDefinition(str(out / "missing" / "s.gpkg")),
            "The folder of s.gpkg does not exist",
            id="as the toolbox gives it",
        ),
        pytest.param(lambda out: "postgres:none", "SITES cannot be written (", id="database without server"),
    ],
)
def test_unwritable_outputs_of_all_kinds(run, good, target, out, sentence):
    with pytest.raises(QgsProcessingException, match=re.escape(sentence)):
        run(IMPORT, **{**good(IMPORT), "SITES": target(out)})
    assert list(out.iterdir()) == []


class CancelsAt(QgsProcessingFeedback):
    """The user presses Cancel when the progress bar has come to some percentage."""

    def __init__(self, percent):
        super().__init__(False)
        self.percent = percent
        if percent == 0:
            self.cancel()

    def setProgress(self, progress):  # noqa: N802
        if progress >= self.percent:
            self.cancel()


CANCELS = [
    pytest.param(
        algorithm,
        percent,
        id=f"{algorithm[4:]} at {percent} percent",
    )
    for algorithm in ALGORITHMS
    if algorithm != SERIES  # sheets that were done before stay; see test_print_series.py
    for percent in (0, 5, 25, 45, 65, 75, 96)
]


@pytest.mark.parametrize("algorithm, percent", CANCELS)
def test_cancel_leaves_all_outputs_or_none(plugin, good, out, algorithm, percent):
    """What is being written when Cancel is pressed is written to its end; before, nothing is begun."""
    from qgis import processing

    parameters = good(algorithm)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    cancelled = False
    try:
        processing.run(algorithm, parameters, context=context, feedback=CancelsAt(percent))
    except QgsProcessingException as stopped:
        cancelled = True
        assert "Cancelled" in str(stopped)
    left = {file.name for file in out.iterdir()} & set(OUTPUTS[algorithm].values())
    assert left == (set() if cancelled else set(OUTPUTS[algorithm].values()))
    assert cancelled or percent >= (65 if algorithm in (IMPORT, COMPARE, SCORECARD, OVERLAP, TITLES) else 5)


def test_sites_at_zero_or_far_from_every_area_are_warned_of(run, good):
    from qgis import processing

    feedback = QgsProcessingFeedback(False)
    sites = layer("Point", {"pcode": "string"}, ("POINT (0 0)", "a"), ("POINT (-2 28)", "b"))
    outputs = dict.fromkeys(OUTPUTS[OVERLAP], "TEMPORARY_OUTPUT")
    processing.run(OVERLAP, {**good(OVERLAP), "SITES": sites, **outputs}, feedback=feedback)
    log = feedback.textLog()
    assert "1 sites lie at longitude 0, latitude 0; correct" in log
    assert "No site lies inside an area or within the largest band; check" in log


def test_every_parameter_and_algorithm_explains_itself(plugin):
    found = {a.id(): a for a in QgsApplication.processingRegistry().providerById("asm").algorithms()}
    assert set(found) == set(ALGORITHMS)
    for name, algorithm in found.items():
        assert algorithm.shortHelpString() and algorithm.displayName() and algorithm.group(), name
        mute = [d.name() for d in algorithm.parameterDefinitions() if not (d.help() and d.description())]
        assert not mute, name
