"""What a failing algorithm says of its sources and destinations: their names, no login, no address, no folder."""

import pytest
from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
)

SECRETS = ("s3same", "am1na", "192.0.2.1", "h0me")
LOGIN = "user='am1na' password='s3same'"
SOURCES = [
    pytest.param(f"postgres://dbname='a' host=127.0.0.1 port=1 {LOGIN} table=\"v\"", id="database"),
    pytest.param("PG:host=127.0.0.1 port=1 user=am1na password=s3same", id="database of GDAL"),
    pytest.param("/vsicurl/http://am1na:s3same@127.0.0.1:1/v.gpkg?token=s3same", id="file of the web"),
    pytest.param("http://am1na:s3same@127.0.0.1:1/v.geojson?token=s3same", id="address"),
    pytest.param("/h0me/am1na/s3same/visits.gpkg|layername=visits", id="folder"),
    pytest.param(
        QgsProcessingFeatureSourceDefinition("/h0me/am1na/s3same/visits.gpkg", True), id="selected features"
    ),
]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize(
    "algorithm, role",
    [
        ("importvisits", "INPUT"),
        ("scorecard", "SITES"),
        ("prepareprotectedareas", "INPUT"),
        ("explainscore", "SCORES"),
        ("printsheet", "SITES"),
        ("localmoran", "INPUT"),
    ],
)
def test_a_source_that_cannot_be_opened_is_named_alone(plugin, qgis_new_project, algorithm, role, source):
    from qgis import processing

    feedback = QgsProcessingFeedback()
    with pytest.raises(QgsProcessingException) as error:
        processing.run(f"asm:{algorithm}", {role: source, "PDF": "TEMPORARY_OUTPUT"}, feedback=feedback)
    told = str(error.value) + feedback.textLog()
    assert not any(secret in told for secret in SECRETS), told


@pytest.mark.parametrize(
    "sink",
    [
        f'postgis:dbname=\'a\' host=127.0.0.1 port=1 {LOGIN} table="public"."sites" (geom)',
        "/h0me/am1na/s3same/sites.gpkg",
        "ogr:dbname='/h0me/am1na/s3same/atlas.gpkg' table=\"sites\" (geom)",
    ],
    ids=["database", "file", "table"],
)
def test_a_destination_that_cannot_be_written_is_named_alone(plugin, qgis_new_project, resources, sink):
    from qgis import processing

    feedback = QgsProcessingFeedback()
    with pytest.raises(QgsProcessingException) as error:
        processing.run(
            "asm:importvisits",
            {"INPUT": str(resources / "demo" / "visits.csv"), "SITES": sink, "VISITS": "TEMPORARY_OUTPUT"},
            feedback=feedback,
        )
    told = str(error.value) + feedback.textLog()
    assert not any(secret in told for secret in SECRETS), told
