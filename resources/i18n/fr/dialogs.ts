<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AsmAtlas</name>
    <message>
        <location filename="../../../dialogs/bars.py"/>
        <source>Share in the indicator: {0}</source>
        <translation>Part dans l'indicateur : {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/cut_bar.py"/>
        <source>Drag a cut, or choose one with up and down and move it with left and right.</source>
        <translation>Glissez un seuil, ou choisissez-en un avec haut et bas et déplacez-le avec gauche et droite.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/cut_bar.py"/>
        <source>Cut-offs between the levels</source>
        <translation>Seuils entre les niveaux</translation>
    </message>
    <message>
        <location filename="../../../dialogs/demo_folder.py"/>
        <source>ASM Atlas: open the demo</source>
        <translation>ASM Atlas : ouvrir la démo</translation>
    </message>
    <message>
        <location filename="../../../dialogs/demo_folder.py"/>
        <source>Folder of the demo</source>
        <translation>Dossier de la démo</translation>
    </message>
    <message>
        <location filename="../../../dialogs/demo_folder.py"/>
        <source>&amp;Make and open it</source>
        <translation>La &amp;créer et l'ouvrir</translation>
    </message>
    <message>
        <location filename="../../../dialogs/demo_folder.py"/>
        <source>Open the &amp;earlier one</source>
        <translation>Ouvrir la &amp;précédente</translation>
    </message>
    <message>
        <location filename="../../../dialogs/demo_folder.py"/>
        <source>The demo is a project of a fictional country with 300 mine sites: imported, scored, set against protected areas and titles. It is made in a folder of yours, in less than a minute.</source>
        <translation>La démo est le projet d'un pays fictif de 300 sites miniers : importés, évalués, confrontés aux aires protégées et aux titres. Elle est créée dans un dossier à vous, en moins d'une minute.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/demo_folder.py"/>
        <source>&amp;Folder</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <location filename="../../../dialogs/demo_folder.py"/>
        <source>An earlier demo is in {0}.</source>
        <translation>Une démo précédente se trouve dans {0}.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/demo_project.py"/>
        <source>Making the demo of ASM Atlas</source>
        <translation>Création de la démo d'ASM Atlas</translation>
    </message>
    <message>
        <location filename="../../../dialogs/demo_project.py"/>
        <source>The demo is in {0}; open {1} when you like.</source>
        <translation>La démo est dans {0} ; ouvrez {1} quand vous voulez.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/demo_project.py"/>
        <source>ASM Atlas</source>
        <translation>ASM Atlas</translation>
    </message>
    <message>
        <location filename="../../../dialogs/help_pages.py"/>
        <source>The help pages are not built; run 'make help' in the folder of the plugin, or install the plugin from its zip.</source>
        <translation>Les pages d'aide ne sont pas construites ; lancez « make help » dans le dossier de l'extension, ou installez l'extension depuis son zip.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/help_pages.py"/>
        <source>No program opens web pages here; open {0} with a browser.</source>
        <translation>Aucun programme n'ouvre ici les pages web ; ouvrez {0} avec un navigateur.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/help_pages.py"/>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <location filename="../../../dialogs/help_pages.py"/>
        <source>ASM Atlas: help</source>
        <translation>ASM Atlas : aide</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_column_table.py"/>
        <source>Columns of the atlas and of the table</source>
        <translation>Colonnes de l'atlas et de la table</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_column_table.py"/>
        <source>In the atlas</source>
        <translation>Dans l'atlas</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_column_table.py"/>
        <source>Column of the table</source>
        <translation>Colonne de la table</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_column_table.py"/>
        <source>For example</source>
        <translation>Par exemple</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_column_table.py"/>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_column_table.py"/>
        <source>made of other columns:</source>
        <translation>formée d'autres colonnes :</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_column_table.py"/>
        <source>Site key made of</source>
        <translation>Clé du site formée de</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_column_table.py"/>
        <source>the same for all rows:</source>
        <translation>la même pour toutes les lignes :</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_column_table.py"/>
        <source>{0}, for all rows</source>
        <translation>{0}, pour toutes les lignes</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_column_table.py"/>
        <source>{0} (not in the table)</source>
        <translation>{0} (absente de la table)</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>What was found; nothing is written so far</source>
        <translation>Ce qui a été constaté ; rien n'est encore écrit</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>error</source>
        <translation>erreur</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>info</source>
        <translation>information</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Summary by rule</source>
        <translation>Résumé par règle</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Finding</source>
        <translation>Constat</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Value as written</source>
        <translation>Valeur telle qu'écrite</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>What was done</source>
        <translation>Ce qui a été fait</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>all</source>
        <translation>tous</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>site, column, value …</source>
        <translation>site, colonne, valeur …</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>&amp;Zoom to</source>
        <translation>&amp;Zoomer sur</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Centre the map on the finding chosen, where it has a location.</source>
        <translation>Centrer la carte sur le constat choisi, s'il a une position.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Sa&amp;ve findings…</source>
        <translation>Enregistrer les &amp;constats…</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>&amp;Severity</source>
        <translation>&amp;Gravité</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>R&amp;ule</source>
        <translation>&amp;Règle</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>&amp;With the words</source>
        <translation>A&amp;vec les mots</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Choose a rule to see its findings alone.</source>
        <translation>Choisissez une règle pour ne voir que ses constats.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>{0} of {1} findings shown</source>
        <translation>{0} constats affichés sur {1}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>Save findings</source>
        <translation>Enregistrer les constats</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>{0} cannot be written: {1}</source>
        <translation>{0} ne peut pas être écrit : {1}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>{0} is written.</source>
        <translation>{0} est écrit.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_findings_page.py"/>
        <source>{n_rows} rows = {n_visits} visits ({n_third_party} told by third parties) + {n_statuses} status decisions + {n_rejected} rejected. {n_sites} sites, {n_actors} actors, {n_findings} findings.</source>
        <translation>{n_rows} lignes = {n_visits} visites (dont {n_third_party} rapportées par des tiers) + {n_statuses} décisions de statut + {n_rejected} rejetées. {n_sites} sites, {n_actors} acteurs, {n_findings} constats.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>State of the import</source>
        <translation>État de l'import</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>Cop&amp;y the command</source>
        <translation>Cop&amp;ier la commande</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>The same import for qgis_process, to be run without a window.</source>
        <translation>Le même import pour qgis_process, à exécuter sans fenêtre.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>The profile cannot be written: {0}</source>
        <translation>Le profil ne peut pas être écrit : {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>Writing …</source>
        <translation>Écriture …</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>Stopping …</source>
        <translation>Arrêt en cours …</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>The import was stopped; nothing was written.</source>
        <translation>L'import a été arrêté ; rien n'a été écrit.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>Imported</source>
        <translation>Importé</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>The mapping is kept in {0}; open it for the next table of this kind.</source>
        <translation>La correspondance est gardée dans {0} ; ouvrez-la pour la prochaine table de ce genre.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>The source has changed since the findings were shown; look at the layer of findings.</source>
        <translation>La source a changé depuis l'affichage des constats ; regardez la couche des constats.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>The layers are in the project and go when QGIS closes; export those to keep.</source>
        <translation>Les couches sont dans le projet et disparaissent à la fermeture de QGIS ; exportez celles à garder.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_finish_page.py"/>
        <source>Written to {0}; the layers are in the project.</source>
        <translation>Écrit dans {0} ; les couches sont dans le projet.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>as each value tells</source>
        <translation>selon chaque valeur</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>decimal degrees or metres</source>
        <translation>degrés décimaux ou mètres</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>degrees, minutes, seconds</source>
        <translation>degrés, minutes, secondes</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>both in the geometry column</source>
        <translation>les deux dans la colonne de géométrie</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>WKT in the geometry column</source>
        <translation>WKT dans la colonne de géométrie</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>longitude, latitude</source>
        <translation>longitude, latitude</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>latitude, longitude</source>
        <translation>latitude, longitude</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>degrees (EPSG:4326)</source>
        <translation>degrés (EPSG:4326)</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>comma: 1,5</source>
        <translation>virgule : 1,5</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>point: 1.5</source>
        <translation>point : 1.5</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>as the whole column tells</source>
        <translation>selon toute la colonne</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>day first: 31/12/2021</source>
        <translation>jour d'abord : 31/12/2021</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>month first: 12/31/2021</source>
        <translation>mois d'abord : 12/31/2021</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>comma</source>
        <translation>virgule</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>semicolon</source>
        <translation>point-virgule</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>slash</source>
        <translation>barre oblique</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>blank</source>
        <translation>espace</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>bar</source>
        <translation>barre verticale</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>Coordin&amp;ates are written as</source>
        <translation>Les coordonn&amp;ées sont écrites en</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>Or&amp;der of a pair</source>
        <translation>Or&amp;dre d'une paire</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>Coordinate s&amp;ystem</source>
        <translation>S&amp;ystème de coordonnées</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>Dates and numbers</source>
        <translation>Dates et nombres</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>Da&amp;tes</source>
        <translation>Da&amp;tes</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>Deci&amp;mals</source>
        <translation>Déci&amp;males</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>Lists in one column, separated by</source>
        <translation>Listes dans une colonne, séparées par</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_format_form.py"/>
        <source>Counted in</source>
        <translation>Compté en</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_job.py"/>
        <source>The work broke off; the Python messages of QGIS say why.</source>
        <translation>Le travail s'est interrompu ; les messages Python de QGIS disent pourquoi.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Site key (pcode) – needed</source>
        <translation>Clé du site (pcode) – obligatoire</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Site name</source>
        <translation>Nom du site</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Province</source>
        <translation>Province</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Territory</source>
        <translation>Territoire</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Chiefdom or sector</source>
        <translation>Chefferie ou secteur</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Grouping</source>
        <translation>Groupement</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Village</source>
        <translation>Village</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Date of visit</source>
        <translation>Date de visite</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Team reached the site</source>
        <translation>L'équipe a atteint le site</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Why not reached</source>
        <translation>Pourquoi non atteint</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Row number</source>
        <translation>Numéro de ligne</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Longitude or easting</source>
        <translation>Longitude ou abscisse</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Latitude or northing</source>
        <translation>Latitude ou ordonnée</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Geometry, or both coordinates</source>
        <translation>Géométrie, ou les deux coordonnées</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>How located</source>
        <translation>Mode de localisation</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Minerals</source>
        <translation>Minerais</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Miners</source>
        <translation>Creuseurs</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Children under 15 work</source>
        <translation>Des enfants de moins de 15 ans travaillent</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Number of children</source>
        <translation>Nombre d'enfants</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Children's work</source>
        <translation>Travail des enfants</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Women work</source>
        <translation>Des femmes travaillent</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Number of women</source>
        <translation>Nombre de femmes</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Women's work</source>
        <translation>Travail des femmes</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Mercury used</source>
        <translation>Mercure utilisé</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>3T site</source>
        <translation>Site 3T</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Gold site</source>
        <translation>Site d'or</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Access, dry season</source>
        <translation>Accès, saison sèche</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Access, wet season</source>
        <translation>Accès, saison des pluies</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Mechanisation</source>
        <translation>Mécanisation</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>People injured</source>
        <translation>Personnes blessées</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>People killed</source>
        <translation>Personnes tuées</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Armed presence</source>
        <translation>Présence armée</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Armed interference</source>
        <translation>Ingérence armée</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Class of actor</source>
        <translation>Classe d'acteur</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Actor: name</source>
        <translation>Acteur : nom</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Actor: class</source>
        <translation>Acteur : classe</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Classes of all actors</source>
        <translation>Classes de tous les acteurs</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Frequency of actor</source>
        <translation>Fréquence de l'acteur</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Actor: frequency</source>
        <translation>Acteur : fréquence</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>State services</source>
        <translation>Services de l'État</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Traceability</source>
        <translation>Traçabilité</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Traceability programme</source>
        <translation>Programme de traçabilité</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Qualification</source>
        <translation>Qualification</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>taxation</source>
        <translation>taxation</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>taxation of trade</source>
        <translation>taxation du commerce</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>taxation at the entrance</source>
        <translation>taxation à l'entrée</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>monopoly</source>
        <translation>monopole</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>buying minerals</source>
        <translation>achat de minerais</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>digging</source>
        <translation>creusage</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>forced labour</source>
        <translation>travail forcé</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>pillaging</source>
        <translation>pillage</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>pit ownership</source>
        <translation>propriété de puits</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Actor: {0}</source>
        <translation>Acteur : {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>&amp;Columns</source>
        <translation>&amp;Colonnes</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>&amp;Words</source>
        <translation>&amp;Mots</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Mapping</source>
        <translation>Correspondance</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Visit</source>
        <translation>Visite</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Armed and state actors</source>
        <translation>Acteurs armés et étatiques</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>State services, programmes, status</source>
        <translation>Services de l'État, programmes, statut</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>&amp;Formats</source>
        <translation>&amp;Formats</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Say which column is the site key, or choose 'made of other columns' and of which.</source>
        <translation>Indiquez quelle colonne est la clé du site, ou choisissez « formée d'autres colonnes » et lesquelles.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Say which column names the actor; {0} belongs to it.</source>
        <translation>Indiquez quelle colonne nomme l'acteur ; {0} s'y rapporte.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Give both longitude and latitude, or neither.</source>
        <translation>Donnez la longitude et la latitude, ou aucune des deux.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>Write what is the same for all rows: {0}.</source>
        <translation>Écrivez ce qui est le même pour toutes les lignes : {0}.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping.py"/>
        <source>&amp;Words ({0} unknown)</source>
        <translation>&amp;Mots ({0} inconnus)</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>How the columns are read</source>
        <translation>Comment les colonnes sont lues</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>Profile recognised</source>
        <translation>Profil reconnu</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>What is still needed</source>
        <translation>Ce qui manque encore</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>O&amp;pen profile…</source>
        <translation>O&amp;uvrir un profil…</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>&amp;Save profile…</source>
        <translation>&amp;Enregistrer le profil…</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>Read as</source>
        <translation>Lire comme</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>&amp;Read as</source>
        <translation>&amp;Lire comme</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>Reading {0} …</source>
        <translation>Lecture de {0} …</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>Another table: map its columns</source>
        <translation>Une autre table : faire correspondre ses colonnes</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>An atlas: taken as it is</source>
        <translation>Un atlas : pris tel quel</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>The mapping</source>
        <translation>La correspondance</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>Looking at the columns …</source>
        <translation>Examen des colonnes …</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>Open a profile</source>
        <translation>Ouvrir un profil</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>Save the profile</source>
        <translation>Enregistrer le profil</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>Read as the profile {0} says.</source>
        <translation>Lu comme le dit le profil {0}.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>{0} is written; it can be used in batch and shared.</source>
        <translation>{0} est écrit ; il peut servir en lot et être partagé.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>Trying the import …</source>
        <translation>Essai de l'import …</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_mapping_page.py"/>
        <source>Still needed: {0}</source>
        <translation>Manque encore : {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_more_sources.py"/>
        <source>Seldom needed: repeat tables, gazetteer</source>
        <translation>Rarement utiles : tables répétées, répertoire toponymique</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_more_sources.py"/>
        <source>Tables of a survey's repeat groups, such as one row for each actor. Those in the same workbook as the visits are found without.</source>
        <translation>Tables des groupes répétés d'une enquête, par exemple une ligne par acteur. Celles du même classeur que les visites sont trouvées sans cela.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_more_sources.py"/>
        <source>Named places; they place sites without a location by name, where only one can be meant.</source>
        <translation>Lieux nommés ; ils situent par leur nom les sites sans position, là où un seul lieu est possible.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_more_sources.py"/>
        <source>Repeat tabl&amp;es</source>
        <translation>Tables répété&amp;es</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_more_sources.py"/>
        <source>Ga&amp;zetteer</source>
        <translation>Répertoire toponymi&amp;que</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_more_sources.py"/>
        <source>{0}: choose files</source>
        <translation>{0} : choisissez des fichiers</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_more_sources.py"/>
        <source>Tables</source>
        <translation>Tables</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_more_sources.py"/>
        <source>There is no file {0}; choose another.</source>
        <translation>Il n'y a pas de fichier {0} ; choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_preview.py"/>
        <source>(not used)</source>
        <translation>(non utilisé)</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_preview.py"/>
        <source>Written in the source: {0}</source>
        <translation>Écrit dans la source : {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_preview.py"/>
        <source>Empty there</source>
        <translation>Vide dans la source</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_preview.py"/>
        <source>Table shown</source>
        <translation>Table affichée</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_preview.py"/>
        <source>First rows as they will come out</source>
        <translation>Premières lignes telles qu'elles sortiront</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_preview.py"/>
        <source>State of the preview</source>
        <translation>État de l'aperçu</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_preview.py"/>
        <source>Pre&amp;view of</source>
        <translation>Aperç&amp;u de</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_preview.py"/>
        <source>There is nothing to show yet.</source>
        <translation>Il n'y a encore rien à montrer.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_preview.py"/>
        <source>{0} of {1} rows.</source>
        <translation>{0} lignes sur {1}.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_preview.py"/>
        <source>Bold: written otherwise in the source; the tooltip says how.</source>
        <translation>Gras : écrit autrement dans la source ; l'infobulle dit comment.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>Recognised by its columns</source>
        <translation>Reconnu à ses colonnes</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>Chosen by you</source>
        <translation>Choisi par vous</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>{0}: {1}, version {2}. It knows {3} of the {4} columns.</source>
        <translation>{0} : {1}, version {2}. Il connaît {3} des {4} colonnes.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>Not in the table: {0}.</source>
        <translation>Absent de la table : {0}.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>The columns are read as chosen below. Suggestions are guesses: look at each.</source>
        <translation>Les colonnes sont lues comme choisi ci-dessous. Les suggestions sont des hypothèses : vérifiez chacune.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>No profile knows these columns.</source>
        <translation>Aucun profil ne connaît ces colonnes.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>Not used so far: {0}.</source>
        <translation>Pas encore utilisé : {0}.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>These are the visits of an atlas. They are taken as they are, so there is nothing to map; actors, statuses and sites that lie beside them are read as well. Sites are worked out anew: what you corrected in the visits comes through, all else stays.</source>
        <translation>Ce sont les visites d'un atlas. Elles sont prises telles quelles, il n'y a donc rien à faire correspondre ; les acteurs, les statuts et les sites placés à côté sont lus aussi. Les sites sont recalculés : ce que vous avez corrigé dans les visites est repris, le reste ne change pas.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>known sites</source>
        <translation>sites connus</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>administrative units</source>
        <translation>unités administratives</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>gazetteer</source>
        <translation>répertoire toponymique</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>survey form</source>
        <translation>formulaire d'enquête</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>repeat tables</source>
        <translation>tables répétées</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>repair of locations</source>
        <translation>correction des positions</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>Not used for an atlas: {0}.</source>
        <translation>Non utilisé pour un atlas : {0}.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_profile_words.py"/>
        <source>{0} and {1} more</source>
        <translation>{0} et {1} de plus</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>What to import</source>
        <translation>Quoi importer</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>&amp;Layer of the project</source>
        <translation>Couche du pro&amp;jet</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Choose a table of visits</source>
        <translation>Choisissez une table de visites</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Tables and layers</source>
        <translation>Tables et couches</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Sites of an earlier import; they place sites without a location, by pcode or by name.</source>
        <translation>Sites d'un import précédent ; ils situent les sites sans position, par pcode ou par nom.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Provinces or territories; locations outside their own are findings.</source>
        <translation>Provinces ou territoires ; les positions hors de leur propre unité sont des constats.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>The form of a survey made with KoboToolbox or ODK; it gives names and labels.</source>
        <translation>Le formulaire d'une enquête faite avec KoboToolbox ou ODK ; il donne les noms et les libellés.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>&amp;Repair doubtful locations; each repair is a finding</source>
        <translation>Corri&amp;ger les positions douteuses ; chaque correction est un constat</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>&amp;GeoPackage</source>
        <translation>Geo&amp;Package</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>&amp;Temporary layers, gone when QGIS closes</source>
        <translation>Couches &amp;temporaires, perdues à la fermeture de QGIS</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Write to</source>
        <translation>Écrire dans</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Tables replaced: {0}. To take in a newer release, use 'Update an atlas'.</source>
        <translation>Tables remplacées : {0}. Pour intégrer une version plus récente, utilisez « Mettre à jour un atlas ».</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Choose a table of visits to mine sites, or drop a file on this window. Nothing is written before the last page.</source>
        <translation>Choisissez une table de visites de sites miniers, ou déposez un fichier sur cette fenêtre. Rien n'est écrit avant la dernière page.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>T&amp;able in the file</source>
        <translation>T&amp;able dans le fichier</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>If you have them</source>
        <translation>Si vous en disposez</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>&amp;Known sites</source>
        <translation>Sites &amp;connus</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Administrative &amp;units</source>
        <translation>&amp;Unités administratives</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Survey f&amp;orm</source>
        <translation>F&amp;ormulaire d'enquête</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Layer of the project</source>
        <translation>Couche du projet</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Re&amp;place the atlas tables in {0}; its other tables stay</source>
        <translation>Re&amp;mplacer les tables de l'atlas dans {0} ; ses autres tables restent</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Layers of the project that show {0} will show what is imported now: {1}.</source>
        <translation>Les couches du projet qui montrent {0} montreront ce qui est importé maintenant : {1}.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Choose a layer of the project, or a file.</source>
        <translation>Choisissez une couche du projet, ou un fichier.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>The layer {0} cannot be read.</source>
        <translation>La couche {0} ne peut pas être lue.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Choose a file, or a layer of the project.</source>
        <translation>Choisissez un fichier, ou une couche du projet.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>There is no file {0}; check the path.</source>
        <translation>Il n'y a pas de fichier {0} ; vérifiez le chemin.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>{0} holds no table that QGIS can read; choose another file.</source>
        <translation>{0} ne contient aucune table lisible par QGIS ; choisissez un autre fichier.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>The table {0} cannot be read; choose another.</source>
        <translation>La table {0} ne peut pas être lue ; choisissez-en une autre.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>There is no form {0}; check the path.</source>
        <translation>Il n'y a pas de formulaire {0} ; vérifiez le chemin.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>Choose a GeoPackage to write to.</source>
        <translation>Choisissez un GeoPackage où écrire.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>The folder of {0} does not exist; choose another.</source>
        <translation>Le dossier de {0} n'existe pas ; choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>{0} is what is read; write to another file.</source>
        <translation>{0} est le fichier lu ; écrivez dans un autre fichier.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_source_page.py"/>
        <source>{0} is there already: allow to replace its tables, or write to another file.</source>
        <translation>{0} existe déjà : autorisez le remplacement de ses tables, ou écrivez dans un autre fichier.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>Words of</source>
        <translation>Mots de</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>Words and their codes</source>
        <translation>Mots et leurs codes</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>Word in the table</source>
        <translation>Mot dans la table</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>Known</source>
        <translation>Connu</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>W&amp;ords of</source>
        <translation>M&amp;ots de</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>chosen here</source>
        <translation>choisi ici</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>yes, other spelling</source>
        <translation>oui, autre orthographe</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>by a part of it</source>
        <translation>par une partie du mot</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>no: counts as other or unknown</source>
        <translation>non : compte comme autre ou inconnu</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>{0} ({1} unknown)</source>
        <translation>{0} ({1} inconnus)</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>{0} is read as</source>
        <translation>{0} est lu comme</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>{0} more words are not shown.</source>
        <translation>{0} autres mots ne sont pas affichés.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>not known: choose a code</source>
        <translation>inconnu : choisissez un code</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_value_table.py"/>
        <source>as the vocabulary says</source>
        <translation>comme le dit le vocabulaire</translation>
    </message>
    <message>
        <location filename="../../../dialogs/import_wizard.py"/>
        <source>ASM Atlas: import mine-site visits</source>
        <translation>ASM Atlas : importer des visites de sites miniers</translation>
    </message>
    <message>
        <location filename="../../../dialogs/level_chart.py"/>
        <source>Sites by level, before and after</source>
        <translation>Sites par niveau, avant et après</translation>
    </message>
    <message>
        <location filename="../../../dialogs/level_panels.py"/>
        <source>not scored</source>
        <translation>non évalués</translation>
    </message>
    <message>
        <location filename="../../../dialogs/level_panels.py"/>
        <source>{0} (only after)</source>
        <translation>{0} (seulement après)</translation>
    </message>
    <message>
        <location filename="../../../dialogs/level_panels.py"/>
        <source>{0} (only before)</source>
        <translation>{0} (seulement avant)</translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>All pro&amp;jects</source>
        <translation>Tous les pro&amp;jets</translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>&amp;This project only</source>
        <translation>Ce proje&amp;t seulement</translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>Empty: the usual sentence that boundaries and names imply no official endorsement.</source>
        <translation>Vide : la phrase habituelle selon laquelle limites et noms n'impliquent aucune approbation officielle.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>Choose a logo</source>
        <translation>Choisissez un logo</translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>{0} (comes with ASM Atlas)</source>
        <translation>{0} (fournie avec ASM Atlas)</translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>What your organisation puts on every sheet that ASM Atlas prints.</source>
        <translation>Ce que votre organisation met sur chaque carte imprimée par ASM Atlas.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>Lo&amp;go</source>
        <translation>Lo&amp;go</translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>Disc&amp;laimer</source>
        <translation>A&amp;vertissement</translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>Li&amp;cence</source>
        <translation>Li&amp;cence</translation>
    </message>
    <message>
        <location filename="../../../dialogs/organisation_page.py"/>
        <source>&amp;Font</source>
        <translation>&amp;Police</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>ready</source>
        <translation>prêt</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>not installed; everything else works without it</source>
        <translation>non installé ; tout le reste marche sans lui</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>{0} in {1}</source>
        <translation>{0} dans {1}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>version not told</source>
        <translation>version non indiquée</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>optional, {0} or later</source>
        <translation>facultatif, {0} ou plus récent</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>{0} or later</source>
        <translation>{0} ou plus récent</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>Needed</source>
        <translation>Demandé</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>Command for {0}</source>
        <translation>Commande pour {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>Copy the command for {0}</source>
        <translation>Copier la commande pour {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>Chec&amp;k again</source>
        <translation>&amp;Vérifier à nouveau</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>Copy all as &amp;text</source>
        <translation>Copier tout en &amp;texte</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>All packages that ASM Atlas needs are ready.</source>
        <translation>Tous les paquets dont ASM Atlas a besoin sont prêts.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>ASM Atlas cannot work until this is mended; nothing is installed for you.</source>
        <translation>ASM Atlas ne peut pas travailler avant que ceci soit réparé ; rien n'est installé à votre place.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>To get it</source>
        <translation>Pour l'obtenir</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>ASM Atlas - Packages</source>
        <translation>ASM Atlas - Paquets</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>Nothing can be computed yet: {0}.</source>
        <translation>Rien ne peut encore être calculé : {0}.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/packages_page.py"/>
        <source>Show packages…</source>
        <translation>Montrer les paquets…</translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>From (count)</source>
        <translation>À partir de (nombre)</translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>up to</source>
        <translation>jusqu'à</translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>0 is worst, 1 is best; empty: as good as unknown.</source>
        <translation>0 est le pire, 1 le meilleur ; vide : vaut l'inconnu.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>Where the answer leaves the points open: the best.</source>
        <translation>Là où la réponse laisse les points ouverts : le meilleur.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>Points of each answer</source>
        <translation>Points de chaque réponse</translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>As good as unknown</source>
        <translation>Vaut l'inconnu</translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>Change points</source>
        <translation>Modifier les points</translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>Add a step</source>
        <translation>Ajouter un échelon</translation>
    </message>
    <message>
        <location filename="../../../dialogs/points_table.py"/>
        <source>Take out a step</source>
        <translation>Retirer un échelon</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>Indicator</source>
        <translation>Indicateur</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>Sites that change their level</source>
        <translation>Sites qui changent de niveau</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>&amp;Only the chosen indicator</source>
        <translation>Seulement l'indicateur ch&amp;oisi</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>&amp;Zoom to the site</source>
        <translation>&amp;Zoomer sur le site</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>The two schemes have different levels; no site can be compared one by one.</source>
        <translation>Les deux barèmes ont des niveaux différents ; aucun site ne peut être comparé un à un.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>The site has no location.</source>
        <translation>Le site n'a pas de position.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>No site changes its level.</source>
        <translation>Aucun site ne change de niveau.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>{0} sites change: {1} levels rise, {2} fall, {3} begin or cease to have one.</source>
        <translation>{0} sites changent : {1} niveaux montent, {2} baissent, {3} apparaissent ou disparaissent.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>Settings that differ between the two schemes</source>
        <translation>Réglages qui diffèrent entre les deux barèmes</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>{0} settings differ.</source>
        <translation>{0} réglages diffèrent.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_comparison.py"/>
        <source>Nothing differs.</source>
        <translation>Rien ne diffère.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_fields.py"/>
        <source>Change {0}</source>
        <translation>Modifier {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_fields.py"/>
        <source>To be mended: {0}.</source>
        <translation>À corriger : {0}.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_files.py"/>
        <source>{0} lies in the plugin's own folder; choose another folder for schemes of your own.</source>
        <translation>{0} se trouve dans le dossier de l'extension ; choisissez un autre dossier pour vos propres barèmes.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_layers.py"/>
        <source>&amp;Sites</source>
        <translation>&amp;Sites</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_layers.py"/>
        <source>&amp;Visits</source>
        <translation>&amp;Visites</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_layers.py"/>
        <source>Armed a&amp;ctors</source>
        <translation>A&amp;cteurs armés</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_layers.py"/>
        <source>Status &amp;decisions</source>
        <translation>&amp;Décisions de statut</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_layers.py"/>
        <source>The scheme is tried on these tables of one import; nothing is written.</source>
        <translation>Le barème est essayé sur ces tables d'un même import ; rien n'est écrit.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Change cut-offs</source>
        <translation>Modifier les seuils</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Cut-offs: a score at a cut belongs to the level above it.</source>
        <translation>Seuils : un score égal au seuil appartient au niveau supérieur.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>cut-offs</source>
        <translation>seuils</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Cut-off {0}</source>
        <translation>Seuil {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>least coverage</source>
        <translation>couverture minimale</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>With less answered a site has neither score nor level.</source>
        <translation>Avec moins de réponses, un site n'a ni score ni niveau.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>&amp;Least coverage</source>
        <translation>Couverture &amp;minimale</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Title, English</source>
        <translation>Titre, anglais</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Title, French</source>
        <translation>Titre, français</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Text, English</source>
        <translation>Texte, anglais</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Text, French</source>
        <translation>Texte, français</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Disclaimer, English</source>
        <translation>Avertissement, anglais</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Disclaimer, French</source>
        <translation>Avertissement, français</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>&amp;Provenance</source>
        <translation>&amp;Provenance</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Knock-outs: a level that cannot be exceeded where</source>
        <translation>Plafonds : un niveau qui ne peut être dépassé là où</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>least number of answers</source>
        <translation>nombre minimal de réponses</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>With fewer answers a score is marked as thin.</source>
        <translation>Avec moins de réponses, un score est signalé comme peu étayé.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>&amp;Least number of answers</source>
        <translation>&amp;Nombre minimal de réponses</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Weights and their shares</source>
        <translation>Poids et leurs parts</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>weight</source>
        <translation>poids</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Weight of {0}</source>
        <translation>Poids de {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Knock-out: {0}</source>
        <translation>Plafond : {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>on, at most</source>
        <translation>actif, au plus</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Knock-out on: {0}</source>
        <translation>Plafond actif : {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Switch a knock-out</source>
        <translation>Activer ou désactiver un plafond</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Level at most: {0}</source>
        <translation>Niveau au plus : {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Why: {0}</source>
        <translation>Pourquoi : {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Change a knock-out</source>
        <translation>Modifier un plafond</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Question, English</source>
        <translation>Question, anglais</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Question, French</source>
        <translation>Question, français</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>&amp;Weight</source>
        <translation>Poid&amp;s</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>&amp;Add a step</source>
        <translation>&amp;Ajouter un échelon</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>&amp;Take out the step</source>
        <translation>Re&amp;tirer l'échelon</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>lowest</source>
        <translation>plus bas</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>highest</source>
        <translation>plus haut</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>Unknown answer, {0} points</source>
        <translation>Réponse inconnue, {0} points</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_parts.py"/>
        <source>&amp;Unknown answer</source>
        <translation>Réponse &amp;inconnue</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>Levels</source>
        <translation>Niveaux</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>Differences ({0})</source>
        <translation>Différences ({0})</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>Choose the sites and visits of an import under Layers to see how levels change; 'Import mine-site visits' in the Processing toolbox makes them.</source>
        <translation>Choisissez sous Couches les sites et les visites d'un import pour voir comment les niveaux changent ; « Importer des visites de sites miniers », dans la boîte à outils de traitements, les produit.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>{0}, changed</source>
        <translation>{0}, modifié</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>before: {0}</source>
        <translation>avant : {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>after: {0}</source>
        <translation>après : {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>Sites ({0})</source>
        <translation>Sites ({0})</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>{0} of {1} sites are scored; the others have no visit since {2}, or nobody was there.</source>
        <translation>{0} sites sur {1} sont évalués ; les autres n'ont pas de visite depuis {2}, ou personne n'était sur place.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>No table of armed actors: what they did is taken as not known.</source>
        <translation>Pas de table des acteurs armés : ce qu'ils ont fait est pris comme inconnu.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_results.py"/>
        <source>{0} notes, see the tip.</source>
        <translation>{0} remarques, voir l'infobulle.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_tree.py"/>
        <source>Indicator, question</source>
        <translation>Indicateur, question</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_tree.py"/>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_tree.py"/>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_tree.py"/>
        <source>Indicators and questions of the scheme</source>
        <translation>Indicateurs et questions du barème</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>State forces there</source>
        <translation>Forces de l'État présentes</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>State forces tax, trade or dig</source>
        <translation>Forces de l'État qui taxent, commercent ou creusent</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>State forces, grave abuse</source>
        <translation>Forces de l'État, abus graves</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Armed group there</source>
        <translation>Groupe armé présent</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Armed group taxes, digs or controls</source>
        <translation>Groupe armé qui taxe, creuse ou contrôle</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Partly</source>
        <translation>En partie</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>1, irregular</source>
        <translation>1, irrégulier</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>2, less than monthly</source>
        <translation>2, moins d'une fois par mois</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>3, monthly or fortnightly</source>
        <translation>3, mensuel ou bimensuel</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>4, weekly</source>
        <translation>4, hebdomadaire</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>5, permanent or almost</source>
        <translation>5, permanent ou presque</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Green, expired</source>
        <translation>Vert, expiré</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Yellow, expired</source>
        <translation>Jaune, expiré</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Blue, lapsed</source>
        <translation>Bleu, caduc</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Artisanal zone, active</source>
        <translation>Zone d'exploitation artisanale, active</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Title of a cooperative</source>
        <translation>Titre d'une coopérative</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Another active title</source>
        <translation>Un autre titre actif</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Mining prohibited</source>
        <translation>Exploitation interdite</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>gold site</source>
        <translation>site d'or</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>tin, tantalum or tungsten site</source>
        <translation>site d'étain, de tantale ou de tungstène</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>a mineral that programmes trace</source>
        <translation>un minerai suivi par les programmes de traçabilité</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>a designated mineral</source>
        <translation>un minerai désigné</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>armed presence</source>
        <translation>présence armée</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>armed group present</source>
        <translation>groupe armé présent</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>what armed actors do</source>
        <translation>ce que font les acteurs armés</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>country</source>
        <translation>pays</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Counts only where: {0}.</source>
        <translation>Ne compte que là où : {0}.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Counts only in: {0}.</source>
        <translation>Ne compte que pour : {0}.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Counts at every site.</source>
        <translation>Compte pour chaque site.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Left out where it was not asked.</source>
        <translation>Laissée de côté là où elle n'a pas été posée.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Before {0} an empty answer counts as not asked.</source>
        <translation>Avant {0}, une réponse vide compte comme non posée.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>An unknown answer is worth at most what “{0}” is.</source>
        <translation>Une réponse inconnue vaut au plus « {0} ».</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>The worst answer decides; there are no weights.</source>
        <translation>La pire réponse décide ; il n'y a pas de poids.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>Weighted mean of the questions that apply.</source>
        <translation>Moyenne pondérée des questions applicables.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>on</source>
        <translation>actif</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>off</source>
        <translation>inactif</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>id</source>
        <translation>identifiant</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>version</source>
        <translation>version</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>title</source>
        <translation>titre</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>disclaimer</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>provenance</source>
        <translation>provenance</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>steps</source>
        <translation>échelons</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>from</source>
        <translation>à partir de</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>points of an unknown answer</source>
        <translation>points d'une réponse inconnue</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>knock-out</source>
        <translation>plafond</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>switched</source>
        <translation>activation</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>level</source>
        <translation>niveau</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>ground</source>
        <translation>motif</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>visits since</source>
        <translation>visites depuis</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>condition</source>
        <translation>condition</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>countries</source>
        <translation>pays</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>taken out</source>
        <translation>retiré</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scheme_words.py"/>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <location filename="../../../dialogs/score_preview.py"/>
        <source>Trying a scorecard scheme</source>
        <translation>Essai d'un barème</translation>
    </message>
    <message>
        <location filename="../../../dialogs/score_preview.py"/>
        <source>Scoring was stopped.</source>
        <translation>L'évaluation a été arrêtée.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>ASM Atlas: scorecard schemes</source>
        <translation>ASM Atlas : barèmes</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Scheme to compare with</source>
        <translation>Barème de comparaison</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>as it was opened</source>
        <translation>tel qu'il a été ouvert</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>another file…</source>
        <translation>un autre fichier…</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>From a &amp;file…</source>
        <translation>Depuis un &amp;fichier…</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Undo</source>
        <translation>Annuler la modification</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Save as a &amp;new version…</source>
        <translation>Enregistrer comme &amp;nouvelle version…</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Go to the &amp;fault</source>
        <translation>Aller à l'&amp;erreur</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Clos&amp;e</source>
        <translation>Fer&amp;mer</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Com&amp;pare with</source>
        <translation>Com&amp;parer avec</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Schemes</source>
        <translation>Barèmes</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Open a scheme</source>
        <translation>Ouvrir un barème</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>not saved</source>
        <translation>non enregistré</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Cannot be saved. {0}</source>
        <translation>Ne peut pas être enregistré. {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Nothing has been changed.</source>
        <translation>Rien n'a été modifié.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Save as a new version</source>
        <translation>Enregistrer comme nouvelle version</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>Raise the version</source>
        <translation>Augmenter la version</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>{0} is written: {1} {2}, hash {3}. Choose it in 'Responsible mining scorecard' as a scheme of your own.</source>
        <translation>{0} est écrit : {1} {2}, empreinte {3}. Choisissez-le dans « Fiche d'évaluation de l'exploitation responsable » comme votre propre barème.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>The changes to this scheme are not saved.</source>
        <translation>Les modifications de ce barème ne sont pas enregistrées.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>&amp;Save…</source>
        <translation>&amp;Enregistrer…</translation>
    </message>
    <message>
        <location filename="../../../dialogs/scorecard_editor.py"/>
        <source>&amp;Discard changes</source>
        <translation>A&amp;bandonner les modifications</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_area_rows.py"/>
        <source>The field with the names of the areas.</source>
        <translation>Le champ qui contient les noms des zones.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_area_rows.py"/>
        <source>S&amp;ite</source>
        <translation>S&amp;ite</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_area_rows.py"/>
        <source>&amp;Area to print</source>
        <translation>&amp;Zone à imprimer</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_area_rows.py"/>
        <source>From the layer of {0}.</source>
        <translation>De la couche : {0}.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_area_rows.py"/>
        <source>All sites</source>
        <translation>Tous les sites</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>ASM Atlas: sheet designer</source>
        <translation>ASM Atlas : concepteur de cartes</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>Sa&amp;ve as a recipe…</source>
        <translation>Enre&amp;gistrer comme recette…</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>&amp;Open in the layout designer</source>
        <translation>&amp;Ouvrir dans la mise en page</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>&amp;Take changes back</source>
        <translation>Reprendre les modifica&amp;tions</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>By han&amp;d</source>
        <translation>À la main</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>Print a &amp;series…</source>
        <translation>Imprimer une &amp;série…</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>Kind of file</source>
        <translation>Type de fichier</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>&amp;Made for</source>
        <translation>Destiné &amp;à</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>Add a layer of sites first: press 'Import mine-site visits…' in the toolbar, or choose a layer of sites under Layers.</source>
        <translation>Ajoutez d'abord une couche de sites : cliquez sur « Importer des visites de sites miniers… » dans la barre d'outils, ou choisissez une couche de sites sous Couches.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>Export the sheet</source>
        <translation>Exporter la carte</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>Save as a recipe</source>
        <translation>Enregistrer comme recette</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>Name of the recipe:</source>
        <translation>Nom de la recette :</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer.py"/>
        <source>{0} is written; the recipe is listed with those of ASM Atlas.</source>
        <translation>{0} est écrit ; la recette figure parmi celles d'ASM Atlas.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Automatic takes the one nearest in shape to the area.</source>
        <translation>Automatique prend celle dont la forme est la plus proche de la zone.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>What the signs of the sites tell.</source>
        <translation>Ce que disent les signes des sites.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Colours for colour-&amp;blind readers</source>
        <translation>Couleurs pour lecteurs &amp;daltoniens</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Makers, donors, contact</source>
        <translation>Auteurs, bailleurs, contact</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Mar&amp;ks of the organisation…</source>
        <translation>Mar&amp;ques de l'organisation…</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>S&amp;heet</source>
        <translation>C&amp;arte</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>&amp;Recipe</source>
        <translation>&amp;Recette</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>&amp;Field of names</source>
        <translation>&amp;Champ des noms</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>&amp;Paper</source>
        <translation>&amp;Papier</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>&amp;Orientation</source>
        <translation>Or&amp;ientation</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>&amp;Theme of the sites</source>
        <translation>&amp;Thème des sites</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Site &amp;names</source>
        <translation>&amp;Noms des sites</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Te&amp;xts</source>
        <translation>Te&amp;xtes</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>&amp;Title</source>
        <translation>Titr&amp;e</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>S&amp;ubtitle</source>
        <translation>Sous-t&amp;itre</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>C&amp;redits</source>
        <translation>Crédit&amp;s</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Map num&amp;ber</source>
        <translation>N&amp;uméro de la carte</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Versio&amp;n</source>
        <translation>&amp;Version</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>L&amp;ogo</source>
        <translation>L&amp;ogo</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>La&amp;yers</source>
        <translation>Co&amp;uches</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Portrait</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Landscape</source>
        <translation>Paysage</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>All that find room</source>
        <translation>Tous ceux qui trouvent place</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Sites with 50 miners or more</source>
        <translation>Sites de 50 creuseurs ou plus</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>As the recipe says</source>
        <translation>Comme le dit la recette</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>Sheets bear the marks of {0}.</source>
        <translation>Les cartes portent les marques de {0}.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_designer_form.py"/>
        <source>No organisation is named on the sheets yet.</source>
        <translation>Aucune organisation n'est encore nommée sur les cartes.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_export.py"/>
        <source>PDF with report</source>
        <translation>PDF avec rapport</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_export.py"/>
        <source>Package (zip)</source>
        <translation>Paquet (zip)</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_export.py"/>
        <source>press</source>
        <translation>imprimerie</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_export.py"/>
        <source>office printer</source>
        <translation>imprimante de bureau</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_export.py"/>
        <source>screen</source>
        <translation>écran</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>Checks of the sheet</source>
        <translation>Contrôles de la carte</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>Sho&amp;w me</source>
        <translation>&amp;Montrer</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>Remove ({0})</source>
        <translation>Retirer ({0})</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>&amp;Checks</source>
        <translation>C&amp;ontrôles</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>Error: {0}</source>
        <translation>Erreur : {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>Warning: {0}</source>
        <translation>Avertissement : {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>Nothing is found that would spoil the print.</source>
        <translation>Rien qui gâterait l'impression n'a été trouvé.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>&amp;Checks ({0})</source>
        <translation>C&amp;ontrôles ({0})</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>Chan&amp;ges by hand ({0})</source>
        <translation>Modifications à la main ({0})</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>{0}: hidden</source>
        <translation>{0} : masqué</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>{0}: at {1}, {2} mm, {3} x {4} mm</source>
        <translation>{0} : à {1}, {2} mm, {3} x {4} mm</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>{0}: at {1}, {2} mm</source>
        <translation>{0} : à {1}, {2} mm</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>{0}: added</source>
        <translation>{0} : ajouté</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_findings.py"/>
        <source>{0}: the text '{1}'</source>
        <translation>{0} : le texte « {1} »</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>Si&amp;tes</source>
        <translation>Si&amp;tes</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>Sco&amp;res</source>
        <translation>Sco&amp;res</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>&amp;Provinces</source>
        <translation>&amp;Provinces</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>Terr&amp;itories</source>
        <translation>Terr&amp;itoires</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>Protected &amp;areas</source>
        <translation>&amp;Aires protégées</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>Mining tit&amp;les</source>
        <translation>Titres &amp;miniers</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>La&amp;kes</source>
        <translation>&amp;Lacs</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>R&amp;oads</source>
        <translation>R&amp;outes</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>Tow&amp;ns</source>
        <translation>&amp;Villes</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>Distance bands</source>
        <translation>Bandes de distance</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_layer_rows.py"/>
        <source>Checked layers are drawn. They are copied: your layers and styles stay as they are.</source>
        <translation>Les couches cochées sont dessinées. Elles sont copiées : vos couches et styles restent tels quels.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>ASM Atlas: print a series of sheets</source>
        <translation>ASM Atlas : imprimer une série de cartes</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>&amp;All</source>
        <translation>&amp;Toutes</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>N&amp;one</source>
        <translation>A&amp;ucune</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>package (zip)</source>
        <translation>paquet (zip)</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>report</source>
        <translation>rapport</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>&amp;Print</source>
        <translation>&amp;Imprimer</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>Recipe, paper, theme, layers, marks and credits are those of the designer; title, subtitle, map number and version are made for each sheet. Sheets of which nothing has changed are not made again.</source>
        <translation>Recette, papier, thème, couches, marques et crédits sont ceux du concepteur ; titre, sous-titre, numéro et version sont formés pour chaque carte. Les cartes dont rien n'a changé ne sont pas refaites.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>A&amp;reas</source>
        <translation>&amp;Zones</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>Map &amp;numbers begin with</source>
        <translation>Les &amp;numéros des cartes commencent par</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_series.py"/>
        <source>{0} sheets made, {1} unchanged, {2} areas without a site, {3} failed.</source>
        <translation>{0} cartes faites, {1} inchangées, {2} zones sans site, {3} échecs.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_telling.py"/>
        <source>{0}: {1} {2}, scale 1:{3}, {4} sites.</source>
        <translation>{0} : {1} {2}, échelle 1:{3}, {4} sites.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_telling.py"/>
        <source>{0} sites have no location and are not drawn.</source>
        <translation>{0} sites n'ont pas de position et ne sont pas dessinés.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_telling.py"/>
        <source>{0} is written: {1} site names placed, {2} without room, {3} warnings.</source>
        <translation>{0} est écrit : {1} noms de sites placés, {2} sans place, {3} avertissements.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_telling.py"/>
        <source>Sites whose name has no room on the sheet:</source>
        <translation>Sites dont le nom n'a pas de place sur la carte :</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_telling.py"/>
        <source>'{0}' is open in the layout designer. Changes made there come back by 'By hand'; its layers are temporary.</source>
        <translation>« {0} » est ouvert dans la mise en page. Les modifications faites là reviennent par « À la main » ; ses couches sont temporaires.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_telling.py"/>
        <source>The project has no layout of this sheet; open it in the layout designer first and change it there.</source>
        <translation>Le projet n'a pas de mise en page de cette carte ; ouvrez-la d'abord dans la mise en page et modifiez-la là.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_telling.py"/>
        <source>{0} changes of '{1}' are kept with the project.</source>
        <translation>{0} modifications de « {1} » sont gardées avec le projet.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_telling.py"/>
        <source>Kept are place, size, text and visibility, and added texts, pictures and shapes. Other changes are not: {0}.</source>
        <translation>Sont gardés la place, la taille, le texte et la visibilité, ainsi que les textes, images et formes ajoutés. Les autres modifications ne le sont pas : {0}.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_view.py"/>
        <source>Preview of the sheet</source>
        <translation>Aperçu de la carte</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_view.py"/>
        <source>Whole page</source>
        <translation>Page entière</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_view.py"/>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <location filename="../../../dialogs/sheet_view.py"/>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_counts.py"/>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>ASM Atlas: start here</source>
        <translation>ASM Atlas : commencer ici</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>From field visits to a printed map:</source>
        <translation>Des visites de terrain à la carte imprimée :</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Import visits…</source>
        <translation>Importer des visites…</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Update…</source>
        <translation>Mettre à jour…</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Puts a newer release, imported into another file, into the GeoPackage that holds the sites.</source>
        <translation>Verse une version plus récente, importée dans un autre fichier, dans le GeoPackage qui contient les sites.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Show the serious ones</source>
        <translation>Montrer les plus graves</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Show all</source>
        <translation>Tout montrer</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Score the sites…</source>
        <translation>Évaluer les sites…</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Edit a scheme…</source>
        <translation>Modifier un barème…</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Protected areas…</source>
        <translation>Aires protégées…</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Mining titles…</source>
        <translation>Titres miniers…</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Clusters…</source>
        <translation>Regroupements…</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Written into the atlas of the sites, in place of an earlier result, unless you choose another output.</source>
        <translation>Écrit dans l'atlas des sites, à la place d'un résultat antérieur, sauf si vous choisissez une autre sortie.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Design a sheet…</source>
        <translation>Concevoir une carte…</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Open the demo…</source>
        <translation>Ouvrir la démo…</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>A project of fictional data with every step done, to try things out.</source>
        <translation>Un projet de données fictives, toutes étapes faites, pour essayer.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Reads anew what the project holds.</source>
        <translation>Relit ce que contient le projet.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Progress of the demo</source>
        <translation>Avancement de la démo</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Reading what has been done</source>
        <translation>Lecture de ce qui a été fait</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Show the errors ({0})</source>
        <translation>Montrer les erreurs ({0})</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Show the warnings ({0})</source>
        <translation>Montrer les avertissements ({0})</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Making the demo …</source>
        <translation>Création de la démo …</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Score</source>
        <translation>Évaluer</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Analyse</source>
        <translation>Analyser</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_dock.py"/>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_panel.py"/>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_panel.py"/>
        <source>to do</source>
        <translation>à faire</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_panel.py"/>
        <source>cannot be read</source>
        <translation>illisible</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_panel.py"/>
        <source>next</source>
        <translation>prochaine étape</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_panel.py"/>
        <source>{0}; next</source>
        <translation>{0} ; prochaine étape</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>rows on a server, not counted</source>
        <translation>lignes sur un serveur, non comptées</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>1 row</source>
        <translation>1 ligne</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>{0} rows</source>
        <translation>{0} lignes</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>{0}, filtered</source>
        <translation>{0}, avec filtre</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>Give the layer its source again (the sign beside its name in the layer list), or remove it.</source>
        <translation>Redonnez sa source à la couche (le signe à côté de son nom dans la liste des couches), ou retirez-la.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>{0} such tables are in the project; the tools start with {1}.</source>
        <translation>Le projet contient {0} tables de ce genre ; les outils partent de {1}.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>A newer release goes into the same atlas with Update.</source>
        <translation>Une version plus récente entre dans le même atlas par Mettre à jour.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>No visits to these sites; scores are made from visits.</source>
        <translation>Pas de visites de ces sites ; les évaluations se font à partir des visites.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>No table of sites to these visits.</source>
        <translation>Pas de table de sites pour ces visites.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>What is in it is not known.</source>
        <translation>Son contenu n'est pas connu.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>None of the layers is a table of mine sites or visits.</source>
        <translation>Aucune des couches n'est une table de sites miniers ou de visites.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>The project is empty.</source>
        <translation>Le projet est vide.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>Import a table of visits to mine sites.</source>
        <translation>Importez une table de visites de sites miniers.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>Look at what the import found before you rely on the data.</source>
        <translation>Regardez ce que l'import a constaté avant de vous fier aux données.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>The import lists what is odd in the data.</source>
        <translation>L'import relève ce qui est étrange dans les données.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>No table of findings in this project; what the import found is not known.</source>
        <translation>Pas de table de constats dans ce projet ; ce que l'import a constaté n'est pas connu.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>The import writes it beside the sites.</source>
        <translation>L'import l'écrit à côté des sites.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>Counting …</source>
        <translation>Comptage …</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>How many of them are errors was not read.</source>
        <translation>Le nombre d'erreurs n'a pas été lu.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>None of them is an error or a warning.</source>
        <translation>Aucun n'est une erreur ni un avertissement.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>You have opened them.</source>
        <translation>Vous les avez ouverts.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>{0}: errors {1}, warnings {2}, for information {3}</source>
        <translation>{0} : erreurs {1}, avertissements {2}, pour information {3}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>, {0} of unknown severity</source>
        <translation>, {0} de gravité inconnue</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>Scores are made from sites and visits.</source>
        <translation>Les évaluations se font à partir des sites et des visites.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>Not scored so far.</source>
        <translation>Pas encore d'évaluation.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>Score the sites by a scheme.</source>
        <translation>Évaluez les sites selon un barème.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>Score again after new data or with another scheme.</source>
        <translation>Évaluez de nouveau après de nouvelles données ou avec un autre barème.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>Reading …</source>
        <translation>Lecture …</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>Scheme and date were not read.</source>
        <translation>Le barème et la date n'ont pas été lus.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>{0} sites of {1} have no row there.</source>
        <translation>{0} sites de {1} n'y ont pas de ligne.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>Score the sites again.</source>
        <translation>Évaluez de nouveau les sites.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>Score again by the version that ships now, or keep the scores and say so on the map.</source>
        <translation>Évaluez de nouveau avec la version fournie aujourd'hui, ou gardez les évaluations et dites-le sur la carte.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>{0} of {1} rows have a score</source>
        <translation>{0} lignes sur {1} ont un score</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>{0} found abandoned</source>
        <translation>{0} trouvées abandonnées</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>{0} without a visit</source>
        <translation>{0} sans visite</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>{0} visited too long ago</source>
        <translation>{0} visitées il y a trop longtemps</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>Latest visit scored: {0}</source>
        <translation>Dernière visite évaluée : {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>as of each visit</source>
        <translation>au jour de chaque visite</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>as of {0}</source>
        <translation>au {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>Scheme {0}, version {1}, {2}</source>
        <translation>Barème {0}, version {1}, {2}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>; version {0} ships now</source>
        <translation> ; la version {0} est fournie aujourd'hui</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>{0}: not known, the layer {1} cannot be read</source>
        <translation>{0} : non connu, la couche {1} ne peut pas être lue</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>{0}: not in this project</source>
        <translation>{0} : pas dans ce projet</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>Sites are set against areas and titles of your own.</source>
        <translation>Les sites sont confrontés à vos propres aires et titres.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>Set the sites against one of these; areas and titles are layers or files of your own.</source>
        <translation>Confrontez les sites à l'un d'eux ; aires et titres sont vos propres couches ou fichiers.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>Printed: {0}</source>
        <translation>Imprimé : {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>and {0} before</source>
        <translation>et {0} auparavant</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>Layouts: {0}</source>
        <translation>Mises en page : {0}</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>and {0} more</source>
        <translation>et {0} de plus</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>Another area, or a series of all of them.</source>
        <translation>Une autre zone, ou une série de toutes.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>A sheet needs a layer of sites.</source>
        <translation>Une carte demande une couche de sites.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>No sheet exported from the sheet designer so far.</source>
        <translation>Aucune carte exportée du concepteur jusqu'ici.</translation>
    </message>
    <message>
        <location filename="../../../dialogs/start_steps.py"/>
        <source>Choose an area and look at its sheet.</source>
        <translation>Choisissez une zone et regardez sa carte.</translation>
    </message>
    <message>
        <location filename="../../../plugin.py"/>
        <source>Import mine-site visits…</source>
        <translation>Importer des visites de sites miniers…</translation>
    </message>
    <message>
        <location filename="../../../plugin.py"/>
        <source>Design and print a mine-site sheet…</source>
        <translation>Concevoir et imprimer une carte de sites miniers…</translation>
    </message>
    <message>
        <location filename="../../../plugin.py"/>
        <source>Edit a scorecard scheme…</source>
        <translation>Modifier un barème…</translation>
    </message>
</context>
</TS>
