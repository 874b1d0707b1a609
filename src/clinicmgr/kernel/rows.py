"""Finding, writing and removing rows, with sentences for what is gone or still in use."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.tables import Row

AnyRow = TypeVar("AnyRow", bound=Row)


def existing(db: Session, kind: type[AnyRow], row_id: int) -> AnyRow:
    """Return the row, or raise a UserError where it was removed meanwhile."""
    row = db.get(kind, row_id)
    if row is None:
        raise UserError(_("This record is no longer there; perhaps it was removed or undone."))
    return row


def added(db: Session, row: Row) -> int:
    """Write a new row and return its id."""
    db.add(row)
    db.flush()
    return row.id


def overwrite(row: Row, values: Mapping[str, object]) -> None:
    """Set the columns that differ."""
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


@contextmanager
def unless_used(sentence: str) -> Iterator[None]:
    """Say `sentence` where the database refuses to remove what other records point to."""
    try:
        yield
    except IntegrityError as error:
        raise UserError(sentence) from error


def links(db: Session, row: type[Row], owner: str, target: str) -> dict[int, tuple[int, ...]]:
    """Return the targets of each owner from an association table, in the order of their rank."""
    order = row.__table__.c.get("rank")
    columns = row.__table__.c
    found = db.execute(
        select(columns[owner], columns[target]).order_by(order if order is not None else columns.id)
    )
    targets: dict[int, tuple[int, ...]] = {}
    for owner_id, target_id in found:
        targets[owner_id] = (*targets.get(owner_id, ()), target_id)
    return targets
