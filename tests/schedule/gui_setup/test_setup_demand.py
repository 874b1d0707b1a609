"""Demand is typed under the weekdays, a row at a time in the form, or comes from a file."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from tests.schedule.gui_setup.typing_cells import cell, said, type_into, typed

from clinicmgr.qtkit.dialog import Dialog
from clinicmgr.qtkit.import_panel import ImportPanel


def row_of(book, what, times):
    for row in range(book.table.records.rowCount()):
        record = book.table.records.record(row)
        if book.shelf.what(record) == what and book.shelf.times(record) == times:
            return row
    raise AssertionError((what, times))


@pytest.fixture
def nurses(setup):
    """The demand book with the row of the nurses of the main site."""
    book = setup.turn_to("demand")
    return book, row_of(book, "Nurse", "7:30 AM–6:00 PM")


def test_demand_is_typed_under_its_weekday(qtbot, nurses, demo_clinic):
    book, row = nurses
    saturday = 3 + 5
    type_into(qtbot, book.table, row, saturday, "1/2")
    qtbot.waitUntil(lambda: book.table.records.record(row).cell(5) == "1/2")
    added = [each for each in demo_clinic.schedule.demand() if each.weekday == 5]
    assert len(added) == 4
    assert demo_clinic.journal.undo_title == "Demand for Nurse, 7:30 AM–6:00 PM on Saturday: 1/2"
    type_into(qtbot, book.table, row, saturday, "3")
    qtbot.waitUntil(lambda: book.table.records.record(row).cell(5) == "3")
    cell(book.table, row, saturday)
    qtbot.keyClick(book.table, Qt.Key.Key_Delete)
    assert book.table.records.record(row).cell(5) == ""
    assert len([each for each in demo_clinic.schedule.demand() if each.weekday == 5]) == 3


def test_a_cell_with_nonsense_says_what_to_write(qtbot, setup, nurses):
    book, row = nurses
    type_into(qtbot, book.table, row, 3, "3/2")
    qtbot.waitUntil(lambda: "ideal is at least the minimum" in said(setup))
    qtbot.keyClick(typed(book.table), Qt.Key.Key_Escape)
    assert book.table.records.record(row).cell(0) == "1/2"


def test_a_block_from_a_spreadsheet_is_one_step(nurses, demo_clinic):
    book, row = nurses
    QGuiApplication.clipboard().setText("4\t4\t5\n")
    cell(book.table, row, 3)
    book.table.paste()
    assert [book.table.records.record(row).cell(day) for day in (0, 1, 2, 3)] == [
        "4", "4", "5", "1/2",
    ]  # fmt: skip
    demo_clinic.journal.undo()
    assert book.table.records.record(row).cell(0) == "1/2"


def test_a_row_is_added_for_several_weekdays_at_once(setup, demo_clinic):
    book = setup.turn_to("demand")
    before = len(demo_clinic.schedule.demand())
    setup.add()
    nurse = next(each for each in demo_clinic.staff.positions() if each.code == "RN")
    book.form.editor("position_id").put(nurse.id)
    book.form.editor("start").setText("17")
    book.form.editor("end").setText("20")
    book.form.editor("people").setText("none")
    assert not book.save()
    assert book.form.editor("people").hasFocus()
    book.form.editor("people").setText("1/2")
    book.form.editor("weekdays").put((1, 3))
    assert book.save()
    added = demo_clinic.schedule.demand()[-2:]
    assert len(demo_clinic.schedule.demand()) == before + 2
    record = book.record
    assert (record.cell(1), record.cell(3), record.cell(0)) == ("1/2", "1/2", "")
    assert {each.from_day for each in record.days.values()} == {date(2026, 11, 18)}
    assert added
    demo_clinic.journal.undo()
    assert len(demo_clinic.schedule.demand()) == before


def test_a_row_is_changed_copied_and_removed_as_a_whole(setup, nurses, demo_clinic):
    book, row = nurses
    before = len(demo_clinic.schedule.demand())
    book.open(book.table.records.id_at(row))
    book.form.editor("to_day").setText("12/31/2026")
    assert book.save()
    assert len(book.record.days) == 5
    assert {each.to_day for each in book.record.days.values()} == {date(2026, 12, 31)}
    book.copy_row()
    assert book.is_new
    book.form.editor("from_day").setText("1/1/2027")
    book.form.editor("to_day").setText("")
    assert book.save()
    assert len(demo_clinic.schedule.demand()) == before + 5
    book.remove_button.click()
    (asked,) = [each for each in setup.window().findChildren(Dialog) if each.isVisible()]
    asked.accept_button.click()
    assert len(demo_clinic.schedule.demand()) == before


def test_demand_that_is_over_is_shown_when_asked_for(setup, nurses):
    book, row = nurses
    book.open(book.table.records.id_at(row))
    book.form.editor("to_day").setText("10/31/2026")
    assert book.save()
    assert book.table.records.rowCount() == 13
    everything = [each for each in book.which.findChildren(QPushButton) if each.text() == "All"]
    everything[0].click()
    assert book.table.records.rowCount() == 14


def test_demand_comes_from_a_file_and_goes_to_one(setup, files, tmp_path, demo_clinic):
    book = setup.turn_to("demand")
    files.path = tmp_path / "demand.csv"
    book.ask_export()
    assert "Nurse" in files.path.read_text("utf-8-sig")
    files.path = tmp_path / "more.csv"
    files.path.write_text("Position,Day,From,To,Needed\nRN,Sun,9:00,12:00,1\n", "utf-8")
    book.ask_import()
    panel = setup.stack.currentWidget()
    assert isinstance(panel, ImportPanel)
    panel.import_button.click()
    assert setup.stack.currentWidget() is book
    assert [each.weekday for each in demo_clinic.schedule.demand()].count(6) == 1
