"""What goes wrong in survey files, put into the demo rows on purpose, a few of each kind."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from demo_actors import LOCAL, NONE
from demo_sites import Site

Row = dict[str, Any]
_LISTS = ("selling_points_mineral1", "final_destination_mineral1", "womenwork", "childunder15work",
          "armed_group1", "state_service1", "state_service2")  # fmt: skip


def add_mess(rng: Random, rows: list[Row], sites: list[Site]) -> list[Row]:
    """The rows with stray blanks, gaps, merged sites and bad values; two rows more than before."""
    by_pcode = {site.pcode: site for site in sites}
    number_of_rows: dict[str, int] = {}
    for row in rows:
        number_of_rows[row["pcode"]] = number_of_rows.get(row["pcode"], 0) + 1
    free = [k for k, row in enumerate(rows) if row["project"].startswith("IPIS - ")]
    rng.shuffle(free)

    def take(fits: Callable[[Row], Any]) -> Row:
        """A visit row not yet spoilt that fits."""
        found = next(k for k in free if fits(rows[k]))
        free.remove(found)
        return rows[found]

    def again(row: Row) -> bool:
        return number_of_rows[row["pcode"]] > 2

    def alone(row: Row) -> bool:
        return number_of_rows[row["pcode"]] == 1

    for row in rows:
        for column in _LISTS:
            if isinstance(row.get(column), str) and rng.random() < 0.025:
                row[column] += " "

    # Rows that cannot be used, or only with care.
    take(again)["pcode"] = None
    for fits in (again, alone):
        take(fits).update(longitude=0, latitude=0)
    swapped = take(alone)
    swapped["longitude"], swapped["latitude"] = swapped["latitude"], swapped["longitude"]
    take(again)["visit_date"] = "13/2017"
    take(alone)["visit_date"] = "sans date"
    for write in ("{d}/{m}/{y}", "{y}/{m}/{d}", "{y}-{m}-{d} 00:00:00"):
        row = take(lambda row: row["visit_date"][8:] > "12")
        year, month, day = row["visit_date"].split("-")
        row["visit_date"] = write.format(y=year, m=month, d=day)
    take(lambda row: row["is_gold_mine"]).update(mineral1="Kessoumite", is_gold_mine=0, is_3t_mine=0)
    for minerals in ("inconnu", None):
        take(again).update(mineral1=minerals, mineral2=None, mineral3=None, is_gold_mine=0, is_3t_mine=None)
    for fits in (again, alone):
        take(fits)["workers_numb"] = -25
    take(again)["workers_numb"] = None

    # Sites that became part of another one.
    for _ in range(3):
        row = take(lambda row: row["visit_date"] >= "2020")
        here = by_pcode[row["pcode"]]
        other = min(
            (site for site in sites if site.position != here.position),
            key=lambda site: (
                (site.position[0] - here.position[0]) ** 2 + (site.position[1] - here.position[1]) ** 2
            ),
        )
        reason = f"Considéré comme un chantier du site {other.name.strip()} ({other.pcode})"
        row.update(_nobody(), visit_onsite=0, visit_onsite_novisitreason=reason, workers_numb=0)

    # Gaps between filled places, and answers that contradict each other.
    for _ in range(3):
        row = take(lambda row: row["visit_date"] >= "2015-05" and row.get("armed_group1") and not
                   row.get("armed_group2"))  # fmt: skip
        moved = {key: row.pop(key) for key in list(row) if key.endswith("armed_group1")}
        row.update({key.replace("group1", "group3"): value for key, value in moved.items()})
        row["type_armed_group1"] = NONE
    for _ in range(2):
        row = take(lambda row: row.get("state_service2"))
        row["state_service1"] = None
    take(lambda row: row.get("taxation_armed_group1") == 1)["interference"] = 0
    take(lambda row: row.get("type_armed_group1") == LOCAL)["interference"] = None

    # The same site and day twice: once the same project, once another.
    for project in (None, "IPIS - USAID"):
        row = take(
            lambda row: "2021-09" < row["visit_date"] < "2023-03" and row["project"] == "IPIS - Madini"
        )
        twin = dict(row, project=project or row["project"], workers_numb=(row["workers_numb"] or 0) + 15)
        rows.insert(rows.index(row) + 1, twin)
    return rows


def _nobody() -> Row:
    """Answers that an empty site gets, all others blank."""
    blank: Row = {f"armed_group{slot}": None for slot in (1, 2, 3)}
    kept = ("access_dry", "access_wet", "mercury", "mechanisation", "traceability", "childunder15",
            "childunder15work", "women", "womenwork", "selling_points_mineral1",
            "final_destination_mineral1")  # fmt: skip
    blank.update(dict.fromkeys(kept))
    blank.update({f"state_service{slot}": None for slot in (1, 2, 3, 4)})
    blank.update({f"frequency_armed_group{slot}": None for slot in (1, 2, 3)})
    blank.update({f"type_armed_group{slot}": NONE for slot in (1, 2, 3)})
    return {**blank, "presence": 0, "interference": 0}
