"""The footnote of an overlap with protected areas: sources, month, filters, what was left out, method."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsLayerMetadata
from qgis.PyQt.QtCore import QDate

from .algorithm import AsmAlgorithm, plugin_version
from .area_layers import AreaLayer
from .prepare_protected_areas import release_month
from .site_shapes import SiteShapes

if TYPE_CHECKING:
    import pandas as pd

    from ..core.areas.bands import Bands
    from ..core.areas.screening import Screening

tr = AsmAlgorithm.tr


def month_of_areas(name: str, metadata: QgsLayerMetadata) -> str:
    """'2026-05' when the layer's name, its first file, its title or its history tell; else ''."""
    told = (name, metadata.parentIdentifier(), metadata.title(), *metadata.history())
    return next((month for month in map(release_month, told) if month), "")


def note_rows(
    sites: SiteShapes,
    areas: AreaLayer,
    screening: Screening,
    bands: Bands,
    second_tier: bool,
    of_sites: tuple[str, QgsCoordinateReferenceSystem, QgsLayerMetadata],
    of_areas: tuple[str, QgsCoordinateReferenceSystem, QgsLayerMetadata],
) -> pd.DataFrame:
    """NOTE_COLUMNS. of_sites, of_areas: name of the layer, its CRS and the metadata that it states."""
    import pandas as pd

    from ..core.areas.screening import categories_of

    rows: list[tuple[str, str]] = []
    for role, (name, crs, metadata) in (("sites", of_sites), ("areas", of_areas)):
        file = metadata.parentIdentifier()
        rows.append((f"{role}_source", f"{name} ({file})" if file and file != name else name))
        if role == "areas":
            rows.append(("areas_month", month_of_areas(name, metadata) or tr("not stated")))
        rights = [*metadata.rights(), *metadata.licenses()]
        rows.append((f"{role}_rights", "; ".join(rights) or tr("not stated")))
        rows.append((f"{role}_crs", crs.userFriendlyIdentifier()))
        rows += [(f"{role}_history", line) for line in metadata.history()]
    totals = screening.totals["sites"]
    rows += [
        ("sites_kind", tr("points") if sites.footprints is None else tr("footprints")),
        ("sites_given", str(len(sites.frame))),
        ("sites_without_geometry", str(int(totals.iloc[-1]))),
        ("areas_given", str(len(areas.frame) + areas.n_left_out)),
        ("areas_used", str(len(areas.frame))),
        ("areas_left_out", str(areas.n_left_out)),
        ("areas_repaired", str(int(areas.is_repaired.sum()))),
        ("areas_approximate", str(int((areas.frame["approximate"] == "yes").sum()))),
        ("areas_status", counted(areas.frame["status"])),
        ("areas_iucn", counted(pd.Series(categories_of(areas.frame["iucn_cat"]), dtype=object))),
        ("second_tier", tr("used") if second_tier else tr("left out")),
    ]
    rows += [("areas_changed", line) for line in areas.report]
    rows += [("sites_changed", line) for line in sites.report]
    rows += [
        ("bands_km", ", ".join(f"{limit:g}" for limit in bands.limits_km)),
        ("distances", method()),
        ("boundary_rule", boundary_rule()),
        ("made_on", QDate.currentDate().toString("yyyy-MM-dd")),
        ("made_with", f"ASM Atlas {plugin_version()}, asm:protectedareaoverlap"),
    ]
    return pd.DataFrame(rows, columns=["fact", "value"], dtype=object)


def history_line(
    areas: AreaLayer,
    bands: Bands,
    second_tier: bool,
    of_areas: tuple[str, QgsCoordinateReferenceSystem, QgsLayerMetadata],
) -> str:
    """One sentence for the history of the layers: source, month, filters, what was left out, method."""
    name, crs, metadata = of_areas
    month = month_of_areas(name, metadata)
    return tr(
        "{0}: set against {1} areas of '{2}' ({3}, {4}), {5} left out, second tier {6}, with ASM Atlas "
        "(asm:protectedareaoverlap), bands {7} km, {8}"
    ).format(
        QDate.currentDate().toString("yyyy-MM-dd"),
        len(areas.frame),
        name,
        tr("release {0}").format(month) if month else tr("release not stated"),
        crs.authid(),
        areas.n_left_out,
        tr("used") if second_tier else tr("left out"),
        ", ".join(f"{limit:g}" for limit in bands.limits_km),
        method(),
    )


def method() -> str:
    """How distances, areas and bands are found."""
    return tr(
        "geodesic distances on WGS 84 (a = 6378137 m, 1/f = 298.257223563), results in EPSG:4326; every band is "
        "decided on the ellipsoid."
    )


def boundary_rule() -> str:
    """What becomes of sites on a boundary."""
    return tr(
        "A point on a boundary, or within 1 mm of it, is inside. A footprint that only touches an area is not; "
        "a shared area below one square metre counts as touching. A distance equal to the limit of a band "
        "belongs to the nearer band."
    )


def counted(values: pd.Series) -> str:
    """'Designated: 39, Inscribed: 5', with what is not stated."""
    counts = values.where(values.notna(), tr("not stated")).value_counts()
    return ", ".join(f"{value}: {n}" for value, n in counts.items())
