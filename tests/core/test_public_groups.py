"""Groups with fewer than k sites, and others withheld so that no difference tells of them."""

import numpy as np
import pytest
from asm_atlas.core.public.groups import NOWHERE, group_sites, settle
from hypothesis import given
from hypothesis import strategies as st


def codes(words):
    return np.unique(np.array(words, dtype=object), return_inverse=True)[1]


def levels_of(rows):
    """Codes for rows of (province, territory, cell): by cell, territory, province and the whole."""
    return [codes(["/".join(row[:n]) for row in rows]) for n in (3, 2, 1)] + [np.zeros(len(rows), dtype=int)]


def settled(counts, k, policy):
    """Sites by place ('P/T/c': number), each a row of its own; levels by place."""
    rows = [tuple(place.split("/")) for place, n in counts.items() for _ in range(n)]
    found = settle(levels_of(rows), np.arange(len(rows)), k, policy)
    return {place: int(found.level[rows.index(tuple(place.split("/")))]) for place in counts}, found


@pytest.mark.parametrize(
    "counts, policy, expected",
    [
        pytest.param({"P/T/a": 5, "P/T/b": 6}, "merge", {"P/T/a": 0, "P/T/b": 0}, id="none too small"),
        pytest.param(
            {"P/T/a": 3, "P/T/b": 2, "P/T/c": 9},
            "merge",
            {"P/T/a": 1, "P/T/b": 1, "P/T/c": 0},
            id="two small cells make one territory",
        ),
        pytest.param(
            {"P/T/a": 1, "P/T/b": 6, "P/T/c": 9},
            "merge",
            {"P/T/a": 1, "P/T/b": 1, "P/T/c": 0},
            id="one small cell takes the smallest other along",
        ),
        pytest.param(
            {"P/T/a": 1, "P/T/b": 6, "P/T/c": 9},
            "drop",
            {"P/T/a": NOWHERE, "P/T/b": NOWHERE, "P/T/c": 0},
            id="and hides with it when dropped",
        ),
        pytest.param(
            {"P/T/a": 2, "P/U/a": 7, "P/U/b": 9},
            "merge",
            {"P/T/a": 2, "P/U/a": 2, "P/U/b": 0},
            id="a small territory goes to the province with a cell of another",
        ),
        pytest.param(
            {"P/T/a": 2, "P/U/a": 3, "P/U/b": 3, "P/U/c": 9},
            "drop",
            {"P/T/a": NOWHERE, "P/U/a": NOWHERE, "P/U/b": NOWHERE, "P/U/c": 0},
            id="what is left out elsewhere in the province hides it already",
        ),
        pytest.param(
            {"P/T/a": 2, "Q/T/a": 3}, "merge", {"P/T/a": 3, "Q/T/a": 3}, id="two provinces make the whole"
        ),
        pytest.param({"P/T/a": 2, "Q/T/a": 2}, "merge", {"P/T/a": NOWHERE, "Q/T/a": NOWHERE}, id="too few"),
    ],
)
def test_where_groups_end(counts, policy, expected):
    assert settled(counts, 5, policy)[0] == expected


def test_groups_that_hide_others_are_told_apart():
    _, found = settled({"P/T/a": 1, "P/T/b": 6, "P/T/c": 9}, 5, "drop")
    assert (found.small.sum(), found.hiding.sum()) == (1, 6)


def test_rows_of_one_site_and_of_no_known_one_count_once():
    levels = [np.zeros(6, dtype=int), np.zeros(6, dtype=int)]
    assert (settle(levels, np.array([1, 1, 1, 2, -1, -1]), 4, "merge").level == NOWHERE).all()
    assert (settle(levels, np.array([1, 1, 1, 2, -1, -1]), 3, "merge").level == 0).all()


PLACES = st.lists(
    st.tuples(st.sampled_from("PQ"), st.sampled_from("TUV"), st.sampled_from("abcd"), st.integers(-1, 30)),
    min_size=1,
    max_size=80,
)


@given(PLACES, st.integers(1, 6), st.sampled_from(["merge", "drop"]))
def test_no_group_and_no_difference_has_fewer_than_k_sites(rows, k, policy):
    levels = levels_of([row[:3] for row in rows])
    sites = np.array([row[3] for row in rows])
    found = settle(levels, sites, k, policy)
    shown = group_sites(levels, found, sites)
    out = found.level == NOWHERE
    assert ((shown >= k) | out).all()
    assert (shown[out] == 0).all()
    # Of each unit whose total somebody knows: what is not published below it is nothing, or at least k sites,
    # or all of the unit.
    for depth in range(1, len(levels)):
        for unit in np.unique(levels[depth]):
            inside = levels[depth] == unit
            hidden = inside & ((found.level >= depth) | out)
            if depth < len(levels) - 1 and (hidden == inside).all():
                continue
            n = len(np.unique(sites[hidden]))
            assert n == 0 or n >= k or (hidden == inside).all()


@given(PLACES, st.integers(2, 6), st.sampled_from(["merge", "drop"]), st.randoms())
def test_the_order_of_rows_decides_nothing(rows, k, policy, random):
    order = list(range(len(rows)))
    random.shuffle(order)
    sites = np.array([row[3] for row in rows])
    levels = levels_of([row[:3] for row in rows])
    found = settle(levels, sites, k, policy).level
    again = settle([level[order] for level in levels], sites[order], k, policy).level
    assert (again == found[order]).all()
