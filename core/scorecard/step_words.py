"""Steps as sentences in English and French, by resources/steps/questions.json and the scheme's own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..document_part import LANGUAGES, Part
from ..documents import read_document
from ..wording import say
from .moves import Answer
from .next_steps import ASK, CAP, CHANGE, CONFIRM, Question, Step
from .scheme_model import LEVEL_NO_DATA, OVERALL, Cap, Scheme, Texts
from .variables import variable

SCHEMA = "asm-atlas/steps/1"
_FRAMES = (
    *("ask", "not_known", "open", "old", "confirm", "lapse", "lapsed", "change", "cap", "visit", "visit_old"),
    *("raises", "keeps", "at_worst", "and", "or", "general_ask", "general_answer"),
)
_MOST_OPEN_ANSWERS = 3  # more of them read as "not known"


@dataclass(frozen=True)
class QuestionWords:
    """ask: what to find out. answers: code -> what it says. goals: code -> the change that leads there."""

    ask: Texts
    answers: Mapping[str, Texts]
    goals: Mapping[str, Texts]


@dataclass(frozen=True)
class StepWords:
    """The words of steps: questions by variable, and the sentences around them."""

    questions: Mapping[str, QuestionWords]
    frames: Mapping[str, Texts]

    @property
    def goals(self) -> dict[str, tuple[str, ...]]:
        """Variable -> the answers that a change may lead to."""
        return {name: tuple(words.goals) for name, words in self.questions.items() if words.goals}


@dataclass(frozen=True)
class Ending:
    """A period of a status: its last day, and whether that day is past."""

    day: np.datetime64
    is_past: bool


def read_step_words(path: Path) -> StepWords:
    """The words in a JSON file. Raises DocumentError naming the file and the path in it."""
    root = Part(read_document(path), "", path.name).keys(
        ("schema", "version", "provenance", "questions", "frames")
    )
    if root.at("schema").text() != SCHEMA:
        root.at("schema").fail(say("must be {0}", SCHEMA))
    root.at("version").text()
    root.at("provenance").text()
    questions = {}
    for name, part in root.at("questions").items():
        known = variable(name)
        if known is None:
            part.fail(say("names no variable"))
        part.keys(("ask", "answers", "goals"))
        for group in ("answers", "goals"):
            for code, entry in part.at(group).items():
                if code not in known.codes:
                    entry.fail(say("is no answer to '{0}'", name))
        questions[name] = QuestionWords(
            part.at("ask").texts(),
            {code: entry.texts() for code, entry in part.at("answers").items()},
            {code: entry.texts() for code, entry in part.at("goals").items()},
        )
    frames = root.at("frames").keys(_FRAMES)
    return StepWords(questions, {name: frames.at(name).texts() for name in _FRAMES})


def step_sentence(
    step: Step,
    dimension: str,
    days: Mapping[str, np.datetime64],
    endings: Mapping[str, Ending],
    scheme: Scheme,
    words: StepWords,
    language: str,
) -> str:
    """One step in words. days: of the answers, by variable; endings: of statuses in force."""
    parts = [
        _part(question, answer, days.get(question.var), endings.get(question.var), scheme, words, language)
        for question, answer in zip(step.questions, step.answers)
    ]
    parts[1:] = [part[0].lower() + part[1:] for part in parts[1:]]
    frame = "keeps" if step.kind == CONFIRM else "raises"
    tail = words.frames[frame][language].format(
        indicator=dimension_words(dimension, scheme)[language],
        level=level_words(step.level, scheme)[language],
        after=level_words(step.level_after, scheme)[language],
    )
    if step.level_if_bad is not None:
        level = level_words(step.level_if_bad, scheme)[language]
        tail += words.frames["at_worst"][language].format(level=level)
    return f"{words.frames['and'][language].join(parts)}. {tail}."


def cap_sentence(cap: Cap, dimension: str, scheme: Scheme, words: StepWords, language: str) -> str:
    """A knock-out in words."""
    return (
        words.frames[CAP][language].format(
            indicator=dimension_words(dimension, scheme)[language],
            level=level_words(cap.level, scheme)[language],
            ground=cap.ground[language].rstrip("."),
        )
        + "."
    )


def dimension_words(dimension: str, scheme: Scheme) -> Texts:
    """The scheme's words for a dimension, or for the overall level."""
    return scheme.overall.label if dimension == OVERALL else scheme.dimension(dimension).label


def level_words(level: int, scheme: Scheme) -> Texts:
    """The scheme's words for a level."""
    return scheme.no_data if level == LEVEL_NO_DATA else scheme.levels[level - 1].label


def question_words(var: str, scheme: Scheme) -> Texts:
    """The scheme's words for a question; its name where only a knock-out asks it."""
    labels = (item.label for dim in scheme.dimensions for item in dim.items if item.var == var)
    return next(labels, dict.fromkeys(LANGUAGES, var))


def _part(
    question: Question,
    answer: Answer,
    day: np.datetime64 | None,
    ending: Ending | None,
    scheme: Scheme,
    words: StepWords,
    language: str,
) -> str:
    frames = {name: texts[language] for name, texts in words.frames.items()}
    own = words.questions.get(question.var)
    if variable(question.var).is_count and len(question.held) > 1:
        held = f"{question.held[0]:g}–{question.held[-1]:g}"
    else:
        held = frames["or"].join(_answer(question.var, one, scheme, words, language) for one in question.held)
    when = "" if day is None or np.isnat(day) else str(day)
    if question.kind == ASK:
        label = question_words(question.var, scheme)[language]
        asked = own.ask[language] if own else frames["general_ask"].format(question=label)
        is_old = not set(question.options) <= set(question.held)
        if not question.is_known or len(question.held) > _MOST_OPEN_ANSWERS:
            now = frames["not_known"]
        else:
            now = frames["old" if is_old else "open"].format(answers=held, day=when)
        return f"{frames['ask'].format(asked=asked)} ({now})"
    if question.kind == CHANGE:
        change = own.goals[answer][language]
        return frames["change"].format(change=change, answers=held, day=when).replace(", )", ")")
    if ending is not None:
        return frames["lapsed" if ending.is_past else "lapse"].format(
            answers=held, day=when, end=str(ending.day)
        )
    return frames["confirm"].format(answers=held, day=when)


def _answer(var: str, answer: Answer, scheme: Scheme, words: StepWords, language: str) -> str:
    own = words.questions.get(var)
    if own is not None and answer in own.answers:
        return own.answers[answer][language]
    if variable(var).is_count:
        return f"{answer:g}"
    return words.frames["general_answer"][language].format(
        question=question_words(var, scheme)[language], answer=answer
    )
