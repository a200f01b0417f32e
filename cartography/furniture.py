"""What is added to the sites of the main map: rings for one place, grid, insets, pinned names and numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from qgis.core import QgsVectorLayer

from ..core.sheets.grid_squares import GridSquares
from .displaced_sites import LEADERS, displace
from .draft import Draft
from .index_grid import draw_index_grid, squares_of_map
from .insets import Inset, draw_insets
from .mapped_sites import MappedSite, mapped_sites
from .site_labels import add_label_fields, pin, write_numbers

INDEX = "index"


@dataclass
class Furniture:
    """The sites of the main map and what became of their names. named, numbered: numbers of sites.

    in_inset: sign of the first inset that names a site, by the site's number.
    """

    sites: list[MappedSite] = field(default_factory=list)
    squares: GridSquares | None = None
    insets: list[Inset] = field(default_factory=list)
    displaced: int = 0
    named: set[int] = field(default_factory=set)
    in_inset: dict[int, str] = field(default_factory=dict)
    numbered: set[int] = field(default_factory=set)
    has_names: bool = False  # whether the names were placed and pinned
    label: str = ""  # the expression of the names


def furnish(draft: Draft, quick: bool = False) -> Furniture:
    """Displace, grid, insets and names of the main map; quick leaves the names to be placed anew each time."""
    furniture = Furniture()
    layer = draft.sheet.layers.get("sites")
    furniture.squares = squares_of_map(draft)
    if furniture.squares is not None:
        draw_index_grid(draft, furniture.squares)
    if layer is None:
        return furniture
    main, project = draft.sheet.main, draft.sheet.layout.project()
    furniture.sites = mapped_sites(layer, main.crs(), project, draft.theme, draft.symbol_scale)
    fids = {site.number: site.feature.id() for site in furniture.sites}
    furniture.insets = draw_insets(draft, furniture.sites)
    leaders, furniture.displaced = displace(
        layer, furniture.sites, fids, draft.sheet.scale, main.crs(), project, draft.theme
    )
    if leaders is not None:
        _draw_below(draft, leaders)
    if not quick and layer.labelsEnabled() and layer.labeling() is not None:
        _name_sites(draft, furniture, layer, fids)
    return furniture


def _draw_below(draft: Draft, leaders: QgsVectorLayer) -> None:
    """Draw the lines of displaced sites directly below the sites of every map that has them."""
    sites = draft.sheet.layers["sites"]
    draft.sheet.layout.project().addMapLayer(leaders, False)
    draft.sheet.layers[LEADERS] = leaders
    for item in draft.sheet.frames.values():
        layers = item.layers()
        places = [place for place, layer in enumerate(layers) if layer.id() == sites.id()]
        if places:
            layers.insert(places[0] + 1, leaders)
            item.setLayers(layers)


def _name_sites(draft: Draft, furniture: Furniture, layer: QgsVectorLayer, fids: dict[int, int]) -> None:
    """Pin the names that find room, in insets and on the main map; number the rest where there is an index."""
    main, dpi = draft.sheet.main, draft.request.dpi
    furniture.has_names, furniture.label = True, layer.labeling().settings().fieldName
    add_label_fields(layer, draft.recipe.least_pt)
    for inset in furniture.insets:
        placed = pin(inset.item, inset.layer, dpi, inset.fids.values())
        for number, fid in inset.fids.items():
            if fid in placed:
                furniture.in_inset.setdefault(number, inset.sign)
    placed = pin(main, layer, dpi, fids.values())
    furniture.named = {number for number, fid in fids.items() if fid in placed}
    if INDEX not in [kind for kinds in draft.recipe.blocks().values() for kind in kinds]:
        return
    rest = [number for number in fids if number not in furniture.named and number not in furniture.in_inset]
    for item, drawn, of in [
        *((inset.item, inset.layer, inset.fids) for inset in furniture.insets),
        (main, layer, fids),
    ]:
        numbers = {of[number]: number for number in rest if number in of}
        if not numbers:
            continue
        write_numbers(drawn, numbers)
        placed = pin(item, drawn, dpi, numbers, alone=True)
        furniture.numbered.update(number for fid, number in numbers.items() if fid in placed)
