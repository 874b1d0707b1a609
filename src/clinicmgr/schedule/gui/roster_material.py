"""What a shown period is made from: read once, kept until something changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
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
from clinicmgr.schedule.records.publishing import Standing
from clinicmgr.schedule.service import Schedule

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RosterMaterial:
    """The checker with its shifts and facts, the shift types, and the period that is shown.

    `shifts` reaches as far around the period as the rules do. `proposed` are the ids of shifts
    that are not on record; they are negative. `standing` tells what was published of it.
    It is as it stood after the `entry` of the journal, its facts after `facts_entry`.
    """

    checker: rules.Checker
    shifts: tuple[Shift, ...]
    types: tuple[ShiftType, ...]
    settings: ClinicSettings
    first: date
    last: date
    today: date
    proposed: frozenset[int] = frozenset()
    standing: Standing | None = None
    entry: int = 0
    facts_entry: int = 0

    def is_of(self, first: date, last: date) -> bool:
        """Whether it is the roster on record of this period."""
        return not self.proposed and (self.first, self.last) == (first, last)

    @property
    def drafts(self) -> frozenset[int]:
        """The shifts that nobody was told of as they are now."""
        return self.standing.drafts if self.standing is not None else frozenset()

    def is_changed(self, shift: Shift) -> bool:
        """Whether a shift is other than it was published."""
        held = self.standing is not None and shift.day in self.standing.versions
        return held and shift.id in self.drafts

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
            self.standing,
        )


def read_material(
    schedule: Schedule,
    settings: ClinicSettings,
    first: date,
    last: date,
    known: RosterMaterial | None = None,
) -> RosterMaterial:
    """Ask the service once for everything the period shows.

    Where `known` is what was read of the same period before, its checker goes on and checks only
    what is other than it was; `known` itself is out of date then.
    """
    entry = schedule.since.now()
    same = known if known is not None and known.is_of(first, last) else None
    checker = _gone_on(schedule, same) if same is not None else None
    types = same.types if same is not None and checker is same.checker else None
    if checker is None:
        checker = _read_again(schedule, first, last, same)
    shifts = checker.shifts
    return RosterMaterial(
        checker,
        shifts,
        tuple(schedule.shift_types()) if types is None else types,
        settings,
        first,
        last,
        schedule.clock.today(),
        standing=schedule.publishing.standing(first, last, shifts),
        entry=entry,
        facts_entry=same.facts_entry if same is not None and types is not None else entry,
    )


def _gone_on(schedule: Schedule, known: RosterMaterial) -> rules.Checker | None:
    """The checker with the shifts that were touched since; None where more than that changed."""
    found = schedule.since.shifts(known.entry)
    if found is None:
        return None
    checker = known.checker
    begin, end = known.first - rules.CARRY_IN, known.last + rules.CARRY_OUT
    if found.earliest is not None and found.earliest < known.first and _looks_back(checker.facts):
        return None
    before = {one.id for one in known.shifts}
    changed = {
        key: one if one is not None and begin <= one.day <= end else None
        for key, one in found.shifts.items()
    }
    changed = {key: one for key, one in changed.items() if one is not None or key in before}
    if changed:
        checker.update(changed)
    return checker


def _looks_back(facts: Facts) -> bool:
    """Whether rules look at what was before the shifts that are read."""
    in_force = rules.in_force(facts)
    return bool(in_force.shares) or timedelta(days=in_force.reach) > rules.CARRY_IN


def _read_again(
    schedule: Schedule, first: date, last: date, known: RosterMaterial | None
) -> rules.Checker:
    if known is None:
        return schedule.checker(first, last)
    facts = schedule.facts(first, last)
    shifts = schedule.shifts(first - rules.CARRY_IN, last + rules.CARRY_OUT)
    checker = known.checker
    if not _alike(facts, checker.facts):
        return rules.Checker(shifts, facts, first, last)
    before, now = ({one.id: one for one in group} for group in (checker.shifts, shifts))
    changed: dict[int, Shift | None] = {one: None for one in before if one not in now}
    changed |= {key: one for key, one in now.items() if before.get(key) != one}
    if changed:
        checker.update(changed)
    return checker


def _alike(facts: Facts, known: Facts) -> bool:
    """Whether facts say the same as those a checker was made with; books are only ever one."""
    books = [one.book and (one.book.lines, one.book.approvals) for one in (facts, known)]
    return books[0] == books[1] and replace(facts, period=known.period, book=known.book) == known
