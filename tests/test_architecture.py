"""The rooms of the design stay apart: who may import what."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("core", "processing", "cartography", "dialogs")
CODE = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py")) + [
    ROOT / "__init__.py",
    ROOT / "plugin.py",
]
HEAVY = {"numpy", "pandas", "shapely"}


def imports_of(path, top_level_only=False):
    """(module, level) of each import; relative ones are resolved to rooms, e.g. 'core.exceptions'."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    guarded = {
        child
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for child in ast.walk(node)
    }
    nodes = tree.body if top_level_only else [node for node in ast.walk(tree) if node not in guarded]
    package = path.relative_to(ROOT).parent.parts
    for node in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                base = package[: len(package) - node.level + 1]
                module = ".".join([*base, *(node.module or "").split(".")]).strip(".")
                yield module
                yield from (f"{module}.{alias.name}" for alias in node.names)
            else:
                yield node.module
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


def files_in(room):
    return [path for path in CODE if path.relative_to(ROOT).parts[0] == room]


@pytest.mark.parametrize(
    "room, forbidden",
    [
        ("core", ("qgis", "PyQt5", "PyQt6", "processing", "cartography", "dialogs")),
        ("processing", ("dialogs", "qgis.gui", "qgis.utils", "qgis.PyQt.QtWidgets")),
        ("cartography", ("dialogs", "processing", "qgis.gui", "qgis.utils", "qgis.PyQt.QtWidgets", *HEAVY)),
        ("dialogs", tuple(HEAVY)),
    ],
)
def test_a_room_imports_only_what_it_may(room, forbidden):
    wrong = [
        f"{path.relative_to(ROOT)}: {module}"
        for path in files_in(room)
        for module in imports_of(path)
        if any(module == name or module.startswith(f"{name}.") for name in forbidden)
    ]
    assert files_in(room)
    assert wrong == []


@pytest.mark.parametrize("room", ["core", "processing", "cartography"])
def test_no_iface_below_the_dialogs(room):
    assert [p.name for p in files_in(room) if re.search(r"\biface\b", p.read_text(encoding="utf-8"))] == []


def test_no_direct_qt_and_no_html_items_and_no_bare_processing():
    for path in CODE:
        modules = set(imports_of(path))
        assert not any(module.split(".")[0] in {"PyQt5", "PyQt6", "sip"} for module in modules), path
        assert "processing" not in modules or path.relative_to(ROOT).parts[0] == "plugin.py", path
        assert "QgsLayoutItemHtml" not in path.read_text(encoding="utf-8"), path


def test_members_of_enums_are_named_with_their_enum():
    """Qt 6 knows QFrame.Shape.Box and not QFrame.Box. QVariant's own types are given back there by QGIS."""
    import qgis.core
    import qgis.gui
    from qgis.PyQt import QtCore, QtGui, QtWidgets, QtXml

    owners = {
        **vars(QtXml),
        **vars(QtWidgets),
        **vars(QtGui),
        **vars(QtCore),
        **vars(qgis.gui),
        **vars(qgis.core),
    }
    bare = []
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Name):
                continue
            value = getattr(owners.get(node.value.id), node.attr, None)
            if isinstance(value, int) and type(value) not in (int, bool) and node.value.id != "QVariant":
                bare.append(f"{path.name}: {node.value.id}.{node.attr}")
    assert bare == []


def test_the_start_of_the_plugin_needs_neither_pandas_nor_shapely():
    """Top-level imports of everything but core stay light; core modules that need pandas come later."""
    heavy_core = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in files_in("core")
        if any(module.split(".")[0] in HEAVY for module in imports_of(path, top_level_only=True))
    }
    assert heavy_core, "the science uses pandas and shapely"
    for path in CODE:
        if path.relative_to(ROOT).parts[0] == "core":
            continue
        for module in imports_of(path, top_level_only=True):
            assert module.split(".")[0] not in HEAVY, f"{path.name} imports {module}"
            assert module not in heavy_core, f"{path.name} imports {module}"


def test_every_file_is_python_3_9():
    trees = [ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 9)) for path in CODE]
    assert len(trees) > 50


def test_nothing_swallows_every_exception():
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler):
                assert node.type is not None, path
                assert getattr(node.type, "id", "") not in {"Exception", "BaseException"}, path


def test_qgis_keeps_its_own_processing(qgis_processing):
    """The folder processing/ of the plugin must not answer to `import processing`."""
    import processing  # noqa: QGS111

    assert "/plugins/processing" in processing.__file__
    assert processing.run is not None
