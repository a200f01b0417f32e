"""The releases of DR Congo of February 2024 and May 2026 compared."""

import pandas as pd
import pytest
from asm_atlas.core.importing.importer import import_visits
from asm_atlas.core.importing.profile import recognise
from asm_atlas.core.importing.profile_documents import read_profiles
from asm_atlas.core.releases.sites import compare_sites
from asm_atlas.core.releases.visits import compare_visits
from asm_atlas.core.vocabulary import read_vocabularies

pytestmark = pytest.mark.real_data


@pytest.fixture(scope="module")
def releases(resources, data):
    profiles = read_profiles(resources / "profiles").values()
    vocabularies = read_vocabularies(resources / "vocabularies")
    done = []
    for name in ("cod_mines_ipis_2024-02-29.csv", "cod_mines_ipis_2026-05.csv"):
        frame = pd.read_csv(data / "ipis" / name, dtype=str, keep_default_na=False)
        profile = recognise(list(frame.columns), profiles)
        done.append(import_visits(frame, profile, vocabularies, latest=pd.Timestamp("2026-06-01")))
    return done


@pytest.fixture(scope="module")
def visits(releases):
    return compare_visits(*(release.visits for release in releases))


def test_sites(releases):
    found = compare_sites(*(release.sites for release in releases))
    counts = found["change"].value_counts()
    assert counts[["vanished", "new", "renamed", "moved"]].tolist() == [9, 23, 25, 91]
    # A fourth site moved by 986 m on the ellipsoid; coarser reckoning puts it beyond the kilometre.
    assert [int((found["distance_m"] > metres).sum()) for metres in (1, 100, 900, 1000)] == [91, 53, 4, 3]
    same = found.loc[found["change"] == "answer_changed", "same_visit"].value_counts()
    assert same["no"] > 0.99 * same.sum(), "answers of sites change because another visit speaks"


def keys_of(table):
    return set(zip(table["pcode"], table["visit_date"]))


def test_keys_of_pcode_and_date(releases, visits):
    """13 keys of pcode and date are gone and 222 are new; a key may have several visits."""
    old, new = (keys_of(release.visits) for release in releases)
    assert (len(old - new), len(new - old)) == (13, 222)
    removed = visits[visits["change"] == "removed"]
    gone = set(zip(removed["pcode"], removed["date_old"]))
    assert old - new <= gone and len(gone) == 19
    added = visits[visits["change"] == "added"]
    assert new - old <= set(zip(added["pcode"], added["date_new"]))


def test_visits(visits):
    counts = visits["change"].value_counts()
    assert counts[["removed", "added"]].tolist() == [19, 227]
    assert "redated" not in counts
    fields = visits.loc[visits["change"] == "answer_changed"].groupby("field")["pcode"].nunique()
    assert (fields["location"], fields["name"], fields["mechanisation"]) == (91, 25, 1)


def test_visits_under_another_project(visits):
    """With the same answers it is one visit; with others it is one that went and another that came."""
    projects = visits[visits["field"] == "project"]
    assert set(projects["new_value"]) == {"IPIS - Madini"}
    assert projects["old_value"].value_counts().to_dict() == {"IPIS": 18, "IPIS - IOM": 14}
    removed, added = (visits[visits["change"] == change] for change in ("removed", "added"))
    other_answers = removed.merge(added, left_on=["pcode", "date_old"], right_on=["pcode", "date_new"])
    assert len(other_answers) == 5
    # With the 13 keys that are gone and one of two visits of a day they make the 19 removed.
    assert len(removed) == 5 + 13 + 1


def test_a_release_against_itself(releases):
    for release in releases:
        assert compare_sites(release.sites, release.sites).empty
        assert compare_visits(release.visits, release.visits.iloc[::-1]).empty
