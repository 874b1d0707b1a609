"""The rules of a problem that look at more than one shift: bans, quotas and hour limits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from clinicmgr.schedule.solver.answer import Because
from clinicmgr.schedule.solver.problem import Ban, HourLimit, Problem, Quota, Slot
from clinicmgr.schedule.solver.span import Span


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What keeps a worker from a shift; `other` is the shift in the way."""

    because: Because
    other: Span | None = None
    minutes: int | None = None
    limit: int | None = None


def works(slot: Slot, spans: Iterable[Span]) -> bool:
    """Tell whether one of these shifts is work on the slot."""
    return any(slot.holds(span.day, span.type_id) for span in spans)


def happens(ban: Ban, spans: Sequence[Span]) -> bool:
    """Tell whether a worker with these shifts does what is banned."""
    return all(works(slot, spans) for slot in ban.works) and not any(
        works(slot, spans) for slot in ban.off
    )


def touched(quota: Quota, spans: Sequence[Span]) -> int:
    """How many of the groups a worker with these shifts works on."""
    return sum(any(works(slot, spans) for slot in group) for group in quota.groups)


def minutes_in(limit: HourLimit, spans: Iterable[Span]) -> int:
    """The work of these shifts that the limit is about."""
    return sum(span.minutes for span in spans if limit.first <= span.day <= limit.last)


def without_broken_bans(problem: Problem) -> Problem:
    """The problem without the bans that kept shifts break already."""
    own: dict[int, list[Span]] = defaultdict(list)
    for kept in problem.fixed:
        own[kept.worker].append(Span.of(problem, kept))
    bans = tuple(
        ban for ban in problem.bans if ban.cost is not None or not happens(ban, own[ban.worker])
    )
    return replace(problem, bans=bans)


def about_week(problem: Problem, week: int) -> Problem:
    """The problem with only those of the rules that shifts of one week can break or mend."""

    def near(slots: Iterable[Slot]) -> bool:
        return any(problem.week(slot.day) == week for slot in slots)

    return replace(
        problem,
        bans=tuple(one for one in problem.bans if near((*one.works, *one.off))),
        quotas=tuple(one for one in problem.quotas if any(near(each) for each in one.groups)),
        hour_limits=tuple(
            one
            for one in problem.hour_limits
            if problem.week(one.first) <= week <= problem.week(one.last)
        ),
    )


class Ruling:
    """What the rules that must be kept say against one more shift."""

    def __init__(self, problem: Problem) -> None:
        self._bans: dict[tuple[int, int], list[Ban]] = defaultdict(list)
        self._quotas: dict[tuple[int, int], list[Quota]] = defaultdict(list)
        self._limits: dict[int, list[HourLimit]] = defaultdict(list)
        for ban in problem.bans:
            for day in {slot.day for slot in ban.works} if ban.cost is None else ():
                self._bans[ban.worker, day].append(ban)
        for quota in problem.quotas:
            days = {slot.day for group in quota.groups for slot in group}
            for day in days if quota.cost is None else ():
                self._quotas[quota.worker, day].append(quota)
        for limit in problem.hour_limits:
            if limit.cost is None:
                self._limits[limit.worker].append(limit)

    def against(
        self, taken: Sequence[Span], worker: int, span: Span, *, for_good: bool
    ) -> Obstacle | None:
        """Why a worker with these shifts cannot have this one as well."""
        for limit in self._limits.get(worker, ()):
            if limit.first <= span.day <= limit.last:
                hours = minutes_in(limit, (*taken, span))
                if hours > limit.most:
                    return Obstacle(Because.HOURS, minutes=hours, limit=limit.most)
        after = (*taken, span)
        for ban in self._bans.get((worker, span.day), ()):
            may_mend = for_good and ban.off
            if not may_mend and happens(ban, after):
                return Obstacle(Because.RULE)
        for quota in self._quotas.get((worker, span.day), ()):
            count = touched(quota, after)
            if count > max(quota.most, touched(quota, taken)):
                return Obstacle(Because.RULE, limit=quota.most)
        return None
