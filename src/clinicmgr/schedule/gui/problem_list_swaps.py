"""Two people change their shifts with each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import week_of
from clinicmgr.schedule.gui.problem_list_trial import Fix
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.records import Shift, Strength
from clinicmgr.schedule.rules.words import shift_text

_MOST_ASKED = 12
_MOST = 2


def swaps(material: RosterMaterial, shift: Shift) -> Iterator[Fix]:
    """Shifts of the same position in the same week, the nearest days first."""
    person = material.facts.people.get(shift.member_id or 0)
    if person is None:
        return
    found = 0
    for other in _others(material, shift)[:_MOST_ASKED]:
        mine = replace(other.draft(), member_id=shift.member_id)
        theirs = replace(shift.draft(), member_id=other.member_id)
        both = (shift.id, other.id)
        if any(
            one.strength is not Strength.NICE
            for draft in (mine, theirs)
            for one in material.reasons_against(draft, both)
        ):
            continue
        name = material.facts.people[other.member_id or 0].name
        yield Fix(
            _("Swap with {name}").format(name=name),
            _("{name} takes {mine}; {person} takes {theirs}").format(
                name=name,
                mine=shift_text(shift, material.facts),
                person=person.name,
                theirs=shift_text(other, material.facts),
            ),
            title=_("Swap shifts of {one} and {other}").format(one=person.name, other=name),
            change={shift.id: theirs, other.id: mine},
        )
        found += 1
        if found == _MOST:
            return


def _others(material: RosterMaterial, shift: Shift) -> list[Shift]:
    start = material.facts.week_start
    week = week_of(shift.day, start)
    found = [
        one
        for one in material.shown()
        if one.position_id == shift.position_id
        and one.member_id not in {None, shift.member_id}
        and one.member_id in material.facts.people
        and not one.locked
        and week_of(one.day, start) == week
        and (one.day, one.start, one.end) != (shift.day, shift.start, shift.end)
    ]
    return sorted(found, key=lambda one: (abs((one.day - shift.day).days), one.start, one.id))
