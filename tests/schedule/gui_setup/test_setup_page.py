"""The practice setup keeps every list of the schedule in the same way."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from tests.schedule.gui_setup.typing_cells import said, type_into, typed

from clinicmgr.qtkit import theme
from clinicmgr.qtkit.dialog import Dialog
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.schedule.gui.setup.page import SECTIONS
from clinicmgr.staff.records import PositionDraft

THANKSGIVING = date(2026, 11, 26)


def test_every_section_shows_its_list(setup):
    counts = {}
    for section in SECTIONS:
        counts[section] = setup.turn_to(section).table.records.rowCount()
        assert setup.section == section
    assert counts["positions"] == 6
    assert counts["rooms"] == 9
    assert counts["shift_types"] == 15
    assert counts["demand"] == 14
    assert counts["closures"] > 8


def test_an_empty_practice_is_taught_step_by_step(see, clinic):
    page = see(clinic)
    for section in (one for one in SECTIONS if one not in {"closures", "rules"}):
        book = page.turn_to(section)
        teaching = book.findChild(EmptyState)
        assert teaching.isVisible(), section
        assert len(teaching.accessibleName()) > 60
        teaching.findChildren(QPushButton)[0].click()
        assert book.is_new, section
        book.revert()


def test_a_position_gets_its_color_from_a_swatch(qtbot, setup, demo_clinic):
    book = setup.turn_to("positions")
    setup.add()
    qtbot.keyClicks(book.form.editor("name"), "Hygienist")
    qtbot.keyClicks(book.form.editor("code"), "HY")
    assert book.swatches.swatches[4].text() == "HY"
    assert book.swatches.swatches[1].accessibleName() == "Blue, used by Nurse"
    book.swatches.swatches[4].click()
    assert book.save()
    position = next(each for each in demo_clinic.staff.positions() if each.code == "HY")
    assert (position.color, position.rank) == (4, 6)
    book.swatches.swatches[7].click()
    assert book.form.is_dirty
    book.revert()
    assert book.swatches.swatches[4].isChecked()


def test_a_position_that_is_held_is_not_removed(setup, demo_clinic):
    book = setup.turn_to("positions")
    book.open(demo_clinic.staff.positions()[0].id)
    book.remove_button.click()
    (asked,) = [each for each in setup.window().findChildren(Dialog) if each.isVisible()]
    asked.accept_button.click()
    assert "still in use" in asked.banner.accessibleName()
    asked.reject()


def test_a_credential_kind_names_who_needs_it(qtbot, setup, demo_clinic):
    book = setup.turn_to("credentials")
    nurse = next(each for each in demo_clinic.staff.positions() if each.code == "RN")
    setup.add()
    qtbot.keyClicks(book.form.editor("name"), "RN license")
    book.form.editor("position_ids").put((nurse.id,))
    assert book.save()
    kind = next(each for each in demo_clinic.staff.credential_kinds() if each.name == "RN license")
    assert (kind.warn_days, kind.position_ids) == (60, (nurse.id,))


# Shift types


def test_a_shift_type_is_added_in_the_form(qtbot, setup, demo_clinic):
    book = setup.turn_to("shift_types")
    setup.add()
    for name, text in (("name", "Night"), ("code", "NT"), ("start", "22"), ("end", "6")):
        qtbot.keyClicks(book.form.editor(name), text)
    assert book.save()
    kind = next(each for each in demo_clinic.schedule.shift_types() if each.code == "NT")
    assert (kind.start, kind.end, kind.break_minutes) == (22 * 60, 30 * 60, 0)
    assert book.table.current_id() == kind.id
    demo_clinic.journal.undo()
    assert not book.split.is_open


def test_a_shift_type_is_typed_in_the_list(qtbot, setup, demo_clinic):
    book = setup.turn_to("shift_types")
    first = demo_clinic.schedule.shift_types()[0]
    type_into(qtbot, book.table, 0, 4, "45")
    qtbot.waitUntil(lambda: demo_clinic.schedule.shift_types()[0].break_minutes == 45)
    assert book.table.currentIndex().row() == 1, "Enter goes down"
    type_into(qtbot, book.table, 0, 2, "7:30-15:00")
    qtbot.waitUntil(lambda: demo_clinic.schedule.shift_types()[0].end == 900)
    demo_clinic.journal.undo()
    assert demo_clinic.schedule.shift_types()[0].end == first.end


def test_what_cannot_be_read_stays_in_the_cell(qtbot, setup, demo_clinic):
    book = setup.turn_to("shift_types")
    type_into(qtbot, book.table, 0, 3, "late")
    qtbot.waitUntil(lambda: "not a time" in said(setup))
    line = typed(book.table)
    assert line.text() == "late"
    assert line.property("invalid") == "true"
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert demo_clinic.schedule.shift_types()[0].end == 16 * 60


# Closed days


def test_a_public_holiday_can_be_worked(setup, demo_clinic):
    book = setup.turn_to("closures")
    book.table.select([THANKSGIVING])
    assert book.remove_button.text() == "Work on this day"
    assert not book.form.editor("name").isEnabled()
    book.remove_button.click()
    assert THANKSGIVING not in demo_clinic.schedule.closures(THANKSGIVING, THANKSGIVING)
    assert book.record.kind == "worked"
    book.again_button.click()
    assert THANKSGIVING in demo_clinic.schedule.closures(THANKSGIVING, THANKSGIVING)
    demo_clinic.journal.undo()
    demo_clinic.journal.undo()
    assert book.record.kind == "holiday"


def test_a_day_is_closed_and_opened_again(qtbot, setup, demo_clinic):
    book = setup.turn_to("closures")
    setup.add()
    book.form.editor("day").setText("3/8/2027")
    qtbot.keyClicks(book.form.editor("name"), "Inventory")
    assert book.save()
    day = date(2027, 3, 8)
    assert demo_clinic.schedule.closures(day, day) == {day: "Inventory"}
    assert book.shelf.year == 2027
    assert book.table.selected_ids() == [day]
    book.remove_button.click()
    assert demo_clinic.schedule.closures(day, day) == {}


# The page


def test_sections_are_reached_from_elsewhere(setup, demo_clinic):
    setup.go_to("demand")
    assert setup.section == "demand"
    room = demo_clinic.places.rooms()[2]
    setup.go_to(room.id)
    assert (setup.section, setup.book.record.id) == ("rooms", room.id)
    position = demo_clinic.staff.positions()[1]
    setup.go_to(("positions", position.id))
    assert setup.book.record.name == "Nurse"


def test_new_positions_are_offered_in_forms_at_once(setup, demo_clinic):
    book = setup.turn_to("shift_types")
    setup.add()
    demo_clinic.staff.add_position(PositionDraft("Hygienist", "HY", 4, 9))
    combo = book.form.editor("position_id")
    assert "Hygienist" in [combo.itemText(at) for at in range(combo.count())]


def test_typing_finds_a_row(qtbot, setup):
    book = setup.turn_to("rooms")
    qtbot.keyClicks(setup.search, "harbor")
    qtbot.keyClick(setup.search, Qt.Key.Key_Return)
    assert {each.code for each in book.table.shown_records()} == {"HD", "H1", "H2"}
    setup.turn_to("positions")
    assert setup.search.text() == ""


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_section_can_be_painted(qapp, setup, mode):
    theme.apply(qapp, mode, "compact")
    for section in SECTIONS:
        book = setup.turn_to(section)
        book.open(book.table.records.id_at(0))
        assert not setup.grab().isNull()
        assert book.close()
