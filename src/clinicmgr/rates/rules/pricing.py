"""Prices: what they may be, how they are rounded, and which of them may not change."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.rates.records import Recipe, Rounding

MOST_CENTS = 100_000_000
MOST_PERCENT = Decimal(10_000)
_STEPS = {Rounding.CENT: 1, Rounding.NICKEL: 5, Rounding.QUARTER: 25, Rounding.DOLLAR: 100}


def check_cents(price: int) -> None:
    """Raise a UserError unless the price is one: not negative, at most a million."""
    if price < 0:
        raise UserError(_("A price is not negative."), field="cents")
    if price > MOST_CENTS:
        raise UserError(_("A price of more than a million is surely a mistake."), field="cents")


def rounded(amount: Decimal, rounding: Rounding) -> int:
    """Return an amount of cents rounded to the step of `rounding`, a half step up."""
    step = _STEPS[rounding]
    return int((amount / step).quantize(Decimal(1), ROUND_HALF_UP)) * step


def share_of(price: int, percent: Decimal, rounding: Rounding) -> int:
    """Return so much percent of a price in cents, rounded once."""
    return rounded(price * percent / 100, rounding)


def check_percent(text: str) -> Decimal:
    """Return "104", "112.5 %" or "112,5" as a number; UserError for anything else."""
    bare = text.strip().removesuffix("%").strip().replace(",", ".")
    try:
        percent = Decimal(bare)
    except InvalidOperation:
        percent = Decimal(0)
    if not percent.is_finite() or not 0 < percent <= MOST_PERCENT:
        raise UserError(
            _("“{text}” is not a percentage. Write it like 104 or 112.5.").format(text=text[:20]),
            field="percent",
        )
    return percent


def check_recipe(recipe: Recipe, today: date, taken: date | None) -> None:
    """Raise a UserError where the new version would take the place of prices that hold."""
    check_percent(str(recipe.percent))
    if taken is not None:
        raise UserError(
            _("A version begins on that day already. Choose another day, or remove it first."),
            field="from_day",
        )
    if recipe.from_day < today:
        raise stays()


def stays() -> UserError:
    """Say why a price of an earlier day is not changed."""
    return UserError(
        _("Prices before today stay as they were. Choose today or a later day."),
        field="from_day",
    )
