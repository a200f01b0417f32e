"""Coordinates as a profile states them: form, decimal comma, order and reference system."""

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.exceptions import ProfileError
from asm_atlas.core.importing.importer import import_visits
from asm_atlas.core.importing.profile_documents import profile_from
from asm_atlas.core.importing.stated_locations import parse_pairs

DOCUMENT = {"schema": "asm-atlas/profile/1", "id": "team", "version": "1"}
BOTH = {"pcode": "C", "longitude": "X", "latitude": "Y"}
ONE = {"pcode": "C", "geometry": "G"}
NOT_READ = None


@pytest.fixture()
def located(vocabularies):
    """The import of one site with the given cells."""

    def run(columns, coordinates, to_wgs84=None, **cells):
        document = {**DOCUMENT, "columns": columns, "coordinates": coordinates}
        frame = pd.DataFrame([{"C": "a1", **cells}], dtype=object)
        return import_visits(frame, profile_from(document, "team.json"), vocabularies, to_wgs84=to_wgs84)

    return run


def place(result):
    lon, lat = result.sites[["longitude", "latitude"]].values.astype(float)[0]
    return None if np.isnan(lon) else (round(lon, 6), round(lat, 6))


@pytest.mark.parametrize(
    "coordinates, x, y, expected",
    [
        pytest.param({"decimal_comma": True}, "28,55", "-2,05", (28.55, -2.05), id="decimal comma"),
        pytest.param({"decimal_comma": False}, "28,55", "-2,05", NOT_READ, id="a comma that cannot be"),
        pytest.param({"form": "decimal"}, "28.55", "-2.05", (28.55, -2.05), id="plain"),
        pytest.param({"form": "dms"}, "28°33'00\"E", "2°03'00\"S", (28.55, -2.05), id="degrees"),
        pytest.param({"form": "dms"}, "28 33,0", "-2 3,0", (28.55, -2.05), id="minutes with a comma"),
        pytest.param({"form": "dms"}, "28.55", "-2.05", (28.55, -2.05), id="decimals among degrees"),
        pytest.param({"form": "dms"}, "2°03'S", "28°33'E", (28.55, -2.05), id="letters put them in order"),
        pytest.param({"form": "dms"}, "28°33'E", "2°63'S", NOT_READ, id="63 minutes"),
        pytest.param({"form": "dms"}, "28°33'E", "", NOT_READ, id="half a location"),
    ],
)
def test_two_columns(located, coordinates, x, y, expected):
    result = located(BOTH, coordinates, X=x, Y=y)
    assert place(result) == expected
    rules = set(result.findings["rule"])
    assert "location_stated" in rules
    assert ("location_unreadable" in rules) == (expected is None)
    assert not any(rule.startswith("location_repaired") for rule in rules)


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("-2.05, 28.55", (28.55, -2.05), id="comma and blank"),
        pytest.param("-2.05,28.55", (28.55, -2.05), id="tight comma"),
        pytest.param("-2.05 28.55", (28.55, -2.05), id="blank"),
        pytest.param("-2.05 28.55 1480.2 4.5", (28.55, -2.05), id="with height and accuracy"),
        pytest.param("-2,05 28,55", (28.55, -2.05), id="decimal commas and a blank"),
        pytest.param("-2,05; 28,55", (28.55, -2.05), id="decimal commas and a semicolon"),
        pytest.param("(-2.05; 28.55)", (28.55, -2.05), id="brackets"),
        pytest.param("2°03'S 28°33'E", (28.55, -2.05), id="degrees"),
        pytest.param("28°33'E, 2°03'S", (28.55, -2.05), id="letters against the order"),
        pytest.param("S 2°03' E 28°33'", (28.55, -2.05), id="letters first"),
        pytest.param("-2,05", NOT_READ, id="one number with a decimal comma"),
        pytest.param("-2.05", NOT_READ, id="one number"),
        pytest.param("-2.05, 28.55, 3, 4, 5", NOT_READ, id="five numbers"),
        pytest.param("near Numbi", NOT_READ, id="words"),
    ],
)
def test_pairs_in_one_column(located, text, expected):
    assert place(located(ONE, {"form": "pair", "order": "lat lon"}, G=text)) == expected


def test_the_order_of_pairs_counts():
    cells = np.array(["28.55 -2.05", None, ""], dtype=object)
    x, y = parse_pairs(cells, "lon lat")
    assert (x[0], y[0]) == (28.55, -2.05) and np.isnan(x[1:]).all() and np.isnan(y[1:]).all()


def shifted(points):
    """A stand-in for a projection: kilometres to degrees; what is above 1000 cannot be transformed."""
    degrees = points / 100.0
    degrees[points[:, 0] > 1000] = np.inf
    return degrees


@pytest.mark.parametrize(
    "columns, form, cells, expected, rule",
    [
        pytest.param(BOTH, None, {"X": "2855", "Y": "1"}, NOT_READ, "location_not_transformed", id="fails"),
        pytest.param(BOTH, None, {"X": "855", "Y": "-205"}, (8.55, -2.05), None, id="two columns"),
        pytest.param(BOTH, None, {"X": "8 55", "Y": "x"}, NOT_READ, "location_unreadable", id="words"),
        pytest.param(ONE, "wkt", {"G": "POINT (855 -205)"}, (8.55, -2.05), None, id="WKT"),
        pytest.param(ONE, None, {"G": "POINT (855 -205)"}, (8.55, -2.05), None, id="WKT without a form"),
        pytest.param(ONE, "pair", {"G": "855 -205"}, (8.55, -2.05), None, id="pair"),
        pytest.param(BOTH, None, {"X": "", "Y": ""}, NOT_READ, "location_missing", id="empty"),
    ],
)
def test_other_reference_systems(located, columns, form, cells, expected, rule):
    coordinates = {"crs": "EPSG:32735", **({"form": form} if form else {})}
    coordinates.update({"order": "lon lat"} if form == "pair" else {})
    result = located(columns, coordinates, to_wgs84=shifted, **cells)
    assert place(result) == expected
    rules = set(result.findings["rule"])
    assert rule is None or rule in rules
    assert not np.isinf(result.findings[["longitude", "latitude"]].to_numpy(dtype=float)).any()


def test_a_system_without_a_transformation_is_an_error(located):
    with pytest.raises(ProfileError, match="EPSG:32735"):
        located(BOTH, {"crs": "EPSG:32735"}, X="1", Y="2")


def test_degrees_need_no_transformation(located):
    assert place(located(BOTH, {"crs": "epsg:4326", "form": "decimal"}, X="28.5", Y="-2")) == (28.5, -2.0)
