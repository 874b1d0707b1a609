"""Accounts: the lines of a simple chart of accounts."""

from dataclasses import dataclass
from enum import StrEnum

from clinicmgr.kernel.i18n import N_, _


class AccountKind(StrEnum):
    """Whether money comes in or goes out on an account."""

    INCOME = "income"
    COST = "cost"

    @property
    def label(self) -> str:
        """The word a person sees."""
        return _(ACCOUNT_KIND_LABELS[self])

    @property
    def sign(self) -> int:
        """1 where more is good for the practice, -1 where it is not."""
        return 1 if self is AccountKind.INCOME else -1


ACCOUNT_KIND_LABELS = {AccountKind.INCOME: N_("Income"), AccountKind.COST: N_("Cost")}


@dataclass(frozen=True, slots=True)
class AccountDraft:
    """An account as it is typed; `is_labor` takes its actuals from the roster."""

    number: str
    name: str
    kind: AccountKind = AccountKind.COST
    group: str = ""
    is_labor: bool = False
    active: bool = True

    def __post_init__(self) -> None:
        """Take a kind in plain text, as forms and files hand it on, for what it is."""
        object.__setattr__(self, "kind", AccountKind(self.kind))


@dataclass(frozen=True, slots=True)
class Account:
    """A line of the chart of accounts; `rank` is its place among all of them."""

    id: int
    number: str
    name: str
    kind: AccountKind = AccountKind.COST
    group: str = ""
    is_labor: bool = False
    active: bool = True
    rank: int = 0

    @property
    def title(self) -> str:
        """Number and name: "6100 Rent"."""
        return f"{self.number} {self.name}"

    @property
    def is_income(self) -> bool:
        """Whether money comes in on this account."""
        return self.kind is AccountKind.INCOME

    def draft(self) -> AccountDraft:
        """The same account as a draft."""
        return AccountDraft(
            self.number, self.name, self.kind, self.group, self.is_labor, self.active
        )
