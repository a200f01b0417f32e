"""Pouring the sections of the legend into its columns: the largest type that fits, even columns."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..core.exceptions import SheetError
from ..core.wording import say
from .key import KeyStyle, Section
from .page import Page
from .recipe import Box

_SHARES = (1.2, 1.1, 1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58)  # of the type that the recipe asks for

_HARDLY_SMALLER = 0.82


@dataclass(frozen=True)
class Group:
    """Columns and the sections that are poured into them in order."""

    columns: list[Box]
    sections: list[tuple[str, Section]]


def fill_columns(page: Page, groups: list[Group], style: KeyStyle, least_pt: float) -> None:
    """Pour every group into its columns, all with the same type, the largest with which all of them fit.

    Raises SheetError naming the sections that do not fit even at the least size.
    """
    measure = Page(page.layout, draws=False)
    for share in _SHARES:
        tried = style.smaller(share, least_pt)
        poured = [_places(measure, group.columns, group.sections, tried) for group in groups]
        if None in poured:
            continue
        for group, places in zip(groups, poured):
            even = _even_places(measure, group, tried) or places
            for (_, section), (x, y, width) in zip(group.sections, even):
                section(page, x, y, width, tried)
        return
    crowded = [group for group, places in zip(groups, poured) if places is None]
    kinds = ", ".join(kind for group in crowded for kind, _ in group.sections)
    raise SheetError(
        say(
            "There is no room for {0} on this paper, even at the least type; choose a larger paper, "
            "fewer layers or fewer blocks.",
            kinds,
        )
    )


def fits(page: Page, groups: list[Group], style: KeyStyle, least_pt: float) -> bool:
    """Whether all groups fit their columns with a type that is hardly smaller than the recipe asks for."""
    measure, asked = Page(page.layout, draws=False), style.smaller(_HARDLY_SMALLER, least_pt)
    return all(_places(measure, group.columns, group.sections, asked) is not None for group in groups)


def _even_places(measure: Page, group: Group, style: KeyStyle) -> list[tuple[float, float, float]] | None:
    """The places in the shortest columns that still hold everything: those are the most even ones."""
    for height in (0.6, 0.7, 0.8, 0.9):
        shorter = [replace(column, height=column.height * height) for column in group.columns]
        places = _places(measure, shorter, group.sections, style)
        if places is not None:
            return places
    return None


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
