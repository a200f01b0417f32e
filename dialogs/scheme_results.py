"""What the scheme that is edited does to the project's sites, beside another scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QScrollArea, QTabWidget, QWidget

from ..core.scorecard.scheme_changes import Difference, scheme_differences
from ..core.scorecard.scheme_model import Scheme
from ..processing.dependencies import missing_dependency
from .level_chart import LevelChart
from .level_panels import level_panels, level_titles, level_words
from .scheme_comparison import ChangedSites, Differences
from .scheme_layers import ScoreLayers
from .scheme_undo import SchemeEdits
from .score_preview import ScorePreview
from .words import tr

if TYPE_CHECKING:
    from ..core.scorecard.level_changes import LevelComparison

LEVELS, SITES, DIFFERENCES, LAYERS = range(4)


class SchemeResults(QTabWidget):
    """Levels before and after, sites that change, settings that differ, and the layers that are used.

    `scored` says that the words of scored_words() are others.
    """

    scored = pyqtSignal()

    def __init__(self, project: QgsProject, edits: SchemeEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edits = edits
        self.before: Scheme = edits.last_scheme
        self.after: Scheme = edits.last_scheme  # the one that is being scored
        self.comparison: LevelComparison | None = None
        self.notes: tuple[str, ...] = ()
        self.chart = LevelChart(self)
        self.chart_area = QScrollArea(self)
        self.chart_area.setWidget(self.chart)
        self.chart_area.setWidgetResizable(True)
        self.chart_area.setFrameShape(QFrame.Shape.NoFrame)
        self.chart_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sites = ChangedSites(self)
        self.differences = Differences(self)
        self.layers = ScoreLayers(project, self)
        self.preview = ScorePreview(project.transformContext(), self)
        for widget, title in (
            (self.chart_area, tr("Levels")),
            (self.sites, tr("Sites")),
            (self.differences, tr("Differences")),
            (self.layers, tr("Layers")),
        ):
            self.addTab(widget, title)
        self.layers.changed.connect(self.read_again)
        self.preview.started.connect(self.chart.show_stale)
        self.preview.done.connect(self._show_comparison)
        self.preview.failed.connect(self._show_failure)
        self.preview.read_again(self.layers.layers())

    def compare(self, before: Scheme) -> list[Difference]:
        """Show what the edited scheme makes different; its levels follow when they are scored."""
        self.before = before
        documents = (dict(before.document), self.edits.document)
        found = scheme_differences(*documents)
        self.differences.show_differences(found, documents)
        self.setTabText(DIFFERENCES, tr("Differences ({0})").format(len(found)))
        self.score()
        return found

    def read_again(self) -> None:
        """Score the rows that the layers have now."""
        self.preview.read_again(self.layers.layers())
        self.score()

    def score(self) -> None:
        """Score the schemes soon; a scheme with a fault leaves the numbers of before, greyed out."""
        layers = self.layers.layers()
        if layers["sites"] is None or layers["visits"] is None:
            self.preview.stop()
            self._show_failure(
                missing_dependency()
                or tr(
                    "Choose the sites and visits of an import under Layers to see how levels change; "
                    "'Import mine-site visits' in the Processing toolbox makes them."
                )
            )
        elif self.edits.scheme is None:
            self.preview.stop()
            self.chart.show_stale()
        else:
            self.after = self.edits.scheme
            self.preview.score(self.before, self.after)

    def _show_comparison(self, comparison: LevelComparison, notes: tuple[str, ...]) -> None:
        self.comparison, self.notes = comparison, notes
        before, after = self.before, self.after
        name = f"{after.id} {after.version}"
        if not self.edits.stack.isClean():
            name = tr("{0}, changed").format(name)
        names = (tr("before: {0}").format(f"{before.id} {before.version}"), tr("after: {0}").format(name))
        self.chart.show_panels(level_panels(comparison, before, after), names)
        self.sites.show_changes(comparison.changes, level_titles(after), level_words(after))
        if comparison.changes is None:
            self.setTabText(SITES, tr("Sites"))
        else:
            n_sites = len({change.pcode for change in comparison.changes})
            self.setTabText(SITES, tr("Sites ({0})").format(n_sites))
        self.scored.emit()

    def _show_failure(self, sentence: str) -> None:
        self.comparison, self.notes = None, ()
        self.chart.show_text(sentence)
        self.sites.show_sentence(sentence)
        self.setTabText(SITES, tr("Sites"))
        self.scored.emit()

    def scored_words(self) -> str:
        """How many sites the numbers stand on, and what was missing."""
        if self.comparison is None:
            return ""
        before, after = self.comparison.n_scored
        scored = str(after) if before == after else f"{before} → {after}"
        words = [
            tr(
                "{0} of {1} sites are scored; the others have no visit since {2}, or nobody was there."
            ).format(scored, self.comparison.n_sites, self.after.since.isoformat())
        ]
        if self.layers.layers()["actors"] is None:
            words.append(tr("No table of armed actors: what they did is taken as not known."))
        if self.notes:
            words.append(tr("{0} notes, see the tip.").format(len(self.notes)))
        return " ".join(words)

    def choose(self, dimension: str) -> None:
        """Bring the panel of an indicator into view; '' for none."""
        self.sites.choose(dimension)
        self.chart.choose(dimension)
        place = [panel.dimension for panel in self.chart.panels]
        if dimension in place:
            rect = self.chart.panel_rect(place.index(dimension)).toRect()
            self.chart_area.ensureVisible(rect.center().x(), rect.center().y(), 0, rect.height() // 2)

    def release(self) -> None:
        """Stop scoring and let go of the project."""
        self.preview.stop()
        self.layers.changed.disconnect(self.read_again)
        self.layers.release()
