"""What the rules found, sorted to where it is shown: chips, row heads, banner and F8."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator

from clinicmgr.kernel.i18n import _
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.roster_view import Mark, Problem, member_key
from clinicmgr.schedule.records import Shift, Strength, Violation

Key = tuple[str, int]
_MARKS = {Strength.NEVER: Mark.PROBLEM, Strength.AVOID: Mark.WARNING, Strength.NICE: Mark.QUIET}
_HOURS = frozenset({"contract_hours", "overtime", "daily_overtime"})
_PAIR = 2


class Findings:
    """The violations of a period by shift, by person, and in order."""

    def __init__(self, material: RosterMaterial) -> None:
        self._material = material
        self._marks: dict[int, Mark] = {}
        self._sentences: dict[int, list[str]] = defaultdict(list)
        self.over_hours: set[int] = set()
        for one in material.checker.violations:
            self._note(one)

    def _note(self, found: Violation) -> None:
        mark = _MARKS[found.strength]
        if mark is Mark.QUIET:
            return
        if found.rule in _HOURS:
            self.over_hours.update(found.member_ids)
        # What many shifts bring about together is said by the last of them.
        ids = found.shift_ids if len(found.shift_ids) <= _PAIR else found.shift_ids[-1:]
        for shift_id in ids:
            self._marks[shift_id] = max(mark, self._marks.get(shift_id, Mark.QUIET))
            self._sentences[shift_id].append(found.sentence)

    def mark_of(self, shift_id: int) -> Mark:
        """How loudly a shift asks to be looked at."""
        return self._marks.get(shift_id, Mark.QUIET)

    def of_shift(self, shift_id: int) -> tuple[str, ...]:
        """The sentences about a shift."""
        return tuple(self._sentences.get(shift_id, ()))

    def trace(self, shift_id: int) -> object:
        """Everything found about a shift, to compare; None: nothing."""
        if shift_id not in self._marks:
            return None
        return self._marks[shift_id], tuple(self._sentences[shift_id])

    def problems(
        self, rows: Collection[Key], positions: Collection[int], key_of: Callable[[Shift], Key]
    ) -> Iterator[Problem]:
        """Problems and warnings among the rows shown, the worst first, then by day.

        `key_of` names the row a shift is in.
        """
        shifts = {one.id: one for one in self._material.shifts}
        demand = {one.id: one for one in self._material.facts.demand}
        for found in self._material.checker.violations:
            mark = _MARKS[found.strength]
            if mark is Mark.QUIET:
                continue
            if found.demand_id is not None:
                position_id = demand[found.demand_id].position_id
                if not positions or position_id in positions:
                    yield Problem(mark, found.sentence, found.day, position_id=position_id)
                continue
            last = shifts.get(found.shift_ids[-1]) if found.shift_ids else None
            key = key_of(last) if last else member_key(next(iter(found.member_ids), None))
            if key in rows:
                yield Problem(mark, found.sentence, last.day if last else found.day, key)

    def briefs(self, most: int, among: Collection[str]) -> list[str]:
        """The first different of these sentences in short: the same about somebody is said once."""
        groups: dict[tuple[object, ...], list[Violation]] = {}
        for found in self._material.checker.violations:
            if found.sentence in among:
                alone = () if found.member_ids and found.reason else (found.sentence,)
                groups.setdefault((found.rule, found.member_ids, alone), []).append(found)
        return [self._brief(group) for group in list(groups.values())[:most]]

    def _brief(self, group: list[Violation]) -> str:
        first = group[0]
        if len(group) == 1 or not first.member_ids:
            return first.sentence
        person = self._material.facts.people.get(first.member_ids[0])
        return _("{name}: {reason} ({count} shifts).").format(
            name=person.name if person else "", reason=first.reason, count=len(group)
        )
