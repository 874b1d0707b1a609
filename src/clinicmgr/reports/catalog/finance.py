"""What can be printed about money."""

from typing import Any

from clinicmgr.finance.documents import (
    BudgetOptions,
    ExpenseListOptions,
    VarianceOptions,
    build_budget,
    build_expense_list,
    build_variance,
)
from clinicmgr.kernel.fields import Choices, Field
from clinicmgr.kernel.i18n import N_
from clinicmgr.reports.catalog.asks import MONTH, YEAR, flag, one_or_all, period
from clinicmgr.reports.catalog.periods import Period
from clinicmgr.reports.catalog.printable import Printable
from clinicmgr.reports.catalog.sources import Sources

GROUP = N_("Money")


def _accounts(sources: Sources) -> Choices:
    return [(each.id, f"{each.number} {each.name}") for each in sources.finance.accounts()]


FINANCE: tuple[Printable[Any], ...] = (
    Printable(
        "variance",
        N_("Budget report of the month"),
        GROUP,
        N_("What was planned and what it came to, account by account, with the year to date."),
        VarianceOptions,
        lambda at, settings, imprint, options: build_variance(
            at.finance, settings, imprint, options
        ),
        (MONTH,),
    ),
    Printable(
        "budget",
        N_("Budget of the year"),
        GROUP,
        N_("The planned amounts of each account, month by month."),
        BudgetOptions,
        lambda at, settings, imprint, options: build_budget(at.finance, settings, imprint, options),
        (YEAR, flag("with_actuals", N_("With what it came to"), "actuals", default=True)),
    ),
    Printable(
        "expenses",
        N_("Income and expenses"),
        GROUP,
        N_("Every entry of the period, by day."),
        ExpenseListOptions,
        lambda at, settings, imprint, options: build_expense_list(
            at.finance, settings, imprint, options
        ),
        (
            period(Period.LAST_MONTH),
            one_or_all(
                Field("account", N_("Account"), "choice", help=N_("Empty is all of them.")),
                "account_ids",
                _accounts,
            ),
        ),
    ),
)
