"""The note and the report of a public export as pages to read and as JSON beside them; all data is escaped."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..core.documents import expect, read_document
from .theme import RESOURCES
from .whole_file import whole_file

WORDS = RESOURCES / "reports" / "public_export.json"
_STYLE = (
    "body{font-family:sans-serif;line-height:1.4;max-width:64em;margin:2em auto;padding:0 1em;color:#1a1a1a;"
    "background:#fff}table{border-collapse:collapse;margin:.5em 0}"
    "th,td{text-align:left;vertical-align:top;padding:.25em .8em .25em 0;border-bottom:1px solid #bbb;"
    "overflow-wrap:anywhere}td.figure{text-align:right}"
    ".internal{border:3px solid #a50012;color:#a50012;font-weight:bold;padding:.6em 1em}"
    ".warning{border-left:4px solid #b06000;background:#fdf5e6;padding:.3em .8em}"
)


def write_page(document: dict[str, Any], path: Path, language: str) -> tuple[Path, Path]:
    """Write a note or a report as a page and as JSON beside it; returns both paths.

    Raises SheetError when one cannot be written.
    """
    page, data = page_files(path)
    with whole_file(data) as part:
        text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
        part.write_text(text, encoding="utf-8", errors="replace")
    with whole_file(page) as part:
        part.write_text(public_page(document, language), encoding="utf-8", errors="replace")
    return page, data


def page_files(path: Path) -> tuple[Path, Path]:
    """The files that a page asked for at a path becomes: the page, and the JSON beside it."""
    page = path.with_suffix(".html") if path.suffix.lower() == ".json" else path
    return page, path.with_suffix(".json")


def public_page(document: dict[str, Any], language: str) -> str:
    """A note or, where the document says that it is internal, a report, as one HTML page."""
    words = expect(read_document(WORDS), language, dict, WORDS.name)
    internal = bool(document.get("internal"))
    title = words["title_report" if internal else "title_note"]
    sections = [
        ("how_made", _facts(_making(document, words, language))),
        ("published", _published(document, words)),
        *(_internal(document, words, language) if internal else ()),
        ("fields_published", _fields(document, "fields_published", words, language)),
        ("fields_left_out", _fields(document, "fields_left_out", words, language)),
        ("reading", "".join(f"<p>{_escape(words[key])}</p>" for key in _READING)),
    ]
    body = "".join(f'<h2 id="{name}">{_escape(words[name])}</h2>\n{text}\n' for name, text in sections)
    warning = f'<p class="internal">{_escape(words["internal"])}</p>\n' if internal else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_escape(title)}</title><style>{_STYLE}</style></head>\n"
        f"<body>\n<main>\n<h1>{_escape(title)}</h1>\n{warning}{body}</main>\n</body>\n</html>\n"
    )


_READING = ("reading_unknown", "reading_sample", "reading_totals")


def _making(document: dict[str, Any], words: dict[str, str], language: str) -> list[tuple[str, str]]:
    grid, chosen = document["grid"], document["list"]
    where = (
        words["grid_value"].format(size=f"{grid['size']:g}", unit=words[grid["unit"]])
        if grid
        else words["grid_none"]
    )
    fields = ", ".join(document["group_fields"])
    if grid:
        groups = words["groups_cell" if fields else "groups_cell_alone"].format(fields=fields)
    else:
        groups = words["groups_fields" if fields else "groups_whole"].format(fields=fields)
    facts = [
        (words["list"], words["list_value"].format(label=document["label"][language], **chosen)),
        (words["grid"], where),
        (words["k"], words["k_value"].format(k=document["k"], groups=groups)),
        (words["small_groups"], words[document["small_groups"]]),
    ]
    if document["keys"]:
        facts.append((words["keys"], words[document["keys"]]))
    facts.append((words["rights"], "; ".join(document["rights"]) or words["not_stated"]))
    return [*facts, (words["made_with"], document["made_with"])]


def _published(document: dict[str, Any], words: dict[str, str]) -> str:
    facts = [(words["rows"], str(document["rows"])), (words["sites"], str(document["sites"]))]
    if not document.get("internal"):
        gone = document["rows_left_out"]
        said = words["fewer_than"].format(k=document["k"]) if gone is None else str(gone)
        facts.append((words["rows_left_out"], said))
    rows = [(_place(place, words), str(n)) for place, n in document["rows_by_place"].items()]
    table = _table([words["place"], words["rows"]], rows) if rows else ""
    return _facts(facts) + (f"<h3>{_escape(words['rows_by_place'])}</h3>\n{table}" if table else "")


def _internal(document: dict[str, Any], words: dict[str, str], language: str) -> list[tuple[str, str]]:
    facts = [(words["source"], document["source"]), (words["rows_in"], str(document["rows_in"]))]
    facts.append((words["rows_out"], str(document["rows_out"])))
    facts += [(words[f"left_out_{why}"], str(n)) for why, n in document["rows_left_out"].items()]
    facts += [
        (words[key], str(document[key]))
        for key in ("sites_in", "sites_out", "rows_without_key", "rows_without_place", "rows_alone")
    ]
    found = [
        (field, words[kind], str(n))
        for field, kinds in document["contacts"].items()
        for kind, n in kinds.items()
    ]
    look = (
        f'<div class="warning">{_table([words["field"], words["kind"], words["values"]], found)}</div>'
        if found
        else f"<p>{_escape(words['contacts_none'])}</p>"
    )
    all_fields = [
        (row["field"], words[f"do_{row['do']}"], _why(row["why"], document, words, language))
        + (str(row["filled"]), str(row["values_withheld"]))
        for row in document["fields"]
    ]
    heads = [words[key] for key in ("field", "how", "why", "filled", "values_withheld")]
    return [
        (
            "adds_up",
            _facts(facts)
            + f"<p>{_escape(words['alone_note'])}</p>\n"
            + f'<p class="warning">{_escape(words["again"])}</p>',
        ),
        ("contacts", look),
        ("same_answers", _same_answers(document, words)),
        ("groups", _groups(document, words)),
        ("all_fields", _table(heads, all_fields)),
    ]


def _same_answers(document: dict[str, Any], words: dict[str, str]) -> str:
    rows = [(name, str(n["yes"]), str(n["no"])) for name, n in document["same_answers"].items()]
    if not rows:
        return f"<p>{_escape(words['no_fields'])}</p>"
    table = _table([words[key] for key in ("field", "same_yes", "same_no")], rows)
    return f"<p>{_escape(words['same_note'])}</p>\n{table}"


def _groups(document: dict[str, Any], words: dict[str, str]) -> str:
    levels = document["group_levels"]
    rows = []
    for group in document["groups"]:
        names = [*group["place"].values(), *([group["cell"]] if group["cell"] else [])]
        if group["level"] < 0:
            became = words["became_out"]
        elif group["level"] == 0:
            became = words["became_shown"]
        else:
            became = words["became_wider"].format(place=_place(levels[group["level"]], words))
        why = words["because_small"] if group["small"] else words["because_hiding"] if group["hiding"] else ""
        rows.append(
            (" › ".join(names) or words["no_group"], str(group["sites"]), str(group["rows"]), became, why)
        )
    return _table([words[key] for key in ("group", "sites", "rows", "became", "why")], rows)


def _fields(document: dict[str, Any], key: str, words: dict[str, str], language: str) -> str:
    rows = [
        (row["field"], words[f"do_{row['do']}"], _why(row["why"], document, words, language))
        for row in document[key]
    ]
    if key == "fields_left_out":
        heads, rows = [words["field"], words["why"]], [(field, why) for field, _, why in rows]
        more = words["fields_not_listed"].format(n=document["fields_not_listed"])
        more = f"<p>{_escape(more)}</p>" if document["fields_not_listed"] else ""
    else:
        heads, more = [words["field"], words["how"], words["why"]], ""
    return (_table(heads, rows) if rows else f"<p>{_escape(words['no_fields'])}</p>") + more


def _why(code: str, document: dict[str, Any], words: dict[str, str], language: str) -> str:
    texts = document["reasons"].get(code)
    return texts[language] if texts else words[f"why_{code}"]


def _place(level: str, words: dict[str, str]) -> str:
    return words[level] if level in ("cell", "no_location", "none") else level


def _facts(facts: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f'<tr><th scope="row">{_escape(a)}</th><td>{_escape(b)}</td></tr>' for a, b in facts)
    return f"<table>{rows}</table>"


def _table(heads: list[str], rows: Iterable[tuple[str, ...]]) -> str:
    head = "".join(f'<th scope="col">{_escape(text)}</th>' for text in heads)
    body = "".join(
        "<tr>" + "".join(f"<td{_figure(text)}>{_escape(text)}</td>" for text in row) + "</tr>\n"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table>"


def _figure(text: str) -> str:
    return ' class="figure"' if text.isdigit() else ""


def _escape(text: str) -> str:
    return html.escape(str(text), quote=True)
