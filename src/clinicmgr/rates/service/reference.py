"""Reference rows: the lines of a file, added once, never edited, known by what they hold."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from clinicmgr.kernel.reference import batch_of, sum_of
from clinicmgr.rates.records import RVU_COLUMNS
from clinicmgr.rates.tables import RvuRow

__all__ = ["batch_of", "keep_lines", "sum_of"]

_NAMES = ", ".join(RVU_COLUMNS)
_MARKS = ", ".join("?" for _name in RVU_COLUMNS)


def keep_lines(db: Session, batch: int, lines: Sequence[tuple[str, ...]]) -> None:
    """Add the lines unless they are there, from an import that was undone."""
    if db.scalar(select(RvuRow.id).where(RvuRow.batch == batch).limit(1)) is None:
        # The number stands in the statement, so that the lines are handed over as they are.
        insert = f"INSERT INTO rates_rvu (batch, {_NAMES}) VALUES ({batch:d}, {_MARKS})"  # noqa: S608
        db.connection().exec_driver_sql(insert, list(lines))
