"""What a sheet recipe must hold; the keys are explained in resources/sheets/README.md."""

from __future__ import annotations

import string
from collections.abc import Collection

from qgis.core import QgsExpression

from ..core.document_part import Part, nearest
from ..core.wording import say
from .blocks import BLOCKS
from .frames import FRAME_KINDS, MAIN_KINDS
from .insets import INSETS
from .recipe import LANGUAGES, MAIN, ORIENTATIONS, sheet_texts
from .sheet_layers import GROUND_ROLES, ROLE_LAYERS, SheetLayers
from .sheet_words import FILTER_WORDS, TITLE_WORDS
from .site_styles import RELATION
from .theme import theme_ids

SCHEMA = "asm-atlas/sheet/2"
EXPORTS = ("pdf", "png")
COLUMN_KINDS = ("text", "number", "depth", "date")
TYPE_ROLES = (
    "title",
    "subtitle",
    "heading",
    "text",
    "small",
    "province",
    "territory",
    "town",
    "site",
    "grid",
)
FURNITURE = ("title", "subtitle", "logo", "scale", "notes")
_KEYS = (
    "schema",
    "id",
    "version",
    "extends",
    "label",
    "provenance",
    "languages",
    "page",
    "ground",
    "needs",
    "frames",
    "blocks",
    "tables",
    "texts",
    "fields",
    "exports",
)
_PAGE_KEYS = (
    "papers",
    "base_paper",
    "papers_mm",
    "type_pt",
    "min_text_pt",
    "symbol_scale",
    "line_scale",
    "arrangements",
)
_LARGEST_MM = 5000.0
# Functions of QGIS expressions that a recipe of somebody else must not call, and groups of them (by their English
# names, which QGIS translates on screen only).
_BEYOND = ("env", "eval", "eval_template", "load_layer", "sqlite_fetch_and_increment")
_GROUPS_BEYOND = {"Files and Paths", "Map Layers", "Rasters", "Custom", "Python"}


def check_recipe(recipe: Part) -> None:
    """Raise DocumentError at the first fault of a recipe with its parents merged in."""
    recipe.keys(_KEYS)
    recipe.at("schema").word((SCHEMA,))
    recipe.at("id").code("_?[a-z][a-z0-9_]{0,40}", say("lower-case letters, digits and underscores"))
    for key in ("version", "provenance"):
        recipe.at(key).text()
    recipe.at("label").texts()
    recipe.at("languages").words(LANGUAGES)
    frames = _check_frames(recipe.at("frames"))
    groups = _check_blocks(recipe.at("blocks"))
    tables = _check_tables(recipe.at("tables")) if recipe.has("tables") else []
    _check_page(recipe.at("page"), [*frames, *tables], groups)
    ground = recipe.at("ground").keys(("role", "must_name", "around_km"))
    ground.at("role").word(GROUND_ROLES)
    ground.at("must_name").flag()
    ground.at("around_km").number(0, 1000)
    recipe.at("needs").words(tuple(SheetLayers.__dataclass_fields__))
    if recipe.has("texts"):
        _check_texts(recipe.at("texts"))
    fields = recipe.at("fields").keys(("names", "title_types"))
    for _, names in fields.at("names").items():
        names.words()
    fields.at("title_types").words()
    recipe.at("exports").words(EXPORTS)


def _check_frames(frames: Part) -> list[str]:
    frames.at(MAIN).at("kind").word(MAIN_KINDS)
    for name, frame in frames.items():
        frame.at("kind").word((*MAIN_KINDS, *FRAME_KINDS, INSETS))
        if frame.value["kind"] == INSETS:
            _check_insets(name, frame)
            continue
        frame.keys(("kind", "margin", "scale_steps", "graticule", "index_grid", "layers"))
        if frame.has("layers"):
            for layer in frame.at("layers").entries():
                _check_layer(layer)
        if name != MAIN:
            continue
        frame.at("layers").entries(1, say("layer"))
        frame.at("margin").number(0, 1)
        _check_rising(frame.at("scale_steps"), 1, 9.999)
        graticule = frame.at("graticule").keys(("minutes", "most_lines"))
        _check_rising(graticule.at("minutes"), 1 / 60, 5400)
        graticule.at("most_lines").count(2, 40)
        if frame.has("index_grid"):
            for _, sides in frame.at("index_grid").keys(("side_mm",)).at("side_mm").items():
                _check_rising(sides, 10, 1000)
    return [name for name, frame in frames.items() if frame.value["kind"] != INSETS]


def _check_insets(name: str, insets: Part) -> None:
    """Insets find their place on the map: they have no box."""
    if name != INSETS:
        insets.at("kind").fail(say("names insets, which are called 'insets' in every recipe"))
    insets.keys(("kind", "most", "size_mm", "least_sites"))
    insets.at("most").count(1, 8)
    insets.at("least_sites").count(1, 10000)
    sides = [side.number(10, 1000) for side in insets.at("size_mm").entries(2, say("lengths"))]
    if len(sides) != 2:
        insets.at("size_mm").fail(say("must hold the width and the height in mm"))


def _check_layer(layer: Part) -> None:
    layer.keys(("role", "theme", "filter", "labels", "label_filter"))
    layer.at("role").word(ROLE_LAYERS)
    if layer.has("theme"):
        theme, known = layer.at("theme"), [RELATION, *theme_ids()]
        # Some themes take what they show: scorecard_security.
        if not any(theme.text() == name or theme.value.startswith(f"{name}_") for name in known):
            theme.fail(say("is no theme; {0}", nearest(theme.value, known)))
    if layer.has("labels"):
        layer.at("labels").flag()
    for key in ("filter", "label_filter"):
        if not layer.has(key):
            continue
        part = layer.at(key)
        _check_placeholders(part, part.text(), FILTER_WORDS)
        written = QgsExpression(part.value.format(**dict.fromkeys(FILTER_WORDS, "''")))
        if written.hasParserError():
            part.fail(say("is not an expression: {0}", written.parserErrorString().splitlines()[0]))
        beyond = sorted(name for name in written.referencedFunctions() if _reaches_beyond(name))
        if beyond:
            part.fail(say("calls {0}, which looks beyond the row; take it out", beyond[0]))
    if layer.has("label_filter") and layer.value["role"] != "sites":
        layer.at("label_filter").fail(say("is for the names of sites alone; take it out"))


def _reaches_beyond(name: str) -> bool:
    """Whether a function of expressions can open files, other layers or servers, run more text, or is a plugin's."""
    place = QgsExpression.functionIndex(name)
    if place < 0:
        return True
    groups = QgsExpression.Functions()[place].groups()
    return name in _BEYOND or bool(_GROUPS_BEYOND.intersection(groups))


def _check_blocks(blocks: Part) -> list[str]:
    for _, kinds in blocks.items():
        for kind in kinds.entries():
            kind.word(tuple(BLOCKS))
    return [group for group, _ in blocks.items()]


def _check_tables(tables: Part) -> list[str]:
    """The boxes of the tables."""
    words = tuple(sheet_texts("en"))
    for table in tables.entries():
        table.keys(("box", "layer", "heading", "heading_area", "none", "areas", "rows", "columns"))
        table.at("layer").word(tuple(SheetLayers.__dataclass_fields__))
        for key in ("heading", "heading_area", "none"):
            table.at(key).word(words)
        for key in ("box", "areas"):
            table.at(key).text()
        table.at("rows").count(1)
        for column in table.at("columns").entries(1, say("column")):
            column.keys(("field", "label", "as", "width"))
            column.at("field").text()
            column.at("label").word(words)
            column.at("as").word(COLUMN_KINDS)
            column.at("width").number(1)
    return [table["box"] for table in tables.value]


def _check_page(page: Part, frames: list[str], groups: list[str]) -> None:
    page.keys(_PAGE_KEYS)
    sizes = page.at("papers_mm")
    for _, size in sizes.items():
        sides = [side.number(50, _LARGEST_MM) for side in size.entries(2, say("lengths"))]
        if len(sides) != 2 or sides[0] > sides[1]:
            size.fail(say("must hold the short and the long side in mm"))
    known = tuple(sizes.value)
    papers = page.at("papers").words(known)
    page.at("base_paper").word(known)
    page.at("min_text_pt").number(4, 20)
    for paper in papers:
        types = page.at("type_pt").at(paper).keys(TYPE_ROLES)
        for role in TYPE_ROLES:
            types.at(role).number(page.value["min_text_pt"], 400)
        for scale in ("symbol_scale", "line_scale"):
            page.at(scale).at(paper).number(0.1, 10)
    arranged: list[str] = []
    for group in page.at("arrangements").entries(1, say("arrangement")):
        group.keys(("papers", "most_visits", *ORIENTATIONS))
        on_papers = group.at("papers").words(known)
        if group.has("most_visits"):
            group.at("most_visits").number(0, 1000)
        else:  # else there would be none for a site of more visits
            arranged += on_papers
        given = [orientation for orientation in ORIENTATIONS if group.has(orientation)]
        if not given:
            group.fail(say("must hold portrait, landscape or both"))
        for orientation in given:
            _check_arrangement(group.at(orientation), frames, groups)
    lacking = [paper for paper in papers if paper not in arranged]
    if lacking:
        page.at("arrangements").fail(say("has nothing for {0}", ", ".join(lacking)))


def _check_arrangement(arrangement: Part, frames: list[str], groups: list[str]) -> None:
    arrangement.keys(("boxes", "columns"))
    boxes = arrangement.at("boxes").keys((*FURNITURE, *frames))
    for name in (*FURNITURE, *frames):
        _check_box(boxes.at(name))
    columns = arrangement.at("columns").keys(groups)
    for group in groups:
        for box in columns.at(group).entries(1, say("column")):
            _check_box(box)


def _check_box(box: Part) -> None:
    values = box.is_kind(list)
    numbers = [value for value in values if isinstance(value, (int, float)) and not isinstance(value, bool)]
    if len(values) != 4 or len(numbers) != 4 or min(numbers) < 0 or min(numbers[2:]) <= 0:
        box.fail(say("must be four numbers: x, y, width, height in mm"))


def _check_rising(steps: Part, low: float, high: float) -> None:
    numbers = [step.number(low, high) for step in steps.entries(1, say("number"))]
    if sorted(set(numbers)) != numbers:
        steps.fail(say("must rise from number to number"))


_TITLES = ("title", "title_all", "subtitle", "subtitle_undated")


def _check_texts(texts: Part) -> None:
    shared = sheet_texts("en")
    texts.keys(tuple(shared))
    for key, words in texts.items():
        allowed = TITLE_WORDS if key in _TITLES else _placeholders(shared[key])
        for language, text in words.texts().items():
            _check_placeholders(words.at(language), text, allowed)


def _check_placeholders(part: Part, text: str, allowed: Collection[str]) -> None:
    try:
        used = _placeholders(text)
    except ValueError as error:
        part.fail(say("has a brace without its other one ({0}); write {{{{ for a brace of its own", error))
    strange = sorted(used - set(allowed))
    if strange:
        some = ", ".join(f"{{{word}}}" for word in allowed) or say("none")
        part.fail(say("holds {{{0}}}, which is not filled in here; use {1}", strange[0], some))


def _placeholders(text: str) -> set[str]:
    # With its format, which none has here: a width of a thousand million signs would fill the memory.
    return {
        name + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else "")
        for _, name, spec, conversion in string.Formatter().parse(text)
        if name is not None
    }
