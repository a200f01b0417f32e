"""What the legend of one sheet says: the minerals, levels and layers that are on it."""

from __future__ import annotations

from collections import Counter

from qgis.core import NULL, QgsFeatureRequest, QgsVectorLayer

from ..core.exceptions import SheetError
from . import key
from .columns import fill_columns
from .draft import Draft
from .layer_styles import NOT_IN_LEGEND
from .score_legend import ScoreLegend, score_legend
from .sheet_layers import DRAWING_ORDER
from .sheet_request import Sheet
from .theme import Mineral, Theme, other_mineral, theme_minerals, vocabulary_terms


def legend_columns(draft: Draft) -> None:
    """Pour the key, the counts and the legend of layers into the legend columns."""
    sheet, scores, texts, theme, recipe = (
        draft.sheet,
        draft.layers.scores,
        draft.texts,
        draft.theme,
        draft.recipe,
    )
    language, type_pt = draft.request.language, draft.type_pt
    map_scale = recipe.document["symbol_scale"][draft.request.paper]
    # On large paper the key is read from farther away than single sites are.
    symbols = map_scale * max(draft.mm / 1.6, 1.0)
    style = key.KeyStyle(
        type_pt["heading"], type_pt["text"], type_pt["small"], draft.mm, symbols, language, texts
    )
    minerals = _minerals_on_map(sheet, theme, texts)
    statuses = {
        term["code"]: {"en": term["en"], "fr": term["fr"]} for term in vocabulary_terms("qualification")
    }
    sections: dict[str, key.Section] = {
        "key": key.glyph_section(theme, texts, language, minerals[0][0]),
        "qualification": key.qualification_section(theme, texts, language, statuses),
        "presence": key.presence_section(theme, texts, language),
        "workers": key.workers_section(theme, texts, map_scale),
        "minerals": key.minerals_section(theme, texts, language, minerals),
    }
    if scores is not None:
        legend = score_legend(scores, theme, language)
        counts, scored = _level_counts(scores, legend, sheet.ground.pcodes)
        heading = texts["scorecard"].format(n=scored, total=len(sheet.ground.pcodes))
        note = f"{texts['not_scored']} {_scheme_note(scores, legend)}"
        sections["scorecard"] = key.scorecard_section(legend, counts, heading, note)
    shown = [role for role in DRAWING_ORDER if role in sheet.layers and role not in NOT_IN_LEGEND]
    context = [sheet.layers[role] for role in shown]
    if context:
        sections["context"] = key.context_section(texts, context)
    chosen = [(name, sections[name]) for name in recipe.document["sections"] if name in sections]
    fill_columns(draft.page, draft.arrangement.columns, chosen, style, recipe.document["min_text_pt"])


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
        lacking = ", ".join(absent) or "a level"
        raise SheetError(f"The layer '{scores.name()}' lacks {lacking}; use the output of 'Scorecard'.")
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
                    f"The layer '{scores.name()}' holds the level {level} in {dim}_level, which its scheme "
                    "does not have; use the output of 'Scorecard'."
                )
            of_dim[int(level)] += 1
    return counts, scored


def _scheme_note(scores: QgsVectorLayer, legend: ScoreLegend) -> str:
    """Disclaimer and name of the scheme in the sheet's language; else what the layer says of itself."""
    if legend.disclaimer:
        return f"{legend.disclaimer} ({legend.scheme})"
    return scores.metadata().abstract().strip()
