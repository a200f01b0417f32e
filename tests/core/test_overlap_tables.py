import numpy as np
import pandas as pd
import pytest
import shapely
from asm_atlas.core.areas.bands import Bands
from asm_atlas.core.areas.overlap_tables import by_unit, largest_overlaps, units_of_fields, units_of_polygons
from asm_atlas.core.areas.screening import screen
from asm_atlas.core.areas.screening_columns import (
    LARGEST_COLUMNS,
    SITE_COLUMNS,
    UNIT_COLUMNS,
    summary_columns,
)

PARK = shapely.box(27, -1, 28, 1)
HERITAGE = shapely.box(27.5, -1, 28.5, 1)
FAR = shapely.box(20, -1, 21, 1)
POLYGONS = np.array([HERITAGE, PARK, FAR], dtype=object)
ORDER = ("Ia", "Ib", "II", "III", "IV", "V", "VI", "Not Reported", "Not Applicable", "Not Assigned")
BANDS = Bands((1, 5, 10, 50))
INSIDE_BOTH, IN_HERITAGE, NEAR_PARK, BEYOND, NOWHERE = (
    (27.6, 0),
    (28.4, 0),
    (26.98, 0),
    (24, 0),
    (np.nan, np.nan),
)


def some_areas(categories=("Not Applicable", "II", None)):
    areas = pd.DataFrame({"area_name": ["Heritage", "Park", "Far"]}, dtype=object)
    areas["area_id"] = ["h", "p", "f"]
    areas["designation"], areas["status"], areas["approximate"] = None, "Designated", "no"
    areas["iucn_cat"] = pd.Series(categories, dtype=object)
    areas["tier"] = pd.array([1] * 3, dtype="Int64")
    return areas


def some_sites(*points, **facts):
    sites = pd.DataFrame(points, columns=["longitude", "latitude"], dtype=float)
    sites["pcode"] = [f"s{number}" for number in range(len(sites))]
    sites["workers"] = np.nan
    for name, values in facts.items():
        sites[name] = values
    return sites


def screened(sites, areas=None, **options):
    areas = some_areas() if areas is None else areas
    return screen(sites, areas, POLYGONS, BANDS, iucn_order=ORDER, **options)


@pytest.mark.parametrize(
    "categories, strictest",
    [
        pytest.param(("Not Applicable", "II", None), "II", id="a category before none"),
        pytest.param(("VI", "Ia", None), "Ia", id="the stricter of two"),
        pytest.param(("ib", "II", None), "ib", id="in any letter case"),
        pytest.param((None, "Not Assigned", None), "Not Reported", id="no category is not reported"),
        pytest.param(("sacred", "Not Assigned", None), "Not Assigned", id="a word of their own comes last"),
    ],
)
def test_the_strictest_category(categories, strictest):
    found = screened(some_sites(INSIDE_BOTH, BEYOND, NOWHERE), some_areas(categories)).sites
    assert found["pa_iucn"].tolist() == [strictest, None, None]


def test_bearings_point_to_the_boundary():
    found = screened(some_sites(INSIDE_BOTH, NEAR_PARK, (28, 0.5)))
    assert found.sites["pa_bearing"][:2].tolist() == pytest.approx([270, 90], abs=0.01)
    assert found.pairs.set_index(["pcode", "area_id"])["bearing"]["s0", "p"] == pytest.approx(90, abs=0.01)
    assert np.isnan(found.pairs.set_index(["pcode", "area_id"])["bearing"]["s2", "p"])


def test_points_have_no_share():
    found = screened(some_sites(INSIDE_BOTH, BEYOND))
    assert list(found.sites) == [column.name for column in SITE_COLUMNS]
    assert found.sites["pa_share"].isna().all()
    assert found.pairs[["share", "shared_ha"]].isna().all(axis=None)


def test_who_is_inside_each_area():
    sites = some_sites(
        INSIDE_BOTH, INSIDE_BOTH, IN_HERITAGE, IN_HERITAGE, NEAR_PARK,
        minerals=["gold;tin", "gold", " gold ; gold", None, "diamond"],
        presence=["yes", "unknown", "no", "not_asked", "yes"],
        last_visit=pd.to_datetime(["2020-01-01", None, "2023-05-02", "2021-01-01", "2026-01-01"]),
    )  # fmt: skip
    summary = screened(sites, mineral_words={"gold": "or"}).summary.set_index("area_id")
    assert summary["minerals"].tolist() == ["or 3, tin 1", "or 2, tin 1", None]
    assert summary["armed_share"].tolist()[:2] == [0.5, 1.0]
    assert np.isnan(summary["armed_share"]["f"])
    assert summary["armed_known"].tolist() == [2, 1, 0]
    assert summary["latest_visit"].dt.strftime("%Y-%m-%d").tolist()[:2] == ["2023-05-02", "2020-01-01"]
    assert pd.isna(summary["latest_visit"]["f"])


def test_without_facts_nothing_is_said():
    summary = screened(some_sites(INSIDE_BOTH)).summary
    assert summary[["minerals", "armed_share", "latest_visit"]].isna().all(axis=None)
    assert summary["armed_known"].tolist() == [0, 0, 0]


def footprints(*boxes):
    return np.array([*(None if box is None else shapely.box(*box) for box in boxes), None], dtype=object)[:-1]


def test_footprints_inside_partly_and_near():
    shapes = footprints(
        (27.6, 0, 27.7, 0.1), (28.4, 0, 28.6, 0.1), (26.9, 0, 27.1, 0.1), (26.9, 0.5, 26.98, 0.6), None
    )
    sites = some_sites(*[NOWHERE] * 5, workers=[10, 20, np.nan, 30, 5])
    found = screened(sites, footprints=shapes)
    assert found.sites["pa_band"].tolist() == ["inside", "partly inside", "partly inside", "1-5 km", None]
    assert found.sites["pa_share"].tolist()[:4] == pytest.approx([1, 0.5, 0.5, 0], abs=1e-6)
    assert found.sites["pa_distance_m"].tolist()[1:3] == [0, 0]
    assert found.sites["pa_iucn"].tolist() == ["II", "Not Applicable", "II", None, None]
    columns = [column.name for column in summary_columns(BANDS, True) if column.name != "repaired"]
    assert list(found.summary) == columns
    summary = found.summary.set_index("area_id")
    assert summary["sites_inside"].tolist() == [1, 1, 0]
    assert summary["sites_partly"].tolist() == [1, 1, 0]
    assert summary["workers_partly"].isna().tolist() == [False, True, False]
    assert summary["sites_5km"].tolist() == [0, 1, 0]
    totals = found.totals.set_index("relation")
    assert totals["sites"].to_dict() == {
        "inside": 1, "partly inside": 2, "0-1 km": 0, "1-5 km": 1, "5-10 km": 0, "10-50 km": 0,
        "beyond 50 km": 0, "no geometry": 1,
    }  # fmt: skip
    by_pair = found.pairs.set_index(["pcode", "area_id"])
    assert by_pair["shared_ha"]["s1", "h"] == pytest.approx(summary["shared_ha"]["h"] - 12_309, rel=0.01)


def test_a_footprint_that_touches_is_in_the_nearest_band():
    found = screened(some_sites(NOWHERE), footprints=footprints((26.9, 0, 27, 0.1)))
    row = found.sites.iloc[0]
    assert (row["pa_band"], row["pa_distance_m"], row["pa_share"], row["pa_count"]) == ("0-1 km", 0, 0, 0)


# by administrative unit


POINTS = (INSIDE_BOTH, INSIDE_BOTH, IN_HERITAGE, NEAR_PARK, BEYOND, NOWHERE)
UNITS = {
    "admin1": ["Ituri", "ituri", "Ituri", "Nord-Kivu", None, "Ituri"],
    "admin2": ["Irumu", "irumu", "Djugu", "Beni", None, None],
    "workers": [5, np.nan, 7, np.nan, 1, 2],
}


def unit_rows(units, sites):
    found = screened(sites)
    table = by_unit(found, units, sites["workers"].to_numpy(), some_areas())
    assert list(table) == [column.name for column in UNIT_COLUMNS]
    return found, table


def test_sites_by_unit_category_and_band():
    sites = some_sites(*POINTS, **UNITS)
    _, table = unit_rows(units_of_fields(sites), sites)
    rows = table.astype(object).where(table.notna(), None).values.tolist()
    assert rows == [
        ["Ituri", "Djugu", "Not Applicable", "inside", 1, 7, 0],
        ["Ituri", "Irumu", "II", "inside", 2, 5, 1],
        ["Ituri", "unknown", None, "no geometry", 1, 2, 0],
        ["Nord-Kivu", "Beni", "II", "1-5 km", 1, None, 1],
        ["unknown", "unknown", None, "beyond 50 km", 1, 1, 0],
    ]


@pytest.mark.parametrize(
    "units",
    [
        pytest.param(units_of_fields, id="fields"),
        pytest.param(lambda sites: units_of_fields(sites.drop(columns="admin2")), id="provinces alone"),
        pytest.param(lambda sites: units_of_fields(sites[["pcode"]]), id="no fields"),
        pytest.param(
            lambda sites: units_of_polygons(
                sites["longitude"].to_numpy(), sites["latitude"].to_numpy(), np.array([PARK, HERITAGE]),
                pd.Series(["West", "East"]),
            ),
            id="overlapping polygons",
        ),
    ],
)  # fmt: skip
def test_rows_by_unit_add_up_to_the_totals(units):
    rng = np.random.default_rng(4)
    points = [*POINTS, *zip(rng.uniform(26.5, 29, 200).tolist(), rng.uniform(-1.5, 1.5, 200).tolist())]
    facts = {name: (values * 40)[: len(points)] for name, values in UNITS.items()}
    sites = some_sites(*points, **facts)
    found, table = unit_rows(units(sites), sites)
    totals = found.totals.set_index("relation")
    for column in ("sites", "workers", "workers_unknown"):
        summed = table.groupby("relation")[column].sum().reindex(totals.index).fillna(0).astype(int)
        assert summed.tolist() == totals[column].fillna(0).astype(int).tolist(), column
    assert table["sites"].sum() == len(sites)


def test_units_of_polygons():
    sites = some_sites(INSIDE_BOTH, IN_HERITAGE, BEYOND, NOWHERE)
    units = units_of_polygons(
        sites["longitude"].to_numpy(), sites["latitude"].to_numpy(), np.array([PARK, HERITAGE]),
        pd.Series(["West", "East"]),
    )  # fmt: skip
    assert units["unit"].tolist() == ["West", "East", "outside", "unknown"]


# the largest overlaps


def test_the_largest_of_points_are_those_with_most_workers():
    sites = some_sites(
        IN_HERITAGE, INSIDE_BOTH, (27.8, 0), NEAR_PARK, (28.3, 0), workers=[np.nan, 50, 50, 900, 8],
        name=["a", "b", "c", "d", "e"],
    )  # fmt: skip
    table = largest_overlaps(screened(sites), sites, some_areas(), False, 10)
    assert list(table) == [column.name for column in LARGEST_COLUMNS]
    assert table["name"].tolist() == ["b", "c", "e", "a"]
    assert table["area_id"].tolist() == ["p", "p", "h", "h"]
    assert table["rank"].tolist() == [1, 2, 3, 4]
    assert table["pa_names"][0] == "Heritage; Park"
    assert table["workers"].isna().tolist() == [False, False, False, True]
    assert table["shared_ha"].isna().all()
    assert len(largest_overlaps(screened(sites), sites, some_areas(), False, 2)) == 2


def test_the_largest_of_footprints_are_those_that_share_most():
    shapes = footprints(
        (27.6, 0, 27.7, 0.1), (28.3, 0, 28.6, 0.1), (26.9, 0.5, 26.98, 0.6), (28.5, 0, 28.6, 1)
    )
    sites = some_sites(*[NOWHERE] * 4, workers=[1000, 1, 5, 5])
    table = largest_overlaps(screened(sites, footprints=shapes), sites, some_areas(), True, 10)
    assert table["pcode"].tolist() == ["s1", "s0"]
    assert table["area_id"].tolist() == ["h", "p"]  # of equal shares the stricter category
    assert table["share"].tolist() == pytest.approx([2 / 3, 1], abs=1e-6)


def test_no_overlap_gives_an_empty_table():
    sites = some_sites(BEYOND)
    table = largest_overlaps(screened(sites), sites, some_areas(), False, 10)
    assert table.empty and list(table) == [column.name for column in LARGEST_COLUMNS]
