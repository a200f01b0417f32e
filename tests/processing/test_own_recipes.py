"""asm:printsheet with a recipe of one's own: what it says is printed, and a fault in it is told by its path."""

import json
import shutil
import subprocess

import pytest
from qgis.core import QgsProcessingException


@pytest.fixture()
def demo_site_layer(run, resources):
    demo = str(resources / "demo" / "visits.csv")
    sinks = dict.fromkeys(("SITES", "VISITS", "FINDINGS"), "TEMPORARY_OUTPUT")
    return run("asm:importvisits", INPUT=demo, **sinks)["SITES"]


def own(tmp_path, **document):
    path = tmp_path / "mine.json"
    path.write_text(json.dumps({"id": "mine", "extends": "province", **document}), encoding="utf-8")
    return str(path)


def test_a_recipe_of_ones_own_is_printed(run, resources, demo_site_layer, tmp_path):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is missing; install poppler-utils")
    recipe = own(
        tmp_path,
        page={"papers": ["A4"]},
        frames={
            "main": {
                "layers": [
                    {"role": "sites", "theme": "qualification", "labels": False},
                    {"role": "provinces"},
                ]
            }
        },
        blocks={"legend": ["legend", "context"]},
        texts={"title": {"en": "Status of {n} sites: {area}", "fr": "Statut de {n} sites : {area}"}},
    )
    out = run(
        "asm:printsheet",
        SITES=demo_site_layer,
        PROVINCES=str(resources / "demo" / "provinces.geojson"),
        AREA="Ngalara",
        RECIPE_FILE=recipe,
        LANGUAGE="fr",
        PDF=str(tmp_path / "sheet.pdf"),
    )
    text = subprocess.run(["pdftotext", out["PDF"], "-"], capture_output=True, text=True, check=True).stdout
    assert f"Statut de {out['N_SITES']} sites : Ngalara" in text
    assert "au format A4" in " ".join(text.split())
    assert "Comment lire un site" not in text
    assert out["N_LABELLED"] == 0


@pytest.mark.parametrize(
    "document, told",
    [
        pytest.param({"papers": ["A4"]}, "'papers' is not known here", id="key of the page at the top"),
        pytest.param({"blocks": {"legend": ["histry"]}}, "'blocks.legend.0' must be one of", id="block"),
        pytest.param({"extends": "poster"}, "'extends' must be one of", id="parent"),
        pytest.param({"page": {"papers": []}}, "'page.papers' must hold at least one", id="no paper"),
        pytest.param(
            {"page": {"type_pt": {"A0": {"site": 3}}}},
            "'page.type_pt.A0.site' must be between 6 and 400, not 3",
            id="type too small to read",
        ),
    ],
)
def test_a_fault_is_told_with_file_and_path(run, demo_site_layer, tmp_path, document, told):
    with pytest.raises(QgsProcessingException, match=r"mine\.json") as error:
        run(
            "asm:printsheet",
            SITES=demo_site_layer,
            RECIPE_FILE=own(tmp_path, **document),
            PDF=str(tmp_path / "sheet.pdf"),
        )
    assert told in str(error.value)
    assert not (tmp_path / "sheet.pdf").exists()
