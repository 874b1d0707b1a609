"""Money: budget against actual of the months of the period and of the year to date."""

from clinicmgr.finance.records import (
    Variance,
    VarianceLine,
    VarianceTotal,
)
from clinicmgr.kernel.i18n import _
from clinicmgr.paper import Beside, Column, Item, Notes, Row, Series, Table
from clinicmgr.paper.table import Value
from clinicmgr.reports.documents.monthly.issue import Issue
from clinicmgr.reports.records import MoneyFigures, Section
from clinicmgr.reports.rules import headlines


def money(issue: Issue) -> list[Item]:
    """Return the section."""
    figures = issue.pack.money
    headline = headlines.money(figures, issue.voice)
    if figures is None or figures.is_empty:
        return issue.nothing(Section.MONEY, headline)
    items: list[Item] = [issue.opening(Section.MONEY, headline, _summary(issue, figures))]
    items += _trends(issue, figures)
    if figures.is_over:
        items += _deviations(issue, figures)
    items.append(_accounts(figures))
    return items


def _deviations(issue: Issue, figures: MoneyFigures) -> list[Item]:
    """Return what differs the most from the budget, of the period beside the year to date."""
    columns: list[tuple[Item, ...]] = []
    for title, variance in (
        (_("Largest differences of the period"), figures.now),
        (_("Largest differences of the year to date"), figures.to_date),
    ):
        said = [headlines.deviation(each, issue.voice) for each in headlines.deviations(variance)]
        if said:
            columns.append((Notes(tuple(said), title),))
    return [Beside(tuple(columns))] if columns else []


def _summary(issue: Issue, figures: MoneyFigures) -> Table:
    columns = (
        Column(headlines.months(figures.now, issue.voice), width=0.3),
        Column(_("Budget"), "money"),
        Column(_("Actual"), "money"),
        Column(_("Difference"), "money"),
        Column(_("Of budget"), "percent"),
        Column(_("Year earlier"), "money"),
    )
    rows = [
        _total(getattr(figures.now, name), getattr(figures.year_ago, name))
        for name in ("income", "cost", "result")
    ]
    rows.append(Row((headlines.months(figures.to_date, issue.voice),), "group"))
    rows += [_total(getattr(figures.to_date, name), None) for name in ("income", "cost", "result")]
    footnote = _(
        "Money is planned by the month, so these are whole months. Difference: actual less budget; "
        "in costs a positive difference is over budget. Result: income less cost. Labor is what "
        "was entered for the month, else the cost of the roster up to the day of printing."
    )
    return Table(columns, tuple(rows), _("Budget and actual"), footnote=footnote)


def _total(total: VarianceTotal, year_ago: VarianceTotal | None) -> Row:
    return Row(
        (
            total.name,
            total.budget_cents,
            _("in part") if total.is_partial else total.actual_cents,
            total.variance_cents,
            _share(total),
            None if year_ago is None or year_ago.is_partial else year_ago.actual_cents,
        )
    )


def _share(line: VarianceTotal | VarianceLine) -> Value:
    return None if line.share is None else round(line.share, 3)


def _trends(issue: Issue, figures: MoneyFigures) -> list[Item]:
    months = figures.months
    result = issue.trend(
        _("Income and cost, by month"),
        "money",
        Series(_("Income"), tuple(each.income.actual_cents for each in months), 0),
        Series(_("Cost"), tuple(each.cost.actual_cents for each in months), 1),
    )
    against = issue.trend(
        _("Result and budget, by month"),
        "money",
        Series(_("Result"), tuple(each.result.actual_cents for each in months), 0),
        Series(_("Budget"), tuple(each.result.budget_cents for each in months), 5),
        kind="line",
    )
    return [result, against]


def _accounts(figures: MoneyFigures) -> Table:
    columns = (
        Column(_("Account"), width=0.3),
        Column(_("Budget"), "money"),
        Column(_("Actual"), "money"),
        Column(_("Difference"), "money"),
        Column(_("Year: budget"), "money"),
        Column(_("Year: actual"), "money"),
        Column(_("Difference"), "money"),
    )
    year = {(each.kind, each.name): each.total for each in figures.to_date.groups}
    rows: list[Row] = []
    for group in figures.now.groups:
        rows.append(Row((group.name,), "group"))
        rows += [_account(line, figures.to_date) for line in group.lines]
        to_date = year.get((group.kind, group.name), group.total)
        title = _("Total {group}").format(group=group.name)
        rows.append(Row((title, *_amounts(group.total), *_amounts(to_date)), "total"))
    for name in ("income", "cost", "result"):
        now, to_date = getattr(figures.now, name), getattr(figures.to_date, name)
        rows.append(Row((now.name, *_amounts(now), *_amounts(to_date)), "total"))
    return Table(columns, tuple(rows), title=_("By account"))


def _account(line: VarianceLine, year: Variance) -> Row:
    to_date = year.line(line.account.id)
    blank: tuple[Value, ...] = (None, None, None)
    return Row((line.account.title, *_amounts(line), *(_amounts(to_date) if to_date else blank)))


def _amounts(line: VarianceLine | VarianceTotal) -> tuple[Value, Value, Value]:
    actual = line.actual_cents if line.variance_cents is not None else _("not shown")
    return line.budget_cents, actual, line.variance_cents
