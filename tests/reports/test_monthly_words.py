"""The manager's own words: kept by month and section, undone, found, and asked for."""

from datetime import date

import pytest

from clinicmgr.clinic import Clinic
from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.domain import Urgency
from clinicmgr.kernel.errors import UserError
from clinicmgr.reports.records import EDIT_WORDS, Section
from clinicmgr.reports.service import Reports
from clinicmgr.schedule.records import ShiftDraft
from clinicmgr.staff.records import PositionDraft, StaffDraft

OCTOBER = date(2026, 10, 1)


@pytest.fixture
def reports(clinic: Clinic) -> Reports:
    return Reports(clinic.journal, clinic.clock, clinic)


@pytest.fixture
def rostered(clinic: Clinic) -> None:
    nurse = clinic.staff.add_position(PositionDraft("Nurse", "RN"))
    ana = clinic.staff.hire(StaffDraft("Ana", "Ruiz", date(2026, 1, 1), (nurse,)))
    clinic.schedule.add_shift(ShiftDraft(ana, date(2026, 10, 5), 480, 960, nurse))


def test_words_belong_to_their_month_and_section(reports):
    reports.set_words(date(2026, 10, 17), Section.MONEY, "  Vaccine was bought early. \n")
    reports.set_words(OCTOBER, Section.LEAVE, "Quiet.")
    reports.set_words(date(2026, 11, 1), Section.LEAVE, "Busy.")
    assert reports.words(date(2026, 10, 31)) == {
        Section.MONEY: "Vaccine was bought early.",
        Section.LEAVE: "Quiet.",
    }
    between = reports.words_between(date(2026, 10, 20), date(2026, 11, 2))
    assert [(each.month.month, each.section, each.text) for each in between] == [
        (10, Section.LEAVE, "Quiet."),
        (10, Section.MONEY, "Vaccine was bought early."),
        (11, Section.LEAVE, "Busy."),
    ]


def test_each_writing_is_one_step_that_is_named_and_undone(reports, clinic):
    reports.set_words(OCTOBER, Section.STAFFING, "One left.")
    assert clinic.journal.undo_title == "Write “Staffing” of October 2026"
    reports.set_words(OCTOBER, Section.STAFFING, "One left, two came.")
    clinic.journal.undo()
    assert reports.words(OCTOBER) == {Section.STAFFING: "One left."}
    reports.set_words(OCTOBER, Section.STAFFING, " ")
    assert reports.words(OCTOBER) == {}
    clinic.journal.undo()
    assert reports.words(OCTOBER) == {Section.STAFFING: "One left."}


def test_the_same_words_again_are_no_change(reports, clinic):
    reports.set_words(OCTOBER, Section.STAFFING, "One left.")
    before = len(clinic.journal.history())
    reports.set_words(OCTOBER, Section.STAFFING, "One left.\n")
    reports.set_words(OCTOBER, Section.MONEY, "")
    assert len(clinic.journal.history()) == before


def test_words_without_end_are_refused_with_their_length(reports):
    with pytest.raises(UserError, match="5000 letters") as refused:
        reports.set_words(OCTOBER, Section.STAFFING, "x" * 5000)
    assert refused.value.field == "words"


def test_writing_needs_its_right(practice_file, clock):
    opened = Clinic.open(practice_file, clock, Actor("Eve", frozenset()))
    try:
        reports = Reports(opened.journal, opened.clock, opened)
        with pytest.raises(UserError, match=EDIT_WORDS.label):
            reports.set_words(OCTOBER, Section.STAFFING, "I was here.")
    finally:
        opened.close()


def test_words_are_found_by_a_word_of_them(reports):
    reports.set_words(OCTOBER, Section.EQUIPMENT, "The autoclave leaked at the door.")
    (hit,) = reports.find("autocl")
    assert (hit.title, hit.page) == ("Equipment, October 2026", "reports")
    assert reports.find("dragon") == []


def test_the_history_has_words_for_its_table(reports):
    told = reports.told()
    assert [field.name for field in told.tables["reports_words"].fields] == [
        "month", "section", "words",
    ]  # fmt: skip
    assert reports.names() == {}


@pytest.mark.usefixtures("rostered")
def test_the_report_is_asked_for_from_the_third_on_until_something_is_written(reports):
    assert reports.due(date(2026, 11, 2)) == []
    (due,) = reports.due(date(2026, 11, 3))
    assert (due.urgency, due.page, due.day) == (Urgency.TODAY, "reports", date(2026, 11, 3))
    assert due.sentence == "The report for October 2026 is not written yet."
    assert reports.due(date(2026, 11, 30))[0].urgency is Urgency.OVERDUE
    reports.set_words(OCTOBER, Section.MONEY, "Fine.")
    assert reports.due(date(2026, 11, 30)) == []


def test_without_a_roster_nobody_is_asked_to_write(reports):
    assert reports.due(date(2026, 11, 18)) == []
