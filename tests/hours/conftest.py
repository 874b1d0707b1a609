"""A small practice: Ann at the front desk has a roster of two weeks; Bob and Cy are nurses."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from clinicmgr.hours.records import parse_day_entry
from clinicmgr.hours.service import Hours
from clinicmgr.schedule.records import ShiftDraft
from clinicmgr.staff.records import PositionDraft, StaffDraft

TODAY = date(2026, 11, 18)
MONDAY = date(2026, 11, 2)  # of the pay period before today's, which ends on Nov 15
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Crew:
    """The ids of the people and their positions."""

    desk: int
    nurse: int
    ann: int
    bob: int
    cy: int


@pytest.fixture
def hours(clinic) -> Hours:
    return clinic.hours


@pytest.fixture
def crew(clinic) -> Crew:
    staff = clinic.staff
    desk = staff.add_position(PositionDraft("Front desk", "FD"))
    nurse = staff.add_position(PositionDraft("Nurse", "RN"))
    ann = staff.hire(StaffDraft("Ann", "Lee", date(2024, 1, 8), (desk,), number="101"))
    bob = staff.hire(StaffDraft("Bob", "Marsh", date(2024, 3, 4), (nurse, desk), number="102"))
    cy = staff.hire(StaffDraft("Cy", "Young", date(2025, 6, 2), (nurse,), number="103"))
    for member, cents in ((ann, 2000), (bob, 3000), (cy, 4000)):
        staff.set_contract(member, date(2025, 6, 2), 40 * 60)
        staff.set_pay_rate(member, date(2025, 6, 2), cents)
    drafts = [
        ShiftDraft(ann, MONDAY + number * DAY, 8 * 60, 16 * 60 + 30, desk, break_minutes=30)
        for number in (0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16)
    ]
    clinic.schedule.edit(add=drafts)
    return Crew(desk, nurse, ann, bob, cy)


@pytest.fixture
def typed(clinic, crew):
    """Types days as the manager does: typed(member, day, "8-16:30 b30")."""

    def put(member_id: int, day: date, text: str) -> list[int]:
        entry = parse_day_entry(text, clinic.staff.positions())
        return clinic.hours.type_days({(member_id, day): entry})

    return put
