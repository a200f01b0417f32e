"""Distances, circles and areas on the WGS 84 ellipsoid, in NumPy alone.

The formulas are here rather than taken from QGIS or pyproj because core must run without QGIS, pyproj
is no dependency, and a call per pair of points would cost more than the search itself.
Angles are degrees (EPSG:4326, longitude first), lengths metres.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import shapely

# WGS 84 (NIMA TR8350.2, 2000): semi-major axis and flattening.
A = 6378137.0
F = 1 / 298.257223563
B = A * (1 - F)
E2 = F * (2 - F)
# Normal curvature lies between these radii everywhere and in every direction.
RADIUS_MIN = B * B / A
RADIUS_MAX = A * A / B
MEAN_RADIUS = (2 * A + B) / 3
# Up to here from_chord measures geodesics.
LONGEST_CHORD_M = 100_000.0

_MAX_ROUNDS = 60
_CONVERGED_RAD = 1e-14
_CIRCLE_VERTICES = 180
_CORNERS_IN_BLOCK = 500_000
_CORNERS_A_GEOMETRY_IS_WORTH = 25  # what each one costs beside its corners


def to_cartesian(lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    """Earth-centred coordinates in metres, shape (..., 3), of points on the ellipsoid."""
    lam, phi = np.radians(lon), np.radians(lat)
    sin_phi = np.sin(phi)
    normal = A / np.sqrt(1 - E2 * sin_phi**2)
    ring = normal * np.cos(phi)
    return np.stack([ring * np.cos(lam), ring * np.sin(lam), normal * (1 - E2) * sin_phi], axis=-1)


def axis_distance(lat: np.ndarray) -> np.ndarray:
    """Distance in metres from the Earth's axis: the radius of the parallel."""
    phi = np.radians(lat)
    return A * np.cos(phi) / np.sqrt(1 - E2 * np.sin(phi) ** 2)


def metres_per_degree(lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Metres per degree of longitude and per degree of latitude."""
    meridian = A * (1 - E2) / (1 - E2 * np.sin(np.radians(lat)) ** 2) ** 1.5
    return axis_distance(lat) * np.pi / 180, meridian * np.pi / 180


def widened(chord_m: np.ndarray) -> np.ndarray:
    """A chord within which the geodesically nearest of several points must lie.

    chord_m: straight-line distance through the Earth to one of the points. A geodesic is longer than its
    chord c by about c**3 / (24 R**2), R between RADIUS_MIN and RADIUS_MAX, so two points can only change
    places if their chords differ by less than the spread of that term; twice the spread is allowed.
    """
    spread = (1 / RADIUS_MIN**2 - 1 / RADIUS_MAX**2) / 24
    return chord_m * (1 + 2 * spread * chord_m**2) + 1e-6


def inverse(lon1: np.ndarray, lat1: np.ndarray, lon2: np.ndarray, lat2: np.ndarray) -> np.ndarray:
    """Geodesic distance in metres between points; arrays broadcast."""
    return inverse_and_azimuth(lon1, lat1, lon2, lat2)[0]


def inverse_and_azimuth(
    lon1: np.ndarray, lat1: np.ndarray, lon2: np.ndarray, lat2: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Geodesic distance in metres and azimuth at the first point, in degrees 0..360; arrays broadcast.

    Source: Vincenty (1975), Survey Review 23(176), 88-93; below 0.5 mm off Karney (2013). Nearly antipodal
    points, where the iteration does not converge, get the great-circle distance (at most 0.6 % off).
    The azimuth between equal points is NaN.
    """
    lon1, lat1, lon2, lat2 = np.broadcast_arrays(
        *(np.asarray(v, dtype=float) for v in (lon1, lat1, lon2, lat2))
    )
    difference = np.radians((lon2 - lon1 + 180.0) % 360.0 - 180.0)
    u1, u2 = (np.arctan((1 - F) * np.tan(np.radians(lat))) for lat in (lat1, lat2))
    sin_u1, cos_u1, sin_u2, cos_u2 = np.sin(u1), np.cos(u1), np.sin(u2), np.cos(u2)
    lam = difference
    for _ in range(_MAX_ROUNDS):
        sin_lam = np.sin(lam)
        # cos_u1 sin_u2 - sin_u1 cos_u2 cos(lam), written so that close points keep their digits.
        northward = np.sin(u2 - u1) + 2 * sin_u1 * cos_u2 * np.sin(lam / 2) ** 2
        sin_sigma = np.hypot(cos_u2 * sin_lam, northward)
        cos_sigma = sin_u1 * sin_u2 + cos_u1 * cos_u2 * np.cos(lam)
        sigma = np.arctan2(sin_sigma, cos_sigma)
        sin_alpha = _ratio(cos_u1 * cos_u2 * sin_lam, sin_sigma)
        cos2_alpha = 1 - sin_alpha**2
        cos_2m = np.clip(cos_sigma - _ratio(2 * sin_u1 * sin_u2, cos2_alpha), -1, 1)
        c = F / 16 * cos2_alpha * (4 + F * (4 - 3 * cos2_alpha))
        longitude_term = sigma + c * sin_sigma * (cos_2m + c * cos_sigma * (2 * cos_2m**2 - 1))
        new = difference + (1 - c) * F * sin_alpha * longitude_term
        change = np.abs(new - lam)
        # A pair that has converged stays as it is: its result must not depend on the others.
        lam = np.where(change > _CONVERGED_RAD, new, lam)
        if not np.any(change > _CONVERGED_RAD):
            break
    big_a, big_b = _series(cos2_alpha)
    metres = B * big_a * (sigma - _sigma_term(big_b, sin_sigma, cos_sigma, cos_2m))
    astray = (change > 1e-11) | (np.abs(lam) > np.pi)
    if np.any(astray):
        half = np.sin(np.radians(lat2 - lat1) / 2) ** 2 + (
            np.cos(np.radians(lat1)) * np.cos(np.radians(lat2)) * np.sin(difference / 2) ** 2
        )
        metres = np.where(astray, 2 * MEAN_RADIUS * np.arcsin(np.sqrt(np.clip(half, 0, 1))), metres)
    azimuth = np.degrees(np.arctan2(cos_u2 * np.sin(lam), northward)) % 360.0 % 360.0
    return metres, np.where(metres > 0, azimuth, np.nan)


def from_chord(lon: np.ndarray, lat: np.ndarray, offset: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What inverse_and_azimuth gives, for places up to LONGEST_CHORD_M away, from the way straight to them.

    lon, lat: (n,) degrees; offset: (n, 3) Earth-centred metres from there to the other place. The arc over
    a chord c is c (1 + k + 27/10 k**2), k = c**2 / (24 R**2), R the normal section's radius of curvature
    (Euler) at the start. R changes by less than a thousandth on the way and the geodesic leaves the normal
    section by far less, so that the distance is right to 1e-8 and the azimuth to 1e-5 degrees.
    """
    lam, phi = np.radians(lon), np.radians(lat)
    sin_phi, cos_phi = np.sin(phi), np.cos(phi)
    x, y, z = offset.T
    outward = x * np.cos(lam) + y * np.sin(lam)
    east = y * np.cos(lam) - x * np.sin(lam)
    north = z * cos_phi - outward * sin_phi
    level = east * east + north * north
    squeeze = 1 - E2 * sin_phi * sin_phi
    normal = A / np.sqrt(squeeze)
    meridian = normal * (1 - E2) / squeeze
    curvature = (north * north / meridian + east * east / normal) / np.where(level > 0, level, 1)
    chord2 = x * x + y * y + z * z
    k = chord2 * curvature * curvature / 24
    azimuth = np.degrees(np.arctan2(east, north)) % 360.0 % 360.0
    return np.sqrt(chord2) * (1 + k + 2.7 * k * k), np.where(level > 0, azimuth, np.nan)


def direct(
    lon: np.ndarray, lat: np.ndarray, azimuth: np.ndarray, distance_m: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Longitude (not wrapped at 180) and latitude reached from a point along a geodesic.

    azimuth: degrees clockwise from north. Source: Vincenty (1975), as for `inverse`.
    """
    alpha = np.radians(azimuth)
    u1 = np.arctan((1 - F) * np.tan(np.radians(lat)))
    sin_u1, cos_u1 = np.sin(u1), np.cos(u1)
    sigma1 = np.arctan2(np.tan(u1), np.cos(alpha))
    sin_alpha = cos_u1 * np.sin(alpha)
    cos2_alpha = 1 - sin_alpha**2
    big_a, big_b = _series(cos2_alpha)
    start = np.asarray(distance_m, dtype=float) / (B * big_a)
    sigma = start
    for _ in range(_MAX_ROUNDS):
        cos_2m = np.cos(2 * sigma1 + sigma)
        new = start + _sigma_term(big_b, np.sin(sigma), np.cos(sigma), cos_2m)
        change = np.abs(new - sigma)
        sigma = np.where(change > _CONVERGED_RAD, new, sigma)
        if not np.any(change > _CONVERGED_RAD):
            break
    sin_sigma, cos_sigma, cos_2m = np.sin(sigma), np.cos(sigma), np.cos(2 * sigma1 + sigma)
    across = sin_u1 * sin_sigma - cos_u1 * cos_sigma * np.cos(alpha)
    reached = np.arctan2(
        sin_u1 * cos_sigma + cos_u1 * sin_sigma * np.cos(alpha), (1 - F) * np.hypot(sin_alpha, across)
    )
    lam = np.arctan2(sin_sigma * np.sin(alpha), cos_u1 * cos_sigma - sin_u1 * sin_sigma * np.cos(alpha))
    c = F / 16 * cos2_alpha * (4 + F * (4 - 3 * cos2_alpha))
    longitude_term = sigma + c * sin_sigma * (cos_2m + c * cos_sigma * (2 * cos_2m**2 - 1))
    return lon + np.degrees(lam - (1 - c) * F * sin_alpha * longitude_term), np.degrees(reached)


def circle(lon: float, lat: float, area_km2: float) -> shapely.Polygon:
    """A geodesic circle of the given area round a point, as a polygon in degrees.

    Its 180 corners stand so far out that the polygon, not the circle through them, has the area.
    """
    step = 2 * np.pi / _CIRCLE_VERTICES
    radius_m = np.sqrt(area_km2 * 1e6 / np.pi * step / np.sin(step))
    azimuths = -np.arange(_CIRCLE_VERTICES) * 360.0 / _CIRCLE_VERTICES
    return shapely.Polygon(np.column_stack(direct(lon, lat, azimuths, radius_m)))


def blocks_of(geometries: np.ndarray) -> list[slice]:
    """Slices of an array of geometries for work in blocks of bounded memory and time, at least one.

    A block holds up to half a million corners, or one geometry of more.
    """
    costs = np.cumsum(shapely.get_num_coordinates(geometries) + _CORNERS_A_GEOMETRY_IS_WORTH)
    starts = np.flatnonzero(np.diff(costs // _CORNERS_IN_BLOCK, prepend=-1)).tolist() or [0]
    return [slice(start, end) for start, end in zip(starts, [*starts[1:], len(geometries)])]


def area_ha(geometries: np.ndarray, progress: Callable[[float], None] = lambda fraction: None) -> np.ndarray:
    """Areas on the ellipsoid in hectares of geometries in degrees, NaN where one is None.

    Edges are great circles of the authalic sphere: areas agree with those of Karney (2013) to a millionth
    where no edge is longer than a degree. No edge may span half the globe. A ring counts as it is drawn,
    whether valid or not, and holes are taken off. Authalic latitude: Snyder (1987), USGS Professional
    Paper 1395, equations 3-11 to 3-13; area under an edge: spherical excess of its triangle with the pole's
    meridians, taken from the equator. progress: called with 0..1 between blocks; what it raises ends the
    work.
    """
    areas = np.atleast_1d(geometries)
    hectares = np.empty(len(areas))
    for block in blocks_of(areas):
        progress(block.start / max(len(areas), 1))
        hectares[block] = _area_ha(areas[block])
    return hectares.reshape(np.shape(geometries))


def _area_ha(areas: np.ndarray) -> np.ndarray:
    parts, of_area = shapely.get_parts(areas, return_index=True)
    while np.any(shapely.get_type_id(parts) >= shapely.GeometryType.MULTIPOINT.value):
        parts, inner = shapely.get_parts(parts, return_index=True)
        of_area = of_area[inner]
    rings, of_part = shapely.get_rings(parts, return_index=True)
    degrees, of_ring = shapely.get_coordinates(rings, return_index=True)
    lam, half = np.radians(degrees[:, 0]), np.tan(_authalic(degrees[:, 1]) / 2)
    is_edge = of_ring[1:] == of_ring[:-1]
    excess = 2 * np.arctan(np.tan(np.diff(lam) / 2) * (half[1:] + half[:-1]) / (1 + half[1:] * half[:-1]))
    sums = np.abs(np.bincount(of_ring[1:][is_edge], weights=excess[is_edge], minlength=len(rings)))
    is_hole = of_part == np.concatenate([[-1], of_part[:-1]])
    total = np.bincount(of_area[of_part], weights=np.where(is_hole, -sums, sums), minlength=len(areas))
    hectares = total * _q(np.array(90.0)) * A * A / 2 / 1e4
    return np.where(shapely.is_missing(areas), np.nan, hectares)


def _q(lat: np.ndarray) -> np.ndarray:
    """Snyder's q: twice the area between equator and parallel, per radian and squared semi-major axis."""
    sin_phi, e = np.sin(np.radians(lat)), np.sqrt(E2)
    return (1 - E2) * (sin_phi / (1 - E2 * sin_phi**2) + np.arctanh(e * sin_phi) / e)


def _authalic(lat: np.ndarray) -> np.ndarray:
    """Latitude in radians on the sphere of the same area."""
    return np.arcsin(np.clip(_q(lat) / _q(np.array(90.0)), -1, 1))


def _ratio(top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
    """top / bottom, 0 where bottom is 0 (same point, or both on the equator)."""
    return np.divide(top, bottom, out=np.zeros_like(top), where=np.abs(bottom) > 1e-300)


def _series(cos2_alpha: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    u2 = cos2_alpha * (A * A - B * B) / (B * B)
    return (
        1 + u2 / 16384 * (4096 + u2 * (-768 + u2 * (320 - 175 * u2))),
        u2 / 1024 * (256 + u2 * (-128 + u2 * (74 - 47 * u2))),
    )


def _sigma_term(big_b: np.ndarray, sin_s: np.ndarray, cos_s: np.ndarray, cos_2m: np.ndarray) -> np.ndarray:
    far = big_b / 6 * cos_2m * (4 * sin_s**2 - 3) * (4 * cos_2m**2 - 3)
    return big_b * sin_s * (cos_2m + big_b / 4 * (cos_s * (2 * cos_2m**2 - 1) - far))
