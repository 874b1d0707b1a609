"""Typing into cells as one does in a spreadsheet, and what the window says then."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from clinicmgr.qtkit.toast import Toast


def said(page):
    toast = page.window().findChild(Toast)
    return "" if toast is None or toast.isHidden() else toast.accessibleName()


def cell(table, row, column):
    table.setCurrentIndex(table.records.index(row, column))
    return table.currentIndex()


def typed(table):
    """The line one types into at the moment."""
    (line,) = [each for each in table.findChildren(QLineEdit, "cell") if each.isVisible()]
    return line


def type_into(qtbot, table, row, column, text):
    """Type over a cell and press Enter, as in a spreadsheet."""
    cell(table, row, column)
    table.setFocus()
    qtbot.keyClicks(table, text[0])
    line = typed(table)
    qtbot.keyClicks(line, text[1:])
    qtbot.keyClick(line, Qt.Key.Key_Return)
