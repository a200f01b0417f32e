"""Towns where rivers, chief places and roads suggest them; roads by the cheapest way between them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from demo_land import GRID, PROVINCES, TERRITORIES, Land
from demo_names import Names
from demo_shapes import (
    Position,
    cheapest_path,
    contains,
    distance_km,
    roughen,
    rounded,
    simplify,
    smooth,
)

N_TOWNS = 40
CAPITALS = {"Koubessi": "Ngalara", "Bressanga": "Haut-Tessou", "Péralo": "Bas-Orvimba"}
NATIONAL_CAPITAL = "Koubessi"
# Territory chief towns on national roads, linked in this order to what is already built.
NATIONAL = ["Bressanga", "Péralo", "Touréka", "Zémara", "Ilwema"]


@dataclass(frozen=True)
class Town:
    name: str
    kind: str  # capital, town or village
    population: int
    cell: int
    territory: int


@dataclass(frozen=True)
class Road:
    name: str
    kind: str  # national or provincial
    surface: str
    line: tuple[Position, ...]


class Places:
    """Towns and roads of the land; positions of towns lie on the roads."""

    def __init__(self, seed: str, land: Land, names: Names) -> None:
        self.land, self.names = land, names
        self.spots = GRID.centres(Random(f"{seed} roads"), 0.38)
        self.polygons = [land.borders.polygons({k}) for k in range(len(TERRITORIES))]
        self._beach = GRID.dilate(land.lake_of)
        self._dry = set(land.territory_of) - self._beach
        self.towns = self._towns(Random(f"{seed} towns"))
        self.roads = self._roads(Random(f"{seed} road bends"))

    def territory_at(self, position: Position) -> int:
        """Number of the territory whose final polygon holds the position, -1 outside the country."""
        for number, polygons in enumerate(self.polygons):
            if any(contains(polygon, position) for polygon in polygons):
                return number
        return -1

    def in_lake(self, position: Position) -> bool:
        """Whether a position is in or within a cell of a lake."""
        return GRID.cell_at(position) in self._beach

    def position(self, town: Town) -> Position:
        return tuple(round(value, 5) for value in self.spots[town.cell])

    def _towns(self, rng: Random) -> list[Town]:
        rivers = GRID.dilate(self.land.river_cells)
        inner = self._dry - GRID.dilate(set(range(GRID.n)) - set(self.land.territory_of), 4)
        candidates = sorted(inner)
        towns: list[Town] = []
        for number, (name, seed, _) in enumerate(TERRITORIES):
            near = [cell for cell in candidates if self.land.territory_of[cell] == number and cell in rivers]
            cell = min(near, key=lambda cell: distance_km(GRID.centre(cell), seed))
            kind = "capital" if name in CAPITALS else "town"
            people = rng.randint(90, 240) * 1000 if kind == "capital" else rng.randint(12, 58) * 1000
            people = 412_000 if name == NATIONAL_CAPITAL else people
            towns.append(Town(name, kind, people + rng.randint(-400, 400), cell, number))
        while len(towns) < N_TOWNS:
            cell = rng.choice(candidates)
            apart = min(distance_km(GRID.centre(cell), GRID.centre(town.cell)) for town in towns)
            number = self.territory_at(self.spots[cell])
            if apart < 21 or number < 0 or (cell not in rivers and rng.random() < 0.6):
                continue
            kind = "town" if len(towns) < 16 else "village"
            people = rng.randint(8000, 26000) if kind == "town" else int(400 + 9000 * rng.random() ** 2.4)
            towns.append(Town(self.names.plain(), kind, people, cell, number))
        return towns

    def _roads(self, rng: Random) -> list[Road]:
        by_name = {town.name: town for town in self.towns}
        cells_of_towns = {town.cell for town in self.towns}
        built: dict[frozenset[int], tuple[str, str]] = {}
        network = {by_name[NATIONAL_CAPITAL].cell}
        used: set[int] = set(network)

        def step_cost(cell: int, other: int) -> float | None:
            if other not in self._dry:
                return None
            if frozenset((cell, other)) in built:
                return 0.15
            slope = abs(self.land.filled[cell] - self.land.filled[other])
            wading = 3.0 if other in self.land.river_cells else 0.0
            return 1.0 + 28.0 * slope + wading

        def link(town: Town, name: str, kind: str, goals: set[int]) -> bool:
            path = cheapest_path(GRID, town.cell, goals, step_cost)
            for cell, other in zip(path, path[1:]):
                built.setdefault(frozenset((cell, other)), (name, kind))
            used.update(path)
            return bool(path)

        for number, name in enumerate(NATIONAL, start=1):
            link(by_name[name], f"RN {number}", "national", set(network))
            network.add(by_name[name].cell)
        rest = [town for town in self.towns if town.kind != "village" and town.cell not in network]
        for number, town in enumerate(rest, start=1):
            link(town, f"RP {100 + number}", "provincial", set(used) - {town.cell})
        villages = [town for town in self.towns if town.kind == "village"]
        for number, town in enumerate(villages, start=1 + len(rest)):
            if rng.random() < 0.62:
                link(town, f"RP {100 + number}", "provincial", set(used) - {town.cell})
        return self._road_lines(built, cells_of_towns, rng)

    def _road_lines(
        self, built: dict[frozenset[int], tuple[str, str]], stops: set[int], rng: Random
    ) -> list[Road]:
        """Roads cut at towns and junctions, where the position of the cell is kept."""
        ways: dict[int, list[int]] = {}
        for edge in sorted(built, key=sorted):
            a, b = sorted(edge)
            ways.setdefault(a, []).append(b)
            ways.setdefault(b, []).append(a)
        nodes = {
            cell
            for cell, others in ways.items()
            if len(others) != 2 or cell in stops or len({built[frozenset((cell, o))] for o in others}) > 1
        }
        roads, done = [], set()
        for node in sorted(nodes):
            for following in sorted(ways[node]):
                edge = frozenset((node, following))
                if edge in done:
                    continue
                path = [node, following]
                while path[-1] not in nodes:
                    path.append(next(k for k in ways[path[-1]] if k != path[-2]))
                done |= {frozenset(pair) for pair in zip(path, path[1:])}
                name, kind = built[edge]
                line = smooth([self.spots[k] for k in path], 2)
                line = rounded(simplify(roughen(line, rng, 0.10), 0.0004))
                surface = "terre" if kind == "provincial" or rng.random() < 0.45 else "bitume"
                roads.append(Road(name, kind, surface, tuple(line)))
        return sorted(roads, key=lambda road: (road.kind, road.name, road.line[0]))


def province_number(territory: int) -> int:
    """Number of the province of a territory."""
    return PROVINCES.index(TERRITORIES[territory][2])
