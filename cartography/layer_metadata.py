"""What a layer says of itself: title, rights, licence, history, and the words that print them."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsLayerMetadata, QgsMapLayer, QgsProviderRegistry
from qgis.PyQt.QtXml import QDomDocument

from ..core.shareable_source import shareable_source


def file_of(layer: QgsMapLayer | None) -> Path | None:
    """The file that a layer was opened from; None when it has none."""
    if layer is None:
        return None
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return Path(parts["path"]) if parts.get("path") else None


def stated_metadata(layer: QgsMapLayer | None) -> QgsLayerMetadata:
    """Metadata of a layer, or of the .qmd beside its file, which QGIS does not read by itself.

    The parent identifier is the name of the file that the data first came from, so that copies and
    results can still name it. The identifier is left out: in a GeoPackage no two tables may share one.
    """
    metadata = QgsLayerMetadata() if layer is None else QgsLayerMetadata(layer.metadata())
    path = file_of(layer)
    if path is None:
        metadata.setIdentifier("")
        return metadata
    if not (metadata.rights() or metadata.licenses()):
        found = metadata_beside(path)
        if found is not None and (found.rights() or found.licenses() or found.keywords()):
            metadata = found
    if not metadata.parentIdentifier():
        metadata.setParentIdentifier(shareable_source(str(path)))
    metadata.setIdentifier("")
    return metadata


def metadata_beside(path: Path) -> QgsLayerMetadata | None:
    """What the .qmd beside a file says; None when there is none."""
    beside = path.with_suffix(".qmd")
    if not beside.is_file():
        return None
    document = QDomDocument()
    document.setContent(beside.read_bytes())
    metadata = QgsLayerMetadata()
    metadata.readMetadataXml(document.documentElement())
    return metadata


def keyword_text(metadata: QgsLayerMetadata, vocabulary: str) -> str:
    """The one keyword of a vocabulary that holds a whole text, such as JSON; '' when there is none.

    QGIS's panel for metadata divides keywords at their commas as soon as somebody presses OK there.
    """
    return ",".join(metadata.keywords(vocabulary))


def origin_of(layer: QgsMapLayer) -> str:
    """The file that a layer's data first came from, or the layer's name when it has none."""
    return stated_metadata(layer).parentIdentifier() or layer.name()


def credit_of(layer: QgsMapLayer) -> str:
    """Rights and licences of a layer as one sentence; '' when it states none."""
    metadata = stated_metadata(layer)
    seen: list[str] = []
    for part in [*metadata.rights(), *metadata.licenses()]:
        part = part.strip().rstrip(".")
        if part and not any(part in other for other in seen):
            seen.append(part)
    return "; ".join(seen)


def states_fiction(layer: QgsMapLayer) -> bool:
    """Whether a layer's metadata say that its data are fictional."""
    metadata = stated_metadata(layer)
    words = " ".join([metadata.title(), metadata.abstract(), *metadata.rights()]).casefold()
    return "fictional" in words or "fictif" in words
