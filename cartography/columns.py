"""Pouring the sections of the legend into its columns: the largest type that fits, even columns."""

from __future__ import annotations

from dataclasses import replace

from ..core.exceptions import SheetError
from .key import KeyStyle, Section
from .page import Page
from .recipe import Box


def fill_columns(
    page: Page, columns: list[Box], sections: list[tuple[str, Section]], style: KeyStyle, least_pt: float
) -> None:
    """Pour the sections into the columns in order, with the largest type that fits.

    Raises SheetError when they do not fit even at the least size.
    """
    for share in (1.2, 1.1, 1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58):
        tried = style.smaller(share, least_pt)
        measure = Page(page.layout, draws=False)
        places = _places(measure, columns, sections, tried)
        if places is not None:
            # The shortest columns that still hold everything are the most even ones.
            for height in (0.6, 0.7, 0.8, 0.9):
                shorter = [replace(column, height=column.height * height) for column in columns]
                even = _places(measure, shorter, sections, tried)
                if even is not None:
                    places = even
                    break
            for (_, section), (x, y, width) in zip(sections, places):
                section(page, x, y, width, tried)
            return
    kinds = ", ".join(kind for kind, _ in sections)
    raise SheetError(
        f"There is no room for {kinds} on this paper, even at the least type; choose a larger paper, fewer layers "
        "or fewer blocks."
    )


def _places(
    measure: Page, columns: list[Box], sections: list[tuple[str, Section]], style: KeyStyle
) -> list[tuple[float, float, float]] | None:
    gap = 3.0 * style.mm
    places: list[tuple[float, float, float]] = []
    column, y = 0, columns[0].y
    for _, section in sections:
        height = section(measure, columns[column].x, y, columns[column].width, style)
        while y + height > columns[column].y + columns[column].height + 0.1:
            if y == columns[column].y or column + 1 == len(columns):
                return None
            column += 1
            y = columns[column].y
            height = section(measure, columns[column].x, y, columns[column].width, style)
        places.append((columns[column].x, y, columns[column].width))
        y += height + gap
    return places
