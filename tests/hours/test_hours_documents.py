"""What is printed of hours: a person's timesheet, the sign-off sheet, hours and overtime."""

from datetime import date, datetime, timedelta

import pytest

from clinicmgr.hours.documents import (
    HoursOvertimeOptions,
    PayPeriodOptions,
    TimesheetOptions,
    build_hours_overtime,
    build_pay_period,
    build_timesheet,
)
from clinicmgr.hours.records import AdjustmentDraft, DifferentialDraft
from clinicmgr.paper import Heading, Imprint, Notes, SignatureStrip, Table, Text, value_of
from clinicmgr.paper.pdf import render
from clinicmgr.staff.records import LeaveDraft, LeaveKind

MONDAY, SUNDAY = date(2026, 11, 2), date(2026, 11, 15)
DAY = timedelta(days=1)


@pytest.fixture
def printed(clinic):
    def make(build, options):
        imprint = Imprint("Lakeside", datetime(2026, 11, 18, 9), "1")
        document = build(clinic.hours, clinic.settings.current(), imprint, options)
        assert render(document).startswith(b"%PDF")
        return document

    return make


@pytest.fixture
def worked(clinic, hours, crew, typed):
    evening = DifferentialDraft("Evening", 1020, 1320, cents=150, from_day=date(2026, 1, 1))
    hours.paying.add_differential(evening)
    hours.take_plan(MONDAY, SUNDAY)
    typed(crew.ann, MONDAY, "8-19 b30 # inspection")
    clinic.staff.add_leave(LeaveDraft(crew.bob, MONDAY, MONDAY, LeaveKind.SICK))
    return crew


def parts(document, kind):
    return [each for each in document.items if isinstance(each, kind)]


def cells(row):
    return [value_of(each) for each in row.cells]


def test_a_timesheet_adds_up_and_tells_its_corrections(printed, worked):
    sheet = printed(build_timesheet, TimesheetOptions(MONDAY, SUNDAY, worked.ann))
    (table,) = parts(sheet, Table)
    first, total = table.rows[0], table.rows[-1]
    assert cells(first) == [
        MONDAY, "8:00 AM–4:30 PM", "8:00 AM–7:00 PM, break 30", 630, 150, None, "",
        "Evening 2:00 h",
    ]  # fmt: skip
    assert cells(total)[3:6] == [9 * 480 + 630, 150, 150]
    (notes,) = parts(sheet, Notes)
    assert notes.lines == (
        (
            "Nov 2: 8:00 AM–7:00 PM, break 30 min instead of 8:00 AM–4:30 PM, break 30 min; "
            "reason: inspection (Dana, Nov 18)"
        ),
    )
    assert parts(sheet, SignatureStrip)[0].names == ("Ann Lee", "For the practice")


def test_everybody_has_a_page(printed, worked):
    sheet = printed(build_timesheet, TimesheetOptions(MONDAY, SUNDAY))
    assert [each.text for each in parts(sheet, Heading)] == ["Ann Lee (101)", "Bob Marsh (102)"]


def test_the_sign_off_sheet_has_the_reasons_and_who_signed(printed, hours, worked):
    before = printed(build_pay_period, PayPeriodOptions(SUNDAY))
    (table,) = parts(before, Table)
    assert [column.title for column in table.columns][-3:] == ["Evening", "Leave", "Signed"]
    assert cells(table.rows[0])[4:8] == [9 * 480 + 480, 150, 120, None]
    assert cells(table.rows[1])[0::7] == ["Bob Marsh", 480]
    assert parts(before, SignatureStrip)
    assert "Ann Lee, Nov 2" in parts(before, Notes)[0].lines[0]
    hours.closing.sign(MONDAY, {worked.ann: "A. Lee", worked.bob: "B. M."})
    hours.closing.lock(MONDAY)
    after = printed(build_pay_period, PayPeriodOptions(SUNDAY))
    assert cells(parts(after, Table)[0].rows[0])[-1] == "A. Lee, Nov 18"
    assert parts(after, Text)[0].text.startswith("Locked on Nov 18, 2026 by Dana.")
    hours.adjusting.add(AdjustmentDraft(worked.ann, MONDAY, -30, "left early"))
    following = printed(build_pay_period, PayPeriodOptions(SUNDAY + DAY))
    assert parts(following, Notes)[0].lines == (
        "Ann Lee, Nov 2: −0:30 h, regular; reason: left early (Dana)",
    )


def test_pay_is_printed_only_when_asked_for(printed, worked):
    """80 hours at $20, two in the evening; half of the week's rate 853/42.5 for 2:30 more."""
    without = printed(build_pay_period, PayPeriodOptions(SUNDAY))
    with_pay = printed(build_pay_period, PayPeriodOptions(SUNDAY, pay=True))
    assert "Pay" not in [column.title for column in parts(without, Table)[0].columns]
    assert cells(parts(with_pay, Table)[0].rows[0])[-2] == 160_000 + 300 + 7_509


def test_hours_and_overtime_of_everybody(printed, worked):
    document = printed(build_hours_overtime, HoursOvertimeOptions(MONDAY, SUNDAY))
    (table,) = parts(document, Table)
    assert cells(table.rows[0])[:6] == ["Ann Lee", 4800, 4950, 150, 4800, 150]
    assert cells(table.rows[-1])[7] == 480
    nobody = printed(build_hours_overtime, HoursOvertimeOptions(date(2020, 1, 1), date(2020, 1, 2)))
    assert parts(nobody, Table)[0].rows == ()
