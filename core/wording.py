"""Sentences for people in the language of the program that uses core; English where none was told."""

from __future__ import annotations

from typing import Callable

_translations: list[Callable[[str], str]] = []


def speak(translation: Callable[[str], str] | None) -> None:
    """Have sentences said through translation (English template -> template); None goes back to English."""
    _translations[:] = [] if translation is None else [translation]


def to_say(template: str) -> str:
    """Mark a constant as a sentence to translate; it is said where it is shown, by then in the user's language."""
    return template


def say(template: str, *values: object, **named: object) -> str:
    """A sentence in the user's language; template is English, with {0}, {1} or {name} where values stand."""
    return (_translations[0](template) if _translations else template).format(*values, **named)
