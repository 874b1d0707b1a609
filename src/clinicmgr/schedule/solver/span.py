"""A shift on one line of time."""

from __future__ import annotations

from dataclasses import dataclass

from clinicmgr.schedule.solver.problem import DAY, Fixed, Pattern, Problem


@dataclass(frozen=True, slots=True)
class Span:
    """A shift in minutes from midnight of the first day, with what the limits ask about it.

    `minutes` is the work in it, without the break.
    """

    begin: int
    end: int
    day: int
    week: int
    minutes: int
    position: int
    site: int | None
    room: int | None
    type_id: int | None = None

    @classmethod
    def of(cls, problem: Problem, shift: Pattern | Fixed) -> Span:
        """The span of a possible or of a kept shift."""
        begin, end = shift.day * DAY + shift.start, shift.day * DAY + shift.end
        minutes = problem.elapsed(begin, end) - shift.break_minutes
        week = problem.week(shift.day)
        place = (shift.position, shift.site, shift.room)
        return cls(begin, end, shift.day, week, max(0, minutes), *place, shift.type_id)

    def overlaps(self, begin: int, end: int) -> bool:
        """Tell whether this shift takes any of the time from begin to end."""
        return self.begin < end and begin < self.end
