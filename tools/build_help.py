"""Write the help pages that the plugin ships: HTML from docs/help, README.md and the algorithms themselves.

    python tools/build_help.py [OUT]      (default: resources/help)

A page is docs/help/<language>/<page>.md in every language. A line of it such as

    {{ README.md # In batch }}            a section of another file, by its heading, without it
    {{ README.md # In batch | code }}     only the commands of it
    {{ docs/clusters.md }}                a whole file

is replaced by that text, so that a thing is written once. A heading has the id of its words; where it is translated it
names that of the English one, as in "## Voisins {#neighbours}". Same files in, same bytes out: no dates, no paths.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from html import escape
from pathlib import Path
from xml.etree.ElementTree import Element

import markdown
from algorithm_help import AlgorithmPage, algorithm_pages, start_qgis, version
from check_help import faults_of
from help_words import LANGUAGES, WORDS
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "resources" / "help"
SOURCES = "docs/help"
# In the order of the contents; "index" holds them.
PAGES = (
    "first_steps",
    "import",
    "findings",
    "scorecard",
    "areas_titles",
    "clusters",
    "sheets",
    "organisation",
    "releases",
    "batch",
    "profiles",
    "schemes",
    "allow_lists",
    "privacy",
    "trouble",
    "data",
    "glossary",
)
# Files that are shown by a page, for links to them in texts that also stand elsewhere.
SHOWN_BY = {
    "docs/clusters.md": "clusters",
    "docs/sheets.md": "sheets",
    "resources/profiles/README.md": "profiles",
    "resources/schemes/README.md": "schemes",
    "resources/public/README.md": "allow_lists",
}
CONTENTS_FROM = 4  # headings of a page from which it begins with a list of them

_INCLUDE = re.compile(r"^\{\{ *(?P<file>[^#|}]+?) *(?:# *(?P<heading>[^|}]+?) *)?(?P<code>\| *code *)?\}\}$")
_HEADING = re.compile(r"^(#{1,6}) +(.+?)(?: +\{#[\w-]+\})?$")
_ID = re.compile(r"asm:[a-z]+")
_LINK = re.compile(r"\[(?P<words>[^]]*)\]\((?P<file>[^)#:\s]*\.md)(?P<anchor>#[\w-]+)?\)")


class HelpError(Exception):
    """The pages cannot be built; the message is one sentence."""


# -- from Markdown ----------------------------------------------------------------------------------


def page_text(page: str, language: str, root: Path = ROOT) -> str:
    """The Markdown of a page, with what it takes from other files. Raises HelpError where that is not there."""
    path = root / SOURCES / language / f"{page}.md"
    if not path.is_file():
        raise HelpError(f"{page}.md is missing in {SOURCES}/{language}; every language needs every page.")
    lines = []
    for line in _linked(path.read_text(encoding="utf-8"), path, root).splitlines():
        found = _INCLUDE.match(line)
        lines += included(root, **found.groupdict()) if found else [line]
    return "\n".join(lines) + "\n"


def included(root: Path, file: str, heading: str | None, code: str | None) -> list[str]:
    """The lines of a file, or of its section under a heading, subheadings raised; code: indented lines alone."""
    path = root / file
    if not path.is_file():
        raise HelpError(f"A page takes text from {file}, which is not there.")
    lines = path.read_text(encoding="utf-8").splitlines()
    if heading:
        lines = list(_section(lines, heading, file))
    if code:
        lines = [line for line in lines if line.startswith("    ") or not line]
    return _linked("\n".join(lines), path, root).splitlines()


def _section(lines: list[str], heading: str, file: str) -> Iterator[str]:
    level, is_fenced = 0, False
    for line in lines:
        is_fenced ^= line.startswith("```")
        found = None if is_fenced else _HEADING.match(line)
        if found and level and len(found[1]) <= level:
            return
        if found and not level and found[2] == heading:
            level = len(found[1])
        elif found and level:
            yield line[level - 1 :]
        elif level:
            yield line
    if not level:
        raise HelpError(f"A page takes the section '{heading}' from {file}, which has no such heading.")


def _linked(text: str, path: Path, root: Path) -> str:
    """The text with its links to Markdown files turned into links to pages; those to files for developers are words."""

    def page_link(found: re.Match) -> str:
        target = Path(os.path.normpath(path.parent / found["file"])).relative_to(root).as_posix()
        page = target.split("/")[-1][:-3] if target.startswith(SOURCES) else SHOWN_BY.get(target)
        return f"[{found['words']}]({page}.html{found['anchor'] or ''})" if page else found["words"]

    return _LINK.sub(page_link, text)


class _Finish(Treeprocessor):
    """Heads of columns say so; what is wide can be scrolled by keyboard; ids of algorithms lead to their pages."""

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for place, child in enumerate(list(parent)):
                if child.tag == "th":
                    child.set("scope", "col")
                elif child.tag == "pre":
                    child.set("tabindex", "0")
                elif child.tag == "table":
                    _wrap(parent, place, Element("div", {"class": "table"}))
                elif (
                    child.tag == "code" and parent.tag not in ("pre", "a") and _ID.fullmatch(child.text or "")
                ):
                    _wrap(parent, place, Element("a", {"href": f"{child.text.replace(':', '_')}.html"}))


def _wrap(parent: Element, place: int, frame: Element) -> None:
    child = parent[place]
    frame.tail, child.tail = child.tail, None
    parent[place] = frame
    frame.append(child)


class _Pages(Extension):
    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        md.treeprocessors.register(_Finish(md), "finish", 5)


def body_of(text: str) -> tuple[str, str, list[tuple[str, str]]]:
    """Title (of the first heading), HTML, and id and words of the headings that lists of contents name.

    These are the second-level ones; of a glossary, whose words are third-level headings, the words by the alphabet.
    """
    extensions = ["tables", "toc", "attr_list", "sane_lists", "fenced_code", "md_in_html", _Pages()]
    converter = markdown.Markdown(extensions=extensions, output_format="html")
    content = converter.convert(text)
    if not converter.toc_tokens or converter.toc_tokens[0]["level"] != 1:
        raise HelpError(f"A page must begin with its title: {text.splitlines()[0]!r}.")
    title, heads = converter.toc_tokens[0]["name"], converter.toc_tokens[0]["children"]
    words = [word for head in heads for word in head["children"]]
    listed = sorted(words, key=lambda word: _plain(word["name"])) or heads
    return title, content, [(head["id"], head["name"]) for head in listed]


def _plain(word: str) -> str:
    """A word as the alphabet orders it: without accents and capitals."""
    return unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().casefold()


# -- pages ------------------------------------------------------------------------------------------


def document(page: str, language: str, title: str, content: str) -> str:
    """A whole page: head, skip link, way to the contents and to the other languages, text.

    title: HTML, as the converter gives it.
    """
    words = WORDS[language]
    others = " ".join(
        f'<a lang="{other}" hreflang="{other}" href="../{other}/{page}.html">{WORDS[other]["name"]}</a>'
        for other in LANGUAGES
        if other != language
    )
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – ASM Atlas</title>
<link rel="stylesheet" href="../help.css">
</head>
<body>
<a class="skip" href="#content">{words["skip"]}</a>
<header>
<nav aria-label="{words["help"]}"><a href="index.html">{words["help"]}</a> {escape(version())}</nav>
<nav aria-label="{words["language"]}">{others}</nav>
</header>
<main id="content">
{content}
</main>
<footer><a href="index.html">{words["contents"]}</a> · <a href="glossary.html">{words["glossary"]}</a></footer>
</body>
</html>
"""


def with_contents(content: str, heads: list[tuple[str, str]], language: str) -> str:
    """The HTML of a page with a list of its headings under the title, where there are many."""
    if len(heads) < CONTENTS_FROM:
        return content
    items = "\n".join(f'<li><a href="#{name}">{text}</a></li>' for name, text in heads)
    label = WORDS[language]["on_this_page"]
    title, end, rest = content.partition("</h1>")
    return f'{title}{end}\n<nav class="contents" aria-label="{label}">\n<ul>\n{items}\n</ul>\n</nav>{rest}'


def contents(titles: dict[str, str], algorithms: list[AlgorithmPage], language: str) -> str:
    """The lists of the index: guide and algorithms by group."""
    words = WORDS[language]
    lines = [f'<h2 id="guide">{words["guide"]}</h2>', "<ul>"]
    lines += [f'<li><a href="{page}.html">{title}</a></li>' for page, title in titles.items()]
    lines += ["</ul>", f'<h2 id="algorithms">{words["algorithms"]}</h2>']
    for group in dict.fromkeys(page.group for page in algorithms):
        of_group = [page for page in algorithms if page.group == group]
        lines += [f'<h3 id="group-{of_group[0].group_id}">{escape(group)}</h3>', "<ul>"]
        lines += [
            f'<li><a href="{page.file}.html">{escape(page.title)}</a> <code>{page.id}</code></li>'
            for page in of_group
        ]
        lines.append("</ul>")
    return "\n".join(lines)


def build(out: Path = OUT, root: Path = ROOT) -> list[Path]:
    """Write all pages into the folder out, in place of what it holds; the files.

    Needs a running QGIS. Raises HelpError where a source is missing, a link leads nowhere or the languages differ; then
    the folder is as it was.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as folder:
        new = Path(folder) / out.name
        for language in LANGUAGES:
            write_language(new / language, language, root)
        shutil.copyfile(root / SOURCES / "help.css", new / "help.css")
        faults = faults_of(new)
        if faults:
            raise HelpError("\n".join(faults))
        shutil.rmtree(out, ignore_errors=True)
        new.rename(out)
    return sorted(path for path in out.rglob("*") if path.is_file())


def write_language(folder: Path, language: str, root: Path) -> None:
    """Write the pages of a language into a new folder."""
    texts = {page: body_of(page_text(page, language, root)) for page in ("index", *PAGES)}
    titles = {page: texts[page][0] for page in PAGES}
    algorithms = algorithm_pages(language)
    written = {page: with_contents(content, heads, language) for page, (_, content, heads) in texts.items()}
    written["index"] += contents(titles, algorithms, language)
    titles["index"] = texts["index"][0]
    for page in algorithms:
        titles[page.file], written[page.file] = escape(page.title), page.html(titles)
    folder.mkdir(parents=True)
    for page, content in written.items():
        text = document(page, language, titles[page], content)
        (folder / f"{page}.html").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("out", nargs="?", type=Path, default=OUT)
    out = arguments.parse_args().out
    with tempfile.TemporaryDirectory() as profile:
        application = start_qgis(profile)
        try:
            print(f"{len(build(out))} files of help")
        except HelpError as error:
            sys.exit(str(error))
        finally:
            application.exitQgis()
