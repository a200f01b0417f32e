"""Output files that would replace an input, each other or what is kept from writing; cancel while writing."""

import shutil
from pathlib import Path

import pytest
from osgeo import ogr
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

PREPARE = "asm:prepareprotectedareas"


@pytest.fixture
def areas_layer():
    made = QgsVectorLayer("Polygon?crs=EPSG:4326&field=NAME:string", "areas", "memory")
    features = []
    for west in range(300):
        feature = QgsFeature(made.fields())
        feature.setAttributes([f"Park {west}"])
        edge = 0.1 * west, 0.1 * west + 0.05
        feature.setGeometry(
            QgsGeometry.fromWkt(
                f"POLYGON (({edge[0]} 0, {edge[1]} 0, {edge[1]} 1, {edge[0]} 1, {edge[0]} 0))"
            )
        )
        features.append(feature)
    made.dataProvider().addFeatures(features)
    return made


@pytest.fixture
def areas_file(areas_layer, tmp_path):
    """A GeoPackage with the table 'areas'."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "areas"
    path = tmp_path / "areas.gpkg"
    QgsVectorFileWriter.writeAsVectorFormatV3(
        areas_layer, str(path), QgsProject().transformContext(), options
    )
    return path


def tables_of(path):
    dataset = ogr.Open(str(path))
    return [dataset.GetLayer(place).GetName() for place in range(dataset.GetLayerCount())]


def table_in(path, name):
    return f"ogr:dbname='{path}' table=\"{name}\" (geom)"


GIVEN = {
    "path": str,
    "path with table": lambda path: f"{path}|layername=areas",
    "layer of the project": lambda path: (
        QgsProject.instance().addMapLayer(QgsVectorLayer(f"{path}|layername=areas", "a", "ogr")).id()
    ),
    "selection": lambda path: QgsProcessingFeatureSourceDefinition(str(path)),
}


@pytest.mark.parametrize("given", GIVEN)
@pytest.mark.parametrize("output", [str, lambda path: table_in(path, "Areas")], ids=["file", "table"])
def test_an_output_that_would_replace_its_input_is_refused(run, qgis_new_project, areas_file, given, output):
    with pytest.raises(QgsProcessingException, match=r"OUTPUT would replace areas.gpkg.*read as an input"):
        run(PREPARE, INPUT=GIVEN[given](areas_file), OUTPUT=output(areas_file))
    assert tables_of(areas_file) == ["areas"]
    assert ogr.Open(str(areas_file)).GetLayer(0).GetFeatureCount() == 300


def test_a_link_to_the_input_is_the_input(run, areas_file, tmp_path):
    link = tmp_path / "link.gpkg"
    link.symlink_to(areas_file)
    with pytest.raises(QgsProcessingException, match=r"OUTPUT would replace link.gpkg"):
        run(PREPARE, INPUT=str(areas_file), OUTPUT=str(link))


def test_another_table_of_the_input_is_written(run, areas_file):
    run(PREPARE, INPUT=f"{areas_file}|layername=areas", OUTPUT=table_in(areas_file, "prepared"))
    assert tables_of(areas_file) == ["areas", "prepared"]


def test_two_outputs_in_one_file_are_refused(run, areas_file, tmp_path):
    target = str(tmp_path / "both.gpkg")
    with pytest.raises(
        QgsProcessingException, match=r"OUTPUT and DROPPED would be written to the same both.gpkg"
    ):
        run(PREPARE, INPUT=str(areas_file), OUTPUT=target, DROPPED=target)
    assert not Path(target).exists()


def test_a_file_marked_read_only_is_left_alone(run, areas_file, tmp_path):
    target = tmp_path / "kept.gpkg"
    shutil.copyfile(areas_file, target)
    target.chmod(0o444)
    before = target.read_bytes()
    with pytest.raises(QgsProcessingException, match=r"kept.gpkg cannot be written"):
        run(PREPARE, INPUT=str(areas_file), OUTPUT=str(target))
    assert target.read_bytes() == before


class CancelledAt(QgsProcessingFeedback):
    """Cancelled by the user when so many percent are done."""

    def __init__(self, percent):
        super().__init__(False)
        self.percent = percent

    def setProgress(self, percent):  # noqa: N802
        if percent >= self.percent:
            self.cancel()
        super().setProgress(percent)


def cancelled(percent, **parameters):
    from qgis import processing

    with pytest.raises(QgsProcessingException, match="Cancelled; no output was written"):
        processing.run(PREPARE, parameters, feedback=CancelledAt(percent), context=QgsProcessingContext())


@pytest.mark.parametrize("percent", [85, 92], ids=["in the first output", "at its end"])
@pytest.mark.parametrize("suffix", ["gpkg", "shp", "geojson", "csv", "fgb"])
def test_cancel_while_writing_leaves_no_file(plugin, areas_layer, tmp_path, suffix, percent):
    outputs = {key: str(tmp_path / f"{key}.{suffix}") for key in ("OUTPUT", "DROPPED")}
    cancelled(percent, INPUT=areas_layer, **outputs)
    assert list(tmp_path.iterdir()) == []


def test_cancel_while_writing_takes_away_the_table_alone(plugin, areas_layer, areas_file):
    outputs = {key: table_in(areas_file, key.lower()) for key in ("OUTPUT", "DROPPED")}
    cancelled(85, INPUT=areas_layer, **outputs)
    assert tables_of(areas_file) == ["areas"]


def test_progress_of_writing_is_steady(plugin, areas_layer, tmp_path):
    from qgis import processing

    told, feedback = [], QgsProcessingFeedback(False)
    feedback.progressChanged.connect(told.append)
    processing.run(PREPARE, {"INPUT": areas_layer, "OUTPUT": str(tmp_path / "a.gpkg")}, feedback=feedback)
    assert told == sorted(told) and told[-1] == 100
    assert len([percent for percent in told if 80 <= percent < 99]) >= 3
