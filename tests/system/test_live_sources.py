"""Visits from a WFS and from PostGIS, and what is said when the server is slow, dead or broken."""

import live_servers
import pytest
from asm_atlas.processing.live_sources import unreachable
from qgis.core import (
    Qgis,
    QgsCoordinateTransformContext,
    QgsProcessingException,
    QgsProject,
    QgsSettings,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerExporter,
)

ROWS = 602
COUNTS = ("N_ROWS", "N_VISITS", "N_STATUSES", "N_REJECTED", "N_SITES")


def write_visits_layer(resources, path):
    """The demo visits as a table of points, without the column of coordinates in hexadecimal."""
    uri = f"file://{resources / 'demo' / 'visits.csv'}?delimiter=,&xField=longitude&yField=latitude&crs=EPSG:4326&detectTypes=no"
    layer = QgsVectorLayer(uri, "visits", "delimitedtext")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", "visits"
    names = layer.fields().names()
    options.attributes = [place for place, name in enumerate(names) if name != "geom"]
    error, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsCoordinateTransformContext(), options
    )
    assert error == QgsVectorFileWriter.WriterError.NoError, message


@pytest.fixture(scope="module")
def visits_file(qgis_app, resources, tmp_path_factory):
    path = tmp_path_factory.mktemp("live") / "visits.gpkg"
    write_visits_layer(resources, path)
    return path


@pytest.fixture(scope="module")
def wfs(visits_file):
    """The address of a WFS that offers the demo visits as `visits`."""
    project = QgsProject()
    layer = QgsVectorLayer(f"{visits_file}|layername=visits", "visits", "ogr")
    project.addMapLayer(layer)
    project.setCrs(layer.crs())
    project.writeEntry("WFSLayers", "/", [layer.id()])
    project.writeEntry("WFSLayersPrecision", f"/{layer.id()}", 15)
    path = visits_file.with_name("visits.qgs")
    assert project.write(str(path))
    project.clear()
    with live_servers.wfs_server(path) as url:
        yield url


@pytest.fixture(scope="module")
def postgis(visits_file):
    """A PostGIS database with the demo visits as the table `visits`."""
    with live_servers.postgis_server() as server:
        layer = QgsVectorLayer(f"{visits_file}|layername=visits", "visits", "ogr")
        uri = f'{connection(server)} key=\'fid\' type=Point table="public"."visits" (geom)'
        result, message = QgsVectorLayerExporter.exportLayer(layer, uri, "postgres", layer.crs())
        assert result == Qgis.VectorExportResult.Success, message
        yield server


@pytest.fixture()
def short_timeout():
    """Two seconds of patience with servers instead of QGIS's sixty."""
    settings, key = QgsSettings(), "qgis/networkAndProxy/networkTimeout"
    before = settings.value(key)
    settings.setValue(key, 2000)
    yield
    settings.setValue(key, before) if before is not None else settings.remove(key)


def connection(server):
    return (
        " ".join(f"{name}='{server[name]}'" for name in ("dbname", "host", "port", "user"))
        + " sslmode=disable"
    )


def wfs_uri(url):
    return f"WFS://url='{url}' typename='visits' version='1.1.0' srsname='EPSG:4326'"


def imported(run, source, tmp_path):
    return run(
        "asm:importvisits",
        INPUT=source,
        SITES=str(tmp_path / "sites.gpkg"),
        VISITS=str(tmp_path / "visits_out.gpkg"),
        FINDINGS=str(tmp_path / "findings.gpkg"),
    )


def test_a_wfs_gives_what_the_file_gives(run, wfs, visits_file, tmp_path):
    expected = imported(run, f"{visits_file}|layername=visits", tmp_path)
    assert expected["N_ROWS"] == ROWS
    (tmp_path / "wfs").mkdir()
    out = imported(run, wfs_uri(wfs), tmp_path / "wfs")
    assert {name: out[name] for name in COUNTS} == {name: expected[name] for name in COUNTS}


def test_outputs_do_not_say_where_the_server_is(run, wfs, postgis, tmp_path):
    for source in (
        wfs_uri(wfs),
        f'postgres://{connection(postgis)} key=\'fid\' table="public"."visits" (geom)',
    ):
        imported(run, source, tmp_path)
        history = QgsVectorLayer(str(tmp_path / "sites.gpkg"), "sites", "ogr").metadata().history()
        assert "Imported from visits" in " ".join(history)
        for path in tmp_path.iterdir():
            written = path.read_bytes()
            assert wfs.encode() not in written and str(postgis["port"]).encode() not in written, path.name
            assert b"sslmode" not in written and b"127.0.0.1" not in written, path.name


def test_postgis_as_source_and_as_sink(run, postgis, visits_file, tmp_path):
    expected = imported(run, f"{visits_file}|layername=visits", tmp_path)
    tables = f"postgis:{connection(postgis)}"
    out = run(
        "asm:importvisits",
        INPUT=f'postgres://{connection(postgis)} key=\'fid\' table="public"."visits" (geom)',
        SITES=f'{tables} table="public"."sites" (geom)',
        VISITS=f'{tables} table="public"."visits_imported" (geom)',
        ACTORS=f'{tables} table="public"."actors"',
        FINDINGS=f'{tables} table="public"."findings" (geom)',
    )
    assert {name: out[name] for name in COUNTS} == {name: expected[name] for name in COUNTS}
    sites = QgsVectorLayer(f'{connection(postgis)} table="public"."sites" (geom)', "sites", "postgres")
    assert sites.isValid() and sites.featureCount() == out["N_SITES"]
    assert {feature["presence"] for feature in sites.getFeatures()} <= {"yes", "no", "unknown", "not_asked"}


def _dead(url):
    return f"http://127.0.0.1:{live_servers.free_port()}/"


def _half(path, body):
    return body[: len(body) // 2] if "GetFeature" in path and "hits" not in path else body


@pytest.mark.parametrize(
    "answer, told",
    [
        pytest.param(None, "does not answer", id="dead"),
        pytest.param(lambda handler: handler.connection.recv(1) and None, "does not answer", id="hangs up"),
        pytest.param(
            lambda handler: live_servers.send(handler, b"<html>Error 500</html>", kind="text/html"),
            "does not answer",
            id="malformed",
        ),
        pytest.param("slow", "does not answer", id="slow"),
        pytest.param("half", "broke off", id="breaks off in the middle"),
    ],
)
def test_a_failing_server_is_named_and_earlier_output_stays(
    run, wfs, visits_file, short_timeout, tmp_path, answer, told
):
    imported(run, f"{visits_file}|layername=visits", tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    if answer is None:
        url = f"http://127.0.0.1:{live_servers.free_port()}/"
        _fails(run, url, told, tmp_path)
    else:
        if answer == "half":
            answer = lambda handler: live_servers.relay(handler, wfs, _half)  # noqa: E731
        elif answer == "slow":
            answer = lambda handler: live_servers.time.sleep(8)  # noqa: E731
        with live_servers.http_server(answer) as url:
            _fails(run, url, told, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def _fails(run, url, told, tmp_path):
    with pytest.raises(QgsProcessingException, match=told) as error:
        imported(run, wfs_uri(url), tmp_path)
    assert "visits (WFS)" in str(error.value) and url.rstrip("/") not in str(error.value)


def test_a_dead_database_is_named_without_address_and_login(run, tmp_path):
    port = live_servers.free_port()
    secret = "open sesame"
    source = (
        f"postgres://dbname='atlas' host=127.0.0.1 port={port} user='me' password='{secret}' "
        'connect_timeout=2 table="public"."visits" (geom)'
    )
    with pytest.raises(QgsProcessingException, match=r"visits \(PostgreSQL\) does not answer") as error:
        imported(run, source, tmp_path)
    assert secret not in str(error.value) and str(port) not in str(error.value)


def test_files_are_no_servers():
    assert unreachable("/data/visits.csv") == ""
    assert unreachable(None) == ""
