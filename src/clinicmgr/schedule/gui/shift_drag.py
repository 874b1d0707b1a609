"""Dragging chips to another cell: move, or copy with Ctrl; what it would break is said on the way.

The grid follows the mouse itself instead of using the window system's drag and drop: a shift never
leaves the grid, and so Escape, Ctrl and the words at the mouse work alike everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clinicmgr.kernel.i18n import N_, _, ngettext
from clinicmgr.qtkit import labels, theme
from clinicmgr.qtkit.icon_label import IconLabel
from clinicmgr.schedule.gui.roster_view import Mark

_WIDEST = 330


class Ruling(IntEnum):
    """What a drop on a cell would be, the worst last; only the last is refused."""

    ALLOWED = 0
    WARNING = 1
    PROBLEM = 2
    IMPOSSIBLE = 3

    @property
    def word(self) -> str:
        """The word beside the sign."""
        return _(_WORDS[self])

    @property
    def sign(self) -> tuple[str, str]:
        """The icon and the role of its color."""
        return _SIGNS[self]


_WORDS = (N_("Allowed"), N_("Allowed, with a warning"), N_("Breaks a rule"), N_("Not possible"))
_SIGNS = (
    ("check-circle", "success"),
    ("warning", "warning"),
    ("error", "danger"),
    ("lock", "danger"),
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said about dropping shifts: the worst ruling, why, and the ruling of each cell.

    `cells` are (row, column, ruling); `count` is how many shifts are carried.
    """

    ruling: Ruling
    sentence: str
    cells: tuple[tuple[int, int, Ruling], ...] = ()
    count: int = 1

    @property
    def allowed(self) -> bool:
        """Whether the drop is carried out."""
        return self.ruling is not Ruling.IMPOSSIBLE

    @property
    def mark(self) -> Mark:
        """How loudly the cell says it."""
        return Mark(min(int(self.ruling), int(Mark.PROBLEM)))


@dataclass(frozen=True, slots=True)
class Carried:
    """Shifts that are carried: the cell of the one that is held, and the block they are from."""

    ids: frozenset[int]
    row: int
    column: int
    block: tuple[Sequence[int], Sequence[int]]


class DragTag(QFrame):
    """What hangs at the mouse: the chip and the verdict on the cell below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._chip = QLabel(self)
        self._more = labels.label(pixels=12, weight=600, parent=self)
        self._sign = IconLabel("check-circle", "success", 16, self)
        self._ruling = labels.label(pixels=13, weight=600, parent=self)
        self._words = labels.label(pixels=13, parent=self)
        self._words.setWordWrap(True)
        self._action = labels.label(pixels=12, tone="secondary", parent=self)
        said = QHBoxLayout()
        said.setSpacing(6)
        said.addWidget(self._sign)
        said.addWidget(self._ruling, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 10, 8)
        column.setSpacing(5)
        column.addWidget(self._chip)
        column.addWidget(self._more)
        column.addLayout(said)
        column.addWidget(self._words)
        column.addWidget(self._action)
        tokens = theme.current().tokens
        self.setStyleSheet(
            f"DragTag {{ background: {tokens.surface}; border: 1px solid {tokens.border};"
            " border-radius: 8px; }"
        )
        self.hide()

    def show_chip(self, picture: QPixmap, count: int) -> None:
        """Show what is dragged, and how many shifts it stands for."""
        self._chip.setPixmap(picture)
        words = ngettext("{count} shift", "{count} shifts", count).format(count=count)
        self._more.setText(words)
        self._more.setVisible(count > 1)

    def say(self, verdict: Verdict | None, *, copies: bool) -> None:
        """Show the verdict on the cell below the mouse."""
        for shown in (self._sign, self._ruling, self._words):
            shown.setVisible(verdict is not None)
        if verdict is not None:
            self._sign.show_icon(*verdict.ruling.sign)
            self._ruling.setText(verdict.ruling.word)
            self._words.setText(verdict.sentence)
        self._action.setText(
            _("Copy here · Esc cancels") if copies else _("Move here · Ctrl copies · Esc cancels")
        )
        wide = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 24
        wide = max(220, min(_WIDEST, wide))
        self.resize(wide, self._height_for(wide))

    def _height_for(self, wide: int) -> int:
        """By hand: a layout that was never shown does not know how lines break."""
        parts = [self._chip.sizeHint().height(), self._action.sizeHint().height()]
        if not self._more.isHidden():
            parts.append(self._more.sizeHint().height())
        if not self._words.isHidden():
            parts.append(max(16, self._ruling.sizeHint().height()))
            parts.append(self._words.heightForWidth(wide - 20))
        return sum(parts) + 5 * (len(parts) - 1) + 18

    def follow(self, at: QPoint) -> None:
        """Stay beside the mouse and inside of the grid."""
        room = self._grid.rect()
        left = at.x() + 14
        if left + self.width() > room.width():
            left = max(0, at.x() - self.width() - 10)
        top = at.y() + 18
        if top + self.height() > room.height():
            top = at.y() - self.height() - 8
        top = max(0, min(top, room.height() - self.height()))
        self.move(left, top)
        self.show()
        self.raise_()


@dataclass(frozen=True, slots=True)
class Grip:
    """Where a chip was taken hold of: what is carried with it, the mouse, its place in the cell."""

    carried: Carried
    at: QPoint
    chip: QRect


class ShiftDrag:
    """The state of one drag: from pressing on a chip to letting it go."""

    def __init__(self, viewport: QWidget) -> None:
        self._viewport = viewport
        self.grip: Grip | None = None
        self.active = False
        self.copies = False
        self.over: tuple[int, int] | None = None
        self.verdict: Verdict | None = None
        self.tag: DragTag | None = None

    def press(self, grip: Grip | None) -> None:
        """Take hold of a chip; None: of nothing."""
        self.grip = grip

    def begins(self, at: QPoint) -> bool:
        """Whether the mouse has gone far enough to mean a drag."""
        if self.grip is None or self.active:
            return False
        far = (at - self.grip.at).manhattanLength()
        return far >= QApplication.startDragDistance()

    def begin(self, cell: QPixmap) -> None:
        """Lift the chip from the picture of its cell."""
        if self.grip is None:
            return
        self.active = True
        self.tag = DragTag(self._viewport)
        self.tag.show_chip(_cut(cell, self.grip.chip), len(self.grip.carried.ids))

    def hover(self, over: tuple[int, int] | None, verdict: Verdict | None) -> None:
        """The mouse is over another cell."""
        self.over, self.verdict = over, verdict
        if self.tag is not None:
            self.tag.say(verdict, copies=self.copies)

    def end(self) -> None:
        """Let go."""
        self.grip, self.active, self.copies = None, False, False
        self.over = self.verdict = None
        if self.tag is not None:
            self.tag.hide()
            self.tag.deleteLater()
            self.tag = None


def _cut(cell: QPixmap, chip: QRect) -> QPixmap:
    scale = cell.devicePixelRatio()
    made = QPixmap(QSize(round(chip.width() * scale), round(chip.height() * scale)))
    made.setDevicePixelRatio(scale)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.drawPixmap(-chip.left(), -chip.top(), cell)
    painter.end()
    return made
