"""What the dock says of a project, and which step comes next."""

import pytest
from qgis.core import QgsFeedback, QgsProject, QgsVectorLayer, QgsVectorLayerUtils

SITES = "pcode visit_id qualification presence"
VISITS = "pcode visit_id row_kind visit_date on_site"
FINDINGS = "finding_id severity rule action"
SCORES = "pcode visit_id state date age_class scheme scheme_version scheme_hash as_of"
SITE = {"pcode": "a1", "visit_id": "a1_1"}
VISIT = {"pcode": "a1", "visit_id": "a1_1", "row_kind": "visit"}
ERROR, WARNING, INFO = ({"finding_id": "F1", "severity": word} for word in ("error", "warning", "info"))


def score(pcode="a1", version="1.0", state="scored", scheme="asm-atlas-1", file_hash="0" * 12):
    return {
        **{"pcode": pcode, "state": state, "date": "2025-11-29", "as_of": "visit"},
        **{"scheme": scheme, "scheme_version": version, "scheme_hash": file_hash},
    }


@pytest.fixture()
def project(plugin, qgis_new_project):
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture()
def add(project):
    """Add a table in memory to the open project."""

    def add(fields, rows=(), name="t", geometry="Point"):
        columns = "".join(f"&field={field}:string" for field in fields.split())
        made = QgsVectorLayer(f"{geometry}?crs=EPSG:4326{columns}", name, "memory")
        for row in rows:
            values = {made.fields().lookupField(key): value for key, value in row.items()}
            made.dataProvider().addFeature(QgsVectorLayerUtils.createFeature(made, attributes=values))
        return project.addMapLayer(made)

    return add


@pytest.fixture()
def break_layer(project, tmp_path):
    """Add a layer whose source is not there."""

    def break_layer(table, name):
        gone = QgsVectorLayer(f"{tmp_path / 'gone.gpkg'}|layername={table}", name, "ogr")
        assert not gone.isValid()
        return project.addMapLayer(gone)

    return break_layer


@pytest.fixture()
def read(project):
    """The steps of the open project by id, and the next one."""
    from asm_atlas.dialogs.start_counts import read_counts, row_sources
    from asm_atlas.dialogs.start_steps import next_step, project_steps
    from asm_atlas.dialogs.start_tables import project_tables

    def read(is_seen=False, layouts=(), printed=(), is_counted=True):
        tables = project_tables(project)
        counts = read_counts(row_sources(project, tables), QgsFeedback()) if is_counted else None
        steps = project_steps(tables, counts, is_seen, layouts, printed)
        return {step.id: step for step in steps}, next_step(steps)

    return read


def standings(steps):
    return " ".join(step.standing.value for step in steps.values())


def test_an_empty_project_starts_with_the_data(read):
    steps, following = read()
    assert standings(steps) == "open open open open open"
    assert following == "data"
    assert steps["data"].facts == ("The project is empty.",)
    assert steps["data"].todo == "Import a table of visits to mine sites."


def test_a_layer_of_something_else_is_no_data(add, read):
    add("name river", name="rivers")
    steps, following = read()
    assert following == "data"
    assert steps["data"].facts == ("None of the layers is a table of mine sites or visits.",)


def test_sites_without_visits_cannot_be_scored(add, read):
    add(SITES, [SITE], "Sites")
    steps, following = read()
    assert following == "data"
    assert steps["data"].facts == (
        "Sites (1 row)",
        "No visits to these sites; scores are made from visits.",
    )


def test_without_a_table_of_findings_they_are_not_known_and_do_not_stand_in_the_way(add, read):
    add(SITES, [SITE], "Sites")
    add(VISITS, [VISIT], "Visits")
    steps, following = read()
    assert standings(steps) == "done unknown open open open"
    assert following == "score"
    assert "not known" in steps["findings"].facts[0]


@pytest.mark.parametrize(
    "rows, is_seen, standing, following",
    [
        pytest.param([ERROR, INFO], False, "open", "findings", id="an error that nobody has looked at"),
        pytest.param([WARNING], False, "open", "findings", id="a warning"),
        pytest.param([ERROR], True, "done", "score", id="opened by the user"),
        pytest.param([INFO, INFO], False, "done", "score", id="nothing but information"),
        pytest.param([], False, "done", "score", id="no finding at all"),
        pytest.param([{"severity": "dire"}], False, "open", "findings", id="a severity that is not ours"),
        pytest.param([{"finding_id": "F1"}], False, "open", "findings", id="no severity"),
    ],
)
def test_findings(add, read, rows, is_seen, standing, following):
    add(SITES, [SITE])
    add(VISITS, [VISIT])
    add(FINDINGS, rows, "Findings")
    steps, after = read(is_seen)
    assert (steps["findings"].standing.value, after) == (standing, following)


def test_findings_are_counted_by_severity(add, read):
    add(SITES, [SITE])
    add(VISITS, [VISIT])
    add(FINDINGS, [ERROR, WARNING, WARNING, INFO, {"severity": "dire"}], "Findings")
    fact = "Findings: errors 1, warnings 2, for information 1, 1 of unknown severity"
    assert read()[0]["findings"].facts == (fact,)
    assert "Counting …" in read(is_counted=False)[0]["findings"].facts


def test_findings_behind_a_filter_are_never_called_harmless(add, read):
    add(SITES, [SITE])
    add(VISITS, [VISIT])
    layer = add(FINDINGS, [ERROR, INFO], "Findings")
    layer.setSubsetString("\"severity\" = 'info'")
    if not layer.subsetString():
        pytest.skip("layers in memory take no filter in this QGIS")
    step = read()[0]["findings"]
    assert step.standing.value == "open"
    assert step.facts[0].endswith("filtered")


@pytest.mark.parametrize(
    "sites, rows, standing, said",
    [
        pytest.param(["a1"], [score()], "done", "Scheme asm-atlas-1, version 1.0, as of each visit", id="scored"),
        pytest.param(
            ["a1"], [score(version="0.9")], "open", "Scheme asm-atlas-1, version 0.9, as of each visit; version 1.0 ships now", id="an older version"
        ),
        pytest.param(["a1"], [score(version="1.1")], "done", "version 1.1", id="a later version of one's own"),
        pytest.param(["a1"], [score(scheme="ours")], "done", "Scheme ours", id="a scheme of one's own"),
        pytest.param(["a1", "a2"], [score()], "open", "1 sites of Sites have no row there.", id="a site more"),
        pytest.param(["a1"], [], "open", "1 sites of Sites have no row there.", id="an empty table"),
        pytest.param(
            ["a1"], [score(state="too_old")], "done", "1 visited too long ago", id="nothing recent enough"
        ),
        pytest.param(["a1"], [{"pcode": "a1"}], "done", "Scheme ?, version ?, as of ?", id="cells left empty"),
    ],
)  # fmt: skip
def test_scores(add, read, sites, rows, standing, said):
    add(SITES, [{**SITE, "pcode": pcode} for pcode in sites], "Sites")
    add(VISITS, [VISIT])
    add(SCORES, rows, "Scores")
    step = read()[0]["score"]
    assert step.standing.value == standing
    assert said in "\n".join(step.facts)


def test_the_next_step_walks_through_all_five(add, read):
    walked = [read()[1]]
    add(SITES, [SITE])
    add(VISITS, [VISIT])
    add(FINDINGS, [ERROR])
    walked += [read()[1], read(is_seen=True)[1]]
    add(SCORES, [score()])
    walked.append(read(is_seen=True)[1])
    add(SITES + " pa_count pa_nearest", [SITE], "With areas")
    walked.append(read(is_seen=True)[1])
    assert walked == ["data", "findings", "score", "analyse", "print"]
    steps, following = read(is_seen=True, printed=["2026-05-31 a.pdf", "2026-06-01 b.pdf"])
    assert standings(steps) == "done done done done done"
    assert following == "print"
    assert steps["print"].facts[0] == "Printed: 2026-06-01 b.pdf"


@pytest.mark.parametrize(
    "fields, said",
    [
        pytest.param(SITES + " pa_count pa_nearest", "Protected areas: x (1 row)", id="areas"),
        pytest.param(SITES + " title_class title_sure", "Mining titles: x (1 row)", id="titles"),
        pytest.param(SITES + " lisa_cluster lisa_label", "Clusters: x (1 row)", id="clusters"),
    ],
)
def test_one_analysis_is_told_and_the_others_are_not_there(add, read, fields, said):
    add(SITES, [SITE], "Sites")
    add(fields, [SITE], "x")
    facts = read()[0]["analyse"].facts
    assert said in facts
    assert sum("not in this project" in fact for fact in facts) == 2
    assert "Sites (1 row)" in read()[0]["data"].facts, "results are not taken for the sites"


@pytest.mark.parametrize(
    "table, step",
    [("sites", "data"), ("findings", "findings"), ("scores", "score"), ("sites_areas", "analyse")],
)
def test_a_layer_that_cannot_be_read_is_never_taken_for_nothing(add, break_layer, read, table, step):
    if step != "data":
        add(SITES, [SITE], "Sites")
        add(VISITS, [VISIT], "Visits")
    break_layer(table, "lost")
    found = read()[0][step]
    assert found.standing.value == "unreadable"
    assert "lost" in " ".join(found.facts)
    assert "source" in found.todo


def test_of_an_unknown_layer_that_cannot_be_read_nothing_is_said(break_layer, read):
    break_layer("something", "lost")
    steps, following = read()
    assert steps["data"].standing.value == "unreadable"
    assert steps["data"].facts == ("The layer lost cannot be read.", "What is in it is not known.")
    assert following == "data"


def test_a_table_on_a_server_is_not_counted(add, read, monkeypatch):
    from asm_atlas.dialogs import start_tables

    monkeypatch.setattr(start_tables, "_COUNTED_PROVIDERS", ())
    add(SITES, [SITE], "Sites")
    add(VISITS, [VISIT], "Visits")
    add(FINDINGS, [INFO], "Findings")
    add(SCORES, [score()], "Scores")
    steps, following = read()
    assert steps["data"].facts[0] == "Sites (rows on a server, not counted)"
    assert (steps["findings"].standing.value, following) == ("open", "findings")
    assert steps["score"].standing.value == "unknown"


def test_layers_of_one_source_are_one_table_and_two_sources_are_two(project, atlas_files, open_layer, read):
    open_layer(atlas_files["sites"], "Sites")
    open_layer(atlas_files["sites"], "Sites again")
    assert not any("such tables" in fact for fact in read()[0]["data"].facts)


def test_of_two_tables_the_one_in_the_file_of_the_sites_comes_first(
    add, read, project, atlas_files, open_layer
):
    from asm_atlas.dialogs.start_tables import project_tables

    open_layer(atlas_files["sites"], "Sites")
    add(SITES, [SITE], "More sites")
    project.layerTreeRoot().findLayer(project.mapLayersByName("More sites")[0].id()).setItemVisibilityChecked(
        False
    )
    tables = project_tables(project)
    assert len(tables.tables["sites"]) == 2
    facts = read()[0]["data"].facts
    assert f"2 such tables are in the project; the tools start with {tables.first('sites').name}." in facts


def test_the_tables_of_the_demo_are_all_recognised(demo_project, atlas_files, open_layer, read):
    for name in ("findings", "actors", "statuses"):
        open_layer(atlas_files[name], name)
    steps, following = read()
    assert following == "findings"
    assert steps["data"].facts == ("sites (300 rows)", "visits (521 rows)")
    assert steps["findings"].facts == ("findings: errors 1, warnings 12, for information 105",)
    assert "of 300 rows have a score" in steps["score"].facts[0]


def test_words_of_layers_stay_words(add, read):
    add(SITES, [SITE], "<b>{0} & more</b>")
    assert "<b>{0} & more</b> (1 row)" in read()[0]["data"].facts
