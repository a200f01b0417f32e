"""What holds for any table: rows balance, keys stay unique, unknown is never no."""

import functools
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.exceptions import AsmAtlasError
from asm_atlas.core.importing.importer import import_visits
from asm_atlas.core.importing.own_tables import import_own
from asm_atlas.core.importing.profile_documents import read_profiles
from asm_atlas.core.tables import ACTORS, FINDINGS, SITES, STATUSES, VISITS
from asm_atlas.core.vocabulary import read_vocabularies
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from made_up_rows import LATEST

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
QUESTIONS = ("presence", "interference", "mercury", "children", "women", "on_site")
COMMON = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@functools.lru_cache(maxsize=1)
def profiles():
    return read_profiles(RESOURCES / "profiles")


@functools.lru_cache(maxsize=1)
def vocabularies():
    return read_vocabularies(RESOURCES / "vocabularies")


def words_of(profile):
    """Words that the vocabularies list, so that tables are not all nonsense."""
    listed = [word for key in profile.vocabularies.values() for word in vocabularies()[key].listed]
    return sorted({*listed, "IPIS - Madini", "Qualification status", "iTSCi status", "0", "1", "-5", "Aucun"})


def cells(profile):
    keys = "codmine00001" if profile.country == "COD" else "cafmine00001"
    special = [keys, "2021-03-04", "13/04/2019", "03/04/2019", "2010", "44000", "28.5", "-2,5", "", " ", None]
    formulas = ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "<b>x</b>", "a;b", "{0}", "{field}", "%s", "\x00"]
    nasty = [
        "1e999",
        "inf",
        "nan",
        "NA",
        "99999",
        "9" * 40,
        "\u0661\u0662",
        "\ufeff",
        "e\u0301",
        "POINT(1 2)",
    ]
    return st.one_of(
        st.sampled_from(special + formulas + nasty), st.sampled_from(words_of(profile)), st.text(max_size=12)
    )


@st.composite
def tables(draw, fill=True):
    """A profile and a table with its header and some of its other columns."""
    profile = draw(st.sampled_from(sorted(profiles().values(), key=lambda each: each.id)))
    others = sorted(set(profile.source_columns()) - set(profile.header))
    names = [*profile.header, *draw(st.lists(st.sampled_from(others), unique=True, max_size=25))]
    n_rows = draw(st.integers(1, 6))
    cell = cells(profile) if fill else st.sampled_from(["", " ", None, "\t"])
    keys = st.sampled_from(["codmine00001", "codmine00002", "codmine00003"])
    rows = []
    for _ in range(n_rows):
        row = {name: draw(cell) for name in names}
        if not fill or draw(st.booleans()):
            row["pcode"] = draw(keys)
            row["project"] = draw(st.sampled_from(["IPIS - Madini", "Qualification status", "BGR"]))
        rows.append(row)
    return profile, pd.DataFrame(rows, columns=names, dtype=object)


def imported(profile, frame):
    return import_visits(frame, profile, vocabularies(), latest=LATEST)


def checked(profile, frame):
    """The import of a table, None where it is refused with a sentence."""
    try:
        return imported(profile, frame)
    except AsmAtlasError as error:
        assert str(error).endswith(".")
        return None


@COMMON
@given(tables())
def test_any_table_balances(table):
    result = checked(*table)
    if result is None:
        return
    counts = result.counts
    assert counts["n_rows"] == counts["n_visits"] + counts["n_statuses"] + counts["n_rejected"]
    assert counts["n_rows"] == len(table[1]) and counts["n_visits"] == len(result.visits)
    assert counts["n_rejected"] == (result.findings["action"] == "rejected").sum()
    for columns, rows in (
        (SITES, result.sites),
        (VISITS, result.visits),
        (ACTORS, result.actors),
        (STATUSES, result.statuses),
        (FINDINGS, result.findings),
    ):
        assert [column.name for column in columns] == list(rows.columns)


@COMMON
@given(tables())
def test_keys_are_unique_and_lead_somewhere(table):
    result = checked(*table)
    if result is None:
        return
    for rows, key in ((result.visits, "visit_id"), (result.statuses, "status_id"), (result.sites, "pcode")):
        assert rows[key].is_unique and rows[key].notna().all()
    assert set(result.visits["pcode"]) | set(result.statuses["pcode"]) == set(result.sites["pcode"])
    assert set(result.actors["visit_id"]) <= set(result.visits["visit_id"])
    assert result.findings["finding_id"].is_unique


@COMMON
@given(tables(fill=False))
def test_blank_answers_never_become_no(table):
    result = imported(*table)
    for rows in (result.visits, result.sites):
        for name in QUESTIONS:
            if name in rows:
                assert not (rows[name] == "no").any(), name
    assert not (result.sites["state"] == "inactive").any()


@COMMON
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter_for_sites(table, random):
    """Given that rows carry the source's own numbers, which decide between visits of one day."""
    profile, frame = table
    assume("vid" in profile.columns)
    frame = frame.assign(**{profile.columns["vid"]: [str(number) for number in range(1, len(frame) + 1)]})
    before = checked(profile, frame)
    order = list(range(len(frame)))
    random.shuffle(order)
    after = checked(profile, frame.iloc[order])
    assert (before is None) == (after is None)
    if before is not None:
        pd.testing.assert_frame_equal(before.sites, after.sites)


@COMMON
@given(tables())
def test_cells_kept_once_read_as_cells_kept_each(table):
    """Columns may come as objects or as categories, as the reader of text files gives them."""
    profile, frame = table
    texts = frame.fillna("").astype(object)
    kept_once = pd.DataFrame(
        {
            name: pd.Categorical.from_codes(*_labelled(texts[name].to_numpy(dtype=object)))
            for name in texts.columns
        }
    )
    one, other = checked(profile, texts), checked(profile, kept_once)
    assert (one is None) == (other is None)
    if one is not None:
        for name in ("sites", "visits", "actors", "statuses", "findings"):
            pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


@COMMON
@given(tables())
def test_an_atlas_read_again_is_the_same(table):
    first = checked(*table)
    if first is None or not len(first.visits):
        return
    again = import_own(
        first.visits, vocabularies(), actors=first.actors, statuses=first.statuses, sites=first.sites
    )
    for name in ("visits", "actors", "statuses", "sites"):
        pd.testing.assert_frame_equal(getattr(again, name), getattr(first, name), obj=name)
    assert not len(again.findings), again.findings["message"].tolist()
    assert again.counts["n_rejected"] == 0


def _labelled(cells):
    # With a None among them pandas tells texts apart beyond a NUL.
    labels, distinct = pd.factorize(np.append(cells, None))
    return labels[:-1], pd.Index(np.array(distinct, dtype=object), dtype=object)


def test_texts_are_told_apart_beyond_a_nul():
    chosen = profiles()["ipis_caf"]
    row = dict.fromkeys(chosen.header, "") | {"pcode": "cafmine00001", "visit_date": "2021-03-04"}
    rows = [row | {"name": "Bria\x00one"}, row | {"name": "Bria", "pcode": "cafmine00002"}]
    names = imported(chosen, pd.DataFrame(rows, dtype=object)).sites["name"].tolist()
    assert names == ["Bria\ufffdone", "Bria"]


def test_rejected_rows_have_no_actors():
    chosen = profiles()["ipis_caf"]
    row = dict.fromkeys(chosen.header, "") | {"actor_type": "FACA"}
    result = imported(chosen, pd.DataFrame([row], dtype=object))
    assert (result.counts["n_rejected"], result.counts["n_actors"]) == (1, 0)


@pytest.mark.parametrize("number", ["9" * 40, "1e300", "inf"])
def test_numbers_beyond_counting_are_reported_and_not_used(number):
    chosen = profiles()["ipis_cod"]
    row = dict.fromkeys(chosen.header, "") | {"pcode": "codmine00001", "workers_numb": number, "vid": number}
    result = imported(chosen, pd.DataFrame([row], dtype=object))
    assert result.visits["workers"].isna().all() and result.visits["source_order"].isna().all()
    assert number in result.findings.loc[result.findings["rule"] == "number_unreadable", "raw_value"].tolist()


@pytest.mark.parametrize("profile", ["ipis_cod", "ipis_caf"])
def test_the_tables_tried_are_not_all_refused(profile):
    chosen = profiles()[profile]
    row = dict.fromkeys(chosen.header, "") | {"pcode": "codmine00001"}
    assert imported(chosen, pd.DataFrame([row], dtype=object)).counts["n_visits"] == 1


def test_a_table_without_actors_keeps_the_types_of_actors():
    chosen = profiles()["ipis_caf"]
    row = dict.fromkeys(chosen.header, "") | {"pcode": "cafmine00001"}
    assert imported(chosen, pd.DataFrame([row], dtype=object)).actors["actor_class"].dtype == object
