"""How fast, how large and how sharp printed sheets are, on the real release.

Each figure is taken in a process of its own: the A0 sheets of two provinces as PDF, one as PNG at 300 dpi, its layers
through a plain layout set by hand and native:printlayouttopdf, a series of 12 provinces in 2 languages with one
and two worker processes, and sheets of 1,000 to 50,000 synthetic sites. Seconds are those of building, checking and exporting a
sheet, without the start of QGIS; CPU seconds stand beside, since they do not depend on what else the machine does.
Medians of three runs; the series and the synthetic sheets run once.

    .venv/bin/python bench/sheets.py
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from import_visits import RELEASE, ROOT, load
from record import note

DATA = RELEASE.parents[1]
PROVINCE, NEXT_PROVINCE = "Sud-Kivu", "Nord-Kivu"
_PDF_LIMITS = {"seconds": 10, "mb": 5, "peak": 600, "images": 0}
LIMITS = {"pdf": _PDF_LIMITS, "pdf_next": _PDF_LIMITS, "png": {"seconds": 15}}
SERIES_OF, LANGUAGES = 12, ("en", "fr")
SYNTHETIC = (1_000, 5_000, 10_000, 20_000, 50_000)
REPEATS = 3
MOST_SECONDS = 600
TITLES = {
    "pdf": f"A0 of {PROVINCE}, PDF",
    "pdf_next": f"A0 of {NEXT_PROVINCE}, PDF",
    "png": "A0 province, PNG 300 dpi",
    "plain": "plain layout, native:printlayouttopdf",
}


def province_layers(folder: Path) -> dict[str, str]:
    """Sources of the layers of a province sheet, by role."""
    atlas = folder / "atlas.gpkg"
    return {
        "sites": f"{atlas}|layername=sites",
        "scores": f"{atlas}|layername=scores",
        "provinces": str(DATA / "admin/cod_adm1_26provinces_dissolved_from_adm2.gpkg"),
        "areas": str(DATA / "protected/protectedareas_wri_2017.geojson"),
        "titles": str(DATA / "titles/titres_cami_ipis_2016.geojson"),
        "lakes": str(DATA / "admin/ipis_great_lakes.geojson"),
        "rivers": str(DATA / "admin/ne_50m_rivers_lake_centerlines.zip"),
    }


def make_atlas(folder: Path, main_job: Any) -> Any:
    """Import and score the release into folder/atlas.gpkg; the qgis_process to go on with."""
    qgis = main_job.QgisProcess(folder)
    qgis.prepare()
    atlas = folder / "atlas.gpkg"
    qgis.run(
        "asm:importvisits",
        INPUT=RELEASE,
        SITES=main_job.table(atlas, "sites"),
        VISITS=main_job.table(atlas, "visits"),
        ACTORS=main_job.table(atlas, "actors", False),
        STATUSES=main_job.table(atlas, "statuses", False),
        FINDINGS="TEMPORARY_OUTPUT",
    )
    tables = {name.upper(): f"{atlas}|layername={name}" for name in ("sites", "visits", "actors", "statuses")}
    qgis.run("asm:scorecard", **tables, SCORES=main_job.table(atlas, "scores"))
    return qgis


def step(name: str, folder: Path, n_sites: int) -> dict[str, float]:
    """One measurement, in this process: seconds and CPU seconds of building and of exporting, peak MiB, sites."""
    from qgis.core import QgsApplication, QgsVectorLayer

    sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != ROOT]
    application = QgsApplication([], False)
    application.initQgis()
    load("asm_atlas", ROOT / "__init__.py")
    from asm_atlas.processing.dependencies import missing_dependency

    missing_dependency()
    from asm_atlas.cartography.export import export_pdf, export_png
    from asm_atlas.cartography.export_presets import default_options
    from asm_atlas.cartography.sheet import private_sheet
    from asm_atlas.cartography.sheet_files import checked
    from asm_atlas.cartography.sheet_layers import SheetLayers
    from asm_atlas.cartography.sheet_request import SheetRequest

    sources = province_layers(folder)
    layers = {role: QgsVectorLayer(source, role, "ogr") for role, source in sources.items()}
    area = NEXT_PROVINCE if name == "pdf_next" else PROVINCE
    request = SheetRequest(area=area, paper="A0", language="fr")
    if n_sites:
        layers = {"sites": synthetic_sites(layers["sites"], n_sites)}
        request = SheetRequest(paper="A0", language="fr")
    began, cpu = time.perf_counter(), time.process_time()
    with private_sheet(SheetLayers(**layers), request) as sheet:
        built = time.perf_counter()
        target = folder / f"{name}.{'png' if name == 'png' else 'pdf'}"
        if name == "plain":
            began, cpu = time.perf_counter(), time.process_time()
            print_plainly(sheet, target)
        else:
            checked(sheet, default_options(), name == "png")
            (export_png if name == "png" else export_pdf)(sheet, target)
        sites = sheet.ground.sites.featureCount()
        answer = {
            "seconds": time.perf_counter() - began,
            "build": max(built - began, 0.0),
            "cpu": time.process_time() - cpu,
            "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "sites": sites,
            "mb": target.stat().st_size / 1e6,
        }
    return answer


def print_plainly(sheet: Any, target: Path) -> None:
    """The layers and extent of a sheet on a plain A0 layout with a title, a legend and a scale bar."""
    sys.path.append("/usr/share/qgis/python/plugins")
    from processing.core.Processing import Processing
    from qgis import processing
    from qgis.core import (
        QgsLayoutItemLabel,
        QgsLayoutItemLegend,
        QgsLayoutItemMap,
        QgsLayoutItemScaleBar,
        QgsPrintLayout,
        QgsProcessingContext,
    )
    from qgis.PyQt.QtCore import QRectF

    Processing.initialize()
    project = sheet.layout.project()
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName("plain")
    layout.pageCollection().page(0).setPageSize(sheet.layout.pageCollection().page(0).pageSize())
    own = QgsLayoutItemMap(layout)
    box = sheet.main.sceneBoundingRect()
    own.attemptSetSceneRect(QRectF(box.x(), box.y(), box.width(), box.height()))
    own.setCrs(sheet.main.crs())
    own.setLayers(sheet.main.layers())
    own.zoomToExtent(sheet.main.extent())
    layout.addLayoutItem(own)
    label, bar, legend = (
        kind(layout) for kind in (QgsLayoutItemLabel, QgsLayoutItemScaleBar, QgsLayoutItemLegend)
    )
    label.setText(sheet.title)
    bar.setLinkedMap(own)
    legend.setLinkedMap(own)
    for item in (label, bar, legend):
        layout.addLayoutItem(item)
    project.layoutManager().addLayout(layout)
    context = QgsProcessingContext()
    context.setProject(project)
    processing.run(
        "native:printlayouttopdf",
        {"LAYOUT": "plain", "DPI": 300, "TEXT_FORMAT": 1, "OUTPUT": str(target)},
        context=context,
    )
    project.layoutManager().removeLayout(layout)


def synthetic_sites(sites: Any, n: int) -> Any:
    """n sites: those of the release again and again, each a little way off, with names of their own."""
    import random

    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

    chance = random.Random(1)
    layer = QgsVectorLayer("Point?crs=EPSG:4326", "sites", "memory")
    layer.dataProvider().addAttributes(list(sites.fields()))
    layer.updateFields()
    real = [site for site in sites.getFeatures() if site.hasGeometry()]
    rows = []
    for number in range(n):
        site = real[number % len(real)]
        place = site.geometry().asPoint()
        row = QgsFeature(layer.fields())
        row.setAttributes(site.attributes())
        row["pcode"] = f"p{number}"
        moved = QgsPointXY(place.x() + chance.uniform(-0.5, 0.5), place.y() + chance.uniform(-0.5, 0.5))
        row.setGeometry(QgsGeometry.fromPointXY(moved))
        rows.append(row)
    layer.dataProvider().addFeatures(rows)
    layer.updateExtents()
    return layer


def measured(name: str, folder: Path, n_sites: int = 0) -> dict[str, float] | None:
    """A step in a process of its own; None where it takes longer than ten minutes."""
    command = [sys.executable, __file__, "--step", name, str(folder), str(n_sites)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False, timeout=MOST_SECONDS
        )
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        sys.exit(f"{name} failed:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def median_of(runs: list[dict[str, float]]) -> dict[str, float]:
    """The median of each figure."""
    return {key: statistics.median(run[key] for run in runs) for key in runs[0]}


def full_page_images(pdf: Path) -> int:
    """Pictures in a PDF that cover at least half of its page; -1 where pdfimages is not installed."""
    if shutil.which("pdfimages") is None:
        return -1
    listed = subprocess.run(["pdfimages", "-list", pdf], capture_output=True, text=True, check=True).stdout
    return count_full_pages(listed, 841 * 1189 / 2)


def count_full_pages(listed: str, least_mm2: float) -> int:
    """Of a list of pdfimages: pictures of at least so many square mm, as they stand on the page."""
    n = 0
    for line in listed.splitlines()[2:]:
        cells = line.split()
        width, height, x_ppi, y_ppi = (float(cells[place]) for place in (3, 4, 12, 13))
        n += width / x_ppi * 25.4 * height / y_ppi * 25.4 >= least_mm2
    return n


def biggest_provinces(folder: Path, qgis: Any, n: int) -> list[str]:
    """Names of the provinces with most sites."""
    counted = folder / "counted.geojson"
    layers = province_layers(folder)
    qgis.run(
        "native:countpointsinpolygon",
        POLYGONS=layers["provinces"],
        POINTS=layers["sites"],
        FIELD="n",
        OUTPUT=counted,
    )
    rows = [each["properties"] for each in json.loads(counted.read_text(encoding="utf-8"))["features"]]
    field = next(name for name in rows[0] if name.casefold() in ("adm1_fr", "adm1_name", "name", "province"))
    return [row[field] for row in sorted(rows, key=lambda row: -row["n"])[:n]]


def run_series(folder: Path, qgis: Any, names: list[str], n_workers: int, paper: str) -> dict[str, float]:
    """Seconds and CPU seconds of a whole series, and its sheets and MB."""
    target = folder / f"series_{n_workers}"
    layers = {role.upper(): source for role, source in province_layers(folder).items()}
    began = time.perf_counter()
    result = qgis.run(
        "asm:printseries",
        **layers,
        NAMES=";".join(names),
        LANGUAGES=",".join(LANGUAGES),
        PAPERS=paper,
        FILES="pdf",
        WORKERS=n_workers,
        FOLDER=target,
    )
    seconds = time.perf_counter() - began
    rows = json.loads(Path(result["REPORT_JSON"]).read_text(encoding="utf-8"))["sheets"]
    made = [row for row in rows if row["status"] == "made"]
    for row in rows:
        if row["status"] == "failed":
            print(f"failed: {row['area']}, {row['language']}: {row['reason']}")
    return {
        "seconds": seconds,
        "cpu": sum(row["cpu_seconds"] for row in made),
        "peak": max((row["peak_mib"] or 0 for row in made), default=0),
        "sheets": len(made),
        "mb": sum(file["bytes"] for row in made for file in row["files"]) / 1e6,
    }


def within(name: str, figures: dict[str, float]) -> str:
    """A word on whether figures keep the limits of the project."""
    kept = all(figures[key] <= most for key, most in LIMITS.get(name, {}).items())
    return ("within its limits" if kept else "NOT within its limits") if name in LIMITS else ""


def growths(runs: dict[int, dict[str, float]]) -> dict[int, float]:
    """How much the CPU seconds of a site have grown since the number of sites before; 1 is no growth."""
    sizes = list(runs)
    each = {size: runs[size]["cpu"] / size for size in sizes}
    return {size: each[size] / each[before] for before, size in zip(sizes, sizes[1:])}


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure printed sheets.")
    parser.add_argument("--paper", default="A0", help="paper of the series")
    parser.add_argument("--without-series", action="store_true", help="leave the series out")
    parser.add_argument("--step", nargs=3, metavar=("STEP", "FOLDER", "SITES"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        name, folder, n_sites = options.step
        print(json.dumps(step(name, Path(folder), int(n_sites))), flush=True)
        os._exit(0)  # QGIS may crash while it is taken down
    if not RELEASE.exists():
        print(f"The real release is not at {RELEASE}; set ASM_ATLAS_DATA to the folder of data.")
        return
    main_job = load("main_job", ROOT / "tools" / "main_job.py")
    with tempfile.TemporaryDirectory(prefix="asm_atlas_bench_") as name:
        folder = Path(name)
        print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} before", flush=True)
        qgis = make_atlas(folder, main_job)
        print(f"{'':<40}{'s':>7}{'CPU s':>7}{'MB':>7}{'MiB':>7}{'images':>8}", flush=True)
        for kind in TITLES:
            figures = median_of([measured(kind, folder) for _ in range(REPEATS)])
            figures["images"] = full_page_images(folder / f"{kind}.pdf") if kind != "png" else 0
            print_line(TITLES[kind], figures, within(kind, figures))
        synthetic = {}
        for size in SYNTHETIC:
            figures = measured("pdf", folder, size)
            if figures is None:
                print(f"{size:,} synthetic sites, PDF: more than {MOST_SECONDS} s")
                continue
            synthetic[size] = figures
            print_line(f"{size:,} synthetic sites, PDF", figures)
        for size, growth in growths(synthetic).items():
            print(f"CPU seconds a site at {size:,}, times those before: {growth:.2f}")
        if not options.without_series:
            names = biggest_provinces(folder, qgis, SERIES_OF)
            seconds = {}
            for n_workers in (1, 2):
                figures = run_series(folder, qgis, names, n_workers, options.paper)
                seconds[n_workers] = figures["seconds"]
                print_line(f"series of {figures['sheets']} sheets, {n_workers} workers", figures)
            print(f"two workers to one: {seconds[2] / seconds[1]:.2f}")
        print(f"load {os.getloadavg()[0]:.1f} after")


def print_line(title: str, figures: dict[str, float], remark: str = "") -> None:
    """A line of the table."""
    images = figures.get("images", "")
    note("", f"{title} (by the clock)", figures["seconds"])
    note("", f"{title} (processor)", figures["cpu"])
    print(
        f"{title:<40}{figures['seconds']:>7.1f}{figures['cpu']:>7.1f}{figures['mb']:>7.1f}"
        f"{figures['peak']:>7.0f}{images:>8}  {remark}",
        flush=True,
    )


if __name__ == "__main__":
    main()
