"""Work done, work that waits and assets that could not be used, in words and sums."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from clinicmgr.equipment.records import Asset, Outage, Upcoming, Work
from clinicmgr.equipment.rules.figures import planned_on_time
from clinicmgr.reports.records import EquipmentMonth, Job, OutageLine, Span, Waiting

MOST_COSTS = 8


def jobs(work: Iterable[Work], assets: Mapping[int, Asset], span: Span) -> tuple[Job, ...]:
    """Return the work that was closed in a span, in the order it was done."""
    return tuple(
        Job(
            number=each.number,
            asset=assets[each.asset_id].title,
            title=each.title,
            kind=each.kind.label,
            done=each.closing.day,
            due=each.due,
            by=each.closing.done_by,
            labor_minutes=each.labor_minutes,
            downtime_minutes=each.downtime_minutes,
            cost_cents=each.cost_cents,
        )
        for each in work
        if each.closing is not None and span.covers(each.closing.day)
    )


def months(
    planned: Sequence[Work],
    waiting_for: Sequence[Upcoming],
    log: Sequence[Work],
    spans: Iterable[Span],
    today: date,
) -> tuple[EquipmentMonth, ...]:
    """Return the work of each month; `planned` was due and `log` was closed in any of them."""
    return tuple(
        EquipmentMonth(
            *planned_on_time(planned, waiting_for, span.first, span.last, today),
            sum(each.cost_cents for each in log if each.closing and span.covers(each.closing.day)),
        )
        for span in spans
    )


def costs(work: Iterable[Work], assets: Mapping[int, Asset]) -> tuple[tuple[str, int], ...]:
    """Return the assets that cost most, in cents."""
    spent: Counter[str] = Counter()
    for each in work:
        spent[assets[each.asset_id].title] += each.cost_cents
    dearest = sorted(spent.items(), key=lambda item: (-item[1], item[0]))
    return tuple((name, cents) for name, cents in dearest[:MOST_COSTS] if cents > 0)


def outage_lines(
    outages: Iterable[Outage], assets: Mapping[int, Asset], rooms: Mapping[int, str], span: Span
) -> tuple[OutageLine, ...]:
    """Return what was out of service on a day of the span, with the days of it."""
    found = []
    for each in outages:
        until = span.last if each.back is None else min(each.back - timedelta(days=1), span.last)
        days = (until - max(each.first, span.first)).days + 1
        if days > 0:
            asset = assets[each.asset_id]
            back = None if each.back is None else each.back - timedelta(days=1)
            room = rooms.get(asset.room_id, "") if asset.room_id is not None else ""
            found.append(OutageLine(asset.title, room, each.first, back, each.reason, days))
    return tuple(sorted(found, key=lambda line: (line.first, line.asset)))


def waiting(
    work: Iterable[Work], overdue: Iterable[Upcoming], assets: Mapping[int, Asset], last: date
) -> tuple[Waiting, ...]:
    """Return what was not done by the end of a period, the longest waiting first.

    `work` is open work and work that was closed later; `overdue` is what plans are waiting for.
    """
    found: dict[tuple[str, str, date], Waiting] = {}
    for each in work:
        if each.closing is not None and each.closing.day <= last:
            continue
        planned = each.plan_id is not None
        since = each.due if planned and each.due is not None else each.reported
        if since <= last:
            line = Waiting(assets[each.asset_id].title, each.title, since, planned)
            found[line.asset, line.title, since] = line
    for plan in overdue:
        if plan.day <= last and not plan.is_projected:
            line = Waiting(plan.asset.title, plan.plan.title, plan.day, is_planned=True)
            found[line.asset, line.title, plan.day] = line
    return tuple(sorted(found.values(), key=lambda line: (line.since, line.asset, line.title)))
