"""What was counted, and the sums of it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

CountKey = tuple[date, int, int, int | None]
"""Day, member, line, payer class."""


@dataclass(frozen=True, slots=True)
class Count:
    """What one provider had in one line for one payer class (None: not told) on one day."""

    day: date
    member_id: int
    line_id: int
    payer_class_id: int | None = None
    done: int = 0
    cancelled: int = 0
    no_shows: int = 0

    @property
    def key(self) -> CountKey:
        """What it counts; there is one count for it."""
        return self.day, self.member_id, self.line_id, self.payer_class_id

    @property
    def is_nothing(self) -> bool:
        """Whether nothing is counted; such a count is not kept."""
        return not (self.done or self.cancelled or self.no_shows)


@dataclass(frozen=True, slots=True)
class Totals:
    """The counts of a period, a line, a provider, or whatever they are summed over.

    `provider_days` are the days on which providers did something, each provider for each day.
    """

    visits: int = 0
    procedures: int = 0
    diagnostics: int = 0
    cancelled: int = 0
    no_shows: int = 0
    provider_days: int = 0

    @property
    def done(self) -> int:
        """Everything that was done."""
        return self.visits + self.procedures + self.diagnostics

    @property
    def no_show_rate(self) -> Decimal | None:
        """No-shows of all who came or were to come; cancelled ones are left out. None: nobody."""
        expected = self.done + self.no_shows
        return Decimal(self.no_shows) / expected if expected else None

    @property
    def visits_per_day(self) -> Decimal | None:
        """Visits for each provider day; None where nobody did anything."""
        return Decimal(self.visits) / self.provider_days if self.provider_days else None
