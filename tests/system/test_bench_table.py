"""One table of all benchmarks: figures are noted where they are measured, and ratios are theirs over ours."""

import json

import every
import pytest
import record


def test_nothing_is_noted_outside_of_the_table(monkeypatch, tmp_path):
    monkeypatch.delenv(record.NOTED_IN, raising=False)
    monkeypatch.chdir(tmp_path)
    record.note("1 site", "step", 1.0)
    assert list(tmp_path.iterdir()) == []


def test_figures_are_noted_one_after_the_other(monkeypatch, tmp_path):
    monkeypatch.setenv(record.NOTED_IN, str(tmp_path / "figures"))
    record.note("10 rows", "import", 2.0, "pandas", 1.0)
    record.note("10 rows", "core", 0.5)
    first, second = (json.loads(line) for line in (tmp_path / "figures").read_text().splitlines())
    assert first == {"size": "10 rows", "step": "import", "seconds": 2.0, "beside": "pandas", "theirs": 1.0}
    assert (second["step"], second["theirs"]) == ("core", None)


@pytest.mark.parametrize(
    ("seconds", "theirs", "cells"),
    [
        pytest.param(0.0012, 0.08, ["0.0012", "esda", "0.0800", "66.67"], id="faster"),
        pytest.param(2.0, 1.0, ["2.00", "esda", "1.00", "0.50"], id="slower"),
        pytest.param(2.0, None, ["2.00", "esda", "", ""], id="no peer"),
    ],
)
def test_a_row_of_the_table(seconds, theirs, cells):
    figure = {
        "benchmark": "clusters",
        "size": "3 sites",
        "step": "moran",
        "seconds": seconds,
        "beside": "esda",
    }
    row = every.table([{**figure, "theirs": theirs}]).splitlines()[-1]
    assert [cell.strip() for cell in row.strip("|").split("|")] == ["clusters", "3 sites", "moran", *cells]


def test_every_benchmark_of_the_folder_is_run(root):
    without = {"every.py", "record.py", "overlap_data.py", "cluster_examples.py"}
    scripts = {path.name for path in (root / "bench").glob("*.py")} - without
    assert scripts == {script for script, _ in every.BENCHMARKS.values()}
