"""What the legend of one sheet says: the minerals, levels and layers that are on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

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
    sheet, texts, theme, recipe = draft.sheet, draft.texts, draft.theme, draft.recipe
    language, type_pt = draft.request.language, draft.type_pt
    map_scale = recipe.document["symbol_scale"][draft.request.paper]
    # On large paper the key is read from farther away than single sites are.
    symbols = map_scale * max(draft.mm / 1.6, 1.0)
    style = key.KeyStyle(
        type_pt["heading"], type_pt["text"], type_pt["small"], draft.mm, symbols, language, texts
    )
    statuses = {
        term["code"]: {"en": term["en"], "fr": term["fr"]} for term in vocabulary_terms("qualification")
    }
    makers: dict[str, Callable[[], key.Section | None]] = {
        "key": lambda: key.glyph_section(theme, texts, language, _minerals_on_map(sheet, theme, texts)[0][0]),
        "qualification": lambda: key.qualification_section(theme, texts, language, statuses),
        "presence": lambda: key.presence_section(theme, texts, language),
        "workers": lambda: key.workers_section(theme, texts, map_scale),
        "minerals": lambda: key.minerals_section(
            theme, texts, language, _minerals_on_map(sheet, theme, texts)
        ),
        "relation": lambda: key.layers_section(texts, "relation", [sheet.layers["sites"]]),
        "scorecard": lambda: _scorecard(draft),
        "context": lambda: _context(draft),
    }
    made = [(name, makers[name]()) for name in recipe.document["sections"]]
    chosen = [(name, section) for name, section in made if section is not None]
    fill_columns(draft.page, draft.arrangement.columns, chosen, style, recipe.document["min_text_pt"])


def _scorecard(draft: Draft) -> key.Section | None:
    """Levels of the sheet's sites as bars, where scores were given."""
    scores, texts, pcodes = draft.layers.scores, draft.texts, draft.sheet.ground.pcodes
    if scores is None:
        return None
    legend = score_legend(scores, draft.theme, draft.request.language)
    counts, scored = _level_counts(scores, legend, pcodes)
    heading = texts["scorecard"].format(n=scored, total=len(pcodes))
    note = f"{texts['not_scored']} {_scheme_note(scores, legend)}"
    return key.scorecard_section(legend, counts, heading, note)


def _context(draft: Draft) -> key.Section | None:
    """The layers drawn round the sites."""
    layers = draft.sheet.layers
    shown = [layers[role] for role in DRAWING_ORDER if role in layers and role not in NOT_IN_LEGEND]
    return key.layers_section(draft.texts, "context", shown) if shown else None


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
