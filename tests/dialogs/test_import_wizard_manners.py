"""How the import wizard stops, fails, closes and can be read."""

import pytest
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar, QWizard
from wizard_walk import NOTEBOOK, to_mapping, wait_for


@pytest.mark.parametrize("when", ["reading", "trying"])
def test_escape_stops_the_work(wizard, resources, tmp_path, when):
    output = tmp_path / "never.gpkg"
    wizard.source.set_file(str(resources / "demo" / "visits.csv"))
    wizard.source.geopackage.setFilePath(str(output))
    wizard.next()
    if when == "trying":
        wait_for(wizard.mapping.isComplete)
        wizard.mapping.start_trial()
    job = wizard.mapping.job
    assert job is not None
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()
    assert job.feedback.isCanceled()
    assert job.wait(20)
    assert wizard.mapping.trial is None or when == "trying"
    assert not output.exists()
    assert QgsProject.instance().mapLayers() == {}


def test_escape_while_writing_leaves_nothing(wizard, notebook, tmp_path):
    to_mapping(wizard, notebook, tmp_path / "never.gpkg")
    wizard.next()
    wizard.next()
    assert wizard.finish.is_running
    assert not wizard.button(QWizard.WizardButton.FinishButton).isEnabled()
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    wait_for(lambda: not wizard.isVisible())
    assert [path.name for path in tmp_path.iterdir()] == [notebook.name]
    assert QgsProject.instance().mapLayers() == {}
    wait_for(lambda: QgsApplication.taskManager().countActiveTasks() == 0)


def test_a_write_that_fails_says_why_and_lets_go_back(wizard, notebook, tmp_path):
    folder = tmp_path / "gone"
    folder.mkdir()
    to_mapping(wizard, notebook, folder / "a.gpkg")
    wizard.next()
    folder.rmdir()
    wizard.next()
    wait_for(lambda: not wizard.finish.is_running)
    QApplication.processEvents()
    assert not wizard.finish.isComplete()
    assert "cannot be written" in wizard.finish.state.text()
    assert wizard.button(QWizard.WizardButton.BackButton).isEnabled()
    assert QgsProject.instance().mapLayers() == {}


@pytest.mark.parametrize("page", ["source", "mapping", "finish"])
def test_closing_leaves_nothing_behind(make_wizard, notebook, page):
    project = QgsProject.instance()
    before = project.receivers(project.layersWillBeRemoved)
    wizard = make_wizard()
    if page != "source":
        to_mapping(wizard, notebook)
    if page == "finish":
        wizard.next()
        wizard.next()
    finished = []
    wizard.finished.connect(finished.append)
    if page == "finish":
        wizard.release()
    wizard.close()
    wizard.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert sip.isdeleted(wizard)
    assert len(finished) == 1
    assert project.receivers(project.layersWillBeRemoved) == before
    wait_for(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:4326", "later", "memory"))


def shown_as_markup(label):
    return not label.isHidden() and label.textFormat() != Qt.TextFormat.PlainText


def test_labels_show_data_letter_by_letter(wizard, tmp_path):
    path = tmp_path / "<img src=x>.csv"
    path.write_text(NOTEBOOK, encoding="utf-8")
    to_mapping(wizard, path)
    wizard.next()
    labels = [label for label in wizard.findChildren(QLabel) if "img" in label.text()]
    assert [label.text() for label in labels if shown_as_markup(label)] == []


def test_every_field_has_a_name_and_letters_do_not_clash(wizard, notebook):
    to_mapping(wizard, notebook)
    for page in (wizard.source, wizard.mapping, wizard.findings):
        texts = [label.text() for label in page.findChildren(QLabel) if label.buddy() is not None]
        texts += [button.text() for button in page.findChildren(QAbstractButton) if button.text()]
        texts += [bar.tabText(place) for bar in page.findChildren(QTabBar) for place in range(bar.count())]
        letters = [text[text.index("&") + 1].casefold() for text in texts if "&" in text]
        assert len(letters) == len(set(letters)), texts
        assert not {"n", "b"} & set(letters)  # Next and Back
    for combo in wizard.mapping.editor.columns.combos.values():
        assert combo.accessibleName()
        assert combo.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("points", [None, 15])
def test_the_pages_fit_a_small_screen(make_wizard, notebook, points):
    """With letters half as large again too; title and buttons take about 120 pixels."""
    before = QApplication.font()
    if points is not None:
        font = QApplication.font()
        font.setPointSize(points)
        QApplication.setFont(font)
    try:
        wizard = make_wizard()
        to_mapping(wizard, notebook)
        wizard.next()
        for number in wizard.pageIds():
            least = wizard.page(number).minimumSizeHint()
            assert least.width() <= 1300, number
            assert least.height() <= 600, number
    finally:
        QApplication.setFont(before)
