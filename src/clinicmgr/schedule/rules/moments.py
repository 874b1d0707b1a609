"""Shifts on one line of minutes, so that midnight is a minute like any other."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from clinicmgr.kernel.periods import DAY_MINUTES, elapsed_minutes
from clinicmgr.schedule.records import Shift, ShiftDraft

NEW_SHIFT = 0
"""The id of a shift that is only being considered."""


def begin(shift: Shift | ShiftDraft) -> int:
    """The minute a shift begins, counted from 1 January of year 1 by the clock on the wall."""
    return shift.day.toordinal() * DAY_MINUTES + shift.start


def finish(shift: Shift | ShiftDraft) -> int:
    """The minute a shift ends, counted as `begin` counts."""
    return shift.day.toordinal() * DAY_MINUTES + shift.end


def in_order(shifts: Iterable[Shift]) -> list[Shift]:
    """The shifts in order of time; ties by id, so that the order never depends on chance."""
    return sorted(shifts, key=lambda shift: (shift.day, shift.start, shift.end, shift.id))


def calendar_days(shift: Shift | ShiftDraft) -> tuple[date, ...]:
    """The day a shift begins and, when it runs over midnight, the next one."""
    if shift.end <= DAY_MINUTES:
        return (shift.day,)
    return (shift.day, shift.day + timedelta(days=1))


def worked_minutes(shift: Shift | ShiftDraft, zone: str) -> int:
    """Real minutes of work without the break: a night in which the clocks change is an hour off."""
    if not any(_clocks_change(day, zone) for day in calendar_days(shift)):
        return shift.end - shift.start - shift.break_minutes
    return elapsed_minutes(shift.day, shift.start, shift.end, zone) - shift.break_minutes


@lru_cache(maxsize=8192)
def _clocks_change(day: date, zone: str) -> bool:
    return elapsed_minutes(day, 0, DAY_MINUTES, zone) != DAY_MINUTES
