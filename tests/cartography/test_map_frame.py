"""Projection, scale and graticule of the main map."""

import pytest
from asm_atlas.cartography.map_frame import graticule_interval, map_crs, round_scale
from asm_atlas.cartography.margin import default_map_id, segment_km
from asm_atlas.cartography.recipe import Box, read_recipe
from qgis.core import QgsRectangle


@pytest.mark.parametrize(
    "west, south, east, north, expected",
    [
        pytest.param(26.8, -5.0, 29.3, -1.6, "EPSG:32735", id="Sud-Kivu"),
        pytest.param(27.2, 0.9, 31.3, 3.7, "EPSG:32635", id="Ituri"),
        pytest.param(15.0, 4.0, 19.0, 6.0, "EPSG:32633", id="western Central African Republic"),
        pytest.param(12.2, -13.5, 31.3, 5.4, "ESRI:102022", id="all of DR Congo"),
        pytest.param(179.0, -18.0, 179.9, -17.0, "EPSG:32760", id="last zone"),
    ],
)
def test_the_projection_fits_the_area(west, south, east, north, expected):
    assert map_crs(QgsRectangle(west, south, east, north)).authid() == expected


def test_wide_areas_outside_africa_get_an_equal_area_projection_of_their_own():
    crs = map_crs(QgsRectangle(-70, -20, -50, 0))
    assert "laea" in crs.toProj() and "+lon_0=-60" in crs.toProj()


@pytest.mark.parametrize(
    "width_m, height_m, expected",
    [
        pytest.param(400_000, 100_000, 500_000, id="exactly a round scale"),
        pytest.param(400_001, 100_000, 600_000, id="a metre more"),
        pytest.param(100_000, 330_000, 500_000, id="height decides"),
        pytest.param(800, 500, 1_000, id="one mine"),
    ],
)
def test_the_scale_is_the_next_round_one(width_m, height_m, expected):
    extent = QgsRectangle(0, 0, width_m, height_m)
    assert round_scale(
        extent, Box(0, 0, 800, 800), read_recipe("province").main["scale_steps"]
    ) == pytest.approx(expected)


@pytest.mark.parametrize("degrees", [0.05, 0.3, 1, 2.5, 4, 10, 25])
def test_the_graticule_has_four_to_eight_lines_on_the_longer_side(degrees):
    graticule = read_recipe("province").main["graticule"]
    area = QgsRectangle(20, 0, 20 + degrees, degrees)
    minutes = graticule_interval(area, graticule["minutes"], graticule["most_lines"])
    assert 3 <= degrees * 60 / minutes <= 8


@pytest.mark.parametrize(
    "scale, most_mm, expected", [(500_000, 50, 20), (500_000, 100, 50), (1_000_000, 9, 5)]
)
def test_scale_bar_segments_are_round_kilometres(scale, most_mm, expected):
    assert segment_km(scale, most_mm) == pytest.approx(expected)


@pytest.mark.parametrize(
    "area, paper, expected",
    [
        ("Sud-Kivu", "A0", "ASM-SUD-KIVU-A0"),
        ("Ombella-M'Poko", "A3", "ASM-OMBELLA-M-POKO-A3"),
        ("", "A4", "ASM-ALL-A4"),
    ],
)
def test_the_map_number_comes_from_area_and_paper(area, paper, expected):
    assert default_map_id(area, paper) == expected
