"""Entries from and to files: from the bank, the bookkeeper, or our own export."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from clinicmgr.exchange import ImportPlan, PlannedRow, carry_out, plan_file, write_rows
from clinicmgr.finance import rules
from clinicmgr.finance.records import EXPENSE_FIELDS, Entry, EntryDraft
from clinicmgr.finance.service import Finance
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field, fold
from clinicmgr.kernel.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class ExpenseLine:
    """One line of a file of entries; the account is as it is written there."""

    day: date
    account: str
    cents: int
    payee: str = ""
    reference: str = ""
    note: str = ""


class ExpenseImporter:
    """Enters the lines of a file, all of them or none.

    A line with the day, account, amount, payee and reference of an entry on record is that entry,
    so that importing a file again adds nothing.
    """

    def __init__(self, finance: Finance) -> None:
        self._finance = finance
        self._names = rules.AccountNames(finance.accounts())
        self._closed, self._today = finance.closed_through(), finance.clock.today()
        self._lines: dict[int, ExpenseLine] = {}

    @cached_property
    def _known(self) -> dict[Hashable, Entry]:
        found = reversed(self._finance.entries(date.min, date.max))
        return {
            (each.day, each.account_id, each.cents, fold(each.payee), fold(each.reference)): each
            for each in found
        }

    @property
    def fields(self) -> Sequence[Field]:
        """The columns of a file of entries."""
        return EXPENSE_FIELDS

    def draft(self, **values: object) -> ExpenseLine:
        """Return the line with those values."""
        return ExpenseLine(**values)  # type: ignore[arg-type]  # each by its field

    def key(self, draft: ExpenseLine) -> Hashable:
        """Return what is told apart; the same twice in a file is a mistake."""
        account = self._names.find(draft.account)
        name: Hashable = fold(draft.account) if account is None else account.id
        return draft.day, name, draft.cents, fold(draft.payee), fold(draft.reference)

    def match(self, draft: ExpenseLine) -> int | None:
        """Return the entry on record that the line speaks of."""
        known = self._known.get(self.key(draft))
        if known is None:
            return None
        # Written otherwise in the file, such as by number instead of name, it is still the same.
        self._lines[known.id] = replace(draft, note=known.note)
        return known.id

    def current(self, record_id: int) -> ExpenseLine:
        """Return an entry on record as the line that says the same."""
        return self._lines[record_id]

    def check(self, draft: ExpenseLine) -> Iterable[UserError]:
        """Yield everything that is wrong with one line."""
        tests: tuple[Callable[[], object], ...] = (
            lambda: rules.check_day(draft.day, self._today, self._closed),
            lambda: self._check_account(draft.account),
            lambda: rules.check_amount(draft.cents),
        )
        for test in tests:
            try:
                test()
            except UserError as error:
                yield error

    def check_all(self, rows: Sequence[PlannedRow[ExpenseLine]]) -> Iterable[tuple[int, UserError]]:
        """Yield nothing: entries do not depend on each other."""
        return ()

    def apply(self, new: Sequence[ExpenseLine], changed: Sequence[tuple[int, ExpenseLine]]) -> None:
        """Enter all lines in one change; of those on record only the note can be another."""
        count = len(new) + len(changed)
        title = ngettext("Import {count} entry", "Import {count} entries", count)
        self._finance.set_entries(
            [self._entry(line) for line in new],
            {entry_id: self._entry(line) for entry_id, line in changed},
            title.format(count=count),
        )

    def _check_account(self, text: str) -> None:
        account = self._names.named(text)
        if not account.active:
            raise UserError(
                _("{title} is no longer in use.").format(title=account.title), field="account"
            )

    def _entry(self, line: ExpenseLine) -> EntryDraft:
        account = self._names.named(line.account)
        return EntryDraft(line.day, account.id, line.cents, line.payee, line.note, line.reference)


def plan_expenses(finance: Finance, path: Path, locale: str = "en_US") -> ImportPlan[ExpenseLine]:
    """Return what importing the file would do, with every error in it; writes nothing.

    UserError where the file cannot be read or lacks a required column.
    """
    return plan_file(path, ExpenseImporter(finance), locale)


def import_expenses(
    finance: Finance, path: Path, locale: str = "en_US", *, dry_run: bool = False
) -> ImportPlan[ExpenseLine]:
    """Enter the lines of a file in one change, and return what was done."""
    return carry_out(
        plan_expenses(finance, path, locale), ExpenseImporter(finance), dry_run=dry_run
    )


def export_expenses(
    finance: Finance, path: Path, first: date, last: date, locale: str = "en_US"
) -> int:
    """Write the entries of some days, as an import reads them back; return how many."""
    titles = {each.id: each.title for each in finance.accounts()}
    entries = finance.entries(first, last)
    rows = (
        ExpenseLine(
            each.day,
            titles[each.account_id],
            each.cents,
            each.payee,
            each.reference,
            each.note,
        )
        for each in entries
    )
    write_rows(path, EXPENSE_FIELDS, rows, locale)
    return len(entries)
