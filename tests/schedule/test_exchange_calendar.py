"""Shifts in the calendars that people carry with them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from icalendar.cal import Component
from tests.schedule.clinic_of_three import MON, SUN, THU, TUE, WED
from tests.schedule.conftest import Practice

from clinicmgr.kernel.errors import UserError
from clinicmgr.schedule.exchange import export_calendar


def events(path: Path) -> list[Component]:
    return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def test_a_person_gets_an_event_for_each_shift(practice: Practice, tmp_path: Path) -> None:
    shift_id = practice.schedule.add_shift(
        practice.draft(
            practice.ann, WED, 8, 16, break_minutes=30, room_id=practice.exam, note="bring keys"
        )
    )
    practice.schedule.add_shift(practice.draft(practice.bob, WED, 8, 16))
    path = tmp_path / "ann.ics"

    assert export_calendar(practice.schedule, path, MON, SUN, practice.ann) == 1

    (event,) = events(path)
    assert event["UID"] == f"shift-{shift_id}@clinicmgr"
    assert event["SUMMARY"] == "Medical assistant"
    assert event["LOCATION"] == "Exam 1, Main Street"
    assert event["DESCRIPTION"] == "Break: 30 minutes\nbring keys"
    assert event["DTSTART"].params["TZID"] == "America/Chicago"
    assert event.decoded("DTSTAMP") == datetime(2026, 11, 18, 15, 0, tzinfo=UTC)
    assert b"BEGIN:VTIMEZONE" in path.read_bytes()


def test_a_moved_shift_keeps_its_uid(practice: Practice, tmp_path: Path) -> None:
    draft = practice.draft(practice.ann, WED, 8, 16)
    shift_id = practice.schedule.add_shift(draft)
    path = tmp_path / "all.ics"
    export_calendar(practice.schedule, path, MON, SUN)
    (before,) = events(path)
    practice.schedule.change_shift(shift_id, replace(draft, day=THU))

    export_calendar(practice.schedule, path, MON, SUN)

    (after,) = events(path)
    assert after["UID"] == before["UID"]
    assert after.decoded("DTSTART").date() == THU


def test_everybodys_calendar_names_the_people(practice: Practice, tmp_path: Path) -> None:
    practice.schedule.edit(
        add=[practice.draft(practice.cy, TUE, 8, 12), practice.draft(None, WED, 8, 12)]
    )
    path = tmp_path / "all.ics"

    export_calendar(practice.schedule, path, MON, SUN)

    assert [str(event["SUMMARY"]) for event in events(path)] == [
        "Cy Fox: Front desk",
        "Open shift: Medical assistant",
    ]


def test_a_night_in_which_the_clocks_change_has_its_real_length(
    practice: Practice, tmp_path: Path
) -> None:
    saturday = date(2026, 10, 31)
    practice.schedule.add_shift(practice.draft(practice.ann, saturday, 22, 30))
    path = tmp_path / "night.ics"

    export_calendar(practice.schedule, path, saturday, saturday)

    (event,) = events(path)
    began, ended = (event.decoded(name).astimezone(UTC) for name in ("DTSTART", "DTEND"))
    assert ended - began == timedelta(hours=9)


def test_the_name_of_the_file_ends_in_ics(practice: Practice, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"must end in \.ics"):
        export_calendar(practice.schedule, tmp_path / "roster.txt", MON, SUN)
