"""The Processing provider `asm`."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithm import RESOURCES
from .area_bands import AreaBands
from .build_project import BuildProject
from .colocation import Colocation
from .compare_indicators import CompareIndicators
from .compare_releases import CompareReleases
from .explain_score import ExplainScore
from .hotspots import HotSpots
from .import_visits import ImportVisits
from .local_geary import LocalGeary
from .local_moran import LocalMoran
from .next_steps import NextSteps
from .prepare_protected_areas import PrepareProtectedAreas
from .print_series import PrintSeries
from .print_sheet import PrintSheet
from .protected_area_overlap import ProtectedAreaOverlap
from .public_export import PublicExport
from .score_sensitivity import ScoreSensitivity
from .scorecard import Scorecard
from .summarise_scores import SummariseScores
from .title_overlap import TitleOverlap
from .update_atlas import UpdateAtlas


class AsmAtlasProvider(QgsProcessingProvider):
    """Offers the algorithms of ASM Atlas in the toolbox, in models and in qgis_process."""

    def id(self) -> str:
        return "asm"

    def name(self) -> str:
        return "ASM Atlas"

    def icon(self) -> QIcon:
        return QIcon(str(RESOURCES / "icons" / "asm_atlas.svg"))

    def loadAlgorithms(self) -> None:  # noqa: N802
        for algorithm in (
            ImportVisits,
            CompareReleases,
            UpdateAtlas,
            Scorecard,
            ExplainScore,
            NextSteps,
            ScoreSensitivity,
            SummariseScores,
            CompareIndicators,
            PublicExport,
            PrepareProtectedAreas,
            ProtectedAreaOverlap,
            AreaBands,
            TitleOverlap,
            LocalMoran,
            LocalGeary,
            HotSpots,
            Colocation,
            BuildProject,
            PrintSheet,
            PrintSeries,
        ):
            self.addAlgorithm(algorithm())
