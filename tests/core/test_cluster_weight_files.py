"""GAL and GWT files as GeoDa, PySAL, spdep and SpaceStat write them, and as they are broken."""

from __future__ import annotations

import numpy as np
import pytest
from asm_atlas.core.clusters.weight_files import read_gal, read_gwt, write_gal, write_gwt
from asm_atlas.core.clusters.weights import from_pairs, weight_values
from asm_atlas.core.exceptions import SourceError, TableError
from hypothesis import given, settings
from hypothesis import strategies as st

NAMES = ["a7", "b8", "c9"]
CHAIN = [[1], [0, 2], [1]]


def rows(weights):
    return [found.tolist() for found in np.split(weights.neighbours, weights.starts[1:-1])]


@pytest.fixture
def write(tmp_path):
    def written(text, encoding="utf-8"):
        path = tmp_path / "neighbours.gal"
        path.write_bytes(text.encode(encoding))
        return path

    return written


@pytest.mark.parametrize(
    ("text", "ids", "expected"),
    [
        pytest.param("3\n1 1\n2\n2 2\n1 3\n3 1\n2\n", None, CHAIN, id="old header, rows from 1"),
        pytest.param("3\n0 1\n1\n1 2\n0 2\n2 1\n1\n", None, CHAIN, id="old header, rows from 0"),
        pytest.param("0 3 mines pcode\na7 1\nb8\nb8 2\nc9 a7\nc9 1\nb8\n", NAMES, CHAIN, id="names"),
        pytest.param(
            "1 3 mines pcode\nc9 1\nb8\nb8 2\na7 c9\na7 1\nb8\n", NAMES, CHAIN, id="in another order"
        ),
        pytest.param(
            "0 3 sites\na7 1\nb8\nb8 2\nc9 a7\nc9 1\nb8\n", NAMES, CHAIN, id="header without a field"
        ),
        pytest.param("3\n1 1\n2\n2 1\n1\n3 0\n\n", None, [[1], [0], []], id="isolated, empty line"),
        pytest.param("3\n1 0\n2 1\n3\n3 1\n2\n", None, [[], [2], [1]], id="isolated, no line"),
        pytest.param(
            "3\r\n 1  1 \r\n2\t\r\n2 2\r\n1\r\n3\r\n3 1\r\n2", None, CHAIN, id="other ends, wrapped lines"
        ),
        pytest.param("\ufeff3\n1 1\n2\n2 2\n1 3\n3 1\n2\n", None, CHAIN, id="byte order mark"),
        pytest.param(
            "3\n1.0 1\n2.0\n2.0 2\n1.0 3.0\n3.0 1\n2.0\n", ["01", "02", "03"], CHAIN, id="names as numbers"
        ),
        pytest.param("3\n10 1\n2\n2 2\n10 30\n30 1\n2\n", ["10", "2", "30"], CHAIN, id="names are not rows"),
        pytest.param("3\n1 1\n2\n2 0\n3 1\n1\n", None, [[1], [], [0]], id="one way only"),
        pytest.param("0", [], [], id="no sites"),
    ],
)
def test_gal(write, text, ids, expected):
    weights = read_gal(write(text), ids)
    assert [row for row in rows(weights) if len(weights)] == expected
    assert weights.values is None


def test_names_in_the_coding_of_old_files(write):
    text = "2\nMiné 1\nPuits\nPuits 1\nMiné\n"
    assert rows(read_gal(write(text, "latin-1"), ["Miné", "Puits"])) == [[1], [0]]


@pytest.mark.parametrize(
    ("third_column", "standardised", "values"),
    [
        pytest.param("weights", True, [1, 0.25, 0.75, 1], id="weights"),
        pytest.param("weights", False, [2, 1, 3, 3], id="weights as given"),
        pytest.param("distances", True, [1, 0.5, 0.5, 1], id="distances"),
    ],
)
def test_gwt(write, third_column, standardised, values):
    path = write("0 4 mines pcode\na7 b8 2\nb8 c9 3.0\nb8\ta7  1e0\nc9 b8 3\n")
    weights = read_gwt(path, third_column, [*NAMES, "d1"], standardised)
    assert rows(weights) == [[1], [0, 2], [1], []]
    assert weight_values(weights).tolist() == values


def test_distances_of_nothing_are_those_of_sites_at_one_place(write):
    path = write("0 2 mines row\n1 2 0\n2 1 0\n")
    assert rows(read_gwt(path, "distances")) == [[1], [0]]
    with pytest.raises(
        TableError, match=r"Line 2 of 'neighbours\.gal' must hold a site, a neighbour and a number"
    ):
        read_gwt(path, "weights")


@pytest.mark.parametrize(
    ("text", "ids", "words"),
    [
        pytest.param("", None, "is empty", id="empty"),
        pytest.param("site,neighbour\n1,2\n", None, "first line .* number of sites", id="a table"),
        pytest.param("-3\n", None, "first line", id="a number below 0"),
        pytest.param("49\n1 1\n2\n", NAMES, "for 49 sites and the layer has 3", id="of another layer"),
        pytest.param(
            "3\n1 2\n2\n2 1\n1\n3 1\n2\n", None, "Line 4 .* more neighbours of '1'", id="count too high"
        ),
        pytest.param("3\n1 1\n2 3\n2 1\n1\n", None, "Line 3 .* more neighbours of '1'", id="count too low"),
        pytest.param("3\n1 0\n2 3\n", None, "ends before all neighbours of '2'", id="cut off"),
        pytest.param("3\n1 1\n2\n2\n", None, "Line 4 .* must hold a site and the number", id="no count"),
        pytest.param("3\n1 1\n2\n2 -1\n", None, "Line 4 .* must hold a site", id="count below 0"),
        pytest.param("3\n1 1\n3\n3 1\n1\n", None, "for 3 sites and lists 2", id="a site less"),
        pytest.param(
            "3\na7 1\nb8\nb8 1\nzz\nc9 1\nb8\n", NAMES, "Line 5 .* 'zz'.* does not have", id="unknown"
        ),
        pytest.param(
            "3\na7 1\nb8\na7 1\nb8\nc9 1\nb8\n", NAMES, "Line 4 .* 'a7' a second time", id="site twice"
        ),
        pytest.param(
            "3\na7 2\nb8 b8\nb8 0\nc9 0\n", NAMES, "Line 3 .* neighbour a second time", id="pair twice"
        ),
        pytest.param("3\na7 1\na7\nb8 0\nc9 0\n", NAMES, "Line 3 .* its own neighbour", id="own neighbour"),
        pytest.param("2\na7 1\nb8\nb8 1\na7\n", None, "other than their row", id="names without a field"),
        pytest.param("2\n5 1\n6\n6 1\n5\n", None, "from 0 or from 1", id="rows of something else"),
        pytest.param("2\na 1\nb\nb 1\na\n", ["a", "a"], "called 'a'", id="names twice"),
    ],
)
def test_gal_files_that_are_refused(write, text, ids, words):
    with pytest.raises(TableError, match=words):
        read_gal(write(text), ids)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("0 3 m k\na7 b8\n", "Line 2 .* must hold", id="two words"),
        pytest.param("0 3 m k\na7 b8 1 1\n", "Line 2 .* must hold", id="four words"),
        pytest.param("0 3 m k\na7 b8 1\n\nb8 a7 x\n", "Line 4 .* must hold", id="no number"),
        pytest.param("0 3 m k\na7 b8 nan\n", "Line 2 .* must hold", id="not a number"),
        pytest.param("0 3 m k\na7 b8 -1\n", "Line 2 .* above 0", id="below 0"),
        pytest.param(
            "0 3 m k\na7 b8 1\nb8 b8 1\n", "Line 3 .* its own neighbour", id="the diagonal of a kernel"
        ),
        pytest.param("0 3 m k\na7 b8 1\na7 b8 1\n", "Line 3 .* a second time", id="pair twice"),
        pytest.param("0 3 m k\na7 q 1\n", "Line 2 .* names site 'q'", id="unknown"),
    ],
)
def test_gwt_files_that_are_refused(write, text, words):
    with pytest.raises(TableError, match=words):
        read_gwt(write(text), "weights", NAMES)


def test_the_meaning_of_the_third_column_must_be_said(write):
    with pytest.raises(TableError, match="say 'weights' or 'distances'"):
        read_gwt(write("2\n1 2 1\n"), "")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(SourceError, match=r"'none\.gal' cannot be read"):
        read_gal(tmp_path / "none.gal")
    with pytest.raises(SourceError, match=r"'none\.gal' cannot be written"):
        write_gal(tmp_path / "no folder" / "none.gal", from_pairs(2, [0], [1]))


def test_a_gal_file_as_geoda_has_it(tmp_path):
    path = tmp_path / "mines.gal"
    write_gal(path, from_pairs(3, [0, 1, 1], [1, 0, 2]), NAMES, "mine sites", "pcode")
    assert path.read_text() == "0 3 mine_sites pcode\na7 1\nb8\nb8 2\na7 c9\nc9 0\n\n"
    write_gwt(path, from_pairs(3, [0, 1, 1], [1, 0, 2]))
    assert path.read_text() == "0 3 sites row\n1 2 1.0\n2 1 0.5\n2 3 0.5\n"


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 30), st.integers(0, 2**32 - 1), st.booleans(), st.booleans())
def test_what_is_written_is_read_again(tmp_path_factory, n, seed, weighs, is_named):
    random = np.random.default_rng(seed)
    site, neighbour = np.nonzero(random.random((n, n)) < 0.3)
    values = random.lognormal(0, 5, len(site)) if weighs else None
    kept = site != neighbour
    weights = from_pairs(n, site[kept], neighbour[kept], None if values is None else values[kept], not weighs)
    ids = [f"P{place}é" for place in random.permutation(n)] if is_named else None
    path = tmp_path_factory.mktemp("weights") / "written"
    if not weighs:
        write_gal(path, weights, ids)
        assert rows(read_gal(path, ids)) == rows(weights)
    if is_named:
        write_gwt(path, weights, ids)
        again = read_gwt(path, "weights", ids, standardised=False)
        assert rows(again) == rows(weights)
        assert np.array_equal(weight_values(again), weight_values(weights))


@pytest.mark.parametrize(
    ("weights", "ids", "words"),
    [
        pytest.param(from_pairs(2, [0], [1], [2.0]), None, "GAL file holds no weights", id="unequal weights"),
        pytest.param(from_pairs(2, [0], [1]), ["a b", "c"], "2 different words, not 'a b'", id="a space"),
        pytest.param(from_pairs(2, [0], [1]), ["", "c"], "2 different words, not ''", id="no name"),
        pytest.param(from_pairs(2, [0], [1]), ["c", "c"], "2 different words; choose", id="twice"),
        pytest.param(from_pairs(2, [0], [1]), ["c"], "2 different words", id="too few"),
    ],
)
def test_what_is_not_written(tmp_path, weights, ids, words):
    with pytest.raises(TableError, match=words):
        write_gal(tmp_path / "mines.gal", weights, ids)
    assert not (tmp_path / "mines.gal").exists()
