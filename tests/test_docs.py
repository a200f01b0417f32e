"""What the documentation names exists: files, folders, tests, make targets, algorithms, headings."""

import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in ("*.md", "docs/**/*.md", "resources/**/README.md")
    for path in ROOT.glob(pattern)
    if path.name != "CHANGELOG.md"  # it tells of what was
)
LINKING = [
    page for page in PAGES if not page.startswith("docs/help/")
]  # those are checked when they are built
LEFT_OUT = {".venv", "out", "__pycache__"}
NAMED = re.compile(r"(?<!`)`([^`\n]+(?:\n[^`\n]+)?)`(?!`)")
FENCE = re.compile(r"^```(\w*)[ ]?(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")
A_FILE = re.compile(r"[\w<>*./-]+\.(?:py|json|md|toml|txt|ts)(?:::\w+)?")
A_FOLDER = re.compile(r"(?:\.\./)?[\w.-]+(?:/[\w.-]+)*/")


def files_of_the_plugin():
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in LEFT_OUT and not name.startswith(".")]
        yield from (Path(folder, name).relative_to(ROOT).as_posix() for name in files)


FILES = sorted(files_of_the_plugin())
FOLDERS = {parent.as_posix() for name in FILES for parent in Path(name).parents}


@pytest.fixture(scope="module")
def algorithms(plugin):
    from qgis.core import QgsApplication

    return {a.id() for a in QgsApplication.processingRegistry().providerById("asm").algorithms()}


def text_of(page):
    return (ROOT / page).read_text(encoding="utf-8")


def words_of(page):
    """What stands between backticks, outside of fenced blocks."""
    return {re.sub(r"\s+", " ", word) for word in NAMED.findall(FENCE.sub("", text_of(page)))}


def written_by(page):
    """The files that a page of docs/how-to has its reader write."""
    return [name for kind, name, _ in FENCE.findall(text_of(page)) if "/" in name]


def is_there(name, page):
    """Whether a file, folder or pattern is in the repository, or named as one is that is unique by its end."""
    name, _, test = name.partition("::")
    known = [*FILES, *written_by(page)]
    beside = os.path.normpath(Path(page).parent / name)
    if name.endswith("/"):
        return name[:-1] in FOLDERS or beside in FOLDERS or any(f.endswith(f"/{name[:-1]}") for f in FOLDERS)
    pattern = re.compile(r"(?:.*/)?" + re.sub(r"\\\*|<\w+>", "[^/]*", re.escape(name)))
    found = [file for file in known if file == beside or pattern.fullmatch(file)]
    return bool(found) and (not test or any(f"def {test}(" in text_of(file) for file in found))


@pytest.mark.parametrize("page", PAGES)
def test_files_that_are_named_are_there(page):
    named = {word for word in words_of(page) if A_FILE.fullmatch(word) or A_FOLDER.fullmatch(word)}
    assert sorted(word for word in named if not is_there(word, page) and not word.startswith("out/")) == []


def test_words_of_the_code_are_in_the_code():
    """Functions, classes and columns that the design names; `actors1_name` is actors{slot}_name."""
    code = "".join(text_of(name) for name in FILES if name.endswith((".py", ".json", ".csv", "Makefile")))
    named = {
        part for word in words_of("docs/design.md") for part in re.findall(r"[A-Za-z]+(?:_[a-z]+)+", word)
    }
    named |= {word for word in words_of("docs/design.md") if re.fullmatch(r"(?:[A-Z][a-z]+){2,}", word)}
    stems = {Path(name).stem for name in FILES}
    assert len(named) > 100
    assert sorted(word for word in named - stems if not re.search(rf"\b{word}\b", code)) == []


@pytest.mark.parametrize("page", LINKING)
def test_links_lead_to_files_and_headings(page):
    lost = []
    for target, heading in LINK.findall(FENCE.sub("", text_of(page))):
        file = (ROOT / page).parent / target if target else ROOT / page
        titles = (
            re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE)
            if heading and file.is_file()
            else []
        )
        anchors = [re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles]
        if not file.exists() or (heading and heading not in anchors):
            lost.append(f"{target}#{heading}")
    assert lost == []


@pytest.mark.parametrize("page", PAGES)
def test_make_targets_that_are_named_are_there(page):
    targets = set(re.findall(r"^([a-z-]+):", text_of("Makefile"), re.MULTILINE))
    text = re.sub(r"\s+", " ", text_of(page))
    named = {
        *re.findall(r"`make ([a-z-]+)", text),
        *re.findall(r"^    make ([a-z-]+)", text_of(page), re.MULTILINE),
    }
    assert named <= targets


@pytest.mark.parametrize("page", PAGES)
def test_algorithms_that_are_named_are_there(algorithms, page):
    brought = {f"asm:{name}" for name in re.findall(r'"""asm:(\w+)', text_of(page))}
    assert set(re.findall(r"\basm:[a-z]+", text_of(page))) <= algorithms | brought


@pytest.mark.parametrize("page", ["README.md", "docs/design.md"])
def test_every_algorithm_stands_in(algorithms, page):
    assert sorted(name for name in algorithms if not re.search(rf"{name}\b", text_of(page))) == []


@pytest.mark.parametrize(
    "kind, page",
    [
        ("schemes", "resources/schemes/README.md"),
        ("themes", "resources/themes/README.md"),
        ("sheets", "docs/sheets.md"),
    ],
)
def test_every_file_of_data_is_listed(kind, page):
    """Recipes that are only extended begin with _; texts.json is no recipe."""
    stems = {path.stem for path in (ROOT / "resources" / kind).glob("[!_]*.json")} - {"texts"}
    assert sorted(stem for stem in stems if f"`{stem}`" not in text_of(page)) == []


def test_every_folder_of_code_is_in_the_table_of_rooms():
    table = text_of("docs/design.md").split("## The rooms")[1].split("\n## ")[0]
    rooms = set(re.findall(r"^\| `([\w/]+)/` \|", table, re.MULTILINE))
    folders = {Path(name).parent.as_posix() for name in FILES if name.endswith(".py")} - {"."}
    assert {folder if not folder.startswith("tests/") else "tests" for folder in folders} - rooms == set()
    assert sorted(room for room in rooms if room not in FOLDERS) == []
