"""The build report: one structure, two files, true figures and nothing that can break the page."""

import datetime as dt
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest
from asm_atlas.cartography.build_report import BuiltFile, build_report, write_report
from asm_atlas.cartography.export import LabelCount
from asm_atlas.cartography.preflight import check_sheet
from asm_atlas.cartography.sheet import build_sheet
from asm_atlas.cartography.sheet_layers import SheetLayers
from asm_atlas.cartography.sheet_request import SheetRequest
from asm_atlas.core.exceptions import SheetError
from qgis.core import QgsLayerMetadata
from qgis.PyQt.QtCore import QDate

HOSTILE = '<img src=x onerror=alert(1)> & "quoted" [% 1 %]'
SITES = [
    {"lon": 27.2, "lat": -2.1, "name": "Kabanda", "visit_date": QDate(2019, 3, 2)},
    {"lon": 27.6, "lat": -2.4, "name": HOSTILE, "visit_date": QDate(2022, 11, 30)},
    {"lon": 27.5, "lat": -2.5, "name": "Kolwezi 鉱山"},
    {"name": "Nowhere"},
]


@pytest.fixture()
def layers(make_site_layer, make_area_layer):
    sites = make_site_layer(SITES)
    metadata = QgsLayerMetadata()
    metadata.setRights([f"Institute {HOSTILE}", "kept in C:\\Users\\anna\\mines\\sites.csv"])
    metadata.setLicenses(["ODC-BY 1.0"])
    metadata.setParentIdentifier("/home/anna/secret folder/sites.csv")
    sites.setMetadata(metadata)
    return SheetLayers(sites, provinces=make_area_layer([("Ngala-Nord", 27, -2.9, 28, -2)]))


def report_of(layers, project, tmp_path, **changes):
    (tmp_path / "sheet.pdf").write_bytes(b"%PDF of a sheet")
    asked = {
        "area": "Ngala-Nord",
        "paper": "A4",
        "map_id": "IPIS-COD-001",
        "version": "3",
        "plugin_version": "0.9",
        "created": dt.datetime(2026, 5, 4, 12, 30, tzinfo=dt.timezone.utc),
        **changes,
    }
    sheet = build_sheet(layers, SheetRequest(**asked), project)
    labels = LabelCount(1, [("p1", HOSTILE)])
    files = [BuiltFile(tmp_path / "sheet.pdf", 1.25, 300)]
    return build_report(sheet, layers, labels, check_sheet(sheet, 100), files, 4.5)


class Page(HTMLParser):
    """What a reader's programs see of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.language, self.tables = [], [], "", []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "html":
            self.language = dict(attrs)["lang"]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def test_the_figures_are_those_of_the_sheet(layers, sheet_project, tmp_path):
    report = report_of(layers, sheet_project, tmp_path)
    sheet = report["sheet"]
    assert report["schema"] == "asm-atlas/build-report/1"
    assert (sheet["title"], sheet["map_id"], sheet["version"]) == (
        "Artisanal mining sites in Ngala-Nord",
        "IPIS-COD-001",
        "3",
    )
    assert sheet["created"] == "2026-05-04T12:30:00+00:00"
    assert sheet["crs"]["authid"] == "EPSG:32735"
    assert sorted((sheet["page"]["width_mm"], sheet["page"]["height_mm"])) == [210, 297]
    assert re.fullmatch(r"[0-9a-f]{64}", sheet["recipe"]["sha256"]) and sheet["theme"]["id"] == "mine_glyph"
    assert report["sites"] == {
        "drawn": 3,
        "without_location": 1,
        "displaced": 0,
        "in_insets": 0,
        "indexed": 3,
    }
    assert report["labels"] == {"placed": 1, "unplaced": [{"pcode": "p1", "name": HOSTILE}]}
    assert report["files"] == [
        {
            "name": "sheet.pdf",
            "bytes": 15,
            "sha256": hashlib.sha256(b"%PDF of a sheet").hexdigest(),
            "seconds": 1.25,
            "dpi": 300,
        }
    ]
    assert report["made_with"]["seconds"] == 4.5 and report["made_with"]["plugin"] == "0.9"
    assert report["made_with"]["peak_mib"] > 50


def test_sources_have_their_dates_and_licences(layers, sheet_project, tmp_path):
    sites, provinces, *_ = report_of(layers, sheet_project, tmp_path)["sources"]
    assert (sites["file"], sites["licences"]) == ("sites.csv", ["ODC-BY 1.0"])
    assert (sites["first_date"], sites["last_date"]) == ("2019-03-02", "2022-11-30")
    assert (provinces["role"], provinces["rights"], provinces["first_date"]) == ("provinces", [], None)


def test_findings_have_a_place(layers, sheet_project, tmp_path):
    preflight = report_of(layers, sheet_project, tmp_path)["preflight"]
    assert preflight["errors"] == 0
    assert preflight["warnings"] == len(preflight["findings"]) > 0
    by_code = {finding["code"]: finding for finding in preflight["findings"]}
    assert by_code["source_not_stated"]["rect_mm"] is None
    assert by_code["glyph_missing"]["rect_mm"][2:] > [50, 50] and by_code["glyph_missing"]["page"] == 1
    assert "鉱" in by_code["glyph_missing"]["sentence"]


def test_both_files_say_the_same_and_no_path(layers, sheet_project, tmp_path):
    report = report_of(layers, sheet_project, tmp_path)
    page, data = write_report(report, tmp_path / "report.html")
    assert (page.name, data.name) == ("report.html", "report.json")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.html", "report.json", "sheet.pdf"]
    assert json.loads(data.read_text(encoding="utf-8")) == report
    for path in (page, data):
        text = path.read_text(encoding="utf-8")
        assert "anna" not in text and str(tmp_path) not in text and "/home" not in text


@pytest.mark.parametrize(
    "language, words",
    [
        pytest.param(
            "en",
            ("Build report: ", "Sites drawn", "not part of this sheet", "1.25", "not stated"),
            id="English",
        ),
        pytest.param(
            "fr",
            ("Rapport de fabrication : ", "Sites dessinés", "pas sur cette feuille", "1,25", "non indiqué"),
            id="French",
        ),
    ],
)
def test_the_page_can_be_read_by_everyone(layers, sheet_project, tmp_path, language, words):
    report = report_of(layers, sheet_project, tmp_path, language=language)
    report["sites"]["indexed"] = None  # as of a recipe without an index
    page = Page(write_report(report, tmp_path / "report.html")[0].read_text(encoding="utf-8"))
    assert page.open == [] and page.language == language
    for word in words:
        assert word in page.text
    tags = [tag for tag, _ in page.tags]
    assert tags.count("h1") == 1 and tags.count("h2") == 7 and tags.count("main") == 1
    headers = [attrs for tag, attrs in page.tags if tag == "th"]
    assert headers and all(attrs["scope"] in ("row", "col") for attrs in headers)
    assert page.text.count(HOSTILE) == 2, "as text: in the names and in the sources"
    assert "img" not in tags


def test_a_report_that_cannot_be_written_is_told(layers, sheet_project, tmp_path):
    report = report_of(layers, sheet_project, tmp_path)
    with pytest.raises(SheetError, match=r"folder of report\.json does not exist"):
        write_report(report, tmp_path / "missing" / "report.html")


def test_a_report_asked_for_as_json_has_its_page_beside_it(layers, sheet_project, tmp_path):
    report = report_of(layers, sheet_project, tmp_path)
    page, data = write_report(report, tmp_path / "report.json")
    assert (page.name, data.name) == ("report.html", "report.json")


def test_every_field_is_described(root, layers, sheet_project, tmp_path):
    described = (root / "docs" / "build-report.md").read_text(encoding="utf-8")

    def fields(value, path=""):
        if isinstance(value, dict):
            for key, each in value.items():
                yield from fields(each, f"{path}.{key}" if path else key)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield from ((path, key) for key in value[0])
        else:
            yield (path, "")

    for path, key in fields(report_of(layers, sheet_project, tmp_path)):
        parent, _, name = path.rpartition(".")
        documented = f"`{path}`" in described or (f"`{parent}`" in described and f"`{name}`" in described)
        assert documented, path
        assert not key or f"`{key}`" in described, (path, key)
