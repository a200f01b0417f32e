"""Workbooks and forms written for tests, through GDAL."""

from osgeo import ogr

DRIVERS = {".xlsx": "XLSX", ".ods": "ODS"}


def write_workbook(path, sheets, types=None):
    """sheets: name -> rows of cells, the first row the header. types: column name -> OGR type, else text."""
    source = ogr.GetDriverByName(DRIVERS[path.suffix]).CreateDataSource(str(path))
    for name, (header, *rows) in sheets.items():
        layer = source.CreateLayer(name)
        for column in header:
            layer.CreateField(ogr.FieldDefn(column, (types or {}).get(column, ogr.OFTString)))
        for row in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            for place, cell in enumerate(row):
                if cell not in (None, ""):
                    feature.SetField(place, cell)
            layer.CreateFeature(feature)
    return path
