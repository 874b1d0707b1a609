"""The list of staff answers who works here and what needs attention, and hires."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from clinicmgr.qtkit.dialog import Dialog
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.staff.records import CredentialStatus, PositionDraft


def names(page):
    return [line.member.last_name for line in page.table.shown_records()]


def press(widget, name):
    next(b for b in widget.findChildren(QPushButton) if b.accessibleName() == name).click()


def sentences(widget):
    return [
        label.text()
        for label in widget.findChildren(QLabel)
        if label.property("tone") == "danger" and label.isVisible() and len(label.text()) > 1
    ]


def answer(window, press):
    """Press the main button of the question that is open."""
    (asked,) = [each for each in window.findChildren(Dialog) if each.isVisible()]
    (asked.accept_button if press else asked.cancel_button).click()
    return asked


def test_the_list_says_who_works_here_and_what_needs_attention(demo):
    lines = {line.member.last_name: line for line in demo.page.table.shown_records()}
    assert len(lines) == 24
    assert lines["Lind"].standing.status is CredentialStatus.EXPIRED
    assert lines["Cole"].standing.status is CredentialStatus.EXPIRING
    assert lines["Kim"].standing is None
    assert lines["Cole"].position_text() == "RN · Nurse"
    assert [name for name, line in lines.items() if line.leave] != []


def test_people_who_left_are_shown_only_when_asked_for(qtbot, demo):
    demo.staff.end_employment(demo.member("Kim").id, date(2026, 11, 1))
    assert "Kim" not in names(demo.page)
    press(demo.page.who, "Who: All")
    assert "Kim" in names(demo.page)
    (line,) = [each for each in demo.page.table.shown_records() if each.member.last_name == "Kim"]
    assert line.status_text("en_US") == "Left 11/1/2026"


def test_typing_finds_people_by_any_word(qtbot, demo):
    qtbot.keyClicks(demo.page.search, "muller front")
    qtbot.keyClick(demo.page.search, Qt.Key.Key_Return)
    assert names(demo.page) == ["Müller"]
    assert demo.page.count.text() == "1 person"


def test_somebody_is_hired_with_hours_in_one_step(qtbot, demo):
    demo.page.hire()
    form = demo.page.record.new_form
    qtbot.keyClicks(form.editor("first_name"), "Ida")
    qtbot.keyClicks(form.editor("last_name"), "Moe")
    nurse = next(each for each in demo.staff.positions() if each.code == "RN")
    form.editor("main_position").put(nurse.id)
    form.editor("weekly_minutes").setText("37:30")
    demo.page.record.save_button.click()
    moe = demo.member("Moe")
    assert (moe.position_ids, moe.started) == ((nurse.id,), date(2026, 11, 18))
    assert demo.staff.contracts()[moe.id].latest == 2250
    assert demo.said == "Hired Ida Moe"
    assert demo.page.record.record_id == moe.id
    assert demo.page.table.selected_ids() == [moe.id]
    demo.clinic.journal.undo()
    assert "Moe" not in names(demo.page)
    assert not demo.page.record.is_open


def test_what_is_wrong_stands_beside_its_field(qtbot, demo):
    demo.page.hire()
    form = demo.page.record.new_form
    qtbot.keyClicks(form.editor("first_name"), "Ida")
    qtbot.keyClicks(form.editor("email"), "nobody")
    qtbot.keyClicks(form.editor("number"), "101")
    demo.page.record.save()
    assert any("not an e-mail address" in each for each in sentences(form))
    form.editor("email").clear()
    demo.page.record.save()
    assert sentences(form) == ["Number 101 already belongs to Amara Okafor; choose another."]
    assert form.editor("number").hasFocus()
    demo.page.record.cancel()
    assert not demo.page.record.is_open


def test_a_change_is_one_step_and_the_row_stays_selected(qtbot, demo):
    panel = demo.open("Cole")
    assert not demo.page.record.save_button.isEnabled()
    editor = panel.form.editor("phone")
    editor.selectAll()
    qtbot.keyClicks(editor, "(218) 555-0199")
    assert demo.page.record.save_button.isEnabled()
    qtbot.keyClick(panel.form.editor("phone"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert demo.member("Cole").phone == "(218) 555-0199"
    assert demo.said == "Saved Bethany Cole"
    assert demo.page.table.selected_ids() == [demo.member("Cole").id]
    demo.clinic.journal.undo()
    assert panel.form.editor("phone").text() == "(218) 555-0115"


def test_the_main_position_stays_the_main_one(demo):
    panel = demo.open("Fontaine")
    before = demo.member("Fontaine").position_ids
    panel.form.editor("note").put("Prefers mornings")
    assert panel.save()
    assert demo.member("Fontaine").position_ids == before


def test_news_does_not_overwrite_what_is_half_typed(qtbot, demo):
    panel = demo.open("Cole")
    qtbot.keyClicks(panel.form.editor("note"), "Back in June")
    demo.staff.add_position(PositionDraft("Hygienist", "HY", 4, 9))
    assert panel.form.raw_values()["note"] == "Back in June"
    demo.page.table.select([demo.member("Kim").id])
    assert demo.page.record.record_id == demo.member("Cole").id, "the half-typed record stays"
    assert "Save or revert" in demo.said
    demo.page.record.revert_button.click()
    demo.page.table.select([demo.member("Kim").id])
    assert demo.page.record.record_id == demo.member("Kim").id


def test_the_record_follows_the_list_and_closes_with_escape(qtbot, demo):
    demo.open("Cole")
    assert demo.page.table.isColumnHidden(4), "the e-mail makes room for the record"
    demo.page.table.select([demo.member("Nowak").id])
    assert "Marek Nowak" in [each.text() for each in demo.page.split.panel.findChildren(QLabel)]
    qtbot.keyClick(demo.page.record.panel.form, Qt.Key.Key_Escape)
    assert not demo.page.record.is_open
    assert not demo.page.table.isColumnHidden(4)


def test_a_member_with_shifts_is_not_removed(qtbot, demo):
    demo.page.table.select([demo.member("Cole").id])
    demo.page.table.setFocus()
    qtbot.keyClick(demo.page.table, Qt.Key.Key_Delete)
    asked = answer(demo.window, press=True)
    assert asked.isVisible()
    assert "has shifts" in asked.banner.accessibleName()
    asked.reject()
    assert demo.member("Cole")


def test_a_record_made_by_mistake_is_removed_and_brought_back(demo):
    demo.page.hire()
    form = demo.page.record.new_form
    form.editor("first_name").setText("Test")
    demo.page.record.save()
    new = demo.staff.find("Test")[0].ref
    demo.page.record.ask_remove(new)
    answer(demo.window, press=True)
    assert demo.said == "Removed Test"
    assert not demo.page.record.is_open
    demo.clinic.journal.undo()
    assert demo.staff.member(new).name == "Test"


def test_ending_employment_asks_for_the_day_and_refuses_one_before_the_start(demo):
    panel = demo.open("Kim")
    demo.page.record.ask_end()
    (asked,) = [each for each in demo.window.findChildren(Dialog) if each.isVisible()]
    from clinicmgr.qtkit.form import Form

    form = asked.findChild(Form)
    form.editor("ended").setText("1/1/2001")
    asked.accept_button.click()
    assert any("cannot end" in each for each in sentences(form))
    form.editor("ended").setText("12/31/2026")
    asked.accept_button.click()
    assert demo.member("Kim").ended == date(2026, 12, 31)
    assert panel.form.editor("ended").text() == "12/31/2026"
    assert demo.said == "Ended the employment of Grace Kim"


def test_an_empty_practice_teaches(empty):
    teaching = empty.page.findChild(EmptyState)
    assert teaching.isVisible()
    hire, import_ = teaching.findChildren(QPushButton)
    assert (hire.text(), import_.text()) == ("Hire the first person", "Import from a file")
    hire.click()
    assert empty.page.record.new_form is not None


def test_lists_are_printed_and_exported(demo, tmp_path):
    demo.page.print_directory()
    demo.page.print_expiries()
    assert [paper.title for paper in demo.papers] == ["Staff directory", "Credential expiry list"]
    assert demo.papers[0].imprint.practice == "Lakeside Family Practice"
    demo.files.save_path = tmp_path / "staff.csv"
    demo.page.export()
    assert demo.said == "24 people written to staff.csv"
    assert "Abernathy" in demo.files.save_path.read_text("utf-8-sig")


def test_other_pages_lead_to_a_record(demo):
    demo.page.go_to(demo.member("Nowak").id)
    assert demo.page.record.record_id == demo.member("Nowak").id
    demo.page.record.split.close_panel()
    demo.page.go_to("new")
    assert demo.page.record.new_form is not None


def test_every_input_of_the_record_says_its_name(demo):
    from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

    panel = demo.open("Cole")
    for tab in ("person", "terms", "leave", "credentials"):
        panel.turn_to(tab)
        for kind in (QLineEdit, QPlainTextEdit, QComboBox, QPushButton):
            for each in panel.findChildren(kind):
                name = each.accessibleName() or getattr(each, "text", str)()
                assert name or not each.isVisible(), f"{each} in {tab}"


def test_hiring_can_be_begun_from_any_page(demo):
    went = []
    demo.desk.went.connect(lambda page, ref: went.append((page, ref)))
    demo.desk.commands.action("staff.hire").trigger()
    assert went == [("staff", "new")]


def test_the_page_can_be_made_again_for_another_practice(demo):
    from clinicmgr.staff.gui.page import StaffPage

    again = StaffPage(demo.staff, demo.desk, demo.clinic.settings)
    again.deleteLater()
    assert len([each for each in demo.desk.commands.all() if each.id == "staff.hire"]) == 1


def test_enter_in_a_line_saves(qtbot, demo):
    panel = demo.open("Cole")
    editor = panel.form.editor("number")
    editor.selectAll()
    qtbot.keyClicks(editor, "L999")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert demo.member("Cole").number == "L999"


def test_a_person_half_typed_is_not_lost(qtbot, demo):
    demo.page.hire()
    qtbot.keyClicks(demo.page.record.new_form.editor("first_name"), "Ida")
    demo.page.record.open(demo.member("Cole").id)
    assert demo.page.record.new_form is not None
    assert demo.said.startswith("Hire or cancel")
    demo.page.record.cancel()
