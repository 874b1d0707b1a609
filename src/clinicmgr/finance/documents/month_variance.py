"""A month against its budget, since January, and what the year is likely to come to."""

from dataclasses import dataclass
from datetime import date

from clinicmgr.finance.documents.cells import (
    actual_of,
    mark_of,
    month_title,
    off_by,
    result_chart,
    source_note,
)
from clinicmgr.finance.records import (
    AccountKind,
    Statement,
    Variance,
    VarianceLine,
    VarianceTotal,
)
from clinicmgr.finance.service import Finance
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.money import format_money
from clinicmgr.kernel.periods import months_between
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Cell, Column, Document, Imprint, Item, Page, Paper, Row, Table, Text

Figure = VarianceLine | VarianceTotal


@dataclass(frozen=True, slots=True)
class VarianceOptions:
    """Which month, by any of its days."""

    month: date
    paper: Paper | None = None


def build_variance(
    finance: Finance, settings: ClinicSettings, imprint: Imprint, options: VarianceOptions
) -> Document:
    """Return the month as a document in landscape: a sentence, a chart, every account."""
    statement = finance.statement(options.month)
    months = [
        finance.variance(month, month)
        for month in months_between(date(statement.month.year, 1, 1), statement.month)
    ]
    items: list[Item] = [Text(_summary(statement, settings), "lead")]
    if statement.to_date.lines:
        items.append(result_chart(months))
    note = _(
        "✓ better than planned by more than two percent, ! worse: more income or less cost is "
        "better. Bold: off by more than ten percent and 500. Likely year: months "
        "that have ended count with their actuals, the others with their budget. Labor from the "
        "roster is hours times pay rate with overtime, without taxes and paid leave."
    )
    return Document(
        title=_("Budget and actual, {month}").format(month=month_title(statement.month)),
        subtitle=_("In {currency}").format(currency=settings.currency),
        items=(*items, _table(statement), Text(note, "small")),
        imprint=imprint,
        page=Page(options.paper or settings.paper, landscape=True),
        language=settings.locale,
    )


def _summary(statement: Statement, settings: ClinicSettings) -> str:
    def money(cents: int) -> str:
        return format_money(cents, settings.currency, settings.locale)

    result, forecast = statement.in_month.result, statement.forecast.result
    if result.variance_cents is None or forecast.variance_cents is None:
        return _("Labor cost is not shown, so there is no result.")
    words = _(
        "{month} brought {income} and cost {cost}: a result of {result}, planned were {planned}. "
        "The year is likely to end with {year}, planned were {year_planned}."
    )
    return words.format(
        month=month_title(statement.month),
        income=money(statement.in_month.income.actual_cents),
        cost=money(statement.in_month.cost.actual_cents),
        result=money(result.actual_cents),
        planned=money(result.budget_cents),
        year=money(forecast.actual_cents),
        year_planned=money(forecast.budget_cents),
    )


def _table(statement: Statement) -> Table:
    month = month_title(statement.month)
    columns = (
        Column(_("Account"), width=0.2),
        Column(_("Plan, {month}").format(month=month), "money"),
        Column(_("Actual"), "money"),
        Column(_("Variance"), "money"),
        Column("%", "percent"),
        Column("", align="center", width=0.03),
        Column(_("Plan since January"), "money"),
        Column(_("Actual"), "money"),
        Column(_("Variance"), "money"),
        Column("", align="center", width=0.03),
        Column(_("Plan of the year"), "money"),
        Column(_("Likely"), "money"),
    )
    rows: list[Row] = []
    for kind in AccountKind:
        rows += _groups(statement, kind)
        if statement.to_date.of(kind):
            name = _("{kind} together").format(kind=kind.label)
            rows.append(_row(name, [_total(each, kind) for each in _three(statement)], "total"))
    if rows:
        results = [each.result for each in _three(statement)]
        rows.append(_row(_("Result"), list(results), "total"))
    return Table(columns, tuple(rows), empty=_("There are no accounts yet."))


def _groups(statement: Statement, kind: AccountKind) -> list[Row]:
    rows: list[Row] = []
    for group in statement.to_date.of(kind):
        rows.append(Row((group.name,), kind="group"))
        for line in group.lines:
            three = [
                each.line(line.account.id) or VarianceLine(line.account, 0, 0)
                for each in _three(statement)
            ]
            rows.append(_row(line.account.title, list(three), note=source_note(three[0])))
    return rows


def _row(name: str, three: list[Figure], kind: str = "normal", note: str = "") -> Row:
    month, to_date, year = three
    cells = (
        name,
        month.budget_cents,
        actual_of(month),
        off_by(month),
        Cell(None if not month.variance_cents else month.share),
        mark_of(month),
        to_date.budget_cents,
        actual_of(to_date),
        off_by(to_date),
        mark_of(to_date),
        year.budget_cents,
        actual_of(year),
    )
    return Row(cells, kind="total" if kind == "total" else "normal", note=note)


def _three(statement: Statement) -> tuple[Variance, Variance, Variance]:
    return statement.in_month, statement.to_date, statement.forecast


def _total(variance: Variance, kind: AccountKind) -> VarianceTotal:
    return variance.income if kind is AccountKind.INCOME else variance.cost
