"""A small practice: Ana the nurse, Bo the assistant, their positions, skills and cards."""

from dataclasses import dataclass
from datetime import date

import pytest

from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.journal import Journal
from clinicmgr.staff.records import (
    CredentialKindDraft,
    PositionDraft,
    SkillDraft,
    StaffDraft,
)
from clinicmgr.staff.service import Staff


@dataclass(frozen=True)
class Lakeside:
    """The ids of what the small practice has."""

    nurse: int
    assistant: int
    x_ray: int
    spanish: int
    cpr: int
    license: int
    ana: int
    bo: int


@pytest.fixture
def staff(journal: Journal, clock: Clock) -> Staff:
    return Staff(journal, clock)


@pytest.fixture
def lakeside(staff: Staff) -> Lakeside:
    nurse = staff.add_position(PositionDraft("Nurse", "RN", color=1, rank=1))
    assistant = staff.add_position(PositionDraft("Medical assistant", "MA", color=2, rank=2))
    x_ray = staff.add_skill(SkillDraft("X-ray"))
    spanish = staff.add_skill(SkillDraft("Spanish"))
    cpr = staff.add_credential_kind(CredentialKindDraft("CPR card", 60, (nurse, assistant)))
    license_ = staff.add_credential_kind(CredentialKindDraft("RN license", 90, (nurse,)))
    ana = staff.hire(
        StaffDraft(
            "Ana",
            "Ruiz",
            date(2024, 2, 1),
            position_ids=(nurse,),
            skill_ids=(x_ray,),
            email="ana@lakeside.com",
            phone="(312) 555-0142",
            number="1001",
        )
    )
    bo = staff.hire(StaffDraft("Bo", "Lee", date(2025, 6, 1), position_ids=(assistant,)))
    return Lakeside(nurse, assistant, x_ray, spanish, cpr, license_, ana, bo)
