"""Servers as input: their address for messages, and whether all rows came through."""

from __future__ import annotations

import re

from qgis.core import QgsMapLayer, QgsProviderRegistry
from qgis.PyQt.QtCore import QCoreApplication, QUrl

from ..core.exceptions import SourceError

LIVE_PROVIDERS = ("WFS", "OAPIF", "postgres", "arcgisfeatureserver", "mssql", "oracle", "hana")
_PROVIDER = re.compile(rf"^({'|'.join(LIVE_PROVIDERS)})://(.*)$", re.IGNORECASE | re.DOTALL)
_URL = re.compile(r"url='([^']*)'|url=(\S+)")


def is_live(layer: QgsMapLayer | None) -> bool:
    """Whether a layer's rows come from a server."""
    return layer is not None and layer.providerType() in LIVE_PROVIDERS


def address_of(provider: str, uri: str) -> str:
    """Where a server is, without user, password or other parameters: for messages and logs."""
    url = _URL.search(uri)
    if url:
        return QUrl(url.group(1) or url.group(2)).toString(
            QUrl.UrlFormattingOption.RemoveUserInfo | QUrl.UrlFormattingOption.RemoveQuery
        )
    parts = QgsProviderRegistry.instance().decodeUri(provider, uri)
    host = parts.get("host") or "localhost"
    port = f":{parts['port']}" if parts.get("port") else ""
    database = f"/{parts['dbname']}" if parts.get("dbname") else ""
    return f"{host}{port}{database}"


def address_of_layer(layer: QgsMapLayer) -> str:
    """The address of the server that a layer comes from."""
    return address_of(layer.providerType(), layer.source())


def unreachable(value: object) -> str:
    """A sentence on a server given as input that could not be opened; '' when it names none."""
    found = _PROVIDER.match(value) if isinstance(value, str) else None
    if found is None:
        return ""
    text = QCoreApplication.translate(
        "AsmAtlas",
        "The server at {0} does not answer, or does not offer the layer; check the address and try again.",
    )
    return text.format(address_of(found.group(1), found.group(2)))


def check_complete(layer: QgsMapLayer | None, announced: int, read: int) -> None:
    """Raise SourceError when a server sent fewer rows than it announced (-1: it announced none).

    QGIS reports no error when a server breaks off in the middle.
    """
    if is_live(layer) and 0 <= read < announced:
        text = QCoreApplication.translate(
            "AsmAtlas",
            "The server at {0} sent {1} of {2} rows and broke off; nothing was written, try again later.",
        )
        raise SourceError(text.format(address_of_layer(layer), read, announced))
