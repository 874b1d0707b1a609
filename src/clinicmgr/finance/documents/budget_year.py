"""The budget of a year by account and month, and below it what has become of it so far."""

from dataclasses import dataclass
from datetime import date

from clinicmgr.finance.documents.cells import (
    actual_of,
    month_title,
    off_by,
    result_chart,
    short_month,
    whole,
)
from clinicmgr.finance.records import MONTHS, AccountKind, Budget, BudgetLine, Variance
from clinicmgr.finance.service import Finance
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import month_bounds
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import (
    Cell,
    Column,
    Document,
    Heading,
    Imprint,
    Item,
    Page,
    PageBreak,
    Paper,
    Row,
    Table,
    Text,
    Value,
)


@dataclass(frozen=True, slots=True)
class BudgetOptions:
    """Which year, and whether the months that have ended are compared with their actuals."""

    year: int
    with_actuals: bool = True
    paper: Paper | None = None


def build_budget(
    finance: Finance, settings: ClinicSettings, imprint: Imprint, options: BudgetOptions
) -> Document:
    """Return the budget as a document in landscape, one line for each account."""
    budget = finance.budget(options.year)
    items: list[Item] = [
        _plan(budget, settings.locale),
        Text(_("Printed without cents; sums are made of exact amounts."), "small"),
    ]
    today = finance.clock.today()
    ended = [month for month in MONTHS if month_bounds(date(options.year, month, 1))[1] <= today]
    if options.with_actuals and ended and not budget.is_empty:
        months = [
            finance.variance(date(options.year, month, 1), date(options.year, month, 1))
            for month in ended
        ]
        year = finance.variance(months[0].first, months[-1].first)
        items += [
            PageBreak(),
            Heading(_("Actual against plan")),
            result_chart(months),
            _comparison(months, year),
        ]
        if year.is_partial:
            items.append(Text(_("Labor cost is not shown and is missing in these sums."), "small"))
    return Document(
        title=_("Budget {year}").format(year=options.year),
        subtitle=_("By account and month, in {currency}").format(currency=settings.currency),
        items=tuple(items),
        imprint=imprint,
        page=Page(options.paper or settings.paper, landscape=True),
        language=settings.locale,
    )


def _plan(budget: Budget, language: str) -> Table:
    columns = (
        Column(_("Account"), width=0.19),
        *(Column(short_month(month), "money", width=0.061) for month in MONTHS),
        Column(_("Year"), "money", width=0.078),
    )
    rows: list[Row] = []
    sums: dict[AccountKind, list[int]] = {}
    for kind in AccountKind:
        members = [line for line in budget.of(kind) if any(line.months)]
        sums[kind] = [sum(line.months[month - 1] for line in members) for month in MONTHS]
        if members:
            rows.append(Row((kind.label,), kind="group"))
            rows += [_line(line, language) for line in members]
            words = _("Income") if kind is AccountKind.INCOME else _("Cost")
            rows.append(_sum(_("{kind} together").format(kind=words), sums[kind], language))
    if rows:
        pairs = zip(sums[AccountKind.INCOME], sums[AccountKind.COST], strict=True)
        rows.append(_sum(_("Result"), [one - other for one, other in pairs], language))
    return Table(columns, tuple(rows), empty=_("Nothing is planned for this year."))


def _line(line: BudgetLine, language: str) -> Row:
    amounts = (whole(cents, language) for cents in line.months)
    year = whole(line.cents, language)
    return Row((line.account.title, *amounts, Cell(year.value, year.text, strong=True)))


def _sum(name: str, months: list[int], language: str) -> Row:
    cells = [whole(cents, language) for cents in (*months, sum(months))]
    return Row((name, *cells), kind="total")


def _comparison(months: list[Variance], year: Variance) -> Table:
    columns = (
        Column(_("Month"), width=0.13),
        *(
            Column(f"{name} {word}", "money")
            for name in (_("Income:"), _("Cost:"), _("Result:"))
            for word in (_("plan"), _("actual"), _("variance"))
        ),
    )
    rows = [Row((month_title(each.first), *_figures(each))) for each in months]
    rows.append(Row((_("Together"), *_figures(year)), kind="total"))
    return Table(columns, tuple(rows))


def _figures(variance: Variance) -> list[Value | Cell]:
    return [
        cell
        for total in (variance.income, variance.cost, variance.result)
        for cell in (total.budget_cents, actual_of(total), off_by(total))
    ]
