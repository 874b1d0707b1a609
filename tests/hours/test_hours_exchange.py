"""Files of time clocks in, tables and payroll files out."""

from datetime import date, timedelta

import pytest

from clinicmgr.exchange import Fate
from clinicmgr.hours import exchange
from clinicmgr.hours.records import (
    AdjustmentDraft,
    DifferentialDraft,
    PayrollCodes,
    Source,
)
from clinicmgr.kernel.errors import UserError
from clinicmgr.staff.records import LeaveDraft, LeaveKind, StaffDraft

MONDAY, SUNDAY = date(2026, 11, 2), date(2026, 11, 15)
DAY = timedelta(days=1)
SHIFTS = """Employee ID,Employee,Date,Clock In,Clock Out,Break
101,Ann Lee,11/02/2026,7:58 AM,4:31 PM,30
0102,"Marsh, Bob",11/02/2026,08:03:27,16:00,
,Cy Young,,11/02/2026 10:02 PM,11/03/2026 6:01 AM,
101,,11/03/2026,8:00 AM,,
"""
PUNCHES = """Badge,Punch Time,Type
101,2026-11-02 07:58:12,In
101,2026-11-02 07:58:40,In
101,2026-11-02 12:01:00,Out
101,2026-11-02 12:29:00,In
101,2026-11-02 16:31:00,Out
103,2026-11-02 22:02:00,In
103,2026-11-03 06:01:00,Out
102,2026-11-03 08:00:00,In
"""


@pytest.fixture
def written(tmp_path):
    def write(text, name="clock.csv"):
        path = tmp_path / name
        path.write_text(text)
        return path

    return write


def bring(hours, path):
    return exchange.import_hours(hours, path)


def times(hours, first=MONDAY, last=SUNDAY):
    return [(one.day.day, one.start, one.end, one.break_minutes)
            for one in hours.stretches(first, last)]  # fmt: skip


def test_a_line_with_in_and_out_is_a_stretch(hours, crew, written):
    plan = bring(hours, written(SHIFTS))
    assert plan.counts[Fate.NEW] == 4
    assert times(hours) == [
        (2, 478, 991, 30), (3, 480, None, 0), (2, 483, 960, 0), (2, 1322, 1801, 0),
    ]  # fmt: skip
    assert {one.source for one in hours.stretches(MONDAY, SUNDAY)} == {Source.CLOCK}
    assert "1 time somebody came and did not go" in plan.notes[-1]


def test_single_punches_pair_up(clinic, hours, crew, written):
    plan = bring(hours, written(PUNCHES))
    assert plan.counts[Fate.NEW] == 8
    assert times(hours) == [
        (2, 478, 721, 0), (2, 749, 991, 0), (3, 480, None, 0), (2, 1322, 1801, 0),
    ]  # fmt: skip
    assert clinic.journal.undo_title == "Import 4 stretches of work"


def test_punches_without_a_direction_take_turns(hours, crew, written):
    lines = [line.rsplit(",", 1)[0] for line in PUNCHES.splitlines()]
    del lines[2]  # pressed twice within a minute, which only the direction tells from a going
    bring(hours, written("\n".join(lines)))
    assert times(hours)[:2] == [(2, 478, 721, 0), (2, 749, 991, 0)]


@pytest.mark.parametrize("text", [SHIFTS, PUNCHES])
def test_the_same_file_again_changes_nothing(hours, crew, written, text):
    bring(hours, written(text))
    before = times(hours)
    plan = bring(hours, written(text))
    assert (plan.counts[Fate.NEW], plan.counts[Fate.CHANGED]) == (0, 0)
    assert times(hours) == before


def test_a_correction_made_here_outlives_the_file(hours, crew, written, typed):
    path = written(SHIFTS)
    bring(hours, path)
    typed(crew.ann, MONDAY, "7:58-15:00 b30 # dentist")
    assert bring(hours, path).counts[Fate.SAME] == 4
    assert times(hours)[0] == (2, 478, 900, 30)


def test_the_going_in_the_next_file_ends_what_was_open(hours, crew, written):
    bring(hours, written(SHIFTS))
    later = SHIFTS.replace("11/03/2026,8:00 AM,,", "11/03/2026,8:00 AM,4:30 PM,30")
    assert bring(hours, written(later)).counts[Fate.CHANGED] == 1
    assert times(hours)[1] == (3, 480, 990, 30)
    bring(hours, written(PUNCHES.splitlines()[0] + "\n102,2026-11-03 08:00:00,In\n"))
    bring(hours, written(PUNCHES.splitlines()[0] + "\n102,2026-11-03 15:00:00,Out\n"))
    assert (3, 480, 900, 0) in times(hours)


@pytest.mark.parametrize(
    "line, sentence",
    [
        ("109,,11/02/2026,8:00,16:00,", "Nobody has the staff number 109"),
        (",An Lee,11/02/2026,8:00,16:00,", "Did you mean Ann Lee"),
        (",,11/02/2026,8:00,16:00,", "names nobody"),
        ("101,,11/02/2026,early,16:00,", "“early” is not a time of the clock"),
        ("101,,,8:00,16:00,", "The date is missing"),
        ("101,,11/02/2026,,16:00,", "When work began is missing"),
        ("101,,,11/02/2026 8:00,11/04/2026 9:00,", "a punch is missing between them"),
        ("101,,11/30/2026,8:00,16:00,", "still to come"),
        ("101,,11/05/2026,8:00,16:00,900", "A break of 900 minutes does not fit"),
        ("101,,11/04/2026,9:00,10:00,", "Ann Lee cannot work 8:00 AM–12:00 PM"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read_says_why(hours, crew, written, typed, line, sentence):
    typed(crew.ann, date(2026, 11, 4), "8-12")
    plan = exchange.plan_hours(hours, written(SHIFTS + line + "\n"))
    (error,) = plan.errors
    assert error.line == 6
    assert sentence in error.sentence
    with pytest.raises(UserError, match="nothing was imported"):
        bring(hours, written(SHIFTS + line + "\n"))
    assert len(hours.stretches(MONDAY, SUNDAY)) == 1


def test_a_going_without_a_coming_is_an_error_of_its_line(hours, crew, written):
    text = PUNCHES + "101,2026-11-04 16:00:00,Out\n"
    (error,) = exchange.plan_hours(hours, written(text)).errors
    assert (error.line, error.sentence[:30]) == (10, "Clocked out at 4:00 PM on Nov ")


def test_two_lines_of_a_file_may_not_overlap(hours, crew, written):
    text = SHIFTS + "101,,11/02/2026,15:00,17:00,\n"
    (error,) = exchange.plan_hours(hours, written(text)).errors
    assert error.line == 6


def test_locked_days_take_no_file(hours, crew, written, typed):
    typed(crew.ann, MONDAY + DAY, "8-16")
    hours.closing.sign(MONDAY, {crew.ann: "Ann"})
    hours.closing.lock(MONDAY)
    errors = exchange.plan_hours(hours, written(SHIFTS)).errors
    assert len(errors) == 4
    assert all("locked" in error.sentence for error in errors)


def test_hours_go_out_and_come_back_as_the_same(hours, crew, typed, written, tmp_path):
    typed(crew.ann, MONDAY, "8-12 13-17 FD")
    typed(crew.cy, MONDAY, "22-6 b15")
    bring(hours, written("Name,Date,In,Out\nBob Marsh,11/03/2026,8:00,\n"))
    path = tmp_path / "hours.csv"
    assert exchange.export_hours(hours, path, MONDAY, SUNDAY) == 4
    assert bring(hours, path).counts[Fate.SAME] == 4


def test_adp_gets_its_file_by_its_name(clinic, hours, crew, typed, tmp_path):
    night = DifferentialDraft("Night", 1320, 1800, cents=150, code="NGT", from_day=MONDAY)
    hours.paying.add_differential(night)
    hours.take_plan(MONDAY, SUNDAY)
    typed(crew.ann, MONDAY, "8-19")
    typed(crew.cy, MONDAY, "22-6")
    clinic.staff.add_leave(LeaveDraft(crew.bob, MONDAY, MONDAY, LeaveKind.ANNUAL))
    with pytest.raises(UserError, match="company code is missing"):
        exchange.export_adp(hours, tmp_path, MONDAY)
    hours.paying.set_codes(PayrollCodes("k7"))
    assert exchange.export_adp(hours, tmp_path, MONDAY) == 3
    text = (tmp_path / "PRK7_EPI.csv").read_bytes().decode("ascii")
    assert text.splitlines() == [
        (
            "Co Code,Batch ID,File #,Temp Dept,Reg Hours,O/T Hours,Hours 3 Code,Hours 3 Amount,"
            "Earnings 3 Code,Earnings 3 Amount,Rate Code,Temp Rate"
        ),
        "K7_,261115,000101,,80.00,3.00,,,,,,",
        "K7_,261115,000102,,,,VAC,8.00,,,,",
        "K7_,261115,000103,,8.00,,NGT,8.00,,,,",
    ]
    with pytest.raises(UserError, match="only under the name PRK7_EPI"):
        exchange.export_adp(hours, tmp_path / "payroll.csv", MONDAY)


def test_adp_needs_a_file_number_of_figures(clinic, hours, crew, typed, tmp_path):
    hours.paying.set_codes(PayrollCodes("ABC"))
    dee = clinic.staff.hire(StaffDraft("Dee", "Fox", date(2026, 1, 5), number="D-7"))
    typed(dee, MONDAY, "8-12")
    with pytest.raises(UserError, match="Dee Fox needs ADP's file number"):
        exchange.export_adp(hours, tmp_path, MONDAY)
    with pytest.raises(UserError, match="two or three letters or figures"):
        hours.paying.set_codes(PayrollCodes("ABCD"))


def test_gusto_gets_a_line_for_each_title_and_nothing_it_knows_better(hours, crew, typed, tmp_path):
    typed(crew.ann, MONDAY, "8-12")
    typed(crew.bob, MONDAY, "8-12 RN 13-17 FD")
    assert exchange.export_gusto(hours, tmp_path / "gusto.csv", MONDAY) == 3
    assert (tmp_path / "gusto.csv").read_bytes().decode("ascii").splitlines() == [
        (
            "last_name,first_name,gusto_employee_id,ssn,title,regular_hours,overtime_hours,bonus,"
            "reimbursement,personal_note"
        ),
        "Lee,Ann,,,,4.00,0.00,,,",
        "Marsh,Bob,,,Nurse,4.00,0.00,,,",
        "Marsh,Bob,,,Front desk,4.00,0.00,,,",
    ]


def test_gusto_tells_people_of_the_same_name_apart(clinic, hours, crew, typed, tmp_path):
    other = clinic.staff.hire(StaffDraft("Ann", "Lee", date(2026, 1, 5)))
    typed(crew.ann, MONDAY, "8-12")
    typed(other, MONDAY, "8-13")
    path = tmp_path / "gusto.csv"
    with pytest.raises(UserError, match="Several people are called Ann Lee"):
        exchange.export_gusto(hours, path, MONDAY)
    clinic.staff.set_tax_id(crew.ann, "123-45-6789")
    clinic.staff.set_tax_id(other, "123-45-1234")
    exchange.export_gusto(hours, path, MONDAY)
    assert [line.split(",")[3] for line in path.read_text().splitlines()[1:]] == ["*6789", "*1234"]


def test_nobody_is_paid_by_half_a_punch(hours, crew, typed, tmp_path):
    with pytest.raises(UserError, match="There are no hours in the pay period Nov 2–15"):
        exchange.export_gusto(hours, tmp_path / "gusto.csv", MONDAY)
    typed(crew.ann, MONDAY, "8-?")
    with pytest.raises(UserError, match="Ann Lee: the end of work on Nov 2 is missing"):
        exchange.export_gusto(hours, tmp_path / "gusto.csv", MONDAY)


def test_adjustments_are_paid_with_the_next_file(hours, crew, typed, tmp_path):
    typed(crew.ann, MONDAY, "8-16")
    hours.closing.sign(MONDAY, {crew.ann: "Ann"})
    hours.closing.lock(MONDAY)
    hours.adjusting.add(AdjustmentDraft(crew.ann, MONDAY, -30, "left early"))
    exchange.export_gusto(hours, tmp_path / "gusto.csv", SUNDAY + DAY)
    assert "Lee,Ann,,,,-0.50,0.00" in (tmp_path / "gusto.csv").read_text()
