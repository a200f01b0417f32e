"""Workbooks and forms written for tests, through GDAL."""

import zipfile
from xml.sax.saxutils import escape

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


def write_cells(path, rows):
    """One sheet with these rows and nothing else, as a person types it; GDAL would add a header of its own."""
    write = {".xlsx": _xlsx, ".ods": _ods}[path.suffix]
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in write(rows).items():
            archive.writestr(name, content)
    return path


def _xlsx(rows):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    cells = "".join(
        f'<row r="{r}">'
        + "".join(
            f'<c r="{_letters(c)}{r}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
            for c, cell in enumerate(row)
            if cell
        )
        + "</row>"
        for r, row in enumerate(rows, start=1)
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName='
        '"/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.'
        'sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{links}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{links}"><sheets>'
        '<sheet name="Feuille" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{links}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }


def _ods(rows):
    oasis = "urn:oasis:names:tc:opendocument:xmlns"
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
            if cell
            else "<table:table-cell/>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    return {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": f'<office:document-content xmlns:office="{oasis}:office:1.0" '
        f'xmlns:table="{oasis}:table:1.0" xmlns:text="{oasis}:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="Feuille">{cells}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>",
    }


def _letters(column):
    return (chr(64 + column // 26) if column >= 26 else "") + chr(65 + column % 26)
