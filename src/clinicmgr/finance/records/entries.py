"""Entries: what was earned and spent, as it is typed or imported."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """An amount on an account on a day; a negative one is a refund or a correction."""

    day: date
    account_id: int
    cents: int
    payee: str = ""
    note: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something earned or spent, in cents; `payee` is who paid or was paid."""

    id: int
    day: date
    account_id: int
    cents: int
    payee: str = ""
    note: str = ""
    reference: str = ""

    def draft(self) -> EntryDraft:
        """The same entry as a draft."""
        return EntryDraft(
            self.day, self.account_id, self.cents, self.payee, self.note, self.reference
        )
