"""The money page as the manager sees it, over a small practice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from clinicmgr.finance.gui.page import MoneyPage
from clinicmgr.paper import Document
from clinicmgr.qtkit import theme
from clinicmgr.qtkit.desk import Chosen, Desk
from clinicmgr.qtkit.toast import Toast


class Asked:
    """Answers at once when the program asks for a file."""

    def __init__(self) -> None:
        self.path = Path()

    def ask_open(self, title: str, pattern: str, done: Chosen) -> None:
        done(self.path)

    def ask_save(self, title: str, suggested: str, pattern: str, done: Chosen) -> None:
        done(self.path)


class Sight:
    """The window with the page, and what it said and wanted to print."""

    def __init__(self, clinic, window, desk, files) -> None:
        self.window, self.desk, self.files = window, desk, files
        self.papers: list[Document] = []
        desk.paper_wanted.connect(self.papers.append)
        self.page = MoneyPage(clinic.finance, clinic.settings, desk)
        clinic.journal.subscribe(lambda news: self.page.mark_stale(news.domains))
        window.setCentralWidget(self.page)
        window.show()

    @property
    def said(self) -> str:
        """The message at the bottom of the window."""
        toast = self.window.findChild(Toast)
        return "" if toast is None or toast.isHidden() else toast.accessibleName()

    @property
    def panel(self):
        """What stands in place of the content."""
        return self.page.stack.currentWidget()

    def lines(self, table, *keys):
        """What stands in some columns of a table, line by line."""
        columns = [next(each for each in table.records.columns if each.key == key) for key in keys]
        model = table.records
        records = [model.record(row) for row in range(model.rowCount())]
        return [tuple(column.text(record) for column in columns) for record in records]

    def find(self, view, text) -> None:
        """Search in a part of the page and press Enter."""
        view.search.setText(text)
        QTest.keyClick(view.search, Qt.Key.Key_Return)

    def type(self, table, record_id, key, text) -> bool:
        """Type into a cell; False if it was refused."""
        model = table.records
        at = next(at for at, each in enumerate(model.columns) if each.key == key)
        return model.setData(model.index(model.row_of(record_id), at), text)


@pytest.fixture
def sight(qtbot, qapp, clock, clinic) -> Iterator[Sight]:
    theme.apply(qapp, "light", "comfortable")
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1080, 760)
    files = Asked()
    seen = Sight(clinic, window, Desk(window, clock, files=files), files)
    yield seen
    seen.desk.hide_toast()
