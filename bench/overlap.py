"""How fast sites are set against areas, beside QGIS's own tools and geopandas, on the same GeoPackages.

Whole runs, from GeoPackages read to a GeoPackage written: asm:protectedareaoverlap with a profile that has not
seen the areas (cold), again (warm), and with the table of pairs (pairs); native:joinattributesbylocation, native:joinbynearest and
native:intersection; geopandas sjoin (its default, and within) and sjoin_nearest. Then the parts alone, without
files: pairs inside (core.areas.containment.covering beside sjoin), distances to the nearest area and to all within
50 km (relate beside sjoin_nearest), and shares of discs of 500 m (footprint_shares beside overlay).
Each step is a process of its own; seconds are those of the processor without start and imports, the median of
some rounds; MB are the peak above that after start. A step over --limit seconds is stopped and said so.
The peers' distances are planar, in degrees; those of QGIS's and geopandas' steps end at the boundary from outside,
while relate also measures inside.

geopandas lives in an environment of the benchmark's own, made on the first run beside the data (--folder).

    .venv/bin/python bench/overlap.py 5000x500 100000x500
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from record import note

ROOT = Path(__file__).resolve().parents[1]
REACH_M = 50_000.0
_SAMPLED_SITES = 40
_QGIS = ("asm cold", "asm warm", "asm pairs", "joinattributesbylocation", "joinbynearest", "intersection")
_CORE = ("covering", "nearest", "relate", "shares")
_GEOPANDAS = ("sjoin", "sjoin within", "sjoin_nearest", "overlay")
_DISC_DEGREES = 0.0045
STEPS = (*_QGIS, "sjoin whole", "sjoin_nearest whole", *_CORE, *_GEOPANDAS)


def load(name: str, path: Path):
    """A module, or the plugin as a package, from its file."""
    folders = [str(path.parent)] if path.name == "__init__.py" else None
    spec = importlib.util.spec_from_file_location(name, path, submodule_search_locations=folders)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # before exec: relative imports look it up here
    spec.loader.exec_module(module)
    return module


class Meter:
    """CPU seconds and peak MB since it was made."""

    def __init__(self) -> None:
        self._memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        self._start = time.process_time()

    def read(self) -> tuple[float, float]:
        seconds = time.process_time() - self._start
        return seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - self._memory) / 1024


def step_qgis(step: str, sites: Path, areas: Path, out: Path) -> dict[str, object]:
    """A whole run in QGIS; the number of matches for those that list pairs."""
    sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != ROOT]
    load("asm_atlas", ROOT / "__init__.py")
    from qgis.core import QgsApplication, QgsVectorLayer

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    import pandas  # noqa: F401
    import shapely  # noqa: F401
    from asm_atlas.processing.provider import AsmAtlasProvider
    from processing.core.Processing import Processing
    from qgis import processing

    Processing.initialize()
    provider = AsmAtlasProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    output = str(out / "result.gpkg")
    algorithm, parameters = {
        "asm": ("asm:protectedareaoverlap", {"SITES": str(sites), "AREAS": str(areas)}),
        "joinattributesbylocation": (
            "native:joinattributesbylocation",
            {
                "INPUT": str(sites),
                "JOIN": str(areas),
                "PREDICATE": [0],
                "METHOD": 0,
                "DISCARD_NONMATCHING": True,
            },
        ),
        "joinbynearest": ("native:joinbynearest", {"INPUT": str(sites), "INPUT_2": str(areas)}),
        "intersection": ("native:intersection", {"INPUT": str(sites), "OVERLAY": str(areas)}),
    }[step.split()[0]]
    if step == "asm pairs":
        parameters["PAIRS"] = str(out / "pairs.gpkg")
    meter = Meter()
    processing.run(algorithm, {**parameters, "OUTPUT": output})
    seconds, memory = meter.read()
    n = QgsVectorLayer(output, "result", "ogr").featureCount()
    lists_pairs = not step.startswith("asm")
    print(json.dumps({"seconds": seconds, "mb": memory, "n": n if lists_pairs else None}), flush=True)
    os._exit(0)  # QGIS may crash on leaving


def step_core(step: str, sites: Path, areas: Path, out: Path) -> dict[str, object]:
    """A part of the core on geometries that are read already."""
    sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != ROOT]
    load("asm_atlas", ROOT / "__init__.py")
    import numpy as np
    import shapely
    from asm_atlas.core.areas.containment import covering
    from asm_atlas.core.areas.footprint_shares import footprint_shares
    from asm_atlas.core.areas.overlap import ON_BOUNDARY_M, relate
    from osgeo import ogr

    def read(path: Path) -> np.ndarray:
        file = ogr.Open(str(path))
        return shapely.from_wkb([bytes(row.GetGeometryRef().ExportToWkb()) for row in file.GetLayer(0)])

    lon, lat = shapely.get_coordinates(read(sites)).T.copy()
    polygons = read(areas)
    discs = shapely.buffer(shapely.points(lon, lat), _DISC_DEGREES) if step == "shares" else None
    meter = Meter()
    if step == "covering":
        site, area = covering(lon, lat, polygons)
        seconds, memory = meter.read()
        np.savez(out / "covering.npz", site=site, area=area)
    elif step == "shares":
        found = footprint_shares(discs, polygons)
        seconds, memory = meter.read()
        site = found.footprint[found.share > 0]
        np.savez(out / "shares.npz", share=found.share)
    else:
        found = relate(lon, lat, polygons, REACH_M if step == "relate" else ON_BOUNDARY_M)
        seconds, memory = meter.read()
        rows = found.nearest()
        np.savez(out / "relate.npz", distance_m=found.distance_m[rows], area=found.area[rows])
        site = found.site
    return {"seconds": seconds, "mb": memory, "n": len(site)}


def step_geopandas(step: str, sites: Path, areas: Path, out: Path) -> dict[str, object]:
    """geopandas: a join alone, or with reading and writing ("whole")."""
    import geopandas
    import numpy as np

    meter = Meter()
    points, polygons = geopandas.read_file(sites), geopandas.read_file(areas)
    join, *words = step.split()
    if join == "overlay":
        points["geometry"] = points.geometry.buffer(_DISC_DEGREES)
    if "whole" not in words:
        meter = Meter()
    if join == "overlay":
        points["disc"] = np.arange(len(points))
        found = geopandas.overlay(points, polygons, how="intersection", keep_geom_type=True)
    elif join == "sjoin_nearest":
        found = geopandas.sjoin_nearest(points, polygons, distance_col="distance")
    else:
        found = geopandas.sjoin(points, polygons, predicate="within" if "within" in words else "intersects")
    if "whole" in words:
        found.to_file(out / "result.gpkg")
    seconds, memory = meter.read()
    result = {"seconds": seconds, "mb": memory, "n": len(found)}
    if join == "overlay":
        return {**result, **_shares_agree(points, found, out / "shares.npz")}
    pairs = np.column_stack([found.index.to_numpy(), found["index_right"].to_numpy()])
    if "within" in words and (out / "covering.npz").exists():
        ours = np.load(out / "covering.npz")
        ours = np.column_stack([ours["site"], ours["area"]])
        same = np.array_equal(ours[np.lexsort(ours.T)], pairs[np.lexsort(pairs.T)])
        result["agrees"] = "all pairs the same" if same else "PAIRS DIFFER"
    if step == "sjoin_nearest" and (out / "relate.npz").exists():
        result["agrees"] = _distances_agree(
            points, polygons, found, np.load(out / "relate.npz")["distance_m"]
        )
    return result


def _shares_agree(discs, found, ours: Path) -> dict[str, str]:
    """How far the sum of the shares is from that of geopandas, planar in degrees, if ours was measured."""
    import numpy as np

    if not ours.exists():
        return {}
    theirs = (found.geometry.area / discs.geometry.area.to_numpy()[found["disc"]]).sum()
    off = abs(np.load(ours)["share"].sum() - theirs) / theirs
    return {"agrees": f"shares add up to within {off:.0e}"}


def _distances_agree(points, polygons, found, ours) -> str:
    """The largest relative difference to distances in a map equidistant from each of some sites outside.

    Edges are straight in that map and not in degrees, which shows a few metres from a boundary.
    """
    import numpy as np
    import pyproj
    import shapely

    outside = found[found["distance"] > 0]
    outside = outside[~outside.index.duplicated()]
    worst = 0.0
    sample = outside.iloc[np.linspace(0, len(outside) - 1, _SAMPLED_SITES).astype(int)]
    shapes = polygons.geometry.to_numpy()
    for row, degrees in zip(sample.index, sample["distance"]):
        place = points.geometry.iloc[row]
        near = shapes[shapely.distance(shapely.box(*shapely.bounds(shapes).T), place) <= degrees * 1.1]
        to_map = pyproj.Transformer.from_crs(
            "EPSG:4326", f"+proj=aeqd +lon_0={place.x} +lat_0={place.y} +datum=WGS84", always_xy=True
        )
        mapped = shapely.transform(near, lambda xy, t=to_map: np.column_stack(t.transform(*xy.T)))
        truth = shapely.distance(mapped, shapely.Point(0, 0)).min()
        worst = max(worst, abs(ours[row] - truth) / truth)
    return f"{worst:.0e} off at most, {len(sample)} sites"


def run_step(step: str, python: Path, sites: Path, areas: Path, out: Path, profile: Path, limit: int):
    """What a step tells, or None when it took longer than the limit (CPU seconds)."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_CUSTOM_CONFIG_PATH": str(profile),
        "PYTHONWARNINGS": "ignore",
    }
    command = [str(python), __file__, "--step", step, str(sites), str(areas), str(out)]

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))

    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, preexec_fn=limited, check=False
    )
    for name in ("result.gpkg", "pairs.gpkg"):
        (out / name).unlink(missing_ok=True)
    if done.returncode == -signal.SIGXCPU or done.returncode == -signal.SIGKILL:
        return None
    if done.returncode:
        sys.exit(f"{step} failed:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def geopandas_python(folder: Path) -> Path:
    """The interpreter of an environment with geopandas; it is made when it is not there."""
    python = folder / "geopandas" / "bin" / "python"
    if not python.exists():
        subprocess.run(["/usr/bin/python3", "-m", "venv", str(folder / "geopandas")], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", "geopandas"], check=True)
    return python


def measure(
    size: str, folder: Path, rounds: int, limit: int, steps: list[str]
) -> dict[str, dict[str, object] | None]:
    """Per step the medians of seconds and the most MB; None for a step over the limit."""
    n, m = (int(part) for part in size.split("x"))
    data = load("overlap_data", ROOT / "bench" / "overlap_data.py")
    sites, areas = folder / f"sites_{n}_{m}.gpkg", folder / f"areas_{m}.gpkg"
    if not areas.exists():
        data.write_areas(areas, m)
    if not sites.exists():
        data.write_sites(sites, n, areas)
    by_geopandas = [step for step in steps if step.startswith(("sjoin", "overlay"))]
    peers = geopandas_python(folder) if by_geopandas else None
    told: dict[str, list] = {step: [] for step in steps}
    with tempfile.TemporaryDirectory(dir=folder) as made:
        out = Path(made)
        for number in range(rounds):
            profile = out / f"profile_{number}"
            for step in steps:
                if None in told[step]:
                    continue
                python = peers if step in by_geopandas else Path(sys.executable)
                told[step].append(run_step(step, python, sites, areas, out, profile, limit))
    return {step: _middle(results) for step, results in told.items()}


def _middle(results: list[dict[str, object] | None]) -> dict[str, object] | None:
    if None in results:
        return None
    seconds = statistics.median(result["seconds"] for result in results)
    return {**results[-1], "seconds": seconds, "mb": max(result["mb"] for result in results)}


def report(
    size: str, found: dict[str, dict[str, object] | None], before: dict[str, float], limit: int
) -> None:
    """Print the steps of a size. growth: of the seconds for a site since the size before with as many areas."""
    n, m = (int(part) for part in size.split("x"))
    print(
        f"\n{n:,} sites x {m:,} areas\n{'step':<28}{'CPU s':>9}{'us/site':>9}{'growth':>8}{'MB':>7}{'pairs':>11}  agrees"
    )
    for step, result in found.items():
        if result is None:
            print(f"{step:<28}   over {limit}")
            continue
        cost, key = result["seconds"] / n * 1e6, f"{step} {m}"
        growth = f"{cost / before[key]:.2f}" if key in before else ""
        before[key] = cost
        pairs = f"{result['n']:,}" if result.get("n") is not None else ""
        print(
            f"{step:<28}{result['seconds']:>9.2f}{cost:>9.1f}{growth:>8}{result['mb']:>7.0f}{pairs:>11}  "
            f"{result.get('agrees', '')}"
        )
    for ours, peers in (
        ("asm cold", ("joinattributesbylocation", "joinbynearest")),
        ("asm warm", ("joinattributesbylocation", "joinbynearest")),
        ("asm cold", ("sjoin_nearest whole",)),
        ("asm warm", ("sjoin_nearest whole",)),
        ("asm pairs", ("joinattributesbylocation", "joinbynearest")),
        ("nearest", ("sjoin_nearest",)),
        ("relate", ("sjoin_nearest",)),
        ("shares", ("overlay",)),
        ("covering", ("sjoin",)),
        ("covering", ("sjoin within",)),
    ):
        if not {ours, *peers} <= set(found) or found[ours] is None:
            continue
        known = [found[peer]["seconds"] for peer in peers if found[peer] is not None]
        sign = "" if len(known) == len(peers) else "more than "
        theirs = sum(known) + limit * (len(peers) - len(known))
        note(size, ours, found[ours]["seconds"], sign + " + ".join(peers), theirs)
        print(f"  {ours} against {' + '.join(peers)}: {sign}{theirs / found[ours]['seconds']:.1f} times")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the overlap of sites and areas.")
    parser.add_argument("sizes", nargs="*", default=["5000x500"], help="sites x areas, as 5000x500")
    parser.add_argument("--rounds", type=int, default=3, help="how often each step is measured")
    parser.add_argument("--limit", type=int, default=300, help="CPU seconds after which a step is stopped")
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=list(STEPS), help="only these")
    folder = Path(tempfile.gettempdir()) / "asm_atlas_bench_overlap"
    parser.add_argument("--folder", type=Path, default=folder, help="where data and geopandas are kept")
    parser.add_argument("--step", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        step, *paths = options.step
        work = (
            step_core
            if step in _CORE
            else step_geopandas
            if step.startswith(("sjoin", "overlay"))
            else step_qgis
        )
        print(json.dumps(work(step, *(Path(path) for path in paths))))
        return
    options.folder.mkdir(parents=True, exist_ok=True)
    before: dict[str, float] = {}
    for size in options.sizes:
        report(
            size,
            measure(size, options.folder, options.rounds, options.limit, options.steps),
            before,
            options.limit,
        )


if __name__ == "__main__":
    main()
