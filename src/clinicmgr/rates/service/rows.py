"""Finding, writing and removing rows, with sentences for what is gone or still in use."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

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
