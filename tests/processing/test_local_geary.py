"""asm:localgeary run as an algorithm: likeness on a grid with known answers, and the fields of the real release."""

import pytest
from made_up_grids import (
    BAND_M,
    FAR,
    HIGH_IN_THE_WEST,
    LOW_IN_THE_EAST,
    UNKNOWN,
    by_key,
    deep,
    grid_layer,
)

SINK = "TEMPORARY_OUTPUT"
BAND = {"NEIGHBOURS": "band", "DISTANCE": BAND_M, "PERMUTATIONS": 9999, "OUTPUT": SINK}


def test_likeness_in_one_field_tells_high_from_low(run):
    classes = by_key(run("asm:localgeary", INPUT=grid_layer(), FIELDS=["value"], **BAND)["OUTPUT"])
    assert {classes[pcode] for pcode in deep(east=True)} == {1}
    assert {classes[pcode] for pcode in deep(east=False)} == {2}
    assert classes[HIGH_IN_THE_WEST] == classes[LOW_IN_THE_EAST] == 4
    assert (classes[UNKNOWN], classes[FAR]) == (5, 6)


def test_likeness_in_several_fields_does_not(run):
    result = run("asm:localgeary", INPUT=grid_layer(), FIELDS=["value", "answer"], **BAND)
    classes = by_key(result["OUTPUT"])
    assert {classes[pcode] for pcode in deep(east=True) | deep(east=False)} == {1}
    assert classes[HIGH_IN_THE_WEST] == classes[LOW_IN_THE_EAST] == 2
    labels = by_key(result["OUTPUT"], "lisa_label")
    assert labels[HIGH_IN_THE_WEST] == "unlike its neighbours"
    assert by_key(result["OUTPUT"], "lisa_reason")[UNKNOWN] == "value: no_value"


def test_a_field_named_twice_counts_once(run):
    result = run("asm:localgeary", INPUT=grid_layer(), FIELDS=["value", "value"], **BAND)
    assert by_key(result["OUTPUT"])[LOW_IN_THE_EAST] == 4  # as for one field


@pytest.mark.real_data
def test_three_dimensions_of_the_release(scored_release, run):
    fields = ["security_level", "state_services_level", "access_level"]
    result = run(
        "asm:localgeary",
        INPUT=scored_release,
        FIELDS=fields,
        AREA="Nord-Kivu",
        PERMUTATIONS=9999,
        OUTPUT=SINK,
        SUMMARY=SINK,
    )
    rows = list(result["OUTPUT"].getFeatures())
    assert {row["admin1"] for row in rows} == {"Nord-Kivu"}
    assert len(rows) == result["N_SITES"] == result["N_USED"] + result["N_LEFT_OUT"]
    for row in rows:
        known = row["state"] == "scored" and all(row[field] not in (None, 0) for field in fields)
        assert (row["lisa_cluster"] == 5) == (not known) == bool(row["lisa_reason"]), row["pcode"]
    assert 200 < result["N_USED"] < 300 and result["N_SIGNIFICANT"] > 60
    reasons = {row["reason"] for row in result["SUMMARY"].getFeatures() if row["kind"] == "left_out"}
    assert {"security_level: too_old", "state_services_level: no_data"} <= reasons
