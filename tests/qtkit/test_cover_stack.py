"""A panel takes the place of a page's content, and gives it back as it was."""

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from clinicmgr.qtkit.cover_stack import CoverStack
from clinicmgr.qtkit.page import Page


class ListPage(Page):
    def __init__(self) -> None:
        super().__init__("People")
        self.list, self.other = QLineEdit(), QLineEdit()
        self.search, self.hidden = QLineEdit(self), QLabel("not now", self)
        self.bar.addWidget(self.search)
        self.bar.addWidget(self.hidden)
        self.bar.addStretch()
        self.hidden.hide()
        self.stack = CoverStack(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.other)
        self.body.addWidget(self.stack)
        self.hire = self.add_action("Hire", lambda: None, shortcut="Ctrl+N", place="primary")
        self.gone = self.add_action("Gone", lambda: None)
        self.gone.setVisible(False)
        self.add_action("Export", lambda: None, place="more")

    def reload(self) -> None:
        """There is nothing to read."""


class Panel(QWidget):
    closed = Signal()


@pytest.fixture
def page(qtbot):
    made = ListPage()
    qtbot.addWidget(made)
    made.show()
    return made


def offered(page):
    return [each.text() for each in page.findChildren(QPushButton) if each.isVisible()]


def test_while_a_panel_is_open_the_page_offers_nothing_else(page):
    before = offered(page)
    assert "Hire" in before
    panel = Panel()
    page.stack.cover(panel)
    assert panel.isVisible()
    assert offered(page) == []
    assert not page.search.isVisible()
    assert not page.hire.isEnabled(), "not by its keys either"
    panel.closed.emit()
    assert page.list.isVisible()
    assert offered(page) == before
    assert page.search.isVisible()
    assert page.hire.isEnabled()


def test_what_was_hidden_before_stays_hidden(page):
    panel = Panel()
    page.stack.cover(panel)
    panel.closed.emit()
    assert not page.hidden.isVisible()
    assert not page.gone.isVisible()


def test_what_is_turned_to_meanwhile_is_shown_when_the_panel_closes(page):
    panel = Panel()
    page.stack.cover(panel)
    page.stack.setCurrentWidget(page.other)
    assert panel.isVisible(), "a half-read file is not lost"
    panel.closed.emit()
    assert page.other.isVisible()
