"""The periods that a report compares."""

from datetime import date, timedelta

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import add_months, month_bounds
from clinicmgr.reports.records import Periods, Span

HISTORY_MONTHS = 12
LONGEST_DAYS = 366


def periods_of(first: date, last: date) -> Periods:
    """Return the span with the same one a year earlier, the year to date and twelve months.

    The end of a month stays the end of the month a year earlier, also in leap years. UserError
    where the period ends before it begins or is longer than a year.
    """
    if last < first:
        raise UserError(_("The report cannot end before it begins; check --from and --to."))
    if (last - first).days >= LONGEST_DAYS:
        raise UserError(_("The report is about a year at most; choose a shorter period."))
    ends_month = last == month_bounds(last)[1]
    year_ago = add_months(last, -12)
    before = Span(add_months(first, -12), month_bounds(year_ago)[1] if ends_month else year_ago)
    latest = last if ends_month else last.replace(day=1) - timedelta(days=1)
    months = (add_months(latest.replace(day=1), -back) for back in reversed(range(HISTORY_MONTHS)))
    return Periods(
        Span(first, last),
        before,
        Span(date(last.year, 1, 1), last),
        tuple(Span(*month_bounds(month)) for month in months),
    )


def is_month(span: Span) -> bool:
    """Whether a span is one whole month of the calendar."""
    return (span.first, span.last) == month_bounds(span.first)
