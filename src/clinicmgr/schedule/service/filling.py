"""From the practice's words to the solver's numbers, and back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from clinicmgr.kernel.periods import DAY_MINUTES, days, elapsed_minutes, weeks
from clinicmgr.schedule.records import (
    Facts,
    Person,
    Shift,
    ShiftDraft,
    ShiftType,
    Strength,
)
from clinicmgr.schedule.rules import PERSON_RULES, contract_minutes
from clinicmgr.schedule.rules.moments import NEW_SHIFT
from clinicmgr.schedule.service.possible import possible_shifts
from clinicmgr.schedule.solver.answer import Solution
from clinicmgr.schedule.solver.problem import (
    Choice,
    Fixed,
    Need,
    Pattern,
    Problem,
    Weights,
    Worker,
)

WORKING_DAYS = 5

# The others look at how shifts follow each other: the solver sees to that itself.
_ALONE = frozenset({"employment", "position", "leave", "credential", "availability", "closure"})


def problem_of(
    facts: Facts, shifts: Sequence[Shift], types: Sequence[ShiftType], first: date, last: date
) -> Problem:
    """The gaps from first to last as a problem: all shifts there are stay as they are."""
    patterns = tuple(possible_shifts(facts, shifts, types, first, last))
    weights = Weights()
    people = [one for one in facts.people.values() if _works_between(one, first, last)]
    return Problem(
        first_day=first,
        day_count=(last - first).days + 1,
        workers=tuple(_worker(person, facts, first, last) for person in people),
        patterns=patterns,
        needs=tuple(_needs(facts, first, last)),
        choices=tuple(_choices(people, patterns, facts, first, weights)),
        fixed=tuple(_fixed(shift, facts, first) for shift in shifts if shift.member_id),
        week_start=facts.week_start,
        rest=facts.limits.min_rest_minutes,
        rooms=tuple((room.id, room.capacity) for room in facts.rooms.values()),
        clock_changes=tuple(_clock_changes(facts.zone, first, last)),
        weights=weights,
    )


def drafts_of(
    problem: Problem, solution: Solution, open_shifts: Sequence[Shift]
) -> tuple[list[ShiftDraft], dict[int, ShiftDraft]]:
    """The shifts a solution adds, and the open shifts it gives to somebody, by id."""
    patterns = {pattern.id: pattern for pattern in problem.patterns}
    waiting = [shift for shift in open_shifts if shift.member_id is None and not shift.locked]
    add: list[ShiftDraft] = []
    change: dict[int, ShiftDraft] = {}
    for given in solution.assignments:
        draft = _draft(patterns[given.pattern], problem, given.worker)
        match = next((shift for shift in waiting if _same_work(shift, draft)), None)
        if match is None:
            add.append(draft)
        else:
            waiting.remove(match)
            change[match.id] = _given(match, given.worker)
    return add, change


def _needs(facts: Facts, first: date, last: date) -> Iterator[Need]:
    number = 0
    for day in days(first, last):
        for demand in facts.demand_on(day):
            number += 1
            yield Need(
                id=number,
                day=(day - first).days,
                start=demand.start,
                end=demand.end,
                position=demand.position_id,
                minimum=demand.minimum,
                ideal=demand.ideal,
                site=demand.site_id,
                skill=demand.skill_id,
            )


def _choices(
    people: Iterable[Person],
    patterns: Sequence[Pattern],
    facts: Facts,
    first: date,
    weights: Weights,
) -> Iterator[Choice]:
    rules = [rule for rule in PERSON_RULES if rule.id in _ALONE]
    for person in people:
        for pattern in patterns:
            if pattern.position not in person.position_ids:
                continue
            shift = _pattern_draft(pattern, first, person.id).with_id(NEW_SHIFT)
            broken = [rule.strength for rule in rules if any(rule.find(person, (shift,), facts))]
            if Strength.NEVER not in broken:
                yield Choice(person.id, pattern.id, weights.avoid * len(broken))


def _worker(person: Person, facts: Facts, first: date, last: date) -> Worker:
    return Worker(
        id=person.id,
        skills=person.skill_ids,
        limits=(facts.limits.max_weekly_minutes,),
        targets=tuple(_target(person, week) for week in weeks(first, last, facts.week_start)),
    )


def _target(person: Person, week: date) -> int | None:
    """Contract minutes of a week, less a fifth for each weekday of leave or out of employment."""
    contract = contract_minutes(person, week)
    if contract is None:
        return None
    off = sum(
        day.weekday() < WORKING_DAYS
        and (not person.works_on(day) or any(absence.covers(day) for absence in person.leave))
        for day in days(week, week + timedelta(days=6))
    )
    return contract * (WORKING_DAYS - off) // WORKING_DAYS


def _fixed(shift: Shift, facts: Facts, first: date) -> Fixed:
    return Fixed(
        worker=shift.member_id or 0,
        day=(shift.day - first).days,
        start=shift.start,
        end=shift.end,
        position=shift.position_id,
        break_minutes=shift.break_minutes,
        site=facts.site_of(shift),
        room=shift.room_id,
    )


def _clock_changes(zone: str, first: date, last: date) -> Iterator[tuple[int, int]]:
    """The hour in which the clocks change, in minutes from the first midnight, and what is lost."""
    for index, day in enumerate(days(first - timedelta(days=1), last + timedelta(days=1)), -1):
        lost = DAY_MINUTES - elapsed_minutes(day, 0, DAY_MINUTES, zone)
        if lost == 0:
            continue
        hours = range(0, DAY_MINUTES, 60)
        at = next(hour for hour in hours if elapsed_minutes(day, hour, hour + 60, zone) != 60)
        yield index * DAY_MINUTES + at, lost


def _draft(pattern: Pattern, problem: Problem, worker: int) -> ShiftDraft:
    return _pattern_draft(pattern, problem.first_day, worker)


def _pattern_draft(pattern: Pattern, first: date, worker: int) -> ShiftDraft:
    return ShiftDraft(
        worker,
        first + timedelta(days=pattern.day),
        pattern.start,
        pattern.end,
        pattern.position,
        room_id=pattern.room,
        site_id=pattern.site,
        break_minutes=pattern.break_minutes,
        type_id=pattern.type_id,
    )


def _given(shift: Shift, worker: int) -> ShiftDraft:
    return replace(shift.draft(), member_id=worker)


def _same_work(shift: Shift, draft: ShiftDraft) -> bool:
    return (shift.day, shift.start, shift.end, shift.position_id, shift.room_id) == (
        draft.day,
        draft.start,
        draft.end,
        draft.position_id,
        draft.room_id,
    )


def _works_between(person: Person, first: date, last: date) -> bool:
    return person.started <= last and (person.ended is None or person.ended >= first)
