"""Doubtful points and dates of a layer through the import: they become findings, and no row is lost."""

import pytest
from made_up_layers import SQUARE, layer
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

SINKS = dict.fromkeys(("SITES", "VISITS", "ACTORS", "STATUSES", "FINDINGS"), "TEMPORARY_OUTPUT")
VISIT = {"pcode": "codmine00001", "project": "IPIS - Madini", "mineral1": "Or", "armed_group1": ""}


def visits_layer(kind, wkt, date="2021-03-04", date_type="string"):
    fields = {**dict.fromkeys(VISIT, "string"), "visit_date": date_type}
    return layer(kind, fields, (wkt, *VISIT.values(), date))


def imported(run, source):
    return run("asm:importvisits", INPUT=source, **SINKS)


@pytest.mark.parametrize(
    "kind, wkt, rule, action",
    [
        pytest.param("Point", "POINT (-2 28)", "location_swapped", "not_used", id="swapped"),
        pytest.param("Point", "POINT (0 0)", "location_zero", "not_used", id="zero"),
        pytest.param("Point", "POINT (500000 9700000)", "location_out_of_range", "not_used", id="metres"),
        pytest.param("Point", None, "location_missing", "kept", id="no point"),
        pytest.param("MultiPoint", "MULTIPOINT (28 -2, 29 -2)", "location_missing", "kept", id="two points"),
        pytest.param("None", None, "location_absent", "kept", id="no geometry"),
        pytest.param("Polygon", SQUARE, "location_absent", "kept", id="polygons"),
    ],
)
def test_a_doubtful_point_of_the_layer_is_a_finding(run, kind, wkt, rule, action):
    result = imported(run, visits_layer(kind, wkt))
    findings = [row for row in result["FINDINGS"].getFeatures() if row["rule"] == rule]
    assert [row["action"] for row in findings] == [action]
    assert not next(result["SITES"].getFeatures()).hasGeometry()
    assert (result["N_ROWS"], result["N_VISITS"], result["N_SITES"]) == (1, 1, 1)


@pytest.mark.parametrize(
    "date_type, written, read",
    [
        pytest.param("date", QDate(2021, 3, 4), "2021-03-04", id="date"),
        pytest.param(
            "datetime", QDateTime(QDate(2021, 3, 4), QTime(9, 30)), "2021-03-04", id="date and time"
        ),
        pytest.param("integer", 44259, "2021-03-04", id="day number of a spreadsheet"),
        pytest.param("double", 41360.5, "2013-03-27", id="day number with time"),
        pytest.param("integer", 2009, "2009-01-01", id="year"),
    ],
)
def test_dates_of_typed_columns(run, date_type, written, read):
    result = imported(run, visits_layer("None", None, written, date_type))
    visit = next(result["VISITS"].getFeatures())
    assert visit["visit_date"].toString("yyyy-MM-dd") == read
