"""What is out of service, asked of the equipment only on days on which anything is."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from clinicmgr.equipment.tables import OutageRow
from clinicmgr.kernel.journal import Journal

if TYPE_CHECKING:
    from clinicmgr.equipment.records import OutOfService

Ask = Callable[[date, date], "Sequence[OutOfService]"]


class Outages:
    """The assets that cannot be used in a period.

    Most weeks have none. Then one look at the table is enough, and the equipment's own service,
    which is as large as the roster's, need not be there when the window opens.
    """

    def __init__(self, journal: Journal, ask: Ask) -> None:
        self._journal = journal
        self._ask = ask

    def between(self, first: date, last: date) -> "tuple[OutOfService, ...]":
        """Return what is out of service on a day from first to last."""
        touching = (OutageRow.first <= last, or_(OutageRow.back.is_(None), OutageRow.back > first))
        with self._journal.read() as db:
            found = db.scalar(select(OutageRow.id).where(*touching).limit(1))
        return () if found is None else tuple(self._ask(first, last))
