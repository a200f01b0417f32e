<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AsmAtlas</name>
    <message>
        <location filename="../../../cartography/address_block.py"/>
        <source>The address is printed without a QR code: the Python library segno is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/blocks.py"/>
        <source>there is no layer of scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/blocks.py"/>
        <source>a level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/blocks.py"/>
        <source>The layer '{0}' lacks {1}; use the output of 'Scorecard'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/blocks.py"/>
        <source>The layer '{0}' holds the level {1} in {2}_level, which its scheme does not have; use the output of 'Scorecard'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/charts.py"/>
        <source>neither the visits nor the sites have a field visit_date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/class_style.py"/>
        <source>The layer '{0}' has no field '{1}', which the theme '{2}' reads; choose another layer or theme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/cluster_blocks.py"/>
        <source>the layer of clusters does not say how they were found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/columns.py"/>
        <source>There is no room for {0} on this paper, even at the least type; choose a larger paper, fewer layers or fewer blocks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/draft.py"/>
        <source>The block '{0}' is left out: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/export.py"/>
        <source>there is not enough memory; lower the resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/export.py"/>
        <source>the file cannot be written; choose another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/export.py"/>
        <source>the printer driver failed; try another folder or paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/export.py"/>
        <source>the layout could not be drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/export.py"/>
        <source>{0} was not made: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/export.py"/>
        <source>{0} was not made: this QGIS cannot write a PDF with layers; export without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/export.py"/>
        <source>{0} was not made: the picture format is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/export.py"/>
        <source>{0} was not made; there is not enough memory or room for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/fonts.py"/>
        <source>The font file {0} cannot be loaded; install the plugin again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/fonts.py"/>
        <source>The font '{0}' is not installed; install it, or choose another under Settings &gt; Options &gt; ASM Atlas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/hand_changes.py"/>
        <source>'{0}' is not on the sheet any more; its change by hand is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/hand_changes.py"/>
        <source>The text '{0}' of '{1}' was written by hand and hides '{2}', which is newer than it; read both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/hand_changes.py"/>
        <source>The font '{0}' of '{1}' is not installed; {2} takes its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/hand_changes.py"/>
        <source>The changes by hand cannot be read; take them back from the layout designer again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/insets.py"/>
        <source>{0} dense zones have an inset; for another one there is no empty place on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/layer_handover.py"/>
        <source>The layer '{0}' cannot be opened; check its path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/layer_handover.py"/>
        <source>The layer '{0}' cannot be copied for the series ({1}); save it as a file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/main_frame.py"/>
        <source>The recipe '{0}' needs a layer of {1}; choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/main_frame.py"/>
        <source>The layer '{0}' has no level; use the output of 'Scorecard'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/main_frame.py"/>
        <source>The recipe '{0}' has small maps but no layer with a theme; give it one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/map_frame.py"/>
        <source>The area to print has no extent; check the geometries and CRS of the layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/map_frame.py"/>
        <source>The map could not be set to the area; check the extent of the layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/margin.py"/>
        <source>The title '{0}...' is too long for the sheet; shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/margin.py"/>
        <source>The subtitle '{0}...' is too long for the sheet; shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/margin.py"/>
        <source>The logo '{0}' is not there; choose another file or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/margin.py"/>
        <source>Sources and notes do not fit the sheet; shorten the credits or choose a larger paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/own_recipes.py"/>
        <source>'{0}' holds no letters from a to z to name the file by; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/own_recipes.py"/>
        <source>'{0}' is the name of a recipe of the plugin; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/picture.py"/>
        <source>{0} must end in .png or .svg; choose one of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/picture.py"/>
        <source>{0} cannot be written; choose another file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/project.py"/>
        <source>The layer '{0}' cannot be copied into {1}: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/project.py"/>
        <source>{0} is not a GeoPackage with tables; give the output of the import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/project.py"/>
        <source>The table {0} of {1} cannot be opened; make the atlas again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/project.py"/>
        <source>The style of {0} cannot be saved in the GeoPackage: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe.py"/>
        <source>goes round in a circle: {0}; extend another recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>lower-case letters, digits and underscores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>names insets, which are called 'insets' in every recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>lengths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>must hold the width and the height in mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>is no theme; {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>is not an expression: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>is for the names of sites alone; take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>must hold the short and the long side in mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>arrangement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>must hold portrait, landscape or both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>has nothing for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>must be four numbers: x, y, width, height in mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>must rise from number to number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>has a brace without its other one ({0}); write {{{{ for a brace of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>holds {{{0}}}, which is not filled in here; use {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/series.py"/>
        <source>No area is called '{0}'; choose from: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/series.py"/>
        <source>The layer of the series has no area with a name; choose another layer or its field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/series.py"/>
        <source>The recipe '{0}' is about one site; name the sites by their pcodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/series.py"/>
        <source>The layer '{0}' has no field of names; choose it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/series.py"/>
        <source>The recipe '{0}' is not made for {1}; choose from {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/series.py"/>
        <source>The recipe '{0}' has no language '{1}'; choose from {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet.py"/>
        <source>The recipe '{0}' needs a layer for {1}; choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet.py"/>
        <source>The names of {0} sites are left out as the recipe asks: only those with {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet.py"/>
        <source>The paper '{0}' is not in the recipe '{1}'; choose one of {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet.py"/>
        <source>The language '{0}' is not in the recipe '{1}'; choose one of {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet.py"/>
        <source>The orientation '{0}' is not in the recipe '{1}'; choose one of {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>'Import mine-site visits'</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>'Set sites against protected areas'</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>The recipe '{0}' is not about one site; leave PCODE empty or choose 'site'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>The recipe '{0}' is about one of the {1}; give its name as AREA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>To print '{0}' a layer of {1} is needed; choose one or print all sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>{0} features of '{1}' are named {2}; they are taken together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>in '{0}'</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>in '{0}' or within {1:g} km of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>There is no site with a location {0}; check the area and the CRS of the layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>The sites of '{0}' are areas; each is drawn, and counted as inside or outside of what is printed, at a point on its surface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>The sheet is about one site; give its pcode as PCODE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>The layer '{0}' has no field pcode; use the sites of an import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>No site with a location has the pcode '{0}'; near to it: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>No site with a location has the pcode '{0}'; choose one of the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>The layer '{0}' has no coordinate reference system; set it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>'{layer}' has no '{name}' in its field {field}; it has: {some}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>The layer '{0}' has no points; choose the sites of an import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>The layer '{0}' lacks the fields {1}; use the sites made by {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_layers.py"/>
        <source>sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_layers.py"/>
        <source>areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_layers.py"/>
        <source>provinces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_layers.py"/>
        <source>territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_layers.py"/>
        <source>scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_layers.py"/>
        <source>comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_layers.py"/>
        <source>clusters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_layers.py"/>
        <source>choropleth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_layers.py"/>
        <source>The layer '{0}' has no field '{1}'; choose one of its fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_tables.py"/>
        <source>there is no layer for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_tables.py"/>
        <source>The table '{0}' does not fit; give fewer rows or shorter names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_tables.py"/>
        <source>The layer '{0}' lacks the fields {1}; choose the output '{2}'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/site_blocks.py"/>
        <source>there is no layer of visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/site_blocks.py"/>
        <source>the layer '{0}' lacks {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/site_blocks.py"/>
        <source>the layer '{0}' has no row for {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/site_blocks.py"/>
        <source>the scheme '{0}' of the scores does not ship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/site_index.py"/>
        <source>the map has no layer of sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/site_index.py"/>
        <source>The index of {0} sites is on 1 further page of the sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/site_index.py"/>
        <source>The index of {0} sites is on {1} further pages of the sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/site_styles.py"/>
        <source>'Compare two indicators'</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/site_styles.py"/>
        <source>an algorithm of the group Clusters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/site_styles.py"/>
        <source>'Key figures of the scorecard' (its polygons)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/site_styles.py"/>
        <source>The layer '{0}' lacks {1}; use the output of {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/site_styles.py"/>
        <source>The layer '{0}' has no point on this sheet; check the area and its CRS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/site_styles.py"/>
        <source>The layer '{0}' is a table; choose clusters of points or polygons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/svg_clip.py"/>
        <source>{0} was not made: it cannot be read again to cut its maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/svg_text.py"/>
        <source>{0} was not made: it cannot be read again to outline its letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/theme.py"/>
        <source>There is no theme '{0}'; choose one of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>must be the name of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>a colour like #d7191c, in small letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>repeats '{0}'; each class stands once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>has no place here; the rest is what no class holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>needs 'when', or the theme a 'field'</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>must be above {0:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>must say what the field holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>values: shape and size in mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>must be {0}, one less than breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/themed.py"/>
        <source>The theme '{0}' draws no layer; choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/whole_file.py"/>
        <source>The folder of {0} does not exist; make it or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/whole_file.py"/>
        <source>{0} cannot be written there; choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../../cartography/whole_file.py"/>
        <source>{0} cannot be written ({1}); choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
