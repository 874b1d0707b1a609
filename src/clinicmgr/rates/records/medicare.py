"""Medicare's Physician Fee Schedule: relative values, practice cost indices, localities."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from clinicmgr.kernel.i18n import N_, _


class Track(StrEnum):
    """Since 2026 there are two conversion factors (42 CFR 414.20): which one a file is for."""

    ALL = ""
    STANDARD = "nonqpp"
    QUALIFYING = "qpp"

    @property
    def label(self) -> str:
        """The words a person sees."""
        return _(TRACK_LABELS[self])


TRACK_LABELS = {
    Track.ALL: N_("Everybody"),
    Track.STANDARD: N_("Standard (non-QPP)"),
    Track.QUALIFYING: N_("Qualifying APM participant (QPP)"),
}

RVU_COLUMNS = (
    "code",
    "modifier",
    "description",
    "status",
    "work",
    "office_pe",
    "facility_pe",
    "malpractice",
    "office_na",
    "facility_na",
)
"""What is kept of a line of a Relative Value File, in this order, each as text."""

PAID = frozenset("ART")
"""Status codes that the Physician Fee Schedule pays: active, restricted, paid if alone."""


@dataclass(frozen=True, slots=True)
class ReleaseDraft:
    """A Relative Value File as read: `lines` have the texts of `RVU_COLUMNS`."""

    name: str
    from_day: date
    track: Track
    conversion_factor: Decimal
    file: str
    lines: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Release:
    """A Relative Value File that holds from a day until the next release begins."""

    id: int
    name: str
    from_day: date
    track: Track
    conversion_factor: Decimal
    file: str
    lines: int
    batch: int
    """The number that the reference rows of this file carry; it follows from what they hold."""


@dataclass(frozen=True, slots=True)
class Rvu:
    """The relative value units of one code; an office is what Medicare calls non-facility."""

    code: str
    modifier: str
    description: str
    status: str
    work: Decimal
    office_pe: Decimal
    facility_pe: Decimal
    malpractice: Decimal
    office_na: bool = False
    facility_na: bool = False

    @property
    def is_priced(self) -> bool:
        """Whether there are any units to compute an amount from."""
        return any((self.work, self.office_pe, self.facility_pe, self.malpractice))


@dataclass(frozen=True, slots=True)
class LocalityDraft:
    """A line of a GPCI file: where, and the three indices (work, practice expense, malpractice)."""

    state: str
    number: str
    name: str
    contractor: str
    work: Decimal
    expense: Decimal
    malpractice: Decimal

    @property
    def key(self) -> str:
        """The name that is unique in the country: numbers repeat from state to state."""
        return f"{self.state}-{self.number}"


@dataclass(frozen=True, slots=True)
class Locality(LocalityDraft):
    """A Medicare payment locality with its Geographic Practice Cost Indices (GPCI)."""

    id: int = 0


@dataclass(frozen=True, slots=True)
class IndexSetDraft:
    """A GPCI file as read."""

    name: str
    from_day: date
    file: str
    localities: tuple[LocalityDraft, ...]


@dataclass(frozen=True, slots=True)
class IndexSet:
    """The cost indices of all localities from a day on."""

    id: int
    name: str
    from_day: date
    file: str
    localities: int


@dataclass(frozen=True, slots=True)
class Home:
    """What Medicare needs to know of this practice: where it is, in what setting, which track."""

    locality: str = ""
    facility: bool = False
    track: Track = Track.STANDARD
