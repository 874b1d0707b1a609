"""The way from the page Today to the stand-ins."""

from datetime import date, timedelta
from typing import Any

from tests.today.gui.conftest import see

from clinicmgr.schedule.records import ShiftTypeDraft

__all__ = ["see"]


def test_today_asks_on_the_schedule_who_is_out(see: Any, practice: Any) -> None:
    schedule, day = practice.schedule, date(2026, 11, 18)
    schedule.add_shift_type(ShiftTypeDraft("Assistant early", "ME", 450, 960, 30, practice.ma))
    schedule.add_shift(practice.draft(practice.ann, day, 8, 12))
    sight = see(practice.clinic, schedule).settle()
    assert sight.page.out.text() == "Someone is out…"
    sight.page.out.trigger()
    sight.page.step(1)
    sight.page.out.trigger()
    assert sight.went == [
        ("schedule", ("call-out", None, day)),
        ("schedule", ("call-out", None, day + timedelta(days=1))),
    ]
    sight.settle()
