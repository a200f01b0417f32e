"""Every output layer of every algorithm says how it was made, in each kind of file and in memory."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from asm_atlas.core.provenance import edited_keys, lineage, sources_of
from asm_atlas.processing.given_inputs import state_of
from asm_atlas.processing.layer_record import stated_record
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsLayerMetadata,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)
from test_bad_input import ALGORITHMS, atlas, good, out  # noqa: F401 (fixtures)

NO_GEOMETRY = ("ACTORS", "STATUSES", "DROPPED", "NOTE", "COUNTS", "GROUPS", "STEPS")


def sinks_of(algorithm_id):
    algorithm = QgsApplication.processingRegistry().algorithmById(algorithm_id)
    return [
        definition.name()
        for definition in algorithm.parameterDefinitions()
        if isinstance(definition, QgsProcessingParameterFeatureSink)
    ]


def outputs_of(run, good, algorithm, target):  # noqa: F811
    """The layers of all sinks of an algorithm by output; target: what is asked for, by output."""
    sinks = sinks_of(algorithm)
    parameters = {**good(algorithm), **{name: target(name) for name in sinks}}
    if algorithm == "asm:updateatlas":  # a release that differs
        parameters["VANISHED"] = "keep"
    results = run(algorithm, **parameters)
    assert set(sinks) <= set(results) or algorithm == "asm:protectedareaoverlap", algorithm
    return {name: results[name] for name in sinks if name in results}


def check(algorithm, output, layer):
    """What every output must say of itself."""
    what = f"{algorithm} {output}"
    metadata, reading = layer.metadata(), stated_record(layer)
    assert reading.fault == "" and reading.record is not None, what
    record = reading.record
    assert record["output"] == output and edited_keys(record) == [], what
    made = record["steps"][record["step"]]
    assert made["algorithm"] == algorithm, what
    assert made["at"].endswith("Z") and len(made["at"]) == 20, what
    assert made["qgis"] == Qgis.QGIS_VERSION.split("-")[0] and made["plugin"], what
    assert made["inputs"], what
    known = {*record["steps"], *record["sources"]}
    assert all((entry.get("step") or entry["source"]) in known for entry in made["inputs"]), what
    assert all(step is not None for _, step in lineage(record)), what
    assert {name for source in sources_of(record).values() for name in source["licences"]} == {"CC0 1.0"}, (
        what
    )
    assert record["written"]["rows"] == layer.featureCount(), what
    state = "not_checked" if layer.providerType() == "memory" else "unchanged"
    assert state_of(layer, record) == state, what
    assert metadata.title() and metadata.type() == "dataset", what
    assert "CC0 1.0" in metadata.licenses(), what
    assert any(algorithm in line and made["at"] in line for line in metadata.history()), what
    boxes = metadata.extent().spatialExtents()
    # The scatterplot has no place; files say degrees where there is no CRS.
    is_placed = layer.isSpatial() and output != "SCATTER_POINTS" and layer.featureCount() > 0
    assert len(boxes) == is_placed, what
    text = "".join(metadata.keywords("asm_atlas:provenance"))
    assert str(Path.home()) not in text and "/tmp" not in text and len(text) < 20_000, what


@pytest.fixture(scope="module")
def written_by(plugin):
    found = [algorithm for algorithm in ALGORITHMS if sinks_of(algorithm)]
    assert len(found) >= 14
    return found


def test_in_geopackages(run, good, out, written_by):  # noqa: F811
    for algorithm in written_by:
        outputs = outputs_of(run, good, algorithm, lambda name: str(out / f"{name.lower()}.gpkg"))
        assert set(outputs) == set(sinks_of(algorithm)), algorithm
        for name, address in outputs.items():
            check(algorithm, name, QgsVectorLayer(address, name, "ogr"))
        for path in out.iterdir():
            path.unlink()


def test_in_memory(run, good, written_by):  # noqa: F811
    for algorithm in written_by:
        outputs = outputs_of(run, good, algorithm, lambda name: "TEMPORARY_OUTPUT")
        assert set(outputs) == set(sinks_of(algorithm)), algorithm
        for name, layer in outputs.items():
            check(algorithm, name, layer)


def test_beside_other_files(run, good, out, written_by):  # noqa: F811
    """GeoJSON and CSV hold no metadata; QGIS reads the .qmd of the same name."""
    for algorithm in written_by:

        def target(name):
            return str(out / f"{name.lower()}.{'csv' if name in NO_GEOMETRY else 'geojson'}")

        for name, address in outputs_of(run, good, algorithm, target).items():
            layer = QgsVectorLayer(address, name, "ogr")
            message, found = layer.loadDefaultMetadata()
            assert found, f"{algorithm} {name}: {message}"
            check(algorithm, name, layer)
        for path in out.iterdir():
            path.unlink()


def test_layers_that_the_toolbox_loads_into_the_project(plugin, qgis_new_project, resources, tmp_path):
    project = QgsProject.instance()
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(project)
    table = f"ogr:dbname='{tmp_path / 'atlas.gpkg'}' table=\"visits\" (geom)"
    parameters = {
        "INPUT": str(resources / "demo" / "visits.csv"),
        "SITES": QgsProcessingOutputLayerDefinition("memory:", project),
        "VISITS": QgsProcessingOutputLayerDefinition(table, project),
        "FINDINGS": QgsProcessingOutputLayerDefinition("memory:", project),
    }
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("asm:importvisits")
    results, finished = algorithm.run(parameters, context, feedback)
    assert finished
    for name in ("SITES", "VISITS", "FINDINGS"):
        layer = QgsProcessingUtils.mapLayerFromString(results[name], context)
        project.addMapLayer(context.temporaryLayerStore().takeMapLayer(layer))
        check("asm:importvisits", name, layer)
    path = tmp_path / "work.qgz"
    assert project.write(str(path))
    kept = QgsProject()
    kept.read(str(path))
    records = [stated_record(layer).record for layer in kept.mapLayers().values()]
    kept.clear()
    assert {record["output"] for record in records} == {"SITES", "VISITS", "FINDINGS"}


def test_context_layers_that_a_project_brings_into_the_atlas(run, good):  # noqa: F811
    parameters = good("asm:buildproject")
    run("asm:buildproject", **parameters)
    layer = QgsVectorLayer(f"{parameters['ATLAS']}|layername=titles", "titles", "ogr")
    check("asm:buildproject", "titles", layer)
    assert [source["name"] for source in sources_of(stated_record(layer).record).values()] == [
        "titles.geojson"
    ]


def test_no_metadata_of_another_file_are_replaced_or_taken(run, resources, tmp_path):
    """Files of one name share one .qmd: the second output is told to have no place, the first keeps its own."""
    from qgis import processing

    feedback = QgsProcessingFeedback(False)
    sinks = {"SITES": "mines.geojson", "VISITS": "mines.csv", "FINDINGS": "findings.csv"}
    given = {name: str(tmp_path / file) for name, file in sinks.items()}
    visits = str(resources / "demo" / "visits.csv")
    processing.run("asm:importvisits", {"INPUT": visits, **given}, feedback=feedback)
    assert "VISITS: mines.qmd is about mines.geojson and was left as it is" in feedback.textLog()
    found = {name: stated_record(QgsVectorLayer(path, name, "ogr")) for name, path in given.items()}
    assert found["SITES"].record["output"] == "SITES" and found["VISITS"].record is None
    by_hand = tmp_path / "areas.qmd"
    by_hand.write_text("<qgis><title>Ours</title></qgis>", encoding="utf-8")
    (tmp_path / "areas.shp").write_bytes(b"")
    areas = str(resources / "demo" / "protected_areas.geojson")
    run("asm:areabands", INPUT=areas, OUTPUT=str(tmp_path / "areas.geojson"))
    assert by_hand.read_text("utf-8") == "<qgis><title>Ours</title></qgis>"


def test_reading_a_record_leaves_nothing_behind(run, good, tmp_path):  # noqa: F811
    """Nor does it fail where a GeoPackage was left with a write-ahead log, in a folder that nobody may write to."""
    path = tmp_path / "left" / "atlas.gpkg"
    path.parent.mkdir()
    path.write_bytes(Path(good("asm:scorecard")["SITES"].split("|")[0]).read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)
    layer = QgsVectorLayer(f"{path}|layername=sites", "sites", "ogr")
    del layer
    path.parent.chmod(0o555)
    try:
        address = f"{path}|layername=sites"
        assert run("asm:provenance", INPUT=address)["STATE"] == "unchanged"
    finally:
        path.parent.chmod(0o755)


def test_a_shapefile_and_a_changed_one(run, resources, tmp_path):
    areas, target = str(resources / "demo" / "protected_areas.geojson"), str(tmp_path / "bands.shp")
    run("asm:areabands", INPUT=areas, OUTPUT=target)
    layer = QgsVectorLayer(target, "bands", "ogr")
    assert run("asm:provenance", INPUT=target)["STATE"] == "unchanged"
    layer.startEditing()
    layer.deleteFeature(next(layer.getFeatures()).id())
    assert layer.commitChanges()
    assert run("asm:provenance", INPUT=target)["STATE"] == "changed"


def metadata_of(**told):
    metadata = QgsLayerMetadata()
    for name, value in told.items():
        getattr(metadata, f"set{name}")(value)
    return metadata


@pytest.mark.parametrize("by", ["edit", "edit not saved", "copy"])
def test_an_input_that_was_edited_since_is_told(run, good, tmp_path, by):  # noqa: F811
    sites = QgsVectorLayer(good("asm:titleoverlap")["SITES"], "sites", "ogr")
    path = tmp_path / "mine.gpkg"
    own = good("asm:importvisits")
    run("asm:importvisits", **{**own, "SITES": str(path)})
    layer = QgsVectorLayer(f"{path}|layername=mine", "mine", "ogr")
    assert layer.isValid() and sites.isValid()
    if by == "copy":
        from qgis import processing

        target = str(tmp_path / "copy.gpkg")
        processing.run("native:savefeatures", {"INPUT": str(path), "OUTPUT": target})
        layer = QgsVectorLayer(target, "copy", "ogr")
        layer.setMetadata(QgsVectorLayer(str(path), "mine", "ogr").metadata())
    else:
        assert layer.startEditing()
        row = next(layer.getFeatures())
        assert layer.changeAttributeValue(row.id(), layer.fields().lookupField("name"), "Elsewhere")
        if by == "edit":
            assert layer.commitChanges()
    result = run("asm:hotspots", INPUT=layer, FIELD="workers", PERMUTATIONS=99, OUTPUT="TEMPORARY_OUTPUT")
    record = stated_record(result["OUTPUT"]).record
    (entry,) = record["steps"][record["step"]]["inputs"]
    assert entry["state"] == ("copied" if by == "copy" else "changed")
    if by != "edit":
        layer.rollBack()
        return
    told = run("asm:provenance", INPUT=str(path))
    assert told["STATE"] == "changed" and "changed since they were written: 300 then, 300 now" in told["SAID"]


def test_two_inputs_of_different_licences_are_both_named(run, good):  # noqa: F811
    parameters = good("asm:titleoverlap")
    sites = QgsVectorLayer(parameters["SITES"], "sites", "ogr")
    titles = QgsVectorLayer(parameters["TITLES"], "titles", "ogr")
    titles.setMetadata(metadata_of(Licenses=["CC BY-NC 4.0"], Rights=["Cadastre"]))
    run_with = {**parameters, "SITES": sites, "TITLES": titles, "OUTPUT": "TEMPORARY_OUTPUT"}
    metadata = run("asm:titleoverlap", **run_with)["OUTPUT"].metadata()
    assert metadata.licenses() == ["CC0 1.0", "CC BY-NC 4.0"]
    assert metadata.constraints() == []


def test_an_input_that_tells_no_licence_is_named_in_all_that_follows(run, good, tmp_path):  # noqa: F811
    parameters = good("asm:titleoverlap")
    titles = tmp_path / "my titles.geojson"
    titles.write_bytes(Path(parameters["TITLES"]).read_bytes())
    first = run("asm:titleoverlap", **{**parameters, "TITLES": str(titles), "OUTPUT": "TEMPORARY_OUTPUT"})
    second = run(
        "asm:colocation",
        INPUT=first["OUTPUT"],
        FIELDS=["presence"],
        PERMUTATIONS=99,
        OUTPUT="TEMPORARY_OUTPUT",
    )
    for layer in (first["OUTPUT"], second["OUTPUT"]):
        told = [constraint.constraint for constraint in layer.metadata().constraints()]
        assert told == ["Licence of my titles.geojson: not told"]
    said = run("asm:provenance", INPUT=second["OUTPUT"])
    assert said["LICENCES"] == "CC0 1.0; not told" or said["LICENCES"] == "not told; CC0 1.0"


def test_the_panel_of_qgis_may_divide_the_record_at_commas(run, good):  # noqa: F811
    """So does QGIS's metadata panel with every keyword when its OK is pressed."""
    layer = run("asm:areabands", **{**good("asm:areabands"), "OUTPUT": "TEMPORARY_OUTPUT"})["OUTPUT"]
    record, metadata = stated_record(layer).record, layer.metadata()
    text = metadata.keywords("asm_atlas:provenance")[0]
    metadata.setKeywords({"asm_atlas:provenance": text.split(",")})
    layer.setMetadata(metadata)
    assert stated_record(layer).record == record


HOSTILE = '<script>alert("x")</script> {0} [% 1 %] \x07 %n'


def test_a_layer_that_asm_atlas_has_not_made_says_what_its_metadata_tell(run, tmp_path):
    layer = QgsVectorLayer("Point?field=name:string", "/home/jane/mines password=hunter2", "memory")
    layer.setMetadata(
        metadata_of(Title=HOSTILE, Licenses=["CC BY 4.0"], History=["Digitised in /home/jane/maps/x.shp"])
    )
    targets = {"HTML": str(tmp_path / "a.html"), "JSON": str(tmp_path / "a.json")}
    result = run("asm:provenance", INPUT=layer, **targets)
    assert (result["MADE_BY"], result["N_STEPS"], result["LICENCES"]) == ("", 0, "CC BY 4.0")
    assert "It has no record of ASM Atlas" in result["SAID"] and "Rights: not told" in result["SAID"]
    page, document = (Path(path).read_text("utf-8") for path in targets.values())
    assert "<script>" not in page and "&lt;script&gt;" in page
    for text in (page, document, result["SAID"]):
        assert "jane" not in text and "hunter2" not in text
    assert json.loads(document)["record"] is None


def test_a_record_that_cannot_be_read_is_told_and_is_a_source_afterwards(run, good):  # noqa: F811
    areas = QgsVectorLayer(good("asm:areabands")["INPUT"], "areas", "ogr")
    areas.setMetadata(metadata_of(Keywords={"asm_atlas:provenance": ['{"schema": "asm-atlas/prov']}))
    assert "Its record of ASM Atlas cannot be read" in run("asm:provenance", INPUT=areas)["SAID"]
    rings = run("asm:areabands", INPUT=areas, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    (source,) = sources_of(stated_record(rings).record).values()
    assert source["record"] == "unreadable"
    assert (
        "It had a record of ASM Atlas that could not be read." in run("asm:provenance", INPUT=rings)["SAID"]
    )


def test_a_record_of_a_newer_version_is_said_to_be_one(run, good):  # noqa: F811
    rings = run("asm:areabands", **{**good("asm:areabands"), "OUTPUT": "TEMPORARY_OUTPUT"})["OUTPUT"]
    metadata = rings.metadata()
    text = metadata.keywords("asm_atlas:provenance")[0].replace("provenance/1", "provenance/7")
    metadata.setKeywords({"asm_atlas:provenance": [text]})
    rings.setMetadata(metadata)
    said = run("asm:provenance", INPUT=rings)["SAID"]
    assert "A newer version of ASM Atlas wrote this" in said and "asm:areabands" in said


def test_a_public_table_names_licences_and_no_source(run, good, tmp_path):  # noqa: F811
    target = str(tmp_path / "public.gpkg")
    run("asm:publicexport", **{**good("asm:publicexport"), "OUTPUT": target})
    layer = QgsVectorLayer(target, "public", "ogr")
    record = stated_record(layer).record
    assert [step["algorithm"] for _, step in lineage(record)] == ["asm:publicexport"]
    (source,) = sources_of(record).values()
    assert source == {
        "name": "withheld",
        "licences": ["CC0 1.0"],
        "rights": ["Fictional demo data of ASM Atlas"],
    }
    assert layer.metadata().extent().temporalExtents() == []
    content = Path(target).read_bytes()
    for word in (b"visits.csv", b"atlas.gpkg", b"importvisits"):
        assert word not in content


def test_parameters_files_and_choices_of_features_are_in_the_record(run, good, resources, tmp_path):  # noqa: F811
    scheme = tmp_path / "my scheme.json"
    scheme.write_bytes((resources / "schemes" / "asm_atlas_1.json").read_bytes())
    layers = {name: QgsVectorLayer(path, name, "ogr") for name, path in good("asm:scorecard").items()}
    layers.pop("SCORES")
    layers["SITES"].setSubsetString("\"state\" = 'active'")
    given = {**layers, "SCHEME_FILE": str(scheme), "AS_OF": "2023-06-01", "SCORES": "TEMPORARY_OUTPUT"}
    scores = run("asm:scorecard", **given)["SCORES"]
    record = stated_record(scores).record
    made = record["steps"][record["step"]]
    assert made["parameters"]["AS_OF"] == "2023-06-01" and made["parameters"]["WHICH"] == "latest"
    assert (
        made["files"]["SCHEME_FILE"]["name"] == "my scheme.json"
        and len(made["files"]["SCHEME_FILE"]["sha256"]) == 64
    )
    assert made["scheme"] == {"id": "asm-atlas-1", "version": "1.0", "hash": made["scheme"]["hash"]}
    assert made["inputs"][0]["filter"] == "\"state\" = 'active'"
    said = run("asm:provenance", INPUT=scores)["SAID"]
    assert "only those with \"state\" = 'active'" in said and made["scheme"]["hash"] in said
    assert "profile" in said.casefold() and "ipis_cod" in said


def test_the_licence_of_a_profile_comes_with_its_address(run, resources, tmp_path):
    """Of a table that states no licence itself."""
    visits = tmp_path / "visits.csv"
    visits.write_bytes((resources / "demo" / "visits.csv").read_bytes())
    sinks = dict.fromkeys(("SITES", "VISITS", "FINDINGS"), "TEMPORARY_OUTPUT")
    metadata = run("asm:importvisits", INPUT=str(visits), **sinks)["SITES"].metadata()
    assert metadata.licenses() == ["ODC-BY 1.0"] and metadata.constraints() == []
    assert [link.url for link in metadata.links()] == ["https://opendatacommons.org/licenses/by/1-0/"]
