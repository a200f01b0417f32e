"""Squares of the grid and the order of names in an index."""

import pytest
from asm_atlas.core.sheets.grid_squares import column_letters, grid_squares, round_side
from asm_atlas.core.sheets.name_order import name_order


@pytest.mark.parametrize(
    "scale, least, most, expected",
    [
        pytest.param(500_000, 80, 100, 50_000, id="Sud-Kivu A0: 100 mm"),
        pytest.param(400_000, 80, 100, 40_000, id="Nord-Kivu A0: 100 mm"),
        pytest.param(750_000, 80, 100, 60_000, id="75 km would be 100 mm, 60 is rounder"),
        pytest.param(1_250_000, 80, 100, 100_000, id="a power of ten"),
        pytest.param(1_500_000, 40, 50, 60_000, id="half squares of A3"),
        pytest.param(900_000, 99, 99.9, 80_000, id="nothing round fits: the next below"),
    ],
)
def test_sides_are_round_metres(scale, least, most, expected):
    assert round_side(scale, least, most) == pytest.approx(expected)


@pytest.mark.parametrize("scale", [step * 10**5 for step in (1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8)])
def test_sides_of_every_scale_of_a_series_are_80_to_100_mm(scale):
    assert 80 <= round_side(scale, 80, 100) / scale * 1000 <= 100 + 1e-9


@pytest.mark.parametrize(
    "column, letters", [(0, "A"), (7, "H"), (8, "J"), (13, "P"), (23, "Z"), (24, "AA"), (49, "BB")]
)
def test_letters_leave_out_i_and_o(column, letters):
    assert column_letters(column) == letters


def test_squares_against_counting_by_hand():
    squares = grid_squares((310_000, 9_420_000, 790_000, 9_930_000), 500_000)
    assert (squares.west, squares.north, squares.side_m) == (300_000, 9_950_000, 50_000)
    assert (squares.columns, squares.rows) == (10, 11)
    assert squares.square_of(300_000, 9_950_000) == "A1"
    assert squares.square_of(310_000, 9_899_999) == "A2"
    assert squares.square_of(760_000, 9_420_001) == "K11"
    assert squares.square_of(350_000, 9_900_000) == "B2", "on the lines: east and south"
    assert squares.square_of(299_999, 9_800_000) == squares.square_of(800_000, 9_800_000) == ""
    assert squares.column_edges()[8] == ("J", 700_000, 750_000)
    assert squares.row_edges()[0] == ("1", 9_900_000, 9_950_000)


def test_an_edge_on_a_line_makes_no_sliver():
    squares = grid_squares((100_000.001, 0, 199_999.999, 50_000.0000001), 500_000)
    assert (squares.columns, squares.rows) == (2, 1)


def test_names_are_sorted_as_readers_expect():
    given = [
        "Zinga",
        "Élila",
        "carrière 10",
        "Carrière 2",
        "Eli",
        "",
        "D18 Bis",
        "D2",
        "d18",
        "Œuf",
        "Ofa",
        "3 Antennes",
    ]
    assert sorted(given, key=name_order) == [
        "3 Antennes",
        "Carrière 2",
        "carrière 10",
        "D2",
        "d18",
        "D18 Bis",
        "Eli",
        "Élila",
        "Œuf",
        "Ofa",
        "Zinga",
        "",
    ]
