"""Days, weeks and months of the calendar."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

WEEK = timedelta(days=7)


def week_of(day: date, week_start: int = 0) -> date:
    """Return the first day of the week that `day` lies in; weeks begin on 0 Monday to 6 Sunday."""
    return day - timedelta(days=(day.weekday() - week_start) % 7)


def days(first: date, last: date) -> Iterator[date]:
    """Yield each day from `first` to `last`, both included; none if `last` is earlier."""
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)


def weeks(first: date, last: date, week_start: int = 0) -> Iterator[date]:
    """Yield the first day of each week that has a day from `first` to `last`."""
    day = week_of(first, week_start)
    while day <= last:
        yield day
        day += WEEK


def month_bounds(day: date) -> tuple[date, date]:
    """Return the first and the last day of the month that `day` lies in."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def months_between(first: date, last: date) -> Iterator[date]:
    """Yield the first day of each month that has a day from `first` to `last`."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = add_months(month, 1)


def add_months(day: date, months: int) -> date:
    """Return the same day that many months on (or back); a shorter month gives its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
