"""The margin of a sheet: title, locator, scale, sources, caveats and imprint."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsLayoutItemMapOverview,
    QgsLayoutItemScaleBar,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor

from ..core.exceptions import SheetError
from ..core.wording import say, to_say
from .context_styles import base_renderer, fill_symbol, text_format, with_alpha
from .draft import Draft
from .fonts import line_height_mm, sheet_font, text_width_mm, wrap
from .layer_metadata import credit_of, origin_of
from .map_frame import extent_in_degrees, layer_extent_in_degrees, map_crs, place_map, project_extent
from .recipe import Box
from .sheet_layers import COUNTRIES_CREDIT, SheetLayers, countries_layer, polygon_layer, private_copy
from .sheet_request import Sheet
from .sheet_words import has_dates

NOTES = (
    "sources_heading",
    "sources",
    "caveat",
    "disclaimer",
    "credits",
    "organisation",
    "licence",
    "imprint",
)  # ids of the labels, from the top


def default_map_id(area: str, paper: str) -> str:
    """A map id from the area's name, e.g. ASM-SUD-KIVU-A0."""
    ascii_name = unicodedata.normalize("NFKD", area).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^A-Z0-9]+", "-", ascii_name.upper()).strip("-")
    return "-".join(part for part in ("ASM", slug or "ALL", paper) if part)


def title_block(draft: Draft) -> None:
    """Title and subtitle on one line each, and the logo."""
    page, sheet, boxes, type_pt = draft.page, draft.sheet, draft.arrangement.boxes, draft.type_pt
    for role, text, bold, too_long in (
        ("title", sheet.title, True, to_say("The title '{0}...' is too long for the sheet; shorten it.")),
        (
            "subtitle",
            _subtitle(draft),
            False,
            to_say("The subtitle '{0}...' is too long for the sheet; shorten it."),
        ),
    ):
        box = boxes[role]
        size = type_pt[role]
        while len(wrap(text, sheet_font(size, bold), box.width)) > 1 and size > type_pt["text"]:
            size *= 0.95
        if len(wrap(text, sheet_font(size, bold), box.width)) > 1:
            raise SheetError(say(too_long, text[:40]))
        page.label(role, text, box, sheet_font(size, bold), valign=Qt.AlignmentFlag.AlignVCenter)
    if draft.request.logo:
        path = Path(draft.request.logo)
        if not path.is_file():
            raise SheetError(say("The logo '{0}' is not there; choose another file or none.", path.name))
        page.picture("logo", path, boxes["logo"])


def fiction_warning(draft: Draft) -> None:
    """Where the data are fictional, say so on the map."""
    if not draft.is_fictional:
        return
    text, sheet = draft.texts["fictional"], draft.sheet
    font = sheet_font(draft.type_pt["subtitle"] * 0.8, bold=True)
    main, mm = sheet.main.mapRectToScene(sheet.main.rect()), draft.mm
    height = line_height_mm(font) * 1.5
    width = text_width_mm(text, font) + 6 * mm
    label = draft.page.label(
        "fictional",
        text,
        Box(main.x() + 3 * mm, main.y() + 3 * mm, width, height),
        font,
        colour="#a50012",
        align=Qt.AlignmentFlag.AlignHCenter,
        valign=Qt.AlignmentFlag.AlignVCenter,
        background="#ffffff",
        frame="#a50012",
    )
    sheet.main.addLabelBlockingItem(label)
    sheet.notes.append(text)


def _subtitle(draft: Draft) -> str:
    if draft.request.subtitle:
        return draft.request.subtitle
    ground = draft.sheet.ground
    key = "subtitle" if has_dates(ground) or ground.focus is not None else "subtitle_undated"
    return draft.texts[key].format(**draft.sheet.words)


def locator(draft: Draft, name: str) -> None:
    """Where the area lies among the provinces and countries."""
    sheet, layers, mm = draft.sheet, draft.layers, draft.mm
    box = draft.arrangement.boxes[name]
    font = sheet_font(draft.type_pt["heading"], bold=True)
    heading = draft.page.paragraph("locator_heading", draft.texts["locator"], box.x, box.y, box.width, font)
    frame = Box(box.x, box.y + heading + 0.8 * mm, box.width, box.height - heading - 0.8 * mm)
    shown: list[QgsVectorLayer] = []
    context = sheet.layout.project().transformContext()
    if layers.provinces is not None:
        provinces = private_copy(layers.provinces, "locator_provinces")
        provinces.setRenderer(QgsSingleSymbolRenderer(fill_symbol(QColor("#ffffff"), "#8a7f90", 0.15 * mm)))
        shown.append(provinces)
        degrees = layer_extent_in_degrees(provinces, context)
        degrees.combineExtentWith(extent_in_degrees(sheet.main, context))
    else:
        degrees = QgsRectangle(sheet.ground.extent)
        degrees.scale(4)
    if not draft.is_fictional:
        countries = countries_layer("countries")
        if countries is not None:
            countries.setRenderer(base_renderer(draft.theme, "countries"))
            shown.append(countries)
            sheet.layers["countries"] = countries
    if not shown:
        return
    if sheet.ground.area is not None:
        chosen = polygon_layer(sheet.ground.area, "locator_area")
        chosen.setRenderer(
            QgsSingleSymbolRenderer(fill_symbol(with_alpha("#b00012", 0.35), "#7a0010", 0.2 * mm))
        )
        shown.insert(0, chosen)
    sheet.layout.project().addMapLayers(shown, False)
    sheet.layers.update({layer.name(): layer for layer in shown})
    crs = map_crs(degrees)
    extent = project_extent(degrees, crs, context)
    extent.grow(max(extent.width(), extent.height()) * 0.03)
    scale = max(extent.width() / frame.width, extent.height() / frame.height) * 1000 * 1.001
    item = place_map(sheet.layout, name, frame, crs, extent, scale)
    sheet.frames[name] = item
    item.setLayers(shown)
    item.setKeepLayerSet(True)
    item.setFrameEnabled(True)
    item.setBackgroundColor(QColor("#f4f1ea" if draft.is_fictional else "#e4eef5"))
    overview = QgsLayoutItemMapOverview("main map", item)
    overview.setLinkedMap(sheet.main)
    overview.setFrameSymbol(fill_symbol(with_alpha("#ffffff", 0.0), "#b00012", 0.4 * mm))
    item.overviews().addOverview(overview)


def scale_block(draft: Draft) -> None:
    """Ratio, bar, projection and graticule."""
    page, sheet, texts, type_pt = draft.page, draft.sheet, draft.texts, draft.type_pt
    box, mm = draft.arrangement.boxes["scale"], draft.mm
    ratio = f"{sheet.scale:,}".replace(",", " ")
    y = box.y + page.paragraph(
        "scale_ratio",
        texts["scale"].format(scale=ratio, paper=draft.request.paper),
        box.x,
        box.y,
        box.width,
        sheet_font(type_pt["text"], bold=True),
    )
    bar = QgsLayoutItemScaleBar(sheet.layout)
    bar.setId("scale_bar")
    bar.setStyle("Single Box")
    bar.setLinkedMap(sheet.main)
    bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    bar.setUnitLabel("km")
    bar.setMapUnitsPerScaleBarUnit(1.0)
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    bar.setUnitsPerSegment(segment_km(sheet.scale, box.width * 0.72 / 2))
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


def segment_km(scale: float, most_mm: float) -> float:
    """The longest of 1, 2, 5 x 10^n km that is no longer than most_mm on paper."""
    most_km = most_mm * scale / 1e6
    steps = [digit * 10.0**power for power in range(-3, 5) for digit in (1, 2, 5)]
    return max([step for step in steps if step <= most_km] or [steps[0]])


def notes(draft: Draft) -> None:
    """Sources, caveats, disclaimer and imprint, at the largest type that fits their box."""
    sheet, request, texts = draft.sheet, draft.request, draft.texts
    sheet.sources = source_lines(draft.layers, sheet, texts)
    created = request.created or dt.datetime.now().astimezone()
    imprint = texts["imprint"].format(
        map_id=sheet.map_id,
        version=request.version,
        date=created.strftime("%Y-%m-%d %H:%M %z"),
        plugin=request.plugin_version,
        qgis=Qgis.QGIS_VERSION.split("-")[0],
    )
    said = (
        texts["sources"],
        "\n".join(sheet.sources),
        texts["caveat"],
        request.disclaimer or texts["disclaimer"],
        request.credits,
        request.organisation,
        request.licence,
        imprint,
    )
    blocks = [(name, text, name == "sources_heading") for name, text in zip(NOTES, said) if text]
    box = draft.arrangement.boxes["notes"]
    size = draft.type_pt["text"]
    while size >= draft.recipe.least_pt:
        gap = size * 0.12
        fonts = {bold: sheet_font(size, bold) for bold in (True, False)}
        height = sum(
            len(wrap(text, fonts[bold], box.width)) * line_height_mm(fonts[bold]) + gap
            for _, text, bold in blocks
        )
        if height <= box.height:
            y = box.y
            for name, text, bold in blocks:
                y += draft.page.paragraph(name, text, box.x, y, box.width, fonts[bold]) + gap
            return
        size -= 0.25
    raise SheetError(
        say("Sources and notes do not fit the sheet; shorten the credits or choose a larger paper.")
    )


def source_lines(layers: SheetLayers, sheet: Sheet, texts: dict[str, str]) -> list[str]:
    """What the drawn layers say of their source, layers of one source together.

    Layers that state none are named with their file, so that a reader can ask.
    """
    stated: dict[str, list[str]] = {}
    unstated = []
    for role, layer in layers.present().items():
        shown = (*sheet.layers, *sheet.tables)
        if not any(name == role or name.startswith(f"{role}_") for name in shown):
            continue
        credit = credit_of(layer)
        if credit:
            stated.setdefault(credit, []).append(texts[role])
        else:
            unstated.append(f"{texts[role]} ({origin_of(layer)})")
    if "countries" in sheet.layers:
        stated.setdefault(COUNTRIES_CREDIT, []).append(texts["countries"])
    lines = [
        texts["source_line"].format(layer=", ".join(names), credit=credit) for credit, names in stated.items()
    ]
    if unstated:
        lines.append(texts["source_unstated"].format(files=", ".join(unstated)))
    return lines
