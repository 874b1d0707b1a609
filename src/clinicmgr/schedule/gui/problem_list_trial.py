"""Trying an edit on the checker of what is shown: what it solves, and what it newly breaks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.records import Shift, ShiftDraft, Strength, Violation
from clinicmgr.schedule.rules.demand import IDEAL

_A_WEEK = 7
_FIRST_NEW = -1_000_000
"""Ids of shifts that are only tried; far from those of proposals."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to solve a problem: its words on a button, what it does, and what it newly breaks.

    `note` says more about the person or the place; `title` names the change, empty: what it does.
    """

    words: str
    note: str = ""
    title: str = ""
    add: tuple[ShiftDraft, ...] = ()
    change: Mapping[int, ShiftDraft] = field(default_factory=dict)
    remove: tuple[int, ...] = ()
    breaks: tuple[Violation, ...] = ()


Key = tuple[object, ...]


class Trial:
    """The roster as the checker has it; each edit that is tried is taken back at once."""

    def __init__(self, material: RosterMaterial, problem: Violation) -> None:
        self._checker = material.checker
        self._shifts = {one.id: one for one in material.shifts}
        self._problem = problem
        self._before = self._checker.violations
        self._known = {key_of(one) for one in self._before}
        self._needed = _needed(material, problem)
        self._amount = self._much(self._before)

    def outcome(self, fix: Fix) -> tuple[bool, tuple[Violation, ...]]:
        """Whether the problem is solved or smaller, and the rules newly broken that matter."""
        changed: dict[int, Shift | None] = dict.fromkeys(fix.remove)
        changed |= {key: draft.with_id(key) for key, draft in fix.change.items()}
        added = {_FIRST_NEW - at: draft.with_id(_FIRST_NEW - at) for at, draft in
                 enumerate(fix.add)}  # fmt: skip
        try:
            after = self._checker.update({**changed, **added})
        finally:
            back: dict[int, Shift | None] = {key: self._shifts.get(key) for key in changed}
            self._checker.update({**back, **dict.fromkeys(added)})
        fresh = tuple(
            one
            for one in after
            if one.strength is not Strength.NICE
            and key_of(one) not in self._known
            and not self._is_the_same(one)
        )
        return self._much(after) < self._amount, fresh

    def _much(self, found: Iterable[Violation]) -> int:
        """How much of the problem there is: minutes without enough people, or the cases of it."""
        same = [one for one in found if self._is_the_same(one)]
        if self._needed is None:
            return len(same)
        return sum(
            ((one.end or 0) - (one.start or 0)) * (self._needed - one.measure) for one in same
        )

    def _is_the_same(self, one: Violation) -> bool:
        """The same rule about the same person in about the same week, or the same demand."""
        mine = self._problem
        if (one.rule, one.demand_id) != (mine.rule, mine.demand_id):
            return False
        if len(mine.member_ids) != 1:
            return one.day == mine.day
        return one.member_ids == mine.member_ids and abs((one.day - mine.day).days) < _A_WEEK


def _needed(material: RosterMaterial, problem: Violation) -> int | None:
    """How many people the rule of a demand asks for; None for other rules."""
    found = next((one for one in material.facts.demand if one.id == problem.demand_id), None)
    if found is None:
        return None
    return found.ideal if problem.rule == IDEAL.id else found.minimum


def key_of(one: Violation) -> Key:
    """What makes a violation that violation."""
    return (
        one.rule, one.member_ids, one.day, one.shift_ids, one.start, one.end, one.demand_id,
        one.measure,
    )  # fmt: skip
