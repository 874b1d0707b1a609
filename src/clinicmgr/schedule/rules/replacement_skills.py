"""Skills that go with somebody who is out: which of them demand would then miss."""

from collections.abc import Iterable, Iterator, Sequence

from clinicmgr.schedule.records import Facts, Person, Shift
from clinicmgr.schedule.rules.coverage import steps
from clinicmgr.schedule.rules.presence import REACH, DayView


def needed_skills(shift: Shift, shifts: Iterable[Shift], facts: Facts) -> frozenset[int]:
    """The skills that demand names and that would be missing without this shift's person."""
    person = facts.people.get(shift.member_id or 0)
    if person is None or not person.skill_ids:
        return frozenset()
    near = [one for one in shifts if abs((one.day - shift.day).days) <= REACH]
    return frozenset(_missed_skills(shift, person, near, facts))


def _missed_skills(
    shift: Shift, person: Person, near: Sequence[Shift], facts: Facts
) -> Iterator[int]:
    left = DayView.of(shift.day, [one for one in near if one.id != shift.id])
    for one in facts.demand_on(shift.day):
        if (
            one.skill_id in person.skill_ids
            and one.skill_id is not None
            and one.position_id == shift.position_id
            and one.site_id in {None, facts.site_of(shift)}
            and any(
                step.have < one.minimum and step.start < shift.end and shift.start < step.end
                for step in steps(one, left, facts)
            )
        ):
            yield one.skill_id
