"""Hours on record: typing days, taking the plan, corrections with their reason."""

from datetime import date, timedelta

import pytest

from clinicmgr.clinic import opened
from clinicmgr.hours.records import EDIT_HOURS, FlagKind, Source, StretchDraft
from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.errors import UserError
from clinicmgr.staff.records import LeaveDraft, LeaveKind

TODAY = date(2026, 11, 18)
MONDAY = date(2026, 11, 2)
SUNDAY = date(2026, 11, 15)
DAY = timedelta(days=1)
CLOCK = Source.CLOCK


def test_a_day_is_typed_like_in_a_spreadsheet(hours, crew, typed):
    typed(crew.ann, MONDAY, "8-12 13-17:15")
    sheet = hours.timesheet(crew.ann, MONDAY, MONDAY)
    (line,) = sheet.lines
    assert [(one.start, one.end) for one in line.stretches] == [(480, 720), (780, 1035)]
    assert (line.planned, line.worked, line.difference) == (480, 495, 15)
    assert sheet.pay.total == 16_500


def test_typing_again_changes_the_day_and_undo_brings_it_back(clinic, hours, crew, typed):
    typed(crew.ann, MONDAY, "8-12 13-17")
    typed(crew.ann, MONDAY, "8-16:30 b30")
    (one,) = hours.stretches(MONDAY, MONDAY)
    assert (one.start, one.end, one.break_minutes) == (480, 990, 30)
    assert clinic.journal.undo_title == "Hours of Ann Lee on Nov 2"
    clinic.journal.undo()
    assert len(hours.stretches(MONDAY, MONDAY)) == 2
    typed(crew.ann, MONDAY, "")
    assert hours.stretches(MONDAY, MONDAY) == []


def test_the_plan_is_taken_in_one_step_where_nothing_is_on_record(clinic, hours, crew, typed):
    typed(crew.ann, MONDAY, "9-17")
    clinic.staff.add_leave(LeaveDraft(crew.ann, MONDAY + DAY, MONDAY + DAY, LeaveKind.SICK))
    assert hours.take_plan(MONDAY, MONDAY + 20 * DAY) == 11  # 13 shifts up to today
    assert hours.take_plan(MONDAY, MONDAY + 20 * DAY) == 0
    assert hours.stretches(MONDAY, MONDAY)[0].source is Source.TYPED
    assert hours.stretches(MONDAY + DAY, MONDAY + DAY) == []
    taken = hours.stretches(MONDAY + 2 * DAY, MONDAY + 2 * DAY)[0]
    assert (taken.source, taken.start, taken.break_minutes) == (Source.PLAN, 480, 30)
    clinic.journal.undo()
    assert len(hours.stretches(MONDAY, TODAY)) == 1


def test_what_the_time_clock_said_is_only_changed_with_a_reason(hours, crew, typed):
    clocked = StretchDraft(crew.ann, MONDAY, 478, 991, 30, source=CLOCK,
                           clocked_start=478, clocked_end=991)  # fmt: skip
    hours.take_in([clocked], {}, "Import")
    with pytest.raises(UserError, match="The time clock said otherwise on Nov 2, 2026"):
        typed(crew.ann, MONDAY, "7:58-16:00 b30")
    typed(crew.ann, MONDAY, "7:58-16:00 b30 # left for the dentist")
    (one,) = hours.stretches(MONDAY, MONDAY)
    assert (one.end, one.clocked_end, one.source) == (960, 991, CLOCK)
    (correction,) = hours.corrections(MONDAY, MONDAY)
    assert correction.former == "7:58 AM–4:31 PM, break 30 min"
    assert correction.now == "7:58 AM–4:00 PM, break 30 min"
    assert (correction.reason, correction.by) == ("left for the dentist", "Dana")
    assert hours.timesheet(crew.ann, MONDAY, MONDAY).lines[0].corrections == (correction,)


def test_nobody_works_twice_at_the_same_time(hours, crew, typed):
    with pytest.raises(UserError, match="Ann Lee cannot work 8:00 AM–12:00 PM and 11:00 AM–3:00"):
        typed(crew.ann, MONDAY, "8-12 11-15")
    typed(crew.cy, MONDAY, "22-6")
    with pytest.raises(UserError, match="at the same time"):
        typed(crew.cy, MONDAY + DAY, "5-9")
    typed(crew.cy, MONDAY + DAY, "6-9")


@pytest.mark.parametrize(
    "day, text, sentence",
    [
        (TODAY + DAY, "8-16", "still to come"),
        (date(2023, 11, 1), "8-16", "Ann Lee does not work here on Nov 1, 2023"),
        (MONDAY, "8-16 b500", "A break of 500 minutes does not fit into 8:00 AM–4:00 PM"),
        (MONDAY, "morning", "“morning” is not a time worked"),
    ],
)
def test_what_cannot_have_been_worked_is_refused_in_a_sentence(crew, typed, day, text, sentence):
    with pytest.raises(UserError, match=sentence):
        typed(crew.ann, day, text)


def test_what_is_worth_a_look_is_said_on_its_day(clinic, hours, crew, typed):
    typed(crew.bob, MONDAY + 3 * DAY, "9-12")
    typed(crew.ann, MONDAY, "8:25-16:30 b30")
    typed(crew.ann, MONDAY + DAY, "8-?")
    typed(crew.ann, MONDAY + 2 * DAY, "8-15 b30")
    sheet = hours.timesheet(crew.ann, MONDAY, MONDAY + 4 * DAY)
    told = [[flag.label for flag in line.flags] for line in sheet.lines]
    assert told == [["Late 25 min"], ["End missing"], ["Left early 1:30 h"], ["Nothing recorded"],
                    []]  # fmt: skip
    assert hours.timesheet(crew.bob, MONDAY, SUNDAY).flags == {FlagKind.NOT_PLANNED: 1}


def test_leave_counts_by_the_contract_and_working_on_it_is_said(clinic, hours, crew, typed):
    clinic.staff.add_leave(LeaveDraft(crew.ann, MONDAY, MONDAY + 6 * DAY, LeaveKind.ANNUAL))
    sheet = hours.timesheet(crew.ann, MONDAY, SUNDAY)
    assert sheet.leave == {LeaveKind.ANNUAL: 5 * 480}
    assert sheet.lines[0].difference == 0
    typed(crew.ann, MONDAY, "8-10")
    assert hours.timesheet(crew.ann, MONDAY, MONDAY).flags == {FlagKind.ON_LEAVE: 1}


def test_who_may_not_see_pay_sees_hours_without_cents(clinic, crew, typed, clock):
    typed(crew.ann, MONDAY, "8-16")
    clinic.close()
    fay = Actor("Fay", frozenset({EDIT_HOURS.id}))
    with opened(clinic.practice.path, clock, fay) as again:
        sheet = again.hours.timesheet(crew.ann, MONDAY, MONDAY)
        assert (sheet.worked, sheet.pay) == (480, None)
        with pytest.raises(UserError, match="needs the right"):
            again.hours.closing.sign(MONDAY, {crew.ann: "Ann"})


def test_a_word_of_a_reason_finds_the_day(hours, crew, typed):
    typed(crew.ann, MONDAY, "8-16 # covered for Bob at the dentist")
    (hit,) = hours.find("dentist")
    assert (hit.title, hit.ref, hit.page) == ("Ann Lee, Nov 2, 2026", (crew.ann, MONDAY), "hours")


def test_the_history_knows_every_table_and_column(clinic, hours):
    from clinicmgr.kernel.tables import Row

    told = hours.told().tables
    own = {name: table for name, table in Row.metadata.tables.items() if name.startswith("hours_")}
    assert set(told) == set(own)
    for name, table in own.items():
        described = {field.name for field in told[name].fields}
        assert set(table.columns.keys()) - {"id"} <= described, name
