"""The chart of accounts from and to files."""

from collections.abc import Hashable, Iterable, Sequence
from pathlib import Path

from clinicmgr.exchange import ImportPlan, PlannedRow, carry_out, plan_file, write_rows
from clinicmgr.finance import rules
from clinicmgr.finance.records import ACCOUNT_FIELDS, Account, AccountDraft
from clinicmgr.finance.service import Finance
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field, fold
from clinicmgr.kernel.i18n import ngettext


class AccountImporter:
    """Adds accounts and gives those of the same number other words, in one change."""

    def __init__(self, finance: Finance) -> None:
        self._finance = finance
        self._accounts = {each.id: each for each in finance.accounts()}
        self._by_number = {fold(each.number): each for each in self._accounts.values()}

    @property
    def fields(self) -> Sequence[Field]:
        """The columns of a file of accounts."""
        return ACCOUNT_FIELDS

    def draft(self, **values: object) -> AccountDraft:
        """Return the account with those values."""
        return rules.tidy_account(AccountDraft(**values))  # type: ignore[arg-type]  # by field

    def key(self, draft: AccountDraft) -> Hashable:
        """Return the number: it stands once in a file."""
        return fold(draft.number)

    def match(self, draft: AccountDraft) -> int | None:
        """Return the account of that number."""
        known = self._by_number.get(fold(draft.number))
        return None if known is None else known.id

    def current(self, record_id: int) -> AccountDraft:
        """Return it as it is on record."""
        return self._accounts[record_id].draft()

    def check(self, draft: AccountDraft) -> Iterable[UserError]:
        """Yield what stands against one line, by itself and beside the accounts on record."""
        others = [
            each for each in self._accounts.values() if fold(each.number) != fold(draft.number)
        ]
        try:
            rules.check_account(draft, others)
        except UserError as error:
            yield error

    def check_all(
        self, rows: Sequence[PlannedRow[AccountDraft]]
    ) -> Iterable[tuple[int, UserError]]:
        """Yield what stands against a line beside those before it."""
        before: list[Account] = []
        for row in rows:
            if row.draft is None:
                continue
            draft = row.draft
            try:
                rules.check_account(draft, before)
            except UserError as error:
                yield row.line, error
            before.append(Account(0, draft.number, draft.name, draft.kind, is_labor=draft.is_labor))

    def apply(
        self, new: Sequence[AccountDraft], changed: Sequence[tuple[int, AccountDraft]]
    ) -> None:
        """Write all accounts in one change."""
        count = len(new) + len(changed)
        title = ngettext("Import {count} account", "Import {count} accounts", count)
        self._finance.set_accounts(new, dict(changed), title.format(count=count))


def plan_accounts(finance: Finance, path: Path, locale: str = "en_US") -> ImportPlan[AccountDraft]:
    """Return what importing the file would do, with every error in it; writes nothing."""
    return plan_file(path, AccountImporter(finance), locale)


def import_accounts(
    finance: Finance, path: Path, locale: str = "en_US", *, dry_run: bool = False
) -> ImportPlan[AccountDraft]:
    """Add and change the accounts of a file in one change, and return what was done."""
    return carry_out(
        plan_accounts(finance, path, locale), AccountImporter(finance), dry_run=dry_run
    )


def export_accounts(finance: Finance, path: Path, locale: str = "en_US") -> int:
    """Write all accounts; return how many."""
    accounts = finance.accounts()
    write_rows(path, ACCOUNT_FIELDS, accounts, locale)
    return len(accounts)
