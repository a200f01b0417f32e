"""The five steps from data to a printed sheet: what has been done in a project, and which comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from .start_counts import Counts, SchemeUsed, ScoreCounts
from .start_tables import ProjectTables, Table
from .words import tr

DATA, FINDINGS, SCORE, ANALYSE, PRINT = STEPS = ("data", "findings", "score", "analyse", "print")


class Standing(Enum):
    """UNREADABLE: its layer cannot be read. UNKNOWN: the project does not tell."""

    DONE = "done"
    OPEN = "open"
    UNREADABLE = "unreadable"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Step:
    """id: one of STEPS. facts: sentences on what has been done. todo: one on what can be done now."""

    id: str
    standing: Standing
    facts: tuple[str, ...]
    todo: str


def project_steps(
    tables: ProjectTables,
    counts: Counts | None,
    is_seen: bool,
    layouts: Sequence[str],
    printed: Sequence[str],
) -> list[Step]:
    """The five steps of a project.

    counts: None while they are being read. is_seen: the findings have been opened. layouts: names of layouts
    that are sheets of ours. printed: as printed_sheets gives them.
    """
    return [
        _data(tables),
        _findings(tables, counts, is_seen),
        _score(tables, counts),
        _analyse(tables),
        _print(tables, layouts, printed),
    ]


def next_step(steps: Sequence[Step]) -> str:
    """The first step that is open or must be mended; the last one where nothing is."""
    for step in steps:
        if step.standing in (Standing.OPEN, Standing.UNREADABLE):
            return step.id
    return steps[-1].id


def _rows(table: Table) -> str:
    if table.rows is None:
        number = tr("rows on a server, not counted")
    elif table.rows == 1:
        number = tr("1 row")
    else:
        number = tr("{0} rows").format(table.rows)
    return tr("{0}, filtered").format(number) if table.is_filtered else number


def _named(table: Table) -> str:
    return tr("{0} ({1})").format(table.name, _rows(table))


def _unreadable(tables: ProjectTables, kinds: Sequence[str]) -> list[str]:
    names = [name for kind in kinds for name in tables.unreadable.get(kind, ())]
    return [tr("The layer {0} cannot be read.").format(name) for name in names]


def _mend() -> str:
    return tr("Give the layer its source again (the sign beside its name in the layer list), or remove it.")


def _others(tables: ProjectTables, kind: str) -> list[str]:
    """A sentence where the project has several tables of a kind."""
    found = tables.tables.get(kind, ())
    if len(found) < 2:
        return []
    text = tr("{0} such tables are in the project; the tools start with {1}.")
    return [text.format(len(found), found[0].name)]


def _data(tables: ProjectTables) -> Step:
    sites, visits = tables.first("sites"), tables.first("visits")
    facts = [_named(table) for table in (sites, visits) if table is not None]
    facts += _others(tables, "sites")
    broken = _unreadable(tables, ("sites", "visits"))
    unknown = _unreadable(tables, ("",))
    if broken:
        missing_one = sites is None or visits is None
        standing = Standing.UNREADABLE if missing_one else Standing.DONE
        return Step(DATA, standing, tuple(facts + broken), _mend())
    if sites is not None and visits is not None:
        todo = tr("A newer release goes into the same atlas with Update.")
        return Step(DATA, Standing.DONE, tuple(facts), todo)
    if sites is not None:
        facts.append(tr("No visits to these sites; scores are made from visits."))
    elif visits is not None:
        facts.append(tr("No table of sites to these visits."))
    elif unknown:
        facts += unknown
        facts.append(tr("What is in it is not known."))
        return Step(DATA, Standing.UNREADABLE, tuple(facts), _mend())
    elif tables.n_layers:
        facts.append(tr("None of the layers is a table of mine sites or visits."))
    else:
        facts.append(tr("The project is empty."))
    return Step(DATA, Standing.OPEN, tuple(facts), tr("Import a table of visits to mine sites."))


def _findings(tables: ProjectTables, counts: Counts | None, is_seen: bool) -> Step:
    table = tables.first("findings")
    look = tr("Look at what the import found before you rely on the data.")
    if table is None:
        broken = _unreadable(tables, ("findings",))
        if broken:
            return Step(FINDINGS, Standing.UNREADABLE, tuple(broken), _mend())
        if tables.first("sites") is None:
            return Step(FINDINGS, Standing.OPEN, (), tr("The import lists what is odd in the data."))
        fact = tr("No table of findings in this project; what the import found is not known.")
        return Step(FINDINGS, Standing.UNKNOWN, (fact,), tr("The import writes it beside the sites."))
    facts = [_named(table), *_others(tables, "findings")]
    if counts is None:
        return Step(FINDINGS, Standing.OPEN, (*facts, tr("Counting …")), look)
    if counts.severities is None:
        facts.append(tr("How many of them are errors was not read."))
        return Step(FINDINGS, Standing.DONE if is_seen else Standing.OPEN, tuple(facts), look)
    facts[0:1] = [_severities(table, counts.severities)]
    known = counts.severities.get("info", 0) == sum(counts.severities.values())
    if known and not table.is_filtered:
        return Step(FINDINGS, Standing.DONE, tuple(facts), tr("None of them is an error or a warning."))
    if is_seen:
        return Step(FINDINGS, Standing.DONE, (*facts, tr("You have opened them.")), "")
    return Step(FINDINGS, Standing.OPEN, tuple(facts), look)


def _severities(table: Table, severities: dict[str, int]) -> str:
    others = sum(severities.values()) - sum(severities.get(key, 0) for key in ("error", "warning", "info"))
    text = tr("{0}: errors {1}, warnings {2}, for information {3}").format(
        table.name, severities.get("error", 0), severities.get("warning", 0), severities.get("info", 0)
    )
    if others:
        text += tr(", {0} of unknown severity").format(others)
    return tr("{0}, filtered").format(text) if table.is_filtered else text


def _score(tables: ProjectTables, counts: Counts | None) -> Step:
    table = tables.first("scores")
    if table is None:
        broken = _unreadable(tables, ("scores",))
        if broken:
            return Step(SCORE, Standing.UNREADABLE, tuple(broken), _mend())
        if tables.first("sites") is None:
            return Step(SCORE, Standing.OPEN, (), tr("Scores are made from sites and visits."))
        return Step(SCORE, Standing.OPEN, (tr("Not scored so far."),), tr("Score the sites by a scheme."))
    facts = [_named(table), *_others(tables, "scores")]
    again = tr("Score again after new data or with another scheme.")
    if counts is None:
        return Step(SCORE, Standing.DONE, (*facts, tr("Reading …")), again)
    if counts.scores is None:
        facts.append(tr("Scheme and date were not read."))
        return Step(SCORE, Standing.UNKNOWN, tuple(facts), again)
    facts[0:1] = _score_facts(table, counts.scores)
    sites = tables.first("sites")
    if sites is not None and sites.rows is not None and not (sites.is_filtered or table.is_filtered):
        lacking = sites.rows - counts.scores.sites
        if lacking > 0:
            facts.append(tr("{0} sites of {1} have no row there.").format(lacking, sites.name))
            return Step(SCORE, Standing.OPEN, tuple(facts), tr("Score the sites again."))
    if any(scheme.is_older for scheme in counts.scores.schemes):
        todo = tr("Score again by the version that ships now, or keep the scores and say so on the map.")
        return Step(SCORE, Standing.OPEN, tuple(facts), todo)
    if not table.rows:
        return Step(SCORE, Standing.OPEN, tuple(facts), tr("Score the sites again."))
    return Step(SCORE, Standing.DONE, tuple(facts), again)


def _score_facts(table: Table, scores: ScoreCounts) -> list[str]:
    text = tr("{0} of {1} rows have a score").format(
        scores.states.get("scored", 0), sum(scores.states.values())
    )
    facts = [tr("{0}, filtered").format(text) if table.is_filtered else text]
    words = {
        "inactive": tr("{0} found abandoned"),
        "no_visit": tr("{0} without a visit"),
        "too_old": tr("{0} visited too long ago"),
    }
    rest = [words[state].format(number) for state, number in scores.states.items() if state in words]
    if rest:
        facts.append(", ".join(rest))
    facts += [_scheme_fact(scheme) for scheme in scores.schemes]
    if scores.last:
        facts.append(tr("Latest visit scored: {0}").format(scores.last))
    return facts


def _scheme_fact(scheme: SchemeUsed) -> str:
    day = tr("as of each visit") if scheme.as_of == "visit" else tr("as of {0}").format(scheme.as_of or "?")
    text = tr("Scheme {0}, version {1}, {2}").format(scheme.id or "?", scheme.version or "?", day)
    if scheme.is_older:
        text += tr("; version {0} ships now").format(scheme.shipped_version)
    return text


def _analyse(tables: ProjectTables) -> Step:
    kinds = ("site_areas", "site_titles", "clusters")
    names = {
        "site_areas": tr("Protected areas"),
        "site_titles": tr("Mining titles"),
        "clusters": tr("Clusters"),
    }
    facts, done, broken = [], [], []
    for kind in kinds:
        table = tables.first(kind)
        unreadable = tables.unreadable.get(kind, ())
        if table is not None:
            done.append(kind)
            facts.append(tr("{0}: {1}").format(names[kind], _named(table)))
        elif unreadable:
            broken.append(kind)
            text = tr("{0}: not known, the layer {1} cannot be read")
            facts.append(text.format(names[kind], unreadable[0]))
        else:
            facts.append(tr("{0}: not in this project").format(names[kind]))
    if done:
        return Step(ANALYSE, Standing.DONE, tuple(facts), "")
    if broken:
        return Step(ANALYSE, Standing.UNREADABLE, tuple(facts), _mend())
    if tables.first("sites") is None:
        return Step(ANALYSE, Standing.OPEN, (), tr("Sites are set against areas and titles of your own."))
    todo = tr("Set the sites against one of these; areas and titles are layers or files of your own.")
    return Step(ANALYSE, Standing.OPEN, tuple(facts), todo)


def _print(tables: ProjectTables, layouts: Sequence[str], printed: Sequence[str]) -> Step:
    facts = []
    if printed:
        facts.append(tr("Printed: {0}").format(printed[-1]))
        if len(printed) > 1:
            facts.append(tr("and {0} before").format(len(printed) - 1))
    if layouts:
        facts.append(tr("Layouts: {0}").format(", ".join(layouts[:3])))
        if len(layouts) > 3:
            facts.append(tr("and {0} more").format(len(layouts) - 3))
    if printed:
        return Step(PRINT, Standing.DONE, tuple(facts), tr("Another area, or a series of all of them."))
    if tables.first("sites") is None:
        return Step(PRINT, Standing.OPEN, tuple(facts), tr("A sheet needs a layer of sites."))
    facts.insert(0, tr("No sheet exported from the sheet designer so far."))
    return Step(PRINT, Standing.OPEN, tuple(facts), tr("Choose an area and look at its sheet."))
