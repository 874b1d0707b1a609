"""Budgets: the plan of a year by account and month, and how a plan is made of another."""

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum

from clinicmgr.finance.records.accounts import Account, AccountKind
from clinicmgr.kernel.i18n import N_

MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """What is planned on an account in each month of a year, in cents."""

    account: Account
    months: tuple[int, ...]  # twelve, January first

    @property
    def id(self) -> int:
        """The account's id: a year has one line for each."""
        return self.account.id

    @property
    def cents(self) -> int:
        """The plan of the whole year."""
        return sum(self.months)

    def between(self, first: int, last: int) -> int:
        """Return the plan from month `first` to month `last`, both included and counted from 1."""
        return sum(self.months[first - 1 : last])


@dataclass(frozen=True, slots=True)
class Budget:
    """The plan of a year: a line for each account that is in use or has an amount."""

    year: int
    lines: tuple[BudgetLine, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is planned for the year."""
        return not any(any(line.months) for line in self.lines)

    def of(self, kind: AccountKind) -> tuple[BudgetLine, ...]:
        """Return the lines of income or of cost."""
        return tuple(line for line in self.lines if line.account.kind is kind)

    def month(self, kind: AccountKind, month: int) -> int:
        """Return what is planned in a month (1 to 12) on all accounts of a kind."""
        return sum(line.months[month - 1] for line in self.of(kind))

    def line(self, account_id: int) -> BudgetLine | None:
        """Return the line of an account."""
        return next((line for line in self.lines if line.account.id == account_id), None)


class Basis(StrEnum):
    """What a new budget is copied from; where a month has not ended, its budget is its actual."""

    BUDGET = "budget"
    ACTUALS = "actuals"


BASIS_LABELS = {
    Basis.BUDGET: N_("The budget of that year"),
    Basis.ACTUALS: N_("What happened; months to come as planned"),
}


class RoundTo(IntEnum):
    """To how many cents amounts are rounded; a half goes up."""

    CENT = 1
    DOLLAR = 100
    TEN = 1000
    HUNDRED = 10000


ROUND_TO_LABELS = {
    RoundTo.CENT: N_("the cent"),
    RoundTo.DOLLAR: N_("whole amounts"),
    RoundTo.TEN: N_("tens"),
    RoundTo.HUNDRED: N_("hundreds"),
}


@dataclass(frozen=True, slots=True)
class CopyRecipe:
    """A year's plan from another year plus a percentage (may be negative); one kind or both."""

    from_year: int
    to_year: int
    percent: Decimal = Decimal(0)
    round_to: RoundTo = RoundTo.DOLLAR
    basis: Basis = Basis.BUDGET
    kind: AccountKind | None = None


class Shape(StrEnum):
    """How a yearly amount is spread over the months."""

    EVEN = "even"
    SEASONS = "seasons"


SHAPE_LABELS = {
    Shape.EVEN: N_("Evenly"),
    Shape.SEASONS: N_("As last year's actuals fell"),
}


@dataclass(frozen=True, slots=True)
class SpreadRecipe:
    """An amount for a year on one account, spread over the months to the cent."""

    account_id: int
    year: int
    cents: int
    shape: Shape = Shape.EVEN


@dataclass(frozen=True, slots=True)
class BudgetChange:
    """One amount that would change: `month` is 1 to 12."""

    account: Account
    month: int
    before: int
    after: int

    @property
    def kind(self) -> AccountKind:
        """Whether it is income or cost."""
        return self.account.kind


@dataclass(frozen=True, slots=True)
class BudgetPreview:
    """Every amount that a recipe would change."""

    year: int
    changes: tuple[BudgetChange, ...] = ()
