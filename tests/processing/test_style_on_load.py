"""Outputs that QGIS loads into a project come styled, run after run."""

import pytest
from made_up_grids import BAND_M, grid_layer, squares_layer
from qgis.core import (
    NULL,
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsLayerTreeModel,
    QgsMapLayerLegendUtils,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsSymbol,
)


@pytest.fixture()
def load(plugin, qgis_new_project):
    """Run an algorithm and load its outputs as the toolbox does; the layers by output."""

    def run_and_load(algorithm_id, sinks, **parameters):
        project = QgsProject.instance()
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
        context.setProject(project)
        for name in sinks:
            parameters[name] = QgsProcessingOutputLayerDefinition("memory:", project)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
        results, finished = algorithm.run(parameters, context, feedback)
        assert finished, feedback.textLog()
        layers = {}
        for name in sinks:
            layer = QgsProcessingUtils.mapLayerFromString(results[name], context)
            details = context.layerToLoadOnCompletionDetails(results[name])
            project.addMapLayer(context.temporaryLayerStore().takeMapLayer(layer))
            if details.postProcessor() is not None:
                details.postProcessor().postProcessLayer(layer, context, feedback)
            layers[name] = layer
        return layers

    return run_and_load


@pytest.fixture()
def imported(load, resources):
    def run_import():
        return load(
            "asm:importvisits",
            ("SITES", "VISITS", "ACTORS", "STATUSES", "FINDINGS"),
            INPUT=str(resources / "demo" / "visits.csv"),
        )

    return run_import


def look_of(layer):
    """Kind of renderer and the fields that it sorts by."""
    renderer = layer.renderer()
    if renderer.type() != "categorizedSymbol":
        return renderer.type(), None
    fields = sorted(QgsExpression(renderer.classAttribute()).referencedColumns())
    return renderer.type(), ", ".join(fields)


def test_import_comes_styled_run_after_run(imported):
    for _ in range(3):
        layers = imported()
        assert look_of(layers["SITES"]) == ("categorizedSymbol", "mineral_main")
        assert layers["SITES"].labelsEnabled()
        assert look_of(layers["VISITS"]) == ("singleSymbol", None)
        assert layers["VISITS"].renderer().symbol().color().name() == "#d9d2c3"
        assert look_of(layers["FINDINGS"]) == ("categorizedSymbol", "severity")
        assert layers["ACTORS"].renderer() is None


def test_findings_of_every_severity_are_drawn(imported):
    findings = imported()["FINDINGS"]
    drawn = {category.value() for category in findings.renderer().categories()}
    assert findings.uniqueValues(findings.fields().lookupField("severity")) <= drawn


def test_scores_come_styled(imported, load):
    tables = {name: layer for name, layer in imported().items() if name != "FINDINGS"}
    for _ in range(2):
        scores = load("asm:scorecard", ("SCORES",), **tables)["SCORES"]
        assert look_of(scores) == ("categorizedSymbol", "security_level")


def test_steps_and_sensitivity_come_styled(imported, load):
    tables = {name: layer for name, layer in imported().items() if name != "FINDINGS"}
    scores = load("asm:scorecard", ("SCORES",), **tables)["SCORES"]
    for _ in range(2):
        layers = load("asm:nextsteps", ("STEPS", "SITE_STEPS"), SCORES=scores)
        assert look_of(layers["SITE_STEPS"]) == ("categorizedSymbol", "first_kind")
        steps = layers["SITE_STEPS"]
        assert "first_en" in steps.mapTipTemplate()
        shown = [value_of(steps.displayExpression(), row, steps.fields()) for row in steps.getFeatures()]
        assert any(text.count(". ") > 1 for text in shown) and all(shown)
        assert layers["STEPS"].renderer() is None
        sensitivity = load("asm:scoresensitivity", ("SENSITIVITY",), SCORES=scores)["SENSITIVITY"]
        by = sensitivity.renderer().classAttribute()
        drawn = [value_of(by, row, sensitivity.fields()) for row in sensitivity.getFeatures()]
        assert {"from_95", "unknown"} <= set(drawn), "what is kept, and what is not scored"
        keeps = [row["security_keeps"] for row in sensitivity.getFeatures()]
        for of_class, keep in zip(drawn, keeps):
            assert (of_class == "unknown") == (keep in (None, NULL))
            assert (of_class == "from_95") == (keep not in (None, NULL) and keep >= 0.95)
        assert set(drawn) <= {category.value() for category in sensitivity.renderer().categories()}


def value_of(expression, feature, fields):
    context = QgsExpressionContext()
    context.setFields(fields)
    context.setFeature(feature)
    return QgsExpression(expression).evaluate(context)


def holds(expression, feature, fields):
    return bool(value_of(expression, feature, fields))


def test_key_figures_and_comparison_come_styled(imported, load, resources):
    tables = {name: layer for name, layer in imported().items() if name != "FINDINGS"}
    scores = load("asm:scorecard", ("SCORES",), **tables)["SCORES"]
    provinces = str(resources / "demo" / "provinces.geojson")
    for _ in range(2):
        areas = load(
            "asm:summarisescores",
            ("GROUPS", "SUMMARY", "AREAS"),
            SCORES=scores,
            GROUP_BY="polygons",
            POLYGONS=provinces,
        )["AREAS"]
        assert look_of(areas) == ("RuleRenderer", None)
        assert areas.labelsEnabled()
        assert len(areas.styleManager().styles()) == 6
        pair = {"X": "security_level", "Y": "access_level"}
        compared = load("asm:compareindicators", ("COMPARISON", "COUNTS"), SCORES=scores, **pair)
        assert look_of(compared["COMPARISON"]) == ("categorizedSymbol", "cell")
        assert compared["COMPARISON"].legendPlaceholderImage().startswith("base64:")


def test_sites_and_areas_of_the_overlap_come_styled(imported, load, resources):
    areas = str(resources / "demo" / "protected_areas.geojson")
    sites = imported()["SITES"]
    for _ in range(2):
        layers = load(
            "asm:protectedareaoverlap", ("OUTPUT", "PAIRS", "SUMMARY"), SITES=sites, AREAS=areas, BANDS="1, 5"
        )
        assert look_of(layers["OUTPUT"]) == ("categorizedSymbol", "pa_band")
        bands = {category.value() for category in layers["OUTPUT"].renderer().categories()}
        assert "inside" in bands and len(bands) >= 3
        summary = layers["SUMMARY"]
        kind, _ = look_of(summary)
        by = summary.renderer().classAttribute()
        drawn = {str(category.value()) for category in summary.renderer().categories()}
        classes = {str(value_of(by, row, summary.fields())) for row in summary.getFeatures()}
        assert kind == "categorizedSymbol" and len(classes) > 2 and classes <= drawn
        assert summary.labelsEnabled()


def test_bands_round_areas_come_styled_by_band(imported, load, resources):
    sites = imported()["SITES"]
    areas = str(resources / "demo" / "protected_areas.geojson")
    rings = load("asm:areabands", ("OUTPUT",), INPUT=areas, BANDS="1, 5")["OUTPUT"]
    assert look_of(rings) == ("categorizedSymbol", "band")
    assert [category.value() for category in rings.renderer().categories()] == ["0-1 km", "1-5 km"]
    order = [node.layerId() for node in QgsProject.instance().layerTreeRoot().findLayers()]
    assert order.index(rings.id()) > order.index(sites.id())


def test_changes_of_sites_come_styled_by_shape_and_colour(imported, load):
    from asm_atlas.core.releases.sites import SITE_KINDS

    layers = imported()
    given = {f"{age}_{name}": layers[name] for age in ("OLD", "NEW") for name in ("SITES", "VISITS")}
    for _ in range(2):
        changes = load("asm:comparereleases", ("SITE_CHANGES", "VISIT_CHANGES", "SUMMARY"), **given)
        assert look_of(changes["SITE_CHANGES"]) == ("categorizedSymbol", "change")
        assert changes["SUMMARY"].renderer() is None
    categories = changes["SITE_CHANGES"].renderer().categories()
    assert {category.value() for category in categories} == {*SITE_KINDS, ""}
    markers = [category.symbol().symbolLayer(0) for category in categories]
    assert len({marker.color().name() for marker in markers}) == len(markers)
    assert len({(marker.shape(), marker.size()) for marker in markers}) == len(markers)


@pytest.mark.parametrize("locale, word", [("fr_FR", "très faible"), ("en_GB", "very low")])
def test_classes_are_named_in_the_language_of_qgis(imported, load, monkeypatch, locale, word):
    tables = {name: layer for name, layer in imported().items() if name != "FINDINGS"}
    monkeypatch.setattr(QgsApplication, "locale", lambda: locale)
    scores = load("asm:scorecard", ("SCORES",), **tables)["SCORES"]
    assert any(word in category.label().lower() for category in scores.renderer().categories())


def test_visits_and_findings_do_not_cover_the_sites(imported):
    layers = imported()
    root = QgsProject.instance().layerTreeRoot()
    visible = {name: root.findLayer(layer.id()).isVisible() for name, layer in layers.items()}
    assert visible["SITES"] and not visible["VISITS"] and not visible["FINDINGS"]


def test_the_legend_of_the_sites_shows_the_minerals_that_are_there(imported):
    sites = imported()["SITES"]
    node = QgsProject.instance().layerTreeRoot().findLayer(sites.id())
    categories = sites.renderer().categories()
    shown = {categories[index].value() for index in QgsMapLayerLegendUtils.legendNodeOrder(node)}
    found = sites.uniqueValues(sites.fields().lookupField("mineral_main"))
    assert shown - {"unknown"} == {value for value in found if value} - {"unknown"}
    parts = categories[0].symbol().symbolLayers()
    drawn = [part for part in parts if part.size() and getattr(part, "character", lambda: "disc")() != " "]
    assert [part.size() for part in drawn] == [3.0], "without a site only the disc is drawn"


def test_areas_are_put_below_points_and_lines(imported, load, resources):
    sites = imported()["SITES"]
    areas = str(resources / "demo" / "protected_areas.geojson")
    layers = load("asm:protectedareaoverlap", ("OUTPUT", "SUMMARY"), SITES=sites, AREAS=areas, BANDS="5")
    order = [node.layerId() for node in QgsProject.instance().layerTreeRoot().findLayers()]
    assert order.index(layers["SUMMARY"].id()) > order.index(sites.id())
    assert order.index(layers["SUMMARY"].id()) > order.index(layers["OUTPUT"].id())


def test_tables_of_one_geopackage_are_all_readable_when_loaded(
    plugin, qgis_new_project, qgis_iface, monkeypatch, resources, tmp_path
):
    """A layer opened before later tables went into its file answers counts and values none the less."""
    from asm_atlas.dialogs.import_choices import table_in
    from processing.gui.Postprocessing import handleAlgorithmResults
    from qgis.gui import QgsLayerTreeView

    tree = QgsLayerTreeView()  # asked for by QGIS 3.44 and not in the interface of the tests
    tree.setModel(QgsLayerTreeModel(QgsProject.instance().layerTreeRoot()))
    monkeypatch.setattr(qgis_iface, "layerTreeView", lambda: tree, raising=False)
    path, tables = tmp_path / "atlas.gpkg", ("sites", "visits", "actors", "statuses", "findings")
    project = QgsProject.instance()
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(project)
    context.setFeedback(feedback)
    parameters = {
        name.upper(): QgsProcessingOutputLayerDefinition(table_in(path, name), project) for name in tables
    }
    parameters["INPUT"] = str(resources / "demo" / "visits.csv")
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("asm:importvisits")
    _, finished = algorithm.run(parameters, context, feedback)
    assert finished, feedback.textLog()
    handleAlgorithmResults(algorithm, context, feedback, parameters=parameters)
    (sites,) = project.mapLayersByName("Sites")
    assert sites.featureCount() == 300
    assert "gold" in sites.uniqueValues(sites.fields().indexOf("mineral_main"))
    assert {layer.featureCount() for layer in project.mapLayers().values()} >= {300, 521, 276, 80}
    project.clear()


def test_sites_with_titles_and_overlaps_come_styled(imported, load, resources):
    titles = str(resources / "demo" / "titles.geojson")
    layers = load("asm:titleoverlap", ("OUTPUT", "OVERLAPS"), SITES=imported()["SITES"], TITLES=titles)
    assert look_of(layers["OUTPUT"]) == ("categorizedSymbol", "title_class")
    assert look_of(layers["OVERLAPS"]) == ("categorizedSymbol", "is_sliver")
    written = {row["title_class"] for row in layers["OUTPUT"].getFeatures()}
    categories = layers["OUTPUT"].renderer().categories()
    assert written - {"unknown"} <= {category.value() for category in categories}
    assert (categories[-1].value(), categories[-1].label()) == ("", "not known")


@pytest.mark.parametrize(
    "made, kind", [(grid_layer, "Marker"), (squares_layer, "Fill")], ids=["sites", "areas"]
)
def test_clusters_come_in_the_classes_of_their_statistic(load, made, kind):
    neighbours = {"NEIGHBOURS": "band", "DISTANCE": BAND_M, "PERMUTATIONS": 999}
    layers = load("asm:hotspots", ("OUTPUT", "SUMMARY"), INPUT=made(), FIELD="value", **neighbours)
    renderer = layers["OUTPUT"].renderer()
    assert [category.label() for category in renderer.categories()][:2] == [
        "hot spot: high values",
        "cold spot: low values",
    ]
    assert all(
        category.symbol().type() == getattr(QgsSymbol.SymbolType, kind) for category in renderer.categories()
    )
    assert "lisa_cluster" in renderer.classAttribute()
