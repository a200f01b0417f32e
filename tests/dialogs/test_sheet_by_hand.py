"""Sheets out of the designer: files, layouts in the project, changes by hand, recipes of the user."""

import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from asm_atlas.cartography.fonts import set_label_font
from asm_atlas.cartography.preflight.page import label_font
from qgis.core import QgsLayoutItemLabel, QgsLayoutItemScaleBar, QgsProject
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QApplication

TITLE = "Artisanal mining sites in Ngalara"


def shown_message(designer):
    item = designer.message_bar.currentItem()
    return item.text() if item is not None else ""


def item_on_preview(designer, item_id):
    return designer.preview.layout_shown().itemById(item_id)


@pytest.fixture()
def recipes_folder(monkeypatch, tmp_path):
    """The user's recipes in a folder of the test."""
    from asm_atlas.cartography import own_recipes

    folder = tmp_path / "recipes"
    monkeypatch.setattr(own_recipes, "recipes_folder", lambda: folder)
    return folder


@pytest.fixture()
def edited(designer, demo_project):
    """The sheet opened in the layout designer and changed there."""
    designer.build_preview()
    designer.open_in_designer()
    layout = demo_project.layoutManager().printLayouts()[0]
    layout.itemById("title").setText("Mines of Ngalara, by hand")
    layout.itemById("subtitle").setVisibility(False)
    layout.removeLayoutItem(layout.itemById("caveat"))
    logo = layout.itemById("scale_ratio")
    logo.attemptMoveBy(-3, 2)
    added = QgsLayoutItemLabel(layout)
    added.setId("remark")
    added.setText("Seen & checked <in> Goma")
    layout.addLayoutItem(added)
    added.attemptSetSceneRect(QRectF(30, 60, 60, 8))
    return layout


# -- files ------------------------------------------------------------------------------------------


def test_the_pdf_holds_the_title(designer, tmp_path):
    asked = []

    def ask_path(caption, suggestion, kind):
        asked.append((suggestion, kind))
        return str(tmp_path / "sheet")

    designer.build_preview()
    designer.ask_path = ask_path
    designer.export_button.click()
    path = tmp_path / "sheet.pdf"
    assert path.read_bytes().startswith(b"%PDF")
    assert asked[0][0].endswith("ASM-NGALARA-A3.pdf")
    message = shown_message(designer)
    assert "sheet.pdf" in message
    assert "site names placed" in message
    assert [child.name for child in tmp_path.iterdir()] == ["sheet.pdf"]
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed: the text of the PDF was not read")
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert TITLE in text


@pytest.mark.parametrize(
    "kind, preset, names",
    [
        ("png", "screen", ["sheet.png", "sheet_2.png"]),
        ("svg", "screen", ["sheet.svg", "sheet_2.svg"]),
        ("report", "office", ["sheet.pdf", "sheet_report.html", "sheet_report.json"]),
        ("package", "screen", ["sheet.zip"]),
    ],
)
def test_each_kind_of_file_is_written(designer, choose, tmp_path, kind, preset, names):
    choose(designer.format, kind)
    choose(designer.preset, preset)
    designer.ask_path = lambda *_: str(tmp_path / names[0])
    designer.export_button.click()
    assert sorted(child.name for child in tmp_path.iterdir()) == names
    if kind == "png":
        image = QImage(str(tmp_path / "sheet.png"))
        sides = sorted((image.width(), image.height()))
        assert sides == pytest.approx([297 / 25.4 * 150, 420 / 25.4 * 150], abs=2)
    if kind == "svg":
        assert TITLE in (tmp_path / "sheet.svg").read_text(encoding="utf-8")
    if kind == "report":
        report = json.loads((tmp_path / "sheet_report.json").read_text(encoding="utf-8"))
        assert report["sheet"]["title"] == TITLE
    if kind == "package":
        inside = zipfile.ZipFile(tmp_path / "sheet.zip").namelist()
        assert {"sheet.pdf", "sheet.png", "sheet_report.html", "sheet_metadata.xml"} <= set(inside)


def test_the_folder_is_suggested_again(designer, tmp_path):
    suggestions = []

    def ask_path(caption, suggestion, kind):
        suggestions.append(suggestion)
        return str(tmp_path / "one.pdf") if len(suggestions) == 1 else ""

    designer.ask_path = ask_path
    designer.export()
    designer.export()
    assert suggestions[1].startswith(str(tmp_path))
    assert [child.name for child in tmp_path.iterdir()] == ["one.pdf"]


def test_an_export_that_fails_says_why(designer, tmp_path):
    designer.ask_path = lambda *_: str(tmp_path / "nowhere" / "sheet.pdf")
    designer.export()
    assert shown_message(designer) == "There is no folder nowhere; make it or choose another."
    assert QApplication.overrideCursor() is None


# -- in the layout designer -------------------------------------------------------------------------


def test_the_layout_designer_gets_one_layout_and_its_own_layers(designer, demo_project, iface):
    users = {layer.id(): layer.name() for layer in demo_project.mapLayers().values()}
    styles = {layer_id: demo_project.mapLayer(layer_id).renderer().dump() for layer_id in users}
    designer.open_action.trigger()
    layouts = demo_project.layoutManager().printLayouts()
    assert [layout.name() for layout in layouts] == [TITLE]
    assert iface.opened == layouts
    group = demo_project.layerTreeRoot().findGroup(f"ASM Atlas: {TITLE}")
    added = set(demo_project.mapLayers()) - set(users)
    assert set(group.findLayerIds()) == added
    assert layouts[0].itemById("main_map").layers()[0].id() in added
    assert not group.isVisible()
    assert {layer_id: demo_project.mapLayer(layer_id).name() for layer_id in users} == users
    assert {i: demo_project.mapLayer(i).renderer().dump() for i in users} == styles
    for combo in designer.form.layers.combos.values():
        offered = {combo.layer(i).id() for i in range(combo.count()) if combo.layer(i) is not None}
        assert offered.isdisjoint(added)
    assert designer.form.layers.layer("sites").id() in users


def test_the_same_sheet_twice_gets_two_names(designer, demo_project):
    designer.open_in_designer()
    designer.open_in_designer()
    names = sorted(layout.name() for layout in demo_project.layoutManager().printLayouts())
    assert names == [TITLE, f"{TITLE} (2)"]


def test_a_sheet_that_fails_leaves_the_project_alone(designer, demo_project, iface):
    before = set(demo_project.mapLayers())
    designer.form.logo.setFilePath("/nowhere/logo.svg")
    designer.open_in_designer()
    assert set(demo_project.mapLayers()) == before
    assert demo_project.layoutManager().printLayouts() == []
    assert iface.opened == []
    assert "logo.svg" in shown_message(designer)


def test_changes_by_hand_survive_the_next_build(designer, edited):
    designer.take_action.trigger()
    assert "5 changes" in shown_message(designer)
    for _ in range(2):
        assert item_on_preview(designer, "title").text() == "Mines of Ngalara, by hand"
        assert not item_on_preview(designer, "subtitle").isVisible()
        assert not item_on_preview(designer, "caveat").isVisible()
        assert item_on_preview(designer, "remark").text() == "Seen & checked <in> Goma"
        moved, place = item_on_preview(designer, "scale_ratio"), edited.itemById("scale_ratio")
        assert (moved.pos().x(), moved.pos().y()) == pytest.approx(
            (place.pos().x(), place.pos().y()), abs=0.05
        )
        designer.form.version.setText("2")
        designer.build_preview()
    rows = [designer.findings.by_hand.item(i).text() for i in range(designer.findings.by_hand.count())]
    assert "remark: added" in rows
    assert "subtitle: hidden" in rows
    assert designer.findings.tabText(1).endswith("(5)")


def test_changes_are_for_their_own_sheet_alone(designer, edited, choose):
    designer.take_changes_back()
    choose(designer.form.area, "Haut-Tessou")
    designer.build_preview()
    assert item_on_preview(designer, "title").text() == "Artisanal mining sites in Haut-Tessou"
    assert item_on_preview(designer, "remark") is None
    assert designer.findings.by_hand.count() == 0
    designer.take_changes_back()
    assert "has no layout of this sheet" in shown_message(designer)


def test_changes_are_in_the_exported_file_and_in_the_saved_project(designer, edited, tmp_path):
    designer.take_changes_back()
    designer.ask_path = lambda *_: str(tmp_path / "sheet.pdf")
    designer.export()
    assert "is written" in shown_message(designer)
    if shutil.which("pdftotext") is not None:
        run = subprocess.run(["pdftotext", str(tmp_path / "sheet.pdf"), "-"], capture_output=True, text=True)
        assert "Seen & checked <in> Goma" in run.stdout
        assert "latest visits" not in run.stdout
    path = str(tmp_path / "project.qgz")
    assert QgsProject.instance().write(path)
    other = QgsProject()
    assert other.read(path)
    from asm_atlas.dialogs.kept_changes import kept_changes

    assert len(kept_changes(other, designer.key)) == 5


def test_a_change_is_removed_from_the_list(designer, edited):
    designer.take_changes_back()
    rows = [designer.findings.by_hand.item(i).text() for i in range(designer.findings.by_hand.count())]
    assert not designer.findings.remove_button.isEnabled()
    designer.findings.by_hand.setCurrentRow(next(i for i, row in enumerate(rows) if row.startswith("title")))
    designer.findings.remove_button.click()
    assert item_on_preview(designer, "title").text() == TITLE
    assert item_on_preview(designer, "remark") is not None
    assert designer.findings.by_hand.count() == len(rows) - 1


def test_what_cannot_be_taken_back_is_said(designer, edited):
    bar = QgsLayoutItemScaleBar(edited)
    bar.setId("my_bar")
    edited.addLayoutItem(bar)
    set_label_font(edited.itemById("crs"), label_font(edited.itemById("title")))
    designer.take_changes_back()
    assert "my_bar" in shown_message(designer)
    assert "crs" in shown_message(designer)
    assert item_on_preview(designer, "my_bar") is None


def test_a_text_by_hand_that_hides_a_newer_one_is_told(designer, edited):
    edited.itemById("sources").setText("Our own sources")
    designer.take_changes_back()
    designer.form.layers.checks["roads"].setChecked(False)
    designer.form.layers.checks["towns"].setChecked(False)
    designer.build_preview()
    designer.check()
    rows = [designer.findings.checks.item(i).text() for i in range(designer.findings.checks.count())]
    assert any("Our own sources" in row and "newer" in row for row in rows)
    assert item_on_preview(designer, "sources").text() == "Our own sources"


def test_the_layout_opened_again_holds_the_older_changes(designer, edited, demo_project):
    designer.take_changes_back()
    designer.open_in_designer()
    second = demo_project.layoutManager().printLayouts()[-1]
    second = next(each for each in demo_project.layoutManager().printLayouts() if each.name().endswith("(2)"))
    assert second.itemById("title").text() == "Mines of Ngalara, by hand"
    second.itemById("subtitle").setVisibility(True)
    demo_project.layoutManager().removeLayout(edited)
    designer.take_changes_back()
    assert item_on_preview(designer, "subtitle").isVisible()
    assert item_on_preview(designer, "title").text() == "Mines of Ngalara, by hand"
    assert item_on_preview(designer, "remark") is not None


def test_an_untouched_layout_has_no_changes(designer, demo_project):
    designer.build_preview()
    designer.open_in_designer()
    designer.take_changes_back()
    assert "0 changes" in shown_message(designer)
    assert "are not" not in shown_message(designer)


# -- recipes of the user ----------------------------------------------------------------------------


def test_a_sheet_is_kept_as_a_recipe(designer, choose, recipes_folder, make_designer):
    choose(designer.form.theme, "qualification")
    choose(designer.form.names, "few")
    designer.form.layers.checks["roads"].setChecked(False)
    designer.form.title.setText("Statuses in Ngalara {draft}")
    designer.build_preview()
    designer.keep_recipe("Statuses of a province")
    path = recipes_folder / "statuses_of_a_province.json"
    assert path.is_file()
    assert designer.form.recipes.currentData() == str(path)
    designer.build_preview()
    sheet = designer.preview.live.sheet
    assert sheet.title == "Statuses in Ngalara {draft}"
    assert sheet.recipe.id == "statuses_of_a_province"
    assert sheet.request.paper == "A3"
    assert "roads" not in sheet.layers
    assert "sites" in sheet.looks
    assert designer.form.names.currentData() == "few"
    choose(designer.form.area, "Haut-Tessou")
    designer.build_preview()
    assert designer.preview.live.sheet.title == "Statuses in Haut-Tessou {draft}"
    listed = make_designer().form.recipes
    assert "Statuses of a province" in [listed.itemText(i) for i in range(listed.count())]


@pytest.mark.parametrize(
    "name, words",
    [("province", "is the name of a recipe of the plugin"), ("!?", "no letters"), ("", "no letters")],
)
def test_names_that_a_recipe_cannot_have(designer, recipes_folder, name, words):
    designer.keep_recipe(name)
    assert words in shown_message(designer)
    assert not list(recipes_folder.glob("*")) if recipes_folder.exists() else True


def test_a_broken_recipe_is_told_and_left_out(recipes_folder, designer, make_designer):
    recipes_folder.mkdir()
    (recipes_folder / "broken.json").write_text("{", encoding="utf-8")
    second = make_designer()
    second.build_preview()
    assert "broken.json is not JSON" in shown_message(second)
    listed = [second.form.recipes.itemData(i) for i in range(second.form.recipes.count())]
    assert not any("broken" in str(value) for value in listed)
    assert Path(recipes_folder / "broken.json").exists()
