"""Tables as QGIS features."""

import pandas as pd
import pytest

COLUMNS = ("pcode", "visit_date", "workers", "longitude", "latitude")


@pytest.fixture(params=[pytest.param(50_000, id="one part"), pytest.param(2, id="parts of two rows")])
def features(request, plugin, monkeypatch):
    from asm_atlas.core.tables import VISITS
    from asm_atlas.processing import frames

    monkeypatch.setattr(frames, "_ROWS_AT_ONCE", request.param)
    columns = [column for column in VISITS if column.name in COLUMNS]
    frame = pd.DataFrame(
        {
            "pcode": ["a", "a", None, "a", "a"],
            "visit_date": pd.to_datetime(["2021-03-04", None, "2021-03-04", "2021-03-04", None]),
            "workers": pd.array([1, None, 3, 4, 5], dtype="Int64"),
            "longitude": [28.5, float("nan"), 28.5, 28.25, 28.0],
            "latitude": [-2.5, -2.5, float("nan"), -2.25, -2.0],
        }
    )
    return list(frames.features_of(frame, columns, frames.fields_of(columns), located=True))


def test_rows_become_features_with_plain_values(features):
    from asm_atlas.processing.frames import plain

    found = [
        {name: plain(feature[name]) for name in ("pcode", "visit_date", "workers")} for feature in features
    ]
    assert [row["pcode"] for row in found] == ["a", "a", None, "a", "a"]
    assert [row["visit_date"] for row in found] == ["2021-03-04", None, "2021-03-04", "2021-03-04", None]
    assert [row["workers"] for row in found] == [1, None, 3, 4, 5]


def test_only_rows_with_both_coordinates_get_a_point(features):
    assert [feature.hasGeometry() for feature in features] == [True, False, False, True, True]
    assert features[3].geometry().asPoint().toString(2) == "28.25,-2.25"
