"""How the clusters of a layer were found: kept in its metadata, said in words, and the theme that draws them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from qgis.core import QgsVectorLayer

from .layer_metadata import keyword_text, stated_metadata
from .recipe import sheet_texts
from .score_legend import dimension_words

CLUSTER_KEYWORD = "asm_atlas:clusters"
DEFAULT_THEME = "clusters"
_THEMES = {
    "geary": "clusters_geary",
    "geary_multivariate": "clusters_geary_multi",
    "g": "clusters_hotspots",
    "gstar": "clusters_hotspots",
    "join_count": "clusters_colocation",
    "colocation": "clusters_colocation",
}
_PARTS_OF_SCORES = ("level", "score")


def theme_of_statistic(statistic: str) -> str:
    """Id of the theme for the classes of a statistic; that of Moran's where it is not known."""
    return _THEMES.get(statistic, DEFAULT_THEME)


def theme_of_clusters(layer: QgsVectorLayer) -> str:
    """Id of the theme for a layer of clusters, by the statistic in its metadata."""
    return theme_of_statistic(str(stated_method(layer).get("statistic", "")))


def stated_method(layer: QgsVectorLayer) -> dict[str, Any]:
    """How a layer's clusters were found, as core.clusters.method writes it; empty where the layer does not say."""
    words = keyword_text(stated_metadata(layer), CLUSTER_KEYWORD)
    try:
        found = json.loads(words) if words else {}
    except json.JSONDecodeError:
        found = {}  # edited by hand
    return found if isinstance(found, dict) else {}


def method_lines(method: Mapping[str, Any], layer: QgsVectorLayer | None, language: str) -> list[str]:
    """Statistic and fields, neighbours, and the threshold with permutations and seed, a sentence each.

    Where levels or scores are high or low, it is said which end is the better: GeoDa's red reads as danger.
    layer: names the dimensions of its scheme; without one, fields have their own names.
    """
    texts = sheet_texts(language)
    better = [texts["cluster_better"]] if _marks_high_scores(method, layer) else []
    return [
        texts["cluster_subject"].format(
            statistic=texts[f"cluster_{method['statistic']}"], fields=_fields(method, layer, language)
        ),
        *better,
        texts["cluster_neighbours"].format(who=_neighbours(method, language), scaling=texts[_scaling(method)])
        + _apart(method, language),
        texts["cluster_inference"].format(
            tail=texts[f"cluster_{method['tail']}"],
            p="q" if method["correction"] == "fdr" else "p",
            alpha=figure(method["alpha"], "g", language),
            correction=texts[f"cluster_{method['correction']}"],
            permutations=grouped(method["permutations"]),
            seed=method["seed"],
        ),
    ]


def count_lines(method: Mapping[str, Any], language: str) -> list[str]:
    """Sites used, left out and isolated, what chance alone would mark, and the figure of all sites together."""
    texts = sheet_texts(language)
    lines = [
        texts["cluster_counts"].format(
            used=grouped(method["n_used"]),
            left_out=grouped(method["n_left_out"]),
            isolated=grouped(method["n_isolated"]),
        ),
    ]
    if method["correction"] == "none" and not _counts_yes(method):
        tails = 2 if method["tail"] == "geoda" else 1
        by_chance = round(method["n_tested"] * method["alpha"] * tails)
        lines[-1] += " " + texts["cluster_by_chance"].format(n=grouped(by_chance))
    if method.get("n_set_aside"):
        lines.append(texts["cluster_set_aside"].format(n=grouped(method["n_set_aside"])))
    if method.get("area"):
        lines.append(texts["cluster_area"].format(area=method["area"]))
    if method.get("overall") is not None:
        lines.append(
            texts["cluster_overall"].format(
                value=figure(method["overall"], ".3f", language),
                expected=figure(method.get("overall_expected", float("nan")), ".3f", language),
                p=figure(method.get("overall_p", float("nan")), ".2g", language),
                permutations=grouped(method.get("overall_permutations", 0)),
            )
        )
    return lines


def _fields(method: Mapping[str, Any], layer: QgsVectorLayer | None, language: str) -> str:
    texts = sheet_texts(language)
    words = [field_words(field, layer, language) for field in method["fields"]]
    if method.get("at_most") is not None:
        at_most = texts["cluster_at_most"]
        limit = figure(method["at_most"], "g", language)
        words = [at_most.format(field=field, limit=limit) for field in words]
    if method["statistic"] == "moran_rate":
        return texts["cluster_rate"].format(events=words[0], base=words[1])
    return ", ".join(words)


def field_words(field: str, layer: QgsVectorLayer | None, language: str) -> str:
    """A field in words where it is the level or score of a scorecard's dimension, else its name."""
    if not _is_of_scorecard(field, layer):
        return field
    dimension, _, part = field.rpartition("_")
    return sheet_texts(language)[f"cluster_{part}"].format(
        dimension=dimension_words(layer, dimension, language)
    )


def _is_of_scorecard(field: str, layer: QgsVectorLayer | None) -> bool:
    dimension, _, part = field.rpartition("_")
    if layer is None or part not in _PARTS_OF_SCORES:
        return False
    return layer.fields().lookupField(f"{dimension}_robust") >= 0


def _marks_high_scores(method: Mapping[str, Any], layer: QgsVectorLayer | None) -> bool:
    """Whether classes speak of high and low levels or scores of a scorecard."""
    tells_high = theme_of_statistic(method["statistic"]) not in (
        "clusters_geary_multi",
        "clusters_colocation",
    )
    return tells_high and all(_is_of_scorecard(field, layer) for field in method["fields"])


def _neighbours(method: Mapping[str, Any], language: str) -> str:
    texts, kind = sheet_texts(language), method["neighbours"]
    if kind == "kernel" and method.get("distance_m") is None:
        kind = "kernel_knn"
    who = texts[f"cluster_{kind}"].format(
        k=method.get("k"),
        km=figure((method.get("distance_m") or 0) / 1000, ".3g", language),
        power=figure(method.get("power") or 1, "g", language),
        kernel=texts[f"kernel_{method['kernel']}"] if method.get("kernel") else "",
        file=method.get("file") or "",
    )
    if method.get("is_smallest"):
        who = texts["cluster_smallest"].format(who=who)
    if (method.get("order") or 1) > 1:
        who = texts["cluster_order"].format(who=who, order=method["order"])
    return who


def _scaling(method: Mapping[str, Any]) -> str:
    if _counts_yes(method):
        return "cluster_counted"
    return "cluster_standardised" if method["standardised"] else "cluster_binary"


def _counts_yes(method: Mapping[str, Any]) -> bool:
    """Whether the statistic counts neighbours with a yes; only sites with a yes are tested then."""
    return theme_of_statistic(method["statistic"]) == "clusters_colocation"


def _apart(method: Mapping[str, Any], language: str) -> str:
    if method.get("longest_m") is None:
        return ""
    km = {word: figure(method[f"{word}_m"] / 1000, ".3g", language) for word in ("median", "longest")}
    return " " + sheet_texts(language)["cluster_apart"].format(**km)


def figure(value: float, spec: str, language: str) -> str:
    """A number as the language writes it: French has a comma for the point."""
    text = format(value, spec)
    return text.replace(".", ",") if language == "fr" else text


def grouped(number: int) -> str:
    """A whole number with a blank at its thousands."""
    return f"{number:,}".replace(",", "\u00a0")
