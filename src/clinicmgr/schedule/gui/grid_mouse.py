"""The mouse on a roster grid: it lifts chips and drops them; everything else stays Qt's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter

from clinicmgr.kernel.errors import UserError
from clinicmgr.qtkit import icons
from clinicmgr.schedule.gui.inks import Inks
from clinicmgr.schedule.gui.shift_drag import Carried, Grip, Ruling, ShiftDrag

if TYPE_CHECKING:
    from clinicmgr.schedule.gui.roster_grid import RosterGrid

_EDGE = 28
_STEP = 14
_TICK = 30  # milliseconds between two steps of scrolling
_SIGN = 16


class GridMouse:
    """Follows the mouse from pressing on a chip until it is let go."""

    def __init__(self, grid: RosterGrid) -> None:
        self._grid = grid
        self.drag = ShiftDrag(grid.viewport())
        self._at = QPoint()
        self._keeps = False
        self._scrolling = QTimer(grid)
        self._scrolling.setInterval(_TICK)
        self._scrolling.timeout.connect(self._scroll_on)

    def pressed(self, event: QMouseEvent) -> bool:
        """Take hold of the chip under the mouse; True if the selection has to stay as it is."""
        self.drag.press(None)
        self._keeps, self._grid.pressed_id = False, None
        at = event.position().toPoint()
        found = self._grid.chip_at(at)
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if found is None or event.button() != Qt.MouseButton.LeftButton or shifted:
            return False
        if self._grid.hands is None:
            return False
        index, number, place = found
        row, column = index.row(), index.column()
        self._grid.pressed_id = self._grid.cell_at(index).shift_ids[number]
        block = self._grid.selected_block()
        self._keeps = row in block[0] and column in block[1] and len(block[0]) * len(block[1]) > 1
        if self._keeps:
            ids = frozenset(self._grid.block_ids(block))
        else:
            block = ([row], [column])
            ids = frozenset({self._grid.cell_at(index).shift_ids[number]})
        self.drag.press(Grip(Carried(ids, row, column, block), at, place))
        return self._keeps

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
        """Let go: drop what is carried where the mouse is; a mere click selects the cell."""
        drag, grid = self.drag, self._grid
        grip, over, copies, verdict = drag.grip, drag.over, drag.copies, drag.verdict
        if not drag.active:
            drag.press(None)
            if grip is not None and self._keeps:
                grid.select_cell(grip.carried.row, grip.carried.column, scroll=False)
            return
        self._end()
        if grip is None or over is None or grid.hands is None:
            return
        if verdict is not None and not verdict.allowed:
            grid.refused.emit(verdict.sentence)
            return
        try:
            landing = grid.hands.drop(grip.carried, *over, copies=copies)
        except UserError as error:
            grid.refused.emit(error.sentence)
            return
        grid.select_block(landing, current=over)

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
        """Ring the cells where the shifts would land, each with the sign of its ruling."""
        drag = self.drag
        if not drag.active or drag.over is None:
            return
        cells = drag.verdict.cells if drag.verdict is not None else ()
        for row, column, ruling in cells:
            self._paint_cell(painter, inks, (row, column), ruling)

    def _paint_cell(
        self, painter: QPainter, inks: Inks, place: tuple[int, int], ruling: Ruling
    ) -> None:
        grid = self._grid
        rect = grid.visualRect(grid.roster.index(*place))
        name, role = ruling.sign
        ground = QColor(inks[role])
        ground.setAlpha(36)
        painter.fillRect(rect, ground)
        grid.painting.ring(painter, rect, inks[role])
        if rect.width() >= 2 * _SIGN and rect.height() >= _SIGN + 4:
            scale = grid.devicePixelRatioF()
            plate = rect.adjusted(rect.width() - _SIGN - 7, rect.height() - _SIGN - 7, -3, -3)
            painter.fillRect(plate, inks["surface"])
            sign = icons.pixmap(name, role, _SIGN, scale)
            painter.drawPixmap(plate.left() + 2, plate.top() + 2, sign)

    def _begin(self) -> None:
        grid, grip = self._grid, self.drag.grip
        if grip is None or grid.hands is None:
            return
        if reason := grid.hands.refusal():
            self.drag.press(None)
            grid.refused.emit(reason)
            return
        index = grid.roster.index(grip.carried.row, grip.carried.column)
        self.drag.begin(grid.painting.picture(index))
        grid.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _hover(self, at: QPoint, *, copies: bool) -> None:
        self._at = at
        if self._pull() != (0, 0):
            self._scrolling.start()
        else:
            self._scrolling.stop()
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
        carried = drag.grip.carried if drag.grip is not None else None
        if carried is not None and over == (carried.row, carried.column) and not copies:
            over = None
        if over is not None and carried is not None and grid.hands is not None:
            verdict = grid.hands.verdict(carried, *over, copies=copies)
        drag.hover(over, verdict)
        grid.viewport().update()

    # Scrolling while something is carried

    def _pull(self) -> tuple[int, int]:
        """Which way the mouse at an edge of the grid pulls: (right, down) as -1, 0 or 1."""
        room = self._grid.viewport().rect()
        right = int(self._at.x() > room.right() - _EDGE) - int(self._at.x() < room.left() + _EDGE)
        down = int(self._at.y() > room.bottom() - _EDGE) - int(self._at.y() < room.top() + _EDGE)
        return right, down

    def _scroll_on(self) -> None:
        """Scroll a step and judge the cell that is below the mouse now."""
        grid, pull = self._grid, self._pull()
        bars = (grid.horizontalScrollBar(), grid.verticalScrollBar())
        before = [bar.value() for bar in bars]
        for bar, way in zip(bars, pull, strict=True):
            bar.setValue(bar.value() + way * _STEP)
        if not self.drag.active or [bar.value() for bar in bars] == before:
            self._scrolling.stop()
        else:
            self._hover(self._at, copies=self.drag.copies)

    def _end(self) -> None:
        self._scrolling.stop()
        self.drag.end()
        self._grid.viewport().unsetCursor()
        self._grid.viewport().update()
