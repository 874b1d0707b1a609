"""Two week plans: the usual week, and the Saturdays that go round by turns."""

from datetime import timedelta

from clinicmgr.demo.scene import Scene
from clinicmgr.kernel.i18n import _
from clinicmgr.schedule.records.week_plans import WeekPlanDraft

_WEEK = timedelta(weeks=1)


def add(scene: Scene) -> None:
    """Keep two weeks without holidays as plans, on the Friday before this week."""
    plans = scene.clinic.schedule.week_plans
    scene.set_clock(scene.this_monday - timedelta(days=3), 15)
    usual = WeekPlanDraft(
        _("Normal"), anchor=scene.this_monday, note=_("The week without holidays and leave.")
    )
    plans.keep_weeks(scene.this_monday, usual)
    by_turns = WeekPlanDraft(
        _("Saturdays by turns"), weeks=2, color=2, anchor=scene.this_monday - 2 * _WEEK
    )
    turns = plans.keep_weeks(scene.this_monday - 2 * _WEEK, by_turns)
    plan = plans.plan(turns)
    plans.set_shifts(turns, [one for one in plan.shifts if one.weekday == 5])
