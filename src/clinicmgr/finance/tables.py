"""How money is kept.

A budget has a row for each year and account with twelve amounts, so that a step of undo and a
line of the history is what a person calls a line. What is pointed to cannot be removed. Entries
on a closed day are frozen by the database, so that no undo of an old step changes them either.
"""

from datetime import date

from sqlalchemy import ForeignKey, Index, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from clinicmgr.kernel.tables import Day, Flag, Row, table

_IS_CLOSED = (
    "{row}.day <= coalesce((SELECT value FROM finance_setting WHERE key = 'closed_through'), '')"
)


def _account() -> Mapped[int]:
    """A reference that keeps the account from being removed."""
    return mapped_column(Integer, ForeignKey("finance_account.id", ondelete="RESTRICT"))


class AccountRow(Row):
    """A line of the chart of accounts."""

    __tablename__ = "finance_account"
    __table_args__ = table(
        UniqueConstraint("number"), UniqueConstraint("name"), search=("number", "name", "group")
    )

    number: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    group: Mapped[str] = mapped_column(Text)
    is_labor: Mapped[bool] = mapped_column(Flag)
    active: Mapped[bool] = mapped_column(Flag)
    rank: Mapped[int] = mapped_column(Integer)


class BudgetRow(Row):
    """What is planned on an account in the months of a year, in cents."""

    __tablename__ = "finance_budget"
    __table_args__ = table(UniqueConstraint("year", "account_id"), Index(None, "account_id"))

    year: Mapped[int] = mapped_column(Integer)
    account_id: Mapped[int] = _account()
    month_01: Mapped[int] = mapped_column(Integer)
    month_02: Mapped[int] = mapped_column(Integer)
    month_03: Mapped[int] = mapped_column(Integer)
    month_04: Mapped[int] = mapped_column(Integer)
    month_05: Mapped[int] = mapped_column(Integer)
    month_06: Mapped[int] = mapped_column(Integer)
    month_07: Mapped[int] = mapped_column(Integer)
    month_08: Mapped[int] = mapped_column(Integer)
    month_09: Mapped[int] = mapped_column(Integer)
    month_10: Mapped[int] = mapped_column(Integer)
    month_11: Mapped[int] = mapped_column(Integer)
    month_12: Mapped[int] = mapped_column(Integer)


class EntryRow(Row):
    """Something earned or spent on a day."""

    __tablename__ = "finance_entry"
    __table_args__ = table(
        Index(None, "day"),
        Index(None, "account_id"),
        search=("payee", "note", "reference"),
        frozen=_IS_CLOSED,
        sealed=_IS_CLOSED,
    )

    day: Mapped[date] = mapped_column(Day)
    account_id: Mapped[int] = _account()
    cents: Mapped[int] = mapped_column(Integer)
    payee: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    reference: Mapped[str] = mapped_column(Text)


class MoneySettingRow(Row):
    """One thing that holds for the money of the practice."""

    __tablename__ = "finance_setting"
    __table_args__ = table(UniqueConstraint("key"))

    key: Mapped[str] = mapped_column(Text)
    value: Mapped[str] = mapped_column(Text)
