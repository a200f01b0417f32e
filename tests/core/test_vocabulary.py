"""Words of the sources to codes."""

import json

import pandas as pd
import pytest
from asm_atlas.core.exceptions import DocumentError
from asm_atlas.core.vocabulary import normalise, read_vocabulary

NAMES = (
    "access",
    "actor_classes",
    "behaviours",
    "frequency",
    "import_rules",
    "location_quality",
    "mechanisation",
    "minerals",
    "qualification",
    "services",
    "traceability",
    "unanswered",
    "work",
    "yes_no",
)


def test_all_vocabularies_read(vocabularies):
    assert set(NAMES) <= set(vocabularies)
    for vocabulary in vocabularies.values():
        assert vocabulary.provenance and vocabulary.version
        assert all(term.labels["fr"] and term.labels["en"] for term in vocabulary.terms)


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("PNC - Pas d\u2019ingérence", "pnc - pas d'ingérence", id="typographic apostrophe"),
        pytest.param("Cassite\u0301rite", "cassitérite", id="accent written apart"),
        pytest.param("  Division   des\nmines ", "division des mines", id="stray blanks and a line break"),
    ],
)
def test_normalise(text, expected):
    assert normalise(text) == expected


@pytest.mark.parametrize(
    "name, raw, code, how",
    [
        pytest.param("minerals", "Or", "gold", "listed", id="as listed"),
        pytest.param("minerals", "or", "gold", "variant", id="other case"),
        pytest.param("minerals", "Manvenve", None, "unknown", id="unknown word"),
        pytest.param(
            "minerals", "Minerais mixtes (Cassitérite/Coltan)", "cassiterite;coltan", "listed", id="two codes"
        ),
        pytest.param("actor_classes", "0", "none", "listed", id="nobody, as releases up to 2022 write it"),
        pytest.param(
            "actor_classes", "FARDC - Pas d'ingérence constatée", "army_no_interf", "variant", id="apostrophe"
        ),
        pytest.param("location_quality", "GPS (village Kailo)", "gps", "pattern", id="by its beginning"),
        pytest.param("work", "Restaurant et prostitution", "sex_work", "pattern", id="by a part"),
        pytest.param("services", "SAESSCAM", "saemape", "listed", id="old name of a service"),
    ],
)
def test_match(vocabularies, name, raw, code, how):
    match = vocabularies[name].match(raw)
    assert (match.code, match.how) == (code, how)


def test_recode_keeps_index_and_tells_empty_from_unknown(vocabularies):
    words = pd.Series(["Or", None, "", "Manvenve", "Or"], index=[3, 5, 7, 9, 11])
    codes, known = vocabularies["minerals"].recode(words)
    assert codes.tolist() == ["gold", None, None, None, "gold"]
    assert known.tolist() == [True, True, True, False, True]
    assert list(codes.index) == list(known.index) == [3, 5, 7, 9, 11]


def test_labels_and_attributes(vocabularies):
    assert vocabularies["minerals"].label("cassiterite", "fr") == "Cassitérite (étain)"
    assert vocabularies["minerals"].label("cassiterite", "nl") == "Cassiterite (tin)"
    assert vocabularies["minerals"].attribute("colour")["gold"] == "#DAA520"
    months = vocabularies["qualification"].attribute("months")
    assert [months[c] for c in ("green", "yellow", "red", "blue")] == [12, 6, None, 36]


def test_actor_classes_stand_in_order_of_severity(vocabularies):
    severity = list(vocabularies["actor_classes"].attribute("severity").values())
    assert severity == sorted(severity) and len(set(severity)) == len(severity)


GOOD = {
    "schema": "asm-atlas/vocabulary/1",
    "id": "x",
    "version": "1",
    "provenance": "test",
    "terms": [{"code": "a", "fr": "A", "en": "A", "raw": ["alpha"]}],
}


@pytest.mark.parametrize(
    "change, sentence",
    [
        pytest.param({"schema": "other"}, "'schema' must be", id="another schema"),
        pytest.param(
            {"terms": [{"code": "a", "fr": "A", "en": "A"}]}, "'terms.0.raw' is missing", id="no words"
        ),
        pytest.param({"terms": [{"code": 1}]}, "'terms.0.code' must be text", id="code not text"),
        pytest.param({"terms": GOOD["terms"] * 2}, "a code twice", id="code twice"),
        pytest.param(
            {"terms": [*GOOD["terms"], {"code": "b", "fr": "B", "en": "B", "raw": ["Alpha"]}]},
            "'Alpha' stands for two codes",
            id="word twice but for its case",
        ),
        pytest.param(
            {"combinations": [{"raw": ["x"], "codes": ["zeta"]}]},
            "'combinations.0.codes' names zeta",
            id="codes",
        ),
    ],
)
def test_bad_files_are_named_with_the_place(tmp_path, change, sentence):
    path = tmp_path / "x.json"
    path.write_text(json.dumps({**GOOD, **change}), encoding="utf-8")
    with pytest.raises(DocumentError, match=sentence) as caught:
        read_vocabulary(path)
    assert "x.json" in str(caught.value)


@pytest.mark.real_data
@pytest.mark.parametrize(
    "name, columns, expected",
    [
        # asm-data.md section 6, release 2026-05
        pytest.param(
            "minerals",
            ("mineral1", "mineral2", "mineral3"),
            {"gold": 4334, "cassiterite": 2212, "coltan": 920, "wolframite": 227, "diamond": 126, "lead": 2},
            id="minerals",
        ),
        pytest.param(
            "actor_classes",
            ("type_armed_group1", "type_armed_group2", "type_armed_group3"),
            {
                "none": 6510,
                "army_no_data": 135,
                "army_no_interf": 486,
                "army_interf": 1273,
                "police_no_interf": 133,
                "minepolice_interf": 102,
                "nsag_local": 1283,
                "nsag_foreign": 117,
            },
            id="actor types",
        ),
        pytest.param(
            "frequency",
            ("frequency_armed_group1", "frequency_armed_group2", "frequency_armed_group3"),
            {
                "permanent": 1278,
                "weekly": 291,
                "monthly": 461,
                "less_than_monthly": 34,
                "irregular": 1175,
                "unclassified": 92,
            },
            id="frequency",
        ),
        pytest.param(
            "services",
            ("state_service1", "state_service2", "state_service3", "state_service4"),
            {"saemape": 2697, "divmines": 2685, "pmh": 235, "chiefdom": 527, "local": 93, "pnc": 55},
            id="services",
        ),
        pytest.param(
            "traceability",
            ("traceability",),
            {"itsci": 703, "itsci_listed": 492, "itoa": 2},
            id="traceability",
        ),
        pytest.param(
            "qualification",
            ("qualification",),
            {"green": 748, "yellow": 127, "red": 30, "blue": 14, "not_classified": 15},
            id="qualification",
        ),
        pytest.param("access", ("access_dry",), {"carmoto": 720, "less2h": 1471, "more2h": 725}, id="dry"),
        pytest.param("access", ("access_wet",), {"carmoto": 471, "less2h": 1107, "more2h": 563}, id="wet"),
        pytest.param(
            "mechanisation", ("mechanisation",), {"low": 679, "medium": 1002, "high": 469}, id="machines"
        ),
    ],
)
def test_counts_of_the_release(data, vocabularies, name, columns, expected):
    table = pd.read_csv(
        data / "ipis" / "cod_mines_ipis_2026-05.csv", dtype=str, keep_default_na=False, usecols=columns
    )
    words = pd.concat([table[column] for column in columns], ignore_index=True)
    counts = vocabularies[name].recode(words)[0].value_counts()
    assert {code: counts[code] for code in expected} == expected
