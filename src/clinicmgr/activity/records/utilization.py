"""How far people, rooms and assets were used."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clinicmgr.kernel.i18n import N_


@dataclass(frozen=True, slots=True)
class Use:
    """Minutes used of those that were available to one person, room or asset (`ref` is its id).

    `outside_minutes` are used ones that fell outside of what was available, on a day without a
    shift for example; they are not in `used_minutes`. `by_counts`: the used minutes are those of
    what was counted, not of the roster.
    """

    name: str
    ref: int
    used_minutes: int
    available_minutes: int
    outside_minutes: int = 0
    by_counts: bool = True

    @property
    def share(self) -> Decimal | None:
        """Used of available; None where nothing was available."""
        if not self.available_minutes:
            return None
        return Decimal(self.used_minutes) / self.available_minutes


@dataclass(frozen=True, slots=True)
class Utilization:
    """The use of a period; people and assets over its counted days, rooms up to today.

    `counted_days` are the days on which something was counted; `roster_days` those on which the
    roster has a shift: without either there is nothing to divide by.
    """

    first: date
    last: date
    people: tuple[Use, ...] = ()
    rooms: tuple[Use, ...] = ()
    assets: tuple[Use, ...] = ()
    counted_days: int = 0
    roster_days: int = 0


PEOPLE_FORMULA = N_(
    "People: what was done × the minutes of its service line, of the rostered minutes without "
    "breaks, over the days on which anything was counted. Counts on a day without a shift are "
    "left out."
)
ROOMS_FORMULA = N_(
    "Rooms: where service lines name the room, what was done × the minutes of the line, shared "
    "among its rooms at the provider's site, of the opening hours on counted days. Any other room: "
    "the minutes in which somebody rostered is in it, of the opening hours up to today; several "
    "people at once count once."
)
ASSETS_FORMULA = N_(
    "Equipment: what was done × the minutes of the service lines that need it, of the opening "
    "hours of its room on counted days, less days out of service."
)
NO_SHOW_FORMULA = N_(
    "No-show rate: no-shows of all who came or were to come; cancelled appointments are left out."
)
