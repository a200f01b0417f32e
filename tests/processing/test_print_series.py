"""asm:printseries on the demo data: what is made, what is left, what is told."""

import json
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

pytestmark = pytest.mark.subprocess
TWO = "Ngalara; haut tessou"


@pytest.fixture(scope="module")
def demo_sites(plugin, resources, tmp_path_factory):
    """The demo's sites in a GeoPackage."""
    from qgis import processing

    path = tmp_path_factory.mktemp("sites") / "sites.gpkg"
    rest = dict.fromkeys(("VISITS", "FINDINGS"), "TEMPORARY_OUTPUT")
    visits = str(resources / "demo" / "visits.csv")
    processing.run("asm:importvisits", {"INPUT": visits, "SITES": str(path), **rest})
    return path


@pytest.fixture()
def sites(demo_sites, tmp_path):
    """A copy of the demo's sites to change."""
    return shutil.copy(demo_sites, tmp_path / "sites.gpkg")


@pytest.fixture()
def print_series(plugin, qgis_new_project, resources, sites, tmp_path):
    """Print two provinces in A4; the results with the log under LOG and the rows of the report under ROWS."""
    from qgis import processing

    def run_series(feedback=None, **parameters):
        feedback = feedback or QgsProcessingFeedback(False)
        results = processing.run(
            "asm:printseries",
            {
                "SITES": str(sites),
                "PROVINCES": str(resources / "demo" / "provinces.geojson"),
                "NAMES": TWO,
                "PAPERS": ["A4"],
                "PRESET": "screen",
                "FOLDER": str(tmp_path / "series"),
                **parameters,
            },
            feedback=feedback,
        )
        results["LOG"] = feedback.textLog()
        with Path(results["REPORT_JSON"]).open(encoding="utf-8") as file:
            results["ROWS"] = json.load(file)["sheets"]
        return results

    return run_series


def counts(results):
    return tuple(results[f"N_{status}"] for status in ("MADE", "UNCHANGED", "EMPTY", "FAILED"))


def files(folder):
    return sorted(path.name for path in folder.iterdir())


def change_site(sites, province, resources, **values):
    """Change the first site of a province."""
    provinces = QgsVectorLayer(str(resources / "demo" / "provinces.geojson"), "provinces", "ogr")
    ground = next(f.geometry() for f in provinces.getFeatures() if province in f.attributes())
    layer = QgsVectorLayer(str(sites), "sites", "ogr")
    site = next(f for f in layer.getFeatures() if f.hasGeometry() and ground.contains(f.geometry()))
    changes = {layer.fields().lookupField(name): value for name, value in values.items()}
    assert layer.dataProvider().changeAttributeValues({site.id(): changes})


def test_two_provinces_in_two_languages_then_only_what_changes(print_series, sites, resources, tmp_path):
    folder = tmp_path / "series"
    first = print_series(LANGUAGES=["en", "fr"], FILES=["pdf", "package"], CREDITS="Trial")
    assert counts(first) == (4, 0, 0, 0)
    assert [row["map_id"] for row in first["ROWS"]] == ["ASM-001", "ASM-001", "ASM-002", "ASM-002"]
    pdf = folder / "ASM-002-v01-province-ngalara-fr.pdf"
    assert pdf.read_bytes().startswith(b"%PDF")
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout
        assert "Sites miniers artisanaux : Ngalara" in text and "ASM-002" in text and "Trial" in text
    before = {path: path.read_bytes() for path in folder.iterdir() if path.suffix in (".pdf", ".zip")}
    assert len(before) == 8

    second = print_series(LANGUAGES=["en", "fr"], FILES=["pdf", "package"], CREDITS="Trial")
    assert counts(second) == (0, 4, 0, 0)
    assert all(path.read_bytes() == data for path, data in before.items())

    change_site(sites, "Ngalara", resources, name="Nouveau nom")
    third = print_series(LANGUAGES=["en", "fr"], FILES=["pdf", "package"], CREDITS="Trial")
    assert counts(third) == (2, 2, 0, 0)
    told = {(row["area"], row["language"]): (row["version"], row["changed"]) for row in third["ROWS"]}
    assert told == {
        ("Haut-Tessou", "en"): (1, []),
        ("Haut-Tessou", "fr"): (1, []),
        ("Ngalara", "en"): (2, ["data"]),
        ("Ngalara", "fr"): (2, ["data"]),
    }
    assert all(path.read_bytes() == data for path, data in before.items()), "older versions stay"
    assert (folder / "ASM-002-v02-province-ngalara-fr.pdf").is_file()
    assert not [name for name in files(folder) if name.startswith(".")]


def test_a_package_holds_the_sheet_and_what_is_known_of_it(print_series, tmp_path):
    print_series(NAMES="Ngalara", FILES=["pdf", "package"], LANGUAGES=["fr"])
    with zipfile.ZipFile(tmp_path / "series" / "ASM-001-v01-province-ngalara-fr.zip") as archive:
        names = archive.namelist()
        fields = json.loads(archive.read(next(name for name in names if name.endswith("metadata.json"))))
    stem = "ASM-001-v01-province-ngalara-fr"
    beside = ("_metadata.json", "_metadata.xml", "_report.html", "_report.json", "_thumbnail.png")
    assert names == sorted([f"{stem}.pdf", *(f"{stem}{end}" for end in beside)])
    assert (fields["map_number"], fields["version"], fields["language"]) == ("ASM-001", "1", "fr")
    assert fields["files"][0]["name"] == f"{stem}.pdf"


@pytest.mark.parametrize(
    "change, reason",
    [
        pytest.param({"THEME": "mine_glyph_safe"}, ["new"], id="theme"),
        pytest.param({"CREDITS": "Others"}, ["parameters"], id="words"),
        pytest.param({"DPI": 100}, ["parameters"], id="resolution"),
        pytest.param({"ALWAYS": True}, ["asked"], id="asked for"),
    ],
)
def test_what_makes_a_sheet_anew(print_series, change, reason):
    print_series(NAMES="Ngalara", FILES=["pdf"])
    again = print_series(
        NAMES="Ngalara", FILES=["pdf"], **change, PATTERN="{map_id}-v{version}-{slug}-{language}"
    )
    assert [row["changed"] for row in again["ROWS"]] == [reason]


def test_missing_files_are_made_again_and_changed_ones_are_kept(print_series, tmp_path):
    folder = tmp_path / "series"
    print_series(FILES=["pdf"])
    tessou, ngalara = sorted(folder.glob("*.pdf"))
    tessou.unlink()
    ngalara.write_bytes(b"mine")
    again = print_series(FILES=["pdf"])
    assert [(row["version"], row["changed"]) for row in again["ROWS"]] == [
        (1, ["files_missing"]),
        (2, ["files_changed"]),
    ]
    assert tessou.is_file() and ngalara.read_bytes() == b"mine"


def test_a_sheet_that_fails_and_an_empty_area_do_not_stop_the_series(print_series, resources, tmp_path):
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:4326&field=name:string", "mine", "memory")
    demo = QgsVectorLayer(str(resources / "demo" / "provinces.geojson"), "provinces", "ogr")
    ngalara = next(f for f in demo.getFeatures() if "Ngalara" in f.attributes()).geometry()
    nowhere = QgsGeometry.fromWkt("MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)))")
    names = {"Good & <b>": ngalara, "Far away": nowhere, "W" * 240: ngalara, "NUL": ngalara}
    rows = []
    for name, geometry in names.items():
        row = QgsFeature(layer.fields())
        row["name"] = name
        row.setGeometry(geometry)
        rows.append(row)
    layer.dataProvider().addFeatures(rows)
    results = print_series(COVERAGE=layer, NAMES="", FILES=["pdf"])
    assert counts(results) == (2, 0, 1, 1)
    by_area = {row["area"]: row for row in results["ROWS"]}
    assert "too long for the sheet; shorten it" in by_area["W" * 240]["reason"]
    assert "There is no site with a location in 'Far away'" in by_area["Far away"]["reason"]
    assert "too long for the sheet" in results["LOG"]
    with Path(results["REPORT"]).open(encoding="utf-8") as file:
        page = file.read()
    assert "Good &amp; &lt;b&gt;" in page and "<b>" not in page
    made = [file["name"] for row in results["ROWS"] for file in row["files"]]
    assert all(re.fullmatch(r"ASM-00\d-v01-province-[a-z0-9-]+-en\.pdf", name) for name in made), made
    assert Counter(files(tmp_path / "series")) == Counter(
        [*made, "series_index.json", "series_report.html", "series_report.json"]
    )


def test_a_worker_that_breaks_down_fails_its_sheet_alone(print_series, monkeypatch, tmp_path):
    from asm_atlas.processing import sheet_workers

    own = tmp_path / "worker.py"
    script = sheet_workers._SCRIPT
    own.write_text(
        "import runpy, sys, json, os\n"
        f"module = runpy.run_path({str(script)!r}, run_name='worker')\n"
        "make = module['make']\n"
        "def breaking(job, opened):\n"
        "    if job['request']['area'] == 'Ngalara':\n"
        "        print('broken on purpose', file=sys.stderr, flush=True)\n"
        "        os._exit(3)\n"
        "    return make(job, opened)\n"
        "module['serve'].__globals__['make'] = breaking\n"
        "module['serve']()\n"
    )
    monkeypatch.setattr(sheet_workers, "_SCRIPT", own)
    results = print_series(FILES=["pdf"], LANGUAGES=["fr", "en"], WORKERS=1)
    assert counts(results) == (2, 0, 0, 2)
    failed = {row["reason"] for row in results["ROWS"] if row["status"] == "failed"}
    assert failed == {"The process that made it broke down (broken on purpose); make it alone to learn more."}


class CancelsAt(QgsProcessingFeedback):
    """Cancel is pressed when the progress has come to some percentage."""

    def __init__(self, percent):
        super().__init__(False)
        self.percent = percent

    def setProgress(self, progress):  # noqa: N802
        if progress >= self.percent:
            self.cancel()


def test_cancel_before_the_first_sheet_leaves_nothing(print_series, tmp_path):
    with pytest.raises(QgsProcessingException, match="Cancelled; no output was written"):
        print_series(CancelsAt(8))
    assert not (tmp_path / "series").exists()


def test_cancel_keeps_whole_sheets_and_goes_on_next_time(print_series, tmp_path):
    with pytest.raises(QgsProcessingException, match="Cancelled; 1 sheets were made before and stay"):
        print_series(CancelsAt(50), FILES=["pdf"], WORKERS=1)
    folder = tmp_path / "series"
    (pdf,) = folder.glob("*.pdf")
    assert pdf.read_bytes().rstrip().endswith(b"%%EOF")
    report = json.loads((folder / "series_report.json").read_text(encoding="utf-8"))
    assert [row["status"] for row in report["sheets"]] == ["made", "not_done"]
    assert not [name for name in files(folder) if name.startswith(".")]
    assert counts(print_series(FILES=["pdf"])) == (1, 1, 0, 0)


@pytest.mark.parametrize(
    "change, told",
    [
        pytest.param(
            {"NAMES": "Nowhere"}, "No area is called 'Nowhere'; choose from: Bas-Orvimba", id="name"
        ),
        pytest.param({"PATTERN": "../{area}"}, "has signs that no file may have", id="pattern leaves"),
        pytest.param({"PATTERN": "{area.x}"}, "knows no '{area.x}'; use {map_id}", id="pattern unknown"),
        pytest.param({"PATTERN": "sheet"}, "gives all sheets one name", id="pattern for all"),
        pytest.param({"MAP_PREFIX": "a/b"}, "MAP_PREFIX must be letters", id="prefix"),
        pytest.param(
            {"RECIPES": ["site"]},
            "No area is called 'Ngalara'; choose from: codmine90",
            id="site without such pcode",
        ),
        pytest.param({"PROVINCES": None}, "needs a layer of provinces; choose one", id="no provinces"),
        pytest.param({"NAME_FIELD": "nom"}, "has no field 'nom'; choose", id="no such field"),
        pytest.param({"FOLDER": "/nonexistent/series"}, "The folder of series does not exist", id="folder"),
    ],
)
def test_what_cannot_be_begun_is_told_and_leaves_nothing(print_series, tmp_path, change, told):
    with pytest.raises(QgsProcessingException, match=re.escape(told)):
        print_series(**change)
    assert not (tmp_path / "series").exists()


@pytest.mark.parametrize(
    "text, told",
    [
        pytest.param("{", "is not JSON", id="torn"),
        pytest.param('{"schema": "other"}', "is not an index of this version", id="of another program"),
    ],
)
def test_an_index_that_cannot_be_read_is_left_alone(print_series, tmp_path, text, told):
    index = tmp_path / "series" / "series_index.json"
    index.parent.mkdir()
    index.write_text(text)
    with pytest.raises(QgsProcessingException, match=f"{re.escape(told)}.*move it away to begin"):
        print_series()
    assert index.read_text() == text and files(index.parent) == ["series_index.json"]


@pytest.mark.parametrize(
    "kind, end",
    [pytest.param("pdf", ".pdf", id="the sheet"), pytest.param("png", "_2.png", id="a further page")],
)
def test_files_of_others_are_not_written_over(print_series, tmp_path, kind, end):
    mine = tmp_path / "series" / f"ASM-001-v01-province-haut-tessou-en{end}"
    mine.parent.mkdir()
    mine.write_text("mine")
    results = print_series(FILES=[kind])
    assert counts(results) == (1, 0, 0, 1)
    assert f"{mine.name} is there and not in the index of the series; move it away" in results["LOG"]
    assert mine.read_text() == "mine"


def test_a_second_run_waits_for_the_first(print_series, tmp_path):
    from asm_atlas.processing.series_run import series_folder

    with series_folder(tmp_path / "series"), pytest.raises(QgsProcessingException, match="Another run is"):
        print_series()
