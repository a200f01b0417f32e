"""An atlas imported again: nothing changes but what a person has changed in it."""

import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer

OUTPUTS = ("SITES", "VISITS", "ACTORS", "STATUSES", "FINDINGS")
TABLES = ("visits", "actors", "statuses", "sites")
LOCATED = ("SITES", "VISITS", "FINDINGS")


def sinks_in(folder, kind):
    """Destinations of all outputs: tables of one GeoPackage, or files of a kind."""
    folder.mkdir()
    if kind != "atlas":
        return {name: str(folder / f"{name.lower()}.{kind}") for name in OUTPUTS}
    address = "ogr:dbname='{0}' table=\"{1}\"{2}"
    return {
        name: address.format(folder / "atlas.gpkg", name.lower(), " (geom)" if name in LOCATED else "")
        for name in OUTPUTS
    }


def table_in(folder, kind, name):
    address = (
        f"{folder / 'atlas.gpkg'}|layername={name}" if kind == "atlas" else str(folder / f"{name}.{kind}")
    )
    layer = QgsVectorLayer(address, name, "ogr")
    assert layer.isValid(), address
    return layer


def rows_of(layer):
    names = [field.name() for field in layer.fields() if field.name() != "fid"]
    return [
        ({name: str(feature[name]) for name in names}, feature.geometry().asWkt(9))
        for feature in layer.getFeatures()
    ]


@pytest.fixture()
def imported(run, resources, tmp_path):
    def import_into(kind, source=None):
        folder = tmp_path / ("second" if source else "first")
        source = source or str(resources / "demo" / "visits.csv")
        result = run("asm:importvisits", INPUT=source, **sinks_in(folder, kind))
        return folder, result

    return import_into


@pytest.mark.parametrize("kind", ["atlas", "gpkg", "csv", "xlsx", "geojson"])
def test_an_atlas_read_again_is_the_same(imported, kind):
    first, _ = imported(kind)
    address = table_in(first, kind, "visits").source()
    second, after = imported(kind, address)
    for name in TABLES:
        old, new = rows_of(table_in(first, kind, name)), rows_of(table_in(second, kind, name))
        assert len(old) > 10 and old == new, name
    assert after["N_FINDINGS"] == 0 and after["N_REJECTED"] == 0
    assert after["N_ROWS"] == after["N_VISITS"] + after["N_STATUSES"]


def test_metadata_stay_and_tell_of_the_second_reading(imported):
    first, _ = imported("atlas")
    address = table_in(first, "atlas", "visits").source()
    second, _ = imported("atlas", address)
    old, new = (table_in(folder, "atlas", "sites").metadata() for folder in (first, second))
    assert (old.title(), old.rights(), old.licenses()) == (new.title(), new.rights(), new.licenses())
    assert new.history()[:-2] == old.history() and "visits.csv" in new.history()[-1]


def test_visits_alone_keep_their_answers_and_claim_nothing_more(run, imported, tmp_path):
    first, before = imported("gpkg")
    alone = tmp_path / "alone" / "my_visits.gpkg"
    alone.parent.mkdir()
    (first / "visits.gpkg").rename(alone)
    result = run("asm:importvisits", INPUT=str(alone), **dict.fromkeys(OUTPUTS, "TEMPORARY_OUTPUT"))
    assert result["N_VISITS"] == before["N_VISITS"] and result["ACTORS"].featureCount() == 0
    absent = [
        row["raw_value"] for row in result["FINDINGS"].getFeatures() if row["rule"] == "own_table_absent"
    ]
    assert sorted(absent) == ["actors", "sites", "statuses"]
    assert {row["qualification"] for row in result["SITES"].getFeatures()} == {"unknown"}
    assert [row["actors"] for row in result["VISITS"].getFeatures()] == [
        row["actors"] for row in QgsVectorLayer(str(alone), "visits", "ogr").getFeatures()
    ]


def test_what_a_person_changed_comes_through(run, imported):
    first, _ = imported("atlas")
    visits = table_in(first, "atlas", "visits")
    speaking = [row["visit_id"] for row in table_in(first, "atlas", "sites").getFeatures() if row["visit_id"]]
    chosen = next(row for row in visits.getFeatures() if row["visit_id"] == speaking[0])
    changes = {"workers": 4321, "mercury": "Oui", "minerals": "gold;unobtainium"}
    indexes = {visits.fields().lookupField(name): value for name, value in changes.items()}
    assert visits.dataProvider().changeAttributeValues({chosen.id(): indexes})
    result = run("asm:importvisits", INPUT=visits.source(), **dict.fromkeys(OUTPUTS, "TEMPORARY_OUTPUT"))
    site = next(row for row in result["SITES"].getFeatures() if row["pcode"] == chosen["pcode"])
    assert (site["workers"], site["mercury"], site["minerals"]) == (4321, "yes", "gold;other")
    found = {(row["rule"], row["raw_value"]) for row in result["FINDINGS"].getFeatures()}
    assert found == {("own_recoded", "Oui"), ("unknown_value", "unobtainium")}


def test_dates_that_are_none_get_a_sentence(run, imported):
    first, _ = imported("csv")
    path = first / "visits.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    place = lines[0].split(",").index("visit_date")
    cells = lines[1].split(",")
    cells[place] = "someday"
    path.write_text("\n".join([lines[0], ",".join(cells), *lines[2:]]) + "\n", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="visit_date of visits must hold dates"):
        run("asm:importvisits", INPUT=str(path), **dict.fromkeys(OUTPUTS, "TEMPORARY_OUTPUT"))
