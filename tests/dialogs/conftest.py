"""A project with the demo data, and the dialogs on it."""

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from scheme_editing import TABLES, settle
from wizard_walk import NOTEBOOK

OWN_SETTINGS = (
    "asm_atlas/sheet",
    "asm_atlas/series",
    "asm_atlas/organisation",
    "asm_atlas/import",
    "asm_atlas/scheme",
)
CONTEXT = ("provinces", "territories", "protected_areas", "titles", "lakes", "rivers", "roads", "towns")


class RecordingIface:
    """What the designer asks of QGIS: to open a layout, and a page of its options."""

    def __init__(self):
        self.opened = []
        self.options = []

    def showOptionsDialog(self, parent, page):  # noqa: N802
        self.options.append(page)

    def openLayoutDesigner(self, layout):  # noqa: N802
        self.opened.append(layout)


@pytest.fixture(scope="session")
def atlas_files(plugin, resources, tmp_path_factory):
    """GeoPackages of the tables that the import and the scorecard make of the demo visits."""
    from qgis import processing

    folder = tmp_path_factory.mktemp("atlas")
    imported = ("sites", "visits", "actors", "statuses", "findings")
    paths = {name: str(folder / f"{name}.gpkg") for name in (*imported, "scores")}
    tables = {name.upper(): paths[name] for name in imported}
    processing.run("asm:importvisits", {"INPUT": str(resources / "demo" / "visits.csv"), **tables})
    del tables["FINDINGS"]
    processing.run("asm:scorecard", {**tables, "SCORES": paths["scores"]})
    return paths


@pytest.fixture(autouse=True)
def fresh_settings():
    for name in OWN_SETTINGS:
        QgsSettings().remove(name)
    yield
    for name in OWN_SETTINGS:
        QgsSettings().remove(name)


@pytest.fixture()
def open_layer():
    """Open a file as a layer of the project."""

    def open_layer(path, name):
        opened = QgsVectorLayer(str(path), name, "ogr")
        assert opened.isValid(), path
        return QgsProject.instance().addMapLayer(opened)

    return open_layer


@pytest.fixture()
def demo_project(qgis_new_project, atlas_files, resources, open_layer):
    """The open project with the demo's areas, sites, visits and scores."""
    for name in CONTEXT:
        open_layer(resources / "demo" / f"{name}.geojson", name)
    for name in ("scores", "visits", "sites"):
        open_layer(atlas_files[name], name)
    yield QgsProject.instance()
    QgsProject.instance().layoutManager().clear()
    QgsProject.instance().clear()


@pytest.fixture()
def iface():
    return RecordingIface()


@pytest.fixture()
def make_designer(plugin, iface):
    """Make sheet designers on the open project; they are closed and deleted after the test."""
    from asm_atlas.dialogs.sheet_designer import SheetDesigner

    made = []

    def make():
        designer = SheetDesigner(iface, None)
        made.append(designer)
        designer.show()
        return designer

    yield make
    for designer in made:
        if not sip.isdeleted(designer):
            designer.close()
            designer.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture()
def choose():
    """Choose the entry of a combo box that stands for a value."""

    def choose(combo, value):
        index = combo.findData(value)
        assert index >= 0, value
        combo.setCurrentIndex(index)

    return choose


@pytest.fixture()
def designer(demo_project, make_designer, choose):
    """The designer on the demo project, set to one province on A3, which is quick to draw."""
    designer = make_designer()
    designer.form.layers.combos["scores"].setLayer(None)
    choose(designer.form.area, "Ngalara")
    choose(designer.form.paper, "A3")
    return designer


@pytest.fixture()
def make_wizard(plugin, qgis_new_project, monkeypatch):
    """Make wizards on an empty project; they are closed and deleted after the test."""
    from asm_atlas.dialogs import import_mapping_page
    from asm_atlas.dialogs.import_wizard import ImportWizard

    monkeypatch.setattr(import_mapping_page, "TRIAL_DELAY_MS", 20)  # no one types here
    made = []

    def make(with_map=None):
        wizard = ImportWizard(with_map, None)
        made.append(wizard)
        wizard.show()
        return wizard

    yield make
    for wizard in made:
        if not sip.isdeleted(wizard):
            wizard.release()
            wizard.close()
            wizard.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QgsProject.instance().clear()


@pytest.fixture()
def wizard(make_wizard):
    return make_wizard()


@pytest.fixture()
def notebook(tmp_path):
    """A table that no profile knows: French, semicolons, decimal commas, cp1252."""
    path = tmp_path / "carnet.csv"
    path.write_bytes(NOTEBOOK.encode("cp1252"))
    return path


class CanvasIface:
    """What the editor asks of QGIS: the map."""

    def __init__(self):
        self.canvas = QgsMapCanvas()
        self.canvas.setRenderFlag(False)
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
        self.canvas.resize(400, 300)
        self.canvas.setExtent(QgsRectangle(0, -1e6, 3e6, 1e6))

    def mapCanvas(self):  # noqa: N802
        return self.canvas


@pytest.fixture()
def make_editor(plugin):
    """Make editors on the open project; they are closed and deleted after the test."""
    from asm_atlas.dialogs.scorecard_editor import ScorecardEditor

    made = []

    def make():
        editor = ScorecardEditor(CanvasIface(), None)
        made.append(editor)
        editor.show()
        return editor

    yield make
    for editor in made:
        if not sip.isdeleted(editor):
            editor.discard_and_close()
            editor.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture()
def atlas_layers(qgis_new_project, atlas_files, open_layer):
    """The tables of the demo's import, in the open project."""
    yield {name: open_layer(atlas_files[name], name) for name in TABLES}
    QgsProject.instance().clear()


@pytest.fixture()
def editor(atlas_layers, make_editor):
    """The editor on the demo data, scored."""
    editor = make_editor()
    settle(editor)
    return editor


@pytest.fixture()
def plain_editor(qgis_new_project, make_editor):
    """The editor without any layer."""
    return make_editor()


@pytest.fixture()
def far_province(demo_project, designer):
    """A second layer of provinces with one that holds no site, chosen in the designer."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=adm1_name:string", "far", "memory")
    feature = QgsFeature(layer.fields())
    feature["adm1_name"] = "Nulle Part"
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((0 40, 1 40, 1 41, 0 41, 0 40))"))
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    demo_project.addMapLayer(layer)
    designer.form.layers.combos["provinces"].setLayer(layer)
    return layer
