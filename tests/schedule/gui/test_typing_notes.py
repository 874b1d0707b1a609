"""Notes are written with Shift+F2, marked on the cell and told to whoever points or listens."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

MON, TUE, WED = (date(2026, 11, day) for day in range(16, 19))
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def box(shown):
    """Open the box of the current cell."""

    def opened():
        shown.press(Qt.Key.Key_F2, SHIFT)
        return shown.page.commands.note_box

    return opened


def test_an_empty_day_gets_a_note_that_is_marked_spoken_and_shown_below(shown, types, box):
    shown.at(types.ann, WED)
    made = box()
    assert made.choice.isHidden()
    made.text.setPlainText("Dentist at 3")
    shown.qtbot.keyClick(made.text, Qt.Key.Key_Return, CTRL)
    cell = shown.cell(types.ann, WED)
    assert cell.spoken.endswith("Note: Dentist at 3")
    assert cell.tip == "Note: Dentist at 3"
    assert shown.page.legend.sentence == "Note: Dentist at 3"
    assert (("person", types.ann), WED) in shown.grid.noted
    assert shown.clinic.journal.undo() == "Note for Ann on Wed, Nov 18: Dentist at 3"
    assert shown.grid.noted == frozenset()


def test_with_a_shift_the_note_goes_to_it_or_to_the_day(shown, types, box):
    types.schedule.add_shift(types.draft(types.ann, WED, 8, 12))
    shown.at(types.ann, WED)
    made = box()
    assert not made.choice.isHidden()
    made.text.setPlainText("Opens the door")
    made.accept_button.click()
    assert shown.shifts(types.ann, WED)[0].note == "Opens the door"
    assert shown.clinic.journal.undo_title == "Note for Ann Lee: Opens the door"
    made = box()
    assert made.text.toPlainText() == "Opens the door"
    made.choice.choose("1")
    made.choice.chosen.emit("1")
    made.text.setPlainText("Birthday")
    made.accept_button.click()
    assert types.schedule.notes.text(types.ann, WED) == "Birthday"
    assert shown.shifts(types.ann, WED)[0].note == "Opens the door"


def test_a_note_in_the_row_of_open_shifts_is_for_everybody(shown, types, box):
    shown.at(None, TUE)
    made = box()
    made.text.setPlainText("Fire drill at 10")
    made.accept_button.click()
    assert types.schedule.notes.text(None, TUE) == "Fire drill at 10"
    assert (("open", 0), TUE) in shown.grid.noted


def test_escape_leaves_the_note_as_it_was(shown, types, box):
    shown.at(types.ann, WED)
    made = box()
    made.text.setPlainText("Dentist")
    shown.qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert types.schedule.notes.between(MON, WED) == []
