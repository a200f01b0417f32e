"""Colours and signs of two indicators side by side."""

import pytest
from asm_atlas.cartography.pair_legend import PairKey, draw_pair_key
from asm_atlas.cartography.pair_style import cell_symbol, pair_colours
from asm_atlas.cartography.theme import colourings, read_theme


@pytest.fixture(params=colourings())
def theme(request):
    return read_theme(request.param)


def test_nine_cells_have_the_colours_of_the_theme(theme):
    assert pair_colours(theme, 3) == theme.at("comparison.colours")


@pytest.mark.parametrize("n", [2, 3, 4, 5, 6])
def test_corners_are_kept_and_signs_differ_by_more_than_colour(qgis_app, theme, n):
    colours, corners = pair_colours(theme, n), theme.at("comparison.colours")
    assert [colours[0][0], colours[0][-1], colours[-1][0], colours[-1][-1]] == [
        corners[0][0],
        corners[0][-1],
        corners[-1][0],
        corners[-1][-1],
    ]
    places = [(i, j) for i in range(1, n + 1) for j in range(1, n + 1)]
    symbols = {place: cell_symbol(theme, n, *place) for place in places}
    signs = {place: symbol.symbolLayer(0) for place, symbol in symbols.items()}
    assert len({(sign.shape(), round(sign.size(), 2)) for sign in signs.values()}) == n * n
    assert len({sign.color().name() for sign in signs.values()}) == n * n
    assert signs[(1, 1)].color().name() == corners[-1][-1], "dark is bad in both"


@pytest.mark.parametrize("scale", [1.0, 3.0])
def test_the_key_grows_with_its_words(qgis_app, theme, scale):
    def height(words):
        places = [(1, 1), (1, 2), (2, 1), (2, 2)]
        key = PairKey(
            ("Security", words),
            ("red", "green"),
            dict.fromkeys(places, "#d3d3d3"),
            {place: cell_symbol(theme, 2, *place) for place in places},
            dict.fromkeys(places, 1234),
            ((None, words),),
        )
        return draw_pair_key(key, scale).height()

    assert height("a long name of an indicator " * 4) > height("short") * 1.1
