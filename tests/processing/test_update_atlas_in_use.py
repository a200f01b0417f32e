"""An update of an atlas that is open, locked, cancelled or stopped half way."""

import sqlite3
from contextlib import closing

import pytest
from made_up_releases import dump, sql
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)


@pytest.mark.parametrize("state", ["loaded", "reading", "editing"])
def test_an_atlas_that_qgis_has_open_is_updated(run, atlas, new, state):
    layer = QgsVectorLayer(f"{atlas}|layername=sites", "sites", "ogr")
    name = layer.fields().lookupField("name")
    rows = layer.getFeatures() if state == "reading" else None
    assert rows is None or next(rows)["name"] == "Amani"
    if state == "editing":
        assert layer.startEditing() and layer.changeAttributeValue(1, name, "Amani 2")
        assert sql(atlas, "PRAGMA journal_mode") == [("wal",)]
    run("asm:updateatlas", ATLAS=str(atlas), **new)
    del rows
    if state == "editing":
        assert layer.commitChanges()
    layer.reload()
    names = ["Amani 2" if state == "editing" else "Amani", "Bora II", "Dunia"]
    assert [row["name"] for row in layer.getFeatures()] == names
    del layer
    assert sql(atlas, "SELECT name FROM sites ORDER BY fid") == [(name,) for name in names]
    assert sql(atlas, "PRAGMA integrity_check") == [("ok",)]


def test_layers_of_the_open_project_show_and_state_the_new_release(run, atlas, new):
    layer = QgsVectorLayer(f"{atlas}|layername=sites|subset=latitude < -2.6", "sites", "ogr")
    QgsProject.instance().addMapLayer(layer)
    assert layer.featureCount() == 1
    run("asm:updateatlas", ATLAS=str(atlas), **new)
    assert [row["name"] for row in layer.getFeatures()] == ["Dunia"]
    assert layer.extent() == QgsRectangle(28.8, -2.8, 28.8, -2.8)
    assert layer.metadata().parentIdentifier() == "visits_2023-05.csv"


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_an_atlas_that_another_program_writes_is_locked(run, atlas, new, mode, monkeypatch):
    monkeypatch.setattr("asm_atlas.processing.atlas_file._WAIT_S", 0.1)
    sql(atlas, f"PRAGMA journal_mode = {mode}")
    before = dump(atlas)
    with closing(sqlite3.connect(atlas, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(QgsProcessingException, match="is locked by another program; save your edits"):
            run("asm:updateatlas", ATLAS=str(atlas), **new)
        other.execute("ROLLBACK")
    assert dump(atlas) == before


@pytest.mark.parametrize("percent", [1, 35, 65, 70, 80])
def test_cancel_leaves_the_atlas_as_it_was(atlas, new, percent):
    class Cancelled(QgsProcessingFeedback):
        def setProgress(self, progress):  # noqa: N802
            if progress >= percent:
                self.cancel()

    before = dump(atlas)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("asm:updateatlas")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    _, done = algorithm.run({"ATLAS": str(atlas), **new}, context, Cancelled(False))
    assert not done
    assert dump(atlas) == before


def test_a_failure_half_way_leaves_the_atlas_as_it_was(run, atlas, new, monkeypatch):
    def fails(*_):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("asm_atlas.processing.update_atlas.write_metadata", fails)
    before = dump(atlas)
    with pytest.raises(QgsProcessingException, match=r"was not changed: the disk is full .* make room"):
        run("asm:updateatlas", ATLAS=str(atlas), **new)
    assert dump(atlas) == before
