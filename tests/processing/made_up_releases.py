"""Two made-up releases as GeoPackages for the update of an atlas, and what is in the file and the results."""

import sqlite3
from contextlib import closing

from qgis.core import NULL

NAMES = ("sites", "visits", "actors", "statuses", "findings")
POINTS = ("sites", "visits", "findings")
HEADER = (
    "vid,source,project,pcode,name,visit_date,visit_onsite,longitude,latitude,province,workers_numb,"
    "mineral1,presence,interference,armed_group1,type_armed_group1,mercury"
)
OLD = (
    "1,IPIS,IPIS - Madini,codmine00001,Amani,2021-03-04,1,28.5,-2.5,Sud-Kivu,120,Or,1,0,FARDC,FARDC,",
    "2,IPIS,IPIS - Madini,codmine00002,Bora,2022-01-02,1,28.6,-2.6,Sud-Kivu,30,Or,0,0,,Aucun,1",
    "3,IPIS,IPIS - USAID,codmine00003,Cima,2022-01-02,1,28.7,-2.7,Sud-Kivu,7,Or,0,0,,Aucun,0",
)
# New row numbers; Amani moved and uses mercury, Bora is renamed and redated, Cima is gone, Dunia is new.
NEW = (
    "7,IPIS,IPIS - Madini,codmine00002,Bora II,2022-01-20,1,28.6,-2.6,Sud-Kivu,30,Or,0,0,,Aucun,1",
    "8,IPIS,IPIS - Madini,codmine00001,Amani,2021-03-04,1,28.5,-2.51,Sud-Kivu,120,Or,1,0,FARDC,FARDC,1",
    "9,IPIS,IPIS - Madini,codmine00004,Dunia,2023-01-02,1,28.8,-2.8,Sud-Kivu,5,Or,0,0,,Aucun,",
)
CIMA, BORA, BORA_NOW = (
    "codmine00003_20220102_ipis-usaid_1",
    "codmine00002_20220102_ipis-madini_1",
    "codmine00002_20220120_ipis-madini_1",
)
SINKS = dict.fromkeys(("SITE_CHANGES", "VISIT_CHANGES", "SUMMARY", "OWN_VALUES"), "TEMPORARY_OUTPUT")


def sinks_in(path):
    """The outputs of an import as tables of one GeoPackage."""
    return {n.upper(): f"ogr:dbname='{path}' table=\"{n}\"{' (geom)' * (n in POINTS)}" for n in NAMES}


def import_rows(folder, rows, release):
    """A made-up release, imported into a GeoPackage."""
    from qgis import processing

    source, path = folder / f"visits_{release}.csv", folder / f"release_{release}.gpkg"
    source.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    processing.run("asm:importvisits", {"INPUT": str(source), **sinks_in(path)})
    return path


def given_from(path):
    """The tables of an import as parameters of the update."""
    return {name.upper(): f"{path}|layername={name}" for name in NAMES}


def sql(path, *statements):
    """Rows of the last statement; those of the user, who has functions for the spatial index too."""
    from asm_atlas.processing.atlas_points import register_functions

    with closing(sqlite3.connect(path)) as connection, connection:
        register_functions(connection)
        for statement in statements:
            rows = connection.execute(statement).fetchall()
    return rows


def dump(path):
    """Everything in the file, as SQL."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def numbers(result, table):
    return tuple(
        result[f"N_{table}_{outcome}"] for outcome in ("ADDED", "UPDATED", "UNCHANGED", "REMOVED", "KEPT")
    )


def told(layer, *names):
    return [tuple(None if row[name] == NULL else row[name] for name in names) for row in layer.getFeatures()]
