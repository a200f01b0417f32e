"""Distances, contrasts and lightness of colours: published values and an independent computation."""

import numpy as np
import pytest
from asm_atlas.core.colour_vision import (
    VISIONS,
    contrast,
    distances,
    hex_of,
    lightness,
    nearest_pair,
    nearest_pairs,
    over,
    rgb_of,
    seen_as,
    worst_distance,
)

MINERALS = ["#DAA520", "#FFA07A", "#1E90FF", "#FFDEAD", "#0047AB", "#8B5928", "#006600", "#C87533", "#808080"]
RARE = ["#9CC6DE", "#9966CB", "#CFCFCF", "#961F21", "#8889A1", "#7491A4", "#878787", "#D095C9"]
STATUSES = ["#29B012", "#E0A500", "#B00012", "#277AD9", "#808080"]
TITLES = ["#43B7FF", "#36AE71", "#E35528", "#124F43", "#9F2BAE"]
TINTS = ["#C7E9FF", "#C3E7D4", "#F7CCBE", "#B8CAC7", "#E2BFE7", "#CBD7BE"]
RD_YL_GN = ["#D7191C", "#FDAE61", "#A6D96A", "#1A9641"]
OPERATORS = ["#EB4B8B", "#CC490C", "#A87E7F", "#520C07", "#E80C0F"]


@pytest.mark.parametrize(
    "colours, expected",
    [
        pytest.param(MINERALS, (17.2, 8.8, 5.1, 5.3), id="main minerals"),
        pytest.param([*MINERALS, *RARE], (2.8, 1.0, 2.0, 2.8), id="all minerals"),
        pytest.param(STATUSES, (30.5, 13.2, 2.9, 13.7), id="qualification"),
        pytest.param(TITLES, (36.4, 15.9, 20.5, 12.2), id="titles, opaque"),
        pytest.param(TINTS, (8.0, 2.7, 1.4, 4.2), id="tints of titles and of protected areas"),
        pytest.param(OPERATORS, (11.7, 1.7, 5.0, 9.6), id="roadblock operators"),
        pytest.param(RD_YL_GN, (27.3, 2.4, 8.6, 28.9), id="red, yellow, green"),
    ],
)
def test_the_worst_pair_of_published_sets(colours, expected):
    assert tuple(round(pair.distance, 1) for pair in nearest_pairs(colours)) == expected
    assert [pair.vision for pair in nearest_pairs(colours)] == list(VISIONS)


@pytest.mark.parametrize(
    "colours, worst",
    [
        pytest.param(["#D7191C", "#FDAE61", "#ABD9E9", "#2C7BB6"], 28.3, id="RdYlBu-4"),
        pytest.param(["#011959", "#226061", "#828231", "#F29D6D", "#FACCFA"], 17.1, id="batlow-5"),
        pytest.param(["#EFF3FF", "#BDD7E7", "#6BAED6", "#3182BD", "#08519C"], 9.7, id="Blues-5"),
        pytest.param(
            [
                "#DAB90C",
                "#FF8A7C",
                "#2D90F8",
                "#FFE5C2",
                "#0047AB",
                "#89664B",
                "#325600",
                "#BF650F",
                "#7A7E81",
            ],
            14.9,
            id="safe minerals",
        ),
        pytest.param(["#005F4B", "#F6C700", "#C0001A", "#3B8EE0", "#9A9A9A"], 12.9, id="safe qualification"),
        pytest.param(["#123456"], float("inf"), id="one colour alone"),
        pytest.param(["#123456", "#123456"], 0.0, id="one colour twice"),
    ],
)
def test_the_worst_distance_under_any_vision(colours, worst):
    assert round(worst_distance(colours), 1) == worst


def test_the_nearest_pair_names_its_colours():
    pair = nearest_pair(RD_YL_GN, "deutan")
    assert (pair.vision, pair.first, pair.second) == ("deutan", 1, 2)
    assert nearest_pair(["#000000"]) is None


@pytest.mark.parametrize("vision", VISIONS)
def test_distances_agree_with_colorspacious(vision):
    """The same sum by Nathaniel Smith's package, on colours from all corners of the cube."""
    colorspacious = pytest.importorskip("colorspacious")
    corners = np.array(np.meshgrid(*[[0.0, 0.2, 0.6, 1.0]] * 3)).reshape(3, -1).T
    colours = hex_of(np.vstack([corners, np.random.default_rng(7).random((120, 3))]))
    seen = rgb_of(colours)
    if vision != "normal":
        kind = {"deutan": "deuteranomaly", "protan": "protanomaly", "tritan": "tritanomaly"}[vision]
        space = {"name": "sRGB1+CVD", "cvd_type": kind, "severity": 100}
        seen = np.clip(colorspacious.cspace_convert(seen, space, "sRGB1"), 0, 1)
        assert np.abs(rgb_of(seen_as(colours, vision)) - seen).max() <= 0.5 / 255 + 1e-4
    places = colorspacious.cspace_convert(seen, "sRGB1", "CAM02-UCS")
    expected = np.linalg.norm(places[:, None, :] - places[None, :, :], axis=-1)
    assert distances(colours, vision) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(
    "colour, l_star, on_white",
    [
        ("#DAA520", 71, 2.2),
        ("#FFDEAD", 90, 1.3),
        ("#0047AB", 33, 8.4),
        ("#006600", 37, 7.2),
        ("#9966CB", 52, 4.1),
        ("#000000", 0, 21.0),
        ("#ffffff", 100, 1.0),
    ],
)
def test_lightness_and_contrast_on_white(colour, l_star, on_white):
    assert round(lightness(colour)) == l_star
    assert round(contrast(colour, "#ffffff"), 1) == round(contrast("#ffffff", colour), 1) == on_white


@pytest.mark.parametrize(
    "colour, alpha, expected",
    [(TITLES[0], 0.3, TINTS[0]), ("#7D9A5C", 0.4, TINTS[5]), (TITLES[2], 1, TITLES[2])],
)
def test_tints_on_white_as_opaque_colours(colour, alpha, expected):
    assert over(colour, alpha) == expected.lower()


def test_grey_is_seen_as_grey():
    for vision in VISIONS:
        assert seen_as(["#808080", "#000000", "#ffffff"], vision) == ["#808080", "#000000", "#ffffff"]
