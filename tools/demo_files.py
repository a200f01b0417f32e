"""Writing the demo files: GeoJSON with fixed decimals and QGIS metadata, the same bytes every time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

RIGHTS = "Fictional demo data of ASM Atlas"
LICENCE = "CC0 1.0"
DATE = "2025-12-31"

_SIDECAR = """<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16">
  <identifier>asm-atlas-demo-{stem}</identifier>
  <parentidentifier></parentidentifier>
  <language>{language}</language>
  <type>dataset</type>
  <title>{title}</title>
  <abstract>{abstract}</abstract>
  <keywords vocabulary="gmd:topicCategory">
    <keyword>{topic}</keyword>
  </keywords>
  <links/>
  <dates>
    <date type="Published" value="{date}T00:00:00Z"/>
  </dates>
  <history>Made by tools/make_demo.py of ASM Atlas with a fixed seed.</history>
  <fees></fees>
  <rights>{rights}</rights>
  <license>{licence}</license>
  <encoding>UTF-8</encoding>
  <extent/>
</qgis>
"""


def write_text(path: Path, text: str) -> None:
    """UTF-8 with LF line ends on every system."""
    path.write_bytes(text.encode("utf-8"))


def write_geojson(path: Path, features: list[dict[str, Any]], decimals: int = 5) -> None:
    """One feature a line, coordinates with a fixed number of decimals."""
    lines = []
    for feature in features:
        geometry = feature["geometry"]
        coordinates = _coordinates(geometry["coordinates"], decimals)
        properties = json.dumps(feature["properties"], ensure_ascii=False)
        lines.append(
            f'{{"type":"Feature","properties":{properties},'
            f'"geometry":{{"type":"{geometry["type"]}","coordinates":{coordinates}}}}}'
        )
    head = (
        f'{{"type":"FeatureCollection","name":"{path.stem}",'
        '"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"features":[\n'
    )
    write_text(path, head + ",\n".join(lines) + "\n]}\n")


def _coordinates(value: Any, decimals: int) -> str:
    if isinstance(value, (int, float)):
        return f"{value:.{decimals}f}"
    return "[" + ",".join(_coordinates(part, decimals) for part in value) + "]"


def write_metadata(path: Path, title: str, abstract: str, topic: str, language: str = "fr") -> None:
    """The .qmd beside a data file: QGIS reads it with QgsMapLayer.loadDefaultMetadata()."""
    text = _SIDECAR.format(
        stem=path.stem,
        language=language,
        title=escape(title),
        abstract=escape(abstract),
        topic=topic,
        date=DATE,
        rights=RIGHTS,
        licence=LICENCE,
    )
    write_text(path.with_suffix(".qmd"), text)
