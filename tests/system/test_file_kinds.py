"""One table of visits as every kind of file that teams send: each must read as the CSV does, cell by cell."""

import pytest
import spreadsheets
from osgeo import gdal, ogr, osr
from qgis.core import QgsProcessingException, QgsVectorLayer

OUTPUTS = ("SITES", "VISITS", "ACTORS", "STATUSES", "FINDINGS")
EVERYTHING = dict.fromkeys(OUTPUTS, "TEMPORARY_OUTPUT")
HEADER = (
    *(
        "vid",
        "source",
        "project",
        "pcode",
        "name",
        "visit_date",
        "visit_onsite",
        "visit_onsite_novisitreason",
    ),
    *("longitude", "latitude", "province", "territoire", "workers_numb", "mineral1", "mineral2", "presence"),
    *("interference", "armed_group1", "type_armed_group1", "frequency_armed_group1", "taxation_armed_group1"),
    *("armed_group2", "type_armed_group2", "frequency_armed_group2", "taxation_armed_group2"),
    *("armed_group3", "type_armed_group3", "frequency_armed_group3", "taxation_armed_group3"),
    *("state_service1", "state_service2", "state_service3", "state_service4", "qualification"),
)
ROWS = [
    (
        *(
            "1",
            "IPIS",
            "IPIS - Madini",
            "codmine00001",
            "Amani l'Été",
            "2021-03-04",
            "1",
            None,
            "28.5",
            "-2.5",
        ),
        *(
            "Sud-Kivu",
            "Shabunda",
            "120",
            "Cassitérite",
            "Or",
            "1",
            "1",
            "Raïa Mutomboki",
            "Groupe armé local",
        ),
        *("Permanent", "1", "FARDC", "FARDC - Éléments indisciplinés", "Hebdomadaire", "0"),
        *(None, None, None, None, "SAEMAPE", "Division des mines", None, None, None),
    ),
    (
        *("2", "BGR", "Qualification status", "codmine00001", "Amani l'Été", "2021-05-06", "1", None, "28.5"),
        *("-2.5", "Sud-Kivu", "Shabunda", None, "Cassitérite", *[None] * 19, "Vert"),
    ),
    (
        *("3", "IPIS", "IPIS - USAID", "codmine00002", "Bora", "2022-01-02", "0", "Insécurité", "28.625"),
        *("-2.6", "Sud-Kivu", "Mwenga", "0", "Coltan", None, "0", "0", None, "Aucun", *[None] * 15),
    ),
    (*("4", "IPIS", "IPIS - USAID", None, "Nowhere"), "2022-01-02", *[None] * 28),
]
TYPES = {
    **{"vid": ogr.OFTInteger, "visit_date": ogr.OFTDate, "longitude": ogr.OFTReal, "latitude": ogr.OFTReal},
    **{"workers_numb": ogr.OFTReal, "presence": ogr.OFTInteger, "taxation_armed_group1": ogr.OFTReal},
}


def csv_bytes(separator=",", encoding="utf-8", rows=ROWS):
    lines = [separator.join(f'"{cell or ""}"' for cell in row) for row in (HEADER, *rows)]
    return ("\r\n".join(lines) + "\r\n").encode(encoding)


def rows_of(layer):
    names = [field.name() for field in layer.fields()]
    return [
        {name: None if str(value) == "NULL" else value for name, value in zip(names, feature.attributes())}
        for feature in layer.getFeatures()
    ]


@pytest.fixture()
def imported(run, tmp_path):
    """Import an address; all tables by name, findings without those on columns and headers."""

    def import_table(given, **more):
        result = run("asm:importvisits", INPUT=given, **more, **EVERYTHING)
        tables = {name: rows_of(result[name]) for name in OUTPUTS}
        told = ("column_cut", "column_cut_order", "column_unused", "header_found", "location_from_layer")
        tables["TOLD"] = [row for row in tables["FINDINGS"] if row["rule"] in told]
        tables["FINDINGS"] = [
            {name: value for name, value in row.items() if name not in ("finding_id", "field", "message")}
            for row in tables["FINDINGS"]
            if row["rule"] not in told
        ]
        assert result["N_ROWS"] == result["N_VISITS"] + result["N_STATUSES"] + result["N_REJECTED"] == 4
        return tables

    return import_table


@pytest.fixture()
def expected(imported, tmp_path):
    path = tmp_path / "expected.csv"
    path.write_bytes(csv_bytes())
    tables = imported(str(path))
    assert len(tables["VISITS"]) == 2 and tables["SITES"][0]["qualification"] == "green"
    assert [row["name"] for row in tables["ACTORS"]] == ["Raïa Mutomboki", "FARDC"]
    return tables


def assert_alike(tables, expected):
    for name in OUTPUTS:
        assert len(tables[name]) == len(expected[name]), name
        for row, wanted in zip(tables[name], expected[name]):
            assert {key: row[key] for key in wanted if row[key] != wanted[key]} == {}, (name, wanted)


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
@pytest.mark.parametrize("types", [pytest.param(None, id="all text"), pytest.param(TYPES, id="typed cells")])
def test_spreadsheet_with_one_sheet(imported, expected, tmp_path, suffix, types):
    path = spreadsheets.write_workbook(tmp_path / f"visits{suffix}", {"Feuille 1": (HEADER, *ROWS)}, types)
    if types:
        fields = QgsVectorLayer(str(path), "v", "ogr").fields()
        assert fields.field("visit_date").typeName() == "Date"
        assert fields.field("longitude").typeName() == "Real"
    assert_alike(imported(str(path)), expected)


NOTES = [("a", "b"), ("codes", "see below"), ("1", "yes")]


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_spreadsheet_with_several_sheets(imported, expected, tmp_path, suffix):
    sheets = {"Lisez-moi": NOTES, "Visites": (HEADER, *ROWS), "Listes": NOTES}
    path = spreadsheets.write_workbook(tmp_path / f"visits{suffix}", sheets)
    assert_alike(imported(str(path)), expected)
    assert_alike(imported(f"{path}|layername=Visites"), expected)
    assert_alike(imported(QgsVectorLayer(f"{path}|layername=Visites", "v", "ogr")), expected)


@pytest.mark.parametrize(
    "sheets, found",
    [
        pytest.param({"A": NOTES, "B": NOTES}, "none", id="no visits"),
        pytest.param({"A": (HEADER, *ROWS), "B": (HEADER, *ROWS)}, "A, B", id="visits twice"),
    ],
)
def test_workbooks_without_one_sheet_of_visits_name_their_sheets(run, tmp_path, sheets, found):
    path = spreadsheets.write_workbook(tmp_path / "visits.xlsx", sheets)
    with pytest.raises(
        QgsProcessingException, match=rf"visits.xlsx has the sheets A, B, of which {found} can"
    ):
        run("asm:importvisits", INPUT=str(path), **EVERYTHING)


BLANK = ("",) * len(HEADER)
GROUPS = tuple(
    "Identification" if n == 0 else "Localisation" if n == 8 else "Acteurs" if n == 17 else ""
    for n in range(len(HEADER))
)
ABOVE = [
    pytest.param([], None, id="nothing"),
    pytest.param([("Visites des sites miniers", *BLANK[1:])], 2, id="a title"),
    pytest.param([("Visites", *BLANK[1:]), BLANK, ("IPIS 2022", *BLANK[1:])], 4, id="titles and a blank row"),
    pytest.param([GROUPS], 2, id="headings of groups of columns"),
    pytest.param([tuple(f"c{n}" for n in range(len(HEADER)))], 2, id="another header"),
]


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
@pytest.mark.parametrize("above, row", ABOVE)
def test_rows_above_the_header(imported, expected, tmp_path, suffix, above, row):
    path = spreadsheets.write_cells(tmp_path / f"visits{suffix}", [*above, HEADER, *ROWS])
    tables = imported(str(path))
    assert_alike(tables, expected)
    told = [finding["message"] for finding in tables["TOLD"] if finding["rule"] == "header_found"]
    sentence = f"The header of the table stands in row {row}; the rows above it are no visits."
    assert told == ([sentence] if row else [])


def write_vector(path, driver, *, located, options=(), header=HEADER, rows=ROWS, name="visits"):
    """located: points from the rows' coordinates, which then are no columns."""
    gdal.SetConfigOption("SHAPE_ENCODING", None)  # QGIS sets it, and texts are then written as they are
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    source = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    kind = ogr.wkbPoint if located else ogr.wkbNone
    layer = source.CreateLayer(name, wgs84 if located else None, kind, options=list(options))
    kept = [n for n, column in enumerate(header) if not (located and column in ("longitude", "latitude"))]
    for n in kept:
        layer.CreateField(ogr.FieldDefn(header[n], ogr.OFTString))
    for row in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for place, n in enumerate(kept):
            feature.SetField(place, row[n])  # None is written as null, not left out
        x, y = (row[header.index(column)] for column in ("longitude", "latitude"))
        if located and x is not None:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT({x} {y})"))
        layer.CreateFeature(feature)
    return path


@pytest.mark.parametrize(
    "name, driver",
    [
        pytest.param("visits.gpkg", "GPKG", id="GeoPackage"),
        pytest.param("visits.geojson", "GeoJSON", id="GeoJSON"),
    ],
)
def test_layers_of_points(imported, expected, tmp_path, name, driver):
    path = write_vector(tmp_path / name, driver, located=True)
    tables = imported(str(path))
    assert_alike(tables, expected)


def test_geopackage_table_without_points(imported, expected, tmp_path):
    path = write_vector(tmp_path / "visits.gpkg", "GPKG", located=False)
    assert_alike(imported(f"{path}|layername=visits"), expected)


ENCODINGS = [
    pytest.param("ENCODING=UTF-8", None, id="UTF-8 with .cpg"),
    pytest.param("ENCODING=CP1252", None, id="cp1252 with .cpg"),
    pytest.param("ENCODING=CP1252", "remove", id="cp1252 and nothing that says so"),
    pytest.param("ENCODING=UTF-8", "remove", id="UTF-8 and nothing that says so"),
]


@pytest.mark.parametrize("option, cpg", ENCODINGS)
def test_shapefile_with_cut_names(imported, expected, tmp_path, option, cpg):
    path = write_vector(tmp_path / "visits.shp", "ESRI Shapefile", located=True, options=[option])
    if cpg:
        path.with_suffix(".cpg").unlink(missing_ok=True)
        content = bytearray(path.with_suffix(".dbf").read_bytes())
        content[29] = 0  # the language of dBASE
        path.with_suffix(".dbf").write_bytes(content)
    tables = imported(str(path))
    assert_alike(tables, expected)
    cut = {row["field"]: row["raw_value"] for row in tables["TOLD"] if row["rule"] == "column_cut"}
    assert cut["armed_grou"] == "armed_group1" and cut["taxation_1"] == "taxation_armed_group2"
    assert cut["state_se_3"] == "state_service4" and cut["qualificat"] == "qualification"
    by_order = {row["field"]: row["raw_value"] for row in tables["TOLD"] if row["rule"] == "column_cut_order"}
    assert by_order == {"visit_onsi": "visit_onsite", "visit_on_1": "visit_onsite_novisitreason"}


TEXTS = [
    pytest.param(",", "utf-8", id="commas, UTF-8"),
    pytest.param(";", "utf-8", id="semicolons, UTF-8"),
    pytest.param("\t", "utf-8", id="tabs, UTF-8"),
    pytest.param(";", "utf-8-sig", id="semicolons, UTF-8 with byte order mark"),
    pytest.param("\t", "utf-8-sig", id="tabs, UTF-8 with byte order mark"),
    pytest.param(",", "cp1252", id="commas, cp1252"),
    pytest.param(";", "cp1252", id="semicolons, cp1252"),
    pytest.param("\t", "cp1252", id="tabs, cp1252"),
]


@pytest.mark.parametrize("separator, encoding", TEXTS)
def test_delimited_text(imported, expected, tmp_path, separator, encoding):
    path = tmp_path / ("visits.tsv" if separator == "\t" else "visits.csv")
    path.write_bytes(csv_bytes(separator, encoding))
    assert_alike(imported(str(path)), expected)


@pytest.mark.parametrize("separator, encoding", TEXTS)
def test_delimited_text_as_a_layer(imported, expected, tmp_path, separator, encoding):
    """As QGIS' dialog for delimited text makes it, with types found and the encoding chosen."""
    path = tmp_path / "visits.txt"
    path.write_bytes(csv_bytes(separator, encoding))
    chosen = "UTF-8" if encoding.startswith("utf") else "windows-1252"
    mark = separator.replace("\t", "%5Ct")
    uri = f"{path.as_uri()}?type=csv&delimiter={mark}&detectTypes=yes&geomType=none&encoding={chosen}"
    assert_alike(imported(QgsVectorLayer(uri, "visits", "delimitedtext")), expected)
