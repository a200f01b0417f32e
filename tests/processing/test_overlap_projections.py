"""Layers in any projection, without one or in a wrong one, through the overlap algorithms."""

import pytest
import shapely
from overlap_layers import (
    OVERLAP,
    WEST,
    areas,
    logged,
    overlap,
    records,
    sites,
)
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
)

UTM_35S, UTM_35N, MERCATOR = "EPSG:32735", "EPSG:32635", "EPSG:3857"


@pytest.mark.parametrize(
    "site_crs, area_crs",
    [
        pytest.param("EPSG:4326", UTM_35S, id="areas in UTM 35 south"),
        pytest.param(UTM_35N, UTM_35S, id="north and south zone"),
        pytest.param(MERCATOR, "EPSG:4326", id="sites in Web Mercator"),
        pytest.param(UTM_35S, MERCATOR, id="UTM and Web Mercator"),
        pytest.param("EPSG:4269", MERCATOR, id="NAD83, whose axes are latitude first"),
    ],
)
def test_layers_in_different_projections_across_the_equator(run, geod, site_crs, area_crs):
    points = ["POINT (27.5 0.2)", "POINT (27.2 -0.2)", "POINT (28.3 0.9)", "POINT (28.2 -0.9)"]
    found = overlap(run, sites(*points, crs=site_crs), areas(("West", WEST), crs=area_crs))
    rows = records(found["OUTPUT"])
    assert [row["pa_names"] for row in rows] == ["West", "West", None, None]
    feet = [(28, 0.2), (27, -0.2), (28, 0.9), (28, -0.9)]
    assert [abs(row["pa_distance_m"]) for row in rows] == pytest.approx(
        [
            geod.inv(*shapely.get_coordinates(shapely.from_wkt(point))[0], *foot)[2]
            for point, foot in zip(points, feet)
        ],
        rel=2e-4,
    )
    assert found["OUTPUT"].crs().authid() == found["SUMMARY"].crs().authid() == "EPSG:4326"


def called(made, crs):
    """The layer with its coordinates as they are, said to be in another CRS."""
    made.setCrs(QgsCoordinateReferenceSystem(crs) if crs else QgsCoordinateReferenceSystem())
    return made


@pytest.mark.parametrize(
    "site_crs, area_crs, named",
    [
        pytest.param("", None, "'sites' has no coordinate reference system", id="sites without CRS"),
        pytest.param(None, "", "'areas' has no coordinate reference system", id="areas without CRS"),
    ],
)
def test_a_missing_crs_is_named(run, site_crs, area_crs, named):
    site_layer, area_layer = sites("POINT (27.5 0)"), areas(("West", WEST))
    if site_crs is not None:
        called(site_layer, site_crs)
    if area_crs is not None:
        called(area_layer, area_crs)
    with pytest.raises(QgsProcessingException, match=named):
        overlap(run, site_layer, area_layer)


@pytest.mark.parametrize(
    "make_sites, make_areas, named",
    [
        pytest.param(
            lambda: called(sites("POINT (27.5 0)", crs=UTM_35S), "EPSG:4326"),
            lambda: areas(("West", WEST)),
            "1 sites lie outside the degrees.*coordinate reference system of the layer 'sites'",
            id="sites in metres, called degrees",
        ),
        pytest.param(
            lambda: sites("POINT (27.5 0)"),
            lambda: called(areas(("West", WEST), crs=MERCATOR), "EPSG:4326"),
            "1 areas lie outside the degrees.*coordinate reference system",
            id="areas in metres, called degrees",
        ),
    ],
)
def test_metres_called_degrees_are_refused(run, make_sites, make_areas, named):
    with pytest.raises(QgsProcessingException, match=named):
        overlap(run, make_sites(), make_areas())


@pytest.mark.parametrize("crs", [UTM_35S, UTM_35N, MERCATOR])
@pytest.mark.parametrize("which", ["SITES", "AREAS"])
def test_degrees_called_metres_are_warned_of(plugin, which, crs):
    layers = {"SITES": sites("POINT (27.5 0)", "POINT (27.1 0.3)"), "AREAS": areas(("West", WEST))}
    called(layers[which], crs)
    _, log = logged(OVERLAP, **layers)
    assert f"The layer '{which.lower()}' reaches outside the range" in log
    assert f"coordinate reference system, {crs} " in log


@pytest.mark.parametrize(
    "crs, given, is_told",
    [
        pytest.param(MERCATOR, "POINT (1e12 0)", True, id="far off Web Mercator"),
        pytest.param(UTM_35S, "POINT (-1400000 9000000)", False, id="the west of DR Congo in UTM 35 south"),
        pytest.param(UTM_35N, "POINT (600000 -1300000)", False, id="Katanga in UTM 35 north"),
        pytest.param("ESRI:54009", "POINT (2700000 -20000)", False, id="Mollweide"),
        pytest.param("ESRI:102022", "POINT (250000 0)", False, id="Africa Albers"),
        pytest.param(MERCATOR, "POINT (20040000 -1800000)", False, id="a little beyond 180 degrees"),
    ],
)
def test_coordinates_outside_the_range_of_their_crs_are_told(plugin, crs, given, is_told):
    near = called(sites(given, given), crs)
    _, log = logged(OVERLAP, SITES=near, AREAS=areas(("West", WEST)))
    assert (
        f"The layer 'sites' reaches outside the range of its coordinate reference system, {crs}" in log
    ) == is_told


def test_a_site_that_cannot_be_projected_is_named(plugin):
    site_layer = called(sites("POINT (555000 9990000)", "POINT (1e300 1e300)"), UTM_35S)
    found, log = logged(OVERLAP, SITES=site_layer, AREAS=areas(("West", WEST)))
    assert [row["pa_names"] for row in records(found["OUTPUT"])] == ["West", None]
    assert found["N_NO_GEOMETRY"] == 1
    assert "1 sites have no geometry and got no result: s1" in log
