"""From the practice's words to the solver's numbers, and back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from clinicmgr.kernel.periods import DAY_MINUTES, days, elapsed_minutes, weeks
from clinicmgr.schedule.records import (
    Facts,
    Person,
    RuleLine,
    Shift,
    ShiftDraft,
    ShiftType,
    Strength,
)
from clinicmgr.schedule.rules import contract_minutes, finding, in_force
from clinicmgr.schedule.rules.moments import NEW_SHIFT
from clinicmgr.schedule.rules.rooms import ROOM
from clinicmgr.schedule.rules.succession import REST
from clinicmgr.schedule.service.filling_rules import limits_of
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


def problem_of(
    facts: Facts, shifts: Sequence[Shift], types: Sequence[ShiftType], first: date, last: date
) -> Problem:
    """The gaps from first to last as a problem: all shifts there are stay as they are."""
    patterns = tuple(possible_shifts(facts, shifts, types, first, last))
    weights = Weights()
    people = [one for one in facts.people.values() if _works_between(one, first, last)]
    bans, quotas, hour_limits = limits_of(people, facts, first, last, weights)
    rest = _rest(facts)
    return Problem(
        first_day=first,
        day_count=(last - first).days + 1,
        workers=tuple(_worker(person, facts, first, last) for person in people),
        patterns=patterns,
        needs=tuple(_needs(facts, first, last)),
        choices=tuple(_choices(people, patterns, facts, first, weights)),
        fixed=tuple(_fixed(shift, facts, first) for shift in shifts if shift.member_id),
        week_start=facts.week_start,
        rest=rest.number("minimum") if rest and rest.strength is Strength.NEVER else 0,
        rooms=_rooms(facts),
        clock_changes=tuple(_clock_changes(facts.zone, first, last)),
        weights=weights,
        short_rest=_short_rest(rest, weights),
        bans=bans,
        quotas=quotas,
        hour_limits=hour_limits,
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
        draft = draft_of(patterns[given.pattern], problem, given.worker)
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
    rules = finding.only_alone(in_force(facts))
    weigh = {Strength.AVOID: weights.avoid, Strength.NICE: weights.nice}
    for person in people:
        for pattern in patterns:
            if pattern.position not in person.position_ids:
                continue
            shift = _pattern_draft(pattern, first, person.id).with_id(NEW_SHIFT)
            broken = {
                (one.rule, one.strength)
                for one in finding.of_person(person, (shift,), facts, rules)
            }
            if all(strength is not Strength.NEVER for _rule, strength in broken):
                cost = sum(weigh[strength] for _rule, strength in broken)
                yield Choice(person.id, pattern.id, cost)


def _worker(person: Person, facts: Facts, first: date, last: date) -> Worker:
    return Worker(
        id=person.id,
        skills=person.skill_ids,
        targets=tuple(_target(person, week) for week in weeks(first, last, facts.week_start)),
    )


def _general(facts: Facts, rule: str) -> RuleLine | None:
    """The line of a rule for everybody, if it is in force."""
    rules = in_force(facts)
    lines = [*(one.line for one in rules.people), *(one.line for one in rules.days)]
    general = (one for one in lines if one.rule == rule and not one.scope.weight)
    return next(general, None)


def _rest(facts: Facts) -> RuleLine | None:
    return _general(facts, REST.id)


def _short_rest(rest: RuleLine | None, weights: Weights) -> tuple[int, int] | None:
    if rest is None or rest.strength is Strength.NEVER:
        return None
    weighs = weights.avoid if rest.strength is Strength.AVOID else weights.nice
    return rest.number("minimum"), weighs


def _rooms(facts: Facts) -> tuple[tuple[int, int], ...]:
    """How many each room holds. However much it matters, nothing is planned into full rooms."""
    if _general(facts, ROOM.id) is None:
        return ()
    return tuple((room.id, room.capacity) for room in facts.rooms.values())


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
        type_id=shift.type_id,
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


def draft_of(pattern: Pattern, problem: Problem, worker: int) -> ShiftDraft:
    """The shift a worker has who takes a pattern."""
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
