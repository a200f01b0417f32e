"""The marks of an organisation: set in QGIS's options, printed on the sheets."""

import pytest
from asm_atlas.cartography.preflight.page import label_font
from qgis.core import QgsProject
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import QLabel

DEMO = {
    "name": "Institut de la carte",
    "address": "12, avenue du Lac\nGoma",
    "disclaimer": "Les limites sont indicatives.",
    "licence": "CC BY 4.0",
}


@pytest.fixture()
def logo(tmp_path):
    path = tmp_path / "logo.svg"
    path.write_text("<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'/>", encoding="utf-8")
    return str(path)


@pytest.fixture()
def page(plugin, qgis_new_project):
    from asm_atlas.dialogs.organisation_page import OrganisationPageFactory

    made = []

    def make():
        made.append(OrganisationPageFactory().createWidget(None))
        return made[-1]

    yield make
    for widget in made:
        widget.deleteLater()


def fill(page, logo=""):
    page.name.setText(DEMO["name"])
    page.address.setPlainText(DEMO["address"])
    page.disclaimer.setPlainText(DEMO["disclaimer"])
    page.licence.setText(DEMO["licence"])
    page.logo.setFilePath(logo)


def test_marks_are_kept_for_all_projects(page, logo):
    from asm_atlas.dialogs.organisation_marks import marks_of

    first = page()
    assert first.for_all.isChecked()
    fill(first, logo)
    first.apply()
    QgsProject.instance().clear()
    second = page()
    assert second.marks() == first.marks() == marks_of(QgsProject.instance())
    assert (second.marks().name, second.marks().logo) == (DEMO["name"], logo)
    assert second.marks().font == ""


def test_a_project_has_marks_of_its_own(page, tmp_path):
    from asm_atlas.dialogs.organisation_marks import has_own_marks, marks_of

    everywhere = page()
    fill(everywhere)
    everywhere.apply()
    own = page()
    own.for_project.setChecked(True)
    own.name.setText("Only here")
    own.apply()
    project = QgsProject.instance()
    assert marks_of(project).name == "Only here"
    path = str(tmp_path / "own.qgz")
    assert project.write(path)
    project.clear()
    assert marks_of(project).name == DEMO["name"]
    assert project.read(path)
    assert marks_of(project).name == "Only here"
    again = page()
    assert again.for_project.isChecked()
    again.for_all.setChecked(True)
    assert again.name.text() == DEMO["name"]
    again.apply()
    assert not has_own_marks(project)
    assert marks_of(project).name == DEMO["name"]


def test_a_font_that_is_gone_stays_chosen(page):
    first = page()
    first.font_family.choose_or_add("Nowhere Grotesque")
    first.apply()
    assert page().font_family.currentData() == "Nowhere Grotesque"


def test_the_marks_stand_on_the_sheet(page, designer, logo):
    fields = page()
    fill(fields, logo)
    fields.apply()
    designer.build_preview()
    layout = designer.preview.layout_shown()
    text = {
        name: layout.itemById(name).text().replace("\n", " ")
        for name in ("organisation", "disclaimer", "licence")
    }
    assert text == {
        "organisation": "Institut de la carte, 12, avenue du Lac, Goma",
        "disclaimer": DEMO["disclaimer"],
        "licence": DEMO["licence"],
    }
    assert layout.itemById("logo").picturePath() == logo
    assert DEMO["name"] in designer.form.marks.text()


def test_another_font_sets_the_sheet_and_a_missing_one_is_told(page, designer):
    other = next(f for f in QFontDatabase().families() if f.startswith("DejaVu Sans"))
    fields = page()
    fields.font_family.choose_or_add(other)
    fields.apply()
    designer.build_preview()
    imprint = designer.preview.layout_shown().itemById("imprint")
    assert label_font(imprint).family() == other
    fields.font_family.choose_or_add("Nowhere Grotesque")
    fields.apply()
    designer.build_preview()
    assert "'Nowhere Grotesque' is not installed" in designer.preview.text


def test_the_button_opens_the_page(designer, iface):
    designer.form.marks_button.click()
    assert iface.options == ["asm_atlas_organisation"]


def test_every_mark_can_be_reached_by_keyboard(page):
    labels = [label for label in page().findChildren(QLabel) if label.buddy() is not None]
    letters = [label.text()[label.text().index("&") + 1].casefold() for label in labels]
    assert len(labels) == 6
    assert len(set(letters) | {"j", "t"}) == 8
