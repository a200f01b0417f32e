"""Servers as input: whether they answer, and whether all rows came through."""

from __future__ import annotations

import re

from qgis.core import QgsMapLayer
from qgis.PyQt.QtCore import QCoreApplication

from ..core.exceptions import SourceError
from ..core.shareable_source import shareable_source

LIVE_PROVIDERS = ("WFS", "OAPIF", "postgres", "arcgisfeatureserver", "mssql", "oracle", "hana")
_PROVIDER = re.compile(rf"^({'|'.join(LIVE_PROVIDERS)})://(.*)$", re.IGNORECASE | re.DOTALL)


def is_live(layer: QgsMapLayer | None) -> bool:
    """Whether a layer's rows come from a server."""
    return layer is not None and layer.providerType() in LIVE_PROVIDERS


def source_of_layer(layer: QgsMapLayer) -> str:
    """What may be told of where a layer comes from."""
    return shareable_source(f"{layer.providerType()}://{layer.source()}")


def unreachable(value: object) -> str:
    """A sentence on a server given as input that could not be opened; '' when it names none."""
    found = _PROVIDER.match(value) if isinstance(value, str) else None
    if found is None:
        return ""
    text = QCoreApplication.translate(
        "AsmAtlas",
        "{0} does not answer, or does not offer the layer; check the address and try again.",
    )
    return text.format(shareable_source(value))


def check_complete(layer: QgsMapLayer | None, announced: int, read: int) -> None:
    """Raise SourceError when a server sent fewer rows than it announced (-1: it announced none).

    QGIS reports no error when a server breaks off in the middle.
    """
    if is_live(layer) and 0 <= read < announced:
        text = QCoreApplication.translate(
            "AsmAtlas",
            "{0} sent {1} of {2} rows and broke off; nothing was written, try again later.",
        )
        raise SourceError(text.format(source_of_layer(layer), read, announced))
