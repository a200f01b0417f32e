"""asm:protectedareaoverlap with footprints, and its tables by unit, of the largest overlaps and of the note."""

import pytest
from asm_atlas.core.areas.screening_columns import LARGEST_COLUMNS, NOTE_COLUMNS, PAIR_COLUMNS, UNIT_COLUMNS
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsLayerMetadata,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QVariant

ALGORITHM = "asm:protectedareaoverlap"
TABLES = ("OUTPUT", "PAIRS", "SUMMARY", "BY_UNIT", "LARGEST", "NOTE")
PARK = "POLYGON ((27 -1, 28 -1, 28 1, 27 1, 27 -1))"
WITHIN = "POLYGON ((27.4 0, 27.5 0, 27.5 0.1, 27.4 0.1, 27.4 0))"
ACROSS = "POLYGON ((27.9 0, 28.1 0, 28.1 0.1, 27.9 0.1, 27.9 0))"
CROSSED = "POLYGON ((27.4 0, 27.5 0.1, 27.5 0, 27.4 0.1, 27.4 0))"
FIELDS = [
    ("pcode", QVariant.String),
    ("name", QVariant.String),
    ("workers", QVariant.Int),
    ("admin1", QVariant.String),
    ("admin2", QVariant.String),
    ("minerals", QVariant.String),
    ("presence", QVariant.String),
    ("last_visit", QVariant.Date),
]


def layer(kind, fields, rows, crs="EPSG:4326", name="layer"):
    made = QgsVectorLayer(f"{kind}?crs={crs}" if crs else kind, name, "memory")
    if not crs:
        made.setCrs(QgsCoordinateReferenceSystem())
    made.dataProvider().addAttributes([QgsField(title, kind) for title, kind in fields])
    made.updateFields()
    for wkt, *attributes in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes(attributes)
        if wkt is not None:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        assert made.dataProvider().addFeature(feature)
    return made


def site_layer(*wkts, kind="Polygon", **options):
    rows = [
        (
            wkt,
            f"s{n}",
            f"Site {n}",
            10 * n if n else None,
            "Ituri",
            "Irumu",
            "gold",
            "yes",
            QDate(2024, 5, n + 1),
        )
        for n, wkt in enumerate(wkts)
    ]
    return layer(kind, FIELDS, rows, name="mines", **options)


def park_layer(name="WDPA_May2026_Public_COD"):
    fields = [("NAME", QVariant.String), ("IUCN_CAT", QVariant.String), ("STATUS", QVariant.String)]
    return layer("Polygon", fields, [(PARK, "Park", "II", "Designated")], name=name)


def records(made):
    names = [field.name() for field in made.fields()]
    return [
        {name: None if value == NULL else value for name, value in zip(names, feature.attributes())}
        for feature in made.getFeatures()
    ]


@pytest.fixture
def everything(run):
    def run_all(sites, areas=None, **options):
        outputs = dict.fromkeys(TABLES, "TEMPORARY_OUTPUT")
        return run(ALGORITHM, SITES=sites, AREAS=areas or park_layer(), **{**outputs, **options})

    return run_all


def test_footprints_get_shares_and_stay_polygons(everything):
    found = everything(site_layer(WITHIN, ACROSS, None, kind="MultiPolygon"))
    assert [found[name] for name in ("N_SITES", "N_INSIDE", "N_PARTLY", "N_NO_GEOMETRY")] == [3, 1, 1, 1]
    inside, partly, nowhere = records(found["OUTPUT"])
    assert (inside["pa_band"], inside["pa_iucn"], inside["pa_share"]) == ("inside", "II", 1)
    assert inside["pa_distance_m"] == pytest.approx(-44528, abs=1)
    assert inside["pa_bearing"] == pytest.approx(270, abs=0.1)
    assert (partly["pa_band"], partly["pa_distance_m"], partly["pa_bearing"]) == ("partly inside", 0, None)
    assert partly["pa_share"] == pytest.approx(0.5, abs=1e-6)
    assert {value for name, value in nowhere.items() if name.startswith("pa_")} == {None}
    shapes = [feature.geometry() for feature in found["OUTPUT"].getFeatures()]
    assert [shape.isEmpty() for shape in shapes] == [False, False, True]
    assert shapes[1].isMultipart() and shapes[1].area() == pytest.approx(0.02)

    pairs = records(found["PAIRS"])
    assert list(pairs[0]) == [column.name for column in PAIR_COLUMNS]
    assert [(row["pcode"], row["relation"]) for row in pairs] == [("s0", "inside"), ("s1", "partly inside")]
    assert pairs[1]["shared_ha"] == pytest.approx(12309, rel=0.001)
    park = records(found["SUMMARY"])[0]
    assert (park["sites_inside"], park["sites_partly"], park["workers_partly"]) == (1, 1, 10)
    assert (park["minerals"], park["armed_share"], park["armed_known"]) == ("Gold 2", 1, 2)
    assert park["latest_visit"] == QDate(2024, 5, 2)


def test_points_keep_their_tables(everything):
    found = everything(site_layer("POINT (27.4 0)", "POINT (28.05 0)", kind="Point"))
    inside, near = records(found["OUTPUT"])
    assert (inside["pa_iucn"], inside["pa_share"], near["pa_iucn"]) == ("II", None, None)
    assert near["pa_bearing"] == pytest.approx(270, abs=0.01)
    units = records(found["BY_UNIT"])
    assert list(units[0]) == [column.name for column in UNIT_COLUMNS]
    assert [tuple(row.values()) for row in units] == [
        ("Ituri", "Irumu", "II", "inside", 1, None, 1),
        ("Ituri", "Irumu", "II", "5-10 km", 1, 10, 0),
    ]
    largest = records(found["LARGEST"])
    assert list(largest[0]) == [column.name for column in LARGEST_COLUMNS]
    assert [(row["rank"], row["name"], row["workers"]) for row in largest] == [(1, "Site 0", None)]
    assert "sites_partly" not in records(found["SUMMARY"])[0]


def test_units_come_from_a_layer_where_one_is_given(everything):
    east = "POLYGON ((27.45 -2, 29 -2, 29 2, 27.45 2, 27.45 -2))"
    units = layer("Polygon", [("ADM2_FR", QVariant.String)], [(east, "Est")])
    found = everything(site_layer(ACROSS, "POLYGON ((27.1 0, 27.2 0, 27.2 0.1, 27.1 0))"), ADMIN=units)
    assert [(row["within"], row["unit"], row["sites"]) for row in records(found["BY_UNIT"])] == [
        (None, "Est", 1),
        (None, "outside", 1),
    ]


def test_the_number_of_largest_overlaps_can_be_set(everything):
    sites = site_layer(*["POINT (27.4 0)"] * 12, kind="Point")
    assert len(records(everything(sites)["LARGEST"])) == 10
    assert [row["workers"] for row in records(everything(sites, N_LARGEST=2)["LARGEST"])] == [110, 100]


def test_the_note_tells_source_month_rules_and_what_was_left_out(everything, run):
    fields = [("NAME", QVariant.String), ("STATUS", QVariant.String)]
    rows = [(PARK, "Park", "Designated"), (WITHIN, "Planned", "Proposed")]
    given = layer("Polygon", fields, rows, name="WDPA_May2026_Public_COD")
    prepared = run("asm:prepareprotectedareas", INPUT=given, OUTPUT="TEMPORARY_OUTPUT", SECOND_TIER=True)
    found = everything(site_layer(CROSSED, None), prepared["OUTPUT"])
    rows = records(found["NOTE"])
    assert list(rows[0]) == [column.name for column in NOTE_COLUMNS]
    facts = {row["fact"]: row["value"] for row in rows}
    assert facts["areas_month"] == "2026-05"
    assert "proposed 1" in facts["areas_history"]
    assert (facts["areas_given"], facts["areas_used"], facts["areas_left_out"]) == ("2", "1", "1")
    assert facts["second_tier"] == "left out"
    assert "Left out, second tier (1): Planned." in [row["value"] for row in rows]
    assert (facts["sites_kind"], facts["sites_given"], facts["sites_without_geometry"]) == (
        "footprints",
        "2",
        "1",
    )
    assert any(
        value.startswith("Repaired: s0, Self-intersection") for value in (row["value"] for row in rows)
    )
    assert (facts["sites_crs"], facts["bands_km"]) == ("EPSG:4326 - WGS 84", "1, 5, 10, 50")
    assert "WGS 84 (a = 6378137 m" in facts["distances"] and "within 1 mm" in facts["boundary_rule"]
    done = found["OUTPUT"].metadata().history()[-1]
    assert "release 2026-05" in done and "1 left out" in done and "WGS 84" in done


def test_the_month_is_not_guessed(everything):
    facts = {
        row["fact"]: row["value"] for row in records(everything(site_layer(WITHIN), park_layer("x"))["NOTE"])
    }
    assert facts["areas_month"] == "not stated"


def test_titles_are_called_by_their_number(everything):
    titles = layer("Polygon", [("code", QVariant.String)], [(WITHIN, "PE 12"), (ACROSS, "PR 7")])
    assert [row["pcode"] for row in records(everything(titles, SITE_KEY="code")["PAIRS"])] == [
        "PE 12",
        "PR 7",
    ]
    note = [row["value"] for row in records(everything(titles)["NOTE"])]
    assert any("no field pcode" in value for value in note)


def test_earlier_results_of_points_and_footprints_are_replaced(everything):
    once = everything(site_layer(WITHIN))["OUTPUT"]
    twice = everything(once, BANDS="3")["OUTPUT"]
    names = [field.name() for field in twice.fields()]
    assert len(names) == len(set(names)) and [name for name in names if name.startswith("pa_")]
    assert records(twice)[0]["pa_share"] == 1


@pytest.mark.parametrize(
    "sites, options, sentence",
    [
        pytest.param(lambda: site_layer(WITHIN, crs=""), {}, "no coordinate reference", id="no CRS"),
        pytest.param(
            lambda: site_layer("POLYGON ((500000 0, 600000 0, 600000 9, 500000 0))"),
            {},
            "1 footprints lie outside the degrees of the globe .the first: s0.; correct .* 'mines'",
            id="metres called degrees",
        ),
        pytest.param(lambda: site_layer(None), {}, "None of the 1 footprints of 'mines'", id="no shape"),
        pytest.param(lambda: site_layer(), {}, "'mines' has no sites", id="no features"),
        pytest.param(
            lambda: site_layer("LINESTRING (27 0, 28 0)", kind="LineString"), {}, "not hold points or pol", id="lines"
        ),
        pytest.param(lambda: site_layer(WITHIN), {"SITE_KEY": "code"}, "no field 'code'", id="no such key"),
        pytest.param(
            lambda: site_layer(WITHIN),
            {"ADMIN": layer("Polygon", [], [(PARK,)], crs="")},
            "no coordinate reference",
            id="units without CRS",
        ),
    ],
)  # fmt: skip
def test_bad_footprints_get_a_sentence(everything, sites, options, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        everything(sites(), **options)


def test_units_that_are_not_used_are_told(plugin):
    from qgis import processing

    feedback = QgsProcessingFeedback()
    given = {"SITES": site_layer(WITHIN), "AREAS": park_layer(), "ADMIN": park_layer()}
    processing.run(ALGORITHM, {**given, "OUTPUT": "TEMPORARY_OUTPUT"}, feedback=feedback)
    assert "ADMIN is not used" in feedback.textLog()


def test_rights_of_both_layers_go_with_every_table(everything, tmp_path):
    sites, areas = site_layer(WITHIN), park_layer()
    for made, right in ((sites, "IPIS"), (areas, "UNEP-WCMC")):
        metadata = QgsLayerMetadata()
        metadata.setRights([right])
        made.setMetadata(metadata)
    target = str(tmp_path / "note.gpkg")
    everything(sites, areas, NOTE=target)
    assert QgsVectorLayer(target, "x", "ogr").metadata().rights() == ["IPIS", "UNEP-WCMC"]


# real data


@pytest.mark.real_data
@pytest.mark.parametrize(
    "areas, name_field",
    [
        pytest.param("protectedareas_wri_2017.geojson", "name", id="layer of IPIS' web map"),
        pytest.param("wdpa_cod_utm35s/cod_conservation_utm.shp", "NAME", id="World Database, UTM"),
    ],
)
def test_titles_as_footprints_agree_with_qgis(everything, run, data, areas, name_field):
    titles = QgsVectorLayer(str(data / "titles" / "titres_cami_ipis_2016.geojson"), "titles", "ogr")
    area_layer = QgsVectorLayer(str(data / "protected" / areas), "areas", "ogr")
    found = everything(titles, area_layer, SITE_KEY="name", AREA_NAME_FIELD=name_field)
    assert found["N_SITES"] == 2973

    in_degrees = run(
        "native:reprojectlayer", INPUT=area_layer, TARGET_CRS="EPSG:4326", OUTPUT="TEMPORARY_OUTPUT"
    )
    cut = run("native:intersection", INPUT=titles, OVERLAY=in_degrees["OUTPUT"], OUTPUT="TEMPORARY_OUTPUT")[
        "OUTPUT"
    ]
    other = f"{name_field}_2" if cut.fields().lookupField(f"{name_field}_2") >= 0 else name_field
    by_qgis = {}
    for feature in cut.getFeatures():
        key = (feature["name"], feature[other].strip())
        by_qgis[key] = by_qgis.get(key, 0) + feature.geometry().area()
    whole = {}
    for feature in titles.getFeatures():
        whole[feature["name"]] = whole.get(feature["name"], 0) + feature.geometry().area()
    ours = {}
    for row in records(found["PAIRS"]):
        if row["share"] > 0:
            ours.setdefault((row["pcode"], row["area_name"]), []).append(row["share"])
    # What is cut from neighbours by rounding is below a square metre, 8e-11 square degrees.
    assert {key for key, size in by_qgis.items() if size > 1e-10} == set(ours)
    single = [key for key, shares in ours.items() if len(shares) == 1 and list(whole).count(key[0]) == 1]
    assert len(single) > 100
    for key in single:
        # Shares on the ellipsoid and in square degrees differ by the change of the parallel in the title.
        assert ours[key][0] == pytest.approx(by_qgis[key] / whole[key[0]], abs=0.002), key


@pytest.mark.real_data
def test_mining_footprints_of_ghana(everything, data):
    folder = data / "rasters" / "mining_footprints"
    mines = QgsVectorLayer(str(folder / "amw_ghana_ashanti_2017-2020.geojson"), "mines", "ogr")
    area = QgsVectorLayer(str(folder / "ghana_ashanti_aoi.geojson"), "area", "ogr")
    found = everything(mines, area)
    assert found["N_INSIDE"] + found["N_PARTLY"] == mines.featureCount() == 407
    polygon = next(area.getFeatures()).geometry()
    for before, after in zip(mines.getFeatures(), records(found["OUTPUT"])):
        assert (after["pa_band"] == "inside") == polygon.contains(before.geometry())
        share = before.geometry().intersection(polygon).area() / before.geometry().area()
        assert after["pa_share"] == pytest.approx(share, abs=1e-4)
