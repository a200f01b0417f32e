"""A scheme's settings in words: answers, conditions, faults and differences, in the user's language."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from qgis.PyQt.QtCore import QLocale

from ..core.documents import read_document
from ..core.exceptions import DocumentError
from ..core.scorecard.scheme_changes import Difference
from ..processing.algorithm import RESOURCES
from .words import tr, user_language

_VOCABULARIES = {
    "qualification": "qualification",
    "traceability": "traceability",
    "mechanisation": "mechanisation",
    "access_dry": "access",
    "access_wet": "access",
}


@cache
def _terms(vocabulary: str, language: str) -> dict[str, str]:
    document = read_document(RESOURCES / "vocabularies" / f"{vocabulary}.json")
    return {term["code"]: term[language] for term in document["terms"]}


def answer_words(var: str, code: str) -> str:
    """What an answer's code means; the code itself where nothing says more."""
    words = _terms(_VOCABULARIES.get(var, "yes_no"), user_language())
    return words.get(code) or _own_answers().get(code, code)


def _own_answers() -> dict[str, str]:
    """Codes that only the scorecard knows."""
    return {
        "none": tr("None"),
        "state_present": tr("State forces there"),
        "state_economic": tr("State forces tax, trade or dig"),
        "state_grave": tr("State forces, grave abuse"),
        "nsag_present": tr("Armed group there"),
        "nsag_active": tr("Armed group taxes, digs or controls"),
        "injured": tr("People injured"),
        "dead": tr("People killed"),
        "partly": tr("Partly"),
        "1": tr("1, irregular"),
        "2": tr("2, less than monthly"),
        "3": tr("3, monthly or fortnightly"),
        "4": tr("4, weekly"),
        "5": tr("5, permanent or almost"),
        "expired_green": tr("Green, expired"),
        "expired_yellow": tr("Yellow, expired"),
        "lapsed_blue": tr("Blue, lapsed"),
        "zea_active": tr("Artisanal zone, active"),
        "cooperative": tr("Title of a cooperative"),
        "other_active": tr("Another active title"),
        "prohibited": tr("Mining prohibited"),
        "unknown": tr("Unknown"),
    }


def variable_words(var: str, labels: Mapping[str, str]) -> str:
    """The name of a variable: the question that asks it, or what it is by itself."""
    own = {
        "is_gold": tr("gold site"),
        "is_3t": tr("tin, tantalum or tungsten site"),
        "traceable": tr("a mineral that programmes trace"),
        "designated": tr("a designated mineral"),
        "presence": tr("armed presence"),
        "armed_group": tr("armed group present"),
        "armed_influence": tr("what armed actors do"),
        "forced_labour": tr("forced labour"),
        "country": tr("country"),
    }
    return labels.get(var) or own.get(var, var)


def question_labels(document: Mapping[str, Any]) -> dict[str, str]:
    """Labels of all questions of a scheme by variable, in the user's language."""
    language = user_language()
    return {
        item["var"]: item["label"][language]
        for dimension in document["dimensions"]
        for item in dimension["items"]
    }


def condition_words(when: Mapping[str, Any], labels: Mapping[str, str]) -> str:
    """A condition such as "gold site" (for yes) or "Qualification status: Red or Blue, lapsed"."""
    parts = []
    for var, given in when.items():
        codes = [given] if isinstance(given, str) else list(given)
        name = variable_words(var, labels)
        words = tr(" or ").join(answer_words(var, code) for code in codes)
        parts.append(name if codes == ["yes"] else f"{name}: {words}")
    return tr(" and ").join(parts)


def applicability_words(item: Mapping[str, Any], labels: Mapping[str, str]) -> list[str]:
    """Sentences on where a question counts, and what a missing answer means."""
    sentences = []
    if item.get("when"):
        sentences.append(tr("Counts only where: {0}.").format(condition_words(item["when"], labels)))
    if item.get("countries"):
        sentences.append(tr("Counts only in: {0}.").format(", ".join(item["countries"])))
    if not sentences:
        sentences.append(tr("Counts at every site."))
    if item.get("not_asked") == "skip":
        sentences.append(tr("Left out where it was not asked."))
    if item.get("asked_since"):
        sentences.append(tr("Before {0} an empty answer counts as not asked.").format(item["asked_since"]))
    if item.get("unknown_at_most"):
        other = variable_words(item["unknown_at_most"], labels)
        sentences.append(tr("An unknown answer is worth at most what “{0}” is.").format(other))
    return sentences


def rule_words(dimension: Mapping[str, Any]) -> str:
    if dimension.get("rule") == "lowest":
        return tr("The worst answer decides; there are no weights.")
    return tr("Weighted mean of the questions that apply.")


def number_words(value: Any) -> str:
    """A value of a document, numbers as the user writes them."""
    if value is None:
        return tr("none")
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    if isinstance(value, (int, float)):
        if float(value).is_integer():
            return str(int(value))  # without marks between thousands, so that it can be typed again
        return QLocale().toString(float(value), "g", 6)
    if isinstance(value, (list, tuple)):
        return " – ".join(number_words(entry) for entry in value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def place_words(document: Mapping[str, Any], path: str) -> str:
    """Where a dotted path of a document leads, in words: the indicator, the question and the setting."""
    steps = path.split(".")
    words = []
    if steps[0] == "dimensions" and len(steps) > 1:
        language = user_language()
        dimension = document["dimensions"][int(steps[1])]
        words.append(dimension["label"].get(language) or dimension["id"])
        steps = steps[2:]
        if len(steps) > 1 and steps[0] == "items":
            item = dimension["items"][int(steps[1])]
            words.append(item["label"].get(language) or item["var"])
            steps = steps[2:]
    words += [_setting_words(step) for step in steps]
    return " › ".join(word for word in words if word)


def fault_words(document: Mapping[str, Any], fault: DocumentError) -> str:
    """A fault of a document: the place in words, and what must be there."""
    if not fault.path:
        return str(fault)
    return f"{place_words(document, fault.path)}: {fault.expectation}."


def _setting_words(key: str) -> str:
    if key.isdigit():
        return str(int(key) + 1)
    return {
        "id": tr("id"),
        "version": tr("version"),
        "label": tr("title"),
        "text": tr("text"),
        "disclaimer": tr("disclaimer"),
        "provenance": tr("provenance"),
        "min_coverage": tr("least coverage"),
        "cuts": tr("cut-offs"),
        "levels": tr("levels"),
        "min_items": tr("least number of answers"),
        "w": tr("weight"),
        "points": tr("points"),
        "steps": tr("steps"),
        "from": tr("from"),
        "unknown": tr("points of an unknown answer"),
        "caps": tr("knock-out"),
        "enabled": tr("switched"),
        "level": tr("level"),
        "ground": tr("ground"),
        "rule": tr("rule"),
        "since": tr("visits since"),
        "when": tr("condition"),
        "countries": tr("countries"),
        "en": "English",
        "fr": "français",
    }.get(key, key)


def difference_words(difference: Difference, documents: Sequence[Mapping[str, Any]]) -> tuple[str, str]:
    """(where, what) of a difference between two schemes, in words."""
    language = user_language()
    labels: dict[str, str] = {}
    titles: dict[str, str] = {}
    for document in documents:
        labels.update(question_labels(document))
        titles.update({entry["id"]: entry["label"][language] for entry in document["dimensions"]})
    where = titles.get(difference.dimension, tr("Scheme"))
    if difference.item:
        where = f"{where} › {labels.get(difference.item, difference.item)}"
    if not difference.key:
        return where, tr("new") if difference.before is None else tr("taken out")
    return where, f"{_key_words(difference, labels)}: {_values_words(difference)}"


def _key_words(difference: Difference, labels: Mapping[str, str]) -> str:
    words = []
    for place, key in enumerate(difference.key):
        before = difference.key[place - 1] if place else ""
        if before == "caps":
            words.append(f"({condition_words(json.loads(key), labels)})")
        elif before == "points":
            words.append(f"“{answer_words(difference.item, key)}”")
        else:
            words.append(_setting_words(key))
    return " ".join(words)


def _values_words(difference: Difference) -> str:
    last = difference.key[-1]
    if difference.key[0] == "caps" and len(difference.key) == 2:
        return tr("new") if difference.before is None else tr("taken out")
    if last == "min_coverage":
        before, after = (f"{100 * value:.0f}%" for value in (difference.before, difference.after))
    elif last == "steps":
        before, after = (_steps_words(value) for value in (difference.before, difference.after))
    elif last == "unknown" or difference.key[0] == "points":
        before, after = (
            tr("unknown") if value is None else number_words(value)
            for value in (difference.before, difference.after)
        )
    elif last == "cuts":
        before, after = (
            ", ".join(number_words(cut) for cut in value) for value in (difference.before, difference.after)
        )
    else:
        before, after = (number_words(value) for value in (difference.before, difference.after))
    return f"{before} → {after}"


def _steps_words(steps: Sequence[Mapping[str, Any]] | None) -> str:
    if not steps:
        return tr("none")
    return ", ".join(f"{number_words(step['from'])}+: {number_words(step['points'])}" for step in steps)
