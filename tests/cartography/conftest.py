"""Sites for sheets: a few with known answers, and those of the demo data."""

import pytest
from asm_atlas.cartography.sheet import build_sheet
from asm_atlas.cartography.sheet_layers import SheetLayers
from asm_atlas.cartography.sheet_request import SheetRequest
from qgis.core import QgsFeature, QgsGeometry, QgsLayerMetadata, QgsPointXY, QgsProject, QgsVectorLayer

FIELDS = (
    "pcode:string",
    "name:string",
    "mineral_main:string",
    "minerals:string",
    "workers:integer",
    "state:string",
    "qualification:string",
    "presence:string",
    "interference:string",
    "actor_class:string",
    "visit_date:date",
)


@pytest.fixture()
def make_site_layer(qgis_new_project):
    """A memory layer of sites from dicts with lon, lat and any of the fields."""

    def make(rows, crs="EPSG:4326"):
        fields = "&".join(f"field={field}" for field in FIELDS)
        layer = QgsVectorLayer(f"Point?crs={crs}&{fields}", "sites", "memory")
        features = []
        for number, row in enumerate(rows):
            feature = QgsFeature(layer.fields())
            values = {
                "pcode": f"p{number}",
                "name": f"Site {number}",
                "mineral_main": "gold",
                "minerals": "gold",
                "workers": 20,
                "state": "active",
                "presence": "no",
                "interference": "no",
                "actor_class": "none",
                **row,
            }
            for name in layer.fields().names():
                feature[name] = values.get(name)
            if "lon" in row:
                feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(row["lon"], row["lat"])))
            features.append(feature)
        layer.dataProvider().addFeatures(features)
        layer.updateExtents()
        return layer

    return make


@pytest.fixture()
def make_area_layer(qgis_new_project):
    """A memory layer of rectangles from (name, west, south, east, north)."""

    def make(rows, field="name"):
        layer = QgsVectorLayer(
            f"Polygon?crs=EPSG:4326&field={field}:string&field=type:string", "areas", "memory"
        )
        features = []
        for name, west, south, east, north, *kind in rows:
            feature = QgsFeature(layer.fields())
            feature[field] = name
            feature["type"] = kind[0] if kind else None
            wkt = f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
            features.append(feature)
        layer.dataProvider().addFeatures(features)
        layer.updateExtents()
        return layer

    return make


@pytest.fixture()
def sheet_project():
    """A project for layouts; it is cleared after the test, when no sheet holds its layers."""
    project = QgsProject()
    yield project
    project.layoutManager().clear()
    project.clear()


STATED_SITES = [
    {"lon": 27.2, "lat": -2.1, "name": "Kabanda", "qualification": "green", "workers": 700},
    {"lon": 27.6, "lat": -2.4, "name": "Numbi <b>&", "mineral_main": "coltan", "minerals": "coltan;gold"},
    {"lon": 27.4, "lat": -2.7, "name": "Lubutu"},
]


@pytest.fixture()
def stated_layers(make_site_layer, make_area_layer):
    """Layers of a sheet that all state their source and licence."""
    given = {
        "sites": make_site_layer(STATED_SITES),
        "provinces": make_area_layer([("Ngala-Nord", 27, -2.9, 28, -2), ("Ngala-Sud", 28, -2.9, 29, -2)]),
        "areas": make_area_layer([("Parc des Orchidées", 27.3, -2.6, 27.9, -2.3)]),
        "titles": make_area_layer([("13", 27.5, -2.8, 27.7, -2.7, "ZEA")]),
    }
    for layer in given.values():
        metadata = QgsLayerMetadata()
        metadata.setRights(["Institute of Mines"])
        metadata.setLicenses(["ODC-BY 1.0"])
        layer.setMetadata(metadata)
    return SheetLayers(**given)


@pytest.fixture()
def good_sheet(stated_layers, sheet_project):
    """A sheet with which nothing is wrong."""
    request = SheetRequest(area="Ngala-Nord", paper="A3", orientation="portrait")
    return build_sheet(stated_layers, request, sheet_project)


@pytest.fixture()
def metadata_fields():
    """The metadata of a sheet with something in every field."""
    return {
        "map_number": "ASM-001",
        "version": "2",
        "language": "fr",
        "producer": "A & B <c>\x01",
        "created": "2026-05-31T10:00:00+00:00",
        "crs": {"authid": "EPSG:32735", "name": "WGS 84 / UTM zone 35S", "datum": "WGS 84"},
        "title": "Mines d'été",
        "summary": "",
        "scale": 500000,
        "area": "Sud-Kivu",
        "extent": {"west": 26.8, "south": -5.0, "east": 29.3, "north": -1.5},
        "data_from": "2009-01-01",
        "data_to": "2026-05-01",
        "themes": ["mining"],
        "use_limits": ["Read first"],
        "notes": [],
        "paper": {"paper": "A0", "orientation": "portrait"},
        "product": "Carte",
        "resolution_dpi": 300,
        "made_with": {"plugin": "1", "qgis": "3.22"},
        "files": [{"name": "a.pdf", "bytes": 1234567, "sha256": "ff"}],
        "sources": [
            {"layer": "Sites", "file": "v.csv", "rights": ["IPIS"], "licences": ["ODC-BY 1.0"]}
            | {"first_date": "2009-01-01", "last_date": "2026-05-01"},
            {
                "layer": "Lacs",
                "file": "",
                "rights": [],
                "licences": [],
                "first_date": None,
                "last_date": None,
            },
        ],
    }
