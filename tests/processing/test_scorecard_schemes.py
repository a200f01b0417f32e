"""Scores of other schemes than the default one: columns, metadata, styles, projects and sheets."""

import json
import subprocess

import pytest
from qgis.core import QgsProject, QgsVectorLayer

CRITERIA = ("armed_groups", "serious_abuses", "security_forces", "registration", "status")
RISKS = ("serious_abuses", "armed_groups", "security_forces", "levies", "origin")
TABLES = ("SITES", "VISITS", "ACTORS", "STATUSES")


@pytest.fixture()
def atlas(run, resources, tmp_path):
    """A GeoPackage with the demo's tables, and scores by the criteria of mine sites."""
    path = tmp_path / "atlas.gpkg"

    def sink(table, located=True):
        return f"ogr:dbname='{path}' table=\"{table}\"" + (" (geom)" if located else "")

    sinks = {name: sink(name.lower(), name in TABLES[:2]) for name in TABLES}
    run(
        "asm:importvisits",
        INPUT=str(resources / "demo" / "visits.csv"),
        FINDINGS="TEMPORARY_OUTPUT",
        **sinks,
    )
    tables = {name: f"{path}|layername={name.lower()}" for name in TABLES}
    run("asm:scorecard", SCHEME="site_criteria_1", SCORES=sink("scores"), **tables)
    return path


@pytest.fixture()
def scored(run, atlas):
    """Scores of the demo by a shipped scheme."""

    def score(scheme, **others):
        tables = {name: f"{atlas}|layername={name.lower()}" for name in TABLES}
        result = run("asm:scorecard", SCHEME=scheme, SCORES="TEMPORARY_OUTPUT", **tables, **others)
        return result["SCORES"]

    return score


@pytest.mark.parametrize(
    "scheme, dimensions, overall",
    [("oecd_annex_ii_1", RISKS, False), ("site_criteria_1", CRITERIA, True)],
)
def test_columns_and_hash_are_those_of_the_scheme(scored, resources, scheme, dimensions, overall):
    from asm_atlas.core.documents import document_hash
    from asm_atlas.core.score_tables import score_columns

    layer = scored(scheme)
    names = [column.name for column in score_columns(dimensions, overall)]
    assert [name for name in layer.fields().names() if name != "fid"] == names
    rows = list(layer.getFeatures())
    assert rows
    hashes = {row["scheme_hash"] for row in rows}
    assert hashes == {document_hash(resources / "schemes" / f"{scheme}.json")}


def test_a_scheme_of_ones_own_comes_before_the_chosen_one(scored, resources, tmp_path):
    document = json.loads((resources / "schemes" / "asm_atlas_1.json").read_text("utf-8"))
    document["id"], document["dimensions"] = "mine", document["dimensions"][:1]
    (tmp_path / "mine.json").write_text(json.dumps(document), encoding="utf-8")
    layer = scored("site_criteria_1", SCHEME_FILE=str(tmp_path / "mine.json"))
    assert {row["scheme"] for row in layer.getFeatures()} == {"mine"}
    assert "security_level" in layer.fields().names() and "access_level" not in layer.fields().names()


def test_the_log_speaks_of_the_levels_of_the_scheme(plugin, atlas):
    from qgis import processing
    from qgis.core import QgsProcessingFeedback

    feedback = QgsProcessingFeedback()
    tables = {name: f"{atlas}|layername={name.lower()}" for name in TABLES}
    parameters = {**tables, "SCHEME": "site_criteria_1", "SCORES": "TEMPORARY_OUTPUT"}
    processing.run("asm:scorecard", parameters, feedback=feedback)
    assert "Criteria pre-check: red " in feedback.textLog()
    assert "not a qualification; only the official decision counts" in feedback.textLog()


@pytest.mark.parametrize("stated", [True, False], ids=["by its metadata", "by the scheme its rows name"])
@pytest.mark.parametrize(
    "theme, language, colours, labels",
    [
        pytest.param(
            "mine_glyph",
            "fr",
            ["#29b012", "#277ad9", "#e0a500", "#b00012"],
            ["vert", "bleu (statut seulement)", "jaune", "rouge", "inconnu, ou aucun statut en vigueur"],
            id="colours of the statuses",
        ),
        pytest.param(
            "mine_glyph_safe",
            "en",
            ["#005f4b", "#3b8ee0", "#f6c700", "#c0001a"],
            ["green", "blue (status only)", "yellow", "red", "not known, or no status in force"],
            id="for colour-blind readers",
        ),
    ],
)
def test_scores_are_drawn_with_the_levels_of_their_scheme(atlas, stated, theme, language, colours, labels):
    from asm_atlas.cartography.score_styles import style_scores
    from asm_atlas.cartography.theme import read_theme
    from qgis.core import QgsLayerMetadata

    layer = QgsVectorLayer(f"{atlas}|layername=scores", "scores", "ogr")
    if not stated:
        layer.setMetadata(QgsLayerMetadata())
    style_scores(layer, read_theme(theme), language, "overall")
    assert layer.renderer().classAttribute() == "overall_level"
    *categories, nowhere, probable, open_level, whose = layer.renderer().categories()
    assert [category.value() for category in categories] == [4, 3, 2, 1, 0]
    assert (nowhere.value(), probable.value(), open_level.value()) == (None, "probable", "open")
    assert "ASM Atlas" in whose.label() and "IPIS" in whose.label()
    assert [category.label() for category in categories] == labels
    assert [category.symbol().color().name() for category in categories[:4]] == colours
    markers = [category.symbol().symbolLayer(0) for category in categories]
    assert len({(marker.shape(), marker.size()) for marker in markers}) == 5


def test_levels_that_nobody_names_are_drawn_all_the_same(qgis_new_project):
    from asm_atlas.cartography.score_legend import score_legend
    from asm_atlas.cartography.theme import read_theme

    layer = QgsVectorLayer("NoGeometry?field=pcode:string&field=a_risk_level:integer", "x", "memory")
    legend = score_legend(layer, read_theme("mine_glyph"), "en")
    assert dict(legend.dimensions) == {"a_risk": "a risk"}
    assert [level.label for level in legend.levels] == ["no data", "very low", "low", "medium", "high"]
    assert (legend.scheme, legend.disclaimer) == ("", "")


def test_the_project_has_a_layer_for_each_dimension(run, atlas, tmp_path):
    run("asm:buildproject", ATLAS=str(atlas), PROJECT=str(tmp_path / "atlas.qgz"))
    project = QgsProject()
    assert project.read(str(tmp_path / "atlas.qgz"))
    group = project.layerTreeRoot().findGroup("Scorecard")
    assert [node.name() for node in group.findLayers()] == [
        "Armed groups",
        "Children and forced labour",
        "Security forces",
        "Minerals registered",
        "Official status in force",
        "Criteria pre-check",
    ]
    styled = [node.layer().renderer().classAttribute() for node in group.findLayers()]
    assert styled == [*(f"{name}_level" for name in CRITERIA), "overall_level"]
    project.clear()


def test_a_sheet_counts_the_levels_of_the_scheme(run, resources, atlas, tmp_path):
    run(
        "asm:printsheet",
        SITES=f"{atlas}|layername=sites",
        SCORES=f"{atlas}|layername=scores",
        PROVINCES=str(resources / "demo" / "provinces.geojson"),
        PAPER="A3",
        LANGUAGE="en",
        PDF=str(tmp_path / "sheet.pdf"),
    )
    command = ["pdftotext", "-raw", str(tmp_path / "sheet.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for words in (
        "Children and forced labour",
        "Criteria pre-check",
        "blue (status only)",
        "site-criteria-1",
    ):
        assert words in text
    assert "Health and safety" not in text
