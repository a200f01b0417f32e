"""The margin of a sheet: title, locator, scale, sources, caveats and imprint."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from pathlib import Path

from qgis.core import (
    NULL,
    Qgis,
    QgsFeatureRequest,
    QgsLayoutItemMapOverview,
    QgsLayoutItemScaleBar,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QRectF, Qt
from qgis.PyQt.QtGui import QColor

from ..core.exceptions import SheetError
from .context_styles import base_renderer, fill_symbol, text_format, with_alpha
from .fonts import line_height_mm, sheet_font, text_width_mm, wrap
from .layer_metadata import credit_of, origin_of
from .map_frame import layer_extent_in_degrees, map_crs, place_map, project_extent
from .page import Page
from .recipe import Arrangement, Box, Recipe
from .sheet_layers import SheetLayers, countries_layer, polygon_layer, private_copy
from .sheet_request import Sheet, SheetRequest
from .theme import Theme


def default_map_id(area: str, paper: str) -> str:
    """A map id from the area's name, e.g. ASM-SUD-KIVU-A0."""
    ascii_name = unicodedata.normalize("NFKD", area).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^A-Z0-9]+", "-", ascii_name.upper()).strip("-")
    return "-".join(part for part in ("ASM", slug or "ALL", paper) if part)


def title_block(
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
        width = text_width_mm(texts["fictional"], font) + 6 * mm
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


def locator(
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
        degrees = layer_extent_in_degrees(provinces, context)
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
    item = place_map(sheet.layout, "locator", frame, crs, extent, scale)
    item.setLayers(shown)
    item.setKeepLayerSet(True)
    item.setFrameEnabled(True)
    item.setBackgroundColor(QColor("#e4eef5" if not fictional else "#f4f1ea"))
    overview = QgsLayoutItemMapOverview("main map", item)
    overview.setLinkedMap(sheet.main)
    overview.setFrameSymbol(fill_symbol(with_alpha("#ffffff", 0.0), "#b00012", 0.4 * mm))
    item.overviews().addOverview(overview)


def scale_block(
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


def notes(
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
        ("sources_heading", texts["sources"], True),
        ("sources", "\n".join(sheet.sources), False),
        ("caveat", texts["caveat"], False),
        ("disclaimer", texts["disclaimer"], False),
        ("credits", request.credits, False),
        ("imprint", imprint, False),
    ]
    blocks = [block for block in blocks if block[1]]
    box = arrangement.boxes["notes"]
    size = type_pt["text"]
    while size >= recipe.document["min_text_pt"] - 1:
        gap = size * 0.12
        fonts = {bold: sheet_font(size, bold) for bold in (True, False)}
        height = sum(
            len(wrap(text, fonts[bold], box.width)) * line_height_mm(fonts[bold]) + gap
            for _, text, bold in blocks
        )
        if height <= box.height:
            y = box.y
            for name, text, bold in blocks:
                y += page.paragraph(name, text, box.x, y, box.width, fonts[bold]) + gap
            return
        size -= 0.25
    raise SheetError("Sources and notes do not fit the sheet; shorten the credits or choose a larger paper.")


def source_lines(layers: SheetLayers, sheet: Sheet, texts: dict[str, str]) -> list[str]:
    """What the drawn layers say of their source, layers of one source together.

    Layers that state none are named with their file, so that a reader can ask.
    """
    stated: dict[str, list[str]] = {}
    unstated = []
    for role, layer in layers.present().items():
        if role not in sheet.layers:
            continue
        credit = credit_of(layer)
        if credit:
            stated.setdefault(credit, []).append(texts[role])
        else:
            unstated.append(f"{texts[role]} ({origin_of(layer)})")
    if "countries" in sheet.layers:
        stated.setdefault("Natural Earth", []).append(texts["countries"])
    lines = [
        texts["source_line"].format(layer=", ".join(names), credit=credit) for credit, names in stated.items()
    ]
    if unstated:
        lines.append(texts["source_unstated"].format(files=", ".join(unstated)))
    return lines
