"""Slips to cut apart, the on-call list, coverage by time, planned hours, fair shares."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from tests.schedule.clinic_of_three import FRI, MON, SAT, SUN, THU, TUE, WED

from clinicmgr.clinic import Clinic
from clinicmgr.kernel.access import Actor
from clinicmgr.paper import Beside, Cell, Chart, Grid, Imprint, Notes, Table, Text
from clinicmgr.schedule.documents import (
    CoverageTableOptions,
    DutyListOptions,
    FairnessOptions,
    PlannedHoursOptions,
    RosterSlipOptions,
    build_coverage_table,
    build_duty_list,
    build_fairness_ledger,
    build_planned_hours,
    build_roster_slips,
)
from clinicmgr.schedule.records import DemandDraft, ShiftTypeDraft
from clinicmgr.staff.records import LeaveDraft, LeaveKind

IMPRINT = Imprint("Lakeside Family Clinic", datetime(2026, 11, 18, 9))
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LONG_AGO, LATE = date(2020, 1, 1), date(2026, 10, 5)


def built(practice, build, options, *services):
    return build(practice.schedule, *services, practice.clinic.settings.current(), IMPRINT, options)


def add(practice, who, day, start=8, end=16, **more):
    return practice.schedule.add_shift(practice.draft(who, day, start, end, **more))


def of(document, kind):
    return [item for item in document.items if isinstance(item, kind)]


def shown(row):
    """What each cell says, in its own words where it has some."""
    return tuple(
        cell.text if isinstance(cell, Cell) and cell.text is not None
        else cell.value if isinstance(cell, Cell) else cell
        for cell in row.cells
    )  # fmt: skip


def rows(document):
    (table,) = of(document, Table)
    return [shown(row) for row in table.rows]


# Slips


def slips(practice, **options):
    asked = RosterSlipOptions(MON, SUN, layout="calendar", **options)
    return built(practice, build_roster_slips, asked, practice.clinic.staff)


def test_everybody_gets_a_small_calendar_with_a_line_to_cut_along(practice):
    add(practice, practice.ann, MON, room_id=practice.exam)
    add(practice, practice.bob, TUE)
    document = slips(practice)
    blocks = of(document, Beside)
    assert [block.parts[0][0].title for block in blocks] == ["Ann Lee", "Bob Roy"]
    assert all(block.parts[0][1] == Notes((), "", 1) for block in blocks)
    calendar = blocks[0].parts[0][0]
    assert [column.title for column in calendar.columns] == list(WEEKDAYS)
    assert calendar.corner == "1 shift, 8 h"
    (row,) = calendar.groups[0].rows
    assert (row.head, row.second) == ("Nov 16", "8 h")
    assert [part.text for part in row.cells[0]] == ["16", "8a–4p"]
    assert row.cells[0][1].second == "Exam 1"


def test_one_persons_calendar_has_leave_notes_and_closed_days(practice):
    add(practice, practice.ann, SAT, note="Bring the keys")
    practice.clinic.staff.add_leave(LeaveDraft(practice.ann, WED, THU, LeaveKind.SICK))
    practice.schedule.close_day(FRI, "Training day")
    document = slips(practice, member_id=practice.ann)
    assert document.title == "Roster of Ann Lee"
    (calendar,) = of(document, Grid)
    (row,) = calendar.groups[0].rows
    assert [[part.text for part in cell] for cell in row.cells] == [
        ["16"], ["17"], ["18", "Sick leave"], ["19", "Sick leave"],
        ["20 Training day"], ["21", "8a–4p", "Bring the keys"], ["22"],
    ]  # fmt: skip


def test_a_calendar_has_a_row_for_each_week_and_nothing_outside_of_the_period(practice):
    add(practice, practice.ann, WED)
    add(practice, practice.ann, WED + timedelta(days=7))
    asked = RosterSlipOptions(WED, WED + timedelta(days=8), practice.ann, layout="calendar")
    (calendar,) = of(built(practice, build_roster_slips, asked, practice.clinic.staff), Grid)
    first, second = calendar.groups[0].rows
    assert [bool(cell) for cell in first.cells] == [False] * 2 + [True] * 5
    assert [bool(cell) for cell in second.cells] == [True] * 4 + [False] * 3


# On-call list


def test_the_on_call_list_has_the_chosen_shifts_with_phones(practice):
    call = practice.schedule.add_shift_type(ShiftTypeDraft("On call", "OC", 1080, 1920))
    add(practice, practice.ann, MON)
    add(practice, practice.bob, MON, 18, 32, type_id=call)
    add(practice, None, TUE, 18, 32, type_id=call)
    asked = DutyListOptions(MON, SUN, (call,))
    staff = practice.clinic.staff
    assert rows(built(practice, build_duty_list, asked, staff)) == [
        ("Week of 11/16/2026",),
        ("Mon, Nov 16", "6:00 PM–8:00 AM", "Bob Roy", "On call", ""),
        ("Tue, Nov 17", "6:00 PM–8:00 AM", "Open", "On call", ""),
    ]
    everything = rows(built(practice, build_duty_list, DutyListOptions(MON, SUN, (), False), staff))
    assert [row[2] for row in everything[1:]] == ["Ann Lee", "Bob Roy", "Open"]
    assert {len(row) for row in everything[1:]} == {4}


# Coverage

NONE = [""] * 5


@pytest.fixture
def needed(practice):
    """Two assistants are needed on Monday morning, one in the afternoon; Ann is there till two."""
    practice.schedule.add_demand(
        DemandDraft(practice.ma, 0, 480, 720, 2, 2, LONG_AGO),
        DemandDraft(practice.ma, 0, 720, 960, 1, 1, LONG_AGO),
        DemandDraft(practice.fd, 1, 480, 720, 1, 1, LONG_AGO),
    )
    add(practice, practice.ann, MON, 8, 14)
    add(practice, practice.cy, TUE, 8, 14)
    return practice


def coverage(practice, **options):
    return built(practice, build_coverage_table, CoverageTableOptions(MON, SUN, **options))


def test_coverage_says_how_many_are_there_by_time_of_day(needed):
    document = coverage(needed)
    assert of(document, Text)[0].text == "6 hours are missing on 1 day."
    assert rows(document) == [
        ("MA  Medical assistant",),
        ("8:00 AM–12:00 PM", "▼ 1 / 2", *NONE, "", 240),
        ("12:00 PM–4:00 PM", "▼ 0 / 1", *NONE, "", 120),
        ("FD  Front desk",),
        ("8:00 AM–12:00 PM", "", "✓ 1 / 1", *NONE, None),
        ("Hours missing", "6", *NONE, "", 360),
    ]


def test_coverage_may_say_only_where_somebody_is_missing_and_each_day_as_a_whole(needed):
    assert rows(coverage(needed, short_only=True, times=False)) == [
        ("MA  Medical assistant",),
        ("8:00 AM–4:00 PM", "▼ 1 / 2", *NONE, "", 360),
        ("Hours missing", "6", *NONE, "", 360),
    ]


def test_where_nothing_is_missing_coverage_says_so(needed):
    document = coverage(needed, position_ids=(needed.fd,), short_only=True)
    assert of(document, Text)[0].text == "Every minimum is covered."
    assert rows(document) == []


# Planned hours


def hours(practice, **options):
    asked = PlannedHoursOptions(MON, SUN, **options)
    return built(practice, build_planned_hours, asked, practice.clinic.staff)


def test_planned_hours_stand_beside_the_contract(practice):
    practice.clinic.staff.set_contract(practice.ann, LONG_AGO, 40 * 60)
    for day in (MON, TUE, WED, THU):
        add(practice, practice.ann, day, 8, 19)
    add(practice, practice.cy, MON)
    document = hours(practice)
    assert rows(document) == [
        ("MA  Medical assistant",),
        ("Ann Lee", 4, 2640, 2400, "+4:00", 240, None, None),
        ("Bob Roy", None, 0, None, None, None, None, None),
        ("Together", 4, 2640, 2400, "+4:00", 240, None, None),
        ("FD  Front desk",),
        ("Cy Fox", 1, 480, None, None, None, None, None),
        ("Everybody",),
        ("Total", 5, 3120, 2400, "+12:00", 240, None, None),
    ]
    (chart,) = of(document, Chart)
    assert (chart.categories, chart.series[0].values) == (("Ann Lee",), (240,))


def test_the_cost_is_for_those_who_may_see_pay(practice, practice_file, clock):
    practice.clinic.staff.set_pay_rate(practice.ann, LONG_AGO, 20_00)
    add(practice, practice.ann, MON)
    assert "Cost" not in [column.title for column in of(hours(practice), Table)[0].columns]
    assert rows(hours(practice, cost=True))[1][-3:] == (160_00, 0, 160_00)
    practice.clinic.close()
    clinic = Clinic.open(practice_file, clock, Actor("Kim", frozenset()))
    asked = PlannedHoursOptions(MON, SUN, cost=True)
    document = build_planned_hours(
        clinic.schedule, clinic.staff, clinic.settings.current(), IMPRINT, asked
    )
    clinic.close()
    assert rows(document)[1][-3:] == (None, None, None)
    assert "pay may not be seen" in of(document, Text)[-1].text


# Fair shares


def ledger(practice, **options):
    asked = FairnessOptions(2026, **options)
    return built(practice, build_fairness_ledger, asked, practice.clinic.staff)


def test_fair_shares_count_weekends_closings_and_holidays_beside_the_average(practice):
    add(practice, practice.ann, SAT)
    add(practice, practice.ann, SUN)
    add(practice, practice.ann, SAT - timedelta(days=7))
    add(practice, practice.bob, MON)
    add(practice, practice.ann, MON, 8, 12)
    add(practice, practice.ann, date(2026, 11, 26))
    found = rows(ledger(practice))
    assert found[:4] == [
        ("MA  Medical assistant",),
        ("Ann Lee", 5, 2, "+1.0", 4, "+1.5", 1, "+0.5"),
        ("Bob Roy", 1, 0, "−1.0", 1, "−1.5", 0, "−0.5"),
        ("Average", "3.0", "1.0", None, "2.5", None, "0.5", None),
    ]
    assert found[5] == ("Cy Fox", 0, 0, None, 0, None, 0, None)
    (charts,) = of(ledger(practice), Beside)
    first = charts.parts[0][0]
    assert first.title == "Weekends: off the average"
    assert first.categories == ("Ann Lee", "Bob Roy")
    assert first.series[0].values == (Decimal(1), Decimal(-1))


def test_who_came_in_the_year_is_told_with_the_day(practice):
    staff = practice.clinic.staff
    staff.change(practice.bob, replace(staff.member(practice.bob).draft(), started=LATE))
    (table,) = of(ledger(practice), Table)
    assert [row.note for row in table.rows if row.note] == ["since 10/5/2026"]
