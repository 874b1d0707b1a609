"""Week plans and rotations: what a plan must be, and its shifts laid out over weeks."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import week_of
from clinicmgr.schedule.records import Shift, ShiftDraft
from clinicmgr.schedule.records.week_plans import PlannedShift, WeekPlan, WeekPlanDraft
from clinicmgr.schedule.rules.drafts import LONGEST_NAME, LONGEST_NOTE, check_shift

MOST_WEEKS = 26
"""The longest rotation: half a year."""
_WEEK = timedelta(days=7)


def check_plan(
    draft: WeekPlanDraft, others: Iterable[WeekPlan], shifts: Iterable[PlannedShift] = ()
) -> None:
    """Raise a UserError unless the plan has a name of its own and room for its shifts."""
    if not draft.name.strip() or len(draft.name) > LONGEST_NAME:
        raise UserError(
            _("Give the plan a name of at most {count} letters.").format(count=LONGEST_NAME),
            field="name",
        )
    if any(one.name.casefold() == draft.name.strip().casefold() for one in others):
        raise UserError(
            _("There is a plan {name} already. Choose another name.").format(name=draft.name),
            field="name",
        )
    if not 1 <= draft.weeks <= MOST_WEEKS:
        raise UserError(_("A plan has 1 to {most} weeks.").format(most=MOST_WEEKS), field="weeks")
    if len(draft.note) > LONGEST_NOTE:
        raise UserError(
            _("The note is too long; use at most {count} letters.").format(count=LONGEST_NOTE),
            field="note",
        )
    _check_beyond(draft.weeks, shifts)


def check_planned(shift: PlannedShift, weeks: int) -> None:
    """Raise a UserError unless the shift lies in the plan and has sensible times."""
    if not 1 <= shift.week <= weeks or shift.weekday not in range(7):
        raise UserError(_("This shift lies outside of the plan's weeks."))
    check_shift(shift.on(date.min))


def _check_beyond(weeks: int, shifts: Iterable[PlannedShift]) -> None:
    beyond = [one for one in shifts if one.week > weeks]
    if beyond:
        words = ngettext(
            "The weeks after week {weeks} still have {count} shift. Remove it first.",
            "The weeks after week {weeks} still have {count} shifts. Remove them first.",
            len(beyond),
        )
        raise UserError(words.format(weeks=weeks, count=len(beyond)), field="weeks")


def rotation_week(weeks: int, first: date, begin: date) -> int:
    """Return which week of a rotation, 1 to n, falls on the week that begins on `first`.

    `begin` is the first day of any week 1; weeks before it count backwards.
    """
    return (first - begin).days // 7 % weeks + 1


def numbered(
    plan: WeekPlan, weeks: Sequence[date], week_start: int, first_is: int | None = None
) -> dict[date, int]:
    """Return which of the plan's weeks falls on each of these, given by their first days.

    `first_is` tells which one the earliest of them is; None: as the anchor says, and without one
    week 1. Weeks in between that are not named still count.
    """
    if not weeks:
        return {}
    begin = min(weeks)
    if first_is is not None:
        begin -= (first_is - 1) * _WEEK
    elif plan.anchor is not None:
        begin = week_of(plan.anchor, week_start)
    return {first: rotation_week(plan.weeks, first, begin) for first in weeks}


def laid_out(
    plan: WeekPlan, weeks: Sequence[date], week_start: int, first_is: int | None = None
) -> Iterator[ShiftDraft]:
    """Yield the plan's shifts in these weeks, `numbered` in the same way."""
    by_week: dict[int, list[PlannedShift]] = {}
    for planned in plan.shifts:
        by_week.setdefault(planned.week, []).append(planned)
    for first, number in numbered(plan, weeks, week_start, first_is).items():
        for planned in by_week.get(number, ()):
            yield planned.on(first)


def planned_from(shifts: Iterable[Shift], first: date) -> tuple[PlannedShift, ...]:
    """Return the shifts of real weeks, of which the first begins on `first`, as those of a plan."""
    return tuple(PlannedShift.like(one, (one.day - first).days // 7 + 1) for one in shifts)
