"""F1 and the Help buttons of the windows, and what is said where the pages are not there."""

import pytest
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMessageBox, QWizard


@pytest.fixture()
def opened(plugin, monkeypatch, tmp_path):
    """What the system was asked to open: (language, page); pages are made for every window."""
    from asm_atlas.dialogs import help_pages
    from asm_atlas.processing import help_files

    monkeypatch.setattr(help_files, "FOLDER", tmp_path / "l'aide #1")
    for page in ("index", "import", "sheets", "scorecard", "organisation", "trouble"):
        for language in ("en", "fr"):
            path = help_files.FOLDER / language / f"{page}.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("<p>", encoding="utf-8")
    asked = []

    class Services:
        answer = True

        @classmethod
        def openUrl(cls, url):  # noqa: N802
            asked.append(url)
            return cls.answer

    monkeypatch.setattr(help_pages, "QDesktopServices", Services)
    return asked


def pages_of(asked):
    """Pages of the addresses asked for; each must be a file that is there."""
    from pathlib import Path

    files = [Path(QUrl(url).toLocalFile()) for url in asked]
    assert all(file.is_file() for file in files)
    return [(file.parent.name, file.stem) for file in files]


def press_f1(window, focus=None):
    window.show()
    window.activateWindow()
    QApplication.setActiveWindow(window)
    (focus or window).setFocus()
    QApplication.processEvents()
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F1)


def test_the_import_wizard(opened, wizard):
    press_f1(wizard, wizard.source.file.lineEdit())
    wizard.button(QWizard.WizardButton.HelpButton).click()
    assert pages_of(opened) == [("en", "import")] * 2


def test_the_sheet_designer(opened, designer):
    press_f1(designer, designer.form.title)
    designer.help_button.click()
    assert pages_of(opened) == [("en", "sheets")] * 2


def test_the_scheme_editor(opened, plain_editor):
    press_f1(plain_editor, plain_editor.tree)
    plain_editor.help_button.click()
    assert pages_of(opened) == [("en", "scorecard")] * 2


def test_the_page_of_the_organisation(opened, qgis_new_project):
    from asm_atlas.dialogs.organisation_page import OrganisationPage

    page = OrganisationPage()
    press_f1(page, page.name)
    page.help_button.click()
    assert pages_of(opened) == [("en", "organisation")] * 2
    page.deleteLater()


def test_the_page_of_the_packages(opened, qgis_new_project):
    from asm_atlas.dialogs.packages_page import PackagesPage

    page = PackagesPage()
    press_f1(page, page.check_button)
    page.help_button.click()
    assert pages_of(opened) == [("en", "trouble")] * 2
    page.deleteLater()


def test_the_menu(opened, plugin):
    plugin.open_help()
    assert pages_of(opened) == [("en", "index")]


def test_in_french(opened, plugin, monkeypatch):
    from asm_atlas.dialogs import help_pages

    monkeypatch.setattr(help_pages, "user_language", lambda: "fr")
    help_pages.open_help("sheets")
    assert pages_of(opened) == [("fr", "sheets")]


@pytest.fixture()
def told(monkeypatch):
    """Sentences of the message boxes, which nobody has to close."""
    sentences = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: sentences.append(box.text()))
    return sentences


def test_pages_that_are_not_built_are_one_sentence(opened, told, monkeypatch, tmp_path):
    from asm_atlas.dialogs.help_pages import open_help
    from asm_atlas.processing import help_files

    monkeypatch.setattr(help_files, "FOLDER", tmp_path / "nothing")
    open_help("index")
    assert opened == []
    assert told == [
        "The help pages are not built; run 'make help' in the folder of the plugin, or install the plugin from its zip."
    ]


def test_a_system_without_a_browser_is_told_the_file(opened, told, monkeypatch):
    from asm_atlas.dialogs import help_pages
    from asm_atlas.processing import help_files

    help_pages.QDesktopServices.answer = False
    help_pages.open_help("index")
    assert told == [
        f"No program opens web pages here; open {help_files.FOLDER / 'en' / 'index.html'} with a browser."
    ]
