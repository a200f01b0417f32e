"""Each page of docs/how-to is followed from its first block to its last, in a copy of the plugin.

What stands behind the language of a block says what is done with it:

    json resources/x.json   the block is this file
    diff processing/y.py    the lines with - and of the context stand there together once, and become those with +
    sh                      all commands succeed, called in the plugin's folder
    sh fails                the last of them fails
    text                    the commands above print these lines, one after the other; ... stands for anything
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = pytest.mark.subprocess

PAGES = sorted((Path(__file__).parents[2] / "docs" / "how-to").glob("*.md"))
BLOCK = re.compile(r"^```(\w+)[ ]?(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
LONGEST_S = 300  # a command that takes longer has stopped working


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, what stands behind it, its text, and the line of the page."""

    kind: str
    rest: str
    text: str
    line: int


def blocks_of(page):
    text = page.read_text(encoding="utf-8")
    assert text.count("```") == 2 * len(BLOCK.findall(text)), f"{page.name}: a block that is not understood"
    return [Block(*m.groups(), text.count("\n", 0, m.start()) + 1) for m in BLOCK.finditer(text)]


def changed(text, diff, where):
    """The text with the hunks of a diff, which are parted by lines that begin with @@."""
    for hunk in re.split(r"^@@.*\n", diff, flags=re.MULTILINE):
        lines = hunk.splitlines(keepends=True)
        assert all(line[0] in " +-" for line in lines), f"{where}: a line begins with neither blank, + nor -"
        old = "".join(line[1:] for line in lines if line[0] != "+")
        assert f"\n{text}".count(f"\n{old}") == 1, f"{where}: these lines do not stand there once:\n{old}"
        text = f"\n{text}".replace(f"\n{old}", "\n" + "".join(line[1:] for line in lines if line[0] != "-"))[
            1:
        ]
    return text


def missing_line(expected, printed):
    """The first of the expected lines that was not printed after those before it; None when all were."""
    rest = iter(" ".join(line.split()) for line in printed.splitlines())
    for line in filter(None, (" ".join(line.split()) for line in expected.splitlines())):
        pattern = ".*".join(re.escape(part) for part in line.split("..."))
        if not any(re.fullmatch(pattern, candidate) for candidate in rest):
            return line
    return None


def copy_plugin(root, folder):
    """The files of the repository, or of a tree that is none."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        check=False,
    )
    if listed.returncode or not (root / ".git").exists():
        shutil.copytree(root, folder, ignore=shutil.ignore_patterns(".venv", "out", "__pycache__", ".git"))
        return
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (root / name).is_file():  # one that was just removed is still listed
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / name, folder / name)


@pytest.fixture(scope="module")
def profile_of_qgis(main_job, tmp_path_factory):
    """The environment of a QGIS profile in which the plugin is enabled."""
    process = main_job.QgisProcess(tmp_path_factory.mktemp("qgis"))
    process.prepare()
    return process.environment()


@pytest.fixture()
def plugin_copy(root, tmp_path):
    """The plugin's folder as a newcomer has it: the files, and the environment in .venv."""
    copy = tmp_path / "asm_atlas"
    copy_plugin(root, copy)
    (copy / ".venv").symlink_to(sys.prefix)
    return copy


@pytest.fixture()
def environment(profile_of_qgis, main_job, plugin_copy, tmp_path):
    """That of the commands: `qgis_process` is the program that works here, with the copy as its plugin."""
    program = tmp_path / "bin" / "qgis_process"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{main_job.qgis_process_command()}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return {
        **profile_of_qgis,
        "QGIS_PLUGINPATH": str(plugin_copy.parent),
        "PATH": os.pathsep.join([str(program.parent), os.environ["PATH"]]),
        "PYTEST_ADDOPTS": "-p no:cacheprovider",
        "ASM_ATLAS_DATA": str(tmp_path / "no data"),
        "LC_ALL": "C.UTF-8",
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_can_be_followed(page, plugin_copy, environment):
    printed = ""
    for block in blocks_of(page):
        where = f"{page.name}, line {block.line}"
        target = plugin_copy / block.rest
        if block.kind == "text":
            missing = missing_line(block.text, printed)
            assert missing is None, f"{where}: '{missing}' was not printed, but\n{printed}"
        elif block.kind == "sh":
            assert block.rest in ("", "fails"), f"{where}: sh, or sh fails"
            done = subprocess.run(
                ["bash", "-e", "-c", block.text],
                cwd=plugin_copy,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                timeout=LONGEST_S,
            )
            printed = done.stdout
            assert bool(done.returncode) == (block.rest == "fails"), f"{where}:\n{printed}"
        elif block.kind == "diff":
            text = target.read_text(encoding="utf-8")
            target.write_text(changed(text, block.text, f"{where}, {block.rest}"), encoding="utf-8")
        else:
            assert block.rest and not target.exists(), f"{where}: a new file needs a name of its own"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.text, encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_code_of_a_page_is_as_the_linter_wants_it(page, root, tmp_path):
    pytest.importorskip("ruff")
    files = [block for block in blocks_of(page) if block.kind == "python"]
    shutil.copy(root / "pyproject.toml", tmp_path)
    for block in files:
        (tmp_path / block.rest).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / block.rest).write_text(block.text, encoding="utf-8")
    for what in (["check", "--no-cache"], ["format", "--no-cache", "--check"]):
        command = [sys.executable, "-m", "ruff", *what, "."]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=LONGEST_S)
        assert done.returncode == 0, done.stdout + done.stderr


def test_there_is_a_page_for_each_thing_that_is_added():
    names = {"a-profile", "a-scheme", "a-theme", "a-recipe", "an-algorithm"}
    assert {page.stem for page in PAGES} == {f"add-{name}" for name in names}


@pytest.mark.parametrize(
    "diff, expected",
    [
        pytest.param(" a\n+x\n b\n", "a\nx\nb\na\n", id="put in"),
        pytest.param("-b\n+c\n", "a\nc\na\n", id="in place of"),
        pytest.param(" b\n+c\n@@\n-c\n+d\n", "a\nb\nd\na\n", id="two hunks"),
        pytest.param(" a\n+x\n", None, id="stands there twice"),
        pytest.param(" z\n+x\n", None, id="does not stand there"),
        pytest.param("b\n+x\n", None, id="no diff"),
    ],
)
def test_a_diff_that_does_not_fit_is_told(diff, expected):
    if expected is None:
        with pytest.raises(AssertionError, match=r"page\.md"):
            changed("a\nb\na\n", diff, "page.md")
    else:
        assert changed("a\nb\na\n", diff, "page.md") == expected


@pytest.mark.parametrize(
    "expected, missing",
    [
        pytest.param("one\nthree", None, id="lines between"),
        pytest.param("t... lines: ...", None, id="dots"),
        pytest.param("three\none", "one", id="order"),
        pytest.param("on", "on", id="part of a line"),
        pytest.param("...four", "...four", id="not there"),
    ],
)
def test_what_is_not_printed_is_told(expected, missing):
    assert missing_line(expected, "  one\ntwo lines: 2 (x)\nthree\n") == missing
