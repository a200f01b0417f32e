"""Files that are broken or hostile: an error sentence or findings; their text is never run or rendered."""

import io
import json
import os
import re
import struct
import zipfile
import zlib

import pytest
from osgeo import gdal
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


def bomb(name, claimed, megabytes):
    """A zip whose directory claims a size, with so many real megabytes of blanks in it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    body = block * megabytes + zlib.compressobj(9, zlib.DEFLATED, -15).flush()
    long = claimed >= 2**32
    sizes = (0xFFFFFFFF, 0xFFFFFFFF) if long else (len(body), claimed)
    extra = struct.pack("<HHQQ", 1, 16, claimed, len(body)) if long else b""
    entry = name.encode()
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 45, 0, 8, 0, 0, 0, *sizes, len(entry), len(extra))
    local += entry + extra
    listed = struct.pack(
        "<IHHHHHHIIIHHHHHII",
        *(0x02014B50, 45, 45, 0, 8, 0, 0, 0, *sizes, len(entry), len(extra), 0, 0, 0, 0, 0),
    )
    listed += entry + extra
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 1, 1, len(listed), len(local) + len(body), 0)
    return local + body + listed + end


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
        pytest.param("visits.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", id="picture called csv"),
        pytest.param("visits.csv", zipped("xl/workbook.xml", "<workbook>"), id="workbook called csv"),
        pytest.param("visits.zip", zipped("visits.csv", TABLE, 60), id="truncated zip"),
        pytest.param("visits.xlsx", zipped("xl/workbook.xml", "<workbook>" * 900, 80), id="truncated xlsx"),
        pytest.param("visits.xlsx", zipped("xl/workbook.xml", "<workbook>"), id="xlsx without sheets"),
        pytest.param("visits.geojson", b'{"type": "FeatureCollection", "features": [', id="cut GeoJSON"),
        pytest.param("visits.gpkg", b"SQLite format 3\0" + b"\0" * 200, id="cut GeoPackage"),
        pytest.param("visits.ods", zipped("content.xml", "<office>" * 900, 80), id="truncated ods"),
        pytest.param("visits.ods", zipped("content.xml", "<office>"), id="ods without sheets"),
        pytest.param("visits.csv", f"{HEADER}\r\n".encode(), id="header only, with a carriage return"),
        pytest.param("visits.csv", b"   \n \n\t\n", id="white space"),
        pytest.param("visits.csv", TABLE.encode("utf-16"), id="UTF-16"),
        pytest.param("visits.csv", TABLE.replace("name", "na\0me").encode(), id="NUL in the header"),
        pytest.param("visits.xlsx", bomb("xl/workbook.xml", 10**10, 20), id="xlsx that claims 10 GB"),
        pytest.param("visits.ods", bomb("content.xml", 10**10, 20), id="ods that claims 10 GB"),
        pytest.param("visits.zip", bomb("visits.csv", 10**10, 20), id="zip that claims 10 GB"),
        pytest.param("visits.zip", bomb("visits.csv", 1000, 2000), id="zip that hides 2 GB"),
        pytest.param(
            "visits.xlsx", bomb("xl/workbook.xml", 10**9, 1), id="xlsx that claims 1,000 times its size"
        ),
        pytest.param("visits.xlsx", bomb("xl/workbook.xml", 1000, 2000), id="xlsx that hides 2 GB"),
    ],
)
def test_files_without_visits_get_a_sentence_and_leave_nothing(imported, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    refused(imported, path)
    assert not list((tmp_path / "out").iterdir())


def refused(imported, path):
    """The sentence with which a file is refused."""
    with pytest.raises(QgsProcessingException) as caught:
        imported(path)
    text = str(caught.value)
    assert text.strip() and "Traceback" not in text and "0x" not in text
    return text


def test_the_size_of_archives_is_told(imported, tmp_path):
    path = tmp_path / "visits.xlsx"
    path.write_bytes(bomb("xl/workbook.xml", 10**10, 1))
    assert "visits.xlsx would swell to 10.0 GB" in refused(imported, path)


def test_an_honest_archive_is_read(imported, tmp_path):
    rows = "".join(f"{ROW.replace('00001', f'{number:05d}')}\n" for number in range(2_000))
    (tmp_path / "visits.zip").write_bytes(zipped("visits.csv", f"{HEADER}\n{rows}"))
    result, _ = imported(tmp_path / "visits.zip")
    assert result["N_VISITS"] == 2_000


def make_fifo(path):
    os.mkfifo(path)


def make_loop(path):
    path.symlink_to(path)


def make_folder(path):
    path.mkdir()


@pytest.mark.parametrize(
    "make, sentence",
    [
        pytest.param(make_fifo, "no file but a device or a pipe", id="pipe"),
        pytest.param(make_loop, "check its path", id="link to itself"),
        pytest.param(make_folder, "check its path", id="folder"),
    ],
)
def test_what_is_no_file_is_refused(imported, tmp_path, make, sentence):
    path = tmp_path / "visits.csv"
    make(path)
    assert sentence in refused(imported, path)


SECOND = ROW.replace("00001", "00002").replace("Amani", "Bora")


@pytest.mark.parametrize(
    "text, rows, rule",
    [
        pytest.param(f"{HEADER}\r\n{ROW}\r{SECOND}\n", 2, None, id="mixed line ends"),
        pytest.param(f"{HEADER}\n\n\n{ROW}\n\n", 1, None, id="empty lines"),
        pytest.param(f"\ufeff\ufeff{TABLE}", 1, None, id="two byte order marks"),
        pytest.param(f"{HEADER},name,name\n{ROW},B,C\n", 1, "column_unused", id="a name of columns thrice"),
        pytest.param(f"{HEADER},,,\n{ROW},B,C,D\n", 1, "column_unused", id="columns without a name"),
        pytest.param(f"{HEADER}\n{',' * 10}\n , ,{',' * 8}\n", 2, "empty_row", id="blanks only"),
        pytest.param(
            f"{HEADER}\n1,2\n{ROW},more,cells\n", 2, "no_site_key", id="rows too short and too long"
        ),
        pytest.param(TABLE.replace("Amani", "\u202eAmani\u200b"), 1, "blanks", id="invisible characters"),
        pytest.param(TABLE.replace("Amani", "A" * 10_000_000), 1, None, id="a cell of 10 MB"),
        pytest.param(TABLE.replace("Amani", f'"{chr(34) * 10_000_000}"'), 1, None, id="10 MB of quotes"),
    ],
)
def test_untidy_files_are_read_and_their_oddity_is_a_finding(imported, tmp_path, text, rows, rule):
    path = tmp_path / "visits.csv"
    path.write_bytes(text.encode())
    result, out = imported(path)
    assert result["N_ROWS"] == rows == result["N_VISITS"] + result["N_STATUSES"] + result["N_REJECTED"]
    if rule:
        assert rule in values(out / "findings.gpkg", "rule")


# GDAL 3.10 leaves out the rows from an open quote on, and takes quotes within a word for letters; up to 3.9
# both draw what follows into the cell.
STRICT_QUOTES = int(gdal.VersionInfo()) >= 3100000


def test_a_quote_that_is_not_closed_hides_no_row(imported, tmp_path):
    path = tmp_path / "visits.csv"
    path.write_text(f"{HEADER}\n{ROW}\n{SECOND.replace('Bo', chr(34) + 'Bo')}\n{ROW}\n", encoding="utf-8")
    if STRICT_QUOTES:
        assert "visits.csv cannot be read beyond row 1, and 2 lines follow" in refused(imported, path)
        return
    result, out = imported(path)
    assert result["N_ROWS"] == 2
    assert "rows_in_a_cell" in values(out / "findings.gpkg", "rule")


def test_a_quote_within_a_word_hides_no_row(imported, tmp_path):
    path = tmp_path / "visits.csv"
    path.write_text(f"{HEADER}\n{ROW.replace('Amani', 'A' + chr(34) + 'mani')}\n{SECOND}\n", encoding="utf-8")
    result, out = imported(path)
    assert result["N_ROWS"] == (2 if STRICT_QUOTES else 1)
    assert ("rows_in_a_cell" in values(out / "findings.gpkg", "rule")) is not STRICT_QUOTES


def test_a_hundred_thousand_columns_do_no_harm(plugin, tmp_path):
    from qgis import processing

    path = tmp_path / "visits.csv"
    more = [f"c{number}" for number in range(100_000)]
    path.write_text(f"{HEADER},{','.join(more)}\n{ROW},{','.join('x' * len(more))}\n", encoding="utf-8")
    feedback = QgsProcessingFeedback()
    sinks = dict.fromkeys(OUTPUTS, "TEMPORARY_OUTPUT")
    result = processing.run("asm:importvisits", {"INPUT": str(path), **sinks}, feedback=feedback)
    assert result["N_VISITS"] == 1
    assert "first 2,000 columns" in feedback.textLog() or result["FINDINGS"].featureCount() > 100_000


@pytest.mark.subprocess
@pytest.mark.parametrize(
    "name, content, sentence",
    [
        pytest.param("visits.xlsx", bomb("xl/workbook.xml", 10**10, 20), "would swell to 10.0 GB", id="bomb"),
        pytest.param("visits.csv", f"{HEADER}\n".encode(), "has no rows", id="header only"),
    ],
)
def test_qgis_process_says_the_same(main_job, tmp_path, name, content, sentence):
    (tmp_path / "qgis").mkdir()
    process = main_job.QgisProcess(tmp_path / "qgis")
    process.prepare()
    path = tmp_path / name
    path.write_bytes(content)
    sinks = {output: tmp_path / f"{output.lower()}.gpkg" for output in OUTPUTS}
    with pytest.raises(main_job.JobError, match=sentence):
        process.run("asm:importvisits", INPUT=path, **sinks)
    assert not list(tmp_path.glob("*.gpkg"))


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
