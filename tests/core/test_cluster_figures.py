"""Local and global statistics beside the figures of GeoDa and esda: Guerry's France, libpysal's example sets."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.clusters.analysis import Inference, analyse
from asm_atlas.core.clusters.categories import moran_classes
from asm_atlas.core.clusters.weights import from_pairs
from osgeo import ogr

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = Path(os.environ.get("ASM_ATLAS_EXAMPLES", ROOT / ".venv" / "examples" / "libpysal" / "examples"))
SETS = json.loads((Path(__file__).parent / "data" / "cluster_examples.json").read_text(encoding="utf-8"))[
    "sets"
]
QUICK = Inference(permutations=9, global_permutations=0)
LIKE_GEODA = Inference(permutations=9_999, tail="geoda", global_permutations=0)
GUERRY = ("Crm_prp", "Crm_prs", "Litercy", "Donatns", "Infants", "Suicids")


def equal(values):
    return pytest.approx(values, rel=0, abs=1e-9)


@pytest.fixture(scope="module")
def guerry(data):
    """Values and expected figures, and weights, of the 85 departments."""
    folder = data / "lisa" / "expected"
    near = pd.read_csv(folder / "guerry_queen_neighbours.csv", dtype=str).neighbours.str.split()
    sites = np.repeat(np.arange(len(near)), near.str.len())
    weights = from_pairs(len(near), sites, np.array([int(row) for rows in near for row in rows]))
    return pd.read_csv(folder / "guerry_local_moran_expected.csv"), weights


@pytest.mark.real_data
@pytest.mark.parametrize("variable", GUERRY)
def test_guerry_as_in_geoda(guerry, variable):
    expected, weights = guerry
    values = expected[variable].to_numpy(float)
    table = analyse("moran", values, weights, LIKE_GEODA).table
    assert table.lisa_i.to_numpy() == equal(expected[f"{variable}_I"])
    # p of 999 permutations carries an error of its own: classes are compared where it is clear.
    assert table.lisa_p.to_numpy() == pytest.approx(expected[f"{variable}_p_geoda999"], abs=0.05)
    assert table.lisa_p.to_numpy() == pytest.approx(expected[f"{variable}_p_esda9999"], abs=0.025)
    clear = (expected[f"{variable}_p_geoda999"] - 0.05).abs() > 0.02
    assert table.lisa_cluster[clear].tolist() == expected.loc[clear, f"{variable}_cluster_geoda"].tolist()
    for statistic, column in (("gstar", "Gstar"), ("geary", "geary")):
        found = analyse(statistic, values, weights, QUICK).table.lisa_i
        assert found.to_numpy() == equal(expected[f"{variable}_{column}_geoda"])


def read_table(path, names):
    """Columns of a DBF or CSV by name, as text."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return [[row[name] for name in names] for row in csv.DictReader(file)]
    source = ogr.Open(str(path))
    return [[feature.GetFieldAsString(name) for name in names] for feature in source.GetLayer(0)]


def read_pairs(path):
    """Pairs of ids of a GAL or GWT file as libpysal ships them."""
    lines = path.read_text(encoding="ascii").split("\n")[1:]
    if path.suffix == ".gwt":
        return [line.split()[:2] for line in lines if line.split()]
    heads = [line.split() for line in lines if line.split()]
    return [(head[0], near) for head, row in zip(heads[::2], heads[1::2]) for near in row]


@pytest.fixture(params=SETS, ids=lambda spec: spec["name"])
def example(request):
    """The first two variables, weights and expected figures of a set."""
    spec = request.param
    if not EXAMPLES.is_dir():
        pytest.skip(f"{EXAMPLES} is missing; install it with make setup")
    rows = read_table(EXAMPLES / spec["table"], [name for name in (*spec["variables"], spec["key"]) if name])
    keys = [int(float(row[2])) if spec["key"] else at + spec["first"] for at, row in enumerate(rows)]
    place = {key: at for at, key in enumerate(keys)}
    pairs = np.array([[place[int(key)] for key in pair] for pair in read_pairs(EXAMPLES / spec["weights"])])
    values = np.array([[float(number) for number in row[:2]] for row in rows])
    return values, from_pairs(len(rows), *pairs.T), spec["figures"]


def test_local_figures_as_in_geoda_and_esda(example):
    values, weights, expected = example
    for statistic in ("moran", "geary", "g", "gstar"):
        assert analyse(statistic, values[:, 0], weights, QUICK).table.lisa_i.to_numpy() == equal(
            expected[statistic]
        )
    several = analyse("geary_multivariate", values, weights, QUICK).table
    assert several.lisa_i.to_numpy() == equal(expected["geary_multivariate"])
    table = analyse("moran", values[:, 0], weights, QUICK).table
    assert table.lisa_lag.to_numpy() == equal(expected["lag"])
    every = np.ones(len(values), dtype=bool)
    classes = moran_classes(table.lisa_z.to_numpy(), table.lisa_lag.to_numpy(), every)
    assert classes.tolist() == expected["quadrant"]


def test_bivariate_figures_as_in_esda(example):
    values, weights, expected = example
    found = analyse("moran_bivariate", values, weights, QUICK).table.lisa_i
    assert found.to_numpy() == equal(expected["moran_bivariate"])


def test_join_counts_as_in_geoda(example):
    values, weights, expected = example
    above = (values[:, 0] > np.median(values[:, 0])).astype(float)
    assert analyse("join_count", above, weights, QUICK).table.lisa_i.tolist() == expected["join_count"]


def test_global_figures_as_in_esda(example):
    values, weights, expected = example
    assert analyse("moran", values[:, 0], weights, QUICK).overall.value == equal(expected["global_moran"][0])
    assert analyse("geary", values[:, 0], weights, QUICK).overall.value == equal(expected["global_geary"][0])
