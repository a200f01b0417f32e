"""Strings for people are found in the code, kept in step with their translations, and all of them are translated."""

import ast
import builtins
import importlib.util
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("core", "cartography", "processing", "dialogs", "plugin.py", "__init__.py")
# Calls whose arguments people read, and the places of these; beside them the exceptions, parameters and outputs.
SHOWN = {
    **dict.fromkeys(("pushInfo", "pushWarning", "reportError", "fail", "Cancelled"), (0,)),
    **dict.fromkeys(("pushMessage", "pushCritical", "pushSuccess"), (0, 1)),
    **dict.fromkeys(("setText", "setWindowTitle", "setTitle", "setToolTip", "setStatusTip", "setHelp"), (0,)),
    **dict.fromkeys(("setPlaceholderText", "setAccessibleName", "setAccessibleDescription"), (0,)),
    **dict.fromkeys(("setInformativeText", "setSpecialValueText", "setLabelText", "setSuffix"), (0,)),
    **dict.fromkeys(("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction"), (0, 1)),
    **dict.fromkeys(("addAction", "addRow", "addItem", "showMessage"), (0, 1)),
    **dict.fromkeys(("plain_label", "addTab", "add", "leave_out", "addOutput", "entries"), (1,)),
    **dict.fromkeys(("information", "warning", "critical", "question", "getText"), (1, 2)),
    **dict.fromkeys(("getSaveFileName", "getOpenFileName", "getOpenFileNames"), (1, 3)),
    "add_table": (1, 2),
    "add_choice": (1, 3),
    "add_sink": (1, 3),
}
_WORD = re.compile(r"[A-Za-z][a-z]")  # PDF, WKT, CC BY and single letters are names and signs
_NO_WORDS = re.compile(r"<[^>]*>?|\(\*\.[^)]*\)")  # tags, and the endings of files in a filter


@pytest.fixture(scope="module")
def translations():
    spec = importlib.util.spec_from_file_location("translations", ROOT / "tools" / "translations.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("code", "strings"),
    [
        pytest.param('self.tr("Sites")', ["Sites"], id="method"),
        pytest.param('tr("Sites {0}").format(n)', ["Sites {0}"], id="function"),
        pytest.param('tr("One "\n   "line")', ["One line"], id="parts of a text"),
        pytest.param('QCoreApplication.translate("AsmAtlas", "Visits")', ["Visits"], id="with its context"),
        pytest.param('raise E(say("No {0}.", n))', ["No {0}."], id="sentence of core"),
        pytest.param('f(tr("b"), tr("a"))\ntr("0")', ["b", "a", "0"], id="in the order of the code"),
        pytest.param("text.translate(TABLE)", [], id="another translate"),
        pytest.param("tr(text)", [], id="no literal"),
    ],
)
def test_strings_are_found(translations, code, strings):
    assert translations.strings_of(code) == strings


def test_a_file_of_translations_is_read_as_it_was_written(translations, tmp_path):
    texts = ["a & b", "<b>x</b>", 'say "it"', "two\nlines", "é…", "not yet"]
    known = {text: text.upper() for text in texts[:-1]}
    path = tmp_path / "core.ts"
    path.write_text(translations.ts_text("fr", {"core/a.py": texts}, known), encoding="utf-8")
    assert translations.translations_of(path) == {**known, "not yet": ""}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("{0} of {1}", ["0", "1"]),
        ("{name}", ["name"]),
        ("{0:.1f} km", ["0"]),
        ("none", []),
        ("{{0}}", []),
        ("a { alone", []),
    ],
)
def test_placeholders(translations, text, fields):
    assert translations.placeholders(text) == fields


def test_a_string_of_several_rooms_is_translated_once(translations):
    texts = [
        text for files in translations.strings_by_room().values() for file in files.values() for text in file
    ]
    assert len(texts) > 1000
    assert len(texts) == len(set(texts))


def test_everything_is_translated_with_the_same_placeholders(translations):
    assert [fault for language in translations.LANGUAGES for fault in translations.faults(language)] == []


@pytest.mark.skipif(
    shutil.which("lrelease") is None, reason="lrelease is missing; install qttools5-dev-tools"
)
def test_french_is_compiled_and_spoken(translations, tmp_path):
    from qgis.PyQt.QtCore import QTranslator

    (compiled,) = translations.compile_languages(tmp_path)
    translator = QTranslator()
    assert translator.load(str(compiled))
    assert (
        translator.translate("AsmAtlas", "Import mine-site visits") == "Importer des visites de sites miniers"
    )


def bypasses(code: str) -> Iterator[str]:
    """Calls that show people a literal which is not said through a translation, with their lines."""
    for call in ast.walk(ast.parse(code)):
        if isinstance(call, ast.Call):
            is_method = isinstance(call.func, ast.Attribute)
            name = call.func.attr if is_method else getattr(call.func, "id", "")
            places = SHOWN.get(name, ())
            if name.endswith(("Error", "Exception")) and not hasattr(builtins, name):
                places = (0,)
            elif name.startswith(("QgsProcessingParameter", "QgsProcessingOutput")):
                places = (1,)
            elif name == "add" and not is_method:
                places = ()
            given = [call.args[place] for place in places if place < len(call.args)]
            given += [
                keyword.value
                for keyword in call.keywords
                if keyword.arg in ("text", "help_text", "description")
            ]
            if places and any(_speaks(argument) for argument in given):
                yield f"{call.lineno}: {name}"
        if (
            _is_said(call)
            and call.args
            and not isinstance(call.args[0], (ast.Constant, ast.Name, ast.Call, ast.Subscript))
        ):
            yield f"{call.lineno}: no literal is said"


def _is_said(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in (
        "say",
        "tr",
    )


def _speaks(node: ast.expr) -> bool:
    """Whether an argument holds words of its own; what a call gives is its own affair."""
    if isinstance(node, ast.IfExp):
        return _speaks(node.body) or _speaks(node.orelse)
    if isinstance(node, ast.BinOp):
        return _speaks(node.left) or _speaks(node.right)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
        return _speaks(node.func.value)
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return bool(_WORD.search(_NO_WORDS.sub(" ", "\0".join(texts))))


@pytest.mark.parametrize(
    ("code", "bypassed"),
    [
        pytest.param('raise TableError("No rows.")', True, id="exception"),
        pytest.param('raise TableError(say("No rows."))', False, id="exception that is said"),
        pytest.param('raise QgsProcessingException(f"No {layer}.")', True, id="text with values"),
        pytest.param('raise TypeError("No such class.")', False, id="fault of a programmer"),
        pytest.param('feedback.pushInfo("{} rows".format(n))', True, id="format"),
        pytest.param('feedback.pushInfo(f"{name}: {n}")', False, id="signs between values"),
        pytest.param('feedback.pushInfo(self.tr("{0} rows").format(n))', False, id="translated"),
        pytest.param('label.setText("" if n else "Nothing")', True, id="one of two"),
        pytest.param('label.setText(tr("Rows") + " and more")', True, id="text added"),
        pytest.param('label.setText(f"<p>{text}</p>")', False, id="tags"),
        pytest.param('self.add(parameter, "Its help.")', True, id="help"),
        pytest.param('add(account, "erased", labels)', False, id="no parameter"),
        pytest.param('Parameter = QgsProcessingParameterFile("FILE", "File")', True, id="parameter"),
        pytest.param(
            'QFileDialog.getOpenFileName(self, tr("Map"), "", "PDF (*.pdf)")', False, id="kind of file"
        ),
        pytest.param('line.setPlaceholderText("CC BY 4.0")', False, id="name of a licence"),
        pytest.param('part.fail(f"must be {n}")', True, id="fault of a document"),
        pytest.param('say(f"{n} rows")', True, id="text with values to be said"),
    ],
)
def test_what_bypasses_a_translation_is_found(code, bypassed):
    assert bool(list(bypasses(code))) == bypassed


def test_no_sentence_bypasses_the_translation():
    files = [
        path
        for room in ROOMS
        for path in ([ROOT / room] if room.endswith(".py") else (ROOT / room).rglob("*.py"))
    ]
    assert len(files) > 300
    found = {path: list(bypasses(path.read_text(encoding="utf-8"))) for path in sorted(files)}
    assert {path.relative_to(ROOT).as_posix(): calls for path, calls in found.items() if calls} == {}
