"""One of several entries, for the bar of a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget


class Chooser(QComboBox):
    """A choice that stays when the list is read again; `chosen` tells that another was made."""

    chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader says first."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMaxVisibleItems(16)
        self.setItemDelegate(QStyledItemDelegate(self))  # the native one ignores the style sheet
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._values: list[object] = []
        self.activated.connect(lambda _at: self.chosen.emit())

    @property
    def value(self) -> object:
        """The value of the entry that is chosen."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def offer(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer these (value, label) pairs; what was chosen stays if it is among them."""
        texts = [self.itemText(at) for at in range(self.count())]
        if [value for value, _label in choices] == self._values and texts == [
            label for _value, label in choices
        ]:
            return
        # None may be a value that is offered, so an empty list has nothing that was chosen.
        before = self.value if self._values else choices[0][0]
        self.clear()
        self._values = [value for value, _label in choices]
        for _value, label in choices:
            self.addItem(label)
        self.put(before)

    def put(self, value: object) -> None:
        """Choose an entry without telling anybody; the first one where there is none such."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)
