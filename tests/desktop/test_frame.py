"""Keyboard sheet, manual, practice menu, preview: what stands around the pages."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit

from clinicmgr.desktop.commands import show_keys
from clinicmgr.desktop.help_page import HelpPage, chapters
from clinicmgr.desktop.pages import PLACES
from clinicmgr.desktop.practice_menu import practice_menu
from clinicmgr.paper import Document, Heading, Imprint, PageBreak, Text
from clinicmgr.qtkit.preview import PaperPreview

DOCUMENT = Document(
    "Week schedule",
    (Heading("Monday"), Text("Ana"), PageBreak(), Heading("Tuesday"), Text("Bo")),
    Imprint("Lakeside", datetime(2026, 11, 18, 9, 0)),
    subtitle="Nov 16 / 22",
)


@pytest.fixture
def manual(tmp_path):
    folder = tmp_path / "manual"
    folder.mkdir()
    (folder / "index.md").write_text("# Welcome\n\nSee [people](staff.md).\n", "utf-8")
    (folder / "staff.md").write_text("# People\n\nHire somebody with Ctrl+N.\n", "utf-8")
    return folder


@pytest.fixture
def preview(qtbot, session):
    session.desk.show_paper(DOCUMENT)
    shown = session.window.page
    assert isinstance(shown, PaperPreview)
    qtbot.waitUntil(lambda: len(shown.sheets.sizes) == 2)
    return shown


def test_the_keyboard_sheet_names_the_keys_of_the_window_and_of_the_pages(session):
    sheet = show_keys(session)
    words = [label.text() for label in sheet.findChildren(QLabel)]
    assert {"Ctrl+K", "Ctrl+Z", "Ctrl+N", "Space", "Mark the site"} <= set(words)
    sheet.reject()


def test_f1_opens_the_manual_at_the_page_one_is_on(session):
    session.turn_to("history")
    session.window.commands.action("manual").trigger()
    assert session.book.current == "help"


def test_the_manual_lists_its_chapters_and_finds_words(session, manual):
    page = HelpPage(manual, session.desk)
    page.reload()
    assert [page.list.item(at).text() for at in range(page.list.count())] == ["Welcome", "People"]
    page.search.setText("hire")
    page.search.searched.emit("hire")
    assert [page.list.item(at).text() for at in range(page.list.count())] == ["People"]
    page.go_to("staff")
    assert "Hire somebody" in page.text.toPlainText()
    page.deleteLater()


def test_a_link_in_the_manual_leads_to_its_chapter(session, manual):
    page = HelpPage(manual, session.desk)
    page.reload()
    page.text.anchorClicked.emit("staff.md")
    assert "Hire somebody" in page.text.toPlainText()
    page.deleteLater()


def test_a_manual_without_pages_says_so(session, tmp_path):
    assert chapters(tmp_path) == []
    page = HelpPage(tmp_path, session.desk)
    page.reload()
    assert not page.empty.isHidden()
    page.deleteLater()


def test_the_practice_menu_offers_what_can_be_done_with_files(session):
    menu = practice_menu(session)
    words = [action.text() for action in menu.actions() if action.text()]
    assert "Open a practice…" in words
    assert "Open recent" in words
    menu.deleteLater()


def test_the_preview_shows_every_page_and_escape_goes_back(qtbot, session, preview):
    assert preview.title == "Week schedule"
    qtbot.keyClick(preview.sheets, Qt.Key.Key_PageDown)
    assert preview.sheets.page == 1
    qtbot.keyClick(preview.sheets, Qt.Key.Key_Escape)
    assert session.window.page is session.book.page


@pytest.mark.parametrize("suffix", [".pdf", ".csv", ".xlsx"])
def test_a_document_is_saved_in_each_format(qtbot, session, preview, answers, tmp_path, suffix):
    answers.next = tmp_path / f"week{suffix}"
    preview.save_as(suffix)
    assert answers.asked == [f"Week schedule Nov 16 - 22{suffix}"]
    qtbot.waitUntil(lambda: answers.next is not None and answers.next.exists())
    qtbot.waitUntil(lambda: not session.desk.jobs.busy)


def test_the_saved_pdf_is_what_the_preview_shows(qtbot, session, preview, answers, tmp_path):
    from clinicmgr.paper import pdf

    answers.next = tmp_path / "week.pdf"
    preview.save_as(".pdf")
    qtbot.waitUntil(answers.next.exists)
    assert answers.next.read_bytes() == pdf.render(DOCUMENT)
    qtbot.waitUntil(lambda: not session.desk.jobs.busy)


def test_a_file_that_cannot_be_written_is_told(qtbot, session, preview, answers, tmp_path):
    answers.next = tmp_path / "no such folder" / "week.pdf"
    preview.save_as(".pdf")
    qtbot.waitUntil(lambda: not session.desk.jobs.busy)
    texts = [label.text() for label in session.window.findChildren(QLabel) if label.isVisible()]
    assert any("week.pdf" in text or "no such folder" in text for text in texts)


def test_printing_sends_every_page_to_the_printer(qtbot, session, tmp_path):
    def ask(_parent, done):
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        printer.setResolution(300)
        done(printer)

    shown = PaperPreview(DOCUMENT, session.desk, ask)
    session.book.lay_on(shown)
    qtbot.waitUntil(lambda: len(shown.sheets.sizes) == 2)
    with qtbot.waitSignal(shown.printed, timeout=20_000) as printed:
        shown.print_action.trigger()
    assert printed.args == [2]
    from pypdf import PdfReader

    assert len(PdfReader(tmp_path / "printed.pdf").pages) == 2
    qtbot.waitUntil(lambda: not session.desk.jobs.busy)


@pytest.mark.parametrize("page", ["sites", "history", "settings", "help"])
def test_everything_that_can_be_used_has_a_name_for_a_screen_reader(session, page):
    session.turn_to(page)
    nameless = [
        widget
        for kind in (QAbstractButton, QLineEdit, QComboBox)
        for widget in session.window.findChildren(kind)
        if widget.isVisible()
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not isinstance(widget.parent(), QLineEdit)
    ]
    assert nameless == []


def test_the_rail_is_walked_with_the_arrows_and_entered_with_enter(qtbot, session):
    rail = session.window.rail
    rail.buttons["history"].click()
    rail.buttons["history"].setFocus()
    qtbot.keyClick(rail.buttons["history"], Qt.Key.Key_Down)
    assert rail.buttons["settings"].hasFocus()
    assert session.book.current == "settings"
    qtbot.keyClick(rail.buttons["settings"], Qt.Key.Key_Return)
    assert not rail.buttons["settings"].hasFocus()  # the page has the keyboard now
    assert rail.buttons["settings"].isChecked()
    assert not rail.buttons["history"].isChecked()


def test_the_keys_of_the_rail_go_to_its_pages(qtbot, session):
    session.window.activateWindow()
    qtbot.keyClick(session.window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert session.book.current == "history"
    qtbot.keyClick(session.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert session.book.current == "settings"


def test_no_two_pages_have_the_same_key():
    keys = [entry.keys for entry in PLACES]
    assert len(set(keys)) == len(keys)
