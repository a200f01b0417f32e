<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AsmAtlas</name>
    <message>
        <location filename="../../../core/public/allow_list.py"/>
        <source>No allow-list fits the fields of INPUT; choose one of {0} as LIST, or give one of your own.</source>
        <translation>Aucune liste d'autorisation ne convient aux champs de INPUT ; choisissez parmi {0} pour LIST, ou donnez la vôtre.</translation>
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
</context>
</TS>
