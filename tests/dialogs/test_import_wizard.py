"""The import wizard with real widgets, from a file to the layers."""

import json
import shlex
import time

import pytest
import spreadsheets
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDropEvent, QGuiApplication
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar, QWizard

TABLES = ("sites", "visits", "actors", "statuses", "findings")
NOTEBOOK = """N°;Nom du site;Territoire;Province;Date de la visite;Longitude;Latitude;Minerai principal;Nombre de creuseurs;Mercure utilisé;Remarque
1;Kisuma;Walikale;Nord-Kivu;13/02/2023;28,0912;-1,4211;Or;120;Oui;<b>accès difficile</b>
2;Mubi;Walikale;Nord-Kivu;04/03/2023;28,2011;-1,3120;Cassitérite;45;Non;=1+1
3;Kisuma;Walikale;Nord-Kivu;22/06/2023;28,0912;-1,4211;Caillou jaune;150;Oui;
4;Nyabibwe;Kalehe;Sud-Kivu;01/07/2023;28,9023;-1,9844;Caillou jaune;30;?;
5;Kalimbi;Kalehe;Sud-Kivu;15/07/2023;28,8911;-1,9911;Cassitérite;210;Non;route coupée
"""


@pytest.fixture()
def make_wizard(plugin, qgis_new_project, monkeypatch):
    """Make wizards on an empty project; they are closed and deleted after the test."""
    from asm_atlas.dialogs import import_mapping_page
    from asm_atlas.dialogs.import_wizard import ImportWizard

    monkeypatch.setattr(import_mapping_page, "TRIAL_DELAY_MS", 20)  # no one types here
    made = []

    def make(with_map=None):
        wizard = ImportWizard(with_map, None)
        made.append(wizard)
        wizard.show()
        return wizard

    yield make
    for wizard in made:
        if not sip.isdeleted(wizard):
            wizard.release()
            wizard.close()
            wizard.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QgsProject.instance().clear()


@pytest.fixture()
def wizard(make_wizard):
    return make_wizard()


@pytest.fixture()
def notebook(tmp_path):
    """A table that no profile knows: French, semicolons, decimal commas, cp1252."""
    path = tmp_path / "carnet.csv"
    path.write_bytes(NOTEBOOK.encode("cp1252"))
    return path


def wait_for(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.005)
    assert condition()


def to_mapping(wizard, source, output=None):
    """Fill the first page and wait for the preview of the second."""
    wizard.source.set_file(str(source))
    if output is None:
        wizard.source.to_memory.setChecked(True)
    else:
        wizard.source.geopackage.setFilePath(str(output))
    assert wizard.source.problem == ""
    wizard.next()
    wait_for(lambda: wizard.mapping.job is None and not wizard.mapping._timer.isActive())


def to_end(wizard):
    """From the second page to the written layers."""
    assert wizard.mapping.isComplete(), wizard.mapping.problem.text()
    wizard.next()
    wizard.next()
    wait_for(lambda: not wizard.finish.is_running)
    QApplication.processEvents()


def rows_of(path):
    """All tables of a GeoPackage: fields, attributes and places."""
    tables = {}
    for name in TABLES:
        layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
        assert layer.isValid(), name
        tables[name] = (
            layer.fields().names(),
            [[*feature.attributes(), feature.geometry().asWkt()] for feature in layer.getFeatures()],
        )
    return tables


def batch(path, **parameters):
    from asm_atlas.dialogs.import_choices import table_in
    from qgis import processing

    outputs = {name.upper(): table_in(path, name) for name in TABLES}
    return processing.run("asm:importvisits", {**parameters, **outputs})


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


def test_a_survey_is_imported_with_its_form(wizard, tmp_path):
    form = {
        "survey": [
            ("type", "name", "label::French (fr)"),
            ("begin_group", "visite", "La visite"),
            ("text", "code", "Code du site"),
            ("date", "date_visite", "Date de la visite"),
            ("select_multiple minerais", "minerais", "Minerais exploités"),
            ("end_group", "", ""),
        ],
        "choices": [
            ("list_name", "name", "label::French (fr)"),
            ("minerais", "m1", "Or"),
            ("minerais", "m2", "Cassitérite"),
        ],
        "settings": [("form_title", "form_id"), ("Visites", "visites")],
    }
    rows = [
        *[
            (
                "visite/code",
                "visite/date_visite",
                "visite/minerais",
                "visite/minerais/m1",
                "visite/minerais/m2",
            )
        ],
        *[("S1", "2024-03-04", "m1 m2", "1", "1"), ("S2", "2024-03-05", "m2", "0", "1")],
    ]
    ends = [("_id", "_uuid", "_index"), ("1", "a", "1"), ("2", "b", "2")]
    export = spreadsheets.write_workbook(
        tmp_path / "export.xlsx", {"Visites": [row + end for row, end in zip(rows, ends)]}
    )
    wizard.source.form.setFilePath(str(spreadsheets.write_workbook(tmp_path / "form.xlsx", form)))
    to_mapping(wizard, export, tmp_path / "survey.gpkg")
    columns = wizard.mapping.editor.columns
    columns.combos["pcode"].choose("code")
    columns.combos["minerals.1"].choose("minerais")
    wait_for(wizard.mapping.isComplete)
    to_end(wizard)
    assert wizard.finish.isComplete(), wizard.finish.state.text()
    assert "has changed" not in wizard.finish.state.text()
    parameters = dict(word[2:].split("=", 1) for word in shlex.split(wizard.finish.command)[3:])
    batch(tmp_path / "batch.gpkg", **{n: parameters[n] for n in ("INPUT", "FORM", "PROFILE_FILE")})
    written = rows_of(tmp_path / "survey.gpkg")
    assert written == rows_of(tmp_path / "batch.gpkg")
    names, visits = written["visits"]
    assert [visit[names.index("pcode")] for visit in visits] == ["S1", "S2"]
    assert visits[0][names.index("minerals")] == "gold;cassiterite"


def survey_without_groups(folder):
    """An export with names that stay when it is made flat, and a repeat beside it."""
    ends = ("_id", "_uuid", "_index")
    visits = [
        ("code", "date_visite", "minerais", "minerais/or", "minerais/coltan", *ends),
        ("S1", "2024-03-04", "or coltan", "1", "1", "1", "a", "1"),
        ("S2", "2024-03-05", "coltan", "0", "1", "2", "b", "2"),
    ]
    actors = [
        ("acteurs/acteur", "_index", "_parent_table_name", "_parent_index", "_submission__uuid"),
        ("Wazalendo", "1", "Visites", "1", "a"),
    ]
    return visits, actors


@pytest.mark.parametrize(
    "columns, minerals",
    [
        pytest.param({"pcode": "code", "visit_date": "date_visite"}, "gold;coltan", id="names of both"),
        pytest.param({"pcode": "code", "comment": "minerais/or"}, None, id="names of the export alone"),
    ],
)
def test_a_survey_is_read_alike_by_preview_and_batch(wizard, tmp_path, columns, minerals):
    visits, actors = survey_without_groups(tmp_path)
    export = spreadsheets.write_workbook(tmp_path / "export.xlsx", {"Visites": visits, "acteurs": actors})
    comment = columns.pop("comment", None)
    document = {
        **{"schema": "asm-atlas/profile/1", "id": "own", "version": "1.0.0", "columns": columns},
        **({"comment": [comment, "minerais/coltan"]} if comment else {}),
        **({"minerals": {"columns": ["minerais"], "separator": ";"}} if minerals else {}),
    }
    profile = tmp_path / "own.json"
    profile.write_text(json.dumps(document), encoding="utf-8")
    wizard.mapping.ask_open = lambda: str(profile)
    to_mapping(wizard, export, tmp_path / "survey.gpkg")
    wizard.mapping.open.click()
    wait_for(wizard.mapping.isComplete)
    assert ("minerais/or" in wizard.mapping.editor.header) == (comment is not None)
    rows = wizard.mapping.preview.model.rows
    assert rows.texts[0][rows.columns.index("minerals")] == (minerals or "")
    shown = wizard.mapping.trial.result.counts
    to_end(wizard)
    assert "has changed" not in wizard.finish.state.text()
    batch(tmp_path / "batch.gpkg", INPUT=f"{export}|layername=Visites", PROFILE_FILE=str(profile))
    written = rows_of(tmp_path / "survey.gpkg")
    assert written == rows_of(tmp_path / "batch.gpkg")
    assert len(written["findings"][1]) == shown["n_findings"]
    names = written["findings"][0]
    unread = [row for row in written["findings"][1] if row[names.index("rule")] == "survey_repeat_unread"]
    assert len(unread) == (0 if minerals else 1)


def test_repeat_tables_and_a_gazetteer_are_given(wizard, tmp_path):
    """One table as a file, the places as a JSON list, both by the folded part of the first page."""
    visits, actors = survey_without_groups(tmp_path)
    paths = {}
    for name, rows in (("visits", visits), ("acteurs", actors)):
        paths[name] = tmp_path / f"{name}.csv"
        paths[name].write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    places = tmp_path / "places.json"
    places.write_text('[{"name": "S1", "class": "mine", "x": 28.5, "y": -2.5}]', encoding="utf-8")
    more = wizard.source.more
    assert more.isCollapsed()
    more.add_repeats(str(tmp_path / "gone.csv"))
    assert "gone.csv" in wizard.source.more.problem()
    more.repeats.setItemCheckState(0, Qt.CheckState.Unchecked)
    more.add_repeats(str(paths["acteurs"]))
    more.set_gazetteer(str(places))
    QgsProject.instance().addMapLayer(QgsVectorLayer(str(paths["visits"]), "another", "ogr"))
    assert more.chosen_repeats() == (str(paths["acteurs"]),)  # a new layer takes nothing away
    to_mapping(wizard, paths["visits"], tmp_path / "atlas.gpkg")
    assert "acteurs1_acteur" in wizard.mapping.editor.header
    assert wizard.mapping.rows.gazetteer is not None
    wizard.mapping.editor.columns.combos["pcode"].choose("code")
    wait_for(wizard.mapping.isComplete)
    to_end(wizard)
    assert wizard.finish.isComplete(), wizard.finish.state.text()
    words = shlex.split(wizard.finish.command)
    assert f"--REPEATS={paths['acteurs']}" in words and f"--GAZETTEER={places}" in words


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


# -- manners ----------------------------------------------------------------------------------------


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
