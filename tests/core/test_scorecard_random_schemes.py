"""What must hold for any valid scheme and any answers."""

import copy
import json
from pathlib import Path

import numpy as np
import pytest
from asm_atlas.core.scorecard.scheme import scheme_of
from asm_atlas.core.scorecard.scheme_document import scheme_document, scheme_text, text_hash
from asm_atlas.core.scorecard.score import NOT_APPLICABLE, overall_levels, score_dimension
from asm_atlas.core.scorecard.variables import CodeAnswer, CountAnswer, variable
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.filterwarnings("error")

SHIPPED = Path(__file__).parents[2] / "resources" / "schemes" / "asm_atlas_1.json"
FRAME = json.loads(SHIPPED.read_text("utf-8"))
DAY = np.array(["2021-06-15"], "datetime64[D]")
QUESTIONS = (
    *("armed_influence", "group_influence", "state_influence", "breadth", "frequency", "forced_labour"),
    *("children", "mercury", "accidents", "sanitation", "service_saemape", "qualification"),
    *("traceability", "title_class", "workers", "mechanisation", "access_dry", "access_wet"),
)
CONDITIONS = ("presence", "is_gold", "is_3t", "designated", "traceable")
TEXTS = {"en": "words", "fr": "mots – « »"}
MANY = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
shares = st.integers(0, 20).map(lambda n: n / 20)
intervals = st.tuples(shares, shares).map(sorted)
point_values = st.one_of(shares, intervals)


def ends(points):
    return points if isinstance(points, list) else [points, points]


@st.composite
def items(draw, var, rule, further_up):
    item = {"var": var, "label": TEXTS, "provenance": "a test"}
    known = variable(var)
    if known.is_count:
        starts = [0, *sorted(draw(st.sets(st.integers(1, 400), max_size=4)))]
        item["steps"] = [{"from": start, "points": draw(point_values)} for start in starts]
        values = [ends(step["points"]) for step in item["steps"]]
    else:
        codes = [code for code in known.codes if code != "unknown" or draw(st.booleans())]
        item["points"] = {code: draw(st.one_of(point_values, st.none())) for code in codes}
        values = [ends(points) for points in item["points"].values() if points is not None]
    if values and draw(st.booleans()):
        item["unknown"] = [min(low for low, _ in values), max(high for _, high in values)]
    if rule == "mean":
        item["w"] = draw(st.integers(1, 9))
    if draw(st.booleans()):
        names = draw(st.sets(st.sampled_from(CONDITIONS), min_size=1, max_size=2))
        item["when"] = {name: draw(st.sampled_from(("yes", "no", ["yes", "no"]))) for name in sorted(names)}
    if draw(st.booleans()):
        item["not_asked"] = draw(st.sampled_from(("skip", "unknown")))
    if draw(st.booleans()):
        item["countries"] = ["COD"]
    if draw(st.booleans()):
        item["asked_since"] = draw(st.sampled_from(("2015-01-01", "2022-01-01")))
    if further_up and "unknown" not in item and draw(st.booleans()):
        item["unknown_at_most"] = draw(st.sampled_from(further_up))
    return item


@st.composite
def dimensions(draw, name, level_codes):
    rule = draw(st.sampled_from(("mean", "lowest")))
    names = draw(st.lists(st.sampled_from(QUESTIONS), min_size=1, max_size=5, unique=True))
    own = [draw(items(var, rule, names[:place])) for place, var in enumerate(names)]
    triggers = [var for var in (*names, "armed_group", "presence") if not variable(var).is_count]
    caps = []
    for _ in range(draw(st.integers(0, 2))):
        var = draw(st.sampled_from(triggers))
        codes = draw(st.lists(st.sampled_from(variable(var).codes), min_size=1, max_size=2, unique=True))
        caps.append({"when": {var: codes}, "level": draw(st.sampled_from(level_codes)), "ground": TEXTS})
    return {
        **{"id": name, "role": "score", "rule": rule, "label": TEXTS, "items": own, "caps": caps},
        "min_items": draw(st.integers(1, len(names))),
    }


@st.composite
def documents(draw):
    """Any valid scheme."""
    n_levels = draw(st.integers(2, 6))
    codes = [f"level_{number}" for number in range(n_levels)]
    names = draw(st.lists(st.sampled_from(("a", "b_2", "risk")), min_size=1, max_size=3, unique=True))
    document = {
        **copy.deepcopy(FRAME),
        "levels": [
            {"code": code, "label": TEXTS, "colour": f"#0000{n:02x}", "safe_colour": f"#0000{n:02x}"}
            for n, code in enumerate(codes)
        ],
        "cuts": sorted(
            draw(st.lists(st.integers(1, 100), min_size=n_levels - 1, max_size=n_levels - 1, unique=True))
        ),
        "min_coverage": draw(shares),
        "dimensions": [draw(dimensions(name, codes)) for name in names],
    }
    if draw(st.booleans()):
        document["overall"] = {"rule": "lowest", "of": names, "label": TEXTS}
    return document


@st.composite
def answers_to(draw, scheme):
    """One row of answers: a mask of open codes, or a range of counts."""
    answers = {}
    for name in scheme.variables():
        asked = draw(st.booleans()) or name in CONDITIONS
        if variable(name).is_count:
            low = draw(st.integers(0, 450))
            counts = (low, low + draw(st.integers(0, 9))) if asked else (np.nan, np.nan)
            answers[name] = CountAnswer(*(np.array([float(end)]) for end in counts), np.array([asked]))
        else:
            mask = draw(st.integers(0, (1 << len(scheme.codes(name))) - 1)) if asked else 0
            answers[name] = CodeAnswer(np.array([mask], dtype=np.int64), np.array([asked]))
    return answers


@st.composite
def scored_schemes(draw):
    document = draw(documents())
    scheme = scheme_of(document, "random.json")
    return document, scheme, draw(answers_to(scheme))


@given(case=scored_schemes())
@MANY
def test_scores_and_levels_lie_in_their_ranges(case):
    _, scheme, answers = case
    done = [score_dimension(dim, answers, DAY, scheme) for dim in scheme.dimensions]
    for scored in done:
        if np.isnan(scored.coverage[0]):
            assert scored.level[0] == scored.level_worst[0] == scored.level_best[0] == NOT_APPLICABLE
            continue
        assert 0 <= scored.worst[0] <= scored.best[0] <= 100
        assert 0 <= scored.coverage[0] <= 1
        assert 1 <= scored.level_worst[0] <= scored.level_best[0] <= scheme.top_level
        too_little = scored.coverage[0] < max(scheme.min_coverage - 1e-9, 1e-12)
        if too_little or scored.level[0] == 0:
            assert np.isnan(scored.score[0])
        else:
            assert scored.worst[0] <= scored.score[0] <= scored.best[0]
        if scored.level[0] > 0:
            assert scored.level_worst[0] <= scored.level[0] <= scored.level_best[0]
        if scored.dimension.rule == "lowest" and scored.level[0] == scheme.top_level:
            assert scored.level_worst[0] == scheme.top_level, "silence must not look like the best level"
    overall = overall_levels(done, scheme.top_level)
    if overall.level[0] > 0:
        assert overall.level_worst[0] <= overall.level[0] <= overall.level_best[0]
        assert all(overall.level[0] <= scored.level[0] for scored in done if scored.level[0] > 0)


@given(case=scored_schemes(), data=st.data())
@MANY
def test_answering_an_unknown_question_never_widens(case, data):
    _, scheme, answers = case
    dim = data.draw(st.sampled_from(scheme.dimensions))
    item = data.draw(st.sampled_from(dim.items))
    known = variable(item.var)
    asked = np.array([True])
    if known.is_count:
        unknown = CountAnswer(np.array([np.nan]), np.array([np.nan]), asked)
        count = np.array([float(data.draw(st.integers(0, 450)))])
        answered = CountAnswer(count, count, asked)
    else:
        unknown = CodeAnswer(np.array([0]), asked)
        place = data.draw(st.integers(0, len(scheme.codes(item.var)) - 1))
        answered = CodeAnswer(np.array([1 << place]), asked)
    before = score_dimension(dim, {**answers, item.var: unknown}, DAY, scheme)
    after = score_dimension(dim, {**answers, item.var: answered}, DAY, scheme)
    place = [other.var for other in dim.items].index(item.var)
    # What was not in the form is another question; an answer to it adds to what is asked.
    assume(before.items[place].applies[0] == after.items[place].applies[0])
    if item.unknown_at_most is not None:  # an answer that the scheme holds to be possible
        assume(after.items[place].high[0] <= before.items[place].high[0])
    if np.isnan(before.coverage[0]):
        return
    assert before.worst[0] - 1e-9 <= after.worst[0] <= after.best[0] <= before.best[0] + 1e-9
    assert after.coverage[0] >= before.coverage[0] - 1e-9
    assert before.level_worst[0] <= after.level_worst[0] <= after.level_best[0] <= before.level_best[0]


@given(case=scored_schemes(), data=st.data())
@MANY
def test_more_points_for_an_answer_never_lower_a_score(case, data):
    document, scheme, answers = case
    raised = copy.deepcopy(document)
    dim = data.draw(st.integers(0, len(raised["dimensions"]) - 1))
    item = data.draw(st.sampled_from(raised["dimensions"][dim]["items"]))
    most = item.get("unknown", [0, 1])[1]
    entries = item.get("steps") or [item["points"]]
    entry = data.draw(st.sampled_from(entries))
    keys = ["points"] if "steps" in item else [key for key, points in entry.items() if points is not None]
    assume(keys)
    key = data.draw(st.sampled_from(keys))
    low, high = ends(entry[key])
    more = data.draw(st.tuples(st.floats(low, most), st.floats(high, most)).map(sorted))
    entry[key] = [max(low, more[0]), max(high, more[1])]
    before = score_dimension(scheme.dimensions[dim], answers, DAY, scheme)
    new_scheme = scheme_of(raised, "raised.json")
    after = score_dimension(new_scheme.dimensions[dim], answers, DAY, new_scheme)
    if np.isnan(before.coverage[0]):
        return
    assert after.worst[0] >= before.worst[0] - 1e-9
    assert after.best[0] >= before.best[0] - 1e-9
    if not (np.isnan(before.score[0]) or np.isnan(after.score[0])):
        assert after.score[0] >= before.score[0] - 1e-9


PARTS = ("score", "worst", "best", "coverage", "level", "level_worst", "level_best", "thin")


@given(case=scored_schemes(), data=st.data())
@MANY
def test_neither_the_order_of_questions_nor_the_unit_of_weights_matters(case, data):
    document, scheme, answers = case
    changed = copy.deepcopy(document)
    unit = data.draw(st.sampled_from((0.1, 3, 1000)))
    for dim in changed["dimensions"]:
        if not any("unknown_at_most" in item for item in dim["items"]):
            dim["items"] = data.draw(st.permutations(dim["items"]))
        dim["caps"] = data.draw(st.permutations(dim["caps"]))
        for item in dim["items"]:
            if "w" in item:
                item["w"] *= unit
    other = scheme_of(changed, "changed.json")
    for one, two in zip(scheme.dimensions, other.dimensions):
        before, after = score_dimension(one, answers, DAY, scheme), score_dimension(two, answers, DAY, other)
        for part in PARTS:
            np.testing.assert_allclose(getattr(after, part), getattr(before, part), rtol=0, atol=1e-9)


@given(case=scored_schemes(), data=st.data())
@MANY
def test_rows_do_not_know_of_each_other(case, data):
    _, scheme, first = case
    rows = [first, *(data.draw(answers_to(scheme)) for _ in range(2))]
    joined = {}
    for name in first:
        fields = ("low", "high", "asked") if isinstance(first[name], CountAnswer) else ("mask", "asked")
        arrays = [np.concatenate([getattr(row[name], field) for row in rows]) for field in fields]
        joined[name] = type(first[name])(*arrays)
    for dim in scheme.dimensions:
        together = score_dimension(dim, joined, np.repeat(DAY, len(rows)), scheme)
        alone = [score_dimension(dim, row, DAY, scheme) for row in rows]
        for part in (*PARTS, "weight_sensitive"):
            each = np.concatenate([getattr(scored, part) for scored in alone])
            np.testing.assert_array_equal(getattr(together, part), each)


@given(document=documents())
@MANY
def test_a_scheme_read_and_written_again_is_the_same(document):
    text = scheme_text(document)
    scheme = scheme_of(json.loads(text), "random.json")
    assert scheme_text(scheme_document(scheme)) == text
    assert scheme == scheme_of(document, "random.json")
    assert scheme.hash == text_hash(text)
