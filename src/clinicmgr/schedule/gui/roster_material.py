"""What a shown period is made from: read once, kept until something changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.schedule import rules
from clinicmgr.schedule.records import (
    Explanation,
    Facts,
    Gap,
    Shift,
    ShiftDraft,
    ShiftType,
    Violation,
)
from clinicmgr.schedule.service import Schedule

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RosterMaterial:
    """The checker with its shifts and facts, the shift types, and the period that is shown.

    `shifts` reaches as far around the period as the rules do. `proposed` are the ids of shifts
    that are not on record; they are negative.
    """

    checker: rules.Checker
    shifts: tuple[Shift, ...]
    types: tuple[ShiftType, ...]
    settings: ClinicSettings
    first: date
    last: date
    today: date
    proposed: frozenset[int] = frozenset()

    @property
    def facts(self) -> Facts:
        """Everything the rules look at besides the shifts."""
        return self.checker.facts

    def shown(self) -> list[Shift]:
        """The shifts that begin within the period."""
        return [one for one in self.shifts if self.first <= one.day <= self.last]

    def shift(self, shift_id: int) -> Shift | None:
        """A shift by its id; None if it is not among the material."""
        return next((one for one in self.shifts if one.id == shift_id), None)

    def some(self, ids: Collection[int]) -> list[Shift]:
        """The shifts with these ids, in order of time."""
        return [one for one in self.shifts if one.id in ids]

    # What the rules say

    def reasons_against(
        self, draft: ShiftDraft, ignoring: Collection[int] = ()
    ) -> tuple[Violation, ...]:
        """What would newly break if the draft's person got it; nothing for an open shift."""
        person = self.facts.people.get(draft.member_id) if draft.member_id is not None else None
        if person is None:
            return ()
        around = [one for one in self.shifts if one.id not in ignoring]
        return rules.reasons_against(person, draft, around, self.facts)

    def explain(self, gap: Gap, ignoring: Collection[int] = ()) -> Explanation:
        """Who could close a gap, and what speaks against everybody else."""
        around = [one for one in self.shifts if one.id not in ignoring]
        return rules.explain(gap, around, self.facts)

    def day_view(self, day: date) -> rules.DayView:
        """Who is there on a day."""
        return rules.DayView.of(day, [one for one in self.shifts if abs(one.day - day) <= DAY])

    def usual_site(self, draft: ShiftDraft) -> int | None:
        """The site such a shift is usually at: by person and type, by person, by type, the first.

        Demand names sites; a shift typed as "ME" has to count for the right one.
        """
        sites = self.facts.sites
        if not sites or draft.room_id is not None:
            return None
        alike = [one for one in self.shifts if one.position_id == draft.position_id]
        own = [one for one in alike if one.member_id == draft.member_id]
        for group in (
            [one for one in own if one.type_id == draft.type_id],
            own,
            [one for one in alike if one.type_id == draft.type_id],
            alike,
        ):
            found = Counter(self.facts.site_of(one) for one in group)
            del found[None]
            if found:
                return found.most_common(1)[0][0]
        wanted = [one.site_id for one in self.facts.demand if one.position_id == draft.position_id]
        return next((one for one in wanted if one in sites), next(iter(sites)))

    def with_proposal(
        self, add: Sequence[ShiftDraft], change: Mapping[int, ShiftDraft]
    ) -> RosterMaterial:
        """The same with shifts that are only proposed, checked as if they were on record."""
        fresh = [draft.with_id(-number) for number, draft in enumerate(add, 1)]
        given = [change[one.id].with_id(one.id) if one.id in change else one for one in self.shifts]
        checker = rules.Checker((*given, *fresh), self.facts, self.first, self.last)
        ids = frozenset((*change, *(one.id for one in fresh)))
        return RosterMaterial(
            checker,
            checker.shifts,
            self.types,
            self.settings,
            self.first,
            self.last,
            self.today,
            ids,
        )


def read_material(
    schedule: Schedule, settings: ClinicSettings, first: date, last: date
) -> RosterMaterial:
    """Ask the service once for everything the period shows."""
    checker = schedule.checker(first, last)
    types = tuple(schedule.shift_types())
    today = schedule.clock.today()
    return RosterMaterial(checker, checker.shifts, types, settings, first, last, today)
