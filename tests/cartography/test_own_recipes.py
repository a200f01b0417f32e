"""Recipes that are made from others: what they say, and what sheets make of it."""

import json

import pytest
from asm_atlas.cartography.own_recipes import (
    ALL_NAMES,
    FEW_NAMES,
    NO_NAMES,
    OWN_NAMES,
    Adaptation,
    adapted_document,
    frame_roles,
    general_text,
    site_names,
    site_theme,
    used_roles,
    write_document,
)
from asm_atlas.cartography.recipe import read_recipe, recipe_ids
from asm_atlas.core.exceptions import DocumentError


def adapted(tmp_path, source, **changed):
    path = tmp_path / "adapted.json"
    write_document(adapted_document(source, read_recipe(source), Adaptation(**changed)), path)
    return read_recipe(path)


@pytest.mark.parametrize("recipe_id", recipe_ids())
def test_an_unchanged_recipe_stays_what_it_is(tmp_path, recipe_id):
    before = read_recipe(recipe_id)
    after = adapted(tmp_path, recipe_id)
    assert after.layers() == before.layers()
    assert after.blocks() == before.blocks()
    assert (after.id, after.papers, after.needs) == (before.id, before.papers, before.needs)


@pytest.mark.parametrize("recipe_id", [name for name in recipe_ids() if site_theme(read_recipe(name))])
def test_another_theme_brings_the_legend_of_themes(tmp_path, recipe_id):
    recipe = adapted(tmp_path, recipe_id, site_theme="qualification")
    assert site_theme(recipe) == "qualification"
    kinds = [kind for kinds in recipe.blocks().values() for kind in kinds]
    assert "legend" in kinds
    assert not {"key", "presence", "workers", "minerals", "qualification"} & set(kinds)


def test_layers_that_are_off_are_not_drawn_nor_named(tmp_path):
    recipe = adapted(tmp_path, "province", off=("provinces", "roads"))
    assert not {"provinces", "province_names", "roads"} & {spec.role for spec in recipe.layers()}
    assert "provinces" in used_roles(recipe)  # a sheet is still about one of them
    assert "roads" not in frame_roles(recipe)


@pytest.mark.parametrize("names", [ALL_NAMES, FEW_NAMES, NO_NAMES])
def test_names_of_sites(tmp_path, names):
    recipe = adapted(tmp_path, "province", names=names)
    assert site_names(recipe) == names
    path = tmp_path / "adapted.json"
    back = adapted_document(path, recipe, Adaptation(names=ALL_NAMES))
    write_document(back, path)
    assert site_names(read_recipe(path)) == ALL_NAMES


def test_a_rule_of_its_own_for_names_stays(tmp_path):
    path = tmp_path / "own.json"
    document = adapted_document("province", read_recipe("province"), Adaptation())
    document["frames"]["main"]["layers"][0]["label_filter"] = "\"mineral_main\" = 'gold'"
    write_document(document, path)
    recipe = read_recipe(path)
    assert site_names(recipe) == OWN_NAMES
    kept = adapted_document(path, recipe, Adaptation(off=("roads",)))
    assert kept["frames"]["main"]["layers"][0]["label_filter"] == "\"mineral_main\" = 'gold'"


@pytest.mark.parametrize(
    "layer, words",
    [
        ({"role": "sites", "label_filter": "workers >>"}, "label_filter' is not an expression"),
        ({"role": "towns", "label_filter": "true"}, "names of sites alone"),
        ({"role": "sites", "label_filter": "{wrong}"}, "is not filled in here"),
    ],
)
def test_faults_of_a_rule_for_names(tmp_path, layer, words):
    path = tmp_path / "own.json"
    document = adapted_document("province", read_recipe("province"), Adaptation())
    document["frames"]["main"]["layers"] = [layer]
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(DocumentError, match=words):
        read_recipe(path)


def test_the_paper_chosen_becomes_the_first(tmp_path):
    assert adapted(tmp_path, "province", paper="A2").papers == ["A2", "A0", "A1", "A3", "A4"]


@pytest.mark.parametrize(
    "text, area, template",
    [
        ("Mines of Ngalara", "Ngalara", "Mines of {area}"),
        ("Mines", "", "Mines"),
        ("100 {sic} %", "Ngalara", "100 {{sic}} %"),
    ],
)
def test_a_title_of_one_sheet_becomes_one_for_all(text, area, template):
    assert general_text(text, area) == template
    assert template.format(area=area) == text
