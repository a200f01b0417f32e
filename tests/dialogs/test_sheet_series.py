"""The window that prints a series, with real workers on the demo data."""

import json
from pathlib import Path

import pytest
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication


@pytest.fixture()
def series(designer, choose, tmp_path):
    """The window, opened from the designer, set to a folder of the test and to what is made quickly."""
    choose(designer.form.paper, "A4")
    choose(designer.preset, "screen")
    designer.build_preview()
    designer.open_series()
    designer.series.folder.setFilePath(str(tmp_path / "out"))
    return designer.series


def test_all_areas_of_the_recipe_are_offered(series, designer):
    assert series.chosen_areas() == ["Bas-Orvimba", "Haut-Tessou", "Ngalara"]
    assert series.run_button.isDefault()
    series.none_button.click()
    assert series.chosen_areas() == []
    assert not series.run_button.isEnabled()
    series.all_button.click()
    assert series.run_button.isEnabled()
    for check in series.languages.values():
        check.setChecked(False)
    assert not series.run_button.isEnabled()


def test_it_asks_for_what_the_designer_shows(series, designer, choose):
    designer.form.safe.setChecked(True)
    designer.form.credits.setText("By us")
    choose(designer.form.names, "few")
    series.reject()
    designer.open_series()
    asked = designer.series.parameters()
    assert asked["THEME"] == "mine_glyph_safe"
    assert asked["CREDITS"] == "By us"
    assert asked["PAPERS"] == ["A4"]
    assert asked["SITES"].name() == "sites"
    layers = json.loads(Path(asked["RECIPE_FILE"]).read_text(encoding="utf-8"))["frames"]["main"]["layers"]
    assert layers[0]["label_filter"] == '"workers" >= 50'


@pytest.mark.subprocess
def test_a_series_is_printed_and_told(series, tmp_path):
    series.none_button.click()
    series.areas.item(2).setCheckState(Qt.CheckState.Checked)
    series.languages["fr"].setChecked(True)
    series.run_button.click()
    made = sorted(path.suffix for path in (tmp_path / "out").iterdir())
    assert made.count(".pdf") == 2
    assert "2 sheets made" in series.result.text()
    assert series.bar.value() == 100
    assert "Ngalara" in series.lines.toPlainText()
    assert not series.is_running
    assert series.close_button.isEnabled()
    series.run_button.click()
    assert "2 unchanged" in series.result.text()


@pytest.mark.subprocess
def test_a_series_is_stopped(series, tmp_path):
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(series.reject)  # Escape
    timer.start(300)
    series.run()
    assert series.isVisible()
    assert not series.is_running
    assert "sheets made" not in series.result.text()
    assert series.result.text()
    assert not list((tmp_path / "out").glob(".*part*")) if (tmp_path / "out").exists() else True


def test_what_goes_wrong_is_said(series, tmp_path):
    (tmp_path / "out").write_text("a file, no folder", encoding="utf-8")
    series.run()
    assert "out" in series.result.text()
    assert not series.is_running


def test_the_designer_closes_its_series(series, designer):
    designer.close()
    QApplication.processEvents()
    assert not series.is_running
    assert sip.isdeleted(series) or not series.isVisible() or series.parent() is designer
