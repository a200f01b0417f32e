"""A help page of each algorithm, from what the provider says of it in the language asked for."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterable, Iterator
from configparser import ConfigParser
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path

from help_words import KINDS, WORDS

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "asm_atlas"
# The page of the guide that tells of an algorithm: by its name, else by its group.
GUIDE = {
    "importvisits": "import",
    "comparereleases": "releases",
    "updateatlas": "releases",
    "publicexport": "privacy",
    "sites": "scorecard",
    "areas": "areas_titles",
    "clusters": "clusters",
    "maps": "sheets",
}


@dataclass(frozen=True)
class Entry:
    """A parameter or output; kind in words, default as it would be typed ('' for none)."""

    name: str
    title: str
    help: str
    kind: str
    default: str = ""
    choices: tuple[str, ...] = ()
    is_optional: bool = False
    is_advanced: bool = False


@dataclass(frozen=True)
class AlgorithmPage:
    """What a page says of an algorithm; texts are plain, not HTML."""

    id: str
    title: str
    group: str
    group_id: str
    text: str
    parameters: tuple[Entry, ...]
    destinations: tuple[Entry, ...]
    outputs: tuple[Entry, ...]
    language: str

    @property
    def file(self) -> str:
        """Name of the page without its ending, as helpUrl asks for it."""
        return self.id.replace(":", "_")

    def html(self, titles: dict[str, str]) -> str:
        """The text of the page; titles: of the pages of the guide, as HTML."""
        words = WORDS[self.language]
        lines = [f"<h1>{escape(self.title)}</h1>"]
        lines.append(f"<p><code>{self.id}</code> · {escape(self.group)}</p>")
        lines += [f"<p>{escape(text)}</p>" for text in self.text.split("\n\n") if text.strip()]
        lines += [
            f'<h2 id="parameters">{words["parameters"]}</h2>',
            *self._table(self.parameters, "parameter"),
        ]
        if self.destinations or self.outputs:
            lines.append(f'<h2 id="outputs">{words["outputs"]}</h2>')
        if self.destinations:
            lines += self._table(self.destinations, "output")
        if self.outputs:
            lines += [f"<p>{words['counted']}</p>", "<ul>"]
            lines += [
                f'<li id="output-{out.name}"><code>{out.name}</code> – {escape(out.title)}</li>'
                for out in self.outputs
            ]
            lines.append("</ul>")
        lines += [
            f'<h2 id="batch">{words["batch"]}</h2>',
            f'<pre tabindex="0"><code>{self._command()}</code></pre>',
        ]
        guide = GUIDE.get(self.id.partition(":")[2], GUIDE[self.group_id])
        lines.append(f'<p>{words["more"]} <a href="{guide}.html">{titles[guide]}</a></p>')
        return "\n".join(lines)

    def _table(self, entries: Iterable[Entry], head: str) -> Iterator[str]:
        words = WORDS[self.language]
        heads = "".join(f'<th scope="col">{words[key]}</th>' for key in (head, "what", "kind", "default"))
        yield f'<div class="table"><table><thead><tr>{heads}</tr></thead><tbody>'
        for entry in entries:
            text = escape(entry.help)
            if entry.choices:
                codes = ", ".join(f"<code>{escape(choice)}</code>" for choice in entry.choices)
                text += f" {words['one_of']} {codes}."
            kind = [entry.kind]
            if entry.is_advanced:
                kind.append(words["advanced"])
            default = f"<code>{escape(entry.default)}</code>" if entry.default else ""
            if not default:
                default = words["optional" if entry.is_optional else "needed"]
            yield (
                f'<tr id="{entry.name}"><th scope="row">{escape(entry.title)}<br><code>{entry.name}</code></th>'
                f"<td>{text}</td><td>{', '.join(kind)}</td><td>{default}</td></tr>"
            )
        yield "</tbody></table></div>"

    def _command(self) -> str:
        """The call with what it cannot do without."""
        needed = [
            entry.name
            for entry in (*self.parameters, *self.destinations)
            if not (entry.is_optional or entry.default)
        ]
        return escape(" \\\n    ".join([f"qgis_process run {self.id}", *(f"--{name}=…" for name in needed)]))


def version() -> str:
    """The version of the plugin."""
    metadata = ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def start_qgis(profile: str):
    """A QGIS without windows and settings, its profile in an empty folder, the plugin's package at hand."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = profile
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    spec = importlib.util.spec_from_file_location(
        PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = package
    spec.loader.exec_module(package)
    return application


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """QGIS in a language, with the plugin's translation where it is compiled; afterwards as it was."""
    from asm_atlas.processing.translation import install_translation, remove_translation
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QLocale

    before = QLocale()
    QgsApplication.setLocale(QLocale(language))
    translator = install_translation()
    try:
        yield
    finally:
        if translator is not None:
            remove_translation(translator)
        QgsApplication.setLocale(before)


def algorithm_pages(language: str) -> list[AlgorithmPage]:
    """The pages of all algorithms, in the provider's order."""
    from asm_atlas.processing.provider import AsmAtlasProvider

    with spoken(language):
        provider = AsmAtlasProvider()
        provider.refreshAlgorithms()
        pages = [_page(algorithm, language) for algorithm in provider.algorithms()]
    groups = {"sites": 0, "areas": 1, "clusters": 2, "maps": 3}
    return sorted(pages, key=lambda page: (groups.get(page.group_id, len(groups)), page.id))


def _page(algorithm, language: str) -> AlgorithmPage:
    definitions = [_entry(definition, language) for definition in algorithm.parameterDefinitions()]
    written = {definition.name() for definition in algorithm.destinationParameterDefinitions()}
    outputs = [
        Entry(output.name(), output.description(), "", output.type())
        for output in algorithm.outputDefinitions()
        if output.name() not in written
    ]
    return AlgorithmPage(
        id=f"asm:{algorithm.name()}",
        title=algorithm.displayName(),
        group=algorithm.group(),
        group_id=algorithm.groupId(),
        text=algorithm.shortHelpString(),
        parameters=tuple(entry for entry in definitions if entry.name not in written),
        destinations=tuple(entry for entry in definitions if entry.name in written),
        outputs=tuple(outputs),
        language=language,
    )


def _entry(definition, language: str) -> Entry:
    from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterEnum

    flags, value = definition.flags(), definition.defaultValue()
    flag = QgsProcessingParameterDefinition.Flag
    is_choice = isinstance(definition, QgsProcessingParameterEnum)
    if isinstance(value, bool):
        default = WORDS[language]["on" if value else "off"]
    elif isinstance(value, float) and value.is_integer():
        default = str(int(value))
    else:
        default = "" if value is None or not str(value) or str(value) == "NULL" else str(value)
    return Entry(
        name=definition.name(),
        title=definition.description(),
        help=definition.help(),
        kind=KINDS[language].get(definition.type()) or definition.type(),
        default=default,
        choices=tuple(definition.options()) if is_choice else (),
        is_optional=bool(flags & flag.FlagOptional),
        is_advanced=bool(flags & flag.FlagAdvanced),
    )
