"""The worked examples, and sites reckoned by hand with the arithmetic written out."""

import ast
import json
import operator
from fractions import Fraction
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.scorecard.scheme import read_scheme
from asm_atlas.core.scorecard.site_scores import level_counts
from asm_atlas.core.tables import TABLES, column_names

DATA = Path(__file__).parent / "data"
EXAMPLES = json.loads((DATA / "scorecard_examples.json").read_text("utf-8"))
HAND = json.loads((DATA / "scorecard_hand.json").read_text("utf-8"))["cases"]

# The worked examples


@pytest.mark.parametrize(
    "expected", EXAMPLES["expected"], ids=lambda case: f"{case['pcode']} {case['dimension']}"
)
def test_worked_examples(scores, expected):
    row = scores(**{name: EXAMPLES[name] for name in ("sites", "visits", "actors", "statuses")}).loc[
        expected["pcode"]
    ]
    dim = expected["dimension"]
    for part in ("worst", "best", "coverage"):
        assert row[f"{dim}_{part}"] == pytest.approx(expected[part], abs=0.005), part
    if expected["score"] is None:
        assert np.isnan(row[f"{dim}_score"])
    else:
        assert row[f"{dim}_score"] == pytest.approx(expected["score"], abs=0.005)
    assert row[f"{dim}_level"] == expected["level"]
    assert [row[f"{dim}_level_worst"], row[f"{dim}_level_best"]] == expected["range"]
    assert row[f"{dim}_robust"] == expected["robust"]
    assert row[f"{dim}_thin"] == expected["thin"]


def test_example_1_years_later_has_an_expired_status(scores):
    records = {name: EXAMPLES[name] for name in ("sites", "visits", "actors", "statuses")}
    row = scores("2026-05-31", **records).loc["ex1"]
    assert row["formalisation_score"] == pytest.approx(30)
    assert row["formalisation_level"] == 2
    assert row["as_of"] == "2026-05-31"


def test_order_of_rows_does_not_matter(scores):
    names = ("sites", "visits", "actors", "statuses")
    forward = scores(**{name: EXAMPLES[name] for name in names})
    backward = scores(**{name: EXAMPLES[name][::-1] for name in names})
    pd.testing.assert_frame_equal(backward.loc[forward.index], forward)


def test_the_table_has_the_columns_of_the_contract(scores):
    result = scores(**{name: EXAMPLES[name] for name in ("sites", "visits", "actors", "statuses")})
    assert list(result) == [*column_names("scores"), "longitude", "latitude"]
    kinds = {"text": "object", "int": "Int64", "real": "float64", "date": "datetime64[ns]"}
    for column in TABLES["scores"]:
        assert str(result[column.name].dtype) == kinds[column.kind], column.name


def test_level_counts(scores, default_scheme):
    result = scores(**{name: EXAMPLES[name] for name in ("sites", "visits", "actors", "statuses")})
    counts = level_counts(result, default_scheme)
    assert counts.loc["security"].tolist() == [0, 1, 2, 0, 1, 0, 0.75]
    assert counts.loc["health_safety"].tolist()[:6] == [1, 1, 0, 0, 2, 0]


# Sites reckoned by hand

OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def reckoned(arithmetic):
    """The result of the arithmetic in fractions; it must be the one that is written behind the sign."""

    def value(node):
        if isinstance(node, ast.BinOp):
            return OPERATORS[type(node.op)](value(node.left), value(node.right))
        return Fraction(str(node.value))

    left, right = arithmetic.split("=")
    result = float(value(ast.parse(left.strip(), mode="eval").body))
    assert result == pytest.approx(float(right), abs=0.005), arithmetic
    return result


@pytest.mark.parametrize("case", HAND, ids=lambda case: case["site"])
def test_sites_reckoned_by_hand(one, resources, case):
    scheme = read_scheme(resources / "schemes" / f"{case.get('scheme', 'asm_atlas_1')}.json")
    statuses = [{"status_id": str(n), **status} for n, status in enumerate(case.get("statuses", []))]
    visit = {**case["visit"], "minerals": case.get("of", {}).get("minerals")}
    row = one(
        case.get("as_of", "visit"),
        scheme=scheme,
        actors=case.get("actors", []),
        statuses=statuses,
        site={"country": "COD", **case.get("of", {})},
        **visit,
    )
    dim = case["dimension"]
    for part in ("worst", "best", "coverage", "score"):
        if part not in case:
            continue
        figure = row[f"{dim}_{part}"]
        if case[part] is None:
            assert np.isnan(figure), part
        else:
            assert figure == pytest.approx(reckoned(case[part]), abs=1e-4), part
    levels = [row[f"{dim}_{part}"] for part in ("level", "level_worst", "level_best")]
    assert [None if pd.isna(level) else level for level in levels] == [case["level"], *case["range"]]
    assert row[f"{dim}_robust"] == case["robust"]
    if "thin" in case:
        assert row[f"{dim}_thin"] == case["thin"]


def test_the_sites_reckoned_by_hand_cover_every_question(resources):
    """Of the default scheme: each dimension, each level, each variable answered at least once."""
    scheme = read_scheme(resources / "schemes" / "asm_atlas_1.json")
    cases = [case for case in HAND if "scheme" not in case]
    assert len(cases) >= 25
    assert {case["dimension"] for case in cases} == set(scheme.dimension_ids)
    assert {case["level"] for case in cases} == {None, 0, 1, 2, 3, 4}
    answered = {name for case in cases for name in (*case["visit"], *case.get("of", {}))}
    assert {"children", "mercury", "injured", "dead", "protective_equipment", "sanitation"} <= answered
    assert {"services", "traceability", "title_class", "cooperative", "workers", "mechanisation"} <= answered
    assert {"presence", "access_dry", "access_wet", "is_gold", "is_3t", "country"} <= answered
    decided = {s.get("qualification") for case in cases for s in case.get("statuses", [])}
    assert {"green", "yellow", "red", "blue", "not_classified"} <= decided
