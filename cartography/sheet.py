"""Building a sheet: the layers, the maps and the margin of one province on one page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsLayoutItemPage,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt import sip

from ..core.exceptions import AsmAtlasError, SheetError
from ..core.wording import say, to_say
from .blocks import FURTHER_PAGES, pour_steps
from .draft import Draft
from .fonts import typeface
from .frames import draw_frames
from .furniture import furnish
from .hand_changes import make_changes
from .layer_metadata import states_fiction
from .main_frame import main_panels, panel_headings, place_main
from .map_frame import map_crs, project_extent, shown_extent
from .margin import default_map_id, fiction_warning, notes, scale_block, title_block
from .nameless_project import keep_user_out
from .page import MM, Page
from .pair_style import comparison_key
from .recipe import MAIN, Recipe, read_recipe
from .sheet_ground import Ground, ground_of, in_frame
from .sheet_layers import SheetLayers
from .sheet_request import AUTO, Sheet, SheetRequest
from .sheet_tables import draw_tables
from .sheet_words import title_words
from .site_blocks import n_visits
from .site_styles import named_sites
from .styling import Styling
from .theme import read_theme

# Of the candidates for names inside polygons QGIS tries 2.5 per square centimetre of paper: on an A0
# sheet they are most of the time of an export, and the names hardly move with fewer.
_CANDIDATES, _QUICK_CANDIDATES = 0.25, 0.05


def private_project(quick: bool) -> QgsProject:
    """An empty project for one sheet; quick places names more coarsely."""
    project = QgsProject()
    keep_user_out(project)
    settings = project.labelingEngineSettings()
    settings.setMaximumPolygonCandidatesPerCmSquared(_QUICK_CANDIDATES if quick else _CANDIDATES)
    project.setLabelingEngineSettings(settings)
    return project


@contextmanager
def private_sheet(layers: SheetLayers, request: SheetRequest, quick: bool = False) -> Iterator[Sheet]:
    """The sheet in a project of its own, both gone afterwards; quick places names more coarsely.

    Raises AsmAtlasError with a sentence.
    """
    project = private_project(quick)
    sheet = None
    sentence = ""
    try:
        sheet = build_sheet(layers, request, project, quick)
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


def build_sheet(
    layers: SheetLayers, request: SheetRequest, project: QgsProject, quick: bool = False
) -> Sheet:
    """Build the sheet as a layout of `project`; its layers are private copies, added without a tree node.

    quick: names of sites are not pinned, so that the index cannot say which found room. Main thread only.
    Raises SheetError or DocumentError with a sentence.
    """
    layout = QgsPrintLayout(project)
    try:
        with typeface(request.font):
            *_, draft = sheet_steps(layers, request, layout, quick)
    except AsmAtlasError:
        sip.delete(layout)
        raise
    return draft.sheet


def sheet_steps(
    layers: SheetLayers, request: SheetRequest, layout: QgsPrintLayout, quick: bool = False
) -> Iterator[Draft | None]:
    """The work of build_sheet on a new layout in steps, so that a window can live between them.

    Yields None until the first page is whole, then its draft, once more after each step of further pages. Every
    step is to be taken within typeface(request.font). Where it raises, the layout is half built.
    """
    project = layout.project()
    recipe = read_recipe(Path(request.recipe_file) if request.recipe_file else request.recipe)
    request = _settled(request, recipe)
    theme, texts = read_theme(request.theme), recipe.texts(request.language)
    lacking = [role for role in recipe.needs if getattr(layers, role) is None]
    if lacking:
        raise SheetError(
            say("The recipe '{0}' needs a layer for {1}; choose one.", recipe.id, ", ".join(lacking).upper())
        )
    ground = ground_of(layers, recipe, request.area, request.name_field, request.pcode)
    crs = map_crs(ground.extent)
    extent = project_extent(ground.extent, crs, project.transformContext())
    extent.grow(max(extent.width(), extent.height()) * recipe.main["margin"])
    if recipe.ground["around_km"] and ground.region is not None:
        orientation = _orientation(request, recipe, extent)
        arrangement = recipe.arrangement(request.paper, orientation, n_visits(layers.visits, ground.focus))
        shown = shown_extent(extent, arrangement.boxes[MAIN], recipe.main["scale_steps"])
        ground = in_frame(ground, layers.sites, shown, crs)
    yield None
    styling = Styling(layers, ground, ground.extent, recipe, theme, request, texts)
    yield from _page_steps(layout, styling, crs, extent, quick)


def _page_steps(
    layout: QgsPrintLayout,
    styling: Styling,
    crs: QgsCoordinateReferenceSystem,
    extent: QgsRectangle,
    quick: bool,
) -> Iterator[Draft | None]:
    """Draw the pages; extent: of the ground with its margin, in the CRS of the map."""
    layers, ground, recipe, request = styling.layers, styling.ground, styling.recipe, styling.request
    texts = styling.texts
    orientation = _orientation(request, recipe, extent)
    arrangement = recipe.arrangement(request.paper, orientation, n_visits(layers.visits, ground.focus))
    layout.initializeDefaults()
    page_item: QgsLayoutItemPage = layout.pageCollection().page(0)
    page_item.setPageSize(QgsLayoutSize(arrangement.page_width, arrangement.page_height, MM))

    panels = main_panels(styling, arrangement.boxes[MAIN], extent, arrangement.factor)
    frames, drawn = yield from place_main(layout, panels, crs, extent, styling, arrangement.factor)
    main = frames[MAIN]
    words = title_words(ground, texts["fact_unknown"], _subject(styling, drawn))
    title = sheet_title(request, recipe, ground, words)
    layout.setName(title)
    sheet = Sheet(
        request=request,
        recipe=recipe,
        theme=styling.theme,
        layout=layout,
        frames=frames,
        layers=drawn,
        looks=styling.looks,
        ground=ground,
        title=title,
        orientation=orientation,
        scale=round(main.scale()),
        crs=f"{crs.description()} ({crs.authid()})" if crs.authid() else crs.description(),
        map_id=request.map_id or default_map_id(ground.name, request.paper),
        words=words,
        notes=list(ground.notes),
    )
    is_fictional = any(states_fiction(layer) for layer in layers.present().values())
    draft = Draft(
        Page(layout), sheet, layers, arrangement, recipe, styling.theme, request, texts, is_fictional
    )
    yield None
    title_block(draft)
    fiction_warning(draft)
    yield None
    sheet.furniture = furnish(draft, quick)
    panel_headings(draft, panels)
    yield None
    further = yield from pour_steps(draft)
    draw_tables(draft)
    draw_frames(draft)
    yield None
    scale_block(draft)
    notes(draft)
    sheet.entries = draft.page.entries
    sheet.notes += _names_left_out(sheet)
    yield draft
    for kind in further:
        for _ in FURTHER_PAGES[kind](draft):
            yield draft
    sheet.notes += make_changes(sheet, request.hand_changes)
    yield draft


def sheet_title(request: SheetRequest, recipe: Recipe, ground: Ground, words: dict[str, str]) -> str:
    """The title asked for, or that of the recipe."""
    texts = recipe.texts(request.language)
    return request.title or texts["title" if ground.name else "title_all"].format(**words)


def _orientation(request: SheetRequest, recipe: Recipe, extent: QgsRectangle) -> str:
    """The orientation asked for, or the one nearest in shape to the extent."""
    if request.orientation != AUTO:
        return request.orientation
    return recipe.orientation_for(request.paper, extent.width(), extent.height())


def _names_left_out(sheet: Sheet) -> list[str]:
    """How many names the recipe leaves out, where it does."""
    spec = next((spec for spec in sheet.recipe.layers() if spec.role == "sites"), None)
    if spec is None or not spec.labels or not spec.label_filter:
        return []
    named = named_sites(spec, sheet.ground)
    others = QgsFeatureRequest().setFilterExpression(f"not coalesce({named}, false)")
    count = sum(1 for _ in sheet.ground.sites.getFeatures(others))
    return [
        say(
            "The names of {0} sites are left out as the recipe asks: only those with {1}.",
            count,
            spec.label_filter,
        )
    ]


def _subject(styling: Styling, drawn: dict[str, QgsVectorLayer]) -> str:
    """What the first layer drawn by a theme shows; of a comparison its two indicators."""
    if "comparison" in drawn:
        pair = comparison_key(drawn["comparison"], styling.theme, styling.request.language)
        return " / ".join(pair.words)
    return next((look.heading for look in styling.looks.values()), "")


def _settled(request: SheetRequest, recipe: Recipe) -> SheetRequest:
    """The request with the recipe's own paper where none is asked for; SheetError when they do not agree."""
    if request.paper == AUTO:
        request = replace(request, paper=recipe.papers[0])
    orientations = recipe.orientations(request.paper) if request.paper in recipe.papers else []
    for strange, asked, offered in (
        (
            to_say("The paper '{0}' is not in the recipe '{1}'; choose one of {2}."),
            request.paper,
            recipe.papers,
        ),
        (
            to_say("The language '{0}' is not in the recipe '{1}'; choose one of {2}."),
            request.language,
            recipe.languages,
        ),
        (
            to_say("The orientation '{0}' is not in the recipe '{1}'; choose one of {2}."),
            request.orientation,
            [AUTO, *orientations],
        ),
    ):
        if asked not in offered:
            raise SheetError(say(strange, asked, recipe.id, ", ".join(offered)))
    return request
