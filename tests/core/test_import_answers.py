"""Answers of made-up rows: minerals, services, programmes, numbers."""

import pytest
from made_up_rows import CAR, VISIT, found, rules, visit


def test_a_programme_nobody_knows_is_not_read_as_none(load):
    result = load(visit(traceability="RCS Global"))
    assert result.visits["traceability"].tolist() == ["unknown"]
    assert found(result, "unknown_value")["raw_value"].tolist() == ["RCS Global"]


def test_blank_is_unknown_and_an_absent_column_is_not_asked(load):
    said = load(visit(presence="", interference="", mercury="")).sites.iloc[0]
    assert (said["presence"], said["interference"], said["mercury"]) == ("unknown", "unknown", "unknown")
    said = load(VISIT).sites.iloc[0]
    assert (said["mercury"], said["mechanisation"], said["services_full"]) == ("not_asked",) * 3
    said = load(visit(mercury="", visit_date="2014-03-04")).sites.iloc[0]
    assert said["mercury"] == "not_asked"  # the question was first put in April 2015


@pytest.mark.parametrize(
    "raw, main, codes, rule",
    [
        pytest.param("Or", "gold", "gold", None, id="known"),
        pytest.param(" Or ", "gold", "gold", "blanks", id="stray blanks"),
        pytest.param("cassitérite", "cassiterite", "cassiterite", "spelling", id="other case"),
        pytest.param("Kryptonite", "other", "other", "unknown_value", id="unknown"),
        pytest.param("inconnu", "unknown", None, None, id="said to be unknown"),
        pytest.param("", "unknown", None, None, id="blank"),
        pytest.param(
            "Minerais mixtes (Cassitérite/Coltan)", "cassiterite", "cassiterite;coltan", None, id="two"
        ),
    ],
)
def test_minerals(load, raw, main, codes, rule):
    result = load(visit(mineral1=raw))
    assert result.visits[["mineral_main", "minerals"]].values.tolist() == [[main, codes]]
    if rule:
        assert found(result, rule)["raw_value"].tolist() == [raw]


def test_unknown_words_are_reported_once_with_their_number_of_rows(load):
    rows = [visit(vid=str(n), visit_date=f"2021-03-{n + 1:02d}", mineral1="Kryptonite") for n in range(5)]
    finding = found(load(*rows), "unknown_value")
    assert finding["source_row"].tolist() == [1] and "5 rows" in finding["message"].iloc[0]


def test_gold_and_3t_follow_the_minerals(load):
    result = load(visit(mineral1="Coltan", mineral2="Or"), visit(vid="2", mineral1="Manvenve", mineral2=""))
    assert result.visits[["is_3t", "is_gold"]].values.tolist() == [["yes", "yes"], ["unknown", "unknown"]]


def test_services_and_traceability(load):
    names = {f"state_service{n}": "" for n in (1, 2, 3, 4)}
    result = load(
        visit(
            **{**names, "state_service1": "SAESSCAM", "state_service2": "iTSCi (via SAESSCAM)"},
            traceability="",
        ),
        visit(vid="2", pcode="codmine00002", **names, traceability=""),
        visit(vid="3", pcode="codmine00003", **names, traceability="", visit_onsite="0"),
        visit(vid="4", pcode="codmine00004", **{**names, "state_service1": "FARDC"}, traceability=""),
        visit(vid="5", pcode="codmine00005", **dict.fromkeys(names, "DGI"), traceability="iTSCI"),
    )
    assert result.visits["services"].tolist() == ["saemape", None, None, None, "rev_nat"]
    assert result.visits["service_slots"].tolist() == [2, 0, 0, 1, 4]
    assert result.visits["services_full"].tolist() == ["no", "no", "no", "no", "yes"]
    assert result.visits["traceability"].tolist() == ["itsci", "none", "unknown", "none", "itsci"]
    assert {"service_is_traceability", "service_is_armed_actor", "traceability_from_service"} <= rules(result)


@pytest.mark.parametrize("number", ["many", "-5", "12.5"])
def test_numbers_that_are_none_count_as_unknown(load, number):
    result = load(visit(workers_numb=number))
    assert result.sites["workers"].isna().all()
    assert rules(result) & {"number_unreadable", "number_negative"}


def test_counts_become_answers(load):
    said = load(CAR, profile="ipis_caf").sites.iloc[0]
    assert (said["children"], said["children_number"], said["women_number"]) == ("yes", 3, 10)
    assert (said["minerals"], said["dead"], said["recall_months"]) == ("diamond;gold", 1, 12)
    assert (said["services"], said["country"], said["interference"]) == ("mining_brigade", "CAF", "not_asked")


def test_more_children_than_workers_is_a_warning(load):
    result = load({**CAR, "childunder15": "60"}, profile="ipis_caf")
    assert found(result, "part_above_workers")["field"].tolist() == ["childunder15"]
