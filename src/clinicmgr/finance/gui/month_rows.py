"""The lines of a month: accounts under their groups, with sums, and how each stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from clinicmgr.finance import rules
from clinicmgr.finance.gui.words import Amounts, percent_text
from clinicmgr.finance.records import (
    AccountKind,
    Source,
    Statement,
    Variance,
    VarianceLine,
    VarianceTotal,
)
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit.column import Column

Level = Literal["account", "group", "total"]
AnyFigure = VarianceLine | VarianceTotal


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One line: the same thing in the month, since January, and in the year's forecast.

    `id` is the account's id, or the name of a sum.
    """

    id: int | str
    level: Level
    name: str
    in_month: AnyFigure
    to_date: AnyFigure
    forecast: AnyFigure

    @property
    def is_sum(self) -> bool:
        """Whether this adds other lines up."""
        return self.level != "account"

    @property
    def actual_cents(self) -> int | None:
        """The actual of the month; None where it is not shown."""
        return self.in_month.actual_cents

    @property
    def tone(self) -> str:
        """The color token of the month's variance."""
        return tone_of(self.in_month)

    @property
    def icon(self) -> str:
        """A warning where the month is far off to the practice's disadvantage."""
        return "warning" if rules.is_far_off(self.in_month) else ""

    @property
    def source(self) -> Source:
        """Where the actual of an account comes from."""
        figure = self.in_month
        return figure.source if isinstance(figure, VarianceLine) else Source.NONE


def month_rows(statement: Statement) -> list[MonthRow]:
    """Return income with its sum, cost with its sum, and the result."""
    rows: list[MonthRow] = []
    for kind in AccountKind:
        rows += _of_kind(statement, kind)
        totals = [_total(each, kind) for each in _three(statement)]
        rows.append(MonthRow(f"total-{kind}", "total", totals[0].name, *totals))
    results = [each.result for each in _three(statement)]
    rows.append(MonthRow("result", "total", results[0].name, *results))
    return rows


def _of_kind(statement: Statement, kind: AccountKind) -> Iterator[MonthRow]:
    """A line that has an amount in one of the three has one in all of them, if only zero."""
    ids = dict.fromkeys(line.account.id for each in _three(statement) for line in each.lines)
    lines = {
        account_id: [each.line(account_id) or _nothing(statement, account_id)
                     for each in _three(statement)]
        for account_id in ids
    }  # fmt: skip
    grouped: dict[str, list[list[VarianceLine]]] = {}
    for three in lines.values():
        if three[0].account.kind is kind:
            grouped.setdefault(three[0].account.group, []).append(three)
    for group, members in grouped.items():
        name = group or kind.label
        sums = [_sum(name, kind, [three[at] for three in members]) for at in range(3)]
        yield MonthRow(f"{kind}-{group}", "group", name, *sums)
        for three in members:
            yield MonthRow(three[0].account.id, "account", three[0].account.title, *three)


def _nothing(statement: Statement, account_id: int) -> VarianceLine:
    account = next(
        line.account
        for each in _three(statement)
        for line in each.lines
        if line.account.id == account_id
    )
    return VarianceLine(account, 0, 0)


def _sum(name: str, kind: AccountKind, lines: list[VarianceLine]) -> VarianceTotal:
    return VarianceTotal(
        name,
        kind.sign,
        sum(line.budget_cents for line in lines),
        sum(line.actual_cents or 0 for line in lines),
        any(line.actual_cents is None for line in lines),
    )


def _three(statement: Statement) -> tuple[Variance, Variance, Variance]:
    return statement.in_month, statement.to_date, statement.forecast


def _total(variance: Variance, kind: AccountKind) -> VarianceTotal:
    return variance.income if kind is AccountKind.INCOME else variance.cost


def tone_of(figure: AnyFigure) -> str:
    """Return the color token of clearly good, clearly bad, or as planned."""
    return {True: "success", False: "danger", None: "secondary"}[rules.standing(figure)]


def month_columns(amounts: Amounts) -> tuple[Column[MonthRow], ...]:
    """Return the columns of a month; the bar is drawn into the one of percents."""

    def actual(figure: AnyFigure) -> str:
        if figure.actual_cents is None:
            return _("not shown")
        text = amounts.money(figure.actual_cents)
        partial = isinstance(figure, VarianceTotal) and figure.is_partial
        return _("{amount} + ?").format(amount=text) if partial else text

    def off(figure: AnyFigure) -> str:
        cents = figure.variance_cents
        return "" if cents is None else amounts.difference(cents)

    def share(row: MonthRow) -> Decimal | None:
        return row.in_month.share

    return (
        Column("account", _("Account"), lambda row: row.name, 210, stretch=True),
        Column("budget", _("Budget"), lambda row: amounts.money(row.in_month.budget_cents), 108,
               "right"),
        Column("actual", _("Actual"), lambda row: actual(row.in_month), 108, "right"),
        Column("source", _("Source"), lambda row: row.source.label, 112,
               tone=lambda _row: "secondary"),
        Column("variance", _("Variance"), lambda row: off(row.in_month), 112, "right",
               tone=lambda row: row.tone, icon=lambda row: row.icon),
        Column("bar", _("of budget"), lambda row: percent_text(share(row)), 140, "right",
               tone=lambda row: row.tone),
        Column("to_date", _("Since January"), lambda row: off(row.to_date), 118, "right",
               tone=lambda row: tone_of(row.to_date)),
        Column("forecast", _("Year, likely"), lambda row: actual(row.forecast), 122, "right"),
    )  # fmt: skip
