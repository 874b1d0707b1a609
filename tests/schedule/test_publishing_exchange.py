"""What was published goes into calendars and tables, and calendars follow each new version."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar.cal import Component
from tests.schedule.clinic_of_three import FRI, MON, SUN, THU, WED

from clinicmgr.kernel.periods import instant
from clinicmgr.schedule.exchange import (
    export_calendar,
    export_calendars,
    export_published,
    plan_shifts,
)
from clinicmgr.staff.records import StaffDraft

CHICAGO = ZoneInfo("America/Chicago")
WEEK = timedelta(days=7)


@pytest.fixture
def publishing(practice):
    return practice.schedule.publishing


def add(practice, who, day, start=8, end=16, **more):
    return practice.schedule.add_shift(practice.draft(who, day, start, end, **more))


def change(practice, shift_id, **values):
    draft = practice.schedule.shift(shift_id).draft()
    practice.schedule.change_shift(shift_id, replace(draft, **values))


def events(path: Path) -> list[Component]:
    return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def exported(practice, path, who=None, first=MON, last=SUN):
    export_calendar(practice.schedule, path, first, last, who)
    return [
        (str(one["UID"]), int(one.decoded("SEQUENCE")), str(one["STATUS"])) for one in events(path)
    ]


@pytest.fixture
def ics(tmp_path):
    return tmp_path / "roster.ics"


def test_what_was_never_published_is_tentative(practice, ics):
    shift_id = add(practice, practice.ann, WED)
    assert exported(practice, ics) == [(f"shift-{shift_id}@clinicmgr", 0, "TENTATIVE")]


def test_a_published_shift_is_confirmed_and_written_as_published(practice, publishing, ics):
    shift_id = add(practice, practice.ann, WED)
    publishing.publish(MON, SUN)
    change(practice, shift_id, start=600)
    assert exported(practice, ics) == [(f"shift-{shift_id}@clinicmgr", 0, "CONFIRMED")]
    (event,) = events(ics)
    assert event.decoded("DTSTART") == datetime(2026, 11, 18, 8, tzinfo=CHICAGO)


def test_the_sequence_counts_the_versions_in_which_the_shift_is_other(practice, publishing, ics):
    shift_id, other = add(practice, practice.ann, WED), add(practice, practice.bob, FRI)
    uid, quiet = f"shift-{shift_id}@clinicmgr", f"shift-{other}@clinicmgr"
    publishing.publish(MON, SUN)
    publishing.publish(MON, SUN)
    assert exported(practice, ics) == [(uid, 0, "CONFIRMED"), (quiet, 0, "CONFIRMED")]
    for start in (540, 600, 480):
        change(practice, shift_id, start=start)
        change(practice, shift_id, locked=True)
        change(practice, shift_id, locked=False)
        publishing.publish(MON, SUN)
    assert exported(practice, ics) == [(uid, 3, "CONFIRMED"), (quiet, 0, "CONFIRMED")]


def test_a_removed_shift_is_canceled_and_one_that_comes_back_is_not(practice, publishing, ics):
    shift_id = add(practice, practice.ann, WED)
    uid = f"shift-{shift_id}@clinicmgr"
    publishing.publish(MON, SUN)
    practice.schedule.remove_shifts([shift_id])
    assert exported(practice, ics) == [(uid, 0, "CONFIRMED")], "nobody was told yet"
    publishing.publish(MON, SUN)
    assert exported(practice, ics) == [(uid, 1, "CANCELLED")]
    assert export_calendar(practice.schedule, ics, MON, SUN) == 0
    practice.clinic.journal.undo()
    practice.clinic.journal.undo()
    publishing.publish(MON, SUN)
    assert exported(practice, ics) == [(uid, 0, "CONFIRMED")]


def test_a_shift_moved_to_a_week_published_later_goes_on_counting(practice, publishing, ics):
    shift_id = add(practice, practice.ann, WED)
    uid = f"shift-{shift_id}@clinicmgr"
    publishing.publish(MON, SUN)
    change(practice, shift_id, day=WED + WEEK)
    publishing.publish(MON, SUN)
    publishing.publish(MON + WEEK, SUN + WEEK)
    assert exported(practice, ics, first=MON + WEEK, last=SUN + WEEK) == [(uid, 2, "CONFIRMED")]
    assert exported(practice, ics) == [(uid, 2, "CONFIRMED")]
    (event,) = events(ics)
    assert event.decoded("DTSTART").date() == WED + WEEK


def test_who_lost_a_shift_sees_it_canceled_and_who_got_it_confirmed(practice, publishing, tmp_path):
    shift_id = add(practice, practice.ann, WED, break_minutes=30, room_id=practice.exam)
    publishing.publish(MON, SUN)
    change(practice, shift_id, member_id=practice.bob)
    publishing.publish(MON, SUN)
    folder = tmp_path / "calendars"
    files = export_calendars(practice.schedule, folder, MON, SUN)
    assert [one.name for one in files] == ["Ann Lee.ics", "Bob Roy.ics", "Everybody.ics"]
    (anns,), (bobs,), (alls,) = map(events, files)
    assert (alls["SUMMARY"], alls["STATUS"]) == ("Bob Roy: Medical assistant", "CONFIRMED")
    assert (anns["STATUS"], bobs["STATUS"]) == ("CANCELLED", "CONFIRMED")
    assert anns["UID"] == bobs["UID"] == f"shift-{shift_id}@clinicmgr"
    assert anns.decoded("SEQUENCE") == bobs.decoded("SEQUENCE") == 1
    assert bobs["DESCRIPTION"] == "Break: 30 minutes"
    assert bobs["LOCATION"] == "Exam 1, Main Street"
    assert bobs["DTSTART"].params["TZID"] == "America/Chicago"
    assert b"BEGIN:VTIMEZONE" in files[1].read_bytes()


def test_two_people_of_one_name_get_a_file_each(practice, publishing, tmp_path):
    second = practice.clinic.staff.hire(StaffDraft("Ann", "Lee", date(2021, 1, 1), (practice.ma,)))
    add(practice, practice.ann, WED)
    add(practice, second, THU)
    publishing.publish(MON, SUN)
    files = export_calendars(practice.schedule, tmp_path, MON, SUN)
    assert [one.name for one in files] == [
        "Ann Lee.ics",
        f"Ann Lee {second}.ics",
        "Everybody.ics",
    ]


# The weeks in which the clocks change, and any other


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    day=st.one_of(
        st.sampled_from([date(2026, 10, 31), date(2026, 11, 1), date(2027, 3, 13)]),
        st.sampled_from([date(2027, 3, 14), date(2026, 11, 18)]),
        st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    ),
    start=st.integers(0, 1439),
    length=st.integers(15, 1440),
)
def test_a_calendar_program_reads_the_same_instants(practice, tmp_path, day, start, length):
    practice.schedule.add_shift(
        replace(practice.draft(practice.ann, day, 8, 9), start=start, end=start + length)
    )
    shifts = {one.id: one for one in practice.schedule.shifts(day, day)}
    practice.schedule.publishing.publish(day, day)
    path = tmp_path / "any.ics"
    export_calendar(practice.schedule, path, day, day)
    found = events(path)
    assert len(found) == len(shifts)
    for event in found:
        shift = shifts[int(str(event["UID"]).removeprefix("shift-").partition("@")[0])]
        for name, minute in (("DTSTART", shift.start), ("DTEND", shift.end)):
            expected = instant(day, minute, "America/Chicago").astimezone(UTC)
            assert event.decoded(name).astimezone(UTC) == expected


def test_a_night_over_midnight_ends_the_next_morning(practice, publishing, ics):
    add(practice, practice.ann, date(2026, 10, 31), 22, 30)
    publishing.publish(date(2026, 10, 26), date(2026, 11, 1))
    export_calendar(practice.schedule, ics, date(2026, 10, 31), date(2026, 10, 31))
    (event,) = events(ics)
    began, ended = (event.decoded(name) for name in ("DTSTART", "DTEND"))
    assert ended.replace(tzinfo=None) == datetime(2026, 11, 1, 6)
    assert ended.astimezone(UTC) - began.astimezone(UTC) == timedelta(hours=9)


# Tables


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_published_week_as_a_table_can_be_read_back(practice, publishing, tmp_path, ending):
    shift_id = add(practice, practice.ann, WED, 22, 30, room_id=practice.exam, note="keys")
    publishing.publish(MON, SUN)
    path = tmp_path / f"published.{ending}"
    assert export_published(practice.schedule, path, MON, SUN) == 1
    plan = plan_shifts(practice.schedule, path)
    assert plan.errors == ()
    assert {fate.value: count for fate, count in plan.counts.items() if count} == {"same": 1}
    change(practice, shift_id, start=1380)
    assert export_published(practice.schedule, path, MON, SUN) == 1
    assert export_published(practice.schedule, path, MON + WEEK, SUN + WEEK) == 0
    assert publishing.published(MON, SUN)[0].start == 1320
