"""Laying a plan, a week or a day down in the roster: the preview and the one change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import days, week_of
from clinicmgr.kernel.settings import Settings
from clinicmgr.schedule.records import ShiftDraft
from clinicmgr.schedule.records.week_plans import WeekPlan
from clinicmgr.schedule.records.week_plans_applying import (
    FromDay,
    FromPlan,
    FromWeek,
    Laying,
    Outcome,
    Source,
)
from clinicmgr.schedule.rules.rotation import laid_out
from clinicmgr.schedule.rules.rotation_conflicts import outcome
from clinicmgr.schedule.service.naming import Naming
from clinicmgr.schedule.service.review import Review
from clinicmgr.schedule.service.roster import Roster

MOST_WEEKS = 104
"""The longest stretch that is laid down at once."""
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


class Plans(Protocol):
    """Where a plan is found."""

    def plan(self, plan_id: int) -> WeekPlan:
        """Return one plan; UserError where it is gone."""
        ...


@dataclass(frozen=True, slots=True)
class _Layout:
    """What is wanted, on which days, and how the change is called."""

    wanted: list[ShiftDraft]
    days: tuple[date, ...]
    title: str


class Applying:
    """Knows the roster and the facts; decides nothing itself."""

    def __init__(
        self,
        plans: Plans,
        settings: Settings,
        review: Review,
        roster: Roster,
        naming: Callable[[], Naming],
    ) -> None:
        self._plans = plans
        self._settings = settings
        self._review = review
        self._roster = roster
        self._naming = naming

    def preview(self, source: Source, targets: Sequence[date], laying: Laying) -> Outcome:
        """Return what applying would do."""
        return self._outcome(self._layout(source, targets), laying)

    def apply(self, source: Source, targets: Sequence[date], laying: Laying) -> Outcome:
        """Do it as one change and return what was done."""
        layout = self._layout(source, targets)
        done = self._outcome(layout, laying)
        if done.changes:
            count = len(done.add)
            title = ngettext("{what}: {count} shift", "{what}: {count} shifts", count)
            self._roster.edit(
                [one.id for one in done.remove],
                done.add,
                {},
                title.format(what=layout.title, count=count),
            )
        return done

    def _outcome(self, layout: _Layout, laying: Laying) -> Outcome:
        first, last = min(layout.days), max(layout.days)
        facts = self._review.facts(first, last)
        there = self._roster.shifts(first - _DAY, last + _DAY)
        return outcome(layout.wanted, there, layout.days, facts, laying)

    # What is wanted

    def _layout(self, source: Source, targets: Sequence[date]) -> _Layout:
        if isinstance(source, FromDay):
            return self._of_day(source.day, sorted(set(targets) - {source.day}))
        start = self._settings.current().week_start
        weeks = sorted({week_of(day, start) for day in targets})
        if len(weeks) > MOST_WEEKS:
            raise UserError(_("Choose at most {count} weeks.").format(count=MOST_WEEKS))
        if isinstance(source, FromPlan):
            return self._of_plan(source, weeks, start)
        return self._of_week(source, week_of(source.day, start), weeks)

    def _of_plan(self, source: FromPlan, weeks: list[date], week_start: int) -> _Layout:
        plan = self._plans.plan(source.plan_id)
        _require(weeks, _("Choose the weeks to apply the plan to."))
        if not plan.shifts:
            raise UserError(
                _("The week plan {name} has no shifts yet. Type them into the plan first.").format(
                    name=plan.name
                )
            )
        wanted = list(laid_out(plan, weeks, week_start, source.week))
        words = ngettext(
            "Apply {name} to the week of {day}",
            "Apply {name} to {weeks} weeks from {day} on",
            len(weeks),
        )
        title = words.format(name=plan.name, weeks=len(weeks), day=self._naming().day(weeks[0]))
        return _Layout(wanted, tuple(_days_of(weeks)), title)

    def _of_week(self, source: FromWeek, begin: date, weeks: list[date]) -> _Layout:
        weeks = [one for one in weeks if one != begin]
        _require(weeks, _("Choose another week to copy to."))
        shifts = self._roster.shifts(begin, begin + _WEEK - _DAY)
        naming = self._naming()
        if not shifts:
            sentence = _("There are no shifts in the week of {day} to copy.")
            raise UserError(sentence.format(day=naming.day(begin)))
        wanted = [
            replace(one.draft(), day=first + (one.day - begin)) for first in weeks for one in shifts
        ]
        words = ngettext(
            "Copy week of {source} to {day}",
            "Copy week of {source} to {weeks} weeks from {day} on",
            len(weeks),
        )
        title = words.format(source=naming.day(begin), weeks=len(weeks), day=naming.day(weeks[0]))
        return _Layout(wanted, tuple(_days_of(weeks)), title)

    def _of_day(self, day: date, targets: list[date]) -> _Layout:
        _require(targets, _("Choose another day to copy to."))
        shifts = self._roster.shifts(day, day)
        naming = self._naming()
        if not shifts:
            sentence = _("There are no shifts on {day} to copy.")
            raise UserError(sentence.format(day=naming.day(day)))
        wanted = [replace(one.draft(), day=target) for target in targets for one in shifts]
        words = ngettext(
            "Copy {source} to {day}", "Copy {source} to {days} days from {day} on", len(targets)
        )
        title = words.format(source=naming.day(day), days=len(targets), day=naming.day(targets[0]))
        return _Layout(wanted, tuple(targets), title)


def _require(targets: Sequence[date], sentence: str) -> None:
    if not targets:
        raise UserError(sentence)


def _days_of(weeks: Sequence[date]) -> Iterator[date]:
    for first in weeks:
        yield from days(first, first + _WEEK - _DAY)
