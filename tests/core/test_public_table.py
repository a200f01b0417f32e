"""A public table: what passes, what adds up, and attempts to get back what was taken out."""

import json

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.exceptions import TableError
from asm_atlas.core.public.account import note_document, report_document
from asm_atlas.core.public.allow_list import read_allow_list
from asm_atlas.core.public.export import Given, Request, public_table
from asm_atlas.core.public.fields import class_labels
from asm_atlas.core.public.grid import Grid, cell_centres
from hypothesis import given
from hypothesis import strategies as st

SECRET = "Baraka Secret"


@pytest.fixture(scope="module")
def lists(resources):
    folder = resources / "public"
    return {path.stem: read_allow_list(path, folder) for path in folder.glob("*.json")}


def table_of(rows, kinds=None):
    """A table from rows as dicts; lon and lat of a row are its place and no fields."""
    names = dict.fromkeys(name for row in rows for name in row if name not in ("lon", "lat"))
    values = {name: [row.get(name) for row in rows] for name in names}
    kinds = {**dict.fromkeys(values, "text"), "workers": "int", "longitude": "real", **(kinds or {})}
    lon, lat = (np.array([row.get(axis, np.nan) for row in rows], dtype=float) for axis in ("lon", "lat"))
    return Given(values, kinds, lon, lat)


def request(k=1, policy="merge", keys="number", groups=(), size=10_000.0):
    return Request(Grid(size, "metres"), k, policy, keys, groups)


def site(number, **changes):
    row = {
        "pcode": f"codmine{number:05d}",
        "name": f"{SECRET} {number}",
        "admin1": "Nord-Kivu",
        "admin2": "Masisi",
        "last_visit": f"2021-03-{number % 28 + 1:02d}",
        "n_visits": number,
        "workers": 100 + number,
        "presence": ("yes", "no", "unknown", None)[number % 4],
        "lon": 28.5 + number * 1e-4,
        "lat": -1.5 - number * 1e-4,
    }
    return {**row, **changes}


def made_of(rows, lists, kind="sites", kinds=None, **asked):
    return public_table(table_of(rows, kinds), lists[kind], request(**asked))


@pytest.fixture()
def twelve():
    return [site(number) for number in range(1, 13)]


def test_days_become_years_and_numbers_classes(lists, twelve):
    frame = made_of([*twelve, site(13, workers=0), site(14, workers=None)], lists).frame
    assert set(frame["last_visit"]) == {"2021"}
    assert frame["workers"].value_counts(dropna=False).to_dict() == {"50–499": 12, "0": 1, None: 1}


def test_unknown_stays_unknown(lists, twelve):
    frame = made_of(twelve, lists).frame
    assert frame["presence"].value_counts(dropna=False).to_dict() == {
        "yes": 3,
        "no": 3,
        "unknown": 3,
        None: 3,
    }


def test_an_answer_that_is_none_is_withheld_and_counted(lists):
    found = made_of([site(1, presence="yes, call +243 970 123 456"), site(2, presence=" ")], lists)
    assert set(found.frame["presence"]) == {"withheld", None}
    told = {row["field"]: row for row in found.account.fields}
    assert told["presence"]["values_withheld"] == 1 and found.account.contacts == {}


def test_what_is_no_date_or_number_becomes_empty_and_is_counted(lists):
    found = made_of(
        [site(1, last_visit="04/03/2021", workers="many"), site(2, last_visit="2021-03-04T10:00:00")],
        lists,
        kinds={"workers": "text"},
    )
    assert set(found.frame["last_visit"]) == {None, "2021"}
    assert {r["field"]: r["values_withheld"] for r in found.account.fields}["workers"] == 1


def test_classes_in_figures():
    assert class_labels((0, 1, 50, 500)) == ["< 0", "0", "1–49", "50–499", "≥ 500"]


def test_fields_off_the_list_are_dropped_and_reported(lists, twelve):
    rows = [
        {**row, "telephone": "+243 970 123 456", "longitude": row["lon"], "wkt": "POINT(1 2)"}
        for row in twelve
    ]
    found = made_of(rows, lists)
    assert not {"telephone", "wkt", "name", "n_visits", "pcode"} & set(found.frame)
    why = {row["field"]: (row["do"], row["why"], row["filled"]) for row in found.account.fields}
    assert why["telephone"] == why["wkt"] == ("drop", "not_listed", 12)
    assert why["name"] == ("drop", "place", 12) and why["pcode"] == ("key", "key", 12)
    assert (found.frame["longitude"].round(3) != found.frame["longitude"]).all(), "a cell's centre"


def test_a_passed_field_that_holds_coordinates_is_dropped(lists, twelve):
    rows = [{**row, "project": "IPIS", "mineral_main": "gold"} for row in twelve]
    rows[3]["project"] = "POINT (28.5 -1.5)"
    found = made_of(rows, lists)
    assert "project" not in found.frame and "mineral_main" in found.frame
    assert {r["field"]: r["why"] for r in found.account.fields}["project"] == "holds_places"


def test_a_kind_that_cannot_be_looked_into_is_dropped(lists, twelve):
    rows = [{**row, "project": b"\x00\x01"} for row in twelve]
    found = made_of(rows, lists, kinds={"project": "other"})
    assert {r["field"]: r["why"] for r in found.account.fields}["project"] == "kind"


def test_a_group_field_that_holds_coordinates_stops_the_export(lists):
    with pytest.raises(TableError, match="field 'admin2' that groups are made of holds coordinates"):
        made_of([site(1, admin2="-1.5021, 28.5011")], lists)


@pytest.mark.parametrize(
    "asked, sentence",
    [
        pytest.param({"k": 0}, "K must be at least 1, not 0", id="k of nothing"),
        pytest.param({"groups": ("name",)}, "allow-list does not pass 'name'", id="group not passed"),
        pytest.param({"groups": ("zone",)}, "INPUT has no field 'zone'", id="group not there"),
    ],
)
def test_what_cannot_be_asked_for(lists, twelve, asked, sentence):
    with pytest.raises(TableError, match=sentence):
        made_of(twelve, lists, **asked)


def test_a_table_of_something_else(lists):
    with pytest.raises(TableError, match="no field that the allow-list 'sites' passes"):
        made_of([{"colour": "red"}], lists)


def test_sites_without_a_unit_are_a_group_of_their_own(lists, twelve):
    rows = [*twelve, *(site(20 + n, admin2=None) for n in range(5))]
    frame = made_of(rows, lists, k=5).frame
    assert frame["admin2"].value_counts().to_dict() == {"Masisi": 12, "unknown": 5}
    assert set(frame[frame["admin2"] == "unknown"]["sites_in_group"]) == {5}


def test_a_small_group_is_published_with_its_unit_and_says_so(lists, twelve):
    rows = [*twelve, *(site(20 + n, lon=29.5, lat=-1.5 - n) for n in range(5))]
    found = made_of(rows, lists, k=5)
    wider = found.frame[found.frame["location_level"] == "admin2"]
    assert (len(wider), set(wider["sites_in_group"]), set(wider["admin2"])) == (5, {5}, {"Masisi"})
    assert wider["longitude"].isna().all() and wider["latitude"].isna().all()
    assert found.account.levels == {"admin2": 5, "cell": 12}


def test_a_small_territory_is_withheld_and_not_unknown(lists, twelve):
    rows = [*twelve, *(site(20 + n, admin2=f"T{n}") for n in range(6))]
    frame = made_of(rows, lists, k=5).frame
    assert set(frame["admin2"]) == {"Masisi", "withheld"}
    assert set(frame[frame["admin2"] == "withheld"]["location_level"]) == {"admin1"}


def test_units_that_the_groups_chosen_do_not_know_are_left_out(lists, twelve):
    rows = [*twelve, *(site(20 + n, admin2=f"T{n}") for n in range(6))]
    found = made_of(rows, lists, k=5, groups=("admin1",))
    assert "admin2" not in found.frame and set(found.frame["location_level"]) == {"cell"}
    assert {r["field"]: r["why"] for r in found.account.fields}["admin2"] == "not_grouped"


def test_a_country_with_few_sites_is_withheld_too(lists, twelve):
    rows = [{**row, "country": "COD"} for row in twelve] + [
        site(40, country="CAF", admin1="Lobaye", admin2="Mbaiki")
    ]
    frame = made_of(rows, lists, k=5).frame
    assert set(frame["country"]) == {"withheld"} and set(frame["location_level"]) == {"none"}


def test_a_site_without_a_place(lists):
    frame = made_of([site(n, lon=np.nan) for n in range(6)], lists, k=5).frame
    assert set(frame["location_level"]) == {"no_location"} and frame["longitude"].isna().all()


def test_keys_are_kept_only_when_asked(lists, twelve):
    kept = made_of(twelve, lists, keys="keep").frame
    assert sorted(kept["pcode"]) == [row["pcode"] for row in twelve] and "site" not in kept
    assert sorted(made_of(twelve, lists).frame["site"]) == list(range(1, 13))


def test_visits_of_a_site_share_a_number_and_count_once(lists):
    rows = [
        {**site(n % 3), "visit_id": str(n), "visit_date": f"20{10 + n}-01-01", "row_kind": "visit"}
        for n in range(9)
    ]
    found = public_table(table_of(rows), lists["visits"], request(k=3))
    assert found.frame.groupby("site").size().tolist() == [3, 3, 3]
    assert set(found.frame["sites_in_group"]) == {3}
    assert public_table(table_of(rows), lists["visits"], request(k=4)).frame.empty


def test_the_list_of_actors_has_no_place(lists):
    rows = [
        {
            "visit_id": "v",
            "pcode": "a",
            "slot": 1,
            "name": SECRET,
            "actor_class": "army",
            "lon": 28.0,
            "lat": -2.0,
        }
    ]
    found = public_table(table_of(rows, {"slot": "int"}), lists["actors"], request())
    assert not found.located and found.frame["longitude"].isna().all()
    assert list(found.frame.columns[:1]) == ["actor_class"]


def test_answers_that_a_place_gives_away_are_counted(lists, twelve):
    rows = [{**row, "mercury": "no"} for row in twelve]
    rows += [site(20 + n, lon=29.5, presence="yes", mercury=("no", None)[n % 2]) for n in range(5)]
    told = made_of(rows, lists, k=5).account.same_answers
    assert told == {"presence": {"yes": 1, "no": 0}, "mercury": {"yes": 0, "no": 1}}


# Attempts to get back what was taken out.


def shuffled(rows, seed):
    order = np.random.default_rng(seed).permutation(len(rows))
    return [rows[place] for place in order]


def test_the_order_of_the_source_is_gone(lists, twelve):
    rows = [*twelve, *(site(20 + n, lon=29.5 + n, admin1="Ituri", workers=n) for n in range(9))]
    frames = [made_of(shuffled(rows, seed), lists, k=3).frame for seed in range(3)]
    for frame in frames[1:]:
        pd.testing.assert_frame_equal(frame, frames[0])


def test_the_order_within_a_cell_does_not_follow_the_places(lists):
    """Alike in what is published and sorted by place in the source: numbers say nothing of the place."""
    rows = [site(n, presence="no", workers=10, last_visit="2021-01-01") for n in range(1, 30)]
    again = [{**row, "lon": rows[-1 - n]["lon"], "lat": rows[-1 - n]["lat"]} for n, row in enumerate(rows)]
    pd.testing.assert_frame_equal(made_of(rows, lists).frame, made_of(again, lists).frame)


def test_no_value_or_extent_tells_the_exact_place(lists, twelve):
    frame = made_of(twelve, lists).frame
    exact = {round(row[axis], 4) for row in twelve for axis in ("lon", "lat")}
    numbers = frame.select_dtypes("number").to_numpy(dtype=float, na_value=np.nan).ravel()
    assert not exact & set(np.round(numbers, 4))
    assert frame[["longitude", "latitude"]].drop_duplicates().shape[0] <= 2


def test_a_known_total_of_a_territory_gives_no_small_group_away(lists, twelve):
    """Masisi is known to have 12 + 6 + 1 sites; those not published by cell must be at least k."""
    rows = [*twelve, *(site(20 + n, lon=29.0) for n in range(6)), site(40, lon=29.5)]
    for policy in ("merge", "drop"):
        frame = made_of(rows, lists, k=5, policy=policy).frame
        by_cell = (frame["location_level"] == "cell").sum()
        assert len(rows) - by_cell >= 5, policy


def test_averaging_many_exports_gives_no_better_place(lists, twelve):
    points = [
        made_of(shuffled(twelve, seed), lists).frame[["longitude", "latitude"]].drop_duplicates()
        for seed in range(5)
    ]
    assert all(found.equals(points[0]) for found in points)


def test_the_note_tells_nothing_that_the_export_hides(lists, twelve):
    rows = [
        {**row, "informant_baraka": "x"}
        for row in [*twelve, *(site(20 + n, admin2=f"Hidden{n}", lon=29.5) for n in range(6))]
    ]
    asked = request(k=5, policy="drop")
    found = public_table(table_of(rows), lists["sites"], asked)
    note = note_document(found, lists["sites"], asked, ["CC0"], "ASM Atlas")
    text = json.dumps(note)
    assert "Hidden" not in text and "informant" not in text and SECRET not in text and "codmine" not in text
    assert (note["fields_not_listed"], note["rows_left_out"], note["rows"]) == (1, 6, 12)
    report = report_document(found, lists["sites"], asked, note, "sites")
    assert report["internal"] and "Hidden3" in json.dumps(report)
    assert report["rows_in"] == report["rows_out"] + sum(report["rows_left_out"].values())


def test_the_note_does_not_count_fewer_than_k(lists, twelve):
    asked = request(k=50)
    found = public_table(table_of(twelve), lists["sites"], asked)
    note = note_document(found, lists["sites"], asked, [], "ASM Atlas")
    assert (note["rows"], note["rows_left_out"]) == (0, None)


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "pcode": st.one_of(st.none(), st.sampled_from([f"codmine{n:05d}" for n in range(40)])),
            "name": st.just(SECRET),
            "admin1": st.sampled_from(["P", "Q", None, ""]),
            "admin2": st.sampled_from(["T", "U", None]),
            "last_visit": st.sampled_from(["2021-03-04", "2019", "long ago", None]),
            "n_visits": st.integers(0, 3),
            "workers": st.one_of(st.none(), st.integers(-1, 900)),
            "presence": st.sampled_from(["yes", "no", "unknown", "not_asked", None, "?"]),
            "remark": st.text(max_size=5),
            "lon": st.one_of(st.floats(28, 29), st.just(float("nan")), st.floats(-180, 180)),
            "lat": st.one_of(st.floats(-2, -1), st.floats(-95, 95)),
        }
    ),
    min_size=1,
    max_size=40,
)


@given(ROWS, st.integers(1, 6), st.sampled_from(["merge", "drop"]), st.sampled_from(["number", "keep"]))
def test_whatever_is_given(lists, rows, k, policy, keys):
    found = made_of(rows, lists, k=k, policy=policy, keys=keys)
    frame, account = found.frame, found.account
    assert account.rows_in == account.rows_out + account.rows_small + account.rows_hiding == len(rows)
    assert len(frame) == account.rows_out and [row["field"] for row in account.fields] == list(
        dict.fromkeys(name for row in rows for name in row if name not in ("lon", "lat"))
    )
    allowed = {"admin1", "admin2", "last_visit", "workers", "presence", "location_level", "sites_in_group"}
    allowed |= {"longitude", "latitude"}
    assert {column.name for column in found.columns} == allowed | ({"pcode"} if keys == "keep" else {"site"})
    assert (frame["sites_in_group"] >= k).all()
    key = "pcode" if keys == "keep" else "site"
    place = frame[["admin1", "admin2", "location_level", "longitude", "latitude"]].astype(object)
    groups = (
        frame[key]
        .astype(object)
        .where(frame[key].notna(), "none")
        .groupby([place[column].where(place[column].notna(), "none") for column in place])
    )
    assert (groups.nunique() >= k).all()
    assert set(frame["presence"].dropna()) <= {"yes", "no", "unknown", "not_asked", "withheld"}
    x, y = cell_centres(frame["longitude"], frame["latitude"], Grid(10_000.0, "metres"))
    assert ((x == frame["longitude"]) | np.isnan(x)).all() and ((y == frame["latitude"]) | np.isnan(y)).all()
