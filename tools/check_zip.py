"""Say what the official plugin repository would hold against a zip of the plugin.

    python tools/check_zip.py out/asm_atlas.zip

Repeats the rules of its validator (structure, metadata, licence), of its guidelines, and of its security scan (the
rules of bandit that block a release, detect-secrets, kinds of files) on the files in the zip. What it cannot ask here:
whether the addresses in metadata.txt answer. Sources: qgis-app/plugins/validator.py and the rule files in
qgis-app/plugins/management/commands/data of github.com/qgis/QGIS-Plugins-Website, 2026.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path

LARGEST_MB = 10  # the repository takes 25
NEEDED = (
    "name",
    "description",
    "version",
    "qgisMinimumVersion",
    "author",
    "email",
    "about",
    "tracker",
    "repository",
)
WITHOUT_HTML = ("description", "about", "changelog")
SUSPICIOUS = {".sh", ".bash", ".bat", ".cmd", ".ps1", ".exe", ".dll", ".so", ".dylib", ".pyd", ".whl", ".jar"}
GENERATED = re.compile(r"(^|/)(ui_[^/]*|resources_rc)\.py$")
LEFT_OVER = re.compile(r"(^|/)(__pycache__|__MACOSX|\.git|\.DS_Store)(/|$)|\.py[co]$")
NOT_SHIPPED = ("tests", "tools", "bench", ".ci")
CRITICAL = [
    "B102",
    "B103",
    "B105",
    "B106",
    "B107",
    "B202",
    "B301",
    "B302",
    "B306",
    "B307",
    "B501",
    "B502",
    "B503",
    "B506",
    "B602",
    "B604",
    "B605",
    "B701",
]


def faults_of(path: Path) -> list[str]:
    """What stands against the zip, a sentence each; none: it would be taken."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        faults = [*_structure(path, names), *_modes(archive)]
        if faults:
            return faults  # what is told of the rest may rest on them
        archive.extractall(folder)
        plugin = Path(folder, names[0].split("/")[0])
        return [*_metadata(plugin), *_code(plugin)] or [*_bandit(plugin), *_secrets(plugin)]


def _structure(path: Path, names: list[str]) -> Iterator[str]:
    if path.stat().st_size > LARGEST_MB * 1_000_000:
        yield f"The zip has {path.stat().st_size / 1e6:.1f} MB; {LARGEST_MB} are allowed."
    tops = {name.split("/")[0] for name in names}
    if len(tops) != 1 or not re.fullmatch("[a-z_][a-z0-9_]*", next(iter(tops))):
        yield f"One top folder in small letters is allowed, not {', '.join(sorted(tops))}."
    inside = {name.partition("/")[2] for name in names}
    yield from (
        f"{needed} is missing."
        for needed in ("__init__.py", "metadata.txt", "LICENSE")
        if needed not in inside
    )
    for name in sorted(inside):
        if name.startswith("/") or ".." in name.split("/"):
            yield f"{name} leads out of the folder."
        if LEFT_OVER.search(name) or GENERATED.search(name) or Path(name).suffix.lower() in SUSPICIOUS:
            yield f"{name} must not be in a plugin."
        if name.split("/")[0] in NOT_SHIPPED:
            yield f"{name} is for developers and not shipped."


def _modes(archive: zipfile.ZipFile) -> Iterator[str]:
    for entry in archive.infolist():
        if not entry.is_dir() and (entry.external_attr >> 16) & 0o111:
            yield f"{entry.filename} is marked as a program."


def _metadata(plugin: Path) -> Iterator[str]:
    parser = ConfigParser(interpolation=None)
    parser.read(plugin / "metadata.txt", encoding="utf-8")
    general = parser["general"]
    yield from (f"metadata.txt lacks {key}." for key in NEEDED if not general.get(key, "").strip())
    if "/" in general.get("author", ""):
        yield "The author in metadata.txt must not hold '/'."
    if "plugin" in general.get("name", "").lower():
        yield "The name in metadata.txt must not hold 'plugin'."
    if "\n" in general.get("description", ""):
        yield "The description in metadata.txt must be one line."
    for key in WITHOUT_HTML:
        if re.search(r"<[a-zA-Z/!]", general.get(key, "")):
            yield f"{key} in metadata.txt must hold no HTML."
    for key in ("tracker", "repository", "homepage"):
        if not general.get(key, "").startswith("https://"):
            yield f"{key} in metadata.txt must be an address of the web."
    if not (plugin / general.get("icon", "?")).is_file():
        yield "The icon that metadata.txt names is not in the zip."


def _code(plugin: Path) -> Iterator[str]:
    for path in sorted(plugin.rglob("*.py")):
        try:
            ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 9))
        except SyntaxError as error:
            yield f"{path.relative_to(plugin)} is no Python 3.9: {error}."


def _bandit(plugin: Path) -> Iterator[str]:
    scan = ["bandit", "-q", "-r", str(plugin), "-t", ",".join(CRITICAL), "-f", "json"]
    for found in json.loads(_ran(scan))["results"]:
        place = Path(found["filename"]).relative_to(plugin)
        yield f"{place}:{found['line_number']}: bandit {found['test_id']}: {found['issue_text']}"


def _secrets(plugin: Path) -> Iterator[str]:
    # from inside the folder, so that the path of the scan itself is not read for secrets
    scan = ["detect_secrets", "scan", "--all-files", "."]
    for name, found in json.loads(_ran(scan, plugin))["results"].items():
        yield from (f"{name}:{one['line_number']}: looks like a secret ({one['type']})." for one in found)


def _ran(command: list[str], folder: Path | None = None) -> str:
    """What a module of this Python prints; bandit ends with 1 where it finds something."""
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False
    )
    if not done.stdout.strip():
        raise RuntimeError(f"{command[0]} did not run: {done.stderr.strip()}")
    return done.stdout


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("zip", type=Path)
    faults = faults_of(arguments.parse_args().zip)
    print("\n".join(faults) or "Nothing stands against the zip.")
    sys.exit(1 if faults else 0)
