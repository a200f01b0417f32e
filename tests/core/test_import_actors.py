"""Armed and state actors of made-up rows."""

import pandas as pd
import pytest
from made_up_rows import CAR, VISIT, found, rules, visit


@pytest.mark.parametrize(
    "nobody", [pytest.param("Aucun", id="Aucun"), pytest.param("0", id="0"), pytest.param("", id="blank")]
)
def test_nobody_is_no_actor(load, nobody):
    result = load(visit(type_armed_group1=nobody))
    assert len(result.actors) == 0
    assert result.visits["actor_class"].tolist() == ["none"]


def test_gaps_between_actors_are_closed(load):
    result = load(
        visit(
            presence="1",
            interference="1",
            type_armed_group1="Aucun",
            armed_group2=" FDLR ",
            type_armed_group2="Groupe armé étranger",
            armed_group3="FARDC",
            type_armed_group3="FARDC - Pas d\u2019ingérence constatée",
            frequency_armed_group3="Permanente",
            taxation_armed_group2="1",
            taxation_armed_group3="",
        )
    )
    assert result.actors[["slot", "name", "actor_class"]].values.tolist() == [
        [1, "FDLR", "nsag_foreign"],
        [2, "FARDC", "army_no_interf"],
    ]
    assert result.actors["taxation"].tolist() == ["yes", "unknown"]
    assert result.actors["pillaging"].tolist() == ["not_asked", "not_asked"]
    assert result.actors["frequency"].tolist() == [pd.NA, 5]
    assert result.visits["actor_class"].tolist() == ["nsag_foreign"]
    assert result.visits["actors"].tolist() == ["FDLR;FARDC"]
    assert {"actor_gap", "blanks"} <= rules(result)


def test_answers_about_nobody_are_reported_and_left_out(load):
    result = load(visit(taxation_armed_group1="0", frequency_armed_group1="Permanente"))
    assert len(result.actors) == 0
    assert found(result, "slot_without_actor")["raw_value"].tolist() == ["Permanente", "0"]


GROUP = {
    "presence": "1",
    "interference": "1",
    "armed_group1": "NDC",
    "type_armed_group1": "Groupe armé local",
}


ARMY = {**GROUP, "armed_group1": "FARDC"}


@pytest.mark.parametrize(
    "answers, rule",
    [
        pytest.param(
            {**GROUP, "interference": "0", "taxation_armed_group1": "1"},
            "interference_no_with_behaviour",
            id="no interference, yet a behaviour",
        ),
        pytest.param(
            {**GROUP, "interference": "", "taxation_armed_group1": "1"},
            "interference_blank_with_behaviour",
            id="interference blank, yet a behaviour",
        ),
        pytest.param({**GROUP, "interference": ""}, "interference_blank_with_group", id="blank with a group"),
        pytest.param(
            {**ARMY, "type_armed_group1": "FARDC - Pas d'ingérence constatée", "taxation_armed_group1": "1"},
            "no_interference_with_behaviour",
            id="typed harmless",
        ),
        pytest.param(
            {**ARMY, "type_armed_group1": "FARDC - Éléments indisciplinés", "taxation_armed_group1": "0"},
            "interference_without_behaviour",
            id="typed harmful",
        ),
        pytest.param({**GROUP, "presence": "0"}, "presence_no_with_actor", id="nobody, yet a name"),
        pytest.param({"presence": "1"}, "presence_yes_without_actor", id="somebody, yet no name"),
        pytest.param({**GROUP, "type_armed_group1": ""}, "actor_without_type", id="name without type"),
        pytest.param({"women": "0", "womenwork": "Lavage"}, "women_no_with_work", id="no women, yet work"),
        pytest.param({"is_gold_mine": "0"}, "minerals_disagree", id="gold, yet no gold site"),
        pytest.param({"workers_numb": "16458"}, "workers_doubtful", id="very many workers"),
    ],
)
def test_contradictions_are_warnings(load, answers, rule):
    result = load(visit(**answers))
    assert found(result, rule)["severity"].tolist() == ["warning"]
    assert rule not in rules(load(VISIT))


@pytest.mark.parametrize(
    "types, names, classes, presence",
    [
        pytest.param("groupe_arme", ["3R"], ["armed_group"], "yes", id="one type, one name"),
        pytest.param("etatique", ["FACA"], ["army"], "yes", id="a name that tells more"),
        pytest.param("etatique groupe_arme", ["3R", "FACA"], ["armed_group", "army"], "yes", id="several"),
        pytest.param("autodefense groupe_arme", [], ["self_defence", "armed_group"], "yes", id="no names"),
        pytest.param("0", [], [], "no", id="0"),
        pytest.param("none", [], [], "no", id="none"),
        pytest.param("", [], [], "unknown", id="blank"),
    ],
)
def test_actors_given_as_a_set(load, types, names, classes, presence):
    named = {f"actor{n}name": name for n, name in enumerate([*names, "", ""][:2], start=1)}
    result = load({**CAR, **named, "actor_type": types}, profile="ipis_caf")
    assert result.actors["actor_class"].tolist() == classes
    assert result.visits["presence"].tolist() == [presence]
