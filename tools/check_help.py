"""Say what is wrong with a folder of help pages: links, anchors, languages that differ, what would be fetched.

python tools/check_help.py resources/help
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

VOID = {"meta", "link", "br", "hr", "img", "input", "wbr"}
FETCHING = {"script", "img", "iframe", "object", "embed", "audio", "video", "source", "form"}


class Page(HTMLParser):
    """What is in a page: ids, targets of links, and faults of its markup."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.faults: list[str] = []
        self.language = ""
        self.levels: list[int] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        if self._open:
            self.faults.append(f"<{self._open[-1]}> is not closed")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(given["id"])
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        if tag == "link" and urlsplit(given.get("href") or "").scheme:
            self.faults.append(f"<link> to {given['href']}")
        if tag == "html":
            self.language = given.get("lang") or ""
        if tag == "th" and not given.get("scope"):
            self.faults.append("a <th> without scope")
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.levels.append(int(tag[1]))
        if tag in FETCHING or any(name.startswith("on") or name == "style" for name in given):
            self.faults.append(f"<{tag}> that fetches, runs or sends something, or has a style of its own")
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> closes what is not open")


def faults_of(folder: Path) -> list[str]:
    """What is wrong, a sentence each, by file."""
    pages = {path: Page(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.html"))}
    faults = []
    for path, page in pages.items():
        name = path.relative_to(folder).as_posix()
        faults += [f"{name}: {fault}." for fault in page.faults]
        faults += [
            f"{name}: the id {one} stands twice." for one in {i for i in page.ids if page.ids.count(i) > 1}
        ]
        if page.language != path.parent.name:
            faults.append(f"{name}: its language is not {path.parent.name}.")
        if page.levels.count(1) != 1 or any(b > a + 1 for a, b in zip(page.levels, page.levels[1:])):
            faults.append(f"{name}: its headings leave out a level, or there is not one title.")
        faults += [f"{name}: {fault}." for fault in _dead_links(path, page, pages)]
    return faults + list(_differences(folder, pages))


def _dead_links(path: Path, page: Page, pages: dict[Path, Page]) -> Iterator[str]:
    for link in page.links:
        parts = urlsplit(link)
        if parts.scheme:
            if parts.scheme != "https":
                yield f"{link} is no address of the web"
            continue
        target = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
        found = next((known for known in pages if known.resolve() == target), None)
        if found is None:
            yield f"{link} leads to no page"
        elif parts.fragment and parts.fragment not in pages[found].ids:
            yield f"{link} leads to no heading there"


def _differences(folder: Path, pages: dict[Path, Page]) -> Iterator[str]:
    languages = sorted({path.parent.name for path in pages})
    names = {path.name for path in pages}
    for name in sorted(names):
        ids = {}
        for language in languages:
            page = pages.get(folder / language / name)
            if page is None:
                yield f"{language}/{name} is missing."
            else:
                ids[language] = set(page.ids)
        for language, own in ids.items():
            others = set().union(*ids.values()) - own
            if others:
                yield f"{language}/{name} lacks the headings {', '.join(sorted(others))} of another language."


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path)
    faults = faults_of(arguments.parse_args().folder)
    print("\n".join(faults) or "Nothing is wrong with the pages.")
    sys.exit(1 if faults else 0)
