"""The entries of a month: a line to add, a typed list to correct, a filter and a search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clinicmgr.finance import rules
from clinicmgr.finance.gui.entry_line import EntryLine
from clinicmgr.finance.gui.words import Amounts, month_title
from clinicmgr.finance.records import ENTRY_FIELDS, Account, Entry, EntryDraft
from clinicmgr.finance.service import Finance
from clinicmgr.kernel.fields import Field, parse
from clinicmgr.kernel.i18n import N_, _, ngettext
from clinicmgr.kernel.periods import format_day, month_bounds
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit.banner import Banner
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.editors import ChoiceEditor
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.search_field import SearchField
from clinicmgr.qtkit.typed_model import Edit
from clinicmgr.qtkit.typed_table import TypedTable

_FIELDS = {field.name: field for field in ENTRY_FIELDS}
_FILTER = Field("account", N_("All accounts"), "choice")


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry with its account."""

    entry: Entry
    account: Account

    @property
    def id(self) -> int:
        """The entry's id."""
        return self.entry.id


class EntriesView(QWidget):
    """Each cell is kept the moment it is left; `told` says how many entries are shown."""

    told = Signal(str)

    def __init__(
        self,
        finance: Finance,
        desk: Desk,
        settings: ClinicSettings,
        empty: Callable[[], EmptyState],
    ) -> None:
        """`empty` makes what is shown in a month without entries."""
        super().__init__()
        self._finance, self._desk, self._locale = finance, desk, settings.locale
        self._amounts = Amounts.of(settings)
        self.month = desk.clock.today().replace(day=1)
        self._rows: list[EntryRow] = []
        self._names = rules.AccountNames(())
        self.banner = Banner("info", self)
        self.line = EntryLine(finance, desk, settings, self)
        self.search = SearchField(_("Find in this month"), self)
        self.account = ChoiceEditor(_FILTER, self)
        self.account.setAccessibleName(_("Only this account"))
        self.account.setFixedWidth(230)
        self.table = TypedTable(
            entry_columns(self._amounts, settings.locale),
            _("Entries"),
            tuple(_FIELDS),
            self.put,
            parent=self,
        )
        self.nothing = empty()
        self.table.set_empty(self.nothing)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search)
        row.addWidget(self.account)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.line)
        column.addLayout(row)
        column.addWidget(self.banner)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.line)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self._show())
        self.search.left_down.connect(self.table.setFocus)
        self.account.edited.connect(self._show)
        self.table.refused.connect(self._desk.warn)
        self.table.accepted.connect(self._desk.hide_toast)
        self.table.installEventFilter(self)

    # Reading

    def show_month(self, month: date) -> None:
        """Read the entries of a month; a search and a filter stay."""
        if month != self.month:
            today = self._desk.clock.today()
            self.line.put_day(min(month_bounds(month)[1], max(today, month)))
        self.month = month
        accounts = self._finance.accounts()
        by_id = {each.id: each for each in accounts}
        self._names = rules.AccountNames(accounts)
        active = [each for each in accounts if each.active]
        self.line.offer(active, self._finance.payees())
        for shown in (self.line, self.search, self.account):
            shown.setVisible(bool(active))
        choices: list[tuple[object, str]] = [(each.id, each.title) for each in accounts]
        self.account.offer(choices)
        self.account.setItemText(0, _("All accounts"))
        found = self._finance.entries(*month_bounds(month))
        self._rows = [EntryRow(each, by_id[each.account_id]) for each in found]
        self._show()
        self._say_closed()

    def filter_account(self, account_id: int | None) -> None:
        """Show only the entries of one account, and begin new ones on it."""
        self.account.put(account_id)
        self.line.put_account(account_id)
        self._show()

    def _show(self) -> None:
        words = self.search.text().casefold().split()
        wanted = self.account.raw()
        shown = [
            row for row in self._rows if wanted in (None, row.account.id) and self._has(row, words)
        ]
        self._say_empty()
        self.table.set_records(shown)
        income = sum(row.entry.cents for row in shown if row.account.is_income)
        cost = sum(row.entry.cents for row in shown if not row.account.is_income)
        words_ = ngettext("{count} entry", "{count} entries", len(shown))
        parts = [words_.format(count=len(shown))]
        if income:
            parts.append(_("{amount} income").format(amount=self._amounts.money(income)))
        if cost:
            parts.append(_("{amount} cost").format(amount=self._amounts.money(cost)))
        self.told.emit(" · ".join(parts) if self._rows else "")

    def _say_empty(self) -> None:
        """Say why the list is empty, where it is."""
        if self._rows:
            title = _("Nothing matches")
            sentence = _("Other entries of this month are hidden by the search or the account.")
        elif self.line.isHidden():
            title = _("No accounts yet")
            sentence = _("Entries need accounts. Add them under Accounts first.")
        else:
            title = _("No entries in {month}").format(month=month_title(self.month))
            sentence = _(
                "Type the first one into the line above: date, account, amount. Enter keeps it. "
                "Or import the statement of your bank or the list of your bookkeeper."
            )
        self.nothing.say(title, sentence)

    def _has(self, row: EntryRow, words: Sequence[str]) -> bool:
        entry = row.entry
        amount = self._amounts.money(entry.cents)
        text = f"{entry.payee} {entry.note} {entry.reference} {row.account.title} {amount}"
        return all(word in text.casefold() for word in words)

    def _say_closed(self) -> None:
        closed = self._finance.closed_through()
        last = month_bounds(self.month)[1]
        if closed is None or closed < self.month:
            self.banner.clear()
            return
        day = format_day(closed, "short", self._locale)
        words = (
            _("Its entries can be read but not changed.")
            if closed >= last
            else _("Entries on or before that day can be read but not changed.")
        )
        self.banner.say(_("Closed through {day}.").format(day=day), words)

    # Typing

    def put(self, edits: Sequence[Edit]) -> None:
        """Keep typed cells in one change; UserError says what cannot be."""
        changed: dict[int, EntryDraft] = {}
        for edit in edits:
            entry: Entry = edit.record.entry
            draft = changed.get(entry.id, entry.draft())
            changed[entry.id] = replace(draft, **{edit.key: self._value(edit)})  # type: ignore[arg-type]
        self._finance.change_entries(changed)

    def _value(self, edit: Edit) -> object:
        if edit.key == "account_id" and edit.text.strip():
            return self._names.named(edit.text, "account_id").id
        return parse(_FIELDS[edit.key], edit.text, self._locale)

    def remove(self) -> None:
        """Remove the entries of the selected cells, in one step that undo takes back."""
        rows: list[Any] = self.table.selected_records()
        if rows and self._desk.attempt(
            lambda: self._finance.remove_entries([row.id for row in rows])
        ):
            words = ngettext("{count} entry removed", "{count} entries removed", len(rows))
            self._desk.toast(words.format(count=len(rows)), undo=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Del in the list removes whole entries; Del alone empties cells."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and event.key() == Qt.Key.Key_Delete:
                self.remove()
                return True
        return super().eventFilter(watched, event)


def entry_columns(amounts: Amounts, locale: str) -> tuple[Column[EntryRow], ...]:
    """Return the columns of the list; each can be typed."""
    return (
        Column("day", _("Date"), lambda row: format_day(row.entry.day, "short", locale), 104,
               "right"),
        Column("account_id", _("Account"), lambda row: row.account.title, 210),
        Column("cents", _("Amount"), lambda row: amounts.money(row.entry.cents), 116, "right",
               strong=True, tone=lambda row: "warning" if row.entry.cents < 0 else ""),
        Column("payee", _("Payee"), lambda row: row.entry.payee, 210),
        Column("reference", _("Reference"), lambda row: row.entry.reference, 116),
        Column("note", _("Note"), lambda row: row.entry.note, 200, stretch=True),
    )  # fmt: skip
