"""Text of data put where signs have a meaning: one function for each kind of place.

Expressions of QGIS are quoted by QGIS itself (QgsExpression.quotedValue, quotedColumnRef), formulas of spreadsheets
are guarded in spreadsheet_text.py, and XML is written by writers that escape.
"""

from __future__ import annotations

import html
import re

# Signs that break lines where no line ends, turn the direction of what follows, show nothing, or are no characters.
_BLANKS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_UNSEEN = re.compile(
    "[\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_LINE_ENDS = re.compile("\r\n?")


def printable(text: str) -> str:
    """The text without signs that nobody sees; ends of lines stay. For paper and pages: data keep what they hold."""
    return _UNSEEN.sub("", _BLANKS.sub(" ", _LINE_ENDS.sub("\n", text)))


def html_text(value: object) -> str:
    """A value as text of HTML or as the value of an attribute within quotes."""
    return html.escape(printable(str(value)))


def layout_text(text: str) -> str:
    """Text for a label of a layout that shows as it is: QGIS would run what stands between [% and %]."""
    return printable(text).replace("[%", "[% '[%' %]")


def sql_name(name: str) -> str:
    """The name of a table or column as SQL has it."""
    return '"' + name.replace('"', '""') + '"'
