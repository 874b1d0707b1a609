"""Rows of terms: one entry a member and day, read as dated values."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from clinicmgr.kernel.effective import Dated
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.rows import existing
from clinicmgr.staff.records import full_name
from clinicmgr.staff.tables import AvailabilityRow, ContractRow, MemberRow, PayRateRow

T = TypeVar("T")
TermRow = TypeVar("TermRow", ContractRow, PayRateRow, AvailabilityRow)


def dated(entries: Iterable[tuple[int, date, T]]) -> dict[int, Dated[T]]:
    """Return the dated values of each member from (member, from day, value)."""
    by_member: dict[int, list[tuple[date, T]]] = {}
    for member_id, from_day, value in entries:
        by_member.setdefault(member_id, []).append((from_day, value))
    return {
        member_id: Dated(tuple(sorted(values, key=lambda entry: entry[0])))
        for member_id, values in by_member.items()
    }


def entry_of(db: Session, kind: type[TermRow], member_id: int, from_day: date) -> TermRow | None:
    """Return the row that begins on that day."""
    return db.scalar(select(kind).where(kind.member_id == member_id, kind.from_day == from_day))


def remove_entry(db: Session, kind: type[TermRow], member_id: int, from_day: date) -> None:
    """Delete the row that begins on that day; UserError where there is none."""
    row = entry_of(db, kind, member_id, from_day)
    if row is None:
        raise UserError(_("No entry begins on that day; perhaps it was removed already."))
    db.delete(row)


def name_of(db: Session, member_id: int) -> str:
    """Return the member's name for a title."""
    row = existing(db, MemberRow, member_id)
    return full_name(row.first_name, row.last_name)
