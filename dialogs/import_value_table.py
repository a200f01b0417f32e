"""What the words of coded columns mean: distinct words with their counts, and the code of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from .import_preview import as_plain
from .quiet_combo import QuietCombo
from .words import plain_label, tr

if TYPE_CHECKING:
    from ..core.importing.mapping_places import CodedWord

WORD, ROWS, FOUND, CODE = range(4)
_MOST_WORDS = 300  # each has a combo box; a column with more is likely no coded one


class ValueTable(QWidget):
    """Holds the recoding of a profile; `changed` says that a word got another code."""

    changed = pyqtSignal()

    def __init__(self, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.titles = titles
        self.recode: dict[str, dict[str, str]] = {}
        self.combos: dict[str, QuietCombo] = {}
        self._words: Mapping[str, Sequence[CodedWord]] = {}
        self._codes: Mapping[str, Sequence[tuple[str, str]]] = {}
        self._shown: str | None = None
        self.target = QuietCombo(self)
        self.target.setAccessibleName(tr("Words of"))
        self.target.currentIndexChanged.connect(self._show_words)
        self.note = plain_label(self)
        self.table = QTreeWidget(self)
        self.table.setAccessibleName(tr("Words and their codes"))
        self.table.setHeaderLabels([tr("Word in the table"), tr("Rows"), tr("Known"), tr("Read as")])
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in ((WORD, 36), (ROWS, 8), (FOUND, 30)):
            self.table.setColumnWidth(column, letters * letter)
        line = QHBoxLayout()
        label = QLabel(tr("W&ords of"), self)
        label.setBuddy(self.target)
        line.addWidget(label)
        line.addWidget(self.target, 2)
        line.addWidget(self.note, 3)
        column = QVBoxLayout(self)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        self.found_names = {
            "chosen": tr("chosen here"),
            "listed": tr("yes"),
            "variant": tr("yes, other spelling"),
            "pattern": tr("by a part of it"),
            "unknown": tr("no: counts as other or unknown"),
        }

    def show_words(
        self,
        words: Mapping[str, Sequence[CodedWord]],
        codes: Mapping[str, Sequence[tuple[str, str]]],
    ) -> None:
        """Show the words by target. codes: label and code of what each target can be read as."""
        before = self.target.currentData()
        self._words, self._codes = words, codes
        unknown = {t: sum(word.how == "unknown" for word in found) for t, found in words.items()}
        self.target.blockSignals(True)
        self.target.clear()
        rows = {t: sum(word.rows for word in found if word.how == "unknown") for t, found in words.items()}
        for target in sorted(words, key=lambda target: -rows[target]):
            text = self.titles[target]
            more = tr("{0} ({1} unknown)").format(text, unknown[target]) if unknown[target] else text
            self.target.addItem(more, target)
        self.target.choose(before)
        self.target.blockSignals(False)
        self._show_words()

    def n_unknown(self) -> int:
        return sum(word.how == "unknown" for found in self._words.values() for word in found)

    def _show_words(self, *_: object) -> None:
        target = self.target.currentData()
        found = self._words.get(target, ())
        if target == self._shown and {word.word for word in found[:_MOST_WORDS]} == set(self.combos):
            self._update_words(found)  # who is choosing codes keeps the place
            return
        self._shown = target
        self.table.clear()
        self.combos.clear()
        for word in found[:_MOST_WORDS]:
            item = QTreeWidgetItem(self.table, [word.word, str(word.rows), self.found_names[word.how]])
            item.setTextAlignment(ROWS, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(WORD, as_plain(word.word))
            combo = QuietCombo(self.table, [(self._unset_text(word), "")])
            for label, code in self._codes[target]:
                combo.addItem(f"{label} ({code})", code)
            if word.code is not None and combo.findData(word.code) < 0:
                combo.addItem(word.code, word.code)
            if word.code is not None:
                combo.choose(word.code)
            combo.setAccessibleName(tr("{0} is read as").format(word.word))
            combo.activated.connect(
                lambda _, word=word.word, combo=combo: self._code_chosen(target, word, combo.currentData())
            )
            self.table.setItemWidget(item, CODE, combo)
            self.combos[word.word] = combo
        more = len(found) - _MOST_WORDS
        self.note.setText(tr("{0} more words are not shown.").format(more) if more > 0 else "")

    def _unset_text(self, word: CodedWord) -> str:
        """What it means that no code is chosen for a word."""
        return tr("not known: choose a code") if word.how == "unknown" else tr("as the vocabulary says")

    def _update_words(self, found: Sequence[CodedWord]) -> None:
        by_word = {word.word: word for word in found}
        for row in range(self.table.topLevelItemCount()):
            item = self.table.topLevelItem(row)
            word = by_word[item.text(WORD)]
            item.setText(FOUND, self.found_names[word.how])
            self.combos[word.word].choose(word.code or "")

    def _code_chosen(self, target: str, word: str, code: str) -> None:
        words = self.recode.setdefault(target, {})
        if code:
            words[word] = code
        else:
            words.pop(word, None)
        if not words:
            self.recode.pop(target)
        self.changed.emit()
