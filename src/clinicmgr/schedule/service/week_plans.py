"""Named week plans on record: kept from the roster, changed, copied, laid down."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy.exc import IntegrityError

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.periods import week_of
from clinicmgr.kernel.rows import added, existing, overwrite
from clinicmgr.kernel.settings import Settings
from clinicmgr.schedule.records import EDIT_ROSTER
from clinicmgr.schedule.records.week_plans import PlannedShift, WeekPlan, WeekPlanDraft
from clinicmgr.schedule.records.week_plans_applying import (
    FromPlan,
    Laying,
    Outcome,
    Source,
)
from clinicmgr.schedule.rules.rotation import check_plan, check_planned, numbered, planned_from
from clinicmgr.schedule.service.naming import Naming
from clinicmgr.schedule.service.review import Review
from clinicmgr.schedule.service.roster import Roster
from clinicmgr.schedule.service.week_plans_applying import Applying
from clinicmgr.schedule.service.week_plans_reading import all_plans, plan_columns, put_shifts
from clinicmgr.schedule.tables import WeekPlanRow

_DAY = timedelta(days=1)


class WeekPlans:
    """The plans of the practice, such as "Normal" or "School holidays".

    Questions return frozen records. Verbs are one named change each; they raise a UserError where
    a plan is not acceptable or gone, or the right is missing.
    """

    def __init__(
        self,
        journal: Journal,
        settings: Settings,
        review: Review,
        roster: Roster,
        naming: Callable[[], Naming],
    ) -> None:
        self._journal = journal
        self._settings = settings
        self._roster = roster
        self._applying = Applying(self, settings, review, roster, naming)

    # Questions

    def plans(self) -> list[WeekPlan]:
        """Return all plans by name."""
        with self._journal.read() as db:
            return all_plans(db)

    def plan(self, plan_id: int) -> WeekPlan:
        """Return one plan; UserError where it is gone."""
        for one in self.plans():
            if one.id == plan_id:
                return one
        raise UserError(_("This week plan is no longer there; perhaps it was removed or undone."))

    def named(self, name: str) -> WeekPlan:
        """Return a plan by its name, whatever the case; UserError where there is none such."""
        plans = self.plans()
        for one in plans:
            if one.name.casefold() == name.strip().casefold():
                return one
        if not plans:
            raise UserError(_("There are no week plans yet. Keep a week of the roster as a plan."))
        names = ", ".join(one.name for one in plans)
        raise UserError(
            _("There is no week plan {name}. There are: {names}.").format(name=name, names=names)
        )

    def weeks(self, day: date, count: int) -> tuple[date, ...]:
        """Return the first days of so many weeks, beginning with the one that holds a day."""
        begin = week_of(day, self._settings.current().week_start)
        return tuple(begin + timedelta(weeks=number) for number in range(count))

    def numbers(self, source: FromPlan, weeks: Sequence[date]) -> tuple[int, ...]:
        """Return which weeks of a rotation fall on these weeks, given by their first days."""
        plan, week_start = self.plan(source.plan_id), self._settings.current().week_start
        return tuple(numbered(plan, weeks, week_start, source.week).values())

    # Plans

    def add(self, draft: WeekPlanDraft, shifts: Sequence[PlannedShift] = ()) -> int:
        """Add a plan; return its id."""
        title = _("Add week plan {name}").format(name=draft.name.strip())
        return self._add(draft, shifts, title)

    def keep_weeks(self, day: date, draft: WeekPlanDraft) -> int:
        """Keep real weeks as a plan, as many as it has, from the one that holds a day on.

        Return its id. UserError where these weeks have no shifts.
        """
        check_plan(draft, self.plans())
        begin = self.weeks(day, 1)[0]
        shifts = self._roster.shifts(begin, begin + timedelta(weeks=draft.weeks) - _DAY)
        if not shifts:
            raise UserError(_("There are no shifts in this week to keep."))
        title = _("Keep week plan {name}").format(name=draft.name.strip())
        return self._add(draft, planned_from(shifts, begin), title)

    def change(self, plan_id: int, draft: WeekPlanDraft) -> None:
        """Give a plan another name, color, note, anchor or number of weeks."""
        before = self.plan(plan_id)
        check_plan(draft, [one for one in self.plans() if one.id != plan_id], before.shifts)
        title = _("Change week plan {name}").format(name=draft.name.strip())
        with self._journal.change(title, EDIT_ROSTER) as db:
            overwrite(existing(db, WeekPlanRow, plan_id), plan_columns(draft))

    def set_shifts(
        self, plan_id: int, shifts: Sequence[PlannedShift], title: str | None = None
    ) -> None:
        """Make the shifts of a plan these; those with a known id are changed, not made anew."""
        plan = self.plan(plan_id)
        for shift in shifts:
            check_planned(shift, plan.weeks)
        named = title or _("Change the shifts of week plan {name}").format(name=plan.name)
        with _sentence_for_missing(), self._journal.change(named, EDIT_ROSTER) as db:
            put_shifts(db, plan_id, {one.id: one for one in plan.shifts}, shifts)

    def copy(self, plan_id: int, name: str = "") -> int:
        """Copy a plan under another name, by itself "Normal 2"; return the id of the copy."""
        plan = self.plan(plan_id)
        draft = replace(plan.draft(), name=name or self._free_name(plan.name))
        title = _("Copy week plan {name}").format(name=plan.name)
        return self._add(draft, [replace(one, id=0) for one in plan.shifts], title)

    def remove(self, plan_id: int) -> None:
        """Remove a plan; the roster stays as it is."""
        title = _("Remove week plan {name}").format(name=self.plan(plan_id).name)
        with self._journal.change(title, EDIT_ROSTER) as db:
            db.delete(existing(db, WeekPlanRow, plan_id))

    # Laying them down

    def preview(self, source: Source, targets: Sequence[date], laying: Laying) -> Outcome:
        """Return what `apply` would do; nothing changes."""
        return self._applying.preview(source, targets, laying)

    def apply(self, source: Source, targets: Sequence[date], laying: Laying) -> Outcome:
        """Lay a plan, a week or a day down on the weeks, or days, that hold the targets.

        One named change, none where nothing is to be added or removed. Returns what was done.
        """
        return self._applying.apply(source, targets, laying)

    # Inside

    def _add(self, draft: WeekPlanDraft, shifts: Sequence[PlannedShift], title: str) -> int:
        check_plan(draft, self.plans())
        for shift in shifts:
            check_planned(shift, draft.weeks)
        with _sentence_for_missing(), self._journal.change(title, EDIT_ROSTER) as db:
            plan_id = added(db, WeekPlanRow(**plan_columns(draft)))
            put_shifts(db, plan_id, {}, shifts)
        return plan_id

    def _free_name(self, name: str) -> str:
        taken = {one.name.casefold() for one in self.plans()}
        number = 2
        while f"{name} {number}".casefold() in taken:
            number += 1
        return f"{name} {number}"


@contextmanager
def _sentence_for_missing() -> Iterator[None]:
    """Say in a sentence that a person, position, room or shift type was removed meanwhile."""
    try:
        yield
    except IntegrityError as error:
        raise UserError(
            _("A person, position, room or shift type of this plan is no longer there.")
        ) from error
