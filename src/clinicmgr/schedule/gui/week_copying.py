"""Copying a week to its neighbor without asking, and saying what came of it."""

from __future__ import annotations

from datetime import date

from clinicmgr.qtkit.desk import Desk
from clinicmgr.schedule.records.week_plans_applying import FromWeek, Laying, Outcome
from clinicmgr.schedule.rules.rotation_words import summary
from clinicmgr.schedule.service import Schedule


def copy_week(
    schedule: Schedule, desk: Desk, source: date, target: date, *, as_open: bool = False
) -> bool:
    """Copy a week beside what another one has; shifts of people who are away become open ones.

    False where it was refused, which the desk has then said.
    """
    laying = Laying(absent_open=True, all_open=as_open)
    made: list[Outcome] = []
    if not desk.attempt(
        lambda: made.append(schedule.week_plans.apply(FromWeek(source), [target], laying))
    ):
        return False
    (done,) = made
    desk.toast(summary(done, done=True), undo=bool(done.changes))
    return True
