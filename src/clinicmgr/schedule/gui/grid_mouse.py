"""The mouse on a roster grid: it lifts chips and drops them; everything else stays Qt's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter

from clinicmgr.kernel.errors import UserError
from clinicmgr.schedule.gui.inks import Inks
from clinicmgr.schedule.gui.roster_view import Mark
from clinicmgr.schedule.gui.shift_drag import Grip, ShiftDrag

if TYPE_CHECKING:
    from clinicmgr.schedule.gui.roster_grid import RosterGrid

_EDGE = 24
_ROLES = {Mark.QUIET: "success", Mark.WARNING: "warning", Mark.PROBLEM: "danger"}


class GridMouse:
    """Follows the mouse from pressing on a chip until it is let go."""

    def __init__(self, grid: RosterGrid) -> None:
        self._grid = grid
        self.drag = ShiftDrag(grid.viewport())

    def pressed(self, event: QMouseEvent) -> None:
        """Take hold of the chip under the mouse."""
        self.drag.press(None)
        at = event.position().toPoint()
        found = self._grid.chip_at(at)
        if found is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._grid.hands is None:
            return
        index, number, place = found
        shift_id = self._grid.cell_at(index).shift_ids[number]
        self.drag.press(Grip(index.row(), index.column(), shift_id, at, place))

    def moved(self, event: QMouseEvent) -> bool:
        """Follow the mouse; True if a chip hangs at it, or is about to."""
        at = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton or self.drag.grip is None:
            return False
        if self.drag.begins(at):
            self._begin()
        if self.drag.active:
            copies = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._hover(at, copies=copies)
        return True

    def released(self) -> None:
        """Let go: drop the chip where the mouse is."""
        drag, grid = self.drag, self._grid
        if not drag.active:
            drag.press(None)
            return
        grip, over, copies, verdict = drag.grip, drag.over, drag.copies, drag.verdict
        self._end()
        if grip is None or over is None or grid.hands is None:
            return
        if verdict is not None and not verdict.allowed:
            grid.refused.emit(verdict.sentence)
            return
        row, day = grid.view.rows[over[0]], grid.view.days[over[1]].day
        try:
            grid.hands.drop(grip.shift_id, row, day, copies=copies)
        except UserError as error:
            grid.refused.emit(error.sentence)
            return
        grid.select_place(row.key, day)

    def key_pressed(self, key: Qt.Key) -> bool:
        """Escape cancels, Ctrl copies; True if the key belongs to a drag."""
        if not self.drag.active:
            return False
        if key == Qt.Key.Key_Escape:
            self._end()
        elif key == Qt.Key.Key_Control:
            self._judge(self.drag.over, copies=True)
        return True

    def key_released(self, key: Qt.Key) -> None:
        """Without Ctrl it is a move again."""
        if self.drag.active and key == Qt.Key.Key_Control:
            self._judge(self.drag.over, copies=False)

    def paint(self, painter: QPainter, inks: Inks) -> None:
        """Ring the cell below the mouse in the color of the verdict."""
        drag, grid = self.drag, self._grid
        if not drag.active or drag.over is None:
            return
        rect = grid.visualRect(grid.roster.index(*drag.over))
        mark = drag.verdict.mark if drag.verdict is not None else Mark.QUIET
        ground = QColor(inks[_ROLES[mark]])
        ground.setAlpha(36)
        painter.fillRect(rect, ground)
        grid.painting.ring(painter, rect, inks[_ROLES[mark]])

    def _begin(self) -> None:
        grid, grip = self._grid, self.drag.grip
        if grip is None or grid.hands is None:
            return
        if reason := grid.hands.refusal():
            self.drag.press(None)
            grid.refused.emit(reason)
            return
        index = grid.roster.index(grip.row, grip.column)
        self.drag.begin(grid.painting.picture(index))
        grid.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _hover(self, at: QPoint, *, copies: bool) -> None:
        self._scroll_at_edge(at)
        index = self._grid.indexAt(at)
        over = (index.row(), index.column()) if index.isValid() else None
        if over is not None and self._grid.view.rows[over[0]].kind == "group":
            over = None
        if over != self.drag.over or copies != self.drag.copies or self.drag.verdict is None:
            self._judge(over, copies=copies)
        if self.drag.tag is not None:
            self.drag.tag.follow(at)

    def _judge(self, over: tuple[int, int] | None, *, copies: bool) -> None:
        grid, drag = self._grid, self.drag
        drag.copies = copies
        verdict = None
        home = drag.grip is not None and over == (drag.grip.row, drag.grip.column)
        if home and not copies:
            over = None
        if over is not None and drag.grip is not None and grid.hands is not None:
            row, day = grid.view.rows[over[0]], grid.view.days[over[1]].day
            verdict = grid.hands.verdict(drag.grip.shift_id, row, day, copies=copies)
        drag.hover(over, verdict)
        grid.viewport().update()

    def _scroll_at_edge(self, at: QPoint) -> None:
        """Scroll on while the mouse moves near the upper or lower edge."""
        bar, high = self._grid.verticalScrollBar(), self._grid.viewport().height()
        if at.y() < _EDGE:
            bar.setValue(bar.value() - 16)
        elif at.y() > high - _EDGE:
            bar.setValue(bar.value() + 16)

    def _end(self) -> None:
        self.drag.end()
        self._grid.viewport().unsetCursor()
        self._grid.viewport().update()
