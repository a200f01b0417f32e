"""The preview of the designer: built and checked in slices, begun anew by every change."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import NamedTuple

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..cartography.own_recipes import Adaptation
from ..cartography.preflight import PreflightFinding, check_steps, errors_first
from ..cartography.rewrite import only_words_differ
from ..cartography.sheet_layers import SheetLayers
from ..cartography.sheet_request import SheetRequest
from ..core.exceptions import AsmAtlasError
from .sheet_building import LiveSheet
from .sheet_view import SheetView
from .slices import Slices

_DELAY_MS = 300
_CHECK_DELAY_MS = 1200  # after the preview, so that its maps are drawn first


class Asked(NamedTuple):
    """What a preview is built from. is_changed: whether changes by hand are kept for the sheet shown."""

    layers: SheetLayers
    adaptation: Adaptation
    request: SheetRequest
    is_changed: bool


class SheetPreview(QObject):
    """Builds what is asked for beside the window, shows it and checks it a second later.

    due: the changes that followed each other are over. shown: a LiveSheet, when its first page is whole and when
    all of it is. failed: the sentence on why there is none. checked: findings and notes.
    """

    due = pyqtSignal()
    shown = pyqtSignal(object)
    failed = pyqtSignal(str)
    checked = pyqtSignal(list, list)

    def __init__(
        self,
        view: SheetView,
        asked: Callable[[], Asked],
        options: Callable[[], tuple[float, bool]],
        parent: QObject,
    ) -> None:
        """options: resolution of the export, and whether a picture will be made."""
        super().__init__(parent)
        self._view, self._asked, self._options = view, asked, options
        self._work = Slices(self)
        self._built: Asked | None = (
            None  # what the sheet that is shown was built from; None while it is not whole
        )
        self._timer, self._check_timer = QTimer(self), QTimer(self)
        for timer, delay, slot in (
            (self._timer, _DELAY_MS, self.due.emit),
            (self._check_timer, _CHECK_DELAY_MS, self._start_check),
        ):
            timer.setSingleShot(True)
            timer.setInterval(delay)
            timer.timeout.connect(slot)

    def schedule(self) -> None:
        """Have it begun soon; what is going on is of no use any more."""
        self.stop()
        self._timer.start()

    def is_due(self) -> bool:
        """Whether something has changed that the sheet shown does not know of."""
        return self._timer.isActive()

    def is_working(self) -> bool:
        return self._work.is_running()

    def stop(self) -> None:
        """Leave everything undone that is not done."""
        for timer in (self._timer, self._check_timer):
            timer.stop()
        self._work.stop()

    def start(self) -> None:
        self.stop()
        self._work.start(self._steps())

    def build(self) -> None:
        """The same before going on."""
        self.start()
        self._work.finish()

    def _steps(self) -> Generator[None, None, None]:
        live = None
        try:
            asked = self._asked()
            if self._is_rewritten(asked):
                live = self._view.live
            else:
                live = LiveSheet(asked.layers, asked.request)
                while live.grow():
                    if live.draft is not None and live is not self._view.live:
                        self._view.show_sheet(live)
                        self.shown.emit(live)
                    yield
            self._built = asked
            self.shown.emit(live)
        except AsmAtlasError as error:
            self.failed.emit(str(error))
            return
        finally:
            if live is not None and live is not self._view.live:
                live.close()
        self._check_timer.start()

    def _is_rewritten(self, asked: Asked) -> bool:
        """Whether it was enough to write other words on the sheet that is shown."""
        before, self._built = self._built, None
        if before is None or self._view.layout_shown() is None or asked.is_changed:
            return False
        same_maps = before[:2] == asked[:2] and only_words_differ(before.request, asked.request)
        if not same_maps or before.request == asked.request:
            return False
        return self._view.live.rewrite(asked.request)

    def check(self) -> None:
        """Check the sheet that is shown before going on."""
        self._start_check()
        self._work.finish()

    def check_soon(self) -> None:
        self._check_timer.start()

    def _start_check(self) -> None:
        self._check_timer.stop()
        if self._view.layout_shown() is not None and self._built is not None:
            self._work.start(self._check_steps())

    def _check_steps(self) -> Generator[None, None, None]:
        sheet = self._view.live.sheet
        findings: list[PreflightFinding] = []
        for found in check_steps(sheet, *self._options()):
            findings += found
            yield
        self.checked.emit(errors_first(findings), sheet.notes)
