"""The money page: a month against its budget, the budget, the entries and the accounts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from clinicmgr.finance.gui import recipes
from clinicmgr.finance.gui.account_book import AccountBook
from clinicmgr.finance.gui.budget_view import BudgetView
from clinicmgr.finance.gui.emptiness import Emptiness
from clinicmgr.finance.gui.entries_view import EntriesView
from clinicmgr.finance.gui.files import MoneyFiles
from clinicmgr.finance.gui.month_view import MonthView
from clinicmgr.finance.gui.words import month_title
from clinicmgr.finance.service import Finance
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import add_months
from clinicmgr.kernel.settings import Settings
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.cover_stack import CoverStack
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.page import Page
from clinicmgr.qtkit.segmented import Segmented
from clinicmgr.qtkit.stepper import Stepper

SECTIONS = ("month", "budget", "entries", "accounts")


class MoneyPage(Page):
    """Opens with the month that ended last; a section is made when it is first turned to."""

    watches: ClassVar[frozenset[str]] = frozenset(("finance", "schedule", "staff"))

    def __init__(self, finance: Finance, settings: Settings, desk: Desk) -> None:
        """`settings` gives the locale, the currency, and what stands on prints."""
        super().__init__(_("Money"))
        self._finance, self._desk, self._now = finance, desk, settings.current()
        today = desk.clock.today()
        self.month = add_months(today.replace(day=1), -1)
        self.year = today.year
        self._sections: dict[str, QWidget] = {}
        self.files = MoneyFiles(
            finance, desk, settings.current, lambda: (self.month, self.year), self
        )
        self._empty = Emptiness(finance, desk, self)
        titles = (_("Month"), _("Budget"), _("Entries"), _("Accounts"))
        self.what = Segmented(zip(SECTIONS, titles, strict=True), _("Part of money"), self)
        self.stepper = Stepper(_("month"), self)
        self.count = labels.secondary("", self)
        self.stack = CoverStack(self)
        self.bar.addWidget(self.what)
        self.bar.addSpacing(12)
        self.bar.addWidget(self.stepper)
        self.bar.addStretch()
        self.bar.addWidget(self.count)
        self.body.addWidget(self.stack, 1)
        self._add_actions()
        self._connect()
        self._turn()

    def _add_actions(self) -> None:
        add, files = self.add_action, self.files
        self._add_record = add("", self.add, icon="add", shortcut="Ctrl+N", place="primary")
        add(_("Print"), self.print_shown, icon="print", shortcut="Ctrl+P")
        add(_("Copy a year…"), self.copy_year, icon="copy", shortcut="Ctrl+B", place="more")
        add(_("Spread an amount…"), self.spread, icon="wand", place="more")
        self._remove = add("", self.remove, icon="trash", place="more")
        add(_("Import income and expenses…"), files.ask_entries, icon="import", place="more")
        add(_("Import a budget…"), files.ask_budget, icon="import", place="more")
        add(_("Import accounts…"), files.ask_accounts, icon="import", place="more")
        add(_("Export income and expenses…"), files.ask_export_entries, icon="export", place="more")
        add(_("Export the budget…"), files.ask_export_budget, icon="export", place="more")
        add(
            _("Export the journal for QuickBooks…"),
            files.ask_export_journal,
            icon="export",
            place="more",
        )
        add(_("Add account"), self.add_account, icon="add", place="palette")
        add(_("Find in this month"), self._find, icon="search", shortcut="Ctrl+F", place="palette")
        add(_("Save"), self.save, icon="save", shortcut="Ctrl+S", place="palette")
        add(
            _("Previous month or year"), lambda: self.step(-1), shortcut="Alt+Left", place="palette"
        )
        add(_("Next month or year"), lambda: self.step(1), shortcut="Alt+Right", place="palette")

    def _connect(self) -> None:
        self.what.chosen.connect(lambda _key: self._turn())
        self.stepper.previous.connect(lambda: self.step(-1))
        self.stepper.following.connect(lambda: self.step(1))
        self.stepper.today.connect(self.go_to_today)
        self.files.import_ready.connect(self.stack.cover)

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of this page, for the keyboard sheet."""
        return (
            ("Alt+Left", _("Previous month or year")),
            ("Enter", _("On an account: its entries of the month")),
            ("F2", _("Type into a cell")),
            ("Del", _("Empty cells")),
            ("Ctrl+D", _("Fill down")),
            ("Ctrl+Del", _("Remove entries")),
            ("Ctrl+B", _("Copy a year…")),
        )

    # What is shown

    @property
    def section(self) -> str:
        """Which part is shown: one of `SECTIONS`."""
        return self.what.key

    @property
    def shown(self) -> QWidget:
        """The part that is shown."""
        return self._sections[self.section]

    def turn_to(self, section: str) -> QWidget:
        """Show one of `SECTIONS` and return it."""
        self.what.choose(section)
        self._turn()
        return self.shown

    def reload(self) -> None:
        """Read the part that is shown; the others are read when they are turned to."""
        shown = self.shown
        if isinstance(shown, MonthView | EntriesView):
            shown.show_month(self.month)
        elif isinstance(shown, BudgetView):
            shown.show_year(self.year)
        elif isinstance(shown, AccountBook):
            shown.reload()

    def go_to(self, ref: object) -> None:
        """Show ("month" or "entries", a day), ("budget", year), ("account" or "entry", id)."""
        match ref:
            case (("month" | "entries") as section, date() as month):
                self.month = month.replace(day=1)
                self.turn_to(section)
            case ("budget", int(year)):
                self.year = year
                self.turn_to("budget")
            case ("entry", int(entry_id)):
                self.month = self._finance.entry(entry_id).day.replace(day=1)
                entries = self.turn_to("entries")
                if isinstance(entries, EntriesView):
                    entries.filter_account(None)
                    entries.table.select([entry_id])
                    entries.table.setFocus()
            case ("account", int(account_id)):
                book = self.turn_to("accounts")
                if isinstance(book, AccountBook):
                    book.open(account_id)
            case str() if ref in SECTIONS:
                self.turn_to(ref)

    def step(self, count: int) -> None:
        """Go that many months on, or years where the budget is shown."""
        if self.section == "budget":
            self.year += count
        else:
            self.month = add_months(self.month, count)
        self._turn()

    def go_to_today(self) -> None:
        """Show this month, or this year's budget."""
        today = self._desk.clock.today()
        self.month, self.year = today.replace(day=1), today.year
        self._turn()

    # What the actions do

    def add(self) -> None:
        """Put the cursor into the line for a new entry; on the accounts begin a new account."""
        if self.section == "accounts":
            self.add_account()
        else:
            self.turn_to("entries").setFocus()

    def add_account(self) -> None:
        """Open the form for a new account."""
        book = self.turn_to("accounts")
        if isinstance(book, AccountBook):
            book.add()

    def save(self) -> None:
        """Keep the form or the line that is typed."""
        if isinstance(self.shown, AccountBook):
            self.shown.save()
        elif isinstance(self.shown, EntriesView):
            self.shown.line.enter()

    def remove(self) -> None:
        """Remove the chosen entries, or ask about the chosen account."""
        if isinstance(self.shown, EntriesView):
            self.shown.remove()
        elif isinstance(self.shown, AccountBook):
            self.shown.ask_remove()

    def print_shown(self) -> None:
        """Open what is shown in the preview."""
        printers: dict[str, Callable[[], None]] = {
            "budget": self.files.print_budget,
            "entries": self.files.print_entries,
        }
        printers.get(self.section, self.files.print_variance)()

    def copy_year(self) -> None:
        """Show how the budget of a year can be made of another year."""
        self.turn_to("budget")
        self.stack.cover(recipes.copy_panel(self._finance, self.year, self._desk, self._now))

    def spread(self) -> None:
        """Show how a yearly amount can be spread over the months."""
        view = self.turn_to("budget")
        account = view.chosen_account() if isinstance(view, BudgetView) else None
        panel = recipes.spread_panel(self._finance, self.year, account, self._desk, self._now)
        self.stack.cover(panel)

    def show_entries(self, account_id: int) -> None:
        """Show the entries of an account in the month that is shown."""
        entries = self.turn_to("entries")
        if isinstance(entries, EntriesView):
            entries.filter_account(account_id)
            entries.table.setFocus()

    # Inside

    def _turn(self) -> None:
        section = self.section
        if section not in self._sections:
            self._sections[section] = self._made(section)
            self.stack.addWidget(self._sections[section])
        self.stack.setCurrentWidget(self.shown)
        self._show_period()
        if self.isVisible():
            self.reload()

    def _made(self, section: str) -> QWidget:
        finance, desk, now, empty = self._finance, self._desk, self._now, self._empty
        makers: dict[str, Callable[[], QWidget]] = {
            "month": lambda: MonthView(finance, now, empty.without_accounts),
            "budget": lambda: BudgetView(
                finance, desk, now, empty.without_accounts, self.copy_year
            ),
            "entries": lambda: EntriesView(finance, desk, now, empty.without_entries),
            "accounts": lambda: AccountBook(finance, desk, now, empty.without_accounts),
        }
        if not finance.may_view:
            return empty.without_right()
        made = makers[section]()
        if isinstance(made, MonthView):
            made.entries_wanted.connect(self.show_entries)
        elif isinstance(made, EntriesView):
            made.told.connect(self.count.setText)
        return made

    def _show_period(self) -> None:
        yearly = self.section == "budget"
        self.stepper.setVisible(self.section != "accounts")
        self.stepper.set_period(_("year") if yearly else _("month"))
        self.stepper.show_period(str(self.year) if yearly else month_title(self.month))
        self.count.setVisible(self.section == "entries")
        accounts = self.section == "accounts"
        self._add_record.setText(_("Add account") if accounts else _("New entry"))
        self._remove.setText(_("Remove account…") if accounts else _("Remove entries"))
        self._remove.setEnabled(self.section in {"accounts", "entries"})

    def _find(self) -> None:
        entries = self.turn_to("entries")
        if isinstance(entries, EntriesView):
            entries.search.begin()
