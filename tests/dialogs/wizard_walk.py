"""Walking through the import wizard as a user does, and the batch run that must write the same."""

import time

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtWidgets import QApplication

TABLES = ("sites", "visits", "actors", "statuses", "findings")
NOTEBOOK = """N°;Nom du site;Territoire;Province;Date de la visite;Longitude;Latitude;Minerai principal;Nombre de creuseurs;Mercure utilisé;Remarque
1;Kisuma;Walikale;Nord-Kivu;13/02/2023;28,0912;-1,4211;Or;120;Oui;<b>accès difficile</b>
2;Mubi;Walikale;Nord-Kivu;04/03/2023;28,2011;-1,3120;Cassitérite;45;Non;=1+1
3;Kisuma;Walikale;Nord-Kivu;22/06/2023;28,0912;-1,4211;Caillou jaune;150;Oui;
4;Nyabibwe;Kalehe;Sud-Kivu;01/07/2023;28,9023;-1,9844;Caillou jaune;30;?;
5;Kalimbi;Kalehe;Sud-Kivu;15/07/2023;28,8911;-1,9911;Cassitérite;210;Non;route coupée
"""


def wait_for(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.005)
    assert condition()


def to_mapping(wizard, source, output=None):
    """Fill the first page and wait for the preview of the second."""
    wizard.source.set_file(str(source))
    if output is None:
        wizard.source.to_memory.setChecked(True)
    else:
        wizard.source.geopackage.setFilePath(str(output))
    assert wizard.source.problem == ""
    wizard.next()
    wait_for(lambda: wizard.mapping.job is None and not wizard.mapping._timer.isActive())


def to_end(wizard):
    """From the second page to the written layers."""
    assert wizard.mapping.isComplete(), wizard.mapping.problem.text()
    wizard.next()
    wizard.next()
    wait_for(lambda: not wizard.finish.is_running)
    QApplication.processEvents()


def rows_of(path):
    """All tables of a GeoPackage: fields, attributes and places."""
    tables = {}
    for name in TABLES:
        layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
        assert layer.isValid(), name
        tables[name] = (
            layer.fields().names(),
            [[*feature.attributes(), feature.geometry().asWkt()] for feature in layer.getFeatures()],
        )
    return tables


def batch(path, **parameters):
    from asm_atlas.dialogs.import_choices import table_in
    from qgis import processing

    outputs = {name.upper(): table_in(path, name) for name in TABLES}
    return processing.run("asm:importvisits", {**parameters, **outputs})
