"""What must hold for any answers to the default scheme, and the formulas on small cases."""

import dataclasses
from collections import namedtuple

import numpy as np
import pytest
from asm_atlas.core.scorecard.scheme import read_scheme
from asm_atlas.core.scorecard.score import (
    NOT_APPLICABLE,
    Interval,
    interval_of,
    levels_of,
    overall_levels,
    score_dimension,
)
from asm_atlas.core.scorecard.variables import CodeAnswer, CountAnswer, variable
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.filterwarnings("error")
DAY = np.array(["2021-06-15"], "datetime64[D]")
CONDITIONS = ("country", "presence", "is_gold", "designated", "traceable")


@pytest.fixture(scope="module")
def scheme(resources):
    return read_scheme(resources / "schemes" / "asm_atlas_1.json")


@pytest.mark.parametrize(
    "weights, low, high, applies, expected",
    [
        pytest.param([2, 2], [1, 0], [1, 0], [1, 1], (50, 50, 1, 50), id="all answered: the weighted mean"),
        pytest.param([3, 1], [1, 0], [1, 1], [1, 1], (75, 100, 0.75, 100), id="one unknown"),
        pytest.param([6, 2, 2], [0.25] * 3, [0.25, 1, 1], [1, 0, 0], (25, 25, 1, 25), id="one item applies"),
        pytest.param([1, 1], [0, 0], [1, 1], [1, 1], (0, 100, 0, np.nan), id="nothing answered: no score"),
        pytest.param([1, 1], [0, 0], [1, 1], [0, 0], (np.nan,) * 4, id="nothing applies"),
    ],
)
def test_formulas(weights, low, high, applies, expected):
    column = [np.array(values, float)[:, None] for values in (low, high)]
    found = interval_of("mean", np.array(weights, float), *column, np.array(applies, bool)[:, None])
    result = [found.worst, found.best, found.coverage, found.score]
    assert np.concatenate(result) == pytest.approx(np.array(expected), nan_ok=True)


@pytest.mark.parametrize(
    "low, high, applies, expected",
    [
        pytest.param([1, 0.5], [1, 0.5], [1, 1], (50, 50, 1, 50), id="the worst item decides"),
        pytest.param(
            [1, 0], [1, 1], [1, 1], (0, 100, 0, np.nan), id="a good answer does not stand for another"
        ),
        pytest.param([0.5, 0], [0.5, 1], [1, 1], (0, 50, 0.5, 50), id="the worst that was answered"),
        pytest.param([0, 0], [0, 1], [1, 1], (0, 0, 1, 0), id="a bad answer is enough"),
        pytest.param([0.2, 0.4], [0.8, 0.6], [1, 1], (20, 60, 0.6, 60), id="two partial answers"),
        pytest.param([0, 1], [0, 1], [0, 1], (100, 100, 1, 100), id="what does not apply does not count"),
        pytest.param([0, 0], [1, 1], [0, 0], (np.nan,) * 4, id="nothing applies"),
    ],
)
def test_the_lowest_item(low, high, applies, expected):
    column = [np.array(values, float)[:, None] for values in (low, high)]
    found = interval_of("lowest", np.ones(2), *column, np.array(applies, bool)[:, None])
    result = [found.worst, found.best, found.coverage, found.score]
    assert np.concatenate(result) == pytest.approx(np.array(expected), nan_ok=True)


@pytest.mark.parametrize(
    "worst, best, sure, possible, expected",
    [
        pytest.param(100, 100, 4, 4, (4, 4, 4), id="all answered and good"),
        pytest.param(60, 100, 4, 4, (0, 3, 4), id="the best level needs a firm answer"),
        pytest.param(100, 100, 4, 1, (0, 1, 4), id="nor while a knock-out is possible"),
        pytest.param(40, 60, 4, 4, (3, 2, 3), id="between: the worst that was answered"),
        pytest.param(0, 20, 4, 4, (1, 1, 1), id="surely the worst"),
        pytest.param(0, 100, 1, 1, (1, 1, 1), id="knocked out with nothing answered"),
        pytest.param(0, 90, 4, 4, (0, 1, 4), id="too little settled"),
        pytest.param(100, 100, 2, 2, (2, 2, 2), id="knocked out"),
    ],
)
def test_levels_of_the_lowest_item(scheme, worst, best, sure, possible, expected):
    coverage = 1 - (best - worst) / 100
    interval = Interval(*(np.array([value], float) for value in (worst, best, coverage, best)))
    levels = levels_of(interval, np.array([sure]), np.array([possible]), "lowest", scheme)
    assert (levels.level[0], levels.worst[0], levels.best[0]) == expected


def test_the_worst_stands_at_any_coverage(scheme):
    strict = dataclasses.replace(scheme, min_coverage=0.95)
    interval = Interval(*(np.array([value]) for value in (0.0, 20.0, 0.8, 20.0)))
    caps = [np.array([4])] * 2
    assert levels_of(interval, *caps, "lowest", strict).level[0] == 1
    assert levels_of(interval, *caps, "mean", strict).level[0] == 0


@pytest.mark.parametrize(
    "dimensions, expected",
    [
        pytest.param([(3, 3, 3), (2, 2, 2)], (2, 2, 2), id="the lowest"),
        pytest.param([(3, 2, 4), (4, 4, 4)], (3, 2, 4), id="with its range"),
        pytest.param([(4, 4, 4), (-1, -1, -1)], (4, 4, 4), id="what does not apply is left out"),
        pytest.param([(-1, -1, -1), (-1, -1, -1)], (-1, -1, -1), id="nothing applies"),
        pytest.param([(4, 4, 4), (0, 1, 4)], (0, 1, 4), id="silence does not clear"),
        pytest.param([(1, 1, 1), (0, 1, 4)], (1, 1, 1), id="it cannot get worse"),
        pytest.param([(2, 2, 2), (0, 1, 4)], (2, 1, 2), id="one above the worst: what is known stands"),
        pytest.param([(3, 3, 3), (0, 1, 4)], (0, 1, 3), id="two above the worst: open"),
        pytest.param([(0, 1, 4), (0, 1, 2)], (0, 1, 2), id="no data at all"),
        pytest.param([(3, 3, 3), (0, 2, 2)], (2, 2, 2), id="no data, yet surely lower"),
    ],
)
def test_the_overall_level(dimensions, expected):
    Ends = namedtuple("Ends", "level level_worst level_best")
    scored = [Ends(*(np.array([value]) for value in values)) for values in dimensions]
    overall = overall_levels(scored, 4)
    assert (overall.level[0], overall.level_worst[0], overall.level_best[0]) == expected


@pytest.mark.parametrize(
    "score, coverage, cap, level",
    [
        pytest.param(25, 1, 4, 2, id="a cut belongs to the level above"),
        pytest.param(25 - 1e-10, 1, 4, 2, id="rounding noise below a cut"),
        pytest.param(24.9, 1, 4, 1, id="below a cut"),
        pytest.param(100, 1, 4, 4, id="the best"),
        pytest.param(100, 1, 2, 2, id="under a cap"),
        pytest.param(80, 0.5, 4, 4, id="just enough answered"),
        pytest.param(80, 0.49, 4, 0, id="too little answered"),
        pytest.param(80, 0.49, 2, 0, id="too little answered, capped to low"),
        pytest.param(80, 0.49, 1, 1, id="too little answered, a very low cap stands"),
        pytest.param(np.nan, np.nan, 4, NOT_APPLICABLE, id="not applicable"),
    ],
)
def test_levels(scheme, score, coverage, cap, level):
    values = [np.array([value], float) for value in (score, score, coverage, score)]
    caps = [np.array([cap])] * 2
    assert levels_of(Interval(*values), *caps, "mean", scheme).level[0] == level


@st.composite
def answer_sets(draw):
    """One row of answers to all variables: a mask of open codes, or a range of counts."""
    answers = {}
    for name in NAMES:
        asked = draw(st.booleans()) or name in CONDITIONS
        known = variable(name)
        if known.is_count:
            low = draw(st.integers(0, 600))
            high = low + draw(st.integers(0, 9))
            ends = (low, high) if asked else (np.nan, np.nan)
            answers[name] = CountAnswer(*(np.array([float(end)]) for end in ends), np.array([asked]))
        else:
            mask = draw(st.integers(0, (1 << len(known.codes)) - 1)) if asked else 0
            answers[name] = CodeAnswer(np.array([mask], dtype=np.int64), np.array([asked]))
    return answers


NAMES = (
    *("presence", "armed_influence", "armed_group", "forced_labour", "breadth", "frequency"),
    *("children", "is_gold", "mercury", "accidents", "protective_equipment", "sanitation"),
    *("service_saemape", "service_divmines", "service_pmh"),
    *("designated", "qualification", "traceable", "traceability", "title_class", "cooperative"),
    *("country", "workers", "mechanisation", "access_dry", "access_wet"),
)
ANY_SCHEME = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_names_are_all_variables_of_the_scheme(scheme):
    assert set(NAMES) == set(scheme.variables())


@given(answers=answer_sets())
@ANY_SCHEME
def test_score_lies_between_worst_and_best(scheme, answers):
    for dim in scheme.dimensions:
        scored = score_dimension(dim, answers, DAY, scheme)
        if np.isnan(scored.coverage[0]):
            assert scored.level[0] == scored.level_worst[0] == NOT_APPLICABLE
            continue
        assert 0 <= scored.worst[0] <= scored.best[0] <= 100
        assert 0 <= scored.coverage[0] <= 1
        too_little = scored.coverage[0] < scheme.min_coverage - 1e-9
        assert np.isnan(scored.score[0]) == too_little
        if not too_little:
            assert scored.worst[0] <= scored.score[0] <= scored.best[0]
        if scored.level[0] > 0:
            assert scored.level_worst[0] <= scored.level[0] <= scored.level_best[0]


@given(answers=answer_sets(), data=st.data())
@ANY_SCHEME
def test_answering_an_unknown_never_widens(scheme, answers, data):
    dim = data.draw(st.sampled_from(scheme.dimensions))
    item = data.draw(st.sampled_from(dim.items))
    known = variable(item.var)
    if known.is_count:
        unknown = CountAnswer(*(np.array([np.nan]) for _ in range(2)), np.array([True]))
        count = np.array([float(data.draw(st.integers(0, 600)))])
        answered = CountAnswer(count, count, np.array([True]))
    else:
        codes = list(known.codes)
        if item.unknown_at_most is not None:  # the answers that the rule allows for
            answers[item.unknown_at_most] = CodeAnswer(np.array([1]), np.array([True]))
        unknown = CodeAnswer(np.array([0]), np.array([True]))
        place = data.draw(st.integers(0, len(codes) - 1))
        answered = CodeAnswer(np.array([1 << place]), np.array([True]))
    before = score_dimension(dim, {**answers, item.var: unknown}, DAY, scheme)
    after = score_dimension(dim, {**answers, item.var: answered}, DAY, scheme)
    if np.isnan(before.coverage[0]):
        return
    assert before.worst[0] - 1e-9 <= after.worst[0] <= after.best[0] <= before.best[0] + 1e-9
    assert before.level_worst[0] <= after.level_worst[0] <= after.level_best[0] <= before.level_best[0]
    assert after.coverage[0] >= before.coverage[0] - 1e-9


@given(answers=st.lists(answer_sets(), min_size=2, max_size=6), data=st.data())
@ANY_SCHEME
def test_rows_do_not_know_of_each_other(scheme, answers, data):
    order = data.draw(st.permutations(range(len(answers))))

    def stacked(rows):
        joined = {}
        for name in NAMES:
            parts = [row[name] for row in rows]
            fields = ("low", "high") if isinstance(parts[0], CountAnswer) else ("mask",)
            arrays = [
                np.concatenate([getattr(part, field) for part in parts]) for field in (*fields, "asked")
            ]
            joined[name] = type(parts[0])(*arrays)
        return joined

    days = np.repeat(DAY, len(answers))
    for dim in scheme.dimensions:
        straight = score_dimension(dim, stacked(answers), days, scheme)
        shuffled = score_dimension(dim, stacked([answers[place] for place in order]), days, scheme)
        for part in (
            "score",
            "worst",
            "best",
            "level",
            "level_worst",
            "level_best",
            "thin",
            "weight_sensitive",
        ):
            np.testing.assert_array_equal(getattr(straight, part)[list(order)], getattr(shuffled, part))
