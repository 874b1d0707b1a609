"""The inputs of a form, one class for each way of entering a value.

Every editor has `edited` (a signal), `raw()` (what `kernel.fields.parse` reads), `put(value)`,
`mark(wrong)` and `target` (the widget that takes the focus).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QWidget,
)

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field, parse, show
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import labels


class Editor(Protocol):
    """What a form needs of an input."""

    def raw(self) -> object: ...
    def put(self, value: object) -> None: ...
    def mark(self, wrong: bool) -> None: ...


def mark_invalid(widget: QWidget, wrong: bool) -> None:
    """Draw the border of a wrong value, or take it away."""
    state = "true" if wrong else "false"
    if widget.property("invalid") != state:
        widget.setProperty("invalid", state)
        labels.restyle(widget)


class LineEditor(QLineEdit):
    """One line of text; when left, a number or time is shown as it was understood."""

    edited = Signal()

    def __init__(
        self, field: Field, locale: str, currency: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._locale = locale
        self._currency = currency
        self.textEdited.connect(self.edited)

    def raw(self) -> object:
        return self.text()

    def put(self, value: object) -> None:
        self.setText(show(self._field, value, self._locale, self._currency))
        self.setCursorPosition(0)

    def mark(self, wrong: bool) -> None:
        mark_invalid(self, wrong)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if (
            self._field.kind != "text"
            and self.text()
            and event.reason() != Qt.FocusReason.PopupFocusReason
        ):
            self._tidy()

    def _tidy(self) -> None:
        try:
            value = parse(self._field, self.text(), self._locale)
        except UserError:
            return  # the form says the sentence when the values are asked for
        tidy = show(self._field, value, self._locale, self._currency)
        if tidy != self.text():
            self.setText(tidy)


class TextEditor(QPlainTextEdit):
    """Several lines of text; Tab goes to the next field."""

    edited = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(84)
        self.textChanged.connect(self.edited)

    def raw(self) -> object:
        return self.toPlainText()

    def put(self, value: object) -> None:
        text = "" if value is None else str(value)
        if text != self.toPlainText():
            self.setPlainText(text)

    def mark(self, wrong: bool) -> None:
        mark_invalid(self, wrong)


class FlagEditor(QCheckBox):
    """Yes or no."""

    edited = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field.title, parent)
        self.clicked.connect(self.edited)

    def raw(self) -> object:
        return self.isChecked()

    def put(self, value: object) -> None:
        self.setChecked(bool(value))

    def mark(self, wrong: bool) -> None:
        mark_invalid(self, wrong)


class ChoiceEditor(QComboBox):
    """One of a list; a choice that is not required can be left empty."""

    edited = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._required = field.required
        self._values: list[object] = []
        self.setMaxVisibleItems(14)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setItemDelegate(QStyledItemDelegate(self))  # the native one ignores the style sheet
        self.offer(field.options())
        self.activated.connect(self._tell)

    def offer(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer these (value, label) pairs; the chosen value stays if it is among them."""
        chosen = self.raw()
        self.clear()
        self._values = [None, *(value for value, _label in choices)]
        self.addItem(_("Choose…") if self._required else "–")
        for _value, text in choices:
            self.addItem(text)
        self.put(chosen)

    def raw(self) -> object:
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def put(self, value: object) -> None:
        if value is not None and value not in self._values:
            self._values.append(value)  # no longer offered, but this record still has it
            self.addItem(str(value))
        self.setCurrentIndex(self._values.index(value))

    def mark(self, wrong: bool) -> None:
        mark_invalid(self, wrong)

    def wheelEvent(self, event: object) -> None:
        """Let the wheel scroll the form, not change a value in passing."""
        event.ignore()  # type: ignore[attr-defined]

    def _tell(self) -> None:
        self.edited.emit()
