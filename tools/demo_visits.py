"""Rows of visits.csv: field visits, status decisions and third-party lists, with the mess of survey data.

Columns, words and shares follow IPIS' open-data release of May 2026 for DR Congo; the contents are invented.
"""

from __future__ import annotations

import struct
from datetime import date, timedelta
from random import Random
from typing import Any

from demo_actors import actor_answers
from demo_land import Land
from demo_mess import add_mess
from demo_names import Names
from demo_places import Places
from demo_sites import Site, make_sites, weighted
from demo_tables import COLUMNS, MECHANISATION, PROJECTS, SERVICES, WORK_CHILDREN, WORK_WOMEN

N_ROWS = 600
N_STATUS_ONLY, N_THIRD_PARTY_ONLY = 20, 12
N_QUALIFICATION, N_ITSCI = 46, 34
THIRD_PARTY = {"BGR": 16, "PAX": 12, "KPCSC - Grassroots research": 7, "University of Sheffield": 5}
IN_3T = ("Cassitérite", "Coltan", "Wolframite", "Minerais mixtes (Cassitérite/Coltan)")
BULK_DATES = {"2013-12-01": 5, "2014-08-01": 4, "2015-07-01": 3, "2017-08-12": 4, "2019-01-01": 4,
              "2021-10-01": 20, "2022-06-24": 8, "2023-03-15": 8}  # fmt: skip

Row = dict[str, Any]


def visits_csv(seed: str, land: Land, places: Places, names: Names) -> str:
    """The whole file: 84 columns, about N_ROWS rows, text quoted and numbers bare as in the release.

    The points, in hexadecimal digits, stand bare too: scanners for secrets take long quoted digits for keys.
    """
    sites = make_sites(seed, land, places, names)
    rng = Random(f"{seed} visits")
    order = list(sites)
    rng.shuffle(order)
    status_only, third_only = order[:N_STATUS_ONLY], order[N_STATUS_ONLY:][:N_THIRD_PARTY_ONLY]
    visited = sorted(order[N_STATUS_ONLY + N_THIRD_PARTY_ONLY :], key=lambda site: site.pcode)
    rows = _status_rows(rng, status_only, visited) + _third_party_rows(rng, third_only, visited)
    rows += _visit_rows(rng, visited, N_ROWS - len(rows))
    rows.sort(key=lambda row: (row["visit_date"], row["project"], row["pcode"]))
    rows = add_mess(Random(f"{seed} mess"), rows, sites)
    for number, row in enumerate(rows, start=1):
        row["vid"] = number
        row["cid"] = row["id"] = 1 + (number * 37) % 400
        x, y = row["longitude"], row["latitude"]
        row["geom"] = struct.pack("<BIIdd", 1, 0x20000001, 4326, float(x), float(y)).hex().upper()
    return _csv(Random(f"{seed} quoting"), rows)


def _csv(rng: Random, rows: list[Row]) -> str:
    lines = [",".join(f'"{column}"' for column in COLUMNS)]
    for row in rows:
        cells = []
        for column in COLUMNS:
            value = row.get(column)
            if value is None:
                cells.append("")
            elif isinstance(value, str) and column != "geom":
                cells.append('"' + value.replace('"', '""') + '"')
            elif column.startswith(("women", "child")) and rng.random() < 0.1:
                cells.append(f'"{value}"')  # the release quotes some numbers
            else:
                cells.append(str(value))
        lines.append(",".join(cells))
    return "\n".join(lines) + "\n"


def site_row(site: Site, project: str, source: str, day: str) -> Row:
    """The columns that every row of a site repeats."""
    return {
        "source": source,
        "project": project,
        "pcode": site.pcode,
        "name": site.name,
        "visit_date": day,
        "visit_onsite": 1,
        "longitude": site.position[0],
        "latitude": site.position[1],
        "location_origin": site.origin,
        "province": site.province,
        "province_old": site.province_old,
        "territoire": site.territory,
        "collectivite": site.chiefdom,
        "groupement": site.grouping,
        "village": site.village,
        "is_3t_mine": int(any(mineral in IN_3T for mineral in site.minerals)),
        "is_gold_mine": int("Or" in site.minerals),
        **{f"mineral{k}": mineral for k, mineral in enumerate(site.minerals, start=1)},
    }


def _visit_rows(rng: Random, sites: list[Site], n_rows: int) -> list[Row]:
    """At least one visit each, the rest as revisits; many sites once, a few often."""
    counts = {site.pcode: 1 for site in sites}
    favourites = sorted(sites, key=lambda site: (rng.random() * (1 + 4 * (site.workers > 120)), site.pcode))
    for _ in range(n_rows - len(sites)):
        pick = favourites[-1 - int(len(favourites) * rng.random() ** 1.7)]
        counts[pick.pcode] += 1
    rows = []
    for site in sites:
        for project in _projects(rng, site, counts[site.pcode]):
            rows.append(_visit(rng, site, project))
    return rows


def _projects(rng: Random, site: Site, count: int) -> list[str]:
    chosen: list[str] = []
    while len(chosen) < count:
        project = weighted(rng, {name: spec["weight"] for name, spec in PROJECTS.items()})
        if project in chosen and project != "IPIS - Madini":
            continue
        if PROJECTS[project].get("only_3t") and not any(mineral in IN_3T for mineral in site.minerals):
            continue
        chosen.append(project)
    return chosen


def _day(rng: Random, first: str, last: str) -> str:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    day = start + timedelta(days=rng.randrange((end - start).days + 1))
    if day.weekday() == 6:
        day += timedelta(days=1)
    return min(day, end).isoformat()


def _visit(rng: Random, site: Site, project: str) -> Row:
    spec = PROJECTS[project]
    day = _day(rng, *spec["dates"])
    row = site_row(site, project, spec["source"], day)
    gold = "Or" in site.minerals
    workers = site.workers * rng.lognormvariate(0, 0.35)
    workers = int(round(workers / 5) * 5 or 4) if workers > 15 else max(int(workers), 2)
    row["workers_numb"] = min(workers, 3000)
    row |= {f"mineral{k}": mineral for k, mineral in enumerate(site.minerals, start=1)}
    if rng.random() < spec["selling"]:
        row["selling_points_mineral1"] = site.market
        row["final_destination_mineral1"] = site.destination
        if rng.random() < 0.12:
            row["final_destination_mineral1"] = f"{site.destination}, {site.market}"
    if rng.random() < spec["off_site"] * (1.8 if site.rebel > 0.5 else 0.8):
        _off_site(rng, row, site)
        row |= actor_answers(rng, site.rebel, day, off_site=True)
        return row
    row |= actor_answers(rng, site.rebel, day)
    if rng.random() < spec["access"]:
        row |= _access(rng, site, wet=day >= "2017-01" and rng.random() < 0.76)
    if gold and day >= "2015-04":
        row["mercury"] = int(rng.random() < 0.33) if rng.random() < 0.93 else None
    if rng.random() < spec["mechanisation"]:
        row["mechanisation"] = weighted(rng, MECHANISATION)
    if day >= "2015-04":
        _social(rng, row, site, spec)
        _services(rng, row, site, spec)
    return row


def _off_site(rng: Random, row: Row, site: Site) -> None:
    reasons = {
        "Insécurité": 12 + 50 * site.rebel,
        "Activités minières suspendues": 20,
        "Site inactif": 8,
        "Conditions climatiques": 7,
        "Conditions routières": 4,
        "Distance": 4,
        "Ne fait pas partie de la mission, niveau d'activité estimé approximativement": 4,
    }
    reason = weighted(rng, reasons)
    row["visit_onsite"] = 0
    row["visit_onsite_novisitreason"] = reason
    if reason in ("Site inactif", "Activités minières suspendues") or rng.random() < 0.3:
        row["workers_numb"] = 0


def _access(rng: Random, site: Site, wet: bool) -> Row:
    far = site.road_km * rng.lognormvariate(0, 0.35)
    dry = "carmoto" if far < 4 else "less2h" if far < 15 else "more2h"
    worse = {"carmoto": "less2h", "less2h": "more2h", "more2h": "more2h"}
    answers: Row = {"access_dry": dry}
    if wet:
        answers["access_wet"] = worse[dry] if rng.random() < 0.25 else dry
    return answers


def _social(rng: Random, row: Row, site: Site, spec: dict[str, Any]) -> None:
    if rng.random() < spec["children"]:
        row["childunder15"] = int(rng.random() < 0.29)
        if row["childunder15"]:
            row["childunder15work"] = _works(rng, WORK_CHILDREN)
    if rng.random() < spec["children"] * 0.98:
        row["women"] = int(rng.random() < (0.55 if site.workers > 60 else 0.3))
        if row["women"] and rng.random() < spec["women_work"]:
            row["womenwork"] = _works(rng, WORK_WOMEN)
        elif not row["women"] and rng.random() < 0.05:
            row["womenwork"] = "Je ne sais pas"


def _works(rng: Random, words: dict[str, int]) -> str:
    chosen: list[str] = []
    for _ in range(rng.randint(1, 4)):
        word = weighted(rng, words)
        if word not in chosen:
            chosen.append(word)
    return ", ".join(chosen)


def _services(rng: Random, row: Row, site: Site, spec: dict[str, Any]) -> None:
    if rng.random() > spec["services"] * (0.75 if site.rebel > 0.5 else 1.05):
        return
    services = ["SAEMAPE" if row["visit_date"] >= "2019" and rng.random() < 0.3 else "SAESSCAM"]
    if rng.random() < 0.84:
        services.append("Division des mines")
    traced = row["is_3t_mine"] and rng.random() < spec["traceability"]
    if traced:
        row["traceability"] = weighted(rng, {"iTSCI": 47, "Better Mining (BSP)": 2, "ITOA": 1})
        if row["traceability"] == "iTSCI" and rng.random() < 0.5:
            services.append("iTSCi (via SAESSCAM)")
    while len(services) < 4 and rng.random() < 0.48:
        extra = weighted(rng, SERVICES)
        if extra not in services:
            services.append(extra)
    row |= {f"state_service{k}": service for k, service in enumerate(services, start=1)}


def _status_rows(rng: Random, only: list[Site], visited: list[Site]) -> list[Row]:
    certifiable = [site for site in visited if {"Or", *IN_3T} & set(site.minerals)]
    tin = [site for site in visited if set(IN_3T) & set(site.minerals)]
    pool = sorted(certifiable, key=lambda site: (rng.random() - 0.5 * (site in tin), site.pcode))
    chosen = only[: N_STATUS_ONLY // 2] + pool[: N_QUALIFICATION - N_STATUS_ONLY // 2 - 6]
    chosen += chosen[-6:]  # decided on twice
    rows, seen = [], set()
    for site in chosen:
        day = weighted(rng, BULK_DATES)
        while (site.pcode, day) in seen:
            day = weighted(rng, BULK_DATES)
        seen.add((site.pcode, day))
        status = {"Vert": 34, "Jaune": 8, "Rouge": 4, "Not class": 1, "No class": 1}
        if day > "2021-11":
            status["Bleu"] = 30
        row = site_row(site, "Qualification status", "BGR" if rng.random() < 0.7 else "Third-party", day)
        row["qualification"] = weighted(rng, status)
        if rng.random() < 0.19:
            row["workers_numb"] = int(site.workers)
        if rng.random() < 0.12:
            row["state_service1"], row["state_service2"] = "SAESSCAM", "Division des mines"
        rows.append(row)
    listed = only[N_STATUS_ONLY // 2 :] + rng.sample(tin, N_ITSCI - N_STATUS_ONLY // 2)
    for site in listed:
        row = site_row(site, "iTSCi status", "IPIS", rng.choice(["2015-01-01", "2018-01-01"]))
        if not row["is_3t_mine"]:
            row |= {"mineral1": "Cassitérite", "mineral2": None, "is_3t_mine": 1, "is_gold_mine": 0}
        row |= {
            "visit_onsite": 0,
            "visit_onsite_novisitreason": "Third-party information",
            "state_service1": "iTSCi (via SAESSCAM)",
            "traceability": "iTSCI (not visited by IPIS)",
        }
        rows.append(row)
    return rows


def _third_party_rows(rng: Random, only: list[Site], visited: list[Site]) -> list[Row]:
    days = {"BGR": ("2019-05-15", "2019-05-15"), "PAX": ("2020-07-01", "2020-07-01"),
            "KPCSC - Grassroots research": ("2021-03-08", "2021-05-21"),
            "University of Sheffield": ("2021-09-06", "2021-10-09")}  # fmt: skip
    rows, waiting = [], list(only)
    for project, count in THIRD_PARTY.items():
        for site in [waiting.pop(0) if waiting else other for other in rng.sample(visited, count)]:
            row = site_row(site, project, "Third-party", _day(rng, *days[project]))
            if project in ("BGR", "PAX"):
                row["visit_onsite_novisitreason"] = "Third-party information"
            if project != "PAX":
                row["workers_numb"] = int(site.workers) if rng.random() < 0.9 else None
            if project.startswith("KPCSC"):
                row |= actor_answers(rng, site.rebel, row["visit_date"])
                row |= _access(rng, site, wet=True)
                row["childunder15"], row["women"] = int(rng.random() < 0.3), int(rng.random() < 0.5)
                row["mechanisation"] = weighted(rng, MECHANISATION)
            rows.append(row)
    return rows
