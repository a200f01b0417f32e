"""The smallest sets of answers that would raise a level, found by trying them all.

For one site and dimension (or the overall level) each question that can move has a kind:

ask      it is open: unknown, known in part, as good as unknown, or a bad answer that is old. Every answer
         that does not contradict what is known is tried, so that a step says what the level would be
         in the best and in the worst answer.
change   a bad answer that is known. Only goals are tried (resources/steps): answers under which
         no harm goes on. One harm is never proposed in place of another, nor silence in place of a harm.
confirm  a good answer that is old, or a status whose period ends: it keeps a level instead of raising it.

Sets are tried by size, 1, 2, ... up to a limit, each with every combination of its answers; of each kind all
sets of the least size that can raise the level are given. Nothing is skipped but sets that hold a
smaller one which raises the level by itself, so the search is complete up to its limit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from .moves import Answer, State, answers_of_cells, fits, known_answers, moved, score_states
from .scheme_model import Item, Scheme
from .score import OverallLevels, overall_levels, point_tables
from .scored_answers import SURE
from .variables import UNKNOWN_CODE, variable

VISIT, ASK, CHANGE, CONFIRM, CAP = KINDS = ("visit", "ask", "change", "confirm", "cap")
Goals = Mapping[str, tuple[str, ...]]  # variable -> the answers that a change may lead to


@dataclass(frozen=True)
class Question:
    """A question that can move at a site. held: its answers now, all where unknown."""

    var: str
    kind: str
    held: tuple[Answer, ...]
    options: tuple[Answer, ...]
    is_known: bool


@dataclass(frozen=True)
class Step:
    """A set of questions whose answers raise, or keep, a level.

    answers: those that lead to level_after, one a question. level_if_bad: the level in the worst answers;
    None where nothing is asked. gain: points (0..100) by which the worst case rises, NaN for overall.
    """

    kind: str
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]
    level: int
    level_after: int
    level_if_bad: int | None
    gain: float


def questions_at(state: State, is_old: Sequence[bool], ends: Sequence[bool], goals: Goals) -> list[Question]:
    """The questions of one dimension that can move.

    is_old, ends: (k,) whether an answer is older than wanted; whether a status in force ends soon or has ended.
    """
    known, still_known = known_answers(state), known_answers(state, [bool(old) for old in is_old])
    questions = []
    for place, item in enumerate(state.dimension.items):
        if not state.applies[place]:
            continue
        cells = state.cells[place]
        held = answers_of_cells(item, cells)
        for kind in _kinds(item, cells, is_old[place], ends[place], goals.get(item.var, ())):
            if kind == CHANGE:
                low, _ = point_tables(item)
                options = tuple(
                    code
                    for code in goals[item.var]
                    if code in item.codes and low[1 << item.codes.index(code)] > low[cells]
                )
            else:
                # An old answer may have become any other one: only what is known since then binds it.
                among = answers_of_cells(item, cells if _is_open(item, cells) and not is_old[place] else 0)
                rest = dict(still_known if is_old[place] else known)
                rest.pop(item.var, None)
                options = tuple(answer for answer in among if fits(item.var, answer, rest)) or among
            if options:
                questions.append(Question(item.var, kind, held, options, bool(cells)))
    for cap, sureness in zip(state.dimension.caps, state.caps):
        for name, codes in cap.when.items():
            listed = {item.var for item in state.dimension.items} | {one.var for one in questions}
            if sureness == SURE and name not in listed and goals.get(name):
                questions.append(Question(name, CHANGE, codes, goals[name], True))
    return questions


def _is_open(item: Item, cells: int) -> bool:
    if variable(item.var).several:
        return not cells or bool(cells >> item.codes.index(UNKNOWN_CODE) & 1)
    return not cells or bool(cells & (cells - 1))


def _kinds(item: Item, cells: int, is_old: bool, ends: bool, goals: tuple[str, ...]) -> tuple[str, ...]:
    if _is_open(item, cells):
        # Open between harms alone: which one can be asked, and either would have to end.
        is_harm = bool(cells and goals and not is_old) and not set(answers_of_cells(item, cells)) & set(goals)
        return (ASK, CHANGE) if is_harm else (ASK,)
    if ends:
        return (CONFIRM,)
    if not goals or not item.codes:
        return ()
    low, high = point_tables(item)
    code = item.codes[cells.bit_length() - 1]
    of_goals = [low[1 << place] for place, name in enumerate(item.codes) if name in goals]
    if code in goals and low[cells] >= max(of_goals):
        return (CONFIRM,) if is_old else ()
    as_unknown = high[cells] - low[cells] >= item.unknown[1] - item.unknown[0] > 0
    if is_old or (as_unknown and code in _TOLD_BY_OTHERS):
        return (ASK,)
    return () if code in goals else (CHANGE,)


# Answers that somebody else may know better today: a lapsed status may have been renewed, a programme that
# names the site may be at work there.
_TOLD_BY_OTHERS = ("expired_green", "expired_yellow", "itsci_listed")


def steps_at(
    states: Sequence[State], questions: Sequence[Question], most_answers: int, scheme: Scheme
) -> list[Step]:
    """Steps of one site for one dimension, or for the overall level of several (one state each)."""
    before, worst = _levels([tuple(states)], scheme)
    level = int(before[0])
    steps = [*_confirmations(states, questions, level, scheme)]
    if level < scheme.top_level:
        steps += _raises(states, questions, level, float(worst[0]), most_answers, scheme)
    return steps


def _raises(
    states: Sequence[State],
    questions: Sequence[Question],
    level: int,
    worst: float,
    most_answers: int,
    scheme: Scheme,
) -> list[Step]:
    movable = [question for question in questions if question.kind in (ASK, CHANGE)]
    found: list[Step] = []
    for size in range(1, min(most_answers, len(movable)) + 1):
        done = {step.kind for step in found}
        smaller = [set(step.questions) for step in found]
        for chosen in combinations(movable, size):
            if len({question.var for question in chosen}) < size:
                continue  # one question cannot both be asked and change
            kind = CHANGE if any(question.kind == CHANGE for question in chosen) else ASK
            if kind in done or any(one <= set(chosen) for one in smaller):
                continue
            step = _step(kind, states, chosen, level, worst, scheme)
            if step is not None:
                found.append(step)
    return found


def _step(
    kind: str,
    states: Sequence[State],
    chosen: tuple[Question, ...],
    level: int,
    worst: float,
    scheme: Scheme,
) -> Step | None:
    """The step of a set of questions, if its best answers raise the level.

    Of several goals it takes the one that gains least among those that raise the level: the smallest change.
    """
    tried = list(_tried(states, chosen, scheme))
    if not tried:
        return None
    levels, worsts = _levels([after for _, after in tried], scheme)
    by_goals: dict[tuple[Answer, ...], list[int]] = {}
    for place, (answers, _) in enumerate(tried):
        goal = tuple(answer for answer, question in zip(answers, chosen) if question.kind == CHANGE)
        by_goals.setdefault(goal, []).append(place)
    best_of = {
        goal: max(places, key=lambda p: (levels[p], _or_zero(worsts[p]), -p))
        for goal, places in by_goals.items()
    }
    raising = [goal for goal, place in best_of.items() if levels[place] > level]
    if not raising:
        return None
    goal = min(raising, key=lambda goal: (_or_zero(worsts[best_of[goal]]), levels[best_of[goal]]))
    place = best_of[goal]
    has_ask = any(question.kind == ASK for question in chosen)
    if_bad = _worst_level(levels[by_goals[goal]]) if has_ask else None
    return Step(
        kind, chosen, tried[place][0], level, int(levels[place]), if_bad, float(worsts[place]) - worst
    )


def _confirmations(
    states: Sequence[State], questions: Sequence[Question], level: int, scheme: Scheme
) -> Iterator[Step]:
    for question in questions:
        if question.kind != CONFIRM:
            continue
        tried = list(_tried(states, (question,), scheme))
        levels, _ = _levels([after for _, after in tried], scheme)
        if_bad = _worst_level(levels)
        if if_bad < level:
            yield Step(CONFIRM, (question,), question.held[:1], level, level, if_bad, 0.0)


def _tried(
    states: Sequence[State], chosen: Sequence[Question], scheme: Scheme
) -> Iterator[tuple[tuple[Answer, ...], tuple[State, ...]]]:
    for answers in product(*(question.options for question in chosen)):
        moves = dict(zip((question.var for question in chosen), answers))
        after = tuple(moved(state, moves, scheme) for state in states)
        if all(state is not None for state in after):
            yield answers, after


def _levels(rows: Sequence[tuple[State, ...]], scheme: Scheme) -> tuple[np.ndarray, np.ndarray]:
    """(n,) levels and worst cases (NaN for overall) of rows of one state a dimension."""
    done = [score_states(states, scheme) for states in zip(*rows)]
    if len(done) == 1:
        return done[0][1].level, done[0][0].worst
    each = [OverallLevels(levels.level, levels.worst, levels.best) for _, levels in done]
    return overall_levels(each, scheme.top_level).level, np.full(len(rows), np.nan)


def _worst_level(levels: np.ndarray) -> int:
    """The lowest level of several; no data only where no answer gives a level."""
    known = levels[levels > 0]
    return int(known.min()) if len(known) else 0


def _or_zero(value: float) -> float:
    return 0.0 if np.isnan(value) else float(value)
