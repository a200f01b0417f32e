import json
from collections import Counter

import pandas as pd
import pytest
from asm_atlas.core.areas.title_overlap import SITE_COLUMNS
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsDateTimeRange,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsLayerMetadata,
    QgsProcessingFeedback,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

ALGORITHM = "asm:titleoverlap"
WEST = "POLYGON ((27 -1, 28 -1, 28 1, 27 1, 27 -1))"
EAST = "POLYGON ((27.5 -1, 28.5 -1, 28.5 1, 27.5 1, 27.5 -1))"
BOW_TIE = "POLYGON ((29 0, 30 1, 30 0, 29 1, 29 0))"
DAY = "2020-06-30"
PERMIT = {
    "name": "12",
    "type": "PE",
    "statut": "Actif",
    "parties": "MINES SARL (100%)",
    "date_de1": "2030-01-01",
}
ZONE = {"name": "ZEA-1", "type": "ZEA", "statut": "Actif", "parties": " ", "date_de1": ""}


def layer(kind, rows, crs="EPSG:4326", name="layer"):
    """A memory layer from pairs of WKT (or None) and {field: value}; fields of text, workers a number."""
    fields = dict.fromkeys(field for _, row in rows for field in row)
    query = "&".join(f"field={field}:{'integer' if field == 'workers' else 'string'}" for field in fields)
    made = QgsVectorLayer(f"{kind}?crs={crs}&{query}", name, "memory")
    for wkt, row in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes([row.get(field) for field in fields])
        if wkt is not None:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        assert made.dataProvider().addFeature(feature)
    made.updateExtents()
    return made


def sites(*places):
    return layer("Point", [(wkt, {"pcode": f"s{n}", "workers": 10}) for n, wkt in enumerate(places)])


def titles(*rows, **options):
    return layer("Polygon", rows, name="titles", **options)


def two_titles():
    return titles((WEST, PERMIT), (EAST, ZONE))


def three_sites():
    return sites("POINT (27.2 0)", "POINT (27.7 0)", "POINT (20 0)")


def records(made):
    names = [field.name() for field in made.fields()]
    return [
        {name: None if value == NULL else value for name, value in zip(names, feature.attributes())}
        for feature in made.getFeatures()
    ]


def everything(run, site_layer, title_layer, **options):
    sinks = dict.fromkeys(("OUTPUT", "PAIRS", "OVERLAPS", "SUMMARY"), "TEMPORARY_OUTPUT")
    return run(ALGORITHM, SITES=site_layer, TITLES=title_layer, **sinks, **options)


def test_the_four_outputs(run):
    found = everything(run, three_sites(), two_titles(), TITLES_DATE=DAY)
    numbers = {key: value for key, value in found.items() if key.startswith("N_")}
    assert numbers == {
        **{"N_SITES": 3, "N_IN_TITLES": 2, "N_IN_ZONES": 1, "N_UNKNOWN": 0, "N_NO_GEOMETRY": 0},
        **{"N_TITLES": 2, "N_LEFT_OUT": 0},
    }
    under, within, outside = records(found["OUTPUT"])
    assert under == {
        **{"pcode": "s0", "workers": 10, "title_class": "other_active", "title_sure": "sure"},
        **{"title_date": QDate(2020, 6, 30), "n_titles": 1, "title_code": "12", "title_type": "PE"},
        **{"title_group": "exploitation", "title_status": "Actif", "title_standing": "active"},
        **{"title_holder": "MINES SARL (100%)", "title_cooperative": "no", "title_expiry": QDate(2030, 1, 1)},
    }
    assert (within["title_class"], within["n_titles"], within["title_code"]) == ("zea_active", 2, "ZEA-1")
    assert (outside["title_class"], outside["n_titles"], outside["title_code"]) == ("none", 0, None)
    assert [(row["pcode"], row["title_code"]) for row in records(found["PAIRS"])] == [
        *(("s0", "12"), ("s1", "12"), ("s1", "ZEA-1"))
    ]
    (shared,) = records(found["OVERLAPS"])
    assert (shared["title_code_a"], shared["title_code_b"], shared["is_sliver"]) == ("12", "ZEA-1", "no")
    assert (shared["share_a"], shared["share_b"]) == (
        pytest.approx(0.5, rel=1e-4),
        pytest.approx(0.5, rel=1e-4),
    )
    assert next(found["OVERLAPS"].getFeatures()).geometry().area() == pytest.approx(1)
    by_class = [row for row in records(found["SUMMARY"]) if row["counted_by"] == "title_class"]
    assert {row["value"]: (row["sites"], row["workers"]) for row in by_class} == {
        "zea_active": (1, 10),
        "other_active": (1, 10),
        "none": (1, 10),
    }


def test_other_projections_broken_polygons_and_curves(run, plugin):
    from qgis import processing

    mercator = QgsGeometry.fromWkt(WEST)
    wgs84, other = (QgsCoordinateReferenceSystem(f"EPSG:{code}") for code in (4326, 3857))
    mercator.transform(QgsCoordinateTransform(wgs84, other, QgsCoordinateTransformContext()))
    flat = everything(
        run, three_sites(), titles((mercator.asWkt(12), ZONE), crs="EPSG:3857"), TITLES_DATE=DAY
    )
    assert [row["title_class"] for row in records(flat["OUTPUT"])] == ["zea_active", "zea_active", "none"]
    feedback = QgsProcessingFeedback(False)
    parameters = {
        "SITES": sites("POINT (29.1 0.3)", "POINT (29.5 0.9)"),
        "TITLES": titles((BOW_TIE, ZONE), (None, PERMIT)),
        "TITLES_DATE": DAY,
        "OUTPUT": "TEMPORARY_OUTPUT",
    }
    found = processing.run(ALGORITHM, parameters, feedback=feedback)
    assert [row["title_class"] for row in records(found["OUTPUT"])] == ["zea_active", "none"]
    assert (found["N_TITLES"], found["N_LEFT_OUT"]) == (1, 1)
    assert "Repaired: ZEA-1, Self-intersection" in feedback.textLog()
    assert "Left out: 12, no geometry" in feedback.textLog()


def described(metadata):
    title_layer = two_titles()
    title_layer.setMetadata(metadata)
    return title_layer


def spanning(begin, end):
    metadata = QgsLayerMetadata()
    extent = metadata.extent()
    moments = [
        QDateTime(QDate.fromString(day, "yyyy-MM-dd"), QTime(0, 0)) if day else QDateTime()
        for day in (begin, end)
    ]
    extent.setTemporalExtents([QgsDateTimeRange(*moments)])
    metadata.setExtent(extent)
    return metadata


@pytest.mark.parametrize(
    "metadata, options, day",
    [
        pytest.param(spanning("2016-01-01", "2016-12-31"), {}, "2016-12-31", id="time span"),
        pytest.param(spanning("2016-01-01", None), {}, "2016-01-01", id="open time span"),
        pytest.param(spanning(None, "2020-03-04"), {"TITLES_DATE": "2019-01-01"}, "2019-01-01", id="given"),
        pytest.param(QgsLayerMetadata(), {}, None, id="none"),
    ],
)
def test_the_date_of_the_layer(run, metadata, options, day):
    row = records(everything(run, three_sites(), described(metadata), **options)["OUTPUT"])[0]
    assert (row["title_date"] and row["title_date"].toString("yyyy-MM-dd")) == day
    assert (row["title_class"], row["title_sure"]) == (
        ("other_active", "sure") if day else ("unknown", "layer date")
    )


def test_the_log_says_what_is_doubtful(plugin):
    from qgis import processing

    feedback = QgsProcessingFeedback(False)
    strange = titles((WEST, {"type": "XX", "statut": "Actif", "date_de1": "1/2/30"}), (WEST, {"type": "PE"}))
    processing.run(
        ALGORITHM,
        {"SITES": three_sites(), "TITLES": strange, "OUTPUT": "TEMPORARY_OUTPUT"},
        feedback=feedback,
    )
    log = feedback.textLog()
    for sentence in (
        "1 titles are of a type that is not known: XX: 1",
        "1 dates of expiry are not dates such as 2026-05-31",
        "2 titles may be active or not (",
        "The titles have no field for: code, holder.",
        "The date of the titles is not known, so no class is; give TITLES_DATE.",
    ):
        assert sentence in log


def test_earlier_results_are_replaced(run):
    once = everything(run, three_sites(), two_titles(), TITLES_DATE=DAY)["OUTPUT"]
    twice = everything(run, once, titles((WEST, ZONE)), TITLES_DATE="2021-01-01")["OUTPUT"]
    assert [field.name() for field in twice.fields()] == [
        *("pcode", "workers", *(column.name for column in SITE_COLUMNS))
    ]
    assert records(twice)[0]["title_class"] == "zea_active"


def test_metadata_travels(run, tmp_path):
    site_layer, title_layer = three_sites(), two_titles()
    of_sites, of_titles = QgsLayerMetadata(), QgsLayerMetadata()
    of_sites.setRights(["IPIS"])
    of_titles.setRights(["Cadastre"])
    site_layer.setMetadata(of_sites)
    title_layer.setMetadata(of_titles)
    targets = {name: str(tmp_path / f"{name}.gpkg") for name in ("OUTPUT", "OVERLAPS")}
    run(ALGORITHM, SITES=site_layer, TITLES=title_layer, TITLES_DATE=DAY, AS_OF="2021-01-01", **targets)
    written = QgsVectorLayer(targets["OUTPUT"], "x", "ogr").metadata()
    assert written.rights() == ["IPIS", "Cadastre"]
    assert "titles of 'titles' (2020-06-30)" in written.history()[-1]
    assert "standing on 2021-01-01" in written.history()[-1]
    # its overlaps count sites
    assert QgsVectorLayer(targets["OVERLAPS"], "x", "ogr").metadata().rights() == ["Cadastre", "IPIS"]


# into the scorecard


def atlas_tables(run, resources, folder):
    tables = {
        name: str(folder / f"{name.lower()}.gpkg") for name in ("SITES", "VISITS", "ACTORS", "STATUSES")
    }
    visits = str(resources / "demo" / "visits.csv")
    run("asm:importvisits", INPUT=visits, FINDINGS="TEMPORARY_OUTPUT", **tables)
    return tables


def about_titles(scores):
    """What the reasons of formalisation say of the title, by site; sites that were not asked are left out."""
    found = {}
    for row in records(scores):
        for reason in json.loads(row["formalisation_reasons"] or "[]"):
            if reason.get("item") == "title_class" and "cap" not in reason:
                found[row["pcode"]] = reason
    return found


AROUND = (
    *(ZONE, {**ZONE, "type": "ZIN"}, PERMIT, {**PERMIT, "parties": "COOPERATIVE X (100%)"}),
    {**PERMIT, "date_de1": ""},
)
CLASSES_AROUND = ("zea_active", "prohibited", "other_active", "cooperative", "unknown")


@pytest.mark.parametrize(
    "titles_date, is_scored",
    [
        pytest.param("2023-01-01", True, id="of the scheme's years"),
        pytest.param("2024-01-01", False, id="later than the reference date"),
        pytest.param("2018-05-31", False, id="older than the scheme's years"),
        pytest.param("2018-06-01", True, id="just within the years"),
        pytest.param("", True, id="date not known, all unknown"),
    ],
)
def test_the_scorecard_takes_the_sites(run, resources, tmp_path, titles_date, is_scored):
    tables = atlas_tables(run, resources, tmp_path)
    places = [
        feature
        for feature in QgsVectorLayer(tables["SITES"], "s", "ogr").getFeatures()
        if feature.hasGeometry()
    ]
    chosen = places[: len(AROUND)]
    boxes = [feature.geometry().buffer(0.0005, 4).asWkt() for feature in chosen]
    screened = run(
        ALGORITHM,
        SITES=tables["SITES"],
        TITLES=titles(*zip(boxes, AROUND)),
        TITLES_DATE=titles_date,
        OUTPUT=str(tmp_path / "with_titles.gpkg"),
    )["OUTPUT"]
    rows = records(QgsVectorLayer(screened, "t", "ogr"))
    classes = {row["pcode"]: row["title_class"] for row in rows}
    if titles_date:
        expected = {feature["pcode"]: word for feature, word in zip(chosen, CLASSES_AROUND)}
        assert {pcode: classes[pcode] for pcode in expected} == expected
        assert {row["title_class"] for row in rows if row["n_titles"] == 0} == {"none"}
    else:
        assert set(classes.values()) == {"unknown"}
    scored = run(
        "asm:scorecard", **{**tables, "SITES": screened}, AS_OF="2023-06-01", SCORES="TEMPORARY_OUTPUT"
    )
    reasons = about_titles(scored["SCORES"])
    assert bool(reasons) == is_scored
    for pcode, reason in reasons.items():
        assert reason["answer"] == classes[pcode]
        assert reason["points"] == {
            **{"zea_active": [1, 1], "cooperative": [1, 1], "other_active": [0.25, 0.25]},
            **{"none": [0.25, 0.25], "prohibited": [0, 0], "unknown": [0, 1]},
        }.get(reason["answer"])


# real data

REAL = [
    pytest.param("titres_cami_ipis_2016.geojson", "2016-12-31", "name", "type", id="2016"),
    pytest.param("licences_cami_2020.geojson", "2020-12-31", "Code", "Licence_", id="2020"),
]
FIGURES = {
    "2016": {"artisanal_zone": 72, "exploitation": 1183, "research": 886, "none": 1221},
    "2020": {"exploitation": 1223, "research": 942, "none": 1165},
}


@pytest.mark.real_data
@pytest.mark.parametrize("file, day, code, kind", REAL)
def test_real_titles_agree_with_qgis(run, data, file, day, code, kind):
    """The pairs are those of native:joinattributesbylocation; the sites by kind are worked out from these."""
    table = pd.read_csv(data / "ipis" / "cod_mines_ipis_2026-05.csv", low_memory=False)
    table = table.drop_duplicates("pcode", keep="last")
    site_layer = layer(
        "Point",
        [
            (f"POINT ({x!r} {y!r})", {"pcode": key})
            for key, x, y in zip(table.pcode, table.longitude, table.latitude)
        ],
    )
    path = str(data / "titles" / file)
    found = everything(run, site_layer, path, TITLES_DATE=day)
    indexed = QgsVectorLayer(path, "titles", "ogr").materialize(QgsFeatureRequest())
    assert indexed.dataProvider().createSpatialIndex() and site_layer.dataProvider().createSpatialIndex()
    joined = run(
        "native:joinattributesbylocation",
        INPUT=site_layer,
        JOIN=indexed,
        PREDICATE=[0],
        METHOD=0,
        DISCARD_NONMATCHING=True,
        PREFIX="t_",
        OUTPUT="TEMPORARY_OUTPUT",
    )["OUTPUT"]
    theirs = Counter((row["pcode"], row[f"t_{code}"], row[f"t_{kind}"]) for row in records(joined))
    ours = Counter((row["pcode"], row["title_code"], row["title_type"]) for row in records(found["PAIRS"]))
    on_edge = {row["pcode"] for row in records(found["PAIRS"]) if row["on_boundary"] == "yes"}
    assert {pair[0] for pair in (ours - theirs) + (theirs - ours)} <= on_edge
    rows = records(found["OUTPUT"])
    in_none = {row["pcode"] for row in rows if row["title_group"] == "none"}
    assert in_none == set(table.pcode) - {pcode for pcode, _, _ in theirs}
    groups = Counter(row["title_group"] for row in rows)
    assert {name: groups[name] for name in FIGURES[day[:4]]} == FIGURES[day[:4]]
    for counted_by in {row["counted_by"] for row in records(found["SUMMARY"])}:
        of_kind = [row["sites"] for row in records(found["SUMMARY"]) if row["counted_by"] == counted_by]
        assert sum(of_kind) == len(table)
