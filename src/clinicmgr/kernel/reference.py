"""Reference rows: the lines of a published file, tens of thousands, added once and never edited.

They are not copied to the journal, row by row; a journalled row covers each batch of them with its
SHA-256. The triggers refuse an edit, a removal, and a row that comes outside of a change. Undo
takes the covering row back and leaves the lines, which nobody then asks for; redo brings it again.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.schema import MetaData, Table

from clinicmgr.kernel.i18n import _

_UNIT, _RECORD = "\x1f", "\x1e"  # what ASCII has between fields and between rows


@dataclass(frozen=True, slots=True)
class Reference:
    """`batch` is the column with the number of the batch, here and in the table `covered_by`.

    `sum` is the column there that keeps the SHA-256.
    """

    batch: str
    covered_by: str
    sum: str


def sum_of(lines: Iterable[Sequence[str]]) -> str:
    """Return the SHA-256 of lines of text in their order."""
    text = _RECORD.join(map(_UNIT.join, lines))
    return hashlib.sha256(text.encode()).hexdigest()


def batch_of(sha256: str) -> int:
    """Return the number that the rows of these lines carry: it follows from what they hold."""
    return int(sha256, 16) >> 196


def faults(db: Session, metadata: MetaData) -> list[str]:
    """Return a sentence for each covering row whose lines are not those that it covers."""
    found = []
    for table in metadata.sorted_tables:
        reference: Reference | None = table.info.get("reference")
        if reference is None:
            continue
        cover = metadata.tables[reference.covered_by]
        asked = select(cover.c.id, cover.c[reference.batch], cover.c[reference.sum])
        for row_id, batch, kept in db.execute(asked).all():
            if sum_of(_lines(db, table, reference, batch)) != kept:
                found.append(
                    _("The lines of row {id} of {table} were changed outside of ClinicMgr.").format(
                        id=row_id, table=cover.name
                    )
                )
    return found


def _lines(
    db: Session, table: Table, reference: Reference, batch: int
) -> Iterable[tuple[str, ...]]:
    """Read a batch as it was written: all columns but the key and the batch, by the key."""
    left_out = {"id", reference.batch}
    names = [column.name for column in table.columns if column.name not in left_out]
    columns = ", ".join(f'"{name}"' for name in names)
    query = f"SELECT {columns} FROM {table.name} WHERE {reference.batch} = ? ORDER BY id"
    for row in db.connection().exec_driver_sql(query, (batch,)):
        yield tuple(map(str, row))
