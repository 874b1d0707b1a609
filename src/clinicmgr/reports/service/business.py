"""Reading the figures of prices and equipment, and what comes next."""

from datetime import date, timedelta

from clinicmgr.reports import rules
from clinicmgr.reports.records import (
    Compared,
    CredentialFigures,
    EquipmentFigures,
    Next,
    NextKind,
    Outlook,
    Periods,
    RateFigures,
    Span,
)
from clinicmgr.reports.service.people import titles
from clinicmgr.reports.service.sources import Sources

AHEAD = timedelta(days=90)
DAY = timedelta(days=1)


def rates(sources: Sources, periods: Periods) -> RateFigures:
    """Return the prices that began."""
    begun = sources.rates.begun(
        min(periods.span.first, periods.to_date.first), periods.to_date.last
    )
    return RateFigures(
        tuple(each for each in begun if periods.span.covers(each.version.from_day)),
        tuple(each for each in begun if periods.to_date.covers(each.version.from_day)),
    )


def equipment(sources: Sources, periods: Periods, today: date) -> EquipmentFigures:
    """Return work, outages, cost and the share that was on time."""
    book, span = sources.equipment, periods.span
    assets = {each.id: each for each in book.assets()}
    spans = (span, periods.year_ago, periods.to_date)
    now, year_ago, to_date = (book.figures(each.first, each.last) for each in spans)
    whole, history = periods.all, periods.history
    log = book.log(None, whole.first, span.last)
    overdue = [each for each in book.upcoming(span.last, span.last) if not each.is_projected]
    planned = book.planned_work(history.first, history.last)
    later = [*book.log(None, span.last + DAY), *book.open_work()]
    this_year = [
        each
        for each in log
        if each.closing is not None and periods.to_date.covers(each.closing.day)
    ]
    known = Span(span.first, min(span.last, today))
    return EquipmentFigures(
        figures=Compared(now, year_ago, to_date),
        months=rules.months(planned, overdue, log, periods.months, today),
        jobs=rules.jobs(log, assets, span),
        outages=rules.outage_lines(book.outages(), assets, book.room_labels(), known),
        waiting=rules.waiting(later, overdue, assets, min(span.last, today)),
        costs=rules.costs(this_year, assets),
        assets=sum(not each.is_retired(span.last) for each in assets.values()),
    )


def outlook(sources: Sources, credentials: CredentialFigures, last: date) -> Outlook:
    """Return what comes in the 90 days after a day, in order of time."""
    span = Span(last + DAY, last + AHEAD)
    book, staff, names = sources.equipment, sources.staff, titles(sources)
    assets = {each.id: each for each in book.assets()}
    events = [
        *rules.maintenance(
            book.planned_work(span.first, span.last),
            book.upcoming(span.first, span.last),
            assets,
            span,
        ),
        *rules.expiring(credentials, span),
        *rules.away(staff.leave(span.first, span.last), names, span),
        *rules.coming_and_going(staff.members(), names, span),
        *rules.closed(sources.schedule.closures(span.first, span.last)),
        *_new_prices(sources, span),
    ]
    return Outlook(span, tuple(sorted(events, key=_in_order)))


def _new_prices(sources: Sources, span: Span) -> list[Next]:
    versions = sources.rates.versions()
    return [
        Next(day, NextKind.PRICES, schedule.name)
        for schedule in sources.rates.schedules()
        if schedule.id in versions
        for day, _version in versions[schedule.id].entries
        if span.covers(day)
    ]


def _in_order(event: Next) -> tuple[date, str, str]:
    return event.day, event.kind.value, event.who
