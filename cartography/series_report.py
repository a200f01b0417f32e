"""The report of a series: what became of each sheet, as JSON and as a page to read."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from ..core.documents import expect, read_document
from ..core.escaping import html_text
from .theme import RESOURCES
from .whole_file import whole_file

SCHEMA = "asm-atlas/series-report/1"
WORDS = RESOURCES / "reports" / "series_report.json"
MADE, UNCHANGED, EMPTY, FAILED, NOT_DONE = "made", "unchanged", "empty", "failed", "not_done"
STATUSES = (MADE, UNCHANGED, EMPTY, FAILED, NOT_DONE)
REPORT_NAME = "series_report.html"
_STYLE = (
    "body{font-family:sans-serif;line-height:1.4;max-width:80em;margin:2em auto;padding:0 1em;color:#1a1a1a}"
    "table{border-collapse:collapse;width:100%}caption{text-align:left;font-style:italic}"
    "th,td{text-align:left;vertical-align:top;padding:.25em .8em .25em 0;border-bottom:1px solid #bbb}"
    "tr.failed td,tr.not_done td{color:#a50012;font-weight:bold}"
)


def series_report(
    rows: list[dict[str, Any]], making: dict[str, Any], language: str, created: dt.datetime
) -> dict[str, Any]:
    """The report as a document that JSON can hold.

    rows: per sheet recipe, area, paper, language, map_id, version, status (see STATUSES), changed (why it was
    made), reason (of a failure), files (name, bytes), seconds, warnings. making: workers, seconds and the like.
    """
    return {
        "schema": SCHEMA,
        "created": created.isoformat(timespec="seconds"),
        "language": language,
        "counts": {status: sum(row["status"] == status for row in rows) for status in STATUSES},
        "made_with": making,
        "sheets": rows,
    }


def write_series_report(document: dict[str, Any], folder: Path) -> tuple[Path, Path]:
    """Write the page and the JSON into a folder; their paths. Raises SheetError when one cannot be written."""
    page = folder / REPORT_NAME
    data = page.with_suffix(".json")
    with whole_file(data) as part:
        part.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    with whole_file(page) as part:
        part.write_text(series_page(document), encoding="utf-8")
    return page, data


def series_page(document: dict[str, Any]) -> str:
    """The report as an HTML page in its language: what failed first, then the sheets in their order."""
    language = document["language"]
    words = expect(read_document(WORDS), language, dict, WORDS.name)
    counts = words["between"].join(
        words["count"].format(status=words[status], n=document["counts"][status]) for status in STATUSES
    )
    order = sorted(document["sheets"], key=lambda row: row["status"] not in (FAILED, NOT_DONE))
    head = "".join(
        f'<th scope="col">{html_text(words[name])}</th>'
        for name in ("area", "recipe", "paper", "language", "status", "version", "told", "files", "seconds")
    )
    body = "\n".join(_row(row, words, language) for row in order)
    making = {**document["made_with"], "seconds": _figure(document["made_with"]["seconds"], language)}
    made = words["made_with"].format(created=document["created"].replace("T", " "), **making)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{html_text(words['title'])}</title><style>{_STYLE}</style></head>\n<body>\n<main>\n"
        f"<h1>{html_text(words['title'])}</h1>\n<p>{html_text(counts)}</p>\n"
        f"<table><caption>{html_text(words['caption'])}</caption>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{body}\n</tbody></table>\n<p>{html_text(made)}</p>\n</main>\n</body>\n</html>\n"
    )


def told(row: dict[str, Any], words: dict[str, str]) -> str:
    """Why a sheet was made, or was not."""
    if row["reason"]:
        return row["reason"]
    changed = ", ".join(words[f"changed_{what}"] for what in row["changed"])
    warnings = words["n_warnings"].format(n=row["warnings"]) if row["warnings"] else ""
    return words["between"].join(part for part in (changed, warnings) if part)


def _row(row: dict[str, Any], words: dict[str, str], language: str) -> str:
    files = "<br>".join(
        f'<a href="{html_text(file["name"])}">{html_text(file["name"])}</a> '
        f"({words['megabytes'].format(n=_figure(file['bytes'] / 1e6, language))})"
        for file in row["files"]
    )
    seconds = "" if row["seconds"] is None else _figure(row["seconds"], language)
    version = "" if row["version"] is None else row["version"]
    cells = [row["area"], row["recipe"], row["paper"], row["language"], words[row["status"]], version]
    texts = [*(html_text(cell) for cell in cells), html_text(told(row, words)), files, seconds]
    return f'<tr class="{row["status"]}">' + "".join(f"<td>{text}</td>" for text in texts) + "</tr>"


def _figure(value: float, language: str) -> str:
    text = f"{value:.1f}"
    return text.replace(".", ",") if language == "fr" else text
