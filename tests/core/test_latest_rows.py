"""Of several rows of a site the one speaks that the scorecard itself would have chosen."""

import numpy as np
import pandas as pd
from asm_atlas.core.scorecard.as_of import parse_as_of
from asm_atlas.core.scorecard.choice import ALL, LATEST, choose_visits
from asm_atlas.core.scorecard.standing import latest_places

SITES = pd.DataFrame({"pcode": ["a", "b", "c"], "visit_id": ["a2", "b1", None]})
VISITS = pd.DataFrame(
    {
        "visit_id": ["a1", "a2", "a3", "b1", "b2"],
        "pcode": ["a", "a", "a", "b", "b"],
        "row_kind": "visit",
        "visit_date": pd.to_datetime(["2019-01-01", "2020-01-01", "2020-01-01", "2021-01-01", "2018-01-01"]),
        "source_order": [5, 1, 2, 3, 4],
    }
)


def test_of_two_visits_on_one_day_it_is_the_same_as_with_the_latest_alone():
    as_of = parse_as_of("2022-01-01")
    rows = choose_visits(SITES, VISITS, as_of, ALL)
    scores = pd.DataFrame(
        {"pcode": rows.of_sites(SITES["pcode"]), "date": rows.of_visits(VISITS["visit_date"])}
    )
    latest = choose_visits(SITES, VISITS, as_of, LATEST)
    np.testing.assert_array_equal(rows.visit[latest_places(scores)], latest.visit)
    assert VISITS["visit_id"][latest.visit[0]] == "a2", "the first of the source"


def test_a_row_without_a_date_never_speaks_before_one_with_a_date():
    scores = pd.DataFrame({"pcode": ["a", "a", None, None], "date": pd.to_datetime(["2019-01-01", None] * 2)})
    assert latest_places(scores).tolist() == [0, 2, 3]
