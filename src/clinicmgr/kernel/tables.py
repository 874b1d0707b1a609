"""What every table is made of.

Journalled tables hold INTEGER and TEXT only, because the journal keeps rows as JSON, which
loses the last digits of REAL and cannot hold a BLOB. So: money in cents, time in minutes, days as
ISO text. Each table has one integer key that is never given twice (AUTOINCREMENT).
"""

from datetime import date
from typing import Any

from sqlalchemy import Dialect, Integer, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

from clinicmgr.kernel.reference import Reference

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(DeclarativeBase):
    """The parent of every journalled table's class."""

    metadata = MetaData(naming_convention=NAMING)

    id: Mapped[int] = mapped_column(Integer, primary_key=True, sort_order=-1)

    @declared_attr.directive
    def __table_args__(cls) -> Any:  # noqa: N805 - a class-level property
        return table()


def table(
    *parts: Any,
    search: tuple[str, ...] = (),
    secret: tuple[str, ...] = (),
    reference: Reference | None = None,
    frozen: str = "",
    sealed: str = "",
) -> tuple[Any, ...]:
    """Return `__table_args__`: constraints and indexes, and what some columns are.

    `search` names the columns that full-text search reads, `secret` those that the history shows
    only as dots. With `reference` another table covers the rows and they are not journalled.

    `frozen` is the condition, in SQL with `{row}` for the row in question, under which nothing
    changes or removes a row any more, and `sealed` the one under which none is added. Undo of the
    entry itself stays possible on the same day.
    """
    info: dict[str, Any] = {"search": search, "secret": secret, "reference": reference}
    info |= {"frozen": frozen, "sealed": sealed}
    return (*parts, {"sqlite_autoincrement": True, "info": info})


class Day(TypeDecorator[date]):
    """A calendar day, kept as ISO text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """Write 2026-11-18."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """Read 2026-11-18."""
        return None if value is None else date.fromisoformat(value)


class Flag(TypeDecorator[bool]):
    """Yes or no, kept as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        """Write 1 or 0."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        """Read 1 or 0."""
        return None if value is None else bool(value)
