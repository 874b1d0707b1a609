"""A small practice with two providers, a technician, an X-ray room, and lines to count."""

from dataclasses import dataclass
from datetime import date

import pytest

from clinicmgr.activity.records import LineKind, PayerClassDraft, ServiceLineDraft
from clinicmgr.activity.service import Activity
from clinicmgr.clinic import Clinic
from clinicmgr.equipment.records import AssetDraft
from clinicmgr.places.records import RoomDraft, SiteDraft
from clinicmgr.staff.records import PositionDraft, StaffDraft

TODAY = date(2026, 11, 18)


@dataclass(frozen=True)
class Office:
    """The ids of what the small practice has."""

    ana: int
    ben: int
    tom: int
    eve: int
    visit: int
    wound: int
    x_ray: int
    medicare: int
    self_pay: int
    exam: int
    imaging: int
    desk: int
    night: int
    machine: int
    provider: int


@pytest.fixture
def activity(clinic: Clinic) -> Activity:
    return clinic.activity


@pytest.fixture
def office(clinic: Clinic, activity: Activity) -> Office:
    site = clinic.places.add_site(SiteDraft("Lakeside", "LM"))
    exam = clinic.places.add_room(RoomDraft(site, "Exam 1", "X1", 3))
    imaging = clinic.places.add_room(RoomDraft(site, "Imaging", "IM", hours="Mon-Thu 8-12"))
    desk = clinic.places.add_room(RoomDraft(site, "Front desk", "FD", 3))
    night = clinic.places.add_room(RoomDraft(site, "Night room", "NR", hours="Mon-Thu 0-8"))
    provider = clinic.staff.add_position(PositionDraft("Provider", "PR"))
    technician = clinic.staff.add_position(PositionDraft("Technician", "TE"))
    front = clinic.staff.add_position(PositionDraft("Front desk", "FD"))
    began = date(2024, 2, 1)
    ana, ben, tom, eve = (
        clinic.staff.hire(StaffDraft(first, last, began, (position,), ended=ended))
        for first, last, position, ended in (
            ("Ana", "Ruiz", provider, None),
            ("Ben", "Sato", provider, date(2026, 10, 30)),
            ("Tom", "Ueda", technician, None),
            ("Eve", "Zhou", front, None),
        )
    )
    machine = clinic.equipment.add_asset(
        AssetDraft("E-001", "X-ray machine", room_id=imaging, purchased=date(2025, 1, 6))
    )
    visit = activity.add_line(
        ServiceLineDraft("Office visit", "OV", minutes=20, rank=1, position_ids=(provider,))
    )
    wound = activity.add_line(
        ServiceLineDraft(
            "Wound care", "WC", LineKind.PROCEDURE, 30, (exam,), rank=2, position_ids=(provider,)
        )
    )
    x_ray = activity.add_line(
        ServiceLineDraft(
            "X-ray", "XR", LineKind.DIAGNOSTIC, 15, (imaging,), machine, rank=3,
            position_ids=(technician,),
        )
    )  # fmt: skip
    medicare = activity.add_payer_class(PayerClassDraft("Medicare", "MC", 1))
    self_pay = activity.add_payer_class(PayerClassDraft("Self-pay", "SP", 2))
    return Office(
        ana, ben, tom, eve, visit, wound, x_ray, medicare, self_pay, exam, imaging, desk,
        night, machine, provider,
    )  # fmt: skip
