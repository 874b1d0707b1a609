"""Choosing one of the eight category colors, shown as the chip that the roster will show."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from clinicmgr.kernel.colors import CATEGORY
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.qtkit import labels, theme, tokens

_NAMES = (
    N_("Violet"), N_("Blue"), N_("Green"), N_("Orange"),
    N_("Burgundy"), N_("Red"), N_("Gray"), N_("Steel blue"),
)  # fmt: skip
_COLUMNS = 4
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_COLUMNS,
    Qt.Key.Key_Down: _COLUMNS,
}


class Swatch(QPushButton):
    """One color with the code on it; the stripe, the ring and the name tell colors apart too."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFixedSize(QSize(72, 36))
        self.name_users("")

    def name_users(self, users: str) -> None:
        """Say in the name who has the color already."""
        name = _(_NAMES[self._number])
        said = _("{color}, used by {users}").format(color=name, users=users) if users else name
        self.setAccessibleName(said)
        self.setToolTip(said)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, shade = theme.current(), CATEGORY[self._number]
        light = look.tokens.mode == "light"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shade.fill if light else shade.dark_fill))
        painter.drawRoundedRect(body, 5, 5)
        painter.setBrush(QColor(shade.strong if light else shade.dark_strong))
        painter.drawRoundedRect(QRectF(body.left(), body.top(), 6, body.height()), 3, 3)
        painter.setPen(QColor(shade.text if light else shade.dark_text))
        painter.setFont(theme.font(tokens.BODY, 600))
        painter.drawText(body.adjusted(6, 0, 0, 0), int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self.isChecked() or self.hasFocus():
            width = 2.0 if self.isChecked() else 1.0
            painter.setPen(QPen(look.color("accent"), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        painter.end()


class Swatches(QWidget):
    """The eight colors; arrows move between them, Space chooses."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.swatches = [Swatch(number, self) for number in range(len(CATEGORY))]
        grid = QGridLayout()
        grid.setSpacing(6)
        for number, swatch in enumerate(self.swatches):
            swatch.clicked.connect(lambda _on=False, number=number: self._choose(number))
            grid.addWidget(swatch, number // _COLUMNS, number % _COLUMNS)
        grid.setColumnStretch(_COLUMNS, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(labels.label(_("Color"), pixels=tokens.LABEL, weight=600, parent=self))
        column.addLayout(grid)
        column.addWidget(labels.secondary(_("So the chips look on the schedule."), self))

    def show_choice(self, number: int, code: str, users: Mapping[int, str]) -> None:
        """Show which color is chosen, with the code on all, and who has which already."""
        for at, swatch in enumerate(self.swatches):
            swatch.setChecked(at == number)
            swatch.setText(code)
            swatch.name_users(users.get(at, ""))
            swatch.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        focused = next((at for at, each in enumerate(self.swatches) if each.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        self.swatches[(focused + step) % len(self.swatches)].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, number: int) -> None:
        for at, swatch in enumerate(self.swatches):
            swatch.setChecked(at == number)
        self.chosen.emit(number)
