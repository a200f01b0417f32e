"""Building a sheet: the layers, the maps and the margin of one province on one page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsLayoutItemPage, QgsLayoutSize, QgsPrintLayout, QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QColor

from ..core.exceptions import AsmAtlasError, SheetError
from .draft import Draft
from .fonts import register_fonts
from .layer_metadata import states_fiction
from .layer_styles import styled_layers
from .legend import legend_columns
from .map_frame import (
    add_graticule,
    extent_in_degrees,
    graticule_interval,
    map_crs,
    place_map,
    project_extent,
    round_scale,
)
from .margin import default_map_id, locator, notes, scale_block, title_block
from .page import MM, Page
from .recipe import read_recipe, sheet_texts
from .sheet_layers import DRAWING_ORDER, SheetLayers, ground_of
from .sheet_request import AUTO, Sheet, SheetRequest
from .sheet_tables import draw_tables
from .theme import read_theme

# Of the candidates for names inside polygons QGIS tries 2.5 per square centimetre of paper: on an A0
# sheet they are most of the time of an export, and the names hardly move with fewer.
_CANDIDATES, _QUICK_CANDIDATES = 0.25, 0.05


@contextmanager
def private_sheet(layers: SheetLayers, request: SheetRequest, quick: bool = False) -> Iterator[Sheet]:
    """The sheet in a project of its own, both gone afterwards; quick places names more coarsely.

    Raises AsmAtlasError with a sentence.
    """
    project = QgsProject()
    settings = project.labelingEngineSettings()
    settings.setMaximumPolygonCandidatesPerCmSquared(_QUICK_CANDIDATES if quick else _CANDIDATES)
    project.setLabelingEngineSettings(settings)
    sheet = None
    sentence = ""
    try:
        sheet = build_sheet(layers, request, project)
    except AsmAtlasError as error:
        sentence = str(error)
    if sheet is None:
        # Raised anew: the first traceback would keep a half-built layout alive longer than its project.
        sip.delete(project)
        raise SheetError(sentence)
    try:
        yield sheet
    finally:
        sip.delete(sheet.layout)  # a layout that outlives its project crashes QGIS
        sip.delete(project)


def build_sheet(layers: SheetLayers, request: SheetRequest, project: QgsProject) -> Sheet:
    """Build the sheet as a layout of `project`; its layers are private copies, added without a tree node.

    Main thread only. Raises SheetError or DocumentError with a sentence.
    """
    register_fonts()
    recipe, theme = read_recipe(request.recipe), read_theme(request.theme)
    texts = sheet_texts(request.language)
    if request.paper not in recipe.papers:
        raise SheetError(
            f"The paper '{request.paper}' is not in the recipe; choose one of {', '.join(recipe.papers)}."
        )
    ground = ground_of(layers, recipe, request.area, request.name_field)
    crs = map_crs(ground.extent)
    extent = project_extent(ground.extent, crs, project.transformContext())
    extent.grow(max(extent.width(), extent.height()) * recipe.document["map_margin"])
    orientation = request.orientation
    if orientation == AUTO:
        orientation = recipe.orientation_for(request.paper, extent.width(), extent.height())
    arrangement = recipe.arrangement(request.paper, orientation)
    title_text = texts[recipe.document["title"]["area" if request.area else "all"]]
    title = request.title or title_text.format(area=ground.name)

    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(title)
    page_item: QgsLayoutItemPage = layout.pageCollection().page(0)
    page_item.setPageSize(QgsLayoutSize(arrangement.page_width, arrangement.page_height, MM))

    main_box = arrangement.boxes["main"]
    scale = round_scale(extent, main_box, recipe)
    main = place_map(layout, "main_map", main_box, crs, extent, scale)
    degrees = extent_in_degrees(main, project.transformContext())
    drawn = styled_layers(layers, ground, degrees, recipe, theme, request, texts)
    project.addMapLayers(list(drawn.values()), False)
    main.setLayers([drawn[role] for role in DRAWING_ORDER if role in drawn])
    main.setKeepLayerSet(True)
    main.setBackgroundColor(QColor(theme.at("base.ground")))
    main.setFrameEnabled(True)
    grid_pt = recipe.type_pt(request.paper)["grid"]
    add_graticule(main, graticule_interval(degrees, recipe), grid_pt, arrangement.factor)

    sheet = Sheet(
        layout=layout,
        main=main,
        layers=drawn,
        ground=ground,
        title=title,
        orientation=orientation,
        scale=round(main.scale()),
        crs=f"{crs.description()} ({crs.authid()})" if crs.authid() else crs.description(),
        map_id=request.map_id or default_map_id(ground.name, request.paper),
    )
    is_fictional = any(states_fiction(layer) for layer in layers.present().values())
    draft = Draft(Page(layout), sheet, layers, arrangement, recipe, theme, request, texts, is_fictional)
    title_block(draft)
    legend_columns(draft)
    locator(draft)
    scale_block(draft)
    notes(draft)
    draw_tables(draft)
    return sheet
