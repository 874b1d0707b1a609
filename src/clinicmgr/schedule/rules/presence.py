"""Who is there when: the shifts that touch one day, by position and by room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from clinicmgr.kernel.periods import DAY_MINUTES
from clinicmgr.schedule.records import Shift

Stretch = tuple[int, int, Shift]
"""Start and end in minutes from midnight of the day looked at (may be negative), and the shift."""

REACH = 1
"""Days around a day whose shifts can touch it: a night before, demand that runs over midnight."""


@dataclass(slots=True)
class DayView:
    """The assigned shifts of a day and of its neighbors, in minutes of that day.

    `planned_in` has the shifts of the day itself by room, also those that nobody has yet.
    """

    day: date
    by_position: dict[int, list[Stretch]] = field(default_factory=dict)
    by_room: dict[int, list[Stretch]] = field(default_factory=dict)
    planned_in: dict[int, list[Shift]] = field(default_factory=dict)

    @classmethod
    def of(cls, day: date, shifts: Iterable[Shift]) -> DayView:
        """Arrange shifts of this day and its neighbors; open shifts are nobody's presence."""
        view = cls(day)
        ordinal = day.toordinal()
        for shift in shifts:
            if shift.room_id is not None and shift.day == day:
                view.planned_in.setdefault(shift.room_id, []).append(shift)
            if shift.member_id is None:
                continue
            offset = (shift.day.toordinal() - ordinal) * DAY_MINUTES
            if offset + shift.end <= 0:
                continue
            stretch = (offset + shift.start, offset + shift.end, shift)
            view.by_position.setdefault(shift.position_id, []).append(stretch)
            if shift.room_id is not None:
                view.by_room.setdefault(shift.room_id, []).append(stretch)
        return view

    def by_id(self) -> dict[int, Shift]:
        """All shifts that are arranged here."""
        there = {one[2].id: one[2] for group in self.by_position.values() for one in group}
        return there | {one.id: one for group in self.planned_in.values() for one in group}


def merged(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same time without overlaps or touching ends, in order."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if result and start <= result[-1][1]:
            if end > result[-1][1]:
                result[-1] = (result[-1][0], end)
        else:
            result.append((start, end))
    return result


def without(start: int, end: int, covered: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """What of start to end is left when the covered stretches are taken out."""
    left: list[tuple[int, int]] = []
    at = start
    for cover_start, cover_end in merged(covered):
        if cover_start >= end:
            break
        if cover_start > at:
            left.append((at, cover_start))
        at = max(at, cover_end)
    if at < end:
        left.append((at, end))
    return left
