"""When a plan is due next, for any rhythm and any history."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from clinicmgr.equipment.records import Basis, Done, PlanDraft, Unit
from clinicmgr.kernel.periods import add_months

_DAYS = {Unit.DAYS: 1, Unit.WEEKS: 7}
_MONTHS = {Unit.MONTHS: 1, Unit.YEARS: 12}


def later(day: date, plan: PlanDraft, times: int = 1) -> date:
    """Return the day that many intervals after `day`; a shorter month gives its last day."""
    count = plan.every * times
    if plan.unit in _DAYS:
        return day + timedelta(days=count * _DAYS[plan.unit])
    return add_months(day, count * _MONTHS[plan.unit])


def first_after(plan: PlanDraft, day: date) -> date:
    """Return the first day after `day` that the plan's own calendar names.

    Each is counted from the first due day, so that after Jan 31 and Feb 28 comes Mar 31.
    """
    times = max(_at_most(plan, day), 0)
    while later(plan.first_due, plan, times) <= day:
        times += 1
    return later(plan.first_due, plan, times)


def next_due(plan: PlanDraft, history: Iterable[Done]) -> date | None:
    """Return the day the plan is due next; None once it has ended.

    By the calendar it is the first of its days after everything that was done or due, so that
    late work also answers for the days it has passed over. Counted from completion it is one
    interval after the last completion. Without any history it is the first due day.
    """
    done = list(history)
    if not done:
        due = plan.first_due
    elif plan.basis is Basis.COMPLETION:
        due = later(max(each.day for each in done), plan)
    else:
        due = first_after(plan, max(max(each.due, each.day) for each in done))
    return due if plan.ended is None or due < plan.ended else None


def projected(plan: PlanDraft, due: date | None, last: date) -> Iterator[date]:
    """Yield the days up to `last` on which the plan falls due if each is done on its day."""
    while due is not None and due <= last:
        yield due
        due = next_due(plan, (Done(due, due),))


def _at_most(plan: PlanDraft, day: date) -> int:
    """Return a number of intervals after which `day` is surely not passed yet."""
    if plan.unit in _DAYS:
        return (day - plan.first_due).days // (plan.every * _DAYS[plan.unit])
    months = (day.year - plan.first_due.year) * 12 + day.month - plan.first_due.month
    return months // (plan.every * _MONTHS[plan.unit])
