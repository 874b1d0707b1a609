"""Periods as people say them: "last month" means another month in December than in November."""

from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum

from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.periods import add_months, month_bounds, week_of

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
WEEKS = 4
Bounds = tuple[date, date]


class Period(StrEnum):
    """A period that follows the calendar; `DATES` is the one that does not."""

    LAST_WEEK = "last-week"
    THIS_WEEK = "this-week"
    NEXT_WEEK = "next-week"
    FOUR_WEEKS = "four-weeks"
    NEXT_FOUR_WEEKS = "next-four-weeks"
    LAST_MONTH = "last-month"
    THIS_MONTH = "this-month"
    NEXT_MONTH = "next-month"
    LAST_QUARTER = "last-quarter"
    THIS_QUARTER = "this-quarter"
    LAST_YEAR = "last-year"
    THIS_YEAR = "this-year"
    YEAR_TO_DATE = "year-to-date"
    DATES = "dates"

    @property
    def label(self) -> str:
        """The words a person sees."""
        return _(LABELS[self])


LABELS = {
    Period.LAST_WEEK: N_("Last week"),
    Period.THIS_WEEK: N_("This week"),
    Period.NEXT_WEEK: N_("Next week"),
    Period.FOUR_WEEKS: N_("This week and the next three"),
    Period.NEXT_FOUR_WEEKS: N_("Next four weeks"),
    Period.LAST_MONTH: N_("Last month"),
    Period.THIS_MONTH: N_("This month"),
    Period.NEXT_MONTH: N_("Next month"),
    Period.LAST_QUARTER: N_("Last quarter"),
    Period.THIS_QUARTER: N_("This quarter"),
    Period.LAST_YEAR: N_("Last year"),
    Period.THIS_YEAR: N_("This year"),
    Period.YEAR_TO_DATE: N_("Year to date"),
    Period.DATES: N_("From … to …"),
}


def bounds(period: Period, today: date, week_start: int = 0) -> Bounds:
    """Return the first and the last day of a period, seen from `today`.

    Weeks begin on `week_start`, 0 Monday to 6 Sunday; quarters are those of the calendar year.
    `DATES` has no days of its own: ValueError.
    """
    if period is Period.DATES:
        raise ValueError(period)
    if period in _WEEKS:
        start, length = _WEEKS[period]
        first = week_of(today, week_start) + start * WEEK
        return first, first + length * WEEK - DAY
    return _MONTHS[period](today)


def four_weeks_from(day: date) -> date:
    """Return the last day of the four weeks that begin on `day`."""
    return day + WEEKS * WEEK - DAY


_WEEKS = {
    Period.LAST_WEEK: (-1, 1),
    Period.THIS_WEEK: (0, 1),
    Period.NEXT_WEEK: (1, 1),
    Period.FOUR_WEEKS: (0, WEEKS),
    Period.NEXT_FOUR_WEEKS: (1, WEEKS),
}
"""In how many weeks each begins, and how many it has."""


def _month(months: int) -> Callable[[date], Bounds]:
    return lambda today: month_bounds(add_months(today, months))


def _quarter(quarters: int) -> Callable[[date], Bounds]:
    def found(today: date) -> Bounds:
        first = today.replace(month=today.month - (today.month - 1) % 3, day=1)
        first = add_months(first, 3 * quarters)
        return first, month_bounds(add_months(first, 2))[1]

    return found


def _year(years: int) -> Callable[[date], Bounds]:
    return lambda today: (date(today.year + years, 1, 1), date(today.year + years, 12, 31))


_MONTHS: dict[Period, Callable[[date], Bounds]] = {
    Period.LAST_MONTH: _month(-1),
    Period.THIS_MONTH: _month(0),
    Period.NEXT_MONTH: _month(1),
    Period.LAST_QUARTER: _quarter(-1),
    Period.THIS_QUARTER: _quarter(0),
    Period.LAST_YEAR: _year(-1),
    Period.THIS_YEAR: _year(0),
    Period.YEAR_TO_DATE: lambda today: (date(today.year, 1, 1), today),
}
