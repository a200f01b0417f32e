"""The sheet designer with real widgets on the demo data."""

import pytest
from qgis.core import QgsLayoutItemMap, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from sheet_designing import ROLES, text_of

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
