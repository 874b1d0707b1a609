"""Answers: what a code costs, how that came about, and the workbench."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from clinicmgr.rates.records.medicare import Home, Locality, Release, Rvu
from clinicmgr.rates.records.schedules import FeeSchedule
from clinicmgr.rates.records.services import code_text


@dataclass(frozen=True, slots=True)
class Amounts:
    """Medicare's two amounts of a code in cents."""

    office: int
    facility: int

    def at(self, *, facility: bool) -> int:
        """The one for the place of service."""
        return self.facility if facility else self.office


@dataclass(frozen=True, slots=True)
class MedicareQuote:
    """What Medicare allows for a code: nationally, and in a locality if one was named.

    `office` is Medicare's word non-facility. `lines` derive the local amount, else the national.
    """

    release: Release
    rvu: Rvu
    national: Amounts
    local: Amounts | None
    locality: Locality | None
    facility: bool
    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def cents(self) -> int:
        """The amount that was asked for."""
        return (self.local or self.national).at(facility=self.facility)


class Source(StrEnum):
    """Where a price comes from."""

    PAYER = "payer"
    MEDICARE = "medicare"
    OWN = "own"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a quote is for; without a payer it is the practice's own fee."""

    code: str
    day: date
    modifier: str = ""
    payer_id: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """The price of a code for a payer on a day in cents, and how it came about, line by line."""

    asked: Asked
    description: str
    payer: str
    cents: int | None
    source: Source
    lines: tuple[str, ...]
    medicare: MedicareQuote | None


@dataclass(frozen=True, slots=True)
class WorkbenchLine:
    """One service: our fee, what each schedule of the workbench pays, Medicare here; in cents."""

    service_id: int
    code: str
    modifier: str
    description: str
    category: str
    own: int | None
    prices: tuple[int | None, ...]
    medicare: int | None

    @property
    def id(self) -> int:
        """The service."""
        return self.service_id

    @property
    def name(self) -> str:
        """The code with its modifier."""
        return code_text(self.code, self.modifier)

    @property
    def highest(self) -> int | None:
        """The most that anybody pays: a payer pays what was agreed or our fee, whatever is less."""
        return max(
            (each for each in (*self.prices, self.medicare) if each is not None), default=None
        )

    @property
    def left(self) -> int:
        """The money left on the table: how far our fee is below the most that anybody pays."""
        if self.own is None or self.highest is None:
            return 0
        return max(0, self.highest - self.own)

    @property
    def share(self) -> Decimal | None:
        """Our fee as a share of Medicare's amount here."""
        if self.own is None or not self.medicare:
            return None
        return Decimal(self.own) / self.medicare


@dataclass(frozen=True, slots=True)
class Workbench:
    """All services on a day; `schedules` name the prices of each line, in the same order."""

    day: date
    own: FeeSchedule | None
    schedules: tuple[FeeSchedule, ...]
    lines: tuple[WorkbenchLine, ...]
    release: Release | None
    locality: Locality | None
    home: Home
