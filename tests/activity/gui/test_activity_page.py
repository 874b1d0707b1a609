"""The activity page: a week typed by keyboard, pasted, undone; utilization, trends and lists."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from clinicmgr.activity.records import Count
from clinicmgr.paper import Table
from clinicmgr.qtkit.import_panel import ImportPanel
from clinicmgr.schedule.records import ShiftDraft

MONDAY = date(2026, 11, 16)
TUESDAY = date(2026, 11, 17)
LAST_WEEK = date(2026, 11, 9)
MON, TUE = 2, 3  # columns
TAB = Qt.Key.Key_Tab


def press(widget, name):
    found = widget.findChildren(QPushButton)
    next(each for each in found if name in {each.accessibleName(), each.text()}).click()


def choose(chooser, value):
    chooser.put(value)
    chooser.chosen.emit()


def test_an_empty_practice_is_told_what_belongs_here(empty):
    assert empty.table.records.rowCount() == 0
    press(empty.page, "Add the first service line")
    assert empty.page.section == "lines"
    assert empty.page.shown.is_new


def test_the_tally_has_a_row_for_each_provider_and_line(sight):
    assert sight.headings() == [
        "Provider", "Service line", "Mon 16", "Tue 17", "Wed 18", "Thu 19", "Fri 20", "Sat 21",
        "Sun 22", "Total",
    ]  # fmt: skip
    assert sight.rows() == [
        ("Ana Ruiz", "Office visit"), ("", "Wound care"), ("Tom Ueda", "X-ray"), ("Total", ""),
    ]  # fmt: skip
    choose(sight.page.tally.who, sight.clinic.staff.members()[2].id)
    assert sight.rows() == [("Tom Ueda", "X-ray"), ("Total", "")]


def test_a_week_is_typed_by_keyboard_alone(sight, office):
    sight.type(0, MON, "12/1/2")
    assert sight.table.currentIndex().row() == 1
    sight.type(1, MON, "3", TAB)
    sight.type(2, MON, "6")
    sight.type(0, TUE, "9")
    assert sight.activity.counts(MONDAY, TUESDAY) == [
        Count(MONDAY, office.ana, office.visit, None, 12, 2, 1),
        Count(MONDAY, office.ana, office.wound, None, 3),
        Count(MONDAY, office.tom, office.x_ray, None, 6),
        Count(TUESDAY, office.ana, office.visit, None, 9),
    ]
    assert [sight.cell(0, 9), sight.cell(3, MON), sight.cell(3, 9)] == [
        "21/1/2",
        "21/1/2",
        "30/1/2",
    ]
    assert sight.page.count.text() == "30 done · no-shows 1 · cancelled 2"
    assert sight.clinic.journal.undo_title == "Count Office visit of Ana Ruiz on Tue, Nov 17"


def test_what_cannot_be_is_refused_and_stays_as_it_was_typed(sight, office):
    sight.type(0, MON, "12x")
    assert "“12x” is no count; write 12" in sight.said
    editor = sight.table.indexWidget(sight.table.currentIndex())
    assert editor.text() == "12x"
    sight.escape()
    sight.type(0, MON + 3, "5")
    assert "Thu, Nov 19 is still to come" in sight.said
    sight.escape()
    sight.type(3, MON, "5")
    assert "added up by themselves" in sight.said
    sight.escape()
    assert sight.activity.counts(date.min, date.max) == []


def test_a_block_from_a_spreadsheet_is_one_step_of_undo(sight, office, clinic):
    QGuiApplication.clipboard().setText("12/1\t9\n3\t\n6\t7/0/1\n")
    sight.table.setFocus()
    sight.table.go_to_cell(0, MON)
    sight.table.paste()
    assert len(sight.activity.counts(MONDAY, TUESDAY)) == 5
    assert clinic.journal.undo_title == "Type 5 counts of Nov 16–17"
    sight.table.selectAll()
    sight.table.copy_selection()
    assert "Ana Ruiz\tOffice visit\t12/1\t9\t" in QGuiApplication.clipboard().text()
    clinic.journal.undo()
    assert sight.activity.counts(MONDAY, TUESDAY) == []
    assert sight.cell(0, MON) == ""


def test_delete_takes_counts_away(sight, office):
    sight.type(0, MON, "12")
    sight.table.go_to_cell(0, MON)
    sight.qtbot.keyClick(sight.table, Qt.Key.Key_Delete)
    assert sight.activity.counts(MONDAY, MONDAY) == []


def test_the_tally_begins_with_all_payer_classes_together(sight, office):
    assert sight.page.tally.payer.currentText() == "All payer classes"


def test_counts_by_payer_class_are_typed_class_by_class(sight, office):
    tally = sight.page.tally
    choose(tally.payer, office.medicare)
    sight.type(0, MON, "7")
    choose(tally.payer, office.self_pay)
    assert sight.cell(0, MON) == ""
    sight.type(0, MON, "2")
    choose(tally.payer, "all")
    assert sight.cell(0, MON) == "9"
    sight.type(0, MON, "10")
    assert "is counted by payer class. Choose the class above" in sight.said
    sight.escape()
    assert sight.activity.counts(MONDAY, MONDAY) == [
        Count(MONDAY, office.ana, office.visit, office.medicare, 7),
        Count(MONDAY, office.ana, office.visit, office.self_pay, 2),
    ]


def test_other_weeks_are_a_key_away_and_say_when_the_practice_is_closed(sight):
    sight.table.setFocus()
    sight.qtbot.keyClick(sight.table, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert sight.headings()[2:6] == ["Mon 9", "Tue 10", "Wed 11 closed", "Thu 12"]
    assert sight.table.hasFocus()
    press(sight.page.tally, "Today")
    assert sight.headings()[2] == "Mon 16"


def test_a_day_that_was_forgotten_is_named_and_shown(sight, office, clinic):
    days = (date(2026, 11, 6), LAST_WEEK)
    clinic.schedule.edit(
        add=[ShiftDraft(office.ana, day, 480, 1020, office.provider) for day in days]
    )
    sight.activity.set_counts([Count(days[0], office.ana, office.visit, None, 9)], "Count")
    banner = sight.page.tally.banner
    assert banner.accessibleName() == "Nothing was counted on Mon, Nov 9."
    press(banner, "Show it")
    assert sight.headings()[2] == "Mon 9"
    sight.type(0, MON, "8")
    assert banner.isHidden()
    sight.page.go_to(MONDAY)
    assert sight.headings()[2] == "Mon 16"


def test_utilization_is_shown_with_its_formula(sight, office, clinic):
    clinic.schedule.edit(
        add=[ShiftDraft(office.ana, MONDAY, 480, 1020, office.provider, break_minutes=60)]
    )
    sight.activity.set_counts([Count(MONDAY, office.ana, office.visit, None, 18)], "Count")
    view = sight.page.turn_to("utilization")
    (ana,) = view.table.shown_records()
    assert (ana.name, ana.used_minutes, ana.available_minutes) == ("Ana Ruiz", 360, 480)
    assert view.table.records.index(0, 1).data() == "75 %"
    assert "rostered minutes without breaks" in view.formula.text()
    assert sight.page.count.text() == "1 counted day"
    press(view.what, "Of what: Rooms")
    assert {each.name for each in view.table.shown_records()} >= {"Exam 1", "Front desk"}
    press(view.length, "Period: Quarter")
    assert (view.first, view.last) == (date(2026, 10, 1), date(2026, 12, 31))
    view.step(-1)
    assert (view.first, view.last) == (date(2026, 7, 1), date(2026, 9, 30))
    view.grab()


def test_trends_are_drawn_once_something_was_counted(sight, office):
    trends = sight.page.turn_to("trends")
    assert not trends.charts[0].isVisible()
    sight.activity.set_counts(
        [Count(date(2026, 10, 5), office.ana, office.visit, None, 18, 0, 2)], "Count"
    )
    assert trends.charts[0].isVisible()
    sight.qtbot.waitUntil(lambda: all(chart.is_drawn for chart in trends.charts))
    assert "Visits 18" in trends.charts[0].accessibleDescription()
    assert "No-show rate 10%" in trends.charts[1].accessibleDescription()


def test_a_line_is_added_with_its_positions_and_asset(sight, office):
    sight.page.add()
    book = sight.page.shown
    sight.qtbot.keyClicks(book.form.editor("name"), "Ultrasound")
    sight.qtbot.keyClicks(book.form.editor("code"), "US")
    book.form.editor("asset_id").put(office.machine)
    book.form.editor("position_ids").put((office.provider,))
    assert book.save()
    line = next(each for each in sight.activity.lines() if each.code == "US")
    assert (line.asset_id, line.position_ids, line.rank, line.active) == (
        office.machine, (office.provider,), 4, True,
    )  # fmt: skip


def test_found_records_are_opened(sight, office):
    sight.page.go_to(("classes", office.medicare))
    assert sight.page.section == "classes"
    assert sight.page.shown.record.name == "Medicare"
    sight.page.go_to("trends")
    assert sight.page.section == "trends"


def test_a_file_is_imported_with_a_preview_and_exported(sight, office, tmp_path):
    sight.files.open_path = tmp_path / "counts.csv"
    sight.files.open_path.write_text(
        "Date,Provider,Service line,Done\n11/16/2026,Ana Ruiz,Office visit,12\n"
    )
    sight.page.files.ask_import()
    panel = sight.page.stack.currentWidget()
    assert isinstance(panel, ImportPanel)
    panel.import_button.click()
    assert sight.activity.totals(MONDAY, MONDAY).visits == 12
    sight.files.save_path = tmp_path / "out.xlsx"
    sight.page.files.ask_export()
    assert sight.said == "1 count written to out.xlsx"
    assert sight.files.save_path.exists()


@pytest.mark.parametrize(
    "section, title", [("tally", "Tally sheet"), ("utilization", "Utilization"),
                       ("trends", "Activity")]
)  # fmt: skip
def test_each_part_prints_what_belongs_to_it(sight, office, section, title):
    sight.page.turn_to(section)
    sight.page.print_shown()
    assert sight.papers[-1].title == title


def test_the_tally_sheet_of_the_week_has_a_page_a_day(sight, office):
    sight.page.print_tally()
    tables = [item for item in sight.papers[-1].items if isinstance(item, Table)]
    assert len(tables) == 5
    assert [row.cells[0] for row in tables[0].rows] == [
        "Ana Ruiz", "Office visit (OV)", "Wound care (WC)", "Tom Ueda", "X-ray (XR)",
    ]  # fmt: skip
