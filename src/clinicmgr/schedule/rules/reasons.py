"""What one more shift would break: feedback while dragging, and reasons in explanations."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from clinicmgr.schedule.records import Facts, Person, Shift, ShiftDraft, Violation
from clinicmgr.schedule.rules import finding
from clinicmgr.schedule.rules.catalog import BY_ID
from clinicmgr.schedule.rules.inforce import in_force
from clinicmgr.schedule.rules.kinds import PersonRule
from clinicmgr.schedule.rules.moments import NEW_SHIFT, in_order
from clinicmgr.schedule.rules.presence import REACH, DayView


def reasons_against(
    person: Person, draft: ShiftDraft, shifts: Iterable[Shift], facts: Facts
) -> tuple[Violation, ...]:
    """The violations that would newly appear if this person got this shift, the worst first.

    `shifts` is the roster around it, of everybody if the draft names a room or rules ask who else
    is there (`asks_others`); leave out the shift that is being moved. Of one strength, the reasons
    come in the order people tell them. Rules about shares over the year are not asked.
    """
    near_by = timedelta(days=in_force(facts).reach)
    near = [one for one in shifts if abs(one.day - draft.day) <= near_by]
    own = in_order(one for one in near if one.member_id == person.id)
    added = _as_shift(draft, person)
    found = list(_person_violations(person, own, added, facts))
    found += _day_violations(near, added, facts)
    return tuple(sorted(found, key=lambda one: one.strength))


def asks_others(facts: Facts) -> bool:
    """Tell whether, besides rooms, a rule asks who else is there before a shift is given."""
    return any(one.rule.by_shift and one.rule.several for one in in_force(facts).days)


def _as_shift(draft: ShiftDraft, person: Person) -> Shift:
    shift = draft.with_id(NEW_SHIFT)
    if shift.member_id == person.id:
        return shift
    values = {name: getattr(draft, name) for name in draft.__dataclass_fields__}
    return ShiftDraft(**(values | {"member_id": person.id})).with_id(NEW_SHIFT)


def _person_violations(
    person: Person, own: Sequence[Shift], added: Shift, facts: Facts
) -> Iterator[Violation]:
    rules = in_force(facts)
    before = list(finding.of_person(person, own, facts, rules))
    known = {(one.rule, one.shift_ids, one.sentence) for one in before}
    for one in finding.of_person(person, in_order((*own, added)), facts, rules):
        if (one.rule, one.shift_ids, one.sentence) not in known and not _eased(one, before):
            yield one


def _eased(found: Violation, before: Sequence[Violation]) -> bool:
    """Tell whether the shift makes better what was broken before, though not yet good."""
    rule = BY_ID[found.rule]
    return (
        isinstance(rule, PersonRule)
        and rule.eased
        and any(
            one.rule == found.rule
            and (set(one.shift_ids) & set(found.shift_ids) or one.day == found.day)
            for one in before
        )
    )


def _day_violations(near: Sequence[Shift], added: Shift, facts: Facts) -> Iterator[Violation]:
    rules = [one for one in in_force(facts).days if one.rule.by_shift]
    if added.room_id is None:
        rules = [one for one in rules if one.rule.several]
    if not rules:
        return
    for offset in range(REACH + 1):
        day = added.day + timedelta(days=offset)
        around = [one for one in near if abs((one.day - day).days) <= REACH]
        for one in finding.of_day(DayView.of(day, (*around, added)), facts, rules):
            if NEW_SHIFT in one.shift_ids:
                yield one
