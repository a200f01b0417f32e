"""GeoPackages of made-up sites and areas for bench/overlap.py, the same ones on every run.

Areas are stars with 1/f noise on a jittered grid of 1,500 km around the middle of DR Congo, a third of them in
pairs that overlap; sites lie in 300 clusters, a sixth of these on the edge of an area.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import shapely
from osgeo import ogr, osr

WEST, SOUTH, SIDE = 18.0, -10.0, 13.5
N_CLUSTERS = 300
CLUSTER_DEGREES = 0.08
_FEW_AREAS = 1_000


def stars(n: int) -> np.ndarray:
    """n polygons of 1,000 to 50,000 corners, median 4,500 where they are few, 2,000 where they are many."""
    rng = np.random.default_rng(n)
    columns = int(np.ceil(np.sqrt(n)))
    spacing = SIDE / columns
    place = rng.permutation(columns * columns)[:n]
    centre = np.column_stack([place % columns, place // columns]) + 0.5
    moved = rng.random(n) < 1 / 6
    centre[moved] += rng.choice([-0.5, 0.5], (moved.sum(), 2))
    centre = centre * spacing + (WEST, SOUTH)
    radius = spacing * rng.uniform(0.2, 0.45, n)
    median = 4_000 if n <= _FEW_AREAS else 2_000
    size = np.clip(median * np.exp(rng.normal(0, 0.9, n)), 1_000, 50_000).astype(int)
    return np.array([_star(*row, rng) for row in zip(centre, radius, size.tolist())], dtype=object)


def _star(centre: np.ndarray, radius: float, n: int, rng: np.random.Generator) -> shapely.Polygon:
    wave = np.arange(1, n // 2 + 1)
    spectrum = np.zeros(n // 2 + 1, dtype=complex)
    spectrum[1:] = rng.normal(size=(len(wave), 2)) @ np.array([1, 1j]) / wave**1.2
    noise = np.fft.irfft(spectrum, n)
    away = radius * np.exp(0.25 * noise / noise.std())
    angle = np.arange(n) * 2 * np.pi / n
    return shapely.Polygon(np.column_stack([away * np.cos(angle), away * np.sin(angle)]) + centre)


def clusters(n: int, areas: np.ndarray) -> np.ndarray:
    """n points (n, 2) in degrees."""
    rng = np.random.default_rng(n)
    centre = rng.uniform(0, SIDE, (N_CLUSTERS, 2)) + (WEST, SOUTH)
    for number in range(N_CLUSTERS // 6):
        ring = shapely.get_coordinates(areas[rng.integers(len(areas))])
        centre[number] = ring[rng.integers(len(ring))]
    return centre[rng.integers(0, N_CLUSTERS, n)] + rng.normal(0, CLUSTER_DEGREES, (n, 2))


def write_areas(path: Path, n: int) -> None:
    """Areas with NAME and IUCN_CAT."""
    fields = (("NAME", ogr.OFTString), ("IUCN_CAT", ogr.OFTString))
    _write(path, stars(n), fields, ((f"a{number}", "II") for number in range(n)), ogr.wkbPolygon)


def write_sites(path: Path, n: int, areas: Path) -> None:
    """Sites with pcode, workers and mineral."""
    layer = ogr.Open(str(areas))
    polygons = shapely.from_wkb([bytes(row.GetGeometryRef().ExportToWkb()) for row in layer.GetLayer(0)])
    fields = (("pcode", ogr.OFTString), ("workers", ogr.OFTInteger), ("mineral", ogr.OFTString))
    rows = ((f"s{number}", number % 97, "gold") for number in range(n))
    _write(path, shapely.points(clusters(n, polygons)), fields, rows, ogr.wkbPoint)


def _write(path: Path, geometries: np.ndarray, fields, rows, kind: int) -> None:
    unfinished = path.with_suffix(".part.gpkg")
    unfinished.unlink(missing_ok=True)
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(unfinished))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4326)
    layer = file.CreateLayer(path.stem, crs, kind)
    for name, field_kind in fields:
        layer.CreateField(ogr.FieldDefn(name, field_kind))
    layer.StartTransaction()
    for geometry, row in zip(geometries, rows):
        feature = ogr.Feature(layer.GetLayerDefn())
        for place, value in enumerate(row):
            feature.SetField(place, value)
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(shapely.to_wkb(geometry)))
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    del layer, file
    unfinished.rename(path)
