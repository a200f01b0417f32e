"""Key figures by groups: counts add up, shares and medians are those of an independent computation."""

import numpy as np
import pandas as pd
import pytest
import shapely
from asm_atlas.core.exceptions import TableError
from asm_atlas.core.scorecard.groups import by_codes, by_name, by_polygon, by_year, polygons_of_groups
from asm_atlas.core.scorecard.site_facts import with_facts
from asm_atlas.core.scorecard.summary import summarise
from hypothesis import given, settings
from hypothesis import strategies as st

LEVELS = ("very_low", "low", "medium", "high")
DIMENSIONS = ("security", "formalisation")
SQUARES = np.array([shapely.box(28, -3, 29, -2), shapely.box(28.4, -3, 30, 0), shapely.box(10, 10, 11, 11)])
GROUPINGS = {
    "name": lambda scores: by_name(scores["admin1"]),
    "codes": lambda scores: by_codes(scores["minerals"]),
    "year": lambda scores: by_year(scores["date"]),
    "polygon": lambda scores: by_polygon(
        scores["longitude"].to_numpy(),
        scores["latitude"].to_numpy(),
        SQUARES,
        pd.Series(["1", "2", "3"]),
        pd.Series(["West", "East", "Nobody's"]),
    ),
}
reuse = settings(deadline=None, max_examples=40)


def names_of(grouping, n):
    """The group names of each row, sorted."""
    names = grouping.groups["group_name"].tolist()
    found = [[] for _ in range(n)]
    for row, group in zip(grouping.row.tolist(), grouping.group.tolist()):
        found[row].append(names[group])
    return [sorted(row) for row in found]


@pytest.mark.parametrize(
    "grouping, expected",
    [
        pytest.param(
            by_name(pd.Series(["Sud-Kivu", " sud-kivu", "Sud-Kivu", "Ituri", None, "", "unknown"])),
            [["Sud-Kivu"]] * 3 + [["Ituri"]] + [["unknown"]] * 3,
            id="spellings are joined, empty is unknown",
        ),
        pytest.param(
            by_name(pd.Series(["Fizi", "Fizi", None]), pd.Series(["A", "B", "A"])),
            [["Fizi"], ["Fizi"], ["unknown"]],
            id="equal names in two provinces",
        ),
        pytest.param(
            by_codes(pd.Series(["gold;coltan", "gold", ";gold;gold", ";", None])),
            [["coltan", "gold"], ["gold"], ["gold"], ["unknown"], ["unknown"]],
            id="a site with two minerals stands in both",
        ),
        pytest.param(
            by_year(pd.to_datetime(pd.Series(["2019-05-01", "2020-01-01", None]))),
            [["2019"], ["2020"], ["unknown"]],
            id="years",
        ),
        pytest.param(by_name(pd.Series([2.0, 2, 2.5], dtype=object)), [["2"], ["2"], ["2.5"]], id="numbers"),
        pytest.param(
            GROUPINGS["polygon"](
                pd.DataFrame(
                    {"longitude": [28.1, 28.5, 29, 35, np.nan], "latitude": [-2.5, -2.5, -2.5, 0, 0]}
                )
            ),
            [["West"], ["East", "West"], ["East", "West"], ["outside"], ["unknown"]],
            id="in a polygon, in two, on a boundary, outside, nowhere",
        ),
    ],
)
def test_groups(grouping, expected):
    assert names_of(grouping, len(expected)) == expected


def test_equal_names_in_two_units_are_two_groups():
    groups = by_name(pd.Series(["Fizi", "Fizi"]), pd.Series(["A", "B"])).groups
    assert groups["group_id"].tolist() == ["A;Fizi", "B;Fizi"]
    assert groups["within"].tolist() == ["A", "B"]


def test_polygons_take_the_figures_of_their_name_only_where_it_is_clear():
    groups = by_name(
        pd.Series(["Haut-Uele", "Fizi", "Fizi", "Uvira", "Goma"]), pd.Series(list("AABAA"))
    ).groups
    found, notes = polygons_of_groups(
        groups, pd.Series([" HAUT UÉLÉ", "Fizi", "Uvira", "Uvira", "Beni", None])
    )
    names = groups["group_name"].tolist()
    assert [names[place] if place >= 0 else None for place in found] == ["Haut-Uele"] + [None] * 5
    assert notes[0].startswith("4 groups are in the tables but not on the map")


@pytest.mark.parametrize("kind", GROUPINGS)
@given(seed=st.integers(0, 2**32 - 1), n=st.integers(0, 60), repeated=st.booleans())
@reuse
def test_counts_add_up(random_scores, kind, seed, n, repeated):
    scores = random_scores(seed, n, DIMENSIONS, repeated)
    found = summarise(scores, GROUPINGS[kind](scores), DIMENSIONS, LEVELS, n_min=3)
    groups, table = found.groups, found.table
    total = groups[groups["group_kind"] == "total"].iloc[0]
    assert total["sites"] == scores["pcode"].nunique() == len(scores) - found.n_set_aside
    apart = groups[["inactive", "too_old", "no_visit"]].sum(axis=1)
    assert (groups["scored"] + apart == groups["sites"]).all()
    for dimension in DIMENSIONS:
        levels = groups[[f"{dimension}_level_{level}" for level in (1, 2, 3, 4)]].sum(axis=1)
        assert (levels == groups[f"{dimension}_sites"]).all()
        without = groups[f"{dimension}_no_data"] + groups[f"{dimension}_not_applicable"]
        assert (levels + without == groups["scored"]).all()
        low = groups[[f"{dimension}_low_{part}" for part in ("least", "share", "most")]].dropna()
        assert (low.diff(axis=1).iloc[:, 1:] >= 0).all().all()
        shown = groups[f"{dimension}_low_share"].notna()
        assert (shown == (groups[f"{dimension}_too_few"] == "no")).all()
        assert (groups.loc[~shown, [f"{dimension}_median", f"{dimension}_firm_share"]].isna()).all().all()
    # The long table says the same as the wide one.
    for column in ("sites", "miners", "miners_unknown"):
        sums = table.groupby(["group_kind", "group_name", "dimension"])[column].sum()
        wide = groups.set_index(["group_kind", "group_name"])[column]
        for dimension in DIMENSIONS:
            part = sums.xs(dimension, level="dimension")
            assert part.fillna(0).to_dict() == wide.fillna(0).to_dict()
    if kind != "codes" and kind != "polygon" and not repeated:
        assert groups.loc[groups["group_kind"] != "total", "sites"].sum() == total["sites"]


@pytest.mark.parametrize("seed", range(5))
def test_figures_as_pandas_computes_them_group_by_group(random_scores, seed):
    scores = random_scores(seed, 200, DIMENSIONS, repeated=True)
    found = summarise(scores, by_codes(scores["minerals"]), DIMENSIONS, LEVELS, n_min=5).groups
    for _, row in found.iterrows():
        if row["group_kind"] == "total":
            part = scores
        elif row["group_kind"] == "unknown":
            part = scores[scores["minerals"].isna()]
        else:
            lists = scores["minerals"].fillna("").str.split(";").tolist()
            part = scores[[row["group_id"] in codes for codes in lists]]
        part = part.sort_values("date", na_position="first", kind="stable")
        part = part.drop_duplicates("pcode", keep="last")
        known = part["workers"] >= 0
        assert row["sites"] == len(part)
        assert row["miners"] == part.loc[known, "workers"].sum()
        assert known.any()
        assert row["miners_unknown"] == (~known).sum()
        scored = part[part["state"] == "scored"]
        assert row["year_median"] == pytest.approx(scored["date"].dt.year.median(), nan_ok=True)
        for dimension in DIMENSIONS:
            levels = scored[scored[f"{dimension}_level"].fillna(0) > 0]
            assert row[f"{dimension}_level_2"] == (levels[f"{dimension}_level"] == 2).sum()
            at_top = levels[(levels[f"{dimension}_level"] == 4) & (levels["workers"] >= 0)]
            miners = row[f"{dimension}_miners_4"]
            assert len(at_top) == 0 or miners == at_top["workers"].sum()
            assert pd.isna(miners) == (len(at_top) == 0 and row[f"{dimension}_level_4"] > 0)
            if len(levels) < 5:
                assert pd.isna(row[f"{dimension}_median"])
                continue
            assert row[f"{dimension}_median"] == pytest.approx(levels[f"{dimension}_score"].median())
            assert row[f"{dimension}_median_worst"] == pytest.approx(levels[f"{dimension}_worst"].median())
            firm = levels[f"{dimension}_level_worst"] == levels[f"{dimension}_level_best"]
            assert row[f"{dimension}_firm_share"] == pytest.approx(firm.mean())
            low = (levels[f"{dimension}_level_worst"] <= 2).mean()
            assert row[f"{dimension}_low_most"] == pytest.approx(low)


def test_a_group_without_sites_stays_when_it_is_a_polygon(random_scores):
    scores = random_scores(1, 30)
    groups = summarise(scores, GROUPINGS["polygon"](scores), DIMENSIONS, LEVELS).groups
    nobody = groups[groups["group_name"] == "Nobody's"].iloc[0]
    assert (nobody["sites"], nobody["too_few"]) == (0, "yes")
    assert groups["group_kind"].tolist() == ["group"] * 3 + ["outside", "unknown", "total"]


@pytest.mark.parametrize(
    "change, sentence",
    [
        pytest.param(
            {"scheme_hash": ["a", "b"] * 5}, "cannot be compared .scheme_hash: a, b.", id="two schemes"
        ),
        pytest.param({"state": ["done"] * 10}, "not 'done' .in 10 rows.", id="state that is none"),
        pytest.param({"security_level": [7] * 10}, "security_level of SCORES holds 7", id="level beyond"),
    ],
)
def test_tables_that_cannot_be_used_are_explained(random_scores, change, sentence):
    scores = random_scores(0, 10).assign(**change)
    with pytest.raises(TableError, match=sentence):
        summarise(scores, by_year(scores["date"]), DIMENSIONS, LEVELS)


def test_miners_come_from_the_visit_that_was_scored():
    scores = pd.DataFrame({"pcode": list("abcd"), "visit_id": ["a1", "b2", None, "d1"]}, dtype=object)
    sites = pd.DataFrame(
        {
            "pcode": list("abc"),
            "visit_id": ["a1", "b9", None],
            "workers": pd.array([5, 7, 9], dtype="Int64"),
            "minerals": ["gold", "tin", "coltan"],
        }
    )
    visits = pd.DataFrame({"visit_id": ["b2", "d1"], "workers": pd.array([8, None], dtype="Int64")})
    found, notes = with_facts(scores, sites, None, ("workers", "minerals"))
    assert found["workers"].tolist() == [5, None, None, None]  # b: SITES speaks of another visit
    assert found["minerals"].tolist() == ["gold", "tin", "coltan", None]
    assert notes == [
        "The workers of 1 sites is not known: SITES speaks of another visit than SCORES; give the table VISITS."
    ]
    found, notes = with_facts(scores, sites, visits, ("workers",))
    assert found["workers"].tolist() == [5, 8, None, None]
    assert notes == []
    with pytest.raises(TableError, match="SITES holds a more than once in pcode"):
        with_facts(scores, pd.concat([sites, sites]), None, ("workers",))
