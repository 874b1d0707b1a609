"""Figures of the business: prices that changed, equipment, and what comes next."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from clinicmgr.equipment.records import Figures
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.rates.records import Begun
from clinicmgr.reports.records.periods import Compared, Span


@dataclass(frozen=True, slots=True)
class RateFigures:
    """The versions of fee schedules that began in the period, and in the year to date."""

    begun: tuple[Begun, ...]
    in_year: tuple[Begun, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """Work that was closed: on what, what, by whom, and what it took."""

    number: str
    asset: str
    title: str
    kind: str
    done: date
    due: date | None
    by: str
    labor_minutes: int
    downtime_minutes: int
    cost_cents: int

    @property
    def is_late(self) -> bool:
        """Whether it was done after its day."""
        return self.due is not None and self.done > self.due


@dataclass(frozen=True, slots=True)
class OutageLine:
    """An asset that could not be used; `days` are those of the period."""

    asset: str
    room: str
    first: date
    last: date | None
    reason: str
    days: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Work that was open when the period ended: planned since `since`, or reported then."""

    asset: str
    title: str
    since: date
    is_planned: bool


@dataclass(frozen=True, slots=True)
class EquipmentMonth:
    """The work of one month: planned and on time as `Figures` count it, and cents."""

    planned_due: int
    planned_on_time: int
    cost_cents: int

    @property
    def on_time(self) -> Decimal | None:
        """The share of planned work done on time; None where nothing was due."""
        return Decimal(self.planned_on_time) / self.planned_due if self.planned_due else None


@dataclass(frozen=True, slots=True)
class EquipmentFigures:
    """How equipment kept its plans, what was done on it, and what could not be used.

    `costs` are cents of the year to date by asset, the most first.
    """

    figures: Compared[Figures]
    months: tuple[EquipmentMonth, ...]
    jobs: tuple[Job, ...]
    outages: tuple[OutageLine, ...]
    waiting: tuple[Waiting, ...]
    costs: tuple[tuple[str, int], ...]
    assets: int

    @property
    def is_empty(self) -> bool:
        """Whether the practice keeps no equipment here."""
        return not self.assets


class NextKind(StrEnum):
    """What kind of thing comes next."""

    MAINTENANCE = "maintenance"
    CREDENTIAL = "credential"
    LEAVE = "leave"
    CLOSED = "closed"
    PRICES = "prices"
    STAFF = "staff"

    @property
    def label(self) -> str:
        """The words a person sees."""
        return _(_NEXT_LABELS[self])


_NEXT_LABELS = {
    NextKind.MAINTENANCE: N_("Maintenance"),
    NextKind.CREDENTIAL: N_("Credential"),
    NextKind.LEAVE: N_("Leave"),
    NextKind.CLOSED: N_("Closed"),
    NextKind.PRICES: N_("New prices"),
    NextKind.STAFF: N_("Staff"),
}


@dataclass(frozen=True, slots=True)
class Next:
    """Something that comes after the period, so many times; `day` is the first of them."""

    day: date
    kind: NextKind
    what: str
    who: str = ""
    last: date | None = None
    times: int = 1


@dataclass(frozen=True, slots=True)
class Outlook:
    """What comes in the days after a period, in order of time."""

    span: Span
    events: tuple[Next, ...]
