"""Areas in hectares come from the geometry on the ellipsoid, whatever a layer's own columns or CRS say."""

import pytest
import shapely
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsVectorLayer,
)

ALGORITHM = "asm:prepareprotectedareas"
SQUARE = "POLYGON ((20 60, 21 60, 21 61, 20 61, 20 60))"


@pytest.fixture(scope="module")
def geod():
    return pytest.importorskip("pyproj").Geod(ellps="WGS84")


def geodesic_ha(geod, geometry):
    """Hectares of a QGIS geometry in degrees by GeographicLib."""
    parts = shapely.get_parts(shapely.from_wkb(geometry.asWkb().data()))
    return sum(abs(geod.geometry_area_perimeter(shapely.geometry.polygon.orient(p))[0]) for p in parts) / 1e4


def prepared(run, source):
    return list(run(ALGORITHM, INPUT=source, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"].getFeatures())


def square_in(crs, fields, *values):
    """A layer of a densified square at 60 degrees north in a CRS."""
    made = QgsVectorLayer(
        f"Polygon?crs={crs}&" + "&".join(f"field={f}:double" for f in fields), "a", "memory"
    )
    degrees, wanted = QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem(crs)
    geometry = QgsGeometry.fromWkt(SQUARE).densifyByDistance(0.001)
    geometry.transform(QgsCoordinateTransform(degrees, wanted, QgsCoordinateTransformContext()))
    feature = QgsFeature(made.fields())
    feature.setGeometry(geometry)
    feature.setAttributes([geometry.area() if value == "planar" else value for value in values])
    assert made.dataProvider().addFeature(feature)
    return made


@pytest.mark.parametrize(
    "crs, fields, values",
    [
        pytest.param("EPSG:4326", ["Shape_Area"], ["planar"], id="square degrees in Shape_Area"),
        pytest.param("EPSG:3857", ["Shape_Area"], ["planar"], id="Web Mercator, four times too large"),
        pytest.param("EPSG:3857", ["AREA_KM2"], [24_900], id="square kilometres measured in Mercator"),
        pytest.param("ESRI:54009", ["GIS_AREA"], [6_170], id="Mollweide, as the World Database measures"),
        pytest.param("EPSG:32634", ["REP_AREA"], [1], id="reported by the government"),
        pytest.param("EPSG:3035", [], [], id="an equal-area projection"),
    ],
)
def test_columns_and_projections_do_not_change_an_area(run, geod, crs, fields, values):
    (area,) = prepared(run, square_in(crs, fields, *values))
    truth = geodesic_ha(geod, QgsGeometry.fromWkt(SQUARE).densifyByDistance(0.001))
    assert area["area_ha"] == pytest.approx(truth, rel=1e-6)


@pytest.mark.real_data
@pytest.mark.parametrize(
    "file, n, km2",
    [
        pytest.param("admin/cod_ab_2017/cod_admbnda_adm2_rgc_20170711.shp", 240, 2_330_347, id="admin level 2"),
        pytest.param("protected/protectedareas_wri_2017.geojson", 49, 263_820, id="WRI, 2017"),
        pytest.param("protected/wdpa_cod_utm35s/cod_conservation_utm.shp", 43, 308_702, id="World Database"),
    ],
)  # fmt: skip
def test_every_real_polygon_agrees_with_geographiclib(run, geod, data, file, n, km2):
    areas = prepared(run, str(data / file))
    assert len(areas) == n
    for area in areas:
        assert area["area_ha"] == pytest.approx(geodesic_ha(geod, area.geometry()), rel=1e-5), area["area_id"]
    assert sum(area["area_ha"] for area in areas) == pytest.approx(km2 * 100, rel=1e-5)


@pytest.mark.real_data
def test_square_degrees_are_no_reported_area(run, data):
    areas = prepared(run, str(data / "admin/cod_ab_2017/cod_admbnda_adm2_rgc_20170711.shp"))
    assert all(area["reported_km2"] in (None, NULL) for area in areas)  # Shape_Area is in square degrees


@pytest.mark.real_data
def test_published_areas_of_the_world_database_stay_beside_the_measured(run, data):
    path = str(data / "protected/wdpa_cod_utm35s/cod_conservation_utm.shp")
    published = {
        row["WDPA_PID"]: (row["REP_AREA"], row["GIS_AREA"]) for row in QgsVectorLayer(path).getFeatures()
    }
    for area in prepared(run, path):
        reported, by_publisher = published[area["area_id"]]
        assert area["reported_km2"] == reported
        # Mollweide on a sphere of the equatorial radius
        assert by_publisher * 100 / area["area_ha"] == pytest.approx(1.0065, abs=4e-4), area["area_name"]
