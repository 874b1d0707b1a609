"""Shift types and demand on record."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.journal import Journal
from clinicmgr.schedule.records import (
    EDIT_DEMAND,
    Demand,
    DemandDraft,
    ShiftType,
    ShiftTypeDraft,
)
from clinicmgr.schedule.rules import check_demand, check_shift_type
from clinicmgr.schedule.tables import DemandRow, ShiftTypeRow

PatternRow = TypeVar("PatternRow", ShiftTypeRow, DemandRow)


class Patterns:
    """The named patterns of shifts, and how many people each weekday needs."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def shift_types(self) -> list[ShiftType]:
        """Return all shift types by start and name."""
        with self._journal.read() as db:
            rows = db.scalars(select(ShiftTypeRow).order_by(ShiftTypeRow.start, ShiftTypeRow.name))
            return [
                ShiftType(
                    row.id,
                    row.name,
                    row.code,
                    row.start,
                    row.end,
                    row.break_minutes,
                    row.position_id,
                    row.room_id,
                )
                for row in rows
            ]

    def add_shift_type(self, draft: ShiftTypeDraft) -> int:
        """Add a shift type; return its id."""
        check_shift_type(draft, self.shift_types())
        title = _("Add shift type {name}").format(name=draft.name)
        with _known_places(), self._journal.change(title, EDIT_DEMAND) as db:
            return _added(db, ShiftTypeRow(**asdict(draft)))

    def change_shift_type(self, type_id: int, draft: ShiftTypeDraft) -> None:
        """Give a shift type other words or times; shifts made from it stay as they are."""
        check_shift_type(draft, [one for one in self.shift_types() if one.id != type_id])
        title = _("Change shift type {name}").format(name=draft.name)
        with _known_places(), self._journal.change(title, EDIT_DEMAND) as db:
            _overwrite(_existing(db, ShiftTypeRow, type_id), draft)

    def remove_shift_type(self, type_id: int) -> None:
        """Remove a shift type; shifts made from it stay, with their own times."""
        with self._journal.read() as db:
            name = _existing(db, ShiftTypeRow, type_id).name
        title = _("Remove shift type {name}").format(name=name)
        with self._journal.change(title, EDIT_DEMAND) as db:
            db.delete(_existing(db, ShiftTypeRow, type_id))

    def demand(self) -> list[Demand]:
        """Return all demand by position, weekday and start."""
        order = (DemandRow.position_id, DemandRow.weekday, DemandRow.start, DemandRow.id)
        with self._journal.read() as db:
            return [
                Demand(
                    id=row.id,
                    position_id=row.position_id,
                    site_id=row.site_id,
                    weekday=row.weekday,
                    start=row.start,
                    end=row.end,
                    minimum=row.minimum,
                    ideal=row.ideal,
                    from_day=row.from_day,
                    to_day=row.to_day,
                    skill_id=row.skill_id,
                )
                for row in db.scalars(select(DemandRow).order_by(*order))
            ]

    def add_demand(self, drafts: Sequence[DemandDraft], title: str | None) -> list[int]:
        """Add demand in one change; return the ids in the same order."""
        for draft in drafts:
            check_demand(draft)
        count = len(drafts)
        named = title or ngettext("Add demand", "Add {count} demands", count).format(count=count)
        with _known_places(), self._journal.change(named, EDIT_DEMAND) as db:
            return [_added(db, DemandRow(**asdict(draft))) for draft in drafts]

    def keep_demand(
        self, add: Sequence[DemandDraft], change: Mapping[int, DemandDraft], title: str
    ) -> list[int]:
        """Add and change demand in one change; return the ids of those added."""
        with self._journal.change(title, EDIT_DEMAND):
            for demand_id, draft in change.items():
                self.change_demand(demand_id, draft)
            return self.add_demand(add, title)

    def change_demand(self, demand_id: int, draft: DemandDraft) -> None:
        """Give demand other times, numbers or dates."""
        check_demand(draft)
        with _known_places(), self._journal.change(_("Change demand"), EDIT_DEMAND) as db:
            _overwrite(_existing(db, DemandRow, demand_id), draft)

    def remove_demand(self, ids: Sequence[int]) -> None:
        """Remove demand in one change."""
        count = len(ids)
        title = ngettext("Remove demand", "Remove {count} demands", count).format(count=count)
        with self._journal.change(title, EDIT_DEMAND) as db:
            for demand_id in ids:
                db.delete(_existing(db, DemandRow, demand_id))


def _existing(db: Session, kind: type[PatternRow], row_id: int) -> PatternRow:
    row = db.get(kind, row_id)
    if row is None:
        raise UserError(_("This record is no longer there; perhaps it was removed or undone."))
    return row


def _added(db: Session, row: ShiftTypeRow | DemandRow) -> int:
    db.add(row)
    db.flush()
    return row.id


def _overwrite(row: ShiftTypeRow | DemandRow, draft: ShiftTypeDraft | DemandDraft) -> None:
    for name, value in asdict(draft).items():
        if getattr(row, name) != value:
            setattr(row, name, value)


@contextmanager
def _known_places() -> Iterator[None]:
    """Say in a sentence that what was chosen is gone."""
    try:
        yield
    except IntegrityError as error:
        raise UserError(
            _("The position, skill, room or site is no longer there. Choose it again.")
        ) from error
