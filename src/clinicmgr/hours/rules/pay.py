"""What hours come to in cents.

Overtime is paid by the regular rate of the week: all pay for the week's hours, differentials in
it, divided by those hours (29 CFR 778.109, 778.115, 778.207(b)). So an evening differential raises
the overtime of that week. Fractions of cents are kept to the end; then a half cent goes up.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby
from math import floor

from clinicmgr.hours.records import (
    Adjustment,
    AdjustmentKind,
    Differential,
    Pay,
    PayRules,
    Piece,
)
from clinicmgr.kernel.effective import Dated
from clinicmgr.kernel.periods import week_of

HOUR = 60
PERCENT = 100


@dataclass(frozen=True, slots=True)
class PayBasis:
    """What one person's hours are paid by."""

    rates: Dated[int]
    differentials: Mapping[int, Differential]
    rules_on: Callable[[date], PayRules]
    week_start: int = 0


def pay(
    pieces: Sequence[Piece],
    adjustments: Iterable[Adjustment],
    span: tuple[date, date],
    basis: PayBasis,
) -> Pay | None:
    """Return the cents of the span; None where a day worked has no pay rate.

    `pieces` are marked with their overtime and reach back to the beginning of the first week.
    """
    total = _Sums()
    for _week, of_week in groupby(pieces, lambda one: week_of(one.day, basis.week_start)):
        own = tuple(of_week)
        if any(basis.rates.on(piece.day) is None for piece in own):
            return None
        total.add_week(own, span, basis)
    later = _adjusted(adjustments, basis)
    if later is None:
        return None
    return Pay(_cents(total.regular), _cents(total.overtime), _cents(total.extra), _cents(later))


@dataclass(slots=True)
class _Sums:
    """Cents as exact fractions, week after week."""

    regular: Fraction = Fraction(0)
    overtime: Fraction = Fraction(0)
    extra: Fraction = Fraction(0)

    def add_week(self, pieces: Sequence[Piece], span: tuple[date, date], basis: PayBasis) -> None:
        straight, hours, premium = Fraction(0), 0, Fraction(0)
        for piece in pieces:
            rate = basis.rates.on(piece.day) or 0
            added = _differential(piece, rate, basis.differentials)
            straight += Fraction(piece.minutes * rate, HOUR) + added
            hours += piece.minutes
            if span[0] <= piece.day <= span[1]:
                self.regular += Fraction(piece.regular * rate, HOUR)
                self.overtime += Fraction(piece.overtime * rate, HOUR)
                self.extra += added
                percent = basis.rules_on(piece.day).overtime_percent - PERCENT
                premium += piece.overtime * Fraction(percent, PERCENT)
        self.overtime += premium * straight / hours if hours else 0


def _differential(piece: Piece, rate: int, differentials: Mapping[int, Differential]) -> Fraction:
    total = Fraction(0)
    for each in (differentials[one] for one in piece.differentials):
        hourly = Fraction(each.cents or 0) + Fraction(rate * (each.percent or 0), PERCENT)
        total += piece.minutes * hourly / HOUR
    return total


def _adjusted(adjustments: Iterable[Adjustment], basis: PayBasis) -> Fraction | None:
    total = Fraction(0)
    for each in adjustments:
        rate = basis.rates.on(each.day)
        if rate is None:
            return None
        percent = PERCENT
        if each.kind is AdjustmentKind.OVERTIME:
            percent = basis.rules_on(each.day).overtime_percent
        total += Fraction(each.minutes * rate * percent, HOUR * PERCENT)
    return total


def _cents(amount: Fraction) -> int:
    return floor(amount + Fraction(1, 2))
