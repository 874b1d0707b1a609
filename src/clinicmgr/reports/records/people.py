"""Figures of the people: hours, coverage, leave and credentials."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clinicmgr.reports.records.periods import Compared
from clinicmgr.staff.records import LeaveKind


@dataclass(frozen=True, slots=True)
class Hours:
    """Rostered work of several people; minutes, days and cents.

    `cents` is the cost of those whose pay is known, None where it is of nobody; `unpriced` is how
    many people worked without a known pay rate.
    """

    people: int = 0
    shifts: int = 0
    minutes: int = 0
    contract_minutes: int = 0
    overtime_minutes: int = 0
    overtime_people: int = 0
    leave_days: int = 0
    sick_days: int = 0
    cents: int | None = None
    unpriced: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nobody was rostered."""
        return not self.shifts


@dataclass(frozen=True, slots=True)
class NamedHours:
    """The hours of one position, or of one person in a position."""

    name: str
    hours: Hours
    position: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody who began, or whose last day it was."""

    name: str
    position: str
    day: date


@dataclass(frozen=True, slots=True)
class Staffing:
    """Hours by position and person, and who came and went.

    `employed` is the number of people employed on the first and on the last day; `average` is the
    mean of the two over the last twelve months, by which turnover is measured.
    """

    hours: Compared[Hours]
    positions: tuple[NamedHours, ...]
    people: tuple[NamedHours, ...]
    hired: tuple[Move, ...]
    left: tuple[Move, ...]
    employed: tuple[int, int]
    left_in_year: int
    average: Decimal

    @property
    def turnover(self) -> Decimal | None:
        """Leavers of twelve months as a share of the people employed on average."""
        return Decimal(self.left_in_year) / self.average if self.average else None


@dataclass(frozen=True, slots=True)
class Cover:
    """How much of the minimum was there, in minutes of one person."""

    needed: int = 0
    missing: int = 0
    days: int = 0
    days_short: int = 0

    @property
    def met(self) -> Decimal | None:
        """The share that was covered; None where nothing was needed."""
        return Decimal(self.needed - self.missing) / self.needed if self.needed else None


@dataclass(frozen=True, slots=True)
class PositionCover:
    """The coverage of one position, all together and by weekday (0 is Monday)."""

    name: str
    cover: Cover
    weekdays: tuple[Cover, ...]


@dataclass(frozen=True, slots=True)
class ShortDay:
    """A day on which somebody was missing: minutes by position, the most first."""

    day: date
    missing: int
    positions: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How demand was met, where and when it was not."""

    cover: Compared[Cover]
    positions: tuple[PositionCover, ...]
    weekdays: tuple[Cover, ...]
    worst: tuple[ShortDay, ...]


@dataclass(frozen=True, slots=True)
class Absence:
    """Leave of one person as far as it lies in the period; `days` are days of work."""

    name: str
    position: str
    kind: LeaveKind
    first: date
    last: date
    days: int


@dataclass(frozen=True, slots=True)
class LeaveFigures:
    """Days of work that people were off, by kind, and each absence."""

    days: Compared[dict[LeaveKind, int]]
    absences: tuple[Absence, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """How one person stands with one kind of credential; `left` is days to its expiry."""

    name: str
    position: str
    kind: str
    number: str
    expires: date | None
    left: int | None
    required: bool


@dataclass(frozen=True, slots=True)
class CredentialFigures:
    """Who may not work as required, and who soon may not, as of a day."""

    on: date
    asked: int
    in_order: int
    expired: tuple[Card, ...]
    missing: tuple[Card, ...]
    expiring: tuple[Card, ...]
