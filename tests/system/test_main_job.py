"""The main job from visits to the printed sheet, as `make demo` runs it, on demo and on real files."""

import argparse
import json
import re
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest
from qgis.core import QgsProject

pytestmark = pytest.mark.subprocess

FILES = (
    "atlas.gpkg",
    "atlas.qgz",
    "sheet_A0.pdf",
    "sheet_A0.png",
    "sheet_A0_2.png",
    "build_report.html",
    "build_report.json",
    "sheet_areas_A3.pdf",
)
IMPORT_TABLES = {"sites", "visits", "actors", "statuses", "findings"}
AREA_TABLES = {
    "prepared_areas",
    "areas_left_out",
    "sites_areas",
    "areas",
    "pairs",
    "area_units",
    "largest_overlaps",
    "area_note",
    "area_bands",
}
TITLE_TABLES = {"sites_titles", "title_pairs", "title_overlaps", "title_counts"}
CLUSTER_TABLES = {"clusters", "cluster_summary"}
RESULT_TABLES = {"scores"} | CLUSTER_TABLES | AREA_TABLES | TITLE_TABLES
STEPS = (
    "import",
    "titles",
    "scorecard",
    "clusters",
    "areas prepared",
    "protected areas",
    "project",
    "sheet",
    "sheet of areas",
)


@dataclass(frozen=True)
class Job:
    """A run of the tool: its lines, and the seconds and the text of each step."""

    code: int
    stdout: str
    stderr: str
    out: Path

    @property
    def steps(self):
        found = re.findall(r"^ *([\d.]+) s  ([\w ]+): (.*)$", self.stdout, re.MULTILINE)
        return {name: (float(seconds), text) for seconds, name, text in found}

    def count(self, table):
        return self.rows(f'SELECT count(*) FROM "{table}"')[0][0]

    def rows(self, query):
        connection = sqlite3.connect(self.out / "atlas.gpkg")
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()

    def tables(self):
        return {name for (name,) in self.rows("SELECT table_name FROM gpkg_contents")}

    def import_counts(self):
        """Rows, visits, statuses, rejected, sites and findings as the line of the import tells them."""
        return [int(number) for number in re.findall(r"\d+", self.steps["import"][1])]

    def pdf(self, program, *options, file="sheet_A0.pdf"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is missing; install poppler-utils")
        command = [
            program,
            *options,
            str(self.out / file),
            *(["-"] if program == "pdftotext" else []),
        ]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    def words(self, *options, file="sheet_A0.pdf"):
        """The text of a sheet with single blanks, in reading order."""
        return " ".join(self.pdf("pdftotext", *options, file=file).split())


def start(root, out, **files):
    command = [sys.executable, str(root / "tools" / "main_job.py"), "--out", str(out)]
    command += [f"--{role}={path}" for role, path in files.items()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False)
    return Job(done.returncode, done.stdout, done.stderr, out)


@pytest.fixture(scope="module")
def demo_job(root, tmp_path_factory):
    return start(root, tmp_path_factory.mktemp("demo") / "l'été sur les sites")


@pytest.fixture(scope="module")
def real_files(data):
    return {
        "visits": data / "ipis" / "cod_mines_ipis_2026-05.csv",
        "areas": data / "protected" / "protectedareas_wri_2017.geojson",
        "admin": data / "admin" / "cod_adm1_26provinces_dissolved_from_adm2.gpkg",
        "titles": data / "titles" / "titres_cami_ipis_2016.geojson",
    }


@pytest.fixture(scope="module")
def real_job(root, real_files, tmp_path_factory):
    return start(root, tmp_path_factory.mktemp("real") / "out", **real_files)


ON_BOTH = pytest.mark.parametrize(
    "name, context",
    [
        pytest.param(
            "demo_job",
            {"provinces", "territories", "titles", "lakes", "rivers", "roads", "towns"},
            id="demo",
        ),
        pytest.param("real_job", {"provinces", "titles"}, id="real", marks=pytest.mark.real_data),
    ],
)


@ON_BOTH
def test_every_step_has_a_line_and_every_file_is_named(request, name, context):
    job = request.getfixturevalue(name)
    assert job.code == 0, job.stderr
    assert tuple(job.steps) == STEPS
    assert " s  in all" in job.stdout
    last = job.stdout.splitlines()[-len(FILES) :]
    assert [Path(line.split(" MB ")[1]).name for line in last] == list(FILES)
    assert sorted(file.name for file in job.out.iterdir()) == sorted(FILES)


@ON_BOTH
def test_the_atlas_holds_all_tables_with_their_styles(request, name, context):
    job = request.getfixturevalue(name)
    tables = IMPORT_TABLES | RESULT_TABLES | context
    assert job.tables() - {"layer_styles"} == tables
    styled = job.rows("SELECT f_table_name FROM layer_styles WHERE useAsDefault ORDER BY f_table_name")
    assert [table for (table,) in styled] == sorted(tables)


@ON_BOTH
def test_the_tables_agree_with_the_counts_told(request, name, context):
    job = request.getfixturevalue(name)
    rows, visits, statuses, rejected, sites, findings = job.import_counts()
    assert rows == visits + statuses + rejected
    told = {"visits": visits, "statuses": statuses, "sites": sites, "findings": findings}
    assert {table: job.count(table) for table in told} == told
    assert job.count("scores") == job.count("sites_areas") == job.count("clusters") == sites
    marked = job.rows("SELECT count(*) FROM clusters WHERE lisa_cluster IN (1, 2)")[0][0]
    assert f"{marked} of " in job.steps["clusters"][1]
    rejections = job.rows("SELECT count(*) FROM findings WHERE action = 'rejected'")[0][0]
    assert rejections == rejected
    inside = job.rows("SELECT count(*) FROM sites_areas WHERE pa_band = 'inside'")[0][0]
    assert (
        f"{inside} of {sites} sites inside one of {job.count('areas')} areas"
        in job.steps["protected areas"][1]
    )


@ON_BOTH
def test_the_project_opens_with_every_layer(request, name, context, qgis_new_project):
    job = request.getfixturevalue(name)
    project = QgsProject()
    assert project.read(str(job.out / "atlas.qgz"))
    layers = project.mapLayers().values()
    assert layers and [layer.name() for layer in layers if not layer.isValid()] == []
    assert f"{len(layers)} layers" in job.steps["project"][1]
    groups = [group.name() for group in project.layerTreeRoot().findGroups()]
    assert groups == [
        "Mine sites",
        "Scorecard",
        "Visits and findings",
        "Base map",
        "Mining titles",
        "Protected areas",
    ]
    assert project.mapLayersByName("Sites")[0].renderer().type() == "categorizedSymbol"
    project.clear()


@ON_BOTH
def test_the_steps_of_areas_and_titles_fit_together(request, name, context):
    job = request.getfixturevalue(name)
    given, left_out = (
        job.count("prepared_areas"),
        job.rows("SELECT sum(count) FROM areas_left_out WHERE action = 'left_out'")[0][0] or 0,
    )
    assert f"{given} of {given + left_out}, {left_out} left out" in job.steps["areas prepared"][1]
    assert job.count("areas") == given
    assert job.count("sites_titles") == job.count("sites")
    counted = job.rows("SELECT count(*) FROM sites_areas WHERE pa_band = 'inside'")[0][0]
    assert min(counted, 1000) == job.count("largest_overlaps") > 0
    bands = {
        band for (band,) in job.rows("SELECT DISTINCT pa_band FROM sites_areas") if band and band[0].isdigit()
    }
    assert bands <= {band for (band,) in job.rows("SELECT band FROM area_bands")}


@ON_BOTH
def test_the_sheet_of_areas_lists_the_largest_overlaps_of_its_area(request, name, context):
    job = request.getfixturevalue(name)
    area = job.steps["sheet of areas"][1].split(",")[0]
    rows = job.rows("SELECT pcode, pa_names FROM largest_overlaps ORDER BY rank")
    wanted = [pcode for pcode, names in rows if area in names.split("; ")][:10]
    words = job.words("-layout", file="sheet_areas_A3.pdf")
    assert [word for word in words.split() if re.fullmatch(r"codmine\d+", word)] == wanted
    assert wanted and f"Largest overlaps with {area}" in words


@pytest.mark.parametrize(
    "n_unknown, table",
    [pytest.param(4, "sites_titles", id="some known"), pytest.param(5, "sites", id="none known")],
)
def test_sites_with_titles_are_scored_where_any_class_is_known(main_job, tmp_path, n_unknown, table):
    given = {}

    told = (
        "ROWS VISITS STATUSES REJECTED FINDINGS IN_TITLES TITLES IN_ZONES SCORED LAYERS LABELLED UNLABELLED "
        "SIGNIFICANT USED LEFT_OUT"
    )
    counts = {f"N_{name}": 1 for name in told.split()}

    class Qgis:
        def run(self, algorithm, **parameters):
            given[algorithm] = parameters
            return {**counts, "N_SITES": 5, "N_UNKNOWN": n_unknown, "SCALE": 1}

    files = dict.fromkeys(("visits", "areas", "admin", "titles", *main_job.CONTEXT))
    options = argparse.Namespace(titles_date="2020-12-31", province="", language="en", theme="mine_glyph")
    main_job.run_job({**files, "titles": tmp_path / "titles.geojson"}, tmp_path, options, Qgis())
    assert given["asm:titleoverlap"]["TITLES_DATE"] == "2020-12-31"
    assert given["asm:scorecard"]["SITES"].endswith(f"|layername={table}")
    assert "asm:protectedareaoverlap" not in given


@pytest.mark.real_data
def test_titles_without_a_date_leave_every_class_unknown_and_unscored(real_job):
    assert real_job.rows("SELECT DISTINCT title_class FROM sites_titles") == [("unknown",)]
    asked = real_job.rows("SELECT count(*) FROM scores WHERE formalisation_reasons LIKE '%title_class%'")
    assert asked == [(0,)]


@ON_BOTH
def test_the_sheet_is_a0_and_its_report_names_what_found_no_room(request, name, context):
    job = request.getfixturevalue(name)
    width, height = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", job.pdf("pdfinfo")).groups()
    assert sorted(round(float(points) / 72 * 25.4) for points in (width, height)) == [841, 1189]
    assert (job.out / "sheet_A0.png").stat().st_size > 1e6
    placed, listed = map(
        int, re.search(r"(\d+) names placed, (\d+) listed in the report", job.steps["sheet"][1]).groups()
    )
    page = (job.out / "build_report.html").read_text(encoding="utf-8")
    report = json.loads((job.out / "build_report.json").read_text(encoding="utf-8"))
    unlabelled = [site["pcode"] for site in report["labels"]["unplaced"]]
    assert len(unlabelled) == listed > 0 < placed
    assert report["preflight"]["errors"] == 0
    assert re.findall(r"<td>(codmine\d+)</td>", page) == unlabelled
    known = {pcode for (pcode,) in job.rows("SELECT pcode FROM sites")}
    assert set(unlabelled) <= known


def test_the_demo_says_that_it_is_fictional(demo_job):
    assert "FICTIONAL DATA" in demo_job.words()
    assert "FICTIONAL DATA" in (demo_job.out / "build_report.html").read_text(encoding="utf-8")


@pytest.mark.real_data
def test_every_pcode_of_the_release_is_a_site_or_in_the_findings(real_job, real_files):
    source = pd.read_csv(real_files["visits"], dtype=str, keep_default_na=False)
    assert real_job.import_counts()[0] == len(source) == 7163
    wanted = set(source["pcode"])
    assert len(wanted) == 3423
    kept = {pcode for (pcode,) in real_job.rows("SELECT pcode FROM sites")}
    told = {pcode for (pcode,) in real_job.rows("SELECT pcode FROM findings WHERE pcode IS NOT NULL")}
    assert wanted <= kept | told
    assert kept <= wanted


@pytest.mark.real_data
def test_the_sheet_of_sud_kivu_is_small_and_says_its_sources(real_job):
    _, text = real_job.steps["sheet"]
    assert text.startswith("Sud-Kivu, ")
    assert (real_job.out / "sheet_A0.pdf").stat().st_size < 5e6
    words = real_job.words()
    assert "Sud-Kivu" in words
    assert re.search(
        r"International Peace Information Service \(IPIS\), ipisresearch\.be, ODC-BY 1\.0", words
    )
    assert "FICTIONAL" not in words


@pytest.mark.parametrize(
    "files, sentence",
    [
        pytest.param({"areas": "here.geojson"}, "VISITS is missing; give the file", id="no visits"),
        pytest.param(
            {"visits": "gone.csv"}, "VISITS: the file gone.csv is not there; check", id="no such file"
        ),
        pytest.param(
            {"visits": "here.geojson"}, "No import profile fits the columns", id="another kind of table"
        ),
    ],
)
def test_a_job_that_cannot_be_done_stops_with_a_sentence(root, tmp_path, files, sentence):
    square = '{"type":"Polygon","coordinates":[[[28,-2],[29,-2],[29,-3],[28,-2]]]}'
    (tmp_path / "here.geojson").write_text(f'{{"type":"Feature","properties":{{"a":1}},"geometry":{square}}}')
    job = start(root, tmp_path / "out", **{role: tmp_path / file for role, file in files.items()})
    assert job.code == 1
    assert job.stderr.startswith("stopped: ") and sentence in job.stderr
    assert len(job.stderr.splitlines()) == 1
    assert list((tmp_path / "out").glob("*")) == []


def test_a_folder_that_cannot_be_made_stops_with_a_sentence(root, tmp_path):
    (tmp_path / "file").touch()
    job = start(root, tmp_path / "file" / "out")
    assert job.code == 1
    assert re.match(r"stopped: the folder out cannot be made \(.+\); choose another\.", job.stderr)


def test_too_few_sites_for_clusters_do_not_stop_the_job(main_job, tmp_path):
    class Qgis:
        def run(self, algorithm, **parameters):
            raise main_job.JobError("first line\n8 neighbours are asked of 5 sites")

    assert (
        main_job.cluster_step(Qgis(), tmp_path) == "clusters: none made (8 neighbours are asked of 5 sites)"
    )
