"""ISO 19115-3 XML of a sheet's metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from qgis.PyQt.QtCore import QBuffer, QIODevice, QXmlStreamWriter

from ..core.documents import expect, read_document
from .report_page import WORDS

_BASE = "http://standards.iso.org/iso/19115/-3/"
_CODES = f"{_BASE}cat/1.0/codelists.xml"
_SPACES = {
    "mdb": f"{_BASE}mdb/2.0",
    "cit": f"{_BASE}cit/2.0",
    "gco": f"{_BASE}gco/1.0",
    "gex": f"{_BASE}gex/1.0",
    "lan": f"{_BASE}lan/1.0",
    "mcc": f"{_BASE}mcc/1.0",
    "mco": f"{_BASE}mco/1.0",
    "mrd": f"{_BASE}mrd/1.0",
    "mri": f"{_BASE}mri/1.0",
    "mrl": f"{_BASE}mrl/2.0",
    "mrs": f"{_BASE}mrs/1.0",
    "gml": "http://www.opengis.net/gml/3.2",
}
_LANGUAGES = {"en": "eng", "fr": "fre"}
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Xml:
    """Writes nested elements by paths such as "cit:date/cit:CI_Date"."""

    def __init__(self, device: QIODevice) -> None:
        self.writer = QXmlStreamWriter(device)
        self.writer.setAutoFormatting(True)
        self.writer.setAutoFormattingIndent(1)

    @contextmanager
    def within(self, path: str) -> Iterator[None]:
        steps = path.split("/")
        for step in steps:
            prefix, name = step.split(":")
            self.writer.writeStartElement(_SPACES[prefix], name)
        yield
        for _ in steps:
            self.writer.writeEndElement()

    def text(self, path: str, value: object, kind: str = "gco:CharacterString") -> None:
        with self.within(f"{path}/{kind}"):
            self.writer.writeCharacters(_NOT_XML.sub("", str(value)))

    def code(self, path: str, value: str) -> None:
        """A word of a code list, named like the last element of the path."""
        name = path.rsplit(":", 1)[1]
        with self.within(path):
            self.writer.writeAttribute("codeList", f"{_CODES}#{name}")
            self.writer.writeAttribute("codeListValue", value)
            self.writer.writeCharacters(value)


def iso_xml(fields: dict[str, Any]) -> bytes:
    """The fields of cartography/sheet_metadata.py as an MD_Metadata document in UTF-8."""
    words = expect(read_document(WORDS), fields["language"], dict, WORDS.name)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    xml = _Xml(buffer)
    xml.writer.writeStartDocument()
    for prefix, space in _SPACES.items():
        xml.writer.writeNamespace(space, prefix)
    with xml.within("mdb:MD_Metadata"):
        xml.text("mdb:metadataIdentifier/mcc:MD_Identifier/mcc:code", _number(fields))
        _locale(xml, "mdb:defaultLocale", fields["language"])
        xml.code("mdb:metadataScope/mdb:MD_MetadataScope/mdb:resourceScope/mcc:MD_ScopeCode", "product")
        _party(xml, "mdb:contact", fields["producer"] or words["not_stated"])
        _date(xml, "mdb:dateInfo", fields["created"], "creation")
        xml.text("mdb:metadataStandard/cit:CI_Citation/cit:title", "ISO 19115-3")
        _projection(xml, fields["crs"])
        with xml.within("mdb:identificationInfo/mri:MD_DataIdentification"):
            _identification(xml, fields, words)
        _files(xml, fields)
        _lineage(xml, fields, words)
    xml.writer.writeEndDocument()
    buffer.close()
    return bytes(buffer.data())


def _number(fields: dict[str, Any]) -> str:
    return f"{fields['map_number']}-v{fields['version']}-{fields['language']}"


def _locale(xml: _Xml, path: str, language: str) -> None:
    with xml.within(f"{path}/lan:PT_Locale"):
        xml.code("lan:language/lan:LanguageCode", _LANGUAGES[language])
        xml.code("lan:characterEncoding/lan:MD_CharacterSetCode", "utf8")


def _party(xml: _Xml, path: str, name: str) -> None:
    with xml.within(f"{path}/cit:CI_Responsibility"):
        xml.code("cit:role/cit:CI_RoleCode", "author")
        xml.text("cit:party/cit:CI_Organisation/cit:name", name)


def _date(xml: _Xml, path: str, moment: str, kind: str) -> None:
    with xml.within(f"{path}/cit:CI_Date"):
        xml.text("cit:date", moment, "gco:DateTime")
        xml.code("cit:dateType/cit:CI_DateTypeCode", kind)


def _projection(xml: _Xml, crs: dict[str, str]) -> None:
    system = "mdb:referenceSystemInfo/mrs:MD_ReferenceSystem/mrs:referenceSystemIdentifier"
    with xml.within(f"{system}/mcc:MD_Identifier"):
        xml.text("mcc:code", crs["authid"] or crs["name"])
        xml.text("mcc:description", crs["name"])


def _identification(xml: _Xml, fields: dict[str, Any], words: dict[str, str]) -> None:
    with xml.within("mri:citation/cit:CI_Citation"):
        xml.text("cit:title", fields["title"])
        _date(xml, "cit:date", fields["created"], "creation")
        xml.text("cit:edition", fields["version"])
        xml.text("cit:identifier/mcc:MD_Identifier/mcc:code", fields["map_number"])
        xml.code("cit:presentationForm/cit:CI_PresentationFormCode", "mapDigital")
    xml.text("mri:abstract", fields["summary"] or fields["title"])
    xml.code("mri:status/mcc:MD_ProgressCode", "completed")
    scale = "mri:spatialResolution/mri:MD_Resolution/mri:equivalentScale/mri:MD_RepresentativeFraction"
    xml.text(f"{scale}/mri:denominator", fields["scale"], "gco:Integer")
    for topic in ("economy", "society"):
        with xml.within("mri:topicCategory/mri:MD_TopicCategoryCode"):
            xml.writer.writeCharacters(topic)
    with xml.within("mri:extent/gex:EX_Extent"):
        if fields["area"]:
            xml.text("gex:description", fields["area"])
        with xml.within("gex:geographicElement/gex:EX_GeographicBoundingBox"):
            for side, name in (
                ("west", "westBoundLongitude"),
                ("east", "eastBoundLongitude"),
                ("south", "southBoundLatitude"),
                ("north", "northBoundLatitude"),
            ):
                xml.text(f"gex:{name}", fields["extent"][side], "gco:Decimal")
        if fields["data_from"]:
            span = "gex:temporalElement/gex:EX_TemporalExtent/gex:extent/gml:TimePeriod"
            with xml.within(span):
                xml.writer.writeAttribute(_SPACES["gml"], "id", "visits")
                for name, day in (("beginPosition", "data_from"), ("endPosition", "data_to")):
                    with xml.within(f"gml:{name}"):
                        xml.writer.writeCharacters(fields[day])
    with xml.within("mri:descriptiveKeywords/mri:MD_Keywords"):
        for theme in fields["themes"]:
            xml.text("mri:keyword", theme)
        xml.code("mri:type/mri:MD_KeywordTypeCode", "theme")
    with xml.within("mri:resourceConstraints/mco:MD_Constraints"):
        for sentence in (*fields["use_limits"], *fields["notes"]):
            xml.text("mco:useLimitation", sentence)
    _locale(xml, "mri:defaultLocale", fields["language"])
    page = fields["paper"]
    made = fields["made_with"]
    xml.text(
        "mri:environmentDescription",
        f"{fields['product']}, {page['paper']} {words[page['orientation']]}, "
        f"{words['n_dpi'].format(n=fields['resolution_dpi'])}; "
        f"ASM Atlas {made['plugin']}, QGIS {made['qgis']}",
    )


def _files(xml: _Xml, fields: dict[str, Any]) -> None:
    with xml.within("mdb:distributionInfo/mrd:MD_Distribution"):
        for file in fields["files"]:
            with xml.within("mrd:transferOptions/mrd:MD_DigitalTransferOptions"):
                xml.text("mrd:transferSize", f"{file['bytes'] / 1e6:.3f}", "gco:Real")
                with xml.within("mrd:onLine/cit:CI_OnlineResource"):
                    xml.text("cit:linkage", file["name"])
                    xml.text("cit:description", f"SHA-256 {file['sha256']}")


def _lineage(xml: _Xml, fields: dict[str, Any], words: dict[str, str]) -> None:
    """The sources with their dates and licences; a layer that states none is said to."""
    with xml.within("mdb:resourceLineage/mrl:LI_Lineage"):
        xml.code("mrl:scope/mcc:MD_Scope/mcc:level/mcc:MD_ScopeCode", "product")
        for source in fields["sources"]:
            stated = "; ".join([*source["rights"], *source["licences"]]) or words["no_rights"]
            first, last = source["first_date"], source["last_date"]
            days = (
                words["to"].format(first=first, last=last)
                if first and last and first != last
                else first or last
            )
            with xml.within("mrl:source/mrl:LI_Source"):
                xml.text("mrl:description", f"{stated}; {days}" if days else stated)
                xml.text("mrl:sourceCitation/cit:CI_Citation/cit:title", source["file"] or source["layer"])
