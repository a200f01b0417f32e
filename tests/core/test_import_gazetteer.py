"""Locations from a gazetteer: taken where one place can be meant, never guessed."""

import dataclasses
import json

import numpy as np
import pandas as pd
import pytest
import shapely
from asm_atlas.core.exceptions import TableError
from asm_atlas.core.importing.gazetteer import gazetteer, read_name_rules, read_places
from asm_atlas.core.importing.importer import import_visits
from asm_atlas.core.importing.neighbours import AdminLayer
from made_up_rows import LATEST

ROW = {
    "vid": "1",
    "project": "IPIS - Madini",
    "pcode": "codmine00001",
    "name": "Amani",
    "visit_date": "2021-03-04",
    "longitude": "",
    "latitude": "",
    "province": "Sud-Kivu",
    "territoire": "Shabunda",
    "mineral1": "Or",
    "armed_group1": "",
}
OTHER = {**ROW, "vid": "2", "pcode": "codmine00002"}
WEST, EAST = shapely.box(26, -4, 28, -2), shapely.box(28, -4, 30, -2)
PROVINCES = AdminLayer(np.array([WEST, EAST], object), {"nom": ["Maniema", "Sud-Kivu"]})
TERRITORIES = AdminLayer(np.array([WEST, EAST], object), {"nom": ["Kindu", "Shabunda"]})


def place(name="amani", kind="mine", x="28.5", y="-2.5"):
    return {"s": name, "i": kind, "x": x, "y": y}


@pytest.fixture(scope="module")
def rules(resources):
    return read_name_rules(resources / "gazetteer" / "names.json")


@pytest.fixture()
def load(profiles, vocabularies, rules):
    def load_rows(rows, places, **options):
        places = gazetteer(pd.DataFrame(places, dtype=object), rules)
        frame = pd.DataFrame(rows, dtype=object)
        options = {"language": "en", "latest": LATEST, **options}
        return import_visits(frame, profiles["ipis_cod"], vocabularies, gazetteer=places, **options)

    return load_rows


@pytest.mark.parametrize(
    "one, other, same",
    [
        pytest.param("Mayi-Tatu", "mayi tatu", True, id="hyphen and case"),
        pytest.param("Éléphant", "elephant", True, id="accents"),
        pytest.param("Carrière Amani", "Amani (mine)", True, id="words that say what it is"),
        pytest.param("Amani II", "amani 2", True, id="numerals"),
        pytest.param("Amani 1", "Amani 2", False, id="other number"),
        pytest.param("Mine", "Site", False, id="nothing but such words"),
        pytest.param("V", "5", False, id="a letter alone is a name"),
        pytest.param("Kalonge", "Kalunge", False, id="another spelling is another name"),
    ],
)
def test_names_are_compared_mildly(rules, one, other, same):
    assert (rules.key(one) == rules.key(other)) is same


NEAR = place(x="28.505")
FAR = place(x="29.5")
WESTERN = place(x="27.5")
VILLAGE = place(kind="0")


@pytest.mark.parametrize(
    "places, admin, quality, rule",
    [
        pytest.param([place()], None, "gazetteer_mine", "gazetteer_mine", id="one mine"),
        pytest.param(
            [place()], PROVINCES, "gazetteer_mine_unit", "gazetteer_mine_unit", id="one mine in the unit"
        ),
        pytest.param([place(), NEAR], None, "gazetteer_mine", "gazetteer_mine", id="one place written twice"),
        pytest.param(
            [place(), VILLAGE], None, "gazetteer_mine", "gazetteer_mine", id="mines go before villages"
        ),
        pytest.param([place(), FAR], None, "unknown", "gazetteer_ambiguous", id="two mines"),
        pytest.param(
            [place(), WESTERN],
            PROVINCES,
            "gazetteer_mine_unit",
            "gazetteer_mine_unit",
            id="one of two in the unit",
        ),
        pytest.param([place(), FAR], PROVINCES, "unknown", "gazetteer_ambiguous", id="two mines in the unit"),
        pytest.param(
            [WESTERN], PROVINCES, "unknown", "gazetteer_outside_unit", id="the one mine is elsewhere"
        ),
        pytest.param([VILLAGE], None, "unknown", "gazetteer_no_mine", id="a village somewhere"),
        pytest.param([VILLAGE], PROVINCES, "unknown", "gazetteer_no_mine", id="a village in the province"),
        pytest.param(
            [VILLAGE],
            TERRITORIES,
            "gazetteer_place_unit",
            "gazetteer_place_unit",
            id="a village in the territory",
        ),
        pytest.param(
            [VILLAGE, {**VILLAGE, "x": "29"}],
            TERRITORIES,
            "unknown",
            "gazetteer_ambiguous",
            id="two villages",
        ),
        pytest.param([place("bora")], None, "unknown", "location_missing", id="no such name"),
    ],
)
def test_a_place_is_taken_only_when_no_other_can_be_meant(load, places, admin, quality, rule):
    result = load([ROW], places, admin=admin)
    site = result.sites.iloc[0]
    assert site["location_quality"] == quality
    expected = (28.5, -2.5) if quality != "unknown" else (np.nan, np.nan)
    np.testing.assert_array_equal(site[["longitude", "latitude"]].astype(float), expected)
    findings = result.findings[result.findings["rule"].str.startswith(("gazetteer", "location"))]
    assert findings[["rule", "source_row"]].values.tolist() == [[rule, 1]]
    assert site["at_village"] == ("yes" if quality == "gazetteer_place_unit" else "no")


def test_findings_name_candidates_and_distance(load):
    ambiguous = load([ROW], [place(), FAR]).findings
    message = ambiguous.loc[ambiguous["rule"] == "gazetteer_ambiguous", "message"].item()
    assert "2 places" in message and "28.5, -2.5; 29.5, -2.5" in message
    outside = load([ROW], [WESTERN], admin=PROVINCES, language="fr").findings
    message = outside.loc[outside["rule"] == "gazetteer_outside_unit", "message"].item()
    assert "à 55.6 km de Sud-Kivu" in message


@pytest.mark.parametrize(
    "second, quality",
    [
        pytest.param({}, "unknown", id="both without a location"),
        pytest.param({"longitude": "28.51", "latitude": "-2.5"}, "unknown", id="the other one lies there"),
        pytest.param(
            {"longitude": "29.5", "latitude": "-3"}, "gazetteer_mine", id="the other one lies elsewhere"
        ),
        pytest.param({"name": "Bora"}, "gazetteer_mine", id="another name"),
        pytest.param({"pcode": "codmine00001"}, "gazetteer_mine", id="a second visit"),
    ],
)
def test_a_place_that_two_sites_claim_is_taken_by_none(load, second, quality):
    result = load([ROW, {**OTHER, **second}], [place()])
    assert result.sites["location_quality"].tolist()[0] == quality
    assert ("gazetteer_shared" in set(result.findings["rule"])) is (quality == "unknown")


def test_sites_of_one_name_in_two_units_take_one_place_each(load):
    rows = [ROW, {**OTHER, "province": "Maniema"}]
    sites = load(rows, [place(), WESTERN], admin=PROVINCES).sites
    assert sites["longitude"].tolist() == [28.5, 27.5]


def test_own_locations_are_left_alone(load):
    result = load([{**ROW, "longitude": "29.25", "latitude": "-3"}], [place()])
    assert result.sites["longitude"].tolist() == [29.25]
    assert not set(result.findings["rule"]) & {"gazetteer_mine", "location_missing"}


def test_locations_that_are_not_used_may_be_found_by_name(load):
    result = load([{**ROW, "longitude": "0", "latitude": "0"}], [place()])
    assert result.sites["location_quality"].tolist() == ["gazetteer_mine"]
    assert {"location_zero", "gazetteer_mine"} <= set(result.findings["rule"])


@pytest.mark.parametrize(
    "text, sentence",
    [
        pytest.param("{}", "no list of places", id="object"),
        pytest.param("[]", "no list of places", id="empty list"),
        pytest.param("[1, 2]", "no list of places", id="list of numbers"),
        pytest.param('[{"s": "a"', "cannot be read", id="cut off"),
        pytest.param("[" * 100_000, "cannot be read", id="brackets without end"),
        pytest.param('[{"u": "a", "x": "1", "y": "2"}]', "no field of names", id="no names"),
        pytest.param('[{"s": "a", "x": "east", "y": "2"}]', "no places with a name", id="no locations"),
        pytest.param(
            '[{"s": {"a": 1}, "x": "1", "y": "2"}]', "no places with a name", id="names that are objects"
        ),
        pytest.param('[{"s": "--", "x": "1", "y": "2"}]', "no places with a name", id="names of nothing"),
    ],
)
def test_lists_that_are_none_get_a_sentence(tmp_path, rules, text, sentence):
    path = tmp_path / "places.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=sentence):
        gazetteer(read_places(path), rules)


def test_numbers_may_be_numbers(tmp_path, rules):
    path = tmp_path / "places.json"
    path.write_text(
        json.dumps([{"NAME": "Amani", "Class": "Mine", "lon": 28.5, "lat": -2.5}]), encoding="utf-8"
    )
    table = gazetteer(read_places(path), rules).table
    assert table.values.tolist() == [["amani", "Amani", True, 28.5, -2.5]]


def units(path, field):
    from osgeo import ogr

    dataset = ogr.Open(str(path))
    found = [(f.GetField(field), f.GetGeometryRef().ExportToWkb()) for f in dataset.GetLayer(0)]
    shapes = np.array([shapely.from_wkb(bytes(wkb)) for _, wkb in found], dtype=object)
    return AdminLayer(shapes, {field: [name for name, _ in found]})


@pytest.mark.real_data
@pytest.mark.parametrize(
    "level, quality, least, within_1_km, within_5_km",
    [
        pytest.param(None, "gazetteer_mine", 1_500, 0.95, 0.98, id="without units"),
        pytest.param("admin1", "gazetteer_mine_unit", 1_560, 0.95, 0.98, id="provinces"),
        pytest.param("admin2", "gazetteer_mine_unit", 1_550, 0.95, 0.985, id="territories"),
        pytest.param("admin2", "gazetteer_place_unit", 30, 0.2, 0.6, id="villages in territories"),
    ],
)
def test_hidden_sites_are_found_again(
    load, profiles, vocabularies, rules, data, level, quality, least, within_1_km, within_5_km
):
    """The dashboard export has no coordinates; the day's open data have them, and the territories."""
    export = pd.read_csv(
        data / "ipis" / "cod_dashboard_filtered_2024-02-29.csv", dtype=str, keep_default_na=False
    )
    release = pd.read_csv(data / "ipis" / "cod_mines_ipis_2024-02-29.csv", dtype=str, keep_default_na=False)
    release = release.drop_duplicates("pcode").set_index("pcode")
    profile = profiles["ipis_cod_dashboard"]
    admin = None
    if level == "admin1":
        admin = units(data / "admin" / "cod_adm1_26provinces_dissolved_from_adm2.gpkg", "ADM1_FR")
    elif level == "admin2":
        export["territoire"] = export["pcode"].map(release["territoire"])
        profile = dataclasses.replace(profile, columns={**profile.columns, "admin2": "territoire"})
        admin = units(data / "admin" / "cod_ab_2017" / "cod_admbnda_adm2_rgc_20170711.shp", "ADM2_FR")
    places = gazetteer(read_places(data / "ipis" / "cod_gazetteer_places.json"), rules)
    sites = import_visits(
        export, profile, vocabularies, gazetteer=places, admin=admin, latest=LATEST
    ).sites.set_index("pcode")
    assert len(sites) == 2876
    found = sites[sites["location_quality"] == quality]
    truth = release.loc[found.index, ["longitude", "latitude"]].astype(float)
    km = np.hypot(found["longitude"] - truth["longitude"], found["latitude"] - truth["latitude"]) * 111.2
    assert len(found) >= least
    assert (km < 1).mean() >= within_1_km and (km < 5).mean() >= within_5_km
