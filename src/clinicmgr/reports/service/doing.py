"""Reading the figures of what was done, of use, and of money."""

from collections.abc import Sequence
from datetime import date

from clinicmgr.activity.records import Totals
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import month_bounds
from clinicmgr.reports import rules
from clinicmgr.reports.records import (
    ActivityFigures,
    Compared,
    MoneyFigures,
    MoneyMonth,
    Periods,
    Span,
    UseFigures,
)
from clinicmgr.reports.service.sources import Sources

Named = Sequence[tuple[str, Totals]]


def activity(sources: Sources, periods: Periods) -> ActivityFigures:
    """Return what was done, and by which line, provider and payer class."""
    book, now, before = sources.activity, periods.span, periods.year_ago
    history = periods.history
    return ActivityFigures(
        totals=Compared(
            book.totals(now.first, now.last),
            book.totals(before.first, before.last),
            book.totals(periods.to_date.first, periods.to_date.last),
            tuple(each for _month, each in book.by_month(history.first, history.last)),
        ),
        lines=rules.most_first(rules.beside(_lines(sources, now), _lines(sources, before))),
        providers=rules.most_first(
            rules.beside(_providers(sources, now), _providers(sources, before))
        ),
        payers=rules.beside(_payers(sources, now), _payers(sources, before)),
    )


def _lines(sources: Sources, span: Span) -> Named:
    found = sources.activity.by_line(span.first, span.last)
    return [(line.name, totals) for line, totals in found]


def _providers(sources: Sources, span: Span) -> Named:
    found = sources.activity.by_provider(span.first, span.last)
    return [(member.name, totals) for member, totals in found]


def _payers(sources: Sources, span: Span) -> Named:
    found = sources.activity.by_payer_class(span.first, span.last)
    return [(_("Not told") if each is None else each.name, totals) for each, totals in found]


def use(sources: Sources, periods: Periods) -> UseFigures:
    """Return how far people, rooms and assets were used."""
    now, before = periods.span, periods.year_ago
    return UseFigures(
        sources.activity.utilization(now.first, now.last),
        sources.activity.utilization(before.first, before.last),
    )


def money(sources: Sources, periods: Periods, today: date) -> MoneyFigures | None:
    """Return budget against actual of whole months; None for who may not see money."""
    finance, span = sources.finance, periods.span
    if not finance.may_view:
        return None

    def month_of(day: date) -> date:
        return day.replace(day=1)

    now, before, to_date = (
        finance.variance(month_of(each.first), month_of(each.last))
        for each in (periods.span, periods.year_ago, periods.to_date)
    )
    months = [finance.variance(each.first, each.first) for each in periods.months]
    return MoneyFigures(
        now,
        before,
        to_date,
        tuple(MoneyMonth(each.first, each.income, each.cost, each.result) for each in months),
        is_whole=(span.first, span.last) == (month_of(span.first), month_bounds(span.last)[1]),
        is_over=month_bounds(span.last)[1] < today,
    )
