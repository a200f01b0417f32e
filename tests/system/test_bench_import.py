"""The benchmark of the import: its input has keys of its own in each copy, and its table can be trusted."""

import csv
import importlib.util
import sys

import pytest


@pytest.fixture(scope="module")
def bench(root):
    spec = importlib.util.spec_from_file_location("bench_import", root / "bench" / "import_visits.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_import"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["bench_import"]


def test_copies_have_keys_and_places_of_their_own(bench, tmp_path):
    source = tmp_path / "source.csv"
    source.write_text(
        "vid,pcode,reason,latitude\n7,codmine00001,pit of codmine00002,-2.5\n8,codmine00002,,\n",
        encoding="utf-8",
    )
    bench.write_copies(source, tmp_path / "copies.csv", 5)
    with (tmp_path / "copies.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [
        ["vid", "pcode", "reason", "latitude"],
        ["1", "codmine100001", "pit of codmine100002", "-2.500000"],
        ["2", "codmine100002", "", ""],
        ["3", "codmine105001", "pit of codmine105002", "-2.499400"],
        ["4", "codmine105002", "", ""],
        ["5", "codmine110001", "pit of codmine110002", "-2.498800"],
    ]


def test_report_gives_ratios_to_pandas_and_growth_per_row(bench, capsys):
    def steps(seconds):
        return {name: (seconds * factor, 100.0) for factor, name in enumerate(bench.STEPS, start=1)}

    bench.report({100: steps(1.0), 1000: steps(20.0)})
    lines = capsys.readouterr().out.splitlines()
    assert lines[2].split()[-5:] == ["2.00", "2.00", "read_csv", "20000.0", "100"]
    assert lines[6].split()[-5:] == ["2.00", "read_csv", "40000.0", "2.00", "100"]


@pytest.mark.subprocess
def test_each_step_is_measured(bench, tmp_path, monkeypatch):
    monkeypatch.setattr(bench, "RELEASE", bench.DEMO)
    (result,) = bench.measure([30], tmp_path).values()
    assert set(result) == set(bench.STEPS)
    assert all(memory > 10 for _, memory in result.values())
    assert not list(tmp_path.glob("*30*"))
