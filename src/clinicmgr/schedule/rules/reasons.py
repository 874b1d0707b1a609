"""What one more shift would break: feedback while dragging, and reasons in explanations."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from clinicmgr.schedule.records import Facts, Person, Shift, ShiftDraft, Violation
from clinicmgr.schedule.rules.catalog import PERSON_RULES
from clinicmgr.schedule.rules.moments import NEW_SHIFT, in_order
from clinicmgr.schedule.rules.presence import REACH, DayView
from clinicmgr.schedule.rules.rooms import ROOM

NEAR = timedelta(days=8)
"""A whole week, whichever day it begins on, and the night before it."""


def reasons_against(
    person: Person, draft: ShiftDraft, shifts: Iterable[Shift], facts: Facts
) -> tuple[Violation, ...]:
    """The violations that would newly appear if this person got this shift, the worst first.

    `shifts` is the roster around it, of everybody if the draft names a room; leave out the shift
    that is being moved. Of one strength, the reasons come in the order people tell them.
    """
    near = [one for one in shifts if abs(one.day - draft.day) <= NEAR]
    own = in_order(one for one in near if one.member_id == person.id)
    added = _as_shift(draft, person)
    found = list(_person_violations(person, own, added, facts))
    if draft.room_id is not None:
        found += _room_violations(near, added, facts)
    return tuple(sorted(found, key=lambda one: one.strength))


def _as_shift(draft: ShiftDraft, person: Person) -> Shift:
    shift = draft.with_id(NEW_SHIFT)
    if shift.member_id == person.id:
        return shift
    values = {name: getattr(draft, name) for name in draft.__dataclass_fields__}
    return ShiftDraft(**(values | {"member_id": person.id})).with_id(NEW_SHIFT)


def _person_violations(
    person: Person, own: Sequence[Shift], added: Shift, facts: Facts
) -> Iterable[Violation]:
    after = in_order((*own, added))
    for rule in PERSON_RULES:
        known = {(one.shift_ids, one.sentence) for one in rule.find(person, own, facts)}
        for one in rule.find(person, after, facts):
            if (one.shift_ids, one.sentence) not in known:
                yield one


def _room_violations(near: Sequence[Shift], added: Shift, facts: Facts) -> Iterable[Violation]:
    for offset in range(REACH + 1):
        day = added.day + timedelta(days=offset)
        around = [
            one
            for one in near
            if one.room_id == added.room_id and abs((one.day - day).days) <= REACH
        ]
        for one in ROOM.find(DayView.of(day, (*around, added)), facts):
            if NEW_SHIFT in one.shift_ids:
                yield one
