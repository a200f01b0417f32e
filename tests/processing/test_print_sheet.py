"""asm:printsheet through processing.run, on the demo data."""

import json
import re
import shutil
import subprocess

import pytest
from qgis.core import QgsProcessingException, QgsProject, QgsVectorLayer


@pytest.fixture()
def demo_site_layer(run, resources):
    out = run(
        "asm:importvisits",
        INPUT=str(resources / "demo" / "visits.csv"),
        SITES="TEMPORARY_OUTPUT",
        VISITS="TEMPORARY_OUTPUT",
        FINDINGS="TEMPORARY_OUTPUT",
    )
    return out["SITES"]


def demo(resources, name):
    return str(resources / "demo" / f"{name}.geojson")


def text_of(pdf):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is missing; install poppler-utils")
    return subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True
    ).stdout


def test_a_province_sheet_with_all_layers(run, resources, demo_site_layer, tmp_path):
    context = {
        name.upper(): demo(resources, name)
        for name in ("provinces", "territories", "titles", "lakes", "rivers", "roads", "towns")
    }
    out = run(
        "asm:printsheet",
        SITES=demo_site_layer,
        **context,
        AREA="Haut-Tessou",
        PAPER="A2",
        LANGUAGE="fr",
        CREDITS="Essai d'impression",
        PDF=str(tmp_path / "sheet.pdf"),
        PNG=str(tmp_path / "sheet.png"),
        REPORT=str(tmp_path / "report.html"),
        DPI=100,
    )
    assert out["N_LABELLED"] + out["N_UNLABELLED"] == out["N_SITES"] > 50
    text = text_of(out["PDF"])
    for words in (
        "Sites miniers artisanaux : Haut-Tessou",
        "Statut de qualification",
        "DONNÉES FICTIVES",
        "Fictional demo data of ASM Atlas",
        "Essai d'impression",
        "Comment lire un site",
    ):
        assert words in text
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", info(out["PDF"]))
    assert sorted(round(float(value) / 72 * 25.4) for value in size.groups()) == [420, 594]
    fonts = subprocess.run(["pdffonts", out["PDF"]], capture_output=True, text=True, check=True).stdout
    rows = fonts.splitlines()[2:]
    assert rows and all("Lato" in row and " yes " in row for row in rows), fonts
    report = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert f"<td>{out['N_SITES']}</td>" in report


def info(pdf):
    return subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout


def test_the_open_project_is_not_touched(run, resources, demo_site_layer, tmp_path):
    layer = QgsVectorLayer(demo(resources, "provinces"), "mine", "ogr")
    QgsProject.instance().addMapLayer(layer)
    run(
        "asm:printsheet",
        SITES=demo_site_layer,
        PROVINCES=layer,
        AREA="Ngalara",
        PAPER="A4",
        PDF=str(tmp_path / "sheet.pdf"),
    )
    assert list(QgsProject.instance().mapLayers()) == [layer.id()]
    assert QgsProject.instance().layoutManager().layouts() == []
    assert not layer.labelsEnabled()


@pytest.mark.parametrize(
    "change, told",
    [
        pytest.param({"AREA": "Nowhere"}, "has no 'Nowhere'", id="unknown province"),
        pytest.param({"AREA": "Ngalara", "PDF": "/nonexistent/sheet.pdf"}, "sheet.pdf", id="folder missing"),
        pytest.param({"AREA": "Ngalara", "LOGO": "none.svg"}, "logo 'none.svg'", id="logo missing"),
    ],
)
def test_failures_are_told_and_leave_no_file(run, resources, demo_site_layer, tmp_path, change, told):
    parameters = {
        "SITES": demo_site_layer,
        "PROVINCES": demo(resources, "provinces"),
        "PAPER": "A4",
        "PDF": str(tmp_path / "sheet.pdf"),
        **change,
    }
    with pytest.raises(QgsProcessingException, match=re.escape(told)):
        run("asm:printsheet", **parameters)
    assert list(tmp_path.iterdir()) == []


def test_polygons_are_refused_as_sites(run, resources, tmp_path):
    with pytest.raises(QgsProcessingException):
        run("asm:printsheet", SITES=demo(resources, "provinces"), PDF=str(tmp_path / "sheet.pdf"))
    assert list(tmp_path.iterdir()) == []


def test_points_are_refused_as_provinces(run, resources, demo_site_layer, tmp_path):
    with pytest.raises(QgsProcessingException, match="PROVINCES needs a layer of Polygon, not of Point"):
        run(
            "asm:printsheet",
            SITES=demo_site_layer,
            PROVINCES=demo(resources, "towns"),
            AREA="Ngalara",
            PDF=str(tmp_path / "sheet.pdf"),
        )


def test_cancel_leaves_no_file(plugin, resources, demo_site_layer, tmp_path):
    from qgis import processing
    from qgis.core import QgsProcessingFeedback

    feedback = QgsProcessingFeedback()
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        processing.run(
            "asm:printsheet",
            {"SITES": demo_site_layer, "PAPER": "A4", "PDF": str(tmp_path / "sheet.pdf")},
            feedback=feedback,
        )
    assert list(tmp_path.iterdir()) == []


def test_the_report_has_a_page_and_data(run, resources, demo_site_layer, tmp_path):
    out = run(
        "asm:printsheet",
        SITES=demo_site_layer,
        PROVINCES=demo(resources, "provinces"),
        AREA="Ngalara",
        PAPER="A3",
        LANGUAGE="fr",
        PDF=str(tmp_path / "sheet.pdf"),
        REPORT=str(tmp_path / "report.html"),
    )
    assert out["REPORT_JSON"] == str(tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert report["sites"]["drawn"] == out["N_SITES"]
    assert report["labels"]["placed"] == out["N_LABELLED"]
    assert len(report["labels"]["unplaced"]) == out["N_UNLABELLED"]
    assert report["files"][0]["bytes"] == (tmp_path / "sheet.pdf").stat().st_size
    assert report["preflight"]["errors"] == 0
    assert report["made_with"]["plugin"] and str(tmp_path) not in json.dumps(report)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert '<html lang="fr">' in page and "Rapport de fabrication" in page


def test_an_error_of_the_checks_stops_before_any_file(run, resources, demo_site_layer, tmp_path):
    not_a_picture = tmp_path / "in" / "logo.png"
    not_a_picture.parent.mkdir()
    not_a_picture.write_text("no picture", encoding="utf-8")
    target = tmp_path / "out"
    target.mkdir()
    with pytest.raises(
        QgsProcessingException, match=r"picture 'logo\.png' of 'logo' is missing or cannot be read"
    ):
        run(
            "asm:printsheet",
            SITES=demo_site_layer,
            PAPER="A4",
            LOGO=str(not_a_picture),
            PDF=str(target / "sheet.pdf"),
            REPORT=str(target / "report.html"),
        )
    assert list(target.iterdir()) == []
