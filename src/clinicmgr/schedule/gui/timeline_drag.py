"""The mouse on the timeline: a bar is moved as a whole or stretched at an edge, and judged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import DAY_MINUTES, format_range
from clinicmgr.schedule.gui.roster_view import Mark
from clinicmgr.schedule.gui.timeline_moves import Judged, Part, judged, moved
from clinicmgr.schedule.gui.timeline_painter import TimelinePainter, bar_rect
from clinicmgr.schedule.gui.timeline_tag import TimelineTag
from clinicmgr.schedule.gui.timeline_view import Bar
from clinicmgr.schedule.records import Shift, ShiftDraft
from clinicmgr.schedule.rules.words import hours_text

if TYPE_CHECKING:
    from clinicmgr.schedule.gui.timeline import Timeline

_EDGE = 7
_ROLES = {Mark.QUIET: "success", Mark.WARNING: "warning", Mark.PROBLEM: "danger"}


@dataclass(frozen=True, slots=True)
class _Hold:
    """A bar that was taken hold of, where, and by which part."""

    lane: int
    bar: Bar
    at: QPoint
    part: Part
    shift: Shift


class TimelineDrag:
    """Follows the mouse from pressing on a bar until it is let go."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._hold: _Hold | None = None
        self._over = -1
        self.draft: ShiftDraft | None = None
        self.told: Judged | None = None
        self.tag = TimelineTag(timeline.viewport())

    @property
    def lifted(self) -> int | None:
        """The shift that hangs at the mouse; None: none does."""
        return self._hold.bar.shift_id if self._hold and self.draft is not None else None

    def cursor_at(self, at: QPoint) -> Qt.CursorShape:
        """The shape of the mouse: an edge can be stretched, the middle moved."""
        found = self._timeline.bar_at(at)
        if found is None:
            return Qt.CursorShape.ArrowCursor
        part = _part(found[2], at)
        return Qt.CursorShape.SizeAllCursor if part == "whole" else Qt.CursorShape.SizeHorCursor

    def press(self, lane: int, bar: Bar, rect: QRect, at: QPoint) -> None:
        """Take hold of a bar."""
        shift = self._timeline.hands.cells.material.shift(bar.shift_id)
        if shift is not None:
            self._hold, self._over = _Hold(lane, bar, at, _part(rect, at), shift), lane

    def move(self, at: QPoint) -> None:
        """Follow the mouse; each quarter of an hour and each lane is judged once."""
        hold, timeline = self._hold, self._timeline
        if hold is None:
            return
        if self.draft is None:
            if (at - hold.at).manhattanLength() < QApplication.startDragDistance():
                return
            if reason := timeline.hands.refusal():
                self.cancel()
                timeline.refused.emit(reason)
                return
        scale = timeline.scale
        minutes = scale.minute_at(at.x()) - scale.minute_at(hold.at.x())
        over = timeline.lane_at(at.y()) if hold.part == "whole" else hold.lane
        lanes = timeline.shown.lanes
        if over < 0 or lanes[over].row.kind == "group":
            over = self._over
        aim = None if over == hold.lane else lanes[over].row.aim
        draft = moved(hold.shift, hold.part, minutes, aim)
        self._over = over
        if draft != self.draft or self.told is None:
            self.draft = draft
            self.told = judged(timeline.hands.cells.material, hold.shift, draft)
        self.tag.say(self._times(draft), self.told, at)
        timeline.viewport().update()

    def release(self) -> None:
        """Let go: the shift is kept as it hangs there; one change, named after what it does."""
        hold, draft, told, over = self._hold, self.draft, self.told, self._over
        self.cancel()
        if hold is None or draft is None or told is None or draft == hold.shift.draft():
            return
        timeline = self._timeline
        if not told.allowed:
            timeline.refused.emit(told.sentence)
            return
        key = timeline.shown.lanes[over].row.key
        try:
            timeline.hands.change(hold.shift.id, draft)
        except UserError as error:
            timeline.refused.emit(error.sentence)
            return
        if timeline.view.row_of(key) >= 0:
            timeline.go(key, hold.shift.id)

    def cancel(self) -> bool:
        """Put everything back; True if something was being dragged."""
        active = self.draft is not None
        self._hold, self.draft, self.told = None, None, None
        self.tag.hide()
        self._timeline.viewport().update()
        return active

    def paint(self, pen: TimelinePainter) -> None:
        """Draw the bar where it would land."""
        hold, draft = self._hold, self.draft
        if hold is None or draft is None or self.told is None:
            return
        timeline = self._timeline
        offset = (draft.day - timeline.view.days[0].day).days * DAY_MINUTES
        track = hold.bar.track if self._over == hold.lane else 0
        look = replace(hold.bar.look, start=draft.start, end=draft.end, kind="")
        ghost = Bar(hold.bar.shift_id, draft.start + offset, draft.end + offset, look,
                    hold.bar.cell, track)  # fmt: skip
        rect = bar_rect(ghost, timeline.top_of(self._over), timeline.scale)
        pen.ghost(ghost, rect, _ROLES[self.told.mark])

    def _times(self, draft: ShiftDraft) -> str:
        material = self._timeline.hands.cells.material
        length = draft.end - draft.start - draft.break_minutes
        return _("{times} · {hours}").format(
            times=format_range(draft.start, draft.end, material.settings.locale),
            hours=hours_text(length),
        )


def _part(rect: QRect, at: QPoint) -> Part:
    """Which part of a bar is under a point; a bar that is too short has no edges."""
    if rect.width() < 3 * _EDGE:
        return "whole"
    if at.x() - rect.left() < _EDGE:
        return "start"
    return "end" if rect.right() - at.x() < _EDGE else "whole"
