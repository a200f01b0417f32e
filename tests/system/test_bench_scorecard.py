"""The benchmark of the scorecard: every copy of a visit is scored, and its table can be trusted."""

import importlib.util
import json
import sys

import pytest


@pytest.fixture(scope="module")
def bench(root):
    sys.path.insert(0, str(root / "bench"))
    spec = importlib.util.spec_from_file_location("bench_scorecard", root / "bench" / "scorecard.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_scorecard"] = module
    spec.loader.exec_module(module)
    yield module
    sys.path.remove(str(root / "bench"))
    del sys.modules["bench_scorecard"], sys.modules["import_visits"]


def test_copies_have_keys_of_their_own(bench):
    sites, visits, actors, statuses = bench.repeated(bench.imported(bench.DEMO), 1000)
    assert len(visits) >= 1000
    for table, key in ((sites, "pcode"), (visits, "visit_id"), (statuses, "status_id")):
        assert table[key].is_unique
    assert set(visits["pcode"].dropna()) | set(actors["pcode"].dropna()) <= set(sites["pcode"])
    assert set(sites["visit_id"].dropna()) <= set(visits["visit_id"])


def test_report_gives_growth_per_row(bench, capsys):
    bench.report({100: {"core": (80, 1.0, 90.0)}, 1000: {"core": (800, 15.0, 95.0)}})
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split()[-5:] == ["80", "1.00", "12500.0", "1.00", "90"]
    assert lines[2].split()[-5:] == ["800", "15.00", "18750.0", "1.50", "95"]


@pytest.mark.subprocess
def test_each_step_is_measured(bench, tmp_path, monkeypatch):
    monkeypatch.setattr(bench, "RELEASE", bench.DEMO)
    (result,) = bench.measure([300], tmp_path, True).values()
    assert set(result) == set(bench.STEPS)
    assert all(rows > 100 and memory > 10 for rows, _, memory in result.values())
    assert json.loads((tmp_path / "any_year.json").read_text("utf-8"))["since"] == bench.FIRST_YEAR
    assert not list(tmp_path.glob("*300*"))
