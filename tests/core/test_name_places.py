"""Room for names on paper."""

import numpy as np
import pytest
from asm_atlas.core.sheets.name_places import CELL_MM, NameBox, paper, place_names


def name_at(x, y, rank=0.0, width=10.0):
    return NameBox(x, y, width, 2.0, 2.0, 2.0, rank)


@pytest.mark.parametrize(
    "taken, expected",
    [
        pytest.param([], (22, 19), id="nothing near: at the right, level with the sign"),
        pytest.param([(21, 15, 10, 10)], (8, 19), id="the right is taken: at the left"),
        pytest.param([(0, 18.2, 18.5, 6), (21.5, 18.2, 20, 6)], (15, 16), id="both sides are taken: above"),
        pytest.param([(0, 0, 40, 21.9)], (15, 22), id="only below is free"),
        pytest.param([(0, 0, 40, 40)], None, id="all is taken"),
    ],
)
def test_a_name_stands_at_the_best_place_that_is_free(taken, expected):
    free = paper(40, 40)
    for box in taken:
        free.take_box(*box)
    assert place_names([name_at(20, 20)], free) == [expected]


@pytest.mark.parametrize(
    "ranks, placed",
    [
        pytest.param([1, 2], [False, True], id="the higher rank wins, whatever the order"),
        pytest.param([2, 1], [True, False], id="the same the other way round"),
        pytest.param([1, 1], [True, False], id="of equals the first"),
    ],
)
def test_where_one_name_has_room_the_more_important_one_gets_it(ranks, placed):
    free = paper(30, 30)
    free.take_box(0, 0, 30, 13.8)
    free.take_box(0, 16.2, 30, 13.8)
    free.take_box(0, 0, 15.5, 30)
    found = place_names([name_at(15, 15, rank) for rank in ranks], free)
    assert [corner is not None for corner in found] == placed


def test_names_leave_the_frame_nowhere_and_never_lie_on_each_other():
    places = np.random.default_rng(4).uniform(0, 200, (600, 2))
    names = [name_at(x, y, rank, width=5 + rank % 9) for rank, (x, y) in enumerate(places.tolist())]
    found = [(*corner, name) for corner, name in zip(place_names(names, paper(200, 200)), names) if corner]
    assert 200 < len(found) < 600
    for x, y, name in found:
        assert 0 <= x <= 200 - name.width_mm and -CELL_MM - 0.3 <= y <= 200 - name.height_mm + 0.3 + CELL_MM
    for first, (x, y, name) in enumerate(found):
        for other_x, other_y, other in found[first + 1 :]:
            apart_x = max(other_x - x - name.width_mm, x - other_x - other.width_mm)
            apart_y = max(other_y - y - name.height_mm, y - other_y - other.height_mm)
            assert apart_x >= 0 or apart_y >= -2 * 0.15 * name.line_mm - 1e-9


def test_no_names_take_no_room():
    free = paper(20, 20)
    assert place_names([], free) == [] and free.free.all()
