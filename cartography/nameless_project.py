"""Projects that are passed on: without the name of the account that made them, and without its folders."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtXml import QDomDocument

_OF_THE_USER = ("saveUser", "saveUserFull")


def keep_user_out(project: QgsProject) -> None:
    """Have the project and what is exported from it name nobody, and its files name layers by relative paths.

    QGIS writes the user's account into each project, and its layouts name it as author of each PDF, PNG and SVG.
    """
    metadata = project.metadata()
    metadata.setAuthor("")
    project.setMetadata(metadata)
    project.writeEntryBool("Paths", "/Absolute", False)
    project.writeProject.connect(_forget_user)


def _forget_user(document: QDomDocument) -> None:
    root = document.documentElement()
    for name in _OF_THE_USER:
        root.removeAttribute(name)
