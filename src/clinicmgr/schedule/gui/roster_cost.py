"""What the roster that is shown costs: by day, by person and in all, against the budget.

Minutes beyond the limit of a week are overtime and cost half as much again (Fair Labor Standards
Act, 29 CFR 778.107), as `rules.labor` has it; here they are told on the day they are worked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from clinicmgr.kernel.effective import Dated
from clinicmgr.kernel.periods import days, month_bounds, months_between, week_of
from clinicmgr.schedule.gui.cost_view import CostView, DayCost, PersonCost
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.records import Facts, Shift
from clinicmgr.schedule.rules import worked_minutes

Pay = Mapping[int, Dated[int]]
Budget = Callable[[date], int | None]
"""The labor budget of a month (its first day) in cents; None: there is none."""
Part = tuple[Shift, int | None, int | None, int]
"""A shift with its regular and overtime pay in 120ths of a cent, and its minutes of overtime."""


class RosterCost:
    """Works out the cost; the weeks of people whose shifts are the same are not done again."""

    def __init__(self) -> None:
        self._facts: Facts | None = None
        self._pay: Pay = {}
        self._weeks: dict[tuple[int, date], tuple[list[Shift], list[Part]]] = {}

    def view(
        self,
        material: RosterMaterial,
        pay: Pay,
        positions: Collection[int] = (),
        budget: Budget | None = None,
    ) -> CostView:
        """The cost of the shifts of the period, of these positions only (none given: all)."""
        facts = material.facts
        known = self._weeks if self._facts is facts and self._pay == pay else {}
        self._facts, self._pay, self._weeks = facts, pay, {}
        of_day: dict[date, list[Part]] = defaultdict(list)
        of_person: dict[int, list[Part]] = defaultdict(list)
        for key, shifts in _weeks(material).items():
            before = known.get(key)
            if before is None or before[0] != shifts:
                before = (shifts, _priced(shifts, pay.get(key[0], Dated()), facts))
            self._weeks[key] = before
            for part in before[1]:
                if _counts(part[0], material, positions):
                    of_day[part[0].day].append(part)
                    of_person[key[0]].append(part)
        people = {member_id: _person(parts) for member_id, parts in of_person.items()}
        whole = days(material.first, material.last)
        share = None if positions else _budget(material, budget)
        return CostView(
            days={day: _day(of_day.get(day, ())) for day in whole},
            people=people,
            budget_cents=share,
            currency=material.settings.currency,
            locale=material.settings.locale,
        )


def _weeks(material: RosterMaterial) -> dict[tuple[int, date], list[Shift]]:
    """The shifts by person and week, of all weeks that touch the period, in order of time."""
    start = material.facts.week_start
    begin = week_of(material.first, start)
    found: dict[tuple[int, date], list[Shift]] = defaultdict(list)
    for shift in material.shifts:
        if shift.member_id is not None and begin <= shift.day <= material.last:
            found[shift.member_id, week_of(shift.day, start)].append(shift)
    return found


def _priced(shifts: Sequence[Shift], rates: Dated[int], facts: Facts) -> list[Part]:
    limit, total = facts.limits.max_weekly_minutes, 0
    parts: list[Part] = []
    for shift in shifts:
        minutes = worked_minutes(shift, facts.zone)
        over = min(minutes, max(0, total + minutes - limit))
        total += minutes
        hourly = rates.on(shift.day)
        if hourly is None:
            parts.append((shift, None, None, over))
        else:
            parts.append((shift, (minutes - over) * hourly * 2, over * hourly * 3, over))
    return parts


def _counts(shift: Shift, material: RosterMaterial, positions: Collection[int]) -> bool:
    within = material.first <= shift.day <= material.last
    return within and (not positions or shift.position_id in positions)


def _sums(parts: Collection[Part]) -> tuple[int, int, int]:
    """Regular and overtime cents, half a cent upwards, and shifts whose pay is not known."""
    regular = sum(part[1] or 0 for part in parts)
    overtime = sum(part[2] or 0 for part in parts)
    unknown = sum(part[1] is None for part in parts)
    return (regular + 60) // 120, (overtime + 60) // 120, unknown


def _day(parts: Collection[Part]) -> DayCost:
    return DayCost(*_sums(parts))


def _person(parts: Collection[Part]) -> PersonCost:
    return PersonCost(*_sums(parts), sum(part[3] for part in parts))


def _budget(material: RosterMaterial, budget: Budget | None) -> int | None:
    """The part of the months' budgets that falls to these days.

    Each weekday that the practice shows has the same part: a month's labor is not planned for
    Sundays.
    """
    if budget is None:
        return None
    weekdays = frozenset(material.settings.visible_days)
    total = 0
    for month in months_between(material.first, material.last):
        begin, end = month_bounds(month)
        amount, whole = budget(begin), _shown(begin, end, weekdays)
        if amount is None:
            return None
        within = _shown(max(begin, material.first), min(end, material.last), weekdays)
        total += amount * within // max(whole, 1)
    return total


def _shown(first: date, last: date, weekdays: Collection[int]) -> int:
    return sum(day.weekday() in weekdays for day in days(first, last))
