"""The levels beside the scheme editor: before and after a change, and of two schemes."""

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QApplication
from scheme_editing import HEALTH, SECURITY, TABLES, settle

# -- levels -----------------------------------------------------------------------------------------


def test_the_chart_shows_what_the_algorithm_counts(editor, atlas_files, open_layer):
    scores = open_layer(atlas_files["scores"], "scores")
    levels = [feature["security_level"] for feature in scores.getFeatures() if feature["state"] == "scored"]
    panel = editor.results.chart.panels[0]
    assert panel.title == "Security"
    expected = [sum(level == number for level in levels) for number in range(5)]
    assert [bar.after for bar in panel.bars[:5]] == expected
    assert [bar.before for bar in panel.bars[:5]] == expected
    assert f"{len(levels)} of {scores.featureCount()} sites are scored" in editor.status.text()
    assert "Security: no data" in editor.results.chart.accessibleDescription()


def test_a_change_lists_the_sites_that_change(editor):
    editor.tree.choose(())
    editor.part.cuts[2].setValue(100)
    settle(editor)
    table = editor.results.sites
    changes = table.model.changes
    assert changes
    assert all((change.before, change.after) == (4, 3) for change in changes if change.dimension == "access")
    assert f"{len({change.pcode for change in changes})} sites change" in table.summary.text()
    texts = [table.proxy.data(table.proxy.index(0, column)) for column in range(5)]
    assert texts[3:] == ["high", "▼ medium"]
    editor.tree.choose(SECURITY)
    table.only_chosen.setChecked(True)
    assert table.proxy.rowCount() == sum(change.dimension == "security" for change in changes)
    editor.edits.stack.undo()
    settle(editor)
    assert editor.results.sites.summary.text() == "No site changes its level."


def test_the_map_goes_to_a_site(editor):
    editor.tree.choose(())
    editor.part.cuts[2].setValue(100)
    settle(editor)
    table = editor.results.sites
    table.table.selectRow(0)
    change = table.current_change()
    canvas = editor.iface.mapCanvas()
    table.zoom_button.click()
    assert canvas.center().x() == pytest.approx(change.longitude * 111319.49, rel=1e-4)
    assert canvas.scale() <= 50_001


def test_a_site_without_a_location_is_not_zoomed_to(editor):
    from asm_atlas.core.scorecard.level_changes import LevelChange

    table = editor.results.sites
    nan = float("nan")
    table.show_changes(
        [LevelChange("x", "<i>X", "security", 1, 2, nan, nan)], {"security": "S"}, {1: "a", 2: "b"}
    )
    table.table.selectRow(0)
    assert not table.zoom_button.isEnabled()
    assert table.zoom_button.toolTip() == "The site has no location."
    table.zoom_to_current()


def test_rows_that_are_edited_are_read_again(editor, atlas_layers):
    visits = atlas_layers["visits"]
    panel = editor.results.chart.panels[1]
    visits.startEditing()
    field = visits.fields().indexOf("children")
    for feature in visits.getFeatures():
        visits.changeAttributeValue(feature.id(), field, "yes")
    settle(editor)
    after = editor.results.chart.panels[1]
    assert after.bars[1].after > panel.bars[1].after
    assert after.bars[4].after == 0
    visits.rollBack()


def test_a_removed_layer_is_said(editor, atlas_layers):
    QgsProject.instance().removeMapLayer(atlas_layers["actors"].id())
    settle(editor)
    assert "No table of armed actors" in editor.status.text()
    QgsProject.instance().removeMapLayer(atlas_layers["visits"].id())
    settle(editor)
    assert "under Layers" in editor.results.chart.text


def test_a_table_that_does_not_fit_is_said(editor, atlas_layers):
    editor.results.layers.combos["visits"].setLayer(atlas_layers["statuses"])
    settle(editor)
    assert "The table VISITS lacks the fields" in editor.results.chart.text


def test_only_the_newest_state_is_scored(editor):
    heard = []
    editor.results.preview.done.connect(lambda comparison, _: heard.append(comparison))
    for value in (1, 2, 3, 4, 5):
        editor.part.weights[1].setValue(value)
        QApplication.processEvents()
    settle(editor)
    assert len(heard) <= 2
    assert editor.results.after.dimensions[0].items[1].weight == 5


# -- comparing --------------------------------------------------------------------------------------


def test_two_shipped_schemes_are_compared(editor, choose, resources):
    path = str(resources / "schemes" / "site_criteria_1.json")
    index = next(i for i in range(9) if editor.compare_with.itemText(i) == "site_criteria_1")
    editor.compare_with.setCurrentIndex(index)
    editor.compare_with.activated.emit(index)
    settle(editor)
    assert editor.compare_with.currentData().endswith(path[-20:])
    titles = [panel.title for panel in editor.results.chart.panels]
    assert "Security (only after)" in titles
    assert "Official status in force (only before)" in titles
    assert "different levels" in editor.results.sites.summary.text()
    assert editor.results.differences.table.rowCount() > 10


def test_differences_are_told_in_words(plain_editor):
    plain_editor.part.weights[0].setValue(3)
    plain_editor.tree.choose((*HEALTH, "items", 0))
    plain_editor.part.table.item(1, 1).setText("")
    plain_editor.tree.choose(HEALTH)
    plain_editor.part.cap_boxes[0].click()
    table = plain_editor.results.differences.table
    rows = [(table.item(row, 0).text(), table.item(row, 1).text()) for row in range(table.rowCount())]
    assert rows == [
        ("Security › Armed influence (worst actor)", "weight: 6 → 3"),
        ("Health and safety", "knock-out (Children under 15 working) switched: on → off"),
        ("Health and safety › Children under 15 working", "points “No”: 1 → unknown"),
    ]


@pytest.mark.real_data
def test_the_real_release_is_scored_before_and_after(
    plugin, data, tmp_path, qgis_new_project, open_layer, make_editor
):
    from qgis import processing

    names = (*TABLES, "findings")
    paths = {name: str(tmp_path / f"{name}.gpkg") for name in names}
    source = str(data / "ipis" / "cod_mines_ipis_2026-05.csv")
    processing.run("asm:importvisits", {"INPUT": source, **{name.upper(): paths[name] for name in names}})
    for name in TABLES:
        open_layer(paths[name], name)
    editor = make_editor()
    settle(editor)
    assert editor.status.text().startswith("1228 of 3423 sites are scored")
    security = [bar.after for bar in editor.results.chart.panels[0].bars]
    assert security == [0, 386, 192, 16, 634]
    editor.part.weights[0].setValue(1)
    settle(editor)
    bars = editor.results.chart.panels[0].bars
    assert [bar.before for bar in bars] == security
    assert sum(bar.after for bar in bars) == 1228
    assert len({change.pcode for change in editor.results.comparison.changes}) == 135
    QgsProject.instance().clear()
