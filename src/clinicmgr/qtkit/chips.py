"""Several of a list of choices, as chips that are pressed on and off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

_GAP = 6
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class ChipsEditor(QWidget):
    """Chips that break into rows; arrows move between them, Space presses one."""

    edited = Signal()

    def __init__(
        self, choices: Sequence[tuple[object, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._chips: dict[object, QPushButton] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(120)
        self.offer(choices)

    def offer(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer these (value, label) pairs; what was chosen stays as far as it is among them."""
        chosen = self.raw()
        for chip in self._chips.values():
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for value, text in choices:
            chip = QPushButton(text, self)
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            chip.installEventFilter(self)
            chip.clicked.connect(self._tell)
            chip.show()
            self._chips[value] = chip
        for chip in list(self._chips.values())[:1]:
            self.setFocusProxy(chip)
        self.put(chosen)
        self._arrange(self.width())

    def raw(self) -> tuple[object, ...]:
        return tuple(value for value, chip in self._chips.items() if chip.isChecked())

    def put(self, value: object) -> None:
        chosen = value if isinstance(value, tuple | list | set | frozenset) else ()
        for own, chip in self._chips.items():
            chip.setChecked(own in chosen)

    def mark(self, wrong: bool) -> None:
        """The sentence below says it; chips have no border of their own to color."""

    def heightForWidth(self, width: int) -> int:
        return self._rows(width)[1]

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        wide = max(self.width(), 240)
        return QSize(wide, self._rows(wide)[1])

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._rows(max(self.width(), 120))[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            chips = list(self._chips.values())
            if step is not None and watched in chips:
                at = (chips.index(watched) + step) % len(chips)
                chips[at].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _rows(self, width: int) -> tuple[list[QPoint], int]:
        """Where each chip stands, and how high all rows are."""
        places: list[QPoint] = []
        left = top = high = 0
        for chip in self._chips.values():
            size = chip.sizeHint()
            if left and left + size.width() > width:
                left, top = 0, top + high + _GAP
            places.append(QPoint(left, top))
            left += size.width() + _GAP
            high = max(high, size.height())
        return places, top + high

    def _arrange(self, width: int) -> None:
        places, high = self._rows(width)
        for chip, place in zip(self._chips.values(), places, strict=True):
            chip.move(place)
            chip.resize(chip.sizeHint())
        if self.minimumHeight() != high:
            self.setMinimumHeight(high)
            self.updateGeometry()

    def _tell(self) -> None:
        self.edited.emit()
