"""How long the sensitivity of scores to weights takes: seconds of the processor and memory by number of sites.

Answers are made up (a fixed seed, one in three unknown), so that far more combinations of answers differ than
in a real release. Scores of your own (a GeoPackage of asm:scorecard by the default scheme) are measured too.

    .venv/bin/python bench/score_sensitivity.py 1000 5000 [--draws 10000] [--scores scores.gpkg]
"""

from __future__ import annotations

import argparse
import importlib.util
import resource
import sqlite3
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
from record import note

ROOT = Path(__file__).resolve().parents[1]
SCHEME = ROOT / "resources" / "schemes" / "asm_atlas_1.json"
DAY = np.datetime64("2021-06-15", "D")


def load_plugin() -> None:
    """Make the clone importable as asm_atlas, whatever it is called."""
    spec = importlib.util.spec_from_file_location(
        "asm_atlas", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules["asm_atlas"] = module
    spec.loader.exec_module(module)


def made_up_scores(scheme, n: int) -> pd.DataFrame:
    """SCORES of n sites with random answers."""
    from asm_atlas.core.scorecard.reasons import reasons_of
    from asm_atlas.core.scorecard.score import score_dimension
    from asm_atlas.core.scorecard.variables import CodeAnswer, CountAnswer, variable

    random = np.random.default_rng(1)
    answers = {}
    for name in scheme.variables():
        known = random.random(n) > 1 / 3
        asked = np.ones(n, dtype=bool)
        if variable(name).is_count:
            count = np.where(known, random.integers(0, 8, n), np.nan)
            answers[name] = CountAnswer(count, count, asked)
        else:
            mask = 1 << random.integers(0, len(scheme.codes(name)), n)
            answers[name] = CodeAnswer(np.where(known, mask, 0), asked)
    days = np.full(n, DAY)
    scores = pd.DataFrame({"state": ["scored"] * n, "scheme_hash": scheme.hash})
    for dim in scheme.dimensions:
        scored = score_dimension(dim, answers, days, scheme)
        scores[f"{dim.id}_reasons"] = reasons_of(scored, answers, days, scheme)
        scores[f"{dim.id}_level"] = pd.Series(scored.level).astype("Int64").mask(scored.level < 0)
    return scores


def stored_scores(path: Path) -> pd.DataFrame:
    """The first table of a GeoPackage."""
    with sqlite3.connect(path) as connection:
        table = connection.execute("SELECT table_name FROM gpkg_contents").fetchone()[0]
        return pd.read_sql(f'SELECT * FROM "{table}"', connection)


def measure(title: str, scores: pd.DataFrame, scheme, n_draws: int) -> None:
    """Print one line: sites, combinations of answers, seconds, memory."""
    from asm_atlas.core.scorecard.sensitivity import Draws, sensitivity

    start = time.process_time()
    sensitivity(scores, scheme, Draws(n_draws, 1, 0.2), lambda fraction: None)
    seconds = time.process_time() - start
    scored = scores[scores["state"] == "scored"]
    distinct = sum(scored[f"{dim.id}_reasons"].nunique() for dim in scheme.dimensions)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    note(f"{len(scored)} sites", f"{n_draws} draws, {title}", seconds)
    print(f"{title:>14} {len(scored):>8} {distinct:>10} {n_draws:>8} {seconds:>8.2f} {megabytes:>8.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("sites", nargs="*", type=int, default=[1000, 5000])
    parser.add_argument("--draws", type=int, default=10_000)
    parser.add_argument("--scores", type=Path)
    arguments = parser.parse_args()
    load_plugin()
    from asm_atlas.core.scorecard.scheme import read_scheme

    scheme = read_scheme(SCHEME)
    print(f"{'scores':>14} {'sites':>8} {'different':>10} {'draws':>8} {'CPU s':>8} {'peak MB':>8}")
    if arguments.scores:
        measure(arguments.scores.stem[:14], stored_scores(arguments.scores), scheme, arguments.draws)
    for n in arguments.sites:
        measure("made up", made_up_scores(scheme, n), scheme, arguments.draws)


if __name__ == "__main__":
    main()
