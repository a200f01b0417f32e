"""The sheet designer with real widgets on the demo data."""

import time

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsLayoutItem, QgsLayoutItemMap, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton

TITLE = "Artisanal mining sites in Ngalara"
ROLES = ("sites", "scores", "provinces", "territories", "titles", "lakes", "rivers", "roads", "towns")


def shown_message(designer):
    item = designer.message_bar.currentItem()
    return item.text() if item is not None else ""


def text_of(designer, item_id):
    return designer.preview.layout_shown().itemById(item_id).text()


def drawn_roles(designer):
    return set(designer.preview.live.sheet.layers)


def work_until(is_done):
    """Let the event loop run until something is so."""
    end = time.monotonic() + 30
    while not is_done() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)
    assert is_done()


@pytest.fixture()
def far_province(demo_project, designer):
    """A second layer of provinces with one that holds no site, chosen in the designer."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=adm1_name:string", "far", "memory")
    feature = QgsFeature(layer.fields())
    feature["adm1_name"] = "Nulle Part"
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((0 40, 1 40, 1 41, 0 41, 0 40))"))
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    demo_project.addMapLayer(layer)
    designer.form.layers.combos["provinces"].setLayer(layer)
    return layer


# -- what is offered --------------------------------------------------------------------------------


def test_every_role_is_guessed_from_the_demo(demo_project, make_designer):
    layers = make_designer().form.layers
    guesses = {role: layers.layer(role).name() for role in ROLES}
    assert guesses == {role: role for role in ROLES}
    assert layers.layer("areas").name() == "protected_areas"
    assert layers.layer("visits").name() == "visits"


def test_the_provinces_are_offered_after_all_sites(demo_project, make_designer):
    form = make_designer().form
    assert form.name_field.currentField() == "adm1_name"
    offered = [form.area.itemText(i) for i in range(form.area.count())]
    assert offered == ["All sites", "Bas-Orvimba", "Haut-Tessou", "Ngalara"]
    assert form.offered_areas() == offered[1:]


def test_recipes_themes_and_papers_are_those_of_the_documents(designer):
    form = designer.form
    recipes = {form.recipes.itemData(i) for i in range(form.recipes.count())}
    assert {"province", "scorecard", "comparison", "clusters", "territories", "territory", "site"} <= recipes
    assert form.recipes.itemText(0) == "Province sheet"
    assert [form.paper.itemText(i) for i in range(form.paper.count())] == ["A0", "A1", "A2", "A3", "A4"]
    assert form.theme.findData("qualification") > 0
    assert [form.language.itemData(i) for i in range(form.language.count())] == ["en", "fr"]
    assert [form.orientation.itemData(i) for i in range(3)] == ["auto", "portrait", "landscape"]


def test_the_form_follows_the_recipe(designer, choose):
    form = designer.form
    choose(form.recipes, "site")
    assert form.areas.label.text() == "S&ite"
    assert form.area.count() == form.layers.layer("sites").featureCount()
    assert [form.paper.itemData(i) for i in range(form.paper.count())] == ["A4", "A3"]
    assert [form.orientation.itemData(i) for i in range(form.orientation.count())] == ["auto", "portrait"]
    assert form.layers.combos["visits"].isVisibleTo(form.layers)
    assert not form.layers.combos["clusters"].isVisibleTo(form.layers)
    designer.build_preview()
    request = form.request()
    assert (request.area, request.pcode) == ("", form.area.currentData())
    assert request.pcode in text_of(designer, "subtitle")


def test_clusters_of_the_project_are_taken_and_their_method_is_printed(
    demo_project, atlas_files, open_layer, tmp_path, make_designer, choose
):
    from qgis import processing

    path = str(tmp_path / "clusters.gpkg")
    asked = {"INPUT": atlas_files["scores"], "FIELD": "security_level", "K": 5, "PERMUTATIONS": 999}
    processing.run("asm:localmoran", {**asked, "OUTPUT": path})
    clusters = open_layer(path, "clusters")
    designer = make_designer()
    choose(designer.form.recipes, "clusters")
    choose(designer.form.area, "Haut-Tessou")
    assert designer.form.layers.layer("clusters") == clusters
    assert designer.form.layers.layer("sites").name() == "sites"
    designer.build_preview()
    assert text_of(designer, "cluster_method_0") == "Local Moran's I: Security (level)"
    assert "the 5 nearest sites" in text_of(designer, "cluster_method_2").replace("\n", " ")


def test_another_layer_of_provinces_changes_the_areas(designer, far_province):
    area = designer.form.area
    assert [area.itemText(i) for i in range(area.count())] == ["All sites", "Nulle Part"]
    assert area.currentData() == ""


def test_without_sites_the_designer_says_what_to_do(qgis_new_project, make_designer):
    designer = make_designer()
    designer.build_preview()
    assert "Import mine-site visits" in designer.preview.text
    assert designer.preview.view.accessibleDescription() == designer.preview.text
    for button in (
        designer.export_button,
        designer.hand_button,
        designer.series_button,
        designer.save_button,
    ):
        assert not button.isEnabled()


def test_layers_that_come_later_are_taken_up(qgis_new_project, make_designer, atlas_files, open_layer):
    designer = make_designer()
    open_layer(atlas_files["sites"], "sites")
    assert designer.form.layers.layer("sites").name() == "sites"
    assert designer.export_button.isEnabled()
    QgsProject.instance().removeAllMapLayers()
    assert designer.form.layers.sheet_layers() is None
    assert not designer.export_button.isEnabled()


def test_a_removed_layer_gives_way_to_none(designer, demo_project):
    combos = designer.form.layers.combos
    for role in ("towns", "provinces"):
        demo_project.removeMapLayer(combos[role].currentLayer().id())
        assert combos[role].currentLayer() is None
        assert combos[role].currentText() == "none"
    assert designer.form.request().area == ""
    assert not designer.form.name_field.isEnabled()
    assert combos["sites"].currentLayer().name() == "sites"
    assert designer.builder.is_due()


def test_a_role_that_the_user_emptied_stays_empty(designer, resources, open_layer):
    towns = designer.form.layers.combos["towns"]
    towns.setLayer(None)
    towns.activated.emit(towns.currentIndex())
    open_layer(resources / "demo" / "towns.geojson", "more towns")
    assert towns.currentLayer() is None


# -- preview ----------------------------------------------------------------------------------------


def test_the_preview_is_the_layout_itself(designer):
    designer.build_preview()
    layout = designer.preview.layout_shown()
    assert designer.preview.view.currentLayout() is layout
    assert layout.itemById("title").text() == TITLE
    assert designer.preview.heading.text().startswith(f"{TITLE}: A3 ")
    assert designer.preview.view.accessibleDescription() == designer.preview.heading.text()
    assert shown_message(designer) == ""
    assert layout.project() is not QgsProject.instance()


def test_the_map_is_drawn_beside_the_window(designer):
    from asm_atlas.cartography.theme import read_theme, theme_minerals

    designer.build_preview()
    item = designer.preview.live.sheet.main
    drawn = []
    item.previewRefreshed.connect(lambda: drawn.append(True))
    end = time.monotonic() + 30
    while not drawn and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)
    QApplication.processEvents()
    image = designer.preview.view.grab().toImage()
    found = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    minerals = {mineral.code: mineral.colour.lower() for mineral in theme_minerals(read_theme("mine_glyph"))}
    assert minerals["gold"] in found


@pytest.mark.parametrize(
    "field, value, item, words",
    [
        ("language", "fr", "title", "Sites miniers artisanaux : Ngalara"),
        ("area", "", "title", "Artisanal mining sites"),
        ("paper", "A1", "scale_ratio", "at A1"),
        ("recipe", "territory", "title", "Artisanal mining sites"),
    ],
)
def test_the_preview_follows_the_choice(designer, choose, field, value, item, words):
    if field == "recipe":
        choose(designer.form.recipes, value)
    else:
        choose(getattr(designer.form, field), value)
    designer.build_preview()
    assert words in text_of(designer, item)


def test_one_click_takes_the_safe_colours(designer):
    designer.build_preview()
    assert not designer.preview.live.sheet.theme.is_safe
    designer.form.safe.click()
    designer.build_preview()
    assert designer.preview.live.sheet.theme.id == "mine_glyph_safe"


def test_another_theme_of_the_sites_brings_its_legend(designer, choose):
    choose(designer.form.theme, "qualification")
    designer.build_preview()
    sheet = designer.preview.live.sheet
    assert "sites" in sheet.looks
    assert sheet.layout.itemById("key_heading") is None
    assert [entry for entry in sheet.entries if entry.section.startswith("legend_sites")]
    choose(designer.form.theme, "mine_glyph")
    designer.build_preview()
    assert designer.preview.layout_shown().itemById("key_heading") is not None


def test_layers_are_switched_off_one_by_one(designer):
    designer.build_preview()
    assert {"towns", "roads", "provinces"} <= drawn_roles(designer)
    for role in ("towns", "provinces"):
        designer.form.layers.checks[role].setChecked(False)
    designer.build_preview()
    assert drawn_roles(designer).isdisjoint({"towns", "provinces", "province_names"})
    assert "roads" in drawn_roles(designer)
    assert designer.form.request().area == "Ngalara"  # the area comes from a layer that is not drawn


def test_fewer_names_are_counted_in_the_notes(designer, choose):
    choose(designer.form.names, "few")
    designer.build_preview()
    sheet = designer.preview.live.sheet
    few = sum(1 for site in sheet.ground.sites.getFeatures('coalesce("workers", 0) < 50'))
    assert few > 0
    assert any(note.startswith(f"The names of {few} sites are left out") for note in sheet.notes)
    choose(designer.form.names, "none")
    designer.build_preview()
    assert not designer.preview.live.sheet.ground.sites.labelsEnabled()


def test_the_preview_waits_until_the_typing_is_over(designer):
    designer.build_preview()
    for text in ("T", "Ti", "Title"):
        designer.form.title.setText(text)
    assert designer.builder.is_due()
    assert text_of(designer, "title") == TITLE
    work_until(lambda: text_of(designer, "title") == "Title")


def test_other_words_are_written_on_the_same_layout(designer):
    designer.build_preview()
    layout, map_item = designer.preview.layout_shown(), designer.preview.live.sheet.main
    before = {item.id() for item in layout.items() if isinstance(item, QgsLayoutItem)}
    for line, text in (
        ("title", "Words"),
        ("subtitle", "Other words"),
        ("credits", "Ours"),
        ("map_id", "X-1"),
    ):
        getattr(designer.form, line).setText(text)
    designer.build_preview()
    assert designer.preview.layout_shown() is layout
    assert designer.preview.live.sheet.main is map_item
    after = {item.id() for item in layout.items() if isinstance(item, QgsLayoutItem)}
    assert after - before == {"credits"}
    assert [text_of(designer, item) for item in ("title", "subtitle", "credits")] == [
        "Words",
        "Other words",
        "Ours",
    ]
    assert "X-1" in text_of(designer, "imprint")
    assert designer.preview.heading.text().startswith("Words: ")
    assert designer.preview.live.sheet.request.credits == "Ours"
    designer.form.title.clear()
    designer.build_preview()
    assert text_of(designer, "title") == TITLE


def test_the_same_again_builds_the_sheet_anew(designer):
    designer.build_preview()
    before = designer.preview.layout_shown()
    designer.build_preview()
    assert sip.isdeleted(before)


def test_words_too_long_leave_a_sentence_and_then_a_whole_sheet(designer):
    designer.build_preview()
    designer.form.title.setText("word " * 300)
    designer.build_preview()
    assert "too long" in designer.preview.text
    designer.form.title.setText("Short")
    designer.build_preview()
    assert text_of(designer, "title") == "Short"
    assert "imprint" in {item.id() for item in designer.preview.layout_shown().items() if hasattr(item, "id")}


def test_an_index_on_further_pages_takes_the_new_title(designer, monkeypatch):
    from asm_atlas.cartography import blocks

    monkeypatch.setattr(blocks, "fits", lambda *_: False)
    designer.form.recipes.setCurrentIndex(designer.form.recipes.findData("province"))
    designer.build_preview()
    if designer.preview.layout_shown().pageCollection().pageCount() == 1:
        pytest.fail("the recipe has no index")
    assert TITLE in text_of(designer, "index_1_title")
    designer.form.title.setText("Named anew")
    designer.build_preview()
    assert text_of(designer, "index_1_title").startswith("Named anew")


def test_a_change_during_the_building_begins_anew(designer, choose):
    designer.build_preview()
    shown = designer.preview.layout_shown()
    choose(designer.form.language, "fr")
    designer.start_preview()
    QApplication.processEvents()
    choose(designer.form.language, "en")
    assert not designer.builder.is_working()
    assert designer.preview.layout_shown() is shown
    designer.build_preview()
    assert text_of(designer, "title") == TITLE


def test_a_layer_that_goes_during_the_building_stops_it(designer, demo_project):
    designer.start_preview()
    QApplication.processEvents()
    demo_project.removeMapLayer(designer.form.layers.layer("territories").id())
    work_until(lambda: designer.preview.layout_shown() is not None and not designer.builder.is_working())
    assert "territories" not in drawn_roles(designer)


def test_a_window_closed_during_the_building_leaves_nothing(designer):
    designer.start_preview()
    QApplication.processEvents()
    designer.reject()
    assert not designer.builder.is_working()


def test_enter_in_a_field_shows_the_sheet_at_once_and_does_not_print(designer):
    designer.ask_path = lambda *_: pytest.fail("Enter exported the sheet")
    designer.form.title.setText("Now")
    QTest.keyClick(designer.form.title, Qt.Key.Key_Return)
    assert text_of(designer, "title") == "Now"
    assert designer.isVisible()


def test_empty_fields_show_what_the_sheet_writes(designer, choose):
    form = designer.form
    designer.build_preview()
    assert form.title.text() == ""
    assert form.title.placeholderText() == TITLE
    assert "latest visits" in form.subtitle.placeholderText()
    assert form.map_id.placeholderText() == "ASM-NGALARA-A3"
    choose(form.language, "fr")
    designer.build_preview()
    assert form.title.placeholderText() == "Sites miniers artisanaux : Ngalara"


def test_a_province_without_sites_gets_a_sentence(designer, choose, far_province):
    choose(designer.form.area, "Nulle Part")
    designer.build_preview()
    sentence = "There is no site with a location in 'Nulle Part'; check the area and the CRS of the layers."
    assert designer.preview.text == sentence
    assert designer.preview.sentence.text() == sentence
    assert designer.preview.layout_shown() is None
    assert "no site with a location in" in shown_message(designer)
    assert designer.form.title.placeholderText() == ""
    choose(designer.form.area, "")
    designer.build_preview()
    assert designer.preview.text == ""
    assert shown_message(designer) == ""


@pytest.mark.parametrize(
    "spoil, words",
    [
        pytest.param(lambda form: form.logo.setFilePath("/nowhere/logo.svg"), "logo.svg", id="no such logo"),
        pytest.param(lambda form: form.title.setText("word " * 300), "too long", id="a title without end"),
        pytest.param(
            lambda form: form.layers.combos["sites"].setLayer(form.layers.layer("towns")),
            "lacks the fields",
            id="towns taken for sites",
        ),
        pytest.param(
            lambda form: form.recipes.setCurrentIndex(form.recipes.findData("clusters")),
            "CLUSTERS",
            id="a recipe without its layer",
        ),
    ],
)
def test_what_cannot_be_printed_gets_a_sentence(designer, spoil, words):
    spoil(designer.form)
    designer.build_preview()
    assert words in designer.preview.text
    assert words in shown_message(designer)


# -- checks -----------------------------------------------------------------------------------------


def test_the_checks_come_and_show_their_place(designer):
    designer.form.credits.setText("ﾏ")  # a letter that no European font has
    designer.build_preview()
    assert designer.findings.tabText(0) == "&Checks"
    assert designer.builder._check_timer.isActive()
    designer.check()
    rows = [designer.findings.checks.item(row) for row in range(designer.findings.checks.count())]
    found = [row for row in rows if "ﾏ" in row.text()]
    assert len(found) == 1
    assert found[0].text().startswith("Warning: ")
    assert designer.findings.tabText(0) == f"&Checks ({len(designer.findings.findings)})"
    designer.findings.checks.setCurrentItem(found[0])
    designer.findings.show_button.click()
    view = designer.preview.view
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    label = designer.preview.layout_shown().itemById("credits")
    assert seen.contains(label.sceneBoundingRect().center())
    page = designer.preview.layout_shown().pageCollection().page(0).rect()
    assert seen.width() < page.width()
    assert designer.preview._mark.rect().contains(label.sceneBoundingRect().center())


def test_what_a_sheet_says_of_its_making_is_listed(designer, choose):
    choose(designer.form.names, "few")
    designer.build_preview()
    designer.check()
    rows = [designer.findings.checks.item(row).text() for row in range(designer.findings.checks.count())]
    assert any("names of" in row for row in rows)
    designer.findings.checks.setCurrentRow(len(rows) - 1)
    assert not designer.findings.show_button.isEnabled()


# -- manners ----------------------------------------------------------------------------------------


def test_settings_are_remembered(designer, choose, make_designer, tmp_path):
    logo = tmp_path / "logo.svg"
    logo.write_text("<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/>", encoding="utf-8")
    form = designer.form
    choose(form.recipes, "territory")
    choose(form.paper, "A4")
    choose(form.orientation, "portrait")
    choose(form.language, "fr")
    choose(designer.preset, "office")
    choose(designer.format, "svg")
    form.safe.setChecked(True)
    form.credits.setText("Made by us")
    form.logo.setFilePath(str(logo))
    form.title.setText("Only once")
    designer.close()
    second = make_designer()
    request = second.form.request()
    assert (request.recipe, request.paper, request.orientation) == ("territory", "A4", "portrait")
    assert (request.theme, request.language) == ("mine_glyph_safe", "fr")
    assert (request.credits, request.logo, request.title) == ("Made by us", str(logo), "")
    assert (second.preset.currentData(), second.format.currentData()) == ("office", "svg")


@pytest.mark.parametrize("way", ["escape", "button", "frame"])
def test_closing_leaves_nothing_behind(demo_project, make_designer, way):
    signals = (demo_project.layersAdded, demo_project.layersRemoved, demo_project.layersWillBeRemoved)
    before = [demo_project.receivers(signal) for signal in signals]
    designer = make_designer()
    finished = []
    designer.finished.connect(finished.append)
    designer.build_preview()
    layout, folder = designer.preview.layout_shown(), designer._folder.name
    designer.schedule_preview()
    if way == "escape":
        QTest.keyClick(designer.form.title, Qt.Key.Key_Escape)
    elif way == "button":
        designer.close_button.click()
    else:
        designer.close()
    assert len(finished) == 1
    assert not designer.builder.is_due()
    assert sip.isdeleted(layout)
    designer.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert sip.isdeleted(designer)
    assert [demo_project.receivers(signal) for signal in signals] == before
    demo_project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:4326", "later", "memory"))
    from pathlib import Path

    assert not Path(folder).exists()


def test_the_users_layers_and_styles_stay_as_they_are(designer, demo_project, choose):
    users = {layer.id(): layer.name() for layer in demo_project.mapLayers().values()}
    styles = {layer_id: demo_project.mapLayer(layer_id).renderer().dump() for layer_id in users}
    for recipe in ("province", "territory", "scorecard"):
        choose(designer.form.recipes, recipe)
        designer.build_preview()
    assert {layer.id(): layer.name() for layer in demo_project.mapLayers().values()} == users
    assert {i: demo_project.mapLayer(i).renderer().dump() for i in users} == styles
    assert demo_project.layoutManager().layouts() == []


def test_every_field_can_be_reached_by_keyboard(designer):
    form = designer.form
    window = [button.text() for button in designer.findChildren(QPushButton) if button.text()]
    window += [designer.hand_button.text(), *(form.tabText(i) for i in range(3))]
    window += [designer.findings.tabText(i) for i in range(2)]
    window = [text for text in window if text != form.marks_button.text()]
    for number in range(3):
        page = form.widget(number)
        labels = [label for label in page.findChildren(QLabel) if label.buddy() is not None]
        texts = [label.text() for label in labels] + [check.text() for check in page.findChildren(QCheckBox)]
        texts += [button.text() for button in page.findChildren(QPushButton) if button.text()]
        marked = [text[text.index("&") + 1].casefold() for text in (*texts, *window) if "&" in text]
        twice = {letter for letter in marked if marked.count(letter) > 1}
        assert twice == set(), form.tabText(number)
        assert len([text for text in texts if "&" in text]) >= 6
        for label in labels:
            assert label.buddy().focusPolicy() & Qt.FocusPolicy.TabFocus, label.text()
    form.setCurrentIndex(0)
    order = [form.recipes]
    wanted = [form.recipes, form.area, form.name_field, form.paper, form.orientation, form.theme, form.safe]
    while len(order) < len(wanted):
        following = order[-1].nextInFocusChain()
        while following not in wanted:
            following = following.nextInFocusChain()
        order.append(following)
    assert order == wanted


def test_the_designer_fits_a_small_screen(designer):
    designer.build_preview()
    least = designer.minimumSizeHint()
    assert least.width() <= 1366
    assert least.height() <= 700
    designer.resize(1366, 700)
    QApplication.processEvents()
    assert designer.preview.view.width() >= 700
    assert designer.preview.view.height() >= 350


def test_each_map_has_its_layers(designer):
    designer.build_preview()
    maps = [item for item in designer.preview.layout_shown().items() if isinstance(item, QgsLayoutItemMap)]
    assert {item.id() for item in maps} == {"main_map", "inset_I", "locator"}
    assert all(item.layers() for item in maps)
