"""Fee schedules, their versions, and how a version is made from another."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from clinicmgr.kernel.i18n import N_, _
from clinicmgr.rates.records.services import code_text


@dataclass(frozen=True, slots=True)
class FeeScheduleDraft:
    """A fee schedule as it is typed: of a payer, or of a purpose that its name says."""

    name: str
    payer_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class FeeSchedule:
    """Prices for one payer or purpose; `is_own` marks the practice's own fees."""

    id: int
    name: str
    payer_id: int | None = None
    note: str = ""
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """The prices of a schedule from a day on; `basis` says how they were made."""

    id: int
    schedule_id: int
    from_day: date
    basis: str = ""


class Rounding(StrEnum):
    """To what a made price is rounded; a half goes up."""

    CENT = "cent"
    NICKEL = "nickel"
    QUARTER = "quarter"
    DOLLAR = "dollar"

    @property
    def label(self) -> str:
        """The words a person sees."""
        return _(ROUNDING_LABELS[self])


ROUNDING_LABELS = {
    Rounding.CENT: N_("Cent"),
    Rounding.NICKEL: N_("5 cents"),
    Rounding.QUARTER: N_("25 cents"),
    Rounding.DOLLAR: N_("Dollar"),
}


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a version is made: so much percent of another schedule, or of Medicare here.

    `base_id` is the schedule to start from, None for Medicare. What the base has no price for
    keeps the price it has. With a `category` only its services change.
    """

    schedule_id: int
    from_day: date
    base_id: int | None
    percent: Decimal
    rounding: Rounding = Rounding.CENT
    category: str = ""


@dataclass(frozen=True, slots=True)
class PriceChange:
    """What a recipe does to one price, in cents; None is no price."""

    service_id: int
    code: str
    modifier: str
    description: str
    before: int | None
    after: int | None

    @property
    def id(self) -> int:
        """The service."""
        return self.service_id

    @property
    def name(self) -> str:
        """The code with its modifier."""
        return code_text(self.code, self.modifier)

    @property
    def difference(self) -> int:
        """How many cents more."""
        return (self.after or 0) - (self.before or 0)

    @property
    def share(self) -> Decimal | None:
        """The difference as a share of the price before; None where there was none."""
        return Decimal(self.difference) / self.before if self.before else None


@dataclass(frozen=True, slots=True)
class Begun:
    """A version that began, and each price in which it differs from the one before."""

    schedule: FeeSchedule
    version: Version
    changes: tuple[PriceChange, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """All that a recipe would do; `without_base` are codes that the base has no price for."""

    recipe: Recipe
    basis: str
    changes: tuple[PriceChange, ...]
    unchanged: int
    without_base: tuple[str, ...] = ()
