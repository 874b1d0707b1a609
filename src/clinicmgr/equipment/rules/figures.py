"""The figures of a period, from work, outages and readings."""

from collections.abc import Iterable
from datetime import date, timedelta

from clinicmgr.equipment.records import Outage, Upcoming, Work


def planned_on_time(
    work: Iterable[Work], waiting: Iterable[Upcoming], first: date, last: date, today: date
) -> tuple[int, int]:
    """Return (how much planned work was due in the period, how much of it was done by then).

    `waiting` is what every plan is due next: it counts, as late, once its day has passed.
    """
    due = on_time = 0
    for each in work:
        if each.closing and each.plan_id and each.due and first <= each.due <= last:
            due += 1
            on_time += each.closing.day <= each.due
    late = sum(first <= each.day <= last and each.day < today for each in waiting)
    return due + late, on_time


def days_out(outages: Iterable[Outage], first: date, last: date) -> int:
    """Return how many days assets were out of service, each asset's days counted."""
    total = 0
    for each in outages:
        end = last + timedelta(days=1) if each.back is None else each.back
        overlap = min(end, last + timedelta(days=1)) - max(each.first, first)
        total += max(overlap.days, 0)
    return total
