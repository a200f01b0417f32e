"""The demo, one click away: where it is put, that it is whole or absent, and that it opens."""

import time

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication


class ProjectIface:
    """What the demo asks of QGIS."""

    def __init__(self, may_close=True):
        self.may_close, self.opened, self.told = may_close, [], []

    def newProject(self, asks):  # noqa: N802
        assert asks
        return self.may_close

    def addProject(self, path):  # noqa: N802
        self.opened.append(path)

    def messageBar(self):  # noqa: N802
        return self

    def pushInfo(self, title, text):  # noqa: N802
        self.told.append(text)


@pytest.fixture()
def make_maker(plugin, qgis_new_project):
    from asm_atlas.dialogs.demo_project import DemoMaker

    def make(may_close=True):
        maker = DemoMaker(ProjectIface(may_close))
        maker.sentences, maker.percents = [], []
        maker.ended.connect(maker.sentences.append)
        maker.progressed.connect(maker.percents.append)
        return maker

    return make


def wait_until(condition):
    end = time.monotonic() + 300
    while not condition() and time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.005)
    assert condition()


def test_the_demo_is_made_and_opened(make_maker, tmp_path):
    maker = make_maker()
    folder = tmp_path / "Ma démo d'essai"
    maker.make(folder)
    assert maker.is_running
    wait_until(lambda: maker.sentences)
    assert maker.sentences == [""]
    assert len(maker.percents) > 3
    assert maker.iface.opened == [str(folder / "atlas.qgz")]
    assert sorted(path.name for path in tmp_path.iterdir()) == [folder.name]
    assert {path.name for path in folder.iterdir()} >= {"atlas.gpkg", "atlas.qgz", "visits.csv", "README.md"}
    project = QgsProject()
    assert project.read(str(folder / "atlas.qgz"))
    assert len(project.mapLayers()) > 20
    assert all(layer.isValid() for layer in project.mapLayers().values())
    project.clear()


def test_the_demo_stays_where_the_user_keeps_the_open_project(make_maker, tmp_path):
    maker = make_maker(may_close=False)
    maker.open(tmp_path / "demo" / "atlas.qgz")
    assert maker.iface.opened == []
    assert str(tmp_path / "demo") in maker.iface.told[0]


def test_stopped_it_leaves_nothing(make_maker, tmp_path):
    from asm_atlas.dialogs import import_job

    maker = make_maker()
    maker.make(tmp_path / "demo")
    wait_until(lambda: maker.percents)
    maker.stop(120)
    assert not maker.is_running
    assert maker.sentences == [""]
    wait_until(lambda: not import_job._running)
    assert list(tmp_path.iterdir()) == []
    assert maker.iface.opened == []


def test_stopped_when_the_work_has_just_ended_it_leaves_nothing(make_maker, tmp_path, monkeypatch):
    from asm_atlas.dialogs import demo_project, import_job

    def made_at_once(target, feedback):
        part = tmp_path / "part"
        part.mkdir()
        return part

    monkeypatch.setattr(demo_project, "make_tables", made_at_once)
    maker = make_maker()
    maker.make(tmp_path / "demo")
    while not (tmp_path / "part").exists():
        time.sleep(0.005)  # no events: the window has not heard of the end
    maker.stop(60)
    wait_until(lambda: not import_job._running and not (tmp_path / "part").exists())
    assert list(tmp_path.iterdir()) == []
    assert maker.iface.opened == []


def test_a_failure_is_a_sentence_and_leaves_nothing(make_maker, tmp_path, monkeypatch):
    from asm_atlas.processing import demo_atlas

    monkeypatch.setattr(demo_atlas, "DEMO", tmp_path / "gone")
    maker = make_maker()
    maker.make(tmp_path / "demo")
    wait_until(lambda: maker.sentences)
    assert "visits.csv" in maker.sentences[0]
    assert list(tmp_path.iterdir()) == []


def test_files_that_came_meanwhile_are_not_touched(make_maker, tmp_path, monkeypatch):
    from asm_atlas.dialogs import demo_project

    real = demo_project.make_tables

    def make_then_fill(target, feedback):
        part = real(target, feedback)
        target.mkdir()
        (target / "mine.txt").write_text("mine", encoding="utf-8")
        return part

    monkeypatch.setattr(demo_project, "make_tables", make_then_fill)
    maker = make_maker()
    maker.make(tmp_path / "demo")
    wait_until(lambda: maker.sentences)
    assert "holds files already" in maker.sentences[0]
    assert [path.name for path in tmp_path.rglob("*")] == ["demo", "mine.txt"]


def test_a_missing_package_is_told(make_maker, tmp_path, monkeypatch):
    from asm_atlas.dialogs import demo_project

    monkeypatch.setattr(demo_project, "missing_dependency", lambda: "shapely is missing.")
    maker = make_maker()
    maker.make(tmp_path / "demo")
    assert maker.sentences == ["shapely is missing."]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "folder, said",
    [
        pytest.param("new", "", id="a new folder"),
        pytest.param("empty", "", id="an empty folder"),
        pytest.param("full", "holds files already", id="a folder with files"),
        pytest.param("full/mine.txt", "is a file", id="a file"),
        pytest.param("none/new", "There is no folder", id="in a folder that is not there"),
    ],
)
def test_where_the_demo_may_go(plugin, tmp_path, folder, said):
    from asm_atlas.processing.demo_atlas import unusable_folder

    (tmp_path / "empty").mkdir()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", encoding="utf-8")
    sentence = unusable_folder(tmp_path / folder)
    assert (said in sentence) if said else sentence == ""


def test_the_demo_never_goes_into_the_plugin(plugin, root):
    from pathlib import Path

    from asm_atlas.processing.demo_atlas import unusable_folder

    assert "folder of the plugin" in unusable_folder(root / "demo")
    assert "folder of the plugin" in unusable_folder(root / "dialogs" / ".." / "demo")
    assert "whole path" in unusable_folder(Path("demo"))


def test_the_dialog_proposes_a_free_name_and_the_earlier_demo(plugin, tmp_path):
    from asm_atlas.dialogs.demo_folder import DemoFolder

    asked = DemoFolder(None, tmp_path)
    assert asked.folder() == tmp_path / "ASM Atlas demo"
    assert asked.make_button.isEnabled()
    assert asked.earlier is None
    made = tmp_path / "ASM Atlas demo"
    made.mkdir()
    (made / "atlas.qgz").write_text("", encoding="utf-8")
    again = DemoFolder(None, tmp_path)
    assert again.folder() == tmp_path / "ASM Atlas demo 2"
    assert again.earlier == made / "atlas.qgz"
    assert str(made) in again.note.text()
    again.folder_field.setFilePath(str(made))
    assert not again.make_button.isEnabled()
    assert "holds files already" in again.note.text()
