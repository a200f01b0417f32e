"""What is added to the sites of the main map: rings for one place, grid, insets, pinned names and numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from qgis.core import QgsVectorLayer

from ..core.sheets.grid_squares import GridSquares
from .displaced_sites import LEADERS, displace
from .draft import Draft
from .index_grid import draw_index_grid, squares_of_map
from .insets import Inset, draw_insets
from .mapped_sites import MappedSite, SignBoxes, glyph_boxes, mapped_sites, square_boxes
from .name_room import NameRoom
from .site_labels import add_label_fields, number_style, pin, write_numbers
from .theme import DEFAULT_THEME

INDEX = "index"
_OF_GAP = 1.4  # side of a sign that is not a glyph, of the distance at which its name stands


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
    furniture.has_names, furniture.label = True, layer.labeling().settings().fieldName
    signs = _signs(draft, layer)
    maps = [
        *((inset.item, inset.layer, inset.fids) for inset in furniture.insets),
        (draft.sheet.main, layer, fids),
    ]
    rooms = []
    for (item, drawn, of), sign in zip(maps, [*(inset.sign for inset in furniture.insets), ""]):
        room = NameRoom(item, drawn, draft.request.dpi, signs)
        rooms.append(room)
        placed = room.place({fid: room.names[fid].text for fid in of.values() if room.names[fid].text})
        add_label_fields(drawn, draft.recipe.least_pt)
        pin(drawn, placed, of.values())
        for number, fid in of.items():
            if fid in placed and sign:
                furniture.in_inset.setdefault(number, sign)
            elif fid in placed:
                furniture.named.add(number)
    if INDEX not in [kind for kinds in draft.recipe.blocks().values() for kind in kinds]:
        return
    rest = [number for number in fids if number not in furniture.named and number not in furniture.in_inset]
    for room, (_, drawn, of) in zip(rooms, maps):
        numbers = {of[number]: number for number in rest if number in of}
        texts = {fid: str(number) for fid, number in numbers.items()}
        placed = room.place(texts, number_style(drawn, draft.recipe.least_pt))
        write_numbers(drawn, placed, numbers)
        furniture.numbered.update(numbers[fid] for fid in placed)


def _signs(draft: Draft, layer: QgsVectorLayer) -> SignBoxes:
    """What the signs of the sites cover."""
    spec = next(spec for spec in draft.recipe.layers() if spec.role == "sites")
    if spec.theme == DEFAULT_THEME:
        return glyph_boxes(draft.theme, draft.symbol_scale)
    return square_boxes(_OF_GAP * layer.labeling().settings().dist)
