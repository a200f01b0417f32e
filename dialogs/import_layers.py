"""The layers of a finished import in the project: one group, styled, sites on top."""

from __future__ import annotations

from qgis.core import (
    QgsLayerTreeGroup,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)

from .import_choices import OUTPUTS


def add_layers(
    results: dict[str, object],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    project: QgsProject,
    name: str,
) -> QgsLayerTreeGroup:
    """Put the outputs of asm:importvisits on top of the layer tree, in the order of OUTPUTS.

    results, context: those of the run. name: of the group; a number is added when there is one already.
    """
    root = project.layerTreeRoot()
    title, number = name, 2
    while root.findGroup(title) is not None:
        title, number = f"{name} ({number})", number + 1
    group = root.insertGroup(0, title)
    group.setExpanded(True)
    context.setProject(project)
    loading = context.layersToLoadOnCompletion()
    for output in OUTPUTS:
        dest = results.get(output)
        if dest not in loading:
            continue
        layer = QgsProcessingUtils.mapLayerFromString(str(dest), context)
        if layer is None:
            continue
        details = loading[dest]
        if layer.providerType() == "ogr":
            # The run opened the file before it wrote the other tables into it; such a handle may be stale.
            taken = QgsVectorLayer(layer.source(), layer.name(), "ogr")
        else:
            taken = context.temporaryLayerStore().takeMapLayer(layer)
        details.setOutputLayerName(taken)
        project.addMapLayer(taken, False)
        node = group.addLayer(taken)
        node.setExpanded(output == "SITES")
        processor = details.postProcessor()
        if processor is not None:
            processor.postProcessLayer(taken, context, feedback)
    return group
