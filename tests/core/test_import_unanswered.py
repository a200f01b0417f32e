"""Unknown never becomes no, and nobody becomes present: words for no answer, words nobody knows, coded answers."""

import pandas as pd
import pytest
from asm_atlas.core.importing.column_names import read_columns
from asm_atlas.core.importing.importer import import_visits
from asm_atlas.core.importing.profile_documents import profile_from
from asm_atlas.core.importing.suggestions import suggest

DOCUMENT = {
    "schema": "asm-atlas/profile/1",
    "id": "team",
    "version": "1",
    "columns": {
        "pcode": "site",
        "visit_date": "date",
        "mercury": "answer",
        "traceability": "answer",
        "women_work": "answer",
    },
    "minerals": {"columns": ["answer"], "separator": "/"},
    "services": {"columns": ["answer"]},
    "asked_since": {"services": "2015-01-01"},
}
ACTORS = {
    "names": {"slots": 1, "name": "answer"},
    "names and types": {"slots": 1, "name": "answer", "type": "answer"},
    "a set of types": {"slots": 0, "name": "", "type_set": "answer"},
    "a set of types with names": {"slots": 1, "name": "answer", "type_set": "answer"},
}
SILENT = (
    "non renseigné",
    "Non Renseigné",
    "pas de données",
    "sans objet",
    "N/A",
    "RAS",
    "NSP",
    "Je ne sais pas",
    "Refus",
    "n.d.",
    "?",
    "-",
)


@pytest.fixture()
def read(vocabularies):
    def read_answers(*answers, **entries):
        frame = pd.DataFrame({"site": "s1", "date": "2021-05-13", "answer": list(answers)}, dtype=object)
        profile = profile_from({**DOCUMENT, **entries}, "team.json")
        return import_visits(frame, profile, vocabularies, latest=pd.Timestamp("2026-01-01"))

    return read_answers


@pytest.mark.parametrize("word", SILENT)
@pytest.mark.parametrize("actors", ACTORS.values(), ids=ACTORS)
def test_a_word_for_no_answer_names_nobody_and_denies_nothing(read, word, actors):
    result = read(word, actors=actors)
    said = result.visits.iloc[0]
    assert (said["presence"], said["actor_class"], len(result.actors)) == ("unknown", "unknown", 0)
    assert result.findings["rule"].eq("unanswered").any()


@pytest.mark.parametrize("word", SILENT)
def test_a_word_for_no_answer_leaves_lists_empty_and_answers_unknown(read, word):
    result = read(word)
    said = result.visits.iloc[0]
    assert said[["minerals", "services", "women_work"]].isna().all()
    assert said[["mercury", "traceability", "is_gold", "is_3t"]].eq("unknown").all()
    assert said["service_slots"] == 0


@pytest.mark.parametrize(
    "types, presence",
    [
        pytest.param("Néant", "no", id="a type that says nobody"),
        pytest.param("Aucun non_lu", "yes", id="nobody beside a type that no vocabulary knows"),
        pytest.param("none NSP", "unknown", id="nobody beside a word for no answer"),
    ],
)
def test_sets_of_types(read, types, presence):
    assert read(types, actors=ACTORS["a set of types"]).visits["presence"].tolist() == [presence]


@pytest.mark.parametrize(
    "minerals, is_gold, is_3t",
    [
        pytest.param("Cassitérite/Aurum", "unknown", "yes", id="a mineral nobody knows may be gold"),
        pytest.param("Cassitérite/Autre", "no", "yes", id="a mineral that the source calls other"),
        pytest.param("Or/N/A", "yes", "unknown", id="half a word for no answer"),
    ],
)
def test_unknown_minerals_deny_nothing(read, minerals, is_gold, is_3t):
    assert read(minerals).visits[["is_gold", "is_3t"]].values.tolist() == [[is_gold, is_3t]]


@pytest.mark.parametrize(
    "cells, target",
    [
        pytest.param(["1", "2", "2", "1"], None, id="answers coded as 1 and 2"),
        pytest.param(["1", "2", "99", "1"], None, id="coded, with a code for no answer"),
        pytest.param(["0", "1", "1", "0"], "women", id="0 and 1"),
        pytest.param(["0", "4", "12", "2"], "women_number", id="numbers"),
    ],
)
def test_coded_answers_are_no_numbers_of_people(resources, vocabularies, cells, target):
    columns = read_columns(resources / "columns" / "columns.json")
    suggested = suggest(pd.DataFrame({"Femmes": cells}, dtype=object), vocabularies, columns)
    assert [each.target for each in suggested] == ([target] if target else [])


def test_a_number_that_is_not_given_is_no_unreadable_one(read):
    columns = {**DOCUMENT["columns"], "workers": "answer"}
    result = read("NA", columns=columns)
    assert result.visits["workers"].isna().all()
    assert "number_unreadable" not in set(result.findings["rule"])


def test_a_question_not_yet_asked_stays_so_under_a_word_for_no_answer(read):
    result = read("NA", asked_since={"traceability": "2022-01-01", "mercury": "2022-01-01"})
    assert result.visits[["traceability", "mercury"]].eq("not_asked").all(axis=None)


def test_keys_made_of_one_column_are_said_to_be_of_that_column(read):
    columns = {key: name for key, name in DOCUMENT["columns"].items() if key != "pcode"}
    result = read("Or", columns={**columns, "name": "site"}, site_key_from=["name"])
    made = result.findings[result.findings["rule"] == "site_key_made"]
    assert made["field"].tolist() == ["site"]


@pytest.mark.parametrize(
    "language, one, two", [("en", "(1 row)", "(2 rows)"), ("fr", "(1 ligne)", "(2 lignes)")]
)
def test_one_row_is_no_plural(vocabularies, language, one, two):
    frame = pd.DataFrame({"site": "s1", "date": "2021-05-13", "answer": ["yes", "oui", "oui"]}, dtype=object)
    frame["other"] = ["RAS", "NSP", "NSP"]
    document = {**DOCUMENT, "columns": {"pcode": "site", "visit_date": "date", "mercury": "other"}}
    document = {**document, "minerals": {"columns": []}, "services": {"columns": []}}
    result = import_visits(frame, profile_from(document, "team.json"), vocabularies, language=language)
    said = result.findings[result.findings["rule"] == "unanswered"].set_index("raw_value")["message"]
    assert one in said["RAS"] and two in said["NSP"]
