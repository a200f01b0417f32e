"""Two files of protected areas set against the same sites: counts per area, and why they differ.

    python tools/compare_area_files.py --visits visits.csv --first wri.geojson --second wdpa.shp

Prints tables in Markdown. Everything is computed by the algorithms, through qgis_process; areas are matched by the
ground that they share, never by name.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from main_job import QgisProcess

REACH_KM = 10
SAME = 0.99  # shared ground over joint ground
MATCH = 0.5  # share of the smaller area
COUNTS = ("sites_inside", "workers_inside", f"sites_{REACH_KM}km", f"workers_{REACH_KM}km")


@dataclass(frozen=True)
class Screened:
    """An area file set against the sites: areas (with counts and area_ha), sites and pairs by area_id."""

    areas: pd.DataFrame
    sites: pd.DataFrame
    pairs: pd.DataFrame


def read_table(path: Path) -> pd.DataFrame:
    """The attributes of the one table of a GeoPackage."""
    with closing(sqlite3.connect(path)) as connection:
        name = connection.execute("SELECT table_name FROM gpkg_contents").fetchone()[0]
        return pd.read_sql_query(f'SELECT * FROM "{name}"', connection).drop(columns="geom", errors="ignore")


def screened(qgis: QgisProcess, folder: Path, name: str, areas: Path) -> Screened:
    """Run the overlap of sites.gpkg in the folder with one file of areas."""
    files = {key: folder / f"{name}_{key.lower()}.gpkg" for key in ("OUTPUT", "PAIRS", "SUMMARY", "PREPARED")}
    results = {key: files[key] for key in ("OUTPUT", "PAIRS", "SUMMARY")}
    qgis.run("asm:protectedareaoverlap", SITES=folder / "sites.gpkg", AREAS=areas, BANDS=REACH_KM, **results)
    qgis.run("asm:prepareprotectedareas", INPUT=areas, OUTPUT=files["PREPARED"], SECOND_TIER="true")
    summary, prepared = read_table(files["SUMMARY"]), read_table(files["PREPARED"])
    summary = summary.merge(prepared[["area_id", "area_ha"]], on="area_id", validate="1:1")
    return Screened(summary, read_table(files["OUTPUT"]), read_table(files["PAIRS"]))


def matches(
    qgis: QgisProcess, folder: Path, first: Screened, second: Screened, files: list[Path], key: str
) -> pd.DataFrame:
    """Areas of both files that share ground: area_id of each, shared_ha, agreement (shared over joint ground),
    smaller (share of the smaller area), the larger match first."""
    target = folder / "shared.gpkg"
    sites = {"SITES": files[1], "SITE_KEY": key, "AREAS": files[0], "OUTPUT": folder / "areas.gpkg"}
    qgis.run("asm:protectedareaoverlap", PAIRS=target, **sites)
    pairs = read_table(target).rename(columns={"area_id": "first", "pcode": "second"})
    pairs = pairs[pairs["shared_ha"] > 0][["first", "second", "shared_ha"]]
    sizes = [side.areas.set_index("area_id")["area_ha"] for side in (first, second)]
    a, b = pairs["first"].map(sizes[0]), pairs["second"].map(sizes[1])
    pairs["agreement"] = pairs["shared_ha"] / (a + b - pairs["shared_ha"])
    pairs["smaller"] = pairs["shared_ha"] / pd.concat([a, b], axis=1).min(axis=1)
    return pairs.sort_values("agreement", ascending=False)


def table(heading: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A table in Markdown."""
    lines = ["| " + " | ".join(heading) + " |", "|" + "---|" * len(list(heading))]
    lines += ["| " + " | ".join(figure(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def figure(cell: object) -> str:
    if isinstance(cell, str):
        return cell
    if pd.isna(cell):
        return "not known"
    return f"{cell:.3f}" if 0 < cell <= 1 and isinstance(cell, float) else f"{cell:,.0f}"


def label(areas: pd.DataFrame, area_id: str) -> str:
    """Name with the designation of the World Database."""
    row = areas.set_index("area_id").loc[area_id]
    return row["area_name"] if row["designation"] is None else f"{row['area_name']} ({row['designation']})"


def counts_table(side: Screened) -> str:
    areas = side.areas[(side.areas["sites_inside"] > 0) | (side.areas[f"sites_{REACH_KM}km"] > 0)]
    areas = areas.sort_values(["sites_inside", f"sites_{REACH_KM}km"], ascending=False)
    heading = (
        "area",
        "sites inside",
        "workers",
        f"sites within {REACH_KM} km",
        "workers",
        "workers not known at",
    )
    rows = [
        (label(side.areas, row.area_id), *(getattr(row, name) for name in (*COUNTS, "workers_unknown")))
        for row in areas.itertuples()
    ]
    return table(heading, rows)


def totals_table(sides: dict[str, Screened]) -> str:
    rows = []
    for name, side in sides.items():
        for band, group in side.sites.groupby("pa_band", sort=False):
            known = group["workers"].notna()
            rows.append((name, band, len(group), group["workers"].sum(min_count=1), int((~known).sum())))
    order = {"inside": 0, f"0-{REACH_KM} km": 1}
    rows.sort(key=lambda row: (list(sides).index(row[0]), order.get(row[1], 2)))
    return table(("file", "relation", "sites", "workers (known)", "workers not known at"), rows)


def matches_table(first: Screened, second: Screened, shared: pd.DataFrame) -> str:
    """Every area of both files with its counterpart, those of the same boundary in one line."""
    close = shared[(shared["agreement"] >= MATCH) | (shared["smaller"] >= MATCH)]
    same = close[close["agreement"] >= SAME]
    rows = [
        (label(first.areas, row.first), label(second.areas, row.second), row.agreement)
        for row in same.itertuples()
    ]
    lines = [f"Same boundary ({SAME:.0%} of the joint ground or more), {len(same)} pairs:", ""]
    lines += [table(("first file", "second file", "shared of joint ground"), rows), ""]
    rows = [
        (label(first.areas, row.first), label(second.areas, row.second),
         first.areas.set_index("area_id")["area_ha"][row.first],
         second.areas.set_index("area_id")["area_ha"][row.second], row.agreement)
        for row in close[close["agreement"] < SAME].itertuples()
    ]  # fmt: skip
    heading = ("first file", "second file", "ha, first", "ha, second", "shared of joint ground")
    lines += ["Shared ground, different boundary:", "", table(heading, rows), ""]
    for name, side, column in (("first", first, "first"), ("second", second, "second")):
        alone = side.areas[~side.areas["area_id"].isin(close[column])]
        rows = [
            (label(side.areas, row.area_id), row.area_ha, *(getattr(row, c) for c in COUNTS))
            for row in alone.itertuples()
        ]
        heading = ("area", "ha", "sites inside", "workers", f"sites within {REACH_KM} km", "workers")
        lines += [f"Only in the {name} file ({len(alone)}):", "", table(heading, rows), ""]
    return "\n".join(lines)


def site_differences(one: Screened, other: Screened, names: tuple[str, str]) -> str:
    """Sites that are inside or in the band by one file and otherwise by the other, by area and reason."""
    of_other = other.sites.set_index("pcode")
    rows: dict[tuple[str, str, str], list[float]] = {}
    for site in one.sites.itertuples():
        there = of_other.loc[site.pcode]
        if site.pa_band == there["pa_band"] or site.pa_band.startswith("beyond"):
            continue
        moved = f"{site.pa_band} -> {there['pa_band']}"
        key = (site.pa_nearest, moved, there["pa_nearest"])
        rows.setdefault(key, []).append(site.workers)
    listed = sorted(rows.items(), key=lambda item: (item[0][0], item[0][1]))
    heading = (f"nearest in {names[0]}", "relation", f"nearest in {names[1]}", "sites", "workers (known)")
    return table(
        heading, [(*key, len(found), pd.Series(found, dtype=float).sum(min_count=1)) for key, found in listed]
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for name in ("visits", "first", "second"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--second-key", default="WDPA_PID", help="field with the keys of the second file")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        qgis = QgisProcess(folder)
        qgis.prepare()
        tables = ("SITES", "VISITS", "ACTORS", "STATUSES", "FINDINGS")
        qgis.run(
            "asm:importvisits",
            INPUT=given.visits.resolve(),
            **{t: folder / f"{t.lower()}.gpkg" for t in tables},
        )
        files = [given.first.resolve(), given.second.resolve()]
        first, second = (screened(qgis, folder, n, file) for n, file in zip(("first", "second"), files))
        shared = matches(qgis, folder, first, second, files, given.second_key)
        print("## Each site counted once\n\n" + totals_table({"first": first, "second": second}))
        for name, side in (("First", first), ("Second", second)):
            print(f"\n## {name} file, by area\n\n" + counts_table(side))
        print("\n## The areas of both files\n\n" + matches_table(first, second, shared))
        print(
            "## Sites that stand otherwise\n\n" + site_differences(first, second, ("the first", "the second"))
        )
        print("\n" + site_differences(second, first, ("the second", "the first")))


if __name__ == "__main__":
    main()
