"""Doubtful locations: read only when repairs are allowed, and each repair is a finding."""

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.importing.importer import import_visits
from asm_atlas.core.importing.profile_documents import read_profiles
from asm_atlas.core.importing.repairs import parse_degrees
from asm_atlas.core.vocabulary import read_vocabularies

VISIT = {
    "project": "IPIS - Madini",
    "pcode": "codmine00001",
    "name": "Amani",
    "visit_date": "2021-03-04",
    "mineral1": "Or",
    "armed_group1": "",
    "workers_numb": "3",
}


@pytest.fixture(scope="module")
def load(resources):
    profile = read_profiles(resources / "profiles")["ipis_cod"]
    vocabularies = read_vocabularies(resources / "vocabularies")

    def load_rows(*rows, **options):
        frame = pd.DataFrame([{**VISIT, **row} for row in rows], dtype=object)
        return import_visits(frame, profile, vocabularies, latest=pd.Timestamp("2026-06-01"), **options)

    return load_rows


REPAIRABLE = [
    pytest.param("-2.5", "28.5", "location_repaired_swap", (28.5, -2.5), id="swapped"),
    pytest.param("-2,5", "28,5", "location_repaired_swap", (28.5, -2.5), id="swapped, with commas"),
    pytest.param("28373409", "-2.373409", "location_repaired_point", (28.373409, -2.373409), id="no point"),
    pytest.param(
        "28373409", "-2373409", "location_repaired_point", (28.373409, -2.373409), id="no point in either"
    ),
    pytest.param(
        "28.373409", "-12373409", "location_repaired_point", (28.373409, -12.373409), id="as many decimals"
    ),
    pytest.param("285", "-2.5", "location_repaired_point", (28.5, -2.5), id="one digit too many"),
    pytest.param("28°30'00\"E", "2°30'00\"S", "location_repaired_dms", (28.5, -2.5), id="degrees"),
    pytest.param("28 30 0 E", "2 30 0 S", "location_repaired_dms", (28.5, -2.5), id="with blanks"),
    pytest.param("28.5 E", "2,5 S", "location_repaired_dms", (28.5, -2.5), id="decimals with letters"),
    pytest.param("S 2°30'", "E 28°30.0'", "location_repaired_dms", (28.5, -2.5), id="degrees, swapped"),
    pytest.param("28°30'", "-2.5", "location_repaired_dms", (28.5, -2.5), id="only one in degrees"),
]


@pytest.mark.parametrize("lon, lat, rule, expected", REPAIRABLE)
def test_repaired_when_allowed(load, lon, lat, rule, expected):
    result = load({"longitude": lon, "latitude": lat}, repair=True)
    np.testing.assert_allclose(result.sites[["longitude", "latitude"]].to_numpy()[0], expected, atol=1e-9)
    finding = result.findings[result.findings["action"] == "repaired"].iloc[0]
    assert (finding["rule"], finding["raw_value"]) == (rule, f"{lon}, {lat}")
    np.testing.assert_allclose([finding["longitude"], finding["latitude"]], expected, atol=1e-9)
    assert f"{expected[0]:.7g}, {expected[1]:.7g}" in finding["message"]
    assert "not_used" not in set(result.findings["action"])


@pytest.mark.parametrize("lon, lat, rule, expected", REPAIRABLE)
def test_offered_and_not_used_otherwise(load, lon, lat, rule, expected):
    result = load({"longitude": lon, "latitude": lat})
    assert result.sites[["longitude", "latitude"]].isna().all(axis=None)
    finding = result.findings[result.findings["action"] == "not_used"].iloc[0]
    assert finding["message"].endswith(
        f"With repair it would be read as {expected[0]:.7g}, {expected[1]:.7g}."
    )
    assert "repaired" not in set(result.findings["action"])


@pytest.mark.parametrize(
    "lon, lat, rule",
    [
        pytest.param("2.35", "48.85", "location_outside", id="another country"),
        pytest.param("0", "0", "location_zero", id="zero"),
        pytest.param("", "", "location_missing", id="none"),
        pytest.param("28.5", "", "location_unreadable", id="half of one"),
        pytest.param("28.5", "-25", "location_outside", id="a good place in another country"),
        pytest.param("28373409", "-250000000", "location_out_of_range", id="several places for the point"),
        pytest.param("28°75'", "-2.5", "location_unreadable", id="75 minutes"),
        pytest.param("28°30'N", "2°30'S", "location_unreadable", id="two latitudes"),
        pytest.param("near the river", "-2.5", "location_unreadable", id="words"),
    ],
)
def test_what_has_no_single_reading_stays_unused(load, lon, lat, rule):
    result = load({"longitude": lon, "latitude": lat}, repair=True)
    assert result.sites[["longitude", "latitude"]].isna().all(axis=None)
    finding = result.findings[result.findings["rule"] == rule]
    assert len(finding) == 1 and "repair" not in finding["message"].iloc[0]


def test_good_locations_are_left_alone(load):
    row = {"longitude": "28.5", "latitude": "-2.5"}
    on, off = load(row, repair=True), load(row)
    pd.testing.assert_frame_equal(on.sites, off.sites)
    pd.testing.assert_frame_equal(on.findings, off.findings)


@pytest.mark.parametrize(
    "text, degrees, axis",
    [
        pytest.param("28°22'24.3\"E", 28.37341666, "easting", id="with signs"),
        pytest.param("28°22′24,3″ E", 28.37341666, "easting", id="typographic, comma"),
        pytest.param("2 30 36 s", -2.51, "northing", id="south, not seconds"),
        pytest.param("28:30:00", 28.5, "", id="with colons"),
        pytest.param("-2° 30'", -2.5, "", id="negative"),
        pytest.param("10°O", -10.0, "easting", id="west in French"),
        pytest.param("2deg 30min S", -2.5, "northing", id="words"),
        pytest.param("N 2 30 S", np.nan, None, id="two letters"),
        pytest.param("2.5°30'", np.nan, None, id="decimals before minutes"),
        pytest.param("", np.nan, None, id="empty"),
    ],
)
def test_degrees_and_minutes(text, degrees, axis):
    value, found = parse_degrees(np.array([text, None], dtype=object))
    np.testing.assert_allclose(value, [degrees, np.nan], atol=1e-7)
    assert axis is None or found[0] == axis


@pytest.mark.parametrize(
    "written, expected, rule",
    [
        pytest.param("12,0", 12, "decimal_comma", id="decimal comma"),
        pytest.param("1,200", None, "number_unreadable", id="perhaps thousands"),
        pytest.param("12,5", None, "number_unreadable", id="half a person"),
    ],
)
def test_decimal_commas_in_counts(load, written, expected, rule):
    result = load({"workers_numb": written, "longitude": "28,5", "latitude": "-2.5"})
    assert result.sites["workers"].tolist() == [expected if expected is not None else pd.NA]
    assert rule in set(result.findings["rule"])
    commas = result.findings[result.findings["rule"] == "decimal_comma"]["field"]
    assert "longitude" in set(commas) and "latitude" not in set(commas)
