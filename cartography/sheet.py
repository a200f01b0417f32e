"""Building a sheet: the layers, the maps and the margin of one province on one page."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import (
    NULL,
    Qgis,
    QgsFeatureRequest,
    QgsLayoutItemMap,
    QgsLayoutItemMapOverview,
    QgsLayoutItemPage,
    QgsLayoutItemScaleBar,
    QgsLayoutSize,
    QgsPalLayerSettings,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QRectF, Qt
from qgis.PyQt.QtGui import QColor

from ..core.exceptions import SheetError
from . import key
from .context_styles import (
    area_renderer,
    base_renderer,
    fill_symbol,
    label_layer,
    text_format,
    title_renderer,
    with_alpha,
)
from .fonts import line_height_mm, register_fonts, sheet_font, wrap
from .map_frame import (
    MM,
    add_graticule,
    extent_in_degrees,
    graticule_interval,
    map_crs,
    place_map,
    project_extent,
    round_scale,
)
from .page import Page
from .recipe import Arrangement, Box, Recipe, read_recipe, sheet_texts
from .sheet_layers import (
    DRAWING_ORDER,
    Ground,
    SheetLayers,
    countries_layer,
    credit_of,
    file_name,
    find_field,
    ground_of,
    is_fictional,
    outside_layer,
    private_copy,
    title_groups_in_view,
)
from .symbols import mine_renderer, size_expression
from .theme import Mineral, Theme, read_theme, theme_minerals, vocabulary_terms

SCORE_DIMENSIONS = ("security", "health_safety", "state_services", "formalisation")
_AUTO = "auto"


@dataclass(frozen=True)
class SheetRequest:
    """What the user asks for; empty texts are filled in by the sheet."""

    area: str = ""
    name_field: str = ""
    recipe: str = "province"
    paper: str = "A0"
    orientation: str = _AUTO
    theme: str = "mine_glyph"
    language: str = "en"
    title: str = ""
    subtitle: str = ""
    credits: str = ""
    logo: str = ""
    map_id: str = ""
    version: str = "1"
    plugin_version: str = ""
    created: dt.datetime | None = None


@dataclass
class Sheet:
    """A built sheet, ready to be exported or opened in the designer."""

    layout: QgsPrintLayout
    main: QgsLayoutItemMap
    layers: dict[str, QgsVectorLayer]
    ground: Ground
    title: str
    orientation: str
    scale: int
    crs: str
    map_id: str
    sources: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


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
    if orientation == _AUTO:
        orientation = recipe.orientation_for(request.paper, extent.width(), extent.height())
    arrangement = recipe.arrangement(request.paper, orientation)
    title = request.title or texts["title" if request.area else "title_all"].format(area=ground.name)

    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(title)
    page_item: QgsLayoutItemPage = layout.pageCollection().page(0)
    page_item.setPageSize(QgsLayoutSize(arrangement.page_width, arrangement.page_height, MM))

    main_box = arrangement.boxes["main"]
    scale = round_scale(extent, main_box, recipe)
    main = place_map(layout, "main_map", main_box, crs, extent, scale)
    degrees = extent_in_degrees(main, project.transformContext())
    drawn = _styled_layers(layers, ground, degrees, recipe, theme, request, texts)
    project.addMapLayers(list(drawn.values()), False)
    main.setLayers([drawn[role] for role in DRAWING_ORDER if role in drawn])
    main.setKeepLayerSet(True)
    main.setBackgroundColor(QColor(theme.at("base.ground")))
    main.setFrameEnabled(True)
    type_pt = recipe.type_pt(request.paper)
    add_graticule(main, graticule_interval(degrees, recipe), type_pt["grid"], arrangement.factor)

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
    fictional = any(is_fictional(layer) for layer in layers.present().values())
    page = Page(layout)
    _title_block(page, sheet, arrangement, request, texts, type_pt, fictional)
    _legend_columns(page, sheet, layers, arrangement, recipe, theme, request, texts, type_pt)
    _locator(page, sheet, layers, arrangement, theme, texts, type_pt, fictional)
    _scale_block(page, sheet, arrangement, request, texts, type_pt)
    _notes(page, sheet, layers, arrangement, recipe, request, texts, type_pt)
    return sheet


def default_map_id(area: str, paper: str) -> str:
    """A map id from the area's name, e.g. ASM-SUD-KIVU-A0."""
    ascii_name = unicodedata.normalize("NFKD", area).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^A-Z0-9]+", "-", ascii_name.upper()).strip("-")
    return "-".join(part for part in ("ASM", slug or "ALL", paper) if part)


def _styled_layers(
    layers: SheetLayers,
    ground: Ground,
    degrees: QgsRectangle,
    recipe: Recipe,
    theme: Theme,
    request: SheetRequest,
    texts: dict[str, str],
) -> dict[str, QgsVectorLayer]:
    """Private copies of the layers by role, styled and labelled for this paper."""
    type_pt = recipe.type_pt(request.paper)
    symbols = recipe.document["symbol_scale"][request.paper]
    furniture = recipe.arrangement(request.paper, "portrait").factor
    names = recipe.document["name_fields"]
    placement = QgsPalLayerSettings.Placement
    drawn: dict[str, QgsVectorLayer] = {"sites": ground.sites}
    ground.sites.setName("sites")
    ground.sites.setRenderer(mine_renderer(theme, request.language, symbols))
    size = size_expression(theme, symbols)
    label_layer(
        ground.sites,
        '"name"',
        text_format(type_pt["site"], "#111111", buffer_mm=0.4),
        placement.OrderedPositionsAroundPoint,
        priority_expression=(
            'min(10, (CASE WHEN "qualification" IS NOT NULL THEN 2 ELSE 0 END) + '
            '(CASE WHEN "workers" >= 500 THEN 8 WHEN "workers" >= 50 THEN 5 '
            'WHEN "workers" >= 1 THEN 3 ELSE 1 END))'
        ),
        distance_expression=f"({size}) / 2 + {0.9 * symbols:.2f}",
        wrap_after=18,
    )
    for role, layer in layers.present().items():
        if role in ("sites", "scores"):
            continue
        copy = private_copy(layer, texts[role])
        if role == "titles":
            type_field = find_field(layer, recipe.document["title_type_fields"])
            groups = title_groups_in_view(layer, theme, type_field, degrees)
            if not groups:
                continue
            copy.setRenderer(title_renderer(theme, type_field or "type", request.language, groups))
        elif role == "areas":
            copy.setRenderer(area_renderer(theme))
        else:
            copy.setRenderer(base_renderer(theme, role))
        name = find_field(layer, names.get(role, []), request.name_field if role == "provinces" else "")
        quoted_name = f'"{name}"'
        if name and role == "areas":
            style = text_format(type_pt["town"], theme.at("areas.label"), italic=True, buffer_mm=0.6)
            label_layer(
                copy, quoted_name, style, placement.Horizontal, priority=4, obstacle=False, wrap_after=18
            )
        elif name and role == "lakes":
            style = text_format(type_pt["territory"], theme.at("base.lake.label"), italic=True, buffer_mm=0)
            label_layer(copy, quoted_name, style, placement.Horizontal, priority=3, obstacle=False)
        elif name and role == "territories":
            style = text_format(type_pt["territory"], "#6b5f73", buffer_mm=0.7, spacing_pt=1.5 * furniture)
            label_layer(
                copy, f"upper({quoted_name})", style, placement.Horizontal, priority=6, obstacle=False
            )
        elif name and role == "provinces":
            style = text_format(type_pt["province"], "#8a7f90", buffer_mm=0.8, spacing_pt=2.5 * furniture)
            expression = f"upper({quoted_name})"
            if ground.area is not None:
                wanted = ground.name.replace("'", "''")
                expression = (
                    f"CASE WHEN lower({quoted_name}) = lower('{wanted}') THEN '' ELSE {expression} END"
                )
            label_layer(copy, expression, style, placement.Horizontal, priority=5, obstacle=False)
        elif name and role == "towns":
            style = text_format(type_pt["town"], theme.at("base.town.colour"), bold=True, buffer_mm=0.6)
            distance = theme.at("base.town.size_mm") / 2 + 0.4
            label_layer(
                copy,
                quoted_name,
                style,
                placement.OrderedPositionsAroundPoint,
                priority=9,
                distance_mm=distance,
            )
        drawn[role] = copy
    if ground.area is not None:
        wide = QgsRectangle(degrees)
        wide.grow(max(degrees.width(), degrees.height()))
        drawn["outside"] = outside_layer(ground.area, wide, "outside")
        drawn["outside"].setRenderer(base_renderer(theme, "outside"))
    return drawn


def _title_block(
    page: Page,
    sheet: Sheet,
    arrangement: Arrangement,
    request: SheetRequest,
    texts: dict[str, str],
    type_pt: dict[str, float],
    fictional: bool,
) -> None:
    for role, text, bold in (
        ("title", sheet.title, True),
        ("subtitle", _subtitle(sheet, request, texts), False),
    ):
        box = arrangement.boxes[role]
        size = type_pt[role]
        while len(wrap(text, sheet_font(size, bold), box.width)) > 1 and size > type_pt["text"]:
            size *= 0.95
        if len(wrap(text, sheet_font(size, bold), box.width)) > 1:
            raise SheetError(f"The {role} '{text[:40]}...' is too long for the sheet; shorten it.")
        page.label(role, text, box, sheet_font(size, bold), valign=Qt.AlignmentFlag.AlignVCenter)
    if request.logo:
        path = Path(request.logo)
        if not path.is_file():
            raise SheetError(f"The logo '{path.name}' is not there; choose another file or none.")
        page.picture("logo", path, arrangement.boxes["logo"])
    if fictional:
        font = sheet_font(type_pt["subtitle"] * 0.8, bold=True)
        main = arrangement.boxes["main"]
        mm = arrangement.factor
        height = line_height_mm(font) * 1.5
        width = max(len(texts["fictional"]) * font.pointSizeF() * 0.23, 40 * mm)
        box = Box(main.x + 3 * mm, main.y + 3 * mm, width, height)
        label = page.label(
            "fictional",
            texts["fictional"],
            box,
            font,
            colour="#a50012",
            align=Qt.AlignmentFlag.AlignHCenter,
            valign=Qt.AlignmentFlag.AlignVCenter,
            background="#ffffff",
            frame="#a50012",
        )
        sheet.main.addLabelBlockingItem(label)
        sheet.notes.append(texts["fictional"])


def _subtitle(sheet: Sheet, request: SheetRequest, texts: dict[str, str]) -> str:
    if request.subtitle:
        return request.subtitle
    sites = sheet.ground.sites
    count = sites.featureCount()
    dates = []
    if sites.fields().lookupField("visit_date") >= 0:
        request_dates = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        values = (feature["visit_date"] for feature in sites.getFeatures(request_dates))
        dates = sorted(_date_text(value) for value in values if value not in (None, NULL))
    if not dates:
        return texts["subtitle_undated"].format(n=count)
    return texts["subtitle"].format(n=count, first=dates[0], last=dates[-1])


def _date_text(value: object) -> str:
    return value.toString("yyyy-MM-dd") if isinstance(value, QDate) else str(value)[:10]


def _legend_columns(
    page: Page,
    sheet: Sheet,
    layers: SheetLayers,
    arrangement: Arrangement,
    recipe: Recipe,
    theme: Theme,
    request: SheetRequest,
    texts: dict[str, str],
    type_pt: dict[str, float],
) -> None:
    language = request.language
    # The key is read from farther away than single sites on the smallest papers.
    symbols = max(recipe.document["symbol_scale"][request.paper], 0.75) * max(arrangement.factor / 1.6, 1.0)
    style = key.KeyStyle(
        type_pt["heading"], type_pt["text"], type_pt["small"], arrangement.factor, symbols, language, texts
    )
    minerals = _minerals_on_map(sheet, theme, texts)
    statuses = {
        term["code"]: {"en": term["en"], "fr": term["fr"]} for term in vocabulary_terms("qualification")
    }
    sections: dict[str, key.Section] = {
        "key": key.glyph_section(theme, texts, language, symbols, minerals[0][0]),
        "qualification": key.qualification_section(theme, texts, language, symbols, statuses),
        "presence": key.presence_section(theme, texts, language, symbols),
        "workers": key.workers_section(theme, texts, symbols),
        "minerals": key.minerals_section(theme, texts, language, symbols, minerals),
    }
    counts = _level_counts(layers.scores, sheet.ground.pcodes) if layers.scores is not None else {}
    if counts:
        sections["scorecard"] = key.scorecard_section(
            theme, texts, counts, _scheme_note(layers.scores, texts)
        )
    context = [sheet.layers[role] for role in DRAWING_ORDER[1:] if role in sheet.layers and role != "outside"]
    if context:
        sections["context"] = key.context_section(texts, context)
    chosen = [(name, sections[name]) for name in recipe.document["sections"] if name in sections]
    key.fill_columns(page, arrangement.columns, chosen, style, recipe.document["min_text_pt"])


def _minerals_on_map(sheet: Sheet, theme: Theme, texts: dict[str, str]) -> list[tuple[Mineral, int]]:
    counts = Counter(
        str(feature["mineral_main"]) if feature["mineral_main"] not in (None, NULL) else "unknown"
        for feature in sheet.ground.sites.getFeatures()
    )
    known = [
        (mineral, counts.pop(mineral.code)) for mineral in theme_minerals(theme) if mineral.code in counts
    ]
    if counts:
        other = {"en": "Other", "fr": "Autre"}
        known.append((Mineral("", theme.at("fill.other"), other), sum(counts.values())))
    return known


def _level_counts(scores: QgsVectorLayer, pcodes: list[str]) -> dict[str, list[int]]:
    """Sites of the sheet per level 0..4 and dimension, among the sites that were scored."""
    wanted = set(pcodes)
    counts: dict[str, list[int]] = {}
    for dim in SCORE_DIMENSIONS:
        if scores.fields().lookupField(f"{dim}_level") < 0:
            raise SheetError(
                f"The layer '{scores.name()}' lacks the field {dim}_level; use the output of 'Scorecard'."
            )
        counts[dim] = [0] * 5
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    for feature in scores.getFeatures(request):
        if feature["pcode"] not in wanted or feature["state"] != "scored":
            continue
        for dim in SCORE_DIMENSIONS:
            level = feature[f"{dim}_level"]
            if level not in (None, NULL):
                counts[dim][int(level)] += 1
    return counts


def _scheme_note(scores: QgsVectorLayer, texts: dict[str, str]) -> str:
    abstract = scores.metadata().abstract().strip()
    if abstract:
        return abstract
    feature = next(scores.getFeatures(), None)
    if feature is None:
        return ""
    return f"{feature['scheme']} {feature['scheme_version']} ({feature['scheme_hash']})"


def _locator(
    page: Page,
    sheet: Sheet,
    layers: SheetLayers,
    arrangement: Arrangement,
    theme: Theme,
    texts: dict[str, str],
    type_pt: dict[str, float],
    fictional: bool,
) -> None:
    box, mm = arrangement.boxes["locator"], arrangement.factor
    heading = page.paragraph(
        "locator_heading",
        texts["locator"],
        box.x,
        box.y,
        box.width,
        sheet_font(type_pt["heading"], bold=True),
    )
    frame = Box(box.x, box.y + heading + 0.8 * mm, box.width, box.height - heading - 0.8 * mm)
    shown: list[QgsVectorLayer] = []
    context = sheet.layout.project().transformContext()
    if layers.provinces is not None:
        provinces = private_copy(layers.provinces, "locator_provinces")
        provinces.setRenderer(QgsSingleSymbolRenderer(fill_symbol(QColor("#ffffff"), "#8a7f90", 0.15 * mm)))
        shown.append(provinces)
        degrees = provinces.extent()
        if provinces.crs().isValid() and not provinces.crs().isGeographic():
            degrees = _to_degrees(provinces, context)
    else:
        degrees = QgsRectangle(sheet.ground.extent)
        degrees.scale(4)
    if not fictional:
        countries = countries_layer("countries")
        if countries is not None:
            countries.setRenderer(base_renderer(theme, "countries"))
            shown.append(countries)
            sheet.layers["countries"] = countries
    if not shown:
        return
    sheet.layout.project().addMapLayers(shown, False)
    sheet.layers.update({layer.name(): layer for layer in shown})
    crs = map_crs(degrees)
    extent = project_extent(degrees, crs, context)
    extent.grow(max(extent.width(), extent.height()) * 0.03)
    scale = max(extent.width() / frame.width, extent.height() / frame.height) * 1000 * 1.001
    locator = place_map(sheet.layout, "locator", frame, crs, extent, scale)
    locator.setLayers(shown)
    locator.setKeepLayerSet(True)
    locator.setFrameEnabled(True)
    locator.setBackgroundColor(QColor("#e4eef5" if not fictional else "#f4f1ea"))
    overview = QgsLayoutItemMapOverview("main map", locator)
    overview.setLinkedMap(sheet.main)
    overview.setFrameSymbol(fill_symbol(with_alpha("#b00012", 0.12), "#b00012", 0.5 * mm))
    locator.overviews().addOverview(overview)


def _to_degrees(layer: QgsVectorLayer, context) -> QgsRectangle:
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform

    return QgsCoordinateTransform(
        layer.crs(), QgsCoordinateReferenceSystem("EPSG:4326"), context
    ).transformBoundingBox(layer.extent())


def _scale_block(
    page: Page,
    sheet: Sheet,
    arrangement: Arrangement,
    request: SheetRequest,
    texts: dict[str, str],
    type_pt: dict[str, float],
) -> None:
    box, mm = arrangement.boxes["scale"], arrangement.factor
    ratio = f"{sheet.scale:,}".replace(",", " ")
    y = box.y + page.paragraph(
        "scale_ratio",
        texts["scale"].format(scale=ratio, paper=request.paper),
        box.x,
        box.y,
        box.width,
        sheet_font(type_pt["text"], bold=True),
    )
    bar = QgsLayoutItemScaleBar(sheet.layout)
    bar.setId("scale_bar")
    bar.setStyle("Single Box")
    bar.setLinkedMap(sheet.main)
    bar.setUnits(_kilometres())
    bar.setUnitLabel("km")
    bar.setMapUnitsPerScaleBarUnit(1.0)
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    bar.setUnitsPerSegment(_segment_km(sheet.scale, box.width * 0.72 / 2))
    bar.setHeight(1.4 * mm)
    bar.setBoxContentSpace(0.5)
    bar.setLabelBarSpace(0.8 * mm)
    bar.setTextFormat(text_format(type_pt["small"] * 1.1, "#1a1a1a", buffer_mm=0))
    bar.update()
    bar.attemptSetSceneRect(QRectF(box.x, y + 0.6 * mm, box.width, 8 * mm))
    sheet.layout.addLayoutItem(bar)
    y += 9 * mm
    small = sheet_font(type_pt["small"])
    crs = sheet.main.crs()
    name = crs.description() or "Lambert azimuthal equal area"
    text = texts["crs"].format(name=name, authid=crs.authid() or "custom", datum="WGS 84")
    y += page.paragraph("crs", text, box.x, y, box.width, small)
    page.paragraph("grid", texts["grid"], box.x, y, box.width, small)


def _kilometres():
    from qgis.core import QgsUnitTypes

    return QgsUnitTypes.DistanceUnit.DistanceKilometers


def _segment_km(scale: float, most_mm: float) -> float:
    """The longest of 1, 2, 5 x 10^n km that is no longer than most_mm on paper."""
    most_km = most_mm * scale / 1e6
    steps = [digit * 10.0**power for power in range(-3, 5) for digit in (1, 2, 5)]
    return max([step for step in steps if step <= most_km] or [steps[0]])


def _notes(
    page: Page,
    sheet: Sheet,
    layers: SheetLayers,
    arrangement: Arrangement,
    recipe: Recipe,
    request: SheetRequest,
    texts: dict[str, str],
    type_pt: dict[str, float],
) -> None:
    """Sources, caveats, disclaimer and imprint, at the largest type that fits their box."""
    sheet.sources = source_lines(layers, sheet, texts)
    created = request.created or dt.datetime.now().astimezone()
    imprint = texts["imprint"].format(
        map_id=sheet.map_id,
        version=request.version,
        date=created.strftime("%Y-%m-%d %H:%M %z"),
        plugin=request.plugin_version,
        qgis=Qgis.QGIS_VERSION.split("-")[0],
    )
    blocks = [
        ("sources", texts["sources"] + "\n" + "\n".join(sheet.sources)),
        ("caveat", texts["caveat"]),
        ("disclaimer", texts["disclaimer"]),
        ("credits", request.credits),
        ("imprint", imprint),
    ]
    blocks = [(name, text) for name, text in blocks if text]
    box, mm = arrangement.boxes["notes"], arrangement.factor
    size = type_pt["small"]
    least = min(recipe.document["min_text_pt"], size) - 1
    gap = 1.0 * mm
    while size >= least:
        font = sheet_font(size)
        heights = [len(wrap(text, font, box.width)) * line_height_mm(font) + gap for _, text in blocks]
        if sum(heights) <= box.height:
            y = box.y
            for name, text in blocks:
                y += page.paragraph(name, text, box.x, y, box.width, font) + gap
            return
        size -= 0.25
    raise SheetError("Sources and notes do not fit the sheet; shorten the credits or choose a larger paper.")


def source_lines(layers: SheetLayers, sheet: Sheet, texts: dict[str, str]) -> list[str]:
    """One line per drawn layer: what it is, and the rights and licence from its metadata."""
    lines = []
    names = {"sites": texts["title_all"]}
    for role, layer in layers.present().items():
        if role == "scores" or (role not in sheet.layers):
            continue
        credit = credit_of(layer)
        template = "source_line" if credit else "source_unstated"
        name = names.get(role, texts[role])
        lines.append(texts[template].format(layer=name, credit=credit, file=file_name(layer)))
    if "countries" in sheet.layers:
        lines.append(texts["source_line"].format(layer=texts["countries"], credit="Natural Earth"))
    merged: dict[str, list[str]] = {}
    for line in lines:
        name, _, credit = line.partition(":")
        merged.setdefault(credit.strip(), []).append(name.strip())
    return [f"{', '.join(names)}: {credit}" for credit, names in merged.items()]
