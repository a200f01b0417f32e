"""The atlas tables read again as what they are: nothing changes but what a person has changed in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from ..columns import Column
from ..exceptions import TableError
from ..tables import ACTORS, BEHAVIOURS, LIST_SEPARATOR, NOT_ASKED, STATUSES, UNKNOWN, VISITS
from ..vocabulary import Vocabulary, take
from ..wording import say
from .findings import Findings
from .importer import ImportResult
from .own_sites import sites_again
from .source import TextColumn, text_column

# Columns of which no other table has all; enough to tell the atlas's own visits.
OWN_COLUMNS = ("visit_id", "pcode", "row_kind", "visit_date", "date_precision", "actor_class", "source_order")
_YES_NO = ("on_site", "is_3t", "is_gold", "mercury", "children", "women", "presence", "interference")
_LISTS = {"minerals": "minerals", "services": "services", "children_work": "work", "women_work": "work"}
# Vocabulary by column; a blank or a word that it lacks is not known.
_ANSWERS = {
    **dict.fromkeys((*_YES_NO, "services_full", *BEHAVIOURS), "yes_no"),
    "mineral_main": "minerals",
    "actor_class": "actor_classes",
    "access_dry": "access",
    "access_wet": "access",
    "mechanisation": "mechanisation",
}
_DECISIONS = {"qualification": "qualification", "traceability": "traceability"}
_ROW_KINDS = ("visit", "third_party")


def is_own(header: Iterable[str]) -> bool:
    """Whether a table is the visits of an atlas."""
    return set(OWN_COLUMNS) <= set(header)


def import_own(
    visits: pd.DataFrame,
    vocabularies: Mapping[str, Vocabulary],
    *,
    actors: pd.DataFrame | None = None,
    statuses: pd.DataFrame | None = None,
    sites: pd.DataFrame | None = None,
    language: str = "en",
    progress: Callable[[float], None] = lambda fraction: None,
) -> ImportResult:
    """The tables of an atlas from its visits and, where they are at hand, its other tables.

    All frames have columns of core.tables with its types; those that are left out are empty. Visits,
    actors and statuses stay as they are but for words that are no codes, and rows without a key or a visit.
    Of the sites, what visits and statuses tell is worked out anew; the rest (place names, how the location
    was found, status where no decision is at hand) is taken from `sites`.
    Findings: what was changed or left out here; a whole atlas gives none.
    Raises TableError when there are no visits.
    """
    if not len(visits):
        raise TableError(say("The layer has no rows; choose a layer with visits."))
    visits = complete(visits, VISITS)
    decided = complete(pd.DataFrame() if statuses is None else statuses, STATUSES)
    keys = np.concatenate([visits["pcode"].to_numpy(object), decided["pcode"].to_numpy(object)])
    findings = Findings(vocabularies["import_rules"], keys, language)
    n_rows = len(visits) + len(decided)
    visits = _keyed(visits, "visit_id", 0, findings)
    decided = _keyed(decided, "status_id", n_rows - len(decided), findings)
    visits = _coded(visits, {**_ANSWERS, "traceability": "traceability"}, vocabularies, findings)
    visits = _decided(visits, ("qualification",), vocabularies, findings)
    decided = _decided(decided, tuple(_DECISIONS), vocabularies, findings)
    strange = ~visits["row_kind"].isin(_ROW_KINDS).to_numpy(dtype=bool)
    findings.each("own_row_kind", strange, "row_kind", visits["row_kind"].to_numpy(object))
    progress(0.4)
    if actors is None:
        findings.once("own_table_absent", None, "actors")
    if statuses is None:
        findings.once("own_table_absent", None, "statuses")
    if sites is None:
        findings.once("own_table_absent", None, "sites")
    acting = complete(pd.DataFrame() if actors is None else actors, ACTORS)
    astray = ~acting["visit_id"].isin(visits["visit_id"]).to_numpy(dtype=bool)
    for visit_id in acting["visit_id"][astray].drop_duplicates():
        findings.once("own_actor_astray", "visit_id", visit_id)
    acting = _coded(acting[~astray].reset_index(drop=True), _ANSWERS, vocabularies, findings)
    progress(0.7)
    result = sites_again(visits, None if statuses is None else decided, sites)
    gone = [] if sites is None else sorted(set(sites["pcode"].dropna()) - set(result["pcode"]))
    for pcode in gone:
        findings.once("own_site_without_rows", "pcode", pcode)
    found = findings.frame()
    progress(1.0)
    return ImportResult(
        sites=result,
        visits=visits,
        actors=acting,
        statuses=decided,
        findings=found,
        counts={
            "n_rows": n_rows,
            "n_visits": len(visits),
            "n_third_party": int((visits["row_kind"] == "third_party").sum()),
            "n_statuses": len(decided),
            "n_rejected": n_rows - len(visits) - len(decided),
            "n_sites": len(result),
            "n_actors": len(acting),
            "n_findings": len(found),
        },
    )


def complete(frame: pd.DataFrame, columns: Sequence[Column]) -> pd.DataFrame:
    """A table with all columns of the contract and their types; those it lacks are empty."""
    table = {}
    for column in columns:
        if column.name in frame:
            cells = frame[column.name].reset_index(drop=True)
        else:
            cells = pd.Series([None] * len(frame), dtype=object)
        if column.kind == "text":
            texts = cells.to_numpy(dtype=object)
            table[column.name] = np.where(pd.isna(texts) | (texts == ""), None, texts)
        elif column.kind == "date":
            table[column.name] = pd.to_datetime(cells).astype("datetime64[ns]")
        else:
            table[column.name] = pd.to_numeric(cells).astype("Int64" if column.kind == "int" else "float64")
    return pd.DataFrame(table)


def _keyed(table: pd.DataFrame, key: str, offset: int, findings: Findings) -> pd.DataFrame:
    """Rows that have a site and a key of their own; each other row is a finding. offset: place of the first row."""
    without = (table["pcode"].isna() | table[key].isna()).to_numpy(dtype=bool)
    again = table[key].duplicated().to_numpy(dtype=bool) & ~without
    for rule, rows in (("own_key_missing", without), ("own_key_again", again)):
        raw = np.full(offset + len(table), None, dtype=object)
        raw[offset:] = table[key].to_numpy(dtype=object)
        findings.each(rule, np.flatnonzero(rows) + offset, key, raw)
    return table[~(without | again)].reset_index(drop=True)


def _coded(
    table: pd.DataFrame,
    answers: Mapping[str, str],
    vocabularies: Mapping[str, Vocabulary],
    findings: Findings,
) -> pd.DataFrame:
    """The table with codes only in its coded columns."""
    table = table.copy()
    for name, key in answers.items():
        if name in table:
            blank = NOT_ASKED if name == "services_full" else UNKNOWN
            otherwise = "other" if name == "mineral_main" else UNKNOWN
            codes = _codes(table[name], vocabularies[key], findings, otherwise, (UNKNOWN, NOT_ASKED))
            table[name] = np.where(pd.isna(codes), blank, codes)
    for name, key in _LISTS.items():
        if name in table:
            table[name] = _codes(table[name], vocabularies[key], findings, "other", (), LIST_SEPARATOR)
    return table


def _decided(
    table: pd.DataFrame,
    names: Sequence[str],
    vocabularies: Mapping[str, Vocabulary],
    findings: Findings,
) -> pd.DataFrame:
    """The table with codes only in its columns of decisions; a blank is none."""
    codes = {
        name: _codes(table[name], vocabularies[_DECISIONS[name]], findings, None, (UNKNOWN,))
        for name in names
    }
    return table.assign(**codes)


def _codes(
    series: pd.Series,
    vocabulary: Vocabulary,
    findings: Findings,
    otherwise: str | None,
    also: Sequence[str],
    separator: str | None = None,
) -> np.ndarray:
    """(n,) codes of a column, None for empty. also: words that stand for themselves besides the codes."""
    known = {*vocabulary.codes, *also}
    column: TextColumn = text_column(str(series.name), series)
    codes: list[str | None] = []
    for label, value in enumerate(column.values):
        found = []
        for word in value.split(separator) if separator else [value]:
            code = word if word in known else vocabulary.match(word).code
            if word not in known:
                rule = "unknown_value" if code is None else "own_recoded"
                rows = column.labels == label
                findings.once(
                    rule, column.name, word, rows=int(rows.sum()), place=int(np.argmax(rows)), code=code
                )
            found.append(otherwise if code is None else code)
        codes.append((separator or "").join(dict.fromkeys(code for code in found if code)) or None)
    return take(codes, column.labels)
