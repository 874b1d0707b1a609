"""Actuals, and how they differ from the budget."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from clinicmgr.finance.records.accounts import Account, AccountKind
from clinicmgr.kernel.i18n import N_, _


class Source(StrEnum):
    """Where an actual amount comes from."""

    NONE = ""
    ENTERED = "entered"
    ROSTER = "roster"
    MIXED = "mixed"
    HIDDEN = "hidden"

    @property
    def label(self) -> str:
        """The words a person sees."""
        return _(SOURCE_LABELS[self])


SOURCE_LABELS = {
    Source.NONE: "",
    Source.ENTERED: N_("entered"),
    Source.ROSTER: N_("from the roster"),
    Source.MIXED: N_("partly from the roster"),
    Source.HIDDEN: N_("not shown"),
}


@dataclass(frozen=True, slots=True)
class Actual:
    """What happened on an account in a month, whose first day is `month`.

    `cents` is None where labor costs money that the reader may not see or that nobody knows.
    `unpaid` counts people with hours on the roster but no pay rate: their cost is missing.
    """

    account: Account
    month: date
    cents: int | None
    source: Source
    unpaid: int = 0


@dataclass(frozen=True, slots=True)
class VarianceLine:
    """Actual less budget on one account over some months; `is_good` None: neither or unknown."""

    account: Account
    budget_cents: int
    actual_cents: int | None
    source: Source = Source.NONE

    @property
    def id(self) -> int:
        """The account's id."""
        return self.account.id

    @property
    def variance_cents(self) -> int | None:
        """Actual less budget; None where the actual is not shown."""
        return None if self.actual_cents is None else self.actual_cents - self.budget_cents

    @property
    def is_good(self) -> bool | None:
        """Whether it is to the practice's advantage: more income, less cost."""
        return _is_good(self.variance_cents, self.account.kind.sign)

    @property
    def share(self) -> Decimal | None:
        """The variance as a share of the budget; None without a budget."""
        return _share(self.variance_cents, self.budget_cents)


@dataclass(frozen=True, slots=True)
class VarianceTotal:
    """A sum of lines: of a group, of income, of cost, or the result (income less cost).

    Where an actual of a line is not shown, `actual_cents` is the sum of the others and
    `is_partial` says so; then there is no variance.
    """

    name: str
    sign: int
    budget_cents: int
    actual_cents: int
    is_partial: bool = False

    @property
    def variance_cents(self) -> int | None:
        """Actual less budget; None where an actual is missing."""
        return None if self.is_partial else self.actual_cents - self.budget_cents

    @property
    def is_good(self) -> bool | None:
        """Whether it is to the practice's advantage."""
        return _is_good(self.variance_cents, self.sign)

    @property
    def share(self) -> Decimal | None:
        """The variance as a share of the budget's size; None without a budget."""
        return _share(self.variance_cents, self.budget_cents)


@dataclass(frozen=True, slots=True)
class VarianceGroup:
    """The accounts of one kind under one heading, and their sum."""

    name: str
    kind: AccountKind
    lines: tuple[VarianceLine, ...]
    total: VarianceTotal


@dataclass(frozen=True, slots=True)
class Variance:
    """Budget against actual from the month `first` to the month `last` (their first days)."""

    first: date
    last: date
    groups: tuple[VarianceGroup, ...]
    income: VarianceTotal
    cost: VarianceTotal
    result: VarianceTotal

    @property
    def lines(self) -> tuple[VarianceLine, ...]:
        """All accounts, income first."""
        return tuple(line for group in self.groups for line in group.lines)

    @property
    def is_partial(self) -> bool:
        """Whether an amount is left out because it may not be shown or is not known."""
        return self.result.is_partial

    def of(self, kind: AccountKind) -> tuple[VarianceGroup, ...]:
        """Return the groups of income or of cost."""
        return tuple(group for group in self.groups if group.kind is kind)

    def line(self, account_id: int) -> VarianceLine | None:
        """Return the line of an account."""
        return next((line for line in self.lines if line.account.id == account_id), None)


@dataclass(frozen=True, slots=True)
class Statement:
    """A month three ways: by itself, since January, and what the year is likely to come to.

    In `forecast` the actual cents are those of the months that have ended, up to this one, and
    the budget of all others.
    """

    month: date
    in_month: Variance
    to_date: Variance
    forecast: Variance


def _is_good(variance: int | None, sign: int) -> bool | None:
    return None if not variance else variance * sign > 0


def _share(variance: int | None, budget: int) -> Decimal | None:
    if variance is None or budget == 0:
        return None
    return Decimal(variance) / abs(budget)
