"""Protected areas with the attributes of the WDPA and mining titles on the cadastral grid, all invented."""

from __future__ import annotations

from random import Random
from typing import Any

from demo_land import GRID, Land
from demo_shapes import Grid, Partition, Position, area, grow, noise, roughen, simplify, smooth

KM2_PER_SQUARE_DEGREE = 111.2 * 111.2
SQUARE = 1 / 120  # a carré of the mining cadastre: 30 arc seconds
ISO3 = "XKM"  # from the ISO 3166 range left to users

# name, local designation, English designation, type, IUCN category, year, seed, cells (about 1.24 km2 each)
_PROTECTED = [
    ("Monts Tessou", "Parc National", "National Park", "National", "II", 1971, (24.86, 0.62), 1500),
    ("Haute Ilwema", "Réserve Naturelle", "Nature Reserve", "National", "IV", 1992, (24.98, -0.32), 900),
    ("Zémara-Nord", "Domaine de Chasse", "Hunting Reserve", "National", "VI", 1958, (22.55, 1.32), 1150),
    ("Forêt de Souvriba", "Réserve de Biosphère", "Biosphere Reserve", "National", "Not Reported", 0,
     (23.32, 0.78), 620),
    ("Basse Orvimba", "Réserve de Faune", "Wildlife Reserve", "National", "IV", 1984, (23.05, -0.78), 1000),
    ("Lac Dorvé", "Site Ramsar, Zone Humide d'Importance Internationale",
     "Ramsar Site, Wetland of International Importance", "International", "Not Applicable", 2008,
     (23.80, 0.22), 560),
]  # fmt: skip

# type, group as the register copies write it, holder, status, expiry, seed, carrés
_TITLES = [
    ("PE", "PE", "KESSOUMA GOLD EXEMPLE SARL (100%)", "Actif", "2031-04-02", (23.18, 1.16), 150),
    ("PE", "PE", "SOCIETE FICTIVE DES MINES DU TESSOU (70%); DOMAINE PUBLIC (30%)", "Actif-En Force Majeure",
     "2027-09-14 00:00:00+00", (24.80, 1.02), 210),
    ("PE", "PE", "CUIVRE IMAGINAIRE DE L'ORVIMBA SA (100%)", "Actif", "2034-01-20", (23.50, -1.12), 180),
    ("PR (PP)", "PR", "NGALARA EXPLORATION FICTION SPRL (100%)", "Actif", "2026-11-30", (23.42, 1.30), 330),
    ("PR (AS)", "PR", "RESSOURCES INVENTEES DU RIFT SARL (100%)", "Actif-En Renouvellement", "2024-06-18",
     (24.30, 0.72), 280),
    ("PR (PP)", "PR", "ETAIN DE NULLE PART SARL (100%)", "Droit Déchu", "2018-02-09", (24.12, -0.62), 360),
    ("PR", "PR", "DIAMANTS SANS LIEU SPRL (100%)", "A déchoir pour non paiement", "2023-08-01",
     (22.72, 0.60), 240),
    ("PR (AS)", "PR", "KESSOUMA GOLD EXEMPLE SARL (100%)", "Nouvelle Demande", "", (23.00, 1.02), 300),
    ("PEPM", "PE", "COOPERATIVE MODELE DES ORPAILLEURS DE ZEMARA (100%)", "Actif", "2028-05-25",
     (22.80, 1.22), 60),
    ("PEPM", "PE", "PETITE MINE EXEMPLAIRE SARL (100%)", "Actif-Transformation PEPM en PE", "2025-12-31",
     (24.40, -0.42), 75),
    ("PER", "PE", "REJETS IMAGINAIRES SA (100%)", "Actif", "2029-03-03", (23.58, -1.02), 24),
    ("ZEA", "ZEA", " ", "Actif", "", (23.22, 1.22), 20),
    ("ZEA", "ZEA", " ", "Actif", "", (24.22, -0.70), 34),
    ("ZEA", "ZEA", " ", "Actif", "", (23.62, -1.10), 16),
    ("ARPC (Car)", "PR", "CARRIERES FICTIVES DE KOUBESSI (100%)", "Actif", "2027-07-07", (23.62, 1.46), 12),
]  # fmt: skip


def protected_areas(seed: str, land: Land) -> list[dict[str, Any]]:
    """Eight features, polygons first: two overlap, one crosses itself, one is a point."""
    rng = Random(f"{seed} protected")
    corners = GRID.corners(Random(f"{seed} protected corners"), 0.3)
    rough = noise(rng, GRID, 24, 4, 0.6)
    inside = set(land.territory_of)

    def outline(start: Position, cells: int) -> list[list[Position]]:
        def cost(cell: int) -> float:
            river = 3.5 if land.drained[cell] > 250 else 0.0
            return (0.4 + 2.2 * max(rough[cell] + 0.4, 0.0) + river) if cell in inside else 400.0

        body = grow(GRID, {GRID.cell_at(start): (0, 0.0)}, cost, limit=cells, diagonal=True)
        partition = Partition(
            GRID,
            body,
            lambda line: simplify(roughen(simplify(smooth(line, 4), 0.006), rng, 0.06), 0.0005),
            corners,
        )
        return partition.polygons({0})[0][:1]

    features = []
    for number, (name, local, english, kind, iucn, year, start, cells) in enumerate(_PROTECTED):
        features.append(_protected(number, name, local, english, kind, iucn, year, outline(start, cells)))
    heritage = outline((24.90, 0.52), 1150)
    features.append(
        _protected(6, "Monts Tessou", "Site du patrimoine mondial", "World Heritage Site (natural)",
                   "International", "Not Applicable", 1996, heritage, criteria="(vii)(x)", status="Inscribed")
    )  # fmt: skip
    _cross(features[2]["geometry"]["coordinates"][0][0])
    point = _protected(7, "Sources de la Lwa", "Réserve Communautaire", "Community Reserve", "National", "VI",
                       2016, None, status="Proposed")  # fmt: skip
    point["geometry"] = {"type": "Point", "coordinates": [23.99, -0.81]}
    point["properties"].update(REP_AREA=96.5, PA_DEF="0")
    return [*features, point]


def _protected(
    number: int, name: str, local: str, english: str, kind: str, iucn: str, year: int,
    polygon: list[list[Position]] | None, criteria: str = "Not Applicable", status: str = "Designated",
) -> dict[str, Any]:  # fmt: skip
    km2 = round(abs(area(polygon[0])) * KM2_PER_SQUARE_DEGREE, 1) if polygon else 0.0
    key = 990001 + number
    properties = {
        "WDPAID": key,
        "WDPA_PID": str(key),
        "PA_DEF": "1",
        "NAME": name,
        "ORIG_NAME": f"{local} {name}" if kind == "National" else name,
        "DESIG": local,
        "DESIG_ENG": english,
        "DESIG_TYPE": kind,
        "IUCN_CAT": iucn,
        "INT_CRIT": criteria,
        "MARINE": "0",
        "REP_M_AREA": 0.0,
        "GIS_M_AREA": 0.0,
        "REP_AREA": round(km2 * 1.03),
        "GIS_AREA": km2,
        "NO_TAKE": "Not Applicable",
        "NO_TK_AREA": 0.0,
        "STATUS": "Inscribed" if kind == "International" and status == "Inscribed" else status,
        "STATUS_YR": year,
        "GOV_TYPE": "Federal or national ministry or agency",
        "OWN_TYPE": "State",
        "MANG_AUTH": "Institut fictif de la nature",
        "MANG_PLAN": "Not Reported",
        "VERIF": "Not Reported",
        "METADATAID": 0,
        "SUB_LOC": "Not Reported",
        "PARENT_ISO": ISO3,
        "ISO3": ISO3,
    }
    geometry = {"type": "MultiPolygon", "coordinates": [polygon]} if polygon else None
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _cross(ring: list[Position]) -> None:
    """Make a ring cross itself, as a slip of digitising does: a stretch of it is run backwards."""
    first = len(ring) // 3
    ring[first : first + 9] = ring[first : first + 9][::-1]


def titles(seed: str) -> list[dict[str, Any]]:
    """GeoJSON features of mining titles: stair-stepped blocks of whole carrés."""
    rng = Random(f"{seed} titles")
    cadastre = Grid(west=21.9, south=-1.75, size=SQUARE, columns=444, rows=456)
    corners = _exact(cadastre)
    features = []
    for number, (kind, group, holder, status, expiry, start, squares) in enumerate(_TITLES):
        body = _blocks(rng, cadastre, cadastre.cell_at(start), squares)
        partition = Partition(cadastre, body, _turns, corners, decimals=7)
        name = f"ZEA-{901 + number}" if kind == "ZEA" else str(90010 + 7 * number)
        properties = {"name": name, "type": kind, "parties": holder, "statut": status, "date_de1": expiry,
                      "group": group}  # fmt: skip
        geometry = {"type": "MultiPolygon", "coordinates": partition.polygons({0})}
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    return features


def _blocks(rng: Random, cadastre: Grid, start: int, squares: int) -> dict[int, int]:
    """About so many carrés around a cell, as rectangles that lean on each other: applicants draw boxes."""
    row, column = divmod(start, cadastre.columns)
    body: dict[int, int] = {}
    side = max(int((squares / 2.2) ** 0.5), 2)
    while len(body) < squares * 0.9:
        wide, high = (max(2, round(side * rng.uniform(0.55, 1.5))) for _ in range(2))
        left = column - rng.randint(0, wide - 1)
        low = row - rng.randint(0, high - 1)
        body.update(
            {r * cadastre.columns + c: 0 for r in range(low, low + high) for c in range(left, left + wide)}
        )
        row += rng.randint(-side // 2, side // 2)
        column += rng.randint(-side // 2, side // 2)
        if row * cadastre.columns + column not in body:
            row, column = divmod(start, cadastre.columns)
    return body


def _exact(cadastre: Grid) -> list[Position]:
    """Corners of the carrés at whole multiples of 30 arc seconds."""
    west, south = round(cadastre.west / SQUARE), round(cadastre.south / SQUARE)
    return [
        ((west + column) / 120, (south + row) / 120)
        for row in range(cadastre.rows + 1)
        for column in range(cadastre.columns + 1)
    ]


def _turns(line: list[Position]) -> list[Position]:
    """Only the corners where the outline turns."""
    kept = [line[0]]
    for a, b, c in zip(line, line[1:], line[2:]):
        if (a[0] == b[0]) != (b[0] == c[0]):
            kept.append(b)
    return [*kept, line[-1]]
