"""Days as they are typed and shown: "2026-11-18", "11/18/2026", "18.11.2026", "18 Nov 2026"."""

import re
import unicodedata
from datetime import date
from functools import lru_cache
from typing import Literal

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _

DayStyle = Literal["short", "long", "weekday", "iso"]

_YEARS = range(1900, 2200)
_ISO = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_NUMBERS = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[ .-]+([^\W\d]+)[ .,-]+([0-9]{4})")
_MONTH_FIRST = re.compile(r"([^\W\d]+)[ .-]+([0-9]{1,2})(?:st|nd|rd|th)?[ ,.-]+([0-9]{4})")
_MIDNIGHT = re.compile(r"[T ]+0?0:00(:00(\.0+)?)?$")
_WEEKDAY = re.compile(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[., ]+", re.IGNORECASE)

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH_BEFORE_DAY = frozenset(("US", "PR", "PH", "GU", "PW", "FM", "MH"))
_TWO_DIGIT_PIVOT = 69  # as POSIX strptime: 69 to 99 are 1969 to 1999


def parse_day(text: str, locale: str = "en_US") -> date:
    """Return the day; UserError if it is not written as one, or there is no such day.

    Read are 2026-11-18, 20261118, 11/18/2026 or 18/11/2026 (as is usual there), 18.11.2026,
    18 Nov 2026 and November 18, 2026. A year in two digits is 1969 to 2068.
    """
    stripped = " ".join(unicodedata.normalize("NFKC", text).split())
    stripped = _WEEKDAY.sub("", _MIDNIGHT.sub("", stripped))
    parts = _numbers(stripped, locale) or _named(stripped, locale)
    try:
        day = date(*parts) if parts else None
    except ValueError:
        day = None
    if day is None or day.year not in _YEARS:
        example = date(2026, 2, 28)
        raise UserError(
            _('"{text}" is not a date. Write it like {iso} or {usual}.').format(
                text=stripped[:40], iso=example.isoformat(), usual=_typed(example, locale)
            )
        )
    return day


def format_day(day: date, style: DayStyle = "short", locale: str = "en_US") -> str:
    """Return the day as people there write it.

    "short" 11/18/2026, "weekday" Wed, Nov 18, "long" Wednesday, November 18, 2026 and
    "iso" 2026-11-18.
    """
    if style == "iso":
        return day.isoformat()
    if locale != "en_US":
        return _by_babel(day, style, locale)
    if style == "short":
        return f"{day.month}/{day.day}/{day.year}"
    weekday, month = _WEEKDAYS[day.weekday()], _MONTHS[day.month - 1]
    if style == "weekday":
        return f"{weekday[:3]}, {month[:3]} {day.day}"
    return f"{weekday}, {month} {day.day}, {day.year}"


def _by_babel(day: date, style: DayStyle, locale: str) -> str:
    from babel import dates

    if style == "long":
        return dates.format_date(day, "full", locale=locale)
    skeleton = "yMd" if style == "short" else "MMMEd"
    return str(dates.format_skeleton(skeleton, day, locale=locale))


def _typed(day: date, locale: str) -> str:
    """Return the day as it would be typed there."""
    return format_day(day, "short", locale)


def _numbers(text: str, locale: str) -> tuple[int, int, int] | None:
    """Return year, month, day of a date in figures."""
    if iso := _ISO.fullmatch(text.replace(". ", ".").rstrip(".")):
        return int(iso[1]), int(iso[3]), int(iso[4])
    if compact := _COMPACT.fullmatch(text):
        return int(compact[1]), int(compact[2]), int(compact[3])
    match = _NUMBERS.fullmatch(text.replace(". ", ".").rstrip("."))
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if len(match[4]) == 2:
        year += 1900 if year >= _TWO_DIGIT_PIVOT else 2000
    month_first = match[2] != "." and locale.rpartition("_")[2] in _MONTH_BEFORE_DAY
    return (year, first, second) if month_first else (year, second, first)


def _named(text: str, locale: str) -> tuple[int, int, int] | None:
    """Return year, month, day of a date with the month's name."""
    if match := _DAY_FIRST.fullmatch(text):
        day, name, year = match[1], match[2], match[3]
    elif match := _MONTH_FIRST.fullmatch(text):
        name, day, year = match[1], match[2], match[3]
    else:
        return None
    month = _month_names(locale).get(name.casefold())
    return None if month is None else (int(year), month, int(day))


@lru_cache(maxsize=8)
def _month_names(locale: str) -> dict[str, int]:
    """Return the number of each month by its names, the English ones everywhere."""
    names = {"sept": 9}
    for number, name in enumerate(_MONTHS, 1):
        names |= {name.casefold(): number, name[:3].casefold(): number}
    if not locale.startswith("en"):
        from babel import dates

        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                local = dates.get_month_names(width, context, locale)
                names |= {name.casefold().rstrip("."): month for month, name in local.items()}
    return names
