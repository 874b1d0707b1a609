"""The keyboard on the timeline: up and down from bar to bar, left and right by a quarter hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent

from clinicmgr.kernel.errors import UserError
from clinicmgr.schedule.gui.timeline_moves import Part, judged, moved
from clinicmgr.schedule.gui.timeline_painter import bar_rect
from clinicmgr.schedule.gui.timeline_view import STEP

if TYPE_CHECKING:
    from clinicmgr.schedule.gui.timeline import Key, Timeline

_ALONG = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ACROSS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_OPEN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TimelineKeys:
    """Left and right move the current shift, with Shift its end, with Ctrl its start."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline

    def pressed(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False if it is none of these."""
        key, timeline = Qt.Key(event.key()), self._timeline
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        controlled = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        if key == Qt.Key.Key_Escape:
            if not timeline.drag.cancel():
                timeline.escaped.emit()
        elif key in _ALONG:
            part: Part = "end" if shifted else ("start" if controlled else "whole")
            self._nudge(part, _ALONG[key] * STEP)
        elif key in _ACROSS:
            self._step(_ACROSS[key])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            places = self._places()
            if places:
                timeline.go(*places[0 if key == Qt.Key.Key_Home else -1])
        else:
            return self._does(key, shifted=shifted)
        return True

    def _does(self, key: Qt.Key, *, shifted: bool) -> bool:
        """Open, remove, or show the menu."""
        timeline = self._timeline
        if key in _OPEN:
            timeline.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self._remove()
        elif key == Qt.Key.Key_F10 and shifted:
            timeline.menu_wanted.emit(timeline.viewport().mapToGlobal(self._middle()))
        else:
            return False
        return True

    def _nudge(self, part: Part, minutes: int) -> None:
        """Move or stretch the current shift; the rules' sentence follows below the timeline."""
        timeline, bar = self._timeline, self._timeline.current_bar()
        if bar is None:
            return
        material = timeline.hands.cells.material
        shift = material.shift(bar.shift_id)
        if shift is None:
            return
        draft = moved(shift, part, minutes)
        if draft == shift.draft():
            return
        told = judged(material, shift, draft)
        if not told.allowed:
            timeline.refused.emit(told.sentence)
            return
        try:
            timeline.hands.change(shift.id, draft)
        except UserError as error:
            timeline.refused.emit(error.sentence)

    def _remove(self) -> None:
        timeline, bar = self._timeline, self._timeline.current_bar()
        if bar is None:
            return
        try:
            timeline.hands.remove([bar.shift_id])
        except UserError as error:
            timeline.refused.emit(error.sentence)

    def _step(self, count: int) -> None:
        places = self._places()
        now = self._timeline.current
        if not places:
            return
        if now in places:
            at = places.index(now) + count
        else:
            keys = [key for key, _shift in places]
            at = keys.index(now[0]) if now is not None and now[0] in keys else 0
        self._timeline.go(*places[max(0, min(at, len(places) - 1))])

    def _places(self) -> list[tuple[Key, int | None]]:
        """Every bar from the top to the bottom, and the lanes that have none."""
        found: list[tuple[Key, int | None]] = []
        for lane in self._timeline.shown.lanes:
            if lane.row.kind == "group":
                continue
            found += [(lane.row.key, bar.shift_id) for bar in lane.bars] or [(lane.row.key, None)]
        return found

    def _middle(self) -> QPoint:
        timeline, bar = self._timeline, self._timeline.current_bar()
        if bar is None or timeline.current is None:
            return timeline.viewport().rect().center()
        lane = timeline.view.row_of(timeline.current[0])
        return bar_rect(bar, timeline.top_of(lane), timeline.scale).center()
