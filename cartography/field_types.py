"""Types of fields under the names by which this QGIS takes them without a warning."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.PyQt.QtCore import QMetaType, QVariant

# From QGIS 3.38 on a field takes QMetaType and warns of QVariant, which is all that QGIS 3.22 knows.
_TAKES_META_TYPES = Qgis.QGIS_VERSION_INT >= 33800

TEXT = QMetaType.Type.QString if _TAKES_META_TYPES else QVariant.String
WHOLE = QMetaType.Type.Int if _TAKES_META_TYPES else QVariant.Int
LONG_WHOLE = QMetaType.Type.LongLong if _TAKES_META_TYPES else QVariant.LongLong
REAL = QMetaType.Type.Double if _TAKES_META_TYPES else QVariant.Double
DATE = QMetaType.Type.QDate if _TAKES_META_TYPES else QVariant.Date
