"""The invented land: relief, lakes in its hollows, rivers that run down it, provinces that follow rivers."""

from __future__ import annotations

import heapq
from random import Random

from demo_shapes import (
    Grid,
    Partition,
    Position,
    grow,
    noise,
    roughen,
    rounded,
    simplify,
    smooth,
)

GRID = Grid(west=21.9, south=-1.75, size=0.01, columns=370, rows=380)
N_LAKES = 3
LAKE_DEPTH = 0.004  # shallower hollows are marsh
RIVER_CELLS = 100  # drained cells from which a stream is drawn
SHORTEST_RIVER = 16  # cells

# label, seed (lon, lat), chief town, province; the order gives the P-codes
TERRITORIES = [
    ("Zémara", (22.95, 1.25), "Ngalara"),
    ("Koubessi", (23.55, 1.50), "Ngalara"),
    ("Orindo", (22.75, 0.45), "Ngalara"),
    ("Dalvoro", (23.50, 0.70), "Ngalara"),
    ("Tessoumi", (24.25, 1.30), "Haut-Tessou"),
    ("Ilwema", (24.85, 0.95), "Haut-Tessou"),
    ("Bressanga", (24.20, 0.45), "Haut-Tessou"),
    ("Marouvé", (24.95, 0.15), "Haut-Tessou"),
    ("Nassindi", (22.80, -0.45), "Bas-Orvimba"),
    ("Péralo", (23.55, -0.20), "Bas-Orvimba"),
    ("Touréka", (23.45, -0.95), "Bas-Orvimba"),
    ("Ouvélo", (24.30, -0.65), "Bas-Orvimba"),
]
PROVINCES = ["Ngalara", "Haut-Tessou", "Bas-Orvimba"]
COUNTRY = "Kessouma"


class Land:
    """Relief, water and administrative borders, all on GRID."""

    def __init__(self, seed: str) -> None:
        self.height = _relief(Random(f"{seed} relief"))
        self._drain(Random(f"{seed} drainage"))
        self.lake_of = self._lakes()
        self._beach = GRID.dilate(self.lake_of)
        self.territory_of = self._territories(Random(f"{seed} borders"))
        self._detail = Random(f"{seed} detail")
        corners = GRID.corners(Random(f"{seed} corners"), 0.35)
        self.borders = Partition(GRID, self.territory_of, self._natural, corners)
        self.shores = Partition(GRID, self.lake_of, self._natural, corners)
        self.centres = GRID.centres(Random(f"{seed} rivers"), 0.42)
        self.rivers = self._rivers()
        self.river_cells = {cell for river in self.rivers for part in river for cell in part}

    def _natural(self, line: list[Position]) -> list[Position]:
        return simplify(roughen(smooth(line, 4), self._detail, 0.13), 0.0004)

    def _drain(self, rng: Random) -> None:
        """Flood the relief from the frame inwards: each cell drains to the one it was reached from."""
        bed = [height + rng.random() * 0.012 for height in self.height]
        self.filled = list(bed)
        self.downstream = [-1] * GRID.n
        last_row, last_column = GRID.rows - 1, GRID.columns - 1
        queue = []
        seen = [False] * GRID.n
        for cell in range(GRID.n):
            row, column = divmod(cell, GRID.columns)
            if row in (0, last_row) or column in (0, last_column):
                queue.append((bed[cell], cell))
                seen[cell] = True
        heapq.heapify(queue)
        order = []
        while queue:
            level, cell = heapq.heappop(queue)
            order.append(cell)
            for other, _ in GRID.neighbours(cell):
                if not seen[other]:
                    seen[other] = True
                    self.downstream[other] = cell
                    self.filled[other] = max(bed[other], level)
                    heapq.heappush(queue, (self.filled[other], other))
        self.depth = [filled - height for filled, height in zip(self.filled, bed)]
        self.drained = [1] * GRID.n
        for cell in reversed(order):
            if self.downstream[cell] >= 0:
                self.drained[self.downstream[cell]] += self.drained[cell]

    def _lakes(self) -> dict[int, int]:
        """The largest hollows of the relief that lie well inside the frame, numbered by size."""
        wet = {cell for cell in range(GRID.n) if self.depth[cell] > LAKE_DEPTH}
        core = {k for k in wet if all(other in wet for other, _ in GRID.neighbours(k))}
        wet = GRID.dilate(core)  # without inlets one or two cells wide, which are rivers
        bodies = []
        while wet:
            body, stack = set(), [min(wet)]
            while stack:
                cell = stack.pop()
                if cell in wet:
                    wet.discard(cell)
                    body.add(cell)
                    stack += [other for other, _ in GRID.neighbours(cell, diagonal=False)]
            if all(
                abs(GRID.centre(k)[0] - 23.75) < 1.35 and abs(GRID.centre(k)[1] - 0.2) < 1.3 for k in body
            ):
                bodies.append(body)
        bodies.sort(key=lambda body: (-len(body), min(body)))
        return {cell: number for number, body in enumerate(bodies[:N_LAKES]) for cell in _unholed(body)}

    def _territories(self, rng: Random) -> dict[int, int]:
        """Growth from the seeds; rivers and lakes are costly to cross, so many borders follow them."""
        rough = noise(rng, GRID, 40, 5, 0.6)
        seeds = {GRID.cell_at(seed): (number, 0.0) for number, (_, seed, _) in enumerate(TERRITORIES)}
        for k in range(0, 360, 12):
            for column, row in ((k + 5, 0), (k + 5, GRID.rows - 1), (0, k + 5), (GRID.columns - 1, k + 5)):
                seeds[row * GRID.columns + column] = (-1, rng.random() * 45)

        def cost(cell: int) -> float:
            water = 5.0 if cell in self.lake_of else 0.0
            if self.drained[cell] > 220:
                water += min(self.drained[cell] / 150, 18.0)
            return 0.6 + 3.0 * max(rough[cell] + 0.35, 0.0) + water

        return {cell: label for cell, label in grow(GRID, seeds, cost).items() if label >= 0}

    def _rivers(self) -> list[list[list[int]]]:
        """Rivers by drained area, each as runs of cells from source to mouth, without the lakes."""
        kept = GRID.dilate(self.territory_of)
        upstream: dict[int, list[int]] = {}
        for cell in range(GRID.n):
            if self.drained[cell] >= RIVER_CELLS and self.downstream[cell] >= 0:
                upstream.setdefault(self.downstream[cell], []).append(cell)
        mouths = [
            cell for cell in range(GRID.n) if self.downstream[cell] < 0 and self.drained[cell] >= RIVER_CELLS
        ]
        rivers = []
        stack = [(-1, mouth) for mouth in sorted(mouths, key=lambda cell: -self.drained[cell])]
        while stack:
            joined, cell = stack.pop(0)
            course = [joined] if joined >= 0 else []
            while True:
                course.append(cell)
                above = sorted(upstream.get(cell, []), key=lambda other: (-self.drained[other], other))
                if not above:
                    break
                stack += [(cell, other) for other in above[1:]]
                cell = above[0]
            runs = self._runs(course[::-1], kept)
            if sum(len(run) for run in runs) >= SHORTEST_RIVER:
                rivers.append(runs)
        rivers.sort(key=lambda runs: (-sum(len(run) for run in runs), runs[0][0]))
        return rivers

    def _runs(self, course: list[int], kept: set[int]) -> list[list[int]]:
        """The parts of a course in the country and away from lakes; those that meet a lake reach into it."""
        runs: list[list[int]] = [[]]
        for cell in course:
            if cell not in kept or cell in self._beach:
                runs[-1] += self._into_lake(cell)
                runs.append(self._into_lake(cell)[::-1])
            else:
                runs[-1].append(cell)
        return [run for run in runs if len(run) > 5]

    def _into_lake(self, cell: int) -> list[int]:
        """A cell on the beach and the lake cell beside it."""
        lake = [other for other, _ in GRID.neighbours(cell, diagonal=False) if other in self.lake_of]
        return [cell, *lake[:1]] if cell in self._beach and cell not in self.lake_of else []

    def river_lines(self) -> list[list[list[Position]]]:
        """The rivers' positions, meandering."""
        return [
            [
                rounded(
                    simplify(
                        roughen(smooth([self.centres[k] for k in run], 1), self._detail, 0.26),
                        0.0005,
                    )
                )
                for run in river
            ]
            for river in self.rivers
        ]


def _relief(rng: Random) -> list[float]:
    """Heights without unit: highlands in the east cut by a rift, lowlands with a wide basin in the west."""
    hills = noise(rng, GRID, 96, 7, 0.52)
    bend = noise(rng, GRID, 120, 3)
    heights = []
    for cell in range(GRID.n):
        x, y = GRID.centre(cell)
        rift = (x - 24.55 - 0.22 * (y - 0.2)) + 0.22 * bend[cell]
        away = abs(rift)
        shoulder = max(0.0, 1 - abs(away - 0.2) / 0.28) ** 2
        trough = max(0.0, 1 - away / 0.13) ** 2
        basin = max(0.0, 1 - ((x - 23.0) ** 2 + (y - 0.1) ** 2) / 0.5)
        heights.append(
            0.28 * (x - 21.9)
            + 0.36 * hills[cell]
            + 0.35 * shoulder
            - 0.55 * trough * max(0.0, 1 - abs(y - 0.35) / 0.9)
            - 0.22 * basin * basin
        )
    return heights


def _unholed(body: set[int]) -> set[int]:
    """A lake without islands smaller than five cells."""
    columns = [cell % GRID.columns for cell in body]
    rows = [cell // GRID.columns for cell in body]
    around = {
        row * GRID.columns + column
        for row in range(min(rows) - 1, max(rows) + 2)
        for column in range(min(columns) - 1, max(columns) + 2)
    } - body
    filled = set(body)
    while around:
        island, stack = set(), [min(around)]
        while stack:
            cell = stack.pop()
            if cell in around:
                around.discard(cell)
                island.add(cell)
                stack += [other for other, _ in GRID.neighbours(cell, diagonal=False)]
        if len(island) < 5:
            filled |= island
    return filled
