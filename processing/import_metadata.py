"""What an import says of its outputs: source, release, licence, credit, dates and history."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsDateTimeRange, QgsFeatureSource, QgsLayerMetadata, QgsMapLayer
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

from ..cartography.layer_metadata import file_of, stated_metadata
from ..core.shareable_source import shareable_source
from .algorithm import AsmAlgorithm, language_of_qgis, plugin_version
from .frames import wgs84
from .live_sources import is_live, source_of_layer

if TYPE_CHECKING:
    import pandas as pd

    from ..core.importing.importer import ImportResult
    from ..core.importing.profile import Profile

_RELEASE = re.compile(r"(20\d\d-\d\d(?:-\d\d)?)(?!\d)")


def import_metadata(
    profile: Profile,
    result: ImportResult,
    source: QgsFeatureSource,
    layer: QgsMapLayer | None,
    form: str,
    title: str,
) -> QgsLayerMetadata:
    """What travels with the outputs; rights that the input layer states go before the profile's."""
    path = file_of(layer)
    if is_live(layer):
        name = source_of_layer(layer)
    else:
        name = shareable_source(str(path) if path is not None else source.sourceName())
    release = _RELEASE.search(name)
    stated = stated_metadata(layer)
    language = language_of_qgis()
    metadata = QgsLayerMetadata()
    metadata.setType("dataset")
    metadata.setTitle(f"{title}: {stated.title() or profile.label[language]}")
    metadata.setAbstract(stated.abstract())
    metadata.setLicenses(stated.licenses() or [text for text in (profile.licence,) if text])
    credit = profile.credit_sentence(release.group(1) if release else None, language)
    metadata.setRights(stated.rights() or [text for text in (credit,) if text])
    metadata.setParentIdentifier(stated.parentIdentifier() or name)
    metadata.setCrs(wgs84())
    dates = result.visits["visit_date"].dropna()
    if len(dates):
        extent = QgsLayerMetadata.Extent()
        extent.setTemporalExtents([QgsDateTimeRange(_midnight(dates.min()), _midnight(dates.max()))])
        metadata.setExtent(extent)
    form_read = AsmAlgorithm.tr("Survey form: {file}.").format(file=Path(form).name)
    metadata.setHistory(
        [
            *stated.history(),
            *([form_read] if form else []),
            AsmAlgorithm.tr("Imported from {file} with profile {id} {version} by ASM Atlas {plugin}.").format(
                file=name, id=profile.id, version=profile.version, plugin=plugin_version()
            ),
        ]
    )
    return metadata


def _midnight(stamp: pd.Timestamp) -> QDateTime:
    return QDateTime(QDate(stamp.year, stamp.month, stamp.day), QTime(0, 0))
