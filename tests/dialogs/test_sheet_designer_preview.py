"""The preview of the sheet designer and its checks: the live layout follows what is chosen."""

import time

import pytest
from qgis.core import QgsLayoutItem, QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from sheet_designing import TITLE, drawn_roles, shown_message, text_of, work_until

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
