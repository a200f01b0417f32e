"""The ISO 19115-3 document of a package against the published schemas.

They come with the package ckanext-iso19115 (`pip install --no-deps ckanext-iso19115`); without it, or without
lxml, nothing is tested here.
"""

import importlib.metadata
from pathlib import Path

import pytest
from asm_atlas.cartography.iso_metadata import iso_xml

etree = pytest.importorskip("lxml.etree")

# W3C's schema of xlink is not in the package; GML and ISO 19139 need its names alone.
XLINK = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xlink="http://www.w3.org/1999/xlink"
    targetNamespace="http://www.w3.org/1999/xlink">
  <xs:attribute name="type" type="xs:string"/>
  <xs:attribute name="href" type="xs:anyURI"/>
  <xs:attribute name="role" type="xs:anyURI"/>
  <xs:attribute name="arcrole" type="xs:anyURI"/>
  <xs:attribute name="title" type="xs:string"/>
  <xs:attribute name="show" type="xs:string"/>
  <xs:attribute name="actuate" type="xs:string"/>
  <xs:attributeGroup name="simpleAttrs">
    <xs:attribute ref="xlink:type"/>
    <xs:attribute ref="xlink:href"/>
    <xs:attribute ref="xlink:role"/>
    <xs:attribute ref="xlink:arcrole"/>
    <xs:attribute ref="xlink:title"/>
    <xs:attribute ref="xlink:show"/>
    <xs:attribute ref="xlink:actuate"/>
  </xs:attributeGroup>
</xs:schema>"""
ISO = "http://standards.iso.org/iso/19115/-3"
MODULES = (
    "mdb/2.0",
    "cit/2.0",
    "gex/1.0",
    "lan/1.0",
    "mcc/1.0",
    "mco/1.0",
    "mrd/1.0",
    "mri/1.0",
    "mrl/2.0",
    "mrs/1.0",
)


class FromThePackage(etree.Resolver):
    """Answers for the addresses of the schemas with files, so that no network is needed."""

    def __init__(self, folder):
        self.folder = folder

    def resolve(self, url, public_id, context):
        if url.endswith("/xlink.xsd") or url.endswith("/xlinks.xsd"):
            return self.resolve_string(XLINK, context)
        for address, place in (
            ("http://schemas.opengis.net/", "schemas.opengis.net/"),
            ("http://standards.iso.org/iso/", ""),
        ):
            if url.startswith(address):
                return self.resolve_filename(str(self.folder / place / url[len(address) :]), context)
        return None


@pytest.fixture(scope="module")
def schema():
    try:
        package = importlib.metadata.distribution("ckanext-iso19115")
    except importlib.metadata.PackageNotFoundError:
        pytest.skip("the schemas of ISO 19115-3 are not installed (ckanext-iso19115)")
    folder = Path(package.locate_file("ckanext/iso19115/namespaces"))
    imports = "".join(
        f'<xs:import namespace="{ISO}/{module}" schemaLocation="{folder}/19115/-3/{module}/{module[:3]}.xsd"/>'
        for module in MODULES
    )
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(FromThePackage(folder))
    whole = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    return etree.XMLSchema(etree.fromstring(whole.encode(), parser, base_url=f"{folder}/all.xsd"))


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({}, id="every field"),
        pytest.param({"language": "fr"}, id="in French"),
        pytest.param({"data_from": None, "data_to": None}, id="no dates of visits"),
        pytest.param({"area": ""}, id="all sites"),
        pytest.param({"producer": "", "summary": ""}, id="no producer, no summary"),
        pytest.param({"sources": [], "notes": [], "files": []}, id="no sources, notes and files"),
        pytest.param(
            {"crs": {"authid": "", "name": "own", "datum": "own"}}, id="a projection without a code"
        ),
        pytest.param({"title": "Or & coltan <\x01>"}, id="signs that XML does not know"),
    ],
)
def test_the_document_follows_the_schema(schema, metadata_fields, changed):
    document = etree.fromstring(iso_xml({**metadata_fields, **changed}))
    assert schema.validate(document), schema.error_log


def test_the_schema_sees_what_is_out_of_order(schema, metadata_fields):
    document = etree.fromstring(iso_xml(metadata_fields))
    document.insert(0, document[-1])
    assert not schema.validate(document)
