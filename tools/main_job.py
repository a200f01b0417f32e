"""The main job through qgis_process: visits in, atlas, project and printed sheet out.

    python tools/main_job.py --out out [--visits FILE] [--areas FILE] [--admin FILE] [--titles FILE] ...

Without files it runs on the fictional demo data in resources/demo/.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "resources" / "demo"
_COMMON = json.loads((ROOT / "resources" / "sheets" / "_common.json").read_text(encoding="utf-8"))
NAME_FIELDS = _COMMON["fields"]["names"]
CONTEXT = ("territories", "lakes", "rivers", "roads", "towns")
DEMO_TITLES_DATE = "2025-12-31"
CLUSTER_DIMENSIONS = ("security", "state_services", "access")
MOST_OVERLAPS = 1000  # enough for the sheet of any one area, which shows ten of them


class JobError(Exception):
    """A step failed; the message is that of qgis_process."""


def qgis_process_command() -> str:
    """The qgis_process to call.

    Debian 12's wrapper passes a flag that qgis_process does not know, so the program behind it is
    called where it is there.
    """
    command = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    if command is None:
        raise JobError("qgis_process is not installed; run 'make setup' or install QGIS.")
    return command


@dataclass(frozen=True)
class QgisProcess:
    """Calls of qgis_process with this plugin, in a profile of its own that is thrown away."""

    folder: Path

    def prepare(self) -> None:
        """Put the plugin where QGIS looks for it, under its own name, and enable it."""
        plugins = self.folder / "plugins"
        plugins.mkdir()
        (plugins / "asm_atlas").symlink_to(ROOT)
        self.call("plugins", "enable", "asm_atlas")

    def run(self, algorithm: str, **parameters: object) -> dict[str, object]:
        """Run an algorithm; its results. Raises JobError with the reason when it fails."""
        arguments = [f"--{name}={value}" for name, value in parameters.items() if value not in (None, "")]
        answer = json.loads(self.call("run", algorithm, "--json", *arguments))
        return answer["results"]

    def environment(self) -> dict[str, str]:
        """The environment in which qgis_process finds the plugin, its profile and the Python packages."""
        site_packages = [path for path in sys.path if path.endswith("site-packages")]
        return {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QGIS_PLUGINPATH": str(self.folder / "plugins"),
            "QGIS_CUSTOM_CONFIG_PATH": str(self.folder / "profile"),
            "PYTHONPATH": os.pathsep.join(site_packages),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONWARNINGS": "ignore",
            "XDG_RUNTIME_DIR": os.environ.get("XDG_RUNTIME_DIR", str(self.folder)),
        }

    def call(self, *arguments: str) -> str:
        """Call qgis_process; what it printed. Raises JobError with its last lines when it fails."""
        command = [qgis_process_command(), *arguments]
        done = subprocess.run(command, env=self.environment(), capture_output=True, text=True, check=False)
        if done.returncode:
            lines = [line.strip() for line in (done.stderr + done.stdout).splitlines() if line.strip()]
            raise JobError("\n".join(list(dict.fromkeys(lines))[-6:]))  # qgis_process repeats itself
        return done.stdout


def table(atlas: Path, name: str, located: bool = True) -> str:
    """A table of the atlas as an output of Processing."""
    path = str(atlas).replace("'", "\\'")
    return f"ogr:dbname='{path}' table=\"{name}\"" + (" (geom)" if located else "")


def busiest_province(qgis: QgisProcess, admin: Path, atlas: Path) -> str:
    """Name of the province with the most sites."""
    counted = qgis.folder / "provinces.geojson"
    qgis.run(
        "native:countpointsinpolygon",
        POLYGONS=admin,
        POINTS=f"{atlas}|layername=sites",
        FIELD="n_sites",
        OUTPUT=counted,
    )
    provinces = [
        feature["properties"] for feature in json.loads(counted.read_text(encoding="utf-8"))["features"]
    ]
    most = max(provinces, key=lambda province: province["n_sites"] or 0)
    fields = {name.casefold(): name for name in most}
    for candidate in NAME_FIELDS["provinces"]:
        if candidate in fields:
            return str(most[fields[candidate]])
    raise JobError(
        f"{admin.name} has no field of names; one of {', '.join(NAME_FIELDS['provinces'])} is needed."
    )


def run_job(
    files: dict[str, Path | None], out: Path, options: argparse.Namespace, qgis: QgisProcess
) -> list[Path]:
    """All steps in order; the files made. A line per step says what it did and how long it took."""
    atlas = out / "atlas.gpkg"
    sheet_pdf, sheet_png, report = out / "sheet_A0.pdf", out / "sheet_A0.png", out / "build_report.html"
    areas_pdf = out / "sheet_areas_A3.pdf"
    made = [atlas, out / "atlas.qgz", sheet_pdf, sheet_png, report, report.with_suffix(".json"), areas_pdf]
    for file in with_further_pages(made):
        file.unlink(missing_ok=True)

    def step(text: str, started: float) -> None:
        print(f"{time.perf_counter() - started:6.1f} s  {text}", flush=True)

    started = time.perf_counter()
    counts = qgis.run(
        "asm:importvisits",
        INPUT=files["visits"],
        SITES=table(atlas, "sites"),
        VISITS=table(atlas, "visits"),
        ACTORS=table(atlas, "actors", False),
        STATUSES=table(atlas, "statuses", False),
        FINDINGS=table(atlas, "findings"),
    )
    step(
        "import: {N_ROWS} rows = {N_VISITS} visits + {N_STATUSES} statuses + {N_REJECTED} rejected; "
        "{N_SITES} sites, {N_FINDINGS} findings".format(**counts),
        started,
    )
    scored_sites = "sites"
    if files["titles"]:
        started = time.perf_counter()
        titles = title_step(qgis, files["titles"], options.titles_date, atlas)
        step(
            "titles: {N_IN_TITLES} of {N_SITES} sites in one of {N_TITLES} titles, {N_IN_ZONES} in an active "
            "artisanal zone, {N_UNKNOWN} with an unknown class".format(**titles),
            started,
        )
        if titles["N_UNKNOWN"] < titles["N_SITES"]:
            scored_sites = "sites_titles"  # else nothing is known that the scorecard could use
    started = time.perf_counter()
    scored = qgis.run(
        "asm:scorecard",
        SITES=f"{atlas}|layername={scored_sites}",
        VISITS=f"{atlas}|layername=visits",
        ACTORS=f"{atlas}|layername=actors",
        STATUSES=f"{atlas}|layername=statuses",
        SCORES=table(atlas, "scores"),
    )
    step("scorecard: {N_SCORED} of {N_SITES} sites scored".format(**scored), started)
    started = time.perf_counter()
    step(cluster_step(qgis, atlas), started)
    if files["areas"]:
        started = time.perf_counter()
        prepared, rings = area_step(qgis, files["areas"], atlas)
        step(
            "areas prepared: {N_AREAS} of {N_GIVEN}, {N_LEFT_OUT} left out; ".format(**prepared)
            + "{N_RINGS} bands drawn".format(**rings),
            started,
        )
        started = time.perf_counter()
        overlap = overlap_step(qgis, atlas)
        step(
            "protected areas: {N_INSIDE} of {N_SITES} sites inside one of {N_AREAS} areas".format(**overlap),
            started,
        )
    context = {role.upper(): files.get(role) for role in ("titles", *CONTEXT)}
    started = time.perf_counter()
    project = qgis.run(
        "asm:buildproject",
        ATLAS=atlas,
        PROVINCES=files["admin"],
        **context,
        LANGUAGE=options.language,
        TITLE="ASM Atlas",
        PROJECT=out / "atlas.qgz",
    )
    step("project: {N_LAYERS} layers, styles saved in atlas.gpkg".format(**project), started)
    started = time.perf_counter()
    province = options.province
    if files["admin"] and not province:
        province = busiest_province(qgis, files["admin"], atlas)
    sheet = qgis.run(
        "asm:printsheet",
        SITES=f"{atlas}|layername=sites",
        SCORES=f"{atlas}|layername=scores",
        PROVINCES=files["admin"],
        AREAS=f"{atlas}|layername=areas" if files["areas"] else None,
        **context,
        AREA=province,
        PAPER="A0",
        LANGUAGE=options.language,
        THEME=options.theme,
        PDF=sheet_pdf,
        PNG=sheet_png,
        REPORT=report,
    )
    step(
        f"sheet: {province or 'all sites'}, "
        + "{N_SITES} sites at 1:{SCALE}, {N_LABELLED} names placed, "
        "{N_UNLABELLED} listed in the report".format(**sheet),
        started,
    )
    if not files["areas"]:
        return with_further_pages(made[:-1])
    started = time.perf_counter()
    area = area_with_most_sites(atlas)
    sheet = qgis.run(
        "asm:printsheet",
        RECIPE="protected_area",
        SITES=f"{atlas}|layername=sites_areas",
        AREAS=f"{atlas}|layername=areas",
        AREA_BANDS=f"{atlas}|layername=area_bands",
        LARGEST=f"{atlas}|layername=largest_overlaps",
        PROVINCES=files["admin"],
        **{role: path for role, path in context.items() if role != "TITLES"},
        AREA=area,
        PAPER="A3",
        LANGUAGE=options.language,
        THEME=options.theme,
        PDF=areas_pdf,
    )
    step(f"sheet of areas: {area or 'all sites'}, " + "{N_SITES} sites at 1:{SCALE}".format(**sheet), started)
    return with_further_pages(made)


def title_step(qgis: QgisProcess, titles: Path, date: str, atlas: Path) -> dict[str, object]:
    """Sites set against titles: the tables of the atlas, and the counts."""
    return qgis.run(
        "asm:titleoverlap",
        SITES=f"{atlas}|layername=sites",
        TITLES=titles,
        TITLES_DATE=date,
        OUTPUT=table(atlas, "sites_titles"),
        PAIRS=table(atlas, "title_pairs", False),
        OVERLAPS=table(atlas, "title_overlaps"),
        SUMMARY=table(atlas, "title_counts", False),
    )


def cluster_step(qgis: QgisProcess, atlas: Path) -> str:
    """Where sites are like their neighbours in security, state services and access together; what it came to.

    The atlas gets the tables clusters and cluster_summary. Too few sites with all three levels are no failure.
    """
    try:
        found = qgis.run(
            "asm:localgeary",
            INPUT=f"{atlas}|layername=scores",
            FIELDS=";".join(f"{dimension}_level" for dimension in CLUSTER_DIMENSIONS),
            OUTPUT=table(atlas, "clusters"),
            SUMMARY=table(atlas, "cluster_summary", False),
        )
    except JobError as error:
        return f"clusters: none made ({str(error).splitlines()[-1]})"
    return "clusters: {N_SIGNIFICANT} of {N_USED} sites like or unlike their neighbours, {N_LEFT_OUT} left out".format(
        **found
    )


def with_further_pages(files: list[Path]) -> list[Path]:
    """The files, after each picture its further pages (an index of sites), which bear its name and a number."""
    return [
        page
        for file in files
        for page in (file, *sorted(file.parent.glob(f"{file.stem}_[0-9]*{file.suffix}")))
    ]


def area_step(qgis: QgisProcess, areas: Path, atlas: Path) -> tuple[dict[str, object], dict[str, object]]:
    """Areas prepared, and bands drawn round them: the tables of the atlas, and the counts of both."""
    prepared = qgis.run(
        "asm:prepareprotectedareas",
        INPUT=areas,
        OUTPUT=table(atlas, "prepared_areas"),
        DROPPED=table(atlas, "areas_left_out", False),
    )
    rings = qgis.run(
        "asm:areabands",
        INPUT=f"{atlas}|layername=prepared_areas",
        OUTPUT=table(atlas, "area_bands"),
    )
    return prepared, rings


def overlap_step(qgis: QgisProcess, atlas: Path) -> dict[str, object]:
    """Sites set against the prepared areas: the tables of the atlas, and the counts."""
    return qgis.run(
        "asm:protectedareaoverlap",
        SITES=f"{atlas}|layername=sites",
        AREAS=f"{atlas}|layername=prepared_areas",
        N_LARGEST=MOST_OVERLAPS,
        OUTPUT=table(atlas, "sites_areas"),
        PAIRS=table(atlas, "pairs", False),
        SUMMARY=table(atlas, "areas"),
        BY_UNIT=table(atlas, "area_units", False),
        LARGEST=table(atlas, "largest_overlaps", False),
        NOTE=table(atlas, "area_note", False),
    )


def area_with_most_sites(atlas: Path) -> str:
    """Name of the area with the most sites inside; empty where no area has any."""
    query = "SELECT area_name FROM areas WHERE sites_inside > 0 ORDER BY sites_inside DESC, fid LIMIT 1"
    connection = sqlite3.connect(atlas)
    try:
        found = connection.execute(query).fetchone()
    finally:
        connection.close()
    return found[0] if found else ""


def input_files(options: argparse.Namespace) -> dict[str, Path | None]:
    """The files of the job: the user's own, or the demo's when none is given.

    Raises JobError naming a file that is not there.
    """
    roles = ("visits", "areas", "admin", "titles", *CONTEXT)
    given = {role: Path(value).resolve() if (value := getattr(options, role)) else None for role in roles}
    for role, path in given.items():
        if path and not path.exists():
            raise JobError(f"{role.upper()}: the file {path.name} is not there; check its path.")
    if any(given.values()):
        if given["visits"] is None:
            raise JobError("VISITS is missing; give the file of visits too.")
        return given
    demo = {"visits": "visits.csv", "areas": "protected_areas.geojson", "admin": "provinces.geojson"}
    return {role: DEMO / demo.get(role, f"{role}.geojson") for role in roles}


def make_folder(out: Path) -> None:
    """Make the folder of the results. Raises JobError where that is not possible."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise JobError(f"the folder {out.name} cannot be made ({error.strerror}); choose another.") from error


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", default="out")
    for role in ("visits", "areas", "admin", "titles", *CONTEXT):
        parser.add_argument(f"--{role}", default="")
    parser.add_argument("--province", default="")
    parser.add_argument("--titles_date", default="", help="the day for which the titles speak, as 2020-12-31")
    parser.add_argument("--language", default="en", choices=("en", "fr"))
    parser.add_argument("--theme", default="mine_glyph")
    options = parser.parse_args()
    out = Path(options.out).resolve()
    started = time.perf_counter()
    try:
        make_folder(out)
        with tempfile.TemporaryDirectory() as folder:
            qgis = QgisProcess(Path(folder))
            files = input_files(options)
            if files["titles"] and files["titles"].parent == DEMO:
                options.titles_date = options.titles_date or DEMO_TITLES_DATE
            qgis.prepare()
            made = run_job(files, out, options, qgis)
    except JobError as error:
        print(f"stopped: {error}", file=sys.stderr)
        return 1
    print(f"{time.perf_counter() - started:6.1f} s  in all")
    for file in made:
        print(f"{file.stat().st_size / 1e6:6.1f} MB {os.path.relpath(file)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
