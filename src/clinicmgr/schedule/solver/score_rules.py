"""The independent check of the rules that look at more than one shift.

Like `score`, it is written from the words of `problem` alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from clinicmgr.schedule.solver.problem import DAY, Ban, Fixed, HourLimit, Pattern, Problem, Quota

Given = tuple[int, Fixed | Pattern, bool]
Work = Callable[[Problem, Fixed | Pattern], int]
_Days = dict[int, set[tuple[int, int | None]]]


def rules_cost(problem: Problem, shifts: Sequence[Given], work: Work) -> int:
    """What bans, quotas, hour limits and short rests cost that may be broken."""
    days = _days(shifts)
    cost = sum(ban.cost for ban in problem.bans if ban.cost and _happens(ban, days))
    for quota in problem.quotas:
        cost += (quota.cost or 0) * max(0, _touched(quota, days) - quota.most)
    for limit in problem.hour_limits:
        if limit.cost:
            minutes = sum(work(problem, shift) for shift, _new in _within(limit, shifts))
            cost += limit.cost * max(0, minutes - limit.most)
    return cost + _short_rests(problem, shifts)


def broken_rules(problem: Problem, shifts: Sequence[Given], work: Work) -> Iterator[str]:
    """Which of those that must be kept new shifts break."""
    days, kept = _days(shifts), _days(one for one in shifts if not one[2])
    for ban in problem.bans:
        if ban.cost is None and _happens(ban, days) and not _happens(ban, kept):
            yield f"worker {ban.worker} does what is banned: {ban}"
    for quota in problem.quotas:
        if quota.cost is None and _touched(quota, days) > max(quota.most, _touched(quota, kept)):
            yield f"worker {quota.worker} has more than {quota.most}: {quota}"
    for limit in problem.hour_limits:
        own = list(_within(limit, shifts))
        minutes = sum(work(problem, shift) for shift, _new in own)
        if limit.cost is None and minutes > limit.most and any(new for _shift, new in own):
            yield f"worker {limit.worker} works {minutes} of {limit.most} minutes: {limit}"


def _days(shifts: Iterable[Given]) -> _Days:
    found: _Days = defaultdict(set)
    for worker, shift, _new in shifts:
        found[worker].add((shift.day, shift.type_id))
    return found


def _happens(ban: Ban, days: _Days) -> bool:
    own = days.get(ban.worker, set())
    is_on = [any(d == s.day and (not s.types or t in s.types) for d, t in own) for s in ban.works]
    is_off = [any(d == s.day and (not s.types or t in s.types) for d, t in own) for s in ban.off]
    return all(is_on) and not any(is_off)


def _touched(quota: Quota, days: _Days) -> int:
    own = days.get(quota.worker, set())
    return sum(
        any(d == s.day and (not s.types or t in s.types) for s in group for d, t in own)
        for group in quota.groups
    )


def _within(limit: HourLimit, shifts: Iterable[Given]) -> Iterator[tuple[Fixed | Pattern, bool]]:
    for worker, shift, new in shifts:
        if worker == limit.worker and limit.first <= shift.day <= limit.last:
            yield shift, new


def _short_rests(problem: Problem, shifts: Sequence[Given]) -> int:
    if problem.short_rest is None:
        return 0
    wished, cost = problem.short_rest
    own: dict[int, list[tuple[int, int, Fixed | Pattern, bool]]] = defaultdict(list)
    for worker, shift, new in shifts:
        at = shift.day * DAY
        own[worker].append((at + shift.start, at + shift.end, shift, new))
    short = 0
    for each in own.values():
        each.sort(key=lambda one: one[:2])
        for at, (_begin, end, one, one_new) in enumerate(each):
            for begin, _end, two, two_new in each[at + 1 :]:
                halves = one.day == two.day and two.end <= DAY
                if begin >= end and not halves and (one_new or two_new):
                    short += problem.elapsed(end, begin) < wished
    return short * cost
