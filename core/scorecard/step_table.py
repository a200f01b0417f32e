"""The tables of next steps: one row a step, and one row a site with its smallest step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from ..document_part import LANGUAGES
from ..exceptions import TableError
from ..score_tables import NEXT_STEPS, SITE_STEPS
from ..tables import LIST_SEPARATOR
from ..wording import say
from .as_of import Dates, add_months
from .moves import State, state_at
from .next_steps import ASK, CAP, CHANGE, CONFIRM, KINDS, VISIT, Question, Step, questions_at, steps_at
from .scheme_model import OVERALL, Cap, Scheme
from .score import NOT_APPLICABLE
from .scored_answers import SURE, ScoredAnswers, answers_in, check_levels, check_scheme
from .site_scores import NO_VISIT, SCORED, TOO_OLD
from .step_words import (
    Ending,
    StepWords,
    cap_sentence,
    question_words,
    step_sentence,
)

LAPSES_WITHIN_MONTHS = 3  # a status that ends so soon is worth a confirmation on the next visit
LARGEST_SET = 4
_OPEN_SEPARATOR = "|"
_STATUS = "qualification"
_ORDER = {VISIT: 0, ASK: 1, CHANGE: 1, CONFIRM: 2, CAP: 3}
_COPIED = ("pcode", "name", "admin1", "admin2", "date", "scheme", "scheme_version", "scheme_hash")


@dataclass(frozen=True)
class Plan:
    """For when steps are planned. day: of planning; old_years: answers older than this are old;
    most_answers: largest set of answers of one step.
    """

    day: date
    old_years: int
    most_answers: int

    def __post_init__(self) -> None:
        if not 1 <= self.most_answers <= LARGEST_SET:
            raise TableError(
                say("A step takes from 1 to {0} answers, not {1}.", LARGEST_SET, self.most_answers)
            )
        if not 0 <= self.old_years <= 100:
            raise TableError(say("Answers are old after 0 to 100 years, not {0}.", self.old_years))


@dataclass(frozen=True)
class NextSteps:
    """steps: NEXT_STEPS, sites in the order of the scores, steps by rank. sites: SITE_STEPS, all sites."""

    steps: pd.DataFrame
    sites: pd.DataFrame


@dataclass(frozen=True)
class _Target:
    """What steps are sought for: a dimension, or the overall level of several, by site."""

    id: str
    answers: tuple[ScoredAnswers, ...]
    old: tuple[np.ndarray, ...]
    ends: tuple[np.ndarray, ...]
    groups: np.ndarray


def next_steps(
    scores: pd.DataFrame, scheme: Scheme, words: StepWords, plan: Plan, progress: Callable[[float], None]
) -> NextSteps:
    """The smallest steps that would raise, or are needed to keep, the levels of each site.

    scores: SCORES with reasons. Dimensions for context are left out: nobody is to have more miners or a
    better road for a level. Raises TableError when the scores are not of this scheme.
    """
    check_scheme(scores, scheme)
    scores = scores.reset_index(drop=True)
    places = np.flatnonzero((scores["state"] == SCORED).to_numpy(bool))
    rows = scores.take(places).reset_index(drop=True)
    targets = _targets(rows, scheme, plan)
    records: list[list[dict[str, object]]] = [[] for _ in range(len(scores))]
    for number, target in enumerate(targets):
        levels = rows[f"{target.id}_level"].astype("Int64").fillna(NOT_APPLICABLE).to_numpy(np.int64)
        _, first, group = np.unique(target.groups, return_index=True, return_inverse=True)
        found = []
        for done, row in enumerate(first):
            progress((number + done / len(first)) / len(targets))
            found.append(_steps_of(target, int(row), levels[row], scheme, words, plan))
        for row, place in enumerate(group.reshape(-1)):
            records[places[row]] += _records(target, row, *found[place], scheme, words, plan)
    for place, state in enumerate(scores["state"].to_numpy(object)):
        if state in (NO_VISIT, TOO_OLD):
            records[place] = [_visit_record(scores["date"].iloc[place], words)]
    steps = _step_table(scores, records)
    sites = _site_table(scores, steps, scheme)
    return NextSteps(steps.reset_index(drop=True), sites)


def _targets(rows: pd.DataFrame, scheme: Scheme, plan: Plan) -> list[_Target]:
    targets = {}
    day = np.datetime64(plan.day, "D")
    for dim in scheme.dimensions:
        answers = answers_in(rows[f"{dim.id}_reasons"], dim, scheme)
        check_levels(answers, rows[f"{dim.id}_level"], scheme)
        old = answers.applies & (add_months(answers.day, 12 * plan.old_years) < day)
        ends = np.zeros_like(old)
        for place, item in enumerate(dim.items):
            if item.var == _STATUS:
                last = _last_days(answers, place, scheme)
                ends[place] = answers.applies[place] & (last <= add_months(day, LAPSES_WITHIN_MONTHS))
        keys = np.vstack([answers.cells, answers.applies, answers.caps, old, ends]).T
        groups = np.unique(keys, axis=0, return_inverse=True)[1].reshape(-1)
        targets[dim.id] = _Target(dim.id, (answers,), (old,), (ends,), groups)
    chosen = [targets[dim.id] for dim in scheme.dimensions if dim.role == "score"]
    if scheme.overall is not None:
        parts = [targets[name] for name in scheme.overall.dimensions]
        keys = np.vstack([part.groups for part in parts]).T
        groups = np.unique(keys, axis=0, return_inverse=True)[1].reshape(-1)
        joined = (tuple(getattr(part, name)[0] for part in parts) for name in ("answers", "old", "ends"))
        chosen.insert(0, _Target(OVERALL, *joined, groups))
    return chosen


def _last_days(answers: ScoredAnswers, place: int, scheme: Scheme) -> Dates:
    """(n,) the last day of a status in force; NaT for other answers and statuses without an end."""
    item = answers.dimension.items[place]
    last = np.full(answers.cells.shape[1], np.datetime64("NaT"), "datetime64[D]")
    for code in ("green", "yellow", "blue"):
        months = scheme.rules.qualification_months[code]
        if months is not None:
            here = answers.cells[place] == 1 << item.codes.index(code)
            last[here] = add_months(answers.day[place, here], months)
    return last


def _steps_of(
    target: _Target, row: int, level: int, scheme: Scheme, words: StepWords, plan: Plan
) -> tuple[list[Step], list[tuple[Cap, str]]]:
    """Steps and knock-outs of one row, which stands for all with the same answers."""
    if level == NOT_APPLICABLE:
        return [], []
    states: list[State] = [state_at(answers, row) for answers in target.answers]
    questions: dict[tuple[str, str], Question] = {}
    for state, old, ends in zip(states, target.old, target.ends):
        for question in questions_at(state, old[:, row], ends[:, row], words.goals):
            questions.setdefault((question.var, question.kind), question)
    steps = steps_at(states, list(questions.values()), plan.most_answers, scheme)
    caps = [
        (cap, state.dimension.id)
        for state in states
        for cap, sureness in zip(state.dimension.caps, state.caps)
        if sureness == SURE and cap.level < scheme.top_level and target.id != OVERALL
    ]
    return steps, caps


def _records(
    target: _Target,
    row: int,
    steps: list[Step],
    caps: list[tuple[Cap, str]],
    scheme: Scheme,
    words: StepWords,
    plan: Plan,
) -> Iterator[dict[str, object]]:
    days: dict[str, np.datetime64] = {}
    endings: dict[str, Ending] = {}
    for answers in target.answers:
        for place, item in enumerate(answers.dimension.items):
            if answers.applies[place, row]:
                days[item.var] = answers.day[place, row]
                if item.var == _STATUS:
                    last = _last_days(answers.take(np.array([row])), place, scheme)[0]
                    if not np.isnat(last):
                        endings[item.var] = Ending(last, bool(last < np.datetime64(plan.day, "D")))
    for step in steps:
        yield {
            "dimension": target.id,
            "kind": step.kind,
            "n_answers": len(step.questions),
            "questions": LIST_SEPARATOR.join(question.var for question in step.questions),
            **{
                f"question_{language}": "; ".join(
                    question_words(question.var, scheme)[language] for question in step.questions
                )
                for language in LANGUAGES
            },
            "answer_from": LIST_SEPARATOR.join(_held(question) for question in step.questions),
            "answer_to": LIST_SEPARATOR.join(_code(answer) for answer in step.answers),
            "answer_date": _oldest(days, step),
            "level": step.level,
            "level_after": step.level_after,
            "level_if_bad": step.level_if_bad,
            "gain": step.gain,
            **{
                f"words_{language}": step_sentence(step, target.id, days, endings, scheme, words, language)
                for language in LANGUAGES
            },
        }
    for cap, dimension in caps:
        yield {
            "dimension": dimension,
            "kind": CAP,
            "n_answers": 0,
            "questions": LIST_SEPARATOR.join(cap.when),
            "level_after": cap.level,
            **{
                f"words_{language}": cap_sentence(cap, dimension, scheme, words, language)
                for language in LANGUAGES
            },
        }


def _held(question: Question) -> str:
    return _OPEN_SEPARATOR.join(map(_code, question.held)) if question.is_known else "unknown"


def _code(answer: object) -> str:
    return answer if isinstance(answer, str) else f"{answer:g}"


def _oldest(days: Mapping[str, np.datetime64], step: Step) -> pd.Timestamp:
    known = [days[q.var] for q in step.questions if q.var in days and not np.isnat(days[q.var])]
    return pd.Timestamp(min(known)) if known else pd.NaT


def _visit_record(day: pd.Timestamp, words: StepWords) -> dict[str, object]:
    frame = words.frames["visit" if pd.isna(day) else "visit_old"]
    said = "" if pd.isna(day) else str(day)[:10]
    return {
        "kind": VISIT,
        "n_answers": 0,
        **{f"words_{language}": frame[language].format(day=said) + "." for language in LANGUAGES},
    }


def _step_table(scores: pd.DataFrame, records: list[list[dict[str, object]]]) -> pd.DataFrame:
    """NEXT_STEPS, with the row of the site in scores as its index."""
    rows, places = [], []
    for place, own in enumerate(records):
        own.sort(key=_size)
        rows += [{**record, "rank": rank} for rank, record in enumerate(own, start=1)]
        places += [place] * len(own)
    table = pd.DataFrame(rows, columns=[column.name for column in NEXT_STEPS], index=places)
    for name in _COPIED:
        table[name] = scores[name].to_numpy()[places] if places else None
    for column in NEXT_STEPS:
        values = table[column.name]
        if column.kind == "int":
            whole = [None if value is None or value != value else int(value) for value in values]
            table[column.name] = pd.array(whole, dtype="Int64")
        elif column.kind == "real":
            table[column.name] = values.astype(float)
        elif column.kind == "date":
            table[column.name] = pd.to_datetime(values)
        else:
            table[column.name] = values.astype(object).where(values.notna(), None)
    return table


def _size(record: Mapping[str, object]) -> tuple[float, ...]:
    """Smallest first: fewest answers, to ask before to change, then what raises the level most."""
    rise = (record.get("level_after") or 0) - (record.get("level") or 0)
    gain = record.get("gain")
    return (
        _ORDER[record["kind"]],
        record["n_answers"],
        KINDS.index(record["kind"]),
        -rise,
        0.0 if gain is None or gain != gain else -gain,
    )


def _site_table(scores: pd.DataFrame, steps: pd.DataFrame, scheme: Scheme) -> pd.DataFrame:
    """SITE_STEPS. What several dimensions ask of a site counts once."""
    sites = scores.index
    table = pd.DataFrame({name: scores[name] for name in (*_COPIED, "state")})
    for name in ("longitude", "latitude"):
        table[name] = scores[name].to_numpy(float) if name in scores else np.nan
    asked = pd.DataFrame({"site": steps.index, "kind": steps["kind"], "what": steps["questions"]})
    counts = asked.drop_duplicates().groupby(["site", "kind"]).size().unstack(fill_value=0)
    counts = counts.reindex(index=sites, columns=KINDS, fill_value=0)
    for kind in KINDS:
        table[f"n_{kind}"] = counts[kind].astype("Int64")
    table["n_steps"] = sum(table[f"n_{kind}"] for kind in KINDS if kind != CAP)
    first = steps[(steps["rank"] == 1) & (steps["kind"] != CAP)].reindex(sites)
    for target, source in (("first_kind", "kind"), ("first_en", "words_en"), ("first_fr", "words_fr")):
        table[target] = first[source].astype(object).where(first[source].notna(), None)
    nothing = pd.Series([pd.NA] * len(sites), dtype="Int64", index=sites)
    level = f"{OVERALL}_level"
    table[level] = scores[level].astype("Int64") if scheme.overall is not None else nothing
    raising = steps[one_answer_to(steps)]["level_after"]
    table["overall_one_step"] = raising.groupby(level=0).max().reindex(sites).astype("Int64")
    return table[[column.name for column in SITE_STEPS]]


def one_answer_to(steps: pd.DataFrame) -> pd.Series:
    """Where a step raises the overall level by one answer."""
    is_single = steps["kind"].isin((ASK, CHANGE)) & (steps["n_answers"] == 1)
    return (steps["dimension"] == OVERALL) & is_single


def sites_one_answer_from_the_best(found: NextSteps, scheme: Scheme) -> pd.DataFrame:
    """Sites that one answer separates from the best overall level: name (else pcode), kind; in order.

    A site that could get there both by an answer that is asked and by a change stands under ask.
    """
    steps = found.steps
    steps = steps[one_answer_to(steps) & (steps["level_after"] == scheme.top_level).fillna(False)]
    steps = steps.sort_values("kind", kind="stable").drop_duplicates("pcode").sort_index()
    return pd.DataFrame({"name": steps["name"].fillna(steps["pcode"]), "kind": steps["kind"]})


def steps_by_territory(sites: pd.DataFrame) -> pd.DataFrame:
    """Sites to go to by territory, most first: admin1, admin2, n_visit, n_ask, n_confirm, n_change.

    Each is the number of sites that have such a step; sites whose territory is not known stand under "".
    """
    kinds = (VISIT, ASK, CONFIRM, CHANGE)
    has = pd.DataFrame({f"n_{kind}": (sites[f"n_{kind}"] > 0).astype(int) for kind in kinds})
    has = has.assign(admin1=sites["admin1"].fillna(""), admin2=sites["admin2"].fillna(""))
    grouped = has.groupby(["admin1", "admin2"], as_index=False).sum()
    order = [f"n_{kind}" for kind in (ASK, CONFIRM, CHANGE, VISIT)]
    return grouped.sort_values([*order, "admin1", "admin2"], ascending=[False] * 4 + [True] * 2)
