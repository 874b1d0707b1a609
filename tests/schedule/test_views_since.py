"""What has changed since a moment: the shifts of an edit alone, or more than shifts."""

from datetime import date
from typing import Any

import pytest

from clinicmgr.schedule.gui.roster_material import RosterMaterial, read_material
from clinicmgr.schedule.records import DemandDraft
from clinicmgr.staff.records import LeaveDraft

MON, TUE, SUN = (date(2026, 11, day) for day in (16, 17, 22))


def read(practice: Any, known: RosterMaterial | None = None) -> RosterMaterial:
    clinic = practice.clinic
    return read_material(clinic.schedule, clinic.settings.current(), MON, SUN, known)


def told(material: RosterMaterial) -> Any:
    return material.shifts, material.checker.violations, material.types


def test_an_edit_tells_its_shifts_and_those_that_are_gone(practice: Any) -> None:
    schedule = practice.schedule
    first = schedule.add_shift(practice.draft(practice.ann, MON, 8, 16))
    moment = schedule.since.now()
    second = schedule.add_shift(practice.draft(practice.bob, TUE, 8, 16))
    schedule.remove_shifts([first])
    found = schedule.since.shifts(moment)
    assert found.shifts == {first: None, second: schedule.shift(second)}
    assert found.earliest == MON


def test_nothing_has_changed_since_now(practice: Any) -> None:
    found = practice.schedule.since.shifts(practice.schedule.since.now())
    assert found.shifts == {}
    assert found.earliest is None


def test_more_than_shifts_is_said_so_that_all_is_read_again(practice: Any) -> None:
    moment = practice.schedule.since.now()
    practice.schedule.add_demand(DemandDraft(practice.ma, 0, 480, 720, 1, 1, MON))
    assert practice.schedule.since.shifts(moment) is None


@pytest.mark.parametrize("what", ["add", "change", "remove", "undo", "demand", "leave", "far"])
def test_going_on_with_what_is_known_says_the_same_as_reading_anew(
    practice: Any, what: str
) -> None:
    schedule, staff = practice.schedule, practice.clinic.staff
    own = schedule.add_shift(practice.draft(practice.ann, MON, 8, 16))
    schedule.add_shift(practice.draft(practice.ann, MON, 15, 20))
    known = read(practice)
    if what == "add":
        schedule.add_shift(practice.draft(practice.bob, MON, 8, 16, room_id=practice.exam))
    elif what == "change":
        schedule.change_shift(own, practice.draft(practice.bob, TUE, 9, 17))
    elif what == "remove":
        schedule.remove_shifts([own])
    elif what == "undo":
        practice.clinic.journal.undo()
    elif what == "demand":
        schedule.add_demand(DemandDraft(practice.ma, 0, 480, 720, 3, 3, date(2020, 1, 1)))
    elif what == "leave":
        staff.add_leave(LeaveDraft(practice.ann, MON, TUE))
    else:
        schedule.change_shift(own, practice.draft(practice.ann, date(2027, 3, 1), 8, 16))
    assert told(read(practice, known)) == told(read(practice))
