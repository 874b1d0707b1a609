"""Punches of a time clock: reading them, and pairing each coming with its going."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import fold
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import DAY_MINUTES, format_time, parse_day, parse_time
from clinicmgr.staff.records.days import day_text

LONGEST = 16 * 60
"""Between a coming and a going further apart than this, a punch is missing."""

DAY = timedelta(days=1)
_SECONDS = re.compile(r"(\d{1,2}:\d{2}):\d{2}(?:\.\d+)?")
_MOMENT = re.compile(
    r"(?P<day>.*?)[\sT,]+(?P<time>\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m?\.?)?)\s*Z?",
    re.IGNORECASE,
)
_INS = frozenset(
    (
        *("in", "i", "start", "begin", "clock in", "clocked in", "punch in", "check in", "c in"),
        *("break end", "end break", "meal end", "end meal", "lunch in", "return", "arrive"),
    )
)
_OUTS = frozenset(
    (
        *("out", "o", "end", "stop", "clock out", "clocked out", "punch out", "check out", "c out"),
        *("break start", "start break", "meal start", "start meal", "lunch out", "leave"),
    )
)


class Direction(Enum):
    """Which way somebody went."""

    IN = "in"
    OUT = "out"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Punch:
    """Somebody at the clock: minutes from midnight of `day`.

    `line` is that of the file; `stretch_id` stands for a coming on record that lacks its end.
    """

    member_id: int
    day: date
    minute: int
    direction: Direction = Direction.UNKNOWN
    line: int = 0
    stretch_id: int | None = None

    @property
    def at(self) -> int:
        """The minute by the clock on the wall, counted from the year 1."""
        return self.day.toordinal() * DAY_MINUTES + self.minute


@dataclass(frozen=True, slots=True)
class Pair:
    """A coming and its going; None where a punch is missing."""

    came: Punch | None
    went: Punch | None

    @property
    def end(self) -> int | None:
        """The going in minutes from midnight of the day of the coming."""
        if self.came is None or self.went is None:
            return None
        return self.went.at - self.came.day.toordinal() * DAY_MINUTES


def read_direction(text: str) -> Direction:
    """Return which way was meant; UserError for a word that says neither."""
    word = fold(text)
    if not word:
        return Direction.UNKNOWN
    if word in _INS:
        return Direction.IN
    if word in _OUTS:
        return Direction.OUT
    raise UserError(
        _("“{text}” says neither in nor out. Write In or Out.").format(text=text[:40]),
        field="direction",
    )


def read_moment(text: str, field: str, locale: str = "en_US") -> tuple[date | None, int]:
    """Return (day, minute) from "11/16/2026 7:58 AM", "2026-11-16 07:58:21" or "7:58 AM".

    Seconds are dropped, as on the clock's own display. UserError, with the field, for all else.
    """
    stripped = " ".join(text.split())
    match = _MOMENT.fullmatch(stripped)
    try:
        if match is not None and match["day"].strip():
            return parse_day(match["day"].strip(), locale), _minute(match["time"])
        return None, _minute(stripped)
    except UserError:
        words = _("“{text}” is not a time of the clock. Write 7:58 AM or 2026-11-16 07:58.")
        raise UserError(words.format(text=stripped[:40]), field=field) from None


def paired(punches: Iterable[Punch]) -> list[Pair]:
    """Return the pairs of each person in order of time, single punches as half a pair.

    Without directions coming and going take turns. Two punches of one person in the same minute
    and direction are one.
    """
    pairs: list[Pair] = []
    waiting: Punch | None = None
    for punch in _in_order(punches):
        if waiting is not None and not _belongs(waiting, punch):
            pairs.append(Pair(waiting, None))
            waiting = None
        if waiting is not None:
            if punch.direction is Direction.IN:
                pairs.append(Pair(waiting, None))
                waiting = punch
            else:
                pairs.append(Pair(waiting, punch))
                waiting = None
        elif punch.direction is Direction.OUT:
            pairs.append(Pair(None, punch))
        else:
            waiting = punch
    if waiting is not None:
        pairs.append(Pair(waiting, None))
    return pairs


def without_coming(punch: Punch) -> UserError:
    """Say that somebody went who had not come."""
    words = _("Clocked out at {time} on {day} without having clocked in. Enter this day by hand.")
    return UserError(
        words.format(time=format_time(punch.minute % DAY_MINUTES), day=day_text(punch.day))
    )


def _belongs(came: Punch, went: Punch) -> bool:
    return came.member_id == went.member_id and 0 < went.at - came.at <= LONGEST


def _in_order(punches: Iterable[Punch]) -> Iterator[Punch]:
    last: Punch | None = None
    for punch in sorted(punches, key=lambda one: (one.member_id, one.at, one.line)):
        same = last is not None and (last.member_id, last.at, last.direction) == (
            punch.member_id,
            punch.at,
            punch.direction,
        )
        if not same:
            yield punch
        last = punch


def _minute(text: str) -> int:
    return parse_time(_SECONDS.sub(r"\1", text)) % DAY_MINUTES
