"""The project changes while the import wizard writes (docs/faults.md)."""

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QApplication
from wizard_walk import rows_of, to_mapping, wait_for


@pytest.mark.parametrize("what", ["cleared", "another opened"])
def test_the_project_goes_while_the_import_writes(wizard, notebook, tmp_path, what):
    other = tmp_path / "other.qgs"
    QgsProject.instance().write(str(other))
    to_mapping(wizard, notebook, tmp_path / "atlas.gpkg")
    wizard.next()
    wizard.next()
    assert wizard.finish.is_running
    if what == "cleared":
        QgsProject.instance().clear()
    else:
        QgsProject.instance().read(str(other))
    wait_for(lambda: not wizard.finish.is_running)
    QApplication.processEvents()
    assert wizard.finish.isComplete(), wizard.finish.state.text()
    assert len(rows_of(tmp_path / "atlas.gpkg")["visits"][1]) == 5
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".")]
