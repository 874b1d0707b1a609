"""Contract hours and availability of members, from which day on."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from clinicmgr.kernel.effective import Dated
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import added
from clinicmgr.staff import rules
from clinicmgr.staff.records import EDIT_STAFF, Window
from clinicmgr.staff.service.dated import dated, entry_of, name_of, remove_entry
from clinicmgr.staff.tables import AvailabilityRow, ContractRow, WindowRow


class Terms:
    """What was agreed with each member."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def contracts(self) -> dict[int, Dated[int]]:
        """Return the minutes a week of each member that has a contract."""
        columns = select(ContractRow.member_id, ContractRow.from_day, ContractRow.weekly_minutes)
        with self._journal.read() as db:
            return dated(db.execute(columns))

    def set_contract(self, member_id: int, from_day: date, weekly_minutes: int) -> None:
        """Agree on minutes a week from a day on; an entry of the same day is replaced."""
        rules.check_weekly_minutes(weekly_minutes)
        rules.check_day(from_day, field="from_day")
        title = self._titled(_("Contract hours of {name}"), member_id)
        with self._journal.change(title, EDIT_STAFF) as db:
            row = entry_of(db, ContractRow, member_id, from_day)
            if row is None:
                db.add(
                    ContractRow(
                        member_id=member_id, from_day=from_day, weekly_minutes=weekly_minutes
                    )
                )
            else:
                row.weekly_minutes = weekly_minutes

    def remove_contract(self, member_id: int, from_day: date) -> None:
        """Take back the contract that begins on a day; the one before it holds longer."""
        title = self._titled(_("Remove contract hours of {name}"), member_id)
        with self._journal.change(title, EDIT_STAFF) as db:
            remove_entry(db, ContractRow, member_id, from_day)

    def availability(self) -> dict[int, Dated[tuple[Window, ...]]]:
        """Return the windows of each member that has an availability on record."""
        row = AvailabilityRow
        with self._journal.read() as db:
            windows: dict[int, list[Window]] = {}
            for each in db.scalars(select(WindowRow)):
                windows.setdefault(each.availability_id, []).append(
                    Window(each.weekday, each.start, each.end)
                )
            entries = db.execute(select(row.id, row.member_id, row.from_day))
            return dated(
                (member_id, from_day, tuple(sorted(windows.get(row_id, ()))))
                for row_id, member_id, from_day in entries
            )

    def set_availability(self, member_id: int, from_day: date, windows: Iterable[Window]) -> None:
        """Keep when a member can work from a day on; no windows means not at all."""
        ordered = rules.check_windows(windows)
        rules.check_day(from_day, field="from_day")
        title = self._titled(_("Availability of {name}"), member_id)
        with self._journal.change(title, EDIT_STAFF) as db:
            row = entry_of(db, AvailabilityRow, member_id, from_day)
            if row is None:
                add_availability(db, member_id, from_day, ordered)
            else:
                db.execute(delete(WindowRow).where(WindowRow.availability_id == row.id))
                add_windows(db, row.id, ordered)

    def remove_availability(self, member_id: int, from_day: date) -> None:
        """Take back the availability that begins on a day; without any a member always can."""
        title = self._titled(_("Remove availability of {name}"), member_id)
        with self._journal.change(title, EDIT_STAFF) as db:
            remove_entry(db, AvailabilityRow, member_id, from_day)

    def _titled(self, words: str, member_id: int) -> str:
        with self._journal.read() as db:
            return words.format(name=name_of(db, member_id))


def add_availability(
    db: Session, member_id: int, from_day: date, windows: Iterable[Window]
) -> None:
    """Write an availability and its windows."""
    add_windows(db, added(db, AvailabilityRow(member_id=member_id, from_day=from_day)), windows)


def add_windows(db: Session, availability_id: int, windows: Iterable[Window]) -> None:
    """Write the windows of an availability."""
    db.add_all(
        WindowRow(
            availability_id=availability_id,
            weekday=window.weekday,
            start=window.start,
            end=window.end,
        )
        for window in windows
    )
