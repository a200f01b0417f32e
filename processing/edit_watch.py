"""Layers that are edited or removed while a run reads them.

Each pass over a layer sees one state of it, but a run may make several passes, over several layers: results could
be of two states, so they are refused. A layer that goes waits until the run has ended: QGIS crashes where one is
read that is no more.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingFeedback, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, Qt

from ..core.exceptions import Cancelled, TableError
from .destinations import input_layers

_MOST_SECONDS = 60  # a step of a run that cannot be cut takes less
_SIGNALS = ("layerModified", "updatedFields", "afterRollBack", "afterCommitChanges")


class EditWatch:
    """Names of the layers that were edited since the run began; check is to be called before anything is final."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self.edited: list[str] = []
        self.removed = ""
        self.is_over = False
        self.ended = threading.Event()
        self._feedback, self._thread = feedback, threading.get_ident()

    def stop(self, name: str) -> None:
        """A layer is about to go: have the run end first, unless it is the run itself that lets it go."""
        if threading.get_ident() != self._thread and not self.ended.is_set():
            self.removed = name
            self._feedback.cancel()
            self.ended.wait(_MOST_SECONDS)

    def note(self, name: str) -> None:
        if not self.is_over and name not in self.edited:
            self.edited.append(name)

    def check(self) -> None:
        """Raises TableError naming a layer that was edited; from then on edits do no harm."""
        self.is_over = True
        if self.removed:
            text = QCoreApplication.translate(
                "AsmAtlas", "{0} was removed while this ran, so nothing was written."
            )
            raise TableError(text.format(self.removed))
        if self.edited:
            text = QCoreApplication.translate(
                "AsmAtlas", "{0} was edited while this ran, so nothing was written; run it again."
            )
            raise TableError(text.format(self.edited[0]))


@contextmanager
def edits_watched(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Iterator[EditWatch]:
    """Watch the layers of the project that a run is given, in whatever thread it runs.

    Raises TableError instead of Cancelled where the run was stopped because a layer went.
    """
    watch = EditWatch(feedback)
    with ExitStack() as stack:
        stack.callback(watch.ended.set)
        for layer in input_layers(algorithm, parameters, context):
            if isinstance(layer, QgsVectorLayer):
                _connect(layer, watch, stack)
        try:
            yield watch
        except Cancelled:
            if watch.removed:
                watch.check()
            raise


def _connect(layer: QgsVectorLayer, watch: EditWatch, stack: ExitStack) -> None:
    name = layer.name()

    def note(*_: object) -> None:
        watch.note(name)

    def stop() -> None:
        watch.stop(name)

    layer.willBeDeleted.connect(stop, Qt.ConnectionType.DirectConnection)
    stack.callback(_disconnect, layer.willBeDeleted, stop)
    for signal in (getattr(layer, each) for each in _SIGNALS):
        # Direct: the run's thread has no loop that would bring it what the window's thread tells.
        signal.connect(note, Qt.ConnectionType.DirectConnection)
        stack.callback(_disconnect, signal, note)


def _disconnect(signal: Any, note: Any) -> None:
    try:
        signal.disconnect(note)
    except (TypeError, RuntimeError):  # the layer was removed from the project meanwhile
        return
