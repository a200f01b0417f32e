"""Visits of two imports compared: which are the same, and what they say otherwise."""

import pandas as pd
import pytest
from asm_atlas.core.exceptions import TableError
from asm_atlas.core.releases.summary import summary
from asm_atlas.core.releases.visits import compare_visits
from asm_atlas.core.tables import VISIT_CHANGES

VISIT = {
    "visit_id": None,
    "pcode": "a",
    "name": "Amani",
    "visit_date": "2021-03-04",
    "project": "IPIS - Madini",
    "workers": None,
    "mineral_main": "gold",
    "presence": "no",
    "mercury": "unknown",
    "actors": None,
    "comment": None,
    "source_order": 1,
    "longitude": 28.5,
    "latitude": -2.5,
}


def visits(*changes):
    frame = pd.DataFrame([{**VISIT, **change} for change in changes], columns=list(VISIT))
    frame["visit_id"] = [
        f"{v.pcode}_{v.visit_date}_{v.project}_{place}" for place, v in enumerate(frame.itertuples())
    ]
    for name in ("workers", "source_order"):
        frame[name] = frame[name].astype("Int64")
    frame["visit_date"] = pd.to_datetime(frame["visit_date"])
    return frame


def told(table, *names):
    picked = table[list(names or ("change", "field", "old_value", "new_value", "kind"))].astype(object)
    return [tuple(row) for row in picked.where(picked.notna(), None).itertuples(index=False)]


ADDED, REMOVED = ("added", None, None, None, None), ("removed", None, None, None, None)


@pytest.mark.parametrize(
    "old, new, expected",
    [
        pytest.param([{}], [{}], [], id="nothing"),
        pytest.param([{}], [{"source_order": 99}], [], id="another row number"),
        pytest.param([], [{}], [ADDED], id="added"),
        pytest.param([{}], [], [REMOVED], id="removed"),
        pytest.param(
            [{}],
            [{"presence": "yes"}],
            [("answer_changed", "presence", "no", "yes", "changed")],
            id="answer changed",
        ),
        pytest.param(
            [{"mercury": "yes"}],
            [{"mercury": "not_asked"}],
            [("answer_changed", "mercury", "yes", "not_asked", "withdrawn")],
            id="answer withdrawn",
        ),
        pytest.param(
            [{}],
            [{"visit_date": "2021-04-03"}],
            [("redated", "visit_date", "2021-03-04", "2021-04-03", "changed")],
            id="another date",
        ),
        pytest.param(
            [{"visit_date": None}],
            [{}],
            [("redated", "visit_date", None, "2021-03-04", "answered")],
            id="date known at last",
        ),
        pytest.param(
            [{}],
            [{"visit_date": "2021-04-03", "name": "Bora"}],
            [
                ("redated", "visit_date", "2021-03-04", "2021-04-03", "changed"),
                ("answer_changed", "name", "Amani", "Bora", "changed"),
            ],
            id="another date and name",
        ),
        pytest.param(
            [{}],
            [{"visit_date": "2021-04-03", "presence": "yes"}],
            [REMOVED, ADDED],
            id="another date and other answers",
        ),
        pytest.param(
            [{"presence": "unknown"}],
            [{"presence": "unknown", "visit_date": "2021-04-03"}],
            [REMOVED, ADDED],
            id="another date, and the mineral is all that is known",
        ),
        pytest.param(
            [{}],
            [{"project": "IPIS"}],
            [("answer_changed", "project", "IPIS - Madini", "IPIS", "changed")],
            id="another project on the same day",
        ),
        pytest.param(
            [{}], [{"project": "IPIS", "presence": "yes"}], [REMOVED, ADDED], id="another team that day"
        ),
        pytest.param(
            [{}],
            [{"project": "ipis-madini"}],
            [("answer_changed", "project", "IPIS - Madini", "ipis-madini", "changed")],
            id="project in other letters",
        ),
        pytest.param([{}], [{"pcode": "b"}], [REMOVED, ADDED], id="another site"),
        pytest.param(
            [{}],
            [{"latitude": -2.51}],
            [("answer_changed", "location", "28.500000 -2.500000", "28.500000 -2.510000", "changed")],
            id="moved",
        ),
    ],
)
def test_what_is_told(old, new, expected):
    assert told(compare_visits(visits(*old), visits(*new))) == expected


def test_visits_of_one_day_are_paired_by_their_answers_first():
    """The counter of a key moves on when an earlier visit of the day goes; the answers stay."""
    old = visits({"presence": "yes"}, {"presence": "no"}, {"presence": "no", "mercury": "no"})
    new = visits({"presence": "no", "mercury": "no"}, {"presence": "no"})
    found = compare_visits(old, new)
    assert told(found, "change", "visit_id_old") == [("removed", old["visit_id"][0])]


def test_visits_of_one_day_with_other_answers_are_paired_in_order():
    old = visits({"workers": 1, "source_order": 7}, {"workers": 2, "source_order": 8})
    new = visits({"workers": 20, "source_order": 5}, {"workers": 10, "source_order": 4})
    assert told(compare_visits(old, new), "old_value", "new_value") == [("2", "20"), ("1", "10")]


@pytest.mark.parametrize(
    "old, new, pairs, left",
    [
        pytest.param(
            ["2015-01-01", "2020-01-01"],
            ["2020-01-03"],
            {("2020-01-01", "2020-01-03")},
            ["removed"],
            id="nearest of two",
        ),
        pytest.param(
            ["2020-01-01", "2020-01-11", "2020-01-31"],
            ["2020-01-10", "2020-02-01", "2020-06-01"],
            {("2020-01-11", "2020-01-10"), ("2020-01-31", "2020-02-01"), ("2020-01-01", "2020-06-01")},
            [],
            id="nearest first, the rest after",
        ),
        pytest.param(
            ["2020-01-01", "2020-01-01"],
            ["2020-01-03", "2020-01-03"],
            {("2020-01-01", "2020-01-03")},
            [],
            id="two of one day",
        ),
        pytest.param(
            ["2020-01-01", None],
            ["2020-01-05", "2022-01-01"],
            {("2020-01-01", "2020-01-05"), (None, "2022-01-01")},
            [],
            id="undated last",
        ),
    ],
)
def test_the_nearest_dates_go_together(old, new, pairs, left):
    found = compare_visits(
        visits(*({"visit_date": day} for day in old)), visits(*({"visit_date": day} for day in new))
    )
    redated = found[found["change"] == "redated"]
    assert set(told(redated, "old_value", "new_value")) == pairs
    assert found.loc[found["change"] != "redated", "change"].tolist() == left


def test_ids_dates_and_names_stand_beside_each_change():
    old, new = visits({}), visits({"visit_date": "2021-04-03", "name": None}, {"pcode": "b"})
    found = compare_visits(old, new)
    assert list(found.columns) == [column.name for column in VISIT_CHANGES]
    assert told(found, "pcode", "name", "change") == [
        ("a", "Amani", "redated"),
        ("a", "Amani", "answer_changed"),
        ("b", "Amani", "added"),
    ]
    assert found["visit_id_new"].tolist() == [*[new["visit_id"][0]] * 2, new["visit_id"][1]]
    assert found["date_old"].isna().tolist() == [False, False, True]
    assert str(found["date_new"].dtype) == "datetime64[ns]"


def test_columns_that_one_set_lacks_are_not_compared():
    new = visits({}).drop(columns=["presence", "source_order", "latitude"])
    assert compare_visits(visits({}), new).empty


def test_a_thousand_equal_visits_are_paired_without_comparing_each_with_each():
    old = visits(*({"visit_date": "2020-01-01"} for _ in range(1000)))
    new = visits(*({"visit_date": "2020-01-02"} for _ in range(1001)))
    counts = compare_visits(old, new)["change"].value_counts().to_dict()
    assert counts == {"redated": 1000, "added": 1}


def test_a_visit_without_a_site_is_told():
    with pytest.raises(TableError, match="1 rows of the new visits have no pcode; give"):
        compare_visits(visits({}), visits({"pcode": None}))


def test_summary_names_the_table():
    found = compare_visits(visits({}), visits({"presence": "yes"}, {"pcode": "b"}))
    counts = summary(found.iloc[:0], found)
    assert told(counts, "of", "change", "field", "kind", "n", "n_sites") == [
        ("visits", "added", None, None, 1, 1),
        ("visits", "answer_changed", "presence", "changed", 1, 1),
    ]
