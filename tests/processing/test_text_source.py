"""Text files read from disk give the same text as their layers, or are left to the layer."""

import pandas as pd
import pytest
from asm_atlas.core.importing.text_file import read_text_file
from asm_atlas.processing.frames import as_text, read_columns
from asm_atlas.processing.text_source import text_file_of
from qgis.core import QgsProcessingFeatureSourceDefinition, QgsVectorLayer

RELEASES = ("cod_mines_ipis_2026-05.csv", "cod_mines_ipis_2024-02-29.csv", "caf_mines_ipis_2026-05.csv")


def through_layer(layer):
    columns, _ = read_columns(layer, lambda fraction: None)
    return {name: [as_text(value) or "" for value in values] for name, values in columns.items()}


def from_file(layer):
    file = text_file_of(layer, layer.source())
    assert file is not None
    frame = read_text_file(file)
    return {name: frame[name].astype(object).tolist() for name in frame.columns}


def opened(path, encoding=None):
    layer = QgsVectorLayer(str(path), "visits", "ogr")
    assert layer.isValid()
    if encoding:
        layer.setProviderEncoding(encoding)
    return layer


AGREE = [
    pytest.param(b'a,b,c\n1,x,\n2,,"y z"\n', id="blank cells"),
    pytest.param(b'a,b\n1,"he said ""no"""\n"",""\n3,z\n', id="quotes within quotes"),
    pytest.param(b'"a","b"\n"""1""","x,y"\n2,""""\n', id="cells of quotes"),
    pytest.param(b'a,b\n1,"two\nlines"\n2,x\n', id="line break in a cell"),
    pytest.param(b'a,b\r\n1,"two\r\nlines"\r\n2,x\r\n', id="line breaks of Windows"),
    pytest.param(b"\xef\xbb\xbfa,b\n1,\xc3\xa9\n", id="byte order mark"),
    pytest.param(b'\xef\xbb\xbf"a",b\n"1",\xc3\xa9\n', id="byte order mark before a quote"),
    pytest.param(b'a;b\n1;x,y\n2;"p;q"\n', id="semicolons"),
    pytest.param(b"a\tb\n1\tx y\n2\t\n", id="tabs"),
    pytest.param(b"a,b\n\n1,x\n\n\n2,y\n\n", id="empty lines"),
    pytest.param(b"a,b,c\n1\n1,2\n1,2,3,4\n", id="rows too short and too long"),
    pytest.param(b"a,b,\n1,2,3\n", id="column without a name"),
    pytest.param(b" a , b\n 1 , x \n", id="blanks around cells"),
    pytest.param(b"a,A\n1,2\n", id="names that differ in case"),
    pytest.param(b"a,b\n1,2", id="no line feed at the end"),
    pytest.param(b"a,b\nNA,null\nNaN,-\n007,1e5\n", id="words that are no numbers"),
    pytest.param(b"a,b\n=1+1,@SUM(A1)\n<b>x</b>,+cmd\n", id="formulas and markup"),
]


@pytest.mark.parametrize("content", AGREE)
def test_file_and_layer_give_the_same_text(qgis_app, tmp_path, content):
    path = tmp_path / "visits.csv"
    path.write_bytes(content)
    layer = opened(path)
    assert from_file(layer) == through_layer(layer)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b'a,b\n1,5" pipe\n2,6" pipe\n', id="quote within a bare cell"),
        pytest.param(b'a,b\n1,5""\n2,x\n', id="two quotes within a bare cell"),
        pytest.param(b'a,b\n1,"open\n2,x\n', id="quote without an end"),
        pytest.param(b'a,b\n1, "x"\n', id="quote after a blank"),
        pytest.param(b"a,b\n1,x\0y\n2,z\n", id="NUL byte"),
        pytest.param(b"a,b\n  \n1,x\n", id="line of blanks"),
        pytest.param(b"a,b\r1,2\r3,4\r", id="lone carriage returns"),
        pytest.param(b"a,a,b\n1,2,3\n", id="a name twice"),
        pytest.param(b"a,2\n1,2\n", id="numbers for names"),
    ],
)
def test_what_readers_take_differently_is_left_to_the_layer(qgis_app, tmp_path, content):
    path = tmp_path / "visits.csv"
    path.write_bytes(content)
    layer = opened(path)
    assert text_file_of(layer, str(path)) is None


def test_names_of_columns_keep_their_accents_in_cp1252(tmp_path):
    """The layer takes the file for UTF-8 and shows other signs in their place."""
    path = tmp_path / "visits.csv"
    path.write_bytes("N°;Minéral;Année\n1;Or;2021\n".encode("cp1252"))
    layer = opened(path)
    assert layer.fields().names() != ["N°", "Minéral", "Année"]
    assert from_file(layer) == {"N°": ["1"], "Minéral": ["Or"], "Année": ["2021"]}


def test_western_text_is_read_as_such(qgis_app, tmp_path):
    path = tmp_path / "visits.csv"
    path.write_bytes("a,b\n1,Raïa – Œil\n".encode("cp1252"))
    expected = {"a": ["1"], "b": ["Raïa – Œil"]}
    assert from_file(opened(path)) == expected
    assert from_file(opened(path, "windows-1252")) == expected == through_layer(opened(path, "windows-1252"))


@pytest.mark.parametrize(
    "options, content",
    [
        pytest.param("type=csv&detectTypes=no&geomType=none", b'a,b\n1,"x\ny"\n\n2,\n', id="commas"),
        pytest.param("type=csv&delimiter=;&detectTypes=no&geomType=none", b"a;b\n1;x,y\n", id="semicolons"),
        pytest.param("type=csv&delimiter=%5Ct&detectTypes=no&geomType=none", b"a\tb\n1\tx\n", id="tabs"),
        pytest.param("type=csv&detectTypes=yes&geomType=none", b"a,b\n1,2.5\n2,3.25\n", id="typed numbers"),
        pytest.param(
            "encoding=windows-1252&type=csv&detectTypes=no&geomType=none", b"a,b\n1,\xe9\n", id="cp1252"
        ),
    ],
)
def test_delimited_text_layers(qgis_app, tmp_path, options, content):
    path = tmp_path / "visits.txt"
    path.write_bytes(content)
    layer = QgsVectorLayer(f"{path.as_uri()}?{options}", "visits", "delimitedtext")
    assert from_file(layer) == through_layer(layer)


@pytest.mark.parametrize(
    "options",
    [
        pytest.param("type=csv&geomType=point&xField=a&yField=b", id="points"),
        pytest.param("type=csv&geomType=none&skipLines=1", id="lines left out"),
        pytest.param("type=csv&geomType=none&trimFields=yes", id="trimmed"),
        pytest.param("type=csv&geomType=none&subset=a%20%3D%201", id="filter"),
        pytest.param("type=regexp&delimiter=,&geomType=none", id="regular expression"),
    ],
)
def test_other_delimited_text_is_left_to_the_layer(qgis_app, tmp_path, options):
    path = tmp_path / "visits.csv"
    path.write_bytes(b"a,b\n1,2\n3,4\n")
    layer = QgsVectorLayer(f"{path.as_uri()}?{options}", "visits", "delimitedtext")
    assert text_file_of(layer, layer) is None


def test_filters_edits_selections_and_types_are_left_to_the_layer(qgis_app, tmp_path):
    path = tmp_path / "visits.csv"
    path.write_bytes(b"a,b\n1,2\n3,4\n")
    layer = opened(path)
    assert text_file_of(layer, QgsProcessingFeatureSourceDefinition(str(path), True)) is None
    assert text_file_of(None, str(path)) is None
    assert text_file_of(QgsVectorLayer("None?field=a:string", "a", "memory"), "a") is None
    layer.setSubsetString("a = '1'")
    assert text_file_of(layer, layer) is None
    path.with_suffix(".csvt").write_text("Integer,Integer")
    assert text_file_of(opened(path), str(path)) is None


@pytest.mark.real_data
@pytest.mark.parametrize("name", RELEASES)
def test_releases_give_the_same_text(qgis_app, data, name):
    layer = opened(data / "ipis" / name)
    pd.testing.assert_frame_equal(pd.DataFrame(from_file(layer)), pd.DataFrame(through_layer(layer)))
