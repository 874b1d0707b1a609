"""Checking a roster: all of it at once, or again only where it changed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from clinicmgr.kernel.periods import days
from clinicmgr.schedule.records import Facts, Shift, Violation
from clinicmgr.schedule.rules import approvals, finding
from clinicmgr.schedule.rules.catalog import ORDER
from clinicmgr.schedule.rules.fairness import closers, shares
from clinicmgr.schedule.rules.inforce import in_force
from clinicmgr.schedule.rules.moments import in_order
from clinicmgr.schedule.rules.presence import REACH, DayView

CARRY_IN = timedelta(days=14)
"""How far before the first day shifts matter: a whole week, and the night before it."""
CARRY_OUT = timedelta(days=7)
"""How far after the last day shifts matter: the rest of its week."""


class Checker:
    """The violations of a roster from the first to the last day, kept up to date.

    Give it the shifts from CARRY_IN before to CARRY_OUT after; only violations that belong to a
    day of the period are told. One edit rechecks that person and those days, what falls to whom
    over the period, and nothing else.
    """

    def __init__(self, shifts: Iterable[Shift], facts: Facts, first: date, last: date) -> None:
        self.facts = replace(facts, period=(first, last))
        self._rules = in_force(facts)
        self._approvals = approvals.by_key(facts.book.approvals if facts.book else ())
        self.first = first
        self.last = last
        self._shifts: dict[int, Shift] = {}
        self._of_person: dict[int, dict[int, Shift]] = {}
        self._of_day: dict[date, dict[int, Shift]] = {}
        self._person_results: dict[int, tuple[Violation, ...]] = {}
        self._day_results: dict[date, tuple[Violation, ...]] = {}
        self._closing: dict[date, dict[int, Shift]] = {}
        self._sorted: tuple[Violation, ...] | None = None
        for shift in shifts:
            self._put(shift)
        for member_id in facts.people if self._rules.idle else self._of_person:
            self._check_person(member_id)
        for day in days(first, last):
            self._check_day(day)

    @property
    def violations(self) -> tuple[Violation, ...]:
        """All violations that nobody has approved, the worst first, then by day."""
        return tuple(one for one in self._all() if not one.approved)

    @property
    def approved(self) -> tuple[Violation, ...]:
        """The violations that somebody has approved as they stand, each with its reason."""
        return tuple(one for one in self._all() if one.approved)

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

    def _all(self) -> tuple[Violation, ...]:
        if self._sorted is None:
            found = [one for part in self._person_results.values() for one in part]
            found += [one for part in self._day_results.values() for one in part]
            found += self._unfair()
            if self._approvals:
                found = [approvals.marked(one, self._approvals, self._shifts) for one in found]
            self._sorted = worst_first(found)
        return self._sorted

    def _check_person(self, member_id: int) -> None:
        person = self.facts.people.get(member_id)
        if person is None:
            return
        shifts = in_order(self._of_person.get(member_id, {}).values())
        self._person_results[member_id] = tuple(
            found
            for found in finding.of_person(person, shifts, self.facts, self._rules)
            if self.first <= found.day <= self.last
        )

    def _check_day(self, day: date) -> None:
        around = (day + timedelta(days=offset) for offset in range(-REACH, REACH + 1))
        near = in_order(shift for one in around for shift in self._of_day.get(one, {}).values())
        view = DayView.of(day, near)
        self._day_results[day] = tuple(finding.of_day(view, self.facts, self._rules.days))
        if self._rules.shares:
            self._closing[day] = closers(in_order(self._of_day.get(day, {}).values()))

    def _unfair(self) -> Iterable[Violation]:
        if not self._rules.shares:
            return ()
        own = {member_id: each.values() for member_id, each in self._of_person.items()}
        shared = shares(own, self._closing.values(), self.facts, self.first, self.last)
        return finding.of_shares(shared, self._shifts, self.facts, self._rules)


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
