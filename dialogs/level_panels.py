"""From a comparison of levels to the panels of the chart, in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.scorecard.scheme_model import OVERALL, Scheme
from .level_chart import NO_LEVEL_COLOUR, LevelBar, LevelPanel
from .words import tr, user_language

if TYPE_CHECKING:
    from ..core.scorecard.level_changes import LevelComparison

_NOT_SCORED, _NOT_APPLICABLE, _NO_DATA = -2, -1, 0  # as in LevelChange
_NOT_APPLICABLE_COLOUR = "#ffffff"


def level_titles(scheme: Scheme) -> dict[str, str]:
    """Titles of the indicators by id, and of the overall level where there is one."""
    language = user_language()
    titles = {dim.id: dim.label[language] for dim in scheme.dimensions}
    if scheme.overall is not None:
        titles[OVERALL] = scheme.overall.label[language]
    return titles


def level_words(scheme: Scheme) -> dict[int, str]:
    """Words of the levels by number, with those of sites without one."""
    language = user_language()
    return {
        _NOT_SCORED: tr("not scored"),
        _NOT_APPLICABLE: tr("not applicable"),
        _NO_DATA: scheme.no_data[language],
        **{number: level.label[language] for number, level in enumerate(scheme.levels, start=1)},
    }


def level_panels(comparison: LevelComparison, before: Scheme, after: Scheme) -> list[LevelPanel]:
    """A panel for each indicator of either scheme, the second's first.

    Levels of one code share a row; those that only one scheme has stand in rows of their own.
    """
    titles = {**level_titles(before), **level_titles(after)}
    names = [*level_titles(after), *(name for name in level_titles(before) if name not in comparison.after)]
    for name in names:
        if name not in comparison.before:
            titles[name] = tr("{0} (only after)").format(titles[name])
        elif name not in comparison.after:
            titles[name] = tr("{0} (only before)").format(titles[name])
    return [
        LevelPanel(
            name,
            titles[name],
            _bars(comparison.before.get(name), comparison.after.get(name), before, after),
        )
        for name in names
    ]


def _bars(
    counts_before: dict[int, int] | None, counts_after: dict[int, int] | None, before: Scheme, after: Scheme
) -> tuple[LevelBar, ...]:
    language = user_language()

    def count(counts: dict[int, int] | None, number: int | None) -> int | None:
        return None if counts is None or number is None else counts[number]

    bars = [
        LevelBar(after.no_data[language], NO_LEVEL_COLOUR, count(counts_before, 0), count(counts_after, 0))
    ]
    numbers = [{level.code: place for place, level in enumerate(one.levels, 1)} for one in (before, after)]
    levels = {level.code: level for one in (before, after) for level in one.levels}
    for code in [*numbers[1], *(code for code in numbers[0] if code not in numbers[1])]:
        pair = count(counts_before, numbers[0].get(code)), count(counts_after, numbers[1].get(code))
        if pair != (None, None):
            level = levels[code]
            bars.append(LevelBar(level.label[language], level.safe_colour, *pair))
    nowhere = count(counts_before, _NOT_APPLICABLE), count(counts_after, _NOT_APPLICABLE)
    if any(nowhere):
        bars.append(LevelBar(tr("not applicable"), _NOT_APPLICABLE_COLOUR, *nowhere))
    return tuple(bars)
