"""How fast local statistics are, beside esda, GeoDa and libpysal, on the same made-up sites and neighbours.

core.clusters.analysis.analyse from values and weights to its table of p, q and classes; esda's Moran_Local (warm;
"cold" is what numba takes first, with 100 sites) and Geary_Local_MV; pygeoda's local_moran and local_multigeary by lookup
table, local_moran complete; the nearest neighbours of core.clusters.nearest beside libpysal's KNN. 8 nearest neighbours,
999 permutations unless said; "general" weighs them by inverse distance. Values are in memory and weights made before,
but for the nearest neighbours. One thread for the peers, and no table of simulations kept in esda.

Two processes, ours and one for the peers, each take their steps in turn, round by round; seconds are those of the
processor (of all threads), medians of the rounds, of short steps means of 0.2 s; a step over 10 s is not repeated, and
peers are left out where they take minutes. MB are the peak above values and weights, each step in a process of its own.

esda, pygeoda and libpysal live in an environment of the benchmark's own, made on the first run (--folder).

    .venv/bin/python bench/clusters.py 3000 30000 300000
"""

from __future__ import annotations

import argparse
import ctypes
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from record import note

ROOT = Path(__file__).resolve().parents[1]
PEERS = ("esda==2.9.0", "libpysal==4.14.1", "numba", "pygeoda==0.1.3")
K, SEED, PERMUTATIONS, MANY = 8, 12345, 999, 99_999
OURS = ("moran", "moran 99999", "moran general", "geary", "geary of three", "g", "join count", "nearest")
# Peers by the most sites they are given: beyond, they take minutes or gigabytes.
PEER_STEPS = {
    "esda moran": 300_000,
    "esda moran general": 300_000,
    "geoda moran": 1_000_000,
    "geoda moran complete": 30_000,
    "esda geary of three": 3_000,
    "geoda geary of three": 300_000,
    "libpysal nearest": 300_000,
}
# sites -> (ours, peer, times as fast)
GOALS = {
    3_000: [
        ("moran", "esda moran", 60),
        ("moran", "geoda moran", 35),
        ("geary of three", "esda geary of three", 150),
        ("nearest", "libpysal nearest", 1),
    ],
    30_000: [
        ("moran", "esda moran", 200),
        ("moran", "geoda moran", 60),
        ("moran general", "esda moran general", 20),
        ("geary of three", "geoda geary of three", 60),
        ("nearest", "libpysal nearest", 1),
    ],
    300_000: [
        ("moran", "esda moran", 900),
        ("moran", "geoda moran", 60),
        ("moran general", "esda moran general", 100),
        ("nearest", "libpysal nearest", 1),
    ],
}
# Short steps are taken again and again for this long, so that both sides are measured with warm caches.
_AT_LEAST_S = 0.2
_ONCE_S = 10.0


def peers_python(folder: Path) -> Path:
    """The interpreter of an environment with the peers; it is made when it is not there."""
    python = folder / "peers" / "bin" / "python"
    if not python.exists():
        subprocess.run(["/usr/bin/python3", "-m", "venv", str(folder / "peers")], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", *PEERS], check=True)
    return python


def make_data(path: Path, n: int) -> None:
    """Sites in clusters, their nearest neighbours and three values that hang together in space."""
    from scipy.spatial import cKDTree

    random = np.random.default_rng(n)
    centres = random.uniform(0, 1_500_000, (300, 2))
    xy = centres[random.integers(0, 300, n)] + random.normal(0, 20_000, (n, 2))
    apart, near = cKDTree(xy).query(xy, K + 1)
    noise = random.normal(size=(n, 3))
    values = noise + 0.5 * noise[near[:, 1:]].mean(axis=1)
    np.savez(path, xy=xy, near=near[:, 1:].astype(np.int32), apart=np.maximum(apart[:, 1:], 1), values=values)


def our_steps(data):
    """Functions by step; the values and weights are made here."""
    sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != ROOT]
    spec = importlib.util.spec_from_file_location(
        "asm_atlas", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    sys.modules["asm_atlas"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules["asm_atlas"])
    from asm_atlas.core.clusters.analysis import Inference, analyse
    from asm_atlas.core.clusters.weights import from_pairs

    near, values, n = data["near"], data["values"], len(data["near"])
    sites = np.repeat(np.arange(n), K)
    weights = from_pairs(n, sites, near.ravel())
    general = from_pairs(n, sites, near.ravel(), 1 / data["apart"].ravel())
    few = Inference(PERMUTATIONS, SEED, global_permutations=0)
    many = Inference(MANY, SEED, global_permutations=0)
    x = values[:, 0].copy()
    steps = {
        "moran": lambda: analyse("moran", x, weights, few),
        "moran 99999": lambda: analyse("moran", x, weights, many),
        "moran general": lambda: analyse("moran", x, general, few),
        "geary": lambda: analyse("geary", x, weights, few),
        "geary of three": lambda: analyse("geary_multivariate", values, weights, few),
        "g": lambda: analyse("g", np.exp(x), weights, few),
        "join count": lambda: analyse("join_count", (x > 0.5).astype(float), weights, few),
    }
    if importlib.util.find_spec("asm_atlas.core.clusters.nearest"):
        from asm_atlas.core.clusters.nearest import nearest_neighbours

        steps["nearest"] = lambda: nearest_neighbours(data["xy"], K, False, lambda fraction: None)
    return steps


def peer_steps(data):
    """Functions by step of the peers; weights are made when they are first asked for."""
    import warnings

    warnings.simplefilter("ignore")
    import esda
    import pygeoda
    from libpysal.graph import Graph
    from libpysal.weights import KNN

    near, values, n = data["near"], data["values"], len(data["near"])
    made = {}

    def graph(general: bool):
        if general not in made:
            weight = 1 / data["apart"].ravel() if general else np.ones(n * K)
            made[general] = Graph.from_arrays(np.repeat(np.arange(n), K), near.ravel(), weight).transform("r")
        return made[general]

    def geoda():
        if "geoda" not in made:
            with tempfile.NamedTemporaryFile("w", suffix=".gal") as file:
                file.write(f"0 {n} set ROW\n")
                file.writelines(
                    f"{site} {K}\n{' '.join(map(str, row))}\n" for site, row in enumerate(near.tolist())
                )
                file.flush()
                made["geoda"] = pygeoda.read_gal(file.name, [str(site) for site in range(n)])
        return made["geoda"]

    x, lists = values[:, 0].copy(), values.T.tolist()
    ring = np.arange(100)
    few = Graph.from_arrays(ring, np.roll(ring, 1), np.ones(100)).transform("r")
    moran = {"permutations": PERMUTATIONS, "n_jobs": 1, "keep_simulations": False, "seed": SEED}
    lookup = {
        "permutations": PERMUTATIONS,
        "permutation_method": "lookup-table",
        "cpu_threads": 1,
        "seed": SEED,
    }
    complete = {**lookup, "permutation_method": "complete"}
    return {
        "esda, cold": lambda: esda.Moran_Local(x[:100], few, **moran),
        "esda moran": lambda: esda.Moran_Local(x, graph(False), **moran),
        "esda moran general": lambda: esda.Moran_Local(x, graph(True), **moran),
        "geoda moran": lambda: pygeoda.local_moran(geoda(), lists[0], **lookup),
        "geoda moran complete": lambda: pygeoda.local_moran(geoda(), lists[0], **complete),
        "esda geary of three": lambda: esda.Geary_Local_MV(graph(False).to_W(), PERMUTATIONS).fit(
            list(values.T)
        ),
        "geoda geary of three": lambda: pygeoda.local_multigeary(geoda(), lists, **lookup),
        "libpysal nearest": lambda: KNN(data["xy"], K, silence_warnings=True),
        "weights": lambda: (graph(False), graph(True), geoda()),
    }


def serve(whose: str, path: Path) -> None:
    """Take steps named on the standard input; answer each by its processor seconds and peak memory."""
    told, sys.stdout = sys.stdout, sys.stderr
    steps = (our_steps if whose == "ours" else peer_steps)(np.load(path))
    for line in sys.stdin:
        step = line.strip()
        if step not in steps:
            print("null", file=told, flush=True)
            continue
        ctypes.CDLL("libc.so.6").malloc_trim(0)  # what was freed in making the data is no room to spare
        memory, start = resident("VmRSS"), time.process_time()
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak counts from here
        seconds, times = 0.0, 0
        while seconds < _AT_LEAST_S:
            steps[step]()
            seconds, times = time.process_time() - start, times + 1
        peak = resident("VmHWM") - memory
        print(json.dumps({"seconds": seconds / times, "mb": peak}), file=told, flush=True)
    os._exit(0)


def resident(what: str) -> float:
    """MB of memory in use (VmRSS), or the most that was (VmHWM)."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(what))


class Side:
    """A process that takes steps in turn with another."""

    def __init__(self, whose: str, python: Path, path: Path) -> None:
        self._process = subprocess.Popen(
            [str(python), __file__, "--serve", whose, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def take(self, step: str) -> dict[str, float] | None:
        """Seconds and MB of a step; None for one it has not."""
        self._process.stdin.write(step + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            sys.exit(f"{step} failed")
        return json.loads(answer)

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait()


def measure(n: int, folder: Path, rounds: int, wanted: list[str]) -> dict[str, dict[str, float]]:
    """Medians of seconds, and MB of our steps, by step."""
    peers, path = peers_python(folder), folder / f"sites_{n}.npz"
    if not path.exists():
        subprocess.run([str(peers), __file__, "--make", str(n), str(path)], check=True)
    ours, theirs = Side("ours", Path(sys.executable), path), Side("peers", peers, path)
    theirs.take("weights")
    told: dict[str, list[float]] = {}
    if {"esda moran", "esda moran general"} & set(wanted) and n <= PEER_STEPS["esda moran"]:
        told["esda, cold"] = [theirs.take("esda, cold")["seconds"]]
    for _ in range(rounds):
        for step in wanted:
            side = theirs if step in PEER_STEPS else ours
            if n > PEER_STEPS.get(step, n) or (told.get(step) and told[step][0] > _ONCE_S):
                continue
            answer = side.take(step)
            if answer is not None:
                told.setdefault(step, []).append(answer["seconds"])
    ours.close()
    theirs.close()
    found = {step: {"seconds": statistics.median(seconds)} for step, seconds in told.items()}
    for step in found:
        if step in OURS:
            alone = Side("ours", Path(sys.executable), path)
            found[step]["mb"] = alone.take(step)["mb"]
            alone.close()
    return found


def show(n: int, found: dict[str, dict[str, float]]) -> None:
    load = " ".join(f"{number:.1f}" for number in os.getloadavg())
    print(f"\n{n:,} sites (load {load})\n{'step':<26}{'CPU s':>10}{'us/site':>9}{'MB':>7}")
    for step, result in found.items():
        memory = f"{result['mb']:.0f}" if "mb" in result else ""
        print(f"{step:<26}{result['seconds']:>10.4f}{result['seconds'] / n * 1e6:>9.2f}{memory:>7}")
    for mine, peer, goal in GOALS.get(n, []):
        if mine in found and peer in found:
            times = found[peer]["seconds"] / found[mine]["seconds"]
            note(f"{n} sites", mine, found[mine]["seconds"], peer, found[peer]["seconds"])
            word = "met" if times >= goal else "NOT MET"
            print(f"  {mine} is {times:.1f} times as fast as {peer} (goal {goal}: {word})")
    if {"moran", "moran 99999"} <= set(found):
        times = found["moran 99999"]["seconds"] / found["moran"]["seconds"]
        print(f"  99,999 permutations take {times:.1f} times as long as 999 (goal at 300,000: under 5)")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure local statistics beside their peers.")
    parser.add_argument("sizes", nargs="*", type=int, default=[3_000, 30_000], help="numbers of sites")
    parser.add_argument("--rounds", type=int, default=5, help="how often each step is measured")
    every = [*OURS, *PEER_STEPS]
    parser.add_argument("--steps", nargs="+", choices=every, default=every, help="only these")
    folder = Path(tempfile.gettempdir()) / "asm_atlas_bench_clusters"
    parser.add_argument("--folder", type=Path, default=folder, help="where data and peers are kept")
    parser.add_argument("--serve", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--make", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve(options.serve[0], Path(options.serve[1]))
    elif options.make:
        make_data(Path(options.make[1]), int(options.make[0]))
    else:
        options.folder.mkdir(parents=True, exist_ok=True)
        for n in options.sizes:
            show(n, measure(n, options.folder, options.rounds, options.steps))


if __name__ == "__main__":
    main()
