"""No more names than a page could hold: placing far too many takes minutes, and hardly one more finds room."""

from __future__ import annotations

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsLabelObstacleSettings,
    QgsPalLayerSettings,
    QgsProperty,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

_SHARE_OF_PAGE = 0.6  # taken by maps
_MM2_PER_NAME = 60  # at 7 pt about 24 x 2.5 mm


def most_names(width_mm: float, height_mm: float) -> int:
    """How many names are tried on a page: more than could stand there beside each other."""
    return int(width_mm * height_mm * _SHARE_OF_PAGE / _MM2_PER_NAME)


def limit_names(layer: QgsVectorLayer, priority: str, most: int) -> None:
    """Try only the names of the features with the highest priority (an expression); of equals the first ones.

    QGIS weighs all positions of names that are near to each other, so that its time grows with the square of
    what is crowded. Names that are not tried are counted as without room.
    """
    if layer.featureCount() <= most:
        return
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    expression = QgsExpression(priority)
    expression.prepare(context)
    ranks = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        ranks.append((-float(expression.evaluate(context) or 0), feature.id()))
    least, last = sorted(ranks)[most - 1]
    settings = QgsPalLayerSettings(layer.labeling().settings())
    # The margin covers that the same number may come out of the expression with another last digit.
    shown = f"({priority}) > {-least} + 1e-9 OR (abs(({priority}) - {-least}) <= 1e-9 AND $id <= {last})"
    settings.dataDefinedProperties().setProperty(
        QgsPalLayerSettings.Property.Show, QgsProperty.fromExpression(shown)
    )
    obstacles = QgsLabelObstacleSettings(settings.obstacleSettings())
    obstacles.setIsObstacle(False)  # where symbols cover the map, names cannot keep clear of them
    settings.setObstacleSettings(obstacles)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
