"""Sites against the unit they state, and against the sites next to them."""

import numpy as np
import pandas as pd
import pytest
import shapely
from asm_atlas.core.exceptions import TableError
from asm_atlas.core.importing.importer import import_visits
from asm_atlas.core.importing.neighbours import AdminLayer, alike
from asm_atlas.core.importing.profile_documents import read_profiles
from asm_atlas.core.vocabulary import read_vocabularies

VISIT = {
    "project": "IPIS - Madini",
    "pcode": "codmine00001",
    "name": "Amani",
    "visit_date": "2021-03-04",
    "mineral1": "Or",
    "armed_group1": "",
    "province": "Sud-Kivu",
    "territoire": "Mwenga",
    "longitude": "28.5",
    "latitude": "-2.5",
}
SQUARES = np.array([shapely.box(28, -3, 29, -2), shapely.box(29, -3, 30, -2), shapely.box(28, -2, 29, -1)])
PROVINCES = {"code": ["1", "2", "3"], "nom": ["SUD KIVU", "Maniema", "Nord-Kivu"], "pays": ["RDC"] * 3}


@pytest.fixture(scope="module")
def load(resources):
    profile = read_profiles(resources / "profiles")["ipis_cod"]
    vocabularies = read_vocabularies(resources / "vocabularies")

    def load_rows(*rows, columns=None):
        frame = pd.DataFrame([{**VISIT, **row} for row in rows], dtype=object)
        admin = None if columns is None else AdminLayer(SQUARES, columns)
        return import_visits(
            frame, profile, vocabularies, latest=pd.Timestamp("2026-06-01"), admin=admin
        ).findings

    return load_rows


@pytest.mark.parametrize(
    "row, sentence",
    [
        pytest.param({}, None, id="inside"),
        pytest.param({"longitude": "29.004"}, None, id="outside by less than the tolerance"),
        pytest.param(
            {"longitude": "29.1"},
            "11.1 km from Sud-Kivu, the unit stated; the nearest unit is Maniema",
            id="in the next",
        ),
        pytest.param(
            {"latitude": "-3.1"},
            "11.1 km from Sud-Kivu, the unit stated; the nearest unit is SUD KIVU",
            id="in none",
        ),
        pytest.param({"province": "Lualaba", "longitude": "29.1"}, None, id="a unit that the layer lacks"),
        pytest.param({"province": "", "longitude": "29.1"}, None, id="no unit stated"),
        pytest.param({"longitude": "", "latitude": ""}, None, id="no location"),
    ],
)
def test_locations_outside_the_unit_stated(load, row, sentence):
    findings = load({"pcode": "codmine00009", "name": "Zulu", "longitude": "28.2"}, row, columns=PROVINCES)
    found = findings[findings["rule"] == "outside_unit"]
    assert found["source_row"].tolist() == ([2] if sentence else [])
    assert sentence is None or sentence in found["message"].iloc[0]
    assert (found["longitude"].notna() & (found["action"] == "kept")).all()
    absent = findings.loc[findings["rule"] == "unit_absent", "raw_value"].tolist()
    assert absent == (["Lualaba"] if row.get("province") == "Lualaba" else [])


def test_rows_at_the_same_place_are_one_finding(load):
    findings = load(
        {"longitude": "29.1"}, {"longitude": "29.1", "visit_date": "2022-01-02"}, columns=PROVINCES
    )
    assert (findings["rule"] == "outside_unit").sum() == 1


def test_names_tell_the_level_of_the_layer(load):
    territories = {"nom": ["Mwenga", "Fizi", "Fizi"], "province": ["x", "y", "z"]}
    findings = load({"longitude": "29.1"}, columns=territories)
    found = findings[findings["rule"] == "outside_unit"].iloc[0]
    assert (found["field"], found["raw_value"]) == ("territoire", "Mwenga")


def test_units_of_elsewhere_are_refused(load):
    with pytest.raises(TableError, match="No field of the administrative units"):
        load({}, columns={"nom": ["Kent", "Sussex", "Surrey"]})


@pytest.mark.parametrize(
    "other, expected",
    [
        pytest.param({"name": "AMANI", "longitude": "28.5003"}, 1, id="33 m, same name"),
        pytest.param({"name": "Amany", "longitude": "28.5003"}, 1, id="33 m, other spelling"),
        pytest.param({"name": "Amani", "longitude": "28.5006"}, 0, id="67 m"),
        pytest.param({"name": "Bora", "longitude": "28.5003"}, 0, id="another name"),
        pytest.param({"name": "Amani 2", "longitude": "28.5"}, 0, id="another number"),
        pytest.param({"name": "", "longitude": "28.5"}, 0, id="no name"),
        pytest.param({"pcode": "codmine00001", "longitude": "28.5003"}, 0, id="one site, two visits"),
    ],
)
def test_sites_next_to_each_other_with_like_names(load, other, expected):
    findings = load({}, {"pcode": "codmine00002", **other})
    found = findings[findings["rule"] == "near_duplicate"]
    assert found["source_row"].tolist() == [2] * expected
    assert found["message"].str.contains("33 m from Amani (codmine00001)", regex=False).all()


@pytest.mark.parametrize(
    "one, other, expected",
    [
        pytest.param("Kabombo", "Kabonbo", True, id="one letter"),
        pytest.param("Maï-Maï", "Mai mai", True, id="accents and hyphens"),
        pytest.param("Majamio I", "Majamio II", False, id="Roman numbers"),
        pytest.param("Site 12", "Site 21", False, id="numbers"),
        pytest.param("Amani", "Bora", False, id="other names"),
        pytest.param("", "", False, id="no names"),
    ],
)
def test_alike(one, other, expected):
    assert alike(one, other) is expected


def test_many_sites_at_one_point_give_a_finding_each(load):
    findings = load(*({"pcode": f"codmine{n:05d}"} for n in range(1, 41)))
    found = findings[findings["rule"] == "near_duplicate"]
    assert found["source_row"].tolist() == list(range(2, 41))


def test_a_crowd_of_other_names_is_one_finding_and_equal_names_are_still_paired(load):
    letters = "abcdefghijk"
    names = [f"{first}{second} {second}{first}{first}" for first in letters for second in letters]
    findings = load(
        *({"pcode": f"codmine{n:05d}", "name": name} for n, name in enumerate([*names, names[3]], 1)),
        {"pcode": "codmine00900", "longitude": "28.6"},
    )
    crowds = findings[findings["rule"] == "near_crowd"]
    assert crowds["source_row"].tolist() == [1]
    assert crowds["message"].iloc[0].startswith(f"{len(names)} sites of different names stand at this place")
    pairs = findings[findings["rule"] == "near_duplicate"]
    assert pairs["source_row"].tolist() == [len(names) + 1]
