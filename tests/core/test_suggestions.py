"""Suggestions of what columns hold, and the profiles drafted from them."""

import functools
import json
from pathlib import Path

import pandas as pd
import pytest
from asm_atlas.core.exceptions import AsmAtlasError
from asm_atlas.core.importing.column_names import likenesses, read_columns
from asm_atlas.core.importing.drafts import draft_document
from asm_atlas.core.importing.importer import import_visits
from asm_atlas.core.importing.profile_documents import (
    CANONICAL,
    check_codes,
    document_text,
    profile_from,
    read_profiles,
)
from asm_atlas.core.importing.suggestions import LISTS, suggest
from asm_atlas.core.tables import BEHAVIOURS
from asm_atlas.core.vocabulary import read_vocabularies
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@functools.lru_cache(maxsize=1)
def vocabularies():
    return read_vocabularies(RESOURCES / "vocabularies")


@functools.lru_cache(maxsize=1)
def columns():
    return read_columns(RESOURCES / "columns" / "columns.json")


def suggested(frame):
    """Target by column."""
    return {each.column: each.target for each in suggest(frame, vocabularies(), columns())}


def drafted(frame, identity="team"):
    found = suggest(frame, vocabularies(), columns())
    return draft_document(found, frame, identity, vocabularies(), columns())


def table(**cells):
    """A table of its columns, each cell between bars."""
    return pd.DataFrame({name: text.split("|") for name, text in cells.items()}, dtype=object)


def of_profile(profile):
    """What a profile says of each source column, as targets of suggestions."""
    layout = profile.actors
    targets = {column: target for target, column in profile.columns.items()}
    for kind in ("minerals", "services"):
        targets.update(dict.fromkeys(getattr(profile, kind).columns, kind))
    parts = {"name": layout.name, "frequency": layout.frequency, "type": layout.type, **layout.behaviours}
    for part, pattern in parts.items():
        for slot in range(1, layout.slots + 1):
            if pattern:
                targets[pattern.replace("{slot}", str(slot))] = f"actors.{part}.{slot}"
    if layout.type_set:
        targets[layout.type_set] = "actors.type_set.0"
    return targets


@pytest.mark.real_data
@pytest.mark.parametrize(
    "file, identity, lacks, beside",
    [
        pytest.param("cod_mines_ipis_2026-05.csv", "ipis_cod", set(), set(), id="DR Congo"),
        pytest.param(
            "cod_dashboard_filtered_2024-02-29.csv", "ipis_cod_dashboard", set(), set(), id="dashboard"
        ),
        pytest.param(
            "caf_mines_ipis_2026-05.csv",
            "ipis_caf",
            # Nobody ever answered these, so that no value tells.
            {
                f"actor3name_{word}"
                for word in ("tax", "monopoly", "buyminerals", "digging", "forcedlabour", "pillage")
            },
            set(),
            id="Central African Republic",
        ),
    ],
)
def test_the_columns_of_ipis_are_found_without_their_profile(data, file, identity, lacks, beside):
    frame = pd.read_csv(data / "ipis" / file, dtype=str, keep_default_na=False)
    expected = of_profile(read_profiles(RESOURCES / "profiles")[identity])
    expected = {column: target for column, target in expected.items() if column in frame.columns}
    found = suggested(frame)
    assert {column for column, target in expected.items() if found.get(column) != target} == lacks
    assert set(found) - set(expected) == beside


@pytest.mark.real_data
def test_the_actors_of_ipis_are_drafted_with_their_slots(data):
    cod = pd.read_csv(data / "ipis" / "cod_mines_ipis_2026-05.csv", dtype=str, keep_default_na=False)
    caf = pd.read_csv(data / "ipis" / "caf_mines_ipis_2026-05.csv", dtype=str, keep_default_na=False)
    actors = drafted(cod)["actors"]
    assert (actors["slots"], actors["name"], actors["type"]) == (
        3,
        "armed_group{slot}",
        "type_armed_group{slot}",
    )
    assert set(actors["behaviours"]) == set(BEHAVIOURS)
    document = drafted(caf)
    assert (document["actors"]["slots"], document["actors"]["type_set"]) == (3, "actor_type")
    assert document["minerals"] == {"columns": ["minerals"], "separator": ","}


@pytest.mark.real_data
def test_incidents_are_not_taken_for_visits_to_mines(data):
    frame = pd.read_csv(data / "incidents" / "kivu_security_tracker.csv", dtype=str, keep_default_na=False)
    assert suggested(frame) == {
        "Longitude": "longitude",
        "Latitude": "latitude",
        "time": "visit_date",
        "notes/en": "comment",
    }
    assert drafted(frame)["site_key_from"] == ["longitude", "latitude"]


NGO_FR = table(
    **{
        "N°": "1|2|3",
        "Nom du site": "Kalimbi|Bibatama|Twangiza",
        "Territoire": "Kalehe|Masisi|Mwenga",
        "Date de visite": "03/04/2021|14/04/2021|15/04/2021",
        "Coord X": "28,55|28,95|28,75",
        "Coord Y": "-2,05|-1,55|-2,85",
        "Nbre creuseurs": "120|300|45",
        "Minerai 1": "Cassitérite|Coltan|Or",
        "Minerai 2": "Coltan||",
        "Utilisation du mercure": "Non|Non|Oui",
        "Présence d'hommes armés ?": "Oui|Non|Non",
        "Nombre d'enfants": "5|0|2",
        "Enfants scolarisés": "Oui|Non|Non",
        "Mercure (kg)": "2|3|4",
        "Observations": "RAS||vu de loin",
    }
)
NGO_EN = table(
    **{
        "Site name": "Kalimbi|Bibatama|Twangiza",
        "Province": "Sud-Kivu|Nord-Kivu|Sud-Kivu",
        "Date of visit": "2021-04-03|2021-04-14|2021-04-15",
        "Lat": "2°03'00\"S|1°33'00\"S|2°51'00\"S",
        "Long": "28°33'00\"E|28°57'00\"E|28°45'00\"E",
        "Number of miners": "120|300|",
        "Minerals": "Gold, Coltan|Coltan|Gold",
        "Armed groups": "Raia Mutomboki|FDLR|",
        "Children": "yes|no|no",
        "Women": "20|3|0",
    }
)
KOBO = table(
    **{
        "today": "2021-04-03|2021-04-04|2021-04-04",
        "grp_site/nom_site": "Kalimbi|Bora|Cira",
        "grp_site/gps": "-2.05 28.55 1400 5|-2.15 28.65 1300 5|-2.25 28.65 1300 5",
        "grp_mine/minerals": "gold coltan|coltan|gold",
        "grp_mine/nombre_creuseurs": "100||7",
        "_uuid": "a-1|a-2|a-3",
    }
)
SHAPEFILE = table(
    **{
        "NOM_SITE": "Kalimbi|Bora",
        "TERRITOIRE": "Kalehe|Kalehe",
        "DATE_VISIT": "2021/04/03|2021/04/05",
        "NOMBRE_DE_": "120|20",
        "MINERAI_PR": "Or|Or",
        "PRESENCE_A": "1|0",
        "UTILISATIO": "1|0",
        "INTERFEREN": "1|0",
        "X": "678532|678540",
        "Y": "9773812|9773900",
    }
)


@pytest.mark.parametrize(
    "frame, expected",
    [
        pytest.param(
            NGO_FR,
            {
                "Nom du site": "name",
                "Territoire": "admin2",
                "Date de visite": "visit_date",
                "Coord X": "longitude",
                "Coord Y": "latitude",
                "Nbre creuseurs": "workers",
                "Minerai 1": "minerals",
                "Minerai 2": "minerals",
                "Utilisation du mercure": "mercury",
                "Présence d'hommes armés ?": "presence",
                "Nombre d'enfants": "children_number",
                "Observations": "comment",
            },
            id="French sheet",
        ),
        pytest.param(
            NGO_EN,
            {
                "Site name": "name",
                "Province": "admin1",
                "Date of visit": "visit_date",
                "Lat": "latitude",
                "Long": "longitude",
                "Number of miners": "workers",
                "Minerals": "minerals",
                "Armed groups": "actors.name.0",
                "Children": "children",
                "Women": "women_number",
            },
            id="English sheet",
        ),
        pytest.param(
            KOBO,
            {
                "today": "visit_date",
                "grp_site/nom_site": "name",
                "grp_site/gps": "geometry",
                "grp_mine/minerals": "minerals",
                "grp_mine/nombre_creuseurs": "workers",
                "_uuid": "vid",
            },
            id="survey form with groups",
        ),
        pytest.param(
            SHAPEFILE,
            {
                "NOM_SITE": "name",
                "TERRITOIRE": "admin2",
                "DATE_VISIT": "visit_date",
                "MINERAI_PR": "minerals",
                "INTERFEREN": "interference",
                "X": "longitude",
                "Y": "latitude",
            },
            id="Shapefile: what several names begin with is left open",
        ),
    ],
)
def test_sheets_of_teams(frame, expected):
    assert suggested(frame) == expected


@pytest.mark.parametrize(
    "name, target",
    [
        pytest.param("PrÃ©sence armÃ©e", "presence", id="mojibake"),
        pytest.param("pr?sence arm?e", "presence", id="accents as question marks"),
        pytest.param("Prsence_arme", "presence", id="accents gone"),
        pytest.param("présence_armée", "presence", id="underscores"),
        pytest.param("groupe_a/presence_armee", "presence", id="within a group"),
        pytest.param("PresenceArmee", "presence", id="camel case"),
        pytest.param("Nombre de creuseurs (estimation)", "workers", id="brackets"),
        pytest.param("Nombre total de creuseurs sur le site", "workers", id="longer"),
        pytest.param("EXPLOITANTS", "workers", id="capitals"),
        pytest.param("3. Date de la visite", "visit_date", id="numbered question"),
        pytest.param("Traçabilité", "traceability", id="cedilla"),
        pytest.param("mineral_2", "minerals", id="numbered list"),
        pytest.param("3. Combien de creuseurs travaillent sur le site ?", "workers", id="question"),
        pytest.param(
            "6. Y a-t-il une présence d'acteurs armés sur le site ?", "presence", id="grave question"
        ),
        pytest.param("Ingérences", "interference", id="ten letters that are not cut"),
        pytest.param("Nombre de\ncreuseurs", "workers", id="two lines"),
        pytest.param("Frais de transport", None, id="something else"),
        pytest.param("", None, id="no name"),
    ],
)
def test_names_are_known_however_they_are_written(name, target):
    found = likenesses(name, columns())
    best = max(found, key=lambda each: found[each].score) if found else None
    assert best == target


@pytest.mark.parametrize(
    "name, values",
    [
        pytest.param("Présence", "FARDC|PNC|", id="presence with names"),
        pytest.param("Présence armée", "||", id="presence without values"),
        pytest.param("Interférence", "radio|téléphone|", id="interference of something else"),
        pytest.param("Mercure", "12.5|30.2|4.1", id="mercury as an amount"),
        pytest.param("Prix du mercure", "1|0|1", id="price of mercury"),
        pytest.param("Enfants scolarisés", "oui|non|oui", id="children at school"),
        pytest.param("Enfants", "beaucoup|peu|", id="children in words"),
        pytest.param("Présence de la police", "oui|non|oui", id="presence of others"),
        pytest.param("Absence d'hommes armés", "oui|non|oui", id="the opposite"),
        pytest.param("PRESENCE_A", "1|0|1", id="cut behind a word"),
        pytest.param("Question 7", "oui|non|oui", id="only the values"),
        pytest.param("Mercure", "inconnu|inconnu|", id="nothing but unknown"),
    ],
)
def test_grave_answers_need_name_and_values(name, values):
    target = suggested(table(**{name: values, "x": "a|b|c"})).get(name, "nothing")
    assert target not in ("presence", "interference", "mercury", "children", "children_number")


@pytest.mark.parametrize(
    "code, target",
    [
        pytest.param("1|2|3", None, id="rows are numbered"),
        pytest.param("7|9|7", "pcode", id="numbers that come again"),
        pytest.param("m-1|m-2|m-3", "pcode", id="codes"),
        pytest.param("Kalimbi nord|Bora sud|Cira est", None, id="words"),
        pytest.param("28.5|28.6|28.7", None, id="decimals"),
    ],
)
def test_an_id_is_a_site_code_only_when_it_does_not_number_the_rows(code, target):
    assert suggested(table(ID=code, Site="Kalimbi|Bora|Cira")).get("ID") == target


def test_of_two_columns_equally_like_a_grave_answer_neither_is_chosen():
    frame = table(Mercure="oui|non", mercury="non|oui")
    assert suggested(frame) == {}


def test_reasons_name_what_speaks_for_a_column():
    found = {each.column: each for each in suggest(NGO_FR, vocabularies(), columns())}
    assert found["Nbre creuseurs"].reason == "called like 'nbre creuseurs'; whole numbers"
    assert 0 < found["Nbre creuseurs"].confidence <= 1


@pytest.mark.parametrize(
    "frame, expected",
    [
        pytest.param(
            NGO_FR, {"coordinates": {"decimal_comma": True}, "comment": ["Observations"]}, id="commas"
        ),
        pytest.param(NGO_FR, {"site_key_from": ["name", "admin2"]}, id="key of name and unit"),
        pytest.param(NGO_EN, {"coordinates": {"form": "dms"}}, id="degrees"),
        pytest.param(NGO_EN, {"minerals": {"columns": ["Minerals"], "separator": ","}}, id="list in a cell"),
        pytest.param(NGO_EN, {"actors": {"slots": 1, "name": "Armed groups"}}, id="one column of actors"),
        pytest.param(KOBO, {"coordinates": {"form": "pair", "order": "lat lon"}}, id="point of a form"),
        pytest.param(KOBO, {"site_key_from": ["name"]}, id="key of the name alone"),
        pytest.param(
            table(code="m1|m2|m3", geom="POINT (28 -2)|POINT (29 -2)|"),
            {"coordinates": {"form": "wkt"}},
            id="WKT",
        ),
        pytest.param(table(code="m1|m2", W="NA|5"), {"missing_words": ["NA"]}, id="words for empty"),
        pytest.param(table(a="x|y"), {"columns": {"pcode": "pcode"}}, id="nothing known"),
    ],
)
def test_drafts_say_how_values_are_written(frame, expected):
    document = drafted(frame)
    assert {key: document.get(key) for key in expected} == expected


@pytest.mark.parametrize("frame", [NGO_FR, NGO_EN, KOBO], ids=["French", "English", "survey form"])
def test_a_draft_imports_its_table(frame):
    result = import_visits(frame, profile_from(drafted(frame), "team.json"), vocabularies())
    assert (result.counts["n_visits"], result.counts["n_rejected"], result.counts["n_sites"]) == (3, 0, 3)
    assert result.sites[["longitude", "latitude"]].notna().all(axis=None)
    assert (
        not result.findings["rule"].isin(["unknown_value", "location_unreadable", "number_unreadable"]).any()
    )


def test_targets_are_columns_of_the_atlas():
    parts = {f"actors.{part}" for part in ("name", "type", "frequency", *BEHAVIOURS)}
    assert {words.target for words in columns().words} == {*CANONICAL, *LISTS, *parts}


NAMES = st.one_of(
    st.sampled_from([name for words in columns().words for name in (*words.names, *words.weak)]),
    st.text(max_size=12),
)
CELLS = st.one_of(
    st.none(),
    st.text(max_size=10),
    st.sampled_from(
        ["28,5", "-2.5", "1.250", "oui", "0", "Or", "2°3'S", "POINT(1 2)", "-2 28", "NA", "1e999", "\x00"]
    ),
    st.sampled_from(
        ["03/04/2021", "2021-04-03", "44000", "FARDC", "Or, Coltan", "inf", "٣", "{slot}", "1;2"]
    ),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_table_gets_a_draft_that_reads(data):
    names = data.draw(st.lists(NAMES, max_size=8))
    rows = data.draw(st.lists(st.lists(CELLS, min_size=len(names), max_size=len(names)), max_size=5))
    frame = pd.DataFrame(rows, columns=names, dtype=object)
    document = drafted(frame)
    assert document_text(json.loads(document_text(document))) == document_text(document)
    profile = profile_from(document, "team.json")
    check_codes(profile, vocabularies())
    if not frame.columns.is_unique or len({name.casefold() for name in names}) < len(names):
        return
    try:
        counts = import_visits(frame, profile, vocabularies(), latest=pd.Timestamp("2026-06-01")).counts
    except AsmAtlasError:
        return
    assert counts["n_rows"] == counts["n_visits"] + counts["n_statuses"] + counts["n_rejected"] == len(frame)
