"""What the money of the practice asks of the manager, each said in a sentence."""

from collections.abc import Iterator
from datetime import date, timedelta

from clinicmgr.finance import rules
from clinicmgr.finance.records import MONTH_NAMES, Budget, Variance, VarianceLine
from clinicmgr.kernel.domain import Due, Urgency
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.money import format_money
from clinicmgr.kernel.periods import add_months, month_bounds
from clinicmgr.kernel.settings import ClinicSettings

PAGE = "money"
BOOKS_DAYS = 15
"""How many days after a month has ended its entries are expected."""
MONTHS_BACK = 3
BUDGET_MONTHS = (11, 12)


def over_budget(variance: Variance, on: date, settings: ClinicSettings) -> Iterator[Due]:
    """Yield the accounts of a month that cost or earned much other than planned.

    Income is told only when the month's entries are expected to be complete.
    """
    month, last = variance.first, month_bounds(variance.first)[1]
    complete = on > last + timedelta(days=BOOKS_DAYS)
    for line in variance.lines:
        if not rules.is_far_off(line) or (line.account.is_income and not complete):
            continue
        income = line.account.is_income
        words = (
            _(
                "{account} brought {actual} in {month}, {difference} ({percent} %) less than "
                "the {budget} planned."
            )
            if income
            else _(
                "{account} cost {actual} in {month}, {difference} ({percent} %) more than "
                "the {budget} planned."
            )
        )
        sentence = words.format(
            account=line.account.name,
            actual=_money(line.actual_cents or 0, settings),
            month=month_title(month),
            difference=_money(abs(line.variance_cents or 0), settings),
            percent=_percent(line),
            budget=_money(line.budget_cents, settings),
        )
        kind = _("Below plan") if income else _("Over budget")
        yield Due(Urgency.SOON, last, kind, sentence, PAGE, ("month", month), N_("Show the month"))


def without_entries(months: list[date], on: date) -> Iterator[Due]:
    """Yield the months that ended a while ago and have no entry at all."""
    for month in months:
        last = month_bounds(month)[1]
        expected = last + timedelta(days=BOOKS_DAYS)
        if on > expected:
            sentence = _(
                "{month} ended {days} days ago and no income or expense of it is entered."
            ).format(month=month_title(month), days=(on - last).days)
            yield Due(
                Urgency.OVERDUE,
                expected,
                _("Nothing entered"),
                sentence,
                PAGE,
                ("entries", month),
                N_("Enter"),
            )


def unplanned_year(this_year: Budget, next_year: Budget, on: date) -> Iterator[Due]:
    """Yield next year in November and December if this year has a budget and it has none."""
    if on.month in BUDGET_MONTHS and not this_year.is_empty and next_year.is_empty:
        yield Due(
            Urgency.SOON,
            date(on.year, 12, 31),
            _("No budget"),
            _("There is no budget for {year} yet. Copy this year's plus a percentage.").format(
                year=next_year.year
            ),
            PAGE,
            ("budget", next_year.year),
            N_("Plan"),
        )


def last_months(on: date) -> list[date]:
    """Return the first days of the months before this one, the earliest first."""
    this = on.replace(day=1)
    return [add_months(this, -back) for back in range(MONTHS_BACK, 0, -1)]


def month_title(month: date) -> str:
    """Return "October 2026"."""
    return _("{month} {year}").format(month=_(MONTH_NAMES[month.month - 1]), year=month.year)


def _percent(line: VarianceLine) -> str:
    return "–" if line.share is None else f"{abs(line.share) * 100:.0f}"


def _money(cents: int, settings: ClinicSettings) -> str:
    return format_money(cents, settings.currency, settings.locale)
