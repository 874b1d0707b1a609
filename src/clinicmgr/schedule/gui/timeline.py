"""The timeline of a day: bars to move and stretch with the mouse or the arrows, always checked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import theme
from clinicmgr.schedule.gui.inks import Inks
from clinicmgr.schedule.gui.roster_hands import RosterHands
from clinicmgr.schedule.gui.roster_view import CellView, RosterView
from clinicmgr.schedule.gui.timeline_drag import TimelineDrag
from clinicmgr.schedule.gui.timeline_keys import TimelineKeys
from clinicmgr.schedule.gui.timeline_painter import MARGIN, TimelinePainter, bar_rect, lane_height
from clinicmgr.schedule.gui.timeline_view import Bar, Lane, Scale, TimelineView

HEAD, NARROW_HEAD = 206, 164
Key = tuple[str, int]


class Timeline(QAbstractScrollArea):
    """Shows a `TimelineView`; one bar, or a lane without bars, is the current one."""

    opened = Signal()
    double_clicked = Signal()
    gone_to = Signal()
    escaped = Signal()
    refused = Signal(str)
    menu_wanted = Signal(QPoint)
    resized = Signal()

    def __init__(self, hands: RosterHands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hands = hands
        self.shown = TimelineView()
        self.current: tuple[Key, int | None] | None = None
        self.noted: frozenset[tuple[int | None, date]] = frozenset()
        self.inks = Inks(theme.current().tokens)
        self.drag = TimelineDrag(self)
        self._keys = TimelineKeys(self)
        self._tops: list[int] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(_("Timeline of the day"))
        self.verticalScrollBar().setSingleStep(24)
        theme.current().changed.connect(self._take_theme)

    # What is shown

    @property
    def view(self) -> RosterView:
        """The rows the lanes stand for."""
        return self.shown.roster

    def show_timeline(self, view: TimelineView) -> None:
        """Show another view; the current bar and the scroll place stay where they are."""
        self.shown = view
        self._tops, top = [], 0
        for lane in view.lanes:
            self._tops.append(top)
            top += lane_height(lane)
        self._tops.append(top)
        self._fit()
        if self.current is not None and self.view.row_of(self.current[0]) < 0:
            self.current = None
        self.viewport().update()

    @property
    def scale(self) -> Scale:
        """Where the minutes stand at the present width."""
        wide = self.viewport().width()
        left = HEAD if self.width() >= 800 else NARROW_HEAD
        inner = max(60, wide - left - 2 * MARGIN)
        return Scale(self.shown.first, self.shown.last, left + MARGIN, inner)

    def lane_at(self, y: int) -> int:
        """The number of the lane at a height of the viewport; -1 where there is none."""
        inside = y + self.verticalScrollBar().value()
        for number in range(len(self.shown.lanes)):
            if self._tops[number] <= inside < self._tops[number + 1]:
                return number
        return -1

    def top_of(self, lane: int) -> int:
        """Where a lane begins in the viewport."""
        return self._tops[lane] - self.verticalScrollBar().value()

    def bar_at(self, at: QPoint) -> tuple[int, Bar, QRect] | None:
        """The lane, the bar and its place under a point; None: no bar."""
        number = self.lane_at(at.y())
        if number < 0 or at.x() < self.scale.left - MARGIN:
            return None
        for bar in self.shown.lanes[number].bars:
            rect = bar_rect(bar, self.top_of(number), self.scale)
            if rect.contains(at):
                return number, bar, rect
        return None

    # Where one is

    @property
    def pressed_id(self) -> int | None:
        """The current shift."""
        return self.current[1] if self.current is not None else None

    def current_lane(self) -> Lane | None:
        """The lane in which one is."""
        number = self.view.row_of(self.current[0]) if self.current is not None else -1
        return self.shown.lanes[number] if number >= 0 else None

    def current_bar(self) -> Bar | None:
        """The current bar; None where none is."""
        return next((bar for lane in self.shown.lanes for bar in lane.bars
                     if bar.shift_id == self.pressed_id), None)  # fmt: skip

    def current_place(self) -> tuple[Key, date] | None:
        """The row key and the day."""
        if self.current is None or not self.view.days:
            return None
        return self.current[0], self.view.days[0].day

    def current_cell(self) -> CellView | None:
        """What is told of the current bar, or of the empty lane."""
        bar, lane = self.current_bar(), self.current_lane()
        if bar is not None:
            return bar.cell
        return lane.row.cells[0] if lane is not None and lane.row.cells else None

    def select_place(self, key: Key, day: date, *, scroll: bool = True) -> bool:
        """Make the first bar of a row the current one; False if it is not shown."""
        number = self.view.row_of(key)
        if number < 0 or self.view.column_of(day) < 0:
            return False
        lane = self.shown.lanes[number]
        ids = [bar.shift_id for bar in lane.bars]
        self.go(
            key, self.pressed_id if self.pressed_id in ids else next(iter(ids), None), scroll=scroll
        )
        return True

    def go(self, key: Key, shift_id: int | None, *, scroll: bool = True) -> None:
        """Make a bar, or a lane, the current one and say what it is."""
        self.current = (key, shift_id)
        if scroll:
            self._scroll_to(self.view.row_of(key))
        cell = self.current_cell()
        if cell is not None and self.hasFocus():
            event = QAccessibleAnnouncementEvent(self, cell.spoken)
            QAccessible.updateAccessibility(event)
        self.viewport().update()
        self.gone_to.emit()

    def begin(self, day: date) -> None:
        """Before anybody chose a bar: the first one."""
        if self.current is None:
            lanes = [one for one in self.shown.lanes if one.row.kind not in {"group", "open"}]
            first = next((one for one in lanes if one.bars), next(iter(lanes), None))
            if first is not None:
                self.select_place(first.row.key, day, scroll=False)

    def offer_codes(self, codes: Sequence[tuple[str, str]]) -> None:
        """Nothing is typed on the axis; the panel is."""

    def edit_cell(self) -> None:
        """Open the panel: the place to say times of a new shift."""
        self.double_clicked.emit()

    def _scroll_to(self, lane: int) -> None:
        if lane < 0:
            return
        bar, high = self.verticalScrollBar(), self.viewport().height()
        top, low = self._tops[lane], self._tops[lane + 1]
        if top < bar.value():
            bar.setValue(top)
        elif low > bar.value() + high:
            bar.setValue(low - high)

    def _fit(self) -> None:
        bar, high = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(high)
        bar.setRange(0, max(0, (self._tops[-1] if self._tops else 0) - high))

    def _take_theme(self) -> None:
        self.inks = Inks(theme.current().tokens)
        self.viewport().update()

    # What Qt tells

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self.inks["surface"])
        scale, drawn = self.scale, event.rect()
        pen = TimelinePainter(painter, self.inks, scale, self.shown)
        for number, lane in enumerate(self.shown.lanes):
            top = self.top_of(number)
            if top <= drawn.bottom() and top + lane_height(lane) >= drawn.top():
                pen.lane(lane, top, lifted=self.drag.lifted)
        self._mark_current(pen)
        self.drag.paint(pen)
        painter.end()

    def _mark_current(self, pen: TimelinePainter) -> None:
        if self.current is None or self.drag.lifted is not None:
            return
        number = self.view.row_of(self.current[0])
        if number < 0:
            return
        bar = self.current_bar()
        if bar is not None:
            rect = bar_rect(bar, self.top_of(number), self.scale)
        else:
            high = lane_height(self.shown.lanes[number])
            rect = QRect(self.scale.left, self.top_of(number) + 3, self.scale.width, high - 7)
        pen.ring(rect, "accent" if self.hasFocus() else "border")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        found, number = self.bar_at(at), self.lane_at(at.y())
        if number < 0 or self.shown.lanes[number].row.kind == "group":
            return
        self.go(self.shown.lanes[number].row.key, found[1].shift_id if found else None,
                scroll=False)  # fmt: skip
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.drag.press(found[0], found[1], found[2], at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.drag.move(at)
        else:
            self.viewport().setCursor(self.drag.cursor_at(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.drag.release()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.drag.cancel()
        if self.lane_at(event.position().toPoint().y()) >= 0:
            self.double_clicked.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.pressed(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.resized.emit()
