"""A named week plan: the shifts of one week or of a rotation, without dates."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, timedelta

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_
from clinicmgr.kernel.periods import WEEKDAYS
from clinicmgr.schedule.records.forms import SHIFT_FIELDS
from clinicmgr.schedule.records.shifts import Shift, ShiftDraft

COLORS = (
    (0, N_("Violet")),
    (1, N_("Blue")),
    (2, N_("Green")),
    (3, N_("Orange")),
    (4, N_("Wine")),
    (5, N_("Red")),
    (6, N_("Gray")),
    (7, N_("Teal")),
)

WEEK_PLAN_FIELDS = (
    Field(
        "name",
        N_("Name"),
        required=True,
        help=N_("Such as “Normal”, “School holidays” or “Dr. Ruiz away”."),
    ),
    Field(
        "weeks",
        N_("Weeks"),
        "whole",
        required=True,
        default=1,
        help=N_("One, or as many as the rotation has before it begins again."),
    ),
    Field("color", N_("Color"), "choice", required=True, default=0, choices=COLORS),
    Field(
        "anchor",
        N_("Week 1 falls on"),
        "day",
        help=N_("A day of any week 1 of the rotation; empty: the first week it is applied to."),
    ),
    Field("note", N_("Note"), "long_text", help=N_("When the plan is meant to be used.")),
)
PLANNED_SHIFT_FIELDS = (
    Field("plan_id", N_("Week plan"), "choice"),
    Field("week", N_("Week"), "whole"),
    Field("weekday", N_("Weekday"), "choice", choices=tuple(enumerate(WEEKDAYS))),
    *(one for one in SHIFT_FIELDS if one.name not in {"day", "locked"}),
)


@dataclass(frozen=True, slots=True)
class PlannedShift:
    """A shift of a plan: in its week 1 to n, on a weekday (0 is Monday); without a member open.

    Times are minutes from midnight. The id is 0 until it is kept.
    """

    week: int
    weekday: int
    member_id: int | None
    start: int
    end: int
    position_id: int
    room_id: int | None = None
    site_id: int | None = None
    break_minutes: int = 0
    note: str = ""
    type_id: int | None = None
    id: int = 0

    def on(self, first: date) -> ShiftDraft:
        """The shift in the week that begins on `first`."""
        day = first + timedelta(days=(self.weekday - first.weekday()) % 7)
        values = {name: getattr(self, name) for name in _SHARED}
        return ShiftDraft(day=day, **values)

    @classmethod
    def like(cls, shift: Shift | ShiftDraft, week: int, shift_id: int = 0) -> PlannedShift:
        """The same as a shift of the roster, in a week of a plan; a lock is left behind."""
        values = {name: getattr(shift, name) for name in _SHARED}
        return cls(week=week, weekday=shift.day.weekday(), id=shift_id, **values)


_SHARED = tuple(
    one.name for one in fields(PlannedShift) if one.name not in {"id", "week", "weekday"}
)


@dataclass(frozen=True, slots=True)
class WeekPlanDraft:
    """A plan as somebody wants it. `anchor` is a day in some week 1 of the rotation."""

    name: str
    weeks: int = 1
    color: int = 0
    anchor: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """A plan with its shifts, by week, weekday and start; a rotation has several weeks."""

    id: int
    name: str
    weeks: int = 1
    color: int = 0
    anchor: date | None = None
    note: str = ""
    shifts: tuple[PlannedShift, ...] = ()

    def draft(self) -> WeekPlanDraft:
        """Its words as a draft, to change and hand back."""
        return WeekPlanDraft(self.name, self.weeks, self.color, self.anchor, self.note)
