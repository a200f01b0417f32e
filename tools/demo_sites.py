"""Mine sites of the invented land, clustered along mineral belts, with what does not change of them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from demo_land import TERRITORIES, Land
from demo_names import Names
from demo_places import Places
from demo_shapes import Position, distance_km

N_SITES = 300
FIRST_PCODE = 90001

# centre, strike (lon, lat per step), sites, minerals with weights
_GOLD = {("Or",): 92, ("Or", "Argent"): 1, ("Or", "Cassitérite"): 3, ("Or", "Coltan"): 1}
_TIN = {("Cassitérite",): 44, ("Cassitérite", "Coltan"): 22, ("Coltan",): 14, ("Coltan", "Cassitérite"): 8,
        ("Wolframite",): 6, ("Cassitérite", "Or"): 4, ("Cassitérite", "Coltan", "Wolframite"): 4,
        ("Minerais mixtes (Cassitérite/Coltan)",): 0.5}  # fmt: skip
_DIAMOND = {("Diamant",): 10, ("Diamant", "Or"): 3}
_COPPER = {("Cuivre",): 5, ("Cuivre", "Cobalt"): 5, ("Cobalt",): 2, ("Manganèse",): 1}
_GEMS = {("Tourmaline",): 4, ("Améthyste",): 1}
BELTS = [
    ((22.62, 1.24), (0.07, 0.02), 11, _GOLD),
    ((22.86, 1.20), (0.06, 0.02), 18, _GOLD),
    ((23.06, 1.08), (0.05, 0.04), 10, _GOLD),
    ((23.24, 1.19), (0.07, 0.03), 20, _GOLD),
    ((23.52, 1.30), (0.05, 0.05), 8, _GOLD),
    ((23.30, 0.76), (0.05, -0.03), 6, _GOLD),
    ((24.80, 1.02), (0.04, 0.05), 17, _GOLD),
    ((24.98, 0.74), (0.03, 0.07), 12, _GOLD),
    ((25.18, 0.86), (0.03, 0.05), 9, _GOLD),
    ((24.78, 0.42), (0.01, 0.06), 7, _GOLD),
    ((25.02, -0.14), (0.03, 0.06), 9, _GOLD),
    ((24.30, 0.74), (0.03, 0.06), 7, _GOLD),
    ((24.12, -0.58), (0.06, 0.05), 32, _TIN),
    ((24.36, -0.40), (0.04, 0.05), 22, _TIN),
    ((24.02, -0.86), (0.04, 0.03), 14, _TIN),
    ((24.82, -0.72), (0.02, 0.07), 18, _TIN),
    ((24.72, -1.08), (0.03, 0.05), 11, _TIN),
    ((22.72, 0.62), (0.02, 0.08), 12, _DIAMOND),
    ((23.18, -0.62), (0.05, 0.02), 6, _DIAMOND),
    ((23.55, -1.09), (0.06, 0.03), 13, _COPPER),
    ((24.62, 1.30), (0.04, 0.04), 3, _GEMS),
]
_ORIGINS = {"GPS": 86, "Approximation": 7, "GPS ": 1, "GPS (village)": 2, "Numérisation (village)": 1,
            "GPS (Approximation)": 1, "Ancienne base": 1, "Landsat ETM+": 1}  # fmt: skip
_OLD_PROVINCE = {"Ngalara": "Ngalara", "Haut-Tessou": "Orientale-Tessou", "Bas-Orvimba": "Orientale-Tessou"}


@dataclass
class Site:
    """What does not change between the visits of a site."""

    pcode: str
    name: str
    position: Position
    origin: str
    province: str
    province_old: str | None
    territory: str
    chiefdom: str | None
    grouping: str | None
    village: str | None
    minerals: tuple[str, ...]
    workers: float
    road_km: float
    rebel: float
    market: str
    destination: str


def weighted(rng: Random, weights: dict):
    """One key of a dictionary of weights."""
    return rng.choices(list(weights), list(weights.values()))[0]


def make_sites(seed: str, land: Land, places: Places, names: Names) -> list[Site]:
    """The sites in the order of their P-codes."""
    rng = Random(f"{seed} sites")
    spots = _spots(rng, land, places)
    vertices = [position for road in places.roads for position in road.line]
    towns = [(town, places.position(town)) for town in places.towns]
    chiefdoms = [[names.plain() for _ in range(3)] for _ in TERRITORIES]
    groupings = {number: [names.plain() for _ in range(3)] for number in range(len(BELTS) + 1)}
    villages = {number: [names.plain() for _ in range(5)] for number in range(len(BELTS) + 1)}
    sites: list[Site] = []
    for number, (position, belt, minerals) in enumerate(spots):
        territory = places.territory_at(position)
        name, _, province = TERRITORIES[territory]
        given = [site.name.strip() for site in sites]
        road_km = min(distance_km(position, vertex) for vertex in vertices)
        near = sorted(towns, key=lambda pair: distance_km(position, pair[1]))
        big = [town for town, _ in near if town.kind == "capital"]
        village = rng.choice(villages[belt]) if rng.random() < 0.88 else None
        sites.append(
            Site(
                pcode=f"codmine{FIRST_PCODE + number}",
                name=names.site(given, villages[belt]) + (" " if rng.random() < 0.03 else ""),
                position=position,
                origin=weighted(rng, _ORIGINS),
                province=province,
                province_old=_OLD_PROVINCE[province] if rng.random() < 0.96 else None,
                territory=_written(rng, name),
                chiefdom=chiefdoms[territory][belt % 3] if rng.random() < 0.93 else None,
                grouping=_stray(rng, rng.choice(groupings[belt])) if rng.random() < 0.86 else None,
                village=_stray(rng, village) if village else None,
                minerals=minerals,
                workers=min(rng.lognormvariate(3.8, 1.42) * (4 if rng.random() < 0.02 else 1), 2900.0),
                road_km=road_km,
                rebel=_rebel(position),
                market=near[0][0].name,
                destination=big[0].name,
            )
        )
    return sites


def _rebel(position: Position) -> float:
    """How much of the land around is held by armed groups, 0..1: the north-eastern corner."""
    x, y = position
    return min(max(1.25 - distance_km((25.05, 0.92), (x, y)) / 52, 0.0), 1.0)


def _spots(rng: Random, land: Land, places: Places) -> list[tuple[Position, int, tuple[str, ...]]]:
    spots: list[tuple[Position, int, tuple[str, ...]]] = []

    def fits(position: Position) -> bool:
        return places.territory_at(position) >= 0 and not places.in_lake(position)

    for belt, (centre, strike, count, minerals) in enumerate(BELTS):
        made = 0
        while made < count:
            along, across = rng.gauss(0, 1.35), rng.gauss(0, 0.42)
            x = round(centre[0] + strike[0] * along - strike[1] * across, 6)
            y = round(centre[1] + strike[1] * along + strike[0] * across, 6)
            if fits((x, y)):
                spots.append(((x, y), belt, weighted(rng, minerals)))
                made += 1
    while len(spots) < N_SITES:
        position = (round(rng.uniform(22.1, 25.4), 6), round(rng.uniform(-1.35, 1.7), 6))
        if fits(position):
            spots.append((position, len(BELTS), weighted(rng, _GOLD)))
    for first, second in ((20, 21), (160, 161)):  # two sites at one place, twice
        spots[second] = (spots[first][0], *spots[second][1:])
    return spots


def _written(rng: Random, territory: str) -> str:
    """A territory as teams write it: a stray blank, a missing accent."""
    draw = rng.random()
    if draw < 0.02:
        return f"{territory} "
    if draw < 0.04:
        return territory.replace("é", "e").replace("É", "E")
    return territory


def _stray(rng: Random, text: str) -> str:
    return f"{text} " if rng.random() < 0.02 else text
