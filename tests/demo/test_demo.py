"""The demo practice is alive on any day, and the same on the same day."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from clinicmgr.clinic import Clinic, opened
from clinicmgr.demo import build
from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.clock import FixedClock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.periods import week_of
from clinicmgr.schedule.records import Strength

PLANTED = {"credential", "double_booking", "leave", "availability", "demand_minimum"}


def rules_broken_this_week(clinic: Clinic, today: date) -> set[str]:
    monday = week_of(today, 0)
    return {one.rule for one in clinic.schedule.check(monday, monday + timedelta(days=6))}


def test_the_practice_is_as_large_as_promised(demo_clinic: Clinic) -> None:
    today = demo_clinic.clock.today()
    assert len(demo_clinic.staff.members(today)) == 24
    assert len(demo_clinic.places.sites()) == 2
    assert len(demo_clinic.places.rooms()) == 9
    history = demo_clinic.schedule.shifts(today - timedelta(days=3 * 364), today)
    assert len(history) > 12_000
    assert demo_clinic.settings.current().demo


def test_its_problems_are_named_with_the_people_they_concern(demo_clinic: Clinic) -> None:
    sentences = "\n".join(
        one.sentence for one in demo_clinic.schedule.check(date(2026, 11, 16), date(2026, 11, 22))
    )
    for words in (
        "Tessa Lind: CPR card expired on 10/30/2026",
        "Grace Kim: shifts overlap on Thu, Nov 19",
        "Marek Nowak: 9 h of rest",
        "Sofia Petrova is not available on Mon, Nov 16",
        "Front desk at Harbor Street: nobody on Fri, Nov 20",
        "Rosa Delgado: on leave on Wed, Nov 18",
    ):
        assert words in sentences


def test_next_weeks_wait_to_be_filled(demo_clinic: Clinic) -> None:
    first = date(2026, 11, 30)
    assert demo_clinic.schedule.shifts(first, first + timedelta(days=13)) == []
    assert demo_clinic.schedule.gaps(first, first + timedelta(days=13))


def test_most_of_the_history_went_well(demo_clinic: Clinic) -> None:
    for weeks in (10, 40, 70, 100, 130):
        monday = date(2026, 11, 16) - timedelta(weeks=weeks)
        broken = demo_clinic.schedule.check(monday, monday + timedelta(days=6))
        assert len([one for one in broken if one.strength is Strength.NEVER]) <= 12


def test_the_story_cannot_be_undone_but_the_visitor_can(demo_clinic: Clinic) -> None:
    assert demo_clinic.journal.undo_title is None
    shift = demo_clinic.schedule.shifts(date(2026, 11, 18), date(2026, 11, 18))[0]
    demo_clinic.schedule.remove_shifts([shift.id])
    assert demo_clinic.journal.undo() is not None


def test_the_file_is_sound(demo_clinic: Clinic) -> None:
    assert demo_clinic.practice.verify() == []


@pytest.mark.parametrize(
    "today",
    [
        date(2026, 11, 22),  # a Sunday
        date(2026, 11, 26),  # Thanksgiving
        date(2026, 12, 25),  # Christmas Day
        date(2027, 1, 2),  # a Saturday, in a week with New Year's Day
        date(2028, 2, 29),  # a leap day
        date(2027, 3, 14),  # the clocks go forward
        date(2026, 7, 4),
    ],
    ids=str,
)
def test_there_is_something_to_find_on_any_date(tmp_path: Path, today: date) -> None:
    build(tmp_path / "demo.clinic", today=today)
    clock = FixedClock(datetime.combine(today, time(9)))
    with opened(tmp_path / "demo.clinic", clock, Actor("Dana")) as clinic:
        assert rules_broken_this_week(clinic, today) >= PLANTED


def test_the_same_day_gives_the_same_practice(tmp_path: Path, demo_file: Path) -> None:
    build(tmp_path / "again.clinic", today=date(2026, 11, 18))
    hashes = []
    for path in (tmp_path / "again.clinic", demo_file):
        with opened(path, FixedClock(datetime(2026, 11, 18, 9)), Actor("Dana")) as clinic:
            hashes.append([(e.at, e.title, e.changes) for e in clinic.journal.history(limit=1000)])
    assert hashes[0] == hashes[1]


def test_a_file_that_is_there_is_not_overwritten(demo_file: Path) -> None:
    with pytest.raises(UserError, match="is there already"):
        build(demo_file, today=date(2026, 11, 18))
