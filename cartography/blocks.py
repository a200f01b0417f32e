"""The blocks of a sheet: what a recipe can pour into its columns, by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterator
from typing import Optional

from qgis.core import NULL, QgsFeatureRequest, QgsVectorLayer

from ..core.exceptions import SheetError
from ..core.wording import say
from . import glyph_key, key
from .address_block import address_block
from .charts import CHARTS
from .cluster_blocks import CLUSTER_BLOCKS
from .columns import Group, fill_columns, fits
from .draft import Draft
from .layer_legend import is_of_one_sign, layers_section
from .layer_styles import NOT_IN_LEGEND
from .level_bars import scorecard_section
from .map_frame import extent_in_degrees
from .page import Page
from .pair_key import pair_key_section
from .pair_style import comparison_key
from .score_legend import ScoreLegend, score_legend
from .sheet_layers import is_in_view, values_in_view
from .sheet_request import Sheet
from .site_blocks import SITE_BLOCKS
from .site_index import index_block, index_pages
from .symbols import presence_expression
from .theme import Mineral, Theme, other_mineral, theme_minerals, vocabulary_terms
from .theme_block import ThemeLegend, theme_legend_section

Block = Callable[[Draft], Optional[key.Section]]


def pour_steps(draft: Draft) -> Generator[None, None, list[str]]:
    """Pour the blocks of the recipe into their columns, in steps.

    Returns the kinds that are too long for the columns and may stand on further pages: they go there.
    """
    groups = []
    for group, kinds in draft.recipe.blocks().items():
        sections = []
        for kind in kinds:
            section = BLOCKS[kind](draft)
            if section is not None:
                sections.append((kind, section))
            yield
        groups.append(Group(draft.arrangement.columns[group], sections))
    style, least_pt = key_style(draft), draft.recipe.least_pt
    further = [kind for group in groups for kind, _ in group.sections if kind in FURTHER_PAGES]
    if further and fits(draft.page, groups, style, least_pt):
        further = []
    yield
    for group in groups:
        group.sections[:] = [entry for entry in group.sections if entry[0] not in further]
    fill_columns(draft.page, groups, style, least_pt)
    yield
    return further


def key_style(draft: Draft) -> key.KeyStyle:
    """Type sizes and symbol scale of the blocks on this paper."""
    type_pt = draft.type_pt
    # On large paper the key is read from farther away than single sites are.
    symbols = draft.symbol_scale * max(draft.mm / 1.6, 1.0)
    return key.KeyStyle(
        type_pt["heading"],
        type_pt["text"],
        type_pt["small"],
        draft.mm,
        symbols,
        draft.request.language,
        draft.texts,
    )


def key_block(draft: Draft) -> key.Section:
    """One site drawn large, in the colours of the first minerals on the map."""
    on_map = [mineral for mineral, _ in _minerals_on_map(draft.sheet, draft.theme, draft.texts)]
    others = [mineral for mineral in theme_minerals(draft.theme) if mineral.code != on_map[0].code]
    second = on_map[1] if len(on_map) > 1 else others[0]
    return glyph_key.glyph_section(draft.theme, draft.texts, draft.request.language, on_map[0], second)


def qualification_block(draft: Draft) -> key.Section:
    """Rings and letters of the statuses on the map."""
    labels = {
        term["code"]: {"en": term["en"], "fr": term["fr"]} for term in vocabulary_terms("qualification")
    }
    statuses = _on_sites(draft, "coalesce(\"qualification\", 'none')")
    return glyph_key.qualification_section(draft.theme, draft.texts, draft.request.language, labels, statuses)


def presence_block(draft: Draft) -> key.Section:
    """Signs of armed presence on the map."""
    classes = _on_sites(draft, presence_expression(draft.theme))
    return glyph_key.presence_section(draft.theme, draft.texts, draft.request.language, classes)


def workers_block(draft: Draft) -> key.Section:
    """Sizes by number of miners."""
    return glyph_key.workers_section(draft.theme, draft.texts, draft.symbol_scale)


def minerals_block(draft: Draft) -> key.Section:
    """Colours of the minerals on the map with their sites."""
    minerals = _minerals_on_map(draft.sheet, draft.theme, draft.texts)
    return glyph_key.minerals_section(draft.theme, draft.texts, draft.request.language, minerals)


def scorecard_block(draft: Draft) -> key.Section | None:
    """Levels of the sheet's sites as bars; left out without a layer of scores."""
    sheet, scores = draft.sheet, draft.layers.scores
    if scores is None:
        draft.leave_out("scorecard", say("there is no layer of scores"))
        return None
    draft.used("scores")
    legend = score_legend(scores, draft.theme, draft.request.language)
    counts, scored = _level_counts(scores, legend, sheet.ground.pcodes)
    heading = draft.texts["scorecard"].format(n=scored, total=len(sheet.ground.pcodes))
    note = f"{draft.texts['not_scored']} {_scheme_note(scores, legend)}"
    return scorecard_section(legend, counts, heading, note)


def context_block(draft: Draft) -> key.Section | None:
    """QGIS's legend of the layers under the sites, those that the map shows something of."""
    drawn, main = draft.sheet.layers, draft.sheet.main
    degrees = extent_in_degrees(main, main.layout().project().transformContext())
    roles = [spec.role for spec in draft.recipe.layers() if spec.role not in NOT_IN_LEGEND]
    context = [drawn[role] for role in roles if role in drawn and is_in_view(drawn[role], degrees)]
    # Layers of many lines come last: a single line after them would look like one of theirs.
    context.sort(key=lambda layer: not is_of_one_sign(layer))
    return layers_section(draft.texts, "context", context) if context else None


def relation_block(draft: Draft) -> key.Section:
    """How the sites stand to protected areas, with their numbers."""
    return layers_section(draft.texts, "relation", [draft.sheet.layers["sites"]])


def _on_sites(draft: Draft, expression: str) -> set[str]:
    """The values of an expression among the sites of the sheet."""
    ground = draft.sheet.ground
    return set(values_in_view(ground.sites, expression, ground.sites.extent()))


def _minerals_on_map(sheet: Sheet, theme: Theme, texts: dict[str, str]) -> list[tuple[Mineral, int]]:
    counts = Counter(
        str(feature["mineral_main"]) if feature["mineral_main"] not in (None, NULL) else "unknown"
        for feature in sheet.ground.sites.getFeatures()
    )
    known = [
        (mineral, counts.pop(mineral.code)) for mineral in theme_minerals(theme) if mineral.code in counts
    ]
    if counts:
        known.append((other_mineral(theme), sum(counts.values())))
    return known


def _level_counts(
    scores: QgsVectorLayer, legend: ScoreLegend, pcodes: list[str]
) -> tuple[dict[str, list[int]], int]:
    """Sites of the sheet per dimension and level from 0, and the number of sites scored."""
    absent = [name for name in ("pcode", "state") if scores.fields().lookupField(name) < 0]
    if absent or not legend.dimensions:
        lacking = ", ".join(absent) or say("a level")
        raise SheetError(
            say("The layer '{0}' lacks {1}; use the output of 'Scorecard'.", scores.name(), lacking)
        )
    wanted = set(pcodes)
    counts = {dim: [0] * len(legend.levels) for dim in legend.dimensions}
    scored = 0
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    for feature in scores.getFeatures(request):
        if feature["pcode"] not in wanted or feature["state"] != "scored":
            continue
        scored += 1
        for dim, of_dim in counts.items():
            level = feature[f"{dim}_level"]
            if level in (None, NULL):
                continue
            if not 0 <= int(level) < len(of_dim):
                raise SheetError(
                    say(
                        "The layer '{0}' holds the level {1} in {2}_level, which its scheme does not "
                        "have; use the output of 'Scorecard'.",
                        scores.name(),
                        level,
                        dim,
                    )
                )
            of_dim[int(level)] += 1
    return counts, scored


def _scheme_note(scores: QgsVectorLayer, legend: ScoreLegend) -> str:
    """Disclaimer and name of the scheme in the sheet's language; else what the layer says of itself."""
    if legend.disclaimer:
        return f"{legend.disclaimer} ({legend.scheme})"
    return scores.metadata().abstract().strip()


def legend_block(draft: Draft) -> key.Section | None:
    """The classes of the layers that a theme draws, those on the map."""
    sheet = draft.sheet
    sections = []
    for spec in draft.recipe.layers():
        alike = [name for name in sheet.looks if name == spec.role or name.startswith(f"{spec.role}_")]
        drawn = [(sheet.layers[name], sheet.looks[name]) for name in alike]
        if drawn:
            heading = draft.texts["level"] if len(drawn) > 1 else ""
            names_all = spec.role == "choropleth"  # the classes of a series are the same on every sheet
            legend = ThemeLegend(f"legend_{spec.role}", drawn, heading, names_all)
            sections.append(theme_legend_section(legend))

    def draw(page: Page, x: float, y: float, width: float, style: key.KeyStyle) -> float:
        top = y
        for section in sections:
            y += section(page, x, y, width, style)
        return y - top

    return draw if sections else None


def pair_key_block(draft: Draft) -> key.Section | None:
    """The square key of two indicators compared."""
    compared = draft.sheet.layers.get("comparison")
    if compared is None:
        return None
    pair = comparison_key(compared, draft.theme, draft.request.language)
    return pair_key_section(pair, draft.texts["pair_key"])


# The kinds that a recipe can name: each gives a section to measure and draw, or None where it has nothing to say.
BLOCKS: dict[str, Block] = {
    "legend": legend_block,
    "pair_key": pair_key_block,
    **CLUSTER_BLOCKS,
    "key": key_block,
    "qualification": qualification_block,
    "presence": presence_block,
    "workers": workers_block,
    "minerals": minerals_block,
    "scorecard": scorecard_block,
    "relation": relation_block,
    "context": context_block,
    "index": index_block,
    "address": address_block,
    **CHARTS,
    **SITE_BLOCKS,
}
# Blocks that are poured onto pages of their own where the columns have no room for them.
FURTHER_PAGES: dict[str, Callable[[Draft], Iterator[None]]] = {"index": index_pages}
