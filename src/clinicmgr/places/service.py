"""What can be done with sites and rooms."""

from dataclasses import asdict
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.places import rules
from clinicmgr.places.records import EDIT_PLACES, Room, RoomDraft, Site, SiteDraft
from clinicmgr.places.tables import RoomRow, SiteRow

PlaceRow = TypeVar("PlaceRow", bound=SiteRow | RoomRow)


class Places:
    """The sites of the practice and their rooms."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def sites(self) -> list[Site]:
        """Return all sites by name."""
        with self._journal.read() as db:
            rows = db.scalars(select(SiteRow).order_by(SiteRow.name))
            return [Site(row.name, row.code, row.address, row.id) for row in rows]

    def rooms(self) -> list[Room]:
        """Return all rooms by site and name."""
        with self._journal.read() as db:
            rows = db.scalars(select(RoomRow).order_by(RoomRow.site_id, RoomRow.name))
            return [Room(row.site_id, row.name, row.code, row.capacity, row.id) for row in rows]

    def add_site(self, draft: SiteDraft) -> int:
        """Add a site; return its id."""
        rules.check_site(draft, self.sites())
        with self._journal.change(_("Add site {name}").format(name=draft.name), EDIT_PLACES) as db:
            return _added(db, SiteRow(**asdict(draft)))

    def change_site(self, site_id: int, draft: SiteDraft) -> None:
        """Give a site other words."""
        rules.check_site(draft, [site for site in self.sites() if site.id != site_id])
        title = _("Change site {name}").format(name=draft.name)
        with self._journal.change(title, EDIT_PLACES) as db:
            _overwrite(_existing(db, SiteRow, site_id), draft)

    def remove_site(self, site_id: int) -> None:
        """Remove a site that nothing refers to."""
        self._remove(SiteRow, site_id, _("Remove site {name}"))

    def add_room(self, draft: RoomDraft) -> int:
        """Add a room to its site; return its id."""
        rules.check_room(draft, self.rooms())
        with self._journal.change(_("Add room {name}").format(name=draft.name), EDIT_PLACES) as db:
            return _added(db, RoomRow(**asdict(draft)))

    def change_room(self, room_id: int, draft: RoomDraft) -> None:
        """Give a room other words, another site, another capacity."""
        rules.check_room(draft, [room for room in self.rooms() if room.id != room_id])
        title = _("Change room {name}").format(name=draft.name)
        with self._journal.change(title, EDIT_PLACES) as db:
            _overwrite(_existing(db, RoomRow, room_id), draft)

    def remove_room(self, room_id: int) -> None:
        """Remove a room that nothing refers to."""
        self._remove(RoomRow, room_id, _("Remove room {name}"))

    def _remove(self, kind: type[SiteRow] | type[RoomRow], row_id: int, title: str) -> None:
        with self._journal.read() as db:
            name = _existing(db, kind, row_id).name
        try:
            with self._journal.change(title.format(name=name), EDIT_PLACES) as db:
                db.delete(_existing(db, kind, row_id))
        except IntegrityError as error:
            raise UserError(
                _(
                    "{name} is still in use, by rooms, equipment, demand or shifts. "
                    "Move those first."
                ).format(name=name)
            ) from error


def _existing(db: Session, kind: type[PlaceRow], row_id: int) -> PlaceRow:
    row = db.get(kind, row_id)
    if row is None:
        raise UserError(_("This place is no longer there. Perhaps it was removed or undone."))
    return row


def _added(db: Session, row: SiteRow | RoomRow) -> int:
    db.add(row)
    db.flush()
    return row.id


def _overwrite(row: SiteRow | RoomRow, draft: SiteDraft | RoomDraft) -> None:
    for name, value in asdict(draft).items():
        setattr(row, name, value)
