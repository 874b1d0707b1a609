"""The roster knows the machines: a room whose equipment is out of service is said so."""

from datetime import date, timedelta

from clinicmgr.clinic import Clinic
from clinicmgr.schedule.records import Strength, Violation

MON = date(2026, 11, 16)


def out_of_service(clinic: Clinic) -> list[Violation]:
    broken = clinic.schedule.check(MON, MON + timedelta(days=6))
    return [one for one in broken if one.rule == "out_of_service"]


def test_whoever_is_planned_into_the_room_of_a_broken_machine_is_told(demo_clinic: Clinic) -> None:
    (found,) = out_of_service(demo_clinic)
    assert found.sentence.startswith(
        "Procedure room: Autoclave is out of service since Sun, Nov 15"
    )
    assert found.sentence.endswith("Planned there: Tue, Nov 17, 5:00 PM–8:00 PM.")
    assert found.strength is Strength.AVOID
    assert found.day == date(2026, 11, 17)


def test_once_it_works_again_nothing_is_said(demo_clinic: Clinic) -> None:
    equipment = demo_clinic.equipment
    (outage,) = [one for one in equipment.outages() if one.back is None]
    equipment.bring_back(outage.asset_id, date(2026, 11, 16))
    assert out_of_service(demo_clinic) == []
    demo_clinic.journal.undo()
    assert len(out_of_service(demo_clinic)) == 1
