"""The chart of accounts."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clinicmgr.finance import rules
from clinicmgr.finance.records import (
    EDIT_BUDGET,
    STARTER_ACCOUNTS,
    Account,
    AccountDraft,
    AccountKind,
)
from clinicmgr.finance.tables import AccountRow
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import added, existing, overwrite, unless_used

RANK_STEP = 10


class Accounts:
    """The accounts of the practice, in the order of their rank."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def all(self, *, active_only: bool = False) -> list[Account]:
        """Return income, then cost, each in order."""
        with self._journal.read() as db:
            rows = db.scalars(select(AccountRow).order_by(AccountRow.rank, AccountRow.number))
            found = [record(row) for row in rows]
        found.sort(key=lambda each: not each.is_income)
        return [each for each in found if each.active or not active_only]

    def by_id(self) -> dict[int, Account]:
        """Return all accounts by id, in order."""
        return {each.id: each for each in self.all()}

    def one(self, account_id: int) -> Account:
        """Return an account."""
        with self._journal.read() as db:
            return record(existing(db, AccountRow, account_id))

    def add(self, drafts: Sequence[AccountDraft], title: str | None = None) -> list[int]:
        """Add accounts in one change, each after the last of its group; return their ids."""
        tidy = [rules.tidy_account(draft) for draft in drafts]
        if title is None:
            title = _added(tidy)
        with self._journal.change(title, EDIT_BUDGET) as db:
            ids = []
            for draft in tidy:
                rules.check_account(draft, self.all())
                rank = self._rank_for(db, draft)
                ids.append(added(db, AccountRow(**_columns(draft), rank=rank)))
            return ids

    def set(
        self, new: Sequence[AccountDraft], changed: Mapping[int, AccountDraft], title: str
    ) -> None:
        """Add accounts and give others other words, in one change."""
        with self._journal.change(title, EDIT_BUDGET):
            for account_id, draft in changed.items():
                self.change(account_id, draft)
            if new:
                self.add(new, title)

    def change(self, account_id: int, draft: AccountDraft) -> None:
        """Give an account other words; a kind with amounts on it stays."""
        tidy, before = rules.tidy_account(draft), self.one(account_id)
        rules.check_account(tidy, [each for each in self.all() if each.id != account_id])
        title = _("Change account {title}").format(title=f"{tidy.number} {tidy.name}")
        with self._journal.change(title, EDIT_BUDGET) as db:
            row = existing(db, AccountRow, account_id)
            overwrite(row, _columns(tidy))
            if (tidy.kind, tidy.group) != (before.kind, before.group):
                db.flush()
                row.rank = self._rank_for(db, tidy, except_id=account_id)

    def remove(self, account_id: int) -> None:
        """Remove an account without entries and budget."""
        name = self.one(account_id).title
        sentence = _(
            "{title} has entries or a budget. Take it out of use instead, so that they stay."
        ).format(title=name)
        title = _("Remove account {title}").format(title=name)
        with unless_used(sentence), self._journal.change(title, EDIT_BUDGET) as db:
            db.delete(existing(db, AccountRow, account_id))

    def add_starter_chart(self) -> list[int]:
        """Add a chart for a small clinic to a practice that has no account yet."""
        if self.all():
            raise UserError(_("There are accounts already. Add the ones that are missing."))
        drafts = [
            AccountDraft(number, _(name), kind, _(group), is_labor)
            for number, name, kind, group, is_labor in STARTER_ACCOUNTS
        ]
        return self.add(drafts, _("Add the starter chart of accounts"))

    def _rank_for(self, db: Session, draft: AccountDraft, except_id: int = 0) -> int:
        """Return a rank behind the last account of the group, or behind all."""
        last = db.scalar(
            select(func.max(AccountRow.rank)).where(
                AccountRow.kind == draft.kind.value,
                AccountRow.group == draft.group,
                AccountRow.id != except_id,
            )
        )
        highest: int = db.scalar(select(func.max(AccountRow.rank))) or 0
        return highest + RANK_STEP if last is None else int(last) + 1


def record(row: AccountRow) -> Account:
    """Return a row as others see it."""
    return Account(
        row.id,
        row.number,
        row.name,
        AccountKind(row.kind),
        row.group,
        row.is_labor,
        row.active,
        row.rank,
    )


def _columns(draft: AccountDraft) -> dict[str, object]:
    return {**asdict(draft), "kind": draft.kind.value}


def _added(drafts: Sequence[AccountDraft]) -> str:
    if len(drafts) == 1:
        title = f"{drafts[0].number} {drafts[0].name}"
        return _("Add account {title}").format(title=title)
    text = ngettext("Add {count} account", "Add {count} accounts", len(drafts))
    return text.format(count=len(drafts))
