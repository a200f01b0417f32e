"""Packages, metadata and SVG of sheets."""

import xml.etree.ElementTree as Xml
import zipfile

import pytest
from asm_atlas.cartography.export import export_svg
from asm_atlas.cartography.export_presets import default_options, export_options, preset_ids
from asm_atlas.cartography.iso_metadata import iso_xml
from asm_atlas.cartography.sheet import build_sheet
from asm_atlas.cartography.sheet_layers import SheetLayers
from asm_atlas.cartography.sheet_package import write_package
from asm_atlas.cartography.sheet_request import SheetRequest
from asm_atlas.core.exceptions import DocumentError


def test_the_metadata_are_good_xml_with_every_field(metadata_fields):
    root = Xml.fromstring(iso_xml(metadata_fields))
    assert root.tag == "{http://standards.iso.org/iso/19115/-3/mdb/2.0}MD_Metadata"
    texts = [element.text.strip() for element in root.iter() if element.text and element.text.strip()]
    for text in (
        *("ASM-001-v2-fr", "A & B <c>", "Mines d'été", "500000", "Sud-Kivu", "26.8", "-5.0", "EPSG:32735"),
        *("Read first", "a.pdf", "1.235", "v.csv", "IPIS; ODC-BY 1.0; 2009-01-01 à 2026-05-01", "2026-05-01"),
        *("ni source ni licence indiquées", "Carte, A0 portrait, 300 ppp; ASM Atlas 1, QGIS 3.22"),
    ):
        assert text in texts, text
    assert {element.tag.partition("}")[0][1:8] for element in root.iter()} == {"http://"}


def test_the_metadata_are_in_the_language_of_the_sheet(metadata_fields):
    fields = {**metadata_fields, "language": "en", "producer": ""}
    texts = [element.text for element in Xml.fromstring(iso_xml(fields)).iter()]
    for text in ("not stated", "no source or licence stated", "IPIS; ODC-BY 1.0; 2009-01-01 to 2026-05-01"):
        assert text in texts, text


def test_the_same_files_give_the_same_zip(tmp_path):
    (tmp_path / "b.pdf").write_bytes(b"%PDF" * 100)
    (tmp_path / "a.json").write_text("{}")
    files = [tmp_path / "b.pdf", tmp_path / "a.json"]
    write_package(files, tmp_path / "one.zip")
    (tmp_path / "a.json").touch()
    write_package(files[::-1], tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == ["a.json", "b.pdf"] and archive.testzip() is None


def test_presets():
    assert preset_ids() == ["press", "office", "screen"]
    assert [export_options(preset).dpi for preset in preset_ids()] == [300, 200, 150]
    assert default_options() == export_options("press", 300)
    with pytest.raises(DocumentError, match="web"):
        export_options("web")


def test_maps_of_an_svg_are_cut_at_their_frames(make_site_layer, sheet_project, tmp_path):
    sites = make_site_layer([{"lon": 28 + i / 10, "lat": -2 - i / 10, "name": f"Mine {i}"} for i in range(5)])
    sheet = build_sheet(SheetLayers(sites=sites), SheetRequest(paper="A4"), sheet_project)
    export_svg(sheet, tmp_path / "sheet.svg", export_options("screen", 254))
    root = Xml.fromstring((tmp_path / "sheet.svg").read_bytes())
    svg = "{http://www.w3.org/2000/svg}"
    clips = {clip.get("id"): clip.find(f"{svg}rect") for clip in root.iter(f"{svg}clipPath")}
    box = sheet.main.sceneBoundingRect()
    main = clips["map0"]
    assert [float(main.get(side)) for side in ("x", "width")] == pytest.approx(
        [box.x() * 10, box.width() * 10], abs=0.1
    )
    label = "{http://www.inkscape.org/namespaces/inkscape}label"
    clipped = {group.get(label): group.get("clip-path") for group in root.iter(f"{svg}g") if group.get(label)}
    assert clipped["main_map: sites"] == "url(#map0)"
    assert clipped["main_map: Grids"] is None


def test_letters_of_an_svg_are_outlines(make_site_layer, sheet_project, tmp_path):
    sites = make_site_layer(
        [{"lon": 28 + i / 10, "lat": -2 - i / 10, "name": f"Mine <{i}>"} for i in range(5)]
    )
    sheet = build_sheet(SheetLayers(sites=sites), SheetRequest(paper="A4"), sheet_project)
    export_svg(sheet, tmp_path / "sheet.svg", export_options("screen", 254))
    root = Xml.fromstring((tmp_path / "sheet.svg").read_bytes())
    svg, link = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
    assert list(root.iter(f"{svg}text")) == []
    said = {group.get("aria-label"): group for group in root.iter(f"{svg}g") if group.get("aria-label")}
    assert {"Mine <3>", sheet.title} <= set(said)
    uses = list(said["Mine <3>"].iter(f"{svg}use"))
    assert len(uses) == len("Mine <3>")
    drawn = {path.get("id"): path.get("d") for path in root.iter(f"{svg}path") if path.get("id")}
    assert all(drawn[use.get(link)[1:]].startswith("M") for use in uses if use.get(link) != uses[4].get(link))
    assert drawn[uses[4].get(link)[1:]] == ""  # the blank
    places = [float(use.get("x")) for use in uses]
    assert places == sorted(set(places))
    glyphs = [use.get(link) for use in root.iter(f"{svg}use")]
    assert len(set(glyphs)) < len(glyphs) / 3
