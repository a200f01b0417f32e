"""The atlas as a QGIS project: the tables of one GeoPackage, grouped, styled and described."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsProviderRegistry,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.exceptions import SheetError
from ..core.wording import say
from .dimension_styles import style_trends
from .layer_metadata import stated_metadata
from .recipe import sheet_texts
from .score_legend import score_legend
from .score_styles import style_scores
from .table_styles import TABLE_STYLES, show_present_minerals
from .theme import Theme

# Group (key of GROUP_WORDS) -> tables from the top; a table that is not there is passed over. Polygons that tint
# what lies under them stand last.
GROUPS = {
    "sites": ("site_changes", "sites", "sites_areas", "sites_titles"),
    "scorecard": ("scores", "trends", "comparison", "clusters", "group_areas"),
    "tables": (
        "groups",
        "summary",
        "comparison_counts",
        "cluster_summary",
        "findings",
        "visits",
        "actors",
        "statuses",
        "visit_changes",
        "change_summary",
    ),
    "context": ("towns", "roads", "rivers", "provinces", "territories", "lakes"),
    "titles": ("title_overlaps", "titles", "title_counts", "title_pairs"),
    "areas": (
        "areas",
        "prepared_areas",
        "area_bands",
        "largest_overlaps",
        "area_units",
        "pairs",
        "areas_left_out",
        "area_note",
    ),
}
GROUP_WORDS = {
    "en": {
        "sites": "Mine sites",
        "areas": "Protected areas",
        "titles": "Mining titles",
        "scorecard": "Scorecard",
        "tables": "Visits and findings",
        "context": "Base map",
    },
    "fr": {
        "sites": "Sites miniers",
        "areas": "Aires protégées",
        "titles": "Titres miniers",
        "scorecard": "Évaluation",
        "tables": "Visites et constats",
        "context": "Fond de carte",
    },
}
TABLE_WORDS = {
    "en": {
        "sites": "Sites",
        "sites_areas": "Sites by their relation to areas",
        "prepared_areas": "Prepared areas",
        "area_bands": "Distance bands",
        "largest_overlaps": "Largest overlaps",
        "area_units": "Sites by unit, category and band",
        "areas_left_out": "Areas left out or changed",
        "area_note": "Footnote of the overlap",
        "sites_titles": "Sites by their title",
        "title_overlaps": "Overlaps of titles",
        "title_counts": "Sites by title",
        "title_pairs": "Site and title pairs",
        "comparison": "Two indicators compared",
        "group_areas": "Key figures by area",
        "groups": "Key figures by group",
        "summary": "Sites by group and level",
        "comparison_counts": "Counts of the comparison",
        "clusters": "Local clusters",
        "cluster_summary": "Sites by local cluster",
        "findings": "Findings of the import",
        "visits": "Visits",
        "actors": "Armed and state actors",
        "statuses": "Status decisions",
        "pairs": "Site and area pairs",
        "site_changes": "Changes since the other release",
        "visit_changes": "Changed visits",
        "change_summary": "Summary of changes",
        "areas": "Protected areas",
        "provinces": "Provinces",
        "territories": "Territories",
        "lakes": "Lakes",
        "rivers": "Rivers",
        "roads": "Roads",
        "towns": "Towns",
    },
    "fr": {
        "sites": "Sites",
        "sites_areas": "Sites selon leur relation aux aires",
        "prepared_areas": "Aires préparées",
        "area_bands": "Bandes de distance",
        "largest_overlaps": "Chevauchements les plus importants",
        "area_units": "Sites par unité, catégorie et bande",
        "areas_left_out": "Aires écartées ou modifiées",
        "area_note": "Note de bas de page",
        "sites_titles": "Sites selon leur titre",
        "title_overlaps": "Chevauchements de titres",
        "title_counts": "Sites par titre",
        "title_pairs": "Paires site et titre",
        "comparison": "Deux indicateurs comparés",
        "group_areas": "Chiffres clés par zone",
        "groups": "Chiffres clés par groupe",
        "summary": "Sites par groupe et niveau",
        "comparison_counts": "Effectifs de la comparaison",
        "clusters": "Regroupements locaux",
        "cluster_summary": "Sites par regroupement local",
        "findings": "Constats de l'import",
        "visits": "Visites",
        "actors": "Acteurs armés et étatiques",
        "statuses": "Décisions de statut",
        "pairs": "Paires site et aire",
        "site_changes": "Changements depuis l'autre version",
        "visit_changes": "Visites changées",
        "change_summary": "Résumé des changements",
        "areas": "Aires protégées",
        "provinces": "Provinces",
        "territories": "Territoires",
        "lakes": "Lacs",
        "rivers": "Rivières",
        "roads": "Routes",
        "towns": "Localités",
    },
}
# Tables with a layer for each dimension: its style and its name.
_BY_DIMENSION = {
    "scores": (style_scores, {"en": "{0}", "fr": "{0}"}),
    "trends": (style_trends, {"en": "Trend: {0}", "fr": "Évolution : {0}"}),
}
_HIDDEN_AT_FIRST = (
    "site_changes",
    "sites_areas",
    "prepared_areas",
    "area_bands",
    "sites_titles",
    "title_overlaps",
    "findings",
    "visits",
    "comparison",
    "clusters",
    "group_areas",
)


def copy_into(atlas: Path, layers: dict[str, QgsVectorLayer], project: QgsProject) -> None:
    """Write context layers into a GeoPackage, which is made where it is not there, as tables named by role, metadata included.

    Raises SheetError naming the layer that could not be written.
    """
    action = QgsVectorFileWriter.ActionOnExistingFile
    for role, layer in layers.items():
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GPKG"
        options.layerName = role
        is_there = atlas.exists()
        options.actionOnExistingFile = (
            action.CreateOrOverwriteLayer if is_there else action.CreateOrOverwriteFile
        )
        options.skipAttributeCreation = False
        error, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
            layer, str(atlas), project.transformContext(), options
        )
        if error != QgsVectorFileWriter.WriterError.NoError:
            raise SheetError(
                say("The layer '{0}' cannot be copied into {1}: {2}.", layer.name(), atlas.name, message)
            )
        QgsProviderRegistry.instance().saveLayerMetadata(
            "ogr", f"{atlas}|layername={role}", stated_metadata(layer)
        )


def table_names(atlas: Path) -> list[str]:
    """Names of the tables in the GeoPackage. Raises SheetError when it cannot be opened."""
    details = QgsProviderRegistry.instance().querySublayers(str(atlas)) if atlas.is_file() else []
    names = [detail.name() for detail in details]
    if not names:
        raise SheetError(
            say("{0} is not a GeoPackage with tables; give the output of the import.", atlas.name)
        )
    return names


def build_project(project: QgsProject, atlas: Path, theme: Theme, language: str, title: str) -> list[str]:
    """Load, style and group the tables of the atlas; save each style as the table's default.

    Returns the names of the tables shown. Raises SheetError.
    """
    present = set(table_names(atlas))
    texts, words = sheet_texts(language), TABLE_WORDS[language]
    shown: list[str] = []
    extent = QgsRectangle()
    for group_name, tables in GROUPS.items():
        chosen = [table for table in tables if table in present]
        if not chosen:
            continue
        group = project.layerTreeRoot().addGroup(GROUP_WORDS[language][group_name])
        for table in chosen:
            for layer in _table_layers(
                atlas, table, theme, language, words.get(table) or texts.get(table, table)
            ):
                project.addMapLayer(layer, False)
                node = group.addLayer(layer)
                node.setExpanded(False)
                hidden = table in _HIDDEN_AT_FIRST or table in _BY_DIMENSION
                node.setItemVisibilityChecked(not hidden)
                if table == "sites":
                    extent = layer.extent()
                    show_present_minerals(node)
            shown.append(table)
    project.setTitle(title)
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    if not extent.isEmpty():
        extent.scale(1.1)
        project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(extent, project.crs()))
    return shown


def _table_layers(atlas: Path, table: str, theme: Theme, language: str, title: str) -> list[QgsVectorLayer]:
    """One layer per table, for scores and trends one per dimension; the first one's style is the default."""
    if table not in _BY_DIMENSION:
        layer = _open(atlas, table, title)
        style = TABLE_STYLES.get(table)
        if style is not None and layer.geometryType() != QgsWkbTypes.GeometryType.NullGeometry:
            style(layer, theme, language)
        _save_style(layer, table, True)
        return [layer]
    legend = score_legend(_open(atlas, table, table), theme, language)
    style, named = _BY_DIMENSION[table]
    layers = []
    for dimension, words in legend.dimensions.items():
        layer = _open(atlas, table, named[language].format(words))
        style(layer, theme, language, dimension)
        _save_style(layer, f"{table}_{dimension}", not layers)
        layers.append(layer)
    return layers


def _open(atlas: Path, table: str, title: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{atlas}|layername={table}", title, "ogr")
    if not layer.isValid():
        raise SheetError(
            say("The table {0} of {1} cannot be opened; make the atlas again.", table, atlas.name)
        )
    return layer


def _save_style(layer: QgsVectorLayer, name: str, default: bool) -> None:
    """Save a style in the GeoPackage; one of the same name goes first, or QGIS would ask in a box."""
    count, ids, names, *_ = layer.listStylesInDatabase()
    for style_id, style_name in list(zip(ids, names))[:count]:
        if style_name == name:
            layer.deleteStyleFromDatabase(style_id)
    if hasattr(layer, "saveStyleToDatabaseV2"):  # from QGIS 3.44 on
        _, message = layer.saveStyleToDatabaseV2(name, "ASM Atlas", default, "")
    else:
        message = layer.saveStyleToDatabase(name, "ASM Atlas", default, "")
    if message:
        raise SheetError(say("The style of {0} cannot be saved in the GeoPackage: {1}.", name, message))
