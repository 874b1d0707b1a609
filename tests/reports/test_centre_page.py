"""The report center as the manager meets it: choose, set, look, print, save."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton, QWidget

from clinicmgr.paper import Document
from clinicmgr.qtkit import theme
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.toast import Toast
from clinicmgr.reports.catalog import PRINTABLES
from clinicmgr.reports.catalog.periods import Period
from clinicmgr.reports.catalog.remembered import Remembered
from clinicmgr.reports.gui import page as page_module
from clinicmgr.reports.gui.page import ReportsPage

Key = Qt.Key


class Asked:
    """Answers at once when the program asks for a file."""

    def __init__(self) -> None:
        self.save_path = Path()
        self.suggested = ""

    def ask_open(self, title: str, pattern: str, done: Callable[[Path], object]) -> None:
        raise AssertionError(title)

    def ask_save(
        self, title: str, suggested: str, pattern: str, done: Callable[[Path], object]
    ) -> None:
        self.suggested = suggested
        done(self.save_path)


class Sight:
    """The window with the page over a practice, and what it remembers."""

    def __init__(self, clinic, qtbot, clock, text="", editors=None, printer=None) -> None:
        self.clinic, self.qtbot = clinic, qtbot
        self.texts = [text]
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.window.resize(1060, 780)
        self.files = Asked()
        self.desk = Desk(self.window, clock, files=self.files)
        self.papers: list[Document] = []
        self.desk.paper_wanted.connect(self.papers.append)
        self.page = ReportsPage(
            clinic, self.desk, Remembered(text, "here", self.texts.append), editors, printer
        )
        clinic.journal.subscribe(lambda news: self.page.mark_stale(news.domains))
        self.window.setCentralWidget(self.page)
        self.window.show()
        self.wait()

    def wait(self) -> None:
        """Until the page shows what was asked for."""
        page = self.page
        self.qtbot.waitUntil(
            lambda: page.pages.is_settled and not page.is_waiting and not self.desk.jobs.busy
        )

    def choose(self, name: str) -> None:
        self.page.chooser.choose(name)
        self.wait()

    def fill(self, name: str, value: object) -> None:
        """Enter a value as a person does, which the form hears."""
        form = self.page.options.form
        assert form is not None
        editor: Any = form.editor(name)
        editor.put(value)
        editor.edited.emit()
        self.wait()

    def turn_to_words(self) -> None:
        choice = self.page.views.choice
        next(b for b in choice.findChildren(QPushButton) if b.text() == "Your words").click()

    def key(self, key, to=None) -> None:
        self.qtbot.keyClick(to or self.page.chooser.list, key)

    @property
    def kind(self) -> str:
        """Which report is on the pages that are shown."""
        made = self.page.pages.shown
        assert made is not None
        return made.kind

    @property
    def words(self) -> str:
        """What stands on the pages that are shown."""
        made = self.page.pages.shown
        assert made is not None
        return " ".join(page.extract_text() for page in PdfReader(BytesIO(made.pdf)).pages)

    @property
    def said(self) -> str:
        toast = self.window.findChild(Toast)
        return "" if toast is None or toast.isHidden() else toast.accessibleName()


@pytest.fixture
def see(qtbot, qapp, clock) -> Iterator[Callable[..., Sight]]:
    theme.apply(qapp, "light", "comfortable")
    seen: list[Sight] = []

    def make(clinic, **more) -> Sight:
        seen.append(Sight(clinic, qtbot, clock, **more))
        return seen[-1]

    yield make
    for sight in seen:
        sight.desk.hide_toast()
        sight.desk.jobs.wait_for_done()


@pytest.fixture
def demo(see, demo_clinic) -> Sight:
    return see(demo_clinic)


def names_of(sight: Sight) -> list[str]:
    found = sight.page.chooser.list
    return [found.item(at).data(Qt.ItemDataRole.UserRole) or "" for at in range(found.count())]


def test_everything_that_can_be_printed_is_on_one_list_and_can_be_looked_at(demo):
    assert [name for name in names_of(demo) if name] == [each.name for each in PRINTABLES]
    for each in PRINTABLES:
        demo.choose(each.name)
        assert demo.page.pages.shown is not None
        assert demo.kind == each.name
        assert "Lakeside Family Practice" in demo.words


def test_the_arrow_keys_step_over_the_headings_and_enter_shows_it_large(demo):
    demo.page.chooser.list.setFocus()
    for each in PRINTABLES[1:]:
        demo.key(Key.Key_Down)
        assert demo.page.chooser.current == each.name
    demo.wait()
    demo.key(Key.Key_Return)
    assert demo.papers[-1] is demo.page.pages.shown.document


def test_typing_finds_a_report_by_what_it_is(demo):
    search = demo.page.chooser.search
    demo.qtbot.keyClicks(search, "inspector")
    demo.key(Key.Key_Down, search)
    assert [name for name in names_of(demo) if name] == ["asset-log"]
    assert demo.page.chooser.current == "asset-log"
    demo.key(Key.Key_Escape, search)
    assert len([name for name in names_of(demo) if name]) == len(PRINTABLES)
    demo.wait()
    assert demo.kind == "asset-log"


def test_an_option_changes_the_pages_and_several_at_once_make_them_once(demo):
    demo.choose("directory")
    assert "555-0110" in demo.words
    made: list[int] = []
    demo.page.pages.settled.connect(lambda: made.append(1))
    form = demo.page.options.form
    for name in ("show_contacts", "show_hours"):
        form.editor(name).put(False)
        form.editor(name).edited.emit()
    demo.wait()
    assert "555-0110" not in demo.words
    assert len(made) == 1


def test_days_are_asked_for_only_when_the_period_is_one_of_days(demo):
    demo.choose("week-roster")
    first = demo.page.options.form.editor("first")
    assert not first.isVisible()
    demo.fill("period", Period.DATES)
    assert first.isVisible()
    demo.fill("first", date(2026, 11, 30))
    demo.fill("last", date(2026, 12, 6))
    assert "Monday, November 30, 2026" in demo.words
    demo.fill("last", date(2026, 11, 1))
    assert demo.page.pages.shown is None, "nothing that is not asked for may be printed"
    said = [each.text() for each in demo.page.options.findChildren(QLabel) if each.isVisible()]
    assert any("ends before it begins" in text for text in said)


def test_what_was_set_is_there_next_time_and_last_month_is_another_one(see, demo_clinic):
    sight = see(demo_clinic)
    sight.choose("leave-calendar")
    sight.fill("period", Period.LAST_MONTH)
    assert "October 2026" in sight.words
    again = see(demo_clinic, text=sight.texts[-1])
    again.choose("leave-calendar")
    assert "October 2026" in again.words
    assert again.page.options.reset.isVisible()
    again.page.options.reset.click()
    again.wait()
    assert "November 2026" in again.words
    assert "last-month" not in again.texts[-1]


def test_a_change_in_the_practice_is_on_the_pages_at_once(demo):
    demo.choose("directory")
    ann = next(each for each in demo.clinic.staff.members() if each.last_name == "Nowak")
    demo.clinic.staff.end_employment(ann.id, date(2026, 11, 17))
    demo.wait()
    assert "Marek Nowak" not in demo.words


@pytest.mark.parametrize("suffix, key", [(".pdf", "Save as PDF"), (".xlsx", "Excel"),
                                         (".csv", "CSV")])  # fmt: skip
def test_a_report_is_saved_and_then_listed_first(demo, tmp_path, suffix, key):
    demo.choose("fee-list")
    demo.files.save_path = tmp_path / f"fees{suffix}"
    action = next(each for each in demo.page.actions_list() if each.text() == key)
    action.trigger()
    demo.qtbot.waitUntil(lambda: bool(demo.said))
    assert demo.files.save_path.stat().st_size > 500
    assert demo.files.suggested.startswith("Fee list")
    assert names_of(demo)[:2] == ["", "fee-list"]
    assert demo.page.chooser.current == "fee-list"


def test_a_change_just_made_is_in_what_is_saved(demo, tmp_path):
    demo.choose("directory")
    demo.files.save_path = tmp_path / "directory.csv"
    editor = demo.page.options.form.editor("show_contacts")
    editor.put(False)
    editor.edited.emit()
    next(each for each in demo.page.actions_list() if each.text() == "CSV").trigger()
    demo.qtbot.waitUntil(lambda: bool(demo.said))
    assert "555-0110" not in demo.files.save_path.read_text(encoding="utf-8-sig")


def test_it_is_printed_on_the_printer_that_is_chosen(see, demo_clinic, tmp_path):
    def to_file(_parent: QWidget, done: Callable[[QPrinter], object]) -> None:
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFileName(str(tmp_path / "paper.pdf"))
        done(printer)

    sight = see(demo_clinic, printer=to_file)
    sight.choose("credentials")
    with sight.qtbot.waitSignal(sight.page.pages.outlet.printed, timeout=20_000) as printed:
        sight.page.print_action.trigger()
    assert printed.args == [1]
    assert len(PdfReader(tmp_path / "paper.pdf").pages) == 1


def test_a_stopped_report_says_so_and_can_be_asked_for_again(demo):
    demo.choose("directory")
    demo.page.chooser.choose("asset-log")
    demo.page.build()
    demo.desk.jobs.cancel()
    demo.wait()
    assert demo.page.pages.shown is None
    assert demo.page.pages.stack.currentWidget() is demo.page.pages.notice
    demo.page.build()
    demo.wait()
    assert demo.kind == "asset-log"


def test_an_empty_practice_shows_every_report_too(see, clinic):
    sight = see(clinic)
    for each in PRINTABLES:
        sight.choose(each.name)
        assert sight.page.pages.shown is not None


def test_a_report_may_have_more_to_write_beside_its_pages(see, demo_clinic, monkeypatch):
    class Words(QWidget):
        kept = 0

        def show_options(self, options) -> None:
            self.first = options.first

        def keep(self) -> bool:
            self.kept += 1
            return True

    widgets: list[Words] = []

    def make() -> Words:
        widgets.append(Words())
        return widgets[-1]

    slip = next(each for each in PRINTABLES if each.name == "roster-slip")
    listed = (replace(slip, editor="words"), *(e for e in PRINTABLES if e is not slip))
    monkeypatch.setattr(page_module, "PRINTABLES", listed)
    sight = see(demo_clinic, editors={"words": make})
    sight.choose("roster-slip")
    (words,) = widgets
    views = sight.page.views
    assert views.choice.isVisible()
    assert not words.isVisible(), "the pages come first"
    sight.turn_to_words()
    assert words.isVisible()
    assert words.first == date(2026, 11, 16)
    next(each for each in sight.page.actions_list() if each.text() == "Show it large").trigger()
    assert words.kept == 2, "what is half typed is in what is printed"
    sight.choose("directory")
    assert not views.choice.isVisible()
    assert sight.page.pages.isVisible()
    sight.choose("roster-slip")
    sight.turn_to_words()
    assert words.isVisible()
    assert len(widgets) == 1


def test_every_control_has_a_name(demo):
    for each in PRINTABLES:
        demo.choose(each.name)
        for field in demo.page.options.form.raw_values():
            assert demo.page.options.form.editor(field).accessibleName()
    assert demo.page.chooser.list.accessibleName()
    assert demo.page.chooser.search.accessibleName()
