"""Checking a roster: all of it at once, or again only where it changed."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from clinicmgr.kernel.periods import days
from clinicmgr.schedule.records import Facts, Shift, Violation
from clinicmgr.schedule.rules.catalog import DAY_RULES, ORDER, PERSON_RULES
from clinicmgr.schedule.rules.moments import in_order
from clinicmgr.schedule.rules.presence import REACH, DayView

CARRY_IN = timedelta(days=14)
"""How far before the first day shifts matter: a whole week, and the night before it."""
CARRY_OUT = timedelta(days=7)
"""How far after the last day shifts matter: the rest of its week."""


class Checker:
    """The violations of a roster from the first to the last day, kept up to date.

    Give it the shifts from CARRY_IN before to CARRY_OUT after; only violations that belong to a
    day of the period are told. One edit rechecks that person and those days and nothing else.
    """

    def __init__(self, shifts: Iterable[Shift], facts: Facts, first: date, last: date) -> None:
        self.facts = facts
        self.first = first
        self.last = last
        self._shifts: dict[int, Shift] = {}
        self._of_person: dict[int, dict[int, Shift]] = {}
        self._of_day: dict[date, dict[int, Shift]] = {}
        self._person_results: dict[int, tuple[Violation, ...]] = {}
        self._day_results: dict[date, tuple[Violation, ...]] = {}
        self._sorted: tuple[Violation, ...] | None = None
        for shift in shifts:
            self._put(shift)
        for member_id in self._of_person:
            self._check_person(member_id)
        for day in days(first, last):
            self._check_day(day)

    @property
    def violations(self) -> tuple[Violation, ...]:
        """All violations, the worst first, then by day."""
        if self._sorted is None:
            found = [one for part in self._person_results.values() for one in part]
            found += [one for part in self._day_results.values() for one in part]
            self._sorted = worst_first(found)
        return self._sorted

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """The shifts as they stand, in order of time."""
        return tuple(in_order(self._shifts.values()))

    def update(self, changed: Mapping[int, Shift | None]) -> tuple[Violation, ...]:
        """Take shifts that were added or changed, or removed (None), by id; return violations."""
        people: set[int] = set()
        touched: set[date] = set()
        for shift_id, after in changed.items():
            before = self._shifts.get(shift_id)
            if before is not None:
                self._drop(before)
            if after is not None:
                self._put(after)
            for shift in (before, after):
                if shift is not None:
                    touched.add(shift.day)
                    if shift.member_id is not None:
                        people.add(shift.member_id)
        for member_id in people:
            self._check_person(member_id)
        reach = {day + timedelta(days=off) for day in touched for off in range(-REACH, REACH + 1)}
        for day in reach:
            if self.first <= day <= self.last:
                self._check_day(day)
        self._sorted = None
        return self.violations

    def _put(self, shift: Shift) -> None:
        self._shifts[shift.id] = shift
        if shift.member_id is not None:
            self._of_person.setdefault(shift.member_id, {})[shift.id] = shift
        self._of_day.setdefault(shift.day, {})[shift.id] = shift

    def _drop(self, shift: Shift) -> None:
        del self._shifts[shift.id]
        if shift.member_id is not None:
            del self._of_person[shift.member_id][shift.id]
        del self._of_day[shift.day][shift.id]

    def _check_person(self, member_id: int) -> None:
        person = self.facts.people.get(member_id)
        if person is None:
            return
        shifts = in_order(self._of_person[member_id].values())
        self._person_results[member_id] = tuple(
            found
            for rule in PERSON_RULES
            for found in rule.find(person, shifts, self.facts)
            if self.first <= found.day <= self.last
        )

    def _check_day(self, day: date) -> None:
        around = (day + timedelta(days=offset) for offset in range(-REACH, REACH + 1))
        near = in_order(shift for one in around for shift in self._of_day.get(one, {}).values())
        view = DayView.of(day, near)
        self._day_results[day] = tuple(
            found for rule in DAY_RULES for found in rule.find(view, self.facts)
        )


def check(shifts: Iterable[Shift], facts: Facts, first: date, last: date) -> tuple[Violation, ...]:
    """The violations of a roster from the first to the last day, the worst first."""
    return Checker(shifts, facts, first, last).violations


def worst_first(found: Iterable[Violation]) -> tuple[Violation, ...]:
    """By strength, then day, then rule; the same violations always come in the same order."""
    return tuple(
        sorted(
            found,
            key=lambda one: (
                one.strength,
                one.day,
                ORDER[one.rule],
                one.member_ids,
                one.start or 0,
                one.shift_ids,
                one.sentence,
                one.demand_id or 0,
            ),
        )
    )
