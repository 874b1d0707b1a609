"""A small practice with a vaccine fridge, an autoclave and an extinguisher."""

from dataclasses import dataclass
from datetime import date

import pytest

from clinicmgr.equipment.records import AssetDraft, Closing, PlanDraft, PointDraft, Unit
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.journal import Journal
from clinicmgr.places.records import RoomDraft, SiteDraft
from clinicmgr.places.service import Places
from clinicmgr.staff.records import PositionDraft, StaffDraft
from clinicmgr.staff.service import Staff

TODAY = date(2026, 11, 18)
HOLIDAY = date(2026, 11, 11)


@dataclass(frozen=True)
class Workshop:
    """The ids of what the small practice has."""

    laboratory: int
    exam: int
    ana: int
    fridge: int
    autoclave: int
    extinguisher: int
    temperature: int
    spore_test: int


@pytest.fixture
def staff(journal: Journal, clock: Clock) -> Staff:
    return Staff(journal, clock)


@pytest.fixture
def places(journal: Journal) -> Places:
    return Places(journal)


@pytest.fixture
def equipment(journal: Journal, staff: Staff, places: Places, clock: Clock) -> Equipment:
    return Equipment(journal, staff, places, clock, lambda _first, _last: {HOLIDAY})


@pytest.fixture
def workshop(equipment: Equipment, staff: Staff, places: Places) -> Workshop:
    site = places.add_site(SiteDraft("Lakeside", "LM"))
    laboratory = places.add_room(RoomDraft(site, "Laboratory", "LB"))
    exam = places.add_room(RoomDraft(site, "Exam 1", "X1"))
    nurse = staff.add_position(PositionDraft("Nurse", "RN"))
    ana = staff.hire(StaffDraft("Ana", "Ruiz", date(2024, 2, 1), (nurse,)))
    fridge = equipment.add_asset(
        AssetDraft("E-004", "Vaccine fridge", "Cold storage", "Helmer", "HLR105", "F77", laboratory,
                   date(2024, 3, 1), 420_000, date(2026, 12, 1))
    )  # fmt: skip
    autoclave = equipment.add_asset(
        AssetDraft("E-010", "Autoclave", "Sterilization", "Tuttnauer", "EZ9", "A12", laboratory,
                   date(2023, 1, 31))
    )  # fmt: skip
    extinguisher = equipment.add_asset(AssetDraft("F-001", "Extinguisher", room_id=exam))
    temperature = equipment.add_point(
        PointDraft(fridge, "Temperature", date(2026, 11, 2), "°C", 1, 20, 80, (450, 990))
    )
    spore_test = equipment.add_plan(
        PlanDraft(autoclave, "Spore test", date(2026, 11, 2), 1, Unit.WEEKS, lead_days=2,
                  member_id=ana, checklist=("Load the strip", "Read the strip"))
    )  # fmt: skip
    return Workshop(laboratory, exam, ana, fridge, autoclave, extinguisher, temperature, spore_test)


@pytest.fixture
def closing() -> Closing:
    return Closing(TODAY, "Ana Ruiz", 20, 1500, 0, "Done")
