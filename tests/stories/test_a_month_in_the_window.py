"""The manager's month in the real window: prices, a warm fridge, a week of visits, the report.

Nothing is called behind the window's back but to look at what came of it.
"""

from datetime import date
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton
from tests.rates.cms_files import csv_file, gpci_rows, rvu_rows

from clinicmgr.clinic import Clinic
from clinicmgr.desktop.session import Session
from clinicmgr.kernel.domain import Urgency
from clinicmgr.reports.gui.words_editor import WordsEditor
from clinicmgr.reports.records import Section

ENTER = Qt.Key.Key_Return
WEDNESDAY = date(2026, 11, 18)


def turn_to(session: Session, page: str) -> Any:
    session.window.rail.buttons[page].click()
    return page_of(session)


def page_of(session: Session) -> Any:
    assert session.book is not None
    return session.book.page


def test_next_years_fees_are_built_on_medicares_files(
    session: Session, clinic: Clinic, asked: Any, tmp_path: Path
) -> None:
    page = turn_to(session, "rates")
    asked.path = csv_file(tmp_path / "PPRRVU2027_Jan.csv", rvu_rows(2027, "January", "33.5"))
    page.files.ask_values()
    page.stack.currentWidget().import_button.click()
    asked.path = csv_file(tmp_path / "GPCI2027.csv", gpci_rows(2027))
    page.files.ask_indices()
    page.stack.currentWidget().import_button.click()
    latest = clinic.rates.releases()[0]
    assert latest.file == "PPRRVU2027_Jan.csv"

    own = clinic.rates.own_schedule()
    assert own is not None
    before = clinic.rates.prices(own.id, WEDNESDAY)
    page.build()
    panel = page.stack.currentWidget()
    panel.form.editor("from_day").put(date(2027, 1, 1))
    panel.form.editor("percent").setText("104")
    panel.look()
    panel.build_button.click()
    after = clinic.rates.prices(own.id, date(2027, 1, 1))
    assert clinic.rates.prices(own.id, date(2026, 12, 31)) == before
    assert set(after) == set(before)
    assert all(after[code] >= before[code] for code in before)
    assert sum(after.values()) > sum(before.values())


def test_a_warm_fridge_is_seen_on_today_and_on_the_roster(
    qtbot, session: Session, clinic: Clinic
) -> None:
    page = turn_to(session, "equipment")
    page.enter_readings()
    page.strip.by.setText("RA")
    box = next(box for box in page.strip.boxes.values() if "E-014" in box.value.accessibleName())
    box.value.setFocus()
    qtbot.keyClicks(box.value, "9.4")
    qtbot.keyClick(box.value, ENTER)
    fridge = next(one for one in clinic.equipment.assets() if one.tag == "E-014")
    (work,) = clinic.equipment.open_work(fridge.id)

    # It cannot be used until somebody has looked: she takes it out of service.
    page.go_to((fridge.id, "work"))
    outages = page.record.panel.work.outages
    outages.add_button.click()
    qtbot.keyClicks(outages.form.editor("reason"), "Too warm, vaccines are in the other fridge")
    outages.save_button.click()

    today = turn_to(session, "today")
    qtbot.waitUntil(lambda: today.attention.is_complete, timeout=10_000)
    wrong = [due for due in today.attention.found if due.urgency is Urgency.WRONG]
    sentences = [due.sentence for due in wrong if "Vaccine fridge (E-014)" in due.sentence]
    assert any(work.number in sentence for sentence in sentences)
    assert any("Too warm" in sentence for sentence in sentences)

    # One key goes there, and the roster says it to whoever works in the room.
    key = next(line.key for line in today.attention.list.lines if work.number in line.words)
    today.attention.list.select(key)
    qtbot.keyClick(today.attention.list, ENTER)
    assert page_of(session).record.record_id == fridge.id
    schedule = turn_to(session, "schedule")
    assert any("Too warm" in problem.sentence for problem in schedule.view.problems)

    # Undone, nobody is told any more.
    session.undo()
    assert not any("Too warm" in problem.sentence for problem in schedule.view.problems)


def test_a_week_of_visits_is_typed_and_the_month_is_printed_with_her_words(
    qtbot, session: Session, clinic: Clinic, asked: Any, tmp_path: Path
) -> None:
    page = turn_to(session, "activity")
    table = page.tally.table
    (medicare,) = (one for one in clinic.activity.payer_classes() if one.name == "Medicare")
    page.tally.payer.put(medicare.id)
    page.tally.payer.chosen.emit()
    before = clinic.activity.totals(date(2026, 11, 16), WEDNESDAY)
    column = next(at for at, one in enumerate(table.records.columns) if one.title == "Tue 17")
    for row, text in enumerate(("12", "3/1", "4/0/2")):
        table.setFocus()
        table.go_to_cell(row, column)
        qtbot.keyClicks(table, text[:1])
        editor = table.indexWidget(table.currentIndex())
        qtbot.keyClicks(editor, text[1:])
        qtbot.keyClick(editor, ENTER)
        QCoreApplication.processEvents()  # Qt commits an edit by a queued call
    after = clinic.activity.totals(date(2026, 11, 16), WEDNESDAY)
    assert after.visits - before.visits == 19
    assert (after.no_shows - before.no_shows, after.cancelled - before.cancelled) == (1, 2)

    reports = turn_to(session, "reports")
    reports.chooser.choose("activity")
    qtbot.waitUntil(lambda: reports.pages.is_settled and not reports.is_waiting, timeout=30_000)
    buttons = reports.views.choice.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "Your words").click()
    words = session.window.findChild(WordsEditor)
    assert words is not None
    words.sections.setCurrentRow(list(Section).index(Section.LEAVE))
    words.field.setFocus()
    qtbot.keyClicks(words.field, "Nobody was away long. We can take the week of Dec 28 off.")
    words.sections.setFocus()
    assert clinic.reports.words(date(2026, 10, 1))[Section.LEAVE].startswith("Nobody was away")

    asked.path = tmp_path / "october.pdf"
    save = next(one for one in reports.actions_list() if "PDF" in one.text())
    save.trigger()
    qtbot.waitUntil(asked.path.exists, timeout=30_000)
    pages = [sheet.extract_text() for sheet in PdfReader(asked.path).pages]
    assert 10 <= len(pages) <= 20
    text = " ".join(" ".join(pages).split())
    assert "October 2026" in pages[0]
    assert "Nobody was away long. We can take the week of Dec 28 off." in text
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]
