"""The hours page: days typed beside the plan, what is to be put right, signatures and the lock."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Qt
from PySide6.QtWidgets import QPushButton

from clinicmgr.hours.records import AdjustmentDraft, Source

MONDAY, SUNDAY = date(2026, 11, 2), date(2026, 11, 15)
DAY = timedelta(days=1)
ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
WORKED = 2


@pytest.fixture
def page(see, clinic, crew, typed):
    """The period that ended on Sunday, with a little of Ann's work in it."""
    typed(crew.ann, MONDAY, "8-16:30 b30")
    sight = see(clinic)
    sight.crew = crew
    return sight


def pick(page, member_id):
    page.page.view.people.select([member_id])


def type_into(qtbot, page, day, text):
    table = page.page.view.days
    table.setFocus()
    table.go_to_day(day)
    qtbot.keyClicks(table, text[:1])
    editor = table.indexWidget(table.currentIndex())
    qtbot.keyClicks(editor, text[1:])
    qtbot.keyClick(editor, ENTER)
    QCoreApplication.processEvents()  # Qt commits an edit by a queued call


def escape(qtbot, page):
    table = page.page.view.days
    qtbot.keyClick(table.indexWidget(table.currentIndex()), Qt.Key.Key_Escape)
    QCoreApplication.processEvents()


def press(widget, name):
    next(b for b in widget.findChildren(QPushButton) if b.text() == name).click()


def test_the_period_that_waits_for_its_signatures_comes_first(page):
    assert page.page.period.last == SUNDAY
    names = [line.member.name for line in page.page.view.people.shown_records()]
    assert names == ["Ann Lee", "Bob Marsh", "Cy Young"]
    assert page.page.view.person.text() == "Ann Lee"
    assert page.page.view.totals.text() == "80:00 planned · 8:00 worked · $160.00"


def test_a_day_is_typed_and_enter_goes_down(qtbot, page):
    type_into(qtbot, page, MONDAY + DAY, "8:15-16:30 b30")
    table = page.page.view.days
    assert table.records.record(1).typed == "8:15a–4:30p b30"
    assert table.currentIndex().row() == 2
    assert table.records.record(1).remarks == "Late 15 min"
    page.clinic.journal.undo()
    assert table.records.record(1).typed == ""


def test_what_is_no_time_stays_as_it_was_typed(qtbot, page):
    type_into(qtbot, page, MONDAY + DAY, "all day")
    assert "Type 8-16:30 b30" in page.said
    table = page.page.view.days
    assert table.indexWidget(table.currentIndex()).text() == "all day"
    escape(qtbot, page)


def test_ctrl_d_takes_the_plan_of_the_selected_days(qtbot, page):
    table = page.page.view.days
    first, last = table.records.index(1, WORKED), table.records.index(3, WORKED)
    table.setCurrentIndex(first)
    flags = QItemSelectionModel.SelectionFlag
    for row in (1, 2, 3):
        table.selectionModel().select(table.records.index(row, WORKED), flags.Select)
    assert last.isValid()
    qtbot.keyClick(table, Qt.Key.Key_D, CTRL)
    assert page.said == "3 shifts entered as worked"
    taken = page.hours.stretches(MONDAY + DAY, MONDAY + 3 * DAY)
    assert [one.source for one in taken] == [Source.PLAN] * 3


def test_the_plan_of_everybody_is_taken_with_one_button(page):
    page.page.take_plan()
    assert page.said == "9 shifts entered as worked"
    page.page.take_plan()
    assert page.said == "Nothing to enter: no shift without hours up to today."


def test_what_is_to_be_put_right_is_reached_one_after_another(page, typed):
    typed(page.crew.bob, MONDAY + 4 * DAY, "9-?")
    banner = page.page.banner
    assert "2 days to put right" in banner.accessibleName()  # Ann has nothing on that day
    page.page.next_problem()
    assert (page.page.view.member_id, page.page.view.days.current_id()) == (
        page.crew.ann, MONDAY + 4 * DAY,
    )  # fmt: skip
    page.page.next_problem()
    assert page.page.view.member_id == page.crew.bob
    press(page.page.view.which, "To put right")
    assert len(page.page.view.people.shown_records()) == 2


def test_the_sign_off_asks_the_people_and_locks(qtbot, page):
    page.page.take_plan()
    view = page.page.turn_to("sign-off")
    assert view.sign_button.text() == "Sign for 1 person"
    page.page.do_main()
    page.dialog.findChildren(QPushButton)
    press(page.dialog, "Lock")
    assert not page.hours.period_of(MONDAY).is_locked
    page.dialog.reject()
    view.sign()
    assert page.said == "1 signature noted"
    assert view.state.text() == "Everybody has signed; the period can be locked."
    page.hours.closing.lock(MONDAY)
    assert "Locked on Nov 18, 2026 by Dana" in page.page.banner.accessibleName()
    assert not view.sign_button.isEnabled()
    page.clinic.journal.undo()
    assert view.sign_button.text() == "Sign for 0 people"


def test_a_locked_day_refuses_and_the_adjustment_is_one_press_away(qtbot, page):
    page.hours.closing.sign(MONDAY, {page.crew.ann: "Ann"})
    page.hours.closing.lock(MONDAY)
    type_into(qtbot, page, MONDAY, "8-17 # stayed")
    assert "Enter an adjustment instead" in page.said
    escape(qtbot, page)
    page.page.adjust()
    book = page.page.shown
    assert page.page.period.first == SUNDAY + DAY
    book.form.editor("hours").put("0:30")
    book.form.editor("reason").put("stayed for the inspector")
    book.form.editor("day").put(MONDAY)
    assert book.save()
    (made,) = page.hours.adjusting.paid_between(SUNDAY + DAY, SUNDAY + 14 * DAY)
    assert (made.member_id, made.day, made.minutes) == (page.crew.ann, MONDAY, 30)
    book.form.editor("hours").put("-1")
    assert book.save()
    (made,) = page.hours.adjusting.paid_between(SUNDAY + DAY, SUNDAY + 14 * DAY)
    assert made.minutes == -60


def test_rules_and_differentials_are_kept_in_their_lists(page):
    rules = page.page.turn_to("rules")
    rules.add()
    assert rules.form.raw_values()["from_day"]
    assert rules.save()
    assert page.hours.paying.rules().first_day == date(2026, 11, 30)
    rules.form.editor("from_day").put(date(2026, 12, 14))
    assert rules.save()
    assert page.hours.paying.rules().first_day == date(2026, 12, 14)
    book = page.page.turn_to("differentials")
    book.add({"name": "Night", "start": 1320, "end": 360, "percent": 10})
    assert book.save()
    (night,) = page.hours.paying.differentials()
    assert (night.end, night.percent) == (1800, 10)
    book.form.editor("code").put("NGT")
    assert book.save()
    assert page.hours.paying.differentials()[0].code == "NGT"


def test_the_payroll_part_keeps_codes_and_writes_files(page, tmp_path):
    view = page.page.turn_to("payroll")
    view.form.editor("company").put("K7")
    view.save()
    assert page.hours.paying.codes().company == "K7"
    page.files.save_path = tmp_path / "PRK7_EPI.csv"
    view.adp_button.click()
    assert page.files.suggested == "PRK7_EPI.csv"
    assert "K7_,261115,000101" in page.files.save_path.read_text()
    page.files.save_path = tmp_path / "gusto.csv"
    view.gusto_button.click()
    assert page.said == "1 line written to gusto.csv"


def test_a_time_clock_is_imported_after_a_look_at_it(page, tmp_path):
    path = tmp_path / "clock.csv"
    path.write_text("Badge,Date,In,Out\n102,11/3/2026,8:00,16:00\n102,11/4/2026,8:00,\n")
    page.files.open_path = path
    page.page.do_main()
    panel = page.page.stack.currentWidget()
    assert panel.import_button.text() == "Import 2 lines"
    panel.accept()
    assert len(page.hours.stretches(MONDAY, SUNDAY, page.crew.bob)) == 2
    assert page.page.stack.currentWidget() is page.page.view


def test_each_part_prints_what_belongs_to_it(page):
    page.page.print_shown()
    page.page.turn_to("sign-off")
    page.page.print_shown()
    page.page.files.print_timesheets(page.page.period, None)
    page.page.files.print_overtime(page.page.period)
    titles = [each.title for each in page.papers]
    assert titles == ["Timesheet", "Pay period sign-off", "Timesheet", "Hours and overtime"]


def test_a_reference_leads_to_the_day_or_the_signatures(page, typed):
    page.page.go_to((page.crew.cy, date(2026, 11, 17)))
    assert page.page.view.member_id == page.crew.cy
    assert page.page.view.days.current_id() == date(2026, 11, 17)
    page.page.go_to(MONDAY)
    assert (page.page.section, page.page.period.first) == ("sign-off", MONDAY)
    page.page.step(1)
    assert page.page.period.first == SUNDAY + DAY
    page.page.go_to("rules")
    assert page.page.section == "rules"


def test_a_correction_is_told_in_full_below_its_day(qtbot, page):
    type_into(qtbot, page, MONDAY, "8-15 b30 # left for the dentist")
    page.page.view.days.go_to_day(MONDAY)
    assert page.page.view.notes.text() == (
        "Mon, Nov 2: Left early 1:30 h · left for the dentist · instead of 8:00 AM–4:30 PM, "
        "break 30 min (Dana, Nov 18)"
    )


def test_an_empty_practice_says_what_comes_first(see, clinic):
    sight = see(clinic)
    assert sight.page.view.people.records.rowCount() == 0
    for section in ("sign-off", "adjustments", "rules", "differentials", "payroll"):
        sight.page.turn_to(section)
    assert sight.page.period.first == date(2026, 11, 16)


def test_every_control_has_a_name_and_keys_are_told(page):
    for section in ("hours", "sign-off", "payroll"):
        shown = page.page.turn_to(section)
        for button in shown.findChildren(QPushButton):
            assert not button.isVisible() or button.text() or button.accessibleName()
    told = dict(page.page.keys())
    assert told["Ctrl+D"] == "Take the plan of the selected days"


def test_adjustments_are_removed_with_a_question(page):
    page.hours.closing.sign(MONDAY, {page.crew.ann: "Ann"})
    page.hours.closing.lock(MONDAY)
    page.hours.adjusting.add(AdjustmentDraft(page.crew.ann, MONDAY, 30, "stayed"))
    page.page.step(1)
    book = page.page.turn_to("adjustments")
    book.open(page.hours.adjusting.paid_between(SUNDAY, SUNDAY + 14 * DAY)[0].id)
    book.ask_remove()
    press(page.dialog, "Remove")
    assert page.hours.adjusting.paid_between(SUNDAY, SUNDAY + 14 * DAY) == []
