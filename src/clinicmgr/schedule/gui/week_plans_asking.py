"""What the panel asks for a plan, a week or a day, and what the answers mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.periods import days, format_day
from clinicmgr.schedule.records.week_plans import WeekPlan
from clinicmgr.schedule.records.week_plans_applying import (
    Conflicts,
    FromDay,
    FromPlan,
    FromWeek,
    Laying,
    Source,
)
from clinicmgr.schedule.rules.rotation import MOST_WEEKS
from clinicmgr.schedule.service import Schedule

Pairs = Sequence[tuple[object, str]]
MOST_AT_ONCE = 53
"""A year of weeks; each of them is offered to be left out."""
DAYS_AHEAD = 13
"""How many days after the one that is copied are offered: this week and the next."""

_CONFLICTS = Field(
    "conflicts",
    N_("Shifts that are there already"),
    "choice",
    required=True,
    default=Conflicts.KEEP,
    choices=lambda: [(one, one.label) for one in Conflicts],
)
_ABSENT = Field("absent_open", N_("Shifts of people who are away: add as open ones"), "flag")
_ALL_OPEN = Field("all_open", N_("Copy without the people"), "flag")
_FIRST = Field("first", N_("First week"), "day", required=True, help=N_("Any day of it."))
_WEEKS = Field("weeks", N_("Weeks in a row"), "whole", required=True, default=1)
_ONLY = Field(
    "only", N_("Only some of them"), "choices", help=N_("None chosen: all of these weeks.")
)
_PLAN = Field("plan", N_("Week plan"), "choice", required=True)
_BEGIN = Field(
    "week",
    N_("Begin with"),
    "choice",
    help=N_("Empty: as the plan says on which week its week 1 falls."),
)
_DAYS = Field("days", N_("Copy to"), "choices")

Answer = tuple[Source, Sequence[date], Laying]


@dataclass(frozen=True, slots=True)
class Asking:
    """One of the three panels: its title, its fields and the values it begins with.

    `day` is in the week, or is the day, that is copied; None for a plan.
    """

    title: str
    note: str
    button: str
    fields: tuple[Field, ...]
    values: Mapping[str, object]
    day: date | None = None

    @property
    def is_plan(self) -> bool:
        """Whether a plan is laid down."""
        return self.day is None

    def weeks(self, schedule: Schedule, values: Mapping[str, Any]) -> Sequence[date]:
        """The first days of the weeks in a row; UserError where they are none or too many."""
        if not 1 <= values["weeks"] <= MOST_AT_ONCE:
            words = _("Choose 1 to {most} weeks.").format(most=MOST_AT_ONCE)
            raise UserError(words, field="weeks")
        return schedule.week_plans.weeks(values["first"], values["weeks"])

    def answer(self, schedule: Schedule, values: Mapping[str, Any]) -> Answer:
        """What the answers mean; UserError where a week is missing."""
        laying = Laying(
            Conflicts(values["conflicts"]), values["absent_open"], values.get("all_open", False)
        )
        if self.day is not None and "days" in values:
            return FromDay(self.day), values["days"], laying
        weeks = self.weeks(schedule, values)
        weeks = [one for one in weeks if one in values["only"]] or weeks
        if self.day is not None:
            return FromWeek(self.day), weeks, laying
        return FromPlan(values["plan"], values["week"]), weeks, laying


def ask_plan(
    plans: Callable[[], Sequence[WeekPlan]], weeks: Callable[[], Pairs], first: date
) -> Asking:
    """Ask which plan is to be applied from the week of a day on; `weeks` are to choose from."""
    fields = (
        _PLAN.choosing(lambda: [(one.id, one.name) for one in plans()]),
        _FIRST,
        _WEEKS,
        _ONLY.choosing(weeks),
        _BEGIN.choosing(lambda: _numbered(MOST_WEEKS)),
        _CONFLICTS,
        _ABSENT,
    )
    values = {"plan": next((one.id for one in plans()), None), "first": first}
    note = _("Locked shifts, leave and closed days are respected.")
    return Asking(_("Apply a week plan"), note, _("Apply"), fields, values)


def ask_week(weeks: Callable[[], Pairs], day: date, locale: str) -> Asking:
    """Ask to which weeks the week of a day is copied."""
    note = _("The week of {day}").format(day=format_day(day, "weekday", locale))
    fields = (_FIRST, _WEEKS, _ONLY.choosing(weeks), _CONFLICTS, _ABSENT, _ALL_OPEN)
    values = {"first": day + timedelta(weeks=1)}
    return Asking(_("Copy the week"), note, _("Copy"), fields, values, day)


def ask_day(day: date, locale: str) -> Asking:
    """Ask to which days a day is copied: those of its week and of the next one."""
    offered = days(day - timedelta(days=day.weekday()), day + timedelta(days=DAYS_AHEAD))
    pairs: Pairs = [(one, format_day(one, "weekday", locale)) for one in offered if one != day]
    fields = (_DAYS.choosing(lambda: pairs), _CONFLICTS, _ABSENT, _ALL_OPEN)
    title = _("Copy the day")
    return Asking(title, format_day(day, "long", locale), _("Copy"), fields, {}, day)


def weeks_of(plans: Sequence[WeekPlan], plan_id: object) -> Pairs:
    """The weeks of a rotation, to begin with one of them; none for a plan of one week."""
    count = next((one.weeks for one in plans if one.id == plan_id), 1)
    return _numbered(count) if count > 1 else []


def _numbered(count: int) -> Pairs:
    return [(number, _("Week {number}").format(number=number)) for number in range(1, count + 1)]
