"""Hours, overtime and cost of the rostered work of a period.

Cost is minutes times the pay rate of the day; overtime costs half as much again (Fair Labor
Standards Act, 29 CFR 778.107: not less than one and one-half times the regular rate for hours
over the week's limit). Whole cents are made once, at the end, half a cent upwards.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from clinicmgr.kernel.effective import Dated
from clinicmgr.kernel.periods import days, week_of
from clinicmgr.schedule.records import Facts, Labor, Person, Shift
from clinicmgr.schedule.rules.moments import worked_minutes
from clinicmgr.staff.records import LeaveKind

Pay = Mapping[int, Dated[int]]
WEEK = timedelta(days=7)
MONDAY_TO_FRIDAY = range(5)


def labor(
    shifts: Sequence[Shift], facts: Facts, pay: Pay | None, first: date, last: date
) -> tuple[Labor, ...]:
    """Return the work of everybody employed on a day from `first` to `last`, by name.

    `shifts` are in order of time and reach back to the beginning of the week of `first`. Without
    `pay` nobody's cost is told.
    """
    own: dict[int, list[Shift]] = {}
    for shift in shifts:
        if shift.member_id is not None:
            own.setdefault(shift.member_id, []).append(shift)
    employed = [
        person
        for person in facts.people.values()
        if person.started <= last and (person.ended is None or person.ended >= first)
    ]
    return tuple(
        _of_person(person, own.get(person.id, ()), facts, pay, (first, last))
        for person in sorted(employed, key=lambda one: (one.name, one.id))
    )


def _of_person(
    person: Person, shifts: Sequence[Shift], facts: Facts, pay: Pay | None, span: tuple[date, date]
) -> Labor:
    first, last = span
    within = [shift for shift in shifts if first <= shift.day <= last]
    over = list(_overtime(shifts, facts, first, last))
    rates = None if pay is None else pay.get(person.id, Dated())
    base = _pay(((one, worked_minutes(one, facts.zone)) for one in within), rates)
    extra = _pay(over, rates)
    off = dict(_days_off(person, facts, first, last))
    sick = sum(kind is LeaveKind.SICK for kind in off.values())
    regular = None if base is None or extra is None else base - extra
    return Labor(
        member_id=person.id,
        shifts=len(within),
        minutes=sum(worked_minutes(one, facts.zone) for one in within),
        contract_minutes=_contract_minutes(person, first, last),
        overtime_minutes=sum(minutes for _shift, minutes in over),
        leave_days=len(off) - sick,
        sick_days=sick,
        regular_cents=None if regular is None else _cents(regular),
        overtime_cents=None if regular is None or extra is None else _cents(extra * 3 // 2),
    )


def _overtime(
    shifts: Sequence[Shift], facts: Facts, first: date, last: date
) -> Iterator[tuple[Shift, int]]:
    """Yield the shifts, and their minutes over the limit, of the weeks that end in the period."""
    limit = facts.limits.max_weekly_minutes
    for week, of_week in groupby(shifts, lambda shift: week_of(shift.day, facts.week_start)):
        if not first <= week + WEEK - timedelta(days=1) <= last:
            continue
        total = 0
        for shift in of_week:
            minutes = worked_minutes(shift, facts.zone)
            over = min(minutes, max(0, total + minutes - limit))
            total += minutes
            if over:
                yield shift, over


def _pay(work: Iterable[tuple[Shift, int]], rates: Dated[int] | None) -> int | None:
    """Return cents times 60, None where pay is not known for all of the work."""
    if rates is None:
        return None
    total = 0
    for shift, minutes in work:
        hourly = rates.on(shift.day)
        if hourly is None:
            return None
        total += hourly * minutes
    return total


def _cents(sixtieths: int) -> int:
    return (sixtieths + 30) // 60


def _contract_minutes(person: Person, first: date, last: date) -> int:
    begin = max(first, person.started)
    end = last if person.ended is None else min(last, person.ended)
    spans = person.contracts.spans(begin, end) if begin <= end else ()
    return round(sum(((until - since).days + 1) * weekly for since, until, weekly in spans) / 7)


def _days_off(
    person: Person, facts: Facts, first: date, last: date
) -> Iterator[tuple[date, LeaveKind]]:
    for leave in person.leave:
        for day in days(max(first, leave.first), min(last, leave.last)):
            windows = person.availability.on(day)
            weekdays = MONDAY_TO_FRIDAY if windows is None else {one.weekday for one in windows}
            if day.weekday() in weekdays and day not in facts.closures and person.works_on(day):
                yield day, leave.kind
