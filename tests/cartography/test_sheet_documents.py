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


def arrangements():
    for recipe_id in recipe_ids():
        recipe = read_recipe(recipe_id)
        for paper in recipe.papers:
            for orientation in recipe.orientations(paper):
                for visits in (0, 99) if recipe_id == "site" else (0,):
                    words = f"{recipe_id} {paper} {orientation} {visits} visits"
                    yield pytest.param(recipe, paper, orientation, visits, id=words)


@pytest.mark.parametrize("recipe, paper, orientation, visits", arrangements())
def test_boxes_stay_on_the_page_and_apart(recipe, paper, orientation, visits):
    arrangement = recipe.arrangement(paper, orientation, visits)
    boxes = dict(arrangement.boxes)
    for group, columns in arrangement.columns.items():
        boxes.update({f"{group} {number}": box for number, box in enumerate(columns)})
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


@pytest.mark.parametrize("visits, is_large", [(0, True), (3, True), (4, False), (40, False)])
def test_the_map_of_a_site_of_few_visits_is_larger(visits, is_large):
    recipe = read_recipe("site")
    height = recipe.arrangement("A4", "portrait", visits).boxes["main"].height
    assert (height > recipe.arrangement("A4", "portrait", 40).boxes["main"].height) == is_large


def test_a_recipe_needs_an_arrangement_for_any_number_of_visits(tmp_path):
    document = {**read_recipe("site").document, "id": "own"}
    arranged = document["page"]["arrangements"]
    document["page"] = {**document["page"], "arrangements": [arranged[0]]}
    own = tmp_path / "own.json"
    own.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(DocumentError, match="has nothing for A4, A3"):
        read_recipe(own)


@pytest.mark.parametrize(
    "width, height, expected",
    [(3, 1, "landscape"), (1, 2, "portrait"), (1, 1, "portrait"), (1.3, 1, "landscape")],
)
def test_the_orientation_follows_the_shape_of_the_area(width, height, expected):
    assert read_recipe("province").orientation_for("A0", width, height) == expected


def test_a_recipe_says_only_what_differs_from_the_one_it_extends(tmp_path):
    own = tmp_path / "mine.json"
    own.write_text(
        json.dumps(
            {
                "id": "mine",
                "extends": "province",
                "page": {"papers": ["A3"]},
                "frames": {"main": {"margin": 0.1}, "locator": None},
                "texts": {"title": {"en": "Mines of {area}", "fr": "Mines : {area}"}},
            }
        ),
        encoding="utf-8",
    )
    with pytest.raises(DocumentError, match=r"mine.json.*locator' is not known here"):
        read_recipe(own)  # its parent has a box for the frame that it takes out
    document = json.loads(own.read_text(encoding="utf-8"))
    del document["frames"]["locator"]
    own.write_text(json.dumps(document), encoding="utf-8")
    recipe, parent = read_recipe(own), read_recipe("province")
    assert recipe.id == "mine" and recipe.papers == ["A3"]
    assert recipe.main == {**parent.main, "margin": 0.1}
    assert recipe.arrangement("A3", "portrait") == parent.arrangement("A3", "portrait")
    assert recipe.texts("fr")["title"] == "Mines : {area}"
    assert parent.texts("fr")["title"] == "Sites miniers artisanaux : {area}"


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
            _drop("page", "arrangements", 0, "portrait", "boxes", "main"),
            "'page.arrangements.0.portrait.boxes.main' is missing",
            id="no main map",
        ),
        pytest.param(
            _drop("page", "arrangements", 2),
            "'page.arrangements' has nothing for A4",
            id="a paper unarranged",
        ),
        pytest.param(
            lambda d: d["page"]["arrangements"][1]["landscape"]["boxes"].update(notes=[1, 2, 3]),
            "page.arrangements.1.landscape.boxes.notes' must be four numbers",
            id="short box",
        ),
        pytest.param(lambda d: d.update(version=3), "'version' must be text", id="version is a number"),
        pytest.param(
            lambda d: d.update(langages=["fr"]),
            "'langages' is not known here; write 'languages'",
            id="misspelt key",
        ),
        pytest.param(lambda d: d.update(extends="provinz"), "'extends' must be one of", id="no such parent"),
        pytest.param(lambda d: d.update(extends="province"), "goes round in a circle", id="extends itself"),
        pytest.param(
            lambda d: d["blocks"].update(legend=["kee"]),
            "'blocks.legend.0' must be one of .*qualification,",
            id="unknown block",
        ),
        pytest.param(
            lambda d: d["frames"]["main"]["layers"].append({"role": "lake"}),
            r"'frames.main.layers.12.role' must be one of .*lakes",
            id="unknown role",
        ),
        pytest.param(
            lambda d: d["frames"]["main"]["layers"][0].update(filter='"workers" > > 3'),
            "'frames.main.layers.0.filter' is not an expression",
            id="broken filter",
        ),
        pytest.param(
            lambda d: d["frames"]["main"]["layers"][0].update(theme="mineral"),
            "'frames.main.layers.0.theme' is no theme; write 'minerals'",
            id="misspelt theme",
        ),
        pytest.param(
            lambda d: d["frames"]["main"].update(scale_steps=[1, 5, 2]),
            "'frames.main.scale_steps' must rise",
            id="scales out of order",
        ),
        pytest.param(
            lambda d: d.update(texts={"title": {"en": "Mines of {aera}", "fr": "Mines : {area}"}}),
            r"'texts.title.en' holds \{aera\}, which is not filled in here; use \{area\}",
            id="unknown placeholder",
        ),
        pytest.param(
            lambda d: d.update(texts={"title": {"en": "Mines of {area", "fr": "Mines"}}),
            "'texts.title.en' has a brace without its other one",
            id="open brace",
        ),
        pytest.param(
            lambda d: d.update(texts={"titel": {"en": "x", "fr": "x"}}),
            "'texts.titel' is not known here; write 'title'",
            id="misspelt text",
        ),
        pytest.param(
            lambda d: d.update(texts={"title": {"en": "{area:>999999999}", "fr": "Mines : {area}"}}),
            "'texts.title.en' holds {area:>999999999}, which is not filled in here",
            id="placeholder with a width",
        ),
        pytest.param(
            lambda d: d.update(texts={"title": {"en": "{area.__class__}", "fr": "Mines : {area}"}}),
            "'texts.title.en' holds {area.__class__}, which is not filled in here",
            id="placeholder that looks into a value",
        ),
        *(
            pytest.param(
                lambda d, call=call: d["frames"]["main"]["layers"][0].update(filter=call),
                f"'frames.main.layers.0.filter' calls {name}, which looks beyond the row; take it out",
                id=f"filter that calls {name}",
            )
            for name, call in (
                ("env", "env('HOME') = 'x'"),
                ("eval", "eval('1') = 1"),
                ("file_exists", "coalesce(file_exists('/etc/passwd'), true)"),
                ("raster_value", "raster_value('x', 1, $geometry) > 1"),
                ("layer_property", "layer_property('x', 'source') = 'x'"),
            )
        ),
        pytest.param(
            lambda d: d.update(texts={"title": {"en": "Mines"}}),
            "'texts.title.fr' is missing",
            id="one language",
        ),
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
