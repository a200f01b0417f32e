"""asm:comparereleases run as an algorithm on imports of two releases."""

import pytest
from qgis.core import (
    NULL,
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

SINKS = dict.fromkeys(("SITE_CHANGES", "VISIT_CHANGES", "SUMMARY"), "TEMPORARY_OUTPUT")
HEADER = (
    "vid,source,project,pcode,name,visit_date,visit_onsite,longitude,latitude,province,workers_numb,"
    "mineral1,presence,interference,armed_group1,type_armed_group1,mercury"
)
OLD = (
    "1,IPIS,IPIS - Madini,codmine00001,Amani,2021-03-04,1,28.5,-2.5,Sud-Kivu,120,Or,0,0,,Aucun,",
    "2,IPIS,IPIS - Madini,codmine00002,Bora,2022-01-02,1,28.6,-2.6,Sud-Kivu,30,Or,0,0,,Aucun,1",
    "3,IPIS,IPIS - USAID,codmine00003,Cima,2022-01-02,1,28.7,-2.7,Sud-Kivu,7,Or,0,0,,Aucun,0",
)
# New row numbers; Amani moved and uses mercury, Bora is renamed and redated, Cima is gone, Dunia is new.
NEW = (
    "7,IPIS,IPIS - Madini,codmine00002,Bora II,2022-01-20,1,28.6,-2.6,Sud-Kivu,30,Or,0,0,,Aucun,1",
    "8,IPIS,IPIS - Madini,codmine00001,Amani,2021-03-04,1,28.5,-2.51,Sud-Kivu,120,Or,0,0,,Aucun,1",
    "9,IPIS,IPIS - Madini,codmine00004,Dunia,2023-01-02,1,28.8,-2.8,Sud-Kivu,5,Or,0,0,,Aucun,",
)


@pytest.fixture()
def imported(run, tmp_path):
    """Sites and visits of a made-up release, as parameters of one age."""

    def import_rows(age, rows, release):
        path = tmp_path / f"visits_{release}.csv"
        path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
        names = ("SITES", "VISITS", "ACTORS", "STATUSES", "FINDINGS")
        result = run("asm:importvisits", INPUT=str(path), **dict.fromkeys(names, "TEMPORARY_OUTPUT"))
        layers = {f"{age}_{name}": result[name] for name in names[:2]}
        QgsProject.instance().addMapLayers(layers.values())
        return layers

    return import_rows


@pytest.fixture()
def both(imported):
    return {**imported("OLD", OLD, "2022-05"), **imported("NEW", NEW, "2023-05")}


def told(layer, *names):
    return [tuple(None if row[name] == NULL else row[name] for name in names) for row in layer.getFeatures()]


def numbers_of(result):
    return {name: value for name, value in result.items() if name.startswith("N_")}


def test_what_changed_between_two_releases(run, both):
    result = run("asm:comparereleases", **both, **SINKS)
    assert numbers_of(result) == {
        "N_NEW": 1,
        "N_VANISHED": 1,
        "N_MOVED": 1,
        "N_RENAMED": 1,
        "N_SITE_ANSWERS_CHANGED": 1,
        "N_VISITS_ADDED": 1,
        "N_VISITS_REMOVED": 1,
        "N_VISITS_REDATED": 1,
        "N_ANSWERS_CHANGED": 3,
    }
    sites = result["SITE_CHANGES"]
    assert told(sites, "pcode", "change", "field", "old_value", "new_value", "kind", "same_visit") == [
        ("codmine00001", "moved", "location", "28.500000 -2.500000", "28.500000 -2.510000", "changed", "yes"),
        ("codmine00001", "answer_changed", "mercury", "unknown", "yes", "answered", "yes"),
        ("codmine00002", "renamed", "name", "Bora", "Bora II", "changed", "no"),
        ("codmine00003", "vanished", None, None, None, None, None),
        ("codmine00004", "new", None, None, None, None, None),
    ]
    points = [row.geometry().asPoint() for row in sites.getFeatures()]
    assert [(round(p.x(), 3), round(p.y(), 3)) for p in points] == [
        (28.5, -2.51),
        (28.5, -2.51),
        (28.6, -2.6),
        (28.7, -2.7),
        (28.8, -2.8),
    ]
    assert next(sites.getFeatures())["distance_m"] == pytest.approx(1105.7, abs=0.5)
    assert told(result["VISIT_CHANGES"], "pcode", "change", "field") == [
        ("codmine00001", "answer_changed", "location"),
        ("codmine00001", "answer_changed", "mercury"),
        ("codmine00002", "redated", "visit_date"),
        ("codmine00002", "answer_changed", "name"),
        ("codmine00003", "removed", None),
        ("codmine00004", "added", None),
    ]
    assert ("visits", "redated", "visit_date", "changed", 1, 1) in told(
        result["SUMMARY"], "of", "change", "field", "kind", "n", "n_sites"
    )


def test_identical_sets_give_no_rows(run, imported):
    result = run(
        "asm:comparereleases",
        **imported("OLD", OLD, "2022-05"),
        **imported("NEW", OLD[::-1], "2022-06"),
        **SINKS,
    )
    assert set(numbers_of(result).values()) == {0}
    assert [result[name].featureCount() for name in SINKS] == [0, 0, 0]
    assert result["SITE_CHANGES"].fields().count() == 12


def test_swapped_sets_turn_new_into_vanished(run, both):
    swapped = {("NEW" if name.startswith("OLD") else "OLD") + name[3:]: both[name] for name in both}
    result = run("asm:comparereleases", **swapped, **SINKS)
    changes = {row[:2] for row in told(result["SITE_CHANGES"], "pcode", "change")}
    assert {("codmine00003", "new"), ("codmine00004", "vanished")} <= changes
    assert ("mercury", "withdrawn") in told(result["SITE_CHANGES"], "field", "kind")


def test_without_visits_only_sites_are_compared(run, both):
    given = {name: layer for name, layer in both.items() if name.endswith("SITES")}
    result = run("asm:comparereleases", **given, **SINKS)
    assert "VISIT_CHANGES" not in result
    assert (result["N_RENAMED"], result["N_VISITS_ADDED"]) == (1, 0)
    assert {row[0] for row in told(result["SUMMARY"], "of")} == {"sites"}


@pytest.mark.parametrize("metres, n", [(1000, 1), (2000, 0)])
def test_the_threshold_of_moves(run, both, metres, n):
    assert run("asm:comparereleases", **both, **SINKS, MOVED_M=metres)["N_MOVED"] == n


def test_points_serve_where_coordinate_columns_are_absent(run, both):
    for age in ("OLD", "NEW"):
        layer = both[f"{age}_SITES"]
        fields = [layer.fields().lookupField(name) for name in ("longitude", "latitude")]
        assert layer.dataProvider().deleteAttributes(fields)
        layer.updateFields()
    assert run("asm:comparereleases", **both, **SINKS)["N_MOVED"] == 1


def test_a_column_that_one_import_lacks_is_named(both):
    from qgis import processing

    layer = both["NEW_SITES"]
    layer.dataProvider().deleteAttributes([layer.fields().lookupField("mercury")])
    layer.updateFields()
    feedback = QgsProcessingFeedback(False)
    result = processing.run("asm:comparereleases", {**both, **SINKS}, feedback=feedback)
    assert (
        "Columns of sites not compared, because one of the imports lacks them: mercury" in feedback.textLog()
    )
    assert "visits: redated visit_date changed 1" in feedback.textLog()
    assert result["N_SITE_ANSWERS_CHANGED"] == 0


def test_rights_and_history_of_both_travel(run, both):
    metadata = run("asm:comparereleases", **both, **SINKS)["SITE_CHANGES"].metadata()
    assert [rights[-15:] for rights in metadata.rights()] == ["release 2022-05", "release 2023-05"]
    assert metadata.licenses() == ["ODC-BY 1.0"]
    assert metadata.title() == "Changes of sites, visits_2022-05.csv to visits_2023-05.csv"
    history = [line for line in metadata.history() if ": asm:" not in line]
    assert len(history) == 3 and "visits_2022-05.csv" in history[0] and "visits_2023-05.csv" in history[1]
    assert history[2].startswith("visits_2022-05.csv compared with visits_2023-05.csv by ASM Atlas")
    assert history[2].endswith("moved: more than 1 m.")


@pytest.mark.parametrize(
    "name, sentence",
    [
        pytest.param(
            "OLD_SITES", "OLD_SITES lacks the fields name, pcode; use the output of", id="old sites"
        ),
        pytest.param("NEW_VISITS", "NEW_VISITS lacks the fields pcode, project, visit_date", id="new visits"),
    ],
)
def test_a_table_of_another_kind_is_told(run, both, name, sentence):
    layer = QgsVectorLayer("None?field=visit_id:string", "actors", "memory")
    QgsProject.instance().addMapLayer(layer)
    with pytest.raises(QgsProcessingException, match=sentence):
        run("asm:comparereleases", **{**both, name: layer}, **SINKS)


def test_visits_given_as_sites_are_told(run, imported, both):
    again = OLD[0].replace("1,IPIS", "4,IPIS", 1).replace("2021-03-04", "2020-03-04")
    both["OLD_SITES"] = imported("OLD", (*OLD, again), "2022-07")["OLD_VISITS"]
    with pytest.raises(QgsProcessingException, match="old sites have codmine00001 more than once; keep one"):
        run("asm:comparereleases", **both, **SINKS)


def test_visits_of_one_import_only_are_told(run, both):
    del both["NEW_VISITS"]
    with pytest.raises(QgsProcessingException, match="give OLD_VISITS and NEW_VISITS, or neither"):
        run("asm:comparereleases", **both, **SINKS)


def test_cancel_leaves_nothing(both, tmp_path):
    class CancelledAtVisits(QgsProcessingFeedback):
        def setProgress(self, progress):  # noqa: N802
            if progress > 55:
                self.cancel()

    targets = {name: tmp_path / f"{name}.gpkg" for name in SINKS}
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("asm:comparereleases")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    given = {name: layer.id() for name, layer in both.items()}
    sinks = {name: str(path) for name, path in targets.items()}
    _, done = algorithm.run({**given, **sinks}, context, CancelledAtVisits(False))
    assert not done
    assert not any(path.exists() for path in targets.values())


@pytest.mark.real_data
def test_dr_congo_from_2024_to_2026(run, data):
    given = {}
    for age, file in (("OLD", "cod_mines_ipis_2024-02-29.csv"), ("NEW", "cod_mines_ipis_2026-05.csv")):
        names = ("SITES", "VISITS", "ACTORS", "STATUSES", "FINDINGS")
        sinks = dict.fromkeys(names, "TEMPORARY_OUTPUT")
        result = run("asm:importvisits", INPUT=str(data / "ipis" / file), **sinks)
        given.update({f"{age}_{name}": result[name] for name in names[:2]})
        QgsProject.instance().addMapLayers([result["SITES"], result["VISITS"]])
    result = run("asm:comparereleases", **given, **SINKS)
    got = [result[name] for name in ("N_VANISHED", "N_NEW", "N_RENAMED", "N_MOVED")]
    assert got == [9, 23, 25, 91]
    assert [result[name] for name in ("N_VISITS_REMOVED", "N_VISITS_ADDED")] == [19, 227]
