"""The chart of accounts as a list with a form, and what holds for all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from clinicmgr.finance.gui.closing_line import ClosingLine
from clinicmgr.finance.records import ACCOUNT_FIELDS, Account, AccountDraft, AccountKind
from clinicmgr.finance.service import Finance
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.record_book import RecordBook
from clinicmgr.qtkit.record_shelf import BookWords
from clinicmgr.qtkit.record_table import RecordTable


class AccountShelf:
    """The accounts, income first."""

    def __init__(self, finance: Finance) -> None:
        self._finance = finance

    def records(self) -> Sequence[Account]:
        """Return all accounts in order."""
        return self._finance.accounts()

    def name(self, record: Account) -> str:
        """Return number and name."""
        return record.title

    def values(self, record: Account) -> Mapping[str, object]:
        """Return the values of the form."""
        draft = record.draft()
        return {field.name: getattr(draft, field.name) for field in ACCOUNT_FIELDS}

    def fresh(self) -> Mapping[str, object]:
        """Return a cost that is in use."""
        return {"kind": AccountKind.COST, "active": True}

    def add(self, values: Mapping[str, Any]) -> int:
        """Add an account."""
        return self._finance.add_account(AccountDraft(**values))

    def change(self, record: Account, values: Mapping[str, Any]) -> int:
        """Give an account other words."""
        self._finance.change_account(record.id, AccountDraft(**values))
        return record.id

    def remove(self, record: Account) -> None:
        """Remove an account; refused while it has amounts."""
        self._finance.remove_account(record.id)

    def warning(self, record: Account) -> str:
        """Return what is to be known before."""
        return _("It can only be removed while it has no entry and no budget.")


class AccountBook(RecordBook):
    """Accounts with kind, group and where their actuals come from."""

    def __init__(
        self,
        finance: Finance,
        desk: Desk,
        settings: ClinicSettings,
        empty: Callable[[], EmptyState],
    ) -> None:
        columns: tuple[Column[Account], ...] = (
            Column("number", _("Number"), lambda each: each.number, 92),
            Column("name", _("Name"), lambda each: each.name, 240, strong=True, stretch=True),
            Column("kind", _("Kind"), lambda each: each.kind.label, 96),
            Column("group", _("Group"), lambda each: each.group, 160),
            Column("source", _("Actuals"),
                   lambda each: _("from the roster") if each.is_labor else _("entered"), 140,
                   tone=lambda _each: "secondary"),
            Column("active", _("In use"), lambda each: "" if each.active else _("no longer in use"),
                   140, tone=lambda _each: "secondary"),
        )  # fmt: skip
        words = BookWords(
            _("Accounts"),
            _("Add account"),
            _("New account"),
            ACCOUNT_FIELDS,
            frozenset(("number", "kind", "group")),
            frozenset(("source", "active")),
        )
        table = RecordTable(columns, words.title)
        super().__init__(AccountShelf(finance), table, words, desk, settings)
        table.set_empty(empty())
        self.closing = ClosingLine(finance, desk, settings, self)
        self.top.addWidget(self.closing)

    def reload(self) -> None:
        """Read the accounts and what holds for all of them."""
        super().reload()
        self.closing.reload()
