<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AsmAtlas</name>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>Cancelled; no output was written.</source>
        <translation>Annulé ; aucun résultat n'a été écrit.</translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>Sites</source>
        <translation>Sites</translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>Areas</source>
        <translation>Zones</translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>Clusters</source>
        <translation>Regroupements</translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>Maps</source>
        <translation>Cartes</translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>{0} is no parameter of {1}; its name may be {2}.</source>
        <translation>{0} n'est pas un paramètre de {1} ; son nom est peut-être {2}.</translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>{0} must be true or false, not '{1}'.</source>
        <translation>{0} doit être true ou false, et non « {1} ».</translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>choose one of {0}.</source>
        <translation>choisissez parmi {0}.</translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>it is needed.</source>
        <translation>il est obligatoire.</translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>check its path and choose a file or layer of the kind asked for.</source>
        <translation>vérifiez son chemin et choisissez un fichier ou une couche du type demandé.</translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>The layer for {0} cannot be opened; check its path.</source>
        <translation>La couche pour {0} ne peut pas être ouverte ; vérifiez son chemin.</translation>
    </message>
    <message>
        <location filename="../../../processing/algorithm.py"/>
        <source>{0} needs a layer of {1}, not of {2}; choose another layer.</source>
        <translation>{0} demande une couche de type {1}, et non {2} ; choisissez une autre couche.</translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Draw distance bands round areas</source>
        <translation>Dessiner les bandes de distance autour des zones</translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Makes the distance bands of 'Set sites against protected areas' visible: one ring for each band round all areas together, from the boundary outwards. The rings touch and do not overlap; the areas themselves are left out.

The rings follow the distance on the WGS 84 ellipsoid to less than 0.5 % of it, anywhere and whatever the layer's projection. They are for maps: in which band a site lies is told by 'Set sites against protected areas', which measures each distance.</source>
        <translation>Rend visibles les bandes de distance de « Confronter les sites aux aires protégées » : un anneau par bande autour de toutes les zones ensemble, à partir de la limite vers l'extérieur. Les anneaux se touchent et ne se chevauchent pas ; les zones elles-mêmes en sont exclues.

Les anneaux suivent la distance sur l'ellipsoïde WGS 84 à moins de 0,5 % près, partout et quelle que soit la projection de la couche. Ils servent aux cartes : c'est « Confronter les sites aux aires protégées », qui mesure chaque distance, qui dit dans quelle bande se trouve un site.</translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Protected areas</source>
        <translation>Aires protégées</translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>The areas as in 'Set sites against protected areas'; best the prepared ones.</source>
        <translation>Les zones, comme dans « Confronter les sites aux aires protégées » ; de préférence les zones préparées.</translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Distance bands (km)</source>
        <translation>Bandes de distance (km)</translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Upper limits in kilometres, rising, at most 1000.</source>
        <translation>Limites supérieures en kilomètres, croissantes, au plus 1000.</translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Use areas of the second tier</source>
        <translation>Utiliser les zones du second rang</translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>For the output of 'Prepare protected areas': also areas that are only proposed, of unknown status or UNESCO-MAB reserves. Without it they are left out and named in the log.</source>
        <translation>Pour le résultat de « Préparer les aires protégées » : aussi les aires seulement proposées, de statut inconnu, ou réserves UNESCO-MAB. Sinon elles sont laissées de côté et nommées dans le journal.</translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Bands round areas</source>
        <translation>Bandes autour des zones</translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>A ring for each band with band, from_km, to_km and area_ha, in EPSG:4326.</source>
        <translation>Un anneau par bande avec band, from_km, to_km et area_ha, en EPSG:4326.</translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Areas used</source>
        <translation>Zones utilisées</translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Areas left out</source>
        <translation>Zones laissées de côté</translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Rings</source>
        <translation>Anneaux</translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>Left out, the bands reach over a pole: {0}.</source>
        <translation>Laissées de côté, les bandes dépassent un pôle : {0}.</translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>{0}: {1} ha</source>
        <translation>{0} : {1} ha</translation>
    </message>
    <message>
        <location filename="../../../processing/area_bands.py"/>
        <source>{0}: bands {1} km round {2} areas of '{3}' with ASM Atlas (asm:areabands), geodesic distances on WGS 84.</source>
        <translation>{0} : bandes de {1} km autour de {2} zones de « {3} » par ASM Atlas (asm:areabands), distances géodésiques sur WGS 84.</translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>The layer '{0}' is a table without areas; choose a layer with polygons.</source>
        <translation>La couche « {0} » est une table sans zones ; choisissez une couche de polygones.</translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>The layer '{0}' has no field '{1}'; choose another name field.</source>
        <translation>La couche « {0} » n'a pas de champ « {1} » ; choisissez un autre champ de nom.</translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>The layer '{0}' has no areas; choose a layer with polygons.</source>
        <translation>La couche « {0} » n'a aucune zone ; choisissez une couche de polygones.</translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>The overlaps in '{0}' were taken out for area totals; prepare the areas again without that.</source>
        <translation>Les chevauchements de « {0} » ont été retirés pour les totaux de superficie ; préparez à nouveau les zones sans cela.</translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>All areas of '{0}' are of the second tier; switch the second tier on to use them.</source>
        <translation>Toutes les zones de « {0} » sont du second rang ; activez le second rang pour les utiliser.</translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>None of the {0} areas of '{1}' can be used ({2}); choose a layer with polygons.</source>
        <translation>Aucune des {0} zones de « {1} » n'est utilisable ({2}) ; choisissez une couche de polygones.</translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>Not checked, too far from every site to matter: {0} of {1} areas.</source>
        <translation>Non vérifiées, trop loin de tout site pour compter : {0} zones sur {1}.</translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>Left out, second tier ({0}): {1}.</source>
        <translation>Laissées de côté, second rang ({0}) : {1}.</translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>Repaired: {name}, {reason}; now {area} ha, changed by {change} ha.</source>
        <translation>Réparée : {name}, {reason} ; maintenant {area} ha, changement de {change} ha.</translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>Taken as a circle: {name}, {area} ha (boundary approximate).</source>
        <translation>Prise comme cercle : {name}, {area} ha (limite approximative).</translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>Left out: {name}, {reason}.</source>
        <translation>Laissée de côté : {name}, {reason}.</translation>
    </message>
    <message>
        <location filename="../../../processing/area_layers.py"/>
        <source>{0} lines or points dropped.</source>
        <translation>{0} lignes ou points abandonnés.</translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>The table {table} of {file} {what}, so that it cannot be updated; import into a new GeoPackage, or mend the table.</source>
        <translation>La table {table} de {file} {what} et ne peut donc pas être mise à jour ; importez dans un nouveau GeoPackage, ou corrigez la table.</translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>{0} is no GeoPackage; choose the file that holds your atlas.</source>
        <translation>{0} n'est pas un GeoPackage ; choisissez le fichier qui contient votre atlas.</translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>{file} was not changed: a rule of its tables refuses a row of the release ({said}); {advice}</source>
        <translation>{file} n'a pas été modifié : une règle de ses tables refuse une ligne de la version ({said}) ; {advice}</translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>remove the rule or mend the rows.</source>
        <translation>retirez la règle ou corrigez les lignes.</translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>a table of yours names a site or visit that is gone; keep what has vanished.</source>
        <translation>une de vos tables nomme un site ou une visite qui a disparu ; gardez ce qui a disparu.</translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>{file} is locked by another program; save your edits there, close it and run again.</source>
        <translation>{file} est verrouillé par un autre programme ; enregistrez-y vos modifications, fermez-le et recommencez.</translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>{file} cannot be written; ask for the permission or copy it elsewhere.</source>
        <translation>{file} ne peut pas être écrit ; demandez l'autorisation ou copiez-le ailleurs.</translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>{file} or its folder cannot be written; copy the atlas elsewhere.</source>
        <translation>{file} ou son dossier ne peut pas être écrit ; copiez l'atlas ailleurs.</translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>{file} is damaged ({said}); go back to a copy of it.</source>
        <translation>{file} est endommagé ({said}) ; revenez à une de ses copies.</translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>{file} was not changed: the disk is full or fails ({said}); make room and run again.</source>
        <translation>{file} n'a pas été modifié : le disque est plein ou défaillant ({said}) ; faites de la place et recommencez.</translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>{file} was not changed: a trigger or view of yours needs what only QGIS knows ({said}); remove it, update, and make it again.</source>
        <translation>{file} n'a pas été modifié : un de vos déclencheurs ou une de vos vues a besoin de ce que seul QGIS connaît ({said}) ; retirez-le, mettez à jour, puis recréez-le.</translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_errors.py"/>
        <source>{file} was not changed: the database refuses ({said}); mend what it names and run again.</source>
        <translation>{file} n'a pas été modifié : la base de données refuse ({said}) ; corrigez ce qu'elle nomme et recommencez.</translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_file.py"/>
        <source>{0} is not there; check its path.</source>
        <translation>{0} n'est pas là ; vérifiez son chemin.</translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_file.py"/>
        <source>is a view or not registered as a layer</source>
        <translation>est une vue ou n'est pas enregistrée comme couche</translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_file.py"/>
        <source>has no row numbers (fid)</source>
        <translation>n'a pas de numéros de ligne (fid)</translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_file.py"/>
        <source>has the field {0} as {1} instead of {2}</source>
        <translation>a le champ {0} en {1} au lieu de {2}</translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_file.py"/>
        <source>has no geometry</source>
        <translation>n'a pas de géométrie</translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_file.py"/>
        <source>has a geometry</source>
        <translation>a une géométrie</translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_file.py"/>
        <source>holds {0} instead of POINT</source>
        <translation>contient {0} au lieu de POINT</translation>
    </message>
    <message>
        <location filename="../../../processing/atlas_file.py"/>
        <source>is in {0}:{1} instead of EPSG:4326</source>
        <translation>est en {0}:{1} au lieu de EPSG:4326</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Build the atlas project</source>
        <translation>Construire le projet de l'atlas</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Makes a QGIS project of the tables in an atlas GeoPackage (sites, visits, scores, areas ...): grouped, styled, with relative paths. Layers of boundaries, titles, water, roads and towns are copied into the GeoPackage first, so that the two files are all there is to pass on. The styles are saved in the GeoPackage too.

To have all tables in one GeoPackage, choose 'Save to GeoPackage...' for each output of the other algorithms, with the same file and the layer names sites, visits, actors, statuses, findings, scores; for protected areas prepared_areas, areas_left_out, sites_areas, pairs, areas, area_units, largest_overlaps, area_note and area_bands; for titles sites_titles, title_pairs, title_overlaps and title_counts.</source>
        <translation>Fait un projet QGIS des tables d'un GeoPackage d'atlas (sites, visites, scores, zones ...) : groupées, stylées, avec des chemins relatifs. Les couches de limites, titres, eaux, routes et villes sont d'abord copiées dans le GeoPackage, de sorte que les deux fichiers suffisent à transmettre le tout. Les styles sont aussi enregistrés dans le GeoPackage.

Pour avoir toutes les tables dans un GeoPackage, choisissez « Enregistrer vers un GeoPackage... » pour chaque résultat des autres algorithmes, avec le même fichier et les noms de couche sites, visits, actors, statuses, findings, scores ; pour les aires protégées prepared_areas, areas_left_out, sites_areas, pairs, areas, area_units, largest_overlaps, area_note et area_bands ; pour les titres sites_titles, title_pairs, title_overlaps et title_counts.</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Atlas GeoPackage</source>
        <translation>GeoPackage de l'atlas</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>The GeoPackage that holds the tables sites, visits and the others.</source>
        <translation>Le GeoPackage qui contient les tables sites, visits et les autres.</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Provinces</source>
        <translation>Provinces</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Territories</source>
        <translation>Territoires</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Mining titles</source>
        <translation>Titres miniers</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Lakes</source>
        <translation>Lacs</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Rivers</source>
        <translation>Rivières</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Roads</source>
        <translation>Routes</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Towns</source>
        <translation>Villes</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Copied into the GeoPackage as the table {0}.</source>
        <translation>Copié dans le GeoPackage comme table {0}.</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Title of the project.</source>
        <translation>Titre du projet.</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Language of layer and class names.</source>
        <translation>Langue des noms de couches et de classes.</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>mine_glyph_safe is for colour-blind readers.</source>
        <translation>mine_glyph_safe est fait pour les lecteurs daltoniens.</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>QGIS project (*.qgz)</source>
        <translation>Projet QGIS (*.qgz)</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>The project file; best beside the GeoPackage.</source>
        <translation>Le fichier du projet ; de préférence à côté du GeoPackage.</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>Layers in the project</source>
        <translation>Couches dans le projet</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>{0} cannot be written ({1}); choose another folder.</source>
        <translation>{0} ne peut pas être écrit ({1}) ; choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../../../processing/build_project.py"/>
        <source>{0} layers of {1} tables: {2}</source>
        <translation>{0} couches de {1} tables : {2}</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>Sites used</source>
        <translation>Sites utilisés</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>Sites left out for lack of a value</source>
        <translation>Sites laissés de côté faute de valeur</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>Sites without a neighbour</source>
        <translation>Sites sans voisin</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>Sites with a class</source>
        <translation>Sites avec une classe</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>Clusters of two sites and more</source>
        <translation>Regroupements de deux sites et plus</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>Statistic of all sites together</source>
        <translation>Statistique de tous les sites ensemble</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>Its p</source>
        <translation>Son p</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>HOLD_DRAWS is not used: the fields have no worst and best case; choose levels or scores.</source>
        <translation>HOLD_DRAWS n'est pas utilisé : les champs n'ont ni pire ni meilleur cas ; choisissez des niveaux ou des scores.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>Clusters: {0}</source>
        <translation>Regroupements : {0}</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>{0} sites have neighbours, but none with a value; they count as isolated.</source>
        <translation>{0} sites ont des voisins, mais aucun avec une valeur ; ils comptent comme isolés.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>{0} sites have a value but no statistic; they are undefined.</source>
        <translation>{0} sites ont une valeur mais pas de statistique ; ils sont indéfinis.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>{0} sites pass the threshold but lie on the mean, or their neighbours do; they get no class.</source>
        <translation>{0} sites passent le seuil mais sont sur la moyenne, ou leurs voisins le sont ; ils ne reçoivent pas de classe.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>All {0} values are equal, so nothing can be told; every site is undefined.</source>
        <translation>Les {0} valeurs sont toutes égales, rien ne peut donc être dit ; chaque site est indéfini.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>{0} ({1}): {2} sites</source>
        <translation>{0} ({1}) : {2} sites</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_algorithm.py"/>
        <source>Of {0} sites in a cluster {1} keep their class in at least nine of ten draws.</source>
        <translation>Sur {0} sites d'un regroupement, {1} gardent leur classe dans au moins neuf tirages sur dix.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_analysis.py"/>
        <source>{0} of {1} sites have a value in {2}; at least {3} are needed, so choose another field or area.</source>
        <translation>{0} sites sur {1} ont une valeur dans {2} ; il en faut au moins {3}, choisissez donc un autre champ ou une autre zone.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>Permutations</source>
        <translation>Permutations</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>How often the values are spread anew by chance. The smallest p is 1 / (permutations + 1).</source>
        <translation>Combien de fois les valeurs sont redistribuées au hasard. Le plus petit p est 1 / (permutations + 1).</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>Threshold of p</source>
        <translation>Seuil de p</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>Sites with a p of at most so much get a class.</source>
        <translation>Les sites dont le p est au plus égal à ce seuil reçoivent une classe.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>Correction for many sites</source>
        <translation>Correction pour de nombreux sites</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>none: each site by its own p, so that of 1,000 sites about 50 would be marked by chance alone. fdr: of the sites marked, on average no more than the threshold are by chance (Benjamini and Hochberg). bonferroni: with that chance not one is.</source>
        <translation>none : chaque site selon son propre p, de sorte que sur 1 000 sites environ 50 seraient marqués par le seul hasard. fdr : parmi les sites marqués, en moyenne pas plus que le seuil ne le sont par hasard (Benjamini et Hochberg). bonferroni : avec cette probabilité, pas un seul ne l'est.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>Tails</source>
        <translation>Côtés</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>two_sided: high and low are both looked for, so both ends count. geoda: the smaller end alone, as GeoDa and esda report it; 0.05 is then really 0.10. greater, less: one end, chosen beforehand.</source>
        <translation>two_sided : on cherche le haut et le bas, les deux extrémités comptent donc. geoda : la plus petite extrémité seule, comme GeoDa et esda la donnent ; 0,05 vaut alors en réalité 0,10. greater, less : une extrémité, choisie d'avance.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>Start of the random numbers; the same one gives the same result.</source>
        <translation>Départ des nombres aléatoires ; la même donne le même résultat.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>Draws within uncertain scores</source>
        <translation>Tirages dans les scores incertains</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_inference.py"/>
        <source>Levels and scores of the scorecard are ranges where answers are not known. So many times they are drawn anew from worst to best, each time with at most 9,999 permutations; lisa_hold is the share of draws in which a site keeps its class. 0: not.</source>
        <translation>Les niveaux et les scores de la fiche d'évaluation sont des intervalles là où des réponses sont inconnues. Autant de fois, ils sont tirés à nouveau du pire au meilleur, chaque fois avec au plus 9 999 permutations ; lisa_hold est la part des tirages où un site garde sa classe. 0 : aucun.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Neighbours</source>
        <translation>Voisins</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>knn: the K nearest sites. band: all within DISTANCE. inverse_distance: the same, the nearer the more. kernel: weights that fall to nothing at DISTANCE, or at the K-th nearest site. queen, rook: polygons that share a border (queen: or a corner). delaunay: ends of Delaunay triangles. file: WEIGHTS_FILE.</source>
        <translation>knn : les K sites les plus proches. band : tous ceux à moins de DISTANCE. inverse_distance : de même, d'autant plus lourds qu'ils sont proches. kernel : des poids qui tombent à zéro à DISTANCE, ou au K-ième site le plus proche. queen, rook : polygones qui partagent une limite (queen : ou un sommet). delaunay : extrémités des triangles de Delaunay. file : WEIGHTS_FILE.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Number of nearest sites</source>
        <translation>Nombre de sites les plus proches</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>For knn, and for kernel without DISTANCE.</source>
        <translation>Pour knn, et pour kernel sans DISTANCE.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Distance in metres</source>
        <translation>Distance en mètres</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>For band, inverse_distance and kernel. Empty: the least with which every site has a neighbour, which the log tells; for kernel the way to the K-th nearest site.</source>
        <translation>Pour band, inverse_distance et kernel. Vide : la plus petite avec laquelle chaque site a un voisin, indiquée dans le journal ; pour kernel, le chemin jusqu'au K-ième site le plus proche.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Power of the distance</source>
        <translation>Puissance de la distance</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>For inverse_distance: weights are 1 / distance to this power.</source>
        <translation>Pour inverse_distance : les poids sont 1 / distance à cette puissance.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Kernel</source>
        <translation>Noyau</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>For kernel: how weights fall with distance.</source>
        <translation>Pour kernel : comment les poids décroissent avec la distance.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Order of contiguity</source>
        <translation>Ordre de contiguïté</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>For queen and rook: 2 takes the neighbours of neighbours.</source>
        <translation>Pour queen et rook : 2 prend les voisins des voisins.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Lower orders too</source>
        <translation>Ordres inférieurs aussi</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>With an order above 1: neighbours of lower orders stay neighbours.</source>
        <translation>Avec un ordre supérieur à 1 : les voisins d'ordre inférieur restent voisins.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Snapping in metres</source>
        <translation>Accrochage en mètres</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>For queen and rook: borders nearer than this are shared; for layers with gaps and overlaps.</source>
        <translation>Pour queen et rook : des limites plus proches que cela sont communes ; pour les couches qui ont des vides et des chevauchements.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Weights of a site add up to 1</source>
        <translation>La somme des poids d'un site vaut 1</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Else each neighbour weighs 1, or what its distance, kernel or file gives.</source>
        <translation>Sinon chaque voisin pèse 1, ou ce que donne sa distance, le noyau ou le fichier.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>File of weights</source>
        <translation>Fichier de poids</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>For file: GAL or GWT of the whole layer, by the keys of its sites; without keys by row numbers.</source>
        <translation>Pour file : GAL ou GWT de toute la couche, par les clés de ses sites ; sans clés, par numéros de ligne.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Third column of a GWT file</source>
        <translation>Troisième colonne d'un fichier GWT</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>weights, as PySAL writes it and this algorithm; distances, as GeoDa writes it for bands and nearest neighbours, which then weigh the same.</source>
        <translation>weights, comme l'écrivent PySAL et cet algorithme ; distances, comme GeoDa l'écrit pour les bandes et les plus proches voisins, qui pèsent alors tous autant.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Weights as a file</source>
        <translation>Poids en fichier</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>Who is whose neighbour: GAL names them, GWT has their weights too. For GeoDa, PySAL or this algorithm.</source>
        <translation>Qui est voisin de qui : GAL les nomme, GWT a aussi leurs poids. Pour GeoDa, PySAL ou cet algorithme.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>DISTANCE is empty: {0} m are taken, the least with which every site has a neighbour; where sites lie close together that makes many neighbours.</source>
        <translation>DISTANCE est vide : {0} m sont pris, la plus petite distance avec laquelle chaque site a un voisin ; là où les sites sont serrés, cela fait beaucoup de voisins.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>NEIGHBOURS is {0}, which needs polygons, and INPUT holds points; choose knn or band.</source>
        <translation>NEIGHBOURS est {0}, qui demande des polygones, et INPUT contient des points ; choisissez knn ou band.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>NEIGHBOURS is file and WEIGHTS_FILE is empty; choose a GAL or GWT file.</source>
        <translation>NEIGHBOURS est file et WEIGHTS_FILE est vide ; choisissez un fichier GAL ou GWT.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_neighbours.py"/>
        <source>{0} is for {1} sites, and INPUT has {2}; choose the file of this layer.</source>
        <translation>{0} est fait pour {1} sites, et INPUT en a {2} ; choisissez le fichier de cette couche.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_outputs.py"/>
        <source>Administrative units</source>
        <translation>Unités administratives</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_outputs.py"/>
        <source>Polygons by which the summary counts. Empty: the fields admin1 and admin2 of the sites.</source>
        <translation>Polygones selon lesquels le résumé compte. Vide : les champs admin1 et admin2 des sites.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_outputs.py"/>
        <source>Field of their names</source>
        <translation>Champ de leurs noms</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_outputs.py"/>
        <source>Needed only where the name of the field is not one of the usual ones.</source>
        <translation>Nécessaire seulement là où le nom du champ n'est pas l'un des noms usuels.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_outputs.py"/>
        <source>All fields, and lisa_i, lisa_lag, lisa_z, lisa_p, lisa_q (false discovery rate), lisa_cluster (class), lisa_label, lisa_n (neighbours), lisa_group (cluster) and lisa_reason; in EPSG:4326.</source>
        <translation>Tous les champs, et lisa_i, lisa_lag, lisa_z, lisa_p, lisa_q (taux de fausses découvertes), lisa_cluster (classe), lisa_label, lisa_n (voisins), lisa_group (regroupement) et lisa_reason ; en EPSG:4326.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_outputs.py"/>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_outputs.py"/>
        <source>Sites by class, by reason for being left out, by unit and class; the five largest clusters by name.</source>
        <translation>Sites par classe, par raison d'exclusion, par unité et classe ; les cinq plus grands regroupements par leur nom.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_outputs.py"/>
        <source>Who is whose neighbour</source>
        <translation>Qui est voisin de qui</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_outputs.py"/>
        <source>A line for each pair of neighbours, with the weights both ways and the distance.</source>
        <translation>Une ligne pour chaque paire de voisins, avec les poids dans les deux sens et la distance.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_outputs.py"/>
        <source>ADMIN is not used: no summary was asked for; choose a file for SUMMARY.</source>
        <translation>ADMIN n'est pas utilisé : aucun résumé n'a été demandé ; choisissez un fichier pour SUMMARY.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_pictures.py"/>
        <source>Map of who is whose neighbour</source>
        <translation>Carte de qui est voisin de qui</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_pictures.py"/>
        <source>Lines between neighbours and above them the sites in the signs of their classes, as PNG or SVG.</source>
        <translation>Des lignes entre voisins et au-dessus les sites dans les signes de leurs classes, en PNG ou SVG.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_pictures.py"/>
        <source>Scatterplot as points</source>
        <translation>Nuage de points en couche</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_pictures.py"/>
        <source>A point for each site with a p, at x = lisa_z and y = lisa_lag: a plot and not a map, so that it has no coordinate reference system.</source>
        <translation>Un point pour chaque site qui a un p, à x = lisa_z et y = lisa_lag : un graphique et non une carte, donc sans système de coordonnées de référence.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Sites or areas</source>
        <translation>Sites ou zones</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Points of sites, such as the scores of 'Responsible mining scorecard', or polygons of areas. Several rows of a site are reduced to the latest before anything else.</source>
        <translation>Points de sites, comme les scores de la « Fiche d'évaluation de l'exploitation responsable », ou polygones de zones. Plusieurs lignes d'un site sont réduites à la dernière avant tout.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Province or territory</source>
        <translation>Province ou territoire</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Only its sites, by the fields admin1 and admin2; those beyond its border count as nobody's neighbours. Empty: all sites.</source>
        <translation>Seulement ses sites, selon les champs admin1 et admin2 ; ceux d'au-delà de sa limite ne sont voisins de personne. Vide : tous les sites.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Field of site keys</source>
        <translation>Champ des clés de sites</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Rows with the same key are visits to one site, of which the latest counts. Empty: pcode, or every row is a site.</source>
        <translation>Les lignes de même clé sont des visites d'un même site, dont la dernière compte. Vide : pcode, ou chaque ligne est un site.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Field of dates</source>
        <translation>Champ des dates</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Tells which visit is the latest. Empty: visit_date, date or last_visit.</source>
        <translation>Dit quelle visite est la dernière. Vide : visit_date, date ou last_visit.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>INPUT has no field '{0}'; choose another one for DATE.</source>
        <translation>INPUT n'a pas de champ « {0} » ; choisissez-en un autre pour DATE.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>{0} rows repeat a key ({1}) and have no field of dates; the last row of each site counts.</source>
        <translation>{0} lignes répètent une clé ({1}) et n'ont pas de champ de dates ; la dernière ligne de chaque site compte.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Reduced to sites before anything else: {0} rows are earlier visits (by {1}, {2}); the latest of each site counts.</source>
        <translation>Réduit aux sites avant tout : {0} lignes sont des visites antérieures (selon {1}, {2}) ; la dernière de chaque site compte.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Every row is a site of its own (by {0}).</source>
        <translation>Chaque ligne est un site à elle seule (selon {0}).</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>AREA needs sites with a field admin1 or admin2; leave AREA empty.</source>
        <translation>AREA demande des sites avec un champ admin1 ou admin2 ; laissez AREA vide.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>{0} ({1}): {2} of {3} sites.</source>
        <translation>{0} ({1}) : {2} sites sur {3}.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>No site lies in '{0}'; choose one of {1}.</source>
        <translation>Aucun site ne se trouve dans « {0} » ; choisissez parmi {1}.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>{0} sites lie at the very place of another; if they are visits to one site, name its key in SITE_KEY.</source>
        <translation>{0} sites sont exactement à la place d'un autre ; si ce sont des visites d'un même site, nommez sa clé dans SITE_KEY.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>INPUT has no field '{0}'; choose one of its fields.</source>
        <translation>INPUT n'a pas de champ « {0} » ; choisissez l'un de ses champs.</translation>
    </message>
    <message>
        <location filename="../../../processing/cluster_sites.py"/>
        <source>Left out for lack of a value, class 5 in the output: {0} sites: {1}.</source>
        <translation>Laissés de côté faute de valeur, classe 5 dans le résultat : {0} sites : {1}.</translation>
    </message>
    <message>
        <location filename="../../../processing/colocation.py"/>
        <source>Co-location (local join counts)</source>
        <translation>Colocalisation (comptages locaux de jointures)</translation>
    </message>
    <message>
        <location filename="../../../processing/colocation.py"/>
        <source>join count,co-location,colocation,cluster,binary,yes,no,GeoDa</source>
        <translation>comptage de jointures,colocalisation,regroupement,binaire,oui,non,GeoDa,co-location,cluster</translation>
    </message>
    <message>
        <location filename="../../../processing/colocation.py"/>
        <source>For fields of yes and no, such as presence (armed presence), or levels that are low: counts the neighbours of each yes that are a yes too, and marks where they are more than chance would put there. With several fields only sites with a yes to all of them count.

Unknown is not no: such sites are left out, counted and kept in the output with class 5.

That two things lie together does not say that one causes the other: see the help page on clusters.</source>
        <translation>Pour des champs de oui et non, comme presence (présence armée), ou des niveaux bas : compte les voisins de chaque oui qui sont aussi un oui, et marque là où ils sont plus nombreux que le hasard ne le ferait. Avec plusieurs champs, seuls comptent les sites qui ont un oui à tous.

Inconnu n'est pas non : ces sites sont laissés de côté, comptés, et gardés dans le résultat avec la classe 5.

Que deux choses se trouvent ensemble ne dit pas que l'une cause l'autre : voir la page d'aide sur les regroupements.</translation>
    </message>
    <message>
        <location filename="../../../processing/colocation.py"/>
        <source>Fields</source>
        <translation>Champs</translation>
    </message>
    <message>
        <location filename="../../../processing/colocation.py"/>
        <source>yes, no and unknown (or 1, 0 and empty); with AT_MOST numbers or levels.</source>
        <translation>oui, non et inconnu (ou 1, 0 et vide) ; avec AT_MOST, des nombres ou des niveaux.</translation>
    </message>
    <message>
        <location filename="../../../processing/colocation.py"/>
        <source>Yes up to</source>
        <translation>Oui jusqu'à</translation>
    </message>
    <message>
        <location filename="../../../processing/colocation.py"/>
        <source>For numbers and levels: up to this value is a yes, above it a no. Level 1 is the worst.</source>
        <translation>Pour les nombres et les niveaux : jusqu'à cette valeur c'est un oui, au-delà un non. Le niveau 1 est le pire.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Compare two indicators</source>
        <translation>Comparer deux indicateurs</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>bivariate,correlation,Spearman,Kendall,scorecard,score,levels</source>
        <translation>bivarié,corrélation,Spearman,Kendall,fiche d'évaluation,score,niveaux</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Sets two indicators of the scorecard side by side: each site gets a class by both, drawn with a colour, a shape and a size of its own, and the classes are counted.

Three classes keep the worst and the best level, on which knock-outs act, and join those between. Sites without a level in one of the two are not compared; they are counted by the reason. A level that depends on what is not known is a range: 'certain' counts the sites that can be in no other class, 'possible' those that may be in it.

Spearman's rho and Kendall's tau-b (ties counted) are given for the levels and for the scores, with their number of sites. There are no p-values: the sites visited are no random sample, and neighbouring sites are not independent. A correlation says nothing of causes.</source>
        <translation>Met deux indicateurs de la fiche d'évaluation côte à côte : chaque site reçoit une classe selon les deux, dessinée avec une couleur, une forme et une taille propres, et les classes sont comptées.

Trois classes gardent le pire et le meilleur niveau, sur lesquels agissent les plafonds, et réunissent ceux qui sont entre les deux. Les sites sans niveau dans l'un des deux ne sont pas comparés ; ils sont comptés par raison. Un niveau qui dépend de ce qu'on ignore est un intervalle : « certain » compte les sites qui ne peuvent être dans aucune autre classe, « possible » ceux qui peuvent y être.

Le rho de Spearman et le tau-b de Kendall (ex æquo comptés) sont donnés pour les niveaux et pour les scores, avec leur nombre de sites. Il n'y a pas de valeurs p : les sites visités ne sont pas un échantillon aléatoire, et des sites voisins ne sont pas indépendants. Une corrélation ne dit rien des causes.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>The output of 'Responsible mining scorecard'. Of several rows of a site the latest counts.</source>
        <translation>Le résultat de la « Fiche d'évaluation de l'exploitation responsable ». De plusieurs lignes d'un site, la dernière compte.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Indicator across</source>
        <translation>Indicateur horizontal</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>It sets the shape.</source>
        <translation>Il fixe la forme.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Indicator upwards</source>
        <translation>Indicateur vertical</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>It sets the size.</source>
        <translation>Il fixe la taille.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>The field with its level, such as security_level, or its name alone, security.</source>
        <translation>Le champ de son niveau, comme security_level, ou son seul nom, security.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>three: worst level, those between, best level. each_level: more classes than colours can tell; shape and size still do.</source>
        <translation>three : pire niveau, niveaux intermédiaires, meilleur niveau. each_level : plus de classes que les couleurs n'en distinguent ; la forme et la taille y suffisent.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Sites compared</source>
        <translation>Sites comparés</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>One point a site with its class, the classes possible, or why it is not compared.</source>
        <translation>Un point par site avec sa classe, les classes possibles, ou pourquoi il n'est pas comparé.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Counts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>One row per pair of classes and per reason for not being compared.</source>
        <translation>Une ligne par paire de classes et par raison de ne pas être comparé.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Legend</source>
        <translation>Légende</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>The legend as a picture for print layouts; the layer has it in any case.</source>
        <translation>La légende comme image pour les mises en page ; la couche l'a dans tous les cas.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Sites that may belong to another class</source>
        <translation>Sites qui peuvent appartenir à une autre classe</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Spearman's rho of the levels</source>
        <translation>Rho de Spearman des niveaux</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Kendall's tau-b of the levels</source>
        <translation>Tau-b de Kendall des niveaux</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Compared {0} with {1}: {2}</source>
        <translation>{0} comparé à {1} : {2}</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Sites by {0} and {1}</source>
        <translation>Sites selon {0} et {1}</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>{0}: SCORES has no indicator '{1}'; choose one of {2}.</source>
        <translation>{0} : SCORES n'a pas d'indicateur « {1} » ; choisissez parmi {2}.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>{0} {1}, {2} {3}: {4} sites, {5} of them certain, {6} possible</source>
        <translation>{0} {1}, {2} {3} : {4} sites, dont {5} certains, {6} possibles</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Not compared, {0}: {1} sites</source>
        <translation>Non comparés, {0} : {1} sites</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Compared: {0} sites, {1} of them certain</source>
        <translation>Comparés : {0} sites, dont {1} certains</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Total: {0} sites</source>
        <translation>Total : {0} sites</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Levels: {0}</source>
        <translation>Niveaux : {0}</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Scores: {0}</source>
        <translation>Scores : {0}</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>no correlation, one of the two never changes (n = {0})</source>
        <translation>pas de corrélation, l'un des deux ne change jamais (n = {0})</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_indicators.py"/>
        <source>Spearman's rho {0:.3f}, Kendall's tau-b {1:.3f} (n = {2})</source>
        <translation>Rho de Spearman {0:.3f}, tau-b de Kendall {1:.3f} (n = {2})</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Compare two releases</source>
        <translation>Comparer deux versions</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>change,difference,update,version,import,artisanal,mine</source>
        <translation>changement,différence,mise à jour,version,import,artisanal,mine</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Compares two imports and lists what changed: sites that are new, vanished, moved or renamed, visits that were added, removed or got another date, and each answer that is another one.

Sites are the same by pcode. Visits are the same by pcode, date and project, never by the row number of the source. A removed and an added visit that give the same answers are one visit with another date or another project.

An answer that became known (answered) or unknown (withdrawn) is told apart from one that is now another (changed). A site's answers are those of the visit that speaks for it: same_visit says whether that visit was corrected or another one speaks now. Columns that one of the imports lacks are not compared, and the log names them.</source>
        <translation>Compare deux imports et liste ce qui a changé : sites nouveaux, disparus, déplacés ou renommés, visites ajoutées, retirées ou changées de date, et chaque réponse qui est autre.

Les sites sont les mêmes par le pcode. Les visites sont les mêmes par le pcode, la date et le projet, jamais par le numéro de ligne de la source. Une visite retirée et une visite ajoutée qui donnent les mêmes réponses sont une seule visite avec une autre date ou un autre projet.

Une réponse devenue connue (answered) ou inconnue (withdrawn) est distinguée d'une réponse maintenant autre (changed). Les réponses d'un site sont celles de la visite qui parle pour lui : same_visit dit si cette visite a été corrigée ou si une autre parle maintenant. Les colonnes qui manquent à l'un des imports ne sont pas comparées, et le journal les nomme.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Old sites</source>
        <translation>Anciens sites</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Sites of the older import, as 'Import mine-site visits' writes them.</source>
        <translation>Sites de l'import le plus ancien, tels que « Importer des visites de sites miniers » les écrit.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>New sites</source>
        <translation>Nouveaux sites</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Sites of the newer import.</source>
        <translation>Sites de l'import le plus récent.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Old visits</source>
        <translation>Anciennes visites</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Visits of the older import. Without them only sites are compared.</source>
        <translation>Visites de l'import le plus ancien. Sans elles, seuls les sites sont comparés.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>New visits</source>
        <translation>Nouvelles visites</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Visits of the newer import.</source>
        <translation>Visites de l'import le plus récent.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Moved when farther than (metres)</source>
        <translation>Déplacé au-delà de (mètres)</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>A site has moved when its points lie farther apart than this, in metres.</source>
        <translation>Un site s'est déplacé quand ses points sont plus éloignés que cela, en mètres.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Changes of sites</source>
        <translation>Changements des sites</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>One point a change, at the new place, or the old one if the site vanished.</source>
        <translation>Un point par changement, à la nouvelle place, ou à l'ancienne si le site a disparu.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Changes of visits</source>
        <translation>Changements des visites</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>One row a change. Not written when no visits are given.</source>
        <translation>Une ligne par changement. N'est pas écrit sans visites.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Summary of changes</source>
        <translation>Résumé des changements</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Number of changes by kind and field, and of the sites that have them.</source>
        <translation>Nombre de changements par genre et par champ, et de sites concernés.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Vanished sites</source>
        <translation>Sites disparus</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Moved sites</source>
        <translation>Sites déplacés</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Renamed sites</source>
        <translation>Sites renommés</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Changed answers of sites</source>
        <translation>Réponses de sites changées</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Added visits</source>
        <translation>Visites ajoutées</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Removed visits</source>
        <translation>Visites retirées</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Visits with another date</source>
        <translation>Visites à une autre date</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Changed answers of visits</source>
        <translation>Réponses de visites changées</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Visits are given for one import only; give OLD_VISITS and NEW_VISITS, or neither.</source>
        <translation>Des visites sont données pour un seul import ; donnez OLD_VISITS et NEW_VISITS, ou aucune des deux.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>visits</source>
        <translation>visites</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>No visits are given: only sites are compared.</source>
        <translation>Aucune visite n'est donnée : seuls les sites sont comparés.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Columns of {table} not compared, because one of the imports lacks them: {names}</source>
        <translation>Colonnes de {table} non comparées, car l'un des imports ne les a pas : {names}</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>Nothing changed.</source>
        <translation>Rien n'a changé.</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>unnamed</source>
        <translation>sans nom</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>{title}, {old} to {new}</source>
        <translation>{title}, {old} à {new}</translation>
    </message>
    <message>
        <location filename="../../../processing/compare_releases.py"/>
        <source>{old} compared with {new} by ASM Atlas {plugin}; moved: more than {metres} m.</source>
        <translation>{old} comparé à {new} par ASM Atlas {plugin} ; déplacé : plus de {metres} m.</translation>
    </message>
    <message>
        <location filename="../../../processing/crs_range.py"/>
        <source>The layer '{0}' reaches outside the range of its coordinate reference system, {1} {2} (x {3:.6g} to {4:.6g}, y {5:.6g} to {6:.6g}); results are wrong unless that is the right one: check it.</source>
        <translation>La couche « {0} » sort de l'étendue de son système de coordonnées de référence, {1} {2} (x de {3:.6g} à {4:.6g}, y de {5:.6g} à {6:.6g}) ; les résultats sont faux si ce n'est pas le bon : vérifiez-le.</translation>
    </message>
    <message>
        <location filename="../../../processing/demo_atlas.py"/>
        <source>Give the whole path of a folder.</source>
        <translation>Donnez le chemin complet d'un dossier.</translation>
    </message>
    <message>
        <location filename="../../../processing/demo_atlas.py"/>
        <source>{0} lies in the folder of the plugin, which goes with an update; choose another.</source>
        <translation>{0} se trouve dans le dossier de l'extension, qui disparaît à la mise à jour ; choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../../../processing/demo_atlas.py"/>
        <source>{0} holds files already; choose another name.</source>
        <translation>{0} contient déjà des fichiers ; choisissez un autre nom.</translation>
    </message>
    <message>
        <location filename="../../../processing/demo_atlas.py"/>
        <source>{0} is a file; choose another name.</source>
        <translation>{0} est un fichier ; choisissez un autre nom.</translation>
    </message>
    <message>
        <location filename="../../../processing/demo_atlas.py"/>
        <source>There is no folder {0}; choose another.</source>
        <translation>Il n'y a pas de dossier {0} ; choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../../../processing/demo_atlas.py"/>
        <source>Nothing can be written to {0}; choose another folder.</source>
        <translation>Rien ne peut être écrit dans {0} ; choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../../../processing/demo_atlas.py"/>
        <source>ASM Atlas demo: the fictional country of Kessouma</source>
        <translation>Démo d'ASM Atlas : le pays fictif de Kessouma</translation>
    </message>
    <message>
        <location filename="../../../processing/demo_atlas.py"/>
        <source>{0} failed.</source>
        <translation>{0} a échoué.</translation>
    </message>
    <message>
        <location filename="../../../processing/dependencies.py"/>
        <source>the Python package {0} {1} or later is missing</source>
        <translation>le paquet Python {0} {1} ou plus récent manque</translation>
    </message>
    <message>
        <location filename="../../../processing/dependencies.py"/>
        <source>the Python package {0} is too old, {1} or later is needed</source>
        <translation>le paquet Python {0} est trop ancien, il faut {1} ou plus récent</translation>
    </message>
    <message>
        <location filename="../../../processing/dependencies.py"/>
        <source>the Python package {0} is installed but does not fit numpy {1} ({2})</source>
        <translation>le paquet Python {0} est installé mais ne va pas avec numpy {1} ({2})</translation>
    </message>
    <message>
        <location filename="../../../processing/dependencies.py"/>
        <source>the Python package {0} is installed but cannot be imported ({1})</source>
        <translation>le paquet Python {0} est installé mais ne peut pas être importé ({1})</translation>
    </message>
    <message>
        <location filename="../../../processing/dependencies.py"/>
        <source>close QGIS and run in the OSGeo4W Shell of the start menu</source>
        <translation>fermez QGIS et lancez dans l'OSGeo4W Shell du menu Démarrer</translation>
    </message>
    <message>
        <location filename="../../../processing/dependencies.py"/>
        <source>close QGIS and run in a terminal</source>
        <translation>fermez QGIS et lancez dans un terminal</translation>
    </message>
    <message>
        <location filename="../../../processing/dependencies.py"/>
        <source>ASM Atlas cannot work: {0}; {1}: {2}</source>
        <translation>ASM Atlas ne peut pas travailler : {0} ; {1} : {2}</translation>
    </message>
    <message>
        <location filename="../../../processing/destinations.py"/>
        <source>{0} would replace {1}, which is read as an input; choose another file or table.</source>
        <translation>{0} remplacerait {1}, qui est lu comme entrée ; choisissez un autre fichier ou une autre table.</translation>
    </message>
    <message>
        <location filename="../../../processing/destinations.py"/>
        <source>{0} and {1} would be written to the same {2}; choose another file for one of them.</source>
        <translation>{0} et {1} seraient écrits dans le même {2} ; choisissez un autre fichier pour l'un d'eux.</translation>
    </message>
    <message>
        <location filename="../../../processing/destinations.py"/>
        <source>The folder of {0} does not exist; make it or choose another folder.</source>
        <translation>Le dossier de {0} n'existe pas ; créez-le ou choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../../../processing/destinations.py"/>
        <source>{0} cannot be written there; choose another file or folder.</source>
        <translation>{0} ne peut pas être écrit là ; choisissez un autre fichier ou dossier.</translation>
    </message>
    <message>
        <location filename="../../../processing/destinations.py"/>
        <source>{0} would overwrite edits of {1} that are not saved; save or discard them first.</source>
        <translation>{0} écraserait des modifications non enregistrées de {1} ; enregistrez-les ou annulez-les d'abord.</translation>
    </message>
    <message>
        <location filename="../../../processing/edit_watch.py"/>
        <source>{0} was removed while this ran, so nothing was written.</source>
        <translation>{0} a été retiré pendant l'exécution ; rien n'a été écrit.</translation>
    </message>
    <message>
        <location filename="../../../processing/edit_watch.py"/>
        <source>{0} was edited while this ran, so nothing was written; run it again.</source>
        <translation>{0} a été modifié pendant l'exécution ; rien n'a été écrit. Relancez.</translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>Explain the scores of a site</source>
        <translation>Expliquer les scores d'un site</translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>Says in words why a site has its scores: for each indicator the level, the score with its worst and best case, how sure it is, each question with its answer, points, weight and date, knock-outs with their ground, and what is not known and could change it.

Choose the site by its pcode, or select one feature and tick 'Selected features only'. Of a layer with all visits the latest one is explained.</source>
        <translation>Dit en mots pourquoi un site a ses scores : pour chaque indicateur le niveau, le score avec son pire et son meilleur cas, sa certitude, chaque question avec sa réponse, ses points, son poids et sa date, les plafonds avec leur motif, et ce qui est inconnu et pourrait le changer.

Choisissez le site par son pcode, ou sélectionnez une entité et cochez « Entités sélectionnées uniquement ». D'une couche de toutes les visites, la dernière est expliquée.</translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>The output of 'Responsible mining scorecard'.</source>
        <translation>Le résultat de la « Fiche d'évaluation de l'exploitation responsable ».</translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>Site (pcode)</source>
        <translation>Site (pcode)</translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>Key of the site. Empty: the one site of the layer, or of its selected features.</source>
        <translation>Clé du site. Vide : le seul site de la couche, ou de ses entités sélectionnées.</translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>The scheme that made the scores; by_scores: the shipped one that the scores name.</source>
        <translation>Le barème qui a fait les scores ; by_scores : le barème fourni que nomment les scores.</translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>The file of the scheme that made the scores, if it is none of those above.</source>
        <translation>Le fichier du barème qui a fait les scores, s'il n'est aucun de ceux ci-dessus.</translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>Language of the explanation.</source>
        <translation>Langue de l'explication.</translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>Explanation as HTML</source>
        <translation>Explication en HTML</translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>A page to read in a browser or to print.</source>
        <translation>Une page à lire dans un navigateur ou à imprimer.</translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>Explanation as text</source>
        <translation>Explication en texte</translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>Text (*.txt)</source>
        <translation>Texte (*.txt)</translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>The same as plain text, which also stands in the log.</source>
        <translation>La même en texte simple, qui figure aussi dans le journal.</translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>Explanation</source>
        <translation>Explication</translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>{0} cannot be written ({1}); choose another file or folder.</source>
        <translation>{0} ne peut pas être écrit ({1}) ; choisissez un autre fichier ou dossier.</translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>SCORES is not a table of scores (no {0}); choose the output of the scorecard.</source>
        <translation>SCORES n'est pas une table de scores (pas de {0}) ; choisissez le résultat de la fiche d'évaluation.</translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>The scores were made by the scheme '{0}', which does not ship; give its file.</source>
        <translation>Les scores ont été faits par le barème « {0} », qui n'est pas fourni ; donnez son fichier.</translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>The layer has {0} sites; give the pcode of one, or select it.</source>
        <translation>La couche a {0} sites ; donnez le pcode de l'un d'eux, ou sélectionnez-le.</translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>No site has the pcode '{0}'</source>
        <translation>Aucun site n'a le pcode « {0} »</translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>; choose one of the layer.</source>
        <translation> ; choisissez-en un de la couche.</translation>
    </message>
    <message>
        <location filename="../../../processing/explain_score.py"/>
        <source>; near to it: {0}.</source>
        <translation> ; proche : {0}.</translation>
    </message>
    <message>
        <location filename="../../../processing/frames.py"/>
        <source>numbers</source>
        <translation>nombres</translation>
    </message>
    <message>
        <location filename="../../../processing/frames.py"/>
        <source>dates such as 2026-05-31</source>
        <translation>dates comme 2026-05-31</translation>
    </message>
    <message>
        <location filename="../../../processing/frames.py"/>
        <source>The layer '{0}' has no coordinate reference system; set it in the layer's properties.</source>
        <translation>La couche « {0} » n'a pas de système de coordonnées de référence ; définissez-le dans les propriétés de la couche.</translation>
    </message>
    <message>
        <location filename="../../../processing/frames.py"/>
        <source>The table {0} lacks the fields {1}; use the output of 'Import mine-site visits' or rename your fields.</source>
        <translation>Il manque à la table {0} les champs {1} ; utilisez le résultat de « Importer des visites de sites miniers » ou renommez vos champs.</translation>
    </message>
    <message>
        <location filename="../../../processing/frames.py"/>
        <source>The field {name} of {title} must hold {kind}, not '{value}' (in {n_rows} rows); correct these values or empty them.</source>
        <translation>Le champ {name} de {title} doit contenir des {kind}, pas « {value} » (dans {n_rows} lignes) ; corrigez ces valeurs ou videz-les.</translation>
    </message>
    <message>
        <location filename="../../../processing/gazetteer_source.py"/>
        <source>Gazetteer</source>
        <translation>Répertoire toponymique</translation>
    </message>
    <message>
        <location filename="../../../processing/gazetteer_source.py"/>
        <source>Names of places with points or fields x and y, and a field class that says which are mines: a layer, a table, or a JSON list such as that of IPIS's web map. It places sites that no row and no known site places, by name, when only one place can be meant. Give the administrative units as well: they tell places of the same name apart. The field location_quality says which sites these are.</source>
        <translation>Noms de lieux avec des points ou des champs x et y, et un champ class qui dit lesquels sont des mines : une couche, une table, ou une liste JSON comme celle de la carte en ligne d'IPIS. Il situe par leur nom les sites qu'aucune ligne et aucun site connu ne situe, quand un seul lieu est possible. Donnez aussi les unités administratives : elles distinguent les lieux de même nom. Le champ location_quality dit quels sites ce sont.</translation>
    </message>
    <message>
        <location filename="../../../processing/given_inputs.py"/>
        <source>Licence of {0}: not told</source>
        <translation>Licence de {0} : non indiquée</translation>
    </message>
    <message>
        <location filename="../../../processing/hotspots.py"/>
        <source>Hot and cold spots (Getis-Ord)</source>
        <translation>Points chauds et froids (Getis-Ord)</translation>
    </message>
    <message>
        <location filename="../../../processing/hotspots.py"/>
        <source>Getis,Ord,Gi,hot spot,cold spot,cluster,autocorrelation,GeoDa</source>
        <translation>Getis,Ord,Gi,point chaud,point froid,regroupement,autocorrélation,GeoDa,hot spot</translation>
    </message>
    <message>
        <location filename="../../../processing/hotspots.py"/>
        <source>Finds sites around which values are higher (hot) or lower (cold) than chance would put there. gstar counts the site itself among its neighbours, g does not. Unlike Moran's I it does not tell sites that stand out from those around them.

Values should be 0 or above. Of a scorecard, a hot spot of levels is a good place, a cold spot a bad one. Sites without a value are left out, counted and kept in the output with class 5.

A hot spot says where, not why: see the help page on clusters.</source>
        <translation>Trouve les sites autour desquels les valeurs sont plus hautes (chauds) ou plus basses (froids) que le hasard ne les mettrait. gstar compte le site lui-même parmi ses voisins, g non. Contrairement au I de Moran, il ne distingue pas les sites qui tranchent sur leur entourage.

Les valeurs devraient être supérieures ou égales à 0. Dans une fiche d'évaluation, un point chaud de niveaux est un bon endroit, un point froid un mauvais. Les sites sans valeur sont laissés de côté, comptés, et gardés dans le résultat avec la classe 5.

Un point chaud dit où, non pourquoi : voir la page d'aide sur les regroupements.</translation>
    </message>
    <message>
        <location filename="../../../processing/hotspots.py"/>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <location filename="../../../processing/hotspots.py"/>
        <source>Numbers, levels, or yes and no.</source>
        <translation>Nombres, niveaux, ou oui et non.</translation>
    </message>
    <message>
        <location filename="../../../processing/hotspots.py"/>
        <source>Statistic</source>
        <translation>Statistique</translation>
    </message>
    <message>
        <location filename="../../../processing/hotspots.py"/>
        <source>gstar: with the site itself. g: its neighbours alone.</source>
        <translation>gstar : avec le site lui-même. g : ses voisins seuls.</translation>
    </message>
    <message>
        <location filename="../../../processing/import_metadata.py"/>
        <source>Survey form: {file}.</source>
        <translation>Formulaire d'enquête : {file}.</translation>
    </message>
    <message>
        <location filename="../../../processing/import_metadata.py"/>
        <source>Imported from {file} with profile {id} {version} by ASM Atlas {plugin}.</source>
        <translation>Importé de {file} avec le profil {id} {version} par ASM Atlas {plugin}.</translation>
    </message>
    <message>
        <location filename="../../../processing/import_profiles.py"/>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <location filename="../../../processing/import_profiles.py"/>
        <source>How to read the columns. 'auto' finds the profile by the names of the columns.</source>
        <translation>Comment lire les colonnes. « auto » trouve le profil d'après les noms des colonnes.</translation>
    </message>
    <message>
        <location filename="../../../processing/import_profiles.py"/>
        <source>Profile of your own</source>
        <translation>Votre propre profil</translation>
    </message>
    <message>
        <location filename="../../../processing/import_profiles.py"/>
        <source>A JSON file that says how to read the columns of any other table; it takes the place of the profile. resources/profiles/README.md in the plugin's folder describes such files.</source>
        <translation>Un fichier JSON qui dit comment lire les colonnes de toute autre table ; il prend la place du profil. resources/profiles/README.md dans le dossier de l'extension décrit ces fichiers.</translation>
    </message>
    <message>
        <location filename="../../../processing/import_profiles.py"/>
        <source>{file} has no sheet or layer {sheet}, which profile {id} reads; correct 'sheet'.</source>
        <translation>{file} n'a pas de feuille ou de couche {sheet}, que lit le profil {id} ; corrigez « sheet ».</translation>
    </message>
    <message>
        <location filename="../../../processing/import_profiles.py"/>
        <source>QGIS does not know the coordinate system {crs} of profile {id}; correct 'coordinates.crs'.</source>
        <translation>QGIS ne connaît pas le système de coordonnées {crs} du profil {id} ; corrigez « coordinates.crs ».</translation>
    </message>
    <message>
        <location filename="../../../processing/import_reading.py"/>
        <source>The texts of {0} are read as cp1252</source>
        <translation>Les textes de {0} sont lus en cp1252</translation>
    </message>
    <message>
        <location filename="../../../processing/import_reading.py"/>
        <source>Only the first 2,000 columns of the table are read.</source>
        <translation>Seules les 2 000 premières colonnes de la table sont lues.</translation>
    </message>
    <message>
        <location filename="../../../processing/import_reading.py"/>
        <source>{0} needs a layer of polygons; choose another layer.</source>
        <translation>{0} demande une couche de polygones ; choisissez une autre couche.</translation>
    </message>
    <message>
        <location filename="../../../processing/import_reading.py"/>
        <source>{file} is read as {encoding}</source>
        <translation>{file} est lu en {encoding}</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Import mine-site visits</source>
        <translation>Importer des visites de sites miniers</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>IPIS,artisanal,mine,survey,open data,import,clean</source>
        <translation>IPIS,artisanal,mine,enquête,données ouvertes,import,nettoyage</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Reads visits to artisanal mine sites, such as the open data of IPIS, from any table or layer and sorts them into sites, visits, armed actors and status decisions.

Each source row becomes exactly one of a visit, a status decision or a rejected row. Blank answers stay unknown and never become no; questions that the table does not have are marked not asked. The latest visit of the source's own teams speaks for a site; rows told by third parties are kept as visits but do not speak.

Whatever was recoded, doubtful or left out is a row of the findings: look at them before using the sites. Nothing is repaired silently, and doubtful coordinates are not used.

The visits of an atlas may be imported again, such as the table visits of an atlas.gpkg: nothing changes but what you have changed. Actors, statuses and sites are read from the same GeoPackage.</source>
        <translation>Lit des visites de sites miniers artisanaux, comme les données ouvertes d'IPIS, de toute table ou couche, et les répartit en sites, visites, acteurs armés et décisions de statut.

Chaque ligne de la source devient exactement une visite, une décision de statut ou une ligne rejetée. Les réponses vides restent inconnues et ne deviennent jamais non ; les questions que la table n'a pas sont marquées comme non posées. La dernière visite des équipes de la source parle pour un site ; les lignes rapportées par des tiers sont gardées comme visites mais ne parlent pas.

Tout ce qui a été recodé, est douteux ou a été laissé de côté est une ligne des constats : regardez-les avant d'utiliser les sites. Rien n'est corrigé en silence, et les coordonnées douteuses ne sont pas utilisées.

Les visites d'un atlas peuvent être importées à nouveau, comme la table visits d'un atlas.gpkg : rien ne change que ce que vous avez changé. Acteurs, statuts et sites sont lus du même GeoPackage.</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Visits table</source>
        <translation>Table des visites</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Any table or layer that QGIS opens: CSV, spreadsheet, GeoPackage, database. Coordinates come from its columns, else from its points.</source>
        <translation>Toute table ou couche que QGIS ouvre : CSV, classeur, GeoPackage, base de données. Les coordonnées viennent de ses colonnes, sinon de ses points.</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Known sites</source>
        <translation>Sites connus</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Sites with fields pcode or name, and points or fields longitude and latitude, such as the sites of an earlier import. They place sites without a location: by pcode, else by name within the same territory or province. The field location_quality says which.</source>
        <translation>Sites avec les champs pcode ou name, et des points ou des champs longitude et latitude, comme les sites d'un import précédent. Ils situent les sites sans position : par le pcode, sinon par le nom dans le même territoire ou la même province. Le champ location_quality dit lesquels.</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Repair doubtful locations</source>
        <translation>Corriger les positions douteuses</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Reads swapped coordinates, lost decimal points, and degrees, minutes and seconds where only one reading lies in the country. Each repair is a finding. When off, such locations are not used and the finding says what a repair would do.</source>
        <translation>Lit les coordonnées inversées, les virgules perdues, et les degrés, minutes et secondes là où une seule lecture tombe dans le pays. Chaque correction est un constat. Désactivé, ces positions ne sont pas utilisées et le constat dit ce que ferait une correction.</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Provinces or territories to check locations against; the field of their names is found by the names in the table. A location more than 500 m outside the unit that its row states is a finding, with the nearest unit and the distance.</source>
        <translation>Provinces ou territoires auxquels confronter les positions ; le champ de leurs noms est trouvé d'après les noms de la table. Une position à plus de 500 m hors de l'unité que déclare sa ligne est un constat, avec l'unité la plus proche et la distance.</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>One point a site, with the latest answers.</source>
        <translation>Un point par site, avec les dernières réponses.</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Visits</source>
        <translation>Visites</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>One row a visit, third parties included.</source>
        <translation>Une ligne par visite, tiers compris.</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Actors</source>
        <translation>Acteurs</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Armed and state actors of each visit.</source>
        <translation>Acteurs armés et étatiques de chaque visite.</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Statuses</source>
        <translation>Statuts</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Qualification and programme lists.</source>
        <translation>Qualification et listes des programmes.</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>What was recoded, doubtful, left out or rejected, with the source row.</source>
        <translation>Ce qui a été recodé, est douteux, a été laissé de côté ou rejeté, avec la ligne de la source.</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Source rows</source>
        <translation>Lignes de la source</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Status decisions</source>
        <translation>Décisions de statut</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Rejected rows</source>
        <translation>Lignes rejetées</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>Profile {id}, version {version}</source>
        <translation>Profil {id}, version {version}</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>{n} source rows</source>
        <translation>{n} lignes de la source</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>{n} visits</source>
        <translation>{n} visites</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>{n} of them told by third parties</source>
        <translation>{n} d'entre elles rapportées par des tiers</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>{n} status decisions</source>
        <translation>{n} décisions de statut</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>{n} rejected rows</source>
        <translation>{n} lignes rejetées</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>{n} sites</source>
        <translation>{n} sites</translation>
    </message>
    <message>
        <location filename="../../../processing/import_visits.py"/>
        <source>{n} findings</source>
        <translation>{n} constats</translation>
    </message>
    <message>
        <location filename="../../../processing/input_files.py"/>
        <source>{0} is no file but a device or a pipe; give a file.</source>
        <translation>{0} n'est pas un fichier mais un périphérique ou un tube ; donnez un fichier.</translation>
    </message>
    <message>
        <location filename="../../../processing/input_files.py"/>
        <source>{0} may not be read; ask for the right to, or give another file.</source>
        <translation>{0} ne peut pas être lu ; demandez le droit de le lire, ou donnez un autre fichier.</translation>
    </message>
    <message>
        <location filename="../../../processing/input_files.py"/>
        <source>{0} is no text, though its name says so; give it the ending of its kind, or choose another file.</source>
        <translation>{0} n'est pas du texte, bien que son nom le dise ; donnez-lui l'extension de son genre, ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <location filename="../../../processing/input_files.py"/>
        <source>{0} is text in UTF-16; save it as UTF-8.</source>
        <translation>{0} est du texte en UTF-16 ; enregistrez-le en UTF-8.</translation>
    </message>
    <message>
        <location filename="../../../processing/input_files.py"/>
        <source>{0} would swell to {1:.1f} GB when it is unpacked; check where it comes from, or unpack it.</source>
        <translation>{0} gonflerait à {1:.1f} Go une fois décompressé ; vérifiez sa provenance, ou décompressez-le.</translation>
    </message>
    <message>
        <location filename="../../../processing/live_sources.py"/>
        <source>{0} does not answer, or does not offer the layer; check the address and try again.</source>
        <translation>{0} ne répond pas, ou n'offre pas la couche ; vérifiez l'adresse et réessayez.</translation>
    </message>
    <message>
        <location filename="../../../processing/live_sources.py"/>
        <source>{0} sent {1} of {2} rows and broke off; nothing was written, try again later.</source>
        <translation>{0} a envoyé {1} lignes sur {2} puis s'est interrompu ; rien n'a été écrit, réessayez plus tard.</translation>
    </message>
    <message>
        <location filename="../../../processing/local_geary.py"/>
        <source>Local likeness (Geary's c)</source>
        <translation>Ressemblance locale (c de Geary)</translation>
    </message>
    <message>
        <location filename="../../../processing/local_geary.py"/>
        <source>LISA,Geary,cluster,multivariate,autocorrelation,GeoDa,scorecard</source>
        <translation>LISA,Geary,regroupement,multivarié,autocorrélation,GeoDa,fiche d'évaluation</translation>
    </message>
    <message>
        <location filename="../../../processing/local_geary.py"/>
        <source>Measures how much each site differs from its neighbours, in one field or in several taken together, such as security, state services and access. Small differences are likeness (positive), large ones mark a site unlike those around it (negative).

With one field, likeness is told apart: both high, both low, or on both sides of the mean. With several, alike says nothing of high or low: see the fields one by one.

Sites that lack one of the fields are left out, counted and kept in the output with class 5. A cluster says where like lies by like, not why: see the help page on clusters.</source>
        <translation>Mesure combien chaque site diffère de ses voisins, dans un champ ou dans plusieurs pris ensemble, comme la sécurité, les services de l'État et l'accès. De petites différences sont une ressemblance (positive), de grandes marquent un site différent de son entourage (négative).

Avec un champ, les ressemblances sont distinguées : tous deux hauts, tous deux bas, ou de part et d'autre de la moyenne. Avec plusieurs, la ressemblance ne dit rien du haut ou du bas : voir les champs un par un.

Les sites auxquels manque l'un des champs sont laissés de côté, comptés, et gardés dans le résultat avec la classe 5. Un regroupement dit où le semblable côtoie le semblable, non pourquoi : voir la page d'aide sur les regroupements.</translation>
    </message>
    <message>
        <location filename="../../../processing/local_geary.py"/>
        <source>Numbers, levels, or yes and no. Each counts the same, whatever its unit.</source>
        <translation>Nombres, niveaux, ou oui et non. Chacun compte autant, quelle que soit son unité.</translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>Local clusters (Moran's I)</source>
        <translation>Regroupements locaux (I de Moran)</translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>LISA,Moran,cluster,outlier,autocorrelation,GeoDa,hot spot,rate,bivariate</source>
        <translation>LISA,Moran,regroupement,valeur atypique,autocorrélation,GeoDa,point chaud,taux,bivarié</translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>Compares each site with its neighbours: High-High and Low-Low are clusters, Low-High and High-Low are sites unlike those around them. Which of it could be chance is told by spreading the values anew over the other sites, time and again.

FIELD alone: the field against itself. With NEIGHBOUR_FIELD: a site's own FIELD against the other field of its neighbours (not of the site itself). With BASE_FIELD: rates of FIELD per BASE_FIELD, smoothed so that few people do not make extreme rates (empirical Bayes).

Of a scorecard, choose a level (security_level) or a score. Sites without one are left out, counted and kept in the output with class 5. High is the better end.

A cluster says where like lies by like, not why. The sites visited are no random sample of all sites: see the help page on clusters.</source>
        <translation>Compare chaque site à ses voisins : Haut-Haut et Bas-Bas sont des regroupements, Bas-Haut et Haut-Bas des sites différents de leur entourage. Ce qui pourrait en être dû au hasard est dit en redistribuant sans cesse les valeurs sur les autres sites.

FIELD seul : le champ contre lui-même. Avec NEIGHBOUR_FIELD : le FIELD d'un site contre l'autre champ de ses voisins (pas du site lui-même). Avec BASE_FIELD : des taux de FIELD par BASE_FIELD, lissés pour que peu de personnes ne fassent pas de taux extrêmes (Bayes empirique).

D'une fiche d'évaluation, choisissez un niveau (security_level) ou un score. Les sites qui n'en ont pas sont laissés de côté, comptés, et gardés dans le résultat avec la classe 5. Haut est le bon côté.

Un regroupement dit où le semblable côtoie le semblable, non pourquoi. Les sites visités ne sont pas un échantillon aléatoire de tous les sites : voir la page d'aide sur les regroupements.</translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>Numbers, levels, or yes and no; of rates the events, such as incidents.</source>
        <translation>Nombres, niveaux, ou oui et non ; pour des taux, les événements, comme les incidents.</translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>Field of the neighbours</source>
        <translation>Champ des voisins</translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>For two fields: the one that is looked at among the neighbours.</source>
        <translation>Pour deux champs : celui qu'on regarde chez les voisins.</translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>Base of rates</source>
        <translation>Base des taux</translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>For rates: what the events are counted per, such as miners or people; above 0.</source>
        <translation>Pour des taux : ce à quoi les événements sont rapportés, comme les creuseurs ou les habitants ; supérieur à 0.</translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>NEIGHBOUR_FIELD and BASE_FIELD do not go together; empty one of them.</source>
        <translation>NEIGHBOUR_FIELD et BASE_FIELD ne vont pas ensemble ; videz l'un des deux.</translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>Scatterplot</source>
        <translation>Nuage de points</translation>
    </message>
    <message>
        <location filename="../../../processing/local_moran.py"/>
        <source>Own values against those of the neighbours as a picture; the output holds the same as lisa_z and lisa_lag.</source>
        <translation>Les valeurs propres contre celles des voisins, en image ; le résultat contient les mêmes comme lisa_z et lisa_lag.</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Next steps at mine sites</source>
        <translation>Prochaines étapes aux sites miniers</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>score,plan,visit,field,what if,indicator,green,blue,mine</source>
        <translation>score,plan,visite,terrain,hypothèse,indicateur,vert,bleu,mine</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>For each scored site and indicator: the smallest changes that would raise its level.

ask: something is not known, or an answer is old; the level in the best and in the worst answer is given. change: something known would have to change on the ground. confirm: a good answer is old, or the period of a status ends, so that the level stands on it no longer. cap: a finding that holds the level down whatever else is answered. visit: no usable visit.

All sets of answers up to the size you choose are tried; of each kind all smallest ones are listed, by sites from the smallest step up. One harm is never proposed in place of another, nor an answer left out. Indicators for context have no steps.

With the scheme site_criteria_1 the column overall_one_step names the sites that one answer separates from green. This is a pre-check of criteria: a status is decided by the minister after a joint team has inspected, and blue is never reached by answers.</source>
        <translation>Pour chaque site évalué et chaque indicateur : les plus petits changements qui relèveraient son niveau.

ask : quelque chose est inconnu, ou une réponse est ancienne ; le niveau avec la meilleure et avec la pire réponse est donné. change : quelque chose de connu devrait changer sur le terrain. confirm : une bonne réponse est ancienne, ou la période d'un statut finit, de sorte que le niveau n'y repose plus. cap : un constat qui retient le niveau quoi qu'on réponde d'autre. visit : pas de visite utilisable.

Tous les ensembles de réponses jusqu'à la taille que vous choisissez sont essayés ; de chaque genre, tous les plus petits sont listés, par site à partir de la plus petite étape. Un tort n'est jamais proposé à la place d'un autre, ni une réponse laissée vide. Les indicateurs de contexte n'ont pas d'étapes.

Avec le barème site_criteria_1, la colonne overall_one_step nomme les sites qu'une réponse sépare du vert. C'est une vérification préalable des critères : un statut est décidé par le ministre après l'inspection d'une équipe conjointe, et le bleu n'est jamais atteint par des réponses.</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Planning day</source>
        <translation>Jour de planification</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>A date such as 2026-05-31, from which ages and periods are counted. Empty: today.</source>
        <translation>Une date comme 2026-05-31, à partir de laquelle âges et périodes sont comptés. Vide : aujourd'hui.</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Answers are old after (years)</source>
        <translation>Réponses anciennes après (années)</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>A good answer that is older has to be confirmed, a bad one is asked about again. Empty: the scheme's own age of old visits.</source>
        <translation>Une bonne réponse plus ancienne doit être confirmée, une mauvaise est redemandée. Vide : l'âge des visites anciennes du barème lui-même.</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Most answers of one step</source>
        <translation>Réponses d'une étape, au plus</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Where one answer is not enough, sets of two, three ... are tried up to this size.</source>
        <translation>Là où une réponse ne suffit pas, des ensembles de deux, trois ... sont essayés jusqu'à cette taille.</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>One row a step, in words (English and French) and in codes.</source>
        <translation>Une ligne par étape, en mots (anglais et français) et en codes.</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Sites by next step</source>
        <translation>Sites par prochaine étape</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>One point a site: how many steps of each kind, and the smallest one in words.</source>
        <translation>Un point par site : combien d'étapes de chaque genre, et la plus petite en mots.</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Sites one answer from the best overall level</source>
        <translation>Sites à une réponse du meilleur niveau d'ensemble</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Next steps of {day}, answers old after {years} years, up to {most} answers</source>
        <translation>Prochaines étapes au {day}, réponses anciennes après {years} ans, jusqu'à {most} réponses</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Next steps</source>
        <translation>Prochaines étapes</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>The planning day '{0}' is not understood; write a date like 2026-05-31.</source>
        <translation>Le jour de planification « {0} » n'est pas compris ; écrivez une date comme 2026-05-31.</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Sites with something to ask {0}, to confirm {1}, to change {2}; without a usable visit {3}; inactive, without steps {4}</source>
        <translation>Sites où il y a à demander {0}, à confirmer {1}, à changer {2} ; sans visite utilisable {3} ; inactifs, sans étapes {4}</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Sites whose official status ended or ends within 3 months: {0}</source>
        <translation>Sites dont le statut officiel a pris fin ou prend fin dans les 3 mois : {0}</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>Sites by territory (to ask, to confirm, to change, without visit):</source>
        <translation>Sites par territoire (à demander, à confirmer, à changer, sans visite) :</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>  and {0} more territories, in the layer of sites</source>
        <translation>  et {0} autres territoires, dans la couche des sites</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>{label}: {n} sites are one answer to be asked from {level}: {names}</source>
        <translation>{label} : {n} sites sont à une réponse à demander de {level} : {names}</translation>
    </message>
    <message>
        <location filename="../../../processing/next_steps.py"/>
        <source>{label}: {n} sites are one change on the ground from {level}: {names}</source>
        <translation>{label} : {n} sites sont à un changement sur le terrain de {level} : {names}</translation>
    </message>
    <message>
        <location filename="../../../processing/outputs.py"/>
        <source>{0}: {1} values have an apostrophe before them, or a spreadsheet would run them</source>
        <translation>{0} : {1} valeurs sont précédées d'une apostrophe, sinon un tableur les exécuterait</translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_log.py"/>
        <source>No site lies inside an area or within the largest band; check that both layers show the same region and that longitude and latitude are not swapped.</source>
        <translation>Aucun site ne se trouve dans une zone ou dans la plus grande bande ; vérifiez que les deux couches montrent la même région et que longitude et latitude ne sont pas inversées.</translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_log.py"/>
        <source>{0} areas used, {1} repaired, {2} left out. {3}</source>
        <translation>{0} zones utilisées, {1} réparées, {2} laissées de côté. {3}</translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_log.py"/>
        <source>Each site counted once:</source>
        <translation>Chaque site compté une fois :</translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_log.py"/>
        <source>{0}: {1} sites, {2} workers ({3} sites with unknown workers)</source>
        <translation>{0} : {1} sites, {2} travailleurs ({3} sites au nombre de travailleurs inconnu)</translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_log.py"/>
        <source>beyond {0} km</source>
        <translation>au-delà de {0} km</translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_log.py"/>
        <source>inside</source>
        <translation>à l'intérieur</translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_log.py"/>
        <source>partly inside</source>
        <translation>en partie à l'intérieur</translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_note.py"/>
        <source>not stated</source>
        <translation>non indiqué</translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_note.py"/>
        <source>points</source>
        <translation>points</translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_note.py"/>
        <source>footprints</source>
        <translation>emprises</translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_note.py"/>
        <source>used</source>
        <translation>utilisé</translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_note.py"/>
        <source>left out</source>
        <translation>laissé de côté</translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_note.py"/>
        <source>{0}: set against {1} areas of '{2}' ({3}, {4}), {5} left out, second tier {6}, with ASM Atlas (asm:protectedareaoverlap), bands {7} km, {8}</source>
        <translation>{0} : confronté à {1} zones de « {2} » ({3}, {4}), {5} laissées de côté, second rang {6}, par ASM Atlas (asm:protectedareaoverlap), bandes {7} km, {8}</translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_note.py"/>
        <source>release {0}</source>
        <translation>version {0}</translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_note.py"/>
        <source>release not stated</source>
        <translation>version non indiquée</translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_note.py"/>
        <source>geodesic distances on WGS 84 (a = 6378137 m, 1/f = 298.257223563), results in EPSG:4326; every band is decided on the ellipsoid.</source>
        <translation>distances géodésiques sur WGS 84 (a = 6378137 m, 1/f = 298,257223563), résultats en EPSG:4326 ; chaque bande est décidée sur l'ellipsoïde.</translation>
    </message>
    <message>
        <location filename="../../../processing/overlap_note.py"/>
        <source>A point on a boundary, or within 1 mm of it, is inside. A footprint that only touches an area is not; a shared area below one square metre counts as touching. A distance equal to the limit of a band belongs to the nearer band.</source>
        <translation>Un point sur une limite, ou à moins de 1 mm d'elle, est à l'intérieur. Une emprise qui ne fait que toucher une zone ne l'est pas ; une surface commune de moins d'un mètre carré compte comme un contact. Une distance égale à la limite d'une bande appartient à la bande la plus proche.</translation>
    </message>
    <message>
        <location filename="../../../processing/own_tables_source.py"/>
        <source>{0} is not used: the input is an atlas</source>
        <translation>{0} n'est pas utilisé : l'entrée est un atlas</translation>
    </message>
    <message>
        <location filename="../../../processing/own_tables_source.py"/>
        <source>Read again from {file} by ASM Atlas {plugin}.</source>
        <translation>Relu de {file} par ASM Atlas {plugin}.</translation>
    </message>
    <message>
        <location filename="../../../processing/own_tables_source.py"/>
        <source>{0} is read as well</source>
        <translation>{0} est lu aussi</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Prepare protected areas</source>
        <translation>Préparer les aires protégées</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Makes a layer of protected areas fit for 'Set sites against protected areas': by status, with repaired polygons, points as circles, and the area in hectares on the WGS 84 ellipsoid. A table tells for each rule how many areas were left out or changed, and which.

Reads the World Database on Protected Areas before and after its changes of late 2025, and plain national layers. Areas that are only proposed, of unknown or another status, and UNESCO-MAB biosphere reserves are of the second tier: left out unless asked for, and always reported. A layer without a field of status is taken as designated, which the table notes.

Every designation stays, however many overlap; for screening leave 'Overlaps' at none. Erased or dissolved, areas can be added up, but a site would lose designations. The published columns of area are not used, but for the circles of points.</source>
        <translation>Rend une couche d'aires protégées propre à « Confronter les sites aux aires protégées » : selon le statut, avec des polygones réparés, des points devenus cercles, et la superficie en hectares sur l'ellipsoïde WGS 84. Une table dit pour chaque règle combien d'aires ont été laissées de côté ou changées, et lesquelles.

Lit la Base de données mondiale sur les aires protégées avant et après ses changements de fin 2025, et de simples couches nationales. Les aires seulement proposées, de statut inconnu ou autre, et les réserves de biosphère UNESCO-MAB sont du second rang : laissées de côté sauf demande, et toujours rapportées. Une couche sans champ de statut est prise comme désignée, ce que la table note.

Chaque désignation reste, si nombreuses qu'elles se chevauchent ; pour un examen, laissez « Chevauchements » à none. Effacées ou fusionnées, les aires peuvent être additionnées, mais un site perdrait des désignations. Les colonnes de superficie publiées ne sont pas utilisées, sauf pour les cercles des points.</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Polygons, or points with their area in square kilometres in REP_AREA, in any projection. QGIS loads a file of both as two layers: give the file itself, or run it for both.</source>
        <translation>Polygones, ou points avec leur superficie en kilomètres carrés dans REP_AREA, dans toute projection. QGIS charge un fichier des deux comme deux couches : donnez le fichier lui-même, ou lancez l'algorithme pour les deux.</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Statuses kept</source>
        <translation>Statuts gardés</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>unep_wcmc: Designated, Inscribed, Adopted, Established. wdpar: the same without Adopted, as that R package does.</source>
        <translation>unep_wcmc : Designated, Inscribed, Adopted, Established. wdpar : les mêmes sans Adopted, comme le fait ce paquet R.</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Keep the second tier</source>
        <translation>Garder le second rang</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Proposed areas, those of unknown or another status and UNESCO-MAB reserves come out too, with 2 in the field tier. Other tools do not know that field.</source>
        <translation>Les aires proposées, celles de statut inconnu ou autre et les réserves UNESCO-MAB sortent aussi, avec 2 dans le champ tier. Les autres outils ne connaissent pas ce champ.</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Merge zones of one site</source>
        <translation>Réunir les zones d'une même aire</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Rows with the same SITE_ID (earlier WDPAID) become one area, of the strictest category.</source>
        <translation>Les lignes de même SITE_ID (autrefois WDPAID) deviennent une seule aire, de la catégorie la plus stricte.</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Overlaps (for area totals only)</source>
        <translation>Chevauchements (pour les totaux de superficie seulement)</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>none: all areas whole, for screening. erase: overlaps go to the stricter IUCN category, then the earlier year of status. dissolve: one area.</source>
        <translation>none : toutes les aires entières, pour un examen. erase : les chevauchements vont à la catégorie UICN la plus stricte, puis à l'année de statut la plus ancienne. dissolve : une seule aire.</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Name field</source>
        <translation>Champ du nom</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Found by itself when left empty: NAME_ENG, NAME, nom and the like.</source>
        <translation>Trouvé de lui-même s'il est vide : NAME_ENG, NAME, nom et autres.</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Prepared areas</source>
        <translation>Aires préparées</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Polygons in EPSG:4326 with area_ha, tier and tier_reason, approximate (circles) and the fields of the World Database under names that do not change.</source>
        <translation>Polygones en EPSG:4326 avec area_ha, tier et tier_reason, approximate (cercles) et les champs de la Base de données mondiale sous des noms qui ne changent pas.</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Areas left out or changed</source>
        <translation>Aires laissées de côté ou changées</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>A row for each rule that concerned an area: the rule, how many areas, their names.</source>
        <translation>Une ligne pour chaque règle qui a concerné une aire : la règle, combien d'aires, leurs noms.</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Areas given</source>
        <translation>Aires données</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Areas prepared</source>
        <translation>Aires préparées (nombre)</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>Sum of area_ha</source>
        <translation>Somme de area_ha</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>The layer has no SITE_ID or WDPAID; no zones were merged.</source>
        <translation>La couche n'a ni SITE_ID ni WDPAID ; aucune zone n'a été réunie.</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>left_out</source>
        <translation>laissées de côté</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>second_tier</source>
        <translation>second rang</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>changed</source>
        <translation>changées</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>noted</source>
        <translation>signalées</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>{0} ({1}), {2}: {3}</source>
        <translation>{0} ({1}), {2} : {3}</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>{0} areas given, {1} prepared, {2} left out; {3} ha on the ellipsoid in all rows.</source>
        <translation>{0} aires données, {1} préparées, {2} laissées de côté ; {3} ha sur l'ellipsoïde dans toutes les lignes.</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>No area is left; see the table of areas left out.</source>
        <translation>Il ne reste aucune aire ; voir la table des aires laissées de côté.</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>{0}: prepared from '{1}' ({2}) with ASM Atlas (asm:prepareprotectedareas): statuses {3}, second tier {4}, zones {5}, overlaps {6}; areas on WGS 84; {7} areas, {8} left out; by rule: {9}.</source>
        <translation>{0} : préparé à partir de « {1} » ({2}) par ASM Atlas (asm:prepareprotectedareas) : statuts {3}, second rang {4}, zones {5}, chevauchements {6} ; superficies sur WGS 84 ; {7} aires, {8} laissées de côté ; par règle : {9}.</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>kept</source>
        <translation>gardé</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>merged</source>
        <translation>réunies</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>as given</source>
        <translation>telles quelles</translation>
    </message>
    <message>
        <location filename="../../../processing/prepare_protected_areas.py"/>
        <source>nothing changed</source>
        <translation>rien n'a changé</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Print a series of mine-site sheets</source>
        <translation>Imprimer une série de cartes de sites miniers</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Makes a sheet of every province, or of every area of another layer, by recipe, paper and language, in a folder. Sheets of which nothing has changed (data, theme, recipe, version of the plugin, parameters) are not made again; of the others the version rises and older files stay. A sheet that fails does not stop the series: its reason stands in the report of the series. Sheets are made side by side in processes of their own, as many as memory allows.</source>
        <translation>Fait une carte de chaque province, ou de chaque zone d'une autre couche, par recette, papier et langue, dans un dossier. Les cartes dont rien n'a changé (données, thème, recette, version de l'extension, paramètres) ne sont pas refaites ; des autres la version augmente et les anciens fichiers restent. Une carte qui échoue n'arrête pas la série : sa raison figure dans le rapport de la série. Les cartes se font côte à côte dans des processus propres, autant que la mémoire le permet.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Other areas</source>
        <translation>Autres zones</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Polygons with a name that take the place of the areas that the recipes are about.</source>
        <translation>Polygones avec un nom qui prennent la place des zones dont traitent les recettes.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Names of areas</source>
        <translation>Noms des zones</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>One a line, or with ; between them; pcodes for the recipe site. Empty: all areas.</source>
        <translation>Un par ligne, ou séparés par ; pour la recette site, des pcodes. Vide : toutes les zones.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Recipes</source>
        <translation>Recettes</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>What stands where on the page.</source>
        <translation>Ce qui se trouve où sur la page.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Papers</source>
        <translation>Papiers</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>auto takes the paper that a recipe is made for; others where a recipe has them.</source>
        <translation>auto prend le papier pour lequel une recette est faite ; d'autres là où une recette les a.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Languages of the sheets.</source>
        <translation>Langues des cartes.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Map numbers begin with</source>
        <translation>Les numéros des cartes commencent par</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Maps are numbered in the order in which they first were in the series: ASM-001 ...</source>
        <translation>Les cartes sont numérotées dans l'ordre où elles sont apparues dans la série : ASM-001 ...</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Files of a sheet</source>
        <translation>Fichiers d'une carte</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>package: a zip of the others with a thumbnail, metadata and the build report.</source>
        <translation>package : un zip des autres avec une vignette, des métadonnées et le rapport de production.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Names of files</source>
        <translation>Noms des fichiers</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Of {map_id} {version} {slug} {area} {recipe} {paper} {language} {theme}.</source>
        <translation>Formés de {map_id} {version} {slug} {area} {recipe} {paper} {language} {theme}.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Worker processes</source>
        <translation>Processus de travail</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Sheets made side by side; 0: one for each processor. Fewer where memory is short.</source>
        <translation>Cartes faites côte à côte ; 0 : une par processeur. Moins là où la mémoire manque.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Make unchanged sheets too</source>
        <translation>Refaire aussi les cartes inchangées</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>All sheets are made again, as a new version.</source>
        <translation>Toutes les cartes sont refaites, comme nouvelle version.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Folder of the sheets, their index and the report; made where it is not there.</source>
        <translation>Dossier des cartes, de leur index et du rapport ; créé s'il n'existe pas.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Report of the series</source>
        <translation>Rapport de la série</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Report of the series (JSON)</source>
        <translation>Rapport de la série (JSON)</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Sheets made</source>
        <translation>Cartes faites</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Sheets unchanged</source>
        <translation>Cartes inchangées</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Areas without a site</source>
        <translation>Zones sans site</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Sheets that failed</source>
        <translation>Cartes en échec</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Sheets not done</source>
        <translation>Cartes non faites</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>{0} sheets in the series</source>
        <translation>{0} cartes dans la série</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>{0}: version {1} made in {2} s</source>
        <translation>{0} : version {1} faite en {2} s</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>{0}: unchanged</source>
        <translation>{0} : inchangée</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>No sheet could be made. {0}</source>
        <translation>Aucune carte n'a pu être faite. {0}</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>Cancelled; {0} sheets were made before and stay.</source>
        <translation>Annulé ; {0} cartes avaient été faites et restent.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_series.py"/>
        <source>MAP_PREFIX must be letters, digits and hyphens such as ASM-COD, not '{0}'.</source>
        <translation>MAP_PREFIX doit être de lettres, chiffres et tirets comme ASM-COD, et non « {0} ».</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Print a mine-site sheet</source>
        <translation>Imprimer une carte de sites miniers</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Makes a large-format map of one province (or of all sites): minerals by colour, number of miners by size, qualification status by ring and letter, armed presence by sign. The legend, scale, graticule, sources, licences, caveats and imprint are made from the layers and their metadata. The sheet is checked before anything is written: errors stop, warnings are told. Writes a PDF with text as text and, when asked for, a PNG, an SVG, a build report that names the sites whose label found no room, and a package (zip) of all of them with a thumbnail and metadata.</source>
        <translation>Fait une carte de grand format d'une province (ou de tous les sites) : minerais par couleur, nombre de creuseurs par taille, statut de qualification par anneau et lettre, présence armée par signe. La légende, l'échelle, le graticule, les sources, les licences, les réserves et les mentions sont faits à partir des couches et de leurs métadonnées. La carte est contrôlée avant que rien ne soit écrit : les erreurs arrêtent, les avertissements sont dits. Écrit un PDF dont le texte est du texte et, sur demande, un PNG, un SVG, un rapport de production qui nomme les sites dont l'étiquette n'a pas trouvé de place, et un paquet (zip) du tout avec une vignette et des métadonnées.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Area</source>
        <translation>Zone</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Name of the province or other area to print, as in its layer; empty for all sites.</source>
        <translation>Nom de la province ou autre zone à imprimer, comme dans sa couche ; vide pour tous les sites.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Key of the site of a site sheet; for other recipes it is left empty.</source>
        <translation>Clé du site pour une carte de site ; vide pour les autres recettes.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Recipe</source>
        <translation>Recette</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Language of the sheet, not of QGIS.</source>
        <translation>Langue de la carte, non de QGIS.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Empty: made from the area.</source>
        <translation>Vide : fait à partir de la zone.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Subtitle</source>
        <translation>Sous-titre</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Empty: number of sites and dates of visit.</source>
        <translation>Vide : nombre de sites et dates de visite.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Map number</source>
        <translation>Numéro de la carte</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Empty: made from the area and the paper.</source>
        <translation>Vide : fait à partir de la zone et du papier.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Version of the sheet, printed beside its number.</source>
        <translation>Version de la carte, imprimée à côté de son numéro.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Vector PDF, text as text, with the plugin's own font.</source>
        <translation>PDF vectoriel, le texte en texte, avec la police de l'extension.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>The same sheet as a picture.</source>
        <translation>La même carte en image.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>The same sheet in layers for a drawing program; it needs the font Lato to be installed.</source>
        <translation>La même carte en calques pour un logiciel de dessin ; la police Lato doit être installée.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Build report</source>
        <translation>Rapport de production</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>What is on the sheet, what is not, the checks, files and times; as JSON beside it too.</source>
        <translation>Ce qui est sur la carte, ce qui n'y est pas, les contrôles, les fichiers et les durées ; aussi en JSON à côté.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Package</source>
        <translation>Paquet</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>The files above with a thumbnail, metadata (JSON and ISO 19115-3) and the build report.</source>
        <translation>Les fichiers ci-dessus avec une vignette, des métadonnées (JSON et ISO 19115-3) et le rapport de production.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Build report (JSON)</source>
        <translation>Rapport de production (JSON)</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Sites on the sheet</source>
        <translation>Sites sur la carte</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Site names placed</source>
        <translation>Noms de sites placés</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Site names without room</source>
        <translation>Noms de sites sans place</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>Scale denominator</source>
        <translation>Dénominateur de l'échelle</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>portrait</source>
        <translation>portrait</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>landscape</source>
        <translation>paysage</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>{0}: {1} sites, 1:{2}, {3}, {4}</source>
        <translation>{0} : {1} sites, 1:{2}, {3}, {4}</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>{0} sites of the layer have no location and are not drawn.</source>
        <translation>{0} sites de la couche n'ont pas de position et ne sont pas dessinés.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>{0} was removed: a further page of an earlier version.</source>
        <translation>{0} a été retiré : une page suivante d'une version antérieure.</translation>
    </message>
    <message>
        <location filename="../../../processing/print_sheet.py"/>
        <source>{0} site names placed, {1} without room</source>
        <translation>{0} noms de sites placés, {1} sans place</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Set sites against protected areas</source>
        <translation>Confronter les sites aux aires protégées</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Finds for each mine site the protected areas that cover it, the strictest IUCN category among them, the nearest area, the distance and direction to its boundary (metres, negative inside) and the distance band. Sites are points or footprints: polygons of mines, titles or concessions, of which the share inside is told as well. Lists the pairs of site and area, counts sites and workers per area and per administrative unit, and names the largest overlaps.

All distances are measured on the WGS 84 ellipsoid, whatever the layers' projections, and decide the band themselves, also close to its limits. A point on a boundary, or within 1 mm of it, is inside. A footprint is inside when all of it is, and at a distance of 0 when it is partly inside; one that only touches an area is not inside.

Invalid polygons are repaired and named in the log. Where only the sites or their table by unit are asked for, areas too far from every site to matter are neither read nor checked; the log tells how many. Points, as in the World Database on Protected Areas, become circles of their reported area and are marked as approximate; points without one are left out and named. QGIS loads a file of polygons and points as two layers: give the file itself, or run it for both. Every designation in the layer is used, whatever its status: run 'Prepare protected areas' first to leave out what is no more than proposed.

A site inside several areas counts in each of them in the summary, so do not add up its rows; the totals in the log and the table by unit count each site once.</source>
        <translation>Trouve pour chaque site minier les aires protégées qui le couvrent, la catégorie UICN la plus stricte parmi elles, l'aire la plus proche, la distance et la direction de sa limite (en mètres, négative à l'intérieur) et la bande de distance. Les sites sont des points ou des emprises : polygones de mines, titres ou concessions, dont la part à l'intérieur est aussi donnée. Liste les paires de site et d'aire, compte sites et travailleurs par aire et par unité administrative, et nomme les plus grands chevauchements.

Toutes les distances sont mesurées sur l'ellipsoïde WGS 84, quelles que soient les projections des couches, et décident elles-mêmes de la bande, même tout près de ses limites. Un point sur une limite, ou à moins de 1 mm d'elle, est à l'intérieur. Une emprise est à l'intérieur quand elle l'est tout entière, et à une distance de 0 quand elle l'est en partie ; une emprise qui ne fait que toucher une aire n'est pas à l'intérieur.

Les polygones invalides sont réparés et nommés dans le journal. Là où seuls les sites ou leur table par unité sont demandés, les aires trop éloignées de tout site pour compter ne sont ni lues ni vérifiées ; le journal dit combien. Les points, comme dans la Base de données mondiale sur les aires protégées, deviennent des cercles de leur superficie déclarée et sont marqués comme approximatifs ; les points sans superficie sont laissés de côté et nommés. QGIS charge un fichier de polygones et de points comme deux couches : donnez le fichier lui-même, ou lancez l'algorithme pour les deux. Chaque désignation de la couche est utilisée, quel que soit son statut : lancez d'abord « Préparer les aires protégées » pour laisser de côté ce qui n'est que proposé.

Un site à l'intérieur de plusieurs aires compte dans chacune d'elles dans le résumé, n'additionnez donc pas ses lignes ; les totaux du journal et la table par unité comptent chaque site une fois.</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Mine sites</source>
        <translation>Sites miniers</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Points, or polygons of mines, titles or concessions, in any projection. The fields pcode (key), workers, minerals, presence, last_visit, admin1 and admin2 are used where they exist; all fields are kept, earlier pa_ results are replaced.</source>
        <translation>Points, ou polygones de mines, titres ou concessions, dans toute projection. Les champs pcode (clé), workers, minerals, presence, last_visit, admin1 et admin2 sont utilisés là où ils existent ; tous les champs sont gardés, d'anciens résultats pa_ sont remplacés.</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Polygons, or points with their area in square kilometres in REP_AREA, in any projection. The fields of the World Database on Protected Areas are recognised, old and new.</source>
        <translation>Polygones, ou points avec leur superficie en kilomètres carrés dans REP_AREA, dans toute projection. Les champs de la Base de données mondiale sur les aires protégées sont reconnus, anciens et nouveaux.</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Upper limits in kilometres, rising. A site exactly at a limit is in the nearer band.</source>
        <translation>Limites supérieures en kilomètres, croissantes. Un site exactement sur une limite est dans la bande la plus proche.</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Name field of the areas</source>
        <translation>Champ du nom des aires</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Key field of the sites</source>
        <translation>Champ clé des sites</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>What the tables call a site: pcode when left empty. For titles choose their number.</source>
        <translation>Comment les tables appellent un site : pcode s'il est vide. Pour des titres, choisissez leur numéro.</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>For the table by unit. Without it the fields admin1 and admin2 of the sites tell the unit.</source>
        <translation>Pour la table par unité. Sinon les champs admin1 et admin2 des sites disent l'unité.</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Name field of the units</source>
        <translation>Champ du nom des unités</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Found by itself when left empty: ADM2_FR, ADM1_FR, NAME, nom and the like.</source>
        <translation>Trouvé de lui-même s'il est vide : ADM2_FR, ADM1_FR, NAME, nom et autres.</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Number of largest overlaps</source>
        <translation>Nombre de plus grands chevauchements</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Rows of the table of the largest overlaps.</source>
        <translation>Lignes de la table des plus grands chevauchements.</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Sites with areas</source>
        <translation>Sites avec aires</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>The sites with pa_count, pa_names, pa_iucn (strictest category), pa_nearest, pa_distance_m (negative inside), pa_bearing, pa_band, pa_approximate and pa_share (of footprints; a point has no share), in EPSG:4326.</source>
        <translation>Les sites avec pa_count, pa_names, pa_iucn (catégorie la plus stricte), pa_nearest, pa_distance_m (négative à l'intérieur), pa_bearing, pa_band, pa_approximate et pa_share (des emprises ; un point n'a pas de part), en EPSG:4326.</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Pairs of site and area</source>
        <translation>Paires de site et d'aire</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>A row for each site and each area that covers some of it or lies within the largest band; for footprints with their share and hectares inside.</source>
        <translation>Une ligne pour chaque site et chaque aire qui en couvre une partie ou se trouve dans la plus grande bande ; pour les emprises avec leur part et leurs hectares à l'intérieur.</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Areas with counts</source>
        <translation>Aires avec comptes</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>The areas as used (repaired, circles for points), with sites and workers inside, in each band those that lie inside no area, and minerals, armed presence and latest visit of those inside.</source>
        <translation>Les aires telles qu'utilisées (réparées, cercles pour les points), avec les sites et travailleurs à l'intérieur, dans chaque bande ceux qui ne sont à l'intérieur d'aucune aire, et les minerais, la présence armée et la dernière visite de ceux de l'intérieur.</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Sites by administrative unit</source>
        <translation>Sites par unité administrative</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Sites and workers by unit, IUCN category and band. A site counts in one row: with the strictest category inside, in a band with that of the nearest area. A footprint belongs to the unit of a point on it.</source>
        <translation>Sites et travailleurs par unité, catégorie UICN et bande. Un site compte dans une seule ligne : à l'intérieur avec la catégorie la plus stricte, dans une bande avec celle de l'aire la plus proche. Une emprise appartient à l'unité d'un de ses points.</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Largest overlaps</source>
        <translation>Plus grands chevauchements</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Each site once: footprints by the hectares inside an area, points by their workers, then by the depth inside. Sites whose workers are not known come last; they may be large.</source>
        <translation>Chaque site une fois : les emprises par leurs hectares à l'intérieur d'une aire, les points par leurs travailleurs, puis par la profondeur à l'intérieur. Les sites dont les travailleurs sont inconnus viennent en dernier ; ils peuvent être grands.</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Footnote</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>A row for each fact: sources and month, filters, what was left out and why, projections, ellipsoid and rules.</source>
        <translation>Une ligne par fait : sources et mois, filtres, ce qui a été laissé de côté et pourquoi, projections, ellipsoïde et règles.</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Sites inside an area</source>
        <translation>Sites à l'intérieur d'une aire</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Footprints partly inside an area</source>
        <translation>Emprises en partie à l'intérieur d'une aire</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Areas repaired</source>
        <translation>Aires réparées</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>Sites without geometry</source>
        <translation>Sites sans géométrie</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>SITES and AREAS are the same layer, so that each area covers itself; choose the mine sites.</source>
        <translation>SITES et AREAS sont la même couche, chaque aire se couvre donc elle-même ; choisissez les sites miniers.</translation>
    </message>
    <message>
        <location filename="../../../processing/protected_area_overlap.py"/>
        <source>ADMIN is not used: no table by unit was asked for; choose a file for BY_UNIT.</source>
        <translation>ADMIN n'est pas utilisé : aucune table par unité n'a été demandée ; choisissez un fichier pour BY_UNIT.</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance.py"/>
        <source>{0} cannot be opened to say how it was made.</source>
        <translation>{0} ne peut pas être ouverte pour dire comment elle a été faite.</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance.py"/>
        <source>Text of the licence</source>
        <translation>Texte de la licence</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance.py"/>
        <source>{0}: {1}, ASM Atlas {2}, QGIS {3}; from {4}</source>
        <translation>{0} : {1}, ASM Atlas {2}, QGIS {3} ; à partir de {4}</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance.py"/>
        <source>no layer</source>
        <translation>aucune couche</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance.py"/>
        <source>how it was made is kept in the project only; the database or server has no place for it.</source>
        <translation>la façon dont elle a été faite n'est gardée que dans le projet ; la base de données ou le serveur n'a pas de place pour elle.</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance.py"/>
        <source>{0} is about {1} and was left as it is; how {2} was made is kept in the project only.</source>
        <translation>{0} concerne {1} et est resté tel quel ; la façon dont {2} a été fait n'est gardée que dans le projet.</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance.py"/>
        <source>how it was made could not be saved ({0}).</source>
        <translation>la façon dont elle a été faite n'a pas pu être enregistrée ({0}).</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>It has no record of ASM Atlas: this is what its metadata tell.</source>
        <translation>Elle n'a pas d'enregistrement d'ASM Atlas : voici ce que disent ses métadonnées.</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>Its record of ASM Atlas cannot be read; this is what its metadata tell.</source>
        <translation>Son enregistrement d'ASM Atlas ne peut pas être lu ; voici ce que disent ses métadonnées.</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>Made with</source>
        <translation>Faite avec</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>not told</source>
        <translation>non indiqué</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>A newer version of ASM Atlas wrote this; what the version here does not know is missing.</source>
        <translation>Une version plus récente d'ASM Atlas a écrit ceci ; ce que la version présente ne connaît pas manque.</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>Edited by hand since it was written: {0}</source>
        <translation>Modifié à la main depuis l'écriture : {0}</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>none in the record</source>
        <translation>aucune dans l'enregistrement</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>Licences of the sources</source>
        <translation>Licences des sources</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>Source: {0}</source>
        <translation>Source : {0}</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>Days covered</source>
        <translation>Jours couverts</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>{0} to {1}</source>
        <translation>du {0} au {1}</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>Rights</source>
        <translation>Droits</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>Constraint</source>
        <translation>Contrainte</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>not in the record</source>
        <translation>pas dans l'enregistrement</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>{0}, output {1}</source>
        <translation>{0}, sortie {1}</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>{1}, as they were written</source>
        <translation>{1}, telles qu'elles ont été écrites</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>changed since they were written: {0} then, {1} now</source>
        <translation>modifiées depuis l'écriture : {0} alors, {1} maintenant</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>in another file or table than written, or renamed and changed: {0} then, {1} now</source>
        <translation>dans un autre fichier ou une autre table que lors de l'écriture, ou renommées et modifiées : {0} alors, {1} maintenant</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>{0} were written, {1} are there now; whether they were changed is not checked</source>
        <translation>{0} ont été écrites, {1} sont là maintenant ; on n'a pas vérifié si elles ont été modifiées</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>{0} (last change {1})</source>
        <translation>{0} (dernière modification {1})</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>Step {0}: not in the record</source>
        <translation>Étape {0} : pas dans l'enregistrement</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>Step {0}: {1}</source>
        <translation>Étape {0} : {1}</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>This step and what came before it were left out, as the record had become too long.</source>
        <translation>Cette étape et ce qui la précède ont été laissés de côté, car l'enregistrement devenait trop long.</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>When (UTC)</source>
        <translation>Quand (UTC)</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>ASM Atlas {0}, QGIS {1}</source>
        <translation>ASM Atlas {0}, QGIS {1}</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>Inputs</source>
        <translation>Entrées</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>Scheme</source>
        <translation>Barème</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>as it was written</source>
        <translation>telle qu'elle a été écrite</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>changed by then</source>
        <translation>modifiée entre-temps</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>a copy, or renamed and changed</source>
        <translation>une copie, ou renommée et modifiée</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>not checked for changes</source>
        <translation>modifications non vérifiées</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>{0} of step {1}</source>
        <translation>{0} de l'étape {1}</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>a source</source>
        <translation>une source</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>a source that is not in the record</source>
        <translation>une source qui n'est pas dans l'enregistrement</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>only the {0} selected</source>
        <translation>seulement les {0} sélectionnées</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>only the first {0}</source>
        <translation>seulement les {0} premières</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>only those with {0}</source>
        <translation>seulement celles avec {0}</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>First file</source>
        <translation>Premier fichier</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>not counted</source>
        <translation>non comptées</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>Last change</source>
        <translation>Dernière modification</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>It had a record of ASM Atlas that could not be read.</source>
        <translation>Elle avait un enregistrement d'ASM Atlas qui n'a pas pu être lu.</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>step {0}</source>
        <translation>étape {0}</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <location filename="../../../processing/provenance_words.py"/>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Export for the public</source>
        <translation>Exporter pour le public</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>publish,share,anonymise,privacy,sensitive,k-anonymity,disclosure,round</source>
        <translation>publier,partager,anonymiser,confidentialité,sensible,k-anonymat,divulgation,arrondir</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Makes a table that can be given away: only the fields of an allow-list, days as years, numbers as classes, points as the centres of grid cells, and no group of fewer than K sites. The note is for readers of the table; the report says what was removed and why, and is for you alone.

Groups are the grid cells within the smallest administrative units. A smaller group is published with its unit but without its cell, or with the unit above, or is left out, as you choose; where a difference of totals would tell of fewer than K sites, another group goes with it. Sites without a unit are the group 'unknown'.

Several exports of the same data with different grids, groups or K can be set against each other, and two grids together are finer than each: keep to one choice. Rounding hides where, not that: a site that is known for its answers can still be recognised by them; the report counts the rows that are unlike any other. Look at the output before you give it away.</source>
        <translation>Fait une table qui peut être donnée : seulement les champs d'une liste d'autorisation, les jours en années, les nombres en classes, les points au centre des cellules d'une grille, et aucun groupe de moins de K sites. La note est pour les lecteurs de la table ; le rapport dit ce qui a été retiré et pourquoi, et n'est que pour vous.

Les groupes sont les cellules de la grille dans les plus petites unités administratives. Un groupe plus petit est publié avec son unité mais sans sa cellule, ou avec l'unité au-dessus, ou est écarté, selon votre choix ; là où une différence de totaux révélerait moins de K sites, un autre groupe l'accompagne. Les sites sans unité forment le groupe « unknown ».

Plusieurs exportations des mêmes données avec d'autres grilles, groupes ou K peuvent être croisées, et deux grilles ensemble sont plus fines que chacune : tenez-vous-en à un seul choix. Arrondir cache où, non quoi : un site connu pour ses réponses peut encore y être reconnu ; le rapport compte les lignes semblables à aucune autre. Regardez le résultat avant de le donner.</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Table to publish</source>
        <translation>Table à publier</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Sites, visits, actors, statuses, findings, scores, or sites with areas or clusters; with a list of your own any table. Of lines and polygons the centroid counts.</source>
        <translation>Sites, visites, acteurs, statuts, constats, scores, ou sites avec aires ou agrégats ; avec votre propre liste, toute table. Des lignes et des polygones compte le centroïde.</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Allow-list</source>
        <translation>Liste d'autorisation</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>The fields that may pass; auto: the list that fits the fields of the table.</source>
        <translation>Les champs qui peuvent passer ; auto : la liste qui convient aux champs de la table.</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Allow-list of your own</source>
        <translation>Votre propre liste d'autorisation</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>A JSON file as in resources/public; it goes before the list chosen above.</source>
        <translation>Un fichier JSON comme dans resources/public ; il l'emporte sur la liste choisie ci-dessus.</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Size of a grid cell</source>
        <translation>Taille d'une cellule de la grille</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Points become the centres of cells of at least this size. Anybody who has another export with another size can intersect the two, so choose it once. Where a border cuts a cell, the cell and its unit together tell more than the cell.</source>
        <translation>Les points deviennent les centres de cellules d'au moins cette taille. Qui possède une autre exportation avec une autre taille peut croiser les deux ; choisissez-la donc une fois pour toutes. Là où une limite coupe une cellule, la cellule et son unité ensemble en disent plus que la cellule.</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Unit of the size</source>
        <translation>Unité de la taille</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>metres: cells alike on the ground everywhere. degrees: cells that narrow towards the poles.</source>
        <translation>metres : des cellules pareilles partout au sol. degrees : des cellules qui se resserrent vers les pôles.</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Least sites of a group</source>
        <translation>Minimum de sites par groupe</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Sites, by their key, not rows; rows without a key count as one site in a group. 1 hides no group.</source>
        <translation>Des sites, par leur clé, et non des lignes ; les lignes sans clé comptent pour un site dans un groupe. 1 ne cache aucun groupe.</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Units of groups</source>
        <translation>Unités des groupes</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Fields of administrative units, the widest first, that the list passes. Empty: those of the list (country, admin1, admin2). The grid cell comes below them; other units of the list are left out.</source>
        <translation>Champs d'unités administratives que la liste laisse passer, la plus large d'abord. Vide : ceux de la liste (country, admin1, admin2). La cellule de la grille vient au-dessous ; les autres unités de la liste sont écartées.</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Groups that are too small</source>
        <translation>Groupes trop petits</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>merge: published with a wider place. drop: left out.</source>
        <translation>merge : publiés avec un lieu plus large. drop : écartés.</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Keys of sites</source>
        <translation>Clés des sites</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>number: a number for each site that holds in this file alone. keep: the key of the source, by which anybody finds the exact place in a table that has both.</source>
        <translation>number : un numéro par site, valable dans ce seul fichier. keep : la clé de la source, par laquelle chacun trouve le lieu exact dans une table qui a les deux.</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Public table</source>
        <translation>Table publique</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>A file of its own; an older file of that name is replaced.</source>
        <translation>Un fichier à elle seule ; un ancien fichier de ce nom est remplacé.</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Note for readers</source>
        <translation>Note pour les lecteurs</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>A page to publish with the table: how it was made. JSON is written beside it.</source>
        <translation>Une page à publier avec la table : comment elle a été faite. Un JSON est écrit à côté.</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Internal report</source>
        <translation>Rapport interne</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>A page with what was removed, group by group. Never publish it. JSON is written beside it.</source>
        <translation>Une page de ce qui a été retiré, groupe par groupe. Ne la publiez jamais. Un JSON est écrit à côté.</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Note for readers (JSON)</source>
        <translation>Note pour les lecteurs (JSON)</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Internal report (JSON)</source>
        <translation>Rapport interne (JSON)</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Rows in</source>
        <translation>Lignes en entrée</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Rows out</source>
        <translation>Lignes en sortie</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Rows left out</source>
        <translation>Lignes écartées</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Fields left out</source>
        <translation>Champs écartés</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>OUTPUT would stand beside other tables in one file; choose a file of its own.</source>
        <translation>OUTPUT serait à côté d'autres tables dans un même fichier ; choisissez un fichier pour elle seule.</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>{0} and the JSON beside it would replace another output; choose another name.</source>
        <translation>{0} et le JSON à côté remplaceraient un autre résultat ; choisissez un autre nom.</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Rows: {0} in, {1} out, {2} left out; fields: {3} in, {4} left out</source>
        <translation>Lignes : {0} en entrée, {1} en sortie, {2} écartées ; champs : {3} en entrée, {4} écartés</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Published with the place '{0}': {1} rows</source>
        <translation>Publiées avec le lieu « {0} » : {1} lignes</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Rows unlike any other, which somebody who knows the site may recognise: {0}</source>
        <translation>Lignes semblables à aucune autre, que peut reconnaître qui connaît le site : {0}</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>{0} may hold direct identifiers ({1}); look at it before you publish.</source>
        <translation>{0} peut contenir des identifiants directs ({1}) ; regardez-le avant de publier.</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Nothing is published: there are fewer sites than K asks for, {0}.</source>
        <translation>Rien n'est publié : il y a moins de sites que K n'en demande, {0}.</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>With K at 1 a single site can be a group; choose at least 3.</source>
        <translation>Avec K à 1, un seul site peut former un groupe ; choisissez au moins 3.</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>The keys of sites are kept: whoever has them with coordinates knows the exact places.</source>
        <translation>Les clés des sites sont gardées : qui les possède avec des coordonnées connaît les lieux exacts.</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Points are centres of grid cells, not sites; empty and 'unknown' are no answers.</source>
        <translation>Les points sont des centres de cellules, non des sites ; vide et « unknown » ne sont pas des réponses.</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Empty and 'unknown' are no answers.</source>
        <translation>Vide et « unknown » ne sont pas des réponses.</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>no points</source>
        <translation>aucun point</translation>
    </message>
    <message>
        <location filename="../../../processing/public_export.py"/>
        <source>Made public by ASM Atlas {0}: list {1} {2} ({3}), grid {4}, groups of at least {5} sites.</source>
        <translation>Rendu public par ASM Atlas {0} : liste {1} {2} ({3}), grille {4}, groupes d'au moins {5} sites.</translation>
    </message>
    <message>
        <location filename="../../../processing/schemes.py"/>
        <source>Scheme of your own</source>
        <translation>Votre propre barème</translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>Sensitivity of scores to weights</source>
        <translation>Sensibilité des scores aux poids</translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>score,weights,robustness,Dirichlet,Monte Carlo,uncertainty,mine</source>
        <translation>score,poids,robustesse,Dirichlet,Monte-Carlo,incertitude,mine</translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>Weights are a choice. This draws them at random around those of the scheme and tells for each site and indicator how often its level stays the same, which other level is the most frequent, and the share of each level (0: no data).

The shares of weight of an indicator come from a Dirichlet distribution whose mean is the scheme: a share p has the standard deviation SPREAD * sqrt(p * (1 - p)). Points, knock-outs, the least coverage and what is not known stay as they are. Where the worst answer decides, weights do not matter and every level is kept.

The same seed gives the same result. It says how far a level hangs on the weights, not whether it is right.</source>
        <translation>Les poids sont un choix. Ceci les tire au hasard autour de ceux du barème et dit pour chaque site et indicateur combien de fois son niveau reste le même, quel autre niveau est le plus fréquent, et la part de chaque niveau (0 : pas de données).

Les parts de poids d'un indicateur viennent d'une loi de Dirichlet dont la moyenne est le barème : une part p a l'écart type SPREAD * sqrt(p * (1 - p)). Les points, les plafonds, la couverture minimale et ce qui est inconnu restent tels quels. Là où la pire réponse décide, les poids n'importent pas et chaque niveau est gardé.

La même graine donne le même résultat. Cela dit combien un niveau tient aux poids, non s'il est juste.</translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>Draws</source>
        <translation>Tirages</translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>How many sets of weights are drawn.</source>
        <translation>Combien de jeux de poids sont tirés.</translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>Spread of the weights</source>
        <translation>Dispersion des poids</translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>How far weights are drawn from the scheme's, above 0 and below 1. With 0.2 a question that has half of the weight mostly gets 0.3 to 0.7.</source>
        <translation>À quelle distance de ceux du barème les poids sont tirés, au-dessus de 0 et au-dessous de 1. Avec 0,2, une question qui a la moitié du poids reçoit le plus souvent de 0,3 à 0,7.</translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>Sensitivity</source>
        <translation>Sensibilité</translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>One point a site with the share of draws in which each level stays.</source>
        <translation>Un point par site avec la part des tirages où chaque niveau reste.</translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>{label}: {steady} of {n} sites keep their level in at least {share:.0%} of draws</source>
        <translation>{label} : {steady} sites sur {n} gardent leur niveau dans au moins {share:.0%} des tirages</translation>
    </message>
    <message>
        <location filename="../../../processing/score_sensitivity.py"/>
        <source>{n} sets of weights drawn, spread {spread:g}, seed {seed}</source>
        <translation>{n} jeux de poids tirés, dispersion {spread:g}, graine {seed}</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Responsible mining scorecard</source>
        <translation>Fiche d'évaluation de l'exploitation responsable</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>score,indicator,due diligence,ICGLR,OECD,artisanal,mine</source>
        <translation>score,indicateur,devoir de diligence,CIRGL,OCDE,artisanal,mine,scorecard</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Scores each mine site on the indicators of a scheme; the default one has security, health and safety, state services, formalisation and, for context, production and access.

An unknown answer is an interval: besides the score there are the worst and the best case, the share of the questions answered (coverage), a level (0 no data, from 1 the scheme's levels, the worst first) and how far the level depends on what is not known (firm, probable, open). Where less is answered than the scheme asks for there is no score. The reasons list the answers behind each score. Sites without a visit, with a visit older than the scheme uses, or found abandoned stay in the table with level 0.

Every visit can be scored instead of the latest one, and the trend says for each site and indicator how the score changed between its first and its last comparable visit: up or down only where the intervals of the two do not overlap, else not sure. Questions that were not put at both visits are left out of the comparison.

Weights and points of the schemes are those of ASM Atlas, not IPIS' own. A score is an aid to reading field data; it replaces neither due diligence nor an official decision.</source>
        <translation>Évalue chaque site minier sur les indicateurs d'un barème ; celui par défaut a la sécurité, la santé et sécurité au travail, les services de l'État, la formalisation et, comme contexte, la production et l'accès.

Une réponse inconnue est un intervalle : outre le score, il y a le pire et le meilleur cas, la part des questions répondues (couverture), un niveau (0 pas de données, à partir de 1 les niveaux du barème, le pire d'abord) et combien le niveau dépend de ce qu'on ignore (ferme, probable, ouvert). Là où moins de réponses existent que le barème n'en demande, il n'y a pas de score. Les raisons listent les réponses derrière chaque score. Les sites sans visite, avec une visite plus ancienne que ce que le barème utilise, ou trouvés abandonnés restent dans la table avec le niveau 0.

Chaque visite peut être évaluée au lieu de la dernière, et la tendance dit pour chaque site et indicateur comment le score a changé entre sa première et sa dernière visite comparables : hausse ou baisse seulement là où les intervalles des deux ne se chevauchent pas, sinon incertain. Les questions non posées aux deux visites sont laissées hors de la comparaison.

Les poids et les points des barèmes sont ceux d'ASM Atlas, non ceux d'IPIS. Un score est une aide à la lecture de données de terrain ; il ne remplace ni le devoir de diligence ni une décision officielle.</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Mine sites, as 'Import mine-site visits' writes them.</source>
        <translation>Sites miniers, tels que « Importer des visites de sites miniers » les écrit.</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Visits of the same import. A column that is absent counts as not asked.</source>
        <translation>Visites du même import. Une colonne absente compte comme non demandée.</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Armed actors</source>
        <translation>Acteurs armés</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Armed and state actors. Without them it is only known whether somebody is there.</source>
        <translation>Acteurs armés et étatiques. Sans eux, on sait seulement s'il y a quelqu'un.</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Qualification decisions and programme lists. Without them the sites' last one counts.</source>
        <translation>Décisions de qualification et listes des programmes. Sans elles, la dernière des sites compte.</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>What is asked and how answers are valued. asm_atlas_1: four indicators and two for context. oecd_annex_ii_1: red flags of the risks in Annex II of the OECD Guidance. site_criteria_1: pre-check of the criteria for the status of mine sites.</source>
        <translation>Ce qui est demandé et comment les réponses sont évaluées. asm_atlas_1 : quatre indicateurs et deux de contexte. oecd_annex_ii_1 : signaux d'alerte des risques de l'annexe II du Guide de l'OCDE. site_criteria_1 : vérification préalable des critères du statut des sites miniers.</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>A scheme as JSON; it is used instead of the one chosen above.</source>
        <translation>Un barème en JSON ; il est utilisé à la place de celui choisi ci-dessus.</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Reference date</source>
        <translation>Date de référence</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>'visit': a status must hold on the day of the visit. A date such as 2026-05-31: later visits and decisions are not used. 'last_known': no status ends. Empty: as in the scheme.</source>
        <translation>« visit » : un statut doit valoir le jour de la visite. Une date comme 2026-05-31 : les visites et décisions postérieures ne sont pas utilisées. « last_known » : aucun statut ne prend fin. Vide : comme dans le barème.</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Visits to score</source>
        <translation>Visites à évaluer</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>latest: one row for each site. all: one for each visit of the source's own teams; per_year: the latest of each year. With the reference date 'visit' each row then says what was known on its own day; with a date, what held on that date.</source>
        <translation>latest : une ligne par site. all : une par visite des équipes de la source ; per_year : la dernière de chaque année. Avec la date de référence « visit », chaque ligne dit alors ce qui était connu à son propre jour ; avec une date, ce qui valait à cette date.</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Answers are stale after (years)</source>
        <translation>Réponses périmées après (années)</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Answers older than this at the reference date (today if it is no date) are marked in the reasons. The age of a status, list or title is its own. Empty: no limit.</source>
        <translation>Les réponses plus anciennes que cela à la date de référence (aujourd'hui si ce n'est pas une date) sont marquées dans les raisons. L'âge d'un statut, d'une liste ou d'un titre est le sien propre. Vide : pas de limite.</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Stale answers</source>
        <translation>Réponses périmées</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>mark: they count, and are marked. unknown: they count as unknown, as an interval.</source>
        <translation>mark : elles comptent, et sont marquées. unknown : elles comptent comme inconnues, comme un intervalle.</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>One point a site, or a visit, with scores, levels and the answers behind them.</source>
        <translation>Un point par site, ou par visite, avec les scores, les niveaux et les réponses qui les fondent.</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Trend</source>
        <translation>Tendance</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>One point a site: the change between its first and its last comparable visit, or why there is none. Uses all visits up to the reference date, each with the statuses of its own day.</source>
        <translation>Un point par site : le changement entre sa première et sa dernière visite comparables, ou pourquoi il n'y en a pas. Utilise toutes les visites jusqu'à la date de référence, chacune avec les statuts de son propre jour.</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Rows of scores</source>
        <translation>Lignes de scores</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Rows scored</source>
        <translation>Lignes évaluées</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>No table of armed actors was given: what they did is taken as not known. Choose the Actors of the import to score security in full.</source>
        <translation>Aucune table d'acteurs armés n'a été donnée : ce qu'ils ont fait est pris comme inconnu. Choisissez les Acteurs de l'import pour évaluer pleinement la sécurité.</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Columns that {table} lacks, taken as not asked: {names}</source>
        <translation>Colonnes qui manquent à {table}, prises comme non demandées : {names}</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Scored by {scheme} {version} ({hash}), as of {as_of}, ages on {day}</source>
        <translation>Évalué par {scheme} {version} ({hash}), à la date {as_of}, âges au {day}</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>, visits: {which}</source>
        <translation>, visites : {which}</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>, stale after {years} years: {stale}</source>
        <translation>, périmé après {years} ans : {stale}</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Scores of mine sites</source>
        <translation>Scores des sites miniers</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>Changes of scores of mine sites</source>
        <translation>Changements des scores des sites miniers</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>not applicable</source>
        <translation>sans objet</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>{0}: {1}</source>
        <translation>{0} : {1}</translation>
    </message>
    <message>
        <location filename="../../../processing/scorecard.py"/>
        <source>{0}: {1}; {2:.0f}% firm</source>
        <translation>{0} : {1} ; {2:.0f} % fermes</translation>
    </message>
    <message>
        <location filename="../../../processing/scored_sites.py"/>
        <source>The scores of 'Responsible mining scorecard', with the reasons behind them. Of several rows of a site the latest counts.</source>
        <translation>Les scores de la « Fiche d'évaluation de l'exploitation responsable », avec les raisons qui les fondent. De plusieurs lignes d'un site, la dernière compte.</translation>
    </message>
    <message>
        <location filename="../../../processing/scored_sites.py"/>
        <source>The scheme that made the scores; another one is refused.</source>
        <translation>Le barème qui a fait les scores ; un autre est refusé.</translation>
    </message>
    <message>
        <location filename="../../../processing/scored_sites.py"/>
        <source>The scheme as JSON, where the scores were made by one of your own.</source>
        <translation>Le barème en JSON, là où les scores ont été faits par un barème à vous.</translation>
    </message>
    <message>
        <location filename="../../../processing/scores_source.py"/>
        <source>The layer '{0}' has no level of any indicator (fields such as security_level and security_level_worst); choose the output of 'Responsible mining scorecard'.</source>
        <translation>La couche « {0} » n'a le niveau d'aucun indicateur (champs comme security_level et security_level_worst) ; choisissez le résultat de la « Fiche d'évaluation de l'exploitation responsable ».</translation>
    </message>
    <message>
        <location filename="../../../processing/scores_source.py"/>
        <source>{0} holds the level {1}, but no scheme has more than {2}; correct it.</source>
        <translation>{0} contient le niveau {1}, mais aucun barème n'en a plus de {2} ; corrigez-le.</translation>
    </message>
    <message>
        <location filename="../../../processing/scores_source.py"/>
        <source>{0} does not say which levels its scheme has; {1} are taken: {2}.</source>
        <translation>{0} ne dit pas quels niveaux a son barème ; {1} sont pris : {2}.</translation>
    </message>
    <message>
        <location filename="../../../processing/scores_source.py"/>
        <source>{0} rows are older ones of sites that have several; the latest counts.</source>
        <translation>{0} lignes sont plus anciennes, de sites qui en ont plusieurs ; la dernière compte.</translation>
    </message>
    <message>
        <location filename="../../../processing/series_run.py"/>
        <source>The folder {0} cannot be made ({1}); choose another.</source>
        <translation>Le dossier {0} ne peut pas être créé ({1}) ; choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../../../processing/series_run.py"/>
        <source>Another run is printing into {0}; wait for it or choose another folder.</source>
        <translation>Une autre exécution imprime dans {0} ; attendez qu'elle finisse ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../../../processing/series_run.py"/>
        <source>{0} cannot be written; choose another folder.</source>
        <translation>{0} ne peut pas être écrit ; choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../../../processing/series_run.py"/>
        <source>{0} is there and not in the index of the series; move it away or choose another folder.</source>
        <translation>{0} est là sans être dans l'index de la série ; déplacez-le ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>The sites made by 'Import mine-site visits'; for the recipe protected_area those made by 'Set sites against protected areas'. A site that is an area is drawn at a point on it.</source>
        <translation>Les sites faits par « Importer des visites de sites miniers » ; pour la recette protected_area, ceux de « Confronter les sites aux aires protégées ». Un site qui est une surface est dessiné en un de ses points.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>The output of 'Scorecard'; adds the levels of the sheet's sites as bars.</source>
        <translation>Le résultat de la fiche d'évaluation ; ajoute en barres les niveaux des sites de la carte.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Polygons with a name; one of them is the area to print.</source>
        <translation>Polygones avec un nom ; l'un d'eux est la zone à imprimer.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Polygons with a name, drawn as dashed outlines.</source>
        <translation>Polygones avec un nom, dessinés en contours tiretés.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Polygons of protected areas; those of 'Set sites against protected areas' are drawn by IUCN category. With the recipe protected_area one of them is the area to print.</source>
        <translation>Polygones d'aires protégées ; ceux de « Confronter les sites aux aires protégées » sont dessinés par catégorie UICN. Avec la recette protected_area, l'un d'eux est la zone à imprimer.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>The output of 'Draw distance bands round areas'.</source>
        <translation>Le résultat de « Dessiner les bandes de distance autour des zones ».</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>That output of 'Set sites against protected areas'; a table on sheets of the recipe protected_area. On a sheet of one area, those of them in that area.</source>
        <translation>Ce résultat de « Confronter les sites aux aires protégées » ; une table sur les cartes de la recette protected_area. Sur la carte d'une aire, ceux qui s'y trouvent.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Polygons of titles with a field of types (PE, PR ...).</source>
        <translation>Polygones de titres avec un champ de types (PE, PR ...).</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Polygons of water.</source>
        <translation>Polygones d'eau.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Lines of rivers.</source>
        <translation>Lignes de rivières.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Lines of roads.</source>
        <translation>Lignes de routes.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Points of towns with a name.</source>
        <translation>Points de villes avec un nom.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>The visits made by 'Import mine-site visits'; for the history of a site.</source>
        <translation>Les visites faites par « Importer des visites de sites miniers » ; pour l'historique d'un site.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>The output of 'Compare two indicators'; for the recipe comparison.</source>
        <translation>Le résultat de « Comparer deux indicateurs » ; pour la recette comparison.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>The output of an algorithm of the group Clusters; for the recipe clusters.</source>
        <translation>Le résultat d'un algorithme du groupe Regroupements ; pour la recette clusters.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Summary by area</source>
        <translation>Résumé par zone</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>The polygons made by 'Key figures of the scorecard'; for the recipe territories.</source>
        <translation>Les polygones faits par « Chiffres clés de la fiche d'évaluation » ; pour la recette territories.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Field of province names</source>
        <translation>Champ des noms de provinces</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Recipe of your own</source>
        <translation>Votre propre recette</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>A JSON file; it takes the place of the recipe above. See resources/sheets/README.md.</source>
        <translation>Un fichier JSON ; il prend la place de la recette ci-dessus. Voir resources/sheets/README.md.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Size of the sheet, ISO A series; auto takes the paper that the recipe is made for.</source>
        <translation>Format de la carte, série ISO A ; auto prend le papier pour lequel la recette est faite.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Orientation</source>
        <translation>Orientation</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>auto takes the one whose map frame is nearest in shape to the area.</source>
        <translation>auto prend celle dont le cadre de carte a la forme la plus proche de la zone.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Credits</source>
        <translation>Crédits</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>A sentence for the margin: makers, donors, contact.</source>
        <translation>Une phrase pour la marge : auteurs, bailleurs, contact.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Where the latest version is found; printed in letters and, with segno, as a QR code.</source>
        <translation>Où se trouve la dernière version ; imprimée en lettres et, avec segno, en code QR.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Picture (SVG or PNG) for the upper right corner.</source>
        <translation>Image (SVG ou PNG) pour le coin supérieur droit.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Name and address for the margin.</source>
        <translation>Nom et adresse pour la marge.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Disclaimer</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Takes the place of the one on boundaries and names.</source>
        <translation>Prend la place de celui sur les limites et les noms.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Under which the sheet is given out.</source>
        <translation>Sous laquelle la carte est diffusée.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Font</source>
        <translation>Police</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>A font of this machine; empty: the plugin's own.</source>
        <translation>Une police de cette machine ; vide : celle de l'extension.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Changes by hand</source>
        <translation>Modifications à la main</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>JSON, as the sheet designer keeps it; made again on the sheets that they are of.</source>
        <translation>JSON, tel que le concepteur de cartes le garde ; refaites sur les cartes auxquelles elles se rapportent.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Made for</source>
        <translation>Destiné à</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>press: 300 dpi, pictures without loss; office: 200 dpi; screen: 150 dpi.</source>
        <translation>press : 300 dpi, images sans perte ; office : 200 dpi ; screen : 150 dpi.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Resolution (dpi)</source>
        <translation>Résolution (dpi)</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Empty: that of what the sheet is made for. Names are placed for it, in the PDF too.</source>
        <translation>Vide : celle de la destination de la carte. Les noms sont placés pour elle, dans le PDF aussi.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Layers in the PDF</source>
        <translation>Calques dans le PDF</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Readers can switch layers of the maps on and off; the file is larger.</source>
        <translation>Les lecteurs peuvent afficher ou masquer les couches des cartes ; le fichier est plus grand.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>Georeference in the PDF</source>
        <translation>Géoréférence dans le PDF</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_algorithm.py"/>
        <source>The PDF knows where it lies; QGIS and some readers show coordinates.</source>
        <translation>Le PDF sait où il se trouve ; QGIS et certains lecteurs montrent les coordonnées.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_workers.py"/>
        <source>The Python of QGIS is not found, which a series needs; print the sheets one by one.</source>
        <translation>Le Python de QGIS, dont une série a besoin, est introuvable ; imprimez les cartes une par une.</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_workers.py"/>
        <source>no message</source>
        <translation>aucun message</translation>
    </message>
    <message>
        <location filename="../../../processing/sheet_workers.py"/>
        <source>The process that made it broke down ({0}); make it alone to learn more.</source>
        <translation>Le processus qui la faisait s'est interrompu ({0}) ; faites-la seule pour en savoir plus.</translation>
    </message>
    <message>
        <location filename="../../../processing/show_provenance.py"/>
        <source>How a layer was made</source>
        <translation>Comment une couche a été faite</translation>
    </message>
    <message>
        <location filename="../../../processing/show_provenance.py"/>
        <source>provenance,lineage,history,metadata,source,licence</source>
        <translation>provenance,généalogie,historique,métadonnées,source,licence</translation>
    </message>
    <message>
        <location filename="../../../processing/show_provenance.py"/>
        <source>Every layer and table that ASM Atlas writes carries a record of how it was made: the algorithms with their parameters and versions, the layers that they were given, profile and scheme, and the sources at the beginning with their rights, licences and days. This prints the record and says whether the rows were changed since.

The record lies in the GeoPackage, in the .qmd file beside other files, or in the project for temporary layers. Of a layer that ASM Atlas has not made, it says what the metadata tell. What is not known is said to be not told.</source>
        <translation>Chaque couche et table qu'ASM Atlas écrit porte un enregistrement de la façon dont elle a été faite : les algorithmes avec leurs paramètres et versions, les couches qui leur ont été données, le profil et le barème, et les sources du début avec leurs droits, licences et jours. Ceci imprime l'enregistrement et dit si les lignes ont été modifiées depuis.

L'enregistrement se trouve dans le GeoPackage, dans le fichier .qmd à côté des autres fichiers, ou dans le projet pour les couches temporaires. D'une couche qu'ASM Atlas n'a pas faite, il dit ce que disent les métadonnées. Ce qui n'est pas connu est dit non indiqué.</translation>
    </message>
    <message>
        <location filename="../../../processing/show_provenance.py"/>
        <source>Layer or table</source>
        <translation>Couche ou table</translation>
    </message>
    <message>
        <location filename="../../../processing/show_provenance.py"/>
        <source>Any layer or table, of ASM Atlas or not.</source>
        <translation>N'importe quelle couche ou table, d'ASM Atlas ou non.</translation>
    </message>
    <message>
        <location filename="../../../processing/show_provenance.py"/>
        <source>Provenance as HTML</source>
        <translation>Provenance en HTML</translation>
    </message>
    <message>
        <location filename="../../../processing/show_provenance.py"/>
        <source>Provenance as JSON</source>
        <translation>Provenance en JSON</translation>
    </message>
    <message>
        <location filename="../../../processing/show_provenance.py"/>
        <source>The record itself, for other programs.</source>
        <translation>L'enregistrement lui-même, pour d'autres programmes.</translation>
    </message>
    <message>
        <location filename="../../../processing/show_provenance.py"/>
        <source>Algorithm</source>
        <translation>Algorithme</translation>
    </message>
    <message>
        <location filename="../../../processing/show_provenance.py"/>
        <source>unchanged, changed, copied or not_checked</source>
        <translation>unchanged (inchangée), changed (modifiée), copied (copiée) ou not_checked (non vérifiée)</translation>
    </message>
    <message>
        <location filename="../../../processing/show_provenance.py"/>
        <source>Provenance</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <location filename="../../../processing/show_provenance.py"/>
        <source>How {0} was made</source>
        <translation>Comment {0} a été faite</translation>
    </message>
    <message>
        <location filename="../../../processing/site_layers.py"/>
        <source>The layer '{0}' does not hold points; choose a layer with a point for each site.</source>
        <translation>La couche « {0} » ne contient pas de points ; choisissez une couche avec un point par site.</translation>
    </message>
    <message>
        <location filename="../../../processing/site_layers.py"/>
        <source>The layer '{0}' has no sites; choose a layer with points.</source>
        <translation>La couche « {0} » n'a aucun site ; choisissez une couche de points.</translation>
    </message>
    <message>
        <location filename="../../../processing/site_layers.py"/>
        <source>None of the {0} sites of '{1}' has a location; import them with coordinates or choose another layer.</source>
        <translation>Aucun des {0} sites de « {1} » n'a de position ; importez-les avec des coordonnées ou choisissez une autre couche.</translation>
    </message>
    <message>
        <location filename="../../../processing/site_layers.py"/>
        <source>{0} sites lie outside the degrees of the globe (the first, {1}, at {2:.6g}, {3:.6g}); correct the coordinate reference system of the layer '{4}'.</source>
        <translation>{0} sites sont hors des degrés du globe (le premier, {1}, à {2:.6g}, {3:.6g}) ; corrigez le système de coordonnées de référence de la couche « {4} ».</translation>
    </message>
    <message>
        <location filename="../../../processing/site_layers.py"/>
        <source>{0} sites have several points; the first was used.</source>
        <translation>{0} sites ont plusieurs points ; le premier a été utilisé.</translation>
    </message>
    <message>
        <location filename="../../../processing/site_layers.py"/>
        <source>{0} rows repeat a pcode; each row counts as a site.</source>
        <translation>{0} lignes répètent un pcode ; chaque ligne compte comme un site.</translation>
    </message>
    <message>
        <location filename="../../../processing/site_layers.py"/>
        <source>{0} sites have no geometry and got no result: {1}</source>
        <translation>{0} sites n'ont pas de géométrie et n'ont pas reçu de résultat : {1}</translation>
    </message>
    <message>
        <location filename="../../../processing/site_layers.py"/>
        <source>{0} sites lie at longitude 0, latitude 0; correct their coordinates.</source>
        <translation>{0} sites se trouvent à la longitude 0, latitude 0 ; corrigez leurs coordonnées.</translation>
    </message>
    <message>
        <location filename="../../../processing/site_shapes.py"/>
        <source>The layer '{0}' has no field '{1}'; choose another key field.</source>
        <translation>La couche « {0} » n'a pas de champ « {1} » ; choisissez un autre champ clé.</translation>
    </message>
    <message>
        <location filename="../../../processing/site_shapes.py"/>
        <source>The layer '{0}' does not hold points or polygons; choose a layer with a point or a footprint for each site.</source>
        <translation>La couche « {0} » ne contient ni points ni polygones ; choisissez une couche avec un point ou une emprise par site.</translation>
    </message>
    <message>
        <location filename="../../../processing/site_shapes.py"/>
        <source>The layer '{0}' has no sites; choose a layer with footprints.</source>
        <translation>La couche « {0} » n'a aucun site ; choisissez une couche d'emprises.</translation>
    </message>
    <message>
        <location filename="../../../processing/site_shapes.py"/>
        <source>None of the {0} footprints of '{1}' can be used ({2}); choose a layer with polygons.</source>
        <translation>Aucune des {0} emprises de « {1} » n'est utilisable ({2}) ; choisissez une couche de polygones.</translation>
    </message>
    <message>
        <location filename="../../../processing/site_shapes.py"/>
        <source>{0} footprints lie outside the degrees of the globe (the first: {1}); correct the coordinate reference system of the layer '{2}'.</source>
        <translation>{0} emprises sont hors des degrés du globe (la première : {1}) ; corrigez le système de coordonnées de référence de la couche « {2} ».</translation>
    </message>
    <message>
        <location filename="../../../processing/site_shapes.py"/>
        <source>The sites have no field pcode; their feature ids stand for it. SITE_KEY can name a field.</source>
        <translation>Les sites n'ont pas de champ pcode ; leurs numéros d'entité le remplacent. SITE_KEY peut nommer un champ.</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Key figures of the scorecard</source>
        <translation>Chiffres clés de la fiche d'évaluation</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>summary,statistics,province,territory,mineral,year,choropleth,score</source>
        <translation>résumé,statistiques,province,territoire,minerai,année,choroplèthe,score</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Sums up the scores of mine sites by province, territory, mineral, project, year, any polygon layer or any field: sites and miners per level, share of low and of firm levels, median score with the medians of the worst and best cases.

Shares and medians are of the sites that have a level. Sites without data, to which an indicator does not apply, inactive, too old or never visited are counted apart; nothing is estimated for them. Where fewer sites than the number asked for have a level, there are counts but no shares and medians, and the map is hatched. Sites whose group is not known are a group of their own, and so are those outside all polygons.

A site counts once in a group and once in the total; with several minerals it counts in the group of each, so do not add up such groups. The sites visited are a sample: shares describe them, not all sites of an area.</source>
        <translation>Résume les scores des sites miniers par province, territoire, minerai, projet, année, toute couche de polygones ou tout champ : sites et creuseurs par niveau, part des niveaux bas et des niveaux fermes, score médian avec les médianes des pires et des meilleurs cas.

Parts et médianes portent sur les sites qui ont un niveau. Les sites sans données, auxquels un indicateur ne s'applique pas, inactifs, trop anciens ou jamais visités sont comptés à part ; rien n'est estimé pour eux. Là où moins de sites que le nombre demandé ont un niveau, il y a des comptes mais ni parts ni médianes, et la carte est hachurée. Les sites dont le groupe est inconnu sont un groupe à part, de même que ceux hors de tout polygone.

Un site compte une fois dans un groupe et une fois dans le total ; avec plusieurs minerais il compte dans le groupe de chacun, n'additionnez donc pas ces groupes. Les sites visités sont un échantillon : les parts les décrivent, et non tous les sites d'une zone.</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>The output of 'Responsible mining scorecard'. Of several rows of a site the latest in each group counts.</source>
        <translation>Le résultat de la « Fiche d'évaluation de l'exploitation responsable ». De plusieurs lignes d'un site, la dernière dans chaque groupe compte.</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>For miners, minerals and projects: the sites that were scored.</source>
        <translation>Pour les creuseurs, les minerais et les projets : les sites qui ont été évalués.</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Needed for miners and projects where another visit than the last one was scored.</source>
        <translation>Nécessaire pour les creuseurs et les projets là où une autre visite que la dernière a été évaluée.</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Group by</source>
        <translation>Grouper par</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>polygons: by location in the layer below. year: of the visit scored.</source>
        <translation>polygons : par position dans la couche ci-dessous. year : de la visite évaluée.</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>The field to group by, of Scores, else of Sites or Visits.</source>
        <translation>Le champ de groupement, des Scores, sinon des Sites ou des Visites.</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Polygons</source>
        <translation>Polygones</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Groups by location, or the shapes of provinces, territories or values of a field, matched by name.</source>
        <translation>Groupes par position, ou les formes des provinces, territoires ou valeurs d'un champ, appariées par le nom.</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Name field of the polygons</source>
        <translation>Champ du nom des polygones</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Found by itself when left empty: ADM1_FR, NAME, nom and the like.</source>
        <translation>Trouvé de lui-même s'il est vide : ADM1_FR, NAME, nom et autres.</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Fewest sites for a share</source>
        <translation>Nombre minimal de sites pour une part</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Groups in which fewer sites have a level are marked as too few.</source>
        <translation>Les groupes où moins de sites ont un niveau sont marqués comme trop peu nombreux.</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>One row per group, the last one the total, with all figures side by side.</source>
        <translation>Une ligne par groupe, la dernière pour le total, avec tous les chiffres côte à côte.</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Sites by group and level</source>
        <translation>Sites par groupe et niveau</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>One row per group, indicator and level or reason: for pivot tables and charts.</source>
        <translation>Une ligne par groupe, indicateur et niveau ou raison : pour tableaux croisés et graphiques.</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Areas with figures</source>
        <translation>Zones avec chiffres</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>The polygons with the figures of their group, styled; needs Polygons.</source>
        <translation>Les polygones avec les chiffres de leur groupe, stylés ; demande Polygones.</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Groups with too few sites scored</source>
        <translation>Groupes avec trop peu de sites évalués</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>FIELD is empty; name the field to group by.</source>
        <translation>FIELD est vide ; nommez le champ de groupement.</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>POLYGONS is empty; choose the layer of areas to group by or to draw.</source>
        <translation>POLYGONS est vide ; choisissez la couche des zones pour grouper ou pour dessiner.</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>The polygons are not used: groups by {0} have no place of their own.</source>
        <translation>Les polygones ne sont pas utilisés : les groupes par {0} n'ont pas de lieu propre.</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>No table has the field '{0}'; choose one of SCORES, SITES or VISITS.</source>
        <translation>Aucune table n'a le champ « {0} » ; choisissez-en un de SCORES, SITES ou VISITS.</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>SCORES lacks the field {0}; choose another way to group.</source>
        <translation>Le champ {0} manque à SCORES ; choisissez un autre groupement.</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>{0} groups have fewer than {1} sites scored, too few for shares: {2}</source>
        <translation>{0} groupes ont moins de {1} sites évalués, trop peu pour des parts : {2}</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>{0}: {1} sites, {2} scored, {3} inactive, {4} too old, {5} without a visit; {6} miners, not known at {7} sites</source>
        <translation>{0} : {1} sites, {2} évalués, {3} inactifs, {4} trop anciens, {5} sans visite ; {6} creuseurs, inconnus pour {7} sites</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Summed up by {0}</source>
        <translation>Résumé par {0}</translation>
    </message>
    <message>
        <location filename="../../../processing/summarise_scores.py"/>
        <source>Key figures of the scorecard by {0}</source>
        <translation>Chiffres clés de la fiche d'évaluation par {0}</translation>
    </message>
    <message>
        <location filename="../../../processing/survey_source.py"/>
        <source>Survey form (XLSForm)</source>
        <translation>Formulaire d'enquête (XLSForm)</translation>
    </message>
    <message>
        <location filename="../../../processing/survey_source.py"/>
        <source>The form of a survey made with KoboToolbox or ODK: a workbook with the sheets survey and choices, or the sheet survey as CSV with choices beside it. Columns then have the names of the questions, options their labels, and lists of options are joined.</source>
        <translation>Le formulaire d'une enquête faite avec KoboToolbox ou ODK : un classeur avec les feuilles survey et choices, ou la feuille survey en CSV avec choices à côté. Les colonnes ont alors les noms des questions, les options leurs libellés, et les listes d'options sont réunies.</translation>
    </message>
    <message>
        <location filename="../../../processing/survey_source.py"/>
        <source>Repeat tables</source>
        <translation>Tables répétées</translation>
    </message>
    <message>
        <location filename="../../../processing/survey_source.py"/>
        <source>Tables of the survey's repeat groups. Their rows become columns such as actor1_name, actor2_name of the visit to which they belong. Those in the same workbook as the visits are found without.</source>
        <translation>Tables des groupes répétés de l'enquête. Leurs lignes deviennent des colonnes comme actor1_name, actor2_name de la visite à laquelle elles appartiennent. Celles du même classeur que les visites sont trouvées sans cela.</translation>
    </message>
    <message>
        <location filename="../../../processing/survey_source.py"/>
        <source>Form {file}: {n} questions</source>
        <translation>Formulaire {file} : {n} questions</translation>
    </message>
    <message>
        <location filename="../../../processing/survey_source.py"/>
        <source>The form {0} is not there; check its path.</source>
        <translation>Le formulaire {0} n'est pas là ; vérifiez son chemin.</translation>
    </message>
    <message>
        <location filename="../../../processing/survey_source.py"/>
        <source>{0} has no sheet 'survey' (it has: {1}); choose the XLSForm.</source>
        <translation>{0} n'a pas de feuille « survey » (il a : {1}) ; choisissez le XLSForm.</translation>
    </message>
    <message>
        <location filename="../../../processing/survey_source.py"/>
        <source>{0} cannot be read as a form; check that it is the XLSForm of the survey.</source>
        <translation>{0} ne peut pas être lu comme formulaire ; vérifiez que c'est le XLSForm de l'enquête.</translation>
    </message>
    <message>
        <location filename="../../../processing/survey_source.py"/>
        <source>A table of {0} cannot be opened; check its path.</source>
        <translation>Une table de {0} ne peut pas être ouverte ; vérifiez son chemin.</translation>
    </message>
    <message>
        <location filename="../../../processing/title_layer.py"/>
        <source>The layer '{0}' does not hold polygons; choose a layer of mining titles.</source>
        <translation>La couche « {0} » ne contient pas de polygones ; choisissez une couche de titres miniers.</translation>
    </message>
    <message>
        <location filename="../../../processing/title_layer.py"/>
        <source>The layer '{0}' has no field for the type of title; rename it to 'type'.</source>
        <translation>La couche « {0} » n'a pas de champ pour le type de titre ; renommez-le en « type ».</translation>
    </message>
    <message>
        <location filename="../../../processing/title_layer.py"/>
        <source>The layer '{0}' has no titles; choose another layer.</source>
        <translation>La couche « {0} » n'a aucun titre ; choisissez une autre couche.</translation>
    </message>
    <message>
        <location filename="../../../processing/title_layer.py"/>
        <source>None of the {0} titles of '{1}' can be used ({2}); choose a layer with polygons.</source>
        <translation>Aucun des {0} titres de « {1} » n'est utilisable ({2}) ; choisissez une couche de polygones.</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Set sites against mining titles</source>
        <translation>Confronter les sites aux titres miniers</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>permit,licence,concession,cadastre,ZEA,artisanal zone,title</source>
        <translation>permis,licence,concession,cadastre,ZEA,zone artisanale,titre</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Finds for each mine site the mining titles and artisanal zones that cover it, with type, status, holder and expiry, and the class that the scorecard's question on titles asks for: zea_active (artisanal zone), cooperative (title of a cooperative), other_active (somebody else's title), none, prohibited. Give the output to the scorecard as SITES and the class is scored.

What is not known is never taken as active: a title with a term but without a date of expiry, a status that the cadastre leaves open (to be forfeited, or in renewal after its expiry), a type or holder that is not stated, a site within 1 mm of a boundary. Where that could change the class it is 'unknown', and title_sure says why. Without a date of the layer all classes are unknown; in a layer without artisanal zones, so is 'none'.

Of several titles over a site the columns show one: active before unknown before others, then the one that counts most, then the first in the layer. The pairs list all. In the summary each site counts once for each value of counted_by.</source>
        <translation>Trouve pour chaque site minier les titres miniers et les zones artisanales qui le couvrent, avec type, statut, titulaire et échéance, et la classe que demande la question de la fiche d'évaluation sur les titres : zea_active (zone artisanale), cooperative (titre d'une coopérative), other_active (titre de quelqu'un d'autre), none, prohibited. Donnez le résultat à la fiche d'évaluation comme SITES et la classe est évaluée.

Ce qui est inconnu n'est jamais pris comme actif : un titre à durée mais sans date d'échéance, un statut que le cadastre laisse ouvert (à déchoir, ou en renouvellement après son échéance), un type ou un titulaire non indiqué, un site à moins de 1 mm d'une limite. Là où cela pourrait changer la classe, elle est « unknown », et title_sure dit pourquoi. Sans date de la couche, toutes les classes sont inconnues ; dans une couche sans zones artisanales, « none » l'est aussi.

De plusieurs titres sur un site, les colonnes en montrent un : actif avant inconnu avant les autres, puis celui qui compte le plus, puis le premier de la couche. Les paires les listent tous. Dans le résumé, chaque site compte une fois pour chaque valeur de counted_by.</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Points in any projection. The fields pcode (key) and workers are used where they exist; all fields are kept, earlier title_ results are replaced.</source>
        <translation>Points dans toute projection. Les champs pcode (clé) et workers sont utilisés là où ils existent ; tous les champs sont gardés, d'anciens résultats title_ sont remplacés.</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Polygons of a mining cadastre in any projection, with a field for the type. Fields for number, status, holder, expiry and date of grant are recognised by their usual names.</source>
        <translation>Polygones d'un cadastre minier dans toute projection, avec un champ pour le type. Les champs du numéro, du statut, du titulaire, de l'échéance et de la date d'octroi sont reconnus à leurs noms usuels.</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>The day on which titles must stand, such as 2026-05-31. Empty: the date of the layer, or today where that is not known.</source>
        <translation>Le jour auquel les titres doivent valoir, comme 2026-05-31. Vide : la date de la couche, ou aujourd'hui là où elle est inconnue.</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Date of the titles</source>
        <translation>Date des titres</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>The day for which the layer speaks, such as 2020-06-30. Empty: the end of the time span in the layer's metadata. The scorecard leaves out what is too old.</source>
        <translation>Le jour pour lequel la couche parle, comme 2020-06-30. Vide : la fin de la période dans les métadonnées de la couche. La fiche d'évaluation laisse de côté ce qui est trop ancien.</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Sites with titles</source>
        <translation>Sites avec titres</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>The sites with title_class, title_sure, title_date, n_titles and the title that speaks for the site, in EPSG:4326.</source>
        <translation>Les sites avec title_class, title_sure, title_date, n_titles et le titre qui parle pour le site, en EPSG:4326.</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Pairs of site and title</source>
        <translation>Paires de site et de titre</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>A row for each site and each title that covers it.</source>
        <translation>Une ligne pour chaque site et chaque titre qui le couvre.</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Overlaps of titles</source>
        <translation>Chevauchements de titres</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>The area shared by each pair of titles, in hectares and as a share of both. Slivers of less than 0.1 % of both titles are marked.</source>
        <translation>La surface commune de chaque paire de titres, en hectares et en part des deux. Les éclats de moins de 0,1 % des deux titres sont marqués.</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Sites by title</source>
        <translation>Sites par titre</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Sites and workers by class, kind of title, standing, type, status and holder.</source>
        <translation>Sites et travailleurs par classe, genre de titre, validité, type, statut et titulaire.</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Sites in a title or zone</source>
        <translation>Sites dans un titre ou une zone</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Sites in an active artisanal zone</source>
        <translation>Sites dans une zone artisanale active</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Sites with an unknown class</source>
        <translation>Sites de classe inconnue</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Titles used</source>
        <translation>Titres utilisés</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>Titles left out</source>
        <translation>Titres laissés de côté</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>{0} '{1}' is no date; write it like 2026-05-31.</source>
        <translation>{0} « {1} » n'est pas une date ; écrivez-la comme 2026-05-31.</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>The titles have no field for: {0}. These count as not known.</source>
        <translation>Les titres n'ont pas de champ pour : {0}. Cela compte comme inconnu.</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>The date of the titles is not known, so no class is; give TITLES_DATE.</source>
        <translation>La date des titres est inconnue, donc aucune classe n'est connue ; donnez TITLES_DATE.</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>The titles are of {0}, later than {1}: some may have been granted since.</source>
        <translation>Les titres sont du {0}, après le {1} : certains peuvent avoir été octroyés depuis.</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>{0} titles used, {1} repaired, {2} left out; standing on {3}: {4}</source>
        <translation>{0} titres utilisés, {1} réparés, {2} laissés de côté ; valables le {3} : {4}</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>{0} {1}: {2} sites, {3} workers ({4} sites with unknown workers)</source>
        <translation>{0} {1} : {2} sites, {3} travailleurs ({4} sites au nombre de travailleurs inconnu)</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>{0} titles are of a type that is not known: {1}</source>
        <translation>{0} titres sont d'un type inconnu : {1}</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>{0} dates of expiry are not dates such as 2026-05-31; they count as not known.</source>
        <translation>{0} dates d'échéance ne sont pas des dates comme 2026-05-31 ; elles comptent comme inconnues.</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>{0} titles may be active or not ({1}).</source>
        <translation>{0} titres peuvent être actifs ou non ({1}).</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>The layer holds no artisanal zones, so that no site is known to lie in none.</source>
        <translation>La couche ne contient aucune zone artisanale, donc aucun site n'est connu pour n'être dans aucune.</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>No site lies in a title; check that both layers show the same region.</source>
        <translation>Aucun site ne se trouve dans un titre ; vérifiez que les deux couches montrent la même région.</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>{0}: set against the titles of '{1}' ({2}) with ASM Atlas (asm:titleoverlap), standing on {3}.</source>
        <translation>{0} : confronté aux titres de « {1} » ({2}) par ASM Atlas (asm:titleoverlap), valables le {3}.</translation>
    </message>
    <message>
        <location filename="../../../processing/title_overlap.py"/>
        <source>date not known</source>
        <translation>date inconnue</translation>
    </message>
    <message>
        <location filename="../../../processing/unit_polygons.py"/>
        <source>The sites have neither admin1 nor admin2, so the unit of all is unknown; give ADMIN.</source>
        <translation>Les sites n'ont ni admin1 ni admin2, l'unité de tous est donc inconnue ; donnez ADMIN.</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>Update an atlas</source>
        <translation>Mettre à jour un atlas</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>release,newer,import,merge,upsert,GeoPackage,artisanal,mine</source>
        <translation>version,plus récent,import,fusion,upsert,GeoPackage,artisanal,mine</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>Puts a newer import into an atlas GeoPackage. Either all of it is done or nothing: after an error, a full disk or a power cut the atlas is as it was.

Sites are the same by pcode, visits by pcode, date and project, never by the row number of the source; a visit that came back under another date or project with the same answers is the same visit. Rows that persist keep their number (fid) and what your own columns hold. Your own tables, views, styles, relations and projects stay. In the columns of ASM Atlas the release counts: what was changed there by hand becomes what the release says.

A release is a whole set. Sites and visits that it lacks are removed, sites added by hand too, unless you keep them; what your own columns held on them is told. Each table of an import that the atlas has must be given, for actors, statuses and findings belong to one set of visits.

Scores and overlaps are not computed anew: run Scorecard and the others again.</source>
        <translation>Met un import plus récent dans un GeoPackage d'atlas. Ou bien tout est fait, ou bien rien : après une erreur, un disque plein ou une coupure de courant, l'atlas est comme avant.

Les sites sont les mêmes par le pcode, les visites par le pcode, la date et le projet, jamais par le numéro de ligne de la source ; une visite revenue sous une autre date ou un autre projet avec les mêmes réponses est la même visite. Les lignes qui persistent gardent leur numéro (fid) et ce que contiennent vos propres colonnes. Vos propres tables, vues, styles, relations et projets restent. Dans les colonnes d'ASM Atlas, c'est la version qui compte : ce qui y a été changé à la main devient ce que dit la version.

Une version est un ensemble complet. Les sites et visites qu'elle n'a pas sont retirés, les sites ajoutés à la main aussi, sauf si vous les gardez ; ce que vos propres colonnes disaient d'eux est rapporté. Chaque table d'un import qu'a l'atlas doit être donnée, car acteurs, statuts et constats appartiennent à un seul ensemble de visites.

Scores et chevauchements ne sont pas recalculés : relancez la fiche d'évaluation et les autres.</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>The GeoPackage with the tables sites, visits and the others. It is changed.</source>
        <translation>Le GeoPackage avec les tables sites, visits et les autres. Il est modifié.</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>New actors</source>
        <translation>Nouveaux acteurs</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>New statuses</source>
        <translation>Nouveaux statuts</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>New findings</source>
        <translation>Nouveaux constats</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>As 'Import mine-site visits' writes it; needed when the atlas has such rows.</source>
        <translation>Tels que « Importer des visites de sites miniers » les écrit ; nécessaire quand l'atlas a de telles lignes.</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>As 'Import mine-site visits' writes it, of the whole newer release.</source>
        <translation>Tels que « Importer des visites de sites miniers » les écrit, de toute la version plus récente.</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>Rows that the new release lacks</source>
        <translation>Lignes qui manquent à la nouvelle version</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>remove: they go. keep: sites, visits with their actors, and statuses stay; the field absent_from then names the release that first lacked them. Findings are always the new ones.</source>
        <translation>remove : elles partent. keep : sites, visites avec leurs acteurs, et statuts restent ; le champ absent_from nomme alors la version qui fut la première à ne plus les avoir. Les constats sont toujours les nouveaux.</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>What changed, as 'Compare two releases' tells it.</source>
        <translation>Ce qui a changé, comme « Comparer deux versions » le dit.</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>Number of changes by kind and field.</source>
        <translation>Nombre de changements par genre et par champ.</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>Own values affected</source>
        <translation>Valeurs propres touchées</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>What your own columns held on removed rows or on rows with another key now, and rows of your own tables that name such keys. The log has the first of them.</source>
        <translation>Ce que vos propres colonnes contenaient sur des lignes retirées ou sur des lignes qui ont maintenant une autre clé, et les lignes de vos propres tables qui nomment ces clés. Le journal en a les premières.</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>Updated atlas</source>
        <translation>Atlas mis à jour</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{table}: added</source>
        <translation>{table} : ajouté</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{table}: updated</source>
        <translation>{table} : mis à jour</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{table}: unchanged</source>
        <translation>{table} : inchangé</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{table}: removed</source>
        <translation>{table} : retiré</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{table}: kept though absent</source>
        <translation>{table} : gardé bien qu'absent</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{file} is updated.</source>
        <translation>{file} est mis à jour.</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>Saved projects keep the source that they state of it: build the project again.</source>
        <translation>Les projets enregistrés gardent la source qu'ils en déclarent : reconstruisez le projet.</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>Computed from the earlier release, run these again: {names}</source>
        <translation>Calculés sur la version antérieure, relancez-les : {names}</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>Nothing changed; {file} was not touched.</source>
        <translation>Rien n'a changé ; {file} n'a pas été touché.</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{0} would be written into the atlas itself; choose another file for it.</source>
        <translation>{0} serait écrit dans l'atlas lui-même ; choisissez-lui un autre fichier.</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{file} has no table {table}; choose the file of your atlas</source>
        <translation>{file} n'a pas de table {table} ; choisissez le fichier de votre atlas</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{file} has no table {table}; leave {key} out, or save the layer there first</source>
        <translation>{file} n'a pas de table {table} ; laissez {key} vide, ou enregistrez-y d'abord la couche</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{file} has {table} of the earlier release, which would not fit the new visits; give {key} too.</source>
        <translation>{file} a {table} de la version antérieure, qui n'iraient pas avec les nouvelles visites ; donnez aussi {key}.</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{n} of your own values lie on rows that go, or name rows that go or are named anew:</source>
        <translation>{n} de vos propres valeurs sont sur des lignes qui partent, ou nomment des lignes qui partent ou changent de nom :</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>  and {n} more; OWN_VALUES has them all.</source>
        <translation>  et {n} de plus ; OWN_VALUES les a toutes.</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>Updated from {old} to {new} by ASM Atlas {plugin}: {counts}.</source>
        <translation>Mis à jour de {old} à {new} par ASM Atlas {plugin} : {counts}.</translation>
    </message>
    <message>
        <location filename="../../../processing/update_atlas.py"/>
        <source>{file} is updated, but its changes were not written: {reason}</source>
        <translation>{file} est mis à jour, mais ses changements n'ont pas été écrits : {reason}</translation>
    </message>
    <message>
        <location filename="../../../processing/whole_outputs.py"/>
        <source>There is no folder {0}; make it or choose another.</source>
        <translation>Il n'y a pas de dossier {0} ; créez-le ou choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../../../processing/workbooks.py"/>
        <source>{0} has the sheets {1}, of which {2} can be visits; add the sheet to its path, such as {0}|layername={3}.</source>
        <translation>{0} a les feuilles {1}, dont {2} peuvent être des visites ; ajoutez la feuille à son chemin, comme {0}|layername={3}.</translation>
    </message>
    <message>
        <location filename="../../../processing/written_rows.py"/>
        <source>{0} could not be written whole, as on a full disk; make room or choose another folder.</source>
        <translation>{0} n'a pas pu être écrit en entier, comme sur un disque plein ; faites de la place ou choisissez un autre dossier.</translation>
    </message>
</context>
</TS>
