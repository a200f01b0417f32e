"""Scores put into words by QGIS itself: the map tip and the form page of a layer of scores.

Expressions read the reasons in each row, so that the words need neither Python nor the plugin, and go wherever
the style goes. Questions, levels and grounds come from the scheme that the layer names; what comes from rows is
escaped.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any

from qgis import core as qgis_core
from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsAttributeEditorHtmlElement,
    QgsEditFormConfig,
    QgsExpression,
    QgsVectorLayer,
)

from ..core.documents import read_document
from ..core.score_tables import OVERALL_PARTS, SCORE_PARTS, has_overall, score_dimensions
from .score_legend import OVERALL, LevelLook, score_legend, stated_scheme
from .theme import RESOURCES, Theme

WORDS = RESOURCES / "explanations" / "words.json"
SEVERAL = (
    "frequency"  # the one variable whose answers hold together (core.scorecard.variables, which needs NumPy)
)
_quoted = QgsExpression.quotedValue
_column = QgsExpression.quotedColumnRef


def put_into_words(layer: QgsVectorLayer, theme: Theme, language: str, dimension: str) -> None:
    """Give a layer of scores a map tip on one dimension, and a form whose first page explains all of them."""
    columns = layer.fields().names()
    writer = _Writer(layer, theme, language)
    tip = writer.page([dimension] if dimension else [], [dimension])
    layer.setMapTipTemplate(f"[% {tip} %]")
    dimensions = [*score_dimensions(columns), *([OVERALL] if has_overall(columns) else [])]
    _set_form(layer, writer.page(dimensions, dimensions), writer, dimensions)


class _Writer:
    """Writes expressions on the rows of a layer in one language."""

    def __init__(self, layer: QgsVectorLayer, theme: Theme, language: str) -> None:
        words = read_document(WORDS)
        legend = score_legend(layer, theme, language)
        scheme = stated_scheme(layer)
        self.language = language
        self.columns = set(layer.fields().names())
        self.texts = {key: text[language] for key, text in words["texts"].items()}
        self.levels: Sequence[LevelLook] = legend.levels
        self.disclaimer = legend.disclaimer
        self.labels: dict[str, str] = dict(legend.dimensions)
        self.questions: dict[str, str] = {key: text[language] for key, text in words["variables"].items()}
        self.grounds: dict[str, str] = {}
        for entry in scheme.get("dimensions", []):
            self.labels.setdefault(entry["id"], _said(entry, "label", language, entry["id"]))
            for item in entry.get("items", []):
                self.questions[f"{entry['id']}:{item['var']}"] = _said(item, "label", language, item["var"])
            for cap in entry.get("caps", []):
                for name in cap["when"]:
                    key = f"{entry['id']}:{name}:{cap['level']}"
                    self.grounds[key] = _said(cap, "ground", language, "")
        self.answers = {
            f"{name}:{code}": text[language]
            for name, codes in words["answers"].items()
            for code, text in codes.items()
        }
        self.codes = {level["code"]: level["label"][language] for level in scheme.get("levels", [])}

    def page(self, dimensions: Sequence[str], headed: Sequence[str]) -> str:
        """An expression: HTML on the row and these dimensions."""
        name = " || ' – ' || ".join(
            as_html(_column(part)) for part in ("name", "pcode") if part in self.columns
        )
        date = f" || ' – ' || {as_html(_column('date'))}" if "date" in self.columns else ""
        states = " ".join(
            f"WHEN {_column('state')} = {_quoted(state)} THEN {_html(self.texts[state].format(since='…'))}"
            for state in ("no_visit", "inactive")
        )
        parts = " || ".join(self.dimension(dim) for dim in dimensions) or "''"
        old = _html(self.texts["too_old"].split(":")[0].split("(")[0].strip() + ".")
        by_state = f"CASE {states} WHEN {_column('state')} = 'too_old' THEN {old} ELSE {parts} END"
        body = by_state if "state" in self.columns else parts
        words = _map({key: _safe(text) for key, text in self.answers.items()})
        said = f"'<p><b>' || {name} || '</b>'{date} || '</p>' || {body} || {_html(self.disclaimer, 'i')}"
        return f"with_variable('words', {words}, {said})"

    def dimension(self, dim: str) -> str:
        """An expression: level, certainty and reasons of one dimension."""
        levels = _map({str(level.number): _safe(level.label) for level in self.levels})
        level = f"coalesce(map_get({levels}, to_string({_column(f'{dim}_level')})), {_text(self.texts['not_applicable_level'])})"
        label = _safe(self.texts["is"].format(what=self.labels.get(dim, dim), value=""))
        said = f"'<p><b>{_inner(label)}' || {level} || '</b>'"
        if f"{dim}_score" in self.columns:
            said += f" || coalesce('<br>' || {self.score(dim)}, '')"
        said += f" || {self.certainty(dim)}"
        if f"{dim}_thin" in self.columns:
            thin = _quoted(f"<br>{_safe(self.texts['thin_short'])}")
            said += f" || if(coalesce({_column(f'{dim}_thin')}, '') = 'yes', {thin}, '')"
        said += " || '</p>'"
        if f"{dim}_reasons" in self.columns:
            reasons = f"array_foreach(from_json({_column(f'{dim}_reasons')}), {self.reason(dim)})"
            said += f" || coalesce('<ul>' || array_to_string({reasons}, '') || '</ul>', '')"
        return said

    def score(self, dim: str) -> str:
        """An expression: the score with its worst and best case; NULL where there is neither."""
        score, worst, best = (self.number(_column(f"{dim}_{part}"), 1) for part in ("score", "worst", "best"))
        spread = f"if({worst} = {best}, {best}, {worst} || ' – ' || {best})"
        return (
            f"CASE WHEN {_column(f'{dim}_score')} IS NOT NULL THEN 'Score ' || {score} || "
            f"if({worst} = {best}, '', ' (' || {spread} || ')')"
            f" ELSE {spread} END"
        )

    def certainty(self, dim: str) -> str:
        """An expression: a sentence on the range of levels."""
        labels = _map({str(level.number): _safe(level.label) for level in self.levels})
        ends = [f"map_get({labels}, to_string({_column(f'{dim}_level_{end}')}))" for end in ("worst", "best")]
        robust, cases = _column(f"{dim}_robust"), []
        for word in ("firm", "probable", "open"):
            cases.append(f"WHEN {robust} = '{word}' THEN {self.filled(self.texts[word], ends)}")
        possible = self.filled(self.texts["possible"], ends)
        cases.append(f"WHEN {_column(f'{dim}_level')} = 0 THEN {possible}")
        return f"coalesce('<br>' || CASE {' '.join(cases)} END, '')"

    def filled(self, text: str, ends: Sequence[str]) -> str:
        """An expression: the text with its {worst} and {best} filled in."""
        said = _text(text)
        for name, value in zip(("worst", "best"), ends):
            said = f"replace({said}, '{{{name}}}', coalesce({value}, ''))"
        return said

    def reason(self, dim: str) -> str:
        """An expression on @element: one reason as an item of a list."""
        item = "map_get(@element, 'item')"
        own = {
            key.split(":", 1)[1]: text for key, text in self.questions.items() if key.startswith(f"{dim}:")
        }
        general = {key: text for key, text in self.questions.items() if ":" not in key}
        questions = _map({key: _safe(text) for key, text in {**general, **own}.items()})
        question = f"coalesce(map_get({questions}, {item}), {as_html(item)})"
        answer = self.answer()
        stale = " ".join(
            f"WHEN map_get(@element, 'stale') = '{mark}' THEN {_text(' (' + self.texts[f'stale_{mark}'] + ')')}"
            for mark in ("mark", "unknown")
        )
        points = (
            f"{self.number(self.point(0), 2)} || if({self.point(0)} = {self.point(1)}, '', "
            f"'–' || {self.number(self.point(1), 2)})"
        )
        short = _inner(_safe(self.texts["points_short"]))
        known = (
            f"{question} || {_text(self.texts['is'].format(what='', value=''))} || '<b>' || {answer} || '</b>' "
            f"|| CASE {stale} ELSE '' END || ' <small>({short} ' || {points} || coalesce(', ' || {_shown_or_null('date')}, '') "
            f"|| ')</small>'"
        )
        return (
            f"'<li>' || if(map_exist(@element, 'cap'), {self.cap(dim, question, answer)}, {known}) || '</li>'"
        )

    def answer(self) -> str:
        """An expression on @element: the answer, or the answers left open, in words."""
        # A lone value is no JSON text for QGIS, so that the answer is put into a list, and out of one of lists.
        found = "to_json(array(map_get(@element, 'answer')))"
        listed = f"from_json(if(left({found}, 2) = '[[', substr({found}, 2, length({found}) - 2), {found}))"
        code = "to_string(@element)"
        word = (
            f"coalesce(map_get(@words, @item || ':' || {code}), map_get(@words, '*:' || {code}), "
            f"replace({as_html('@element')}, '_', ' '))"
        )
        to = _text(self.texts["to"].format(low="", high=""))
        joint = (
            f"CASE WHEN left({found}, 3) <> '[[\"' THEN {to} "
            f"WHEN @item = '{SEVERAL}' THEN {_text(self.texts['and'])} ELSE {_text(self.texts['or'])} END"
        )
        joined = f"array_to_string(array_foreach({listed}, {word}), {joint})"
        return f"with_variable('item', map_get(@element, 'item'), {joined})"

    def cap(self, dim: str, question: str, answer: str) -> str:
        """An expression on @element: a knock-out with its ground."""
        own = {
            key.split(":", 1)[1]: _safe(text)
            for key, text in self.grounds.items()
            if key.startswith(f"{dim}:")
        }
        cap = "map_get(@element, 'cap')"
        ground = f"coalesce(map_get({_map(own)}, map_get(@element, 'item') || ':' || {cap}), {question} || ' ' || {answer})"
        level = f"coalesce(map_get({_map({code: _safe(label) for code, label in self.codes.items()})}, {cap}), {as_html(cap)})"
        texts = [
            f"replace(replace({_text(self.texts[key])}, '{{level}}', {level}), '{{ground}}', {ground})"
            for key in ("cap", "cap_possible")
        ]
        return f"if(map_get(@element, 'certain'), {texts[0]}, {texts[1]})"

    def point(self, place: int) -> str:
        return f"array_get(map_get(@element, 'points'), {place})"

    def number(self, value: str, decimals: int) -> str:
        """An expression: a number as written in the language, NULL where it is empty."""
        text = f"to_string(round({value}, {decimals}))"
        return f"replace({text}, '.', ',')" if self.language == "fr" else text


def _set_form(layer: QgsVectorLayer, page: str, writer: _Writer, dimensions: Sequence[str]) -> None:
    config = layer.editFormConfig()
    config.clearTabs()
    config.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
    root = config.invisibleRootContainer()
    why = _tab(writer.texts["title"], root, config)
    why.addChildElement(_words_element(writer.texts["title"], page, why))
    fields = layer.fields()
    of_dimensions = {
        f"{dim}_{part}": dim
        for dim in dimensions
        for part in (OVERALL_PARTS if dim == OVERALL else SCORE_PARTS)
    }
    tabs: dict[str, QgsAttributeEditorContainer] = {}
    for place, name in enumerate(fields.names()):
        dim = of_dimensions.get(name, "")
        label = writer.labels.get(dim, dim) or writer.texts["site"]
        if dim not in tabs:
            tabs[dim] = _tab(label, root, config)
        tabs[dim].addChildElement(QgsAttributeEditorField(name, place, tabs[dim]))
    layer.setEditFormConfig(config)


def _tab(
    label: str, root: QgsAttributeEditorContainer, config: QgsEditFormConfig
) -> QgsAttributeEditorContainer:
    tab = QgsAttributeEditorContainer(label, root)
    if hasattr(tab, "setType"):  # from QGIS 3.32 on
        tab.setType(Qgis.AttributeEditorContainerType.Tab)
    else:
        tab.setIsGroupBox(False)
    config.addTab(tab)
    return tab


def _words_element(name: str, page: str, parent: QgsAttributeEditorContainer):
    """What shows the words: text where QGIS has it (3.30), else HTML, which asks for the value by a script."""
    text_element = getattr(qgis_core, "QgsAttributeEditorTextElement", None)
    if text_element is not None:
        element = text_element(name, parent)
        element.setText(f"[% {page} %]")
    else:
        element = QgsAttributeEditorHtmlElement(name, parent)
        literal = page.replace("\\", "\\\\").replace('"', '\\"').replace("</", "<\\/").replace("\n", "\\n")
        element.setHtmlCode(f'<script>document.write(expression.evaluate("{literal}"));</script>')
    element.setShowLabel(False)
    return element


def _said(entry: Mapping[str, Any], key: str, language: str, otherwise: str) -> str:
    found = entry.get(key)
    return str(found.get(language, otherwise)) if isinstance(found, Mapping) else otherwise


def _safe(text: str) -> str:
    """Text of a scheme as HTML that cannot end the expression it stands in."""
    return html.escape(text).replace("]", "&#93;").replace("[", "&#91;")


def _inner(text: str) -> str:
    """Text within quotes of an expression."""
    return _quoted(text)[1:-1]


def _text(text: str) -> str:
    return _quoted(_safe(text))


def _html(text: str, tag: str = "p") -> str:
    return _quoted(f"<{tag}>{_safe(text)}</{tag}>") if text else "''"


def _map(words: Mapping[str, str]) -> str:
    return f"map({', '.join(f'{_quoted(key)}, {_quoted(text)}' for key, text in words.items())})"


def as_html(expression: str) -> str:
    """An expression: what another one gives, as text of HTML; empty for NULL."""
    return f"coalesce({_escaped(expression)}, '')"


def _shown_or_null(key: str) -> str:
    return _escaped(f"map_get(@element, '{key}')")


def _escaped(expression: str) -> str:
    text = f"to_string({expression})"
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = f"replace({text}, '{sign}', '{entity}')"
    return text
