"""Permutations, seed and threshold of local statistics: the parameters, and what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterEnum, QgsProcessingParameterNumber

from .algorithm import AsmAlgorithm

if TYPE_CHECKING:
    from ..core.clusters.inference import Inference

PERMUTATIONS, SEED, ALPHA = "PERMUTATIONS", "SEED", "ALPHA"
TAIL, CORRECTION, HOLD_DRAWS = "TAIL", "CORRECTION", "HOLD_DRAWS"
_TAILS = ["two_sided", "geoda", "greater", "less"]
_CORRECTIONS = ["none", "fdr", "bonferroni"]
# Every one of these spreads all values over all sites; of very many the overall p is hardly ever in doubt.
_OF_ALL, _OF_MANY, _MANY_SITES = 999, 99, 30_000
tr = AsmAlgorithm.tr


def add_inference(algorithm: AsmAlgorithm) -> None:
    """Add PERMUTATIONS, ALPHA, CORRECTION, and as advanced ones SEED, TAIL and HOLD_DRAWS."""
    number = QgsProcessingParameterNumber
    algorithm.add(
        number(PERMUTATIONS, tr("Permutations"), number.Type.Integer, 99_999, False, 99, 9_999_999),
        tr("How often the values are spread anew by chance. The smallest p is 1 / (permutations + 1)."),
    )
    algorithm.add(
        number(ALPHA, tr("Threshold of p"), number.Type.Double, 0.05, False, 1e-6, 0.5),
        tr("Sites with a p of at most so much get a class."),
    )
    algorithm.add_choice(
        CORRECTION,
        tr("Correction for many sites"),
        _CORRECTIONS,
        tr(
            "none: each site by its own p, so that of 1,000 sites about 50 would be marked by chance alone. fdr: "
            "of the sites marked, on average no more than the threshold are by chance (Benjamini and Hochberg). "
            "bonferroni: with that chance not one is."
        ),
    )
    for parameter, text in (
        (
            QgsProcessingParameterEnum(
                TAIL, tr("Tails"), _TAILS, defaultValue=_TAILS[0], usesStaticStrings=True
            ),
            tr(
                "two_sided: high and low are both looked for, so both ends count. geoda: the smaller end alone, as "
                "GeoDa and esda report it; 0.05 is then really 0.10. greater, less: one end, chosen beforehand."
            ),
        ),
        (
            number(SEED, tr("Seed"), number.Type.Integer, 123456789, False, 0, 2_147_483_647),
            tr("Start of the random numbers; the same one gives the same result."),
        ),
        (
            number(HOLD_DRAWS, tr("Draws within uncertain scores"), number.Type.Integer, 0, False, 0, 10_000),
            tr(
                "Levels and scores of the scorecard are ranges where answers are not known. So many times they are "
                "drawn anew from worst to best, each time with at most 9,999 permutations; lisa_hold is the share of "
                "draws in which a site keeps its class. 0: not."
            ),
        ),
    ):
        algorithm.add(parameter, text, advanced=True)


def given_inference(
    algorithm: AsmAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext, n_sites: int
) -> Inference:
    """What was chosen; the p of all sites together gets fewer permutations where there are many sites."""
    from ..core.clusters.inference import Inference

    return Inference(
        permutations=algorithm.parameterAsInt(parameters, PERMUTATIONS, context),
        seed=algorithm.parameterAsInt(parameters, SEED, context),
        alpha=algorithm.parameterAsDouble(parameters, ALPHA, context),
        tail=algorithm.parameterAsEnumString(parameters, TAIL, context),
        correction=algorithm.parameterAsEnumString(parameters, CORRECTION, context),
        global_permutations=_OF_ALL if n_sites <= _MANY_SITES else _OF_MANY,
    )
