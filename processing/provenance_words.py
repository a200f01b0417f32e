"""A layer's record and metadata in the words of asm:provenance; what is not known is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from qgis.core import QgsApplication, QgsLayerMetadata

from ..core.provenance import (
    CHANGED,
    COPIED,
    NEWER,
    NOT_CHECKED,
    UNCHANGED,
    UNREADABLE,
    Reading,
    edited_keys,
    licences_of,
    lineage,
    public_text,
    sources_of,
)
from ..core.provenance_page import Section
from .algorithm import AsmAlgorithm
from .given_inputs import days_of

tr = AsmAlgorithm.tr
_FIRST = ("id", "version", "hash", "name")
_OF_STEPS = ("algorithm", "at", "plugin", "qgis", "parameters", "files", "inputs")


def provenance_sections(
    name: str, metadata: QgsLayerMetadata, reading: Reading, state: str, now: Mapping[str, Any]
) -> list[Section]:
    """All that is known of how a layer was made. name: as may be told; state, now: see changed_since."""
    if reading.record is None:
        note = tr("It has no record of ASM Atlas: this is what its metadata tell.")
        if reading.fault == UNREADABLE:
            note = tr("Its record of ASM Atlas cannot be read; this is what its metadata tell.")
        history = [("" if number else tr("History"), line) for number, line in enumerate(metadata.history())]
        rows = [(tr("Made with"), note), *_told(metadata), *(history or [(tr("History"), tr("not told"))])]
        return [_section(name, rows)]
    record = reading.record
    numbers = {key: number for number, (key, _) in enumerate(lineage(record), start=1)}
    first = [
        (tr("Made with"), _made_with(record["steps"].get(record["step"]), record["output"])),
        (tr("Rows"), _rows(state, record["written"], now)),
        *_told(metadata),
    ]
    if reading.fault == NEWER:
        note = tr("A newer version of ASM Atlas wrote this; what the version here does not know is missing.")
        first.append((tr("Note"), note))
    edited = edited_keys(record)
    if edited:
        words = ", ".join(_node_words(key, numbers, record) for key in edited)
        first.append((tr("Note"), tr("Edited by hand since it was written: {0}").format(words)))
    licences = [(source, "; ".join(found) or tr("not told")) for source, found in licences_of(record)] or [
        (tr("Sources"), tr("none in the record"))
    ]
    return [
        _section(name, first),
        _section(tr("Licences of the sources"), licences),
        *(
            _section(_step_title(numbers[key], step), _step_rows(key, step, numbers, record))
            for key, step in lineage(record)
        ),
        *(
            _section(tr("Source: {0}").format(source.get("name", key)), list(_source_rows(source)))
            for key, source in sources_of(record).items()
        ),
    ]


def display_name(algorithm: str) -> str:
    """'asm:scorecard (Responsible mining scorecard)', or the id alone where this version has no such algorithm."""
    found = QgsApplication.processingRegistry().algorithmById(algorithm)
    return f"{algorithm} ({found.displayName()})" if found is not None else algorithm


def _told(metadata: QgsLayerMetadata) -> Iterator[tuple[str, str]]:
    yield tr("Title"), metadata.title() or tr("not told")
    days = [day for day in days_of(metadata) if day]
    yield tr("Days covered"), tr("{0} to {1}").format(*days) if days else tr("not told")
    yield tr("Rights"), "; ".join(metadata.rights()) or tr("not told")
    yield tr("Licences"), "; ".join(metadata.licenses()) or tr("not told")
    for constraint in metadata.constraints():
        yield tr("Constraint"), constraint.constraint
    for link in metadata.links():
        yield tr("Link"), f"{link.name}: {link.url}" if link.name else link.url


def _made_with(step: Mapping[str, Any] | None, output: str) -> str:
    if step is None:
        return tr("not in the record")
    return tr("{0}, output {1}").format(display_name(str(step.get("algorithm", tr("not told")))), output)


def _rows(state: str, then: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    unknown = tr("not known")
    words = {
        UNCHANGED: tr("{1}, as they were written"),
        CHANGED: tr("changed since they were written: {0} then, {1} now"),
        COPIED: tr("in another file or table than written, or renamed and changed: {0} then, {1} now"),
        NOT_CHECKED: tr("{0} were written, {1} are there now; whether they were changed is not checked"),
    }
    text = words[state].format(then.get("rows", unknown), now.get("rows", unknown))
    changed = now.get("last_change")
    return tr("{0} (last change {1})").format(text, changed) if changed and state != UNCHANGED else text


def _step_title(number: int, step: Mapping[str, Any] | None) -> str:
    if step is None:
        return tr("Step {0}: not in the record").format(number)
    return tr("Step {0}: {1}").format(number, display_name(str(step.get("algorithm", tr("not told")))))


def _step_rows(
    key: str, step: Mapping[str, Any] | None, numbers: Mapping[str, int], record: Mapping[str, Any]
) -> list[tuple[str, str]]:
    if step is None:
        note = tr("This step and what came before it were left out, as the record had become too long.")
        return [(tr("Note"), note)]
    missing = tr("not told")
    rows = [
        (tr("When (UTC)"), str(step.get("at", missing))),
        (
            tr("Versions"),
            tr("ASM Atlas {0}, QGIS {1}").format(step.get("plugin", missing), step.get("qgis", missing)),
        ),
    ]
    inputs = [_input_words(entry, numbers, record) for entry in step["inputs"]] or [tr("no layer")]
    rows += [("" if number else tr("Inputs"), words) for number, words in enumerate(inputs)]
    for label, kind in ((tr("Files"), "files"), (tr("Parameters"), "parameters")):
        values = [f"{name} = {_plain(value)}" for name, value in _entries(step.get(kind))]
        rows += [("" if number else label, words) for number, words in enumerate(values)]
    labels = {"profile": tr("Profile"), "scheme": tr("Scheme")}
    rows += [(labels.get(name, name), _plain(step[name])) for name in sorted(step) if name not in _OF_STEPS]
    return rows


def _input_words(entry: Mapping[str, Any], numbers: Mapping[str, int], record: Mapping[str, Any]) -> str:
    states = {
        UNCHANGED: tr("as it was written"),
        CHANGED: tr("changed by then"),
        COPIED: tr("a copy, or renamed and changed"),
        NOT_CHECKED: tr("not checked for changes"),
    }
    told = []
    if "step" in entry:
        told.append(tr("{0} of step {1}").format(entry.get("output"), numbers.get(entry["step"], "?")))
        told.append(states.get(str(entry.get("state")), tr("not checked for changes")))
    elif entry.get("source") in record["sources"]:
        told.append(tr("a source"))
    else:
        told.append(tr("a source that is not in the record"))
    for key, text in (
        ("selected", tr("only the {0} selected")),
        ("limit", tr("only the first {0}")),
        ("filter", tr("only those with {0}")),
        ("expression", tr("only those with {0}")),
    ):
        if key in entry:
            told.append(text.format(entry[key]))
    return f"{entry.get('parameter')}: {entry.get('layer')} ({'; '.join(told)})"


def _source_rows(source: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    missing = tr("not told")
    days = [str(source[day]) for day in ("first_date", "last_date") if source.get(day)]
    yield tr("Title"), str(source.get("title", missing))
    if source.get("origin"):
        yield tr("First file"), str(source["origin"])
    yield tr("Rights"), _plain(source.get("rights")) or missing
    yield tr("Licences"), _plain(source.get("licences")) or missing
    yield tr("Days covered"), tr("{0} to {1}").format(*days) if len(days) == 2 else missing
    yield tr("Rows"), str(source.get("rows", tr("not counted")))
    for key, label in (("last_change", tr("Last change")), ("sha256", "SHA-256")):
        if source.get(key):
            yield label, str(source[key])
    if source.get("record") == UNREADABLE:
        yield tr("Note"), tr("It had a record of ASM Atlas that could not be read.")
    history = source.get("history") if isinstance(source.get("history"), list) else []
    for number, line in enumerate(history or [missing]):
        yield "" if number else tr("History"), str(line)


def _node_words(key: str, numbers: Mapping[str, int], record: Mapping[str, Any]) -> str:
    if key in numbers:
        return tr("step {0}").format(numbers[key])
    return str(record["sources"].get(key, {}).get("name", key))


def _entries(value: Any) -> list[tuple[str, Any]]:
    return sorted(value.items()) if isinstance(value, dict) else []


def _plain(value: Any) -> str:
    """A value of the record as words."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: (_FIRST.index(name) if name in _FIRST else len(_FIRST), name))
        return ", ".join(f"{name} {_plain(value[name])}" for name in names if name != "of")
    if isinstance(value, list):
        return "; ".join(map(_plain, value))
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    return "" if value is None else str(value)


def _section(title: str, rows: list[tuple[str, str]]) -> Section:
    return Section(public_text(title), [(public_text(label), public_text(value)) for label, value in rows])
