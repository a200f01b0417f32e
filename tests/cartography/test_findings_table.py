"""The attribute table of findings begins with what was found."""

from qgis.core import QgsVectorLayer

FIELDS = "fid finding_id source_row pcode field raw_value rule severity action message own"


def test_sentences_come_first_and_no_column_is_lost(qgis_app):
    from asm_atlas.cartography.findings_table import sentences_first

    columns = "".join(f"&field={name}:string" for name in FIELDS.split())
    layer = QgsVectorLayer(f"Point?crs=EPSG:4326{columns}", "findings", "memory")
    sentences_first(layer)
    columns = [column for column in layer.attributeTableConfig().columns() if column.name]  # not the actions
    shown = [column.name for column in columns]
    assert shown[:3] == ["severity", "message", "pcode"]
    assert sorted(shown) == sorted(FIELDS.split())
    widths = {column.name: column.width for column in columns}
    assert widths["message"] > 3 * widths["severity"]
    assert not any(column.hidden for column in columns)
