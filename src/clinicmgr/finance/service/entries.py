"""Entries: what was earned and spent."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date

from sqlalchemy import delete, func, insert, select

from clinicmgr.finance import rules
from clinicmgr.finance.records import EDIT_ENTRIES, VIEW_MONEY, Entry, EntryDraft
from clinicmgr.finance.service.accounts import Accounts
from clinicmgr.finance.service.closing import Closing
from clinicmgr.finance.tables import EntryRow
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import existing, overwrite

Counted = Callable[[int], str]
_ENTRY = (
    EntryRow.id,
    EntryRow.day,
    EntryRow.account_id,
    EntryRow.cents,
    EntryRow.payee,
    EntryRow.note,
    EntryRow.reference,
)


class Entries:
    """The book of entries; days in closed months are refused."""

    def __init__(
        self, journal: Journal, accounts: Accounts, closing: Closing, clock: Clock
    ) -> None:
        self._journal, self._accounts, self._closing = journal, accounts, closing
        self._clock = clock

    def between(self, first: date, last: date, account_id: int | None = None) -> list[Entry]:
        """Return the entries of some days, in order; of one account if given."""
        self._journal.require(VIEW_MONEY)
        asked = select(*_ENTRY).where(EntryRow.day >= first, EntryRow.day <= last)
        if account_id is not None:
            asked = asked.where(EntryRow.account_id == account_id)
        with self._journal.read() as db:
            return [Entry(*row) for row in db.execute(asked.order_by(EntryRow.day, EntryRow.id))]

    def one(self, entry_id: int) -> Entry:
        """Return an entry."""
        self._journal.require(VIEW_MONEY)
        with self._journal.read() as db:
            return record(existing(db, EntryRow, entry_id))

    def bounds(self) -> tuple[date, date] | None:
        """Return the days of the first and the last entry, None while there is none."""
        with self._journal.read() as db:
            first, last = db.execute(select(func.min(EntryRow.day), func.max(EntryRow.day))).one()
        return None if first is None else (first, last)

    def payees(self) -> list[str]:
        """Return who was paid or paid so far, the most frequent first."""
        self._journal.require(VIEW_MONEY)
        asked = (
            select(EntryRow.payee)
            .where(EntryRow.payee != "")
            .group_by(EntryRow.payee)
            .order_by(func.count().desc(), EntryRow.payee)
        )
        with self._journal.read() as db:
            return list(db.scalars(asked))

    def sums(self, first: date, last: date) -> dict[tuple[int, date], int]:
        """Return the cents by account and month (its first day) of some days."""
        month = func.substr(EntryRow.day, 1, 7, type_=None)
        asked = (
            select(EntryRow.account_id, month, func.sum(EntryRow.cents))
            .where(EntryRow.day >= first, EntryRow.day <= last)
            .group_by(EntryRow.account_id, month)
        )
        with self._journal.read() as db:
            return {
                (account_id, date.fromisoformat(f"{text}-01")): int(cents)
                for account_id, text, cents in db.execute(asked)
            }

    def add(self, drafts: Sequence[EntryDraft], title: str | None = None) -> list[int]:
        """Add entries in one change; return their ids in the same order."""
        tidy = self._checked(drafts)
        if title is None:
            title = self._title(_("Enter {account}, {payee}"), tidy, _added)
        with self._journal.change(title, EDIT_ENTRIES) as db:
            if not tidy:
                return []
            ids = db.scalars(
                insert(EntryRow).returning(EntryRow.id, sort_by_parameter_order=True),
                [asdict(draft) for draft in tidy],
            )
            return list(ids)

    def change(self, changed: Mapping[int, EntryDraft], title: str | None = None) -> None:
        """Give entries other values in one change; neither day may be closed."""
        tidy = dict(zip(changed, self._checked(changed.values()), strict=True))
        if title is None:
            title = self._title(_("Change {account}, {payee}"), list(tidy.values()), _changed)
        with self._journal.change(title, EDIT_ENTRIES) as db:
            closed = self._closing.through()
            for entry_id, draft in tidy.items():
                row = existing(db, EntryRow, entry_id)
                rules.check_open(row.day, closed)
                overwrite(row, asdict(draft))

    def set(self, new: Sequence[EntryDraft], changed: Mapping[int, EntryDraft], title: str) -> None:
        """Add entries and give others other values, in one change."""
        with self._journal.change(title, EDIT_ENTRIES):
            self.add(new, title)
            self.change(changed, title)

    def remove(self, entry_ids: Sequence[int]) -> None:
        """Remove entries in one change; none of them may lie in a closed month."""
        with self._journal.read() as db:
            found = [record(existing(db, EntryRow, entry_id)) for entry_id in entry_ids]
        closed = self._closing.through()
        for each in found:
            rules.check_open(each.day, closed)
        title = self._title(
            _("Remove {account}, {payee}"), [each.draft() for each in found], _removed
        )
        with self._journal.change(title, EDIT_ENTRIES) as db:
            db.execute(delete(EntryRow).where(EntryRow.id.in_(entry_ids)))

    def check(self, draft: EntryDraft) -> None:
        """Raise UserError where an entry could not be kept."""
        self._checked([draft])

    def _checked(self, drafts: Iterable[EntryDraft]) -> list[EntryDraft]:
        accounts, closed = self._accounts.by_id(), self._closing.through()
        today = self._clock.today()
        tidy = [rules.tidy_entry(draft) for draft in drafts]
        for draft in tidy:
            rules.check_entry(draft, accounts.get(draft.account_id), today, closed)
        return tidy

    def _title(self, one: str, drafts: Sequence[EntryDraft], many: Counted) -> str:
        if len(drafts) != 1:
            return many(len(drafts))
        account = self._accounts.one(drafts[0].account_id)
        return one.format(account=account.name, payee=drafts[0].payee).rstrip(", ")


def record(row: EntryRow) -> Entry:
    """Return a row as others see it."""
    return Entry(row.id, row.day, row.account_id, row.cents, row.payee, row.note, row.reference)


def _added(count: int) -> str:
    return ngettext("Enter {count} entry", "Enter {count} entries", count).format(count=count)


def _changed(count: int) -> str:
    return ngettext("Change {count} entry", "Change {count} entries", count).format(count=count)


def _removed(count: int) -> str:
    return ngettext("Remove {count} entry", "Remove {count} entries", count).format(count=count)
