"""Clusters as connected sites of one class, how they hold, and the table that sums them up."""

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.clusters.components import joined
from asm_atlas.core.clusters.site_values import Variable
from asm_atlas.core.clusters.stability import drawn, is_uncertain, shares_held
from asm_atlas.core.clusters.summary import cluster_summary
from asm_atlas.core.clusters.weights import from_pairs

LABELS = {1: "High-High", 2: "Low-Low", 0: "not significant", 6: "isolated", 5: "no value"}


def chain(n, one_way=False):
    """Each site and the next are neighbours, or only the earlier one has the later for a neighbour."""
    first = np.arange(n - 1)
    if one_way:
        return from_pairs(n, first, first + 1)
    return from_pairs(n, np.concatenate([first, first + 1]), np.concatenate([first + 1, first]))


@pytest.mark.parametrize("one_way", [False, True], ids=["both ways", "one way only"])
def test_neighbours_of_one_class_are_one_cluster(one_way):
    classes = [1, 1, 0, 2, 2, 2, 1, 3, 2]
    #            two     three    one    one: the larger first, of equal size the earlier
    assert joined(chain(9, one_way), classes, (1, 2)).tolist() == [2, 2, 0, 1, 1, 1, 3, 0, 4]


def test_classes_that_do_not_spread_are_in_no_cluster():
    assert joined(chain(3), [3, 3, 4], (1, 2)).tolist() == [0, 0, 0]
    assert joined(from_pairs(2, [], []), [1, 1], (1,)).tolist() == [1, 2]


def test_clusters_are_those_of_a_search_from_site_to_site():
    random = np.random.default_rng(7)
    for _ in range(20):
        n = 60
        pairs = np.unique(random.integers(0, n, (70, 2)), axis=0)
        pairs = pairs[pairs[:, 0] != pairs[:, 1]]
        classes = random.integers(0, 3, n)
        weights = from_pairs(n, pairs[:, 0], pairs[:, 1])
        seen, expected = np.zeros(n, dtype=int), 0
        for start in range(n):
            if classes[start] == 0 or seen[start]:
                continue
            expected, todo = expected + 1, [start]
            while todo:
                site = todo.pop()
                if seen[site]:
                    continue
                seen[site] = expected
                ends = np.concatenate([pairs[pairs[:, 0] == site, 1], pairs[pairs[:, 1] == site, 0]])
                todo += [end for end in ends if classes[end] == classes[start] and not seen[end]]
        found = joined(weights, classes, (1, 2))
        assert found.max() == expected
        assert len(set(zip(found, seen))) == expected + bool((classes == 0).any())
        sizes = np.bincount(found)[1:]
        assert np.all(sizes[:-1] >= sizes[1:])


def levels(values, lowest, highest):
    as_floats = [np.array(column, dtype=float) for column in (values, lowest, highest)]
    return Variable("x", as_floats[0], np.full(len(values), "", dtype=object), *as_floats[1:], is_whole=True)


def test_values_are_drawn_evenly_from_their_range():
    n = 20_000
    variable = levels([2] * n, [1] * n, [4] * n)
    found = np.bincount(drawn(variable, np.random.default_rng(1)).astype(int), minlength=5)
    assert found[0] == 0 and np.all(np.abs(found[1:] / n - 0.25) < 0.015)
    scores = Variable(
        "x", np.array([5.0, np.nan]), np.array(["", "no_data"]), np.array([2, np.nan]), np.array([9, np.nan])
    )
    one = drawn(scores, np.random.default_rng(2))
    assert 2 <= one[0] <= 9 and np.isnan(one[1])
    assert is_uncertain([scores]) and not is_uncertain([levels([2], [2], [2])])


def test_the_share_of_draws_in_which_a_class_holds():
    variable = levels([1, 1, 2], [1, 1, 2], [1, 4, 2])

    def classes_of(columns):
        return (columns[0] <= 2).astype(int)

    told = []
    held = shares_held(np.array([1, 1, 1]), [variable], 400, 3, classes_of, told.append)
    assert held[[0, 2]].tolist() == [1, 1] and abs(held[1] - 0.5) < 0.1
    assert told[0] == 0 and told[-1] == 1 and told == sorted(told)
    again = shares_held(np.array([1, 1, 1]), [variable], 400, 3, classes_of, told.append)
    assert held.tolist() == again.tolist()


def test_the_summary_counts_each_site_once():
    sites = pd.DataFrame(
        {
            "pcode": list("abcdefg"),
            "name": ["Anna", "Bea", None, "Dora", "Eva", "Fay", "Gil"],
            "lisa_cluster": [1, 1, 1, 2, 0, 5, 6],
            "lisa_group": [1, 1, 1, 2, 0, 0, 0],
            "lisa_reason": ["", "", "", "", "", "x: no_value", ""],
        }
    )
    units = pd.DataFrame(
        {"within": ["P"] * 6 + [None], "unit": ["T", "T", "U", "U", "U", "T", "unknown"]}, dtype=object
    )
    table = cluster_summary(sites, units, LABELS)
    of = dict(list(table.groupby("kind")))
    assert of["class"]["sites"].tolist() == [3, 1, 1, 1, 1] and of["total"]["sites"].tolist() == [7]
    assert (
        of["class"]["share"].tolist()[:3] == [0.6, 0.2, 0.2]
        and of["class"]["share"].isna().tolist()[3:] == [True] * 2
    )
    assert of["unit"]["sites"].sum() == 7
    of_t = of["unit"][of["unit"]["unit"] == "T"]
    assert list(zip(of_t["lisa_cluster"], of_t["sites"], of_t["share"].fillna(-1))) == [
        (1, 2, 1.0),
        (5, 1, -1.0),
    ]
    assert of["left_out"][["reason", "sites"]].to_numpy().tolist() == [["x: no_value", 1]]
    assert of["cluster"]["names"].tolist() == ["Anna, Bea, c", "Dora"]
    assert of["cluster"]["unit"].tolist() == ["T (2), U (1)", "U (1)"]
    assert of["cluster"]["rank"].tolist() == [1, 2]


def test_the_summary_names_no_more_than_the_largest_clusters():
    n = 8
    sites = pd.DataFrame(
        {
            "pcode": [str(i) for i in range(n)],
            "lisa_cluster": 1,
            "lisa_group": range(1, n + 1),
            "lisa_reason": "",
        }
    )
    units = pd.DataFrame({"within": [None] * n, "unit": [None] * n}, dtype=object)
    table = cluster_summary(sites, units, LABELS)
    assert table.loc[table["kind"] == "cluster", "rank"].tolist() == [1, 2, 3, 4, 5]
