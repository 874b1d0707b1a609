"""Variance: actual less budget by account, and the sums by group, kind and result."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from clinicmgr.finance.records import (
    Account,
    AccountKind,
    Actual,
    Budget,
    Source,
    Variance,
    VarianceGroup,
    VarianceLine,
    VarianceTotal,
)
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import months_between

Planned = Mapping[tuple[int, date], int]
"""Budget cents by account id and month."""
Happened = Mapping[tuple[int, date], Actual]
"""Actuals by account id and month."""


def planned(budgets: Iterable[Budget]) -> dict[tuple[int, date], int]:
    """Return the amounts of budgets by account and month."""
    return {
        (line.account.id, date(budget.year, number, 1)): cents
        for budget in budgets
        for line in budget.lines
        for number, cents in enumerate(line.months, 1)
        if cents
    }


def variance(
    accounts: Sequence[Account], plan: Planned, actuals: Happened, first: date, last: date
) -> Variance:
    """Return budget against actual from month `first` to month `last`.

    Accounts no longer in use are left out unless they have an amount.
    """
    months = list(months_between(first, last))
    return _put_together(accounts, plan, actuals, months)


def forecast(
    accounts: Sequence[Account], plan: Planned, actuals: Happened, year: int, through: date | None
) -> Variance:
    """Return the year as it is likely to end: actuals up to a month, the budget of the rest.

    `through` is the last month that counts with its actuals, None for none at all.
    """
    months = list(months_between(date(year, 1, 1), date(year, 12, 31)))
    past = [month for month in months if through is not None and month <= through]
    rest = {
        (account.id, month): Actual(account, month, plan.get((account.id, month), 0), Source.NONE)
        for account in accounts
        for month in months
        if month not in past
    }
    whole = {**{key: each for key, each in actuals.items() if key[1] in past}, **rest}
    return _put_together(accounts, plan, whole, months)


def _put_together(
    accounts: Sequence[Account], plan: Planned, actuals: Happened, months: Sequence[date]
) -> Variance:
    lines = [
        line
        for line in (_line(account, plan, actuals, months) for account in accounts)
        if line.account.active or line.budget_cents or line.actual_cents or line.source
    ]
    groups = tuple(_groups(lines))
    income = _total(_("Income"), 1, [each for each in lines if each.account.is_income])
    cost = _total(_("Cost"), -1, [each for each in lines if not each.account.is_income])
    result = VarianceTotal(
        _("Result"),
        1,
        income.budget_cents - cost.budget_cents,
        income.actual_cents - cost.actual_cents,
        income.is_partial or cost.is_partial,
    )
    return Variance(months[0], months[-1], groups, income, cost, result)


def _line(
    account: Account, plan: Planned, actuals: Happened, months: Sequence[date]
) -> VarianceLine:
    found = [each for month in months if (each := actuals.get((account.id, month))) is not None]
    hidden = any(each.cents is None for each in found)
    return VarianceLine(
        account,
        sum(plan.get((account.id, month), 0) for month in months),
        None if hidden else sum(each.cents or 0 for each in found),
        _source(found),
    )


def _source(found: Iterable[Actual]) -> Source:
    sources = {each.source for each in found} - {Source.NONE}
    if Source.HIDDEN in sources:
        return Source.HIDDEN
    if len(sources) > 1:
        return Source.MIXED
    return next(iter(sources), Source.NONE)


def _groups(lines: Sequence[VarianceLine]) -> Iterable[VarianceGroup]:
    for kind in AccountKind:
        grouped: dict[str, list[VarianceLine]] = {}
        for line in lines:
            if line.account.kind is kind:
                grouped.setdefault(line.account.group, []).append(line)
        for name, members in grouped.items():
            shown = name or kind.label
            yield VarianceGroup(shown, kind, tuple(members), _total(shown, kind.sign, members))


def _total(name: str, sign: int, lines: Sequence[VarianceLine]) -> VarianceTotal:
    return VarianceTotal(
        name,
        sign,
        sum(line.budget_cents for line in lines),
        sum(line.actual_cents or 0 for line in lines),
        any(line.actual_cents is None for line in lines),
    )
