"""The build report as a page to read: headings, tables with headers, everything escaped."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..core.documents import expect, read_document
from ..core.escaping import html_text
from .theme import RESOURCES

WORDS = RESOURCES / "reports" / "build_report.json"
_STYLE = (
    "body{font-family:sans-serif;line-height:1.4;max-width:64em;margin:2em auto;padding:0 1em;color:#1a1a1a}"
    "table{border-collapse:collapse;margin:.5em 0}"
    "caption{text-align:left;font-style:italic;padding-bottom:.3em}"
    "th,td{text-align:left;vertical-align:top;padding:.25em .8em .25em 0;border-bottom:1px solid #bbb}"
    ".error{color:#a50012;font-weight:bold}td.code{font-family:monospace;overflow-wrap:anywhere}"
)


def report_page(document: dict[str, Any]) -> str:
    """A report document (see docs/build-report.md) as one HTML page in the sheet's first language."""
    language = document["sheet"]["languages"][0]
    words = expect(read_document(WORDS), language, dict, WORDS.name)
    title = html_text(words["title"].format(title=document["sheet"]["title"]))
    notes = "".join(f"<p><strong>{html_text(note)}</strong></p>" for note in document["sheet"]["notes"])
    sections = (
        ("sheet", _facts(_sheet_facts(document, words, language))),
        ("findings", _findings(document["preflight"], words, language)),
        ("sites", _facts(_site_facts(document, words))),
        ("labels", _unplaced(document["labels"]["unplaced"], words)),
        ("sources", _sources(document["sources"], words)),
        ("files", _files(document["files"], words, language)),
        ("made_with", _facts(_making(document["made_with"], words, language))),
    )
    body = "".join(f'<h2 id="{name}">{html_text(words[name])}</h2>\n{text}\n' for name, text in sections)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head>\n"
        f"<body>\n<main>\n<h1>{title}</h1>\n{notes}{body}</main>\n</body>\n</html>\n"
    )


def _sheet_facts(document: dict[str, Any], words: dict[str, str], language: str) -> list[tuple[str, str]]:
    sheet = document["sheet"]
    page, crs = sheet["page"], sheet["crs"]
    size = f"{_figure(page['width_mm'], language)} × {_figure(page['height_mm'], language)} mm"
    return [
        (words["sheet_title"], sheet["title"]),
        (words["map_id"], sheet["map_id"]),
        (words["version"], sheet["version"]),
        (words["created"], sheet["created"].replace("T", " ")),
        (words["area"], sheet["area"] or words["all_sites"]),
        (words["scale"], "1:" + f"{sheet['scale']:,}".replace(",", "\u202f")),
        (words["crs"], f"{crs['name']} ({crs['authid']})" if crs["authid"] else crs["name"]),
        (words["page"], f"{page['paper']}, {words[page['orientation']]} ({size})"),
        (words["languages"], ", ".join(words[each] for each in sheet["languages"])),
        *((words[name], _document(sheet[name], words)) for name in ("recipe", "theme")),
    ]


def _document(source: dict[str, str], words: dict[str, str]) -> str:
    return words["document"].format(**{**source, "sha256": source["sha256"][:12]})


def _site_facts(document: dict[str, Any], words: dict[str, str]) -> list[tuple[str, str]]:
    counts = {
        **document["sites"],
        "placed": document["labels"]["placed"],
        "unplaced": len(document["labels"]["unplaced"]),
    }
    return [(words[name], words["not_part"] if n is None else str(n)) for name, n in counts.items()]


def _making(made: dict[str, Any], words: dict[str, str], language: str) -> list[tuple[str, str]]:
    peak = made["peak_mib"]
    return [
        (words["plugin"], made["plugin"]),
        (words["qgis"], made["qgis"]),
        (words["total_seconds"], words["n_seconds"].format(n=_figure(made["seconds"], language))),
        (words["peak"], words["unknown"] if peak is None else words["mebibytes"].format(n=peak)),
    ]


def _findings(preflight: dict[str, Any], words: dict[str, str], language: str) -> str:
    if not preflight["findings"]:
        return f"<p>{html_text(words['no_findings'])}</p>"
    rows = []
    for finding in preflight["findings"]:
        place = finding["rect_mm"]
        where = finding["item"]
        if place:
            where = f"{where} ({'; '.join(_figure(value, language) for value in place[:2])})"
        rows.append((words[finding["severity"]], finding["sentence"], where, finding["code"]))
    head = [words[name] for name in ("severity", "what", "where", "rule")]
    caption = words["n_findings"].format(errors=preflight["errors"], warnings=preflight["warnings"])
    return _table(head, rows, caption)


def _unplaced(names: list[dict[str, str]], words: dict[str, str]) -> str:
    if not names:
        return f"<p>{html_text(words['none'])}</p>"
    return _table([words["name"], words["pcode"]], [(each["name"], each["pcode"]) for each in names])


def _sources(sources: list[dict[str, Any]], words: dict[str, str]) -> str:
    rows = []
    for source in sources:
        dates = words["not_stated"]
        if source["first_date"]:
            dates = words["to"].format(first=source["first_date"], last=source["last_date"])
        stated = ["; ".join(source[name]) or words["not_stated"] for name in ("rights", "licences")]
        rows.append((source["layer"], source["file"], dates, *stated))
    return _table([words[name] for name in ("layer", "file", "dates", "rights", "licences")], rows)


def _files(files: list[dict[str, Any]], words: dict[str, str], language: str) -> str:
    rows = [
        (
            file["name"],
            words["megabytes"].format(n=_figure(round(file["bytes"] / 1e6, 2), language)),
            words["n_dpi"].format(n=file["dpi"]),
            _figure(file["seconds"], language),
            file["sha256"],
        )
        for file in files
    ]
    return _table([words[name] for name in ("file", "size", "dpi", "seconds", "sha256")], rows)


def _facts(facts: Iterable[tuple[str, str]]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{html_text(name)}</th><td>{html_text(value)}</td></tr>\n'
        for name, value in facts
    )
    return f"<table>\n<tbody>\n{rows}</tbody>\n</table>"


def _table(head: list[str], rows: list[tuple[str, ...]], caption: str = "") -> str:
    top = "".join(f'<th scope="col">{html_text(name)}</th>' for name in head)
    body = "".join(
        "<tr>"
        + f'<th scope="row">{html_text(row[0])}</th>'
        + "".join(f"<td>{html_text(cell)}</td>" for cell in row[1:])
        + "</tr>\n"
        for row in rows
    )
    title = f"<caption>{html_text(caption)}</caption>" if caption else ""
    return f"<table>{title}\n<thead><tr>{top}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>"


def _figure(value: float, language: str) -> str:
    text = f"{value:g}" if value < 1e5 else f"{value:.0f}"
    return text.replace(".", ",") if language == "fr" else text
