"""R-trees packed at once are trees that SQLite takes for its own."""

import sqlite3

import numpy as np
import pytest
from asm_atlas.core.rtree_nodes import nodes_of_points


def tree_of(number, x, y, page_bytes=4096):
    """A database with an R-tree "t" of points."""
    database = sqlite3.connect(":memory:")
    database.execute(f"PRAGMA page_size = {page_bytes}")
    database.execute("CREATE VIRTUAL TABLE t USING rtree(id, minx, maxx, miny, maxy)")
    node_bytes = database.execute("SELECT length(data) FROM t_node").fetchone()[0]
    nodes = nodes_of_points(number, x, y, node_bytes)
    database.execute("DELETE FROM t_node")
    database.executemany("INSERT INTO t_node VALUES (?, ?)", nodes.data)
    database.executemany("INSERT INTO t_rowid VALUES (?, ?)", nodes.leaf_of)
    database.executemany("INSERT INTO t_parent VALUES (?, ?)", nodes.parent_of)
    return database


def points(n):
    rng = np.random.default_rng(n)
    return rng.permutation(3 * n)[:n].astype(np.int64), rng.uniform(-180, 180, n), rng.uniform(-90, 90, n)


def found(database, west, east, south, north):
    box = "SELECT id FROM t WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?"
    return sorted(row[0] for row in database.execute(box, (west, east, south, north)))


@pytest.mark.parametrize("page_bytes", [512, 4096, 65536])
@pytest.mark.parametrize("n", [0, 1, 39, 40, 41, 51, 52, 1_000, 20_000])
def test_sqlite_finds_what_is_there(n, page_bytes):
    number, x, y = points(n)
    database = tree_of(number, x, y, page_bytes)
    assert database.execute("SELECT rtreecheck('t')").fetchone() == ("ok",)
    assert database.execute("SELECT count(*) FROM t").fetchone() == (n,)
    for west, south in [(-180, -90), (0, 0), (100, -30), (179, 89)]:
        inside = (x >= west) & (x <= west + 40) & (y >= south) & (y <= south + 20)
        assert found(database, west, west + 40, south, south + 20) == sorted(number[inside].tolist())


def test_boxes_hold_their_points():
    number, x, y = points(1_000)
    boxes = tree_of(number, x, y).execute("SELECT minx, maxx, miny, maxy FROM t ORDER BY id").fetchall()
    west, east, south, north = np.array(boxes).T
    order = np.argsort(number)
    assert (west <= x[order]).all() and (east >= x[order]).all()
    assert (south <= y[order]).all() and (north >= y[order]).all()
    assert (east - west).max() < 1e-4


def test_a_packed_tree_takes_edits():
    number, x, y = points(5_000)
    database = tree_of(number, x, y)
    database.executemany("DELETE FROM t WHERE id = ?", [(int(one),) for one in number[::2]])
    added = [(20_000 + i, i / 100, i / 100, 1.0, 1.0) for i in range(3_000)]
    database.executemany("INSERT INTO t VALUES (?, ?, ?, ?, ?)", added)
    assert database.execute("SELECT rtreecheck('t')").fetchone() == ("ok",)
    assert found(database, -200, 200, -100, 100) == sorted(
        [*number[1::2].tolist(), *(row[0] for row in added)]
    )


def test_points_that_are_all_one_place():
    n = 500
    database = tree_of(np.arange(n), np.full(n, 27.1), np.full(n, -2.2))
    assert database.execute("SELECT rtreecheck('t')").fetchone() == ("ok",)
    assert found(database, 27, 28, -3, -2) == list(range(n))
