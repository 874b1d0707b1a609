"""The roster on the wall: by person, by position, by room, and the month in codes."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.schedule.clinic_of_three import FRI, MON, SAT, SUN, THU, TUE, WED

from clinicmgr.paper import Chip, Grid, Hatch, Imprint, Legend, Notes, SignatureStrip, Text
from clinicmgr.schedule.documents import (
    MonthRosterOptions,
    WeekRosterOptions,
    build_month_roster,
    build_week_roster,
)
from clinicmgr.schedule.documents.roster.codes import Codes
from clinicmgr.schedule.records import DemandDraft, Shift, ShiftType, ShiftTypeDraft
from clinicmgr.staff.records import LeaveDraft, LeaveKind

OFF = {day: ["Annual leave"] for day in (WED, THU, FRI)}
IMPRINT = Imprint("Lakeside Family Clinic", datetime(2026, 11, 18, 9))


@pytest.fixture
def busy(practice):
    """Ann twice, Bob covers the front desk, Cy is off from Thursday, one shift is open."""
    add = practice.schedule.add_shift
    add(practice.draft(practice.ann, MON, 8, 16, room_id=practice.exam))
    add(practice.draft(practice.ann, TUE, 8, 16, note="Keys"))
    add(practice.draft(practice.bob, MON, 9, 13, position_id=practice.fd))
    add(practice.draft(None, WED, 12, 18))
    practice.clinic.staff.add_leave(LeaveDraft(practice.cy, WED, FRI, LeaveKind.ANNUAL))
    return practice


def week(practice, **options):
    clinic = practice.clinic
    asked = WeekRosterOptions(**{"first": MON, "last": SUN, **options})
    current = clinic.settings.current()
    return build_week_roster(practice.schedule, clinic.staff, current, IMPRINT, asked)


def month(practice, **options):
    clinic = practice.clinic
    asked = MonthRosterOptions(**{"first": MON, "last": SUN, **options})
    current = clinic.settings.current()
    return build_month_roster(practice.schedule, clinic.staff, current, IMPRINT, asked)


def of(document, kind):
    return [item for item in document.items if isinstance(item, kind)]


def said(document):
    """Group, head and the texts of each day that has some."""
    (grid,) = of(document, Grid)
    return [
        (group.title, row.head, {grid.columns[place].day: words(cell)
                                 for place, cell in enumerate(row.cells) if cell})
        for group in grid.groups
        for row in group.rows
    ]  # fmt: skip


def words(cell):
    return [
        f"{part.text}|{part.code}|{part.rest}" if isinstance(part, Chip) else part.text
        for part in cell
    ]


def test_by_person_everybody_stands_with_the_people_of_their_position(busy):
    assert said(week(busy)) == [
        ("Open shifts", "Open", {WED: ["12p–6p|MA|"]}),
        ("Medical assistant", "Ann Lee", {MON: ["8a–4p|MA|EX1"], TUE: ["8a–4p|MA|", "Keys"]}),
        ("Medical assistant", "Bob Roy", {MON: ["9a–1p|FD|"]}),
        ("Front desk", "Cy Fox", OFF),
    ]


def test_without_groups_people_stand_by_name(busy):
    assert [(title, head) for title, head, _days in said(week(busy, grouped=False))] == [
        ("Open shifts", "Open"),
        ("", "Cy Fox"),
        ("", "Ann Lee"),
        ("", "Bob Roy"),
    ]


def test_who_covers_another_position_is_on_the_sheet_of_that_position(busy):
    assert said(week(busy, position_ids=(busy.fd,))) == [
        ("Front desk", "Cy Fox", OFF),
        ("From other positions", "Bob Roy", {MON: ["9a–1p|FD|"]}),
    ]


def test_by_position_each_day_says_who_is_there_and_who_is_off(busy):
    assert said(week(busy, by="position")) == [
        (
            "",
            "Medical assistant",
            {
                MON: ["Ann Lee|MA|8a–4p · EX1"],
                TUE: ["Ann Lee|MA|8a–4p", "Keys"],
                WED: ["Open|MA|12p–6p"],
            },
        ),
        ("", "Front desk", {MON: ["Bob Roy|FD|9a–1p"]}),
        ("Off", "Cy Fox", OFF),
    ]


def test_by_room_those_without_a_room_stand_last(busy):
    rows = said(week(busy, by="room"))
    assert [(title, head) for title, head, _days in rows] == [
        ("", "Exam 1"),
        ("", "No room"),
        ("Off", "Cy Fox"),
    ]
    assert rows[0][2] == {MON: ["Ann Lee|MA|8a–4p"]}
    assert rows[1][2][MON] == ["Bob Roy|FD|9a–1p"]


def test_each_week_is_a_sheet_and_only_the_last_has_lines_to_write_on(busy):
    document = week(busy, last=SUN + timedelta(days=7))
    assert [grid.title for grid in of(document, Grid)] == [
        "Week of 11/16/2026",
        "Week of 11/23/2026",
    ]
    assert [notes.blank for notes in of(document, Notes)] == [2]
    assert len(of(document, SignatureStrip)) == 2


def test_coverage_stands_below_where_something_is_needed(busy):
    assert of(week(busy), Grid)[0].footers == ()
    busy.schedule.add_demand(DemandDraft(busy.ma, 0, 480, 960, 2, 2, date(2020, 1, 1)))
    (footer,) = of(week(busy), Grid)[0].footers
    assert [tally and tally.text for tally in footer.cells][:2] == ["▼ 1 / 2 at 8:00 AM", None]
    assert of(week(busy, coverage=False), Grid)[0].footers == ()
    (brief,) = of(month(busy), Grid)[0].footers
    assert brief.cells[MON.day - 1].text == "▼1"


# The month


def test_the_month_has_all_its_days_and_shades_weekends_and_closed_days(busy):
    busy.schedule.close_day(TUE, "Training day")
    document = month(busy)
    assert document.subtitle == "November 2026"
    (grid,) = of(document, Grid)
    assert len(grid.columns) == 30
    closed = {column.day for column in grid.columns if column.closed}
    assert {SAT, SUN, TUE} <= closed
    assert MON not in closed
    assert "Closed: Wed, Nov 11: Veterans Day; Tue, Nov 17: Training day" in texts(document)


def test_a_month_roster_says_hours_of_the_month_and_codes(busy):
    busy.schedule.add_shift_type(ShiftTypeDraft("Early", "E", 480, 960))
    busy.clinic.staff.set_contract(busy.ann, date(2020, 1, 1), 7 * 60)
    rows = {head: days for _title, head, days in said(month(busy))}
    assert rows["Ann Lee"][MON] == ["A||"]
    assert rows["Bob Roy"][MON] == ["B|FD|"]
    assert rows["Cy Fox"][WED] == ["A"]
    (grid,) = of(month(busy), Grid)
    hours = {row.head: row.second for group in grid.groups for row in group.rows}
    assert hours == {"Open": "", "Ann Lee": "16/30", "Bob Roy": "4", "Cy Fox": "0"}
    assert [(one.code, one.label) for one in of(month(busy), Legend)[1].entries] == [
        ("A", "8a–4p"),
        ("B", "9a–1p"),
        ("C", "12p–6p"),
    ]
    assert "Hatched: A annual leave" in texts(month(busy))


def test_a_period_over_two_months_is_two_sheets(busy):
    document = month(busy, last=date(2026, 12, 2))
    assert [grid.title for grid in of(document, Grid)] == ["November 2026", "December 2026"]
    assert document.subtitle == "November 2026 to December 2026"


def test_what_was_published_and_changed_is_marked_in_the_month_too(busy):
    busy.schedule.publishing.publish(MON, SUN)
    busy.schedule.add_shift(busy.draft(busy.ann, FRI, 8, 16))
    document = month(busy, changes=True)
    assert document.subtitle == "November 2026 – version 1"
    legend, _codes = of(document, Legend)
    assert "draft" in {entry.sign for entry in legend.entries}
    assert of(document, Notes)[0].title == "Changed since Wed, Nov 18"


def test_notes_on_days_stand_below_the_month_and_beside_the_name_of_a_place(busy):
    busy.schedule.notes.write(busy.ann, MON, "Dentist at 3")
    assert of(month(busy), Notes)[0].lines == ("¹ Ann Lee, Mon, Nov 16: Dentist at 3",)
    assert said(week(busy, by="position"))[0][2][MON] == ["Ann Lee|MA|8a–4p · EX1 ¹"]


def test_leave_is_hatched_in_the_month(busy):
    (grid,) = of(month(busy), Grid)
    cy = next(row for group in grid.groups for row in group.rows if row.head == "Cy Fox")
    assert cy.cells[WED.day - 1] == (Hatch("A"),)


def texts(document):
    return "\n".join(item.text for item in of(document, Text))


times = st.tuples(st.integers(0, 1439), st.integers(1, 1440)).map(lambda at: (at[0], sum(at)))
shifts = st.builds(
    lambda at, kind: Shift(1, None, MON, at[0], at[1], 1, type_id=kind),
    times,
    st.sampled_from([None, 1, 2, 3]),
)
types = st.tuples(*(st.tuples(times, st.sampled_from(["A", "B1", "NIGHT", ""])),) * 2)


@given(st.lists(shifts, max_size=40), types)
def test_shifts_with_other_times_never_share_a_code(some, kinds):
    known = [
        ShiftType(number, f"Type {number}", f"{code}{number}" if code else "", *at)
        for number, (at, code) in enumerate(kinds, 1)
    ]
    codes = Codes(some, known, "en_US")
    meant: dict[str, tuple[int, int]] = {}
    for shift in some:
        assert meant.setdefault(codes.of(shift), (shift.start, shift.end)) == (
            shift.start,
            shift.end,
        )
    assert set(meant) == set(codes.meanings)
