"""Terms, leave and credentials of one person: dated, masked, never overlapping, never lost."""

from datetime import date

import pytest

from clinicmgr.clinic import Clinic
from clinicmgr.kernel.access import Actor
from clinicmgr.qtkit.entry_list import EntryRow
from clinicmgr.staff.records import EDIT_STAFF, LeaveKind, Window


def rows(section):
    return [row for row in section.findChildren(EntryRow) if row.isVisible()]


def texts(section):
    return [row.accessibleName() for row in rows(section)]


def press(section, name):
    from PySide6.QtWidgets import QPushButton

    found = [
        button
        for button in section.findChildren(QPushButton)
        if button.isVisible() and button.accessibleName().startswith(name)
    ]
    found[0].click()


@pytest.fixture
def cole(demo):
    panel = demo.open("Cole")
    demo.cole = demo.member("Cole").id
    return panel


def test_new_hours_hold_from_their_day(demo, cole):
    cole.turn_to("terms")
    hours = cole.terms.hours
    hours.add_button.click()
    hours.form.editor("from_day").setText("1/1/2027")
    hours.form.editor("weekly_minutes").setText("32")
    hours.save_button.click()
    contract = demo.staff.contracts()[demo.cole]
    assert (contract.on(date(2026, 12, 31)), contract.on(date(2027, 1, 1))) == (2400, 1920)
    assert texts(hours)[0].startswith("32 hours a week, From 1/1/2027")
    press(hours, "Remove: 32")
    assert demo.staff.contracts()[demo.cole].latest == 2400
    demo.clinic.journal.undo()
    assert len(texts(hours)) == 2


def test_impossible_hours_stay_in_the_form_with_a_sentence(cole):
    cole.turn_to("terms")
    hours = cole.terms.hours
    hours.open_new({"from_day": date(2027, 1, 1), "weekly_minutes": 9999999})
    assert not hours.save()
    assert hours.is_open


def test_pay_is_hidden_until_it_is_asked_for(demo, cole):
    cole.turn_to("terms")
    pay = cole.terms.pay
    assert texts(pay) == ["••••••, Hidden; everybody may look over a shoulder."]
    assert not pay.add_button.isVisible()
    cole.terms.show_pay_button.click()
    assert texts(pay)[0].startswith("$45.24 an hour")
    pay.add_button.click()
    pay.form.set_values({"from_day": date(2027, 1, 1), "hourly_cents": 5000})
    pay.save_button.click()
    assert demo.staff.pay_rates()[demo.cole].latest == 5000
    demo.page.table.select([demo.member("Kim").id])
    assert "••••••" in texts(cole.terms.pay)[0], "the next person's pay is masked again"


def test_who_may_not_see_pay_is_told_so(see, demo_file, clock):
    limited = Clinic.open(demo_file, clock, Actor("Front desk", frozenset({EDIT_STAFF.id})))
    try:
        sight = see(limited)
        panel = sight.open("Cole")
        panel.turn_to("terms")
        panel.terms.show_pay_button.click()
        assert "••••••" in texts(panel.terms.pay)[0]
        assert sight.said
        panel.turn_to("person")
        panel.tax_id.show_button.click()
        assert panel.tax_id.error.text()
        sight.page.hide()
    finally:
        limited.close()


def test_a_tax_id_is_masked_kept_and_refused(demo, cole):
    line = cole.tax_id
    assert line.line.text() == "none on record"
    line.show_button.click()
    line.line.setText("12")
    line.line.setModified(True)
    line.save()
    assert "not a tax id" in line.error.text()
    line.line.setText("123 45 6789")
    line.line.setModified(True)
    line.show_button.click()
    assert line.line.text() == "•••-••-6789"
    assert demo.staff.tax_id(demo.cole) == "123-45-6789"


def test_availability_is_typed_by_weekday(qtbot, demo, cole):
    cole.turn_to("terms")
    section = cole.terms.availability
    assert texts(section)[0].startswith("Always available")
    section.change_button.click()
    for line in section.week.lines:
        line.clear()
    qtbot.keyClicks(section.week.lines[0], "8-17")
    section.week.copy_monday()
    section.week.lines[4].setText("8-12, 13-15")
    section.save_button.click()
    windows = demo.staff.availability()[demo.cole].on(date(2026, 11, 18))
    assert windows[0] == Window(0, 480, 1020)
    assert windows[-2:] == (Window(4, 480, 720), Window(4, 780, 900))
    assert {each.weekday for each in windows} == {0, 1, 2, 3, 4}
    assert "Mon-Thu 08:00-17:00" in texts(section)[0]
    demo.clinic.journal.undo()
    assert texts(section)[0].startswith("Always available")


def test_a_week_that_cannot_be_read_stays_as_typed(cole):
    cole.turn_to("terms")
    section = cole.terms.availability
    section.open()
    section.week.lines[2].setText("eight to five")
    section.save()
    assert section.week.error.text().startswith("Wednesday:")
    assert section.week.lines[2].text() == "eight to five"
    assert section.is_dirty
    section.close_editor()


def test_leave_is_entered_and_overlapping_leave_is_refused(demo, cole):
    cole.turn_to("leave")
    section = cole.leave.section
    section.add_button.click()
    section.form.editor("first").setText("12/21/2026")
    section.form.editor("last").setText("12/24/2026")
    assert section.save()
    (leave,) = [each for each in demo.staff.leave_of(demo.cole) if each.first == date(2026, 12, 21)]
    assert (leave.last, leave.kind) == (date(2026, 12, 24), LeaveKind.ANNUAL)
    section.open_new({"first": date(2026, 12, 24), "last": date(2026, 12, 26)})
    assert not section.save()
    assert section.is_open
    section.close_form()
    press(section, "Remove: 12/21/2026")
    assert leave not in demo.staff.leave_of(demo.cole)
    demo.clinic.journal.undo()
    assert leave in demo.staff.leave_of(demo.cole)


def test_a_renewal_keeps_the_old_card(demo):
    panel = demo.open("Lind")
    panel.turn_to("credentials")
    lind = demo.member("Lind").id
    assert "Expired" in texts(panel.credentials.section)[0]
    press(panel.credentials.section, "Renew")
    panel.credentials.section.form.editor("expires").setText("11/30/2028")
    panel.credentials.section.save_button.click()
    old, new = demo.staff.credentials(lind)
    assert (old.expires, new.expires) == (date(2026, 10, 30), date(2028, 11, 30))
    assert "Valid" in texts(panel.credentials.section)[0]
    assert len(rows(panel.credentials.history)) == 1
    line = next(each for each in demo.page.table.shown_records() if each.id == lind)
    assert line.standing.status.label == "Valid"


def test_a_renewal_that_does_not_last_longer_is_refused_beside_its_field(demo):
    panel = demo.open("Cole")
    panel.turn_to("credentials")
    press(panel.credentials.section, "Renew")
    panel.credentials.section.form.editor("expires").setText("11/20/2026")
    assert not panel.credentials.section.save()
    assert panel.credentials.section.form.editor("expires").hasFocus()
    panel.credentials.section.close_form()


def test_a_half_typed_entry_survives_news(qtbot, demo, cole):
    cole.turn_to("leave")
    cole.leave.section.add_button.click()
    qtbot.keyClicks(cole.leave.section.form.editor("note"), "Wedding")
    demo.staff.change(demo.member("Kim").id, demo.member("Kim").draft())
    demo.staff.set_contract(demo.member("Kim").id, date(2027, 1, 1), 600)
    assert cole.leave.section.form.raw_values()["note"] == "Wedding"
    assert cole.is_dirty
    assert not demo.page.split.close_panel()
    cole.leave.section.close_form()
    assert demo.page.split.close_panel()
