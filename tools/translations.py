"""Keep the translation files in step with the code, and compile them.

    python tools/translations.py update      add new strings to resources/i18n/fr/*.ts, drop those that are gone
    python tools/translations.py check       list what is not translated; exit code 1 if there is any
    python tools/translations.py compile     write resources/i18n/asm_atlas_fr.qm (needs lrelease of Qt)

A string for people is the literal first argument of tr(...), say(...) and to_say(...), or the second of translate(...). Each room
has its own file, in the order of its source files, so that neighbours seldom meet in it.
"""

from __future__ import annotations

import argparse
import ast
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
I18N = ROOT / "resources" / "i18n"
LANGUAGES = ("fr",)
ROOMS = {
    "core": ["core"],
    "cartography": ["cartography"],
    "processing": ["processing"],
    "dialogs": ["dialogs", "plugin.py", "__init__.py"],
}
CONTEXT = "AsmAtlas"


def strings_of(code: str) -> list[str]:
    """The strings for people in the code, in order."""
    calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]
    found = []
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        place = {"tr": 0, "say": 0, "to_say": 0, "translate": 1}.get(name)
        if place is None or len(call.args) <= place:
            continue
        text = call.args[place]
        if isinstance(text, ast.Constant) and isinstance(text.value, str):
            found.append(text.value)
    return found


def strings_by_room(root: Path = ROOT) -> dict[str, dict[str, list[str]]]:
    """By room and source file, the strings that no file before has."""
    seen: set[str] = set()
    rooms: dict[str, dict[str, list[str]]] = {}
    for room, parts in ROOMS.items():
        rooms[room] = {}
        for file in (file for part in parts for file in _python_files(root / part)):
            texts = dict.fromkeys(strings_of(file.read_text(encoding="utf-8")))
            new = [text for text in texts if text and text not in seen]
            seen.update(new)
            if new:
                rooms[room][file.relative_to(root).as_posix()] = new
    return rooms


def _python_files(path: Path) -> list[Path]:
    return [path] if path.is_file() else sorted(path.rglob("*.py"))


def translations_of(path: Path) -> dict[str, str]:
    """English string -> translation ('' where there is none) in a .ts file; none if the file is not there."""
    if not path.exists():
        return {}
    messages = ET.parse(path).getroot().iter("message")
    return {message.findtext("source", ""): message.findtext("translation", "") for message in messages}


def ts_text(language: str, strings: dict[str, list[str]], translations: dict[str, str]) -> str:
    """A .ts file of the strings by source file."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for file, texts in strings.items():
        for text in texts:
            translation = translations.get(text, "")
            state = "" if translation else ' type="unfinished"'
            lines += [
                "    <message>",
                f'        <location filename="../../../{file}"/>',
                f"        <source>{escape(text)}</source>",
                f"        <translation{state}>{escape(translation)}</translation>",
                "    </message>",
            ]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def update() -> None:
    """Bring the .ts files in step with the code; a translation that another room has is taken over."""
    for language in LANGUAGES:
        files = {room: I18N / language / f"{room}.ts" for room in ROOMS}
        known = {room: translations_of(path) for room, path in files.items()}
        everywhere = {text: words for room in known.values() for text, words in room.items() if words}
        for room, strings in strings_by_room().items():
            path = files[room]
            path.parent.mkdir(parents=True, exist_ok=True)
            text = ts_text(language, strings, {**everywhere, **known[room]})
            path.write_text(text, encoding="utf-8", newline="\n")


def faults(language: str) -> Iterator[str]:
    """What is not translated, or not with the same placeholders, a line each."""
    for room, strings in strings_by_room().items():
        translations = translations_of(I18N / language / f"{room}.ts")
        for file, texts in strings.items():
            for text in texts:
                translation = translations.get(text, "")
                if not translation:
                    yield f"{file}: not in {language}: {text}"
                elif placeholders(text) != placeholders(translation):
                    yield f"{file}: other placeholders in {language}: {text}"


def placeholders(text: str) -> list[str]:
    """The fields that a template is filled at, sorted, each as often as it stands; a brace alone is text."""
    try:
        return sorted(field for _, field, _, _ in Formatter().parse(text) if field is not None)
    except ValueError:
        return []


def compile_languages(folder: Path = I18N) -> list[Path]:
    """Write asm_atlas_<language>.qm into folder; raises RuntimeError where lrelease is missing or refuses."""
    lrelease = shutil.which("lrelease") or shutil.which("lrelease-qt5")
    if lrelease is None:
        raise RuntimeError("lrelease is missing; install Qt's tools (Debian: qttools5-dev-tools).")
    made = []
    for language in LANGUAGES:
        sources = [str(I18N / language / f"{room}.ts") for room in ROOMS]
        out = folder / f"asm_atlas_{language}.qm"
        done = subprocess.run(
            [lrelease, "-silent", *sources, "-qm", str(out)], capture_output=True, text=True, check=False
        )
        if done.returncode or done.stderr.strip():
            raise RuntimeError(f"{out.name} could not be compiled: {done.stderr or done.stdout}")
        made.append(out)
    return made


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("what", choices=["update", "check", "compile"])
    what = arguments.parse_args().what
    if what == "update":
        update()
    elif what == "compile":
        compile_languages()
    else:
        found = [fault for language in LANGUAGES for fault in faults(language)]
        print("\n".join(found) or "Everything is translated.")
        return bool(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
