"""What the pre-flight finds: a code, a place on the page and a sentence in English or French."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ...core.documents import expect, read_document
from ..theme import RESOURCES

SENTENCES = RESOURCES / "reports" / "preflight.json"
ERROR, WARNING = "error", "warning"


class Word(str):
    """A key of the document's words, put into the reader's language."""


class Place(NamedTuple):
    """A rectangle on a page of the layout, mm from its upper left corner; pages count from 1."""

    x: float
    y: float
    width: float
    height: float
    page: int = 1


@dataclass(frozen=True)
class PreflightFinding:
    """One thing to mend or to know before a sheet is printed.

    code: stable, a key of resources/reports/preflight.json, which also says how grave it is.
    item: id of the layout item, and layer: id of the layer, where it is about one; '' otherwise.
    place: where on the page to look; None where it is about the whole sheet.
    """

    code: str
    values: dict[str, Any] = field(default_factory=dict)
    item: str = ""
    place: Place | None = None
    layer: str = ""

    @property
    def severity(self) -> str:
        """ERROR stops the export, WARNING goes into the build report."""
        return rule(self.code)["severity"]

    def sentence(self, language: str = "en") -> str:
        """What is wrong, where, and what to do, in English ("en") or French ("fr")."""
        document = _document()[language]
        words = document["words"]
        values = {
            name: words[value] if isinstance(value, Word) else _figure(value, language)
            for name, value in self.values.items()
        }
        return document["sentences"][self.code].format(**values)


def rule(code: str) -> dict[str, Any]:
    """Severity and thresholds of a rule."""
    return expect(_document(), f"rules.{code}", dict, SENTENCES.name)


def errors_of(findings: list[PreflightFinding]) -> list[PreflightFinding]:
    """The findings that stop an export."""
    return [finding for finding in findings if finding.severity == ERROR]


def _figure(value: Any, language: str) -> Any:
    if not isinstance(value, float):
        return value
    text = f"{value:.1f}"
    return text.replace(".", ",") if language == "fr" else text


_read: dict[str, Any] = {}


def _document() -> dict[str, Any]:
    if not _read:
        _read.update(read_document(SENTENCES))
    return _read
