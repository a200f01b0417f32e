"""Tables for the rows of visits.csv: the columns in order, projects, and words with their rough shares.

Shares are rounded from IPIS' open-data release of May 2026 for DR Congo.
"""

from __future__ import annotations

from typing import Any

BEHAVIOURS = [
    "taxation", "commerce_taxation", "entrance_taxation", "monopoly", "buying_minerals", "digging",
    "forced_labour", "pillaging", "pit_ownership",
]  # fmt: skip
COLUMNS = [
    "vid", "cid", "id", "source", "project", "pcode", "name", "visit_date", "visit_onsite",
    "visit_onsite_novisitreason", "geom", "longitude", "latitude", "location_origin", "province",
    "province_old", "territoire", "collectivite", "groupement", "village", "workers_numb", "access_dry",
    "access_wet", "is_3t_mine", "is_gold_mine", "mineral1", "selling_points_mineral1",
    "final_destination_mineral1", "mineral2", "selling_points_mineral2", "final_destination_mineral2",
    "mineral3", "selling_points_mineral3", "final_destination_mineral3", "mercury", "presence",
    "interference",
    *(
        column
        for slot in (1, 2, 3)
        for column in (
            f"armed_group{slot}",
            f"type_armed_group{slot}",
            f"frequency_armed_group{slot}",
            *(f"{behaviour}_armed_group{slot}" for behaviour in BEHAVIOURS),
        )
    ),
    "mechanisation", "state_service1", "state_service2", "state_service3", "state_service4", "traceability",
    "qualification", "childunder15", "childunder15work", "women", "womenwork",
]  # fmt: skip


def _project(
    weight: float, first: str, last: str, off_site: float, access: float, mechanisation: float,
    traceability: float, services: float, children: float, women_work: float, **more: Any,
) -> dict[str, Any]:  # fmt: skip
    """Weight in the sample, dates, and for each group of questions the share of visits that answer it."""
    return {
        "source": "IPIS",
        "selling": 0.85,
        "weight": weight,
        "dates": (first, last),
        "off_site": off_site,
        "access": access,
        "mechanisation": mechanisation,
        "traceability": traceability,
        "services": services,
        "children": children,
        "women_work": women_work,
        **more,
    }


_MINISTRY = "IPIS - Ministère des Mines"
PROJECTS = {
    "IPIS - PROMINES MoFA 2013-2014": _project(
        20, "2013-03-02", "2014-12-14", 0.03, 0, 0, 0, 0, 0, 0, source=_MINISTRY, selling=0.5
    ),
    "IPIS - IOM PROMINES 2015": _project(
        15, "2015-04-07", "2015-12-11", 0.07, 0, 0, 0.3, 0.73, 1, 0.5, source=_MINISTRY
    ),
    "IPIS - IOM 2016-2018": _project(11, "2016-11-14", "2018-12-15", 0.14, 0.92, 0, 0.7, 0.83, 0.26, 0.5),
    "IPIS - Ulula 2018": _project(4, "2018-07-02", "2018-10-12", 0, 0.98, 0, 0.8, 0.81, 0.98, 0.9),
    "IPIS - CBRMT 2018": _project(1, "2018-07-09", "2018-08-24", 0, 1, 1, 0, 0.96, 1, 0.9),
    "IPIS - Due Diligence": _project(
        3, "2018-09-03", "2019-06-28", 0.08, 1, 1, 0.9, 0.86, 1, 0.9, only_3t=True
    ),
    "IPIS - IOM": _project(1, "2019-02-04", "2019-08-30", 0.25, 1, 1, 0, 0.3, 1, 0.6),
    "IPIS - Madini": _project(30, "2020-07-06", "2025-12-05", 0.18, 0.95, 0.97, 0.6, 0.7, 0.97, 0.8),
    "IPIS - USAID": _project(18, "2021-09-06", "2023-03-17", 0.33, 0.97, 0.97, 0.6, 0.75, 0.97, 0.6),
    "IPIS - PDEC": _project(1, "2022-03-07", "2022-09-30", 0.06, 1, 1, 0, 0.67, 1, 0.9),
}

MECHANISATION = {"Moyen": 47, "Bas": 31, "Haut": 22}
WORK_CHILDREN = {"Creuser": 30, "Lavage": 30, "Traiter les déchets": 24, "Transport des minerais": 16,
                 "Concassage": 9, "Creuser à ciel ouvert": 3, "Ramasser les pierres": 3,
                 "Usage du mercure": 2, "Laver": 3}  # fmt: skip
WORK_WOMEN = {"Lavage": 26, "Traiter les déchets": 20, "Transport des minerais": 20, "Creuser": 16,
              "Concassage": 14, "Transporter": 8, "Vendre": 10, "Restauration": 8, "Usage du mercure": 4,
              "Petit commerce": 5, "Chef de puit": 1, "Tâches ménagères": 2, "Je ne sais pas": 5}  # fmt: skip
SERVICES = {"Chefferie": 34, "DGRPI": 14, "Anti-fraude": 10, "Police des Mines": 8, "Police des mines": 2,
            "PMH": 2, "Polimine": 1, "ANR": 6, "DGI": 5, "Environnement": 5, "Énergie": 3, "Energie": 2,
            "Groupement": 4, "Secteur": 5, "CNLFM": 2, "PNC": 3, "Afridex": 2, "Autorités": 1,
            "Tourisme": 1}  # fmt: skip

ARMY = "FARDC"
POLICE, MINE_POLICE = "PNC", "Police des Mines (PMH)"
ARMED_GROUPS = {"Front du Rift libre (FRL)": 34, "Autodéfense Ilwema": 26, "Milice des Collines": 18,
                "Front du Rift libre - aile Zéro": 8, "Comité des Trois Palmiers": 6, "Bandits": 4,
                "Coupeurs de route": 3}  # fmt: skip
FOREIGN_GROUPS = {"Brigade de l'Autre Rive": 3, "Légion du Levant": 1}
FREQUENCIES = {"Aléatoire": 26, "Quotidien": 20, "Une fois par mois": 13, "Une fois par semaine": 10,
               "Une fois tous les 15 jours": 8, "Permanent": 7, "Permanente": 2,
               "Plus d'une fois par semaine": 5, "Occasionelle": 2, "Occasionnelle": 2, "Régulière": 2,
               "Hebdomadaire": 2, "Trimestrielle": 1, "Irregulière": 1, "Rarement": 1,
               "Quand le site est en mouvement": 1}  # fmt: skip
