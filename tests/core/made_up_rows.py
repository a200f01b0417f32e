"""Made-up rows of visits and status decisions, in the columns of the sources."""

import pandas as pd

LATEST = pd.Timestamp("2026-06-01")
VISIT = {
    "vid": "1",
    "source": "IPIS",
    "project": "IPIS - Madini",
    "pcode": "codmine00001",
    "name": "Amani",
    "visit_date": "2021-03-04",
    "visit_onsite": "1",
    "longitude": "28.5",
    "latitude": "-2.5",
    "province": "Sud-Kivu",
    "workers_numb": "120",
    "mineral1": "Or",
    "presence": "0",
    "interference": "0",
    "armed_group1": "",
    "type_armed_group1": "Aucun",
}
DECISION = {
    **VISIT,
    "vid": "9",
    "project": "Qualification status",
    "visit_date": "2021-06-01",
    "qualification": "Vert",
    "workers_numb": "",
    "presence": "",
    "interference": "",
    "type_armed_group1": "",
}
CAR = {
    "vid": "1",
    "project": "IPIS - TetraTech 2019",
    "pcode": "cafmine00001",
    "visit_date": "2019-04-23",
    "visit": "1",
    "longitude": "16",
    "latitude": "5",
    "workers_numb": "40",
    "workers_women": "10",
    "childunder15": "3",
    "minerals": "Diamant, Or",
    "actor_type": "groupe_arme",
    "actor1name": "3R",
    "actor1name_tax": "1",
    "services1_name": "Brigade minière (USAF)",
    "accident_dead": "1",
}


def visit(**changes):
    return {**VISIT, **changes}


def rules(result):
    return set(result.findings["rule"])


def found(result, rule):
    return result.findings[result.findings["rule"] == rule]
