"""The month, quarter or year that is looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from clinicmgr.equipment.documents.months import month_title
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import add_months, month_bounds

Length = Literal["month", "quarter", "year"]
_MONTHS: dict[Length, int] = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class Stretch:
    """The month, quarter or year around a day."""

    day: date
    length: Length = "month"

    @property
    def first(self) -> date:
        """Its first day."""
        months = _MONTHS[self.length]
        return date(self.day.year, (self.day.month - 1) // months * months + 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return month_bounds(add_months(self.first, _MONTHS[self.length] - 1))[1]

    def step(self, count: int) -> Stretch:
        """The stretch so many of its length on."""
        return replace(self, day=add_months(self.first, count * _MONTHS[self.length]))

    @property
    def title(self) -> str:
        """Its name: "October 2026", "Quarter 4, 2026", "2026"."""
        if self.length == "month":
            return month_title(self.first)
        if self.length == "year":
            return str(self.first.year)
        number = (self.first.month + 2) // 3
        return _("Quarter {number}, {year}").format(number=number, year=self.first.year)

    @property
    def word(self) -> str:
        """What one step is called."""
        words = {"month": _("month"), "quarter": _("quarter"), "year": _("year")}
        return words[self.length]
