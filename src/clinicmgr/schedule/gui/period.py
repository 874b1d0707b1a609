"""The day, week or month that is shown: its days, its name, and the way to the next one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import add_months, format_day, month_bounds, week_of

Span = Literal["day", "week", "month"]
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_THURSDAY = 3


@dataclass(frozen=True, slots=True)
class Period:
    """The day, or the week or month around it; weeks begin on `week_start` (0 is Monday)."""

    day: date
    span: Span = "week"
    week_start: int = 0

    @property
    def first(self) -> date:
        """Its first day."""
        if self.span == "month":
            return month_bounds(self.day)[0]
        if self.span == "day":
            return self.day
        return week_of(self.day, self.week_start)

    @property
    def last(self) -> date:
        """Its last day."""
        if self.span == "month":
            return month_bounds(self.day)[1]
        if self.span == "day":
            return self.day
        return self.first + _WEEK - _DAY

    def step(self, count: int) -> Period:
        """The period so many days, weeks or months on."""
        if self.span == "day":
            return replace(self, day=self.day + count * _DAY)
        if self.span == "month":
            return replace(self, day=add_months(self.first, count))
        return replace(self, day=self.day + count * _WEEK)

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last

    def title(self, locale: str, *, brief: bool = False) -> str:
        """Its name: "November 16 – 22, 2026", in brief "Nov 16 – 22, 2026"."""
        if self.span == "day":
            return format_day(self.day, "weekday" if brief else "long", locale)
        if locale != "en_US":
            return self._by_babel(locale, brief=brief)
        if self.span == "month":
            return f"{_english(self.first, brief=False)[0]} {self.first.year}"
        first, last = (_english(day, brief=brief) for day in (self.first, self.last))
        if self.first.year != self.last.year:
            return (
                f"{first[0]} {first[1]}, {self.first.year} – {last[0]} {last[1]}, {self.last.year}"
            )
        if self.first.month != self.last.month:
            return f"{first[0]} {first[1]} – {last[0]} {last[1]}, {self.last.year}"
        return f"{first[0]} {first[1]} – {last[1]}, {self.last.year}"

    def note(self) -> str:
        """The number of the week, as calendars count it (ISO 8601)."""
        if self.span == "month":
            return ""
        middle = self.first + timedelta(days=(_THURSDAY - self.first.weekday()) % 7)
        return _("Week {number}").format(number=middle.isocalendar().week)

    def _by_babel(self, locale: str, *, brief: bool) -> str:
        from babel import dates

        if self.span == "month":
            return str(dates.format_skeleton("yMMMM", self.first, locale=locale))
        skeleton = "yMMMd" if brief else "yMMMMd"
        return str(dates.format_interval(self.first, self.last, skeleton, locale=locale))


def _english(day: date, *, brief: bool) -> tuple[str, str]:
    """Month and day in words: ("November", "16"), in brief ("Nov", "16")."""
    words = format_day(day, "weekday" if brief else "long").split(", ")[1]
    month, number = words.split(" ")
    return month, number
