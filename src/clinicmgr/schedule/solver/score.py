"""An independent check of a roster: what it costs and which limits it breaks.

Written from the words of `problem`, minute by minute, without the solver or what it is built on,
so that the two can be compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from clinicmgr.schedule.solver.answer import Assignment
from clinicmgr.schedule.solver.problem import DAY, Fixed, Need, Pattern, Problem
from clinicmgr.schedule.solver.score_rules import broken_rules, rules_cost


def score(problem: Problem, assignments: Iterable[Assignment]) -> int:
    """The objective of this roster; less is better."""
    given = tuple(assignments)
    cost = {(choice.worker, choice.pattern): choice.cost for choice in problem.choices}
    rules = sum(cost[each.worker, each.pattern] for each in given)
    rules += rules_cost(problem, _all_shifts(problem, given), _work)
    return rules + _coverage_cost(problem, given) + _hours_cost(problem, given)


def broken_limits(problem: Problem, assignments: Iterable[Assignment]) -> tuple[str, ...]:
    """What the roster's new shifts break, in words for a developer; empty when all is well."""
    return tuple(_broken(problem, tuple(assignments)))


def _all_shifts(
    problem: Problem, given: tuple[Assignment, ...]
) -> list[tuple[int, Fixed | Pattern, bool]]:
    """Each shift of the roster: its worker, the shift, whether it is new."""
    patterns = {pattern.id: pattern for pattern in problem.patterns}
    shifts: list[tuple[int, Fixed | Pattern, bool]]
    shifts = [(kept.worker, kept, False) for kept in problem.fixed]
    return shifts + [(each.worker, patterns[each.pattern], True) for each in given]


def _coverage_cost(problem: Problem, given: tuple[Assignment, ...]) -> int:
    by_day: dict[int, list[tuple[int, Fixed | Pattern]]] = defaultdict(list)
    for worker, shift, _new in _all_shifts(problem, given):
        by_day[shift.day].append((worker, shift))
    skills = {worker.id: worker.skills for worker in problem.workers}
    cost = 0
    for need in problem.needs:
        near = [pair for day in range(need.day - 1, need.day + 2) for pair in by_day[day]]
        able = [
            (worker, shift)
            for worker, shift in near
            if need.skill is None or need.skill in skills.get(worker, ())
        ]
        cost += _need_cost(problem, need, _presence(need, able))
    return cost


def _presence(need: Need, shifts: list[tuple[int, Fixed | Pattern]]) -> list[int]:
    """How many people count for the need in each of its minutes; a person counts once."""
    present: dict[int, set[int]] = defaultdict(set)
    for worker, shift in shifts:
        if shift.position == need.position and need.site in {None, shift.site}:
            ahead = (shift.day - need.day) * DAY - need.start
            first, last = shift.start + ahead, shift.end + ahead
            present[worker].update(range(max(0, first), min(need.end - need.start, last)))
    count = Counter(chain.from_iterable(present.values()))
    return [count[minute] for minute in range(need.end - need.start)]


def _need_cost(problem: Problem, need: Need, presence: list[int]) -> int:
    weights = problem.weights
    return sum(
        weights.minimum * max(0, need.minimum - here)
        + weights.nobody * (need.minimum > 0 and here == 0)
        + weights.ideal * max(0, need.ideal - here)
        for here in presence
    )


def _hours(problem: Problem, given: tuple[Assignment, ...]) -> dict[tuple[int, int], int]:
    hours: dict[tuple[int, int], int] = defaultdict(int)
    for worker, shift, _new in _all_shifts(problem, given):
        hours[worker, problem.week(shift.day)] += _work(problem, shift)
    return hours


def _work(problem: Problem, shift: Fixed | Pattern) -> int:
    midnight = shift.day * DAY
    real = problem.elapsed(midnight + shift.start, midnight + shift.end)
    return max(0, real - shift.break_minutes)


def _hours_cost(problem: Problem, given: tuple[Assignment, ...]) -> int:
    """What new work, contract hours, uneven shares and split days cost."""
    weights = problem.weights
    hours = _hours(problem, given)
    cost = 0
    shares = [0]
    for worker in problem.workers:
        weeks = range(problem.week_count)
        if not worker.has_contract:
            shares.append(sum(hours[worker.id, week] for week in weeks))
        for week in weeks:
            target, has = worker.target(week), hours[worker.id, week]
            if target is not None:
                cost += weights.under * max(0, target - has) + weights.over * max(0, has - target)
                cost += weights.uneven * max(0, abs(has - target) - target // 2)
    new = [(worker, shift) for worker, shift, is_new in _all_shifts(problem, given) if is_new]
    cost += weights.work * sum(_work(problem, shift) for _worker, shift in new)
    kept_days = {(kept.worker, kept.day) for kept in problem.fixed}
    new_days = Counter((worker_id, shift.day) for worker_id, shift in new)
    splits = sum(count - (key not in kept_days) for key, count in new_days.items())
    return cost + weights.uneven * max(shares) + weights.shift * len(new) + weights.split * splits


def _broken(problem: Problem, given: tuple[Assignment, ...]) -> Iterator[str]:
    allowed = {(choice.worker, choice.pattern) for choice in problem.choices}
    if len(set(given)) < len(given):
        yield "a shift is given twice to one worker"
    for each in given:
        if (each.worker, each.pattern) not in allowed:
            yield f"worker {each.worker} may not take pattern {each.pattern}"
    shifts = _all_shifts(problem, given)
    for worker in problem.workers:
        own = [(shift, new) for who, shift, new in shifts if who == worker.id]
        own.sort(key=lambda pair: pair[0].day * DAY + pair[0].start)
        yield from _broken_pairs(problem, worker.id, own)
        yield from _broken_counts(problem, worker.id, own)
    hours, added = _hours(problem, given), {(each.worker, each.pattern) for each in given}
    patterns = {pattern.id: pattern for pattern in problem.patterns}
    for worker in problem.workers:
        grown = {problem.week(patterns[what].day) for who, what in added if who == worker.id}
        for week in grown:
            limit = worker.limit(week)
            if limit is not None and hours[worker.id, week] > limit:
                yield f"worker {worker.id} works {hours[worker.id, week]} in week {week}"
    yield from _broken_rooms(problem, shifts)
    yield from broken_rules(problem, shifts, _work)


def _broken_pairs(
    problem: Problem, worker: int, own: list[tuple[Fixed | Pattern, bool]]
) -> Iterator[str]:
    for at, (one, one_new) in enumerate(own):
        for two, two_new in own[at + 1 :]:
            if not (one_new or two_new):
                continue
            end, begin = one.day * DAY + one.end, two.day * DAY + two.start
            if begin < end:
                yield f"worker {worker} has two shifts at once on day {two.day}"
            elif one.day == two.day and two.end <= DAY:
                continue  # halves of one day's work
            elif problem.elapsed(end, begin) < problem.rest:
                yield f"worker {worker} rests too little before day {two.day}"


def _broken_counts(
    problem: Problem, worker: int, own: list[tuple[Fixed | Pattern, bool]]
) -> Iterator[str]:
    new_days = {shift.day for shift, new in own if new}
    all_days = {shift.day for shift, _new in own}
    for day in new_days:
        if sum(shift.day == day for shift, _new in own) > problem.shifts_a_day:
            yield f"worker {worker} has too many shifts on day {day}"
    most = problem.days_in_row
    for first in all_days if most is not None else ():
        row = set(range(first, first + (most or 0) + 1))
        if row <= all_days and any(
            day in new_days and not any(s.day == day and not new for s, new in own) for day in row
        ):
            yield f"worker {worker} works more than {most} days in a row from day {first}"


def _broken_rooms(
    problem: Problem, shifts: list[tuple[int, Fixed | Pattern, bool]]
) -> Iterator[str]:
    for room, holds in problem.rooms:
        inside = [(shift, new) for _worker, shift, new in shifts if shift.room == room]
        for shift, _new in inside:
            at = shift.day * DAY + shift.start
            here = [
                new
                for other, new in inside
                if other.day * DAY + other.start <= at < other.day * DAY + other.end
            ]
            if len(here) > holds and any(here):
                yield f"room {room} holds {holds}, not {len(here)}, on day {shift.day}"
