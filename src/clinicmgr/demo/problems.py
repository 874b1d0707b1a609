"""What is wrong this week, so that there is something to find: each a thing that happens.

1. Tessa Lind's CPR card expired 19 days ago, and she is on the roster.
2. Grace Kim has two shifts at the front desk that overlap.
3. A medical assistant called in sick today, or on the next open day.
4. Marek Nowak stays for the stock count until late and is to open the next morning.
5. Sofia Petrova is planned on a day she does not work.
6. Hannah Müller goes to a course, so nobody is at the Harbor Street desk that day.
7. The vaccination evening needs a nurse and has none yet: an open shift.
"""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from clinicmgr.demo.scene import Scene
from clinicmgr.schedule.records import Shift, ShiftDraft
from clinicmgr.staff.records import LeaveDraft, LeaveKind


def add(scene: Scene) -> None:
    """Let the week go wrong, on the days it is open."""
    days = scene.open_days(scene.this_monday)
    scene.set_clock(scene.this_monday - timedelta(days=3), 16)
    _overlap(scene, days[3 % len(days)])
    _late_then_early(scene, days)
    _wrong_day(scene, days[0])
    _empty_desk(scene, days[-1])
    _evening(scene, days[1 % len(days)])
    _sick_call(scene, days)


def _shifts_of(scene: Scene, name: str, day: date) -> list[Shift]:
    member_id = scene.people[name]
    return [one for one in scene.clinic.schedule.shifts(day, day) if one.member_id == member_id]


def _overlap(scene: Scene, day: date) -> None:
    scene.clinic.schedule.add_shift(
        ShiftDraft(
            scene.people["Kim"],
            day,
            14 * 60,
            17 * 60,
            scene.positions["FD"],
            scene.rooms["FD"],
            scene.sites["LM"],
            note="Covers for the phone upgrade",
        )
    )


def _late_then_early(scene: Scene, days: list[date]) -> None:
    """The day before an early shift, if there are two open days in a row."""
    schedule = scene.clinic.schedule
    for first, second in pairwise(days):
        today, tomorrow = _shifts_of(scene, "Nowak", first), _shifts_of(scene, "Nowak", second)
        if second - first == timedelta(days=1) and today and tomorrow:
            late = replace(
                today[0].draft(), start=13 * 60, end=22 * 60 + 30, note="Stock count", type_id=None
            )
            early = replace(tomorrow[0].draft(), start=7 * 60 + 30, end=16 * 60, type_id=None)
            schedule.edit(
                change={today[0].id: late, tomorrow[0].id: early}, title="Stock count with Marek"
            )
            return


def _wrong_day(scene: Scene, day: date) -> None:
    scene.clinic.schedule.add_shift(
        ShiftDraft(
            scene.people["Petrova"],
            day,
            8 * 60,
            12 * 60,
            scene.positions["TE"],
            scene.rooms["LB"],
            scene.sites["LM"],
        )
    )


def _empty_desk(scene: Scene, day: date) -> None:
    scene.clinic.schedule.remove_shifts([one.id for one in _shifts_of(scene, "Müller", day)])
    scene.clinic.staff.add_leave(
        LeaveDraft(scene.people["Müller"], day, day, LeaveKind.TRAINING, "Billing course")
    )


def _evening(scene: Scene, day: date) -> None:
    scene.clinic.schedule.add_shift(
        ShiftDraft(
            None,
            day,
            17 * 60,
            20 * 60,
            scene.positions["RN"],
            scene.rooms["PX"],
            scene.sites["LM"],
            note="Vaccination evening",
        )
    )


def _sick_call(scene: Scene, days: list[date]) -> None:
    """Whoever of these is to work on the day; if it is Saturday, on the last open day before."""
    day = next((one for one in days if one >= scene.today), days[-1])
    working = [name for name in ("Whitfield", "Delgado", "Boateng") if _shifts_of(scene, name, day)]
    scene.set_clock(min(day, scene.today), 7)
    for name in working[:1]:
        scene.clinic.staff.add_leave(
            LeaveDraft(scene.people[name], day, day, LeaveKind.SICK, "Called in at 6:50")
        )
