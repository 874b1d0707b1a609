"""The hours page: what was worked beside what was planned, sign-off, and how it is paid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from clinicmgr.hours.gui.books import AdjustmentBook, DifferentialBook, RulesBook
from clinicmgr.hours.gui.files import HoursFiles
from clinicmgr.hours.gui.hours_view import HoursView
from clinicmgr.hours.gui.page_words import OF_A_PERIOD, SECTIONS, main_words, nobody_yet, titles
from clinicmgr.hours.gui.payroll_view import PayrollView
from clinicmgr.hours.gui.period_banner import PeriodBanner
from clinicmgr.hours.gui.sign_off_view import SignOffView
from clinicmgr.hours.records import PayPeriod
from clinicmgr.hours.service import Hours
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import Settings
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.icons import icon
from clinicmgr.qtkit.record_book import RecordBook
from clinicmgr.qtkit.section_page import SectionPage
from clinicmgr.qtkit.stepper import Stepper
from clinicmgr.staff.records.days import span_text

DAY = timedelta(days=1)


class HoursPage(SectionPage):
    """One section for each question; a section is made when it is first turned to."""

    watches: ClassVar[frozenset[str]] = frozenset(("hours", "schedule", "staff", "practice"))

    def __init__(self, hours: Hours, settings: Settings, desk: Desk) -> None:
        """`settings` gives the locale and what stands on prints."""
        super().__init__(_("Hours"))
        self._hours, self._desk, self._settings = hours, desk, settings
        self._now = settings.current()
        self.period = self._first_period()
        self.files = HoursFiles(hours, desk, settings.current, self)
        self.stepper = Stepper(_("pay period"), self)
        self.add_sections(zip(SECTIONS, titles(), strict=True), _("Parts of hours"))
        self.banner = PeriodBanner(self, self.next_problem, self.begin_sign_off, self.adjust)
        self.bar.addWidget(self.stepper)
        self.body.insertWidget(0, self.banner)
        self._add_actions()
        self._connect()
        self._turn()

    def _first_period(self) -> PayPeriod:
        """The one that ended last while it is not locked, or else today's."""
        current = self._hours.period_of(self._desk.clock.today())
        before = self._hours.period_of(current.first - DAY)
        waits = not before.is_locked and self._hours.stretches(before.first, before.last)
        return before if waits else current

    def _add_actions(self) -> None:
        add, files = self.add_action, self.files
        self._main = add("", self.do_main, icon="import", place="primary")
        self._plan = add(_("Take the plan"), self.take_plan, icon="check")
        add(_("Print"), self.print_shown, icon="print", shortcut="Ctrl+P")
        add(_("Print the sign-off sheet"), lambda: files.print_period(self.period), icon="document",
            place="more")  # fmt: skip
        add(_("Print everybody's timesheet"), lambda: files.print_timesheets(self.period, None),
            icon="document", place="more")  # fmt: skip
        add(_("Print hours and overtime"), lambda: files.print_overtime(self.period),
            icon="document", place="more")  # fmt: skip
        add(_("Import from the time clock…"), files.ask_import, icon="import", place="more")
        add(_("Export hours…"), lambda: files.ask_export(self.period), icon="export", place="more")
        add(_("Payroll file for ADP…"), lambda: self.write_payroll("adp"), icon="export",
            place="more")  # fmt: skip
        add(_("Payroll file for Gusto…"), lambda: self.write_payroll("gusto"), icon="export",
            place="more")  # fmt: skip
        add(_("Sign off the pay period"), self.begin_sign_off, icon="lock", place="palette")
        add(_("Add adjustment"), self.adjust, icon="add", shortcut="Ctrl+N", place="palette")
        add(_("Next thing to put right"), self.next_problem, shortcut="F8", place="palette")
        add(_("Previous pay period"), lambda: self.step(-1), shortcut="Alt+Left", place="palette")
        add(_("Next pay period"), lambda: self.step(1), shortcut="Alt+Right", place="palette")
        add(_("Save"), self.save, icon="save", shortcut="Ctrl+S", place="palette")

    def _connect(self) -> None:
        self.stepper.previous.connect(lambda: self.step(-1))
        self.stepper.following.connect(lambda: self.step(1))
        self.stepper.today.connect(lambda: self.show_day(self._desk.clock.today()))
        self.files.import_ready.connect(self.stack.cover)

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of the grid, for the keyboard sheet."""
        return (
            ("F2", _("Type the hours of a day")),
            ("Enter", _("Keep it and go down")),
            ("Ctrl+D", _("Take the plan of the selected days")),
            ("Del", _("Remove the hours of the selected days")),
            ("Ctrl+V", _("Paste hours from a spreadsheet")),
            ("F8", _("Next thing to put right")),
            ("Alt+Left", _("Previous pay period")),
        )

    # What is shown

    @property
    def view(self) -> HoursView:
        """The people and their days."""
        view = self._sections["hours"]
        assert isinstance(view, HoursView)  # noqa: S101 - made first, and never another
        return view

    def reload(self) -> None:
        """Read the part that is shown; the others are read when they are turned to."""
        self._now = self._settings.current()
        self.period = self._hours.period_of(self.period.first)
        self._name_period()
        shown = self.shown
        if isinstance(shown, HoursView | SignOffView):
            sheets = self._hours.timesheets(self.period.first, self.period.last)
            shown.show_period(self.period, sheets)
            self.banner.show_period(self.period, sheets, self._desk.clock.today())
        else:
            self.banner.clear()
            assert isinstance(shown, RecordBook | PayrollView)  # noqa: S101 - there is no other
            shown.reload()

    def show_day(self, day: date) -> None:
        """Show the pay period of a day."""
        self.period = self._hours.period_of(day)
        self.reload()

    def go_to(self, ref: object) -> None:
        """Show a person's day by (member id, day), a period to sign by its day, or a person."""
        if isinstance(ref, date):
            self.period = self._hours.period_of(ref)
            self.turn_to("sign-off")
            self.reload()
        elif isinstance(ref, tuple) and len(ref) == 2:
            self.period = self._hours.period_of(ref[1])
            self.turn_to("hours")
            self.reload()
            self.view.go_to_day(*ref)
        elif isinstance(ref, int):
            self.turn_to("hours")
            self.reload()
            self.view.people.select([ref])
        else:
            super().go_to(ref)

    # What the actions do

    def step(self, count: int) -> None:
        """Show the pay period before or after."""
        at = self.period.last + DAY if count > 0 else self.period.first - DAY
        self.show_day(at)

    def do_main(self) -> None:
        """Do what the part that is shown is there for."""
        if isinstance(self.shown, SignOffView):
            self.shown.ask_lock()
        elif isinstance(self.shown, RecordBook):
            self.shown.add()
        else:
            self.files.ask_import()

    def take_plan(self) -> None:
        """Enter the roster of the period as worked, where nothing is on record."""
        self.view.take_plan(self.period)

    def next_problem(self) -> None:
        """Go to the next day on which something has to be put right."""
        self.turn_to("hours")
        problems = self.view.problems()
        if not problems:
            self._desk.toast(_("Nothing has to be put right in this period."))
            return
        here = (self.view.member_id, self.view.days.current_id())
        at = problems.index(here) + 1 if here in problems else 0
        self.view.go_to_day(*problems[at % len(problems)])

    def begin_sign_off(self) -> None:
        """Show who has signed."""
        self.turn_to("sign-off")

    def adjust(self) -> None:
        """Open the form for a correction of a locked day."""
        last = self.period.last
        while self.period.is_locked:
            self.period = self._hours.period_of(self.period.last + DAY)
        book = self.turn_to("adjustments")
        assert isinstance(book, RecordBook)  # noqa: S101 - it is this book
        self.reload()
        begin: dict[str, object] = {"member_id": self.view.member_id or None}
        if last < self.period.first:
            begin["day"] = last
        book.add(begin)

    def write_payroll(self, service: str) -> None:
        """Write the payroll file of the period that is shown."""
        self._desk.attempt(lambda: self.files.ask_payroll(service, self.period))

    def print_shown(self) -> None:
        """Open what belongs to the part that is shown in the preview."""
        if self.section == "hours" and self.view.member_id:
            self.files.print_timesheets(self.period, self.view.member_id)
        else:
            self.files.print_period(self.period)

    def save(self) -> None:
        """Keep the form that is shown."""
        if isinstance(self.shown, RecordBook | PayrollView):
            self.shown.save()

    # Inside

    def _suit_section(self) -> None:
        self.stepper.setVisible(self.section in OF_A_PERIOD)
        self._plan.setVisible(self.section == "hours")
        text, icon_name = main_words(self.section, self.shown)
        self._main.setText(text)
        self._main.setIcon(icon(icon_name, "on_accent"))
        self._main.setVisible(bool(text))

    def _made(self, section: str) -> QWidget:
        hours, desk, now = self._hours, self._desk, self._now
        makers: dict[str, Callable[[], QWidget]] = {
            "hours": lambda: HoursView(hours, desk, now, lambda: nobody_yet(desk)),
            "sign-off": lambda: SignOffView(hours, desk, now),
            "adjustments": lambda: AdjustmentBook(hours, desk, now, lambda: self.period),
            "rules": lambda: RulesBook(hours, desk, now),
            "differentials": lambda: DifferentialBook(hours, desk, now),
            "payroll": lambda: PayrollView(hours, desk, now, self.write_payroll),
        }
        return makers[section]()

    def _name_period(self) -> None:
        period, today = self.period, self._desk.clock.today()
        note = ""
        if period.is_locked:
            note = _("locked")
        elif period.holds(today):
            note = _("until {day}").format(day=format_day(period.last, "weekday", self._now.locale))
        title = f"{span_text(period.first, period.last)}, {period.last.year}"
        self.stepper.show_period(title, note)
