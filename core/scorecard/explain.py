"""Why a site has its scores, in words: what a row of SCORES and its scheme say of each dimension.

The reasons of the row give questions, answers and points; labels and the grounds of knock-outs come from the
scheme; everything else is worded in resources/explanations/words.json. Nothing is scored again here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..exceptions import TableError
from ..wording import say
from .scheme_model import LEVEL_NO_DATA, LOWEST, OVERALL, Cap, Dimension, Scheme
from .variables import variable

_SCORED = "scored"
_DECIMALS = 1
_TOLERANCE = 1e-3  # points in reasons have four decimals


@dataclass(frozen=True)
class AnswerWords:
    """One question: all as shown."""

    question: str
    answer: str
    points: str
    weight: str
    date: str


@dataclass(frozen=True)
class DimensionWords:
    """One dimension. lines: sentences on score, certainty and knock-outs; open_answers: on what is not known."""

    label: str
    level: str
    lines: tuple[str, ...]
    answers: tuple[AnswerWords, ...]
    open_answers: tuple[str, ...]


@dataclass(frozen=True)
class Explanation:
    """heading: (what, value); notes: sentences on the row as a whole; texts: the other words of its language.

    other_scheme: that note which says that the scheme was another version when it scored, or ''.
    """

    language: str
    title: str
    heading: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    other_scheme: str
    dimensions: tuple[DimensionWords, ...]
    disclaimer: str
    texts: Mapping[str, str]


def explain(
    row: Mapping[str, Any],
    scheme: Scheme,
    words: Mapping[str, Any],
    language: str,
    other_dates: Sequence[str] = (),
) -> Explanation:
    """The explanation of one row of scores.

    row: column -> plain value, None for empty, dates as ISO text. words: the document of
    resources/explanations/words.json. other_dates: of other visits to the site that have scores.
    Raises TableError when the row was scored by another scheme or its reasons cannot be read.
    """
    if row.get("scheme") != scheme.id:
        raise TableError(
            say(
                "The scores were made by the scheme '{0}', not by '{1}'; choose that scheme or its file.",
                row.get("scheme"),
                scheme.id,
            )
        )
    speaker = _Speaker(scheme, words, language)
    return Explanation(
        language=language,
        title=f"{row.get('name') or row['pcode']}",
        heading=speaker.heading(row),
        notes=speaker.notes(row, other_dates),
        other_scheme=speaker.other_scheme(row),
        dimensions=speaker.dimensions(row) if row.get("state") == _SCORED else (),
        disclaimer=scheme.disclaimer[language],
        texts=speaker.texts,
    )


class _Speaker:
    """A scheme and the words of one language."""

    def __init__(self, scheme: Scheme, words: Mapping[str, Any], language: str) -> None:
        self.scheme, self.words, self.language = scheme, words, language
        self.texts = {key: text[language] for key, text in words["texts"].items()}
        self.levels = [scheme.no_data[language], *(level.label[language] for level in scheme.levels)]

    def heading(self, row: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        as_of = row.get("as_of") or ""
        visit = " – ".join(str(row[name]) for name in ("date", "visit_id") if row.get(name))
        scheme = f"{self.scheme.label[self.language]} ({row['scheme']} {row.get('scheme_version')}, {row.get('scheme_hash')})"
        rows = (
            ("site", row["pcode"]),
            ("place", ", ".join(row[name] for name in ("admin2", "admin1") if row.get(name))),
            ("visit", visit),
            ("as_of", self.texts.get(f"as_of_{as_of}", as_of)),
            ("scheme", scheme),
        )
        return tuple((self.texts[key], str(value)) for key, value in rows if value)

    def notes(self, row: Mapping[str, Any], other_dates: Sequence[str]) -> tuple[str, ...]:
        notes = []
        state = row.get("state")
        if state != _SCORED:
            notes.append(
                self.texts[state].format(since=self.scheme.since) if state in self.texts else str(state)
            )
        if row.get("off_site") == "yes" and state == _SCORED:
            notes.append(self.texts["off_site"])
        if self.other_scheme(row):
            notes.append(self.other_scheme(row))
        if other_dates:
            notes.append(self.texts["other_visits"].format(dates=", ".join(other_dates)))
        return tuple(notes)

    def other_scheme(self, row: Mapping[str, Any]) -> str:
        made, now = row.get("scheme_hash"), self.scheme.hash
        return "" if made == now else self.texts["other_scheme"].format(hash=made, now=now)

    def dimensions(self, row: Mapping[str, Any]) -> tuple[DimensionWords, ...]:
        explained = [self.dimension(dim, row) for dim in self.scheme.dimensions if f"{dim.id}_level" in row]
        overall = self.scheme.overall
        if overall is not None and f"{OVERALL}_level" in row:
            labels = [self.scheme.dimension(name).label[self.language] for name in overall.dimensions]
            lines = (
                self.texts["overall"].format(dimensions=", ".join(labels)),
                *self.certainty(OVERALL, row),
            )
            level = self.level(row.get(f"{OVERALL}_level"))
            explained.append(DimensionWords(overall.label[self.language], level, lines, (), ()))
        return tuple(explained)

    def dimension(self, dim: Dimension, row: Mapping[str, Any]) -> DimensionWords:
        label, level = dim.label[self.language], row.get(f"{dim.id}_level")
        if level is None:
            return DimensionWords(label, self.level(None), (self.texts["not_applicable"],), (), ())
        reasons = read_reasons(
            row.get(f"{dim.id}_reasons"), say("{0} of {1}", f"{dim.id}_reasons", row["pcode"])
        )
        items = [reason for reason in reasons if "cap" not in reason]
        caps = [reason for reason in reasons if "cap" in reason]
        lines = [self.score(dim, row), *self.certainty(dim.id, row)]
        if row.get(f"{dim.id}_thin") == "yes":
            n = sum(_is_settled(dim, item) for item in items)
            lines.append(self.texts["thin"].format(n=n, least=dim.min_items))
        if row.get(f"{dim.id}_weight_sensitive") == "yes":
            lines.append(self.texts["weight_sensitive"])
        lines += [self.cap(dim, cap) for cap in _first_parts(caps)]
        asked = [item["item"] for item in items]
        absent = [item.label[self.language] for item in dim.items if item.var not in asked]
        if absent:
            lines.append(self.texts["left_out"].format(questions=", ".join(absent)))
        answers = tuple(self.answer(dim, item) for item in items)
        return DimensionWords(label, self.level(level), tuple(lines), answers, self.open_answers(dim, items))

    def level(self, number: int | None) -> str:
        return self.texts["not_applicable_level"] if number is None else self.levels[int(number)]

    def score(self, dim: Dimension, row: Mapping[str, Any]) -> str:
        figures = {part: row.get(f"{dim.id}_{part}") for part in ("score", "worst", "best", "coverage")}
        said = {part: self.number(value) for part, value in figures.items() if value is not None}
        said["coverage"] = self.number(100 * (figures["coverage"] or 0), 0)
        said["least"] = self.number(100 * self.scheme.min_coverage, 0)
        key = "no_score" if figures["score"] is None else "score"
        if key == "score" and figures["worst"] == figures["best"]:
            return self.texts["score_settled"].format(**said)
        return self.texts[f"{key}_lowest" if dim.rule == LOWEST else key].format(**said)

    def certainty(self, dimension: str, row: Mapping[str, Any]) -> list[str]:
        """Robustness in words; without a level, the levels that are possible."""
        level, robust = row.get(f"{dimension}_level"), row.get(f"{dimension}_robust")
        ends = [row.get(f"{dimension}_level_{end}") for end in ("worst", "best")]
        if level is None or None in ends:
            return []
        key = "possible" if level == LEVEL_NO_DATA or robust not in self.texts else robust
        return [self.texts[key].format(worst=self.level(ends[0]), best=self.level(ends[1]))]

    def cap(self, dim: Dimension, reason: Mapping[str, Any]) -> str:
        level = next(
            (level.label[self.language] for level in self.scheme.levels if level.code == reason["cap"]),
            reason["cap"],
        )
        found = next((cap for cap in dim.caps if _is_cap(cap, reason, self.scheme)), None)
        if found is None:
            ground = self.texts["is"].format(
                what=self.question(dim, reason["item"]), value=self.codes(reason["item"], reason["answer"])
            )
        else:
            ground = found.ground[self.language]
        key = "cap" if reason.get("certain") else "cap_possible"
        return self.texts[key].format(level=level, ground=ground)

    def answer(self, dim: Dimension, reason: Mapping[str, Any]) -> AnswerWords:
        answer = self.codes(reason["item"], reason["answer"])
        if reason.get("stale"):
            answer += f" ({self.texts['stale_' + reason['stale']]})"
        return AnswerWords(
            question=self.question(dim, reason["item"]),
            answer=answer,
            points=self.range(reason["points"], 2),
            weight="" if dim.rule == LOWEST else self.number(reason["weight"], 2),
            date=reason.get("date") or "",
        )

    def open_answers(self, dim: Dimension, items: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
        """What each open answer could change, the largest effect first."""
        total = sum(item["weight"] for item in items)
        is_open = sorted(
            (item for item in items if _width(item) > 0), key=lambda item: -_width(item) * item["weight"]
        )
        key = "open_item_lowest" if dim.rule == LOWEST else "open_item"
        return tuple(
            self.texts[key].format(
                question=self.question(dim, item["item"]),
                effect=self.number(100 * _width(item) * item["weight"] / total),
            )
            for item in is_open
        )

    def question(self, dim: Dimension, name: str) -> str:
        for item in dim.items:
            if item.var == name:
                return item.label[self.language]
        known = self.words["variables"].get(name)
        return known[self.language] if known else name.replace("_", " ")

    def codes(self, name: str, answer: Any) -> str:
        """An answer in words: a code or a count, or several of them."""
        if not isinstance(answer, list):
            return self.code(name, answer)
        known = variable(name)
        if known is not None and known.is_count:
            return self.range(answer, 0)
        joint = self.texts["and"] if known is not None and known.several else self.texts["or"]
        return joint.join(self.code(name, one) for one in answer)

    def code(self, name: str, answer: Any) -> str:
        if isinstance(answer, (int, float)):
            return self.number(answer, 0)
        answers = self.words["answers"]
        found = answers.get(name, {}).get(answer) or answers["*"].get(answer)
        return found[self.language] if found else str(answer).replace("_", " ")

    def range(self, ends: Sequence[float], decimals: int) -> str:
        low, high = (self.number(end, decimals) for end in ends)
        return low if low == high else self.texts["to"].format(low=low, high=high)

    def number(self, value: float, decimals: int = _DECIMALS) -> str:
        text = f"{value:.{decimals}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        return text.replace(".", ",") if self.language == "fr" else text


def read_reasons(text: str | None, where: str) -> list[dict[str, Any]]:
    """The reasons in a cell. Raises TableError naming where they stand."""
    try:
        reasons = json.loads(text or "[]")
        for reason in reasons:
            if "cap" not in reason:
                low, high = reason["points"]
                float(low), float(high), float(reason["weight"])
            str(reason["item"]), reason["answer"]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise TableError(say("The cell {0} does not hold reasons; score the sites again.", where)) from error
    return reasons


def _width(item: Mapping[str, Any]) -> float:
    return item["points"][1] - item["points"][0]


def _is_settled(dim: Dimension, reason: Mapping[str, Any]) -> bool:
    """Whether the answer settles anything of what was open."""
    unknown = next((item.unknown for item in dim.items if item.var == reason["item"]), (0.0, 1.0))
    width = _width(reason)
    return width == 0 or width < unknown[1] - unknown[0] - _TOLERANCE


def _first_parts(caps: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """One reason of each knock-out: one that depends on several questions has as many."""
    return list({(cap["cap"], cap["item"], str(cap["answer"])): cap for cap in caps}.values())


def _is_cap(cap: Cap, reason: Mapping[str, Any], scheme: Scheme) -> bool:
    answer = reason["answer"] if isinstance(reason["answer"], list) else [reason["answer"]]
    codes = cap.when.get(reason["item"])
    return codes is not None and list(codes) == answer and scheme.levels[cap.level - 1].code == reason["cap"]
