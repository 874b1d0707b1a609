"""An import reports every error, changes nothing until there is none, and then all of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from time import perf_counter

import pytest

from clinicmgr.exchange import (
    Fate,
    Line,
    PlannedRow,
    Sheet,
    carry_out,
    map_columns,
    plan,
    read,
    write_rejected,
)
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field

NURZE = "Unknown position 'Nurze'. Did you mean Nurse?"
FORTY = '"forty" is not a number of hours. Write it like 37:30 or 37.5.'
SURPLUS = (
    "This line has 5 cells but there are 4 headings. "
    "Put quotation marks around a text with a separator in it."
)
POSITIONS = ((1, "Physician"), (2, "Nurse"), (3, "Medical assistant"))


@dataclass(frozen=True, slots=True)
class PersonDraft:
    name: str
    position: int
    started: date | None = None
    minutes: int = 2400
    note: str = ""


@dataclass
class People:
    """An importer of people who are known by their name; the first is called 1."""

    records: dict[int, PersonDraft] = field(default_factory=dict)
    applied: int = 0

    fields: Sequence[Field] = (
        Field("name", "Name", required=True),
        Field("position", "Position", "choice", required=True, choices=lambda: POSITIONS),
        Field("started", "Started", "day"),
        Field("minutes", "Hours", "hours", default=2400),
        Field("note", "Note"),
    )

    draft = PersonDraft

    def key(self, draft: PersonDraft) -> str:
        return draft.name

    def match(self, draft: PersonDraft) -> int | None:
        return next((i for i, each in self.records.items() if each.name == draft.name), None)

    def current(self, record_id: int) -> PersonDraft:
        return self.records[record_id]

    def check(self, draft: PersonDraft) -> Iterable[UserError]:
        if draft.minutes > 100 * 60:
            yield UserError("Nobody works more than 100 hours a week.", field="minutes")

    def check_all(self, rows: Sequence[PlannedRow[PersonDraft]]) -> Iterable[tuple[int, UserError]]:
        physicians = [row for row in rows if row.draft is not None and row.draft.position == 1]
        for row in physicians[2:]:
            yield row.line, UserError("There is room for two physicians.", field="position")

    def apply(self, new: Sequence[PersonDraft], changed: Sequence[tuple[int, PersonDraft]]) -> None:
        self.applied += 1
        self.records |= dict(changed)
        for draft in new:
            self.records[len(self.records) + 1] = draft


@pytest.fixture
def people():
    return People({1: PersonDraft("Ana Ruiz", 2, date(2026, 1, 5), 2400, "likes mornings")})


def sheet_of(text: str) -> Sheet:
    rows = (tuple(line.split(",")) for line in text.strip().splitlines())
    return Sheet("people", tuple(Line(number, cells) for number, cells in enumerate(rows, 1)))


def planned(sheet, people):
    return plan(sheet, map_columns(sheet.header, people.fields), people)


def test_rows_are_new_changed_or_the_same(people):
    people.records[2] = PersonDraft("Bo Li", 1)
    report = planned(
        sheet_of("Name,Position,Hours\nAna Ruiz,Nurse,40\nBo Li,Nurse,40\nCy Orr,nurse,20"), people
    )
    assert [row.fate for row in report.rows] == [Fate.SAME, Fate.CHANGED, Fate.NEW]
    assert report.summary() == "1 new, 1 changed, 1 same, 0 with errors."
    assert people.applied == 0


def test_a_column_that_is_not_in_the_file_leaves_records_as_they_are(people):
    carry_out(planned(sheet_of("Name,Position,Hours\nAna Ruiz,Nurse,30"), people), people)
    assert people.records[1] == PersonDraft("Ana Ruiz", 2, date(2026, 1, 5), 1800, "likes mornings")


def test_a_blank_cell_empties_the_field_and_gives_a_new_record_the_default(people):
    sheet = sheet_of("Name,Position,Started,Hours,Note\nAna Ruiz,Nurse,,30,\nCy Orr,Nurse,,,")
    carry_out(planned(sheet, people), people)
    assert people.records[1] == PersonDraft("Ana Ruiz", 2, None, 1800, "")
    assert people.records[2] == PersonDraft("Cy Orr", 2, None, 2400, "")


def test_every_error_is_reported_with_its_place(people):
    sheet = sheet_of(
        "Name,Position,Started,Hours\n"
        "Bo Li,Nurze,31.02.2026,40\n"
        ",Nurse,,forty\n"
        "Cy Orr,Nurse,,120\n"
        "Di Poe,Nurse,,40,surplus\n"
        "Ed Ray,Nurse,,40\n"
        "Ed Ray,Nurse,,40\n"
    )
    report = planned(sheet, people)
    assert [str(error) for error in report.errors] == [
        f"Line 2, Position: {NURZE}",
        'Line 2, Started: "31.02.2026" is not a date. Write it like 2026-02-28 or 2/28/2026.',
        "Line 3, Name: Name is missing. Please fill it in.",
        f"Line 3, Hours: {FORTY}",
        "Line 4, Hours: Nobody works more than 100 hours a week.",
        "Line 5: " + SURPLUS,
        "Line 7: This is the same entry as in line 6. Remove one of the two.",
    ]
    assert [error.value for error in report.errors[:3]] == ["Nurze", "31.02.2026", ""]
    assert report.counts == {Fate.NEW: 1, Fate.CHANGED: 0, Fate.SAME: 0, Fate.ERROR: 5}


def test_rows_are_checked_against_each_other(people):
    rows = "\n".join(f"{name},Physician" for name in ("Bo", "Cy", "Di"))
    report = planned(sheet_of(f"Name,Position\n{rows}"), people)
    assert [str(error) for error in report.errors] == [
        "Line 4, Position: There is room for two physicians."
    ]


def test_one_error_and_nothing_is_imported(people):
    report = planned(sheet_of("Name,Position\nBo Li,Nurse\nCy Orr,Nurze"), people)
    before = dict(people.records)
    for dry_run in (True, False):
        with pytest.raises(UserError) as caught:
            carry_out(report, people, dry_run=dry_run)
        assert str(caught.value) == (
            "1 of 2 rows has an error and nothing was imported. "
            "Line 3, Position: Unknown position 'Nurze'. Did you mean Nurse?"
        )
    assert people.records == before


def test_a_dry_run_gives_the_same_report_and_writes_nothing(people):
    report = planned(sheet_of("Name,Position\nBo Li,Nurse"), people)
    assert carry_out(report, people, dry_run=True) == report
    assert people.applied == 0
    assert carry_out(report, people) == report
    assert people.records[2] == PersonDraft("Bo Li", 2)
    assert people.applied == 1


def test_importing_the_same_file_again_changes_nothing(people):
    sheet = sheet_of("Name,Position\nBo Li,Nurse")
    carry_out(planned(sheet, people), people)
    again = carry_out(planned(sheet, people), people)
    assert again.counts[Fate.SAME] == 1
    assert people.applied == 1


def test_a_required_column_that_is_missing_stops_before_the_rows(people):
    with pytest.raises(UserError, match='No column gives "Position"'):
        planned(sheet_of("Name,Shoe size\nBo Li,44"), people)


def test_columns_that_are_not_imported_are_noted(people):
    report = planned(sheet_of("Name,Position,Shoe size\nBo Li,Nurse,44"), people)
    assert report.notes == ("Not imported: Shoe size.",)


def test_a_corrected_cell_makes_the_row_good(people):
    sheet = sheet_of("Name,Position\nCy Orr,Nurze")
    assert planned(sheet.with_cell(2, 1, "Nurse"), people).counts[Fate.NEW] == 1


def test_rejected_rows_come_back_as_a_file_that_can_be_corrected(people, tmp_path):
    sheet = sheet_of("Name,Position,Hours\nBo Li,Nurse,40\n=Cy;,Nurze,forty\nDi Poe,Nurse,120")
    path = tmp_path / "rejected.csv"
    assert write_rejected(path, sheet, planned(sheet, people)) == 2
    again = read(path)
    assert again.header == ("Name", "Position", "Hours", "Line", "Reason")
    assert again.rows[0].cells == (
        "=Cy;",
        "Nurze",
        "forty",
        "3",
        f"Position: {NURZE} Hours: {FORTY}",
    )
    assert b"'=Cy;" in path.read_bytes()
    corrected = again.with_cell(2, 1, "Nurse").with_cell(2, 2, "40").with_cell(3, 2, "40")
    assert planned(corrected, people).counts[Fate.NEW] == 2


def test_ten_thousand_rows_with_errors_everywhere_take_about_a_second(people):
    rows = "\n".join(
        f"Person {number},{'Nurze' if number % 3 else 'Nurse'}{number},2026-02-{number % 31 + 1}"
        for number in range(10_000)
    )
    started = perf_counter()
    report = planned(sheet_of(f"Name,Position,Started\n{rows}"), people)
    assert len(report.rows) == report.counts[Fate.ERROR] == 10_000
    assert perf_counter() - started < 10  # far above the second it takes: a busy computer
