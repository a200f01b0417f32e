"""The words in braces that a recipe may use in titles and filters, and what they stand for."""

from __future__ import annotations

from qgis.core import QgsExpression, QgsFeatureRequest
from qgis.PyQt.QtCore import QDate

from .sheet_ground import Ground
from .sheet_layers import plain_text

# area: name of the area or site. n: sites on the sheet. first, last: dates of their latest visits.
# what: what the first layer drawn by a theme shows. pcode, visited: key and last visit of the site of a site sheet.
TITLE_WORDS = ("area", "n", "first", "last", "pcode", "visited", "what")
FILTER_WORDS = ("area", "pcode")


def title_words(ground: Ground, unknown: str, what: str = "") -> dict[str, str]:
    """What the placeholders of titles stand for; unknown: for what is not known."""
    dates = _dates(ground)
    focus = ground.focus
    visited = (
        plain_date(focus["visit_date"])
        if focus is not None and "visit_date" in focus.fields().names()
        else ""
    )
    return {
        "area": ground.name,
        "n": str(ground.sites.featureCount()),
        "first": dates[0] if dates else unknown,
        "last": dates[-1] if dates else unknown,
        "pcode": plain_text(focus["pcode"]) if focus is not None else "",
        "visited": visited or unknown,
        "what": what,
    }


def has_dates(ground: Ground) -> bool:
    """Whether any site of the sheet has a date of visit."""
    return bool(_dates(ground))


def filter_words(ground: Ground) -> dict[str, str]:
    """What the placeholders of filters stand for, as literals of an expression."""
    pcode = plain_text(ground.focus["pcode"]) if ground.focus is not None else ""
    return {"area": QgsExpression.quotedValue(ground.name), "pcode": QgsExpression.quotedValue(pcode)}


def plain_date(value: object) -> str:
    """A date as ISO text; '' for NULL."""
    return value.toString("yyyy-MM-dd") if isinstance(value, QDate) else plain_text(value)[:10]


def _dates(ground: Ground) -> list[str]:
    if ground.sites.fields().lookupField("visit_date") < 0:
        return []
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return sorted(
        filter(None, (plain_date(site["visit_date"]) for site in ground.sites.getFeatures(request)))
    )
