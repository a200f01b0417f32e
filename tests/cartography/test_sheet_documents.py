"""Recipes, themes and texts: what they must hold, and how a fault in them is told."""

import json
import shutil
import string

import pytest
from asm_atlas.cartography import recipe as recipes
from asm_atlas.cartography import theme as themes
from asm_atlas.cartography.recipe import read_recipe, recipe_ids, sheet_texts
from asm_atlas.cartography.symbols import ring_statuses
from asm_atlas.cartography.theme import (
    actor_codes,
    colourings,
    read_theme,
    safe_twin,
    theme_ids,
    theme_minerals,
    vocabulary_terms,
)
from asm_atlas.core.exceptions import DocumentError

EVERY_PAGE = [(recipe_id, paper) for recipe_id in recipe_ids() for paper in read_recipe(recipe_id).papers]


@pytest.mark.parametrize("recipe_id, paper", EVERY_PAGE)
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_boxes_stay_on_the_page_and_apart(recipe_id, paper, orientation):
    arrangement = read_recipe(recipe_id).arrangement(paper, orientation)
    boxes = {**arrangement.boxes, **{f"column {n}": box for n, box in enumerate(arrangement.columns)}}
    for name, box in boxes.items():
        assert box.x >= 0 and box.y >= 0, name
        assert (
            box.x + box.width <= arrangement.page_width and box.y + box.height <= arrangement.page_height
        ), name
    names = list(boxes)
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            a, b = boxes[one], boxes[other]
            overlap_x = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
            overlap_y = min(a.y + a.height, b.y + b.height) - max(a.y, b.y)
            assert overlap_x <= 0 or overlap_y <= 0, f"{one} lies on {other}"


@pytest.mark.parametrize(
    "width, height, expected",
    [(3, 1, "landscape"), (1, 2, "portrait"), (1, 1, "portrait"), (1.3, 1, "landscape")],
)
def test_the_orientation_follows_the_shape_of_the_area(width, height, expected):
    assert read_recipe("province").orientation_for("A0", width, height) == expected


def test_type_never_gets_larger_on_smaller_paper():
    recipe = read_recipe("province")
    for role in recipe.type_pt("A0"):
        sizes = [recipe.type_pt(paper)[role] for paper in ("A0", "A1", "A2", "A3", "A4")]
        assert sizes == sorted(sizes, reverse=True), role
        assert min(sizes) >= 6, role


def test_both_languages_have_the_same_texts_and_placeholders():
    def placeholders(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    english, french = sheet_texts("en"), sheet_texts("fr")
    assert english.keys() == french.keys()
    for key in english:
        assert placeholders(english[key]) == placeholders(french[key]), key


@pytest.fixture()
def documents(tmp_path, monkeypatch):
    """Copies of the shipped documents that a test may spoil."""
    shutil.copytree(recipes.RESOURCES, tmp_path / "resources")
    monkeypatch.setattr(recipes, "SHEETS", tmp_path / "resources" / "sheets")
    monkeypatch.setattr(themes, "THEMES", tmp_path / "resources" / "themes")

    def spoil(name, change):
        path = tmp_path / "resources" / name
        document = json.loads(path.read_text(encoding="utf-8"))
        change(document)
        path.write_text(json.dumps(document), encoding="utf-8")

    return spoil


def _drop(*steps):
    def change(document):
        for step in steps[:-1]:
            document = document[step]
        del document[steps[-1]]

    return change


@pytest.mark.parametrize(
    "change, told",
    [
        pytest.param(
            _drop("arrangements", 0, "portrait", "main"), "arrangements.0.portrait.main", id="no main map"
        ),
        pytest.param(_drop("arrangements", 2), "nothing for A4", id="a paper without arrangement"),
        pytest.param(_drop("type_pt", "A0", "site"), "type_pt.A0.site", id="no type size"),
        pytest.param(
            lambda d: d["arrangements"][1]["landscape"].update(notes=[1, 2, 3]),
            "four numbers",
            id="short box",
        ),
        pytest.param(lambda d: d.update(version=3), "'version' must be text", id="version is a number"),
    ],
)
def test_a_fault_in_a_recipe_is_told_by_its_path(documents, change, told):
    documents("sheets/province.json", change)
    with pytest.raises(DocumentError, match=told) as error:
        read_recipe("province")
    assert "province.json" in str(error.value)


@pytest.mark.parametrize(
    "name, change, told",
    [
        pytest.param("mine_glyph", _drop("ring", "gap_mm"), "ring.gap_mm", id="no gap of the ring"),
        pytest.param("minerals", _drop("rest"), "'rest' is missing", id="nothing for other minerals"),
        pytest.param(
            "workers",
            lambda d: d["classes"][1]["when"].update(workers={"from": 50, "below": 50}),
            "classes.1.when.workers.below' must be above 50",
            id="an empty class",
        ),
    ],
)
def test_a_fault_in_a_theme_is_told_by_its_path(documents, name, change, told):
    documents(f"themes/{name}.json", change)
    with pytest.raises(DocumentError, match=told) as error:
        read_theme(name)
    assert f"{name}.json" in str(error.value)


def test_the_safe_theme_changes_colours_and_nothing_else():
    plain, safe = read_theme("mine_glyph"), read_theme("mine_glyph_safe")
    assert colourings() == ["mine_glyph", "mine_glyph_safe"] == [theme_ids()[0], safe_twin("mine_glyph")]
    for path in ("workers.classes", "armed_presence.classes", "ring"):
        assert safe.at(path) == plain.at(path)
    colours = {mineral.code: mineral.colour for mineral in theme_minerals(safe)}
    assert colours["gold"] == "#dab90c"
    assert {mineral.code: mineral.colour for mineral in theme_minerals(plain)}["gold"] == "#daa520"


def test_every_actor_class_has_one_sign():
    theme = read_theme("armed_presence")
    signs = {}
    for entry in theme.at("classes"):
        when = entry["when"] if isinstance(entry["when"], list) else [entry["when"]]
        if "kinds" in when[0].get("actor_class", {}):
            for code in actor_codes(when[0]["actor_class"]["kinds"], when[0]["actor_class"].get("conduct")):
                signs.setdefault(code, []).append(entry["id"])
    codes = {term["code"] for term in vocabulary_terms("actor_classes")} - {"none", "unknown"}
    assert set(signs) == codes
    assert all(len(ids) == 1 for ids in signs.values()), signs


def test_every_status_has_a_ring_a_dash_and_a_letter():
    statuses = ring_statuses(read_theme("mine_glyph"))
    decided = {"green", "yellow", "red", "blue"}
    assert decided <= {term["code"] for term in vocabulary_terms("qualification")}
    assert {status["id"] for status in statuses} == decided
    for key in ("fill", "ring_dash", "shape"):
        assert len({status[key] for status in statuses}) == len(statuses), key
    for language in ("en", "fr"):
        assert len({status["letter"][language] for status in statuses}) == len(statuses)
