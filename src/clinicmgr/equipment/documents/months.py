"""Months as they stand over sheets and in columns."""

from collections.abc import Iterator
from datetime import date

from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.periods import add_months

_NAMES = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"),
    N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
_SHORT = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip
_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def month_title(day: date) -> str:
    """Return "November 2026"."""
    return _("{month} {year}").format(month=_(_NAMES[day.month - 1]), year=day.year)


def month_heads() -> list[str]:
    """Return the short names of the twelve months."""
    return [_(name) for name in _SHORT]


def weekday_and_day(day: date) -> str:
    """Return "Mon 2"."""
    return _("{weekday} {day}").format(weekday=_(_WEEKDAYS[day.weekday()]), day=day.day)


def months_of(first: date, last: date) -> Iterator[date]:
    """Yield the first day of each month with a day from `first` to `last`."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = add_months(month, 1)
