"""The columns of the tables that setting sites against protected areas yields."""

from __future__ import annotations

from ..columns import Column, date_column, int_column, real_column, text_column
from .bands import Bands

PARTLY = "partly inside"

SITE_COLUMNS = (
    int_column("pa_count", "areas that cover the site or a part of it; of a point the boundary is inside"),
    text_column("pa_names", "names of these areas, each once"),
    text_column("pa_iucn", "strictest IUCN category among these areas; empty when there is none"),
    text_column("pa_nearest", "area with the nearest boundary, among those of pa_names if there are any"),
    real_column(
        "pa_distance_m",
        "metres on the ellipsoid to the boundary of pa_nearest, negative inside, 0 partly inside",
    ),
    real_column(
        "pa_bearing", "degrees from north to the nearest place of that boundary, 0 to 360; empty on it"
    ),
    text_column(
        "pa_band", "inside, partly inside, or the distance band; a limit belongs to the band that it closes"
    ),
    text_column("pa_approximate", "an area named here is a circle of its reported size: yes, no"),
    real_column(
        "pa_share", "share of the footprint inside any area, ground in several counted once; empty for points"
    ),
)
AREA_COLUMNS = (
    text_column("area_id", "key of the area"),
    text_column("area_name", "name of the area"),
    text_column("designation", "kind of protection"),
    text_column("iucn_cat", "IUCN management category"),
    text_column("status", "legal status of the area"),
    int_column("tier", "1, or 2 for an area of the second tier: proposed, of unknown status, UNESCO-MAB"),
    text_column("approximate", "the boundary is a circle of the reported size: yes, no"),
)
PAIR_COLUMNS = (
    text_column("pcode", "key of the site"),
    *AREA_COLUMNS,
    text_column("relation", "inside, partly inside, or the distance band"),
    real_column(
        "distance_m", "metres on the ellipsoid to the area's boundary, negative inside, 0 partly inside"
    ),
    real_column("bearing", "degrees from north to the nearest place of the boundary; empty on it"),
    real_column("share", "share of the footprint inside the area, 0 to 1; empty for points"),
    real_column("shared_ha", "hectares of the footprint inside the area, on the ellipsoid; empty for points"),
)
UNIT_COLUMNS = (
    text_column("within", "larger unit: the province of a territory; empty for units of a layer"),
    text_column("unit", "administrative unit; unknown, or outside all units of the layer"),
    text_column(
        "iucn_cat",
        "strictest category of the areas that cover the site, in a band that of the nearest area; empty beyond",
    ),
    text_column("relation", "inside, partly inside, the distance band, or no geometry"),
    int_column("sites", "sites; each is counted in one row of this table"),
    int_column("workers", "their workers, as far as known; empty when none is known"),
    int_column("workers_unknown", "sites among them whose workers are not known"),
)
LARGEST_COLUMNS = (
    int_column("rank", "1 for the largest overlap"),
    text_column("pcode", "key of the site"),
    text_column("name", "name of the site"),
    text_column("admin1", "province"),
    text_column("admin2", "territory"),
    int_column("workers", "workers of the site; empty when not known"),
    text_column("presence", "armed presence: yes, no, unknown, not_asked; empty when not stated"),
    date_column("last_visit", "date of the last visit"),
    *AREA_COLUMNS,
    int_column("pa_count", "areas that cover the site or a part of it"),
    text_column("pa_names", "names of all these areas"),
    real_column("distance_m", "metres on the ellipsoid to the boundary of the area, negative inside"),
    real_column("share", "share of the footprint inside the area, 0 to 1; empty for points"),
    real_column("shared_ha", "hectares of the footprint inside the area, on the ellipsoid; empty for points"),
)
NOTE_COLUMNS = (
    text_column("fact", "what the row tells"),
    text_column("value", "the fact"),
)


def summary_columns(bands: Bands, footprints: bool = False) -> tuple[Column, ...]:
    """The columns of the table of areas: sites and workers inside, then for each band, then who is inside."""
    people = "their workers, as far as known; empty when none is known"
    counts = [
        int_column("sites_inside", "sites inside the area; points on its boundary are inside"),
        int_column("workers_inside", people),
    ]
    if footprints:
        counts += [
            int_column("sites_partly", "sites of which the area covers a part"),
            int_column("workers_partly", people),
            real_column("shared_ha", "hectares that sites share with the area, those of each site added up"),
        ]
    for name, label in zip(bands.names, bands.labels[1:]):
        counts += [
            int_column(f"sites_{name}", f"sites {label} from the area that lie inside no area, not in part"),
            int_column(f"workers_{name}", people),
        ]
    of_inside = "of sites inside, also partly"
    return (
        *AREA_COLUMNS,
        text_column("repaired", "the polygon was repaired: yes, no"),
        *counts,
        int_column("workers_unknown", "sites counted in this row whose workers are not known"),
        text_column("minerals", f"minerals {of_inside}, with the number of sites, the commonest first"),
        real_column(
            "armed_share", f"share with armed presence {of_inside}, where the answer is known, 0 to 1"
        ),
        int_column("armed_known", "sites with a known answer on which armed_share rests"),
        date_column("latest_visit", f"latest visit {of_inside}"),
    )
