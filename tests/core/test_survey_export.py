"""Exports of KoboToolbox and ODK become one flat table; what does not fit is noted, nothing gets lost."""

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.exceptions import FormError
from asm_atlas.core.importing.survey_export import flatten
from asm_atlas.core.importing.survey_form import read_form
from asm_atlas.core.importing.survey_repeats import RepeatTable

SURVEY = [
    ("type", "name", "label::French (fr)", "label::English (en)"),
    ("start", "start", None, None),
    ("begin_group", "visite", "La visite", "The visit"),
    ("text", "site", "Nom du site", "Name of the site"),
    ("geopoint", "lieu", "Lieu", "Place"),
    ("select_one yn", "presence", "Acteurs armés ?", "Armed actors?"),
    ("select_multiple minerals", "minerais", "Minerais", "Minerals"),
    ("end_group", None, None, None),
    ("begin_repeat", "acteurs", "Acteurs", "Actors"),
    ("text", "nom", "Nom", "Name"),
    ("select_one yn", "taxes", "Taxes ?", "Taxes?"),
    ("begin_repeat", "postes", "Postes", "Posts"),
    ("integer", "hommes", "Hommes", "Men"),
    ("end_repeat", None, None, None),
    ("end_repeat", None, None, None),
]
CHOICES = [
    ("list_name", "name", "label::French (fr)", "label::English (en)"),
    ("minerals", "or", "Or", "Gold"),
    ("minerals", "cassi", "Cassitérite", "Cassiterite"),
    ("minerals", "3", "Terres rares; autres", "Rare earths"),
    ("yn", "oui", "Oui", "Yes"),
    ("yn", "non", "Non", "No"),
]


def table(header, *rows):
    return pd.DataFrame(rows, columns=list(header), dtype=object)


@pytest.fixture(scope="module")
def form():
    return read_form(table(SURVEY[0], *SURVEY[1:]), table(CHOICES[0], *CHOICES[1:]))


def rules(flat):
    return [note.rule for note in flat.notes]


def notes(flat, rule):
    return [note for note in flat.notes if note.rule == rule]


HEADERS = [
    pytest.param("visite/site", "visite/presence", "visite/minerais", id="names with groups"),
    pytest.param("site", "presence", "minerais", id="names without groups"),
    pytest.param("visite.site", "visite.presence", "visite.minerais", id="groups with dots"),
    pytest.param("visite-site", "visite-presence", "visite-minerais", id="groups with dashes"),
    pytest.param("Nom du site", "Acteurs armés ?", "Minerais", id="French labels"),
    pytest.param("The visit/Name of the site", "The visit/Armed actors?", "The visit/Minerals", id="English"),
]


@pytest.mark.parametrize("site, presence, minerals", HEADERS)
def test_headers_of_every_kind_become_plain_names(form, site, presence, minerals):
    flat = flatten(table((site, presence, minerals), ("Amani", "oui", "cassi or")), form, language="fr")
    assert flat.frame.to_dict("records") == [
        {"site": "Amani", "presence": "Oui", "minerais": "Cassitérite;Or"}
    ]
    assert "survey_column_unknown" not in rules(flat)
    absent = {note.field for note in notes(flat, "survey_question_absent")}
    assert absent == {"lieu"}


SPREAD = [
    pytest.param("m/or", "m/cassi", ("1", "0"), "Or", id="0 and 1"),
    pytest.param("m/or", "m/cassi", ("1.0", "1.0"), "Or;Cassitérite", id="decimals"),
    pytest.param("m/or", "m/cassi", ("True", "False"), "Or", id="true and false"),
    pytest.param("m/or", "m/cassi", ("VRAI", "FAUX"), "Or", id="of a French spreadsheet"),
    pytest.param("m/Gold", "m/Cassiterite", ("Gold", None), "Or", id="labels in the cells"),
    pytest.param("m.or", "m.cassi", ("0", "1"), "Cassitérite", id="dots"),
    pytest.param("m/or", "m/cassi", ("0", "0"), "none", id="all answered no"),
    pytest.param("m/or", "m/cassi", (None, ""), None, id="not answered"),
    pytest.param("m/or", "m/cassi", ("0", None), None, id="one not answered"),
]


@pytest.mark.parametrize("first, second, cells, expected", SPREAD)
def test_options_over_columns_become_one_list(form, first, second, cells, expected):
    header = [name.replace("m", "visite/minerais", 1) for name in (first, second)]
    flat = flatten(table(header, cells), form, language="fr")
    assert flat.frame["minerais"].tolist() == [expected]
    assert ("survey_options_partly" in rules(flat)) == (cells == ("0", None))
    assert ("survey_none_chosen" in rules(flat)) == (expected == "none")


def test_list_and_option_columns_are_compared(form):
    header = ("minerais", "minerais/or", "minerais/cassi")
    rows = [("or", "1", "0"), ("or", "0", "1"), (None, "1", "0"), ("cassi", None, None), (None, None, None)]
    flat = flatten(table(header, *rows), form, language="fr")
    assert flat.frame["minerais"].tolist() == ["Or", "Or", "Or", "Cassitérite", None]
    (disagree,) = notes(flat, "survey_options_disagree")
    assert (disagree.place, disagree.value, disagree.words["other"]) == (1, "or", "cassi")
    (unlisted,) = notes(flat, "survey_options_unlisted")
    assert (unlisted.place, unlisted.words["other"]) == (2, "or")


@pytest.mark.parametrize(
    "cell, expected",
    [
        pytest.param("or cassi", "Or;Cassitérite", id="codes"),
        pytest.param("Or Cassitérite", "Or;Cassitérite", id="labels with blanks between"),
        pytest.param("Terres rares; autres Or", "Terres rares, autres;Or", id="labels with blanks inside"),
        pytest.param("Gold, Cassiterite", "Or;Cassitérite", id="labels with commas between"),
        pytest.param("3.0", "Terres rares, autres", id="code made a decimal"),
        pytest.param("or or", "Or", id="twice"),
        pytest.param("or mercure", "Or;mercure", id="one that the form lacks"),
    ],
)
def test_cells_with_several_options(form, cell, expected):
    flat = flatten(table(("minerais",), (cell,)), form, language="fr")
    assert flat.frame["minerais"].tolist() == [expected]
    assert [note.value for note in notes(flat, "survey_choice_unknown")] == ["mercure"] * ("mercure" in cell)


def test_words_that_a_vocabulary_knows_go_before_labels(form):
    rows = table(("minerais", "presence"), ("or cassi 3", "oui"))
    known = {"Gold", "cassi", "Oui"}.__contains__
    flat = flatten(rows, form, language="fr", known=known)
    assert flat.frame.loc[0, "minerais"] == "Gold;cassi;Terres rares, autres"
    assert flat.frame.loc[0, "presence"] == "Oui"
    assert flatten(rows, form, language="en").frame.loc[0, "minerais"] == "Gold;Cassiterite;Rare earths"


def test_what_no_option_column_can_say_is_reported(form):
    flat = flatten(table(("minerais/or", "minerais/jade"), ("maybe", "1"), ("0", "0")), form)
    assert flat.frame["minerais"].tolist() == ["jade", "none"]
    assert [(n.field, n.value) for n in notes(flat, "survey_option_unreadable")] == [("minerais/or", "maybe")]
    assert [(n.field, n.value) for n in notes(flat, "survey_option_unknown")] == [("minerais/jade", "jade")]


@pytest.mark.parametrize(
    "header",
    [
        pytest.param(("visite/_lieu_latitude", "visite/_lieu_longitude"), id="KoboToolbox with groups"),
        pytest.param(("_lieu_latitude", "_lieu_longitude"), id="KoboToolbox"),
        pytest.param(("_Lieu_latitude", "_Lieu_longitude"), id="KoboToolbox with labels"),
        pytest.param(("visite-lieu-Latitude", "visite-lieu-Longitude"), id="ODK"),
        pytest.param(("lieu:Latitude", "lieu:Longitude"), id="ODK Briefcase"),
    ],
)
def test_points_have_columns_of_their_own(form, header):
    flat = flatten(table(header, ("-2.5", "28.5")), form)
    assert flat.frame.to_dict("records") == [{"lieu_latitude": "-2.5", "lieu_longitude": "28.5"}]


def test_points_in_one_cell_are_split_and_unreadable_ones_stay(form):
    header = ("lieu", "_lieu_latitude")
    rows = [("-2.5 28.5 1500 4.2", None), ("somewhere", None), ("-2.6 28.6", "-2.61")]
    flat = flatten(table(header, *rows), form).frame
    assert flat["lieu_latitude"].tolist() == ["-2.5", None, "-2.61"]
    assert flat["lieu_longitude"].tolist() == ["28.5", None, "28.6"]
    assert flat["lieu_precision"].tolist() == ["4.2", None, None]
    assert flat["lieu"].tolist() == [None, "somewhere", None]


def repeats_of(kind):
    """The same two submissions with actors and their posts, as each platform writes them."""
    if kind == "KoboToolbox":
        main = table(("site", "_index", "_uuid"), ("Amani", "1", "a"), ("Bora", "2", "b"))
        actors = table(
            ("nom", "taxes", "_index", "_parent_table_name", "_parent_index", "_submission__uuid"),
            *(("X", "oui", "1", "v", "1", "a"), ("Y", "non", "2", "v", "1", "a")),
            *(("Z", None, "3", "v", "2", "b"), ("Lost", "oui", "4", "v", "9", "z")),
        )
        posts = table(
            ("hommes", "_index", "_parent_table_name", "_parent_index", "_submission__uuid"),
            *(("5", "1", "acteurs", "2", "a"), ("6", "2", "acteurs", "2.0", "a")),
        )
        return main, [RepeatTable("acteurs", actors), RepeatTable("postes", posts)]
    main = table(("visite-site", "KEY", "SET-OF-acteurs"), ("Amani", "uuid:a", "s"), ("Bora", "uuid:b", "s"))
    actors = table(
        ("nom", "taxes", "PARENT_KEY", "KEY", "SET-OF-postes"),
        *(("X", "oui", "uuid:a", "uuid:a/acteurs[1]", ""), ("Y", "non", "uuid:a", "uuid:a/acteurs[2]", "")),
        *(("Z", "", "uuid:b", "uuid:b/acteurs[1]", ""), ("Lost", "oui", "uuid:z", "uuid:z/acteurs[1]", "")),
    )
    posts = table(
        ("hommes", "PARENT_KEY", "KEY"),
        *(("5", "uuid:a/acteurs[2]", "k1"), ("6", "uuid:a/acteurs[2]", "k2")),
    )
    return main, [RepeatTable("Visites-acteurs", actors), RepeatTable("Visites-acteurs-postes", posts)]


@pytest.mark.parametrize("with_form", [pytest.param(True, id="form"), pytest.param(False, id="no form")])
@pytest.mark.parametrize("kind", ["KoboToolbox", "ODK"])
def test_repeats_are_joined_by_key(form, kind, with_form):
    main, repeats = repeats_of(kind)
    given = repeats if with_form else repeats[:1]
    flat = flatten(main, form if with_form else None, given, language="fr")
    got = flat.frame
    assert len(got) == 2
    assert got["acteurs1_nom"].tolist() == ["X", "Z"] and got["acteurs2_nom"].tolist() == ["Y", None]
    if with_form:
        assert got["acteurs1_taxes"].tolist() == ["Oui", None]
        assert got["acteurs2_postes1_hommes"].tolist() == ["5", None]
        assert got["acteurs2_postes2_hommes"].tolist() == ["6", None]
    (orphan,) = notes(flat, "survey_repeat_orphan")
    assert (orphan.field, orphan.value, orphan.words) == ("acteurs", "z", {"row": 4})
    joined = {note.field: note.words for note in notes(flat, "survey_repeat_joined")}
    assert joined["acteurs"] == {"rows": 3, "parents": 2, "slots": 2}
    assert not [name for name in got if "KEY" in name and name != "KEY" and "SET" not in name]


def test_rows_of_repeats_are_joined_or_reported_each(form):
    main = table(("site", "_index"), ("A", "1"), ("B", "2"), ("B again", "2"))
    rows = [("w", "1"), ("x", None), ("y", "7"), ("z", "2.0")]
    flat = flatten(main, form, [RepeatTable("acteurs", table(("nom", "_parent_index"), *rows))])
    joined = sum(note.words["rows"] for note in notes(flat, "survey_repeat_joined"))
    lost = notes(flat, "survey_repeat_keyless") + notes(flat, "survey_repeat_orphan")
    assert joined + len(lost) == len(rows)
    assert [(n.rule, n.words["row"]) for n in lost] == [
        ("survey_repeat_keyless", 2),
        ("survey_repeat_orphan", 3),
    ]
    (twice,) = notes(flat, "survey_key_twice")
    assert (twice.value, twice.place, twice.words) == ("2", 1, {"rows": 2})
    assert flat.frame["acteurs1_nom"].tolist() == ["w", "z", None]


def test_repeats_that_nothing_joins_are_errors(form):
    main = table(("site", "_index"), ("A", "1"))
    with pytest.raises(FormError, match="Nothing tells which rows a repeat belongs to"):
        flatten(main, form, [RepeatTable("acteurs", table(("nom",), ("x",)))])
    many = table(("nom", "_parent_index"), *[("x", "1")] * 201)
    with pytest.raises(FormError, match="gives 201 rows to one row"):
        flatten(main, form, [RepeatTable("acteurs", many)])


def test_repeats_spread_over_columns(form):
    header = ("site", "acteurs[1]/acteurs/nom", "acteurs[1]/taxes", "acteurs[2]/nom")
    flat = flatten(table(header, ("A", "x", "oui", "y")), form, language="fr").frame
    assert flat.to_dict("records") == [
        {"site": "A", "acteurs1_nom": "x", "acteurs1_taxes": "Oui", "acteurs2_nom": "y"}
    ]


def test_a_repeat_is_found_by_its_columns_when_its_name_says_nothing(form):
    main = table(("site", "_index"), ("A", "1"))
    flat = flatten(main, form, [RepeatTable("Sheet2", table(("nom", "_parent_index"), ("x", "1")))])
    assert flat.frame["acteurs1_nom"].tolist() == ["x"]


def test_columns_and_questions_that_have_no_counterpart_are_reported(form):
    flat = flatten(table(("site", "_uuid", "remarque"), ("A", "u", "good")), form)
    assert [(n.field, n.words["rows"]) for n in notes(flat, "survey_column_unknown")] == [("remarque", 1)]
    assert {n.field for n in notes(flat, "survey_question_absent")} == {"lieu", "presence", "minerais"}
    assert flat.frame["remarque"].tolist() == ["good"]


TWINS = [
    ("type", "name", "label"),
    ("begin_group", "g", "Visite 1/2"),
    ("select_multiple minerals", "m", "Minerais (or/étain) : lesquels ?"),
    ("text", "a", "Autre, préciser."),
    ("end_group", None, None),
    ("begin_group", "h", "Visite 2/2"),
    ("text", "b", "Autre, préciser."),
    ("end_group", None, None),
]


@pytest.mark.parametrize(
    "header, read",
    [
        pytest.param(("Visite 1/2/{m}", "Visite 1/2/{a}", "Visite 2/2/{a}"), {}, id="with groups"),
        pytest.param(("{m}", "{a}", "{a}_1"), {"{a}": "a", "{a}_1": "b"}, id="without groups: by order"),
        pytest.param(("{m}", "{a}"), None, id="one of two: not certain"),
    ],
)
def test_labels_with_separators_and_twins(header, read):
    form = read_form(table(TWINS[0], *TWINS[1:]), table(CHOICES[0], *CHOICES[1:]))
    names = {"m": "Minerais (or/étain) : lesquels ?", "a": "Autre, préciser."}
    header = [name.format(**names) for name in header]
    flat = flatten(table(header, ("or", "x", "y")[: len(header)]), form, language="fr")
    if read is None:
        assert [note.field for note in notes(flat, "survey_column_unknown")] == [names["a"]]
        return
    assert flat.frame.to_dict("records") == [{"m": "Or", "a": "x", "b": "y"}]
    told = {note.field: note.value for note in notes(flat, "survey_label_order")}
    assert told == {name.format(**names): value for name, value in read.items()}


def test_the_form_of_another_survey_is_refused(form):
    with pytest.raises(FormError, match="No column of the table is a question of the form"):
        flatten(table(("household", "_uuid"), ("1", "u")), form)


def test_an_option_that_the_form_lacks_is_kept_as_written(form):
    flat = flatten(table(("presence",), ("oui",), ("peut-être",), (None,)), form, language="en")
    assert flat.frame["presence"].tolist() == ["Yes", "peut-être", None]
    assert [(n.value, n.words["rows"]) for n in notes(flat, "survey_choice_unknown")] == [("peut-être", 1)]


def test_export_without_a_form():
    header = (
        *("_uuid", "visite/site", "visite/minerais", "visite/minerais/or", "visite/minerais/cassi"),
        *(
            "services/police",
            "services/army",
            "autre/a",
            "autre/b",
            "visite/_lieu_latitude",
            "visite/_lieu_longitude",
        ),
    )
    rows = [
        ("a", "Amani", "or", "1", "0", "0", "0", "text", "1", "-2.5", "28.5"),
        ("b", "Bora", None, None, None, None, None, "", "0", None, None),
    ]
    flat = flatten(table(header, *rows))
    assert list(flat.frame.columns) == [
        *("site", "minerais", "services", "a", "b", "lieu_latitude", "lieu_longitude", "_uuid")
    ]
    assert flat.frame["minerais"].tolist() == ["or", None]
    assert flat.frame["services"].tolist() == ["none", None]
    assert {n.field: n.words["n"] for n in notes(flat, "survey_options_joined")} == {
        "minerais": 2,
        "services": 2,
    }


def test_names_that_come_twice_keep_their_groups(form):
    header = ("_uuid", "visite/nom", "equipe/nom")
    assert list(flatten(table(header, ("a", "x", "y"))).frame.columns) == [
        "visite/nom",
        "equipe/nom",
        "_uuid",
    ]


@pytest.mark.real_data
def test_household_survey_with_its_form(data, household):
    form, main, people = household
    flat = flatten(main, form, [RepeatTable("data_individual_data", people)], language="en")
    got = flat.frame
    assert len(got) == len(main) == 1714
    labels = {choice.name: choice.labels[""] for choice in form.choices["HHITEMS"]}
    options = [name for name in main if name.startswith("HHITEMS/")]
    expected = [
        ";".join(labels[name.split("/")[1]] for name in options if row[name] == "1") or None
        for row in main.to_dict("records")
    ]
    got_sets = [None if cell is None else set(cell.split(";")) for cell in got["HHITEMS"]]
    assert got_sets == [None if cell is None else set(cell.split(";")) for cell in expected]
    roofs = {choice.name: choice.labels[""] for choice in form.choices["HHROOF"]}
    assert got["HHROOF"].tolist() == [roofs.get(cell, cell) or None for cell in main["HHROOF"]]
    strange = {note.value for note in notes(flat, "survey_choice_unknown") if note.field == "HHROOF"}
    assert strange == set(main["HHROOF"]) - set(roofs) - {""}
    sexes = {choice.name: choice.labels[""] for choice in form.choices["Sex"]}
    counted = pd.concat(
        [got[name] for name in got if name.startswith("Rep_Bio_HH") and name.endswith("_Sex")]
    )
    assert counted.dropna().value_counts().to_dict() == (
        people["Sex"].replace("", np.nan).dropna().map(sexes).value_counts().to_dict()
    )
    sizes = people["KEY"].value_counts()
    (joined,) = notes(flat, "survey_repeat_joined")
    assert joined.words == {"rows": 6284, "parents": sizes.size, "slots": sizes.max()}


@pytest.mark.real_data
def test_individuals_without_a_household_are_counted(data, household):
    form, main, people = household
    some = main.iloc[::3].reset_index(drop=True)
    flat = flatten(some, form, [RepeatTable("people", people)])
    orphans = ~people["KEY"].isin(some["KEY"])
    (joined,) = notes(flat, "survey_repeat_joined")
    found = notes(flat, "survey_repeat_orphan")
    assert len(found) == orphans.sum() and joined.words["rows"] == (~orphans).sum()
    assert [note.words["row"] for note in found] == (np.flatnonzero(orphans) + 1).tolist()


@pytest.fixture(scope="module")
def household(data):
    from osgeo import ogr

    folder = data / "survey" / "epfl_kobo"
    source = ogr.Open(str(folder / "questionnaires_Nairobi_2021.xls"))

    def sheet(name):
        layer = source.GetLayerByName(name)
        width = layer.GetLayerDefn().GetFieldCount()
        names = [layer.GetLayerDefn().GetFieldDefn(n).GetName() for n in range(width)]
        return table(names, *([feature.GetField(n) for n in range(width)] for feature in layer))

    def csv(name):
        return pd.read_csv(folder / name, dtype=str, keep_default_na=False)

    form = read_form(sheet("survey"), sheet("choices"))
    return form, csv("data_household_data.csv"), csv("data_individual_data.csv")
