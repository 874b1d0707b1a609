"""Writing to the sections: kept when the field is left, one step each, nothing typed is lost."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from clinicmgr.qtkit import theme
from clinicmgr.qtkit.desk import Desk
from clinicmgr.reports.documents.monthly import MonthlyOptions
from clinicmgr.reports.gui.words_editor import WordsEditor
from clinicmgr.reports.records import Section
from clinicmgr.reports.service import Reports

OCTOBER = MonthlyOptions(date(2026, 10, 1), date(2026, 10, 31))
SEPTEMBER = MonthlyOptions(date(2026, 9, 1), date(2026, 9, 30))


@pytest.fixture
def desk(qtbot, qapp, clock):
    theme.apply(qapp, "light", "comfortable")
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(900, 500)
    made = Desk(window, clock)
    yield made
    made.hide_toast()


@pytest.fixture
def reports(demo_clinic):
    made = Reports(demo_clinic.journal, demo_clinic.clock, demo_clinic)
    for section in made.words(OCTOBER.first):  # nothing is written yet
        made.set_words(OCTOBER.first, section, "")
    return made


@pytest.fixture
def editor(qtbot, desk, reports, demo_clinic):
    made = WordsEditor(reports, desk)
    demo_clinic.journal.subscribe(lambda _news: made.show_options(OCTOBER))
    window = desk.parent()
    window.setCentralWidget(made)
    window.show()
    made.show_options(OCTOBER)
    return made


def choose(editor, section):
    editor.sections.setCurrentRow(list(Section).index(section))


def write(qtbot, editor, text):
    editor.field.setFocus()
    editor.field.selectAll()
    qtbot.keyClicks(editor.field, text)


def test_what_the_figures_say_stands_beside_the_field(editor):
    choose(editor, Section.STAFFING)
    assert editor.title.text() == "Staffing, October 2026"
    assert editor.help.text().startswith("24 people were rostered for 3,366 hours")
    assert editor.field.accessibleName() == "Your words to Staffing, October 2026"


def test_words_are_kept_when_the_field_is_left_as_one_step(qtbot, editor, reports, demo_clinic):
    choose(editor, Section.LEAVE)
    write(qtbot, editor, "Quiet <b>month</b> & fine")
    assert editor.state.text() == "Kept when you leave the field"
    assert reports.words(OCTOBER.first) == {}
    editor.sections.setFocus()
    assert reports.words(OCTOBER.first) == {Section.LEAVE: "Quiet <b>month</b> & fine"}
    assert editor.state.text() == "Kept"
    assert editor.sections.currentItem().text() == "Leave ✎"
    demo_clinic.journal.undo()
    assert reports.words(OCTOBER.first) == {}
    assert editor.field.toPlainText() == ""
    assert editor.sections.currentItem().text() == "Leave"


def test_going_to_another_section_or_month_keeps_what_was_typed(qtbot, editor, reports):
    choose(editor, Section.LEAVE)
    write(qtbot, editor, "Quiet.")
    choose(editor, Section.MONEY)
    assert editor.field.toPlainText() == ""
    write(qtbot, editor, "Tight.")
    editor.show_options(SEPTEMBER)
    assert editor.field.toPlainText() == ""
    assert reports.words(OCTOBER.first) == {Section.LEAVE: "Quiet.", Section.MONEY: "Tight."}
    editor.show_options(OCTOBER)
    assert editor.field.toPlainText() == "Tight."


def test_half_typed_words_stay_when_something_else_changes(qtbot, editor, reports):
    choose(editor, Section.LEAVE)
    write(qtbot, editor, "Half a sen")
    reports.set_words(OCTOBER.first, Section.MONEY, "From elsewhere.")
    assert editor.field.toPlainText() == "Half a sen"
    assert editor.sections.item(list(Section).index(Section.MONEY)).text().endswith("✎")


def test_words_that_are_refused_stay_with_the_reason(qtbot, editor, reports):
    choose(editor, Section.LEAVE)
    editor.field.setFocus()
    editor.field.setPlainText("x" * 5000)
    editor.sections.setFocus()
    assert "5000 letters" in editor.state.text()
    assert editor.field.property("invalid") == "true"
    assert len(editor.field.toPlainText()) == 5000
    editor.field.setPlainText("Shorter.")
    editor.field.setFocus()
    editor.sections.setFocus()
    assert editor.field.property("invalid") == "false"
    assert reports.words(OCTOBER.first) == {Section.LEAVE: "Shorter."}


def test_tab_leaves_the_field_and_the_arrows_walk_the_sections(qtbot, editor, reports):
    editor.sections.setFocus()
    qtbot.keyClick(editor.sections, Qt.Key.Key_Down)
    assert editor.title.text().startswith("Staffing")
    write(qtbot, editor, "Good.")
    qtbot.keyClick(editor.field, Qt.Key.Key_Backtab)
    assert reports.words(OCTOBER.first) == {Section.STAFFING: "Good."}


def test_where_it_is_narrow_a_list_to_open_stands_for_the_sections(editor, reports):
    assert editor.sections.isVisible()
    assert not editor.chooser.isVisible()
    editor.window().resize(300, 700)
    editor.resize(280, 700)
    assert not editor.sections.isVisible()
    reports.set_words(OCTOBER.first, Section.MONEY, "Tight.")
    money = list(Section).index(Section.MONEY)
    assert editor.chooser.itemText(money) == "Money against budget ✎"
    editor.chooser.activated.emit(money)
    assert editor.field.toPlainText() == "Tight."
    assert editor.chooser.currentIndex() == money
