"""A provenance in words as text and as one HTML page: sections of labelled values, everything escaped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

_STYLE = """
body { font: 16px/1.45 sans-serif; color: #1a1a1a; background: #fff; max-width: 56em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.5em; margin: 0 0 .4em; overflow-wrap: anywhere; }
h2 { font-size: 1.15em; margin: 1.5em 0 .3em; border-bottom: 2px solid #444; }
dl { display: grid; grid-template-columns: minmax(8em, max-content) 1fr; gap: .15em 1em; margin: .4em 0; }
dt { font-weight: bold; } dd { margin: 0; overflow-wrap: anywhere; }
@media print { body { font-size: 10.5pt; margin: 0; max-width: none; padding: 0; } section { break-inside: avoid; } }
"""


class Section(NamedTuple):
    """A heading and its rows of label and value; rows that follow with an empty label belong to the one above."""

    title: str
    rows: Sequence[tuple[str, str]]


def provenance_lines(sections: Sequence[Section]) -> Iterator[str]:
    """The sections as lines of a log."""
    for section in sections:
        yield section.title
        for label, value in section.rows:
            yield f"  {label}: {value}" if label else f"    {value}"


def provenance_page(title: str, sections: Sequence[Section], language: str) -> str:
    """The sections as a whole HTML page without scripts or anything from elsewhere."""
    body = "\n".join(
        f"<section>\n<h2>{escape(section.title)}</h2>\n<dl>{''.join(_entries(section.rows))}</dl>\n</section>"
        for section in sections
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _entries(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    for number, (label, value) in enumerate(rows):
        if label or number == 0:
            yield f"<dt>{escape(label)}</dt>"
        yield f"<dd>{escape(value)}</dd>" if label else f'<dd style="grid-column: 2">{escape(value)}</dd>'
