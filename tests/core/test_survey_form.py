"""XLSForms as people write them: spellings, languages, disabled and blank rows, and faults by sheet and row."""

import pandas as pd
import pytest
from asm_atlas.core.exceptions import FormError
from asm_atlas.core.importing.survey_form import read_form

CHOICES = [
    ("list_name", "name", "label::French (fr)", "label::English (en)"),
    ("minerals", "or", "Or", "Gold"),
    ("minerals", "cassi", "Cassitérite", "Cassiterite"),
    ("", "", "", ""),
    ("yn", "1", "Oui", "Yes"),
    ("yn", "0", "Non", "No"),
]


def sheet(rows):
    return pd.DataFrame(rows[1:], columns=list(rows[0]), dtype=object)


def form(*rows, header=("type", "name", "label"), choices=CHOICES, settings=None):
    rows = [(*row, *[None] * (len(header) - len(row))) for row in rows]
    return read_form(sheet([header, *rows]), sheet(choices), settings)


def test_questions_have_type_path_repeat_and_choices():
    read = form(
        ("begin group", "visit", "Visit"),
        ("text", "site", "Name of the site"),
        ("begin_repeat", "armed", "Actors"),
        ("select_one yn", "tax", "Taxes?"),
        ("begin group", "inner"),
        ("integer", "n"),
        ("end group",),
        ("end_repeat",),
        ("end_group",),
        ("select_multiple minerals", "minerals", "Minerals"),
    )
    assert [(q.type, q.name, q.path, q.repeat_path) for q in read.questions] == [
        ("text", "site", ("visit",), ()),
        ("select_one", "tax", ("visit", "armed"), ("visit", "armed")),
        ("integer", "n", ("visit", "armed", "inner"), ("visit", "armed")),
        ("select_multiple", "minerals", (), ()),
    ]
    assert read.repeats == (("visit", "armed"),)
    assert [choice.name for choice in read.choices_of(read.questions[3])] == ["or", "cassi"]
    assert read.choices_of(read.questions[3])[1].labels == {
        "French (fr)": "Cassitérite",
        "English (en)": "Cassiterite",
    }


@pytest.mark.parametrize(
    "given, kind, lists",
    [
        pytest.param("select one from yn", "select_one", ("yn",), id="old words"),
        pytest.param("select1 yn", "select_one", ("yn",), id="select1"),
        pytest.param("Select_One  yn", "select_one", ("yn",), id="capitals and blanks"),
        pytest.param("select all that apply from minerals", "select_multiple", ("minerals",), id="all"),
        pytest.param("select_multiple minerals", "select_multiple", ("minerals",), id="several"),
        pytest.param("rank minerals", "select_multiple", ("minerals",), id="ranking"),
        pytest.param("select_one_from_file sites.csv", "select_one", (), id="from a file"),
        pytest.param("select_multiple_from_file a.csv", "select_multiple", (), id="several from a file"),
        pytest.param("select_one ${site}", "select_one", (), id="answers of another question"),
        pytest.param("gps", "geopoint", (), id="gps"),
        pytest.param("date", "date", (), id="date"),
    ],
)
def test_types_are_read_in_every_spelling(given, kind, lists):
    (question,) = form((given, "q")).questions
    assert (question.type, question.lists) == (kind, lists)


def test_or_other_adds_an_option_and_a_question():
    read = form(("select_multiple minerals or_other", "m"))
    assert [(q.type, q.name) for q in read.questions] == [("select_multiple", "m"), ("text", "m_other")]
    assert [choice.name for choice in read.choices_of(read.questions[0])] == ["or", "cassi", "other"]


def test_disabled_blank_and_commented_rows_and_notes_are_no_questions():
    read = form(
        ("text", "a", "A", None),
        (None, None, None, None),
        ("", "", "a heading", ""),
        ("# text", "b", "B", None),
        ("text", "c", "C", "yes"),
        ("note", "d", "D", None),
        ("text", "e", "E", "no"),
        header=("type", "name", "label", "disabled"),
    )
    assert [question.name for question in read.questions] == ["a", "e"]


@pytest.mark.parametrize(
    "header, wanted, language",
    [
        pytest.param("label::French (fr)", "fr", "French (fr)", id="with code"),
        pytest.param("label::Français", "fr", "Français", id="its own name"),
        pytest.param("label:French", "fr", "French", id="one colon"),
        pytest.param("Label :: fr", "fr", "fr", id="code alone"),
        pytest.param("label::English (en-GB)", "en", "English (en-GB)", id="country"),
        pytest.param("label", "fr", "", id="no translation"),
        pytest.param("label::Kiswahili (sw)", "fr", "Kiswahili (sw)", id="another language"),
    ],
)
def test_language_is_found(header, wanted, language):
    choices = [("list name", "value", header), ("yn", "1", "X")]
    read = form(("select_one yn", "q", "Q"), header=("type", "name", header), choices=choices)
    assert read.language(wanted) == language
    assert read.label(read.questions[0].labels, language) == "Q"


def test_default_language_comes_from_the_settings():
    settings = pd.DataFrame([["Visites", "French (fr)"]], columns=["form_title", "default_language"])
    read = form(("select_one yn", "q", "Q"), settings=settings)
    assert (read.title, read.default_language) == ("Visites", "French (fr)")
    assert read.language("sw") == "French (fr)"


def test_header_in_the_first_row_is_found():
    rows = [("Field1", "Field2", "Field3"), ("type", "name", "label"), ("text", "a", "A"), ("text", "", "B")]
    with pytest.raises(FormError, match="Sheet survey, row 3: 'text' has no name"):
        read_form(sheet(rows))
    assert [q.name for q in read_form(sheet(rows[:3])).questions] == ["a"]


def test_questions_of_one_name_asked_in_turn_share_their_options():
    read = form(("select_multiple minerals", "q"), ("select_multiple yn", "q"))
    (question,) = read.questions
    assert [choice.name for choice in read.choices_of(question)] == ["or", "cassi", "1", "0"]


@pytest.mark.parametrize(
    "rows, sentence",
    [
        pytest.param([("text", None)], "row 2: 'text' has no name", id="no name"),
        pytest.param([("end group",)], "row 2: 'end group' ends nothing", id="end without begin"),
        pytest.param(
            [("begin_repeat", "r"), ("end_group",)], "row 3: 'end_group' ends nothing", id="wrong end"
        ),
        pytest.param([("begin group", "g"), ("text", "a")], "row 2: the group 'g' has no end", id="no end"),
        pytest.param([("select_one", "q")], "row 2: 'select_one' names no list", id="no list"),
        pytest.param([("select_one other", "q")], "row 2: the list 'other' of 'q'", id="unknown list"),
        pytest.param(
            [("text", "a"), ("date", "a")], "row 3: 'a' is of another type than in row 2", id="twice"
        ),
        pytest.param([("note", "n")], "holds no questions", id="no questions"),
    ],
)
def test_faults_are_named_by_sheet_and_row(rows, sentence):
    with pytest.raises(FormError, match=sentence):
        form(*rows)


def test_faults_of_the_choices_are_named():
    choices = [("list_name", "name", "label"), ("yn", "1", "Yes"), ("yn", "", "No")]
    with pytest.raises(FormError, match="Sheet choices, row 3: name is empty"):
        form(("select_one yn", "q"), choices=choices)
    with pytest.raises(FormError, match="Sheet choices has no columns list_name and name"):
        form(("select_one yn", "q"), choices=[("a", "b"), ("1", "2")])
    with pytest.raises(FormError, match="Sheet survey has no columns type and name"):
        read_form(sheet([("a", "b"), ("1", "2")]))
