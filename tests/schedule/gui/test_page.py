"""The page as a whole: periods, problems, gaps, filter, paper, month, and the beginning."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

from clinicmgr.schedule.records import DemandDraft
from clinicmgr.staff.records import LeaveDraft

MON, TUE, WED, THU, FRI, SAT, SUN = (date(2026, 11, day) for day in range(16, 23))
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def needed(shown, types):
    """Two assistants from 8 to 12 on Wednesdays, of whom Ann is there."""
    types.schedule.add_demand(DemandDraft(types.ma, 2, 480, 720, 2, 2, date(2026, 1, 1)))
    types.schedule.add_shift(types.draft(types.ann, WED, 8, 12, site_id=types.main))
    return types


def title(shown):
    return shown.page.action_bar.stepper._title.text()  # noqa: SLF001 - what is read on screen


# Periods


def test_the_week_of_today_is_shown_and_named(shown):
    assert title(shown) in {"November 16 – 22, 2026", "Nov 16 – 22, 2026"}
    heads = shown.grid.view.days
    assert [head.day for head in heads] == [MON, TUE, WED, THU, FRI, SAT, SUN]
    assert [head.day for head in heads if head.today] == [WED]


def test_keys_turn_the_weeks(shown, types):
    shown.at(types.ann, WED)
    shown.press(Qt.Key.Key_Right, ALT)
    assert shown.page.period.first == date(2026, 11, 23)
    shown.press(Qt.Key.Key_Left, ALT)
    shown.press(Qt.Key.Key_Left, ALT)
    assert shown.page.period.first == date(2026, 11, 9)
    shown.press(Qt.Key.Key_T, CTRL)
    assert shown.page.period.first == MON


def test_a_holiday_stands_above_its_day(shown):
    shown.page.step(1)
    notes = {head.day: head.note for head in shown.grid.view.days if head.note}
    assert notes == {date(2026, 11, 26): "Thanksgiving Day"}


def test_a_shift_that_was_searched_for_is_shown(shown, types):
    shift_id = types.schedule.add_shift(types.draft(types.bob, date(2026, 12, 16), 8, 12))
    shown.page.go_to(shift_id)
    assert shown.grid.current_place() == (("person", types.bob), date(2026, 12, 16))


def test_hours_are_planned_against_agreed_and_marked_when_over(shown, types):
    shown.clinic.staff.set_contract(types.ann, date(2026, 1, 1), 10 * 60)
    types.schedule.add_shift(types.draft(types.ann, MON, 8, 16))
    row = shown.grid.view.rows[shown.grid.view.row_of(("person", types.ann))]
    assert (row.hours, row.over) == ("8 / 10 h", False)
    types.schedule.add_shift(types.draft(types.ann, TUE, 8, 16))
    row = shown.grid.view.rows[shown.grid.view.row_of(("person", types.ann))]
    assert (row.hours, row.over) == ("16 / 10 h", True)


def test_leave_and_days_that_somebody_cannot_work_are_marked(shown, types):
    shown.clinic.staff.add_leave(LeaveDraft(types.ann, TUE, TUE))
    shown.clinic.staff.set_availability(types.bob, date(2026, 1, 1), ())
    assert shown.cell(types.ann, TUE).look.leave == "Annual leave"
    assert shown.cell(types.ann, TUE).spoken == "Ann Lee, Tue, Nov 17: Annual leave"
    assert shown.cell(types.bob, TUE).look.unavailable


# Problems and gaps


def test_f8_walks_through_what_is_wrong(shown, needed):
    needed.schedule.add_shift(needed.draft(needed.ann, WED, 11, 13))
    assert shown.page.banner.accessibleName().startswith("2 problems")
    shown.at(needed.cy, MON)
    shown.press(Qt.Key.Key_F8)
    assert "Medical assistant: 1 of 2" in shown.page.legend.sentence
    pill = shown.page.card.coverage.currentIndex()
    assert (pill.row(), pill.column()) == (0, 2)
    shown.press(Qt.Key.Key_F8)
    assert shown.grid.current_place() == (("person", needed.ann), WED)
    assert "shifts overlap" in shown.page.legend.sentence
    shown.press(Qt.Key.Key_F8, SHIFT)
    assert "Medical assistant: 1 of 2" in shown.page.legend.sentence


def test_all_good_is_said_too(shown, needed):
    needed.schedule.add_shift(needed.draft(needed.bob, WED, 8, 12))
    assert shown.page.banner.accessibleName().startswith("All good")
    assert shown.page.banner.property("tone") == "success"


def test_a_short_position_opens_who_could_work(shown, needed):
    coverage = shown.page.card.coverage
    cell = coverage.coverage.cell(0, 2)
    assert (cell.have, cell.minimum, cell.at) == (1, 2, "8:00 AM")
    assert coverage.select(needed.ma, 2)
    coverage.setFocus()
    shown.qtbot.keyClick(coverage, Qt.Key.Key_Return)
    gaps = shown.page.side.gaps
    lines = [line.accessibleName() for line in gaps.lists[0].lines]
    assert lines[0] == "Bob Roy: free: could take it (would reach 4 h)"
    assert lines[1:] == [
        "Ann Lee: already works on Wed, Nov 18, 8:00 AM–12:00 PM",
        "Cy Fox: not trained as Medical assistant",
    ]
    gaps.lists[0].lines[0].button.click()
    (given,) = shown.shifts(needed.bob, WED)
    assert (given.start, given.end) == (480, 720)
    assert shown.page.side.gaps.gaps == ()


def test_coverage_folds_into_one_line(shown, needed):
    coverage = shown.page.card.coverage
    coverage.toggle.click()
    assert coverage.coverage.rowCount() == 1
    assert coverage.coverage.cell(0, 2).spoken == "Wed, Nov 18: 0 of 1 position covered"
    coverage.toggle.click()
    assert coverage.coverage.rows[0].title == "Medical assistant"


# The panel


def test_enter_opens_the_shift_and_saving_is_one_change(shown, needed):
    shown.at(needed.ann, WED)
    shown.press(Qt.Key.Key_Return)
    panel = shown.page.side.cell
    editor = panel.form.editor("end")
    editor.setText("13:00")
    editor.textEdited.emit("13:00")
    assert panel.is_dirty
    panel.save_button.click()
    (kept,) = shown.shifts(needed.ann, WED)
    assert kept.end == 780
    assert not panel.is_dirty
    assert "Change Ann's shift" in shown.clinic.journal.undo_title


def test_the_panel_follows_the_cell_until_something_is_half_typed(shown, needed):
    shown.at(needed.ann, WED)
    shown.press(Qt.Key.Key_F4)
    shown.at(needed.bob, TUE)
    assert shown.page.side.cell.place == (needed.bob, TUE)
    note = shown.page.side.cell.form.editor("note")
    note.setText("Half")
    note.textEdited.emit("Half")
    shown.at(needed.ann, WED)
    assert shown.page.side.cell.place == (needed.bob, TUE)
    assert not shown.page.side.close_panel()
    assert shown.page.side.close_panel()


def test_a_shift_is_given_to_somebody_who_can_take_it(shown, needed):
    shift_id = needed.schedule.shifts(WED, WED)[0].id
    shown.at(needed.ann, WED)
    shown.page.attention.ask_who()
    panel = shown.page.side.cell
    (line,) = panel.found.lines
    assert line.accessibleName().startswith("Bob Roy: free")
    line.button.click()
    assert [one.id for one in shown.shifts(needed.bob, WED)] == [shift_id]
    assert shown.page.side.cell.title == "Bob Roy"


def test_a_choice_of_type_fills_in_its_times(shown, types):
    shown.at(types.ann, MON)
    shown.page.attention.show()
    panel = shown.page.side.cell
    kind = panel.form.editor("type_id")
    kind.setCurrentIndex(kind.findText("ME  Assistant early"))
    kind.activated.emit(kind.currentIndex())
    panel.save_button.click()
    assert shown.text(types.ann, MON) == "ME"


def test_what_is_wrong_in_the_form_is_said_at_its_field(shown, types):
    shown.at(types.ann, MON)
    shown.page.attention.show()
    panel = shown.page.side.cell
    panel.form.editor("start").setText("half past")
    panel.save_button.click()
    assert shown.shifts(types.ann, MON) == []
    assert panel.is_dirty


# Menu, lock, open


def test_the_menu_of_a_cell_locks_and_opens(shown, needed):
    shown.at(needed.ann, WED)
    menu = shown.page.acts.show_menu(shown.grid.mapToGlobal(shown.grid.rect().center()))
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[0] == "Edit the cell"
    assert {"Lock", "Make open", "Who can take it?", "Delete"} <= set(words)
    menu.close()
    shown.page.acts.lock.trigger()
    assert shown.cell(needed.ann, WED).look.chips[0].locked
    shown.page.acts.refresh()
    assert shown.page.acts.lock.text() == "Unlock"
    shown.page.acts.lock.trigger()
    shown.page.acts.make_open.trigger()
    assert len(shown.shifts(None, WED)) == 1


# Filter, paper, copies


def test_the_filter_holds_for_rows_coverage_and_paper(shown, needed):
    papers: list[Any] = []
    shown.desk.paper_wanted.connect(papers.append)
    shown.page.action_bar.positions.choose(needed.ma)
    names = [row.title for row in shown.grid.view.rows if row.kind == "person"]
    assert sorted(names) == ["Ann Lee", "Bob Roy"]
    shown.page.print_roster()
    (paper,) = papers
    assert "November 16, 2026" in paper.subtitle
    (groups,) = [item.groups for item in paper.items if hasattr(item, "groups")]
    assert [group.title for group in groups] == ["Medical assistant"]


def test_the_paper_shows_the_week_that_is_shown(shown, types):
    papers: list[Any] = []
    shown.desk.paper_wanted.connect(papers.append)
    shown.page.step(1)
    shown.at(types.ann, date(2026, 11, 24))
    shown.press(Qt.Key.Key_P, CTRL)
    assert "November 23, 2026" in papers[0].subtitle
    assert "November 29, 2026" in papers[0].subtitle


def test_last_week_is_copied_into_an_empty_one(shown, needed):
    shown.page.step(1)
    assert shown.page.banner.accessibleName().startswith("This week is empty")
    shown.page.copy_week(-1, here=True)
    assert shown.text(needed.ann, date(2026, 11, 25)) == "8:00-12:00"
    assert shown.page.period.first == date(2026, 11, 23)


# Month


def test_the_month_shows_all_its_days_and_leads_to_a_week(shown, needed):
    shown.at(needed.ann, WED)
    shown.page.show_span("month")
    assert len(shown.grid.view.days) == 30
    assert title(shown) == "November 2026"
    assert shown.grid.current_place() == (("person", needed.ann), WED)
    row = shown.grid.view.rows[shown.grid.view.row_of(("person", needed.ann))]
    assert row.hours == "4 h"
    shown.press(Qt.Key.Key_Right)
    assert shown.grid.current_place() == (("person", needed.ann), THU)
    shown.grid.double_clicked.emit()
    assert shown.page.period.span == "week"
    assert shown.grid.current_place() == (("person", needed.ann), THU)


def test_a_month_is_typed_into_as_well(shown, types):
    shown.page.show_span("month")
    shown.at(types.ann, date(2026, 11, 3))
    shown.type("ME")
    assert shown.text(types.ann, date(2026, 11, 3)) == "ME"


# Accessibility and the palette


def test_every_control_has_a_name(shown, needed):
    shown.at(needed.ann, WED)
    shown.page.attention.show()
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    nameless = [
        control
        for kind in kinds
        for control in shown.page.findChildren(kind)
        if control.isVisible() and not (control.accessibleName() or getattr(control, "text", str)())
    ]
    assert nameless == []
    assert shown.grid.accessibleName() == "Roster of the week"
    assert shown.page.card.coverage.accessibleName()


def test_everything_the_page_does_is_in_the_palette(shown):
    words = {action.text() for action in shown.page.actions_list()}
    assert {"Fill the week", "Next problem", "Copy", "Fill down", "Print the roster"} <= words
    assert len(shown.page.keys()) >= 5


def test_heading_rows_are_passed_over_by_the_arrows(shown, types):
    shown.at(types.bob, WED)
    shown.press(Qt.Key.Key_Down)
    assert shown.grid.current_place() == (("person", types.cy), WED)


# The beginning


def test_without_anybody_the_page_teaches(qtbot, clinic, clock):
    from PySide6.QtWidgets import QWidget

    from clinicmgr.qtkit.desk import Desk
    from clinicmgr.schedule.gui.page import SchedulePage

    window = QWidget()
    qtbot.addWidget(window)
    page = SchedulePage(
        clinic.schedule, clinic.staff, clinic.places, clinic.settings, Desk(window, clock)
    )
    qtbot.addWidget(page)
    page.reload()
    assert page.stack.currentWidget() is page.empty
    assert "Nobody to schedule yet" in page.empty.accessibleName()
    assert page.banner.isHidden()


def test_without_demand_the_page_says_what_comes_next(shown):
    assert shown.page.banner.accessibleName().startswith("What does each day need?")
