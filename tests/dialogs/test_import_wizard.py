"""The import wizard with real widgets, from a file to the layers."""

import json
import shlex

import pytest
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QWizard
from wizard_walk import TABLES, batch, rows_of, to_end, to_mapping, wait_for

# -- whole walks ------------------------------------------------------------------------------------


def test_what_the_wizard_writes_is_what_a_batch_writes(wizard, resources, tmp_path):
    demo = resources / "demo" / "visits.csv"
    to_mapping(wizard, demo, tmp_path / "atlas.gpkg")
    assert wizard.mapping.profile.currentData() == "ipis_cod"
    assert "Recognised by its columns: IPIS open data, DR Congo" in wizard.mapping.recognition.text()
    to_end(wizard)
    assert wizard.finish.isComplete(), wizard.finish.state.text()
    assert "602 rows = 521 visits" in wizard.finish.state.text()
    batch(tmp_path / "batch.gpkg", INPUT=str(demo))
    assert rows_of(tmp_path / "atlas.gpkg") == rows_of(tmp_path / "batch.gpkg")


@pytest.mark.real_data
def test_a_published_release_is_walked_through(wizard, data):
    to_mapping(wizard, data / "ipis" / "cod_mines_ipis_2026-05.csv")
    page = wizard.mapping
    assert page.preview.model.rowCount() == 200
    assert "200 of 5801 rows" in page.preview.state.text()
    assert "76 of the 84 columns" in page.recognition.text()
    wizard.next()
    sentence = wizard.findings.counts.text()
    assert (
        "7163 rows = 5801 visits (272 told by third parties) + 1362 status decisions + 0 rejected" in sentence
    )
    n_findings = wizard.findings.findings_model.rowCount()
    assert sum(row[1] for row in wizard.findings.summary_model.rows) == n_findings > 0
    assert QgsProject.instance().mapLayers() == {}
    wizard.next()
    wait_for(lambda: not wizard.finish.is_running)
    assert sentence in wizard.finish.state.text()
    assert "has changed" not in wizard.finish.state.text()


def test_an_unknown_table_is_mapped_by_suggestions(wizard, notebook, tmp_path):
    to_mapping(wizard, notebook, tmp_path / "carnet.gpkg")
    page = wizard.mapping
    assert page.is_own and page.editor.isVisible()
    assert "No profile knows these columns" in page.recognition.text()
    assert "Not used so far: N°." in page.recognition.text()
    columns = page.editor.columns
    assert columns.columns()["minerals.1"] == "Minerai principal"
    assert columns.columns()["visit_date"] == "Date de la visite"
    assert columns.site_key_from() == ["name", "admin2"]
    assert columns._items["village"].text(2) == ""
    assert columns._cells["name"].widget(0).text() == "Kisuma | Mubi | Nyabibwe"
    values = page.editor.values
    assert values.target.currentData() == "minerals"
    assert values.table.topLevelItem(0).text(0) == "Caillou jaune"
    combo = values.combos["Caillou jaune"]
    combo.choose("gold")
    combo.activated.emit(combo.currentIndex())
    assert columns.columns()["comment"] == "Remarque"
    wait_for(page.isComplete)
    assert values.combos["Caillou jaune"] is combo  # the table is not made anew under the user's hands
    place = page.preview.model.rows.columns.index("mineral_main")
    assert page.preview.model.rows.texts[2][place] == "gold"
    to_end(wizard)
    assert wizard.finish.isComplete(), wizard.finish.state.text()
    profile = tmp_path / "carnet_profile.json"
    document = json.loads(profile.read_text(encoding="utf-8"))
    assert document["recode"] == {"minerals": {"Caillou jaune": "gold"}}
    batch(tmp_path / "batch.gpkg", INPUT=str(notebook), PROFILE_FILE=str(profile))
    assert rows_of(tmp_path / "carnet.gpkg") == rows_of(tmp_path / "batch.gpkg")
    sites = rows_of(tmp_path / "carnet.gpkg")["sites"][1]
    assert len(sites) == 4


def test_an_atlas_is_taken_as_it_is(wizard, resources, tmp_path):
    first = tmp_path / "first.gpkg"
    batch(first, INPUT=str(resources / "demo" / "visits.csv"))
    wizard.source.set_file(str(first))
    wizard.source.table.setCurrentIndex(wizard.source.table.findText("visits"))
    wizard.source.repair.setChecked(True)
    wizard.source.geopackage.setFilePath(str(tmp_path / "again.gpkg"))
    wizard.next()
    page = wizard.mapping
    wait_for(page.isComplete)
    assert "there is nothing to map" in page.recognition.text()
    assert "Not used for an atlas: repair of locations." in page.recognition.text()
    assert not page.editor.isVisible() and not page.profile.isEnabled() and not page.save.isEnabled()
    assert page.preview.model.rowCount() == 200
    page.preview.table.setCurrentIndex(1)
    assert "of 300 rows" in page.preview.state.text()
    to_end(wizard)
    assert wizard.finish.isComplete(), wizard.finish.state.text()
    assert "has changed" not in wizard.finish.state.text()
    assert "PROFILE" not in wizard.finish.command
    before, after = rows_of(first), rows_of(tmp_path / "again.gpkg")
    assert {name: before[name] for name in TABLES[:4]} == {name: after[name] for name in TABLES[:4]}


def test_the_keyboard_is_enough(wizard, resources, tmp_path):
    """Type a path, then Return or Space on what has the focus; no mouse."""
    line = wizard.source.file.lineEdit()
    line.setFocus()
    QTest.keyClicks(line, str(resources / "demo" / "visits.csv"))
    QTest.keyClick(line, Qt.Key.Key_Tab)
    output = wizard.source.geopackage.lineEdit()
    output.setFocus()
    output.selectAll()
    QTest.keyClicks(output, str(tmp_path / "keys.gpkg"))
    QTest.keyClick(output, Qt.Key.Key_Return)
    assert wizard.currentPage() is wizard.mapping
    wait_for(wizard.mapping.isComplete)
    tabs = 0
    while not wizard.mapping.preview.view.hasFocus() and tabs < 20:
        QTest.keyClick(QApplication.focusWidget() or wizard, Qt.Key.Key_Tab)
        tabs += 1
    assert wizard.mapping.preview.view.hasFocus()
    QTest.keyClick(wizard.mapping.preview.view, Qt.Key.Key_Down)
    press(wizard, QWizard.WizardButton.NextButton)
    assert wizard.currentPage() is wizard.findings
    wizard.findings.summary.setFocus()
    QTest.keyClick(wizard.findings.summary, Qt.Key.Key_Return)
    QTest.keyClick(wizard.findings.words, Qt.Key.Key_Return)
    assert wizard.currentPage() is wizard.findings  # Return there must not import
    rule = wizard.findings.summary_model.rows[0][2]
    assert wizard.findings.rule.currentData() == rule
    assert wizard.findings.filter.rowCount() == wizard.findings.summary_model.rows[0][1]
    press(wizard, QWizard.WizardButton.NextButton)
    wait_for(lambda: not wizard.finish.is_running)
    assert (tmp_path / "keys.gpkg").is_file()
    press(wizard, QWizard.WizardButton.FinishButton)
    assert not wizard.isVisible()


def press(wizard, button):
    """Tab to a button, as a keyboard user does, and press Space."""
    wanted = wizard.button(button)
    for _ in range(40):
        if wanted.hasFocus():
            break
        QTest.keyClick(QApplication.focusWidget() or wizard, Qt.Key.Key_Tab)
    assert wanted.hasFocus(), wanted.text()
    QTest.keyClick(wanted, Qt.Key.Key_Space)


# -- layers -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kept", [True, False], ids=["in a GeoPackage", "temporary"])
def test_the_layers_come_styled_in_a_group(wizard, resources, tmp_path, kept):
    below = QgsProject.instance().addMapLayer(
        QgsVectorLayer(str(resources / "demo" / "protected_areas.geojson"), "areas", "ogr")
    )
    to_mapping(wizard, resources / "demo" / "visits.csv", tmp_path / "a.gpkg" if kept else None)
    to_end(wizard)
    root = QgsProject.instance().layerTreeRoot()
    group = root.children()[0]
    assert group.name() == "visits"
    assert root.children()[1].layerId() == below.id()
    assert [node.layer().name() for node in group.children()] == [
        *("Sites", "Visits", "Actors", "Statuses", "Findings")
    ]
    assert [node.isVisible() for node in group.children()] == [True, False, True, True, False]
    sites = group.children()[0].layer()
    assert sites.renderer().type() == "categorizedSymbol"
    assert sites.featureCount() == 300
    assert sites.providerType() == ("ogr" if kept else "memory")
    assert "DR Congo" in sites.metadata().title() or sites.metadata().rights()
    assert ("go when QGIS closes" in wizard.finish.state.text()) != kept


def test_a_second_import_gets_a_group_of_its_own(make_wizard, resources):
    for _ in range(2):
        wizard = make_wizard()
        to_mapping(wizard, resources / "demo" / "visits.csv")
        to_end(wizard)
        wizard.accept()
    names = [node.name() for node in QgsProject.instance().layerTreeRoot().children()]
    assert sorted(names) == ["visits", "visits (2)"]


def test_the_command_repeats_the_import(wizard, resources, tmp_path):
    to_mapping(wizard, resources / "demo" / "visits.csv", tmp_path / "the atlas.gpkg")
    to_end(wizard)
    wizard.finish.copy.click()
    words = shlex.split(QGuiApplication.clipboard().text())
    assert words[:3] == ["qgis_process", "run", "asm:importvisits"]
    parameters = dict(word[2:].split("=", 1) for word in words[3:])
    assert parameters["INPUT"] == str(resources / "demo" / "visits.csv")
    assert parameters["PROFILE"] == "ipis_cod"
    from qgis import processing

    again = {name: value.replace("the atlas", "again") for name, value in parameters.items()}
    processing.run("asm:importvisits", again)
    assert rows_of(tmp_path / "the atlas.gpkg") == rows_of(tmp_path / "again.gpkg")


def test_a_layer_of_the_project_is_imported(wizard, notebook):
    layer = QgsProject.instance().addMapLayer(QgsVectorLayer(str(notebook), "my <b>visits</b>", "ogr"))
    wizard.source.set_layer(layer)
    wizard.source.to_memory.setChecked(True)
    assert wizard.source.from_layer.isChecked()
    wizard.next()
    wait_for(wizard.mapping.isComplete)
    to_end(wizard)
    assert QgsProject.instance().layerTreeRoot().children()[0].name() == "my <b>visits</b>"
