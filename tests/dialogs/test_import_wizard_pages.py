"""The pages of the import wizard: the file, the mapping of columns and values, the findings."""

import pytest
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QMimeData, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDropEvent
from qgis.PyQt.QtWidgets import QWizard
from wizard_walk import rows_of, to_end, to_mapping, wait_for

# -- first page -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content, words",
    [
        pytest.param(None, "There is no file", id="no such file"),
        pytest.param(b"", "no table that QGIS can read", id="empty file"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "no table that QGIS can read", id="a picture"),
        pytest.param(b"PK\x03\x04truncated", "no table that QGIS can read", id="a cut workbook"),
    ],
)
def test_a_bad_file_is_told_in_the_page(wizard, tmp_path, content, words):
    path = tmp_path / ("bad.xlsx" if content and content.startswith(b"PK") else "bad.csv")
    if content is not None:
        path.write_bytes(content)
    wizard.source.set_file(str(path))
    assert words in wizard.source.note.text()
    assert wizard.source.note.isVisible()
    assert not wizard.button(QWizard.WizardButton.NextButton).isEnabled()


def test_a_table_without_rows_is_told_on_the_second_page(wizard, tmp_path):
    path = tmp_path / "head.csv"
    path.write_text("pcode,visit_date,project,mineral1,armed_group1\n", encoding="utf-8")
    wizard.source.set_file(str(path))
    wizard.source.to_memory.setChecked(True)
    wizard.next()
    wait_for(lambda: wizard.mapping.problem.isVisible())
    assert "no rows" in wizard.mapping.problem.text()
    assert not wizard.button(QWizard.WizardButton.NextButton).isEnabled()


def test_an_existing_file_is_asked_about_and_its_other_tables_stay(wizard, resources, notebook, tmp_path):
    from qgis import processing

    output = tmp_path / "atlas.gpkg"
    processing.run(
        "native:savefeatures",
        {"INPUT": str(resources / "demo" / "towns.geojson"), "OUTPUT": str(output), "LAYER_NAME": "my towns"},
    )
    wizard.source.set_file(str(notebook))
    wizard.source.geopackage.setFilePath(str(output))
    assert "is there already" in wizard.source.note.text()
    assert not wizard.source.isComplete()
    wizard.source.replace.setChecked(True)
    assert wizard.source.isComplete()
    to_mapping(wizard, notebook, output)
    to_end(wizard)
    assert wizard.finish.isComplete(), wizard.finish.state.text()
    towns = QgsVectorLayer(f"{output}|layername=my towns", "", "ogr")
    assert towns.featureCount() > 0
    assert len(rows_of(output)["visits"][1]) == 5


@pytest.mark.parametrize(
    "name, words", [("nowhere/a.gpkg", "folder of a.gpkg"), ("", "Choose a GeoPackage"), ("carnet", "")]
)
def test_where_to_write_is_checked(wizard, notebook, tmp_path, name, words):
    wizard.source.set_file(str(notebook))
    wizard.source.geopackage.setFilePath(str(tmp_path / name) if name else "")
    assert words in wizard.source.problem
    assert bool(words) == bool(wizard.source.problem)
    if name == "carnet":
        assert wizard.source.choices().geopackage == tmp_path / "carnet.gpkg"


def test_a_file_is_dropped_on_the_window(wizard, notebook):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(notebook))])
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    wizard.dropEvent(event)
    assert wizard.source.file.filePath() == str(notebook)
    assert wizard.source.isComplete()


def test_the_sheets_of_a_workbook_are_offered(wizard, notebook, tmp_path):
    from osgeo import ogr

    path = str(tmp_path / "book.ods")
    book = ogr.GetDriverByName("ODS").CreateDataSource(path)
    for name in ("read me", "visits"):
        sheet = book.CreateLayer(name)
        for field in ("pcode", "nom"):
            sheet.CreateField(ogr.FieldDefn(field, ogr.OFTString))
        for number in range(3):
            row = ogr.Feature(sheet.GetLayerDefn())
            row["pcode"], row["nom"] = f"a{number}", name
            sheet.CreateFeature(row)
    book = sheet = None
    wizard.source.set_file(path)
    table = wizard.source.table
    assert [table.itemText(place) for place in range(table.count())] == ["read me", "visits"]
    table.setCurrentIndex(1)
    wizard.source.to_memory.setChecked(True)
    assert wizard.source.choices().sheet == "visits"
    wizard.next()
    wait_for(wizard.mapping.isComplete)
    assert wizard.mapping.rows.frame["nom"].tolist() == ["visits"] * 3
    assert wizard.mapping.document()["sheet"] == "visits"


# -- second page ------------------------------------------------------------------------------------


def test_what_lacks_is_said_and_next_waits(wizard, notebook):
    to_mapping(wizard, notebook)
    columns = wizard.mapping.editor.columns
    columns.combos["pcode"].choose("")
    wait_for(lambda: wizard.mapping.problem.isVisible())
    assert "site key" in wizard.mapping.problem.text()
    assert not wizard.button(QWizard.WizardButton.NextButton).isEnabled()
    columns.combos["pcode"].choose("N°")
    wait_for(wizard.mapping.isComplete)
    assert not wizard.mapping.problem.isVisible()
    assert wizard.mapping.preview.model.rows.texts[0][1] == "1"


def test_the_preview_follows_and_marks_what_changed(wizard, notebook):
    from asm_atlas.dialogs.import_preview import as_plain

    to_mapping(wizard, notebook)
    model = wizard.mapping.preview.model
    date = model.index(0, model.rows.columns.index("visit_date"))
    assert model.data(date) == "2023-02-13"
    assert model.data(date, Qt.ItemDataRole.FontRole).bold()
    assert "13/02/2023" in model.data(date, Qt.ItemDataRole.ToolTipRole)
    name = model.index(0, model.rows.columns.index("name"))
    assert model.data(name, Qt.ItemDataRole.FontRole) is None
    assert "<b>accès difficile</b>" in model.rows.texts[0][model.rows.columns.index("comment")]
    assert "<b>" not in as_plain("<b>x</b>")


def test_one_constant_for_all_rows(wizard, notebook):
    to_mapping(wizard, notebook)
    columns = wizard.mapping.editor.columns
    combo = columns.combos["project"]
    combo.setCurrentIndex(1)
    wait_for(lambda: wizard.mapping.problem.isVisible())
    assert "Project" in wizard.mapping.problem.text()
    columns.constant_lines["project"].setText("Own survey 2023")
    wait_for(wizard.mapping.isComplete)
    rows = wizard.mapping.preview.model.rows
    assert {row[rows.columns.index("project")] for row in rows.texts} == {"Own survey 2023"}


def test_formats_reach_the_document(wizard, notebook):
    from qgis.core import QgsCoordinateReferenceSystem

    to_mapping(wizard, notebook)
    form = wizard.mapping.editor.format
    form.crs.setCrs(QgsCoordinateReferenceSystem("EPSG:32735"))
    form.dates.choose("day first")
    form.units["workers"].choose("tens")
    document = wizard.mapping.document()
    assert document["coordinates"]["crs"] == "EPSG:32735"
    assert document["dates"] == {"order": "day first"}
    assert document["units"] == {"workers": "tens"}
    wait_for(wizard.mapping.isComplete)
    rows = wizard.mapping.preview.model.rows
    assert rows.texts[0][rows.columns.index("workers")] == "1200"


def test_a_saved_profile_is_opened_again(make_wizard, notebook, tmp_path):
    first = make_wizard()
    to_mapping(first, notebook)
    first.mapping.editor.columns.combos["comment"].choose("")
    first.mapping.ask_save = lambda _: str(tmp_path / "shared")
    first.mapping.save.click()
    path = tmp_path / "shared.json"
    assert str(path) in first.mapping.problem.text()
    assert first.mapping.profile_parameters() == {"PROFILE_FILE": str(path)}
    second = make_wizard()
    to_mapping(second, notebook)
    second.mapping.ask_open = lambda: str(path)
    second.mapping.open.click()
    assert second.mapping.document() == first.mapping.document()
    wait_for(second.mapping.isComplete)


@pytest.mark.parametrize("text", ["{", "[]", '{"schema": "x"}', '{"schema": "asm-atlas/profile/1"}'])
def test_a_bad_profile_is_told(wizard, notebook, tmp_path, text):
    to_mapping(wizard, notebook)
    before = wizard.mapping.document()
    path = tmp_path / "bad.json"
    path.write_text(text, encoding="utf-8")
    wizard.mapping.ask_open = lambda: str(path)
    wizard.mapping.open.click()
    assert "bad.json" in wizard.mapping.problem.text()
    assert wizard.mapping.document() == before


def test_going_back_reads_only_what_changed(wizard, notebook, resources):
    to_mapping(wizard, notebook)
    rows = wizard.mapping.rows
    wizard.back()
    wizard.next()
    assert wizard.mapping.rows is rows
    wizard.back()
    wizard.source.repair.setChecked(True)
    wizard.next()
    wait_for(wizard.mapping.isComplete)
    assert wizard.mapping.choices.repair
    wizard.back()
    to_mapping(wizard, resources / "demo" / "visits.csv")
    assert wizard.mapping.profile.currentData() == "ipis_cod"
    assert not wizard.mapping.editor.isVisible()


# -- findings ---------------------------------------------------------------------------------------


def test_findings_are_filtered_and_saved(wizard, notebook, tmp_path):
    to_mapping(wizard, notebook)
    wizard.next()
    page = wizard.findings
    assert "5 rows = 5 visits" in page.counts.text()
    total = page.findings_model.rowCount()
    page.severity.setCurrentIndex(page.severity.findData("warning"))
    warnings = page.filter.rowCount()
    assert 0 < warnings < total
    page.severity.setCurrentIndex(0)
    page.words.setText("caillou")
    assert page.filter.rowCount() == 1
    assert f"1 of {total}" in page.shown.text()
    page.ask_path = lambda: str(tmp_path / "findings.csv")
    page.export.click()
    lines = (tmp_path / "findings.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == total + 1
    assert lines[0].startswith("finding_id,source_row,pcode")


def test_every_finding_says_its_rule_and_place(wizard, resources):
    to_mapping(wizard, resources / "demo" / "visits.csv")
    wizard.next()
    for model in (wizard.findings.summary_model, wizard.findings.findings_model):
        assert {type(cell) for row in model.rows for cell in row} <= {str, int, type(None)}
    assert "location_zero" in [row[2] for row in wizard.findings.summary_model.rows]
    severities = [row[0] for row in wizard.findings.summary_model.rows]
    assert severities == sorted(severities, key=["error", "warning", "info"].index)


def test_the_map_goes_to_a_finding(make_wizard, qgis_iface, resources):
    from qgis.core import QgsCoordinateReferenceSystem

    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    wizard = make_wizard(qgis_iface)
    to_mapping(wizard, resources / "demo" / "visits.csv")
    wizard.next()
    page = wizard.findings
    page.rule.setCurrentIndex(page.rule.findData("location_swapped"))
    page.findings.selectRow(0)
    assert page.zoom.isEnabled()
    page.zoom.click()
    where = page._location()
    assert (canvas.center().x(), canvas.center().y()) == pytest.approx((where.x(), where.y()), abs=1e-6)
    page.rule.setCurrentIndex(page.rule.findData("no_site_key"))
    page.findings.selectRow(0)
    assert not page.zoom.isEnabled()
