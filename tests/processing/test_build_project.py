"""asm:buildproject: a project of an atlas, styled, described and movable."""

import pytest
from qgis.core import QgsExpression, QgsProcessingException, QgsProject, QgsVectorLayer


@pytest.fixture()
def atlas(run, resources, tmp_path):
    """An atlas of the demo data: sites, visits, actors, findings and scores."""
    path = tmp_path / "atlas.gpkg"

    def sink(table):
        return f"ogr:dbname='{path}' table=\"{table}\" (geom)"

    run(
        "asm:importvisits",
        INPUT=str(resources / "demo" / "visits.csv"),
        SITES=sink("sites"),
        VISITS=sink("visits"),
        ACTORS=f"ogr:dbname='{path}' table=\"actors\"",
        STATUSES=f"ogr:dbname='{path}' table=\"statuses\"",
        FINDINGS=sink("findings"),
    )
    tables = {name.upper(): f"{path}|layername={name}" for name in ("sites", "visits", "actors", "statuses")}
    run("asm:scorecard", **tables, SCORES=sink("scores"))
    return path


@pytest.fixture()
def atlas_with_areas(run, resources, atlas):
    """The atlas with what the algorithms on areas and titles write, under the names of the main job."""
    demo = resources / "demo"

    def sink(table, located=True):
        return f"ogr:dbname='{atlas}' table=\"{table}\"" + (" (geom)" if located else "")

    sites, prepared = f"{atlas}|layername=sites", f"{atlas}|layername=prepared_areas"
    run(
        "asm:prepareprotectedareas",
        INPUT=str(demo / "protected_areas.geojson"),
        SECOND_TIER=True,
        OUTPUT=sink("prepared_areas"),
        DROPPED=sink("areas_left_out", False),
    )
    run(
        "asm:protectedareaoverlap",
        SITES=sites,
        AREAS=prepared,
        OUTPUT=sink("sites_areas"),
        PAIRS=sink("pairs", False),
        SUMMARY=sink("areas"),
        BY_UNIT=sink("area_units", False),
        LARGEST=sink("largest_overlaps", False),
        NOTE=sink("area_note", False),
    )
    run("asm:areabands", INPUT=prepared, OUTPUT=sink("area_bands"))
    run(
        "asm:titleoverlap",
        SITES=sites,
        TITLES=str(demo / "titles.geojson"),
        TITLES_DATE="2025-12-31",
        OUTPUT=sink("sites_titles"),
        PAIRS=sink("title_pairs", False),
        OVERLAPS=sink("title_overlaps"),
        SUMMARY=sink("title_counts", False),
    )
    return atlas


def test_areas_and_titles_have_groups_of_their_own_with_styles(run, resources, atlas_with_areas, tmp_path):
    out = run(
        "asm:buildproject",
        ATLAS=str(atlas_with_areas),
        TITLES=str(resources / "demo" / "titles.geojson"),
        PROJECT=str(tmp_path / "atlas.qgz"),
    )
    project = QgsProject()
    assert project.read(out["PROJECT"])
    groups = groups_of(project)
    assert list(groups) == [
        "Mine sites",
        "Scorecard",
        "Visits and findings",
        "Mining titles",
        "Protected areas",
    ]
    assert groups["Mine sites"] == ["Sites", "Sites by their relation to areas", "Sites by their title"]
    assert groups["Mining titles"] == [
        "Overlaps of titles",
        "Mining titles",
        "Sites by title",
        "Site and title pairs",
    ]
    assert groups["Protected areas"] == [
        "Protected areas",
        "Prepared areas",
        "Distance bands",
        "Largest overlaps",
        "Sites by unit, category and band",
        "Site and area pairs",
        "Areas left out or changed",
        "Footnote of the overlap",
    ]
    sorted_by = {
        layer.source().split("layername=")[1]: sorted(
            QgsExpression(layer.renderer().classAttribute()).referencedColumns()
        )
        for layer in project.mapLayers().values()
        if layer.isSpatial() and layer.renderer().type() == "categorizedSymbol"
    }
    assert sorted_by["sites_areas"] == ["pa_band"]
    assert sorted_by["sites_titles"] == ["title_class"]
    assert sorted_by["title_overlaps"] == ["is_sliver"]
    assert sorted_by["area_bands"] == ["band"]
    assert "iucn_cat" in sorted_by["areas"] and sorted_by["areas"] == sorted_by["prepared_areas"]
    visible = {node.name() for node in project.layerTreeRoot().findLayers() if node.isVisible()}
    assert {"Sites", "Protected areas"} <= visible
    assert not visible & {"Distance bands", "Prepared areas", "Sites by their title"}
    project.clear()


def groups_of(project):
    return {
        group.name(): [node.name() for node in group.findLayers()]
        for group in project.layerTreeRoot().findGroups()
    }


def test_the_project_has_groups_styles_and_metadata(run, resources, atlas, tmp_path):
    out = run(
        "asm:buildproject",
        ATLAS=str(atlas),
        PROVINCES=str(resources / "demo" / "provinces.geojson"),
        TITLES=str(resources / "demo" / "titles.geojson"),
        LANGUAGE="fr",
        TITLE="Essai",
        PROJECT=str(tmp_path / "atlas.qgz"),
    )
    project = QgsProject()
    assert project.read(out["PROJECT"])
    assert project.title() == "Essai"
    assert groups_of(project) == {
        "Sites miniers": ["Sites"],
        "Évaluation": [
            "Sécurité",
            "Santé et sécurité au travail",
            "Services de l'État",
            "Formalisation",
        ],
        "Visites et constats": [
            "Constats de l'import",
            "Visites",
            "Acteurs armés et étatiques",
            "Décisions de statut",
        ],
        "Fond de carte": ["Provinces"],
        "Titres miniers": ["Titres miniers"],
    }
    assert out["N_LAYERS"] == len(project.mapLayers()) == 11
    assert all(layer.isValid() for layer in project.mapLayers().values())
    sites = project.mapLayersByName("Sites")[0]
    assert sites.renderer().type() == "categorizedSymbol" and sites.labelsEnabled()
    provinces = project.mapLayersByName("Provinces")[0]
    assert provinces.metadata().rights() == ["Fictional demo data of ASM Atlas"]
    project.clear()


def test_the_styles_are_saved_in_the_geopackage(run, atlas, tmp_path):
    run("asm:buildproject", ATLAS=str(atlas), PROJECT=str(tmp_path / "atlas.qgz"))
    sites = QgsVectorLayer(f"{atlas}|layername=sites", "sites", "ogr")
    count, _, names, *_ = sites.listStylesInDatabase()
    assert "sites" in names[:count]
    assert sites.renderer().type() == "categorizedSymbol", "the saved style is the default"
    scores = QgsVectorLayer(f"{atlas}|layername=scores", "scores", "ogr")
    _, _, score_styles, *_ = scores.listStylesInDatabase()
    assert {
        "scores_security",
        "scores_health_safety",
        "scores_state_services",
        "scores_formalisation",
    } <= set(score_styles)
    assert scores.renderer().classAttribute() == "security_level"


def test_the_two_files_can_be_moved_together(run, atlas, tmp_path):
    run("asm:buildproject", ATLAS=str(atlas), PROJECT=str(tmp_path / "atlas.qgz"))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("atlas.gpkg", "atlas.qgz"):
        (tmp_path / name).rename(elsewhere / name)
    project = QgsProject()
    assert project.read(str(elsewhere / "atlas.qgz"))
    assert project.mapLayers() and all(layer.isValid() for layer in project.mapLayers().values())
    project.clear()


def test_running_it_again_changes_no_table(run, resources, atlas, tmp_path):
    parameters = {
        "ATLAS": str(atlas),
        "PROVINCES": str(resources / "demo" / "provinces.geojson"),
        "PROJECT": str(tmp_path / "atlas.qgz"),
    }
    first = run("asm:buildproject", **parameters)
    again = run("asm:buildproject", **parameters)
    assert first["N_LAYERS"] == again["N_LAYERS"]
    provinces = QgsVectorLayer(f"{atlas}|layername=provinces", "p", "ogr")
    assert provinces.featureCount() == 3


@pytest.mark.parametrize(
    "change, told",
    [
        ({"ATLAS": "/nonexistent/atlas.gpkg"}, "atlas.gpkg is not a GeoPackage"),
        ({"PROJECT": "/nonexistent/atlas.qgz"}, "folder of atlas.qgz does not exist"),
    ],
)
def test_failures_are_told(run, atlas, tmp_path, change, told):
    with pytest.raises(QgsProcessingException, match=told):
        run("asm:buildproject", **{"ATLAS": str(atlas), "PROJECT": str(tmp_path / "p.qgz"), **change})
    assert not (tmp_path / "p.qgz").exists()


def test_base_layers_carry_their_own_names(run, resources, atlas, tmp_path):
    """Towns and territories have the names of the level above in other fields."""
    demo = resources / "demo"
    out = run(
        "asm:buildproject",
        ATLAS=str(atlas),
        PROVINCES=str(demo / "provinces.geojson"),
        TERRITORIES=str(demo / "territories.geojson"),
        TOWNS=str(demo / "towns.geojson"),
        PROJECT=str(tmp_path / "atlas.qgz"),
    )
    project = QgsProject()
    assert project.read(out["PROJECT"])
    named = {
        layer.source().split("layername=")[1]: layer.labeling().settings().fieldName
        for layer in project.mapLayers().values()
        if layer.isSpatial() and layer.labelsEnabled()
    }
    assert named["towns"] == '"name"'
    assert named["territories"] == '"adm2_name"'
    assert named["provinces"] == '"adm1_name"'
    project.clear()
