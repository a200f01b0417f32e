"""The dashboard export: its words, locations joined from known sites, and the release behind it."""

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.exceptions import TableError
from asm_atlas.core.importing.importer import import_visits
from asm_atlas.core.importing.known_sites import known_sites
from asm_atlas.core.importing.profile import recognise
from asm_atlas.core.tables import column_names
from made_up_rows import LATEST

ROW = {
    "": "1",
    "pcode": "codmine00001",
    "name": "Amani",
    "visit_date": "2021-03-04",
    "province": "Sud-Kivu",
    "workers_numb": "NA",
    "access_dry": "Less than 2h walk",
    "access_wet": "No data",
    "mineral1": "Or",
    "mineral2": "NA",
    "mercury": "None observed",
    "interference": "Observed",
    "armed_group1": "FARDC",
    "frequency_armed_group1": "Quotidien",
    "armed_group2": "NA",
    "frequency_armed_group2": "NA",
    "state_service1": "SAEMAPE",
    "state_service2": "NA",
    "traceability": "No traceability program",
    "qualification": "Vert",
    "childunder15": "No data",
    "childunder15work": "NA",
    "project": "IPIS - Madini",
}
KNOWN = {
    "pcode": "codmine00001",
    "name": "Amani",
    "admin1": "Sud-Kivu",
    "longitude": "28.5",
    "latitude": "-2,5",
}


@pytest.fixture()
def load(profiles, vocabularies):
    def load_rows(*rows, known=None):
        frame = pd.DataFrame(rows, dtype=object)
        profile = recognise(list(frame.columns), profiles.values())
        assert profile.id == "ipis_cod_dashboard"
        if known is not None:
            known = known_sites(pd.DataFrame(known, dtype=object), profile)
        return import_visits(frame, profile, vocabularies, latest=LATEST, known=known)

    return load_rows


def test_words_of_the_export(load):
    result = load(ROW)
    site = result.sites.iloc[0]
    expected = {
        "mercury": "no",
        "interference": "yes",
        "presence": "yes",
        "actors": "FARDC",
        "actor_class": "army",
        "access_dry": "less2h",
        "access_wet": "unknown",
        "children": "unknown",
        "minerals": "gold",
        "services": "saemape",
        "services_full": "no",
        "traceability": "none",
        "qualification": "green",
        "state": "unknown",
        "women": "not_asked",
        "off_site": "unknown",
    }
    assert {name: site[name] for name in expected} == expected
    assert site["workers"] is pd.NA and result.visits["children_work"].tolist() == [None]
    assert result.actors[["name", "frequency"]].values.tolist() == [["FARDC", 5]]
    assert set(result.findings["rule"]) == {"location_absent", "column_absent"}


@pytest.mark.parametrize(
    "answer, expected",
    [
        pytest.param("NA", "unknown", id="nobody named is no answer"),
        pytest.param("NDC-Rénové", "armed_group", id="any other name is a group"),
        pytest.param("Police Nationale Congolaise (sauf PMH)", "state_actor", id="police"),
    ],
)
def test_names_alone_tell_the_class(load, answer, expected):
    assert load({**ROW, "armed_group1": answer}).visits["actor_class"].tolist() == [expected]


@pytest.mark.parametrize(
    "known, quality, rule",
    [
        pytest.param([KNOWN], "joined_pcode", "location_joined_pcode", id="same key"),
        pytest.param(
            [{**KNOWN, "pcode": "CODMINE00001 ", "name": ""}],
            "joined_pcode",
            "location_joined_pcode",
            id="same key in capitals",
        ),
        pytest.param(
            [{**KNOWN, "pcode": "x", "name": "AMÂNI", "admin1": "sud kivu"}],
            "joined_name",
            "location_joined_name",
            id="same name in the province",
        ),
        pytest.param(
            [{**KNOWN, "pcode": "x", "admin1": "Ituri"}], "unknown", "location_missing", id="another province"
        ),
        pytest.param(
            [{**KNOWN, "pcode": "x", "admin1": ""}], "unknown", "location_missing", id="no province"
        ),
        pytest.param(
            [{**KNOWN, "pcode": "x"}, {**KNOWN, "pcode": "y", "longitude": "29"}],
            "unknown",
            "location_join_ambiguous",
            id="two of that name",
        ),
    ],
)
def test_known_sites_place_what_has_no_location(load, known, quality, rule):
    result = load(ROW, known=known)
    assert result.sites["location_quality"].tolist() == [quality]
    located = [[28.5, -2.5]] if quality != "unknown" else [[np.nan, np.nan]]
    np.testing.assert_array_equal(result.sites[["longitude", "latitude"]].to_numpy(), located)
    assert rule in set(result.findings["rule"])
    assert "location_absent" not in set(result.findings["rule"])


@pytest.mark.parametrize(
    "known, sentence",
    [
        pytest.param([{"longitude": "28", "latitude": "-2"}], "neither a field pcode", id="no key"),
        pytest.param([{"pcode": "codmine00001"}], "have no locations", id="no location"),
    ],
)
def test_known_sites_that_cannot_be_used_are_refused(load, known, sentence):
    with pytest.raises(TableError, match=sentence):
        load(ROW, known=known)


def test_own_locations_go_before_known_ones(profiles, vocabularies):
    rows = pd.DataFrame(
        [
            {**ROW, "vid": "1", "type_armed_group1": "", "longitude": "", "latitude": ""},
            {**ROW, "vid": "2", "type_armed_group1": "", "longitude": "29", "latitude": "-3"},
        ]
    )
    known = known_sites(pd.DataFrame([KNOWN]), profiles["ipis_cod"])
    result = import_visits(rows, profiles["ipis_cod"], vocabularies, latest=LATEST, known=known)
    assert result.sites["longitude"].tolist() == [29.0]
    assert result.visits["longitude"].isna().tolist() == [True, False]
    assert (result.findings["rule"] == "location_missing").sum() == 1


# What the release says and its export does not: these differ by design.
NOT_EXPORTED = {
    *("admin2", "admin3", "admin4", "village", "off_site", "women", "mechanisation", "merged_into"),
    *("at_village", "qualification_date"),
    # one row a site: earlier visits, lists and third parties are not in the export
    *("first_visit", "n_visits", "n_third_party", "n_statuses"),
    # actors have no type, and nobody named is no answer
    *("presence", "actor_class"),
    # iTSCi is taken out of the services
    *("service_slots", "services_full"),
    # where they come from
    "location_quality",
}


@pytest.fixture(scope="module")
def both(profiles, vocabularies, data):
    results = {}
    for key, name in (
        ("release", "cod_mines_ipis_2024-02-29.csv"),
        ("export", "cod_dashboard_filtered_2024-02-29.csv"),
    ):
        frame = pd.read_csv(data / "ipis" / name, dtype=str, keep_default_na=False)
        profile = recognise(list(frame.columns), profiles.values())
        known = known_sites(results["release"].sites, profile) if results else None
        results[key] = import_visits(frame, profile, vocabularies, latest=LATEST, known=known)
    spoken = results["release"].sites.dropna(subset=["visit_id"]).set_index("pcode")
    return results, spoken, results["export"].sites.set_index("pcode")


@pytest.mark.real_data
def test_the_export_is_the_release_field_by_field(both):
    _, release, export = both
    assert len(export) == 2876 and set(release.index) == set(export.index)
    release = release.reindex(export.index)
    compared = set(column_names("sites")) - NOT_EXPORTED - {"pcode", "state", "traceability", "qualification"}
    for name in sorted(compared):
        ours, theirs = release[name], export[name]
        same = (ours == theirs).fillna(False).astype(bool) | (ours.isna() & theirs.isna())
        assert same.all(), (name, list(export.index[~same][:3]))


@pytest.mark.real_data
def test_where_the_export_says_more_or_less_than_the_release(both):
    _, release, export = both
    release = release.reindex(export.index)
    differing = {
        name: set(zip(release[name][rows], export[name][rows]))
        for name in ("state", "traceability", "qualification", "actor_class", "presence")
        for rows in [release[name] != export[name]]
    }
    # Without "on site" a site that no worker is reported of may be either.
    assert differing["state"] == {("active", "unknown"), ("inactive", "unknown")}
    # Blanks of any kind are printed as no programme; one iTSCi stands among the services only.
    assert differing["traceability"] == {("unknown", "none"), ("not_asked", "none"), ("itsci", "none")}
    assert differing["qualification"] == {("not_classified", "none")}
    assert differing["presence"] == {("no", "unknown")}
    group = {"armed_group", "army", "state_actor"}
    assert {theirs for _, theirs in differing["actor_class"]} == group | {"unknown"}
    nobody = release["actor_class"] == "none"
    assert set(export["actor_class"][nobody]) == {"unknown"}


@pytest.mark.real_data
def test_actors_and_work_of_the_export_are_those_of_the_release(both):
    results, release, _ = both
    for table, columns in (
        ("actors", ["slot", "name", "frequency", "frequency_raw"]),
        ("visits", ["children_work", "row_kind", "date_precision"]),
    ):
        ours = getattr(results["release"], table)
        ours = ours[ours["visit_id"].isin(release["visit_id"])]
        ours, theirs = (
            frame.sort_values(["visit_id", *columns[:1]])[["visit_id", *columns]].reset_index(drop=True)
            for frame in (ours, getattr(results["export"], table))
        )
        pd.testing.assert_frame_equal(ours, theirs)


@pytest.mark.real_data
def test_names_find_most_sites_without_their_keys(both, profiles, vocabularies, data):
    results, release, _ = both
    frame = pd.read_csv(
        data / "ipis" / "cod_dashboard_filtered_2024-02-29.csv", dtype=str, keep_default_na=False
    )
    profile = profiles["ipis_cod_dashboard"]
    known = known_sites(results["release"].sites.assign(pcode=None), profile)
    sites = import_visits(frame, profile, vocabularies, latest=LATEST, known=known).sites.set_index("pcode")
    named = sites[sites["location_quality"] == "joined_name"]
    assert len(named) == 2654
    right = release.loc[named.index, ["longitude", "latitude"]]
    assert (named[["longitude", "latitude"]] == right).all(axis=None)
