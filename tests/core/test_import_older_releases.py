"""Layouts of the releases of 2018 to 2022, as small made tables."""

import pandas as pd
import pytest
from asm_atlas.core.importing.importer import import_visits
from asm_atlas.core.importing.profile import recognise
from asm_atlas.core.importing.profile_documents import read_profiles
from asm_atlas.core.vocabulary import read_vocabularies

EWKB = "0101000020E61000000000000000803C4000000000000004C0"
R2022 = {
    "FID": "cod_mines.fid-1",
    "vid": "1",
    "source": "IPIS",
    "project": "IPIS - USAID",
    "pcode": "codmine00001",
    "name": "Amani",
    "visit_date": "2021-09-04",
    "visit_onsite": "1",
    "geom": "POINT (28.5 -2.5)",
    "longitude": "28.5",
    "latitude": "-2.5",
    "province": "Ituri",
    "province_old": "orientale",
    "workers_numb": "120",
    "mineral1": "Or",
    "presence": "0",
    "interference": "0",
    "armed_group1": "",
    "type_armed_group1": "0",
    "armed_group2": "",
    "type_armed_group2": "0",
    "itsci": "",
    "traceability": "",
    "qualification": "",
}
STRIPPED = {
    "id": "7.0",
    "source": "IPIS",
    "project": "IPIS - IOM 2016-2018",
    "name": "Amani",
    "longitude": "28.5",
    "latitude": "-2.5",
    "province": "Ituri",
    "village": "Bora",
    "workers_numb": "3.0",
    "is_gold_mine": "1.0",
    "mineral1": "Or",
    "armed_group1": "",
    "type_armed_group1": "0.0",
}


@pytest.fixture(scope="module")
def load(resources):
    profiles = read_profiles(resources / "profiles").values()
    vocabularies = read_vocabularies(resources / "vocabularies")

    def load_rows(*rows):
        frame = pd.DataFrame(rows, dtype=object)
        profile = recognise(list(frame.columns), profiles)
        assert profile.id == "ipis_cod"
        return import_visits(frame, profile, vocabularies, latest=pd.Timestamp("2026-06-01"))

    return load_rows


def without(row, *names):
    return {name: value for name, value in row.items() if name not in names}


def found(result, rule):
    return result.findings[result.findings["rule"] == rule]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(R2022, id="2021 and 2022, geometry as WKT"),
        pytest.param({**R2022, "geom": EWKB}, id="geometry as EWKB"),
        pytest.param(without(R2022, "longitude", "latitude"), id="WKT alone"),
        pytest.param({**without(R2022, "longitude", "latitude"), "geom": EWKB}, id="EWKB alone"),
        pytest.param({**R2022, "longitude": "", "latitude": ""}, id="coordinates blank in this row"),
        pytest.param({**without(R2022, "FID", "geom"), "visit_date": "2021-09-04Z"}, id="2018, dates with Z"),
        pytest.param(
            {**R2022, "workers_numb": "120.0", "visit_onsite": "1.0", "presence": "0.0", "vid": "1.0"},
            id="whole numbers as floats",
        ),
        pytest.param(
            {**R2022, "type_armed_group1": "0.0", "type_armed_group2": "Aucun"}, id="words for nobody"
        ),
    ],
)
def test_layouts_of_one_visit_read_alike(load, row):
    result = load(row)
    site = result.sites.iloc[0]
    expected = {
        "pcode": "codmine00001",
        "workers": 120,
        "presence": "no",
        "actor_class": "none",
        "off_site": "no",
        "admin1": "Ituri",
        "mechanisation": "not_asked",
        "longitude": 28.5,
        "latitude": -2.5,
        "visit_id": "codmine00001_20210904_ipis-usaid_1",
    }
    assert {name: site[name] for name in expected} == expected
    assert len(result.actors) == 0
    absent = set(found(result, "column_absent")["field"])
    assert {"armed_group3", "mechanisation", "pit_ownership_armed_group1"} <= absent
    assert "unknown_value" not in set(result.findings["rule"])


@pytest.mark.parametrize(
    "word, project, code",
    [
        pytest.param("Actif", "IPIS - USAID", "itsci", id="active at a visit"),
        pytest.param("Suspendu", "IPIS - USAID", "itsci_suspended", id="suspended"),
        pytest.param("Actif", "iTSCi status", "itsci_listed", id="active in a list"),
        pytest.param("", "IPIS - USAID", "none", id="blank at a visit that asked"),
    ],
)
def test_programmes_of_the_older_column(load, word, project, code):
    result = load({**R2022, "itsci": word, "project": project})
    table = result.statuses if project == "iTSCi status" else result.visits
    assert table["traceability"].tolist() == [code]


@pytest.mark.parametrize(
    "written, old, admin1, rows",
    [
        pytest.param("Orientale", "Ituri", "Ituri", 1, id="the wrong way round"),
        pytest.param("Katanga", "Haut-Lomami", "Haut-Lomami", 1, id="another province"),
        pytest.param("Ituri", "Orientale", "Ituri", 0, id="the right way round"),
        pytest.param("Katanga", "", "Katanga", 0, id="no other name"),
        pytest.param("Sud-Kivu", "Maniema", "Sud-Kivu", 0, id="both exist today"),
    ],
)
def test_provinces_that_are_no_more_give_way(load, written, old, admin1, rows):
    result = load({**R2022, "province": written, "province_old": old})
    assert result.sites["admin1"].tolist() == [admin1] == result.visits["admin1"].tolist()
    assert found(result, "unit_of_today")["raw_value"].tolist() == [written] * rows


def test_a_table_cut_down_to_thirteen_columns(load):
    result = load(STRIPPED, {**STRIPPED, "id": "8.0", "armed_group1": "NDC", "type_armed_group1": "x"})
    assert result.sites["pcode"].tolist() == ["7", "8"]
    assert result.sites["workers"].tolist() == [3, 3]
    assert result.sites["presence"].tolist() == ["no", "yes"]
    assert result.sites["is_gold"].tolist() == ["yes", "yes"]
    assert result.sites["interference"].tolist() == ["not_asked"] * 2
    assert result.visits["visit_date"].isna().all()
    assert len(found(result, "site_key_other")) == 1 and not len(found(result, "site_key_shape"))
    assert "visit_date" in set(found(result, "column_absent")["field"])
    assert not found(result, "column_unused")["field"].tolist()
