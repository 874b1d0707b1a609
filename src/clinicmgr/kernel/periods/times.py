"""Times of day as they are typed and shown: "7:30", "730", "7p", "8-16:30", "22-6"."""

import re
from dataclasses import dataclass

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _

DAY_MINUTES = 1440
HALF_DAY = 720

_TIME = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.h]?(?P<minute>[0-9]{2})(?::00)?|h)?"
    r"\s*(?P<half>[ap])?(?:\.?m\.?|\.)?",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s*(?:[-\u2010-\u2015\u2212~]|\bto\b|\buntil\b)\s*", re.IGNORECASE)

# Where English speakers write 1:00 PM rather than 13:00 (Unicode CLDR, timeData "h").
_HOUR12 = frozenset(f"en_{land}" for land in ("US", "CA", "AU", "NZ", "IN", "PH", "PR", "MY"))


@dataclass(frozen=True, slots=True)
class _Clock:
    """A time as typed: its minutes, and whether the text leaves no doubt about the half day."""

    minutes: int
    marked: bool
    hour: str

    @property
    def one_digit(self) -> bool:
        return len(self.hour) == 1 and self.hour != "0"


def uses_hour12(locale: str) -> bool:
    """Return whether people there write 1:00 PM rather than 13:00."""
    return locale in _HOUR12


def parse_time(text: str) -> int:
    """Return minutes from midnight (0 to 1440); UserError unless it is a time of day.

    Read are "7:30", "730", "7", "7a", "7:30 pm", "16.30", "16h30"; "24:00" is the day's end.
    """
    return _clock(text).minutes


def parse_time_range(text: str) -> tuple[int, int]:
    """Return (start, end) in minutes with start < end < start + 1440, or the whole day.

    An end before the start lies after midnight: "22-6" is (1320, 1800). Two habits are
    honored where the plain reading would run past midnight: "9-5" is nine to five in the
    afternoon (an hour in one digit), and a missing am or pm is the one that gives the shorter
    time ("8a-4", "1-5p"). UserError for anything else, also for an equal start and end.
    """
    parts = _DASH.split(text.strip())
    if len(parts) != 2:
        raise UserError(
            _('"{text}" is not a time range. Write it like 8:00-16:30.').format(text=_shown(text))
        )
    start, end = _resolve(_clock(parts[0]), _clock(parts[1]))
    if start in (end, DAY_MINUTES):
        raise UserError(
            _('"{text}" starts and ends at the same time. Write it like 8:00-16:30.').format(
                text=_shown(text)
            )
            if start == end
            else _('"{text}" starts at 24:00. Write 0:00 for the start of a day.').format(
                text=_shown(text)
            )
        )
    return (start, end) if end > start else (start, end + DAY_MINUTES)


def format_time(minutes: int, locale: str = "en_US", *, hour12: bool | None = None) -> str:
    """Return "7:30 AM" or "07:30" as is usual there; `hour12` decides if given.

    Minutes past midnight are shown as the next day's clock; 1440 itself is "24:00" or "12:00 AM".
    """
    twelve = uses_hour12(locale) if hour12 is None else hour12
    if minutes == DAY_MINUTES and not twelve:
        return "24:00"
    hour, minute = divmod(minutes % DAY_MINUTES, 60)
    if not twelve:
        return f"{hour:02}:{minute:02}"
    return f"{hour % 12 or 12}:{minute:02} {'AM' if hour < 12 else 'PM'}"


def format_range(start: int, end: int, locale: str = "en_US", *, hour12: bool | None = None) -> str:
    """Return "7:30 AM\u20134:00 PM" or "07:30\u201316:00"; `parse_time_range` reads it back."""
    whole_day = (start, end) == (0, DAY_MINUTES)
    last = "24:00" if whole_day else format_time(end, locale, hour12=hour12)
    return f"{format_time(start, locale, hour12=hour12)}\u2013{last}"


def short_range(start: int, end: int, locale: str = "en_US") -> str:
    """Return a range in as few signs as a narrow cell needs: "8a–4:30p", or "8–16:30"."""
    return f"{_short(start, locale)}–{_short(end, locale)}"


def _short(minutes: int, locale: str) -> str:
    hour, minute = divmod(minutes % DAY_MINUTES, 60)
    rest = f":{minute:02}" if minute else ""
    if uses_hour12(locale):
        return f"{hour % 12 or 12}{rest}{'a' if hour < 12 else 'p'}"
    return f"{hour}{rest}"


def _clock(text: str) -> _Clock:
    match = _TIME.fullmatch(text.strip())
    if match is None:
        raise _no_time(text)
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), match["half"]
    if half is not None:
        if not 1 <= hour <= 12:
            raise _no_time(text)
        hour = hour % 12 + (12 if half in "pP" else 0)
    minutes = hour * 60 + minute
    if minute > 59 or minutes > DAY_MINUTES:
        raise _no_time(text)
    return _Clock(minutes, half is not None, match["hour"])


def _resolve(start: _Clock, end: _Clock) -> tuple[int, int]:
    """Return start and end, with the half day chosen where the text leaves it open."""
    if start.marked and not end.marked and 1 <= int(end.hour) <= 12:
        return start.minutes, _nearer(start.minutes, end.minutes)
    if end.marked and not start.marked and 1 <= int(start.hour) <= 12:
        return -_nearer(-end.minutes, -start.minutes) % DAY_MINUTES, end.minutes
    open_half = not start.marked and not end.marked
    if open_half and end.one_digit and end.minutes < start.minutes < end.minutes + HALF_DAY:
        return start.minutes, end.minutes + HALF_DAY
    return start.minutes, end.minutes


def _nearer(origin: int, minutes: int) -> int:
    """Return the clock time, or the one half a day on, that comes sooner after `origin`."""
    choices = (minutes % DAY_MINUTES, (minutes + HALF_DAY) % DAY_MINUTES)
    return min(choices, key=lambda choice: (choice - origin - 1) % DAY_MINUTES)


def _no_time(text: str) -> UserError:
    return UserError(
        _('"{text}" is not a time of day. Write it like 7:30, 16:30 or 4:30 pm.').format(
            text=_shown(text)
        )
    )


def _shown(text: str) -> str:
    return text.strip()[:40]
