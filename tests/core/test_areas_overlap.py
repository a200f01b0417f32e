import numpy as np
import pandas as pd
import pytest
import shapely
from asm_atlas.core.areas.bands import BandError, Bands
from asm_atlas.core.areas.cleaning import clean_areas
from asm_atlas.core.areas.geodesy import inverse
from asm_atlas.core.areas.overlap import relate
from asm_atlas.core.areas.screening import screen
from asm_atlas.core.areas.screening_columns import summary_columns
from asm_atlas.core.exceptions import Cancelled

PARK = shapely.box(27, -1, 28, 1)  # lies across the equator
HERITAGE = shapely.box(27.5, -1, 28.5, 1)  # overlaps the park
CORE = shapely.box(27.4, -0.1, 27.6, 0.1)  # nested in the park
NEIGHBOUR = shapely.box(26, -1, 27, 1)  # touches the park
RING = shapely.box(29, -1, 31, 1).difference(shapely.box(29.5, -0.5, 30.5, 0.5))
BANDS = Bands((1, 5, 10, 50))


def run(points, polygons, workers=None, bands=BANDS, approximate=None):
    sites = pd.DataFrame(points, columns=["longitude", "latitude"], dtype=float)
    sites["pcode"] = [f"s{number}" for number in range(len(sites))]
    sites["workers"] = np.full(len(sites), np.nan) if workers is None else np.array(workers, dtype=float)
    names = [f"a{number}" for number in range(len(polygons))]
    areas = pd.DataFrame({"area_id": names, "area_name": names}, dtype=object)
    areas[["designation", "iucn_cat", "status"]] = None
    areas["tier"] = pd.array([1] * len(areas), dtype="Int64")
    areas["approximate"] = approximate or "no"
    return screen(sites, areas, np.array(polygons, dtype=object), bands)


@pytest.mark.parametrize(
    "point, polygons, count, names, nearest, foot",
    [
        pytest.param((27.1, 0.0), [PARK], 1, "a0", "a0", (27.0, 0.0), id="inside"),
        pytest.param((28.01, 0.0), [PARK], 0, None, "a0", (28.0, 0.0), id="outside"),
        pytest.param((28.0, 0.5), [PARK], 1, "a0", "a0", (28.0, 0.5), id="on an edge: inside"),
        pytest.param((28.0, 1.0), [PARK], 1, "a0", "a0", (28.0, 1.0), id="on a corner: inside"),
        pytest.param((30.1, 0.0), [RING], 0, None, "a0", (30.5, 0.0), id="in a hole: outside"),
        pytest.param((30.5, 0.0), [RING], 1, "a0", "a0", (30.5, 0.0), id="on the rim of a hole: inside"),
        pytest.param(
            (27.55, 0.3), [PARK, HERITAGE], 2, "a0; a1", "a1", (27.5, 0.3), id="in two that overlap"
        ),
        pytest.param((27.45, 0.0), [PARK, CORE], 2, "a0; a1", "a1", (27.4, 0.0), id="in a nested one"),
        pytest.param((27.39, 0.0), [PARK, CORE], 1, "a0", "a0", (27.0, 0.0), id="beside a nested one"),
        pytest.param((27.0, 0.5), [PARK, NEIGHBOUR], 2, "a0; a1", "a0", (27.0, 0.5), id="where two touch"),
        pytest.param(
            (27.1, 0.0), [PARK, PARK], 2, "a0; a1", "a0", (27.0, 0.0), id="equal boundaries: the first"
        ),
        pytest.param((0.5, -1.0), [PARK, HERITAGE], 0, None, "a0", (27.0, -1.0), id="3,000 km away"),
        pytest.param((27.1, 0.0), [CORE, PARK], 1, "a1", "a1", (27.0, 0.0), id="covering goes before near"),
    ],
)
def test_a_site(point, polygons, count, names, nearest, foot):
    row = run([point], polygons).sites.iloc[0]
    assert (row["pa_count"], row["pa_names"], row["pa_nearest"]) == (count, names, nearest)
    metres = inverse(*point, *foot) * (-1 if count else 1)
    # The foot is exact on meridians; the southern edge of the park bends away by centimetres.
    assert row["pa_distance_m"] == pytest.approx(metres, rel=1e-5, abs=1e-6)


@pytest.mark.parametrize(
    "point, degrees",
    [
        pytest.param((28.01, 0.0), 270, id="outside, boundary to the west"),
        pytest.param((27.9, 0.0), 90, id="inside, boundary to the east"),
        pytest.param((27.5, 1.2), 180, id="outside, boundary to the south"),
        pytest.param((28.0, -1.3), 0, id="outside, corner to the north"),
        pytest.param((28.0, 0.5), np.nan, id="on the boundary"),
    ],
)
def test_bearing_to_the_boundary(point, degrees):
    found = relate(*np.array([point]).T, np.array([PARK], dtype=object), 1e5)
    assert found.bearing_deg[0] == pytest.approx(degrees, abs=0.01, nan_ok=True)


@pytest.mark.parametrize(
    "km, label",
    [
        (-5, "inside"), (0, "inside"), (0.999, "0-1 km"), (1, "0-1 km"), (1.001, "1-5 km"), (9.9, "5-10 km"),
        (50, "10-50 km"), (50.001, "beyond 50 km"), (3000, "beyond 50 km"),
    ],
)  # fmt: skip
def test_a_limit_belongs_to_the_nearer_band(km, label):
    assert BANDS.labels[int(BANDS.place(np.array([km * 1000.0]))[0])] == label


@pytest.mark.parametrize("text", ["", "a", "5, 1", "0, 1", "-1", "1, 1", "1, inf", "1, nan", "1,,5"])
def test_bands_that_make_no_sense_are_refused(text):
    with pytest.raises(BandError, match="write them like 1, 5, 10, 50"):
        Bands.from_text(text)


def test_bands_from_text():
    bands = Bands.from_text(" 0.5; 2")
    assert bands.labels == ("inside", "0-0.5 km", "0.5-2 km", "beyond 2 km")
    assert [column.name for column in summary_columns(bands)][8:] == [
        "sites_inside", "workers_inside", "sites_0_5km", "workers_0_5km", "sites_2km", "workers_2km",
        "workers_unknown", "minerals", "armed_share", "armed_known", "latest_visit",
    ]  # fmt: skip


def test_totals_count_a_site_in_two_designations_once():
    points = [(27.6, 0.0), (27.6, 0.0), (27.1, 0.0), (28.55, 0.0), (27.0, 1.005), (0, 0), (np.nan, np.nan)]
    found = run(points, [PARK, HERITAGE], workers=[10, np.nan, 5, 20, np.nan, 1, 2])
    totals = found.totals.set_index("relation")
    assert totals["sites"].to_dict() == {
        "inside": 3, "0-1 km": 1, "1-5 km": 0, "5-10 km": 1, "10-50 km": 0, "beyond 50 km": 1,
        "no geometry": 1,
    }  # fmt: skip
    assert totals["workers"]["inside"] == 15
    assert totals["workers_unknown"]["inside"] == 1
    assert np.isnan(totals["workers"]["0-1 km"])

    summary = found.summary.set_index("area_id")
    assert summary["sites_inside"].tolist() == [3, 2]
    assert summary["workers_inside"].tolist() == [15, 10]
    assert summary["workers_unknown"].tolist() == [2, 1]
    # The site 555 m north of the park lies in its band alone; the one in both areas is in no band.
    assert summary["sites_1km"].tolist() == [1, 0]
    assert summary["workers_1km"].isna().tolist() == [True, False]
    assert summary["sites_10km"].tolist() == [0, 1]
    assert summary["workers_10km"].tolist() == [0, 20]
    assert summary["sites_50km"].tolist() == [0, 0]


def test_pairs_list_inside_and_within_the_largest_band():
    pairs = run([(27.6, 0.0), (28.05, 0.0), (10, 0)], [PARK, HERITAGE, RING]).pairs
    assert pairs[["pcode", "area_id", "relation"]].values.tolist() == [
        ["s0", "a0", "inside"],
        ["s0", "a1", "inside"],
        ["s1", "a0", "5-10 km"],
        ["s1", "a1", "inside"],
    ]
    assert (pairs["distance_m"] < 0).tolist() == [True, True, False, True]


def test_sites_without_a_point_stay_empty():
    sites = run([(np.nan, np.nan), (27.6, 0)], [PARK]).sites
    assert sites.iloc[0].isna().all()
    assert sites["pa_band"][1] == "inside"


def test_no_site_has_a_point():
    found = run([(np.nan, np.nan)], [PARK])
    assert found.pairs.empty
    assert found.summary["sites_inside"].tolist() == [0]
    assert found.totals["sites"].tolist()[-1] == 1


def test_circles_mark_their_sites():
    cleaned = clean_areas([PARK, shapely.Point(27.5, 0)], [None, 100])
    found = run([(27.5, 0.01), (27.9, 0.0), (27.6, 0.0)], cleaned.polygons, approximate=["no", "yes"])
    assert found.sites["pa_names"].tolist() == ["a0; a1", "a0", "a0"]
    assert found.sites["pa_approximate"].tolist() == ["yes", "no", "no"]
    assert found.pairs.query("area_id == 'a1'")["approximate"].eq("yes").all()


def test_a_circle_over_the_180th_meridian_covers_both_sides():
    circle = clean_areas([shapely.Point(179.95, -17)], [1000]).polygons
    found = run([(179.99, -17), (-179.99, -17), (-179.0, -17)], circle)
    assert found.sites["pa_count"].tolist() == [1, 1, 0]
    assert found.sites["pa_distance_m"][2] == pytest.approx(inverse(179.95, -17, -179, -17) - 17841, abs=5)


def test_the_nearest_of_many_areas_is_found_among_all():
    rng = np.random.default_rng(3)
    centres = np.column_stack([rng.uniform(-180, 180, 150), rng.uniform(-80, 80, 150)])
    polygons = np.array([shapely.box(x, y, x + 0.3, y + 0.2) for x, y in centres if x < 179.7], dtype=object)
    lon, lat = rng.uniform(-180, 180, 60), rng.uniform(-89, 89, 60)
    found = relate(lon, lat, polygons, 1000.0)
    every = relate(lon, lat, polygons, 2.1e7)
    table = every.distance_m.reshape(60, len(polygons))
    speaks = found.nearest()
    assert found.site[speaks].tolist() == list(range(60))
    assert found.area[speaks].tolist() == table.argmin(axis=1).tolist()
    assert found.distance_m[speaks].tolist() == table.min(axis=1).tolist()


def test_cancel_ends_the_work():
    def stop(fraction):
        if fraction > 0.3:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        relate(np.array([27.6]), np.array([0.0]), np.array([PARK, HERITAGE, CORE], dtype=object), 5e4, stop)
