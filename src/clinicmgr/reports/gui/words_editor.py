"""Where the manager writes her own words to each section of the monthly report."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.editors import mark_invalid
from clinicmgr.reports.records import Section
from clinicmgr.reports.service import Reports

_WIDE = 440  # pixels from which the sections stand beside the text
_LIST_WIDTH = 190
_TEXT_HEIGHT = 150


class Dated(Protocol):
    """Options of a report about a period."""

    @property
    def last(self) -> date:
        """The last day, in whose month the words belong."""
        ...


class WordsField(QPlainTextEdit):
    """Text that says when it was left."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(_TEXT_HEIGHT)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class WordsEditor(QWidget):
    """The sections with what the figures say of each, and a field for the manager's words.

    What was typed is kept as one step of undo when the field is left. What is half typed stays
    when the page is read anew.
    """

    def __init__(self, reports: Reports, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reports, self._desk = reports, desk
        self._month = date.min
        self._section = Section.SUMMARY
        self._kept: dict[Section, str] = {}
        self.sections = QListWidget(self)
        self.sections.setAccessibleName(_("Sections"))
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.chooser = QComboBox(self)
        self.chooser.setAccessibleName(_("Section"))
        self.chooser.setItemDelegate(QStyledItemDelegate(self.chooser))  # as the style sheet asks
        for section in Section:
            self.sections.addItem(QListWidgetItem(section.label))
            self.chooser.addItem(section.label)
        self.field = WordsField(self)
        self.title = labels.strong(parent=self)
        self.help = labels.secondary(parent=self)
        self.state = labels.secondary(parent=self)
        for each in (self.title, self.help, self.state):
            each.setWordWrap(True)
        self._arrange()
        self.sections.setCurrentRow(0)
        self.sections.currentRowChanged.connect(self._choose)
        self.chooser.activated.connect(self.sections.setCurrentRow)
        self.field.left.connect(self.keep)
        self.field.textChanged.connect(self._say_state)

    def _arrange(self) -> None:
        rows = self.sections.sizeHintForRow(0) * len(Section)
        self.sections.setFixedSize(_LIST_WIDTH, rows + 2 * self.sections.frameWidth() + 4)
        texts = QVBoxLayout()
        texts.setSpacing(6)
        for part in (self.chooser, self.title, self.help, self.field, self.state):
            texts.addWidget(part)
        texts.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.sections, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(texts, 1)
        self._lie(wide=False)
        self.setFocusProxy(self.field)

    # What is shown

    def show_options(self, options: Dated) -> None:
        """Show the words to the month in which the report ends."""
        month = options.last.replace(day=1)
        if month != self._month:
            self.keep()
            self._month = month
            self._kept = {}
            self.field.clear()
        self._reload()

    def _reload(self) -> None:
        """Read the words again; what is half typed stays."""
        half_typed = self.is_changed
        self._kept = self._reports.words(self._month)
        for place, section in enumerate(Section):
            mark = " ✎" if section in self._kept else ""
            item = self.sections.item(place)
            item.setText(section.label + mark)
            self.chooser.setItemText(place, section.label + mark)
            written = _("{section}, written") if mark else _("{section}, nothing written")
            said = written.format(section=section.label)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        if not half_typed:
            self._put(self._kept.get(self._section, ""))
        self._say_section()

    def _choose(self, row: int) -> None:
        self.keep()
        self._section = list(Section)[row]
        self.chooser.setCurrentIndex(row)
        self._put(self._kept.get(self._section, ""))
        self._say_section()

    def _put(self, text: str) -> None:
        if text != self.field.toPlainText():
            self.field.setPlainText(text)
        mark_invalid(self.field, wrong=False)
        self._say_state()

    def _say_section(self) -> None:
        words = {"section": self._section.label, "month": self._reports.month_name(self._month)}
        self.title.setText(_("{section}, {month}").format(**words))
        self.field.setAccessibleName(_("Your words to {section}, {month}").format(**words))
        self.field.setPlaceholderText(_("Your own words; they open the section."))
        self.help.setText(self._reports.headline(self._month, self._section))

    # What is kept

    @property
    def is_changed(self) -> bool:
        """Whether something is typed that is not kept yet."""
        return self.field.toPlainText().strip() != self._kept.get(self._section, "")

    def keep(self) -> bool:
        """Keep what is typed as one change; False where it is refused, and it stays as typed."""
        if self._month == date.min or not self.is_changed:
            return True
        text = self.field.toPlainText()
        month, section = self._month, self._section
        kept = self._desk.attempt(
            lambda: self._reports.set_words(month, section, text), refused=self._refuse
        )
        if kept:
            self._reload()
        return kept

    def _refuse(self, error: UserError) -> None:
        mark_invalid(self.field, wrong=True)
        self.state.setText(error.sentence)
        labels.set_tone(self.state, "danger")

    def _say_state(self) -> None:
        labels.set_tone(self.state, "secondary")
        if self.is_changed:
            self.state.setText(_("Kept when you leave the field"))
        else:
            self.state.setText(_("Kept") if self._kept.get(self._section) else "")

    # How it lies

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lie(wide=self.width() >= _WIDE)

    def _lie(self, *, wide: bool) -> None:
        """Show the sections beside the text where there is room, else as a list to open."""
        self.sections.setVisible(wide)
        self.chooser.setVisible(not wide)

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)
