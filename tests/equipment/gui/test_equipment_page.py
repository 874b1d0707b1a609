"""The equipment page: what is due, readings by keyboard alone, faults, work and the log."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from clinicmgr.equipment.records import CheckResult, DueKind, Stage

TODAY = date(2026, 11, 18)
ENTER = Qt.Key.Key_Return


def press(widget, name):
    next(b for b in widget.findChildren(QPushButton) if b.accessibleName() == name).click()


def sentences(widget):
    return [
        label.text()
        for label in widget.findChildren(QLabel)
        if label.property("tone") == "danger" and label.isVisible() and len(label.text()) > 1
    ]


def boxes(page):
    return list(page.strip.boxes.values())


def test_the_list_says_how_everything_stands(demo):
    lines = {line.asset.tag: line for line in demo.page.table.shown_records()}
    assert len(lines) == 19
    assert lines["E-003"].status.label == "Out of service"
    assert lines["E-012"].pressing.kind is DueKind.OVERDUE
    assert "E-017" not in lines
    press(demo.page.what, "What: All")
    assert len(demo.page.table.shown_records()) == 20
    assert demo.page.count.text() == "20 assets, 12 due"


def test_what_is_due_leads_to_the_record_it_is_about(qtbot, demo):
    press(demo.page.what, "What: Due")
    first = demo.page.due_table.shown_records()[0]
    assert first.item.kind is DueKind.OUT_OF_LIMITS
    demo.page.due_table.opened.emit(first.id)
    assert demo.page.record.panel.tab == "work"
    assert demo.page.record.record_id == demo.asset("E-001").id


def test_readings_are_entered_by_keyboard_alone(qtbot, demo):
    demo.page.enter_readings()
    demo.page.strip.by.setText("RA")
    for number, text in enumerate(("4.4", "-20.5", "5")):
        box = boxes(demo.page)[number]
        assert box.value.hasFocus()
        qtbot.keyClicks(box.value, text)
        qtbot.keyClick(box.value, ENTER)
    assert demo.page.strip.title_label.text() == "All readings of today are in so far"
    assert demo.said == "5.0 °C is within 2.0 to 8.0 °C."
    taken = demo.equipment.readings(TODAY, TODAY)
    assert [(each.value, each.by, each.time) for each in taken] == [
        (44, "RA", 540), (-205, "RA", 540), (50, "RA", 540),
    ]  # fmt: skip
    demo.clinic.journal.undo()
    assert boxes(demo.page)[2].value.text() == ""
    assert boxes(demo.page)[2].is_open


def test_a_reading_beyond_the_limits_says_what_it_opened(qtbot, demo):
    box = boxes(demo.page)[2]
    qtbot.keyClicks(box.value, "9.1")
    qtbot.keyClick(box.value, ENTER)
    assert demo.said.startswith("9.1 °C is above 8.0 °C. WO ")
    assert demo.said.endswith("was opened for Vaccine fridge (E-014).")
    assert box.note.text() == "▲ out of limits"


def test_an_impossible_reading_stays_with_its_reason(qtbot, demo):
    box = boxes(demo.page)[0]
    qtbot.keyClicks(box.value, "45")
    qtbot.keyClick(box.value, ENTER)
    assert "check the decimal point" in box.note.text()
    assert box.value.text() == "45"
    assert demo.equipment.readings(TODAY, TODAY) == []


def test_a_fault_is_reported_in_one_line(qtbot, demo):
    demo.page.report_fault()
    line = demo.page.report.line
    qtbot.keyClicks(line, "e-016 probe is cracked")
    qtbot.keyClick(line, ENTER)
    assert demo.said.endswith("for Ultrasound (E-016): probe is cracked")
    assert line.text() == ""
    (work,) = demo.equipment.open_work(demo.asset("E-016").id)
    assert work.title == "probe is cracked"
    qtbot.keyClicks(line, "something hums")
    qtbot.keyClick(line, ENTER)
    assert "Begin with the tag" in demo.said
    assert line.text() == "something hums"


def test_a_plan_is_logged_as_done_with_its_checklist(qtbot, demo):
    panel = demo.open("E-003", "plans")
    press(panel.plans, "Log as done: Spore test")
    closing = panel.work.closing
    assert panel.tab == "work"
    assert closing.form.raw_values()["done_by"] == "Rosa Delgado"
    closing.save_button.click()
    assert "Answer every step" in closing.form.banner.accessibleName()
    closing.all_ok.click()
    closing.rows[2].choose(CheckResult.NOT_OK)
    closing.rows[2].note.setText("it turned")
    closing.form.editor("back_in_service").setChecked(False)
    closing.save_button.click()
    assert demo.said.endswith("is in the log") or "WO" in demo.said
    log = demo.equipment.log(demo.asset("E-003").id)
    assert log[-1].closing.checks[2].note == "it turned"
    assert any(
        each.title.startswith("Not OK on Nov 18")
        for each in demo.equipment.open_work(demo.asset("E-003").id)
    )
    demo.clinic.journal.undo()
    assert len(demo.equipment.log(demo.asset("E-003").id)) == len(log) - 1


def test_closing_the_repair_brings_the_asset_back(qtbot, demo):
    panel = demo.open("E-003", "work")
    work = demo.equipment.open_work(demo.asset("E-003").id)[0]
    press(panel.work, f"Close: {work.title}")
    form = panel.work.closing.form
    form.editor("done_by").setText("North Shore")
    assert form.editor("back_in_service").isChecked()
    panel.work.closing.save_button.click()
    assert demo.equipment.work(work.id).stage is Stage.CLOSED
    assert demo.equipment.out_of_service(TODAY, TODAY) == []
    assert demo.said == f"{work.number} is in the log"


def test_closed_work_offers_nothing_but_an_amendment(qtbot, demo):
    panel = demo.open("E-009", "work")
    verbs = {
        button.accessibleName().partition(":")[0]
        for button in panel.work.log.findChildren(QPushButton)
        if button.isVisible()
    }
    assert verbs == {"Amend"}
    work = demo.equipment.log(demo.asset("E-009").id)[-1]
    press(panel.work.log, f"Amend: {work.title}")
    panel.work.log.form.editor("note").setPlainText("The invoice came")
    panel.work.log.form.editor("cost_cents").setText("12.50")
    panel.work.log.save_button.click()
    assert demo.equipment.work(work.id).cost_cents == 1250


def test_an_asset_is_added_and_a_taken_tag_is_said_beside_the_field(qtbot, demo):
    demo.page.add_asset()
    form = demo.page.record.new_form
    form.editor("name").setText("Scale")
    form.editor("tag").setText("E-001")
    demo.page.record.save_button.click()
    assert sentences(form) == ["Another asset has the tag E-001. Each needs its own."]
    form.editor("tag").setText("E-030")
    demo.page.record.save_button.click()
    assert demo.said == "Added Scale"
    assert demo.page.record.record_id == demo.asset("E-030").id
    assert demo.page.table.selected_ids() == [demo.asset("E-030").id]


def test_nothing_half_typed_is_lost(qtbot, demo):
    panel = demo.open("E-001")
    panel.form.editor("note").setPlainText("half")
    demo.page.table.select([demo.asset("E-004").id])
    assert demo.page.record.record_id == demo.asset("E-001").id
    assert "Save or revert" in demo.said
    panel.revert()
    demo.page.table.select([demo.asset("E-004").id])
    assert demo.page.record.record_id == demo.asset("E-004").id


def test_a_plan_and_a_point_are_added_by_their_forms(qtbot, demo):
    panel = demo.open("E-006", "plans")
    panel.plans.section.open_new()
    form = panel.plans.section.form
    form.editor("title").setText("Cleaning")
    form.editor("first_due").put(date(2026, 12, 1))
    form.editor("checklist").setPlainText("Lenses\n\nStage")
    panel.plans.section.save_button.click()
    (plan,) = demo.equipment.plans(demo.asset("E-006").id)
    assert (plan.title, plan.checklist, plan.rhythm) == (
        "Cleaning",
        ("Lenses", "Stage"),
        "every year",
    )
    panel.turn_to("readings")
    points = panel.readings.points
    points.open_new()
    for name, text in (("name", "Lamp hours"), ("unit", "h"), ("high", "2000"), ("times", "8:00")):
        points.form.editor(name).setText(text)
    points.save_button.click()
    (point,) = demo.equipment.points(demo.asset("E-006").id)
    assert (point.high, point.times, point.weekdays) == (2000, (480,), (0, 1, 2, 3, 4))
    assert len(boxes(demo.page)) == 4


@pytest.mark.parametrize("tab", ["asset", "plans", "work", "readings"])
def test_everything_that_takes_the_focus_has_a_name(qtbot, demo, tab):
    demo.open("E-001", tab)
    nameless = [
        type(widget).__name__
        for widget in demo.page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QPushButton) and widget.text())
        and not widget.objectName().startswith("qt_")
    ]
    assert nameless == []


def test_an_empty_practice_is_told_what_belongs_here(empty):
    assert not empty.page.report.isVisible()
    assert not empty.page.strip.isVisible()
    assert empty.page.table.records.count == 0


def test_lists_and_logs_are_printed_and_exported(demo, tmp_path):
    page = demo.page
    page.files.print_register()
    page.files.print_readings()
    page.files.print_calendar()
    page.table.select([demo.asset("E-003").id])
    page.print_log()
    assert [paper.title for paper in demo.papers] == [
        "Asset register", "Readings", "Maintenance calendar 2026", "Maintenance log",
    ]  # fmt: skip
    demo.files.save_path = tmp_path / "assets.xlsx"
    page.files.ask_export_assets()
    assert demo.said == "20 assets written to assets.xlsx"
    demo.files.open_path = demo.files.save_path
    page.import_assets()
    assert not page.split.isVisible()
