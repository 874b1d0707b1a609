"""Sites and rooms as lists with a form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.places.records import (
    ROOM_FIELDS,
    SITE_FIELDS,
    Room,
    RoomDraft,
    Site,
    SiteDraft,
)
from clinicmgr.places.service import Places
from clinicmgr.qtkit import buttons
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.record_book import RecordBook
from clinicmgr.qtkit.record_shelf import BookWords
from clinicmgr.qtkit.record_table import RecordTable


class SiteShelf:
    """The locations of the practice."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self.room_counts: Counter[int] = Counter()

    def records(self) -> Sequence[Site]:
        """Return all sites by name."""
        self.room_counts = Counter(room.site_id for room in self._places.rooms())
        return self._places.sites()

    def name(self, record: Site) -> str:
        """Return the name."""
        return record.name

    def values(self, record: Site) -> Mapping[str, object]:
        """Return the values of the form."""
        return {
            "name": record.name,
            "code": record.code,
            "address": record.address,
            "hours": record.hours,
        }

    def fresh(self) -> Mapping[str, object]:
        """Return nothing: a site begins empty."""
        return {}

    def add(self, values: Mapping[str, Any]) -> int:
        """Add a site."""
        return self._places.add_site(SiteDraft(**values))

    def change(self, record: Site, values: Mapping[str, Any]) -> int:
        """Give a site other words."""
        self._places.change_site(record.id, SiteDraft(**values))
        return record.id

    def remove(self, record: Site) -> None:
        """Remove a site; refused while in use."""
        self._places.remove_site(record.id)

    def warning(self, record: Site) -> str:
        """Return what is to be known before."""
        return _("It can only be removed once it has no rooms and no shift or demand names it.")


class RoomShelf:
    """The rooms of all sites."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self.site_names: dict[int, str] = {}

    def records(self) -> Sequence[Room]:
        """Return all rooms by site and name."""
        self.site_names = {site.id: site.name for site in self._places.sites()}
        return self._places.rooms()

    def name(self, record: Room) -> str:
        """Return the name."""
        return record.name

    def values(self, record: Room) -> Mapping[str, object]:
        """Return the values of the form."""
        return {
            "site_id": record.site_id,
            "name": record.name,
            "code": record.code,
            "capacity": record.capacity,
            "hours": record.hours,
        }

    def fresh(self) -> Mapping[str, object]:
        """Return the site if there is only one, and room for one person."""
        sites = self._places.sites()
        return {"capacity": 1, "site_id": sites[0].id if len(sites) == 1 else None}

    def add(self, values: Mapping[str, Any]) -> int:
        """Add a room; no capacity is one person."""
        return self._places.add_room(_room(values))

    def change(self, record: Room, values: Mapping[str, Any]) -> int:
        """Give a room other words, another site or capacity."""
        self._places.change_room(record.id, _room(values))
        return record.id

    def remove(self, record: Room) -> None:
        """Remove a room; refused while in use."""
        self._places.remove_room(record.id)

    def warning(self, record: Room) -> str:
        """Return what is to be known before."""
        return _("It can only be removed once no shift and no shift type names it.")


def _room(values: Mapping[str, Any]) -> RoomDraft:
    capacity = 1 if values["capacity"] is None else values["capacity"]
    hours = values["hours"]
    return RoomDraft(values["site_id"], values["name"], values["code"], capacity, hours=hours)


class SiteBook(RecordBook):
    """Sites with their address."""

    def __init__(self, places: Places, desk: Desk, settings: ClinicSettings) -> None:
        shelf = SiteShelf(places)
        columns: tuple[Column[Site], ...] = (
            Column("name", _("Name"), lambda each: each.name, 220, strong=True),
            Column("code", _("Code"), lambda each: each.code, 90),
            Column("address", _("Address"), lambda each: each.address, 300, stretch=True),
            Column("hours", _("Opening hours"), lambda each: each.hours or _("Mon-Fri 8-17"), 220),
            Column("rooms", _("Rooms"), lambda each: str(shelf.room_counts[each.id]), 90,
                         "right"),
        )  # fmt: skip
        less = frozenset(("hours",))
        words = BookWords(_("Sites"), _("Add site"), _("New site"), SITE_FIELDS, frozenset(), less)
        table = RecordTable(columns, words.title)
        super().__init__(shelf, table, words, desk, settings)
        sentence = _(
            "A site is a location of the practice with its address. A practice in one building "
            "has one site."
        )
        add = buttons.primary(words.add, self.add, icon="add")
        table.set_empty(EmptyState("places", _("No sites yet"), sentence, add))


class RoomBook(RecordBook):
    """Rooms with their site and how many people work in them at a time."""

    def __init__(self, places: Places, desk: Desk, settings: ClinicSettings) -> None:
        shelf = RoomShelf(places)
        columns: tuple[Column[Room], ...] = (
            Column("name", _("Name"), lambda each: each.name, 220, strong=True, stretch=True),
            Column("code", _("Code"), lambda each: each.code, 90),
            Column("site", _("Site"), lambda each: shelf.site_names.get(each.site_id, ""), 200),
            Column("hours", _("Opening hours"), lambda each: each.hours or _("as its site"), 200),
            Column("capacity", _("Capacity"), lambda each: str(each.capacity), 100, "right",
                         sort=lambda each: each.capacity),
        )  # fmt: skip
        fields = [
            field.choosing(lambda: [(each.id, each.name) for each in places.sites()])
            if field.name == "site_id"
            else field
            for field in ROOM_FIELDS
        ]
        halves = frozenset(("code", "capacity"))
        less = frozenset(("hours",))
        words = BookWords(_("Rooms"), _("Add room"), _("New room"), fields, halves, less)
        table = RecordTable(columns, words.title)
        super().__init__(shelf, table, words, desk, settings)
        sentence = _(
            "A room is where a shift takes place, such as Exam 1 or the front desk. The schedule "
            "then warns when more people are planned in a room than it holds."
        )
        add = buttons.primary(words.add, self.add, icon="add")
        table.set_empty(EmptyState("room", _("No rooms yet"), sentence, add))
