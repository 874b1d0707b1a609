"""A plan shown as a week of the roster: its shifts get dates for a while, and lose them again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.schedule import rules
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.records import Shift, ShiftDraft
from clinicmgr.schedule.records.week_plans import PlannedShift, WeekPlan
from clinicmgr.schedule.service import Schedule

_DAYS_ON = timedelta(days=6)


class PlanEdits:
    """What hands ask of the schedule, done to one plan; `begin` is where its week 1 is shown."""

    def __init__(self, schedule: Schedule, plan_id: int) -> None:
        self._schedule = schedule
        self.plan_id = plan_id
        (self.begin,) = schedule.week_plans.weeks(schedule.clock.today(), 1)

    def plan(self) -> WeekPlan:
        """The plan as it is; UserError where it is gone."""
        return self._schedule.week_plans.plan(self.plan_id)

    def first(self, week: int) -> date:
        """The first of the days that one of its weeks is shown on."""
        return self.begin + timedelta(weeks=week - 1)

    def shifts(self, plan: WeekPlan) -> list[Shift]:
        """All its shifts with dates, by time; each has the id of the planned one."""
        dated = [one.on(self.first(one.week)).with_id(one.id) for one in plan.shifts]
        return sorted(dated, key=lambda one: (one.day, one.start, one.id))

    # What hands call

    def shift(self, shift_id: int) -> Shift:
        """One of its shifts; UserError where it is gone."""
        for one in self.shifts(self.plan()):
            if one.id == shift_id:
                return one
        raise UserError(_("This shift is no longer there; perhaps it was removed or undone."))

    def edit(
        self,
        *,
        remove: Iterable[int] = (),
        add: Sequence[ShiftDraft] = (),
        change: Mapping[int, ShiftDraft] | None = None,
        title: str | None = None,
    ) -> tuple[int, ...]:
        """Remove, add and change planned shifts in one named change."""
        plan, gone = self.plan(), set(remove)
        known = {one.id: one for one in plan.shifts if one.id not in gone}
        known |= {id_: self._planned(draft, id_) for id_, draft in (change or {}).items()}
        fresh = [self._planned(draft, 0) for draft in add]
        named = _("{what} in week plan {name}").format(what=title, name=plan.name)
        self._schedule.week_plans.set_shifts(
            self.plan_id, [*known.values(), *fresh], named if title else None
        )
        return ()

    def add_shift(self, draft: ShiftDraft) -> int:
        """Add one shift."""
        self.edit(add=[draft])
        return 0

    def change_shift(self, shift_id: int, draft: ShiftDraft) -> None:
        """Change one shift."""
        self.edit(change={shift_id: draft})

    def remove_shifts(self, ids: Iterable[int]) -> None:
        """Remove shifts."""
        self.edit(remove=ids)

    def _planned(self, draft: ShiftDraft, shift_id: int) -> PlannedShift:
        return PlannedShift.like(draft, (draft.day - self.begin).days // 7 + 1, shift_id)


def plan_material(
    schedule: Schedule, settings: ClinicSettings, edits: PlanEdits, week: int
) -> RosterMaterial:
    """One week of a plan as material of a roster: checked, but nobody away and nothing closed."""
    first = edits.first(week)
    last = first + _DAYS_ON
    facts = schedule.facts(first, last)
    people = {one.id: replace(one, leave=()) for one in facts.people.values()}
    facts = replace(facts, people=people, closures={}, outages=())
    checker = rules.Checker(edits.shifts(edits.plan()), facts, first, last)
    types = tuple(schedule.shift_types())
    return RosterMaterial(checker, checker.shifts, types, settings, first, last, today=date.min)
