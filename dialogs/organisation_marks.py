"""The marks of the organisation in the settings: for all projects, or for one."""

from __future__ import annotations

from dataclasses import asdict, fields

from qgis.core import QgsProject, QgsSettings

from ..cartography.organisation import Organisation

SETTINGS = "asm_atlas/organisation"
_SCOPE, _KEY = "asm_atlas", "/organisation"
_FIELDS = [field.name for field in fields(Organisation)]


def marks_of_all_projects() -> Organisation:
    settings = QgsSettings()
    return Organisation(**{name: settings.value(f"{SETTINGS}/{name}", "", type=str) for name in _FIELDS})


def has_own_marks(project: QgsProject) -> bool:
    """Whether the project has marks of its own."""
    return project.readBoolEntry(_SCOPE, f"{_KEY}/is_own", False)[0]


def marks_of(project: QgsProject) -> Organisation:
    """The marks that sheets of a project bear: its own, else those of all projects."""
    if not has_own_marks(project):
        return marks_of_all_projects()
    return Organisation(**{name: project.readEntry(_SCOPE, f"{_KEY}/{name}", "")[0] for name in _FIELDS})


def keep_for_all_projects(marks: Organisation) -> None:
    settings = QgsSettings()
    for name, value in asdict(marks).items():
        settings.setValue(f"{SETTINGS}/{name}", value)


def keep_for(project: QgsProject, marks: Organisation | None) -> None:
    """Give a project marks of its own, or with None take them away; they are saved with the project."""
    if marks is None:
        if has_own_marks(project):
            project.removeEntry(_SCOPE, _KEY)
        return
    project.writeEntry(_SCOPE, f"{_KEY}/is_own", True)
    for name, value in asdict(marks).items():
        project.writeEntry(_SCOPE, f"{_KEY}/{name}", value)
