"""Amounts and months as they are printed."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from clinicmgr.finance import rules
from clinicmgr.finance.records import (
    MONTH_NAMES,
    SHORT_MONTHS,
    Source,
    Variance,
    VarianceLine,
    VarianceTotal,
)
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.money import round_half_up
from clinicmgr.paper import Cell, Chart, Series, Value


def month_title(month: date) -> str:
    """Return "October 2026"."""
    return _("{month} {year}").format(month=_(MONTH_NAMES[month.month - 1]), year=month.year)


def short_month(month: int) -> str:
    """Return "Oct" of 10."""
    return _(SHORT_MONTHS[month - 1])


def whole(cents: int, language: str) -> Cell:
    """Return an amount that prints without cents; files get it to the cent."""
    from babel.numbers import format_decimal

    units = round_half_up(Decimal(cents) / 100)
    text = str(format_decimal(units, "#,##0", locale=language)) if cents else "–"
    return Cell(cents, text)


def actual_of(figure: VarianceLine | VarianceTotal) -> Value | Cell:
    """Return an actual, or the words for one that is not shown or not whole."""
    if figure.actual_cents is None:
        return _("not shown")
    partial = isinstance(figure, VarianceTotal) and figure.is_partial
    return _("not whole") if partial else figure.actual_cents


def off_by(figure: VarianceLine | VarianceTotal) -> Value | Cell:
    """Return a variance; what is far off to the practice's disadvantage stands out."""
    cents = figure.variance_cents
    return Cell(cents, strong=rules.is_far_off(figure)) if cents else None


def mark_of(figure: VarianceLine | VarianceTotal) -> str:
    """Return a sign that needs no color: for better, for worse, or as planned."""
    return {True: "✓", False: "!", None: ""}[rules.standing(figure)]


def source_note(line: VarianceLine) -> str:
    """Return where the actual comes from, unless it was simply entered."""
    if line.source in {Source.ROSTER, Source.MIXED, Source.HIDDEN}:
        return _("Actual {source}").format(source=line.source.label)
    return ""


def result_chart(months: Sequence[Variance]) -> Chart:
    """Return plan and actual result of some months side by side, in cents."""
    actual = [None if each.is_partial else each.result.actual_cents for each in months]
    return Chart(
        "bar",
        tuple(short_month(each.first.month) for each in months),
        (
            Series(_("Plan"), tuple(each.result.budget_cents for each in months), 6),
            Series(_("Actual"), tuple(actual), 0),
        ),
        _("Result by month: income less cost"),
        "money",
        height=52,
    )
