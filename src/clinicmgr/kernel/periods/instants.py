"""Wall clock and real time: what the change to and from daylight saving does to a night shift."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods.times import DAY_MINUTES

MINUTE = timedelta(minutes=1)


def time_zone(name: str) -> ZoneInfo:
    """Return the zone of that IANA name; UserError if there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:  # each is raised for some wrong name
        raise UserError(
            _('There is no time zone "{name}". Choose one like America/Chicago.').format(name=name)
        ) from error


def instant(day: date, minutes: int, zone: str) -> datetime:
    """Return the moment of a wall time, aware, in that zone; minutes may exceed 1440.

    A time that comes twice in autumn is the first of the two; a time that is skipped in spring
    is the moment of the skip. So moments never run backwards while wall times run forwards.
    """
    wall = datetime.combine(day, time()) + minutes * MINUTE
    rules = time_zone(zone)
    local = wall.replace(tzinfo=rules)
    moment = local.astimezone(UTC)
    back = moment.astimezone(rules)
    if back.replace(tzinfo=None) == wall:
        return local
    return _moment_of_skip(wall, rules)


def elapsed_minutes(day: date, start: int, end: int, zone: str) -> int:
    """Return the real minutes between two wall times of `day`; the end may exceed 1440.

    Differs from `end - start` only across a change of the clocks: 22:00 to 6:00 is 7 hours
    in the night when the clocks go forward and 9 hours when they go back.
    """
    if start >= 0 and end <= 2 * DAY_MINUTES and _is_steady(day, zone):
        return end - start
    begun = instant(day, start, zone).astimezone(UTC)
    ended = instant(day, end, zone).astimezone(UTC)
    return (ended - begun) // MINUTE


@lru_cache(maxsize=4096)
def _is_steady(day: date, zone: str) -> bool:
    """Return whether the clocks stay as they are around `day` and the next one.

    Rules count the hours of thousands of shifts, of which a handful meet a change.
    """
    rules = time_zone(zone)
    noon = datetime.combine(day, time(12), rules)
    return (noon - timedelta(days=2)).utcoffset() == (noon + timedelta(days=3)).utcoffset()


def _moment_of_skip(wall: datetime, rules: ZoneInfo) -> datetime:
    """Return the moment when the clocks jumped over `wall` (PEP 495: fold=1 maps before it)."""
    before = wall.replace(tzinfo=rules, fold=1).astimezone(UTC)
    after = wall.replace(tzinfo=rules, fold=0).astimezone(UTC)
    offset = before.astimezone(rules).utcoffset()
    while after - before > MINUTE:
        middle = before + (after - before) // MINUTE // 2 * MINUTE
        if middle.astimezone(rules).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after.astimezone(rules)
