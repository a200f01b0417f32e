"""The atlas's own tables read again, in core."""

import pandas as pd
import pytest
from asm_atlas.core.exceptions import TableError
from asm_atlas.core.importing.importer import import_visits
from asm_atlas.core.importing.own_tables import import_own, is_own
from asm_atlas.core.importing.profile import recognise
from asm_atlas.core.tables import column_names
from made_up_rows import LATEST

TABLES = ("visits", "actors", "statuses", "sites")
VISIT = {
    "vid": "1",
    "project": "IPIS - Madini",
    "pcode": "codmine00001",
    "name": "Amani",
    "visit_date": "2021-03-04",
    "visit_onsite": "1",
    "longitude": "28.5",
    "latitude": "-2.5",
    "province": "Sud-Kivu",
    "workers_numb": "120",
    "mineral1": "Or",
    "presence": "1",
    "armed_group1": "NDC",
    "type_armed_group1": "Groupe armé local",
}
DECISION = {**VISIT, "vid": "2", "project": "Qualification status", "qualification": "Vert"}


@pytest.fixture()
def atlas(profiles, vocabularies):
    rows = pd.DataFrame([VISIT, DECISION, {**VISIT, "vid": "3", "pcode": "codmine00002"}], dtype=object)
    return import_visits(rows.fillna(""), profiles["ipis_cod"], vocabularies, latest=LATEST)


@pytest.fixture()
def again(vocabularies):
    def read(atlas, **tables):
        given = {name: tables.get(name, getattr(atlas, name)) for name in TABLES}
        return import_own(given.pop("visits"), vocabularies, **given)

    return read


def rules(result):
    return result.findings["rule"].tolist()


def test_the_columns_of_visits_tell_an_atlas():
    assert is_own(["fid", *column_names("visits")])
    assert not is_own(column_names("sites")) and not is_own(VISIT)


def test_a_visit_without_a_site_and_a_key_given_twice_are_rejected(atlas, again):
    visits = pd.concat([atlas.visits, atlas.visits.iloc[[0]], atlas.visits.iloc[[1]].assign(pcode=None)])
    visits.iloc[3, visits.columns.get_loc("visit_id")] = "new"
    result = again(atlas, visits=visits)
    assert rules(result) == ["own_key_again", "own_key_missing"]
    assert result.findings["source_row"].tolist() == [3, 4]
    counts = result.counts
    assert counts["n_rows"] == 5 == counts["n_visits"] + counts["n_statuses"] + counts["n_rejected"]
    pd.testing.assert_frame_equal(result.visits, atlas.visits)


def test_actors_of_no_visit_and_sites_of_no_row_are_findings(atlas, again):
    result = again(atlas, visits=atlas.visits[atlas.visits["pcode"] == "codmine00001"])
    assert sorted(zip(rules(result), result.findings["raw_value"])) == [
        ("own_actor_astray", "codmine00002_20210304_ipis-madini_1"),
        ("own_site_without_rows", "codmine00002"),
    ]
    assert result.actors["pcode"].tolist() == ["codmine00001"] == result.sites["pcode"].tolist()


def test_a_withdrawn_decision_leaves_a_site_without_status(atlas, again):
    assert atlas.sites["qualification"].tolist() == ["green", "none"]
    assert again(atlas, statuses=atlas.statuses.iloc[:0]).sites["qualification"].tolist() == ["none", "none"]
    kept = again(atlas, statuses=None)
    assert kept.sites["qualification"].tolist() == ["green", "none"] and rules(kept) == ["own_table_absent"]


def test_a_moved_visit_moves_its_site_and_says_no_longer_how_it_was_found(atlas, again):
    sites = atlas.sites.assign(location_quality="gps")
    visits = atlas.visits.assign(longitude=[28.75, 28.5])
    result = again(atlas, visits=visits, sites=sites).sites
    assert result[["longitude", "location_quality"]].values.tolist() == [[28.75, "unknown"], [28.5, "gps"]]


def test_emptied_answers_are_unknown_not_no(atlas, again):
    visits = atlas.visits.assign(presence=None, mechanisation=None, actor_class=None)
    said = again(atlas, visits=visits).visits
    assert said[["presence", "mechanisation", "actor_class"]].eq("unknown").all(axis=None)


def test_no_visits_get_a_sentence(atlas, again):
    with pytest.raises(TableError, match="has no rows"):
        again(atlas, visits=atlas.visits.iloc[:0])


@pytest.mark.real_data
@pytest.mark.parametrize(
    "file",
    [
        "cod_mines_ipis_2026-05.csv",
        "cod_mines_ipis_2024-02-29.csv",
        "cod_dashboard_filtered_2024-02-29.csv",
        "caf_mines_ipis_2026-05.csv",
    ],
)
def test_releases_read_again_are_the_same(profiles, vocabularies, data, again, file):
    frame = pd.read_csv(data / "ipis" / file, dtype=str, keep_default_na=False)
    first = import_visits(
        frame, recognise(list(frame.columns), profiles.values()), vocabularies, latest=LATEST
    )
    second = again(first)
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(second, name), getattr(first, name), obj=name)
    assert not len(second.findings)
