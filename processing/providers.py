"""What the provider of a layer says, asked in a thread beside the window."""

from __future__ import annotations

from typing import Callable, TypeVar

from qgis.core import QgsVectorDataProvider, QgsVectorLayer

_TRIES = 5
_Answer = TypeVar("_Answer")


def provider_says(layer: QgsVectorLayer, ask: Callable[[QgsVectorDataProvider], _Answer]) -> _Answer:
    """The answer of the layer's provider.

    While another thread lets go of a layer, Python may take the provider that ended for one that was made at its
    address since: "wrapped C/C++ object has been deleted". Asked anew, it finds the right one.
    """
    for _ in range(_TRIES - 1):
        try:
            return ask(layer.dataProvider())
        except RuntimeError:
            continue
    return ask(layer.dataProvider())
