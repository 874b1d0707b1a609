"""What others see of sites and rooms."""

from dataclasses import dataclass, field

from clinicmgr.kernel.access import Right
from clinicmgr.kernel.domain import Told, ToldTable
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_

EDIT_PLACES = Right("places.edit", N_("Change sites and rooms"))


@dataclass(frozen=True, slots=True)
class SiteDraft:
    """A site as it is typed; `hours` "" are the usual opening hours."""

    name: str
    code: str
    address: str = ""
    hours: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class Site(SiteDraft):
    """A location of the practice."""

    id: int = 0


@dataclass(frozen=True, slots=True)
class RoomDraft:
    """A room as it is typed; `capacity` is how many shifts it holds at a time.

    `hours` are when it can be used, "" whenever its site is open.
    """

    site_id: int
    name: str
    code: str
    capacity: int = 1
    hours: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class Room(RoomDraft):
    """A place within a site."""

    id: int = 0


SITE_FIELDS = (
    Field("name", N_("Name"), "text", required=True, aliases=("site", "location")),
    Field("code", N_("Code"), "text", required=True, help=N_("One to four letters for the roster")),
    Field("address", N_("Address"), "long_text"),
    Field(
        "hours",
        N_("Opening hours"),
        help=N_("Such as Mon-Fri 8-17; Sat 9-12. Empty: Mon-Fri 8-17."),
    ),
)
ROOM_FIELDS = (
    Field("site_id", N_("Site"), "choice", required=True),
    Field("name", N_("Name"), "text", required=True, aliases=("room",)),
    Field("code", N_("Code"), "text", required=True, help=N_("One to four letters for the roster")),
    Field("capacity", N_("Capacity"), "whole", help=N_("How many people can work here at a time")),
    Field(
        "hours",
        N_("Opening hours"),
        help=N_("When the room can be used, such as Mon-Thu 8-12. Empty: as its site."),
    ),
)
PLACES_TOLD = Told(
    N_("Sites and rooms"),
    {
        "places_site": ToldTable(N_("Site"), SITE_FIELDS),
        "places_room": ToldTable(N_("Room"), ROOM_FIELDS),
    },
)
