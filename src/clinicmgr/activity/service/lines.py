"""Service lines and payer classes."""

from collections.abc import Iterable
from dataclasses import asdict

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from clinicmgr.activity import rules
from clinicmgr.activity.records import (
    EDIT_LINES,
    LineKind,
    PayerClass,
    PayerClassDraft,
    ServiceLine,
    ServiceLineDraft,
)
from clinicmgr.activity.tables import LinePositionRow, LineRoomRow, LineRow, PayerClassRow
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import added, existing, links, overwrite, unless_used


class Lines:
    """The list of service lines."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def all(self) -> list[ServiceLine]:
        """Return all lines by rank and name, also those no longer in use."""
        with self._journal.read() as db:
            rooms = links(db, LineRoomRow, "line_id", "room_id")
            positions = links(db, LinePositionRow, "line_id", "position_id")
            rows = db.scalars(select(LineRow).order_by(LineRow.rank, LineRow.name))
            return [
                ServiceLine(
                    row.id,
                    row.name,
                    row.code,
                    LineKind(row.kind),
                    row.minutes,
                    rooms.get(row.id, ()),
                    row.asset_id,
                    row.active,
                    row.rank,
                    positions.get(row.id, ()),
                )
                for row in rows
            ]

    def add(self, draft: ServiceLineDraft) -> int:
        """Add a line; return its id."""
        tidy = rules.check_line(draft, self.all())
        title = _("Add service line {name}").format(name=tidy.name)
        with unless_used(_missing()), self._journal.change(title, EDIT_LINES) as db:
            line_id = added(db, LineRow(**_columns(tidy)))
            _link(db, line_id, tidy)
            return line_id

    def change(self, line_id: int, draft: ServiceLineDraft) -> None:
        """Give a line other words, minutes, rooms, or take it out of use."""
        tidy = rules.check_line(draft, [each for each in self.all() if each.id != line_id])
        title = _("Change service line {name}").format(name=tidy.name)
        with unless_used(_missing()), self._journal.change(title, EDIT_LINES) as db:
            overwrite(existing(db, LineRow, line_id), _columns(tidy))
            db.flush()
            _link(db, line_id, tidy)

    def remove(self, line_id: int) -> None:
        """Remove a line of which nothing was counted."""
        with self._journal.read() as db:
            name = existing(db, LineRow, line_id).name
        sentence = _("{name} has counts. Take it out of use instead; earlier counts stay.")
        title = _("Remove service line {name}").format(name=name)
        with (
            unless_used(sentence.format(name=name)),
            self._journal.change(title, EDIT_LINES) as db,
        ):
            db.delete(existing(db, LineRow, line_id))


class PayerClasses:
    """The list of payer classes."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def all(self) -> list[PayerClass]:
        """Return all classes by rank and name, also those no longer in use."""
        with self._journal.read() as db:
            rows = db.scalars(
                select(PayerClassRow).order_by(PayerClassRow.rank, PayerClassRow.name)
            )
            return [PayerClass(row.id, row.name, row.code, row.rank, row.active) for row in rows]

    def add(self, draft: PayerClassDraft) -> int:
        """Add a class; return its id."""
        tidy = rules.check_class(draft, self.all())
        title = _("Add payer class {name}").format(name=tidy.name)
        with self._journal.change(title, EDIT_LINES) as db:
            return added(db, PayerClassRow(**asdict(tidy)))

    def change(self, class_id: int, draft: PayerClassDraft) -> None:
        """Give a class other words, or take it out of use."""
        tidy = rules.check_class(draft, [each for each in self.all() if each.id != class_id])
        title = _("Change payer class {name}").format(name=tidy.name)
        with self._journal.change(title, EDIT_LINES) as db:
            overwrite(existing(db, PayerClassRow, class_id), asdict(tidy))

    def remove(self, class_id: int) -> None:
        """Remove a class for which nothing was counted."""
        with self._journal.read() as db:
            name = existing(db, PayerClassRow, class_id).name
        sentence = _("{name} has counts. Take it out of use instead; earlier counts stay.")
        title = _("Remove payer class {name}").format(name=name)
        with (
            unless_used(sentence.format(name=name)),
            self._journal.change(title, EDIT_LINES) as db,
        ):
            db.delete(existing(db, PayerClassRow, class_id))


def _columns(draft: ServiceLineDraft) -> dict[str, object]:
    return {
        "name": draft.name,
        "code": draft.code,
        "kind": LineKind(draft.kind).value,
        "minutes": draft.minutes,
        "asset_id": draft.asset_id,
        "active": draft.active,
        "rank": draft.rank,
    }


def _link(db: Session, line_id: int, draft: ServiceLineDraft) -> None:
    """Write the rooms and positions of a line where they differ."""
    for row, target, wanted in (
        (LineRoomRow, "room_id", draft.room_ids),
        (LinePositionRow, "position_id", draft.position_ids),
    ):
        before = links(db, row, "line_id", target).get(line_id, ())
        _renew(db, row, line_id, target, before, tuple(dict.fromkeys(wanted)))


def _renew(
    db: Session,
    row: type[LineRoomRow] | type[LinePositionRow],
    line_id: int,
    target: str,
    before: Iterable[int],
    wanted: tuple[int, ...],
) -> None:
    if tuple(before) == wanted:
        return
    db.execute(delete(row).where(row.line_id == line_id))
    if wanted:
        db.execute(insert(row), [{"line_id": line_id, target: each} for each in wanted])


def _missing() -> str:
    return _("A room, position or asset of this line is no longer there. Choose it again.")
