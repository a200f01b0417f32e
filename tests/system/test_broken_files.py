"""Files that are broken or hostile: an error sentence or findings; their text is never run or rendered."""

import io
import json
import re
import zipfile

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback, QgsVectorLayer

OUTPUTS = ("SITES", "VISITS", "ACTORS", "STATUSES", "FINDINGS")
HEADER = (
    "vid,project,pcode,name,visit_date,longitude,latitude,province,mineral1,armed_group1,type_armed_group1"
)
ROW = "1,IPIS - Madini,codmine00001,Amani,2021-03-04,28.5,-2.5,Sud-Kivu,Or,Wazalendo,Groupe armé local"
HOSTILE = ("=1+1", "@SUM(A1:A9)", "+cmd|' /C calc'!A0", "-2+3", '<img src=x onerror="alert(1)">', "<b>Or</b>")


@pytest.fixture()
def imported(run, tmp_path):
    """Import a file into GeoPackages in a folder of their own; its counts and that folder."""

    def import_file(path):
        out = tmp_path / "out"
        out.mkdir(exist_ok=True)
        sinks = {name: str(out / f"{name.lower()}.gpkg") for name in OUTPUTS}
        return run("asm:importvisits", INPUT=str(path), **sinks), out

    return import_file


def zipped(name, content, cut=None):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()[:cut]


def values(path, name):
    layer = QgsVectorLayer(str(path), "read", "ogr")
    assert layer.isValid()
    return [feature[name] for feature in layer.getFeatures()]


TABLE = f"{HEADER}\n{ROW}\n"


@pytest.mark.parametrize(
    "name, content",
    [
        pytest.param("visits.csv", b"", id="empty file"),
        pytest.param("visits.csv", f"{HEADER}\n".encode(), id="header only"),
        pytest.param("visits.csv", HEADER.encode(), id="header without a line feed"),
        pytest.param("visits.csv", b"pcode\ncodmine00001\n", id="one column"),
        pytest.param("visits.csv", b"a,b\n1,2\n", id="other columns"),
        pytest.param("visits.csv", b"\0" * 5000, id="NUL bytes alone"),
        pytest.param("visits.csv", bytes(range(256)) * 40, id="noise"),
        pytest.param("visits.zip", zipped("visits.csv", TABLE, 60), id="truncated zip"),
        pytest.param("visits.xlsx", zipped("xl/workbook.xml", "<workbook>" * 900, 80), id="truncated xlsx"),
        pytest.param("visits.xlsx", zipped("xl/workbook.xml", "<workbook>"), id="xlsx without sheets"),
        pytest.param("visits.geojson", b'{"type": "FeatureCollection", "features": [', id="cut GeoJSON"),
        pytest.param("visits.gpkg", b"SQLite format 3\0" + b"\0" * 200, id="cut GeoPackage"),
    ],
)
def test_files_without_visits_get_a_sentence_and_leave_nothing(imported, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(QgsProcessingException) as caught:
        imported(path)
    text = str(caught.value)
    assert text.strip() and "Traceback" not in text and "0x" not in text
    assert not list((tmp_path / "out").iterdir())


def test_nul_bytes_in_a_cell_lose_no_row(imported, tmp_path):
    path = tmp_path / "visits.csv"
    path.write_bytes(f"{HEADER}\n{ROW}\n{ROW.replace('Amani', 'Bo')}\n".encode().replace(b"Bo", b"B\0o"))
    result, _ = imported(path)
    assert result["N_ROWS"] == 2 == result["N_VISITS"] + result["N_STATUSES"] + result["N_REJECTED"]


def test_thousands_of_columns_are_reported(imported, tmp_path):
    path = tmp_path / "visits.csv"
    more = [f"column_{number}" for number in range(10_000)]
    path.write_text(f"{HEADER},{','.join(more)}\n{ROW},{','.join('x' * len(more))}\n", encoding="utf-8")
    try:
        result, out = imported(path)
    except QgsProcessingException as error:  # versions of GDAL that read no more than 2,000 columns
        assert str(error).strip()
        return
    assert result["N_VISITS"] == 1
    assert values(out / "findings.gpkg", "rule").count("column_unused") > 1_000


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_the_data_stays_text(imported, tmp_path, text):
    """Formulas and markup come out as they went in, named in findings where they are no answer."""
    path = tmp_path / "visits.csv"
    quoted = '"' + text.replace('"', '""') + '"'
    row = ROW.replace("Amani", quoted).replace(",Or,", f",{quoted},")
    path.write_text(f"{HEADER}\n{row}\n", encoding="utf-8")
    result, out = imported(path)
    assert result["N_VISITS"] == 1
    assert values(out / "visits.gpkg", "name") == [text]
    assert values(out / "sites.gpkg", "minerals") == ["other"]
    assert text in values(out / "findings.gpkg", "raw_value")


def test_the_log_escapes_markup(plugin, tmp_path):
    """The log names the file, and is shown as HTML."""
    from qgis import processing

    path = tmp_path / "<img src=x>.csv"
    path.write_bytes(f"{HEADER}\n{ROW}\n".encode("cp1252"))
    feedback = QgsProcessingFeedback()
    processing.run(
        "asm:importvisits",
        {"INPUT": str(path), **dict.fromkeys(OUTPUTS, "TEMPORARY_OUTPUT")},
        context=QgsProcessingContext(),
        feedback=feedback,
    )
    assert "&lt;img src=x&gt;.csv" in feedback.htmlLog()
    assert "<img" not in feedback.htmlLog()


def test_the_build_report_escapes_names(run, resources, tmp_path):
    """The name of a province that is markup comes into the report as letters."""
    provinces = json.loads((resources / "demo" / "provinces.geojson").read_text(encoding="utf-8"))
    hostile = '<script>alert("x")</script>'
    changed = json.dumps(provinces).replace('"Ngalara"', json.dumps(hostile))
    path = tmp_path / "provinces.geojson"
    path.write_text(changed, encoding="utf-8")
    sites = str(tmp_path / "sites.gpkg")
    visits = str(resources / "demo" / "visits.csv")
    others = dict.fromkeys(("VISITS", "FINDINGS"), "TEMPORARY_OUTPUT")
    run("asm:importvisits", INPUT=visits, SITES=sites, **others)
    report = tmp_path / "report.html"
    run(
        "asm:printsheet",
        SITES=sites,
        PROVINCES=str(path),
        AREA=hostile,
        PAPER="A4",
        DPI=60,
        PDF=str(tmp_path / "sheet.pdf"),
        REPORT=str(report),
    )
    text = report.read_text(encoding="utf-8")
    assert not re.search(r"<script>alert", text)
    assert "&lt;script&gt;" in text
