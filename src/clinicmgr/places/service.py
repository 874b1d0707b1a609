"""What can be done with sites and rooms."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from clinicmgr.kernel.domain import Due, Hit, Names, Told
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import fold
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.periods import Window
from clinicmgr.places import rules
from clinicmgr.places.records import (
    EDIT_PLACES,
    PLACES_TOLD,
    Room,
    RoomDraft,
    Site,
    SiteDraft,
)
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
            return [Site(row.name, row.code, row.address, row.id, hours=row.hours) for row in rows]

    def rooms(self) -> list[Room]:
        """Return all rooms by site and name."""
        with self._journal.read() as db:
            rows = db.scalars(select(RoomRow).order_by(RoomRow.site_id, RoomRow.name))
            return [
                Room(row.site_id, row.name, row.code, row.capacity, row.id, hours=row.hours)
                for row in rows
            ]

    def opening_hours(self) -> dict[int, tuple[Window, ...]]:
        """Return when each room can be used in a week without closed days, by its id."""
        sites = {site.id: site.hours for site in self.sites()}
        return {
            room.id: rules.opening(sites.get(room.site_id, ""), room.hours) for room in self.rooms()
        }

    def opening(self, room_id: int, weekday: int) -> tuple[Window, ...]:
        """Return when a room can be used on a weekday (0 is Monday), in order of time."""
        week = self.opening_hours().get(room_id, ())
        return tuple(window for window in week if window.weekday == weekday)

    def find(self, text: str) -> list[Hit]:
        """Return rooms and sites by the beginnings of their words; they are few and not indexed.

        A room may be told by its site too, as in "north lab".
        """
        asked = fold(text).split()
        return list(_hits(self.sites(), self.rooms(), asked)) if asked else []

    def told(self) -> Told:
        """Return the words for its tables and columns."""
        return PLACES_TOLD

    def names(self) -> Names:
        """Return the names behind the numbers of sites and rooms."""
        return {
            "site_id": {site.id: site.name for site in self.sites()},
            "room_id": {room.id: room.name for room in self.rooms()},
        }

    def due(self, on: date) -> list[Due]:
        """Return nothing: a room is never due."""
        return []

    def add_site(self, draft: SiteDraft) -> int:
        """Add a site; return its id."""
        rules.check_site(draft, self.sites())
        with self._journal.change(_("Add site {name}").format(name=draft.name), EDIT_PLACES) as db:
            return _added(db, SiteRow(**_columns(draft)))

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
            return _added(db, RoomRow(**_columns(draft)))

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


def _hits(sites: list[Site], rooms: list[Room], asked: list[str]) -> Iterator[Hit]:
    of_site = {site.id: site for site in sites}
    for room in rooms:
        own, site = f"{room.name} {room.code}", of_site[room.site_id]
        near = f"{site.name} {site.code}"
        if _has(own, asked, any_of=True) and _has(f"{own} {near}", asked):
            yield Hit("room", room.id, room.name, site.name, "setup", "room")
    for site in sites:
        if _has(f"{site.name} {site.code} {site.address}", asked):
            yield Hit("site", ("sites", site.id), site.name, _line(site.address), "setup", "places")


def _has(text: str, asked: list[str], *, any_of: bool = False) -> bool:
    words = fold(text).split()
    found = (any(word.startswith(each) for word in words) for each in asked)
    return any(found) if any_of else all(found)


def _line(text: str) -> str:
    return ", ".join(text.splitlines())


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
    for name, value in _columns(draft).items():
        setattr(row, name, value)


def _columns(draft: SiteDraft | RoomDraft) -> dict[str, object]:
    """Return what is kept; UserError where the hours are not written as such."""
    return {**asdict(draft), "hours": rules.tidy_hours(draft.hours)}
