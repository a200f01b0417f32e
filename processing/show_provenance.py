"""asm:provenance, how a layer was made and what it was made of, as far as it tells."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
)

from ..cartography.layer_metadata import stated_metadata
from ..core.provenance import NOT_CHECKED, licences_of, lineage, shareable, sources_of
from ..core.provenance_page import provenance_lines, provenance_page
from .algorithm import AsmAlgorithm, language_of_qgis, progress_steps
from .given_inputs import days_of, state_of, told_name
from .layer_record import stated_record, written_state
from .provenance_words import provenance_sections

SCHEMA = "asm-atlas/provenance-report/1"


class ShowProvenance(AsmAlgorithm):
    """Says of any vector layer or table by which steps and from which sources it was made."""

    INPUT, HTML, JSON = "INPUT", "HTML", "JSON"
    MADE_BY, MADE_AT, STATE, LICENCES, SAID = "MADE_BY", "MADE_AT", "STATE", "LICENCES", "SAID"
    N_STEPS, N_SOURCES = "N_STEPS", "N_SOURCES"

    def name(self) -> str:
        return "provenance"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("How a layer was made")

    def tags(self) -> list[str]:
        return self.tr("provenance,lineage,history,metadata,source,licence").split(",")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Every layer and table that ASM Atlas writes carries a record of how it was made: the algorithms with "
            "their parameters and versions, the layers that they were given, profile and scheme, and the sources "
            "at the beginning with their rights, licences and days. This prints the record and says whether the "
            "rows were changed since.\n\n"
            "The record lies in the GeoPackage, in the .qmd file beside other files, or in the project for "
            "temporary layers. Of a layer that ASM Atlas has not made, it says what the metadata tell. What is "
            "not known is said to be not told."
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add_table(
            self.INPUT, self.tr("Layer or table"), self.tr("Any layer or table, of ASM Atlas or not.")
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.HTML, self.tr("Provenance as HTML"), "HTML (*.html)", None, True
            ),
            self.tr("A page to read in a browser or to print."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.JSON, self.tr("Provenance as JSON"), "JSON (*.json)", None, True, False
            ),
            self.tr("The record itself, for other programs."),
        )
        for key, title in (
            (self.MADE_BY, self.tr("Algorithm")),
            (self.MADE_AT, self.tr("When (UTC)")),
            (self.STATE, self.tr("unchanged, changed, copied or not_checked")),
            (self.LICENCES, self.tr("Licences of the sources")),
            (self.SAID, self.tr("Provenance")),
        ):
            self.addOutput(QgsProcessingOutputString(key, title))
        self.add_numbers({self.N_STEPS: self.tr("Steps"), self.N_SOURCES: self.tr("Sources")})

    def run_steps(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        progress_steps(feedback, 0, 100)(0.0)
        layer = self.parameterAsVectorLayer(parameters, self.INPUT, context)
        if layer is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, self.INPUT))
        metadata, reading, now = stated_metadata(layer), stated_record(layer), written_state(layer)
        record, name = reading.record, told_name(layer)
        state = state_of(layer, record) if record is not None else NOT_CHECKED
        sections = provenance_sections(name, metadata, reading, state, now)
        lines = list(provenance_lines(sections))
        for line in lines:
            feedback.pushInfo(line)
        page = provenance_page(
            self.tr("How {0} was made").format(sections[0].title), sections, language_of_qgis()
        )
        first_day, last_day = days_of(metadata)
        document = {
            "schema": SCHEMA,
            "layer": name,
            "state": state,
            "fault": reading.fault,
            "title": metadata.title(),
            "rights": metadata.rights(),
            "licences": metadata.licenses(),
            "first_date": first_day,
            "last_date": last_day,
            "history": metadata.history(),
            "now": now,
            "record": record,
        }
        text = json.dumps(shareable(document), ensure_ascii=False, indent=2) + "\n"
        results = self._written({self.HTML: page, self.JSON: text}, parameters, context)
        made = record["steps"].get(record["step"], {}) if record is not None else {}
        told = (
            licences_of(record) if record is not None else [(name, metadata.licenses() or metadata.rights())]
        )
        return {
            **results,
            self.MADE_BY: str(made.get("algorithm", "")),
            self.MADE_AT: str(made.get("at", "")),
            self.STATE: state,
            self.LICENCES: "; ".join(
                dict.fromkeys(each for _, found in told for each in found or [self.tr("not told")])
            ),
            self.SAID: "\n".join(lines),
            self.N_STEPS: sum(step is not None for _, step in lineage(record)) if record is not None else 0,
            self.N_SOURCES: len(sources_of(record)) if record is not None else 0,
        }

    def _written(
        self, texts: dict[str, str], parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, str]:
        """Write those files that are asked for; their paths by output."""
        written = {}
        for output, text in texts.items():
            path = self.parameterAsFileOutput(parameters, output, context)
            if not path:
                continue
            try:
                Path(path).write_text(text, encoding="utf-8", errors="replace")
            except OSError as error:
                raise QgsProcessingException(
                    self.tr("{0} cannot be written ({1}); choose another file or folder.").format(
                        Path(path).name, error.strerror
                    )
                ) from error
            written[output] = path
        return written
