"""Shifts from and to the files of other programs: every bad row is told, nothing is half done."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.schedule.clinic_of_three import FRI, MON, SUN, THU, TUE, WED
from tests.schedule.conftest import Practice

from clinicmgr.exchange import Fate
from clinicmgr.kernel.errors import UserError
from clinicmgr.schedule.exchange import export_shifts, import_shifts, plan_shifts
from clinicmgr.schedule.records import ShiftTypeDraft

WEEK = timedelta(days=7)


def written(folder: Path, *lines: str) -> Path:
    path = folder / "shifts.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_shifts_come_with_times_types_positions_and_rooms(
    practice: Practice, tmp_path: Path
) -> None:
    front = practice.schedule.add_shift_type(ShiftTypeDraft("Front AM", "FA", 450, 720, 10))
    path = written(
        tmp_path,
        "Employee,Date,From,To,Type,Break,Role,Room,Notes",
        "Ann Lee,11/18/2026,8:00,16:30,,30,MA,EX1,opens",
        "Cy Fox,2026-11-18,,,FA,,,,",
        ",2026-11-19,22:00,6:00,,,Medical assistant,,",
    )

    plan = import_shifts(practice.schedule, path)

    assert plan.counts[Fate.NEW] == 3
    by_id = sorted(practice.schedule.shifts(MON, SUN), key=lambda one: one.id)
    assert [one.draft() for one in by_id] == [
        replace(
            practice.draft(practice.ann, WED, 8, 16, break_minutes=30, room_id=practice.exam),
            end=990,
            note="opens",
        ),
        replace(
            practice.draft(practice.cy, WED, 8, 12, break_minutes=10, type_id=front), start=450
        ),
        practice.draft(None, THU, 22, 30),
    ]
    assert practice.clinic.journal.undo_title == "Import 3 shifts"


def test_every_bad_row_is_listed_and_nothing_is_changed(practice: Practice, tmp_path: Path) -> None:
    practice.schedule.add_shift(practice.draft(practice.bob, FRI, 8, 12))
    path = written(
        tmp_path,
        "Staff member,Date,Start,End,Position",
        "Ann Lee,2026-11-18,8:00,12:00,MA",
        "Anne Le,2026-11-18,8:00,12:00,MA",
        "Ann Lee,2026-11-19,16:00,8:00,MA",
        "Ann Lee,2026-11-18,11:00,15:00,MA",
        "Ann Lee,2026-11-18,8:00,12:00,MA",
        "Bob Roy,2026-11-20,11:00,15:00,MA",
        "Bob Roy,2026-11-17,,,MA",
        "Bob Roy,someday,8:00,12:00,MA",
        ",2026-11-17,8:00,12:00,",
    )

    errors = plan_shifts(practice.schedule, path).errors

    assert [(one.line, one.column) for one in errors] == [
        (3, "Staff member"),
        (4, "End"),
        (5, "Start"),
        (6, ""),
        (7, "Start"),
        (8, "Start"),
        (9, "Date"),
        (10, "Position"),
    ]
    told = [one.sentence for one in errors]
    assert told[0] == "Unknown staff member 'Anne Le'. Did you mean Ann Lee?"
    assert told[1].startswith("The end is before the start")
    assert told[2] == "This overlaps line 2: nobody works two shifts at a time."
    assert told[3] == "This is the same entry as in line 2. Remove one of the two."
    assert told[4].startswith("Bob Roy has a shift 8:00 AM–12:00 PM on Fri, Nov 20 already")
    assert told[5] == "Give a start and an end, or a shift type."
    assert told[7] == "Name the position of this shift."
    with pytest.raises(UserError, match="8 of 9 rows have errors and nothing was imported"):
        import_shifts(practice.schedule, path)
    assert len(practice.schedule.shifts(MON, SUN)) == 1


def test_a_night_overlaps_the_morning_after_also_in_a_file(
    practice: Practice, tmp_path: Path
) -> None:
    path = written(
        tmp_path,
        "Name,Date,Start,End",
        "Ann Lee,2026-11-17,22:00,6:00",
        "Ann Lee,2026-11-18,5:00,9:00",
    )

    assert [one.line for one in plan_shifts(practice.schedule, path).errors] == [3]


def test_a_missing_column_is_told(practice: Practice, tmp_path: Path) -> None:
    with pytest.raises(UserError, match='No column gives "Date"'):
        plan_shifts(practice.schedule, written(tmp_path, "Name,Start", "Ann Lee,8:00"))


def test_a_dry_run_writes_nothing(practice: Practice, tmp_path: Path) -> None:
    path = written(tmp_path, "Name,Date,Start,End", "Ann Lee,2026-11-18,8:00,12:00")

    import_shifts(practice.schedule, path, dry_run=True)

    assert practice.schedule.shifts(MON, SUN) == []


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_what_is_exported_is_read_back_as_the_same(
    practice: Practice, tmp_path: Path, ending: str
) -> None:
    front = practice.schedule.add_shift_type(ShiftTypeDraft("Front AM", "FA", 450, 720))
    practice.schedule.edit(
        add=[
            practice.draft(practice.ann, MON, 8, 16, break_minutes=30, room_id=practice.exam),
            practice.draft(practice.bob, TUE, 22, 30, note="=1+1"),
            practice.draft(practice.bob, THU, 16, 24, locked=True),
            practice.draft(practice.cy, WED, 8, 12, type_id=front, site_id=practice.main),
        ]
    )
    path = tmp_path / f"roster{ending}"

    assert export_shifts(practice.schedule, path, MON, SUN) == 4
    plan = plan_shifts(practice.schedule, path)

    assert plan.errors == ()
    assert plan.counts[Fate.SAME] == 4
    before = practice.schedule.shifts(MON, SUN)
    practice.clinic.journal.undo()
    import_shifts(practice.schedule, path)
    after = practice.schedule.shifts(MON, SUN)
    assert [one.draft() for one in after] == [one.draft() for one in before]


def test_importing_again_changes_what_differs(practice: Practice, tmp_path: Path) -> None:
    shift_id = practice.schedule.add_shift(practice.draft(practice.ann, WED, 8, 12, note="keep"))
    path = written(tmp_path, "Name,Date,Start,End,Room", "Ann Lee,2026-11-18,8:00,12:00,Exam 1")

    plan = import_shifts(practice.schedule, path)

    assert plan.counts[Fate.CHANGED] == 1
    shift = practice.schedule.shift(shift_id)
    assert (shift.room_id, shift.note) == (practice.exam, "keep")


def test_two_people_of_one_name_are_not_guessed(practice: Practice, tmp_path: Path) -> None:
    twin = practice.clinic.staff.member(practice.bob).draft()
    practice.clinic.staff.change(practice.bob, replace(twin, first_name="Ann", last_name="Lee"))
    path = written(tmp_path, "Name,Date,Start,End", "Ann Lee,2026-11-18,8:00,12:00")

    (error,) = plan_shifts(practice.schedule, path).errors

    assert "several" in error.sentence


def test_a_year_of_shifts_is_one_change(practice: Practice, tmp_path: Path) -> None:
    lines = [f"Ann Lee,{date(2027, 1, 1) + timedelta(days=n)},8:00,16:00" for n in range(365)]

    import_shifts(practice.schedule, written(tmp_path, "Name,Date,Start,End", *lines))

    assert practice.clinic.journal.undo() == "Import 365 shifts"
    assert practice.schedule.shifts(date(2027, 1, 1), date(2027, 12, 31)) == []


def test_a_blank_break_changes_nothing_on_record(practice: Practice, tmp_path: Path) -> None:
    practice.schedule.add_shift(practice.draft(practice.ann, MON, 8, 16, break_minutes=30))
    header = "Staff member,Date,Start,End,Break (minutes),Note"
    path = written(tmp_path, header, "Ann Lee,2026-11-16,8:00,16:00,,")
    assert plan_shifts(practice.schedule, path).counts[Fate.SAME] == 1

    path = written(tmp_path, header, "Ann Lee,2026-11-16,8:00,16:00,,Keys")
    import_shifts(practice.schedule, path)
    (kept,) = practice.schedule.shifts(MON, MON)
    assert (kept.break_minutes, kept.note) == (30, "Keys")


def test_a_break_of_0_is_no_break(practice: Practice, tmp_path: Path) -> None:
    practice.schedule.add_shift(practice.draft(practice.ann, MON, 8, 16, break_minutes=30))
    header = "Staff member,Date,Start,End,Break (minutes)"
    path = written(tmp_path, header, "Ann Lee,2026-11-16,8:00,16:00,0")
    import_shifts(practice.schedule, path)
    assert practice.schedule.shifts(MON, MON)[0].break_minutes == 0
