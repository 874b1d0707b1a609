"""The charts of activity, as values for paper and screen alike."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from clinicmgr.activity.records import Totals, Use
from clinicmgr.activity.service import Activity
from clinicmgr.equipment.documents.months import month_heads
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import add_months, month_bounds
from clinicmgr.paper import Chart, Limit, Series

Month = tuple[date, Totals]
MONTHS = 12
HEIGHT = 56.0
_MOST_LINES = 6
_LINE_COLORS = (0, 1, 3, 5, 2, 6)


def visits_chart(activity: Activity, last: date) -> Chart:
    """Return the visits of the twelve months up to `last` beside those of the year before."""
    before, now = _two_years(activity, last)
    return Chart(
        "bar",
        month_labels([month for month, _totals in now]),
        (
            Series(_("Year before"), tuple(totals.visits or None for _month, totals in before), 1),
            Series(_("Visits"), tuple(totals.visits or None for _month, totals in now), 0),
        ),
        _("Visits by month, and in the year before"),
        "whole",
        height=HEIGHT,
    )


def no_show_chart(activity: Activity, last: date) -> Chart:
    """Return the no-show rate of the twelve months up to `last`, and of the year before."""
    before, now = _two_years(activity, last)
    return Chart(
        "line",
        month_labels([month for month, _totals in now]),
        (
            Series(_("No-show rate"), tuple(totals.no_show_rate for _month, totals in now), 0),
            Series(_("Year before"), tuple(totals.no_show_rate for _month, totals in before), 1),
        ),
        _("No-show rate by month"),
        "percent",
        height=HEIGHT,
    )


def _two_years(activity: Activity, last: date) -> tuple[list[Month], list[Month]]:
    """Return the twelve months before, and the twelve months up to `last`."""
    months = activity.by_month(add_months(last.replace(day=1), 1 - 2 * MONTHS), last)
    return months[:MONTHS], months[MONTHS:]


def lines_chart(activity: Activity, last: date) -> Chart:
    """Return how many were done of each line in twelve months; small lines are put together."""
    first = add_months(last.replace(day=1), 1 - MONTHS)
    found = sorted(activity.lines_by_month(first, last), key=lambda each: -sum(each[1]))
    months = [add_months(first, number) for number in range(MONTHS)]
    named = found if len(found) <= _MOST_LINES else found[: _MOST_LINES - 1]
    series = [
        Series(line.name, tuple(done), color)
        for (line, done), color in zip(named, _LINE_COLORS, strict=False)
    ]
    rest = [done for _line, done in found[len(named) :]]
    if rest:
        series.append(Series(_("Others"), tuple(map(sum, zip(*rest, strict=True))), 7))
    return Chart(
        "stacked",
        month_labels(months),
        tuple(series),
        _("Done by service line and month"),
        "whole",
        height=HEIGHT,
    )


def season_chart(activity: Activity, last: date, years: int = 3) -> Chart:
    """Return the visits of each month of the year on average, over the years up to `last`.

    A month is only averaged over the years in which it was counted from its first day on.
    """
    begun = activity.first_day() or last
    end = last.replace(day=1)
    months = activity.by_month(add_months(end, 1 - MONTHS * years), end)
    seen: dict[int, list[int]] = {}
    for month, totals in months:
        if totals.done and (begun.day == 1 or month > begun):
            seen.setdefault(month.month, []).append(totals.visits)
    averages = [
        Decimal(sum(seen[number])) / len(seen[number]) if number in seen else None
        for number in range(1, MONTHS + 1)
    ]
    known = [each for each in averages if each is not None]
    mean = sum(known, Decimal()) / len(known) if known else None
    return Chart(
        "bar",
        tuple(month_heads()),
        (
            Series(
                _("Visits, average"),
                tuple(None if each is None else round(each) for each in averages),
                3,
            ),
        ),
        _("The seasons: visits of each month, average of up to {years} years").format(years=years),
        "whole",
        limits=() if mean is None else (Limit(_("Mean"), round(mean)),),
        height=HEIGHT,
    )


def use_chart(title: str, uses: Sequence[Use]) -> Chart:
    """Return the share that was used of each person, room or asset, as bars to the right."""
    shown = [each for each in uses if each.share is not None]
    return Chart(
        "hbar",
        tuple(each.name for each in shown),
        (Series("", tuple(each.share for each in shown), 0),),
        title,
        "percent",
        limits=(Limit(_("All of it"), 1),),
        height=max(24.0, 7.0 * len(shown) + 14),
    )


def last_full_month(today: date) -> date:
    """Return the last day of the last month that is over, or today where one ends today."""
    return today if today == month_bounds(today)[1] else today.replace(day=1) - timedelta(days=1)


def month_labels(months: Sequence[date]) -> tuple[str, ...]:
    """Return "Jan" for each month, with the year where it changes: "Jan 26"."""
    heads = month_heads()
    return tuple(
        f"{heads[month.month - 1]} {month:%y}"
        if number == 0 or month.month == 1
        else heads[month.month - 1]
        for number, month in enumerate(months)
    )
