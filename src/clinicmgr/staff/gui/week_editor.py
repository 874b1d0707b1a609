"""The week of a person as it is typed: for each weekday the times at which work is possible."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_range, parse_time_range
from clinicmgr.qtkit import buttons, labels, tokens
from clinicmgr.qtkit.editors import mark_invalid
from clinicmgr.staff.records import ALL_DAY, Window
from clinicmgr.staff.rules import WEEKDAYS


class WeekEditor(QWidget):
    """Seven lines such as "8-12, 13-17" or "all day"; an empty one is a day without work."""

    edited = Signal()

    def __init__(self, locale: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locale = locale
        self._shown: list[str] = [""] * 7
        self.lines = [QLineEdit(self) for _weekday in WEEKDAYS]
        self.error = labels.label(pixels=tokens.LABEL, tone="danger", parent=self)
        self.error.setWordWrap(True)
        self.error.hide()
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(10)
        for weekday, line in enumerate(self.lines):
            name = labels.label(_(WEEKDAYS[weekday]), pixels=tokens.LABEL, parent=self)
            name.setBuddy(line)
            line.setAccessibleName(_(WEEKDAYS[weekday]))
            line.setPlaceholderText(_("not available"))
            line.textEdited.connect(self._heard)
            line.editingFinished.connect(lambda at=weekday: self._tidy(at))
            grid.addWidget(name, weekday, 0)
            grid.addWidget(line, weekday, 1)
        grid.setColumnStretch(1, 1)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(
            buttons.plain(_("Monday for all weekdays"), self.copy_monday, icon="copy", parent=self)
        )
        below.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addWidget(self.error)
        column.addLayout(below)

    @property
    def is_dirty(self) -> bool:
        """Whether a line differs from what was shown."""
        return [line.text() for line in self.lines] != self._shown

    def show_windows(self, windows: Iterable[Window]) -> None:
        """Show these windows as the stored ones."""
        known = tuple(windows)
        for weekday, line in enumerate(self.lines):
            line.setText(self._text(each for each in known if each.weekday == weekday))
            mark_invalid(line, False)
        self.error.hide()
        self._shown = [line.text() for line in self.lines]

    def windows(self) -> tuple[Window, ...]:
        """Return what is typed; UserError for the first line that cannot be read."""
        return tuple(each for weekday in range(7) for each in self._read(weekday))

    def show_error(self, sentence: str) -> None:
        """Say a sentence below the lines."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def copy_monday(self) -> None:
        """Type Monday's times into Tuesday to Friday."""
        for line in self.lines[1:5]:
            line.setText(self.lines[0].text())
        self._heard()

    def _read(self, weekday: int) -> list[Window]:
        line = self.lines[weekday]
        try:
            return self._parsed(weekday)
        except UserError as error:
            mark_invalid(line, True)
            line.setFocus()
            words = _("{day}: {sentence}")
            sentence = words.format(day=_(WEEKDAYS[weekday]), sentence=error.sentence)
            raise UserError(sentence, field="windows") from error

    def _parsed(self, weekday: int) -> list[Window]:
        text = self.lines[weekday].text().strip()
        if not text:
            return []
        if text.casefold() in {_("all day").casefold(), "all day"}:
            return [Window(weekday, *ALL_DAY)]
        return [Window(weekday, *parse_time_range(each)) for each in text.split(",")]

    def _text(self, windows: Iterable[Window]) -> str:
        return ", ".join(
            _("all day")
            if (each.start, each.end) == ALL_DAY
            else format_range(each.start, each.end, self._locale)
            for each in sorted(windows)
        )

    def _tidy(self, weekday: int) -> None:
        """Show a line as it was understood, once it is left."""
        try:
            self.lines[weekday].setText(self._text(self._parsed(weekday)))
        except UserError:
            return  # said when the week is kept

    def _heard(self) -> None:
        for line in self.lines:
            mark_invalid(line, False)
        self.error.hide()
        self.edited.emit()
