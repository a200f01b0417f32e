"""asm:importvisits on files, layers and typed tables."""

import json
from pathlib import Path

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer

OUTPUTS = ("SITES", "VISITS", "ACTORS", "STATUSES", "FINDINGS")
EVERYTHING = dict.fromkeys(OUTPUTS, "TEMPORARY_OUTPUT")
HEADER = (
    "vid,source,project,pcode,name,visit_date,visit_onsite,longitude,latitude,province,workers_numb,"
    "mineral1,presence,interference,armed_group1,type_armed_group1,taxation_armed_group1,qualification"
)
ROWS = (
    "1,IPIS,IPIS - Madini,codmine00001,Amani,2021-03-04,1,28.5,-2.5,Sud-Kivu,120,Or,1,1,"
    "Raïa Mutomboki,Groupe armé local,1,",
    "2,BGR,Qualification status,codmine00001,Amani,2021-05-06,1,28.5,-2.5,Sud-Kivu,,Or,,,,,,Vert",
    "3,IPIS,IPIS - USAID,codmine00002,Bora,2022-01-02,0,28.6,-2.6,Sud-Kivu,0,Coltan,0,0,,Aucun,,",
    "4,IPIS,IPIS - USAID,,Nowhere,2022-01-02,0,28.6,-2.6,Sud-Kivu,0,Coltan,0,0,,Aucun,,",
)


@pytest.fixture()
def table(tmp_path):
    def write(*rows, name="visits_2022-05.csv", header=HEADER):
        path = tmp_path / name
        path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
        return path

    return write


def rows_of(layer):
    names = [field.name() for field in layer.fields()]
    return [
        {
            name: None if value is None or value != value or str(value) == "NULL" else value
            for name, value in zip(names, feature.attributes())
        }
        for feature in layer.getFeatures()
    ]


def balance(result):
    return result["N_ROWS"] - result["N_VISITS"] - result["N_STATUSES"] - result["N_REJECTED"]


def test_each_row_becomes_one_thing(run, table):
    result = run("asm:importvisits", INPUT=str(table(*ROWS)), **EVERYTHING)
    assert [result[n] for n in ("N_ROWS", "N_VISITS", "N_STATUSES", "N_REJECTED", "N_SITES")] == [
        4,
        2,
        1,
        1,
        2,
    ]
    assert balance(result) == 0
    site = rows_of(result["SITES"])[0]
    assert (site["pcode"], site["workers"], site["presence"], site["qualification"]) == (
        "codmine00001",
        120,
        "yes",
        "green",
    )
    assert (site["actor_class"], site["actors"]) == ("nsag_local", "Raïa Mutomboki")
    assert rows_of(result["SITES"])[1]["state"] == "inactive"
    point = next(result["SITES"].getFeatures()).geometry().asPoint()
    assert (point.x(), point.y()) == (28.5, -2.5)
    rejected = [row for row in rows_of(result["FINDINGS"]) if row["action"] == "rejected"]
    assert [row["source_row"] for row in rejected] == [4]
    assert result["N_FINDINGS"] == result["FINDINGS"].featureCount()


def test_outputs_carry_their_sources(run, table):
    result = run("asm:importvisits", INPUT=str(table(*ROWS)), **EVERYTHING)
    metadata = result["SITES"].metadata()
    assert metadata.licenses() == ["ODC-BY 1.0"]
    assert metadata.rights() == [
        "Contains data of the International Peace Information Service (IPIS), ipisresearch.be, ODC-BY 1.0, "
        "release 2022-05"
    ]
    dates = metadata.extent().temporalExtents()[0]
    assert (dates.begin().date().toString("yyyy-MM-dd"), dates.end().date().toString("yyyy-MM-dd")) == (
        "2021-03-04",
        "2022-01-02",
    )
    history = " ".join(metadata.history())
    assert "visits_2022-05.csv" in history and "ipis_cod" in history
    assert str(table(*ROWS).parent) not in history


def test_rights_of_the_layer_go_before_those_of_the_profile(run, table):
    layer = QgsVectorLayer(str(table(*ROWS)), "visits", "ogr")
    metadata = layer.metadata()
    metadata.setRights(["Somebody else"])
    layer.setMetadata(metadata)
    result = run("asm:importvisits", INPUT=layer, **EVERYTHING)
    assert result["VISITS"].metadata().rights() == ["Somebody else"]


def test_typed_and_untyped_tables_read_alike(run, table):
    path = table(*ROWS)
    untyped = run("asm:importvisits", INPUT=QgsVectorLayer(str(path), "visits", "ogr"), **EVERYTHING)
    uri = f"{path.as_uri()}?type=csv&detectTypes=yes&geomType=none"
    layer = QgsVectorLayer(uri, "visits", "delimitedtext")
    assert layer.fields().field("workers_numb").typeName().lower().startswith("int")
    typed = run("asm:importvisits", INPUT=layer, **EVERYTHING)
    for name in OUTPUTS:
        assert rows_of(typed[name]) == rows_of(untyped[name]), name


def test_points_of_the_layer_place_sites_without_coordinate_columns(run):
    layer = QgsVectorLayer(
        "Point?crs=EPSG:3857&field=pcode:string&field=visit_date:date&field=project:string"
        "&field=mineral1:string&field=armed_group1:string",
        "visits",
        "memory",
    )
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY
    from qgis.PyQt.QtCore import QDate

    feature = QgsFeature(layer.fields())
    feature.setAttributes(["codmine00001", QDate(2021, 3, 4), "IPIS - Madini", "Or", None])
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(3172605.5, -278387.2)))
    layer.dataProvider().addFeature(feature)
    result = run("asm:importvisits", INPUT=layer, **EVERYTHING)
    site = rows_of(result["SITES"])[0]
    assert (site["longitude"], site["latitude"]) == pytest.approx((28.4996, -2.5000), abs=1e-3)
    assert site["visit_date"].toString("yyyy-MM-dd") == "2021-03-04"


@pytest.mark.parametrize(
    "header, rows, sentence",
    [
        pytest.param("a,b", ("1,2",), "No import profile fits the columns; looked for", id="unknown columns"),
        pytest.param(HEADER, (), "has no rows", id="no rows"),
    ],
)
def test_unusable_tables_get_a_sentence(run, table, header, rows, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run("asm:importvisits", INPUT=str(table(*rows, header=header)), **EVERYTHING)


def test_chosen_profile_that_does_not_fit_names_the_columns(run, table):
    with pytest.raises(QgsProcessingException, match="lacks minerals, actor_type"):
        run("asm:importvisits", INPUT=str(table(*ROWS)), PROFILE="ipis_caf", **EVERYTHING)


def test_cancel_leaves_no_output(plugin, table, tmp_path):
    from qgis import processing
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    class CancelsHalfWay(QgsProcessingFeedback):
        def setProgress(self, progress):  # noqa: N802
            if progress > 40:
                self.cancel()

    feedback = CancelsHalfWay()
    feedback.progressChanged.connect(lambda progress: progress > 40 and feedback.cancel())
    out = {name: str(tmp_path / f"{name}.gpkg") for name in OUTPUTS}
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        processing.run(
            "asm:importvisits",
            {"INPUT": str(table(*ROWS)), **out},
            context=QgsProcessingContext(),
            feedback=feedback,
        )
    assert not list(tmp_path.glob("*.gpkg"))


def test_unwritable_output_is_an_error(run, table):
    outputs = {**EVERYTHING, "SITES": "/nowhere/at/all/sites.gpkg"}
    with pytest.raises(QgsProcessingException):
        run("asm:importvisits", INPUT=str(table(*ROWS)), **outputs)


def test_actors_and_statuses_may_be_left_out(run, table):
    wanted = dict.fromkeys(("SITES", "VISITS", "FINDINGS"), "TEMPORARY_OUTPUT")
    result = run("asm:importvisits", INPUT=str(table(*ROWS)), ACTORS=None, STATUSES=None, **wanted)
    assert "ACTORS" not in result and result["N_STATUSES"] == 1


def test_every_parameter_has_help(plugin):
    from qgis.core import QgsApplication

    algorithm = QgsApplication.processingRegistry().createAlgorithmById("asm:importvisits")
    assert all(definition.help() for definition in algorithm.parameterDefinitions())
    assert algorithm.shortHelpString()


@pytest.mark.real_data
@pytest.mark.parametrize(
    "file, rows, statuses, sites",
    [
        pytest.param("cod_mines_ipis_2026-05.csv", 7163, 1362, 3423, id="DR Congo, May 2026"),
        pytest.param("cod_mines_ipis_2024-02-29.csv", 6955, 1362, 3409, id="DR Congo, February 2024"),
        pytest.param("caf_mines_ipis_2026-05.csv", 914, 0, 360, id="Central African Republic"),
    ],
)
def test_releases_balance(run, data, file, rows, statuses, sites):
    result = run("asm:importvisits", INPUT=str(data / "ipis" / file), **EVERYTHING)
    assert (result["N_ROWS"], result["N_STATUSES"], result["N_SITES"]) == (rows, statuses, sites)
    assert balance(result) == 0 and result["N_REJECTED"] == 0
    assert result["VISITS"].featureCount() == rows - statuses


@pytest.mark.real_data
def test_release_opened_with_detected_types_reads_alike(run, data):
    path = Path(data / "ipis" / "cod_mines_ipis_2026-05.csv")
    layer = QgsVectorLayer(
        f"{path.as_uri()}?type=csv&detectTypes=yes&geomType=none", "visits", "delimitedtext"
    )
    untyped = run("asm:importvisits", INPUT=str(path), **EVERYTHING)
    typed = run("asm:importvisits", INPUT=layer, **EVERYTHING)
    for name in ("SITES", "VISITS", "ACTORS", "STATUSES"):
        assert rows_of(typed[name]) == rows_of(untyped[name]), name
    assert typed["N_FINDINGS"] == untyped["N_FINDINGS"]


def test_demo_visits_import(run, root):
    path = root / "resources" / "demo" / "visits.csv"
    if not path.exists() or not path.stat().st_size:
        pytest.skip("the demo visits have not been made; run tools/make_demo.py")
    result = run("asm:importvisits", INPUT=str(path), **EVERYTHING)
    assert balance(result) == 0 and result["N_SITES"] > 250
    assert "ictional" in " ".join(result["SITES"].metadata().rights())


def test_known_sites_place_a_table_without_coordinates(run, table):
    known = run("asm:importvisits", INPUT=str(table(*ROWS)), **EVERYTHING)["SITES"]
    header = '"",pcode,name,visit_date,province,mineral1,armed_group1,qualification,project'
    export = table(
        "1,codmine00001,Amani,2021-03-04,Sud-Kivu,Or,NA,None,IPIS - Madini",
        "2,codmine00077,Bora,2021-03-04,Sud-Kivu,Or,NA,None,IPIS - Madini",
        "3,codmine00078,Nowhere,2021-03-04,Sud-Kivu,Or,NA,None,IPIS - Madini",
        name="export.csv",
        header=header,
    )
    result = run("asm:importvisits", INPUT=str(export), KNOWN=known, **EVERYTHING)
    sites = {row["pcode"]: row for row in rows_of(result["SITES"])}
    assert {key: row["location_quality"] for key, row in sites.items()} == {
        "codmine00001": "joined_pcode",
        "codmine00077": "joined_name",
        "codmine00078": "unknown",
    }
    points = [f.geometry().asPoint().x() for f in result["SITES"].getFeatures() if f.hasGeometry()]
    assert points == [28.5, 28.6]
    assert {row["field"] for row in rows_of(result["FINDINGS"]) if row["rule"] == "column_unused"} == set()


def test_known_sites_that_cannot_be_opened_are_named(run, table):
    with pytest.raises(QgsProcessingException, match=r"KNOWN|known"):
        run("asm:importvisits", INPUT=str(table(*ROWS)), KNOWN="/nowhere/sites.gpkg", **EVERYTHING)


@pytest.mark.parametrize(
    "repair, located", [pytest.param(False, 0, id="off"), pytest.param(True, 1, id="on")]
)
def test_repairs_are_made_only_when_allowed(run, table, repair, located):
    path = table(ROWS[0].replace("28.5,-2.5", "-2.5,28.5"))
    result = run("asm:importvisits", INPUT=str(path), REPAIR=repair, **EVERYTHING)
    assert sum(feature.hasGeometry() for feature in result["SITES"].getFeatures()) == located
    actions = [row["action"] for row in rows_of(result["FINDINGS"])]
    assert actions.count("repaired") == located


def polygons(*units):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=nom:string", "units", "memory")
    for name, wkt in units:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name])
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    return layer


def test_locations_outside_the_stated_unit_are_findings(run, table):
    units = polygons(
        ("Sud-Kivu", "POLYGON((28 -3,28.55 -3,28.55 -2,28 -2,28 -3))"),
        ("Maniema", "POLYGON((28.55 -3,29 -3,29 -2,28.55 -2,28.55 -3))"),
        ("No place", ""),
    )
    result = run("asm:importvisits", INPUT=str(table(*ROWS)), ADMIN=units, **EVERYTHING)
    found = [row for row in rows_of(result["FINDINGS"]) if row["rule"] == "outside_unit"]
    assert [(row["pcode"], row["raw_value"]) for row in found] == [("codmine00002", "Sud-Kivu")]


def test_units_that_are_no_polygons_are_refused(run, table):
    points = QgsVectorLayer("Point?crs=EPSG:4326&field=nom:string", "units", "memory")
    with pytest.raises(QgsProcessingException, match="polygon"):
        run("asm:importvisits", INPUT=str(table(*ROWS)), ADMIN=points, **EVERYTHING)


EXPORT_HEADER = '"",pcode,name,visit_date,province,mineral1,armed_group1,qualification,project'
EXPORT = (
    "1,codmine00001,Amani,2021-03-04,Sud-Kivu,Or,NA,None,IPIS - Madini",
    "2,codmine00002,Carrière Bora,2021-03-04,Sud-Kivu,Or,NA,None,IPIS - Madini",
)


def named_places(kind):
    if kind == "JSON list":
        return [{"s": "bora", "i": "mine", "x": "28.6", "y": "-2.6"}]
    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=nom:string&field=type:string", "places", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["BORA", "mine"])
    feature.setGeometry(QgsGeometry.fromWkt("POINT (28.6 -2.6)"))
    layer.dataProvider().addFeature(feature)
    return layer


@pytest.mark.parametrize("kind", ["JSON list", "layer"])
def test_a_gazetteer_places_sites_by_name(run, table, tmp_path, kind):
    export = table(*EXPORT, name="export.csv", header=EXPORT_HEADER)
    places = named_places(kind)
    if kind == "JSON list":
        path = tmp_path / "places.json"
        path.write_text(json.dumps(places), encoding="utf-8")
        places = str(path)
    result = run("asm:importvisits", INPUT=str(export), GAZETTEER=places, **EVERYTHING)
    assert [row["location_quality"] for row in rows_of(result["SITES"])] == ["unknown", "gazetteer_mine"]
    points = [f.geometry().asPoint() for f in result["SITES"].getFeatures() if f.hasGeometry()]
    assert [(point.x(), point.y()) for point in points] == [(28.6, -2.6)]


@pytest.mark.parametrize(
    "name, text, sentence",
    [
        pytest.param("places.json", '[{"s": "a"', "places.json cannot be read", id="cut list"),
        pytest.param("places.json", "nothing", "GAZETTEER|Gazetteer", id="no JSON"),
        pytest.param("places.csv", "a,b\n1,2\n", "no field of names", id="table without names"),
        pytest.param(None, None, "GAZETTEER|Gazetteer", id="no such file"),
    ],
)
def test_gazetteers_that_cannot_be_used_are_named(run, table, tmp_path, name, text, sentence):
    path = tmp_path / (name or "none.json")
    if name:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=sentence):
        run("asm:importvisits", INPUT=str(table(*ROWS)), GAZETTEER=str(path), **EVERYTHING)
