"""Writes what esda and GeoDa make of the example sets of libpysal, for the tests to hold local statistics against.

Run by the interpreter of an environment with esda 2.9 and pygeoda 0.1.3 (bench/clusters.py makes one); it reads
the sets named in tests/core/data/cluster_examples.json, as libpysal ships them, and writes their figures there.
GeoDa (pygeoda): I, G*, G, Geary's c of one variable and of two; esda: the bivariate I, quadrants, the global I.

    ENVIRONMENT/bin/python bench/cluster_examples.py
"""

from __future__ import annotations

import json
import tempfile
import warnings
from pathlib import Path

import esda
import geopandas
import libpysal
import numpy as np
import pandas as pd
import pygeoda

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = Path(libpysal.__file__).parent / "examples"
QUICK = {"permutations": 9}
# esda's quadrants are counted round the scatterplot: HH, LH, LL, HL.
GEODA_CODES = {1: 1, 2: 3, 3: 2, 4: 4}


def read_set(spec: dict[str, object]) -> tuple[pd.DataFrame, list[list[int]]]:
    """Variables and neighbours by row of the table."""
    path = EXAMPLES / spec["table"]
    table = pd.read_csv(path) if path.suffix == ".csv" else geopandas.read_file(path)
    given = libpysal.io.open(str(EXAMPLES / spec["weights"])).read()
    keys = table[spec["key"]] if spec["key"] else pd.Series(np.arange(len(table)) + spec["first"])
    row = {str(int(float(key))): place for place, key in enumerate(keys)}
    neighbours = [[] for _ in range(len(table))]
    for site, near in given.neighbors.items():
        neighbours[row[str(int(float(site)))]] = sorted(row[str(int(float(other)))] for other in near)
    return table[spec["variables"]].astype(float), neighbours


def geoda_weights(neighbours: list[list[int]], folder: Path):
    """GeoDa takes weights from a file."""
    lines = [f"0 {len(neighbours)} set ROW"]
    for site, near in enumerate(neighbours):
        lines += [f"{site} {len(near)}", " ".join(map(str, near))]
    path = folder / "set.gal"
    path.write_text("\n".join(lines) + "\n", encoding="ascii")
    return pygeoda.read_gal(str(path), [str(site) for site in range(len(neighbours))])


def figures(spec: dict[str, object], folder: Path) -> dict[str, list[float]]:
    values, neighbours = read_set(spec)
    geoda = geoda_weights(neighbours, folder)
    pysal = libpysal.weights.W(dict(enumerate(neighbours)), silence_warnings=True)
    pysal.transform = "r"
    x, y = (values[name] for name in spec["variables"])
    z = ((x - x.mean()) / x.std()).to_numpy()
    local = esda.Moran_Local(x, pysal, permutations=9, seed=1)
    found = {
        "moran": pygeoda.local_moran(geoda, x.tolist(), **QUICK).lisa_values(),
        "lag": libpysal.weights.lag_spatial(pysal, z),
        "gstar": pygeoda.local_gstar(geoda, x.tolist(), **QUICK).lisa_values(),
        "g": pygeoda.local_g(geoda, x.tolist(), **QUICK).lisa_values(),
        "geary": pygeoda.local_geary(geoda, x.tolist(), **QUICK).lisa_values(),
        "geary_multivariate": pygeoda.local_multigeary(
            geoda, [x.tolist(), y.tolist()], **QUICK
        ).lisa_values(),
        "moran_bivariate": esda.Moran_Local_BV(x, y, pysal, permutations=9, seed=1).Is,
        "join_count": pygeoda.local_joincount(
            geoda, (x > x.median()).astype(int).tolist(), **QUICK
        ).lisa_values(),
        "quadrant": [GEODA_CODES[code] for code in local.q],
        "global_moran": [esda.Moran(x, pysal, permutations=0).I],
        "global_geary": [esda.Geary(x, pysal, permutations=0).C],
    }
    return {name: [float(f"{value:.12g}") for value in column] for name, column in found.items()}


def main() -> None:
    warnings.simplefilter("ignore")
    path = ROOT / "tests" / "core" / "data" / "cluster_examples.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        for spec in document["sets"]:
            spec["figures"] = figures(spec, Path(folder))
    # One set of figures a line.
    lines = [json.dumps({**document, "sets": None})[:-1].replace('"sets": null', '"sets": [')]
    lines.append(",\n".join(json.dumps(spec) for spec in document["sets"]))
    path.write_text("\n".join(lines) + "\n]}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
