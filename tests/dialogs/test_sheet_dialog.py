"""The sheet dialog with real widgets on the demo data."""

import shutil
import subprocess
import time

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtGui import QColor, QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QPushButton

TITLE = "Artisanal mining sites in Ngalara"
ROLES = ("sites", "scores", "provinces", "territories", "titles", "lakes", "rivers", "roads", "towns")


def shown_message(dialog):
    item = dialog.message_bar.currentItem()
    return item.text() if item is not None else ""


def has_colour(image, colour, tolerance=12):
    """Whether some pixel is near a colour."""
    wanted = QColor(colour)
    small = image.convertToFormat(QImage.Format.Format_RGB32)
    for y in range(small.height()):
        for x in range(small.width()):
            pixel = QColor(small.pixel(x, y))
            if (
                abs(pixel.red() - wanted.red()) <= tolerance
                and abs(pixel.green() - wanted.green()) <= tolerance
                and abs(pixel.blue() - wanted.blue()) <= tolerance
            ):
                return True
    return False


@pytest.fixture()
def far_province(demo_project, dialog):
    """A second layer of provinces with one that holds no site, chosen in the dialog."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=adm1_name:string", "far", "memory")
    feature = QgsFeature(layer.fields())
    feature["adm1_name"] = "Nulle Part"
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((0 40, 1 40, 1 41, 0 41, 0 40))"))
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    demo_project.addMapLayer(layer)
    dialog.form.layer_combos["provinces"].setLayer(layer)
    return layer


# -- what is offered --------------------------------------------------------------------------------


def test_every_role_is_guessed_from_the_demo(demo_project, make_dialog):
    combos = make_dialog().form.layer_combos
    guesses = {role: combo.currentLayer().name() for role, combo in combos.items()}
    assert guesses == {**{role: role for role in ROLES}, "areas": "protected_areas"}


def test_the_provinces_are_offered_after_all_sites(demo_project, make_dialog):
    form = make_dialog().form
    assert form.name_field.currentField() == "adm1_name"
    offered = [form.area.itemText(i) for i in range(form.area.count())]
    assert offered == ["All sites", "Bas-Orvimba", "Haut-Tessou", "Ngalara"]


def test_papers_themes_and_languages_are_those_of_the_documents(dialog):
    form = dialog.form
    assert [form.paper.itemText(i) for i in range(form.paper.count())] == ["A0", "A1", "A2", "A3", "A4"]
    themes = [form.theme.itemText(i) for i in range(form.theme.count())]
    assert themes == ["IPIS colours", "Colour-blind safe"]
    assert [form.language.itemData(i) for i in range(form.language.count())] == ["en", "fr"]
    assert [form.orientation.itemData(i) for i in range(3)] == ["auto", "portrait", "landscape"]


def test_another_layer_of_provinces_changes_the_areas(dialog, far_province):
    area = dialog.form.area
    assert [area.itemText(i) for i in range(area.count())] == ["All sites", "Nulle Part"]
    assert area.currentData() == ""


def test_without_sites_the_dialog_says_what_to_do(qgis_new_project, make_dialog):
    dialog = make_dialog()
    dialog.build_preview()
    assert "Import mine-site visits" in dialog.preview.text
    assert dialog.preview.accessibleDescription() == dialog.preview.text
    assert not dialog.pdf_button.isEnabled()
    assert not dialog.png_button.isEnabled()
    assert not dialog.designer_button.isEnabled()


def test_layers_that_come_later_are_taken_up(qgis_new_project, make_dialog, atlas_files, open_layer):
    dialog = make_dialog()
    open_layer(atlas_files["sites"], "sites")
    assert dialog.form.layer_combos["sites"].currentLayer().name() == "sites"
    assert dialog.pdf_button.isEnabled()
    QgsProject.instance().removeAllMapLayers()
    assert dialog.form.sheet_layers() is None
    assert not dialog.pdf_button.isEnabled()


def test_a_removed_layer_gives_way_to_none(dialog, demo_project):
    combos = dialog.form.layer_combos
    for role in ("towns", "provinces"):
        demo_project.removeMapLayer(combos[role].currentLayer().id())
        assert combos[role].currentLayer() is None
        assert combos[role].currentText() == "none"
    assert dialog.form.request().area == ""
    assert not dialog.form.name_field.isEnabled()
    assert combos["sites"].currentLayer().name() == "sites"
    assert dialog._timer.isActive()


def test_a_role_without_a_layer_says_none(qgis_new_project, make_dialog, atlas_files, open_layer):
    open_layer(atlas_files["sites"], "sites")
    combos = make_dialog().form.layer_combos
    assert [role for role, combo in combos.items() if combo.currentText() != "none"] == ["sites"]


def test_a_role_that_the_user_emptied_stays_empty(dialog, resources, open_layer):
    towns = dialog.form.layer_combos["towns"]
    towns.setLayer(None)
    towns.activated.emit(towns.currentIndex())
    open_layer(resources / "demo" / "towns.geojson", "more towns")
    assert towns.currentLayer() is None


# -- preview ----------------------------------------------------------------------------------------


def test_the_preview_shows_the_sheet(dialog):
    from asm_atlas.cartography.theme import read_theme, theme_minerals

    dialog.build_preview()
    image = dialog.preview.image
    assert max(image.width(), image.height()) == pytest.approx(1000, abs=2)
    colours = {mineral.code: mineral.colour for mineral in theme_minerals(read_theme("mine_glyph"))}
    for mineral in ("gold", "cassiterite"):
        assert has_colour(image, colours[mineral]), mineral
    assert dialog.preview.accessibleDescription().startswith(f"{TITLE}: A3 ")
    assert dialog.status.text() == dialog.preview.accessibleDescription()
    assert shown_message(dialog) == ""
    painted = dialog.preview.grab().toImage()
    assert QColor(painted.pixel(dialog.preview.page_rect().topLeft() * 1)).lightness() > 240
    assert QColor(painted.pixel(1, 1)).lightness() < 240


@pytest.mark.parametrize(
    "field, value",
    [
        ("paper", "A1"),
        ("orientation", "portrait"),
        ("language", "fr"),
        ("theme", "mine_glyph_safe"),
        ("area", ""),
    ],
)
def test_the_preview_follows_the_choice(dialog, choose, field, value):
    choose(dialog.form.orientation, "landscape")
    dialog.build_preview()
    before = QImage(dialog.preview.image)
    choose(getattr(dialog.form, field), value)
    dialog.build_preview()
    assert not dialog.preview.image.isNull()
    assert dialog.preview.image != before
    if value == "portrait":
        assert dialog.preview.image.height() > dialog.preview.image.width()


def test_the_preview_waits_until_the_typing_is_over(dialog):
    dialog.build_preview()
    before = QImage(dialog.preview.image)
    for text in ("T", "Ti", "Title"):
        dialog.form.title.setText(text)
    assert dialog._timer.isActive()
    assert dialog.preview.image == before
    end = time.monotonic() + 20
    while dialog._timer.isActive() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)
    assert dialog.preview.image != before
    assert dialog.preview.accessibleDescription().startswith("Title: ")


def test_empty_fields_show_what_the_sheet_writes(dialog, choose):
    form = dialog.form
    dialog.build_preview()
    assert form.title.text() == ""
    assert form.title.placeholderText() == TITLE
    assert "latest visits" in form.subtitle.placeholderText()
    assert form.map_id.placeholderText() == "ASM-NGALARA-A3"
    choose(form.language, "fr")
    dialog.build_preview()
    assert form.title.placeholderText() == "Sites miniers artisanaux : Ngalara"


def test_a_province_without_sites_gets_a_sentence(dialog, choose, far_province):
    choose(dialog.form.area, "Nulle Part")
    dialog.build_preview()
    sentence = "There is no site with a location in 'Nulle Part'; check the area and the CRS of the layers."
    assert dialog.preview.text == sentence
    assert dialog.preview.accessibleDescription() == sentence
    assert dialog.preview.image.isNull()
    assert "no site with a location in" in shown_message(dialog)
    assert dialog.form.title.placeholderText() == ""
    choose(dialog.form.area, "")
    dialog.build_preview()
    assert dialog.preview.text == ""
    assert shown_message(dialog) == ""


@pytest.mark.parametrize(
    "spoil, words",
    [
        pytest.param(lambda form: form.logo.setFilePath("/nowhere/logo.svg"), "logo.svg", id="no such logo"),
        pytest.param(lambda form: form.title.setText("word " * 300), "too long", id="a title without end"),
        pytest.param(
            lambda form: form.layer_combos["sites"].setLayer(form.layer_combos["towns"].currentLayer()),
            "lacks the fields",
            id="towns taken for sites",
        ),
    ],
)
def test_what_cannot_be_printed_gets_a_sentence(dialog, spoil, words):
    spoil(dialog.form)
    dialog.build_preview()
    assert words in dialog.preview.text
    assert words in shown_message(dialog)


def test_the_private_project_goes_after_its_layout(dialog):
    from asm_atlas.cartography.sheet import private_sheet

    with private_sheet(dialog.form.sheet_layers(), dialog.form.request(), quick=True) as sheet:
        layout, project, drawn = sheet.layout, sheet.layout.project(), sheet.layers["sites"]
        assert project is not QgsProject.instance()
    assert sip.isdeleted(layout)
    assert sip.isdeleted(project)
    assert sip.isdeleted(drawn)


# -- output -----------------------------------------------------------------------------------------


def test_the_pdf_holds_the_title(dialog, tmp_path):
    asked = []

    def ask_path(caption, suggestion, kind):
        asked.append((suggestion, kind))
        return str(tmp_path / "sheet")

    dialog.build_preview()
    dialog.ask_path = ask_path
    dialog.pdf_button.click()
    path = tmp_path / "sheet.pdf"
    assert path.read_bytes().startswith(b"%PDF")
    assert asked[0][0].endswith("ASM-NGALARA-A3.pdf")
    message = shown_message(dialog)
    assert "sheet.pdf" in message
    assert "site names placed" in message
    assert [child.name for child in tmp_path.iterdir()] == ["sheet.pdf"]
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed: the text of the PDF was not read")
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert TITLE in text


def test_the_png_is_a_picture_of_the_page(dialog, tmp_path):
    dialog.ask_path = lambda *_: str(tmp_path / "sheet.png")
    dialog.png_button.click()
    image = QImage(str(tmp_path / "sheet.png"))
    sides = sorted((image.width(), image.height()))
    assert sides == pytest.approx([297 / 25.4 * 300, 420 / 25.4 * 300], abs=2)
    assert "sheet.png" in shown_message(dialog)


def test_the_folder_is_suggested_again(dialog, tmp_path):
    suggestions = []

    def ask_path(caption, suggestion, kind):
        suggestions.append(suggestion)
        return str(tmp_path / "one.pdf") if len(suggestions) == 1 else ""

    dialog.ask_path = ask_path
    dialog.export_to_pdf()
    dialog.export_to_pdf()
    assert suggestions[1].startswith(str(tmp_path))
    assert [child.name for child in tmp_path.iterdir()] == ["one.pdf"]


def test_an_export_that_fails_says_why(dialog, tmp_path):
    dialog.ask_path = lambda *_: str(tmp_path / "nowhere" / "sheet.pdf")
    dialog.export_to_pdf()
    assert "folder of sheet.pdf does not exist" in shown_message(dialog)
    assert QApplication.overrideCursor() is None


def test_the_layout_designer_gets_one_layout_and_its_own_layers(dialog, demo_project, iface):
    users = {layer.id(): layer.name() for layer in demo_project.mapLayers().values()}
    styles = {layer_id: demo_project.mapLayer(layer_id).renderer().dump() for layer_id in users}
    dialog.designer_button.click()
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
    for combo in dialog.form.layer_combos.values():
        offered = {combo.layer(i).id() for i in range(combo.count()) if combo.layer(i) is not None}
        assert offered.isdisjoint(added)
    assert dialog.form.layer_combos["sites"].currentLayer().id() in users


def test_the_same_sheet_twice_gets_two_names(dialog, demo_project):
    dialog.open_in_designer()
    dialog.open_in_designer()
    names = sorted(layout.name() for layout in demo_project.layoutManager().printLayouts())
    assert names == [TITLE, f"{TITLE} (2)"]


def test_a_sheet_that_fails_leaves_the_project_alone(dialog, demo_project, iface):
    before = set(demo_project.mapLayers())
    dialog.form.logo.setFilePath("/nowhere/logo.svg")
    dialog.open_in_designer()
    assert set(demo_project.mapLayers()) == before
    assert demo_project.layoutManager().printLayouts() == []
    assert iface.opened == []
    assert "logo.svg" in shown_message(dialog)


# -- manners ----------------------------------------------------------------------------------------


def test_settings_are_remembered(dialog, choose, make_dialog, tmp_path):
    logo = tmp_path / "logo.svg"
    logo.write_text("<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/>", encoding="utf-8")
    form = dialog.form
    choose(form.paper, "A1")
    choose(form.orientation, "portrait")
    choose(form.theme, "mine_glyph_safe")
    choose(form.language, "fr")
    form.credits.setText("Made by us")
    form.logo.setFilePath(str(logo))
    form.title.setText("Only once")
    dialog.close()
    request = make_dialog().form.request()
    assert (request.paper, request.orientation, request.theme) == ("A1", "portrait", "mine_glyph_safe")
    assert (request.language, request.credits, request.logo) == ("fr", "Made by us", str(logo))
    assert request.title == ""


@pytest.mark.parametrize("way", ["escape", "button", "frame"])
def test_closing_leaves_nothing_behind(demo_project, make_dialog, way):
    signals = (demo_project.layersAdded, demo_project.layersRemoved, demo_project.layersWillBeRemoved)
    before = [demo_project.receivers(signal) for signal in signals]
    dialog = make_dialog()
    finished = []
    dialog.finished.connect(finished.append)
    assert dialog._timer.isActive()
    if way == "escape":
        QTest.keyClick(dialog.form.title, Qt.Key.Key_Escape)
    elif way == "button":
        dialog.close_button.click()
    else:
        dialog.close()
    assert len(finished) == 1
    assert not dialog._timer.isActive()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert sip.isdeleted(dialog)
    assert [demo_project.receivers(signal) for signal in signals] == before
    demo_project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:4326", "later", "memory"))


def test_enter_in_a_field_does_not_print(dialog):
    dialog.ask_path = lambda *_: pytest.fail("Enter exported the sheet")
    QTest.keyClick(dialog.form.title, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_every_field_can_be_reached_by_keyboard(dialog):
    form = dialog.form
    labels = [label for label in form.findChildren(QLabel) if label.buddy() is not None]
    assert len(labels) == len(form.layer_combos) + 12
    texts = [label.text() for label in labels]
    texts += [button.text() for button in dialog.findChildren(QPushButton) if button.text()]
    letters = [text[text.index("&") + 1].casefold() for text in texts if "&" in text]
    assert len(letters) == len(set(letters)) >= 20
    for label in labels:
        assert label.buddy().focusPolicy() & Qt.FocusPolicy.TabFocus, label.text()
    order = [form.layer_combos["sites"]]
    while len(order) < 5:
        following = order[-1].nextInFocusChain()
        while following not in (*form.layer_combos.values(), form.name_field, form.area, form.paper):
            following = following.nextInFocusChain()
        order.append(following)
    assert order[1:] == [form.layer_combos["provinces"], form.name_field, form.area, form.paper]


def test_the_dialog_fits_a_small_screen(dialog):
    least = dialog.minimumSizeHint()
    assert least.width() <= 1366
    assert least.height() <= 700
    dialog.resize(1366, 700)
    dialog.build_preview()
    assert dialog.preview.width() >= 700
