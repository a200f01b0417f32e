"""What is told of a source: its name and kind; never its folder, address, user or password."""

import pytest
from asm_atlas.core.shareable_source import shareable_source, without_login
from hypothesis import given
from hypothesis import strategies as st

LOGIN = "user='amina' password='open sesame'"
CASES = [
    pytest.param("/home/amina/visits 2026.csv", "visits 2026.csv", id="path"),
    pytest.param("C:\\Users\\amina\\visits.csv", "visits.csv", id="path of Windows"),
    pytest.param("\\\\nas7\\amina\\visits.csv", "visits.csv", id="share of Windows"),
    pytest.param("../amina/visits.csv", "visits.csv", id="relative path"),
    pytest.param("visits.csv", "visits.csv", id="name of a file"),
    pytest.param("/home/amina/a=b.csv", "a=b.csv", id="sign of equality in a file name"),
    pytest.param("/home/amina/what?.csv", "what?.csv", id="question mark in a file name"),
    pytest.param("/home/amina/atlas.gpkg|layername=sites", "atlas.gpkg: sites", id="table of a GeoPackage"),
    pytest.param("/home/amina/sites.gpkg|layername=sites", "sites.gpkg", id="table called as its file"),
    pytest.param(
        "/home/amina/atlas.gpkg|layername=sites|subset=\"name\" = 'password=1'",
        "atlas.gpkg: sites",
        id="filter",
    ),
    pytest.param(
        "ogr:dbname='/home/amina/atlas.gpkg' table=\"sites\" (geom)", "atlas.gpkg: sites", id="sink"
    ),
    pytest.param(
        "dbname='/home/amina/old.sqlite' table=\"sites\" (geom) sql=x", "old.sqlite: sites", id="SpatiaLite"
    ),
    pytest.param("ogr:///home/amina/visits.csv", "visits.csv", id="file with its provider"),
    pytest.param(
        "delimitedtext://file:///home/amina/visits%20A.csv?type=csv&xField=x&subset=a%20%3D%201",
        "visits A.csv",
        id="delimited text",
    ),
    pytest.param("file:///C:/Users/amina/visits.csv?type=csv", "visits.csv", id="delimited text of Windows"),
    pytest.param("/vsizip//home/amina/wdpa.zip/May/areas.shp", "wdpa.zip: areas.shp", id="zip"),
    pytest.param("/vsizip/{/home/amina/wdpa.zip}/areas.shp", "wdpa.zip: areas.shp", id="zip in braces"),
    pytest.param(
        "/vsizip/vsicurl/https://h.example/t0ken/a.zip/b.shp", "a.zip: b.shp (HTTP)", id="zip of the web"
    ),
    pytest.param(
        "/vsicurl/https://amina:pw@h.example/x/areas.gpkg?sig=1", "areas.gpkg (HTTP)", id="file of the web"
    ),
    pytest.param("/vsis3/bucket-of-amina/areas.gpkg", "areas.gpkg (S3)", id="bucket"),
    pytest.param(
        "https://amina:pw@h.example/k3y/areas.geojson?token=1", "areas.geojson (HTTP)", id="address"
    ),
    pytest.param("https://h.example/api/9f8e7d6c", "HTTP", id="address without a file"),
    pytest.param("https://h.example", "HTTP", id="address of a host"),
    pytest.param("https://[h.example/x.gpkg", "x.gpkg (HTTP)", id="broken address"),
    pytest.param(
        f'postgres://dbname=\'a\' host=10.0.0.7 port=5432 {LOGIN} table="public"."visits" (geom)',
        "visits (PostgreSQL)",
        id="PostGIS",
    ),
    pytest.param(
        f'dbname=\'a\' host=10.0.0.7 {LOGIN} table="public"."visits" (geom)',
        "visits (database)",
        id="database without its provider",
    ),
    pytest.param(
        "postgres://service='field' authcfg=abc1234 table=\"visits\"",
        "visits (PostgreSQL, authcfg=abc1234)",
        id="authcfg",
    ),
    pytest.param("postgresql://amina:secret@10.0.0.7:5432/a", "PostgreSQL", id="address of a database"),
    pytest.param(
        'PG:"host=10.0.0.7 user=amina password=x tables=visits"', "PostgreSQL", id="PostgreSQL of GDAL"
    ),
    pytest.param("MYSQL:a,host=10.0.0.7,user=amina,password=x", "MySQL", id="MySQL of GDAL"),
    pytest.param("OCI:amina/secret@10.0.0.7", "Oracle", id="Oracle of GDAL"),
    pytest.param("MSSQL:server=10.0.0.7;database=a;UID=amina;PWD=x", "SQL Server", id="SQL Server of GDAL"),
    pytest.param(
        "WFS://url='https://amina:pw@h.example/ows?token=1' typename='asm:visits' version='2.0.0'",
        "visits (WFS)",
        id="WFS",
    ),
    pytest.param(
        "url='https://h.example/ows?map=/home/amina/x.qgs' typename='visits'",
        "visits (WFS)",
        id="WFS without its provider",
    ),
    pytest.param("WFS:https://h.example/ows?token=1&typename=visits", "visits (WFS)", id="WFS of GDAL"),
    pytest.param(
        "crs='EPSG:4326' url='https://h.example/arcgis/rest/services/Mines/FeatureServer/0'",
        "ArcGIS",
        id="ArcGIS",
    ),
    pytest.param("type=xyz&url=https://h.example/%7Bz%7D?key=1", "XYZ", id="tiles"),
    pytest.param("contextualWMSLegend=0&layers=a&url=https://h.example/wms", "WMS", id="WMS"),
    pytest.param("?query=SELECT * FROM x WHERE p='secret'", "virtual", id="virtual layer"),
    pytest.param("Point?crs=EPSG:4326&field=password:string", "memory", id="layer in memory"),
    pytest.param("PolygonZ?crs=EPSG:4326&uid={1}", "memory", id="layer in memory with heights"),
    pytest.param(
        '{"type": "FeatureCollection", "features": [{"password": 1}]}', "GeoJSON", id="text of GeoJSON"
    ),
    pytest.param("visits_0b2e_4711", "visits_0b2e_4711", id="identifier of a layer"),
    pytest.param("Sites: Sud-Kivu", "Sites: Sud-Kivu", id="name of a layer"),
    pytest.param("user=amina password=x", "source", id="remains of a connection"),
    pytest.param("amina:pw@h.example", "source", id="login alone"),
    pytest.param("", "", id="nothing"),
    pytest.param("  \n/home/amina/a\tb.csv ", "a b.csv", id="blanks and lines"),
]


@pytest.mark.parametrize("text, told", CASES)
def test_only_name_and_kind_are_told(text, told):
    assert shareable_source(text) == told
    assert shareable_source(told) == told


@given(
    st.sampled_from(["postgres://", "PG:", "WFS://", "", "ogr:", "mssql://", "delimitedtext://", "https://"]),
    st.permutations(
        [
            "host=h7.example",
            "user='am1na'",
            "password='s3same'",
            "dbname='d8'",
            'table="public"."visits"',
            "port=1",
        ]
    ),
)
def test_no_order_of_a_connection_tells_more(prefix, parts):
    told = shareable_source(prefix + " ".join(parts))
    assert not any(word in told for word in ("h7", "am1na", "s3same"))


@given(st.text(max_size=60))
def test_any_text_is_told_without_folders(text):
    told = shareable_source(text)
    assert "\\" not in told and "://" not in told and "\n" not in told


@pytest.mark.parametrize(
    "text, left",
    [
        (
            "dbname='a' host=h port=5432 user='amina' password='open \\' sesame' key='fid' table=\"v\" (geom)",
            "dbname='a' host=h port=5432 key='fid' table=\"v\" (geom)",
        ),
        ("dbname='a' authcfg=abc1234 table=\"v\"", "dbname='a' authcfg=abc1234 table=\"v\""),
        (
            "url='https://amina:pw@h.example/ows?map=1&token=abc&v=2' typename='v'",
            "url='https://h.example/ows?map=1&v=2' typename='v'",
        ),
        ("url='https://h.example/ows?api_key=abc' typename='v'", "url='https://h.example/ows?' typename='v'"),
    ],
    ids=["database", "authcfg", "address with two parameters", "address with a key"],
)
def test_a_command_keeps_the_source_but_no_login(text, left):
    assert without_login(text) == left
