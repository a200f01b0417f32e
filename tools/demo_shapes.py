"""Shapes on a grid: value noise, growth by cost, and labelled cells turned into shared smooth borders.

A position is a pair (lon, lat) in degrees. A cell has the number row * columns + column, rows going
north. Only additions, products and square roots are used, which give the same result on every machine.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from math import sqrt
from random import Random

Position = tuple[float, float]
DIAGONAL = sqrt(2.0)


class Grid:
    """A frame of square cells: origin (degrees), cell size (degrees), columns and rows."""

    def __init__(self, west: float, south: float, size: float, columns: int, rows: int) -> None:
        self.west, self.south, self.size = west, south, size
        self.columns, self.rows = columns, rows
        self.n = columns * rows

    def cell_at(self, position: Position) -> int:
        column = int((position[0] - self.west) / self.size)
        row = int((position[1] - self.south) / self.size)
        return min(max(row, 0), self.rows - 1) * self.columns + min(max(column, 0), self.columns - 1)

    def centre(self, cell: int) -> Position:
        row, column = divmod(cell, self.columns)
        return (self.west + (column + 0.5) * self.size, self.south + (row + 0.5) * self.size)

    def centres(self, rng: Random, spread: float) -> list[Position]:
        """Cell centres moved at random by up to `spread` cells, so that lines lose the grid's directions."""
        moved = []
        for cell in range(self.n):
            x, y = self.centre(cell)
            moved.append((x + self._shift(rng, spread), y + self._shift(rng, spread)))
        return moved

    def corners(self, rng: Random, spread: float) -> list[Position]:
        """The (columns + 1) * (rows + 1) corners of the cells, moved at random like the centres."""
        return [
            (
                self.west + column * self.size + self._shift(rng, spread),
                self.south + row * self.size + self._shift(rng, spread),
            )
            for row in range(self.rows + 1)
            for column in range(self.columns + 1)
        ]

    def _shift(self, rng: Random, spread: float) -> float:
        return (rng.random() * 2 - 1) * spread * self.size

    def neighbours(self, cell: int, diagonal: bool = True) -> list[tuple[int, float]]:
        """Neighbouring cells with their distance in cells."""
        row, column = divmod(cell, self.columns)
        found = []
        for d_row in (-1, 0, 1):
            for d_column in (-1, 0, 1):
                if d_row == d_column == 0 or (not diagonal and d_row and d_column):
                    continue
                if 0 <= row + d_row < self.rows and 0 <= column + d_column < self.columns:
                    step = DIAGONAL if d_row and d_column else 1.0
                    found.append((cell + d_row * self.columns + d_column, step))
        return found

    def dilate(self, cells: Iterable[int], times: int = 1) -> set[int]:
        grown = set(cells)
        for _ in range(times):
            grown |= {other for cell in grown for other, _ in self.neighbours(cell)}
        return grown


def noise(rng: Random, grid: Grid, longest: float, octaves: int, gain: float = 0.5) -> list[float]:
    """Smooth random values per cell, about -1..1: octaves of halving wavelength, `longest` in cells."""
    values = [0.0] * grid.n
    amplitude, wavelength = 1.0, longest
    for _ in range(octaves):
        width = int(grid.columns / wavelength) + 2
        knots = [rng.random() * 2 - 1 for _ in range(width * (int(grid.rows / wavelength) + 2))]
        across = []
        for column in range(grid.columns):
            left = int(column / wavelength)
            across.append((left, _ease(column / wavelength - left)))
        for row in range(grid.rows):
            low = int(row / wavelength)
            up = _ease(row / wavelength - low)
            line = [
                knots[low * width + k] * (1 - up) + knots[(low + 1) * width + k] * up for k in range(width)
            ]
            start = row * grid.columns
            for column, (left, right) in enumerate(across):
                values[start + column] += amplitude * (line[left] * (1 - right) + line[left + 1] * right)
        amplitude *= gain
        wavelength /= 2
    return values


def _ease(t: float) -> float:
    return t * t * (3 - 2 * t)


def grow(
    grid: Grid,
    seeds: dict[int, tuple[int, float]],
    cost: Callable[[int], float],
    limit: int | None = None,
    diagonal: bool = False,
) -> dict[int, int]:
    """Labels of the cells reached most cheaply from each seed.

    seeds: cell -> (label, head start). limit: stop after so many cells.
    """
    queue = [(start, cell, label) for cell, (label, start) in sorted(seeds.items())]
    heapq.heapify(queue)
    labels: dict[int, int] = {}
    while queue and (limit is None or len(labels) < limit):
        spent, cell, label = heapq.heappop(queue)
        if cell in labels:
            continue
        labels[cell] = label
        for other, step in grid.neighbours(cell, diagonal):
            if other not in labels:
                heapq.heappush(queue, (spent + step * cost(other), other, label))
    return labels


def cheapest_path(
    grid: Grid, start: int, goals: set[int], step_cost: Callable[[int, int], float | None]
) -> list[int]:
    """Cells from `start` to the nearest goal; step_cost gives None where there is no way."""
    queue = [(0.0, start, -1)]
    came_from: dict[int, int] = {}
    while queue:
        spent, cell, previous = heapq.heappop(queue)
        if cell in came_from:
            continue
        came_from[cell] = previous
        if cell in goals:
            path = [cell]
            while came_from[path[-1]] >= 0:
                path.append(came_from[path[-1]])
            return path[::-1]
        for other, step in grid.neighbours(cell):
            if other not in came_from:
                cost = step_cost(cell, other)
                if cost is not None:
                    heapq.heappush(queue, (spent + step * cost, other, cell))
    return []


def smooth(line: list[Position], passes: int) -> list[Position]:
    """Running mean of three positions; the ends stay, a closed line stays closed."""
    closed = line[0] == line[-1] and len(line) > 3
    for _ in range(passes):
        inner = [_mean3(a, b, c) for a, b, c in zip(line, line[1:], line[2:])]
        if closed:
            first = _mean3(line[-2], line[0], line[1])
            line = [first, *inner, first]
        else:
            line = [line[0], *inner, line[-1]]
    return line


def _mean3(a: Position, b: Position, c: Position) -> Position:
    return ((a[0] + 2 * b[0] + c[0]) / 4, (a[1] + 2 * b[1] + c[1]) / 4)


def roughen(line: list[Position], rng: Random, amplitude: float) -> list[Position]:
    """A midpoint per segment, displaced sideways by up to `amplitude` of the segment's length."""
    rough = [line[0]]
    for (x0, y0), (x1, y1) in zip(line, line[1:]):
        shift = (rng.random() * 2 - 1) * amplitude
        rough.append(((x0 + x1) / 2 - (y1 - y0) * shift, (y0 + y1) / 2 + (x1 - x0) * shift))
        rough.append((x1, y1))
    return rough


def simplify(line: list[Position], tolerance: float) -> list[Position]:
    """Douglas-Peucker; a closed line is cut in two at its farthest position first."""
    if len(line) < 4:
        return line
    if line[0] == line[-1]:
        x0, y0 = line[0]
        far = max(range(len(line)), key=lambda k: (line[k][0] - x0) ** 2 + (line[k][1] - y0) ** 2)
        return simplify(line[: far + 1], tolerance)[:-1] + simplify(line[far:], tolerance)
    keep = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        (x0, y0), (x1, y1) = line[first], line[last]
        length = sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2)
        worst, at = 0.0, -1
        for k in range(first + 1, last):
            away = abs((line[k][0] - x0) * (y1 - y0) - (line[k][1] - y0) * (x1 - x0)) / length
            if away > worst:
                worst, at = away, k
        if worst > tolerance:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [line[k] for k in sorted(keep)]


def rounded(line: Iterable[Position], decimals: int = 5) -> list[Position]:
    """Rounded positions without repeats in a row."""
    kept: list[Position] = []
    for x, y in line:
        position = (round(x, decimals), round(y, decimals))
        if not kept or kept[-1] != position:
            kept.append(position)
    return kept


class Partition:
    """Labelled cells (-1 = outside) as polygons whose neighbours share the same vertices."""

    def __init__(
        self,
        grid: Grid,
        labels: dict[int, int],
        finish: Callable[[list[Position]], list[Position]],
        corners: list[Position],
        decimals: int = 5,
    ) -> None:
        self.grid = grid
        self.labels = _without_checkerboards(grid, labels)
        self.corners = corners
        self._arcs = self._trace()
        self._lines = [
            rounded(finish([corners[node] for node in nodes]), decimals) for nodes, _, _ in self._arcs
        ]

    def _trace(self) -> list[tuple[list[int], int, int]]:
        """Arcs between nodes where three labels meet: (corners, label on the left, label on the right)."""
        width = self.grid.columns + 1
        steps: dict[int, dict[int, tuple[int, int]]] = {}
        touched = {
            cell // self.grid.columns * width + cell % self.grid.columns + step
            for cell in self.labels
            for step in (0, 1, width, width + 1)
        }
        for node in touched:
            row, column = divmod(node, width)
            here = self._label(row, column)
            left, below = self._label(row, column - 1), self._label(row - 1, column)
            if here != left:
                steps.setdefault(node, {})[node + width] = (left, here)
                steps.setdefault(node + width, {})[node] = (here, left)
            if here != below:
                steps.setdefault(node, {})[node + 1] = (here, below)
                steps.setdefault(node + 1, {})[node] = (below, here)
        arcs, done = [], set()
        ordered = sorted(steps)
        for closed in (False, True):
            for node in ordered:
                if not closed and len(steps[node]) == 2:
                    continue
                for following in sorted(steps[node]):
                    if (node, following) in done:
                        continue
                    left, right = steps[node][following]
                    nodes = [node, following]
                    while nodes[-1] != node and len(steps[nodes[-1]]) == 2:
                        nodes.append(next(k for k in steps[nodes[-1]] if k != nodes[-2]))
                    done |= set(zip(nodes, nodes[1:])) | set(zip(nodes[1:], nodes))
                    arcs.append((nodes, left, right))
        return arcs

    def _label(self, row: int, column: int) -> int:
        if 0 <= row < self.grid.rows and 0 <= column < self.grid.columns:
            return self.labels.get(row * self.grid.columns + column, -1)
        return -1

    def rings(self, members: set[int]) -> list[list[Position]]:
        """Closed rings around a union of labels, the inside on the left, outer rings first by area."""
        by_start: dict[int, tuple[int, list[Position]]] = {}
        for (nodes, left, right), line in zip(self._arcs, self._lines):
            if (left in members) == (right in members):
                continue
            forward = left in members
            start, end = (nodes[0], nodes[-1]) if forward else (nodes[-1], nodes[0])
            by_start[start] = (end, line if forward else line[::-1])
        rings = []
        while by_start:
            first = min(by_start)
            node, ring = by_start.pop(first)
            while node != first:
                node, line = by_start.pop(node)
                ring = ring + line[1:]
            rings.append(ring)
        return sorted(rings, key=lambda ring: -abs(area(ring)))

    def polygons(self, members: set[int]) -> list[list[list[Position]]]:
        """Polygons (outer ring, then holes) of a union of labels."""
        rings = self.rings(members)
        outer = [[ring] for ring in rings if area(ring) > 0]
        for hole in rings:
            if area(hole) < 0:
                next(polygon for polygon in outer if contains(polygon, hole[0])).append(hole)
        return outer


def _without_checkerboards(grid: Grid, labels: dict[int, int]) -> dict[int, int]:
    """Labels without two equal cells touching at a corner only, which would make rings ambiguous.

    Labelled cells keep clear of the frame.
    """
    labels, changed = dict(labels), True
    while changed:
        changed = False
        around = {cell - step for cell in labels for step in (0, 1, grid.columns, grid.columns + 1)}
        for cell in sorted(around):
            quad = [cell, cell + 1, cell + grid.columns, cell + grid.columns + 1]
            a, b, c, d = (labels.get(k, -1) for k in quad)
            if a == d and b != a and c != a:
                labels[quad[1]] = a
                changed = True
            elif b == c and a != b and d != b:
                labels[quad[0]] = b
                changed = True
    return labels


def area(ring: list[Position]) -> float:
    """Signed area in square degrees, positive when anticlockwise."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:])) / 2


def contains(polygon: list[list[Position]], position: Position) -> bool:
    """Whether a position lies in a polygon with holes (even-odd rule)."""
    x, y = position
    inside = False
    for ring in polygon:
        for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
            if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
                inside = not inside
    return inside


def distance_km(a: Position, b: Position) -> float:
    """Distance near the equator, where a degree is about 111.2 km both ways."""
    return 111.2 * sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2)
