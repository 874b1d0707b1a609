"""The arithmetic of utilization: minutes used inside and outside of those that were available.

Shifts and opening hours are minutes of the clock on the wall; rostered minutes are real ones.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from clinicmgr.kernel.periods import DAY_MINUTES, Window
from clinicmgr.schedule.records import Shift

DAY = timedelta(days=1)
Interval = tuple[int, int]


@dataclass(slots=True)
class Minutes:
    """Minutes used, available, and used outside of what was available."""

    used: int = 0
    available: int = 0
    outside: int = 0


def people_minutes(
    shifts: Iterable[Shift],
    used: Mapping[tuple[date, int], int],
    counted: Collection[date],
    worked: Callable[[Shift], int],
) -> dict[int, Minutes]:
    """Return the minutes of each member over the counted days.

    `used` are those of what was done by (day, member); `worked` gives the minutes of a shift. On a
    day without a shift they are outside.
    """
    found: dict[int, Minutes] = defaultdict(Minutes)
    rostered: set[tuple[date, int]] = set()
    for shift in shifts:
        if shift.member_id is not None and shift.day in counted:
            found[shift.member_id].available += worked(shift)
            rostered.add((shift.day, shift.member_id))
    for (day, member_id), minutes in used.items():
        if (day, member_id) in rostered:
            found[member_id].used += minutes
        else:
            found[member_id].outside += minutes
    return dict(found)


def share_out(minutes: int, rooms: Sequence[int]) -> dict[int, int]:
    """Return the minutes of each room if all have the same share; the first get what is over."""
    each, over = divmod(minutes, len(rooms))
    return {room: each + (at < over) for at, room in enumerate(rooms)}


def available_minutes(
    used: Mapping[date, int],
    week: Sequence[Window],
    days: Iterable[date],
    closed: Collection[date],
) -> Minutes:
    """Return the minutes of a room or asset over the days; on a day it is not open are outside."""
    found = Minutes()
    for day in days:
        hours = length(opening_on(day, week, closed))
        found.available += hours
        if hours:
            found.used += used.get(day, 0)
        else:
            found.outside += used.get(day, 0)
    return found


def room_minutes(
    shifts: Iterable[Shift],
    opening: Mapping[int, Sequence[Window]],
    days: Iterable[date],
    closed: Collection[date],
) -> dict[int, Minutes]:
    """Return the minutes of each room over the days; shifts of the day before may reach into them.

    A room is used while somebody is in it, however many; an open shift is nobody.
    """
    there: dict[tuple[int, date], list[Interval]] = defaultdict(list)
    for shift in shifts:
        if shift.member_id is not None and shift.room_id is not None:
            today = (shift.room_id, shift.day)
            there[today].append((shift.start, min(shift.end, DAY_MINUTES)))
            if shift.end > DAY_MINUTES:
                there[shift.room_id, shift.day + DAY].append((0, shift.end - DAY_MINUTES))
    found: dict[int, Minutes] = {room_id: Minutes() for room_id in opening}
    for day in days:
        for room_id, week in opening.items():
            hours = opening_on(day, week, closed)
            union = united(there.get((room_id, day), ()))
            inside = shared(union, hours)
            minutes = found[room_id]
            minutes.used += inside
            minutes.outside += length(union) - inside
            minutes.available += length(hours)
    return found


def opening_on(day: date, week: Sequence[Window], closed: Collection[date]) -> list[Interval]:
    """Return the opening hours of a day, none where the practice is closed."""
    if day in closed:
        return []
    weekday = day.weekday()
    return [(each.start, each.end) for each in week if each.weekday == weekday]


def united(intervals: Iterable[Interval]) -> list[Interval]:
    """Return the same minutes as intervals that do not touch, in order."""
    joined: list[Interval] = []
    for start, end in sorted(intervals):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        elif start < end:
            joined.append((start, end))
    return joined


def shared(some: Iterable[Interval], others: Sequence[Interval]) -> int:
    """Return the minutes that lie in both; neither has intervals that overlap."""
    return sum(
        max(0, min(end, until) - max(start, since))
        for start, end in some
        for since, until in others
    )


def length(intervals: Iterable[Interval]) -> int:
    """Return the minutes of intervals that do not overlap."""
    return sum(end - start for start, end in intervals)
