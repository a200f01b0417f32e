"""asm:explainscore: why a site has its scores, as HTML and text."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..core.score_tables import has_overall, score_columns, score_dimensions
from .algorithm import RESOURCES, AsmAlgorithm, language_of_qgis, progress_steps
from .frames import read_table
from .schemes import SCHEME, SCHEME_FILE, add_scheme, given_scheme, shipped_scheme, shipped_schemes

if TYPE_CHECKING:
    from ..core.scorecard.scheme import Scheme

WORDS = RESOURCES / "explanations" / "words.json"
LANGUAGES = ("en", "fr")
BY_SCORES = "by_scores"
_NEEDED = ("pcode", "state", "scheme", "scheme_hash")
_NEAR_NAMES = 3


class ExplainScore(AsmAlgorithm):
    """Puts one row of scores into words."""

    SCORES, PCODE, LANGUAGE = "SCORES", "PCODE", "LANGUAGE"
    HTML, TEXT, SAID = "HTML", "TEXT", "SAID"

    def name(self) -> str:
        return "explainscore"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Explain the scores of a site")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Says in words why a site has its scores: for each indicator the level, the score with its worst and "
            "best case, how sure it is, each question with its answer, points, weight and date, knock-outs with "
            "their ground, and what is not known and could change it.\n\n"
            "Choose the site by its pcode, or select one feature and tick 'Selected features only'. Of a layer "
            "with all visits the latest one is explained."
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add_table(
            self.SCORES, self.tr("Scores"), self.tr("The output of 'Responsible mining scorecard'.")
        )
        self.add(
            QgsProcessingParameterString(self.PCODE, self.tr("Site (pcode)"), None, False, True),
            self.tr("Key of the site. Empty: the one site of the layer, or of its selected features."),
        )
        add_scheme(
            self,
            [BY_SCORES, *shipped_schemes()],
            self.tr("The scheme that made the scores; by_scores: the shipped one that the scores name."),
            self.tr("The file of the scheme that made the scores, if it is none of those above."),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.LANGUAGE,
                self.tr("Language"),
                list(LANGUAGES),
                defaultValue=language_of_qgis(),
                usesStaticStrings=True,
            ),
            self.tr("Language of the explanation."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.HTML, self.tr("Explanation as HTML"), "HTML (*.html)", None, True
            ),
            self.tr("A page to read in a browser or to print."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.TEXT, self.tr("Explanation as text"), self.tr("Text (*.txt)"), None, True, False
            ),
            self.tr("The same as plain text, which also stands in the log."),
        )
        self.addOutput(QgsProcessingOutputString(self.SAID, self.tr("Explanation")))

    def run_steps(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        from ..core.documents import read_document
        from ..core.scorecard.explain import explain
        from ..core.scorecard.explain_output import explanation_html, explanation_text

        rows = self._rows(parameters, context, feedback)
        row, *others = _of_site(rows, self.parameterAsString(parameters, self.PCODE, context).strip())
        scheme = self._scheme(row, parameters, context)
        language = self.parameterAsEnumString(parameters, self.LANGUAGE, context)
        dates = [str(other["date"]) for other in others if other.get("date")]
        explanation = explain(row, scheme, read_document(WORDS), language, dates)
        text = explanation_text(explanation)
        if explanation.other_scheme:
            feedback.pushWarning(explanation.other_scheme)
        results: dict[str, Any] = {self.SAID: text}
        for output, content in ((self.HTML, explanation_html(explanation)), (self.TEXT, text)):
            path = self.parameterAsFileOutput(parameters, output, context)
            if not path:
                continue
            try:
                Path(path).write_text(content, encoding="utf-8", errors="replace")
            except OSError as error:
                raise QgsProcessingException(
                    self.tr("{0} cannot be written ({1}); choose another file or folder.").format(
                        Path(path).name, error.strerror
                    )
                ) from error
            results[output] = path
        for line in text.splitlines():
            feedback.pushInfo(line)
        return results

    def _rows(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> list[dict[str, Any]]:
        source = self.parameterAsSource(parameters, self.SCORES, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, self.SCORES))
        names = source.fields().names()
        absent = [name for name in _NEEDED if name not in names]
        if absent or not score_dimensions(names):
            raise QgsProcessingException(
                self.tr(
                    "SCORES is not a table of scores (no {0}); choose the output of the scorecard."
                ).format(", ".join(absent) or "levels")
            )
        # Typed by the contract: in a CSV every value is text.
        columns = score_columns(score_dimensions(names), has_overall(names))
        frame = read_table(source, columns, _NEEDED, progress_steps(feedback, 0, 90), self.SCORES)
        if "date" in frame:
            frame["date"] = frame["date"].dt.strftime("%Y-%m-%d")
        plain = frame.astype(object)
        return plain.where(plain.notna(), None).to_dict("records")

    def _scheme(
        self, row: dict[str, Any], parameters: dict[str, Any], context: QgsProcessingContext
    ) -> Scheme:
        asked = self.parameterAsEnumString(parameters, SCHEME, context)
        if asked != BY_SCORES or self.parameterAsFile(parameters, SCHEME_FILE, context):
            return given_scheme(self, parameters, context)
        for shipped in shipped_schemes():
            scheme = shipped_scheme(shipped)
            if scheme.id == row["scheme"]:
                return scheme
        raise QgsProcessingException(
            self.tr("The scores were made by the scheme '{0}', which does not ship; give its file.").format(
                row["scheme"]
            )
        )


def _of_site(rows: list[dict[str, Any]], pcode: str) -> list[dict[str, Any]]:
    """The rows of one site, its latest visit first; of the only site where pcode is ''.

    Of visits of one day the last row is the latest, as the scorecard orders them.

    Raises QgsProcessingException naming near keys and names when there is none, or when there are several.
    """
    known = {str(row["pcode"]): row.get("name") for row in rows if row["pcode"]}
    if not pcode:
        if len(known) != 1:
            raise QgsProcessingException(
                AsmAlgorithm.tr("The layer has {0} sites; give the pcode of one, or select it.").format(
                    len(known)
                )
            )
        pcode = next(iter(known))
    found = [row for row in rows if str(row["pcode"]) == pcode]
    if not found:
        raise QgsProcessingException(_unknown(pcode, known))
    return sorted(found, key=lambda row: str(row.get("date") or ""))[::-1]


def _unknown(pcode: str, known: dict[str, str | None]) -> str:
    """What to write instead of a key that no site has: sites of that name, or keys and names like it."""
    wanted = pcode.casefold()
    named = {key: str(name or "") for key, name in known.items()}
    near = [key for key, name in named.items() if wanted in (key.casefold(), name.casefold())]
    if not near:
        by_word = {word.casefold(): key for key, name in named.items() for word in (name, key) if word}
        near = [by_word[word] for word in difflib.get_close_matches(wanted, list(by_word), _NEAR_NAMES)]
    sentence = AsmAlgorithm.tr("No site has the pcode '{0}'").format(pcode)
    if not near:
        return sentence + AsmAlgorithm.tr("; choose one of the layer.")
    words = ", ".join(f"{key} ({named[key]})" for key in near[:_NEAR_NAMES])
    return sentence + AsmAlgorithm.tr("; near to it: {0}.").format(words)
