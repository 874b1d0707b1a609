"""Reading the figures of the people: each service is asked once for all periods."""

from datetime import date

from clinicmgr.reports import rules
from clinicmgr.reports.records import (
    Compared,
    Coverage,
    CredentialFigures,
    LeaveFigures,
    Periods,
    Staffing,
)
from clinicmgr.reports.service.sources import Sources


def staffing(sources: Sources, periods: Periods) -> Staffing:
    """Return hours, and who came and went."""
    history = periods.history
    by_month = sources.schedule.labor_by_month(history.first, history.last)
    spans = (periods.span, periods.year_ago, periods.to_date)
    now, year_ago, to_date = (sources.schedule.labor(each.first, each.last) for each in spans)
    labor = Compared(now, year_ago, to_date, tuple(by_month[each.first] for each in periods.months))
    return rules.staffing(labor, sources.staff.members(), sources.staff.positions(), periods)


def coverage(sources: Sources, periods: Periods) -> Coverage:
    """Return how demand was met."""
    schedule, whole = sources.schedule, periods.all
    needs = rules.Needs(
        schedule.demand(),
        schedule.closures(whole.first, whole.last),
        schedule.gaps(whole.first, whole.last),
        whole,
    )
    positions = {each.id: each.name for each in sources.staff.positions()}
    return rules.coverage(needs, positions, periods)


def titles(sources: Sources) -> rules.PositionNames:
    """Return what members are called and do."""
    return rules.PositionNames(sources.staff.members(), sources.staff.positions())


def leave(sources: Sources, periods: Periods) -> LeaveFigures:
    """Return days off by kind, and each absence."""
    staff, whole = sources.staff, periods.all
    calendar = rules.Calendar(
        staff.members(),
        staff.availability(),
        sources.schedule.closures(whole.first, whole.last),
    )
    return rules.leave_figures(
        staff.leave(whole.first, whole.last), calendar, titles(sources), periods
    )


def credentials(sources: Sources, on: date) -> CredentialFigures:
    """Return who may not work as required, as of a day."""
    kinds = {each.id: each.name for each in sources.staff.credential_kinds()}
    return rules.credential_figures(sources.staff.standings(on), kinds, titles(sources), on)
