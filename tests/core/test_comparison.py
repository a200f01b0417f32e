"""Two dimensions side by side: cells, uncertain cells, sites left out, correlation."""

import pandas as pd
import pytest
from asm_atlas.core.exceptions import TableError
from asm_atlas.core.scorecard.comparison import class_levels, compare
from hypothesis import given, settings
from hypothesis import strategies as st

LEVELS = ("very_low", "low", "medium", "high")


@pytest.mark.parametrize(
    "n, classes, expected",
    [
        pytest.param(4, "three", ((1,), (2, 3), (4,)), id="four levels: both ends are kept"),
        pytest.param(6, "three", ((1,), (2, 3, 4, 5), (6,)), id="six levels"),
        pytest.param(3, "three", ((1,), (2,), (3,)), id="three levels"),
        pytest.param(2, "three", ((1,), (2,)), id="two levels have no middle"),
        pytest.param(4, "each_level", ((1,), (2,), (3,), (4,)), id="a class for each level"),
    ],
)
def test_classes(n, classes, expected):
    assert class_levels(n, classes) == expected


def table(rows):
    """SCORES of (pcode, state, x level, worst, best, y level, worst, best)."""
    names = ["pcode", "state"] + [
        f"{dim}_{part}" for dim in ("a", "b") for part in ("level", "level_worst", "level_best")
    ]
    frame = pd.DataFrame(rows, columns=names)
    frame[names[2:]] = frame[names[2:]].astype("Int64")
    return frame.assign(a_score=frame["a_level"] * 20.0, b_score=frame["b_level"] * 20.0, date=pd.NaT)


EXAMPLE = [
    ("firm", "scored", 1, 1, 1, 4, 4, 4),
    ("middle", "scored", 2, 2, 3, 1, 1, 1),  # low or medium: one class of three
    ("wide", "scored", 4, 2, 4, 3, 1, 3),
    ("silent", "scored", 0, 1, 4, 2, 2, 2),
    ("both", "scored", 0, 1, 4, None, None, None),
    ("gone", "inactive", 0, None, None, 0, None, None),
]


def test_cells_of_the_example():
    found = compare(table(EXAMPLE), "a", "b", LEVELS)
    sites = found.sites.set_index("pcode")
    assert sites["cell"].tolist() == ["1-3", "2-1", "3-2"] + ["not_compared"] * 3
    assert sites["uncertain"].tolist() == ["no", "no", "yes", None, None, None]
    assert sites.loc["wide", "cells_possible"] == "2-1;2-2;3-1;3-2"
    assert sites["why_not"].tolist() == [None] * 3 + ["a:no_data", "a:no_data;b:not_applicable", "inactive"]
    cells = found.counts[found.counts["kind"] == "cell"].set_index(["x_class", "y_class"])
    assert cells.loc[(3, 2), ["sites", "certain", "possible"]].tolist() == [1, 0, 1]
    assert cells.loc[(2, 1), ["sites", "certain", "possible"]].tolist() == [1, 1, 2]
    assert cells.loc[(2, 1), ["x_levels", "y_levels"]].tolist() == ["low;medium", "very_low"]
    rest = found.counts[found.counts["kind"] != "cell"]
    assert rest[["kind", "sites"]].values.tolist() == [
        ["not_compared", 1],
        ["not_compared", 1],
        ["not_compared", 1],
        ["compared", 3],
        ["total", 6],
    ]
    # Levels (1,4) (2,1) (4,3): pairs -, -, +.
    assert (found.by_level.n, found.by_level.tau_b) == (3, pytest.approx(-1 / 3))


def test_each_level_tells_low_from_medium():
    found = compare(table(EXAMPLE), "a", "b", LEVELS, "each_level")
    assert found.sites["cell"].tolist()[:3] == ["1-4", "2-1", "4-3"]
    assert found.sites["uncertain"].tolist()[:3] == ["no", "yes", "yes"]
    assert found.sites["cells_possible"].tolist()[1] == "2-1;3-1"
    assert (found.counts["kind"] == "cell").sum() == 16


@given(seed=st.integers(0, 2**32 - 1), n=st.integers(0, 80), classes=st.sampled_from(["three", "each_level"]))
@settings(deadline=None, max_examples=50)
def test_every_site_is_counted_once(random_scores, seed, n, classes):
    scores = random_scores(seed, n, repeated=True)
    found = compare(scores, "security", "formalisation", LEVELS, classes)
    counts = found.counts.groupby("kind")["sites"].sum().to_dict()
    assert counts["cell"] == counts["compared"]
    assert counts["compared"] + counts.get("not_compared", 0) == counts["total"] == scores["pcode"].nunique()
    cells = found.counts[found.counts["kind"] == "cell"]
    assert (cells["certain"] <= cells["sites"]).all()
    assert (cells["sites"] <= cells["possible"]).all()
    possible = found.sites["cells_possible"].dropna().map(lambda cells: cells.split(";"))
    assert cells["possible"].sum() == possible.map(len).sum()
    assert all(cell in cells for cell, cells in zip(found.sites["cell"][possible.index], possible))
    assert found.by_level.n == counts["compared"]
    turned = compare(scores, "formalisation", "security", LEVELS, classes)
    assert turned.by_level.tau_b == pytest.approx(found.by_level.tau_b, nan_ok=True)


def test_a_dimension_is_not_set_against_itself():
    with pytest.raises(TableError, match="Both indicators are a; choose two different ones"):
        compare(table(EXAMPLE), "a", "a", LEVELS)
