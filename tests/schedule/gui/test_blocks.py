"""Blocks of cells are copied, pasted and filled, also to and from a spreadsheet."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication

from clinicmgr.schedule.gui.clipboard import from_text, to_text

MON, TUE, WED, THU = (date(2026, 11, day) for day in range(16, 20))
CTRL = Qt.KeyboardModifier.ControlModifier


def select(shown, first, last):
    model, view = shown.grid.roster, shown.grid.view
    corners = [
        model.index(view.row_of(("person", who)), view.column_of(day)) for who, day in (first, last)
    ]
    shown.at(*first)
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
    shown.grid.selectionModel().select(QItemSelection(*corners), flags)


@pytest.fixture
def planned(shown, types):
    """Ann early on Monday with a break and a note, at another time on Tuesday; Bob on Monday."""
    types.schedule.add_shift(types.draft(types.ann, MON, 8, 16, break_minutes=45, note="Keys"))
    types.schedule.add_shift(types.draft(types.ann, TUE, 9, 17))
    types.schedule.add_shift(types.draft(types.bob, MON, 10, 12))
    return types


def test_a_block_is_copied_with_what_its_text_does_not_say(shown, planned):
    select(shown, (planned.ann, MON), (planned.ann, TUE))
    shown.press(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "8:00-16:00\t9:00-17:00"
    shown.at(planned.bob, WED)
    shown.press(Qt.Key.Key_V, CTRL)
    (first,), (second,) = shown.shifts(planned.bob, WED), shown.shifts(planned.bob, THU)
    assert (first.start, first.break_minutes, first.note) == (480, 45, "Keys")
    assert second.start == 540
    assert shown.clinic.journal.undo_title == "Paste 2 shifts"


def test_cut_and_paste_move_the_very_shift_in_one_step(shown, planned):
    (before,) = shown.shifts(planned.ann, MON)
    shown.at(planned.ann, MON)
    shown.press(Qt.Key.Key_X, CTRL)
    assert shown.shifts(planned.ann, MON) == [before]
    shown.at(planned.bob, THU)
    shown.press(Qt.Key.Key_V, CTRL)
    assert shown.shifts(planned.ann, MON) == []
    assert [one.id for one in shown.shifts(planned.bob, THU)] == [before.id]
    assert shown.clinic.journal.undo() == "Move 1 shift"
    assert shown.shifts(planned.ann, MON) == [before]


def test_escape_puts_down_what_was_cut_and_pasting_then_copies(shown, planned):
    shown.at(planned.ann, MON)
    shown.press(Qt.Key.Key_X, CTRL)
    shown.press(Qt.Key.Key_Escape)
    shown.at(planned.ann, THU)
    shown.press(Qt.Key.Key_V, CTRL)
    assert len(shown.shifts(planned.ann, MON)) == 1
    assert len(shown.shifts(planned.ann, THU)) == 1


def test_a_block_that_is_moved_onto_itself_loses_nothing(shown, planned):
    ids = [one.id for day in (MON, TUE) for one in shown.shifts(planned.ann, day)]
    select(shown, (planned.ann, MON), (planned.ann, TUE))
    shown.press(Qt.Key.Key_X, CTRL)
    shown.at(planned.ann, TUE)
    shown.press(Qt.Key.Key_V, CTRL)
    assert [one.id for day in (TUE, WED) for one in shown.shifts(planned.ann, day)] == ids
    assert shown.shifts(planned.ann, MON) == []


def test_what_was_cut_is_pasted_in_another_month(shown, planned):
    shown.at(planned.ann, MON)
    shown.press(Qt.Key.Key_X, CTRL)
    for _week in range(6):
        shown.page.step(1)
    later = MON + timedelta(weeks=6)
    shown.at(planned.bob, later)
    shown.press(Qt.Key.Key_V, CTRL)
    assert shown.shifts(planned.ann, MON) == []
    assert len(shown.shifts(planned.bob, later)) == 1


def test_a_block_from_excel_types_each_cell(shown, planned):
    QGuiApplication.clipboard().setText('ME\t"8-12\n13-17"\r\n\t9-10\r\n')
    shown.at(planned.ann, TUE)
    shown.press(Qt.Key.Key_V, CTRL)
    assert shown.text(planned.ann, TUE) == "ME"
    assert shown.text(planned.ann, WED) == "8:00-12:00 13:00-17:00"
    assert shown.text(planned.bob, TUE) == ""
    assert shown.text(planned.bob, WED) == "9:00-10:00"


def test_a_wrong_cell_stops_all_of_a_paste_and_is_named(shown, planned, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(shown.desk, "warn", said.append)
    QGuiApplication.clipboard().setText("ME\tnonsense")
    shown.at(planned.bob, WED)
    shown.press(Qt.Key.Key_V, CTRL)
    assert shown.shifts(planned.bob, WED) == []
    (sentence,) = said
    assert sentence.startswith("Bob Roy, Thu, Nov 19: “nonsense” is neither")
    assert sentence.endswith("Nothing was pasted.")


def test_a_block_too_large_for_the_week_is_refused(shown, planned, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(shown.desk, "warn", said.append)
    QGuiApplication.clipboard().setText("\t".join(["ME"] * 9))
    shown.at(planned.bob, MON)
    shown.press(Qt.Key.Key_V, CTRL)
    assert "do not fit" in said[0]


def test_one_cell_fills_the_whole_selection(shown, planned):
    QGuiApplication.clipboard().setText("ME")
    select(shown, (planned.ann, WED), (planned.bob, THU))
    shown.press(Qt.Key.Key_V, CTRL)
    for who in (planned.ann, planned.bob):
        assert [shown.text(who, day) for day in (WED, THU)] == ["ME", "ME"]


def test_fill_down_gives_the_rows_below_the_first_one(shown, planned):
    select(shown, (planned.ann, MON), (planned.bob, TUE))
    shown.press(Qt.Key.Key_D, CTRL)
    assert shown.text(planned.bob, MON) == "8:00-16:00"
    assert shown.text(planned.bob, TUE) == "9:00-17:00"
    assert shown.clinic.journal.undo() == "Fill down 2 shifts"
    assert shown.text(planned.bob, MON) == "10:00-12:00"
    assert shown.text(planned.bob, TUE) == ""


@given(
    some.lists(
        some.lists(some.text(alphabet='ABC "8-@:x', max_size=8), min_size=2, max_size=4),
        min_size=1,
        max_size=4,
    )
)
def test_cells_survive_the_way_through_a_spreadsheet(rows):
    wide = max(map(len, rows))
    cells = [[" ".join(cell.split()) for cell in row] + [""] * (wide - len(row)) for row in rows]
    assert from_text(to_text(cells)) == cells
