"""The blocks of a site sheet: facts of the last visit, history of visits, scores with their reasons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsExpression, QgsFeature, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtGui import QColor

from ..core.documents import read_document
from ..core.exceptions import TableError
from ..core.wording import say
from .context_styles import fill_symbol
from .draft import Draft
from .fonts import line_height_mm, sheet_font
from .key import KeyStyle, Section, section_heading
from .page import Page
from .recipe import Box
from .score_legend import ScoreLegend, score_legend
from .sheet_layers import plain_text
from .sheet_words import plain_date
from .table_section import Column, table_section
from .theme import RESOURCES, vocabulary_terms

# Field of the sites table -> vocabulary of its codes; "" for values that are shown as they are.
_FACTS = (
    ("pcode", ""),
    ("place", ""),
    ("village", ""),
    ("coordinates", ""),
    ("visit_date", ""),
    ("project", ""),
    ("state", "state"),
    ("minerals", "minerals"),
    ("workers", ""),
    ("mechanisation", "mechanisation"),
    ("qualification", "qualification"),
    ("presence", "yes_no"),
    ("actors", ""),
    ("interference", "yes_no"),
    ("services", "services"),
    ("traceability", "traceability"),
    ("children", "yes_no"),
    ("women", "yes_no"),
    ("mercury", "yes_no"),
    ("access_dry", "access"),
)
# Fields that stand in the row of another one.
_BESIDE = {"actors": ("actor_class", "actor_classes"), "access_dry": ("access_wet", "access")}
_MOST_VISITS = 12  # rows; the heading says of how many
_HISTORY = (
    ("workers", ""),
    ("minerals", "minerals"),
    ("presence", "yes_no"),
    ("actor_class", "actor_classes"),
)


def facts_block(draft: Draft) -> Section | None:
    """What the last visit says of the site; a field that the layer lacks has no row, an empty one says so."""
    site = draft.sheet.ground.focus
    if site is None:
        return None
    texts = draft.texts
    rows = []
    for name, vocabulary in _FACTS:
        words = _fact(site, name, vocabulary, draft)
        if words is not None:
            rows.append((texts[f"fact_{name}"], words or texts["fact_unknown"]))
    columns = (Column("", 0.36), Column("", 0.64))
    return table_section("facts", texts["facts"], columns, rows)


def _fact(site: QgsFeature, name: str, vocabulary: str, draft: Draft) -> str | None:
    """A value in words; '' where it is empty, None where the layer has no such field."""
    if name == "place":
        parts = [plain_text(_value(site, field)) for field in ("admin4", "admin3", "admin2", "admin1")]
        return ", ".join(dict.fromkeys(part for part in parts if part))
    if name == "coordinates":
        point = site.geometry().asPoint()
        origin = in_words(_value(site, "location_quality"), "location_quality", draft)
        return f"{point.y():.4f}, {point.x():.4f} (WGS 84{draft.texts['between_words'] if origin else ''}{origin})"
    if site.fields().lookupField(name) < 0:
        return None
    words = in_words(_value(site, name), vocabulary, draft)
    beside = _BESIDE.get(name)
    if beside is not None:
        more = in_words(_value(site, beside[0]), beside[1], draft)
        words = draft.texts["between_words"].join(part for part in (words, more) if part)
    date = _value(site, "qualification_date")
    if name == "qualification" and words and date is not None:
        words = f"{words} ({plain_date(date)})"
    return words


def history_block(draft: Draft) -> Section | None:
    """A row a visit, the latest first; left out without a layer of visits."""
    visits, site = draft.layers.visits, draft.sheet.ground.focus
    if site is None:
        return None
    if visits is None:
        draft.leave_out("history", say("there is no layer of visits"))
        return None
    lacking = [name for name in ("pcode", "visit_date") if visits.fields().lookupField(name) < 0]
    if lacking:
        draft.leave_out("history", say("the layer '{0}' lacks {1}", visits.name(), ", ".join(lacking)))
        return None
    texts, fields = draft.texts, [(n, v) for n, v in _HISTORY if visits.fields().lookupField(n) >= 0]
    shown = (("visit_date", ""), ("project", ""), *fields)
    of_site = _visits_of(visits, site["pcode"])
    rows = [
        [_visit_words(visit, name, vocabulary, draft) for name, vocabulary in shown]
        for visit in of_site[:_MOST_VISITS]
    ]
    draft.used("visits")
    key = "history" if len(rows) == len(of_site) else "history_latest"
    heading = texts[key].format(n=len(of_site), shown=len(rows))
    shares = {"visit_date": 0.9, "project": 1.7, "workers": 0.6, "minerals": 1.0, "actor_class": 1.9}
    columns = [
        Column(texts[f"visit_{name}"], shares.get(name, 0.8), is_figure=name == "workers")
        for name, _ in shown
    ]
    return table_section("history", heading, columns, rows, texts["history_note"])


def n_visits(visits: QgsVectorLayer | None, site: QgsFeature | None) -> int:
    """How many rows the history of a site has; 0 without one."""
    if visits is None or site is None or visits.fields().lookupField("pcode") < 0:
        return 0
    return len(_visits_of(visits, site["pcode"]))


def _visits_of(visits: QgsVectorLayer, pcode: Any) -> list[QgsFeature]:
    wanted = f'"pcode" = {QgsExpression.quotedValue(pcode)}'
    request = QgsFeatureRequest().setFilterExpression(wanted)
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return sorted(
        visits.getFeatures(request), key=lambda visit: plain_date(_value(visit, "visit_date")), reverse=True
    )


def _visit_words(visit: QgsFeature, name: str, vocabulary: str, draft: Draft) -> str:
    if name == "visit_date":
        return plain_date(_value(visit, name)) or draft.texts["fact_unknown"]
    return in_words(_value(visit, name), vocabulary, draft) or draft.texts["fact_unknown"]


def in_words(value: Any, vocabulary: str, draft: Draft) -> str:
    """A value, or several with semicolons between, in the words of a vocabulary and the sheet's language."""
    if isinstance(value, QDate):
        return plain_date(value)
    text = plain_text(value)
    if not vocabulary:
        return draft.texts["between_words"].join(part.strip() for part in text.split(";"))
    language = draft.request.language
    if vocabulary == "state":
        return draft.texts.get(f"state_{text}", text)
    words = {
        term["code"]: term[language]
        for name in (vocabulary, "yes_no", "unanswered")
        for term in reversed(vocabulary_terms(name))
    }
    return ", ".join(words.get(code, code) for code in text.split(";") if code)


def reasons_block(draft: Draft) -> Section | None:
    """The site's levels, each with its sentences and answers; left out, and said so, where there are none."""
    scores, site = draft.layers.scores, draft.sheet.ground.focus
    if site is None:
        return None
    if scores is None:
        draft.leave_out("reasons", say("there is no layer of scores"))
        return None
    row = _score_row(scores, site["pcode"])
    if row is None:
        draft.leave_out("reasons", say("the layer '{0}' has no row for {1}", scores.name(), site["pcode"]))
        return None
    explanation = _explained(row, draft)
    if explanation is None:
        return None
    draft.used("scores")
    legend = score_legend(scores, draft.theme, draft.request.language)
    return _reasons_section(draft, row, explanation, legend)


def _score_row(scores: QgsVectorLayer, pcode: Any) -> dict[str, Any] | None:
    """The latest row of a site: column -> plain value, dates as ISO text."""
    if scores.fields().lookupField("pcode") < 0:
        return None
    request = QgsFeatureRequest().setFilterExpression(f'"pcode" = {QgsExpression.quotedValue(pcode)}')
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    rows = [
        {name: _plain(_value(row, name)) for name in scores.fields().names()}
        for row in scores.getFeatures(request)
    ]
    return max(rows, key=lambda row: str(row.get("date") or ""), default=None)


def _explained(row: dict[str, Any], draft: Draft):
    """The explanation in the sheet's language by the shipped scheme that made the scores; None if it does not ship."""
    from ..core.scorecard.explain import explain
    from ..core.scorecard.scheme import read_scheme

    words = read_document(RESOURCES / "explanations" / "words.json")
    for path in sorted((RESOURCES / "schemes").glob("*.json")):
        if read_document(path).get("id") != row.get("scheme"):
            continue
        try:
            return explain(row, read_scheme(path), words, draft.request.language)
        except TableError as error:
            draft.leave_out("reasons", str(error).rstrip("."))
            return None
    draft.leave_out("reasons", say("the scheme '{0}' of the scores does not ship", row.get("scheme")))
    return None


def _reasons_section(draft: Draft, row: dict[str, Any], explanation, legend: ScoreLegend) -> Section:
    by_label = {words.label: words for words in explanation.dimensions}
    scored = [(dim, by_label[label]) for dim, label in legend.dimensions.items() if label in by_label]
    colours = {level.number: level.colour for level in legend.levels}
    said_as = explanation.texts["is"].format
    notes = "\n".join(explanation.notes) if not scored else ""

    def draw(page: Page, x: float, y: float, width: float, style: KeyStyle) -> float:
        top = y
        y += section_heading(page, "reasons", x, y, width, style, draft.texts["reasons"])
        if notes:
            y += page.paragraph("reasons_notes", notes, x, y, width, style.text)
        bold = sheet_font(style.text_pt * 1.1, bold=True)
        line = line_height_mm(bold)
        for dim, words in scored:
            swatch = Box(x, y + line * 0.15, line * 0.75, line * 0.7)
            colour = QColor(colours.get(row.get(f"{dim}_level"), "#ffffff"))
            page.rectangle(f"reasons_{dim}_level", swatch, fill_symbol(colour, "#333333", 0.15))
            head = said_as(what=words.label, value=words.level)
            y += page.paragraph(f"reasons_{dim}", head, x + line * 1.1, y, width - line * 1.1, bold)
            answers = draft.texts["between_words"].join(
                said_as(what=answer.question, value=answer.answer) for answer in words.answers
            )
            for number, said in enumerate([*words.lines, answers]):
                if said:
                    y += page.paragraph(f"reasons_{dim}_{number}", said, x, y, width, style.text)
            y += line * 0.5
        y += page.paragraph(
            "reasons_disclaimer", explanation.disclaimer, x, y, width, style.note, colour="#444444"
        )
        return y - top

    return draw


def _value(feature: QgsFeature, name: str) -> Any:
    """A value of a feature, None where it is NULL or the field is not there."""
    if feature.fields().lookupField(name) < 0:
        return None
    value = feature[name]
    return None if plain_text(value) == "" else value


def _plain(value: Any) -> Any:
    return plain_date(value) if isinstance(value, QDate) else value


SITE_BLOCKS: dict[str, Callable[[Draft], Section | None]] = {
    "facts": facts_block,
    "history": history_block,
    "reasons": reasons_block,
}
