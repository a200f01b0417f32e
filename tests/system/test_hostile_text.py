"""Text of the data over the whole chain: never run, never rendered as markup, never lost."""

import csv
import json
import shutil
import subprocess

import pytest
from asm_atlas.core.spreadsheet_text import guarded, unguarded
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QTextDocument

OUTPUTS = ("SITES", "VISITS", "ACTORS", "STATUSES", "FINDINGS")
HEADER = (
    "vid,project,pcode,name,visit_date,longitude,latitude,province,mineral1,armed_group1,type_armed_group1"
)
PROVINCE = "Sud [% 6 * 7 %] <i>Kivu</i> \\' || 'x"
NAMES = (
    '<b>Amani</b> <img src="http://192.0.2.1/x.png">',
    "[% 6 * 7 %]",
    "\\' || 6 * 7 || '",
    '=HYPERLINK("http://192.0.2.1";"x")',
    "+cmd|' /C calc'!A0",
    "@SUM(1)",
    "-2+3",
    "'=1+1",
    "of:=1+1",
    "&lt;b&gt; &amp; & {0} {value} %1 %n",
    "\u0645\u0646\u062c\u0645 Amani",
    "\uff1d1+1",
)
PLAIN = ("-2.5", "+7", "5'", "Amani - 2")


def write_visits(path, names=NAMES):
    with path.open("w", newline="", encoding="utf-8") as handle:
        writer = csv.writer(handle)
        writer.writerow(HEADER.split(","))
        for number, name in enumerate(names, start=1):
            key = f"codmine{number:05d}"
            lon, lat = 28 + 0.14 * (number % 4), -2.5 + 0.2 * (number // 4)
            writer.writerow(
                [
                    number,
                    "IPIS - Madini",
                    key,
                    name,
                    "2021-03-04",
                    lon,
                    lat,
                    PROVINCE,
                    "Or",
                    name,
                    "Groupe armé local",
                ]
            )
    return path


def write_province(path):
    ring = [[27.6, -3.0], [29.0, -3.0], [29.0, -1.4], [27.6, -1.4], [27.6, -3.0]]
    feature = {
        "type": "Feature",
        "properties": {"name": PROVINCE},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    return path


@pytest.fixture()
def imported(run, tmp_path):
    def import_names(kind, names=NAMES):
        path = write_visits(tmp_path / "source.csv", names)
        sinks = {name: str(tmp_path / f"{name.lower()}.{kind}") for name in OUTPUTS}
        return run("asm:importvisits", INPUT=str(path), **sinks), tmp_path

    return import_names


def column(path, name):
    layer = QgsVectorLayer(str(path), "read", "ogr")
    assert layer.isValid()
    return [feature[name] for feature in layer.getFeatures()]


def test_a_geopackage_holds_the_names_as_they_are(imported):
    _, folder = imported("gpkg", NAMES + PLAIN)
    for table, name in (("sites", "name"), ("visits", "actors"), ("actors", "name")):
        assert column(folder / f"{table}.gpkg", name) == list(NAMES + PLAIN)


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods"])
def test_no_spreadsheet_runs_a_cell_and_reading_gives_the_names_back(run, imported, kind):
    _, folder = imported(kind, NAMES + PLAIN)
    for table in ("sites", "visits", "actors", "findings"):
        layer = QgsVectorLayer(str(folder / f"{table}.{kind}"), "read", "ogr")
        texts = [value for row in layer.getFeatures() for value in row.attributes() if isinstance(value, str)]
        run_by_some = [text for text in texts if text[:1] in tuple("=@\t\r\uff1d") or text.startswith("of:=")]
        assert not run_by_some and "+cmd|' /C calc'!A0" not in texts and "-2+3" not in texts
    written = column(folder / f"sites.{kind}", "name")
    assert written[-len(PLAIN) :] == list(PLAIN) and written[3] == "'" + NAMES[3]
    assert {float(value) for value in column(folder / f"sites.{kind}", "latitude")} >= {-2.5}
    again = run(
        "asm:importvisits",
        INPUT=str(folder / f"visits.{kind}"),
        **dict.fromkeys(OUTPUTS, "TEMPORARY_OUTPUT"),
    )
    for table in ("SITES", "VISITS", "ACTORS"):
        assert [row["name"] for row in again[table].getFeatures()] == list(NAMES + PLAIN)
    # GDAL reads no columns in a spreadsheet without rows: there were no decisions.
    assert {row["raw_value"] for row in again["FINDINGS"].getFeatures()} <= {"statuses"}


@pytest.mark.parametrize(
    "text, written",
    [
        pytest.param("=1", "'=1", id="formula"),
        pytest.param("'=1", "''=1", id="formula with its own apostrophe"),
        pytest.param("-2.5", "-2.5", id="number"),
        pytest.param("-2,5", "-2,5", id="number with a comma"),
        pytest.param("-2.5, 28.5", "'-2.5, 28.5", id="two numbers"),
        pytest.param("'quoted'", "'quoted'", id="quotation"),
        pytest.param("\tx", "'\tx", id="tab"),
        pytest.param("a=1", "a=1", id="sign within"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_guards_can_be_taken_off(text, written):
    assert guarded(text) == written
    assert unguarded(written) == text


def test_the_log_says_that_cells_were_changed(plugin, tmp_path):
    from qgis import processing

    path = write_visits(tmp_path / "source.csv")
    feedback = QgsProcessingFeedback()
    context = QgsProcessingContext()
    context.setFeedback(feedback)
    sinks = {**dict.fromkeys(OUTPUTS, "TEMPORARY_OUTPUT"), "SITES": str(tmp_path / "sites.csv")}
    processing.run("asm:importvisits", {"INPUT": str(path), **sinks}, context=context, feedback=feedback)
    assert "SITES: 14 values have an apostrophe" in feedback.textLog()  # seven names, of sites and of actors


def shown_tip(layer, feature):
    """What QGIS shows of a map tip: its expressions run, the rest rendered."""
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    document = QTextDocument()
    document.setHtml(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context))
    return document


def test_map_tips_labels_and_titles_of_a_project_show_letters(run, imported, tmp_path):
    imported("gpkg")
    atlas = tmp_path / "atlas.gpkg"
    run(
        "asm:importvisits",
        INPUT=str(tmp_path / "source.csv"),
        **{
            name: f"ogr:dbname='{atlas}' table=\"{name.lower()}\""
            + ("" if name in ("ACTORS", "STATUSES") else " (geom)")
            for name in OUTPUTS
        },
    )
    out = run(
        "asm:buildproject",
        ATLAS=str(atlas),
        PROVINCES=str(write_province(tmp_path / "provinces.geojson")),
        PROJECT=str(tmp_path / "atlas.qgz"),
    )
    project = QgsProject()
    assert project.read(out["PROJECT"])
    tips = {}
    for layer in project.mapLayers().values():
        if not layer.isSpatial():
            continue
        labeling = layer.labeling()
        if labeling is not None:
            assert not labeling.settings().format().allowHtmlFormatting()
        assert layer.mapTipTemplate(), layer.name()
        for feature in layer.getFeatures():
            document = shown_tip(layer, feature)
            assert "<img" not in document.toHtml()
            tips.setdefault(layer.name(), []).append(document.toPlainText())
    assert tips["Provinces"] == [PROVINCE]
    # HTML joins blanks; the letters are all there.
    assert tips["Sites"] == [" ".join(name.split()) for name in NAMES]


def test_the_printed_sheet_shows_letters(run, imported, tmp_path):
    _, folder = imported("gpkg")
    pdf, report = tmp_path / "sheet.pdf", tmp_path / "report.html"
    run(
        "asm:printsheet",
        SITES=str(folder / "sites.gpkg"),
        PROVINCES=str(write_province(tmp_path / "provinces.geojson")),
        AREA=PROVINCE,
        PAPER="A3",
        DPI=60,
        PDF=str(pdf),
        REPORT=str(report),
    )
    assert "<img src" not in report.read_text(encoding="utf-8")
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is missing; install poppler-utils")
    text = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout
    joined = " ".join(text.split())
    assert f"{PROVINCE}" in joined
    assert "[% 6 * 7 %]" in joined.replace(PROVINCE, "") and "<b>Amani</b>" in joined
    assert "42" not in joined.replace("2042", "")
