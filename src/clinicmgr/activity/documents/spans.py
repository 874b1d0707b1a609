"""The period of a report, without the days to come, and the same days a year before."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clinicmgr.kernel.periods import add_months, month_bounds
from clinicmgr.staff.records.days import day_text


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `first` to `last`."""

    first: date
    last: date

    @classmethod
    def asked(cls, first: date, last: date, today: date) -> "Span":
        """The days that are asked for, without those that are still to come."""
        return cls(first, max(min(last, today), first))

    @property
    def year_before(self) -> "Span":
        """The same days a year before; the end of a month stays the end of a month."""
        first, last = add_months(self.first, -12), add_months(self.last, -12)
        if self.last == month_bounds(self.last)[1]:
            last = month_bounds(last)[1]
        return Span(first, last)

    @property
    def text(self) -> str:
        """The span in words: "Nov 1, 2026 – Nov 18, 2026"."""
        return f"{day_text(self.first)} – {day_text(self.last)}"


def growth(now: int | Decimal | None, before: int | Decimal | None) -> Decimal | None:
    """Return how much more it is than before as a share; None where there is nothing to compare."""
    if now is None or not before:
        return None
    return Decimal(now) / Decimal(before) - 1
