"""The arithmetic of budgets: plus a percentage, rounded, spread over months to the cent."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.money import LARGEST, allocate, round_half_up

MOST_PERCENT = 1000
_MOST_CENTS = LARGEST // 1000  # a thousand lines of it still add up
YEARS = range(1990, 2101)


def parse_percent(text: str) -> Decimal:
    """Return "3", "-2.5" or "4 %" as a number; UserError for anything else."""
    plain = text.strip().removesuffix("%").strip().replace("−", "-").replace(",", ".")
    try:
        percent = Decimal(plain)
    except InvalidOperation:
        percent = Decimal("NaN")
    if not percent.is_finite():
        raise UserError(
            _("“{text}” is not a percentage. Write it like 3 or -2.5.").format(text=text[:40]),
            field="percent",
        )
    if not -100 <= percent <= MOST_PERCENT:
        raise UserError(
            _("Choose a percentage from -100 to {most}.").format(most=MOST_PERCENT),
            field="percent",
        )
    return percent


def plus_percent(cents: int, percent: Decimal, round_to: int = 1) -> int:
    """Return an amount plus a percentage, to a multiple of `round_to` cents.

    Halves go away from zero. A higher percentage never gives less of an amount above zero.
    """
    exact = Decimal(cents) * (100 + percent) / 100 / round_to
    return round_half_up(exact) * round_to


def spread_evenly(cents: int) -> tuple[int, ...]:
    """Return the amount in twelve parts that differ by a cent at most and add up to it."""
    return allocate(cents, (1,) * 12)


def spread_by_season(cents: int, actuals: Sequence[int]) -> tuple[int, ...]:
    """Return the amount in twelve parts as last year's months were to each other.

    The parts add up to it to the cent (the largest remainder method). A month with more refunds
    than payments counts as nothing. UserError where the year had no amounts.
    """
    weights = [max(0, each) for each in actuals]
    if not any(weights):
        raise UserError(
            _("There are no actuals of last year to go by. Spread the amount evenly instead."),
            field="shape",
        )
    return allocate(cents, weights)


def check_cents(cents: int, field: str = "cents") -> None:
    """Raise UserError for an amount that no clinic has."""
    if abs(cents) > _MOST_CENTS:
        raise UserError(_("This amount is too large. Check the figures."), field=field)


def check_year(year: int) -> None:
    """Raise UserError for a year that nobody plans."""
    if year not in YEARS:
        raise UserError(
            _("{year} is not a year to plan. Write it like 2027.").format(year=year), field="year"
        )
