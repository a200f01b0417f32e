"""asm:areabands: rings as a styled layer, of plain and of prepared areas."""

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

ALGORITHM = "asm:areabands"
PARK = "POLYGON ((27 -1, 28 -1, 28 1, 27 1, 27 -1))"


@pytest.fixture()
def make_area_layer(qgis_new_project):
    def made(*rows, crs="EPSG:4326"):
        layer = QgsVectorLayer(f"Polygon?crs={crs}&field=name:string&field=status:string", "areas", "memory")
        for wkt, name in rows:
            feature = QgsFeature(layer.fields())
            feature.setAttributes([name, "Designated"])
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
            assert layer.dataProvider().addFeature(feature)
        return layer

    return made


def band_at(layer, lon, lat):
    point = QgsGeometry.fromPointXY(QgsPointXY(lon, lat))
    return [row["band"] for row in layer.getFeatures() if row.geometry().intersects(point)]


@pytest.mark.parametrize(
    "lon, expected",
    [
        pytest.param(27.5, [], id="in the area itself"),
        pytest.param(28.0 + 0.5 / 111.32, ["0-1 km"], id="half a kilometre away"),
        pytest.param(28.0 + 4.9 / 111.32, ["1-5 km"], id="almost five kilometres away"),
        pytest.param(28.0 + 9.0 / 111.32, ["5-10 km"], id="nine kilometres away"),
        pytest.param(28.0 + 49.0 / 111.32, ["10-50 km"], id="almost fifty kilometres away"),
        pytest.param(28.0 + 51.0 / 111.32, [], id="beyond"),
    ],
)
def test_each_place_is_in_the_ring_of_its_distance(run, make_area_layer, lon, expected):
    found = run(ALGORITHM, INPUT=make_area_layer((PARK, "Park")), OUTPUT="TEMPORARY_OUTPUT")
    assert band_at(found["OUTPUT"], lon, 0.0) == expected


def test_the_table_tells_limits_and_areas(run, make_area_layer):
    found = run(ALGORITHM, INPUT=make_area_layer((PARK, "Park")), BANDS="2; 4", OUTPUT="TEMPORARY_OUTPUT")
    rows = [
        (row["band"], row["from_km"], row["to_km"], round(row["area_ha"], -3))
        for row in found["OUTPUT"].getFeatures()
    ]
    # 2 km times a perimeter of 665 km and the quarters of a circle at the corners
    assert rows == [("0-2 km", 0, 2, 134_000), ("2-4 km", 2, 4, 137_000)]
    assert (found["N_AREAS"], found["N_LEFT_OUT"], found["N_RINGS"]) == (1, 0, 2)
    assert found["OUTPUT"].crs().authid() == "EPSG:4326"
    assert "bands 2, 4 km round 1 areas of 'areas'" in found["OUTPUT"].metadata().history()[-1]


def test_the_second_tier_has_rings_only_when_asked_for(run, resources):
    prepared = run(
        "asm:prepareprotectedareas",
        INPUT=str(resources / "demo" / "protected_areas.geojson"),
        SECOND_TIER=True,
        OUTPUT="TEMPORARY_OUTPUT",
    )["OUTPUT"]
    without = run(ALGORITHM, INPUT=prepared, BANDS="1", OUTPUT="TEMPORARY_OUTPUT")
    with_it = run(ALGORITHM, INPUT=prepared, BANDS="1", SECOND_TIER=True, OUTPUT="TEMPORARY_OUTPUT")
    assert (without["N_AREAS"], without["N_LEFT_OUT"]) == (7, 1)
    assert (with_it["N_AREAS"], with_it["N_LEFT_OUT"]) == (8, 0)
    areas = [next(found["OUTPUT"].getFeatures())["area_ha"] for found in (without, with_it)]
    assert areas[1] > areas[0] > 0


def test_cancel_writes_nothing(plugin, make_area_layer, tmp_path):
    from qgis import processing

    feedback = QgsProcessingFeedback()
    feedback.cancel()
    parameters = {"INPUT": make_area_layer((PARK, "Park")), "OUTPUT": str(tmp_path / "rings.gpkg")}
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        processing.run(ALGORITHM, parameters, feedback=feedback)
    assert list(tmp_path.iterdir()) == []
