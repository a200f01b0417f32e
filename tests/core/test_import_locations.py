"""Locations of made-up rows: columns, geometry, points of the layer, and what is not used."""

import numpy as np
import pytest
from made_up_rows import VISIT, found, rules, visit


@pytest.mark.parametrize(
    "lon, lat, rule",
    [
        pytest.param("", "", "location_missing", id="none"),
        pytest.param("0", "0.0", "location_zero", id="zero"),
        pytest.param("-2.5", "28.5", "location_swapped", id="swapped"),
        pytest.param("285", "-2.5", "location_out_of_range", id="out of range"),
        pytest.param("2.35", "48.85", "location_outside", id="another country"),
        pytest.param("28°30'", "-2.5", "location_unreadable", id="not a number"),
        pytest.param("28.5", "", "location_unreadable", id="half of one"),
    ],
)
def test_doubtful_locations_are_not_used(load, lon, lat, rule):
    result = load(visit(longitude=lon, latitude=lat))
    assert result.sites[["longitude", "latitude"]].isna().all(axis=None)
    assert result.visits["longitude"].isna().all()
    assert found(result, rule)["source_row"].tolist() == [1]
    assert result.sites["location_quality"][0] == ("unknown" if rule == "location_missing" else "not_used")


def test_swapped_coordinates_are_reported_as_written(load):
    finding = found(load(visit(longitude="-2.5", latitude="28.5")), "location_swapped").iloc[0]
    assert (finding["longitude"], finding["latitude"], finding["raw_value"]) == (-2.5, 28.5, "-2.5, 28.5")
    assert finding["action"] == "not_used"


def test_decimal_commas_are_read_and_reported(load):
    result = load(visit(longitude="28,5", latitude="-2,5"))
    assert result.sites[["longitude", "latitude"]].values.tolist() == [[28.5, -2.5]]
    assert "decimal_comma" in rules(result)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("0101000020E61000000000000000803C4000000000000004C0", id="EWKB in hexadecimal digits"),
        pytest.param("POINT (28.5 -2.5)", id="WKT"),
        pytest.param("SRID=4326;POINT(28.5 -2.5)", id="EWKT"),
    ],
)
def test_geometry_column_places_sites_only_without_coordinate_columns(load, text):
    row = visit(geom=text, longitude="29", latitude="-3")
    assert load(row).sites["longitude"].tolist() == [29.0]
    alone = load(row, without=["longitude", "latitude"])
    assert alone.sites[["longitude", "latitude"]].values.tolist() == [[28.5, -2.5]]
    assert "location_from_geometry" in rules(alone)


def test_points_of_the_layer_come_last(load):
    row = visit()
    points = np.array([[28.7, -2.7]])
    assert load(row, points=points).sites["longitude"].tolist() == [28.5]
    assert load(row, points=points, without=["longitude", "latitude"]).sites["longitude"].tolist() == [28.7]


def test_no_location_anywhere_is_one_warning(load):
    result = load(VISIT, visit(vid="2"), without=["longitude", "latitude"])
    assert len(found(result, "location_absent")) == 1 and "location_missing" not in rules(result)


def test_quality_of_locations(load):
    result = load(
        visit(location_origin="GPS (village Kailo)"),
        visit(pcode="codmine00002", location_origin="Approximation"),
    )
    assert result.sites[["location_quality", "at_village"]].values.tolist() == [
        ["gps", "yes"],
        ["approximate", "no"],
    ]
