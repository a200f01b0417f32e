"""Import profiles: reading, checking, recognising."""

import json

import pytest
from asm_atlas.core.exceptions import DocumentError, ProfileError
from asm_atlas.core.importing.profile import check_header, recognise
from asm_atlas.core.importing.profile_documents import profile_from, read_profile, read_profiles

COD = ["vid", "pcode", "project", "visit_date", "mineral1", "armed_group1"]
DASHBOARD = ["pcode", "name", "visit_date", "mineral1", "armed_group1", "qualification", "project"]
CAF = ["vid", "pcode", "project", "visit_date", "minerals", "actor_type"]


@pytest.mark.parametrize(
    "header, expected",
    [
        pytest.param(COD, "ipis_cod", id="DR Congo"),
        pytest.param(["FID", *COD, "itsci"], "ipis_cod", id="DR Congo with the columns of 2021"),
        pytest.param([name.upper() for name in COD], "ipis_cod", id="upper case"),
        pytest.param(["", *DASHBOARD], "ipis_cod_dashboard", id="dashboard export"),
        pytest.param(["field_1", *DASHBOARD], "ipis_cod_dashboard", id="dashboard export, named by GDAL"),
        pytest.param(["i", "n", "d", "lt", "ln", "m1", "s1n", "w"], "ipis_tza", id="Tanzania"),
        pytest.param(
            ["pcode", "site_name", "today", "mineral1_name", "site_status"], "zela_zwe", id="Zimbabwe"
        ),
        pytest.param(CAF, "ipis_caf", id="Central African Republic"),
    ],
)
def test_recognise(profiles, header, expected):
    assert recognise(header, profiles.values()).id == expected


def test_unknown_header_says_what_was_looked_for_and_found(profiles):
    with pytest.raises(ProfileError) as caught:
        recognise(["ville", "date"], profiles.values())
    sentence = str(caught.value)
    assert "armed_group1" in sentence and "actor_type" in sentence and "ville, date" in sentence


def test_chosen_profile_names_what_is_missing(profiles):
    with pytest.raises(ProfileError, match="lacks minerals, actor_type"):
        check_header(profiles["ipis_caf"], COD)


@pytest.mark.parametrize(
    "project, kind, decides",
    [
        pytest.param("IPIS - Madini", "visit", None, id="own team"),
        pytest.param("IPIS", "visit", None, id="named just IPIS"),
        pytest.param("Qualification status", "status", "qualification", id="decisions"),
        pytest.param("iTSCi status", "status", "traceability", id="programme list"),
        pytest.param("BGR", "third_party", None, id="a survey of others"),
        pytest.param(None, "third_party", None, id="no project"),
    ],
)
def test_the_project_decides_the_kind(profiles, project, kind, decides):
    rule = profiles["ipis_cod"].row_kind(project)
    assert (rule.kind, rule.decides) == (kind, decides)


def test_credit_names_the_release_when_it_is_known(profiles):
    profile = profiles["ipis_cod"]
    assert profile.credit_sentence("2026-05", "en").endswith("ODC-BY 1.0, release 2026-05")
    assert profile.credit_sentence("2026-05", "fr").endswith("ODC-BY 1.0, version 2026-05")
    assert profile.credit_sentence(None, "en").endswith("ODC-BY 1.0")


def test_a_credit_of_one_text_is_that_of_all_languages(resources):
    document = json.loads((resources / "profiles" / "ipis_cod.json").read_text(encoding="utf-8"))
    profile = profile_from({**document, "credit": "Ours{release}", "release": " ({release})"}, "own.json")
    assert [profile.credit_sentence("2026", language) for language in ("en", "fr")] == ["Ours (2026)"] * 2


def test_profiles_name_vocabularies_that_exist(profiles, resources):
    known = {path.stem for path in (resources / "vocabularies").glob("*.json")}
    for profile in profiles.values():
        assert set(profile.vocabularies.values()) <= known


def test_a_shipped_profile_is_called_as_its_file(tmp_path, resources):
    text = (resources / "profiles" / "ipis_cod.json").read_text(encoding="utf-8")
    (tmp_path / "other.json").write_text(text, encoding="utf-8")
    assert read_profile(tmp_path / "other.json").id == "ipis_cod"
    with pytest.raises(DocumentError, match="'id' must be \"other\""):
        read_profiles(tmp_path)


@pytest.mark.parametrize(
    "change, sentence",
    [
        pytest.param({"schema": "x"}, "'schema' must be", id="schema"),
        pytest.param(
            {"columns": {"pcode": "pcode", "colour": "c"}}, "'columns.colour' is no column", id="column"
        ),
        pytest.param({"columns": {"name": "name"}}, "'columns.pcode' is missing", id="no key"),
        pytest.param({"site_key": "("}, "'site_key' is not a regular expression", id="pattern"),
        pytest.param(
            {"row_kinds": [{"project": "x", "kind": "guess"}]}, "'row_kinds.0.kind' must be one of", id="kind"
        ),
        pytest.param(
            {"row_kinds": [{"project": "x", "kind": "status"}]}, "'row_kinds.0.decides' must be", id="decides"
        ),
        pytest.param({"asked_since": {"mercury": "2015"}}, "'asked_since.mercury' must be a date", id="date"),
        pytest.param({"site_qualification": "x"}, "'site_qualification' must be one of", id="status"),
        pytest.param({"missing_words": "NA"}, "'missing_words' must be a list", id="missing words"),
        pytest.param({"bounds": {"west": 1}}, "'bounds.south' is missing", id="bounds"),
    ],
)
def test_bad_profiles_are_named_with_the_place(tmp_path, resources, change, sentence):
    document = json.loads((resources / "profiles" / "ipis_cod.json").read_text(encoding="utf-8"))
    path = tmp_path / "ipis_cod.json"
    path.write_text(json.dumps({**document, **change}), encoding="utf-8")
    with pytest.raises(DocumentError, match=sentence):
        read_profile(path)
