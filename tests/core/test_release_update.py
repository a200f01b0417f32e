"""What a newer import changes in an atlas: which rows stay, change, come and go, and whose values go with them."""

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.exceptions import TableError
from asm_atlas.core.releases.update import (
    compared_columns,
    key_changes,
    marked_places,
    own_references,
    own_values,
    plan_update,
)
from hypothesis import given, settings
from hypothesis import strategies as st

DTYPES = {"text": object, "int": "Int64", "real": "float64", "date": "datetime64[ns]"}


def table(name, *rows):
    frame = pd.DataFrame(index=range(len(rows)))
    for column in compared_columns(name):
        values = [row.get(column.name) for row in rows]
        frame[column.name] = pd.Series(values, dtype=object).astype(DTYPES[column.kind])
        if column.kind == "text":
            frame[column.name] = frame[column.name].where(frame[column.name].notna(), None)
    return frame


def sites(*pcodes, **changes):
    return table("sites", *({"pcode": pcode, "name": pcode.upper(), **changes} for pcode in pcodes))


def visit(key, **more):
    """A visit by its key, such as a_20210304_p_1."""
    pcode, day, project, _ = key.split("_")
    return {
        "visit_id": key,
        "pcode": pcode,
        "visit_date": pd.Timestamp(day),
        "project": project,
        "source_order": 1,
        **more,
    }


def release(visits, **tables):
    frame = table("visits", *visits)
    return {"sites": sites(*dict.fromkeys(row["pcode"] for row in visits)), "visits": frame, **tables}


def counts(plan):
    return {name: tuple(update.counts().values()) for name, update in plan.items()}


def pairs(update, old, new, key):
    """(old key, new key) of the rows that persist."""
    return list(zip(old[key].iloc[update.at_old], new[key].iloc[update.at_new]))


def test_a_release_on_itself_changes_nothing_whatever_the_order():
    rows = [visit("a_20210304_p_1", workers=3), visit("b_20210304_p_1", name=None)]
    plan = plan_update(release(rows), release(rows[::-1]))
    assert counts(plan) == {"sites": (0, 0, 2, 0, 0), "visits": (0, 0, 2, 0, 0)}
    assert not plan["visits"].differs.any()


@pytest.mark.parametrize(
    "before, after, told",
    [
        pytest.param({"workers": 3}, {"workers": 3}, False, id="equal numbers"),
        pytest.param({"workers": None}, {"workers": None}, False, id="both empty"),
        pytest.param({"workers": 3}, {"workers": None}, True, id="a number goes"),
        pytest.param({"workers": None}, {"workers": 0}, True, id="zero is not empty"),
        pytest.param({"mercury": "unknown"}, {"mercury": "not_asked"}, True, id="two ways of not known"),
        pytest.param({"comment": "x"}, {"comment": "x "}, True, id="text to the letter"),
        pytest.param({"point_x": 28.0}, {"point_x": 28.5}, True, id="a point moved by hand"),
    ],
)
def test_what_counts_as_updated(before, after, told):
    plan = plan_update(
        release([visit("a_20210304_p_1", **before)]), release([visit("a_20210304_p_1", **after)])
    )
    assert plan["visits"].told.tolist() == plan["visits"].differs.tolist() == [told]


def test_another_row_number_is_written_but_not_told():
    old, new = (release([visit("a_20210304_p_1", source_order=number)]) for number in (1, 9))
    update = plan_update(old, new)["visits"]
    assert (update.differs.tolist(), update.told.tolist()) == ([True], [False])


def test_a_column_that_the_atlas_lacks_is_filled():
    old, new = (release([visit("a_20210304_p_1", mercury="yes"), visit("b_20210304_p_1")]) for _ in range(2))
    del old["visits"]["mercury"]
    assert plan_update(old, new)["visits"].told.tolist() == [True, False]


def test_a_redated_visit_stays_the_same_row():
    old = release([visit("a_20210304_p_1", workers=7), visit("a_20200101_p_1", workers=1)])
    new = release([visit("a_20210314_p_1", workers=7), visit("a_20200101_p_1", workers=1)])
    update = plan_update(old, new)["visits"]
    assert counts({"visits": update})["visits"] == (0, 1, 1, 0, 0)
    assert ("a_20210304_p_1", "a_20210314_p_1") in pairs(update, old["visits"], new["visits"], "visit_id")


def test_counters_that_change_places_follow_the_answers():
    old = release([visit("a_20210304_p_1", workers=7), visit("a_20210304_p_2", workers=9)])
    new = release([visit("a_20210304_p_1", workers=9), visit("a_20210304_p_2", workers=7)])
    update = plan_update(old, new)["visits"]
    assert key_changes("visits", old["visits"], new["visits"], update) == {
        "a_20210304_p_1": "a_20210304_p_2",
        "a_20210304_p_2": "a_20210304_p_1",
    }


def actor(visit_id, slot, name, **more):
    return {"visit_id": visit_id, "pcode": "a", "slot": slot, "name": name, **more}


@pytest.mark.parametrize(
    "before, after, same",
    [
        pytest.param([("x", 1), ("y", 2)], [("y", 1), ("x", 2)], ["x", "y"], id="by name when places change"),
        pytest.param([("x", 1)], [("X.", 1)], ["x"], id="spelled otherwise in its place and class"),
        pytest.param([("x", 1)], [("y", 2)], [], id="another name in another place"),
    ],
)
def test_actors_of_one_visit(before, after, same):
    key = "a_20210304_p_1"
    old, new = (
        release([visit(key)], actors=table("actors", *(actor(key, slot, name) for name, slot in rows)))
        for rows in (before, after)
    )
    update = plan_update(old, new)["actors"]
    assert sorted(old["actors"]["name"].iloc[update.at_old]) == same


def test_actors_follow_their_redated_visit_and_no_other():
    old = release(
        [visit("a_20210304_p_1", workers=7), visit("a_20200101_p_1", workers=1)],
        actors=table("actors", actor("a_20210304_p_1", 1, "x"), actor("a_20200101_p_1", 1, "x")),
    )
    new = release(
        [visit("a_20210314_p_1", workers=7)], actors=table("actors", actor("a_20210314_p_1", 1, "x"))
    )
    plan = plan_update(old, new)
    assert counts(plan)["actors"] == (0, 1, 0, 1, 0)
    assert pairs(plan["actors"], old["actors"], new["actors"], "visit_id") == [
        ("a_20210304_p_1", "a_20210314_p_1")
    ]


def test_statuses_and_findings_by_what_they_say():
    status = {"pcode": "a", "date": pd.Timestamp("2011-06-11"), "kind": "qualification"}
    found = {"pcode": "a", "field": "mineral1", "raw_value": "Ore", "rule": "unknown_code"}
    tables = [
        {
            "statuses": table(
                "statuses",
                *(
                    {**status, "status_id": f"s_{n}", "qualification": value}
                    for n, value in enumerate(values, 1)
                ),
            ),
            "findings": table(
                "findings",
                *({**found, "finding_id": f"F{n}", "raw_value": raw} for n, raw in enumerate(raws, start)),
            ),
        }
        for values, raws, start in (
            (("green", "red"), ("Ore", "Oro"), 1),
            (("red", "green", "blue"), ("Oro",), 9),
        )
    ]
    old, new = (release([visit("a_20210304_p_1")], **given) for given in tables)
    plan = plan_update(old, new)
    assert counts(plan)["statuses"] == (1, 2, 0, 0, 0)  # their keys changed places
    assert pairs(plan["statuses"], old["statuses"], new["statuses"], "qualification") == [
        ("red", "red"),
        ("green", "green"),
    ]
    assert counts(plan)["findings"] == (0, 0, 1, 1, 0)
    assert plan["findings"].differs.tolist() == [True]


def gone(keep):
    """Site b has vanished with its visit; of two visits to a that one key told apart, the first has."""
    old = release(
        [
            visit("a_20210304_p_1", workers=7),
            visit("a_20210304_p_2", workers=9),
            visit("b_20210304_p_1"),
        ],
        actors=table("actors", actor("a_20210304_p_1", 1, "x"), actor("a_20210304_p_2", 1, "y")),
        findings=table("findings", {"finding_id": "F1", "rule": "r"}),
    )
    new = release(
        [visit("a_20210304_p_1", workers=9)],
        actors=table("actors", actor("a_20210304_p_1", 1, "y")),
        findings=table("findings"),
    )
    return old, new, plan_update(old, new, keep)


def test_what_the_release_lacks_is_removed():
    *_, plan = gone(keep=False)
    assert counts(plan) == {
        "sites": (0, 0, 1, 1, 0),
        "visits": (0, 1, 0, 2, 0),
        "actors": (0, 1, 0, 1, 0),
        "findings": (0, 0, 0, 1, 0),
    }


def test_what_the_release_lacks_is_kept_with_a_key_of_its_own():
    old, _, plan = gone(keep=True)
    assert {name: row[3:] for name, row in counts(plan).items()} == {
        "sites": (0, 1),
        "visits": (0, 2),
        "actors": (0, 1),
        "findings": (1, 0),
    }
    assert plan["visits"].kept_keys.tolist() == ["a_20210304_p_3", "b_20210304_p_1"]
    assert plan["actors"].kept_keys.tolist() == ["a_20210304_p_3"]
    assert marked_places(plan["visits"], old["visits"], "visit_id").tolist() == [0, 1]
    marked = old["visits"].assign(absent_from=[None, None, "2022"])
    assert marked_places(plan["visits"], marked, "visit_id").tolist() == [0]


def test_a_row_that_is_back_loses_its_mark():
    old, new = release([visit("a_20210304_p_1")]), release([visit("a_20210304_p_1")])
    old["visits"]["absent_from"] = np.array(["2022-05"], dtype=object)
    assert plan_update(old, new)["visits"].told.tolist() == [True]


def test_own_values_of_rows_that_go_or_are_named_anew():
    old, new, plan = gone(keep=False)
    own = {"note": ["one", "two", ""], "checked": [None, 1, 0]}
    told = own_values("visits", np.array([11, 12, 13]), own, old["visits"], new["visits"], plan["visits"])
    assert told[["row_id", "field", "value", "key_old", "key_new", "outcome"]].values.tolist() == [
        [11, "note", "one", "a_20210304_p_1", None, "removed"],
        [13, "checked", "0", "b_20210304_p_1", None, "removed"],
        [12, "note", "two", "a_20210304_p_2", "a_20210304_p_1", "carried"],
        [12, "checked", "1", "a_20210304_p_2", "a_20210304_p_1", "carried"],
    ]


def test_rows_of_own_tables_that_name_keys_no_more_there():
    told = own_references("photos", "visit_id", [(1, "x"), (2, "y"), (3, "z")], {"x": None, "y": "y2"})
    assert told[["row_id", "value", "key_new", "outcome"]].values.tolist() == [
        [1, "x", None, "key_gone"],
        [2, "y", "y2", "key_changed"],
    ]


@pytest.mark.parametrize(
    "old, new, sentence",
    [
        pytest.param(["a"], ["b"], "share no pcode", id="another country"),
        pytest.param(["a"], [], "new sites have no rows", id="an empty release"),
        pytest.param(["a", "a"], ["a"], "old sites have a more than once", id="a site twice"),
        pytest.param([None], ["a"], "sites of the atlas have no pcode", id="a site without a key"),
    ],
)
def test_a_release_that_cannot_be_meant_is_refused(old, new, sentence):
    before, after = (
        {"sites": table("sites", *({"pcode": p} for p in rows)), "visits": table("visits")}
        for rows in (old, new)
    )
    with pytest.raises(TableError, match=sentence):
        plan_update(before, after)


def test_an_empty_atlas_takes_everything():
    empty = {"sites": table("sites"), "visits": table("visits")}
    plan = plan_update(empty, release([visit("a_20210304_p_1")]))
    assert counts(plan) == {"sites": (1, 0, 0, 0, 0), "visits": (1, 0, 0, 0, 0)}


def numbered(rows):
    """Visits with the keys that an import gives them, and an actor each."""
    counted, visits = {}, []
    for pcode, day, project, workers in rows:
        base = f"{pcode}_202103{day:02}_{project}"
        counted[base] = counted.get(base, 0) + 1
        visits.append(visit(f"{base}_{counted[base]}", workers=workers))
    actors = table("actors", *(actor(row["visit_id"], 1, row["project"]) for row in visits))
    return release(visits, actors=actors)


ROWS = st.lists(
    st.tuples(st.sampled_from("ab"), st.integers(1, 3), st.sampled_from("pq"), st.sampled_from([None, 3, 7])),
    max_size=8,
)


@settings(deadline=None, max_examples=40)
@given(before=ROWS, after=ROWS, keep=st.booleans())
def test_each_row_has_one_fate_and_keys_stay_unique(before, after, keep):
    rows = [("c", 1, "p", 1)]  # a site that both have, or the release would be refused
    old, new = numbered(rows + before), numbered(rows + after)
    plan = plan_update(old, new, keep)
    for name, update in plan.items():
        of_old = np.concatenate([update.at_old, update.removed, update.kept])
        of_new = np.concatenate([update.at_new, update.added])
        assert sorted(of_old) == list(range(len(old[name])))
        assert sorted(of_new) == list(range(len(new[name])))
        assert keep or len(update.kept) == 0
    keys = [*new["visits"]["visit_id"], *plan["visits"].kept_keys]
    assert len(set(keys)) == len(keys)
    assert set(plan["actors"].kept_keys) <= set(keys)
    for old_key, new_key in key_changes("visits", old["visits"], new["visits"], plan["visits"]).items():
        assert old_key != new_key and (new_key is None or new_key in keys)
    again = plan_update(new, new, keep)
    assert all(update.counts()["unchanged"] == len(new[name]) for name, update in again.items())
