"""Figures of what was done, how far people and rooms were used, and of money."""

from dataclasses import dataclass
from datetime import date

from clinicmgr.activity.records import Totals, Utilization
from clinicmgr.finance.records import Variance, VarianceTotal
from clinicmgr.reports.records.periods import Compared


@dataclass(frozen=True, slots=True)
class Counted:
    """What was done in one line, by one provider or for one payer class, and a year earlier."""

    name: str
    now: Totals
    year_ago: Totals


@dataclass(frozen=True, slots=True)
class ActivityFigures:
    """What was done, together and by line, provider and payer class, the most first."""

    totals: Compared[Totals]
    lines: tuple[Counted, ...]
    providers: tuple[Counted, ...]
    payers: tuple[Counted, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever counted in all this time."""
        every = (self.totals.now, self.totals.year_ago, self.totals.to_date, *self.totals.months)
        return all(each == Totals() for each in every)


@dataclass(frozen=True, slots=True)
class UseFigures:
    """How far people, rooms and assets were used, and a year earlier."""

    now: Utilization
    year_ago: Utilization

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing to use, or nothing is known of it."""
        return not any(
            each.available_minutes for each in (*self.now.people, *self.now.rooms, *self.now.assets)
        )


@dataclass(frozen=True, slots=True)
class MoneyMonth:
    """Income, cost and result of one month."""

    month: date
    income: VarianceTotal
    cost: VarianceTotal
    result: VarianceTotal


@dataclass(frozen=True, slots=True)
class MoneyFigures:
    """Budget against actual of the whole months of the period, a year earlier and to date.

    `is_whole`: the period is just these months. `is_over`: the last of them had ended when this
    was told, so that a whole budget stands against whole actuals.
    """

    now: Variance
    year_ago: Variance
    to_date: Variance
    months: tuple[MoneyMonth, ...]
    is_whole: bool = True
    is_over: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether nothing was planned, earned or spent."""
        return not any(
            total.budget_cents or total.actual_cents or total.is_partial
            for each in (self.now, self.to_date)
            for total in (each.income, each.cost)
        )
