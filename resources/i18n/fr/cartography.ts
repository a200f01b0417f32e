<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AsmAtlas</name>
    <message>
        <location filename="../../../cartography/address_block.py"/>
        <source>The address is printed without a QR code: the Python library segno is not installed.</source>
        <translation>L'adresse est imprimée sans code QR : la bibliothèque Python segno n'est pas installée.</translation>
    </message>
    <message>
        <location filename="../../../cartography/blocks.py"/>
        <source>there is no layer of scores</source>
        <translation>il n'y a pas de couche de scores</translation>
    </message>
    <message>
        <location filename="../../../cartography/blocks.py"/>
        <source>a level</source>
        <translation>un niveau</translation>
    </message>
    <message>
        <location filename="../../../cartography/blocks.py"/>
        <source>The layer '{0}' lacks {1}; use the output of 'Scorecard'.</source>
        <translation>Il manque à la couche « {0} » : {1} ; utilisez le résultat de la « Fiche d'évaluation ».</translation>
    </message>
    <message>
        <location filename="../../../cartography/blocks.py"/>
        <source>The layer '{0}' holds the level {1} in {2}_level, which its scheme does not have; use the output of 'Scorecard'.</source>
        <translation>La couche « {0} » contient le niveau {1} dans {2}_level, que son barème n'a pas ; utilisez le résultat de la « Fiche d'évaluation ».</translation>
    </message>
    <message>
        <location filename="../../../cartography/charts.py"/>
        <source>neither the visits nor the sites have a field visit_date</source>
        <translation>ni les visites ni les sites n'ont de champ visit_date</translation>
    </message>
    <message>
        <location filename="../../../cartography/class_style.py"/>
        <source>The layer '{0}' has no field '{1}', which the theme '{2}' reads; choose another layer or theme.</source>
        <translation>La couche « {0} » n'a pas de champ « {1} », que lit le thème « {2} » ; choisissez une autre couche ou un autre thème.</translation>
    </message>
    <message>
        <location filename="../../../cartography/cluster_blocks.py"/>
        <source>the layer of clusters does not say how they were found</source>
        <translation>la couche d'agrégats ne dit pas comment ils ont été trouvés</translation>
    </message>
    <message>
        <location filename="../../../cartography/columns.py"/>
        <source>There is no room for {0} on this paper, even at the least type; choose a larger paper, fewer layers or fewer blocks.</source>
        <translation>Il n'y a pas de place pour {0} sur ce papier, même avec les plus petits caractères ; choisissez un papier plus grand, moins de couches ou moins de blocs.</translation>
    </message>
    <message>
        <location filename="../../../cartography/draft.py"/>
        <source>The block '{0}' is left out: {1}.</source>
        <translation>Le bloc « {0} » est laissé de côté : {1}.</translation>
    </message>
    <message>
        <location filename="../../../cartography/export.py"/>
        <source>there is not enough memory; lower the resolution</source>
        <translation>la mémoire ne suffit pas ; baissez la résolution</translation>
    </message>
    <message>
        <location filename="../../../cartography/export.py"/>
        <source>the file cannot be written; choose another folder</source>
        <translation>le fichier ne peut pas être écrit ; choisissez un autre dossier</translation>
    </message>
    <message>
        <location filename="../../../cartography/export.py"/>
        <source>the printer driver failed; try another folder or paper</source>
        <translation>le pilote d'impression a échoué ; essayez un autre dossier ou un autre papier</translation>
    </message>
    <message>
        <location filename="../../../cartography/export.py"/>
        <source>the layout could not be drawn</source>
        <translation>la mise en page n'a pas pu être dessinée</translation>
    </message>
    <message>
        <location filename="../../../cartography/export.py"/>
        <source>{0} was not made: {1}.</source>
        <translation>{0} n'a pas été fait : {1}.</translation>
    </message>
    <message>
        <location filename="../../../cartography/export.py"/>
        <source>{0} was not made: this QGIS cannot write a PDF with layers; export without them.</source>
        <translation>{0} n'a pas été fait : ce QGIS ne peut pas écrire un PDF avec des couches ; exportez sans elles.</translation>
    </message>
    <message>
        <location filename="../../../cartography/export.py"/>
        <source>{0} was not made: the picture format is not supported.</source>
        <translation>{0} n'a pas été fait : le format d'image n'est pas pris en charge.</translation>
    </message>
    <message>
        <location filename="../../../cartography/export.py"/>
        <source>{0} was not made; there is not enough memory or room for it.</source>
        <translation>{0} n'a pas été fait ; il n'y a pas assez de mémoire ou de place.</translation>
    </message>
    <message>
        <location filename="../../../cartography/fonts.py"/>
        <source>The font file {0} cannot be loaded; install the plugin again.</source>
        <translation>Le fichier de police {0} ne peut pas être chargé ; installez à nouveau l'extension.</translation>
    </message>
    <message>
        <location filename="../../../cartography/fonts.py"/>
        <source>The font '{0}' is not installed; install it, or choose another under Settings &gt; Options &gt; ASM Atlas.</source>
        <translation>La police « {0} » n'est pas installée ; installez-la, ou choisissez-en une autre dans Préférences &gt; Options &gt; ASM Atlas.</translation>
    </message>
    <message>
        <location filename="../../../cartography/hand_changes.py"/>
        <source>'{0}' is not on the sheet any more; its change by hand is left out.</source>
        <translation>« {0} » n'est plus sur la carte ; sa modification à la main est laissée de côté.</translation>
    </message>
    <message>
        <location filename="../../../cartography/hand_changes.py"/>
        <source>The text '{0}' of '{1}' was written by hand and hides '{2}', which is newer than it; read both.</source>
        <translation>Le texte « {0} » de « {1} » a été écrit à la main et cache « {2} », qui est plus récent ; lisez les deux.</translation>
    </message>
    <message>
        <location filename="../../../cartography/hand_changes.py"/>
        <source>The font '{0}' of '{1}' is not installed; {2} takes its place.</source>
        <translation>La police « {0} » de « {1} » n'est pas installée ; {2} la remplace.</translation>
    </message>
    <message>
        <location filename="../../../cartography/hand_changes.py"/>
        <source>The changes by hand cannot be read; take them back from the layout designer again.</source>
        <translation>Les modifications à la main ne peuvent pas être lues ; reprenez-les à nouveau de la mise en page.</translation>
    </message>
    <message>
        <location filename="../../../cartography/insets.py"/>
        <source>{0} dense zones have an inset; for another one there is no empty place on the map.</source>
        <translation>{0} zones denses ont un carton ; pour une autre, il n'y a pas de place vide sur la carte.</translation>
    </message>
    <message>
        <location filename="../../../cartography/layer_handover.py"/>
        <source>The layer '{0}' cannot be opened; check its path.</source>
        <translation>La couche « {0} » ne peut pas être ouverte ; vérifiez son chemin.</translation>
    </message>
    <message>
        <location filename="../../../cartography/layer_handover.py"/>
        <source>The layer '{0}' cannot be copied for the series ({1}); save it as a file first.</source>
        <translation>La couche « {0} » ne peut pas être copiée pour la série ({1}) ; enregistrez-la d'abord dans un fichier.</translation>
    </message>
    <message>
        <location filename="../../../cartography/main_frame.py"/>
        <source>The recipe '{0}' needs a layer of {1}; choose one.</source>
        <translation>La recette « {0} » demande une couche ({1}) ; choisissez-en une.</translation>
    </message>
    <message>
        <location filename="../../../cartography/main_frame.py"/>
        <source>The layer '{0}' has no level; use the output of 'Scorecard'.</source>
        <translation>La couche « {0} » n'a pas de niveau ; utilisez le résultat de la « Fiche d'évaluation ».</translation>
    </message>
    <message>
        <location filename="../../../cartography/main_frame.py"/>
        <source>The recipe '{0}' has small maps but no layer with a theme; give it one.</source>
        <translation>La recette « {0} » a de petites cartes mais pas de couche avec un thème ; donnez-lui-en une.</translation>
    </message>
    <message>
        <location filename="../../../cartography/map_frame.py"/>
        <source>The area to print has no extent; check the geometries and CRS of the layers.</source>
        <translation>La zone à imprimer n'a pas d'emprise ; vérifiez les géométries et le SCR des couches.</translation>
    </message>
    <message>
        <location filename="../../../cartography/map_frame.py"/>
        <source>The map could not be set to the area; check the extent of the layers.</source>
        <translation>La carte n'a pas pu être cadrée sur la zone ; vérifiez l'emprise des couches.</translation>
    </message>
    <message>
        <location filename="../../../cartography/margin.py"/>
        <source>The title '{0}...' is too long for the sheet; shorten it.</source>
        <translation>Le titre « {0}… » est trop long pour la carte ; raccourcissez-le.</translation>
    </message>
    <message>
        <location filename="../../../cartography/margin.py"/>
        <source>The subtitle '{0}...' is too long for the sheet; shorten it.</source>
        <translation>Le sous-titre « {0}… » est trop long pour la carte ; raccourcissez-le.</translation>
    </message>
    <message>
        <location filename="../../../cartography/margin.py"/>
        <source>The logo '{0}' is not there; choose another file or none.</source>
        <translation>Le logo « {0} » n'est pas là ; choisissez un autre fichier ou aucun.</translation>
    </message>
    <message>
        <location filename="../../../cartography/margin.py"/>
        <source>Sources and notes do not fit the sheet; shorten the credits or choose a larger paper.</source>
        <translation>Les sources et les notes ne tiennent pas sur la carte ; raccourcissez les crédits ou choisissez un papier plus grand.</translation>
    </message>
    <message>
        <location filename="../../../cartography/own_recipes.py"/>
        <source>'{0}' holds no letters from a to z to name the file by; choose another name.</source>
        <translation>« {0} » ne contient pas de lettres de a à z pour nommer le fichier ; choisissez un autre nom.</translation>
    </message>
    <message>
        <location filename="../../../cartography/own_recipes.py"/>
        <source>'{0}' is the name of a recipe of the plugin; choose another name.</source>
        <translation>« {0} » est le nom d'une recette de l'extension ; choisissez un autre nom.</translation>
    </message>
    <message>
        <location filename="../../../cartography/picture.py"/>
        <source>{0} must end in .png or .svg; choose one of these.</source>
        <translation>{0} doit finir par .png ou .svg ; choisissez l'un des deux.</translation>
    </message>
    <message>
        <location filename="../../../cartography/picture.py"/>
        <source>{0} cannot be written; choose another file or folder.</source>
        <translation>{0} ne peut pas être écrit ; choisissez un autre fichier ou dossier.</translation>
    </message>
    <message>
        <location filename="../../../cartography/project.py"/>
        <source>The layer '{0}' cannot be copied into {1}: {2}.</source>
        <translation>La couche « {0} » ne peut pas être copiée dans {1} : {2}.</translation>
    </message>
    <message>
        <location filename="../../../cartography/project.py"/>
        <source>{0} is not a GeoPackage with tables; give the output of the import.</source>
        <translation>{0} n'est pas un GeoPackage avec des tables ; donnez le résultat de l'import.</translation>
    </message>
    <message>
        <location filename="../../../cartography/project.py"/>
        <source>The table {0} of {1} cannot be opened; make the atlas again.</source>
        <translation>La table {0} de {1} ne peut pas être ouverte ; refaites l'atlas.</translation>
    </message>
    <message>
        <location filename="../../../cartography/project.py"/>
        <source>The style of {0} cannot be saved in the GeoPackage: {1}.</source>
        <translation>Le style de {0} ne peut pas être enregistré dans le GeoPackage : {1}.</translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe.py"/>
        <source>goes round in a circle: {0}; extend another recipe</source>
        <translation>tourne en rond : {0} ; prolongez une autre recette</translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>lower-case letters, digits and underscores</source>
        <translation>des lettres minuscules, chiffres et tirets bas</translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>layer</source>
        <translation>couche</translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>names insets, which are called 'insets' in every recipe</source>
        <translation>nomme des cartons, qui s'appellent « insets » dans chaque recette</translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>lengths</source>
        <translation>longueurs</translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>must hold the width and the height in mm</source>
        <translation>doit contenir la largeur et la hauteur en mm</translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>is no theme; {0}</source>
        <translation>n'est pas un thème ; {0}</translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>is not an expression: {0}</source>
        <translation>n'est pas une expression : {0}</translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>calls {0}, which looks beyond the row; take it out</source>
        <translation>appelle {0}, qui regarde au-delà de la ligne ; retirez-le</translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>is for the names of sites alone; take it out</source>
        <translation>est pour les noms de sites seulement ; retirez-le</translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>column</source>
        <translation>colonne</translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>must hold the short and the long side in mm</source>
        <translation>doit contenir le petit et le grand côté en mm</translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>arrangement</source>
        <translation>disposition</translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>must hold portrait, landscape or both</source>
        <translation>doit contenir portrait, landscape ou les deux</translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>has nothing for {0}</source>
        <translation>n'a rien pour {0}</translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>must be four numbers: x, y, width, height in mm</source>
        <translation>doit être quatre nombres : x, y, largeur, hauteur en mm</translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>number</source>
        <translation>nombre</translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>must rise from number to number</source>
        <translation>doit croître de nombre en nombre</translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>has a brace without its other one ({0}); write {{{{ for a brace of its own</source>
        <translation>a une accolade sans l'autre ({0}) ; écrivez {{{{ pour une accolade seule</translation>
    </message>
    <message>
        <location filename="../../../cartography/recipe_check.py"/>
        <source>holds {{{0}}}, which is not filled in here; use {1}</source>
        <translation>contient {{{0}}}, qui n'est pas rempli ici ; utilisez {1}</translation>
    </message>
    <message>
        <location filename="../../../cartography/series.py"/>
        <source>No area is called '{0}'; choose from: {1}.</source>
        <translation>Aucune zone ne s'appelle « {0} » ; choisissez parmi : {1}.</translation>
    </message>
    <message>
        <location filename="../../../cartography/series.py"/>
        <source>The layer of the series has no area with a name; choose another layer or its field.</source>
        <translation>La couche de la série n'a pas de zone avec un nom ; choisissez une autre couche ou son champ.</translation>
    </message>
    <message>
        <location filename="../../../cartography/series.py"/>
        <source>The recipe '{0}' is about one site; name the sites by their pcodes.</source>
        <translation>La recette « {0} » traite d'un seul site ; nommez les sites par leurs pcodes.</translation>
    </message>
    <message>
        <location filename="../../../cartography/series.py"/>
        <source>The layer '{0}' has no field of names; choose it yourself.</source>
        <translation>La couche « {0} » n'a pas de champ de noms ; choisissez-le vous-même.</translation>
    </message>
    <message>
        <location filename="../../../cartography/series.py"/>
        <source>The recipe '{0}' is not made for {1}; choose from {2}.</source>
        <translation>La recette « {0} » n'est pas faite pour {1} ; choisissez parmi {2}.</translation>
    </message>
    <message>
        <location filename="../../../cartography/series.py"/>
        <source>The recipe '{0}' has no language '{1}'; choose from {2}.</source>
        <translation>La recette « {0} » n'a pas de langue « {1} » ; choisissez parmi {2}.</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet.py"/>
        <source>The recipe '{0}' needs a layer for {1}; choose one.</source>
        <translation>La recette « {0} » demande une couche pour {1} ; choisissez-en une.</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet.py"/>
        <source>The names of {0} sites are left out as the recipe asks: only those with {1}.</source>
        <translation>Les noms de {0} sites sont laissés de côté comme le demande la recette : seulement ceux avec {1}.</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet.py"/>
        <source>The paper '{0}' is not in the recipe '{1}'; choose one of {2}.</source>
        <translation>Le papier « {0} » n'est pas dans la recette « {1} » ; choisissez l'un de {2}.</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet.py"/>
        <source>The language '{0}' is not in the recipe '{1}'; choose one of {2}.</source>
        <translation>La langue « {0} » n'est pas dans la recette « {1} » ; choisissez l'une de {2}.</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet.py"/>
        <source>The orientation '{0}' is not in the recipe '{1}'; choose one of {2}.</source>
        <translation>L'orientation « {0} » n'est pas dans la recette « {1} » ; choisissez l'une de {2}.</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>'Import mine-site visits'</source>
        <translation>« Importer des visites de sites miniers »</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>'Set sites against protected areas'</source>
        <translation>« Confronter les sites aux aires protégées »</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>The recipe '{0}' is not about one site; leave PCODE empty or choose 'site'.</source>
        <translation>La recette « {0} » ne traite pas d'un seul site ; laissez PCODE vide ou choisissez « site ».</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>The recipe '{0}' is about one of the {1}; give its name as AREA.</source>
        <translation>La recette « {0} » traite d'un seul élément parmi les {1} ; donnez son nom comme AREA.</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>To print '{0}' a layer of {1} is needed; choose one or print all sites.</source>
        <translation>Pour imprimer « {0} », il faut une couche ({1}) ; choisissez-en une ou imprimez tous les sites.</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>{0} features of '{1}' are named {2}; they are taken together.</source>
        <translation>{0} entités de « {1} » se nomment {2} ; elles sont prises ensemble.</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>in '{0}'</source>
        <translation>dans « {0} »</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>in '{0}' or within {1:g} km of it</source>
        <translation>dans « {0} » ni à moins de {1:g} km</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>There is no site with a location {0}; check the area and the CRS of the layers.</source>
        <translation>Il n'y a pas de site avec une position {0} ; vérifiez la zone et le SCR des couches.</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>The sites of '{0}' are areas; each is drawn, and counted as inside or outside of what is printed, at a point on its surface.</source>
        <translation>Les sites de « {0} » sont des surfaces ; chacun est dessiné, et compté comme à l'intérieur ou à l'extérieur de ce qui est imprimé, en un point de sa surface.</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>The sheet is about one site; give its pcode as PCODE.</source>
        <translation>La carte traite d'un seul site ; donnez son pcode comme PCODE.</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>The layer '{0}' has no field pcode; use the sites of an import.</source>
        <translation>La couche « {0} » n'a pas de champ pcode ; utilisez les sites d'un import.</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>No site with a location has the pcode '{0}'; near to it: {1}.</source>
        <translation>Aucun site avec une position n'a le pcode « {0} » ; en sont proches : {1}.</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>No site with a location has the pcode '{0}'; choose one of the layer.</source>
        <translation>Aucun site avec une position n'a le pcode « {0} » ; choisissez-en un de la couche.</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>The layer '{0}' has no coordinate reference system; set it first.</source>
        <translation>La couche « {0} » n'a pas de système de coordonnées de référence ; définissez-le d'abord.</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>'{layer}' has no '{name}' in its field {field}; it has: {some}.</source>
        <translation>« {layer} » n'a pas de « {name} » dans son champ {field} ; elle a : {some}.</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>The layer '{0}' has no points; choose the sites of an import.</source>
        <translation>La couche « {0} » n'a pas de points ; choisissez les sites d'un import.</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_ground.py"/>
        <source>The layer '{0}' lacks the fields {1}; use the sites made by {2}.</source>
        <translation>Il manque à la couche « {0} » les champs {1} ; utilisez les sites faits par {2}.</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_layers.py"/>
        <source>sites</source>
        <translation>sites</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_layers.py"/>
        <source>areas</source>
        <translation>aires</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_layers.py"/>
        <source>provinces</source>
        <translation>provinces</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_layers.py"/>
        <source>territories</source>
        <translation>territoires</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_layers.py"/>
        <source>scores</source>
        <translation>scores</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_layers.py"/>
        <source>comparison</source>
        <translation>comparaison</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_layers.py"/>
        <source>clusters</source>
        <translation>agrégats</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_layers.py"/>
        <source>choropleth</source>
        <translation>choroplèthe</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_layers.py"/>
        <source>The layer '{0}' has no field '{1}'; choose one of its fields.</source>
        <translation>La couche « {0} » n'a pas de champ « {1} » ; choisissez l'un de ses champs.</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_tables.py"/>
        <source>there is no layer for {0}</source>
        <translation>il n'y a pas de couche pour {0}</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_tables.py"/>
        <source>The table '{0}' does not fit; give fewer rows or shorter names.</source>
        <translation>Le tableau « {0} » ne tient pas ; donnez moins de lignes ou des noms plus courts.</translation>
    </message>
    <message>
        <location filename="../../../cartography/sheet_tables.py"/>
        <source>The layer '{0}' lacks the fields {1}; choose the output '{2}'.</source>
        <translation>Il manque à la couche « {0} » les champs {1} ; choisissez le résultat « {2} ».</translation>
    </message>
    <message>
        <location filename="../../../cartography/site_blocks.py"/>
        <source>there is no layer of visits</source>
        <translation>il n'y a pas de couche de visites</translation>
    </message>
    <message>
        <location filename="../../../cartography/site_blocks.py"/>
        <source>the layer '{0}' lacks {1}</source>
        <translation>il manque à la couche « {0} » : {1}</translation>
    </message>
    <message>
        <location filename="../../../cartography/site_blocks.py"/>
        <source>the layer '{0}' has no row for {1}</source>
        <translation>la couche « {0} » n'a pas de ligne pour {1}</translation>
    </message>
    <message>
        <location filename="../../../cartography/site_blocks.py"/>
        <source>the scheme '{0}' of the scores does not ship</source>
        <translation>le barème « {0} » des scores n'est pas fourni</translation>
    </message>
    <message>
        <location filename="../../../cartography/site_index.py"/>
        <source>the map has no layer of sites</source>
        <translation>la carte n'a pas de couche de sites</translation>
    </message>
    <message>
        <location filename="../../../cartography/site_index.py"/>
        <source>The name '{0}...' is longer than a page of the index; shorten it in the data.</source>
        <translation>Le nom « {0}... » est plus long qu'une page de l'index ; raccourcissez-le dans les données.</translation>
    </message>
    <message>
        <location filename="../../../cartography/site_index.py"/>
        <source>The index of {0} sites is on 1 further page of the sheet.</source>
        <translation>L'index de {0} sites est sur 1 page supplémentaire de la carte.</translation>
    </message>
    <message>
        <location filename="../../../cartography/site_index.py"/>
        <source>The index of {0} sites is on {1} further pages of the sheet.</source>
        <translation>L'index de {0} sites est sur {1} pages supplémentaires de la carte.</translation>
    </message>
    <message>
        <location filename="../../../cartography/site_styles.py"/>
        <source>'Compare two indicators'</source>
        <translation>« Comparer deux indicateurs »</translation>
    </message>
    <message>
        <location filename="../../../cartography/site_styles.py"/>
        <source>an algorithm of the group Clusters</source>
        <translation>un algorithme du groupe Agrégats</translation>
    </message>
    <message>
        <location filename="../../../cartography/site_styles.py"/>
        <source>'Key figures of the scorecard' (its polygons)</source>
        <translation>« Chiffres clés de la fiche d'évaluation » (ses polygones)</translation>
    </message>
    <message>
        <location filename="../../../cartography/site_styles.py"/>
        <source>The layer '{0}' lacks {1}; use the output of {2}.</source>
        <translation>Il manque à la couche « {0} » : {1} ; utilisez le résultat de {2}.</translation>
    </message>
    <message>
        <location filename="../../../cartography/site_styles.py"/>
        <source>The layer '{0}' has no point on this sheet; check the area and its CRS.</source>
        <translation>La couche « {0} » n'a pas de point sur cette carte ; vérifiez la zone et son SCR.</translation>
    </message>
    <message>
        <location filename="../../../cartography/site_styles.py"/>
        <source>The layer '{0}' is a table; choose clusters of points or polygons.</source>
        <translation>La couche « {0} » est une table ; choisissez des agrégats de points ou de polygones.</translation>
    </message>
    <message>
        <location filename="../../../cartography/svg_clip.py"/>
        <source>{0} was not made: it cannot be read again to cut its maps.</source>
        <translation>{0} n'a pas été fait : il ne peut pas être relu pour découper ses cartes.</translation>
    </message>
    <message>
        <location filename="../../../cartography/svg_text.py"/>
        <source>{0} was not made: it cannot be read again to outline its letters.</source>
        <translation>{0} n'a pas été fait : il ne peut pas être relu pour vectoriser ses lettres.</translation>
    </message>
    <message>
        <location filename="../../../cartography/theme.py"/>
        <source>There is no theme '{0}'; choose one of {1}.</source>
        <translation>Il n'y a pas de thème « {0} » ; choisissez l'un de {1}.</translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>must be the name of the file</source>
        <translation>doit être le nom du fichier</translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>a colour like #d7191c, in small letters</source>
        <translation>une couleur comme #d7191c, en minuscules</translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>repeats '{0}'; each class stands once</source>
        <translation>répète « {0} » ; chaque classe figure une seule fois</translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>has no place here; the rest is what no class holds</source>
        <translation>n'a pas sa place ici ; le reste est ce qu'aucune classe ne contient</translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>needs 'when', or the theme a 'field'</source>
        <translation>a besoin de « when », ou le thème d'un « field »</translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>must be above {0:g}</source>
        <translation>doit être supérieur à {0:g}</translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>must say what the field holds</source>
        <translation>doit dire ce que contient le champ</translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>colour</source>
        <translation>couleur</translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>shapes</source>
        <translation>formes</translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>values: shape and size in mm</source>
        <translation>valeurs : forme et taille en mm</translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>class</source>
        <translation>classe</translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>rows</source>
        <translation>lignes</translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>colours</source>
        <translation>couleurs</translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>breaks</source>
        <translation>seuils</translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>must be {0}, one less than breaks</source>
        <translation>doit être {0}, un de moins que les seuils</translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>looks</source>
        <translation>aspects</translation>
    </message>
    <message>
        <location filename="../../../cartography/theme_check.py"/>
        <source>category</source>
        <translation>catégorie</translation>
    </message>
    <message>
        <location filename="../../../cartography/themed.py"/>
        <source>The theme '{0}' draws no layer; choose another one.</source>
        <translation>Le thème « {0} » ne dessine pas de couche ; choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../../../cartography/whole_file.py"/>
        <source>The folder of {0} does not exist; make it or choose another.</source>
        <translation>Le dossier de {0} n'existe pas ; créez-le ou choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../../../cartography/whole_file.py"/>
        <source>{0} cannot be written there; choose another folder.</source>
        <translation>{0} ne peut pas être écrit là ; choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../../../cartography/whole_file.py"/>
        <source>{0} cannot be written ({1}); choose another file.</source>
        <translation>{0} ne peut pas être écrit ({1}) ; choisissez un autre fichier.</translation>
    </message>
</context>
</TS>
