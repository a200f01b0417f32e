"""Importing the published releases: counts, and the dashboard export reproduced."""

import pandas as pd
import pytest
from asm_atlas.core.importing.importer import import_visits
from asm_atlas.core.importing.profile import recognise
from asm_atlas.core.importing.profile_documents import read_profiles
from made_up_rows import LATEST

pytestmark = pytest.mark.real_data

RELEASES = ("cod_mines_ipis_2026-05.csv", "cod_mines_ipis_2024-02-29.csv", "caf_mines_ipis_2026-05.csv")
WORDS = {
    "minerals": ("mineral1", "mineral2", "mineral3"),
    "actor_classes": ("type_armed_group1", "type_armed_group2", "type_armed_group3"),
    "frequency": ("frequency_armed_group1", "frequency_armed_group2", "frequency_armed_group3"),
    "services": (
        *(f"state_service{n}" for n in (1, 2, 3, 4)),
        *(f"services{n}_name" for n in (1, 2, 3)),
    ),
    "traceability": ("traceability",),
    "qualification": ("qualification",),
    "mechanisation": ("mechanisation",),
    "access": ("access_dry", "access_wet"),
    "location_quality": ("location_origin",),
    "yes_no": ("visit_onsite", "mercury", "presence", "interference", "childunder15", "women", "visit"),
}
# Lists of words, and the columns whose names carry the number of an actor.
WORD_LISTS = {
    "work": ("childunder15work", "womenwork", "workers_women_work_type", "childunder15_work_type"),
    "minerals": ("minerals",),
}
NUMBERS = ("workers_numb", "childunder15", "workers_women", "accident_injured", "accident_dead")


@pytest.fixture(scope="module")
def releases(resources, data, vocabularies):
    profiles = read_profiles(resources / "profiles").values()
    done = {}
    for name in RELEASES:
        frame = pd.read_csv(data / "ipis" / name, dtype=str, keep_default_na=False)
        profile = recognise(list(frame.columns), profiles)
        done[name] = (frame, import_visits(frame, profile, vocabularies, latest=LATEST))
    return done


@pytest.mark.parametrize(
    "name, rows, visits, statuses, sites",
    [
        pytest.param(RELEASES[0], 7163, 5801, 1362, 3423, id="DR Congo, May 2026"),
        pytest.param(RELEASES[1], 6955, 5593, 1362, 3409, id="DR Congo, February 2024"),
        pytest.param(RELEASES[2], 914, 914, 0, 360, id="Central African Republic, May 2026"),
    ],
)
def test_counts(releases, name, rows, visits, statuses, sites):
    frame, result = releases[name]
    counts = result.counts
    got = [counts[key] for key in ("n_rows", "n_visits", "n_statuses", "n_rejected", "n_sites")]
    assert got == [rows, visits, statuses, 0, sites]
    assert set(result.sites["pcode"]) == set(frame["pcode"])
    assert result.visits["visit_id"].is_unique and result.statuses["status_id"].is_unique
    assert set(result.actors["visit_id"]) <= set(result.visits["visit_id"])
    assert result.sites[["longitude", "latitude"]].notna().all(axis=None)


@pytest.mark.parametrize("name", RELEASES)
def test_every_word_is_in_a_vocabulary_or_in_the_findings(releases, vocabularies, name):
    frame, result = releases[name]
    reported = set(result.findings["raw_value"].dropna())
    for key, columns in WORDS.items():
        for column in set(columns) & set(frame.columns):
            known = vocabularies[key].recode(frame[column])[1]
            left = set(frame.loc[~known, column].str.strip()) - reported
            if name == RELEASES[2] and column == "childunder15":
                continue  # a count in the Central African Republic
            assert not left, column


def reported_by_field(result):
    findings = result.findings.dropna(subset=["field", "raw_value"])
    return findings.groupby("field")["raw_value"].agg(set).to_dict()


@pytest.mark.parametrize("name", RELEASES)
def test_words_of_lists_and_answers_about_actors_are_known_or_in_the_findings(releases, vocabularies, name):
    frame, result = releases[name]
    reported = reported_by_field(result)
    columns = {column: key for key, lists in WORD_LISTS.items() for column in lists}
    columns.update(dict.fromkeys(frame.filter(regex=r"^actor\d.*_frequency$"), "frequency"))
    answers = frame.filter(regex=r"_armed_group\d$|^actor\dname_").columns
    columns.update(
        {c: "yes_no" for c in answers if not c.startswith(("type_", "frequency_")) and c not in columns}
    )
    for column in set(columns) & set(frame.columns):
        words = frame[column].str.split(r",(?![^(]*\))").explode().str.strip()
        known = vocabularies[columns[column]].recode(words)[1]
        assert not set(words[~known]) - reported.get(column, set()), column


@pytest.mark.parametrize("name", RELEASES)
def test_numbers_are_read_or_in_the_findings(releases, name):
    frame, result = releases[name]
    for column in set(NUMBERS) & set(frame.columns):
        written = frame[column].str.strip()
        whole = written.str.fullmatch(r"\d+(\.0)?|")
        assert not set(written[~whole]) - reported_by_field(result).get(column, set()), column


@pytest.mark.parametrize("name", RELEASES)
def test_every_column_is_used_or_said_to_be_unused(releases, resources, name):
    frame, result = releases[name]
    profile = recognise(list(frame.columns), read_profiles(resources / "profiles").values())
    unused = result.findings[result.findings["rule"] == "column_unused"]
    silent = set(frame.columns) - set(profile.source_columns()) - set(unused["field"])
    assert silent <= set(profile.ignored)


def test_kinds_of_status(releases):
    statuses = releases[RELEASES[0]][1].statuses
    assert statuses["kind"].value_counts().to_dict() == {"qualification": 868, "traceability": 494}
    assert statuses["date_precision"].value_counts().to_dict() == {"day": 630, "year": 494, "list": 238}


def test_sites_since_2018(releases):
    sites = releases[RELEASES[0]][1].sites
    recent = sites[sites["visit_date"] >= "2018-01-01"]
    assert len(recent) == 1502
    assert recent["project"].str.startswith("IPIS").all()
    assert (recent["state"] == "inactive").sum() == 274
    assert (recent["off_site"] == "yes").sum() == 274 + 180  # scorecard.md section 2


def test_answers_of_visits(releases):
    result = releases[RELEASES[0]][1]
    assert (result.visits["services_full"] == "yes").sum() == 549
    assert (result.visits["interference"] == "yes").sum() == 2151
    assert result.sites["merged_into"].notna().sum() == 71
    assert result.sites["merged_into"].nunique() == 32
    assert result.sites["location_quality"].value_counts()[["gps", "approximate"]].tolist() == [3125, 277]
    assert (result.visits["children"] == "not_asked").sum() == (
        (result.visits["visit_date"] < "2015-04-01") & (result.visits["children"] != "yes")
    ).sum()


def test_contradictions_of_the_release_are_found(releases):
    rules = releases[RELEASES[0]][1].findings["rule"].value_counts()
    assert rules["interference_no_with_behaviour"] == 4
    assert rules["interference_without_behaviour"] == 10
    assert rules["workers_doubtful"] == 3


def test_the_dashboard_export_is_reproduced(releases, data):
    dashboard = pd.read_csv(
        data / "ipis" / "cod_dashboard_filtered_2024-02-29.csv", dtype=str, keep_default_na=False
    ).set_index("pcode")
    sites = releases[RELEASES[1]][1].sites.set_index("pcode")
    sites = sites[sites["visit_id"].notna()]
    assert len(dashboard) == 2876 and set(sites.index) == set(dashboard.index)
    sites = sites.reindex(dashboard.index)
    flag = {"yes": "Observed", "no": "None observed", "unknown": "No data", "not_asked": "No data"}
    status = {"green": "Vert", "yellow": "Jaune", "red": "Rouge", "blue": "Bleu"}
    ours = pd.DataFrame(
        {
            "visit_date": sites["visit_date"].dt.strftime("%Y-%m-%d"),
            "project": sites["project"],
            "workers_numb": sites["workers"].astype("string").fillna("NA"),
            "interference": sites["interference"].map(flag),
            "mercury": sites["mercury"].map(flag),
            "childunder15": sites["children"].map(flag),
            "qualification": sites["qualification"].map(status).fillna("None"),
        }
    )
    for column in ours:
        assert (ours[column] == dashboard[column]).all(), column


def test_keys_of_visits_are_stable_between_releases(releases):
    new, old = (releases[name][1].visits for name in RELEASES[:2])
    both = set(new["visit_id"]) & set(old["visit_id"])
    assert len(both) / len(old) > 0.99
