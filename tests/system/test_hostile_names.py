"""Hostile names as every value of a text, through every output: one run of the whole chain, then a look at each file."""

import csv
import json
import re
import shutil
import sqlite3
import subprocess
import unicodedata
import xml.etree.ElementTree as ET
import zipfile
from html.parser import HTMLParser

import pytest
from hostile import HOSTILE_NAMES, MARK, TAG

NAMES = list(HOSTILE_NAMES.values())
N_SITES = 48
TEXT_COLUMNS = (
    "village",
    "groupement",
    "collectivite",
    "armed_group1",
    "mineral3",
    "state_service2",
    "source",
)
TABLES = ("sites", "visits", "actors", "statuses", "findings")
VOID = {"meta", "br", "link"}


def write_visits(demo, path):
    """The visits of the first sites of the demo, with hostile names, answers and columns."""
    with (demo / "visits.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    keys = list(dict.fromkeys(row["pcode"] for row in rows))[:N_SITES]
    rows = [row for row in rows if row["pcode"] in keys]
    for number, row in enumerate(rows):
        row["name"] = NAMES[keys.index(row["pcode"]) % len(NAMES)]
        for place, column in enumerate(TEXT_COLUMNS):
            row[column] = NAMES[(3 * number + 5 * place) % len(NAMES)]
        row['[% 1 %] <b>x</b>"; DROP'] = NAMES[number % len(NAMES)]
        row["=cmd|x"] = "y"
    with path.open("w", newline="", encoding="utf-8") as handle:
        writer = csv.DictWriter(handle, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def renamed(demo, role, folder, fields, first):
    """A layer of the demo with hostile names in some fields."""
    document = json.loads((demo / f"{role}.geojson").read_text(encoding="utf-8"))
    for number, feature in enumerate(document["features"]):
        for place, field in enumerate(fields):
            feature["properties"][field] = NAMES[(first + number + 7 * place) % len(NAMES)]
    path = folder / f"{role}.geojson"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def chain(plugin, resources, tmp_path_factory):
    """The folder in which every algorithm has written once."""
    from qgis import processing

    folder, demo = tmp_path_factory.mktemp("hostile"), resources / "demo"
    given, out = folder / "h0me_of_the_user", folder / "out"
    given.mkdir()
    out.mkdir()
    atlas = out / "atlas.gpkg"

    def run(algorithm, **parameters):
        return processing.run(f"asm:{algorithm}", {key: str(value) for key, value in parameters.items()})

    def written(name, located=True):
        return f"ogr:dbname='{atlas}' table=\"{name}\"" + (" (geom)" if located else "")

    def read(name):
        return f"{atlas}|layername={name}"

    areas = renamed(demo, "protected_areas", given, ("NAME", "ORIG_NAME", "DESIG", "MANG_AUTH"), 5)
    titles = renamed(demo, "titles", given, ("name", "parties", "statut"), 9)
    provinces = renamed(demo, "provinces", given, ("adm1_name",), 6)
    territories = renamed(demo, "territories", given, ("adm2_name", "adm1_name"), 0)
    towns = renamed(demo, "towns", given, ("name",), 0)
    tables = {name.upper(): written(name, name not in ("actors", "statuses")) for name in TABLES}
    run("importvisits", INPUT=write_visits(demo, given / "visits.csv"), **tables)
    with sqlite3.connect(atlas) as database:
        keys = dict(database.execute("SELECT name, pcode FROM sites"))
    run(
        "titleoverlap",
        SITES=read("sites"),
        TITLES=titles,
        TITLES_DATE="2025-12-31",
        OUTPUT=written("sites_titles"),
        PAIRS=written("title_pairs", False),
        OVERLAPS=written("title_overlaps"),
        SUMMARY=written("title_counts", False),
    )
    scored = {name.upper(): read(name) for name in ("sites", "visits", "actors", "statuses")}
    run("scorecard", **scored, SCORES=written("scores"))
    key = keys[HOSTILE_NAMES["element"]]
    run("explainscore", SCORES=read("scores"), PCODE=key, HTML=out / "why.html", TEXT=out / "why.txt")
    run(
        "prepareprotectedareas",
        INPUT=areas,
        OUTPUT=written("prepared_areas"),
        DROPPED=written("left_out", False),
    )
    run("areabands", INPUT=read("prepared_areas"), OUTPUT=written("area_bands"))
    run(
        "protectedareaoverlap",
        SITES=read("sites"),
        AREAS=read("prepared_areas"),
        N_LARGEST=100,
        OUTPUT=written("sites_areas"),
        PAIRS=written("pairs", False),
        SUMMARY=written("areas"),
        BY_UNIT=written("area_units", False),
        LARGEST=written("largest_overlaps", False),
        NOTE=written("area_note", False),
    )
    run(
        "summarisescores",
        SCORES=read("scores"),
        SITES=read("sites"),
        GROUP_BY="polygons",
        POLYGONS=territories,
        GROUPS=written("groups", False),
        SUMMARY=written("summary", False),
        AREAS=written("group_areas"),
    )
    run(
        "nextsteps",
        SCORES=read("scores"),
        DAY="2026-05-31",
        STEPS=written("steps", False),
        SITE_STEPS=written("site_steps"),
    )
    run(
        "localmoran",
        INPUT=read("scores"),
        FIELD="security_level",
        NEIGHBOURS="knn",
        OUTPUT=written("clusters"),
        SUMMARY=written("cluster_summary", False),
        SCATTER=out / "scatter.svg",
    )
    run(
        "buildproject",
        ATLAS=atlas,
        PROVINCES=provinces,
        TERRITORIES=territories,
        TITLES=titles,
        TOWNS=towns,
        TITLE=HOSTILE_NAMES["expression"],
        PROJECT=out / "atlas.qgz",
    )
    run(
        "printsheet",
        SITES=read("sites"),
        SCORES=read("scores"),
        PROVINCES=provinces,
        TERRITORIES=territories,
        AREAS=read("areas"),
        TITLES=titles,
        TOWNS=towns,
        AREA=HOSTILE_NAMES["expression"],
        PAPER="A0",
        DPI=60,
        SUBTITLE=HOSTILE_NAMES["element"],
        CREDITS=HOSTILE_NAMES["entities"],
        ORGANISATION=HOSTILE_NAMES["picture"],
        LICENCE=HOSTILE_NAMES["quotes of an expression"],
        DISCLAIMER=HOSTILE_NAMES["open expression"],
        ADDRESS=HOSTILE_NAMES["end of an attribute"],
        PDF=out / "sheet.pdf",
        PNG=out / "sheet.png",
        SVG=out / "sheet.svg",
        PACKAGE=out / "sheet.zip",
        REPORT=out / "report.html",
    )
    run(
        "printsheet",
        RECIPE="protected_area",
        SITES=read("sites_areas"),
        AREAS=read("areas"),
        AREA_BANDS=read("area_bands"),
        LARGEST=read("largest_overlaps"),
        PROVINCES=provinces,
        PAPER="A3",
        DPI=60,
        PDF=out / "areas.pdf",
        SVG=out / "areas.svg",
    )
    run(
        "printseries",
        SITES=read("sites"),
        PROVINCES=provinces,
        FILES="pdf,report",
        PAPERS="A3",
        DPI=60,
        PATTERN="{map_id}-{area}",
        FOLDER=out / "series",
    )
    return out


def as_imported(name):
    """A name without the blanks and the signs that the import tidies in every text."""
    seen = re.sub("[\u200b\u2060\ufeff\u202a-\u202e]", "", name)
    return " ".join(unicodedata.normalize("NFC", seen).split())


def test_tables_hold_the_names_as_they_are(chain):
    with sqlite3.connect(chain / "atlas.gpkg") as database:
        names = {name for (name,) in database.execute("SELECT name FROM sites")}
        n_rows = database.execute("SELECT count(*) FROM sites").fetchone()[0]
    assert n_rows == N_SITES
    assert {as_imported(name) for name in NAMES if MARK in name} <= {
        as_imported(name) for name in names if name
    }


class Elements(HTMLParser):
    """What elements and attributes a page has, and whether each is closed in order."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.names, self.attributes, self.links = [], set(), set(), []

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value for name, value in attrs if name in ("href", "src")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")


OWN_ATTRIBUTES = {"lang", "charset", "name", "content", "id", "class", "scope", "href"}


def test_pages_have_no_element_and_no_attribute_of_the_data(chain):
    pages = [*chain.glob("*.html"), *chain.glob("series/*.html")]
    assert len(pages) >= 4
    for page in pages:
        found = Elements()
        found.feed(page.read_text(encoding="utf-8"))
        found.close()
        assert not found.open, page.name
        assert not found.names & {TAG, "script", "img", "iframe", "b"}, page.name
        assert found.attributes <= OWN_ATTRIBUTES, page.name
        assert all(re.fullmatch(r"[\w.-]+", link) for link in found.links), found.links


def test_drawings_hold_no_script_and_point_nowhere(chain):
    drawings = list(chain.glob("*.svg"))
    assert len(drawings) == 3
    for drawing in drawings:
        for element in ET.parse(drawing).iter():
            assert element.tag.rsplit("}", 1)[-1] not in (TAG, "script", "foreignObject", "a"), drawing.name
            for name, value in element.attrib.items():
                assert not name.startswith("on"), drawing.name
                if name.endswith("href"):
                    assert value.startswith(("#", "data:image/png;base64,")), drawing.name


def test_packages_hold_plain_names_and_sound_metadata(chain):
    with zipfile.ZipFile(chain / "sheet.zip") as package:
        assert all(re.fullmatch(r"[\w.-]+", name) for name in package.namelist())
        metadata = package.read("sheet_metadata.xml").decode("utf-8")
        fields = json.loads(package.read("sheet_metadata.json"))
    texts = [element.text for element in ET.fromstring(metadata).iter() if element.text]
    assert HOSTILE_NAMES["expression"] in texts and TAG not in {
        each.tag for each in ET.fromstring(metadata).iter()
    }
    assert fields["area"] == HOSTILE_NAMES["expression"]


def test_paper_shows_letters(chain):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is missing; install poppler-utils")
    done = subprocess.run(
        ["pdftotext", str(chain / "sheet.pdf"), "-"], capture_output=True, text=True, check=True
    )
    text = " ".join(done.stdout.split())
    assert HOSTILE_NAMES["expression"] in text and HOSTILE_NAMES["element"] in text
    assert "[%[% %]%] [[%" in text


def test_files_of_a_series_stay_in_their_folder(chain):
    names = [path.name for path in (chain / "series").iterdir()]
    assert {"series_index.json", "series_report.html", "series_report.json"} < set(names)
    assert all(re.fullmatch(r"[A-Za-z0-9][\w.-]*", name) for name in names), names
    assert not [path for path in chain.parent.iterdir() if path.name not in ("out", "h0me_of_the_user")]


def test_nothing_names_a_folder_or_the_account(chain):
    folder = str(chain.parent).encode()
    for path in [*chain.iterdir(), *(chain / "series").iterdir()]:
        if path.is_dir():
            continue
        contents = {path.name: path.read_bytes()}
        if path.suffix in (".zip", ".qgz"):
            with zipfile.ZipFile(path) as packed:
                contents |= {name: packed.read(name) for name in packed.namelist()}
        for name, content in contents.items():
            assert folder not in content and b"h0me_of_the_user" not in content, (path.name, name)
            assert b"saveUser" not in content and b"/Author" not in content, (path.name, name)
