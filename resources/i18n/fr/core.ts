<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AsmAtlas</name>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>second tier: only proposed</source>
        <translation>second rang : seulement proposée</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>second tier: status not reported</source>
        <translation>second rang : statut non indiqué</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>second tier: a status that is not among those kept</source>
        <translation>second rang : un statut qui n'est pas de ceux gardés</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>second tier: UNESCO-MAB biosphere reserve, whose outer zones may be unprotected</source>
        <translation>second rang : réserve de biosphère UNESCO-MAB, dont les zones extérieures peuvent être sans protection</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>no geometry</source>
        <translation>sans géométrie</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>coordinates that are no numbers</source>
        <translation>coordonnées qui ne sont pas des nombres</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>point without a reported area</source>
        <translation>point sans superficie indiquée</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>point whose circle would reach over a pole or much of the globe</source>
        <translation>point dont le cercle s'étendrait au-delà d'un pôle ou sur une grande partie du globe</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>line, or nothing areal left after repair</source>
        <translation>ligne, ou rien de surfacique après réparation</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>smaller than a square metre</source>
        <translation>plus petite qu'un mètre carré</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>covered by areas that come before it (area totals only)</source>
        <translation>couverte par des aires qui passent avant elle (totaux de superficie seulement)</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>point taken as a circle of its reported area; boundary approximate</source>
        <translation>point pris comme un cercle de la superficie indiquée ; limite approximative</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>cut at the 180th meridian, or moved within 180 degrees</source>
        <translation>coupée au 180e méridien, ou ramenée à moins de 180 degrés</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>invalid polygon repaired</source>
        <translation>polygone non valide réparé</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>lines or points beside polygons dropped</source>
        <translation>lignes ou points à côté de polygones écartés</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>parts smaller than a square metre dropped</source>
        <translation>parties plus petites qu'un mètre carré écartées</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>zones of one site merged</source>
        <translation>zones d'un même site fusionnées</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>overlap with areas that come before it erased (area totals only)</source>
        <translation>chevauchement avec des aires qui passent avant elle effacé (totaux de superficie seulement)</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>dissolved into one area (area totals only)</source>
        <translation>regroupée en une seule aire (totaux de superficie seulement)</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>the layer has no field of status; taken as designated</source>
        <translation>la couche n'a pas de champ de statut ; prise comme désignée</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_account.py"/>
        <source>several rows have this key</source>
        <translation>plusieurs lignes ont cette clé</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_rules.py"/>
        <source>{0}: 'schema' must be '{1}'.</source>
        <translation>{0} : « schema » doit être « {1} ».</translation>
    </message>
    <message>
        <location filename="../../../core/areas/area_totals.py"/>
        <source>tier {0}: {1} areas dissolved</source>
        <translation>rang {0} : {1} aires regroupées</translation>
    </message>
    <message>
        <location filename="../../../core/areas/bands.py"/>
        <source>The bands '{0}' are not positive kilometres that rise; write them like 1, 5, 10, 50.</source>
        <translation>Les bandes « {0} » ne sont pas des kilomètres positifs croissants ; écrivez-les comme 1, 5, 10, 50.</translation>
    </message>
    <message>
        <location filename="../../../core/areas/bands.py"/>
        <source>The bands '{0}' are not numbers with commas between; write them like 1, 5, 10, 50.</source>
        <translation>Les bandes « {0} » ne sont pas des nombres séparés par des virgules ; écrivez-les comme 1, 5, 10, 50.</translation>
    </message>
    <message>
        <location filename="../../../core/areas/cleaning.py"/>
        <source>{n} areas lie outside the degrees of the globe (the first in row {row}: {west:.6g} to {east:.6g}, {south:.6g} to {north:.6g}); correct the layer's coordinate reference system.</source>
        <translation>{n} aires sont hors des degrés du globe (la première à la ligne {row} : {west:.6g} à {east:.6g}, {south:.6g} à {north:.6g}) ; corrigez le système de coordonnées de référence de la couche.</translation>
    </message>
    <message>
        <location filename="../../../core/areas/rings.py"/>
        <source>A band of {0:g} km is too wide to draw; use at most {1:g} km.</source>
        <translation>Une bande de {0:g} km est trop large pour être dessinée ; utilisez au plus {1:g} km.</translation>
    </message>
    <message>
        <location filename="../../../core/areas/rings.py"/>
        <source>The bands reach over a pole from every area; use narrower bands or other areas.</source>
        <translation>Les bandes dépassent un pôle depuis toutes les aires ; utilisez des bandes plus étroites ou d'autres aires.</translation>
    </message>
    <message>
        <location filename="../../../core/areas/titles.py"/>
        <source>{name}: '{place}' must be one of {among}, not '{word}'.</source>
        <translation>{name} : « {place} » doit être l'un de {among}, pas « {word} ».</translation>
    </message>
    <message>
        <location filename="../../../core/areas/titles.py"/>
        <source>{0}: the type '{1}' stands in two groups; take one out.</source>
        <translation>{0} : le type « {1} » figure dans deux groupes ; retirez-en un.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/analysis.py"/>
        <source>There is no local statistic '{0}'; there are {1}.</source>
        <translation>Il n'y a pas de statistique locale « {0} » ; il y a {1}.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/analysis.py"/>
        <source>{0} or more</source>
        <translation>{0} ou plus</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/analysis.py"/>
        <source>'{0}' needs {1} variables, not {2}.</source>
        <translation>« {0} » demande {1} variables, pas {2}.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/analysis.py"/>
        <source>{0} sites have values and {1} have weights; use the same sites.</source>
        <translation>{0} sites ont des valeurs et {1} ont des poids ; utilisez les mêmes sites.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/bands.py"/>
        <source>A band of {0} is no distance; give a number above 0.</source>
        <translation>Une bande de {0} n'est pas une distance ; donnez un nombre supérieur à 0.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/bands.py"/>
        <source>Within a distance of {0:g} there are more than {1:,} pairs of neighbours; take a smaller distance, or the nearest neighbours.</source>
        <translation>Dans une distance de {0:g} il y a plus de {1:,} paires de voisins ; prenez une distance plus petite, ou les plus proches voisins.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/contiguity.py"/>
        <source>A tolerance of {0:g} is no distance; give 0 or more.</source>
        <translation>Une tolérance de {0:g} n'est pas une distance ; donnez 0 ou plus.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/contiguity.py"/>
        <source>Neighbours of order {0} do not exist; ask for 1 or more.</source>
        <translation>Il n'existe pas de voisins d'ordre {0} ; demandez 1 ou plus.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/contiguity.py"/>
        <source>{0} features are no polygons (the first in row {1}); take nearest neighbours or a distance band for points and lines.</source>
        <translation>{0} entités ne sont pas des polygones (la première à la ligne {1}) ; pour des points et des lignes, prenez les plus proches voisins ou une bande de distance.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/delaunay.py"/>
        <source>Sites at one place would make {0:,} pairs of neighbours; join those at one place, or take nearest neighbours.</source>
        <translation>Les sites d'un même lieu feraient {0:,} paires de voisins ; regroupez ceux d'un même lieu, ou prenez les plus proches voisins.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/delaunay.py"/>
        <source>The sites spread over more than half the globe; take nearest neighbours instead.</source>
        <translation>Les sites s'étendent sur plus de la moitié du globe ; prenez plutôt les plus proches voisins.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/getis_ord.py"/>
        <source>{0} sites have a value below 0, of which G and G* say nothing; use local Moran's I or shift the values.</source>
        <translation>{0} sites ont une valeur inférieure à 0, dont G et G* ne disent rien ; utilisez le I de Moran local ou décalez les valeurs.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/inference.py"/>
        <source>'{0}' is none of {1}.</source>
        <translation>« {0} » n'est aucun de {1}.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/inference.py"/>
        <source>Permutations must be 1 or more, the seed 0 or more.</source>
        <translation>Les permutations doivent être 1 ou plus, la graine 0 ou plus.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/inference.py"/>
        <source>The level of significance must lie between 0 and 1, as 0.05 does.</source>
        <translation>Le seuil de significativité doit être entre 0 et 1, comme 0.05.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/join_counts.py"/>
        <source>{0} sites have a value other than 0 and 1, such as {1:g}; join counts need yes or no.</source>
        <translation>{0} sites ont une valeur autre que 0 et 1, par exemple {1:g} ; le comptage des paires demande oui ou non.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/kernels.py"/>
        <source>A floor of {0:g} gives sites at one place endless weight; give one above 0.</source>
        <translation>Un plancher de {0:g} donne un poids infini aux sites d'un même lieu ; donnez-en un supérieur à 0.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/kernels.py"/>
        <source>A power of {0:g} does not fall with distance; give one above 0.</source>
        <translation>Une puissance de {0:g} ne décroît pas avec la distance ; donnez-en une supérieure à 0.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/kernels.py"/>
        <source>There is no kernel '{0}'; take one of {1}.</source>
        <translation>Il n'y a pas de noyau « {0} » ; prenez l'un de {1}.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/kernels.py"/>
        <source>A floor of {0:g} leaves sites at one place no bandwidth; give one above 0.</source>
        <translation>Un plancher de {0:g} ne laisse aucune largeur de bande aux sites d'un même lieu ; donnez-en un supérieur à 0.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/kernels.py"/>
        <source>Neighbours need either a number or a distance; give one of the two.</source>
        <translation>Les voisins demandent soit un nombre, soit une distance ; donnez l'un des deux.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/nearest.py"/>
        <source>{0} neighbours are asked of {1} sites; ask at least 1 and at most {2}, or take in more sites.</source>
        <translation>{0} voisins sont demandés de {1} sites ; demandez-en au moins 1 et au plus {2}, ou prenez plus de sites.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/places.py"/>
        <source>{0} sites have no coordinates (the first in row {1}); leave them out before neighbours are searched.</source>
        <translation>{0} sites n'ont pas de coordonnées (le premier à la ligne {1}) ; laissez-les de côté avant de chercher les voisins.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/places.py"/>
        <source>{0} sites lie outside the degrees of the Earth (the first in row {1}); check the coordinate reference system.</source>
        <translation>{0} sites sont hors des degrés de la Terre (le premier à la ligne {1}) ; vérifiez le système de coordonnées de référence.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/rates.py"/>
        <source>{0} sites have a number of events below 0; correct them.</source>
        <translation>{0} sites ont un nombre d'événements inférieur à 0 ; corrigez-les.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/rates.py"/>
        <source>{0} sites have a number of population below 0; correct them.</source>
        <translation>{0} sites ont une population inférieure à 0 ; corrigez-les.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/site_values.py"/>
        <source>numbers, levels, or yes and no</source>
        <translation>des nombres, des niveaux, ou oui et non</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/site_values.py"/>
        <source>yes, no or unknown (or 1 and 0)</source>
        <translation>oui, non ou inconnu (ou 1 et 0)</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/site_values.py"/>
        <source>The field {0} holds {1:g}, where 1 (yes) and 0 (no) are asked for; choose a field of yes and no, or set AT_MOST to count numbers up to a limit as yes.</source>
        <translation>Le champ {0} contient {1:g}, alors que 1 (oui) et 0 (non) sont demandés ; choisissez un champ de oui et non, ou remplissez AT_MOST pour compter comme oui les nombres jusqu'à une limite.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/site_values.py"/>
        <source>The field {name} must hold {asked}, not '{value}' (in {n} rows); choose another field or correct these values.</source>
        <translation>Le champ {name} doit contenir {asked}, pas « {value} » (dans {n} lignes) ; choisissez un autre champ ou corrigez ces valeurs.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/standard_scores.py"/>
        <source>The values are too large to add up; rescale them.</source>
        <translation>Les valeurs sont trop grandes pour être additionnées ; changez leur échelle.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>Line {0} of '{1}' must hold a site and the number of its neighbours; check the file.</source>
        <translation>La ligne {0} de « {1} » doit contenir un site et le nombre de ses voisins ; vérifiez le fichier.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>Line {0} of '{1}' has more neighbours of '{2}' than are said; check the file.</source>
        <translation>La ligne {0} de « {1} » a plus de voisins de « {2} » qu'annoncé ; vérifiez le fichier.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>'{0}' ends before all neighbours of '{1}' are told; check that the file is whole.</source>
        <translation>« {0} » finit avant que tous les voisins de « {1} » soient dits ; vérifiez que le fichier est entier.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>Line {0} of '{1}' names site '{2}' a second time; check the file.</source>
        <translation>La ligne {0} de « {1} » nomme le site « {2} » une deuxième fois ; vérifiez le fichier.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>'{0}' is for {1} sites and lists {2}; check that the file is whole.</source>
        <translation>« {0} » est pour {1} sites et en énumère {2} ; vérifiez que le fichier est entier.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>The third column cannot hold '{0}'; say 'weights' or 'distances'.</source>
        <translation>La troisième colonne ne peut pas contenir « {0} » ; dites « weights » ou « distances ».</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>Line {0} of '{1}' must hold a site, a neighbour and a number above 0; check the file.</source>
        <translation>La ligne {0} de « {1} » doit contenir un site, un voisin et un nombre supérieur à 0 ; vérifiez le fichier.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>A GAL file holds no weights, only neighbours; write a GWT file.</source>
        <translation>Un fichier GAL ne contient pas de poids, seulement des voisins ; écrivez un fichier GWT.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>The file '{0}' cannot be read ({1}); choose another.</source>
        <translation>Le fichier « {0} » ne peut pas être lu ({1}) ; choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>The file '{0}' is empty; choose another.</source>
        <translation>Le fichier « {0} » est vide ; choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>The first line of '{0}' does not say the number of sites; choose a GAL or GWT file.</source>
        <translation>La première ligne de « {0} » ne dit pas le nombre de sites ; choisissez un fichier GAL ou GWT.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>'{0}' is for {1} sites and the layer has {2}; choose the file of this layer.</source>
        <translation>« {0} » est pour {1} sites et la couche en a {2} ; choisissez le fichier de cette couche.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>Several sites are called '{0}'; choose a field that names each site once.</source>
        <translation>Plusieurs sites s'appellent « {0} » ; choisissez un champ qui nomme chaque site une seule fois.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>'{0}' names sites by other than their row; choose the field with these names.</source>
        <translation>« {0} » ne nomme pas les sites par leur ligne ; choisissez le champ qui contient ces noms.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>'{0}' does not show whether its rows count from 0 or from 1 to {1}; choose the field with the names of the sites.</source>
        <translation>« {0} » ne montre pas si ses lignes comptent à partir de 0 ou de 1 à {1} ; choisissez le champ des noms des sites.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>Line {0} of '{1}' names site '{2}', which the layer does not have; choose the file and field of this layer.</source>
        <translation>La ligne {0} de « {1} » nomme le site « {2} », que la couche n'a pas ; choisissez le fichier et le champ de cette couche.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>Line {0} of '{1}' makes a site its own neighbour; write the weights without their diagonal.</source>
        <translation>La ligne {0} de « {1} » fait d'un site son propre voisin ; écrivez les poids sans leur diagonale.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>Line {0} of '{1}' gives a neighbour a second time; check the file.</source>
        <translation>La ligne {0} de « {1} » donne un voisin une deuxième fois ; vérifiez le fichier.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>The names of sites in a file of weights must be {0} different words; choose another field, or none.</source>
        <translation>Les noms des sites d'un fichier de poids doivent être {0} mots différents ; choisissez un autre champ, ou aucun.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>The names of sites in a file of weights must be {0} different words, not {1!r}; choose another field, or none.</source>
        <translation>Les noms des sites d'un fichier de poids doivent être {0} mots différents, pas {1!r} ; choisissez un autre champ, ou aucun.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weight_files.py"/>
        <source>The file '{0}' cannot be written ({1}); choose another place.</source>
        <translation>Le fichier « {0} » ne peut pas être écrit ({1}) ; choisissez un autre endroit.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weights.py"/>
        <source>A pair of neighbours lies outside the {0} sites; check the weights.</source>
        <translation>Une paire de voisins est hors des {0} sites ; vérifiez les poids.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weights.py"/>
        <source>A site is given as its own neighbour; take such pairs out of the weights.</source>
        <translation>Un site est donné comme son propre voisin ; retirez ces paires des poids.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weights.py"/>
        <source>A pair of neighbours is given twice; take the second out of the weights.</source>
        <translation>Une paire de voisins est donnée deux fois ; retirez la seconde des poids.</translation>
    </message>
    <message>
        <location filename="../../../core/clusters/weights.py"/>
        <source>Weights must be finite and above 0; take other pairs out of the weights.</source>
        <translation>Les poids doivent être finis et supérieurs à 0 ; retirez les autres paires des poids.</translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>{0}: '{1}' {2}.</source>
        <translation>{0} : « {1} » {2}.</translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>{0}: the document {1}.</source>
        <translation>{0} : le document {1}.</translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>is missing; add it</source>
        <translation>manque ; ajoutez-le</translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>is not known here; {0}</source>
        <translation>n'est pas connu ici ; {0}</translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>entry</source>
        <translation>entrée</translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>must hold at least one {0}</source>
        <translation>doit contenir au moins 1 {0}</translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>must hold at least {0} {1}</source>
        <translation>doit contenir au moins {0} {1}</translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>must not be empty</source>
        <translation>ne doit pas être vide</translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>holds half a character, which cannot be written; type the text again</source>
        <translation>contient un demi-caractère, qui ne peut pas être écrit ; tapez le texte à nouveau</translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>must be {0}, not '{1}'</source>
        <translation>doit être {0}, pas « {1} »</translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>must be one of {0}, not '{1}'</source>
        <translation>doit être l'un de {0}, pas « {1} »</translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>repeats '{0}'; each stands once</source>
        <translation>répète « {0} » ; chacun figure une seule fois</translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>must be at least {0:g}, not {1}</source>
        <translation>doit être au moins {0:g}, pas {1}</translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>must be between {0:g} and {1:g}, not {2}</source>
        <translation>doit être entre {0:g} et {1:g}, pas {2}</translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>must be at least {0}, not {1}</source>
        <translation>doit être au moins {0}, pas {1}</translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>must be at most {0}</source>
        <translation>doit être au plus {0}</translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>must be a date like 2018-01-01, not '{0}'</source>
        <translation>doit être une date comme 2018-01-01, pas « {0} »</translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>write '{0}'</source>
        <translation>écrivez « {0} »</translation>
    </message>
    <message>
        <location filename="../../../core/document_part.py"/>
        <source>use {0}</source>
        <translation>utilisez {0}</translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>{0} holds the key '{1}' twice in one object; take one out.</source>
        <translation>{0} contient la clé « {1} » deux fois dans un même objet ; retirez-en une.</translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>{0} cannot be read ({1}); check the path.</source>
        <translation>{0} ne peut pas être lu ({1}) ; vérifiez le chemin.</translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>{0} is not UTF-8 text; save it as UTF-8.</source>
        <translation>{0} n'est pas du texte en UTF-8 ; enregistrez-le en UTF-8.</translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>{name} is not JSON: {msg} in line {lineno}, column {colno}.</source>
        <translation>{name} n'est pas du JSON : {msg}, ligne {lineno}, colonne {colno}.</translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>{0} cannot be read as JSON: {1}.</source>
        <translation>{0} ne peut pas être lu comme JSON : {1}.</translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>{0} must hold one JSON object.</source>
        <translation>{0} doit contenir un seul objet JSON.</translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>{0}: '{1}' is missing; add it.</source>
        <translation>{0} : « {1} » manque ; ajoutez-le.</translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>must be {0}, not {1}</source>
        <translation>doit être de type {0}, pas {1}</translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>an object</source>
        <translation>objet</translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>a list</source>
        <translation>liste</translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>a whole number</source>
        <translation>nombre entier</translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>a number</source>
        <translation>nombre</translation>
    </message>
    <message>
        <location filename="../../../core/documents.py"/>
        <source>true or false</source>
        <translation>true ou false</translation>
    </message>
    <message>
        <location filename="../../../core/file_names.py"/>
        <source>The pattern of file names '{0}' cannot be read ({1}); use {2}.</source>
        <translation>Le modèle de noms de fichiers « {0} » ne peut pas être lu ({1}) ; utilisez {2}.</translation>
    </message>
    <message>
        <location filename="../../../core/file_names.py"/>
        <source>The pattern of file names '{0}' has signs that no file may have; take them out.</source>
        <translation>Le modèle de noms de fichiers « {0} » a des signes interdits dans les noms de fichiers ; retirez-les.</translation>
    </message>
    <message>
        <location filename="../../../core/file_names.py"/>
        <source>The pattern of file names knows no '{{{0}}}'; use {1}.</source>
        <translation>Le modèle de noms de fichiers ne connaît pas « {{{0}}} » ; utilisez {1}.</translation>
    </message>
    <message>
        <location filename="../../../core/file_names.py"/>
        <source>The pattern of file names gives all sheets one name; use {0}.</source>
        <translation>Le modèle de noms de fichiers donne le même nom à toutes les cartes ; utilisez {0}.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_names.py"/>
        <source>{0}: 'schema' must be "{1}", not "{2}".</source>
        <translation>{0} : « schema » doit être « {1} », pas « {2} ».</translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>the column is empty</source>
        <translation>la colonne est vide</translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>whole numbers</source>
        <translation>nombres entiers</translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>points as WKT or EWKB</source>
        <translation>points en WKT ou EWKB</translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>pairs of coordinates</source>
        <translation>paires de coordonnées</translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>yes and no</source>
        <translation>oui et non</translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>{0:.0%} of the values are known words</source>
        <translation>{0:.0%} des valeurs sont des mots connus</translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>dates</source>
        <translation>dates</translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>years</source>
        <translation>années</translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>day numbers of a spreadsheet</source>
        <translation>numéros de jour d'un tableur</translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>some dates</source>
        <translation>quelques dates</translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>degrees, minutes and seconds</source>
        <translation>degrés, minutes et secondes</translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>decimal degrees</source>
        <translation>degrés décimaux</translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>numbers in range</source>
        <translation>nombres dans les limites</translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>metres of a projected system; state it as coordinates.crs</source>
        <translation>mètres d'un système projeté ; indiquez-le comme coordinates.crs</translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>numbers, each once</source>
        <translation>nombres, chacun une fois</translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>keys, each once</source>
        <translation>clés, chacune une fois</translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>keys</source>
        <translation>clés</translation>
    </message>
    <message>
        <location filename="../../../core/importing/column_values.py"/>
        <source>few different words</source>
        <translation>peu de mots différents</translation>
    </message>
    <message>
        <location filename="../../../core/importing/gazetteer.py"/>
        <source>The gazetteer {0} cannot be read ({1}); give a JSON list of objects with name, class, x and y, or a layer.</source>
        <translation>Le répertoire toponymique {0} ne peut pas être lu ({1}) ; donnez une liste JSON d'objets avec name, class, x et y, ou une couche.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/gazetteer.py"/>
        <source>The gazetteer {0} is no list of places; give a JSON list of objects with name, class, x and y, or a layer.</source>
        <translation>Le répertoire toponymique {0} n'est pas une liste de lieux ; donnez une liste JSON d'objets avec name, class, x et y, ou une couche.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/gazetteer.py"/>
        <source>The gazetteer has no field of names ({0}); choose another layer.</source>
        <translation>Le répertoire toponymique n'a pas de champ de noms ({0}) ; choisissez une autre couche.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/gazetteer.py"/>
        <source>The gazetteer has no places with a name and a location; choose another layer.</source>
        <translation>Le répertoire toponymique n'a pas de lieux avec un nom et une position ; choisissez une autre couche.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/importer.py"/>
        <source>The layer has no rows; choose a layer with visits.</source>
        <translation>La couche n'a pas de lignes ; choisissez une couche avec des visites.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/known_sites.py"/>
        <source>The known sites have neither a field pcode nor a field name; choose another layer.</source>
        <translation>Les sites connus n'ont ni champ pcode ni champ name ; choisissez une autre couche.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/known_sites.py"/>
        <source>The known sites have no locations; choose a layer of points or with longitude and latitude.</source>
        <translation>Les sites connus n'ont pas de positions ; choisissez une couche de points ou avec longitude et latitude.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/neighbours.py"/>
        <source>No field of the administrative units has a name that the table states; choose another layer.</source>
        <translation>Aucun champ des unités administratives n'a un nom que la table indique ; choisissez une autre couche.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile.py"/>
        <source>decimal comma</source>
        <translation>virgule décimale</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile.py"/>
        <source>decimal point</source>
        <translation>point décimal</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile.py"/>
        <source>{0} and others</source>
        <translation>{0} et d'autres</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile.py"/>
        <source>No import profile fits the columns; looked for {0}. The layer has: {1}. Describe its columns in a profile of your own, with the import wizard or by hand, and give it as PROFILE_FILE.</source>
        <translation>Aucun profil d'import ne convient aux colonnes ; ont été cherchées {0}. La couche a : {1}. Décrivez ses colonnes dans votre propre profil, avec l'assistant d'import ou à la main, et donnez-le comme PROFILE_FILE.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile.py"/>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile.py"/>
        <source>The profile {0} needs the columns {1}, but the layer lacks {2}; choose another profile or rename the columns.</source>
        <translation>Le profil {0} demande les colonnes {1}, mais il manque à la couche {2} ; choisissez un autre profil ou renommez les colonnes.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: 'id' must be "{1}", as the file is called.</source>
        <translation>{0} : « id » doit être « {1} », comme s'appelle le fichier.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: '{1}' is no entry of a profile; correct or remove it.</source>
        <translation>{0} : « {1} » n'est pas une entrée d'un profil ; corrigez-la ou retirez-la.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: 'columns.{1}' is no column of the atlas; remove it.</source>
        <translation>{0} : « columns.{1} » n'est pas une colonne de l'atlas ; retirez-la.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: 'columns.pcode' is missing; add it, or name columns to make keys of in 'site_key_from'.</source>
        <translation>{0} : « columns.pcode » manque ; ajoutez-le, ou nommez dans « site_key_from » des colonnes dont faire des clés.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>profile {0}</source>
        <translation>profil {0}</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{name}: 'vocabularies.{key}' names {vocabulary}, which is no vocabulary; choose one of {vocabularies}.</source>
        <translation>{name} : « vocabularies.{key} » nomme {vocabulary}, qui n'est pas un vocabulaire ; choisissez l'un de {vocabularies}.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: 'bounds' must have west below east and south below north.</source>
        <translation>{0} : dans « bounds », west doit être inférieur à east et south inférieur à north.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: '{1}.{2}' is not among 'columns'; add it there.</source>
        <translation>{0} : « {1}.{2} » n'est pas parmi « columns » ; ajoutez-le là.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: '{1}.separator' is empty; remove it or give a character.</source>
        <translation>{0} : « {1}.separator » est vide ; retirez-le ou donnez un caractère.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: 'actors.behaviours.{1}' is no behaviour of the atlas; remove it.</source>
        <translation>{0} : « actors.behaviours.{1} » n'est pas un comportement de l'atlas ; retirez-le.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: 'actors' must have either 'type' or 'type_set'; keep one.</source>
        <translation>{0} : « actors » doit avoir soit « type », soit « type_set » ; gardez-en un.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{name}: '{place}.kind' must be one of {kinds}, not "{kind}".</source>
        <translation>{name} : « {place}.kind » doit être l'un de {kinds}, pas « {kind} ».</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: '{1}.decides' must be one of {2} for a status, else absent.</source>
        <translation>{0} : « {1}.decides » doit être l'un de {2} pour un statut, sinon absent.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0}: '{1}' must have either 'project' or 'project_prefix'; keep one.</source>
        <translation>{0} : « {1} » doit avoir soit « project », soit « project_prefix » ; gardez-en un.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_documents.py"/>
        <source>{0} at {1}</source>
        <translation>{0} à {1}</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_entries.py"/>
        <source>{name}: '{place}' must be one of {words}, not "{word}".</source>
        <translation>{name} : « {place} » doit être l'un de {words}, pas « {word} ».</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_entries.py"/>
        <source>{0}: '{1}' is not a regular expression: {2}.</source>
        <translation>{0} : « {1} » n'est pas une expression régulière : {2}.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_entries.py"/>
        <source>{0}: '{1}' must be 0 or more and at most {2}.</source>
        <translation>{0} : « {1} » doit être 0 ou plus et au plus {2}.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_entries.py"/>
        <source>{0}: '{1}' must be degrees between -360 and 360.</source>
        <translation>{0} : « {1} » doit être en degrés entre -360 et 360.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/profile_entries.py"/>
        <source>{0}: '{1}' must be a date such as 2015-04-01, not "{2}".</source>
        <translation>{0} : « {1} » doit être une date comme 2015-04-01, pas « {2} ».</translation>
    </message>
    <message>
        <location filename="../../../core/importing/site_keys.py"/>
        <source>The layer has none of the columns {0} to make site keys of; add one of them.</source>
        <translation>La couche n'a aucune des colonnes {0} dont faire des clés de site ; ajoutez l'une d'elles.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/stated_locations.py"/>
        <source>The coordinates of profile {0} are in {1}, for which there is no transformation; correct 'coordinates.crs'.</source>
        <translation>Les coordonnées du profil {0} sont en {1}, pour lequel il n'y a pas de transformation ; corrigez « coordinates.crs ».</translation>
    </message>
    <message>
        <location filename="../../../core/importing/suggestions.py"/>
        <source>called like '{0}'</source>
        <translation>se nomme comme « {0} »</translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_export.py"/>
        <source>No column of the table is a question of the form; choose the form of this survey, or none.</source>
        <translation>Aucune colonne de la table n'est une question du formulaire ; choisissez le formulaire de cette enquête, ou aucun.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_form.py"/>
        <source>Sheet survey, row {0}: '{1}' ends nothing that was begun; remove it.</source>
        <translation>Feuille survey, ligne {0} : « {1} » ne termine rien de ce qui a été commencé ; retirez-le.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_form.py"/>
        <source>Sheet survey, row {0}: '{1}' has no name; give it one.</source>
        <translation>Feuille survey, ligne {0} : « {1} » n'a pas de nom ; donnez-lui-en un.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_form.py"/>
        <source>Sheet survey, row {0}: the list '{1}' of '{2}' is not in the sheet choices; add it there.</source>
        <translation>Feuille survey, ligne {0} : la liste « {1} » de « {2} » n'est pas dans la feuille choices ; ajoutez-la là.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_form.py"/>
        <source>Sheet survey, row {0}: '{1}' is of another type than in row {2}; rename one.</source>
        <translation>Feuille survey, ligne {0} : « {1} » est d'un autre type qu'à la ligne {2} ; renommez l'un des deux.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_form.py"/>
        <source>Sheet survey, row {0}: the {1} '{2}' has no end; add 'end_{1}'.</source>
        <translation>Feuille survey, ligne {0} : {1} « {2} » n'a pas de fin ; ajoutez « end_{1} ».</translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_form.py"/>
        <source>Sheet survey holds no questions; choose the XLSForm of the survey.</source>
        <translation>La feuille survey ne contient pas de questions ; choisissez le XLSForm de l'enquête.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_form.py"/>
        <source>Sheet survey, row {0}: '{1}' names no list of choices; add its name.</source>
        <translation>Feuille survey, ligne {0} : « {1} » ne nomme pas de liste de choix ; ajoutez son nom.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_form.py"/>
        <source>Sheet choices, row {0}: {1} is empty; fill it in.</source>
        <translation>Feuille choices, ligne {0} : {1} est vide ; remplissez-le.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_form.py"/>
        <source>Sheet {0} has no columns {1}; choose the XLSForm that the survey was made with.</source>
        <translation>La feuille {0} n'a pas les colonnes {1} ; choisissez le XLSForm avec lequel l'enquête a été faite.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_form.py"/>
        <source> and </source>
        <translation> et </translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_repeats.py"/>
        <source>Nothing tells which rows a repeat belongs to; it needs a column such as PARENT_KEY, _parent_index or _submission__uuid, and the main table KEY, _index or _uuid.</source>
        <translation>Rien ne dit à quelles lignes appartient une table répétée ; il lui faut une colonne comme PARENT_KEY, _parent_index ou _submission__uuid, et à la table principale KEY, _index ou _uuid.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/survey_repeats.py"/>
        <source>The repeat {0} gives {1} rows to one row of the table above, more than {2}; check the columns with the keys.</source>
        <translation>La table répétée {0} donne {1} lignes à une seule ligne de la table au-dessus, plus que {2} ; vérifiez les colonnes des clés.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/swallowed_rows.py"/>
        <source>{0} cannot be read beyond row {1}, and {2} lines follow: a quote is opened there and not closed; correct it and import again.</source>
        <translation>{0} ne peut pas être lu au-delà de la ligne {1}, et {2} lignes suivent : un guillemet y est ouvert et pas fermé ; corrigez-le et importez à nouveau.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'recode.{1}' has no vocabulary; recode one of {2}.</source>
        <translation>{0} : « recode.{1} » n'a pas de vocabulaire ; recodez l'un de {2}.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'recode.{1}.{2}' must be a code; correct it.</source>
        <translation>{0} : « recode.{1}.{2} » doit être un code ; corrigez-le.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'recode.{1}.{2}' is given twice with two codes; keep one.</source>
        <translation>{0} : « recode.{1}.{2} » est donné deux fois avec deux codes ; gardez-en un.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{name}: 'recode.{target}.{word}' is {part}, which is no code of {id}; choose one of {codes}.</source>
        <translation>{name} : « recode.{target}.{word} » est {part}, qui n'est pas un code de {id} ; choisissez l'un de {codes}.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{name}: 'actors.{place}' is {code}, which is no code of {id}; choose one of {codes}.</source>
        <translation>{name} : « actors.{place} » est {code}, qui n'est pas un code de {id} ; choisissez l'un de {codes}.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'units.{1}' is no count among 'columns'; counts are {2}.</source>
        <translation>{0} : « units.{1} » n'est pas un effectif parmi « columns » ; les effectifs sont {2}.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{name}: 'units.{key}' must be above 0 and at most a million, or one of {units}, not "{unit}".</source>
        <translation>{name} : « units.{key} » doit être supérieur à 0 et au plus un million, ou l'un de {units}, pas « {unit} ».</translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'constants.{1}' cannot be the same for all rows; choose among {2}.</source>
        <translation>{0} : « constants.{1} » ne peut pas être le même pour toutes les lignes ; choisissez parmi {2}.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'constants.{1}' is also given by '{2}'; keep one.</source>
        <translation>{0} : « constants.{1} » est aussi donné par « {2} » ; gardez-en un.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'constants.{1}' is empty; give a word or remove it.</source>
        <translation>{0} : « constants.{1} » est vide ; donnez un mot ou retirez-le.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'coordinates.{1}' is not known; use crs, decimal_comma, form and order.</source>
        <translation>{0} : « coordinates.{1} » n'est pas connu ; utilisez crs, decimal_comma, form et order.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'coordinates.crs' must be like EPSG:32735, not "{1}".</source>
        <translation>{0} : « coordinates.crs » doit être comme EPSG:32735, pas « {1} ».</translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{name}: 'coordinates.{key}' must be one of {options}, not "{word}".</source>
        <translation>{name} : « coordinates.{key} » doit être l'un de {options}, pas « {word} ».</translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'coordinates.order' is missing; say which comes first in a pair.</source>
        <translation>{0} : « coordinates.order » manque ; dites laquelle vient en premier dans une paire.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'coordinates.order' is for the form pair; remove it.</source>
        <translation>{0} : « coordinates.order » est pour la forme pair ; retirez-le.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'columns.{1}' is missing; coordinates of form {2} need it.</source>
        <translation>{0} : « columns.{1} » manque ; les coordonnées de la forme {2} en ont besoin.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'site_key_from' is for tables without 'columns.pcode'; keep one.</source>
        <translation>{0} : « site_key_from » est pour les tables sans « columns.pcode » ; gardez-en un.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'site_key_from' is empty; name columns such as name and admin2.</source>
        <translation>{0} : « site_key_from » est vide ; nommez des colonnes comme name et admin2.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/table_entries.py"/>
        <source>{0}: 'site_key_from.{1}' is not among 'columns'; add it there.</source>
        <translation>{0} : « site_key_from.{1} » n'est pas parmi « columns » ; ajoutez-le là.</translation>
    </message>
    <message>
        <location filename="../../../core/importing/text_file.py"/>
        <source>{0} cannot be read as delimited text ({1}); check it.</source>
        <translation>{0} ne peut pas être lu comme texte délimité ({1}) ; vérifiez-le.</translation>
    </message>
    <message>
        <location filename="../../../core/public/allow_list.py"/>
        <source>must be '{0}'</source>
        <translation>doit être « {0} »</translation>
    </message>
    <message>
        <location filename="../../../core/public/allow_list.py"/>
        <source>small letters, digits, - and _</source>
        <translation>des lettres minuscules, chiffres, - et _</translation>
    </message>
    <message>
        <location filename="../../../core/public/allow_list.py"/>
        <source>No allow-list fits the fields of INPUT; choose one of {0} as LIST, or give one of your own.</source>
        <translation>Aucune liste d'autorisation ne convient aux champs de INPUT ; choisissez parmi {0} pour LIST, ou donnez la vôtre.</translation>
    </message>
    <message>
        <location filename="../../../core/public/allow_list.py"/>
        <source>names the list itself; take it out</source>
        <translation>nomme la liste elle-même ; retirez-la</translation>
    </message>
    <message>
        <location filename="../../../core/public/allow_list.py"/>
        <source>is not passed by the rules; {0}</source>
        <translation>n'est pas laissé passer par les règles ; {0}</translation>
    </message>
    <message>
        <location filename="../../../core/public/allow_list.py"/>
        <source>another</source>
        <translation>un autre</translation>
    </message>
    <message>
        <location filename="../../../core/public/allow_list.py"/>
        <source>rule</source>
        <translation>règle</translation>
    </message>
    <message>
        <location filename="../../../core/public/allow_list.py"/>
        <source>repeats '{0}'; each field has one rule</source>
        <translation>répète « {0} » ; chaque champ a une seule règle</translation>
    </message>
    <message>
        <location filename="../../../core/public/allow_list.py"/>
        <source>must be a name, or * and at least {0} letters that names end with</source>
        <translation>doit être un nom, ou * et au moins {0} lettres par lesquelles finissent des noms</translation>
    </message>
    <message>
        <location filename="../../../core/public/allow_list.py"/>
        <source>names coordinates: the rule must be coordinate or drop</source>
        <translation>nomme des coordonnées : la règle doit être coordinate ou drop</translation>
    </message>
    <message>
        <location filename="../../../core/public/allow_list.py"/>
        <source>is the name of a field that the export writes itself; drop it</source>
        <translation>est le nom d'un champ que l'export écrit lui-même ; prenez la règle drop</translation>
    </message>
    <message>
        <location filename="../../../core/public/allow_list.py"/>
        <source>must rise</source>
        <translation>doit croître</translation>
    </message>
    <message>
        <location filename="../../../core/public/export.py"/>
        <source>K must be at least 1, not {0}; give the least number of sites of a group.</source>
        <translation>K doit valoir au moins 1, et non {0} ; donnez le nombre minimal de sites d'un groupe.</translation>
    </message>
    <message>
        <location filename="../../../core/public/export.py"/>
        <source>GROUP_FIELDS: INPUT has no field '{0}'; choose fields that it has.</source>
        <translation>GROUP_FIELDS : INPUT n'a pas de champ « {0} » ; choisissez des champs qu'il a.</translation>
    </message>
    <message>
        <location filename="../../../core/public/export.py"/>
        <source>GROUP_FIELDS: the allow-list does not pass '{0}', so that no group can be told by it; choose another field or extend the list.</source>
        <translation>GROUP_FIELDS : la liste d'autorisation ne laisse pas passer « {0} », qui ne peut donc pas désigner de groupe ; choisissez un autre champ ou étendez la liste.</translation>
    </message>
    <message>
        <location filename="../../../core/public/export.py"/>
        <source>The field '{0}' that groups are made of holds coordinates; drop it.</source>
        <translation>Le champ « {0} » dont les groupes sont faits contient des coordonnées ; écartez-le.</translation>
    </message>
    <message>
        <location filename="../../../core/public/export.py"/>
        <source>INPUT has no field that the allow-list '{0}' passes; choose another list.</source>
        <translation>INPUT n'a aucun champ que la liste d'autorisation « {0} » laisse passer ; choisissez une autre liste.</translation>
    </message>
    <message>
        <location filename="../../../core/public/grid.py"/>
        <source>GRID must be greater than 0 and at most {0:g} {1}, not {2:g}; give another size.</source>
        <translation>GRID doit être supérieur à 0 et valoir au plus {0:g} {1}, et non {2:g} ; donnez une autre taille.</translation>
    </message>
    <message>
        <location filename="../../../core/public/grid.py"/>
        <source>A GRID of {0:g} {1} hides nothing; give a size of at least a metre.</source>
        <translation>Une GRID de {0:g} {1} ne cache rien ; donnez une taille d'au moins un mètre.</translation>
    </message>
    <message>
        <location filename="../../../core/releases/changes.py"/>
        <source>{0} rows of the {1} have no pcode; give them one or take them out.</source>
        <translation>{0} lignes n'ont pas de pcode ({1}) ; donnez-leur-en un ou retirez-les.</translation>
    </message>
    <message>
        <location filename="../../../core/releases/sites.py"/>
        <source>old sites</source>
        <translation>anciens sites</translation>
    </message>
    <message>
        <location filename="../../../core/releases/sites.py"/>
        <source>new sites</source>
        <translation>nouveaux sites</translation>
    </message>
    <message>
        <location filename="../../../core/releases/sites.py"/>
        <source>The {0} have {1} more than once; keep one row for each pcode, as 'Import mine-site visits' writes them.</source>
        <translation>Les {0} ont {1} plus d'une fois ; gardez une ligne par pcode, comme les écrit « Importer des visites de sites miniers ».</translation>
    </message>
    <message>
        <location filename="../../../core/releases/update.py"/>
        <source>sites of the atlas</source>
        <translation>sites de l'atlas</translation>
    </message>
    <message>
        <location filename="../../../core/releases/update.py"/>
        <source>The new sites have no rows; give the whole table of the newer import.</source>
        <translation>Les nouveaux sites n'ont pas de lignes ; donnez toute la table de l'import plus récent.</translation>
    </message>
    <message>
        <location filename="../../../core/releases/update.py"/>
        <source>visits of the atlas</source>
        <translation>visites de l'atlas</translation>
    </message>
    <message>
        <location filename="../../../core/releases/update.py"/>
        <source>new visits</source>
        <translation>nouvelles visites</translation>
    </message>
    <message>
        <location filename="../../../core/releases/update.py"/>
        <source>The new visits have no rows; give the whole table of the newer import.</source>
        <translation>Les nouvelles visites n'ont pas de lignes ; donnez toute la table de l'import plus récent.</translation>
    </message>
    <message>
        <location filename="../../../core/releases/update.py"/>
        <source>The new sites share no pcode with those of the atlas, so that all of these would be removed; give a release of the same country, or keep what has vanished.</source>
        <translation>Les nouveaux sites n'ont aucun pcode en commun avec ceux de l'atlas, qui seraient donc tous retirés ; donnez une version du même pays, ou gardez ce qui a disparu.</translation>
    </message>
    <message>
        <location filename="../../../core/releases/visits.py"/>
        <source>old visits</source>
        <translation>anciennes visites</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/answers.py"/>
        <source>{0}: {1} answers count as unknown ({2}).</source>
        <translation>{0} : {1} réponses comptent comme inconnues ({2}).</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/answers.py"/>
        <source>actors: the classes {0} count as unknown.</source>
        <translation>actors : les classes {0} comptent comme inconnues.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/as_of.py"/>
        <source>The reference date '{0}' is not understood; write a date like 2026-05-31, '{1}' or '{2}'.</source>
        <translation>La date de référence « {0} » n'est pas comprise ; écrivez une date comme 2026-05-31, « {1} » ou « {2} ».</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/choice.py"/>
        <source>SITES holds the site {0} more than once; choose the layer with one row for each.</source>
        <translation>SITES contient le site {0} plus d'une fois ; choisissez la couche avec une ligne pour chacun.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/choice.py"/>
        <source>VISITS holds the visit {0} more than once; choose the layer with one row for each.</source>
        <translation>VISITS contient la visite {0} plus d'une fois ; choisissez la couche avec une ligne pour chacune.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/choice.py"/>
        <source>VISITS lacks {0} of the visits that SITES names (first: {1}); give both tables of the same import.</source>
        <translation>Il manque à VISITS {0} des visites que nomme SITES (la première : {1}) ; donnez les deux tables du même import.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/choice.py"/>
        <source>{0} visits have no date and are not scored (first: {1}).</source>
        <translation>{0} visites n'ont pas de date et ne sont pas évaluées (la première : {1}).</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/choice.py"/>
        <source>{0} visits are of sites that SITES lacks and are not scored (first: {1}).</source>
        <translation>{0} visites sont de sites qui manquent à SITES et ne sont pas évaluées (la première : {1}).</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/comparison.py"/>
        <source>Both indicators are {0}; choose two different ones.</source>
        <translation>Les deux indicateurs sont {0} ; choisissez-en deux différents.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/explain.py"/>
        <source>The scores were made by the scheme '{0}', not by '{1}'; choose that scheme or its file.</source>
        <translation>Les scores ont été faits par le barème « {0} », pas par « {1} » ; choisissez ce barème ou son fichier.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/explain.py"/>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/explain.py"/>
        <source>The cell {0} does not hold reasons; score the sites again.</source>
        <translation>La cellule {0} ne contient pas de raisons ; évaluez les sites à nouveau.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/groups.py"/>
        <source>{0} rows count in several groups, so the groups add up to more than the total.</source>
        <translation>{0} lignes comptent dans plusieurs groupes ; la somme des groupes dépasse donc le total.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/groups.py"/>
        <source>{0} rows lie in several polygons and count in each.</source>
        <translation>{0} lignes sont dans plusieurs polygones et comptent dans chacun.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/groups.py"/>
        <source>{0} groups are in the tables but not on the map, because no polygon, or more than one, has their name: {1}; correct the names or group by polygon.</source>
        <translation>{0} groupes sont dans les tables mais pas sur la carte, parce qu'aucun polygone, ou plus d'un, n'a leur nom : {1} ; corrigez les noms ou groupez par polygone.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/groups.py"/>
        <source>{0} groups join names that differ in letter case, accents or hyphens only.</source>
        <translation>{0} groupes réunissent des noms qui ne diffèrent que par la casse, les accents ou les traits d'union.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>1 to 40 lower-case letters, digits and underscores</source>
        <translation>1 à 40 lettres minuscules, chiffres et tirets bas</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must be 1, the only layout this version reads</source>
        <translation>doit être 1, la seule structure que lit cette version</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>1 to 40 lower-case letters, digits, - and _</source>
        <translation>1 à 40 lettres minuscules, chiffres, - et _</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>give '{0}' more than {1} codes; leave some out</source>
        <translation>donnent à « {0} » plus de {1} codes ; laissez-en de côté</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>levels</source>
        <translation>niveaux</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must hold at most {0} levels</source>
        <translation>doit contenir au plus {0} niveaux</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>cannot be '{0}', which is no level; choose another word</source>
        <translation>ne peut pas être « {0} », qui n'est pas un niveau ; choisissez un autre mot</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>repeats '{0}'; levels must differ</source>
        <translation>répète « {0} » ; les niveaux doivent être différents</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>a colour like #2c7bb6</source>
        <translation>une couleur comme #2c7bb6</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must hold {0} cuts between the {1} levels, not {2}</source>
        <translation>doit contenir {0} seuils entre les {1} niveaux, pas {2}</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must rise from above 0 to at most 100</source>
        <translation>doit croître de plus de 0 à 100 au plus</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must hold two numbers of years: fresh up to, ageing up to</source>
        <translation>doit contenir deux nombres d'années : récente jusqu'à, vieillissante jusqu'à</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>is no status; use {0}</source>
        <translation>n'est pas un statut ; utilisez {0}</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must be at least 1, or null for no end</source>
        <translation>doit être au moins 1, ou null pour sans fin</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>is missing; give its kind and conduct, or unknown and no_data</source>
        <translation>manque ; donnez son kind et son conduct, ou unknown et no_data</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>dimension</source>
        <translation>dimension</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>repeats '{0}'; each dimension stands once</source>
        <translation>répète « {0} » ; chaque dimension figure une seule fois</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>cannot be '{0}', whose columns would be called like others; rename it</source>
        <translation>ne peut pas être « {0} », dont les colonnes porteraient le nom d'autres ; renommez-la</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>item</source>
        <translation>question</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>repeats '{0}'; each variable stands once</source>
        <translation>répète « {0} » ; chaque variable figure une seule fois</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must name an item further up</source>
        <translation>doit nommer une question placée plus haut</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must be at most {0}, the number of items</source>
        <translation>doit être au plus {0}, le nombre de questions</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>does not fit '{0}'; give '{1}'</source>
        <translation>ne convient pas à « {0} » ; donnez « {1} »</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>has {0} answers; at most {1} are allowed</source>
        <translation>a {0} réponses ; {1} au plus sont permises</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must hold the points of every answer, {0:g} to {1:g}</source>
        <translation>doit contenir les points de chaque réponse, {0:g} à {1:g}</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>has no effect where the lowest item decides; take it out</source>
        <translation>n'a pas d'effet là où décide la question la plus basse ; retirez-le</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must be above 0; take the item out to ignore it</source>
        <translation>doit être supérieur à 0 ; pour ignorer la question, retirez-la</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>a country code of three capital letters, such as COD</source>
        <translation>un code de pays de trois lettres majuscules, comme COD</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>is no answer here</source>
        <translation>n'est pas une réponse ici</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>is missing; give its points, or null for unknown</source>
        <translation>manque ; donnez ses points, ou null pour inconnu</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>{0}; use {1}</source>
        <translation>{0} ; utilisez {1}</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>letters, digits and underscores</source>
        <translation>des lettres, chiffres et tirets bas</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>step</source>
        <translation>palier</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must be 0, so that every count has a step</source>
        <translation>doit être 0, pour que chaque effectif ait un palier</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must be above {0:g}, the step before</source>
        <translation>doit être supérieur à {0:g}, le palier précédent</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must name at least one variable</source>
        <translation>doit nommer au moins une variable</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>is a count; conditions need a variable with codes</source>
        <translation>est un effectif ; les conditions demandent une variable à codes</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>holds {0!r}</source>
        <translation>contient {0!r}</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>names no variable '{0}'; {1}</source>
        <translation>ne nomme pas de variable « {0} » ; {1}</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must be one number or [lowest, highest]</source>
        <translation>doit être un nombre ou [le plus bas, le plus haut]</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scheme.py"/>
        <source>must be [lowest, highest], not [{0:g}, {1:g}]</source>
        <translation>doit être [le plus bas, le plus haut], pas [{0:g}, {1:g}]</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scored_answers.py"/>
        <source>The scores were made by the scheme {stated}, not by {id} {version} ({hash}); choose the scheme that made them, or score again.</source>
        <translation>Les scores ont été faits par le barème {stated}, pas par {id} {version} ({hash}) ; choisissez le barème qui les a faits, ou évaluez à nouveau.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scored_answers.py"/>
        <source>The scores do not say by which scheme they were made (scheme_hash is empty in {0} rows); use the output of 'Responsible mining scorecard'.</source>
        <translation>Les scores ne disent pas par quel barème ils ont été faits (scheme_hash est vide dans {0} lignes) ; utilisez le résultat de la « Fiche d'évaluation de l'exploitation responsable ».</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scored_answers.py"/>
        <source>{0} levels of {1} in the scores are not those of their reasons; score again, the table has been edited.</source>
        <translation>{0} niveaux de {1} dans les scores ne sont pas ceux de leurs raisons ; évaluez à nouveau, la table a été modifiée.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scored_answers.py"/>
        <source>The reasons of {0} cannot be read ({1!r}); score again with 'Responsible mining scorecard'.</source>
        <translation>Les raisons de {0} ne peuvent pas être lues ({1!r}) ; évaluez à nouveau avec la « Fiche d'évaluation de l'exploitation responsable ».</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scored_answers.py"/>
        <source>The reasons of {0} name a cap that the scheme {1} does not have; score again.</source>
        <translation>Les raisons de {0} nomment un plafond que le barème {1} n'a pas ; évaluez à nouveau.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/scored_answers.py"/>
        <source>The points of {0} in the reasons of {1} are not those of the scheme {2}; score again, the table has been edited.</source>
        <translation>Les points de {0} dans les raisons de {1} ne sont pas ceux du barème {2} ; évaluez à nouveau, la table a été modifiée.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/sensitivity.py"/>
        <source>The number of draws must lie between 1 and {0:,}, not {1}.</source>
        <translation>Le nombre de tirages doit être entre 1 et {0:,}, pas {1}.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/sensitivity.py"/>
        <source>The spread must lie above 0 and below 1, not {0:g}.</source>
        <translation>La dispersion doit être supérieure à 0 et inférieure à 1, pas {0:g}.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/sensitivity.py"/>
        <source>The seed must be 0 or more, not {0}.</source>
        <translation>La graine doit être 0 ou plus, pas {0}.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/site_facts.py"/>
        <source>The {0} of {1} sites is not known: SITES speaks of another visit than SCORES; give the table VISITS.</source>
        <translation>{0} n'est pas connu pour {1} sites : SITES parle d'une autre visite que SCORES ; donnez la table VISITS.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/site_facts.py"/>
        <source>Nothing is known of {0}: give the tables SITES or VISITS of the same import.</source>
        <translation>Rien n'est connu de {0} : donnez les tables SITES ou VISITS du même import.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/site_facts.py"/>
        <source>{0} holds {1} more than once in {2}; choose the layer with one row for each.</source>
        <translation>{0} contient {1} plus d'une fois dans {2} ; choisissez la couche avec une ligne pour chacun.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/standing.py"/>
        <source>SCORES mixes scores that cannot be compared ({0}: {1}); filter the layer to one of them.</source>
        <translation>SCORES mêle des scores qui ne peuvent pas être comparés ({0} : {1}) ; filtrez la couche pour n'en garder qu'un.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/standing.py"/>
        <source>The field state of SCORES must be one of {0}, not '{1}' (in {2} rows); use the output of 'Responsible mining scorecard'.</source>
        <translation>Le champ state de SCORES doit être l'un de {0}, pas « {1} » (dans {2} lignes) ; utilisez le résultat de la « Fiche d'évaluation de l'exploitation responsable ».</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/standing.py"/>
        <source>The field {dimension}_{part} of SCORES holds {value}, but the scheme has the levels 1 to {n_levels}; choose the scheme that the scores were made with.</source>
        <translation>Le champ {dimension}_{part} de SCORES contient {value}, mais le barème a les niveaux 1 à {n_levels} ; choisissez le barème avec lequel les scores ont été faits.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/step_table.py"/>
        <source>A step takes from 1 to {0} answers, not {1}.</source>
        <translation>Une étape prend de 1 à {0} réponses, pas {1}.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/step_table.py"/>
        <source>Answers are old after 0 to 100 years, not {0}.</source>
        <translation>Les réponses sont anciennes après 0 à 100 ans, pas {0}.</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/step_words.py"/>
        <source>must be {0}</source>
        <translation>doit être {0}</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/step_words.py"/>
        <source>names no variable</source>
        <translation>ne nomme pas de variable</translation>
    </message>
    <message>
        <location filename="../../../core/scorecard/step_words.py"/>
        <source>is no answer to '{0}'</source>
        <translation>n'est pas une réponse à « {0} »</translation>
    </message>
    <message>
        <location filename="../../../core/series_index.py"/>
        <source>{0} is not an index of this version of ASM Atlas.</source>
        <translation>{0} n'est pas un index de cette version d'ASM Atlas.</translation>
    </message>
    <message>
        <location filename="../../../core/series_index.py"/>
        <source>{0} holds numbers of maps that are none.</source>
        <translation>{0} contient des numéros de cartes qui n'en sont pas.</translation>
    </message>
    <message>
        <location filename="../../../core/series_index.py"/>
        <source>{0}; move it away to begin the series anew, or choose another folder.</source>
        <translation>{0} ; déplacez-le pour recommencer la série, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../../../core/series_index.py"/>
        <source>{0} names a file outside its folder ('{1}').</source>
        <translation>{0} nomme un fichier hors de son dossier (« {1} »).</translation>
    </message>
    <message>
        <location filename="../../../core/vocabulary.py"/>
        <source>{0}: 'terms' gives a code twice; codes must be unique.</source>
        <translation>{0} : « terms » donne un code deux fois ; les codes doivent être uniques.</translation>
    </message>
    <message>
        <location filename="../../../core/vocabulary.py"/>
        <source>{0}: the word '{1}' stands for two codes; keep one.</source>
        <translation>{0} : le mot « {1} » représente deux codes ; gardez-en un.</translation>
    </message>
    <message>
        <location filename="../../../core/vocabulary.py"/>
        <source>{0}: '{1}.codes' names {2}, which is no term; add it.</source>
        <translation>{0} : « {1}.codes » nomme {2}, qui n'est pas un terme ; ajoutez-le.</translation>
    </message>
</context>
</TS>
