"""Needs cut into stretches in which the same possible shifts are there all the time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from clinicmgr.schedule.solver.answer import Assignment, Unfilled
from clinicmgr.schedule.solver.problem import DAY, Choice, Need, Problem
from clinicmgr.schedule.solver.span import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a need's time: how many are there anyway, and which choices (by index) would be.

    Somebody whose kept shifts overlap is still one person.
    """

    need: Need
    begin: int
    end: int
    have: int
    takers: tuple[int, ...]

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.end - self.begin


@dataclass(frozen=True, slots=True)
class _Presence:
    """A shift of somebody with these skills; the index of its choice, None for a kept one."""

    span: Span
    worker: int
    skills: frozenset[int]
    choice: int | None


def counts(need: Need, span: Span, skills: frozenset[int]) -> bool:
    """Tell whether a shift of somebody with these skills counts for the need, at whatever time."""
    return (
        span.position == need.position
        and (need.site is None or span.site == need.site)
        and (need.skill is None or need.skill in skills)
    )


def stretches(problem: Problem, choices: Sequence[Choice]) -> tuple[Stretch, ...]:
    """All needs, cut up, with the choices that count for them."""
    skills = {worker.id: worker.skills for worker in problem.workers}
    spans = {pattern.id: Span.of(problem, pattern) for pattern in problem.patterns}
    by_day: dict[int, list[_Presence]] = defaultdict(list)
    for kept in problem.fixed:
        has = skills.get(kept.worker, frozenset())
        by_day[kept.day].append(_Presence(Span.of(problem, kept), kept.worker, has, None))
    for index, choice in enumerate(choices):
        span = spans[choice.pattern]
        has = skills[choice.worker]
        by_day[span.day].append(_Presence(span, choice.worker, has, index))
    return tuple(part for need in problem.needs for part in _cut(need, by_day))


def unfilled(problem: Problem, assignments: Iterable[Assignment]) -> tuple[Unfilled, ...]:
    """Where the roster stays below the minimum; times are minutes from midnight of the day."""
    given = [Choice(each.worker, each.pattern) for each in assignments]
    found: list[Unfilled] = []
    for part in stretches(problem, given):
        missing = part.need.minimum - part.have - len(part.takers)
        if missing > 0:
            midnight = part.need.day * DAY
            found.append(
                Unfilled(part.need.id, part.begin - midnight, part.end - midnight, missing)
            )
    return tuple(_joined(found))


def _cut(need: Need, by_day: dict[int, list[_Presence]]) -> Iterator[Stretch]:
    begin, end = need.day * DAY + need.start, need.day * DAY + need.end
    # A shift ends at most a day after its own day, so the day before is enough to look back.
    present = [
        shift
        for day in range(begin // DAY - 1, (end - 1) // DAY + 1)
        for shift in by_day.get(day, ())
        if shift.span.overlaps(begin, end) and counts(need, shift.span, shift.skills)
    ]
    moments = {begin, end}
    for shift in present:
        moments |= {max(begin, shift.span.begin), min(end, shift.span.end)}
    cuts = sorted(moments)
    for first, last in pairwise(cuts):
        here = [shift for shift in present if shift.span.overlaps(first, last)]
        takers = tuple(shift.choice for shift in here if shift.choice is not None)
        kept = {shift.worker for shift in here if shift.choice is None}
        yield Stretch(need, first, last, len(kept), takers)


def _joined(found: list[Unfilled]) -> Iterator[Unfilled]:
    """Put stretches together that touch and miss the same number."""
    last: Unfilled | None = None
    for each in found:
        if last and (last.need, last.end, last.missing) == (each.need, each.start, each.missing):
            last = Unfilled(last.need, last.start, each.end, last.missing)
            continue
        if last:
            yield last
        last = each
    if last:
        yield last
