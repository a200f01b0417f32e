"""Points on the cells of a grid: on the ground, at the poles, at the dateline, and again."""

import numpy as np
import pytest
from asm_atlas.core.areas.geodesy import inverse
from asm_atlas.core.exceptions import TableError
from asm_atlas.core.public.grid import Grid, cell_centres, grid_of
from hypothesis import given
from hypothesis import strategies as st

LON = st.floats(-180, 180)
LAT = st.floats(-90, 90)


def moved(lon, lat, grid):
    x, y = cell_centres(np.array([lon]), np.array([lat]), grid)
    return float(x[0]), float(y[0])


def metres(lon, lat, x, y):
    return float(inverse(np.array(lon), np.array(lat), np.array(x), np.array(y)))


@given(LON, st.floats(-85, 85), st.sampled_from([500.0, 1000.0, 10_000.0, 30_000.0]))
def test_a_point_moves_by_no_more_than_half_a_diagonal(lon, lat, size):
    x, y = moved(lon, lat, Grid(size, "metres"))
    # rows are 1 % higher towards the poles, and cells widen towards the equator within their row
    assert metres(lon, lat, x, y) <= size * np.sqrt(2) / 2 * 1.06


@given(LON, LAT, st.sampled_from([500.0, 10_000.0, 100_000.0]))
def test_near_the_poles_a_point_moves_by_little_more_than_a_cell(lon, lat, size):
    x, y = moved(lon, lat, Grid(size, "metres"))
    assert metres(lon, lat, x, y) <= 1.5 * size


@given(LON, LAT, st.sampled_from([0.01, 0.07, 0.1, 1.0, 7.0]))
def test_in_degrees_a_point_moves_by_no_more_than_half_a_cell_each_way(lon, lat, size):
    x, y = moved(lon, lat, Grid(size, "degrees"))
    cell = 180 / np.floor(180 / size + 1e-9)
    assert abs((x - lon + 180) % 360 - 180) <= cell / 2 + 1e-6
    assert abs(y - lat) <= cell / 2 + 1e-6


@given(LON, LAT, st.sampled_from([Grid(1000.0, "metres"), Grid(25_000.0, "metres"), Grid(0.03, "degrees")]))
def test_a_centre_is_its_own_centre(lon, lat, grid):
    once = moved(lon, lat, grid)
    assert moved(*once, grid) == once


@pytest.mark.parametrize(
    "a, b, grid",
    [
        pytest.param((180, 1), (-180, 1), Grid(10_000, "metres"), id="the dateline from both sides"),
        pytest.param((190, 1), (-170, 1), Grid(10_000, "metres"), id="longitudes counted on"),
        pytest.param((10, 90), (-170, 89.99), Grid(10_000, "metres"), id="all meridians at a pole"),
        pytest.param((28.5, -1.501), (28.5, -1.502), Grid(0.1, "degrees"), id="neighbours in a cell"),
    ],
)
def test_places_of_one_cell_get_one_point(a, b, grid):
    assert moved(*a, grid) == moved(*b, grid)


def test_a_degree_grid_has_round_centres():
    assert moved(28.511, -1.527, Grid(0.1, "degrees")) == (28.55, -1.55)


def test_cells_are_no_smaller_than_asked_for():
    lon, lat = np.arange(20, 31, 0.0005), np.full(22000, -3.0)
    x, _ = cell_centres(lon, lat, Grid(10_000, "metres"))
    centres = np.unique(x)
    gaps = inverse(
        centres[:-1], np.full(len(centres) - 1, -3.0), centres[1:], np.full(len(centres) - 1, -3.0)
    )
    assert gaps.min() >= 9_990 and gaps.max() < 10_100


def test_no_place_and_places_off_the_globe_have_no_cell():
    lon, lat = np.array([np.nan, 28, 28, 500_000, np.inf]), np.array([1, np.nan, 91, 2, 3])
    x, y = cell_centres(lon, lat, Grid(1000, "metres"))
    assert np.isnan(x).all() and np.isnan(y).all()


@pytest.mark.parametrize(
    "size, unit, sentence",
    [
        pytest.param(
            0, "metres", "GRID must be greater than 0 and at most 1e+06 metres, not 0", id="nothing"
        ),
        pytest.param(-5, "degrees", "at most 10 degrees, not -5", id="below nothing"),
        pytest.param(float("nan"), "metres", "not nan", id="no number"),
        pytest.param(11, "degrees", "not 11; give another size", id="a tenth of the globe"),
        pytest.param(0.5, "metres", "A GRID of 0.5 metres hides nothing", id="half a metre"),
    ],
)
def test_sizes_that_no_grid_has(size, unit, sentence):
    with pytest.raises(TableError) as told:
        grid_of(size, unit)
    assert sentence in str(told.value)
