"""Sentences of core in English, and through a translation once there is one."""

import pytest
from asm_atlas.core.wording import say, speak


@pytest.fixture()
def french():
    speak({"{0} sites in {place}": "{place} : {0} sites"}.get)
    yield
    speak(None)


def test_english_is_said_without_a_translation():
    assert say("{0} sites in {place}", 3, place="Lubero") == "3 sites in Lubero"


def test_a_translation_may_put_values_elsewhere(french):
    assert say("{0} sites in {place}", 3, place="Lubero") == "Lubero : 3 sites"


def test_braces_in_values_stay():
    assert say("Column {0} is missing.", "{0}") == "Column {0} is missing."
