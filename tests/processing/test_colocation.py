"""asm:colocation run as an algorithm: a yes among more yes than by chance, on a grid with known answers."""

import json

import pytest
from made_up_grids import (
    BAND_M,
    FAR,
    HIGH_IN_THE_WEST,
    UNKNOWN,
    by_key,
    deep,
    grid_layer,
)
from qgis.core import NULL, QgsProcessingException

SINK = "TEMPORARY_OUTPUT"
BAND = {"NEIGHBOURS": "band", "DISTANCE": BAND_M, "PERMUTATIONS": 9999, "OUTPUT": SINK}


def test_a_yes_among_many_yes(run):
    result = run("asm:colocation", INPUT=grid_layer(), FIELDS=["answer"], **BAND)
    classes = by_key(result["OUTPUT"])
    assert {classes[pcode] for pcode in deep(east=True)} == {1}
    assert {classes[pcode] for pcode in deep(east=False)} == {0}
    assert classes[HIGH_IN_THE_WEST] == 0
    assert (classes[UNKNOWN], classes[FAR]) == (5, 6)
    assert by_key(result["OUTPUT"], "lisa_reason")[UNKNOWN] == "answer: unknown"
    assert by_key(result["OUTPUT"], "lisa_p")["r5c1"] == NULL  # only a yes is asked about


def test_unknown_is_not_no(run):
    """Were it a no, it would be a site without a class, and of its neighbours one fewer could be a yes."""
    layer = grid_layer()
    n = by_key(run("asm:colocation", INPUT=layer, FIELDS=["answer"], **BAND)["OUTPUT"], "lisa_n")
    assert (n["r2c2"], n["r2c9"]) == (19, 20)  # the unknown site is nobody's neighbour
    assert n[UNKNOWN] == 0


def test_a_limit_makes_a_yes_of_numbers(run):
    result = run("asm:colocation", INPUT=grid_layer(), FIELDS=["value"], AT_MOST=5, **BAND)
    classes = by_key(result["OUTPUT"])
    assert {classes[pcode] for pcode in deep(east=False)} == {1}
    assert {classes[pcode] for pcode in deep(east=True)} == {0}
    method = json.loads(result["OUTPUT"].metadata().keywords("asm_atlas:clusters")[0])
    assert (method["statistic"], method["at_most"]) == ("join_count", 5)
    with pytest.raises(QgsProcessingException, match=r"value holds 10, where 1 \(yes\).*AT_MOST"):
        run("asm:colocation", INPUT=grid_layer(), FIELDS=["value"], **BAND)


def test_several_conditions_at_once(run):
    """What lacks one has not all, whatever is unknown of the others; all known is not asked for."""
    layer = grid_layer()
    provider = layer.dataProvider()
    index = layer.fields().lookupField("same")
    changes = {}
    for feature in layer.getFeatures():
        row = int(feature["pcode"].split("c")[0][1:]) if feature["pcode"] != FAR else 0
        changes[feature.id()] = {index: 1 if row >= 6 else (None if row == 0 else 0)}
    provider.changeAttributeValues(changes)
    result = run("asm:colocation", INPUT=layer, FIELDS=["answer", "same"], **BAND)
    classes, reasons = by_key(result["OUTPUT"]), by_key(result["OUTPUT"], "lisa_reason")
    assert classes["r9c9"] == 1 and classes["r3c9"] == 0 and classes["r9c2"] == 0
    # In row 0 the second is unknown: a no to the first decides, a yes does not.
    assert classes["r0c2"] == 0 and reasons["r0c2"] == NULL
    assert classes["r0c9"] == 5 and reasons["r0c9"] == "same: no_value"
    assert classes[UNKNOWN] == 0  # the first is unknown, the second a no


@pytest.mark.real_data
def test_armed_presence_of_the_release(release_tables, run):
    result = run(
        "asm:colocation",
        INPUT=release_tables["SITES"],
        FIELDS=["presence"],
        AREA="Lubero",
        OUTPUT=SINK,
    )
    rows = list(result["OUTPUT"].getFeatures())
    assert {row["presence"] for row in rows if row["lisa_cluster"] == 1} == {"yes"}
    assert {row["presence"] for row in rows if row["lisa_cluster"] == 5} == {"unknown"}
    assert result["N_USED"] == sum(row["presence"] in ("yes", "no") for row in rows)
