"""Coverage: how many of the people needed are there, minute by minute."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from clinicmgr.schedule.records import Coverage, Demand, Facts, Gap
from clinicmgr.schedule.rules.presence import DayView, Stretch, merged


class Step(NamedTuple):
    """A stretch of time (minutes of the day) in which the number of people does not change."""

    start: int
    end: int
    have: int


def _matching(demand: Demand, view: DayView, facts: Facts) -> Iterator[Stretch]:
    for stretch in view.by_position.get(demand.position_id, ()):
        start, end, shift = stretch
        if start >= demand.end or end <= demand.start:
            continue
        if demand.site_id is not None and facts.site_of(shift) != demand.site_id:
            continue
        if demand.skill_id is not None:
            person = facts.people.get(shift.member_id or 0)
            if person is None or demand.skill_id not in person.skill_ids:
                continue
        yield stretch


def _each_person_once(stretches: Iterable[Stretch]) -> Iterator[tuple[int, int]]:
    """Somebody booked twice at the same time is still one person."""
    by_member: dict[int | None, list[tuple[int, int]]] = {}
    for start, end, shift in stretches:
        by_member.setdefault(shift.member_id, []).append((start, end))
    for own in by_member.values():
        yield from own if len(own) == 1 else merged(own)


def steps(demand: Demand, view: DayView, facts: Facts) -> list[Step]:
    """The people present over the time of a demand; neighboring steps differ in number."""
    changes = {demand.start: 0, demand.end: 0}
    for start, end in _each_person_once(_matching(demand, view, facts)):
        start, end = max(start, demand.start), min(end, demand.end)  # noqa: PLW2901 - clipped
        changes[start] = changes.get(start, 0) + 1
        changes[end] = changes.get(end, 0) - 1
    result: list[Step] = []
    have = 0
    moments = sorted(changes)
    for start, end in pairwise(moments):
        have += changes[start]
        if result and result[-1].have == have:
            result[-1] = Step(result[-1].start, end, have)
        else:
            result.append(Step(start, end, have))
    return result


def demand_coverage(demand: Demand, view: DayView, facts: Facts) -> Coverage:
    """How well one demand is met on the view's day, at its first worst moment."""
    worst = min(steps(demand, view, facts), key=lambda step: step.have)
    return Coverage(
        day=view.day,
        position_id=demand.position_id,
        have=worst.have,
        minimum=demand.minimum,
        ideal=demand.ideal,
        worst=worst.start,
        demand_id=demand.id,
        site_id=demand.site_id,
        skill_id=demand.skill_id,
    )


def day_coverage(view: DayView, facts: Facts) -> Iterator[Coverage]:
    """For each position with demand on the day, the demand that is met worst."""
    worst: dict[int, Coverage] = {}
    for demand in facts.demand_on(view.day):
        found = demand_coverage(demand, view, facts)
        known = worst.get(demand.position_id)
        if known is None or _badness(found) > _badness(known):
            worst[demand.position_id] = found
    yield from worst.values()


def _badness(coverage: Coverage) -> tuple[int, int, int]:
    return (coverage.short, coverage.ideal - coverage.have, coverage.minimum)


def day_gaps(view: DayView, facts: Facts) -> Iterator[Gap]:
    """The stretches of the day in which a minimum is missed."""
    for demand in facts.demand_on(view.day):
        if demand.minimum <= 0:
            continue
        for step in steps(demand, view, facts):
            if step.have < demand.minimum:
                yield Gap(
                    day=view.day,
                    position_id=demand.position_id,
                    site_id=demand.site_id,
                    start=step.start,
                    end=step.end,
                    missing=demand.minimum - step.have,
                    demand_id=demand.id,
                    skill_id=demand.skill_id,
                )
