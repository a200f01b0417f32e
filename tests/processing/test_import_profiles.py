"""asm:importvisits with a profile of the user's own, from a file."""

import json

import pandas as pd
import pytest
from asm_atlas.core.importing.column_names import read_columns
from asm_atlas.core.importing.suggestions import suggest
from asm_atlas.core.vocabulary import read_vocabularies
from qgis.core import QgsFeature, QgsProcessingException, QgsVectorFileWriter, QgsVectorLayer

OUTPUTS = dict.fromkeys(("SITES", "VISITS", "ACTORS", "STATUSES", "FINDINGS"), "TEMPORARY_OUTPUT")
PROFILE = {
    "schema": "asm-atlas/profile/1",
    "id": "team",
    "version": "1",
    "columns": {
        "name": "Nom du site",
        "admin2": "Territoire",
        "visit_date": "Date",
        "longitude": "X",
        "latitude": "Y",
        "workers": "Creuseurs (douzaines)",
        "mercury": "Mercure",
    },
    "site_key_from": ["name", "admin2"],
    "constants": {"admin1": "Sud-Kivu", "project": "Notre équipe"},
    "coordinates": {"crs": "EPSG:32735"},
    "decimal_comma": True,
    "units": {"workers": "dozens"},
    "minerals": {"columns": ["Minerai"]},
    "recode": {"minerals": {"Or gris": "gold;silver"}, "mercury": {"parfois": "yes"}},
    "dates": {"order": "day first"},
}
HEADER = "Nom du site;Territoire;Date;X;Y;Creuseurs (douzaines);Minerai;Mercure"
ROWS = (
    "Kalimbi;Kalehe;03/04/2021;678532,5;9.773.812;2,5;Or gris;parfois",
    "Mine d'Or;Walikale;13/04/2021;645000;9840000;10;Coltan;non",
    "mine d or;Walikale;14/04/2021;645010;9840010;;Or;",
    "Bora;Kalehe;14/04/2021;9773812;678532;x;Or;",
    ";;14/04/2021;678532;9773812;;Or;",
)


@pytest.fixture()
def write(tmp_path):
    def write_file(name, content, encoding="utf-8"):
        path = tmp_path / name
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        path.write_text(text, encoding=encoding)
        return str(path)

    return write_file


def frame_of(layer):
    rows = [
        [None if value is None or str(value) == "NULL" else value for value in feature.attributes()]
        for feature in layer.getFeatures()
    ]
    return pd.DataFrame(rows, columns=[field.name() for field in layer.fields()], dtype=object)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_sheet_of_a_team_goes_through(run, write, encoding):
    table = write("équipe.csv", "\n".join((HEADER, *ROWS)) + "\n", encoding)
    result = run("asm:importvisits", INPUT=table, PROFILE_FILE=write("team.json", PROFILE), **OUTPUTS)
    counts = [result[name] for name in ("N_ROWS", "N_VISITS", "N_REJECTED", "N_SITES")]
    assert counts == [5, 4, 1, 3]
    sites = frame_of(result["SITES"]).set_index("pcode")
    assert list(sites.index) == ["bora_kalehe", "kalimbi_kalehe", "mine-d-or_walikale"]
    kalimbi = sites.loc["kalimbi_kalehe"]
    assert [kalimbi[name] for name in ("workers", "minerals", "mercury", "admin1", "project")] == [
        30,
        "gold;silver",
        "yes",
        "Sud-Kivu",
        "Notre équipe",
    ]
    # EPSG:32735 to EPSG:4326 by PROJ's cs2cs.
    assert (kalimbi["longitude"], kalimbi["latitude"]) == pytest.approx((28.6052318, -2.0455773), abs=1e-6)
    assert sites.loc["bora_kalehe", "location_quality"] == "not_used"
    findings = frame_of(result["FINDINGS"])
    rules = findings.groupby("rule").size().to_dict()
    assert rules == {
        "site_key_made": 1,
        "site_key_alike": 1,
        "location_stated": 1,
        "location_not_transformed": 1,
        "unit_applied": 1,
        "decimal_comma": 1,
        "recoded": 2,
        "number_unreadable": 1,
        "no_site_key": 1,
    }
    assert result["SITES"].metadata().licenses() == [] and result["SITES"].metadata().rights() == []
    assert "profile team 1" in " ".join(result["SITES"].metadata().history())


def test_typed_columns_read_alike(run, write):
    rows = [row.replace("9.773.812", "9773812") for row in ROWS[:3]]
    table = write("team.csv", "\n".join((HEADER, *rows)) + "\n")
    profile = write("team.json", PROFILE)
    plain = run("asm:importvisits", INPUT=table, PROFILE_FILE=profile, **OUTPUTS)
    uri = f"file://{table}?type=csv&delimiter=;&detectTypes=yes&decimalPoint=,&geomType=none"
    layer = QgsVectorLayer(uri, "team", "delimitedtext")
    assert layer.fields().field("X").typeName().lower().startswith(("double", "real"))
    typed = run("asm:importvisits", INPUT=layer, PROFILE_FILE=profile, **OUTPUTS)
    columns = ["pcode", "workers", "minerals", "mercury", "longitude", "latitude"]
    assert frame_of(typed["SITES"])[columns].equals(frame_of(plain["SITES"])[columns])


def test_the_profile_file_takes_the_place_of_the_profile(run, write):
    table = write("team.csv", "\n".join((HEADER, *ROWS)) + "\n")
    profile = write("team.json", PROFILE)
    result = run("asm:importvisits", INPUT=table, PROFILE="ipis_cod", PROFILE_FILE=profile, **OUTPUTS)
    assert result["N_SITES"] == 3


def test_the_layers_points_place_sites_of_a_profile_without_coordinates(run, write):
    points = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"": "1", "Nom": "Kalimbi"},
                "geometry": {"type": "Point", "coordinates": [28.5, -2.0]},
            }
        ],
    }
    profile = {**{key: PROFILE[key] for key in ("schema", "id", "version")}, "columns": {"pcode": "Nom"}}
    result = run(
        "asm:importvisits",
        INPUT=write("p.geojson", points),
        PROFILE_FILE=write("team.json", profile),
        **OUTPUTS,
    )
    assert frame_of(result["SITES"])[["longitude", "latitude"]].values.tolist() == [[28.5, -2.0]]


@pytest.mark.parametrize(
    "change, sentence",
    [
        pytest.param(
            {"coordinates": {"crs": "EPSG:999999"}}, "does not know .* EPSG:999999 .*team", id="system"
        ),
        pytest.param({"site_key_from": None}, "'site_key_from' must be a list", id="null"),
        pytest.param({"recode": {"mercury": {"a": "maybe"}}}, "recode.mercury.a", id="code"),
        pytest.param({"columns": {**PROFILE["columns"], "village": "Vill"}}, "lacks Vill", id="column"),
    ],
)
def test_faults_of_a_profile_file_are_errors(run, write, change, sentence):
    table = write("team.csv", "\n".join((HEADER, *ROWS)) + "\n")
    profile = write("team.json", {**PROFILE, **change})
    with pytest.raises(QgsProcessingException, match=sentence):
        run("asm:importvisits", INPUT=table, PROFILE_FILE=profile, **OUTPUTS)


def test_a_profile_file_that_is_not_there_is_named(run, write, tmp_path):
    table = write("team.csv", "\n".join((HEADER, *ROWS)) + "\n")
    with pytest.raises(QgsProcessingException, match=r"absent\.json"):
        run("asm:importvisits", INPUT=table, PROFILE_FILE=str(tmp_path / "absent.json"), **OUTPUTS)


def test_an_unknown_table_tells_of_profiles_of_ones_own(run, write):
    table = write("team.csv", "\n".join((HEADER, *ROWS)) + "\n")
    with pytest.raises(QgsProcessingException, match=r"looked for ipis_caf: pcode.*PROFILE_FILE"):
        run("asm:importvisits", INPUT=table, **OUTPUTS)


def test_the_sheet_is_that_of_the_profile(run, tmp_path, write):
    book = tmp_path / "book.gpkg"
    for action, name, site in ((0, "notes", "Bora"), (1, "visites", "Kalimbi")):
        layer = QgsVectorLayer("None?field=Nom:string", name, "memory")
        feature = QgsFeature(layer.fields())
        feature.setAttributes([site])
        layer.dataProvider().addFeatures([feature])
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.layerName = name
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile(action)
        QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(book), layer.transformContext(), options)
    profile = {key: PROFILE[key] for key in ("schema", "id", "version")}
    profile = write("team.json", {**profile, "columns": {"pcode": "Nom"}, "sheet": "visites"})
    result = run("asm:importvisits", INPUT=str(book), PROFILE_FILE=profile, **OUTPUTS)
    assert frame_of(result["SITES"])["pcode"].tolist() == ["Kalimbi"]
    book.with_suffix(".csv").write_text("Nom,Date\nBora,2021\n", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=r"book\.csv has no sheet or layer visites.*team"):
        run("asm:importvisits", INPUT=str(book.with_suffix(".csv")), PROFILE_FILE=profile, **OUTPUTS)
    chosen = run("asm:importvisits", INPUT=f"{book}|layername=notes", PROFILE_FILE=profile, **OUTPUTS)
    assert frame_of(chosen["SITES"])["pcode"].tolist() == ["Bora"]


@pytest.mark.real_data
def test_an_incident_sheet_with_difficult_headings_is_drafted(data, resources):
    path = data / "incidents" / "rutshuru_incidents_2024_no_narrative.xlsx"
    frame = frame_of(QgsVectorLayer(str(path), "incidents", "ogr"))
    frame = frame.apply(lambda cells: cells.map(lambda cell: None if cell is None else str(cell)))
    columns = read_columns(resources / "columns" / "columns.json")
    vocabularies = read_vocabularies(resources / "vocabularies")
    found = suggest(frame, vocabularies, columns)
    targets = {each.column: each.target for each in found}
    expected = {
        "TERRITOIRE": "admin2",
        "PROVINCE": "admin1",
        "Latitude": "latitude",
        "Longitude": "longitude",
        "Date": "visit_date",
        "Chefferie": "admin3",
        "Groupement": "admin4",
        "VILLAGE/VILLE": "village",
    }
    assert targets == expected
