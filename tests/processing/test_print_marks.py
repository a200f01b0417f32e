"""asm:printsheet with marks of an organisation, changes by hand and fewer names."""

import json

import pytest
from qgis.core import QgsProcessingException

KEY = {"recipe": "province", "area": "Ngalara", "pcode": "", "paper": "A3", "orientation": "landscape"}


@pytest.fixture()
def demo_site_layer(run, resources):
    tables = dict.fromkeys(("SITES", "VISITS", "FINDINGS"), "TEMPORARY_OUTPUT")
    out = run("asm:importvisits", INPUT=str(resources / "demo" / "visits.csv"), **tables)
    return out["SITES"]


@pytest.fixture()
def printed(run, resources, demo_site_layer, tmp_path):
    """Print a sheet; its report and the texts on it by item."""

    def printed(**parameters):
        out = run(
            "asm:printsheet",
            SITES=demo_site_layer,
            PROVINCES=str(resources / "demo" / "provinces.geojson"),
            AREA="Ngalara",
            PAPER="A3",
            ORIENTATION="landscape",
            PRESET="screen",
            SVG=str(tmp_path / "sheet.svg"),
            PDF=str(tmp_path / "sheet.pdf"),
            REPORT=str(tmp_path / "report.html"),
            **parameters,
        )
        report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
        return report, (tmp_path / "sheet.svg").read_text(encoding="utf-8"), out

    return printed


def changes(language="en", **change):
    return json.dumps(
        [{"sheet": {**KEY, "language": language}, "changes": [{"value": None, "was": "", **change}]}]
    )


def test_marks_stand_on_the_sheet(printed):
    _, svg, _ = printed(ORGANISATION="Institut, Goma", LICENCE="CC BY 4.0", DISCLAIMER="Limites indicatives.")
    for words in ("Institut, Goma", "CC BY 4.0", "Limites indicatives."):
        assert words in svg
    assert "do not imply" not in svg


def test_changes_by_hand_are_made_on_their_sheet_alone(printed):
    text = {"kind": "text", "item": "title", "value": "By hand", "was": "Artisanal mining sites in Ngalara"}
    report, svg, _ = printed(HAND_CHANGES=changes(**text))
    assert "By hand" in svg
    assert not [note for note in report["sheet"].get("notes", []) if "hand" in note]
    _, other, _ = printed(HAND_CHANGES=changes("fr", **text))
    assert "By hand" not in other


def test_a_change_without_its_item_is_told(printed):
    report, _, _ = printed(HAND_CHANGES=changes(kind="hidden", item="gone"))
    assert "'gone' is not on the sheet any more" in json.dumps(report, ensure_ascii=False)


@pytest.mark.parametrize("text", ["{", "[1]", '[{"sheet": {}, "changes": [{"kind": "dance", "item": "a"}]}]'])
def test_changes_that_cannot_be_read_stop_the_sheet(printed, text):
    with pytest.raises(QgsProcessingException, match="changes by hand cannot be read"):
        printed(HAND_CHANGES=text)


def test_a_font_that_is_not_there_stops_the_sheet(printed):
    with pytest.raises(QgsProcessingException, match="'Nowhere Grotesque' is not installed"):
        printed(FONT="Nowhere Grotesque")
