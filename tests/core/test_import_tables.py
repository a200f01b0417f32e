"""Importing small made-up tables, a trap at a time."""

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.exceptions import ProfileError, TableError
from asm_atlas.core.importing.importer import import_visits
from asm_atlas.core.importing.profile_documents import read_profiles
from asm_atlas.core.tables import TABLES, column_names
from asm_atlas.core.vocabulary import read_vocabularies

LATEST = pd.Timestamp("2026-06-01")
VISIT = {
    "vid": "1",
    "source": "IPIS",
    "project": "IPIS - Madini",
    "pcode": "codmine00001",
    "name": "Amani",
    "visit_date": "2021-03-04",
    "visit_onsite": "1",
    "longitude": "28.5",
    "latitude": "-2.5",
    "province": "Sud-Kivu",
    "workers_numb": "120",
    "mineral1": "Or",
    "presence": "0",
    "interference": "0",
    "armed_group1": "",
    "type_armed_group1": "Aucun",
}
DECISION = {
    **VISIT,
    "vid": "9",
    "project": "Qualification status",
    "visit_date": "2021-06-01",
    "qualification": "Vert",
    "workers_numb": "",
    "presence": "",
    "interference": "",
    "type_armed_group1": "",
}


@pytest.fixture(scope="module")
def vocabularies(resources):
    return read_vocabularies(resources / "vocabularies")


@pytest.fixture(scope="module")
def profiles(resources):
    return read_profiles(resources / "profiles")


@pytest.fixture()
def load(profiles, vocabularies):
    def load_rows(*rows, profile="ipis_cod", without=(), **options):
        frame = pd.DataFrame(rows, dtype=object).drop(columns=list(without))
        return import_visits(frame, profiles[profile], vocabularies, latest=LATEST, **options)

    return load_rows


def rules(result):
    return set(result.findings["rule"])


def found(result, rule):
    return result.findings[result.findings["rule"] == rule]


def visit(**changes):
    return {**VISIT, **changes}


def test_tables_have_the_columns_and_types_of_the_contract(load):
    result = load(VISIT, DECISION)
    kinds = {"text": object, "int": "Int64", "real": "float64", "date": "datetime64[ns]"}
    for name in ("sites", "visits", "actors", "statuses", "findings"):
        table = getattr(result, name)
        assert list(table.columns) == column_names(name)
        for column in TABLES[name]:
            assert table[column.name].dtype == kinds[column.kind], (name, column.name)
            if column.kind == "text":
                assert all(value is None or isinstance(value, str) for value in table[column.name])


def test_a_table_without_rows_is_refused(profiles, vocabularies):
    with pytest.raises(TableError, match="has no rows"):
        import_visits(pd.DataFrame({name: [] for name in VISIT}), profiles["ipis_cod"], vocabularies)


def test_a_table_of_another_kind_is_refused(load):
    with pytest.raises(ProfileError, match="lacks armed_group1"):
        load(VISIT, without=["armed_group1"])


@pytest.mark.parametrize(
    "row, counts",
    [
        pytest.param(VISIT, (1, 0, 0), id="visit"),
        pytest.param(visit(project="BGR"), (1, 0, 0), id="third party"),
        pytest.param(visit(project=""), (1, 0, 0), id="no project"),
        pytest.param(DECISION, (0, 1, 0), id="status"),
        pytest.param(visit(visit_date=""), (1, 0, 0), id="visit without a date"),
        pytest.param(visit(pcode=""), (0, 0, 1), id="no key"),
        pytest.param(visit(pcode="   "), (0, 0, 1), id="blank key"),
        pytest.param(visit(pcode="NA"), (0, 0, 1), id="key that says there is none"),
        pytest.param(dict.fromkeys(VISIT, ""), (0, 0, 1), id="empty row"),
        pytest.param(dict.fromkeys(VISIT), (0, 0, 1), id="row of nothing"),
    ],
)
def test_every_row_becomes_one_thing(load, row, counts):
    result = load(row, visit(vid="2", pcode="codmine00002"))
    visits, statuses, rejected = counts
    got = [result.counts[name] for name in ("n_rows", "n_visits", "n_statuses", "n_rejected")]
    assert got == [2, visits + 1, statuses, rejected]
    assert (result.findings["action"] == "rejected").sum() == rejected


def test_a_table_of_rejected_rows_gives_empty_tables(load):
    result = load(visit(pcode=""), visit(pcode="NA"))
    assert (result.counts["n_rejected"], result.counts["n_sites"], len(result.visits)) == (2, 0, 0)


def test_a_programme_nobody_knows_is_not_read_as_none(load):
    result = load(visit(traceability="RCS Global"))
    assert result.visits["traceability"].tolist() == ["unknown"]
    assert found(result, "unknown_value")["raw_value"].tolist() == ["RCS Global"]


def test_an_empty_row_and_a_row_without_key_are_told_apart(load):
    result = load(VISIT, dict.fromkeys(VISIT, " "), visit(pcode="-"))
    assert found(result, "empty_row")["source_row"].tolist() == [2]
    assert found(result, "no_site_key")[["source_row", "raw_value"]].values.tolist() == [[3, "-"]]
    assert set(found(result, "no_site_key")["severity"]) == {"error"}


@pytest.mark.parametrize(
    "written, expected",
    [
        pytest.param(["2021-03-04", "2020-12-31"], ["2021-03-04", "2020-12-31"], id="ISO"),
        pytest.param(
            ["2013-03-27Z", "2021-03-04T10:11:12"], ["2013-03-27", "2021-03-04"], id="with zone, time"
        ),
        pytest.param(["27/03/2013", "04/03/2021"], ["2013-03-27", "2021-03-04"], id="day first"),
        pytest.param(["3/27/2013", "3/4/2021"], ["2013-03-27", "2021-03-04"], id="month first"),
        pytest.param(["44259", "41360.5"], ["2021-03-04", "2013-03-27"], id="spreadsheet serials"),
        pytest.param(["2009", "2021-03-04"], ["2009-01-01", "2021-03-04"], id="year only"),
        pytest.param(
            ["03/04/2021", "01/02/2020"], ["2021-04-03", "2020-02-01"], id="order unknown: day first"
        ),
        pytest.param(["27/03/2013", "3/27/2013"], ["2013-03-27", "2013-03-27"], id="both orders"),
    ],
)
def test_dates(load, written, expected):
    result = load(*(visit(vid=str(n), visit_date=text) for n, text in enumerate(written)))
    assert result.visits["visit_date"].dt.strftime("%Y-%m-%d").tolist() == expected


@pytest.mark.parametrize(
    "written, rule",
    [
        pytest.param("", "date_missing", id="missing"),
        pytest.param("1970-01-01", "date_placeholder", id="day zero of Unix"),
        pytest.param("1/1/1900", "date_placeholder", id="day one of spreadsheets"),
        pytest.param("0000-00-00", "date_placeholder", id="no date of databases"),
        pytest.param("9999-12-31T00:00:00", "date_placeholder", id="end of the calendar"),
        pytest.param("mars", "date_unreadable", id="month without a year"),
        pytest.param("27 smarch 2013", "date_unreadable", id="no such month"),
        pytest.param("2013-13", "date_unreadable", id="month 13"),
        pytest.param("soon", "date_unreadable", id="words"),
        pytest.param("2021-13-45", "date_unreadable", id="no such day"),
        pytest.param("1921-03-04", "date_out_of_range", id="long ago"),
        pytest.param("2031-03-04", "date_out_of_range", id="still to come"),
    ],
)
def test_unusable_dates_leave_the_visit_without_one(load, written, rule):
    result = load(visit(visit_date=written), visit(vid="2", pcode="codmine00002"))
    assert result.visits["visit_date"].isna().tolist() == [True, False]
    assert result.visits["date_precision"].tolist() == ["unknown", "day"]
    assert found(result, rule)["source_row"].tolist() == [1]
    assert result.visits["visit_id"][0] == "codmine00001_nodate_ipis-madini_1"


@pytest.mark.parametrize(
    "written, rule",
    [
        pytest.param(["03/04/2021", "01/02/2020"], "date_order_unknown", id="nothing tells the order"),
        pytest.param(["27/03/2013", "3/27/2013", "3/4/2013"], "date_order_mixed", id="both orders occur"),
        pytest.param(["3/27/2013"], "date_month_first", id="month first"),
        pytest.param(["44259"], "date_serial", id="serial"),
    ],
)
def test_doubtful_date_columns_are_reported(load, written, rule):
    result = load(*(visit(vid=str(n), visit_date=text) for n, text in enumerate(written)))
    assert rule in rules(result)


def test_precision_of_dates(load):
    result = load(VISIT, visit(vid="2", project="IPIS - 2009", visit_date="2009-01-01"))
    assert result.visits["date_precision"].tolist() == ["day", "year"]


@pytest.mark.parametrize(
    "lon, lat, rule",
    [
        pytest.param("", "", "location_missing", id="none"),
        pytest.param("0", "0.0", "location_zero", id="zero"),
        pytest.param("-2.5", "28.5", "location_swapped", id="swapped"),
        pytest.param("285", "-2.5", "location_out_of_range", id="out of range"),
        pytest.param("2.35", "48.85", "location_outside", id="another country"),
        pytest.param("28°30'", "-2.5", "location_unreadable", id="not a number"),
        pytest.param("28.5", "", "location_unreadable", id="half of one"),
    ],
)
def test_doubtful_locations_are_not_used(load, lon, lat, rule):
    result = load(visit(longitude=lon, latitude=lat))
    assert result.sites[["longitude", "latitude"]].isna().all(axis=None)
    assert result.visits["longitude"].isna().all()
    assert found(result, rule)["source_row"].tolist() == [1]
    assert result.sites["location_quality"][0] == ("unknown" if rule == "location_missing" else "not_used")


def test_swapped_coordinates_are_reported_as_written(load):
    finding = found(load(visit(longitude="-2.5", latitude="28.5")), "location_swapped").iloc[0]
    assert (finding["longitude"], finding["latitude"], finding["raw_value"]) == (-2.5, 28.5, "-2.5, 28.5")
    assert finding["action"] == "not_used"


def test_decimal_commas_are_read_and_reported(load):
    result = load(visit(longitude="28,5", latitude="-2,5"))
    assert result.sites[["longitude", "latitude"]].values.tolist() == [[28.5, -2.5]]
    assert "decimal_comma" in rules(result)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("0101000020E61000000000000000803C4000000000000004C0", id="EWKB in hexadecimal digits"),
        pytest.param("POINT (28.5 -2.5)", id="WKT"),
        pytest.param("SRID=4326;POINT(28.5 -2.5)", id="EWKT"),
    ],
)
def test_geometry_column_places_sites_only_without_coordinate_columns(load, text):
    row = visit(geom=text, longitude="29", latitude="-3")
    assert load(row).sites["longitude"].tolist() == [29.0]
    alone = load(row, without=["longitude", "latitude"])
    assert alone.sites[["longitude", "latitude"]].values.tolist() == [[28.5, -2.5]]
    assert "location_from_geometry" in rules(alone)


def test_points_of_the_layer_come_last(load):
    row = visit()
    points = np.array([[28.7, -2.7]])
    assert load(row, points=points).sites["longitude"].tolist() == [28.5]
    assert load(row, points=points, without=["longitude", "latitude"]).sites["longitude"].tolist() == [28.7]


def test_no_location_anywhere_is_one_warning(load):
    result = load(VISIT, visit(vid="2"), without=["longitude", "latitude"])
    assert len(found(result, "location_absent")) == 1 and "location_missing" not in rules(result)


def test_blank_is_unknown_and_an_absent_column_is_not_asked(load):
    said = load(visit(presence="", interference="", mercury="")).sites.iloc[0]
    assert (said["presence"], said["interference"], said["mercury"]) == ("unknown", "unknown", "unknown")
    said = load(VISIT).sites.iloc[0]
    assert (said["mercury"], said["mechanisation"], said["services_full"]) == ("not_asked",) * 3
    said = load(visit(mercury="", visit_date="2014-03-04")).sites.iloc[0]
    assert said["mercury"] == "not_asked"  # the question was first put in April 2015


@pytest.mark.parametrize(
    "nobody", [pytest.param("Aucun", id="Aucun"), pytest.param("0", id="0"), pytest.param("", id="blank")]
)
def test_nobody_is_no_actor(load, nobody):
    result = load(visit(type_armed_group1=nobody))
    assert len(result.actors) == 0
    assert result.visits["actor_class"].tolist() == ["none"]


def test_gaps_between_actors_are_closed(load):
    result = load(
        visit(
            presence="1",
            interference="1",
            type_armed_group1="Aucun",
            armed_group2=" FDLR ",
            type_armed_group2="Groupe armé étranger",
            armed_group3="FARDC",
            type_armed_group3="FARDC - Pas d\u2019ingérence constatée",
            frequency_armed_group3="Permanente",
            taxation_armed_group2="1",
            taxation_armed_group3="",
        )
    )
    assert result.actors[["slot", "name", "actor_class"]].values.tolist() == [
        [1, "FDLR", "nsag_foreign"],
        [2, "FARDC", "army_no_interf"],
    ]
    assert result.actors["taxation"].tolist() == ["yes", "unknown"]
    assert result.actors["pillaging"].tolist() == ["not_asked", "not_asked"]
    assert result.actors["frequency"].tolist() == [pd.NA, 5]
    assert result.visits["actor_class"].tolist() == ["nsag_foreign"]
    assert result.visits["actors"].tolist() == ["FDLR;FARDC"]
    assert {"actor_gap", "blanks"} <= rules(result)


def test_answers_about_nobody_are_reported_and_left_out(load):
    result = load(visit(taxation_armed_group1="0", frequency_armed_group1="Permanente"))
    assert len(result.actors) == 0
    assert found(result, "slot_without_actor")["raw_value"].tolist() == ["Permanente", "0"]


GROUP = {
    "presence": "1",
    "interference": "1",
    "armed_group1": "NDC",
    "type_armed_group1": "Groupe armé local",
}
ARMY = {**GROUP, "armed_group1": "FARDC"}


@pytest.mark.parametrize(
    "answers, rule",
    [
        pytest.param(
            {**GROUP, "interference": "0", "taxation_armed_group1": "1"},
            "interference_no_with_behaviour",
            id="no interference, yet a behaviour",
        ),
        pytest.param(
            {**GROUP, "interference": "", "taxation_armed_group1": "1"},
            "interference_blank_with_behaviour",
            id="interference blank, yet a behaviour",
        ),
        pytest.param({**GROUP, "interference": ""}, "interference_blank_with_group", id="blank with a group"),
        pytest.param(
            {**ARMY, "type_armed_group1": "FARDC - Pas d'ingérence constatée", "taxation_armed_group1": "1"},
            "no_interference_with_behaviour",
            id="typed harmless",
        ),
        pytest.param(
            {**ARMY, "type_armed_group1": "FARDC - Éléments indisciplinés", "taxation_armed_group1": "0"},
            "interference_without_behaviour",
            id="typed harmful",
        ),
        pytest.param({**GROUP, "presence": "0"}, "presence_no_with_actor", id="nobody, yet a name"),
        pytest.param({"presence": "1"}, "presence_yes_without_actor", id="somebody, yet no name"),
        pytest.param({**GROUP, "type_armed_group1": ""}, "actor_without_type", id="name without type"),
        pytest.param({"women": "0", "womenwork": "Lavage"}, "women_no_with_work", id="no women, yet work"),
        pytest.param({"is_gold_mine": "0"}, "minerals_disagree", id="gold, yet no gold site"),
        pytest.param({"workers_numb": "16458"}, "workers_doubtful", id="very many workers"),
    ],
)
def test_contradictions_are_warnings(load, answers, rule):
    result = load(visit(**answers))
    assert found(result, rule)["severity"].tolist() == ["warning"]
    assert rule not in rules(load(VISIT))


@pytest.mark.parametrize(
    "raw, main, codes, rule",
    [
        pytest.param("Or", "gold", "gold", None, id="known"),
        pytest.param(" Or ", "gold", "gold", "blanks", id="stray blanks"),
        pytest.param("cassitérite", "cassiterite", "cassiterite", "spelling", id="other case"),
        pytest.param("Kryptonite", "other", "other", "unknown_value", id="unknown"),
        pytest.param("inconnu", "unknown", None, None, id="said to be unknown"),
        pytest.param("", "unknown", None, None, id="blank"),
        pytest.param(
            "Minerais mixtes (Cassitérite/Coltan)", "cassiterite", "cassiterite;coltan", None, id="two"
        ),
    ],
)
def test_minerals(load, raw, main, codes, rule):
    result = load(visit(mineral1=raw))
    assert result.visits[["mineral_main", "minerals"]].values.tolist() == [[main, codes]]
    if rule:
        assert found(result, rule)["raw_value"].tolist() == [raw]


def test_unknown_words_are_reported_once_with_their_number_of_rows(load):
    rows = [visit(vid=str(n), visit_date=f"2021-03-{n + 1:02d}", mineral1="Kryptonite") for n in range(5)]
    finding = found(load(*rows), "unknown_value")
    assert finding["source_row"].tolist() == [1] and "5 rows" in finding["message"].iloc[0]


def test_gold_and_3t_follow_the_minerals(load):
    result = load(visit(mineral1="Coltan", mineral2="Or"), visit(vid="2", mineral1="Manvenve", mineral2=""))
    assert result.visits[["is_3t", "is_gold"]].values.tolist() == [["yes", "yes"], ["unknown", "unknown"]]


def test_services_and_traceability(load):
    names = {f"state_service{n}": "" for n in (1, 2, 3, 4)}
    result = load(
        visit(
            **{**names, "state_service1": "SAESSCAM", "state_service2": "iTSCi (via SAESSCAM)"},
            traceability="",
        ),
        visit(vid="2", pcode="codmine00002", **names, traceability=""),
        visit(vid="3", pcode="codmine00003", **names, traceability="", visit_onsite="0"),
        visit(vid="4", pcode="codmine00004", **{**names, "state_service1": "FARDC"}, traceability=""),
        visit(vid="5", pcode="codmine00005", **dict.fromkeys(names, "DGI"), traceability="iTSCI"),
    )
    assert result.visits["services"].tolist() == ["saemape", None, None, None, "rev_nat"]
    assert result.visits["service_slots"].tolist() == [2, 0, 0, 1, 4]
    assert result.visits["services_full"].tolist() == ["no", "no", "no", "no", "yes"]
    assert result.visits["traceability"].tolist() == ["itsci", "none", "unknown", "none", "itsci"]
    assert {"service_is_traceability", "service_is_armed_actor", "traceability_from_service"} <= rules(result)


def test_status_rows_feed_no_answers(load):
    result = load({**DECISION, "workers_numb": "50", "presence": "1", "state_service1": "SAESSCAM"})
    site = result.sites.iloc[0]
    assert pd.isna(site["workers"]) and site["services"] is None
    assert (site["presence"], site["state"], site["visit_id"]) == ("unknown", "unknown", None)
    assert (site["qualification"], site["n_visits"], site["n_statuses"]) == ("green", 0, 1)
    assert {"status_answer", "site_without_visit"} <= rules(result)


def test_validity_runs_by_calendar_months(load):
    result = load(
        {**DECISION, "visit_date": "2021-08-31", "qualification": "Jaune"},
        {**DECISION, "vid": "10", "visit_date": "2022-08-31", "qualification": "Bleu"},
        {**DECISION, "vid": "11", "visit_date": "2023-08-31", "qualification": "Rouge"},
    )
    ends = result.statuses["valid_until"].dt.strftime("%Y-%m-%d").tolist()
    assert ends[:2] == ["2022-02-28", "2025-08-31"] and pd.isna(ends[2])
    assert result.sites[["qualification"]].values.tolist() == [["red"]]


@pytest.mark.parametrize(
    "rows, speaking",
    [
        pytest.param(
            [visit(vid="1", workers_numb="1"), visit(vid="2", visit_date="2022-01-01", workers_numb="2")],
            2,
            id="latest",
        ),
        pytest.param(
            [visit(vid="7", workers_numb="1"), visit(vid="3", workers_numb="2")], 2, id="lowest number"
        ),
        pytest.param(
            [visit(vid="1", workers_numb="1"), visit(vid="2", project="BGR", visit_date="2022-01-01")],
            1,
            id="third parties do not speak",
        ),
        pytest.param(
            [visit(vid="1", workers_numb="1"), {**DECISION, "workers_numb": "5"}],
            1,
            id="status rows do not speak",
        ),
        pytest.param(
            [visit(vid="1", workers_numb="1", visit_date=""), visit(vid="2", workers_numb="2")],
            2,
            id="a visit without date only if there is no other",
        ),
    ],
)
def test_which_visit_speaks(load, rows, speaking):
    result = load(*rows)
    assert result.sites["workers"].tolist() == [speaking]


def test_third_party_visits_are_counted(load):
    result = load(VISIT, visit(vid="2", project="BGR"))
    assert result.sites[["n_visits", "n_third_party"]].values.tolist() == [[1, 1]]
    assert sorted(result.visits["row_kind"]) == ["third_party", "visit"]


@pytest.mark.parametrize(
    "answers, state, off_site",
    [
        pytest.param({}, "active", "no", id="workers seen"),
        pytest.param(
            {"visit_onsite": "0", "workers_numb": "0"}, "inactive", "yes", id="not reached, nobody works"
        ),
        pytest.param(
            {"visit_onsite": "0", "workers_numb": "0", "presence": "1"}, "unknown", "yes", id="armed"
        ),
        pytest.param(
            {"visit_onsite": "0", "workers_numb": ""}, "unknown", "yes", id="not reached, not known"
        ),
    ],
)
def test_state_of_a_site(load, answers, state, off_site):
    site = load(visit(**answers)).sites.iloc[0]
    assert (site["state"], site["off_site"]) == (state, off_site)


def test_merged_sites_stay_and_say_so(load):
    reason = "Considéré comme un chantier du site Bora (codmine00002)"
    rows = [
        visit(visit_onsite="0", visit_onsite_novisitreason=reason),
        visit(vid="2", pcode="codmine00002"),
        visit(
            vid="3",
            pcode="codmine00003",
            visit_onsite="0",
            visit_onsite_novisitreason=reason.replace("2)", "9)"),
        ),
    ]
    result = load(*rows)
    assert result.sites["merged_into"].tolist() == ["codmine00002", None, "codmine00009"]
    assert found(result, "merged_target_absent")["source_row"].tolist() == [3]


def test_quality_of_locations(load):
    result = load(
        visit(location_origin="GPS (village Kailo)"),
        visit(pcode="codmine00002", location_origin="Approximation"),
    )
    assert result.sites[["location_quality", "at_village"]].values.tolist() == [
        ["gps", "yes"],
        ["approximate", "no"],
    ]


def test_keys_of_visits_do_not_depend_on_row_numbers(load):
    rows = [visit(vid="5"), visit(vid="3", workers_numb="7"), visit(vid="8", project="IPIS - USAID")]
    ids = load(*rows).visits.set_index("source_order")["visit_id"].to_dict()
    assert ids == {
        5: "codmine00001_20210304_ipis-madini_2",
        3: "codmine00001_20210304_ipis-madini_1",
        8: "codmine00001_20210304_ipis-usaid_1",
    }
    shifted = [{**row, "vid": str(int(row["vid"]) + 11)} for row in reversed(rows)]
    assert set(load(*shifted).visits["visit_id"]) == set(ids.values())
    assert len(found(load(*rows), "duplicate_visit")) == 2


def test_columns_absent_and_unused_are_reported(load):
    result = load(visit(favourite_colour="red"))
    assert "mercury" in found(result, "column_absent")["field"].tolist()
    assert found(result, "column_unused")["field"].tolist() == ["favourite_colour"]


def test_messages_are_in_the_language_asked_for(load):
    assert (
        found(load(visit(pcode=""), VISIT, language="fr"), "no_site_key")["message"]
        .iloc[0]
        .endswith("rejetée.")
    )


@pytest.mark.parametrize("number", ["many", "-5", "12.5"])
def test_numbers_that_are_none_count_as_unknown(load, number):
    result = load(visit(workers_numb=number))
    assert result.sites["workers"].isna().all()
    assert rules(result) & {"number_unreadable", "number_negative"}


CAR = {
    "vid": "1",
    "project": "IPIS - TetraTech 2019",
    "pcode": "cafmine00001",
    "visit_date": "2019-04-23",
    "visit": "1",
    "longitude": "16",
    "latitude": "5",
    "workers_numb": "40",
    "workers_women": "10",
    "childunder15": "3",
    "minerals": "Diamant, Or",
    "actor_type": "groupe_arme",
    "actor1name": "3R",
    "actor1name_tax": "1",
    "services1_name": "Brigade minière (USAF)",
    "accident_dead": "1",
}


@pytest.mark.parametrize(
    "types, names, classes, presence",
    [
        pytest.param("groupe_arme", ["3R"], ["armed_group"], "yes", id="one type, one name"),
        pytest.param("etatique", ["FACA"], ["army"], "yes", id="a name that tells more"),
        pytest.param("etatique groupe_arme", ["3R", "FACA"], ["armed_group", "army"], "yes", id="several"),
        pytest.param("autodefense groupe_arme", [], ["self_defence", "armed_group"], "yes", id="no names"),
        pytest.param("0", [], [], "no", id="0"),
        pytest.param("none", [], [], "no", id="none"),
        pytest.param("", [], [], "unknown", id="blank"),
    ],
)
def test_actors_given_as_a_set(load, types, names, classes, presence):
    named = {f"actor{n}name": name for n, name in enumerate([*names, "", ""][:2], start=1)}
    result = load({**CAR, **named, "actor_type": types}, profile="ipis_caf")
    assert result.actors["actor_class"].tolist() == classes
    assert result.visits["presence"].tolist() == [presence]


def test_counts_become_answers(load):
    said = load(CAR, profile="ipis_caf").sites.iloc[0]
    assert (said["children"], said["children_number"], said["women_number"]) == ("yes", 3, 10)
    assert (said["minerals"], said["dead"], said["recall_months"]) == ("diamond;gold", 1, 12)
    assert (said["services"], said["country"], said["interference"]) == ("mining_brigade", "CAF", "not_asked")


def test_more_children_than_workers_is_a_warning(load):
    result = load({**CAR, "childunder15": "60"}, profile="ipis_caf")
    assert found(result, "part_above_workers")["field"].tolist() == ["childunder15"]


def test_a_site_without_a_speaking_visit_keeps_its_minerals_and_nothing_else(load):
    """A list of decisions names what is dug; who is there it cannot know."""
    decision = {**DECISION, "pcode": "codmine00001", "mineral1": "Wolframite", "presence": "1"}
    sites = load(decision, visit(pcode="codmine00002", project="PAX", workers_numb="40")).sites.set_index(
        "pcode"
    )
    assert sites["mineral_main"].tolist() == ["wolframite", "gold"]
    assert sites["is_3t"].tolist() == ["yes", "no"]
    assert sites["visit_id"].isna().all()
    assert sites["presence"].tolist() == ["unknown", "unknown"]
    assert sites["workers"].isna().all()


def test_first_of_january_in_full_is_a_finding_but_where_years_are_usual(load):
    result = load(
        visit(visit_date="2021-01-01"),
        visit(vid="2", project="IPIS - 2009", visit_date="2009-01-01"),
        visit(vid="3", visit_date="2020"),
        visit(vid="4", visit_date="2020-05"),
    )
    assert found(result, "date_new_year")["raw_value"].tolist() == ["2021-01-01"]
    assert result.visits["date_precision"].tolist() == ["day", "year", "year", "month"]
