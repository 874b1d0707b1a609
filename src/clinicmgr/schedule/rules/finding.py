"""Asking the rules in force: what one person breaks, and what is broken on one day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from clinicmgr.kernel.periods import week_of
from clinicmgr.schedule.records import Facts, Person, Shift, Violation
from clinicmgr.schedule.rules.hours import CONTRACT, OVERTIME
from clinicmgr.schedule.rules.inforce import InForce, Standing
from clinicmgr.schedule.rules.kinds import DayRule, Shares
from clinicmgr.schedule.rules.presence import DayView


def of_person(
    person: Person, shifts: Sequence[Shift], facts: Facts, rules: InForce
) -> Iterator[Violation]:
    """What one person's shifts, in order of time, break."""
    by_id: dict[int, Shift] = {}
    overtime: set[date] = set()
    for one in rules.people:
        if not one.line.scope.is_about(person.id):
            continue
        for found in one.rule.find(one.line, person, shifts, facts):
            if not one.speaks_of_all:
                by_id = by_id or {shift.id: shift for shift in shifts}
                if not one.speaks_of(found, by_id, facts):
                    continue
            if found.rule == OVERTIME.id:
                overtime.add(week_of(found.day, facts.week_start))
            elif found.rule == CONTRACT.id and week_of(found.day, facts.week_start) in overtime:
                continue  # beyond the weekly limit the overtime rule speaks
            yield found


def only_alone(rules: InForce) -> InForce:
    """Those of the rules that a shift by itself may break."""
    return InForce(tuple(one for one in rules.people if one.rule.alone), (), (), rules.reach)


def of_day(view: DayView, facts: Facts, rules: Iterable[Standing[DayRule]]) -> Iterator[Violation]:
    """What is broken on the view's day."""
    by_id: Mapping[int, Shift] = {}
    for one in rules:
        for found in one.rule.find(one.line, view, facts):
            if not one.speaks_of_all:
                by_id = by_id or view.by_id()
                if not one.speaks_of(found, by_id, facts):
                    continue
            yield found


def of_shares(
    shared: Shares, shifts: Mapping[int, Shift], facts: Facts, rules: InForce
) -> Iterator[Violation]:
    """Whose share is larger than is fair."""
    for one in rules.shares:
        for found in one.rule.find(one.line, shared, facts):
            if one.speaks_of(found, shifts, facts):
                yield found
