"""Sites of two imports compared: what counts as which change."""

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.exceptions import Cancelled, TableError
from asm_atlas.core.releases.sites import compare_sites
from asm_atlas.core.releases.summary import summary
from asm_atlas.core.tables import CHANGE_SUMMARY, SITE_CHANGES

SITE = {
    "pcode": "a",
    "name": "Amani",
    "admin1": "Sud-Kivu",
    "visit_id": "a_20210304_x_1",
    "workers": 120,
    "minerals": "gold;cassiterite",
    "presence": "no",
    "mercury": "unknown",
    "services": None,
    "qualification_date": "2020-01-01",
    "n_visits": 1,
    "longitude": 28.5,
    "latitude": -2.5,
}


def sites(*changes):
    frame = pd.DataFrame([{**SITE, **change} for change in changes], columns=list(SITE))
    frame["workers"] = frame["workers"].astype("Int64")
    frame["n_visits"] = frame["n_visits"].astype("Int64")
    frame["qualification_date"] = pd.to_datetime(frame["qualification_date"])
    return frame


def rows(table, *names):
    picked = table[list(names)].astype(object)
    return [tuple(row) for row in picked.where(picked.notna(), None).itertuples(index=False)]


@pytest.mark.parametrize(
    "before, after, expected",
    [
        pytest.param({}, {"name": "Bora"}, ("renamed", "name", "Amani", "Bora", "changed"), id="renamed"),
        pytest.param({"name": None}, {}, ("renamed", "name", None, "Amani", "answered"), id="named at last"),
        pytest.param(
            {},
            {"admin1": "Kivu"},
            ("admin_changed", "admin1", "Sud-Kivu", "Kivu", "changed"),
            id="other province",
        ),
        pytest.param(
            {}, {"presence": "yes"}, ("answer_changed", "presence", "no", "yes", "changed"), id="no to yes"
        ),
        pytest.param(
            {},
            {"mercury": "yes"},
            ("answer_changed", "mercury", "unknown", "yes", "answered"),
            id="unknown to yes",
        ),
        pytest.param(
            {},
            {"presence": "not_asked"},
            ("answer_changed", "presence", "no", "not_asked", "withdrawn"),
            id="no to not asked",
        ),
        pytest.param({}, {"mercury": "not_asked"}, None, id="unknown to not asked"),
        pytest.param({}, {"services": ""}, None, id="nothing written in two ways"),
        pytest.param({}, {"minerals": "cassiterite;gold"}, None, id="another order of minerals"),
        pytest.param(
            {},
            {"minerals": "gold"},
            ("answer_changed", "minerals", "gold;cassiterite", "gold", "changed"),
            id="a mineral less",
        ),
        pytest.param(
            {}, {"workers": 0}, ("answer_changed", "workers", "120", "0", "changed"), id="nobody works now"
        ),
        pytest.param(
            {},
            {"workers": None},
            ("answer_changed", "workers", "120", None, "withdrawn"),
            id="number withdrawn",
        ),
        pytest.param(
            {},
            {"qualification_date": "2021-01-01"},
            ("answer_changed", "qualification_date", "2020-01-01", "2021-01-01", "changed"),
            id="date",
        ),
        pytest.param({}, {"n_visits": 2}, None, id="what only counts visits"),
        pytest.param({}, {"latitude": -2.500005}, None, id="moved by half a metre"),
        pytest.param(
            {},
            {"latitude": -2.51},
            ("moved", "location", "28.500000 -2.500000", "28.500000 -2.510000", "changed"),
            id="moved by a kilometre",
        ),
        pytest.param(
            {"longitude": None},
            {},
            ("answer_changed", "location", None, "28.500000 -2.500000", "answered"),
            id="place known at last",
        ),
        pytest.param(
            {},
            {"latitude": None},
            ("answer_changed", "location", "28.500000 -2.500000", None, "withdrawn"),
            id="place withdrawn",
        ),
    ],
)
def test_one_change(before, after, expected):
    found = compare_sites(sites(before), sites(after))
    got = rows(found, "change", "field", "old_value", "new_value", "kind")
    assert got == ([] if expected is None else [expected])


def test_new_and_vanished_change_places_when_the_sets_do():
    old, new = sites({}, {"pcode": "b", "name": "Bora"}), sites({}, {"pcode": "c", "name": None})
    forth, back = compare_sites(old, new), compare_sites(new, old)
    names = ("pcode", "change", "name_old", "name_new", "field", "kind", "same_visit")
    assert rows(forth, *names) == [
        ("b", "vanished", "Bora", None, None, None, None),
        ("c", "new", None, None, None, None, None),
    ]
    assert [row[1] for row in rows(back, *names)] == ["new", "vanished"]
    assert forth["longitude"].tolist() == [28.5, 28.5], "a vanished site keeps its old place"


def test_several_changes_of_a_site_are_several_rows_in_order():
    found = compare_sites(
        sites({"pcode": "b"}, {}),
        sites({"name": "Bora", "presence": "yes", "latitude": -2.6}, {"pcode": "b", "workers": 1}),
    )
    assert rows(found, "pcode", "change") == [
        ("a", "moved"),
        ("a", "renamed"),
        ("a", "answer_changed"),
        ("b", "answer_changed"),
    ]
    assert found["distance_m"].notna().tolist() == [True, False, False, False]
    assert found["distance_m"][0] == pytest.approx(11057.5, abs=1)  # 0.1 degree of the meridian near 2.5 S
    assert set(found["latitude"]) == {-2.6, -2.5}


@pytest.mark.parametrize("moved_m, n", [(1, 1), (1106, 0), (1105, 1)])
def test_the_threshold_is_in_metres(moved_m, n):
    found = compare_sites(sites({}), sites({"latitude": -2.51}), moved_m)
    assert (found["change"] == "moved").sum() == n


@pytest.mark.parametrize(
    "before, after, same",
    [
        pytest.param("v1", "v1", "yes", id="corrected"),
        pytest.param("v1", "v2", "no", id="another visit"),
        pytest.param(None, "v2", "no", id="first visit"),
        pytest.param(None, None, None, id="no visit"),
    ],
)
def test_whether_the_same_visit_speaks(before, after, same):
    found = compare_sites(sites({"visit_id": before}), sites({"visit_id": after, "presence": "yes"}))
    assert rows(found, "same_visit") == [(same,)]


def test_columns_that_one_set_lacks_are_not_compared():
    new = sites({"presence": "yes", "name": "Bora"}).drop(columns=["presence", "longitude", "visit_id"])
    found = compare_sites(sites({}), new)
    assert rows(found, "change", "same_visit") == [("renamed", None)]
    assert rows(found, "longitude", "latitude") == [(28.5, -2.5)], "the old place where the new has none"


@pytest.mark.parametrize("old, new", [([{}], [{}]), ([], []), ([{}], [{"workers": 120}])])
def test_nothing_changed(old, new):
    found = compare_sites(sites(*old), sites(*new))
    assert found.empty and list(found.columns) == [column.name for column in SITE_CHANGES]
    counts = summary(found)
    assert counts.empty and list(counts.columns) == [column.name for column in CHANGE_SUMMARY]


def test_an_empty_set_makes_all_sites_new():
    found = compare_sites(sites(), sites({}, {"pcode": "b"}))
    assert rows(found, "pcode", "change") == [("a", "new"), ("b", "new")]


def test_summary_counts_changes_and_sites():
    old = sites({}, {"pcode": "b"}, {"pcode": "c"})
    new = sites({"presence": "yes"}, {"pcode": "b", "presence": "yes", "mercury": "no"}, {"pcode": "d"})
    assert rows(summary(compare_sites(old, new)), "of", "change", "field", "kind", "n", "n_sites") == [
        ("sites", "new", None, None, 1, 1),
        ("sites", "vanished", None, None, 1, 1),
        ("sites", "answer_changed", "presence", "changed", 2, 2),
        ("sites", "answer_changed", "mercury", "answered", 1, 1),
    ]


@pytest.mark.parametrize(
    "old, sentence",
    [
        pytest.param([{}, {}], "old sites have a more than once; keep one row", id="twice"),
        pytest.param([{"pcode": None}], "1 rows of the old sites have no pcode", id="without a key"),
    ],
)
def test_tables_that_cannot_be_compared(old, sentence):
    with pytest.raises(TableError, match=sentence):
        compare_sites(sites(*old), sites({}))


def test_cancel_stops_between_columns():
    def stop(fraction):
        raise Cancelled("stop")

    with pytest.raises(Cancelled):
        compare_sites(sites({}), sites({}), progress=stop)


def test_swapped_sets_give_the_mirrored_changes():
    rng = np.random.default_rng(3)
    words = np.array(["yes", "no", "unknown", "not_asked"])

    def made():
        codes = rng.choice(60, 40, replace=False)
        return sites(
            *(
                {"pcode": f"p{code:02}", "presence": rng.choice(words), "latitude": rng.integers(2) / 100}
                for code in codes
            )
        )

    old, new = made(), made()
    forth, back = compare_sites(old, new), compare_sites(new, old)
    mirror = {"new": "vanished", "vanished": "new", "answered": "withdrawn", "withdrawn": "answered"}
    names = ("pcode", "change", "field", "old_value", "new_value", "kind")
    mirrored = [
        (p, mirror.get(c, c), f, after, before, mirror.get(k, k))
        for p, c, f, before, after, k in rows(back, *names)
    ]
    assert sorted(map(str, mirrored)) == sorted(map(str, rows(forth, *names)))
