"""The sites of an atlas from its visits and status decisions, read again."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..tables import CONDITIONS, NO, NOT_ASKED, SITES, UNKNOWN, YES

_PLACE = ("name", "country", "admin1", "admin2", "admin3", "admin4", "village", "merged_into")
_MINERALS = ("mineral_main", "minerals", "is_3t", "is_gold")
_UNKNOWN_WHEN_SILENT = (
    *("is_3t", "is_gold", "mineral_main", "presence", "interference", "mercury", "children", "women"),
    *("actor_class", "access_dry", "access_wet", "mechanisation", "traceability"),
)


def sites_again(
    visits: pd.DataFrame, statuses: pd.DataFrame | None, known: pd.DataFrame | None
) -> pd.DataFrame:
    """The sites table, ordered by key, with the rules of an import.

    visits, statuses: tables of the contract; statuses None when they are not at hand. known: the sites as they
    were, for what visits and statuses do not tell; None when they are not at hand.
    """
    pcodes = set(visits["pcode"]) | (set() if statuses is None else set(statuses["pcode"]))
    index = pd.Index(sorted(pcodes), dtype=object, name="pcode")
    names = [column.name for column in SITES if column.name != "pcode"]
    were = pd.DataFrame(columns=["pcode", *names]) if known is None else known.drop_duplicates("pcode")
    were = were.set_index("pcode").reindex(index=index, columns=names)
    latest = _latest(visits)
    said_last = latest.drop_duplicates("pcode").set_index("pcode").reindex(index)
    said = latest[latest["row_kind"] == "visit"].drop_duplicates("pcode").set_index("pcode").reindex(index)
    there = index.isin([] if known is None else known["pcode"])
    sites = pd.DataFrame(index=index)
    for name in _PLACE:
        sites[name] = were[name].where(there, said_last.get(name))
    _count(sites, visits, statuses, were)
    _speak(sites, said)
    silent = said["visit_id"].isna().to_numpy(dtype=bool)
    for name in _MINERALS:
        sites.loc[silent & there, name] = were.loc[silent & there, name]
        sites.loc[silent & ~there, name] = said_last.loc[silent & ~there, name]
    _place(sites, said, latest, were)
    _qualify(sites, statuses, were)
    return _typed(sites.reset_index())


def _latest(visits: pd.DataFrame) -> pd.DataFrame:
    """Visits, the latest first, ties by the lowest source order."""
    return visits.sort_values(
        ["visit_date", "source_order"], ascending=[False, True], na_position="last", kind="stable"
    )


def _count(
    sites: pd.DataFrame, visits: pd.DataFrame, statuses: pd.DataFrame | None, were: pd.DataFrame
) -> None:
    own = visits[visits["row_kind"] == "visit"]
    dates = own.groupby("pcode")["visit_date"]
    sites["first_visit"], sites["last_visit"] = (
        dates.min().reindex(sites.index),
        dates.max().reindex(sites.index),
    )
    others = visits[visits["row_kind"] == "third_party"]
    for name, table in (("n_visits", own), ("n_third_party", others)):
        sites[name] = table.groupby("pcode").size().reindex(sites.index).fillna(0)
    if statuses is None:
        sites["n_statuses"] = were["n_statuses"]
    else:
        sites["n_statuses"] = statuses.groupby("pcode").size().reindex(sites.index).fillna(0)


def _speak(sites: pd.DataFrame, said: pd.DataFrame) -> None:
    """What the speaking visit says; sites without one have unknown answers."""
    for name in (*(column.name for column in CONDITIONS), "visit_id", "visit_date", "project"):
        sites[name] = said[name]
    silent = said["visit_id"].isna()
    sites.loc[silent, list(_UNKNOWN_WHEN_SILENT)] = UNKNOWN
    sites.loc[silent, "services_full"] = NOT_ASKED
    sites["off_site"] = said["on_site"].map({YES: NO, NO: YES}).fillna(UNKNOWN)
    idle = (said["workers"] == 0).fillna(False).to_numpy(dtype=bool)
    at_work = (said["workers"] > 0).fillna(False).to_numpy(dtype=bool)
    away, reached = (sites["off_site"] == YES).to_numpy(bool), (sites["off_site"] == NO).to_numpy(bool)
    nobody = (said["presence"] != YES).to_numpy(dtype=bool)
    states = [away & idle & nobody, at_work | (reached & ~idle)]
    sites["state"] = np.select(states, ["inactive", "active"], default=UNKNOWN)


def _place(sites: pd.DataFrame, said: pd.DataFrame, latest: pd.DataFrame, were: pd.DataFrame) -> None:
    """The location of the speaking visit, else the one the site had, else that of its latest visit that has one.

    How it was found stays known as long as it is the same.
    """
    located = latest[latest["longitude"].notna() & latest["latitude"].notna()]
    located = located.drop_duplicates("pcode").set_index("pcode").reindex(sites.index)
    spoken, had = (frame["longitude"].notna() & frame["latitude"].notna() for frame in (said, were))
    for name in ("longitude", "latitude"):
        sites[name] = said[name].where(spoken, were[name].where(had, located[name])).astype(float)
    nowhere = sites["longitude"].isna() & ~had
    same = (sites["longitude"] == were["longitude"]) & (sites["latitude"] == were["latitude"])
    kept = (same | nowhere) & were["location_quality"].notna()
    sites["location_quality"] = were["location_quality"].where(kept, UNKNOWN)
    sites["at_village"] = were["at_village"].where(kept, NO)


def _qualify(sites: pd.DataFrame, statuses: pd.DataFrame | None, were: pd.DataFrame) -> None:
    """The last decided status, whatever its age; where none is at hand, the one that the site had."""
    sites["qualification"] = were["qualification"]
    sites["qualification_date"] = were["qualification_date"]
    if statuses is not None:
        decided = statuses[(statuses["kind"] == "qualification") & statuses["qualification"].notna()]
        last = decided.sort_values(["date", "status_id"], ascending=[False, True], na_position="last")
        last = last.drop_duplicates("pcode").set_index("pcode").reindex(sites.index)
        withdrawn = last["qualification"].isna() & were["qualification_date"].notna()
        sites["qualification"] = (
            last["qualification"].fillna(sites["qualification"]).where(~withdrawn, "none")
        )
        sites["qualification_date"] = last["date"]
    sites["qualification"] = sites["qualification"].fillna(UNKNOWN)


def _typed(sites: pd.DataFrame) -> pd.DataFrame:
    """The columns in their order and with their types."""
    types = {"int": "Int64", "real": "float64", "date": "datetime64[ns]"}
    table = {}
    for column in SITES:
        cells = sites[column.name]
        if column.kind == "text":
            texts = cells.to_numpy(dtype=object)
            table[column.name] = np.where(pd.isna(texts), None, texts)
        elif column.kind == "date":
            table[column.name] = pd.to_datetime(cells).astype(types["date"]).array
        else:
            table[column.name] = pd.to_numeric(cells).astype(types[column.kind]).array
    return pd.DataFrame(table)
