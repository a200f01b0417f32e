"""Surveys with their form and their repeats through the import wizard, as the batch reads them."""

import json
import shlex

import pytest
import spreadsheets
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from wizard_walk import batch, rows_of, to_end, to_mapping, wait_for


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
