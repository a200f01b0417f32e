"""The scheme editor by screen reader, by keyboard, on a small screen and without colours."""

import pytest
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import QApplication
from scheme_editing import HEALTH, SECURITY, settle


def test_every_field_has_a_name_for_screen_readers(plain_editor):
    from qgis.PyQt.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTableView

    kinds = (QAbstractSpinBox, QComboBox, QPlainTextEdit, QTableView)
    for row in plain_editor.tree.rows():
        plain_editor.tree.setCurrentItem(row)
        fields = [one for kind in kinds for one in plain_editor.findChildren(kind)]
        fields += plain_editor.part.findChildren(QLineEdit)
        unnamed = [
            one
            for one in fields
            if not one.accessibleName() and one.objectName() != "qt_spinbox_lineedit" and one.isVisible()
        ]
        assert unnamed == []


def test_tab_goes_from_the_tree_through_the_form_to_the_results(plain_editor):
    for path in ((), SECURITY, (*HEALTH, "items", 0)):
        plain_editor.tree.choose(path)
        fields = plain_editor.part.fields()
        assert len(fields) > 5
        chain, widget = [], plain_editor.tree
        while widget is not plain_editor.results.tabBar():
            widget = widget.nextInFocusChain()
            chain.append(widget)
        assert [one for one in chain if one in fields] == fields
        others = [plain_editor.save_button, plain_editor.close_button, plain_editor.open_button]
        assert not any(one in chain for one in others)


@pytest.mark.parametrize("points", [9, 16])
def test_it_fits_a_laptop_with_small_and_large_letters(atlas_layers, make_editor, points):
    before = QApplication.font()
    QApplication.setFont(QFont(before.family(), points))
    try:
        editor = make_editor()
        settle(editor)
        editor.resize(1366, 700)
        QApplication.processEvents()
        assert editor.minimumSizeHint().width() <= 1366
        assert editor.minimumSizeHint().height() <= 700
        chart = editor.results.chart
        last = chart.panel_rect(len(chart.panels) - 1)
        assert last.bottom() <= chart.height() + 1
        assert last.right() <= chart.width() + 1
    finally:
        QApplication.setFont(before)


def test_the_bars_differ_without_colour(editor):
    """Before is hatched, after is filled: seen in grey they are still two kinds of bars."""
    editor.part.weights[0].setValue(1)
    settle(editor)
    chart = editor.results.chart
    image = chart.grab().toImage().convertToFormat(24)  # QImage.Format_Grayscale8
    swatch = [image.pixelColor(x, int(0.5 * chart._line)).lightness() for x in range(5, 5 + chart._line)]
    assert len(set(swatch)) > 1
