"""A KoboToolbox survey of mine sites through asm:importvisits: form, repeats, own profile."""

import json
from pathlib import Path

import pytest
import spreadsheets
from qgis.core import QgsProcessingException, QgsVectorLayer

OUTPUTS = ("SITES", "VISITS", "ACTORS", "STATUSES", "FINDINGS")
EVERYTHING = dict.fromkeys(OUTPUTS, "TEMPORARY_OUTPUT")
SURVEY = [
    ("type", "name", "label::French (fr)"),
    ("start", "start", ""),
    ("begin_group", "visite", "La visite"),
    ("text", "code", "Code du site"),
    ("text", "nom_site", "Nom du site"),
    ("date", "date_visite", "Date de la visite"),
    ("geopoint", "position", "Position"),
    ("integer", "creuseurs", "Nombre de creuseurs"),
    ("select_multiple minerais", "minerais", "Minerais exploités"),
    ("select_multiple services", "services", "Services de l'État"),
    ("select_one ouinon", "presence", "Acteurs armés présents ?"),
    ("end_group", "", ""),
    ("begin_repeat", "acteurs", "Acteurs armés"),
    ("text", "acteur", "Nom de l'acteur"),
    ("select_one types", "type", "Type d'acteur"),
    ("select_one ouinon", "taxes", "Prélève-t-il des taxes ?"),
    ("end_repeat", "", ""),
]
CHOICES = [
    ("list_name", "name", "label::French (fr)"),
    ("minerais", "or", "Or"),
    ("minerais", "cassi", "Cassitérite"),
    ("services", "divmines", "Division des mines"),
    ("services", "police", "Police des Mines"),
    ("ouinon", "oui", "Oui"),
    ("ouinon", "non", "Non"),
    ("types", "local", "Groupe armé local"),
    ("types", "aucun", "Aucun"),
]
SETTINGS = [("form_title", "form_id", "default_language"), ("Visites", "visites", "French (fr)")]
VISITS = [
    (
        *("start", "visite/code", "visite/nom_site", "visite/date_visite", "visite/position"),
        *("visite/_position_latitude", "visite/_position_longitude", "visite/creuseurs", "visite/minerais"),
        *(
            "visite/minerais/or",
            "visite/minerais/cassi",
            "visite/services/divmines",
            "visite/services/police",
        ),
        *("visite/presence", "_id", "_uuid", "_index"),
    ),
    (
        *("2024-03-05T08:00:00", "S1", "Amani", "2024-03-05", "-2.5 28.5 1500 4", "-2.5", "28.5", "120"),
        *("or cassi", "1", "1", "1", "0", "oui", "101", "u1", "1"),
    ),
    (
        *("2024-03-06T08:00:00", "S2", "Bora", "2024-03-06", "-2.6 28.6 1500 4", "-2.6", "28.6", "0"),
        *("or", "0", "1", "0", "0", "non", "102", "u2", "2"),
    ),
    ("2024-03-07T08:00:00", "S3", "Cheza", "2024-03-07", *[None] * 10, "103", "u3", "3"),
]
ACTORS = [
    (
        *("acteurs/acteur", "acteurs/type", "acteurs/taxes", "_index", "_parent_table_name"),
        *("_parent_index", "_submission__uuid"),
    ),
    ("Raïa Mutomboki", "local", "oui", "1", "Visites", "1", "u1"),
    ("Wazalendo", "local", "non", "2", "Visites", "1", "u1"),
    ("Perdus", "local", "oui", "3", "Visites", "8", "u8"),
]
PROFILE = {
    "schema": "asm-atlas/profile/1",
    "id": "visites_kobo",
    "version": "1.0.0",
    "columns": {
        "pcode": "code",
        "name": "nom_site",
        "visit_date": "date_visite",
        "longitude": "position_longitude",
        "latitude": "position_latitude",
        "workers": "creuseurs",
        "presence": "presence",
    },
    "constants": {"on_site": "yes"},
    "minerals": {"columns": ["minerais"], "separator": ";"},
    "services": {"columns": ["services"], "separator": ";"},
    "actors": {
        "slots": 2,
        "name": "acteurs{slot}_acteur",
        "type": "acteurs{slot}_type",
        "frequency": "acteurs{slot}_frequence",
        "behaviours": {"taxation": "acteurs{slot}_taxes"},
    },
}


@pytest.fixture()
def kobo(tmp_path):
    """Paths of the export, the form and the profile."""
    export = spreadsheets.write_workbook(tmp_path / "export.xlsx", {"Visites": VISITS, "acteurs": ACTORS})
    form = {"survey": SURVEY, "choices": CHOICES, "settings": SETTINGS}
    form = spreadsheets.write_workbook(tmp_path / "form.xlsx", form)
    profile = tmp_path / "visites_kobo.json"
    profile.write_text(json.dumps(PROFILE), encoding="utf-8")
    return {"INPUT": str(export), "FORM": str(form), "PROFILE_FILE": str(profile)}


def rows_of(layer):
    names = [field.name() for field in layer.fields()]
    return [
        {name: None if str(value) == "NULL" else value for name, value in zip(names, feature.attributes())}
        for feature in layer.getFeatures()
    ]


def assert_the_survey_is_read(result):
    sites = {row["pcode"]: row for row in rows_of(result["SITES"])}
    assert (result["N_ROWS"], result["N_VISITS"], result["N_REJECTED"]) == (3, 3, 0)
    assert {key: row["minerals"] for key, row in sites.items()} == {
        "S1": "gold;cassiterite",
        "S2": "gold",
        "S3": None,
    }
    assert {key: row["services"] for key, row in sites.items()} == {"S1": "divmines", "S2": None, "S3": None}
    # S2 answered that there is no service; S3 was not asked.
    visits = {row["pcode"]: row for row in rows_of(result["VISITS"])}
    assert {key: row["service_slots"] for key, row in visits.items()} == {"S1": 1, "S2": 1, "S3": 0}
    assert {key: row["presence"] for key, row in sites.items()} == {"S1": "yes", "S2": "no", "S3": "unknown"}
    assert {key: row["workers"] for key, row in sites.items()} == {"S1": 120, "S2": 0, "S3": None}
    assert sites["S1"]["visit_date"].toString("yyyy-MM-dd") == "2024-03-05"
    assert (sites["S1"]["longitude"], sites["S1"]["latitude"]) == (28.5, -2.5)
    actors = [
        (row["pcode"], row["slot"], row["name"], row["actor_class"]) for row in rows_of(result["ACTORS"])
    ]
    assert actors == [("S1", 1, "Raïa Mutomboki", "nsag_local"), ("S1", 2, "Wazalendo", "nsag_local")]
    assert [row["taxation"] for row in rows_of(result["ACTORS"])] == ["yes", "no"]


def found(result, rule):
    return [row for row in rows_of(result["FINDINGS"]) if row["rule"] == rule]


def test_export_with_form_and_repeats_in_one_workbook(run, kobo):
    result = run("asm:importvisits", **kobo, **EVERYTHING)
    assert_the_survey_is_read(result)
    (orphan,) = found(result, "survey_repeat_orphan")
    assert orphan["raw_value"] == "u8" and "Row 3 of the repeat acteurs" in orphan["message"]
    (disagree,) = found(result, "survey_options_disagree")
    assert (disagree["source_row"], disagree["pcode"], disagree["raw_value"]) == (2, "S2", "or")
    assert [row["field"] for row in found(result, "survey_none_chosen")] == ["services"]
    assert not found(result, "unknown_value")


def test_repeats_given_as_tables_and_form_as_csv(run, kobo, tmp_path):
    def write(name, rows, separator=","):
        path = tmp_path / name
        lines = [separator.join(f'"{cell or ""}"' for cell in row) for row in rows]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return str(path)

    folder = tmp_path / "form"
    folder.mkdir()
    write("form/visites_choices.csv", CHOICES, ";")
    parameters = {
        "INPUT": write("visites.csv", VISITS),
        "REPEATS": [write("visites-acteurs.csv", ACTORS)],
        "FORM": write("form/visites_survey.csv", SURVEY),
        "PROFILE_FILE": kobo["PROFILE_FILE"],
    }
    assert_the_survey_is_read(run("asm:importvisits", **parameters, **EVERYTHING))


def test_export_without_a_form(run, kobo):
    """Codes that no vocabulary knows are told by the profile."""
    path = Path(kobo["PROFILE_FILE"])
    recode = {"minerals": {"or": "gold", "cassi": "cassiterite"}, "actors": {"local": "nsag_local"}}
    recode["services"] = {"divmines": "divmines", "police": "pmh"}
    path.write_text(json.dumps({**PROFILE, "recode": recode}), encoding="utf-8")
    assert_the_survey_is_read(
        run("asm:importvisits", INPUT=kobo["INPUT"], PROFILE_FILE=str(path), **EVERYTHING)
    )


def test_repeats_that_a_profile_of_the_raw_columns_leaves_out_are_findings(run, kobo):
    path = Path(kobo["PROFILE_FILE"])
    raw = {"pcode": "visite/code", "name": "visite/nom_site", "visit_date": "visite/date_visite"}
    document = {**{key: PROFILE[key] for key in ("schema", "id", "version")}, "columns": raw}
    path.write_text(json.dumps(document), encoding="utf-8")
    result = run("asm:importvisits", INPUT=kobo["INPUT"], PROFILE_FILE=str(path), **EVERYTHING)
    assert result["N_VISITS"] == 3
    (unread,) = found(result, "survey_repeat_unread")
    assert unread["field"] == "acteurs" and "holds 3 rows" in unread["message"]


def test_labels_in_the_chosen_language_are_matched(run, kobo, tmp_path):
    """An export with labels in headers and cells reads as the one with names and codes."""
    labels = {name: label for _, name, label in SURVEY[1:] if label}
    words = {(choice[0], choice[1]): choice[2] for choice in CHOICES[1:]}
    header = []
    for name in VISITS[0]:
        last = name.split("/")[1:] or [name]
        if last[0].startswith("_"):
            header.append(last[0].replace("position", "Position"))
        elif len(last) == 2:
            header.append(f"{labels[last[0]]}/{words[(last[0], last[1])]}")
        else:
            header.append(labels.get(last[0], last[0]))
    rows = [list(row) for row in VISITS[1:]]
    rows[0][8], rows[1][8] = "Or Cassitérite", "Or"
    rows[0][13], rows[1][13] = "Oui", "Non"
    actors = [list(row) for row in ACTORS]
    actors[0][:3] = [labels["acteur"], labels["type"], labels["taxes"]]
    for row, tax in zip(actors[1:], ("Oui", "Non", "Oui")):
        row[1:3] = ["Groupe armé local", tax]
    export = tmp_path / "labels.xlsx"
    spreadsheets.write_workbook(export, {"Visites": [header, *rows], "acteurs": actors})
    assert_the_survey_is_read(run("asm:importvisits", **{**kobo, "INPUT": str(export)}, **EVERYTHING))


def test_sheets_without_a_form_among_them_are_named(run, kobo):
    with pytest.raises(
        QgsProcessingException, match=r"export.xlsx has no sheet 'survey' \(it has: Visites, acteurs"
    ):
        run("asm:importvisits", **{**kobo, "FORM": kobo["INPUT"]}, **EVERYTHING)


def test_forms_that_are_not_there_are_named(run, kobo, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"form nothing\.xlsx is not there"):
        run("asm:importvisits", **{**kobo, "FORM": str(tmp_path / "nothing.xlsx")}, **EVERYTHING)


def test_repeats_that_cannot_be_opened_are_named(run, kobo):
    with pytest.raises(QgsProcessingException, match="REPEATS"):
        run("asm:importvisits", **kobo, REPEATS=["/nowhere/acteurs.csv"], **EVERYTHING)


@pytest.mark.real_data
def test_household_survey_is_read_by_the_algorithms_own_way(run, data):
    """Form from the workbook, both tables from CSV; see tests/core for what is in the flat table."""
    from asm_atlas.processing.survey_source import read_survey_form
    from asm_atlas.processing.workbooks import text_table

    folder = data / "survey" / "epfl_kobo"
    form = read_survey_form(folder / "questionnaires_Nairobi_2021.xls")
    assert len(form.questions) == 97 and len(form.choices) == 57
    layer = QgsVectorLayer(str(folder / "data_household_data.csv"), "households", "ogr")
    frame = text_table(layer)
    assert len(frame) == 1714 and "HHITEMS/Radio" in frame


@pytest.mark.real_data
def test_incident_sheet_is_read_with_its_headings(data):
    from asm_atlas.processing.workbooks import sheet_header, text_table
    from osgeo import ogr

    path = data / "incidents" / "rutshuru_incidents_2024_no_narrative.xlsx"
    frame = text_table(QgsVectorLayer(str(path), "incidents", "ogr"))
    header = sheet_header(path, "Sheet 1", set())
    assert list(frame.columns) == header and header[5:7] == ["VILLAGE/VILLE", "LIEU EXACT"]
    source = ogr.Open(str(path))
    expected = [feature.GetField(header.index("JOUR")) for feature in source.GetLayer(0)]
    assert len(frame) == len(expected) == 140
    assert frame["JOUR"].tolist() == [day and day.replace("/", "-") for day in expected]
    assert all(cell is None or isinstance(cell, str) for column in frame for cell in frame[column])


@pytest.mark.real_data
def test_incident_sheet_through_a_profile_of_ones_own(run, data, tmp_path):
    """Its headings hold blanks, slashes and brackets; the numbers and the days come out as the file has them."""
    import pandas as pd
    from osgeo import ogr

    path = data / "incidents" / "rutshuru_incidents_2024_no_narrative.xlsx"
    columns = {"name": "VILLAGE/VILLE", "visit_date": "JOUR", "admin2": "TERRITOIRE"}
    columns |= {"longitude": "Longitude", "latitude": "Latitude"}
    profile = tmp_path / "incidents.json"
    document = {key: PROFILE[key] for key in ("schema", "version")}
    document |= {"id": "incidents", "columns": columns, "site_key_from": ["name", "admin2"]}
    profile.write_text(json.dumps(document), encoding="utf-8")
    result = run("asm:importvisits", INPUT=str(path), PROFILE_FILE=str(profile), **EVERYTHING)
    source = ogr.Open(str(path))
    names = ("VILLAGE/VILLE", "JOUR", "Longitude", "Latitude")
    rows = pd.DataFrame([[feature[name] for name in names] for feature in source.GetLayer(0)], columns=names)
    assert result["N_ROWS"] == len(rows) == result["N_VISITS"] + result["N_REJECTED"]
    visits = rows_of(result["VISITS"])
    days = sorted(rows["JOUR"].dropna().str.replace("/", "-"))
    assert sorted(row["visit_date"].toString("yyyy-MM-dd") for row in visits if row["visit_date"]) == days
    longitudes = sorted(row["longitude"] for row in visits if row["longitude"] is not None)
    written = pd.to_numeric(rows["Longitude"].str.replace(",", "."), errors="coerce")
    assert set(longitudes) <= set(written) and len(longitudes) >= 0.9 * written.notna().sum()
