"""The benchmark of sheets: its table can be trusted."""

import importlib.util
import sys

import pytest


@pytest.fixture(scope="module")
def bench(root):
    sys.path.insert(0, str(root / "bench"))
    spec = importlib.util.spec_from_file_location("bench_sheets", root / "bench" / "sheets.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_sheets"] = module
    spec.loader.exec_module(module)
    yield module
    sys.path.remove(str(root / "bench"))
    del sys.modules["bench_sheets"], sys.modules["import_visits"]


LISTED = """page   num  type   width height color comp bpc  enc interp  object ID x-ppi y-ppi size ratio
--------------------------------------------------------------------------------------------
   1     0 image    9449 11811  rgb     3   8  jpeg   yes      10  0   300   300 8.5M 2.6%
   1     1 image      48    48  rgb     3   8  image  yes      11  0   300   300 120B 1.7%
"""


def test_only_pictures_of_half_a_page_count(bench):
    assert bench.count_full_pages(LISTED, 841 * 1189 / 2) == 1
    assert bench.count_full_pages(LISTED, 841 * 1189) == 0


def test_medians_and_growth(bench):
    assert bench.median_of([{"s": 3}, {"s": 1}, {"s": 2}]) == {"s": 2}
    runs = {1_000: {"cpu": 1.0}, 10_000: {"cpu": 20.0}, 50_000: {"cpu": 50.0}}
    assert bench.growths(runs) == {10_000: 2.0, 50_000: 0.5}


def test_limits(bench):
    figures = {"seconds": 9.0, "mb": 4.0, "peak": 500, "images": 0}
    assert bench.within("pdf", figures) == "within its limits"
    assert bench.within("pdf", {**figures, "images": 1}) == "NOT within its limits"
    assert bench.within("plain", figures) == ""


def test_without_the_release_it_says_so(bench, monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(bench, "RELEASE", tmp_path / "gone.csv")
    monkeypatch.setattr(sys, "argv", ["sheets.py"])
    bench.main()
    assert "The real release is not at" in capsys.readouterr().out
