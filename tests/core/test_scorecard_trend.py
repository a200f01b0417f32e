"""The change of scores between the first and the last comparable visit."""

from datetime import date

import pandas as pd
import pytest
from asm_atlas.core.score_tables import trend_columns, trend_dimensions
from asm_atlas.core.scorecard.as_of import parse_as_of
from asm_atlas.core.scorecard.scheme import scheme_of
from asm_atlas.core.scorecard.scheme_document import scheme_document
from asm_atlas.core.scorecard.site_scores import score_sites
from asm_atlas.core.scorecard.trend import score_trends
from asm_atlas.core.tables import TABLES


@pytest.fixture()
def trend(table, default_scheme):
    """Trends of the visits of one site, each a dict of answers on a day; one row."""

    def compute(*visits, as_of="visit", statuses=(), scheme=default_scheme, site=None):
        rows = []
        for number, answers in enumerate(visits):
            rows.append({"visit_id": f"v{number}", "pcode": "p", "on_site": "yes", "is_3t": "no", **answers})
        frame = score_trends(
            table("sites", [{"pcode": "p", "name": "Site", **(site or {})}]),
            table("visits", rows),
            table("actors", []),
            table("statuses", statuses),
            scheme,
            parse_as_of(as_of),
        )
        return frame.iloc[0]

    return compute


def care(day, **answers):
    return {"visit_date": day, "is_gold": "yes", "minerals": "gold", **answers}


@pytest.mark.parametrize(
    "visits, word, change, level_change",
    [
        pytest.param(
            [
                care("2019-01-01", children="yes", mercury="yes"),
                care("2021-01-01", children="no", mercury="no"),
            ],
            *("up", 100, 3),
            id="better",
        ),
        pytest.param(
            [
                care("2019-01-01", children="no", mercury="no"),
                care("2021-01-01", children="no", mercury="yes"),
            ],
            *("down", -40, -1),
            id="worse",
        ),
        pytest.param(
            [
                care("2019-01-01", children="no", mercury="no"),
                care("2021-01-01", children="no", mercury="no"),
            ],
            *("same", 0, 0),
            id="the same and all answered",
        ),
        pytest.param(
            [care("2019-01-01", children="no"), care("2021-01-01", children="no")],
            *("not_sure", 0, 0),
            id="the same as far as known",
        ),
        pytest.param(
            [care("2019-01-01", children="no", mercury="yes"), care("2021-01-01", children="no")],
            *("not_sure", 40, 1),
            id="intervals that touch",
        ),
    ],
)
def test_trends(trend, visits, word, change, level_change):
    row = trend(*visits)
    assert row["health_safety_trend"] == word
    assert row["health_safety_change"] == pytest.approx(change)
    assert row["health_safety_level_change"] == level_change
    assert row["health_safety_why"] is None


@pytest.mark.parametrize(
    "visits, why",
    [
        pytest.param(
            [care("2015-01-01", children="no", mercury="no")], "no_visit", id="too old to be scored"
        ),
        pytest.param([care("2019-01-01", children="no", mercury="no")], "one_visit", id="one visit"),
        pytest.param(
            [
                care("2019-01-01", children="no", mercury="no"),
                care("2019-01-01", children="yes", mercury="no"),
            ],
            "one_visit",
            id="two on one day",
        ),
        pytest.param(
            [care("2019-01-01"), care("2021-01-01", children="no", mercury="no")],
            "one_visit",
            id="one of two has a score",
        ),
        pytest.param([care("2019-01-01"), care("2021-01-01")], "no_score", id="nothing answered"),
    ],
)
def test_no_trend_and_why(trend, visits, why):
    row = trend(*visits)
    assert row["health_safety_trend"] is None
    assert row["health_safety_why"] == why
    assert pd.isna(row["health_safety_change"])


def test_not_applicable(trend):
    diamonds = {"minerals": "diamond", "is_gold": "no"}
    row = trend({"visit_date": "2019-01-01", **diamonds}, {"visit_date": "2021-01-01", **diamonds})
    assert row["formalisation_why"] == "not_applicable"


def test_a_question_asked_only_later_is_no_change(trend):
    asked = {"children": "no", "mercury": "no", "sanitation": "no", "protective_equipment": "no"}
    unasked = {**asked, "sanitation": "not_asked", "protective_equipment": "not_asked"}
    row = trend(care("2019-01-01", **unasked), care("2021-01-01", **asked))
    assert (row["health_safety_trend"], row["health_safety_change"]) == ("same", 0)
    assert row["health_safety_left_out"] == "protective_equipment;sanitation"


def test_a_knock_out_asked_only_later_is_no_change(trend, default_scheme):
    document = scheme_document(default_scheme)
    cap = {"when": {"sanitation": "no"}, "level": "very_low", "ground": {"en": "dirt", "fr": "saleté"}}
    document["dimensions"][1]["items"] = document["dimensions"][1]["items"][:2]
    document["dimensions"][1]["caps"] = [cap]
    visits = [
        care(day, children="no", mercury="no", sanitation=answer)
        for day, answer in (("2019-01-01", "not_asked"), ("2021-01-01", "no"))
    ]
    row = trend(*visits, scheme=scheme_of(document, "mine.json"))
    assert row["health_safety_level_change"] == 0
    assert row["health_safety_left_out"] == "sanitation"


def test_visits_with_nothing_in_common_are_not_comparable(trend, default_scheme):
    document = scheme_document(default_scheme)
    dim = document["dimensions"][1]
    dim["items"] = [item for item in dim["items"] if item.get("not_asked") == "skip"]
    dim["caps"], dim["min_items"] = [], 1
    first = care("2019-01-01", sanitation="yes", protective_equipment="not_asked")
    last = care("2021-01-01", sanitation="not_asked", protective_equipment="yes")
    assert (
        trend(first, last, scheme=scheme_of(document, "mine.json"))["health_safety_why"] == "not_comparable"
    )


def test_the_first_comparable_visit_is_taken(trend):
    row = trend(
        care("2018-06-01"),
        care("2019-01-01", children="yes", mercury="no"),
        care("2020-01-01", children="no", mercury="yes"),
        care("2021-01-01", children="no", mercury="no"),
        care("2022-01-01"),
    )
    assert [row["health_safety_visit_first"], row["health_safety_visit_last"]] == ["v1", "v3"]
    assert row["health_safety_date_first"] == pd.Timestamp("2019-01-01")
    assert [row["health_safety_score_first"], row["health_safety_level_first"]] == [pytest.approx(40), 1]
    assert row["n_scored"] == 5


def test_visits_after_a_fixed_date_are_not_used(trend):
    visits = [care(f"{year}-01-01", children="no", mercury="no") for year in (2019, 2020, 2022)]
    row = trend(*visits, as_of="2021-01-01")
    assert (row["health_safety_visit_last"], row["as_of"], row["n_scored"]) == ("v1", "2021-01-01", 2)


def test_a_status_that_lapses_is_a_change_and_a_later_one_is_not_known_before(trend):
    green = {"pcode": "p", "date": "2019-01-01", "kind": "qualification", "qualification": "green"}
    visits = [care("2018-06-01"), care("2019-06-01"), care("2021-06-01")]
    row = trend(*visits, statuses=[{"status_id": "s", **green}])
    assert [row["formalisation_score_first"], row["formalisation_score_last"]] == pytest.approx([20, 30])
    row = trend(*visits[1:], statuses=[{"status_id": "s", **green}], as_of="2026-01-01")
    assert row["formalisation_trend"] == "down"  # of its own day, also with a fixed date


def test_columns_and_types(trend, table, default_scheme):
    names = [column.name for column in TABLES["trends"]]
    frame = trend(care("2019-01-01", children="no", mercury="no")).to_frame().T
    assert list(frame) == [*names, "longitude", "latitude"]
    assert trend_dimensions(names) == default_scheme.dimension_ids
    empty = score_trends(
        table("sites", []), table("visits", []), None, None, default_scheme, parse_as_of("visit")
    )
    kinds = {"text": "object", "int": "Int64", "real": "float64", "date": "datetime64[ns]"}
    for column in trend_columns(default_scheme.dimension_ids)[9:]:
        assert str(empty[column.name].dtype) == kinds[column.kind], column.name
    assert len(empty) == 0


@pytest.mark.real_data
def test_trends_of_the_release_agree_with_its_scores(released, default_scheme):
    """No question of the release was added since 2018, so both ends are rows of all scores."""
    trends = score_trends(*released, default_scheme, parse_as_of("visit"))
    rows = score_sites(*released, default_scheme, parse_as_of("visit"), date(2026, 5, 31), which="all").scores
    rows = rows[rows["visit_id"].notna()].set_index("visit_id")
    assert len(trends) == len(released[0])
    for dim in ("security", "health_safety", "state_services", "formalisation"):
        found = trends[trends[f"{dim}_trend"].notna()]
        assert len(found) > 300
        for end in ("first", "last"):
            of_visit = rows.loc[found[f"{dim}_visit_{end}"]]
            assert found[f"{dim}_score_{end}"].tolist() == pytest.approx(of_visit[f"{dim}_score"].tolist())
            assert found[f"{dim}_level_{end}"].tolist() == of_visit[f"{dim}_level"].tolist()
        up = found[found[f"{dim}_trend"] == "up"]
        assert (up[f"{dim}_worst_last"] > up[f"{dim}_best_first"]).all()
