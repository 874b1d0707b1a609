"""A small practice: Ann and Bob are medical assistants, Cy is at the front desk, Eve is a nurse."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from clinicmgr.clinic import Clinic
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.domain import Due, Told
from clinicmgr.places.records import RoomDraft, SiteDraft
from clinicmgr.schedule.records import DemandDraft, ShiftDraft
from clinicmgr.staff.records import LeaveDraft, LeaveKind, PositionDraft, StaffDraft
from clinicmgr.today.service import Today

TODAY = date(2026, 11, 18)


class Part:
    """A small domain that says what it is told to say, and counts how often it was asked."""

    def __init__(self, *found: Due) -> None:
        self.found = list(found)
        self.asked: list[date] = []

    def told(self) -> Told:
        return Told("Part")

    def names(self) -> dict[str, dict[int, str]]:
        return {}

    def find(self, text: str) -> list[Any]:
        return []

    def due(self, on: date) -> list[Due]:
        self.asked.append(on)
        return list(self.found)


@dataclass(frozen=True)
class Practice:
    """The ids of everything there is."""

    clinic: Clinic
    ma: int
    fd: int
    rn: int
    ann: int
    bob: int
    cy: int
    eve: int
    exam: int

    def shift(self, who: int | None, day: date, start: float, end: float, **more: Any) -> int:
        position = {self.cy: self.fd, self.eve: self.rn}.get(who or 0, self.ma)
        values: dict[str, Any] = {"position_id": position} | more
        draft = ShiftDraft(
            member_id=who, day=day, start=int(start * 60), end=int(end * 60), **values
        )
        return self.clinic.schedule.add_shift(draft)

    def leave(self, who: int, first: date, last: date, kind: LeaveKind = LeaveKind.SICK) -> int:
        return self.clinic.staff.add_leave(LeaveDraft(who, first, last, kind))

    def need(self, position: int, day: date, start: int, end: int, minimum: int) -> None:
        self.clinic.schedule.add_demand(
            DemandDraft(
                position, day.weekday(), start * 60, end * 60, minimum, minimum, date(2020, 1, 1)
            )
        )

    def today(self, *domains: Any, clock: Clock | None = None) -> Today:
        clinic = self.clinic
        return Today(domains, clinic.schedule, clinic.staff, clinic.places, clock or clinic.clock)


@pytest.fixture
def practice(clinic: Clinic) -> Practice:
    staff, places = clinic.staff, clinic.places
    ma = staff.add_position(PositionDraft("Medical assistant", "MA", 2, 2))
    fd = staff.add_position(PositionDraft("Front desk", "FD", 3, 3))
    rn = staff.add_position(PositionDraft("Nurse", "RN", 1, 1))
    started = date(2020, 1, 1)
    ann = staff.hire(StaffDraft("Ann", "Lee", started, (ma,), phone="555-0101"))
    bob = staff.hire(StaffDraft("Bob", "Roy", started, (ma,), phone="555-0102"))
    cy = staff.hire(StaffDraft("Cy", "Fox", started, (fd,)))
    eve = staff.hire(StaffDraft("Eve", "Orr", started, (rn,)))
    main = places.add_site(SiteDraft("Main Street", "M"))
    exam = places.add_room(RoomDraft(main, "Exam 1", "EX1"))
    return Practice(clinic, ma, fd, rn, ann, bob, cy, eve, exam)


@pytest.fixture
def part() -> type[Part]:
    """Makes a small domain from what it is to say."""
    return Part
