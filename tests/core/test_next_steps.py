"""Next steps: the search against trying everything, what is never proposed, and steps of hand-made sites."""

import json
from datetime import date
from itertools import combinations, product
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.exceptions import DocumentError, TableError
from asm_atlas.core.score_tables import NEXT_STEPS, SITE_STEPS
from asm_atlas.core.scorecard.next_steps import ASK, CHANGE
from asm_atlas.core.scorecard.scheme import read_scheme, scheme_of
from asm_atlas.core.scorecard.score import score_dimension
from asm_atlas.core.scorecard.step_table import (
    Plan,
    next_steps,
    sites_one_answer_from_the_best,
    steps_by_territory,
)
from asm_atlas.core.scorecard.step_words import read_step_words
from asm_atlas.core.scorecard.variables import CodeAnswer, variable
from asm_atlas.core.scorecard.what_follows import follows
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

RESOURCES = Path(__file__).parents[2] / "resources"
DEFAULT = read_scheme(RESOURCES / "schemes" / "asm_atlas_1.json")
CRITERIA = read_scheme(RESOURCES / "schemes" / "site_criteria_1.json")
WORDS = read_step_words(RESOURCES / "steps" / "questions.json")
FRAME = json.loads((RESOURCES / "schemes" / "asm_atlas_1.json").read_text("utf-8"))
TEXTS = {"en": "words", "fr": "mots"}
DAY = np.array(["2021-06-15"], "datetime64[D]")
# Five years from the visits of these tests on, so that nothing is old, and three answers at most.
PLAN = Plan(date(2022, 1, 1), 5, 3)
# Questions that say nothing about each other.
INDEPENDENT = ("children", "mercury", "accidents", "sanitation", "cooperative", "service_saemape")
# Only a knock-out asks it: what armed actors levy says nothing about the questions above.
ONLY_CAP = "illegal_levies"


def nothing(fraction):
    """Nobody watches."""


def coded(scheme, **masks):
    """One row of answers from masks; what is left out is unknown."""
    return {
        name: CodeAnswer(np.array([masks.get(name, 0)], dtype=np.int64), np.array([True]))
        for name in scheme.variables()
    }


quarters = st.integers(0, 4).map(lambda n: n / 4)


@st.composite
def small_schemes(draw):
    rule = draw(st.sampled_from(("mean", "lowest")))
    names = draw(st.lists(st.sampled_from(INDEPENDENT), min_size=1, max_size=4, unique=True))
    items = []
    for name in names:
        points = {code: draw(quarters) for code in variable(name).codes}
        item = {"var": name, "label": TEXTS, "provenance": "a test", "points": points}
        items.append(item if rule == "lowest" else {**item, "w": draw(st.integers(1, 5))})
    levels = ["very_low", "low", "medium", "high"]
    caps = []
    for name in draw(st.lists(st.sampled_from([*names, ONLY_CAP]), max_size=2, unique=True)):
        codes = [draw(st.sampled_from(variable(name).codes))] if name != ONLY_CAP else ["yes"]
        caps.append({"when": {name: codes}, "level": draw(st.sampled_from(levels)), "ground": TEXTS})
    dim = {"id": "a", "role": "score", "rule": rule, "min_items": 1, "label": TEXTS}
    document = {
        **FRAME,
        "min_coverage": draw(st.sampled_from((0, 0.4, 0.5, 0.8))),
        "cuts": draw(st.sampled_from(([25, 50, 75], [10, 60, 90]))),
        "dimensions": [{**dim, "items": items, "caps": caps}],
    }
    return scheme_of(document, "small.json")


@st.composite
def small_cases(draw):
    scheme = draw(small_schemes())
    masks = {name: draw(st.integers(0, (1 << len(scheme.codes(name))) - 1)) for name in scheme.variables()}
    return scheme, masks


def tried_by_hand(scheme, masks, most):
    """Every set of questions with every answer, each scored in full: (kind, questions) -> levels.

    Best level, worst level of the asked ones, of the sets of least size of each kind that raise the level and
    hold no smaller one that does.
    """
    dim = scheme.dimensions[0]

    def level_with(changes):
        return int(score_dimension(dim, coded(scheme, **{**masks, **changes}), DAY, scheme).level[0])

    before = level_with({})
    movable = []
    for item in dim.items:
        mask = masks[item.var]
        places = range(len(item.codes))
        points = {code: item.points[place][0] for place, code in enumerate(item.codes)}
        held = [code for place, code in enumerate(item.codes) if mask >> place & 1]
        if len(held) != 1:
            movable.append((item.var, ASK, [1 << place for place in places if not mask or mask >> place & 1]))
        worst = min((points[code] for code in held), default=1)
        goals = [code for code in WORDS.goals[item.var] if points[code] > worst]
        if held and goals and not set(held) & set(WORDS.goals[item.var]):
            movable.append((item.var, CHANGE, [1 << item.codes.index(code) for code in goals]))
    if any(ONLY_CAP in cap.when for cap in dim.caps) and masks[ONLY_CAP] == 1:
        movable.append((ONLY_CAP, CHANGE, [2]))
    found = {}
    if before == scheme.top_level:
        return before, found
    for size in range(1, most + 1):
        smaller = [set(chosen) for chosen, _ in found.values()]
        kinds = {kind for kind, _ in found}
        for chosen in combinations([(name, kind) for name, kind, _ in movable], size):
            names = tuple(name for name, _ in chosen)
            is_change = any(kind == CHANGE for _, kind in chosen)
            is_asked = any(kind == ASK for _, kind in chosen)
            if (CHANGE if is_change else ASK) in kinds or len(set(names)) < size:
                continue
            if any(one < set(chosen) for one in smaller):
                continue
            options = [next(o for n, k, o in movable if (n, k) == one) for one in chosen]
            levels = [level_with(dict(zip(names, answers))) for answers in product(*options)]
            if max(levels) > before:
                known = [level for level in levels if level > 0]
                best_and_worst = (max(levels), min(known) if is_asked else None)
                found[CHANGE if is_change else ASK, chosen] = (chosen, best_and_worst)
    return before, found


@given(case=small_cases(), most=st.integers(1, 4))
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_the_search_finds_what_trying_everything_finds(scores_of, case, most):
    scheme, masks = case
    scores = scores_of(scheme, coded(scheme, **masks), DAY)
    before, expected = tried_by_hand(scheme, masks, most)
    assume(before >= 0)
    steps = next_steps(scores, scheme, WORDS, Plan(PLAN.day, 5, most), nothing).steps
    raising = steps[steps["kind"].isin((ASK, CHANGE))]
    found = {
        (row.kind, frozenset(row.questions.split(";"))): (
            row.level_after,
            None if pd.isna(row.level_if_bad) else row.level_if_bad,
        )
        for row in raising.itertuples()
    }
    assert found == {
        (kind, frozenset(name for name, _ in chosen)): levels
        for (kind, _), (chosen, levels) in expected.items()
    }
    assert (raising["level"] == before).all()
    assert (raising["level_after"] > before).all()


@pytest.fixture()
def steps_of(scores):
    """The steps of one site visited on 2021-06-15, by the default scheme; keywords change the visit."""

    def listed(scheme=DEFAULT, plan=PLAN, actors=(), site=None, statuses=(), dimension=None, **answers):
        visit = {"visit_id": "v", "pcode": "p", "visit_date": "2021-06-15", "on_site": "yes", **answers}
        table = scores(
            scheme=scheme,
            sites=[{"pcode": "p", "name": "Kalo", "visit_id": "v", "country": "COD", **(site or {})}],
            visits=[visit],
            actors=[{"visit_id": "v", **actor} for actor in actors],
            statuses=[{"pcode": "p", **status} for status in statuses],
        )
        steps = next_steps(table, scheme, WORDS, plan, nothing).steps
        return steps if dimension is None else steps[steps["dimension"] == dimension]

    return listed


GOLD = {"is_gold": "yes", "is_3t": "no", "minerals": "gold"}


def test_mercury_is_asked_where_it_is_not_known(steps_of):
    step = steps_of(**GOLD, children="unknown", mercury="no", dimension="health_safety").iloc[0]
    assert (step["kind"], step["questions"], step["answer_from"], step["answer_to"]) == (
        *("ask", "children", "unknown", "no"),
    )
    assert (step["level"], step["level_after"], step["level_if_bad"]) == (0, 4, 1)
    assert step["words_en"] == (
        "Ask whether children under 15 work at the site (not known). "
        "Health and safety: no data → high; very low in the worst answer."
    )
    assert step["question_fr"] == "Travail d'enfants de moins de 15 ans"


def test_a_known_child_at_work_is_a_change_and_holds_the_level(steps_of):
    steps = steps_of(**GOLD, children="yes", mercury="no", dimension="health_safety")
    assert steps["kind"].tolist() == ["change", "cap"]
    change, cap = steps.iloc[0], steps.iloc[1]
    assert (change["answer_from"], change["answer_to"], change["level_after"]) == ("yes", "no", 4)
    assert pd.isna(change["level_if_bad"])
    assert change["gain"] == pytest.approx(60)  # 3 of the weight of 5
    assert change["words_fr"].startswith(
        "À changer : les enfants de moins de 15 ans n'y travaillent plus (aujourd'hui : des enfants"
    )
    assert cap["words_en"].startswith("Health and safety stays at most very low whatever else is answered")


def test_two_services_are_needed_where_one_is_not_enough(steps_of):
    steps = steps_of(on_site="no", workers=20, dimension="state_services")
    # 3 + 3 of 7: one answer covers 43%, less than half.
    assert steps["questions"].tolist() == ["service_saemape;service_divmines"] + [
        *("service_saemape;service_pmh", "service_divmines;service_pmh")
    ]
    assert steps["n_answers"].tolist() == [2, 2, 2]
    assert len(steps_of(plan=Plan(PLAN.day, 5, 1), on_site="no", workers=20, dimension="state_services")) == 0


def test_old_answers_are_asked_when_bad_and_confirmed_when_good(steps_of):
    later = Plan(date(2031, 1, 1), 5, 3)
    bad = steps_of(plan=later, **GOLD, children="yes", mercury="no", dimension="health_safety")
    assert bad["kind"].tolist() == ["ask", "cap"]
    assert "(2021-06-15: children under 15 work there)" in bad["words_en"].iloc[0]
    good = steps_of(plan=later, **GOLD, children="no", mercury="no", dimension="health_safety")
    assert good["kind"].tolist() == ["confirm", "confirm"]
    assert set(good["level_if_bad"]) == {1, 3}
    assert "Confirm that no children under 15 work there (seen 2021-06-15)" in good["words_en"].tolist()[0]


@pytest.mark.parametrize(
    "day, kinds, sentence",
    [
        pytest.param("2021-07-01", [], "", id="long before the end"),
        pytest.param("2021-11-01", ["confirm"], "its period ends 2022-01-10", id="soon"),
        pytest.param("2022-02-01", ["confirm"], "its period ended 2022-01-10", id="over"),
    ],
)
def test_a_status_that_ends_is_confirmed(steps_of, day, kinds, sentence):
    status = {"kind": "qualification", "qualification": "green", "date": "2021-01-10"}
    steps = steps_of(
        **GOLD, plan=Plan(date.fromisoformat(day), 5, 3), statuses=[status], dimension="formalisation"
    )
    assert steps["kind"].tolist() == kinds
    if kinds:
        assert sentence in steps["words_en"].iloc[0]
        assert (steps["level"].iloc[0], steps["level_if_bad"].iloc[0]) == (4, 1)


ARMY = {"actor_class": "army_interf", "taxation": "yes", "frequency": 5}
GROUP = {"actor_class": "nsag_local", "taxation": "yes", "frequency": 5, "forced_labour": "yes"}


def test_harm_of_an_unsure_kind_can_be_asked_and_must_end(steps_of):
    """Soldiers who interfere, with forced labour neither said nor denied."""
    actor = {"actor_class": "army_interf", "forced_labour": "unknown", "frequency": 5}
    steps = steps_of(presence="yes", actors=[actor], dimension="security")
    change = steps[steps["kind"] == "change"].iloc[0]
    assert change["answer_from"] == "state_economic|state_grave"
    assert (change["answer_to"], change["level_after"]) == ("state_present", 3)
    near = steps_of(CRITERIA, presence="yes", actors=[actor], children="no", dimension="overall")
    assert near["questions"].tolist() == ["forced_labour;state_influence"] * len(near)


def test_an_armed_group_must_go_with_all_that_follows(steps_of):
    steps = steps_of(presence="yes", actors=[GROUP], dimension="security")
    change = steps.iloc[0]
    assert (change["kind"], change["questions"], change["answer_from"]) == (
        *("change", "armed_influence", "nsag_active"),
    )
    # Soldiers who do not interfere: 6 x .8 + 2 x 1 (no act) + 2 x 0 (always there) of 10.
    assert (change["answer_to"], change["level_after"]) == ("state_present", 3)
    assert change["gain"] == pytest.approx(68 - 12)
    assert set(steps["kind"]) == {"change", "cap"}
    assert sum(steps["kind"] == "cap") == 3


def test_no_harm_is_proposed_in_place_of_another(scores_of):
    """Of every answer to the questions on armed actors, in all shipped schemes."""
    harms = {"nsag_active", "nsag_present", "state_economic", "state_grave", "yes", "red", "unknown"}
    for path in sorted((RESOURCES / "schemes").glob("*.json")):
        scheme = read_scheme(path)
        random = np.random.default_rng(4)
        n = 400
        answers = {}
        for name in scheme.variables():
            codes = variable(name).codes
            if not codes:
                return
            mask = 1 << random.integers(0, len(scheme.codes(name)), n)
            answers[name] = CodeAnswer(mask.astype(np.int64), np.ones(n, dtype=bool))
        steps = next_steps(scores_of(scheme, answers, np.repeat(DAY, n)), scheme, WORDS, PLAN, nothing).steps
        changes = steps[steps["kind"] == "change"]
        assert len(changes) > 100
        for row in changes.itertuples():
            for name, answer in zip(row.questions.split(";"), row.answer_to.split(";")):
                assert answer in WORDS.goals[name]
                assert answer not in harms or name in ("cooperative", "service_saemape")
        assert (steps.loc[steps["kind"] == "change", "level_after"] > changes["level"]).all()


def test_goals_hold_no_harm():
    for name, goals in WORDS.goals.items():
        assert not set(goals) & {
            *(
                "nsag_active",
                "nsag_present",
                "state_economic",
                "state_grave",
                "injured",
                "dead",
                "prohibited",
            ),
            *("red", "yellow", "blue", "expired_green", "lapsed_blue", "itsci_suspended", "itsci_listed"),
        }, name
    assert not {"workers", "mechanisation", "access_dry", "breadth", "frequency"} & set(WORDS.goals)


def test_what_follows_speaks_of_known_answers():
    for name in ("presence", "armed_influence", "armed_group", "group_influence", "state_influence"):
        for code in variable(name).codes:
            for other, answers in follows(name, code).items():
                assert other != name
                assert variable(other).is_count or set(answers) <= set(variable(other).codes)


def test_context_has_no_steps(steps_of):
    assert not {"production", "access"} & set(steps_of(workers=3, access_dry="more2h")["dimension"])


def test_one_answer_from_green_is_told_by_site(scores):
    """The pre-check, never a status: all four criteria but one are met."""
    visit = {"visit_date": "2021-06-15", "on_site": "yes", "presence": "no", "is_3t": "no"}
    rows = [
        {**visit, "visit_id": "v1", "pcode": "a", "children": "no"},
        {**visit, "visit_id": "v2", "pcode": "b", "children": "unknown"},
        {**visit, "visit_id": "v3", "pcode": "c", "children": "yes"},
        {**visit, "visit_id": "v4", "pcode": "d", "children": "yes", "is_3t": "yes", "traceability": "none"},
    ]
    sites = [
        {"pcode": row["pcode"], "visit_id": row["visit_id"], "country": "COD", "admin2": "Irumu"}
        for row in rows
    ]
    sites.append({"pcode": "e", "country": "COD"})
    table = scores(scheme=CRITERIA, sites=sites, visits=rows)
    found = next_steps(table, CRITERIA, WORDS, PLAN, nothing)
    by_site = found.sites.set_index("pcode")
    assert by_site["overall_level"].tolist()[:4] == [4, 0, 1, 1]
    assert by_site["overall_one_step"].fillna(0).tolist() == [0, 4, 4, 2, 0]
    assert by_site["first_kind"].tolist()[1:] == ["ask", "change", "change", "visit"]
    assert by_site.loc["e", "first_en"] == "Visit: no visit by the source's own teams is known."
    assert not found.steps["words_en"].str.contains("qualification").any()
    near = sites_one_answer_from_the_best(found, CRITERIA)
    assert list(near.itertuples(index=False, name=None)) == [("b", "ask"), ("c", "change")]
    territory = steps_by_territory(found.sites).set_index("admin2")
    assert territory.loc["Irumu", ["n_ask", "n_change", "n_visit"]].tolist() == [1, 2, 0]
    assert territory.loc["", "n_visit"] == 1


def test_tables_have_their_columns_and_ranks(scores_of):
    answers = coded(DEFAULT, children=1, is_gold=1)
    found = next_steps(scores_of(DEFAULT, answers, DAY), DEFAULT, WORDS, PLAN, nothing)
    assert list(found.steps) == [column.name for column in NEXT_STEPS]
    assert list(found.sites) == [column.name for column in SITE_STEPS]
    assert found.steps["rank"].tolist() == list(range(1, len(found.steps) + 1))
    empty = next_steps(scores_of(DEFAULT, answers, DAY).iloc[:0], DEFAULT, WORDS, PLAN, nothing)
    assert len(empty.steps) == len(empty.sites) == 0
    assert empty.steps.dtypes["rank"] == "Int64"


@pytest.mark.parametrize(
    "years, most, sentence",
    [pytest.param(5, 0, "from 1 to 4", id="no answer"), pytest.param(-1, 2, "0 to 100", id="years")],
)
def test_impossible_plans_are_explained(years, most, sentence):
    with pytest.raises(TableError, match=sentence):
        Plan(date(2026, 1, 1), years, most)


@pytest.mark.parametrize(
    "change, sentence",
    [
        pytest.param({"schema": "x"}, "'schema' must be", id="schema"),
        pytest.param({"questions": {"gold": {}}}, "questions.gold' names no variable", id="variable"),
        pytest.param(
            {"questions": {"children": {"ask": TEXTS, "answers": {}, "goals": {"maybe": TEXTS}}}},
            "goals.maybe' is no answer to 'children'",
            id="goal",
        ),
        pytest.param({"frames": {}}, "'frames.ask' is missing", id="sentence"),
    ],
)
def test_faults_in_the_words_are_named(tmp_path, change, sentence):
    document = json.loads((RESOURCES / "steps" / "questions.json").read_text("utf-8"))
    (tmp_path / "words.json").write_text(json.dumps({**document, **change}), encoding="utf-8")
    with pytest.raises(DocumentError, match=sentence):
        read_step_words(tmp_path / "words.json")


def test_every_question_of_the_shipped_schemes_has_words():
    for path in sorted((RESOURCES / "schemes").glob("*.json")):
        scheme = read_scheme(path)
        for dim in scheme.dimensions:
            if dim.role == "score":
                assert {item.var for item in dim.items} <= set(WORDS.questions), dim.id
        for name in set(scheme.variables()) & set(WORDS.questions):
            answers = WORDS.questions[name].answers
            assert variable(name).is_count or set(scheme.codes(name)) - {"unknown"} <= set(answers), name
