"""Whatever an export holds, it becomes a table of text with as many rows, and each repeat row is accounted for."""

import pandas as pd
from asm_atlas.core.exceptions import FormError
from asm_atlas.core.importing.cut_names import whole_names
from asm_atlas.core.importing.header import with_header
from asm_atlas.core.importing.survey_export import flatten
from asm_atlas.core.importing.survey_form import read_form
from asm_atlas.core.importing.survey_repeats import RepeatTable
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SURVEY = pd.DataFrame(
    [
        ("begin_group", "g", "Group"),
        ("select_multiple l", "m", "Several"),
        ("select_one l", "o", "One"),
        ("geopoint", "p", "Point"),
        ("end_group", None, None),
        ("begin_repeat", "r", "Repeat"),
        ("text", "t", "Text"),
        ("end_repeat", None, None),
    ],
    columns=["type", "name", "label"],
    dtype=object,
)
CHOICES = pd.DataFrame(
    [("l", "a", "A a"), ("l", "b", "B"), ("l", "1", "A")],
    columns=["list_name", "name", "label"],
    dtype=object,
)
FORM = read_form(SURVEY, CHOICES)
HEADERS = st.sampled_from(
    [
        *("g/m", "m", "g/m/a", "m/b", "m/x", "Several", "Several/A a", "o", "One", "p", "_p_latitude"),
        *("p-Longitude", "_uuid", "KEY", "_index", "r[1]/t", "r[2]/t", "r[1]/r[1]/t", "a/b", "a/c", "Field3"),
    ]
)
# The first text ever drawn waits for a table of all letters.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
NAMES = st.lists(st.one_of(HEADERS, st.text(max_size=6)), min_size=1, max_size=8, unique_by=str.casefold)
CELLS = st.one_of(
    st.none(),
    st.text(max_size=8),
    st.sampled_from(["0", "1", "a b", "A a B", "True", "1.0", "-2 28 1 4", ";", " "]),
)


@st.composite
def tables(draw):
    names = draw(NAMES)
    rows = draw(st.lists(st.lists(CELLS, min_size=len(names), max_size=len(names)), max_size=5))
    return pd.DataFrame(rows, columns=names, dtype=object)


@PATIENT
@given(tables(), st.booleans())
def test_any_export_becomes_flat_text_with_its_rows(frame, with_form):
    try:
        flat = flatten(frame, FORM if with_form else None)
    except FormError as error:
        assert with_form and "No column" in str(error)
        return
    assert len(flat.frame) == len(frame)
    assert flat.frame.columns.is_unique
    cells = [cell for name in flat.frame for cell in flat.frame[name]]
    assert all(cell is None or (isinstance(cell, str) and cell) for cell in cells)
    assert all(note.place == -1 or 0 <= note.place < len(frame) for note in flat.notes)


KEYS = st.lists(st.one_of(st.none(), st.sampled_from(["1", "2", "3.0", "uuid:x", ""])), max_size=8)


@PATIENT
@given(KEYS, KEYS)
def test_each_row_of_a_repeat_is_joined_or_reported(above, below):
    main = pd.DataFrame({"_index": above, "o": "a"}, dtype=object)
    repeat = pd.DataFrame(
        {"t": [f"row {n}" for n in range(len(below))], "_parent_index": below}, dtype=object
    )
    flat = flatten(main, FORM, [RepeatTable("r", repeat)])
    lost = [note for note in flat.notes if note.rule in ("survey_repeat_orphan", "survey_repeat_keyless")]
    joined = [cell for name in flat.frame if name.startswith("r") for cell in flat.frame[name] if cell]
    assert len(joined) + len(lost) == len(below) and len(flat.frame) == len(above)
    assert set(joined) | {f"row {note.words['row'] - 1}" for note in lost} == set(repeat["t"])


@PATIENT
@given(tables(), st.sets(st.text(max_size=5), max_size=3))
def test_any_table_without_a_header_keeps_its_width(frame, known):
    unnamed = frame.set_axis([f"Field{n}" for n in range(1, len(frame.columns) + 1)], axis=1)
    table, _ = with_header(unnamed, known)
    assert table.columns.is_unique and len(table) <= len(frame)
    filled = unnamed.iloc[len(frame) - len(table) :].replace("", None).notna().any()
    assert len(table.columns) >= filled.sum()


@PATIENT
@given(NAMES, st.lists(st.text(max_size=14), max_size=8))
def test_restored_names_stay_distinct(header, wanted):
    names = whole_names(header, wanted)
    assert list(names) == header
    restored = [new for old, new in names.items() if new != old]
    assert len(set(restored)) == len(restored) and set(restored) <= set(wanted)


@PATIENT
@given(tables(), tables())
def test_any_form_is_read_or_refused_with_a_sentence(survey, choices):
    try:
        read_form(survey.set_axis(["type", "name", *survey.columns[2:]][: survey.shape[1]], axis=1), choices)
    except FormError as error:
        assert str(error).endswith(".")
