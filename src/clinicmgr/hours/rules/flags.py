"""What is worth a look on a day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from clinicmgr.hours.records import Flag, FlagKind, Stretch
from clinicmgr.schedule.records import Shift

GRACE = 5
"""So many minutes late, or gone early, are not worth a word."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What time it is, and on which days anybody's hours are in."""

    today: date
    minute: int
    entered: frozenset[date] = frozenset()


def day_flags(
    day: date,
    shifts: Sequence[Shift],
    stretches: Sequence[Stretch],
    moment: Moment,
    *,
    off: bool,
    overtime: int,
) -> Iterator[Flag]:
    """Yield the flags of a day, the worst first."""
    past = day < moment.today
    if past and any(each.is_open for each in stretches):
        yield Flag(FlagKind.MISSING_PUNCH)
    if shifts and not stretches and not off and past and day in moment.entered:
        yield Flag(FlagKind.ABSENT)
    if stretches and off:
        yield Flag(FlagKind.ON_LEAVE)
    if shifts and stretches and not off:
        yield from _punctuality(shifts, stretches)
    if stretches and not shifts and not off:
        yield Flag(FlagKind.NOT_PLANNED)
    if overtime:
        yield Flag(FlagKind.OVERTIME, overtime)


def _punctuality(shifts: Sequence[Shift], stretches: Sequence[Stretch]) -> Iterator[Flag]:
    late = min(one.start for one in stretches) - min(one.start for one in shifts)
    if late > GRACE:
        yield Flag(FlagKind.LATE, late)
    ends = [one.end for one in stretches if one.end is not None]
    if len(ends) == len(stretches):
        early = max(one.end for one in shifts) - max(ends)
        if early > GRACE:
            yield Flag(FlagKind.LEFT_EARLY, early)
