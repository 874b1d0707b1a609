"""Assets and readings from a file: all of it or nothing, and every reason at once."""

from datetime import date
from pathlib import Path

import pytest

from clinicmgr.equipment.exchange import (
    export_assets,
    export_readings,
    import_assets,
    import_readings,
    plan_assets,
    plan_readings,
)
from clinicmgr.equipment.records import ReadingDraft
from clinicmgr.kernel.errors import UserError

TODAY = date(2026, 11, 18)
HEADER = (
    "Barcode,Description,Manufacturer,Serial no,Location,Purchase date,Acquisition cost,Warranty\n"
)
GOOD = HEADER + (
    "E-020,Scale,Seca,,exam 1,2/29/2024,$450.00,\n"
    'E-004,"Vaccine fridge, big",Helmer,F77,LB,3/1/2024,4200,12/1/2026\n'
)


def written(tmp_path: Path, content: str, name: str = "assets.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode())
    return path


def test_a_list_of_assets_comes_in_in_one_step(equipment, workshop, journal, tmp_path):
    done = import_assets(equipment, written(tmp_path, GOOD))
    assert done.summary() == "1 new, 1 changed, 0 same, 0 with errors."
    scale = equipment.assets()[2]
    assert (scale.tag, scale.room_id, scale.cost_cents) == ("E-020", workshop.exam, 45000)
    fridge = equipment.asset(workshop.fridge)
    assert (fridge.name, fridge.model) == ("Vaccine fridge, big", "HLR105")
    assert journal.undo_title == "Import 2 assets"
    journal.undo()
    assert len(equipment.assets()) == 3


def test_a_bad_list_changes_nothing_and_every_reason_is_told(
    equipment, workshop, journal, tmp_path
):
    bad = HEADER + (
        "E-021,Scale,,,Exam 7,3/1/2024,,\n"  # no such room
        "E-022,,,,,2/30/2024,abc,\n"  # no name, no date, no money
        "E-023,Lamp,,,,3/1/2024,,1/1/2020\n"  # the warranty ends before the purchase
        "E 24,Lamp,,,,,,\n"  # a space in the tag
        "E-025,Lamp,,,,,,\n"
        "e-025,Lamp,,,,,,\n"  # twice
        "E-026,Lamp,,,,,-3,\n"
    )
    path, last = written(tmp_path, bad), journal.undo_title
    errors = [str(each) for each in plan_assets(equipment, path).errors]
    expected = [
        ("Line 2, Location", "Did you mean Exam 1?"),
        ("Line 3, Description", "missing"),
        ("Line 3, Purchase date", "2/30/2024"),
        ("Line 3, Acquisition cost", "abc"),
        ("Line 4, Warranty", "before the purchase"),
        ("Line 5, Barcode", "without spaces"),
        ("Line 7", "same entry as in line 6"),
        ("Line 8, Acquisition cost", "less than nothing"),
    ]
    assert len(errors) == len(expected)
    for error, (place, part) in zip(errors, expected, strict=True):
        assert error.startswith(place)
        assert part in error
    with pytest.raises(UserError, match="nothing was imported"):
        import_assets(equipment, path)
    assert (len(equipment.assets()), journal.undo_title) == (3, last)


@pytest.mark.parametrize("name", ["assets.csv", "assets.xlsx"])
def test_what_is_exported_comes_back_as_the_same(equipment, workshop, tmp_path, name):
    equipment.change_asset(
        workshop.extinguisher,
        equipment.asset(workshop.extinguisher).draft().__class__("F-001", "=1+1", note="<b>\n&"),
    )
    assert export_assets(equipment, tmp_path / name) == 3
    assert plan_assets(equipment, tmp_path / name).summary() == (
        "0 new, 0 changed, 3 same, 0 with errors."
    )


READINGS = "Asset,Date,Time,Temp,Initials\n"


def test_a_logger_file_comes_in_and_a_recent_excursion_opens_work(
    equipment, workshop, journal, tmp_path
):
    equipment.record(ReadingDraft(workshop.temperature, date(2026, 11, 16), 450, 40))
    content = READINGS + (
        "E-004,11/2/2026,7:30,9.5,AR\n"  # long ago: told by the log, opens nothing
        "E-004,11/16/2026,7:30 AM,4.1,\n"  # was 4.0
        "E-004,11/17/2026,7:31,8.9,AR\n"
        "e-004,11/17/2026,16:30,9.0 °C,AR\n"
    )
    done = import_readings(equipment, written(tmp_path, content))
    assert done.summary() == "3 new, 1 changed, 0 same, 0 with errors."
    assert [each.value for each in equipment.readings(date(2026, 11, 1), TODAY)] == [95, 41, 89, 90]
    assert [each.title for each in equipment.open_work()] == ["Temperature: 8.9 °C is above 8.0 °C"]
    journal.undo()
    assert equipment.open_work() == []


def test_bad_readings_are_told_by_line_and_nothing_is_kept(equipment, workshop, tmp_path):
    content = READINGS + (
        "E-005,11/16/2026,7:30,4,\n"
        "E-010,11/16/2026,7:30,4,\n"  # nothing is read there
        "E-004,11/16/2026,25:00,4,\n"
        "E-004,11/16/2026,7:30,warm,\n"
        "E-004,11/16/2026,7:31,420,\n"
        "E-004,11/16/2020,7:30,4,\n"
        "E-004,11/19/2026,7:30,4,\n"
        "E-004,11/13/2026,7:30,4,\n"
        "E-004,11/13/2026,7:30,4,\n"
    )
    errors = [str(each) for each in plan_readings(equipment, written(tmp_path, content)).errors]
    expected = [
        ("Line 2, Asset", "Did you mean E-004?"),
        ("Line 3", "has: nothing yet"),
        ("Line 4, Time", "25:00"),
        ("Line 5, Temp", "“warm” is not a reading"),
        ("Line 6, Temp", "check the decimal point"),
        ("Line 7, Date", "before the purchase"),
        ("Line 8, Date", "still to come"),
        ("Line 10", "same entry as in line 9"),
    ]
    assert len(errors) == len(expected), errors
    for error, (place, part) in zip(errors, expected, strict=True):
        assert error.startswith(place), error
        assert part in error


def test_exported_readings_come_back_as_the_same(equipment, workshop, tmp_path):
    for day in (16, 17):
        equipment.record(
            ReadingDraft(workshop.temperature, date(2026, 11, day), 455, 40 + day, "AR", "fine")
        )
    path = tmp_path / "readings.csv"
    assert export_readings(equipment, path, date(2026, 11, 1), TODAY) == 2
    assert plan_readings(equipment, path).summary() == "0 new, 0 changed, 2 same, 0 with errors."
