"""When an account is far enough off its budget to be told."""

from decimal import Decimal

from clinicmgr.finance.records import Source, VarianceLine, VarianceTotal

OVER_SHARE = 10
"""Percent of the budget that an account may be off before it is told."""
OVER_CENTS = 500_00
AS_PLANNED = Decimal("0.02")
"""The share of the budget within which an amount is as planned."""


def standing(figure: VarianceLine | VarianceTotal) -> bool | None:
    """Return whether it is clearly good (True) or bad (False); None as planned or unknown."""
    if figure.share is not None and abs(figure.share) <= AS_PLANNED:
        return None
    return figure.is_good


def is_far_off(figure: VarianceLine | VarianceTotal) -> bool:
    """Whether it is off by more than both limits, to the practice's disadvantage."""
    off = figure.variance_cents
    if figure.is_good is not False or off is None:
        return False
    if isinstance(figure, VarianceLine) and figure.source is Source.NONE:
        return False  # nothing entered yet is no shortfall
    return abs(off) > OVER_CENTS and abs(off) * 100 > OVER_SHARE * abs(figure.budget_cents)
