"""Layers that are edited, saved, rolled back or closed while an algorithm reads them in a thread (docs/faults.md)."""

import time

import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication


class Halts(QgsProcessingFeedback):
    """Holds the run at some percentage until it is let on; keeps what it is told."""

    def __init__(self, percent):
        super().__init__(False)
        self.percent, self.is_there, self.may_go, self.errors = percent, False, False, []

    def setProgress(self, percent):  # noqa: N802
        if percent >= self.percent and not self.may_go:
            self.is_there = True
            ends = time.monotonic() + 60
            while not self.may_go and time.monotonic() < ends:
                time.sleep(0.005)
        super().setProgress(percent)

    def reportError(self, error, fatalError=False):  # noqa: N802, N803
        self.errors.append(error)


def until(what):
    ends = time.monotonic() + 60
    while not what():
        assert time.monotonic() < ends, "it took too long"
        QCoreApplication.processEvents()
        time.sleep(0.005)


@pytest.fixture()
def beside_window(plugin, qgis_new_project):
    """Run an algorithm in a thread of QGIS, do something when it is at 5 percent, and get (good, results, errors)."""

    def start(algorithm, parameters, meanwhile, percent=5):
        context, feedback, ended = QgsProcessingContext(), Halts(percent), []
        start.feedback = feedback
        context.setProject(QgsProject.instance())
        chosen = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
        good, sentence = chosen.checkParameterValues(parameters, context)
        assert good, sentence
        task = QgsProcessingAlgRunnerTask(chosen, parameters, context, feedback)
        task.executed.connect(lambda well, results: ended.append((well, results)))
        QgsApplication.taskManager().addTask(task)
        until(lambda: feedback.is_there or ended)
        assert not ended, feedback.errors
        meanwhile()
        feedback.may_go = True
        until(lambda: ended)
        return (*ended[0], feedback.errors)

    return start


@pytest.fixture()
def tables(run, resources, tmp_path):
    """Sites and visits as layers of the project, from a file."""
    names = ("sites", "visits", "actors", "statuses", "findings")
    files = {name.upper(): str(tmp_path / f"{name}.gpkg") for name in names}
    run("asm:importvisits", INPUT=str(resources / "demo" / "visits.csv"), **files)
    return {
        name: QgsProject.instance().addMapLayer(QgsVectorLayer(files[name.upper()], name, "ogr"))
        for name in ("sites", "visits")
    }


def add(layer):
    row = QgsFeature(layer.fields())
    row["pcode"] = "NEW"
    row.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(28, -2)))
    assert layer.addFeature(row)


def delete(layer):
    assert layer.deleteFeature(next(layer.getFeatures()).id())


def change(layer):
    first = next(layer.getFeatures())
    assert layer.changeAttributeValue(first.id(), layer.fields().lookupField("pcode"), "OTHER")


def rename(layer):
    assert layer.renameAttribute(layer.fields().lookupField("name"), "renamed")


def commit(layer):
    delete(layer)
    assert layer.commitChanges()


def roll_back(layer):
    delete(layer)
    assert layer.rollBack()


@pytest.mark.parametrize("edit", [add, delete, change, rename, commit, roll_back])
def test_edits_meanwhile_are_refused(beside_window, tables, tmp_path, edit):
    target = tmp_path / "scores.gpkg"
    sites = tables["sites"]
    before = sites.receivers(sites.layerModified)
    sites.startEditing()
    given = {"SITES": sites.id(), "VISITS": tables["visits"].id(), "SCORES": str(target)}
    well, _, errors = beside_window("asm:scorecard", given, lambda: edit(sites))
    assert not well
    assert "sites was edited while this ran, so nothing was written; run it again." in " ".join(errors)
    assert not target.exists()
    assert sites.receivers(sites.layerModified) == before
    sites.rollBack()
    well, _, errors = beside_window("asm:scorecard", given, lambda: None)
    assert well and target.exists(), errors


def test_edits_that_are_not_saved_are_read(beside_window, tables, tmp_path):
    """What is seen in QGIS is what counts, saved or not: all of one state."""
    sites = tables["sites"]
    sites.startEditing()
    delete(sites)
    given = {"SITES": sites.id(), "VISITS": tables["visits"].id(), "SCORES": str(tmp_path / "scores.gpkg")}
    well, results, errors = beside_window("asm:scorecard", given, lambda: None)
    assert well and results["N_SITES"] == sites.featureCount() == 299, errors
    sites.rollBack()


@pytest.mark.parametrize("percent", [1, 5, 30])
@pytest.mark.parametrize("role", ["sites", "visits"])
def test_a_layer_goes_meanwhile(beside_window, tables, tmp_path, role, percent):
    """The run ends before the layer does: QGIS crashes where a layer is read that is no more."""
    target = tmp_path / "scores.gpkg"
    given = {"SITES": tables["sites"].id(), "VISITS": tables["visits"].id(), "SCORES": str(target)}
    gone = tables[role].id()
    tables.clear()

    def remove():
        beside_window.feedback.may_go = True
        QgsProject.instance().removeMapLayer(gone)

    well, _, errors = beside_window("asm:scorecard", given, remove, percent=percent)
    assert not well
    sentences = (
        f"{role} was removed while this ran, so nothing was written",
        f"Could not load source layer for {role.upper()}",
    )
    assert any(sentence in " ".join(errors) for sentence in sentences), errors
    assert not target.exists()


@pytest.mark.parametrize("what", ["cleared", "another opened"])
def test_the_project_is_closed_meanwhile(beside_window, resources, tmp_path, what):
    """A run on files does not need it; its outputs are whole."""
    target = {name: str(tmp_path / f"{name}.gpkg") for name in ("SITES", "VISITS", "FINDINGS")}
    other = tmp_path / "other.qgs"
    QgsProject.instance().write(str(other))

    def close():
        QgsProject.instance().clear() if what == "cleared" else QgsProject.instance().read(str(other))

    given = {"INPUT": str(resources / "demo" / "visits.csv"), **target}
    well, results, errors = beside_window("asm:importvisits", given, close, percent=70)
    assert well and results["N_SITES"] == 300, errors
    assert QgsVectorLayer(target["SITES"], "s", "ogr").featureCount() == 300
