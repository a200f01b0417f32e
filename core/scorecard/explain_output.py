"""An explanation as plain text and as HTML.

The HTML is one page without scripts or anything from elsewhere; all that comes from data is escaped. A page
breaks between dimensions, and tables have captions and headed columns for those who hear them.
"""

from __future__ import annotations

import textwrap

from ..escaping import html_text
from .explain import AnswerWords, DimensionWords, Explanation

_COLUMNS = ("question", "answer", "points", "weight", "date")
_WIDTH = 100
_STYLE = """
body { font: 16px/1.45 sans-serif; color: #1a1a1a; background: #fff; max-width: 52em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.6em; margin: 0 0 .2em; } h2 { font-size: 1.2em; margin: 1.6em 0 .3em; border-bottom: 2px solid #444; }
h3 { font-size: 1em; margin: .8em 0 .2em; } p, ul { margin: .3em 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em; margin: .6em 0; } dt { font-weight: bold; }
dd { margin: 0; overflow-wrap: anywhere; } .level { font-weight: bold; }
.note { border-left: 4px solid #b06000; padding: .2em .8em; background: #fdf5e6; }
table { border-collapse: collapse; width: 100%; margin: .6em 0; } caption { text-align: left; font-style: italic; }
th, td { border: 1px solid #999; padding: .25em .5em; text-align: left; vertical-align: top; }
thead th { background: #eee; } .figure { white-space: nowrap; }
footer { margin-top: 2em; border-top: 1px solid #999; font-size: .9em; }
@media print { body { font-size: 10.5pt; margin: 0; max-width: none; padding: 0; }
section { break-inside: avoid; } thead { display: table-header-group; } }
"""


def explanation_text(explanation: Explanation) -> str:
    """The explanation as lines of at most 100 characters, headings underlined."""
    lines = _headed(explanation.title, "=")
    named = explanation.texts["is"].format
    lines += [named(what=what, value=value) for what, value in explanation.heading]
    for note in explanation.notes:
        lines += ["", *_wrapped(note)]
    for dim in explanation.dimensions:
        lines += ["", *_headed(named(what=dim.label, value=dim.level), "-")]
        for sentence in dim.lines:
            lines += _wrapped(sentence)
        lines += [_answer_line(answer, explanation) for answer in dim.answers]
        if dim.open_answers:
            lines.append(named(what=explanation.texts["open_heading"], value="").rstrip())
            lines += [line for sentence in dim.open_answers for line in _wrapped(sentence, "  - ")]
    return "\n".join([*lines, "", *_wrapped(explanation.disclaimer), ""])


def explanation_html(explanation: Explanation) -> str:
    """The explanation as a whole HTML page."""
    heading = "".join(
        f"<dt>{html_text(what)}</dt><dd>{html_text(value)}</dd>" for what, value in explanation.heading
    )
    notes = "".join(f'<p class="note">{html_text(note)}</p>' for note in explanation.notes)
    sections = "\n".join(_section(dim, explanation) for dim in explanation.dimensions)
    title = html_text(explanation.title)
    what = html_text(explanation.texts["title"])
    return (
        f'<!DOCTYPE html>\n<html lang="{explanation.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title} – {what}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n<p>{what}</p>\n<dl>{heading}</dl>\n{notes}\n{sections}\n</main>\n"
        f"<footer><p>{html_text(explanation.disclaimer)}</p></footer>\n</body>\n</html>\n"
    )


def _section(dim: DimensionWords, explanation: Explanation) -> str:
    texts = explanation.texts
    parts = [
        f"<h2>{html_text(dim.label)}</h2>",
        f'<p class="level">{html_text(texts["is"].format(what=texts["level"], value=dim.level))}</p>',
        *(f"<p>{html_text(sentence)}</p>" for sentence in dim.lines),
    ]
    if dim.answers:
        columns = [name for name in _COLUMNS if any(getattr(answer, name) for answer in dim.answers)]
        caption = html_text(texts["answers_of"].format(dimension=dim.label))
        head = "".join(f'<th scope="col">{html_text(texts[name])}</th>' for name in columns)
        body = "\n".join(_row(answer, columns) for answer in dim.answers)
        parts.append(
            f"<table>\n<caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
        )
    if dim.open_answers:
        items = "".join(f"<li>{html_text(sentence)}</li>" for sentence in dim.open_answers)
        parts.append(f"<h3>{html_text(texts['open_heading'])}</h3>\n<ul>{items}</ul>")
    return "<section>\n" + "\n".join(parts) + "\n</section>"


def _row(answer: AnswerWords, columns: list[str]) -> str:
    cells = [f'<th scope="row">{html_text(answer.question)}</th>']
    for name in columns[1:]:
        kind = "" if name == "answer" else ' class="figure"'
        cells.append(f"<td{kind}>{html_text(getattr(answer, name))}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def _answer_line(answer: AnswerWords, explanation: Explanation) -> str:
    texts = explanation.texts
    said = texts["is"].format(what=answer.question, value=answer.answer)
    details = [
        f"{texts[name].lower()} {value}"
        for name, value in (("points_short", answer.points), ("weight", answer.weight), ("date", answer.date))
        if value
    ]
    return "\n".join(_wrapped(f"{said} [{'; '.join(details)}]", "  - "))


def _wrapped(sentence: str, mark: str = "") -> list[str]:
    return textwrap.wrap(
        mark + sentence,
        _WIDTH,
        subsequent_indent=" " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _headed(text: str, sign: str) -> list[str]:
    return [text, sign * len(text)]
