"""The demo practice has equipment that lived three years, and something is wrong with it today."""

from datetime import date, timedelta

from clinicmgr.equipment.records import DueKind

TODAY = date(2026, 11, 18)


def test_three_years_of_work_and_readings_are_on_record(demo_clinic):
    equipment = demo_clinic.equipment
    assert 18 <= len(equipment.assets()) <= 24
    assert len(equipment.log()) > 300
    first = equipment.log()[0].closing.day
    assert TODAY - first > timedelta(days=1000)
    assert len(equipment.readings(date(2023, 1, 1), TODAY)) > 3000
    year = equipment.figures(date(2026, 1, 1), date(2026, 10, 31))
    assert 0.6 < year.on_time < 0.95
    assert 0 < year.readings_missing < year.readings_expected / 50


def test_what_is_wrong_today_is_said(demo_clinic):
    equipment = demo_clinic.equipment
    sentences = {item.kind: item.sentence for item in reversed(equipment.pressing(TODAY))}
    assert (
        "Vaccine fridge (E-001): Temperature: 9.4 °C is above" in sentences[DueKind.OUT_OF_LIMITS]
    )
    assert "Autoclave (E-003) is out of service since Nov 15" in sentences[DueKind.OUT_OF_SERVICE]
    assert "(E-012): Calibration was due on Oct 26, 2026, 23 days ago" in sentences[DueKind.OVERDUE]
    (out,) = equipment.out_of_service(TODAY, TODAY)
    rooms = {room.id: room.code for room in demo_clinic.places.rooms()}
    assert rooms[out.room_id] == "PX"
    assert demo_clinic.journal.verify() == []
