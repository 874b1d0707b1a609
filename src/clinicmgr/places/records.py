"""What others see of sites and rooms."""

from dataclasses import dataclass

from clinicmgr.kernel.access import Right
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_

EDIT_PLACES = Right("places.edit", N_("Change sites and rooms"))


@dataclass(frozen=True, slots=True)
class SiteDraft:
    """A site as it is typed."""

    name: str
    code: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Site(SiteDraft):
    """A location of the practice."""

    id: int = 0


@dataclass(frozen=True, slots=True)
class RoomDraft:
    """A room as it is typed; `capacity` is how many shifts it holds at a time."""

    site_id: int
    name: str
    code: str
    capacity: int = 1


@dataclass(frozen=True, slots=True)
class Room(RoomDraft):
    """A place within a site."""

    id: int = 0


SITE_FIELDS = (
    Field("name", N_("Name"), "text", required=True, aliases=("site", "location")),
    Field("code", N_("Code"), "text", required=True, help=N_("One to four letters for the roster")),
    Field("address", N_("Address"), "long_text"),
)
ROOM_FIELDS = (
    Field("site_id", N_("Site"), "choice", required=True),
    Field("name", N_("Name"), "text", required=True, aliases=("room",)),
    Field("code", N_("Code"), "text", required=True, help=N_("One to four letters for the roster")),
    Field("capacity", N_("Capacity"), "whole", help=N_("How many people can work here at a time")),
)
