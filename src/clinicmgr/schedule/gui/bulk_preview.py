"""What a change of many shifts would break and put right, before it is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clinicmgr.schedule import rules
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.records import ShiftDraft, Strength, Violation

_LOUD = frozenset({Strength.NEVER, Strength.AVOID})


@dataclass(frozen=True, slots=True)
class Preview:
    """The violations that would be new, and those that would be gone, the worst first."""

    broken: tuple[Violation, ...] = ()
    mended: tuple[Violation, ...] = ()


def preview(material: RosterMaterial, change: Mapping[int, ShiftDraft]) -> Preview:
    """Compare the roster that is shown with the same after the change, by all rules.

    Ids that are not on record are shifts that would be added.
    """
    if not change:
        return Preview()
    given = [one for one in material.shifts if one.id not in change]
    given += [draft.with_id(shift_id) for shift_id, draft in change.items()]
    facts, first, last = material.checker.facts, material.first, material.last
    after = rules.Checker(given, facts, first, last).violations
    before = material.checker.violations
    return Preview(_only_in(after, before), _only_in(before, after))


def _only_in(these: Iterable[Violation], others: Iterable[Violation]) -> tuple[Violation, ...]:
    known = {_what(one) for one in others}
    return tuple(one for one in these if one.strength in _LOUD and _what(one) not in known)


def _what(found: Violation) -> tuple[object, ...]:
    return (found.rule, found.day, found.member_ids, found.sentence)
