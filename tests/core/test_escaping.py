"""Text of data where signs have a meaning: it comes out as letters, and nothing of it is lost that one can see."""

import html
import sqlite3

import pytest
from asm_atlas.core.escaping import html_text, printable, sql_name
from asm_atlas.core.score_tables import dimensions_of, score_dimensions
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    "text, shown",
    [
        pytest.param("Kivu", "Kivu", id="plain"),
        pytest.param("a\r\nb\rc\nd", "a\nb\nc\nd", id="ends of lines"),
        pytest.param("a\tb\x00c\x85d\u2028e", "a b c d e", id="signs that break a line"),
        pytest.param("\u202egnp.exe\u202c", "gnp.exe", id="turned direction"),
        pytest.param("a\u200b\ufeff\uffff\ud800b", "ab", id="signs that nobody sees"),
        pytest.param(
            "e\u0301 \U0001f525 \u0645\u0646\u062c\u0645 \ufffd",
            "e\u0301 \U0001f525 \u0645\u0646\u062c\u0645 \ufffd",
            id="letters",
        ),
    ],
)
def test_paper_and_pages_show_what_can_be_seen(text, shown):
    assert printable(text) == shown


@given(st.text())
def test_html_gives_the_letters_back_and_has_no_markup(text):
    written = html_text(text)
    assert not set(written) & set("<>\"'")
    assert html.unescape(written) == printable(text)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=20))
def test_sql_takes_any_name(name):
    database = sqlite3.connect(":memory:")
    database.execute(f"CREATE TABLE {sql_name(name)} (x)")
    assert database.execute("SELECT name FROM sqlite_master").fetchall() == [(name,)]
    database.close()


def test_a_column_that_no_scheme_can_have_is_no_dimension():
    columns = [
        "security_level",
        "x\" OR env('HOME') || \"_level",
        "Sécurité_level",
        "overall_level",
        "_level",
    ]
    assert score_dimensions(columns) == ("security",)
    assert dimensions_of(["a b_low_share", "access_low_share"], "_low_share") == ("access",)
