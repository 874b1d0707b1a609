"""A practice with Ann, Bob and Cy for the tests of the schedule."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from clinicmgr.clinic import Clinic
from clinicmgr.places.records import RoomDraft, SiteDraft
from clinicmgr.schedule.records import ShiftDraft
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.records import PositionDraft, StaffDraft


@dataclass(frozen=True)
class Practice:
    """The ids of everything there is."""

    clinic: Clinic
    ma: int
    fd: int
    ann: int
    bob: int
    cy: int
    main: int
    exam: int

    @property
    def schedule(self) -> Schedule:
        return self.clinic.schedule

    def draft(self, who: int | None, day: date, start: int, end: int, **more: Any) -> ShiftDraft:
        position = self.fd if who == self.cy else self.ma
        values: dict[str, Any] = {"start": start * 60, "end": end * 60, "position_id": position}
        return ShiftDraft(member_id=who, day=day, **(values | more))


@pytest.fixture
def practice(clinic: Clinic) -> Practice:
    staff, places = clinic.staff, clinic.places
    ma = staff.add_position(PositionDraft("Medical assistant", "MA", 0, 1))
    fd = staff.add_position(PositionDraft("Front desk", "FD", 1, 2))
    started = date(2020, 1, 1)
    ann = staff.hire(StaffDraft("Ann", "Lee", started, (ma,)))
    bob = staff.hire(StaffDraft("Bob", "Roy", started, (ma,)))
    cy = staff.hire(StaffDraft("Cy", "Fox", started, (fd,)))
    main = places.add_site(SiteDraft("Main Street", "M"))
    exam = places.add_room(RoomDraft(main, "Exam 1", "EX1"))
    return Practice(clinic, ma, fd, ann, bob, cy, main, exam)
