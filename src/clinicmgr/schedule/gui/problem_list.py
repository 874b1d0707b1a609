"""The panel with all problems of the period: a list in groups, and the one that is selected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import labels, theme
from clinicmgr.qtkit.icons import icon
from clinicmgr.qtkit.tokens import LABEL
from clinicmgr.schedule.gui.problem_list_detail import ProblemDetail
from clinicmgr.schedule.gui.problem_list_lines import ProblemGroup
from clinicmgr.schedule.gui.problem_list_trial import Key, key_of
from clinicmgr.schedule.records import Strength, Violation

_SIGNS = {
    Strength.NEVER: ("error", "danger"),
    Strength.AVOID: ("warning", "warning"),
    Strength.NICE: ("info", "text_2"),
}
_HEIGHT = 210


class ProblemPanel(QWidget):
    """Up and Down go through the list, Enter goes to the first way to solve it."""

    selected = Signal(object)
    """A violation was chosen; None: there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: list[Violation | None] = []
        self.detail: ProblemDetail | None = None
        self.empty = labels.paragraph(_("Every rule is kept and every minimum is covered."), self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Problems"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setFixedHeight(_HEIGHT)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 0, 18, 12)
        self._column.setSpacing(12)
        self._column.addWidget(self.empty)
        self._column.addWidget(self.list)
        self._column.addStretch(1)
        self.list.currentRowChanged.connect(self._turn)
        self.list.itemActivated.connect(lambda _item: self.focus_ways())
        self.setFocusProxy(self.list)

    @property
    def problem(self) -> Violation | None:
        """The problem that is selected."""
        row = self.list.currentRow()
        return self._problems[row] if 0 <= row < len(self._problems) else None

    @property
    def sentences(self) -> list[str]:
        """What the list says, headings and all."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    def show_groups(self, groups: Sequence[ProblemGroup]) -> None:
        """Show these; the selected problem stays selected, or the one that took its place."""
        key = None if self.problem is None else key_of(self.problem)
        at = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        self._problems = []
        for group in groups:
            self._add(self._heading(group), None)
            for one in group.problems:
                self._add(self._line(one), one)
        self._select(key, at)
        self.list.blockSignals(False)
        self.list.setVisible(bool(self._problems))
        self.empty.setVisible(not self._problems)
        self.selected.emit(self.problem)

    def select(self, sentence: str) -> None:
        """Select a problem by what it says."""
        for row, one in enumerate(self._problems):
            if one is not None and one.sentence == sentence:
                self.list.setCurrentRow(row)
                self.list.scrollToItem(self.list.item(row))
                return

    def show_detail(self, detail: ProblemDetail | None) -> None:
        """Show what can be done about the selected problem."""
        if self.detail is not None:
            self._column.removeWidget(self.detail)
            self.detail.hide()
            self.detail.deleteLater()
        self.detail = detail
        if detail is not None:
            self._column.insertWidget(2, detail)

    def focus_ways(self) -> None:
        """Go to the first button below the list."""
        if self.detail is not None and self.detail.ways:
            self.detail.ways[0].setFocus()

    def _select(self, key: Key | None, at: int) -> None:
        keys = [None if one is None else key_of(one) for one in self._problems]
        rows = [row for row, one in enumerate(keys) if one is not None]
        if key is not None and key in keys:
            self.list.setCurrentRow(keys.index(key))
        elif rows:
            self.list.setCurrentRow(next((row for row in rows if row >= at), rows[-1]))

    def _turn(self, _row: int) -> None:
        self.selected.emit(self.problem)

    def _add(self, item: QListWidgetItem, problem: Violation | None) -> None:
        self.list.addItem(item)
        self._problems.append(problem)

    @staticmethod
    def _heading(group: ProblemGroup) -> QListWidgetItem:
        item = QListWidgetItem(group.title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(theme.font(LABEL, 600))
        return item

    @staticmethod
    def _line(one: Violation) -> QListWidgetItem:
        sign = ("check", "text_2") if one.approved else _SIGNS[one.strength]
        item = QListWidgetItem(icon(*sign), one.sentence)
        spoken = f"{one.strength.label}: {one.sentence}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setToolTip(one.strength.label)
        return item
