"""How a figure is said beside the one of a year earlier."""

from collections.abc import Sequence
from decimal import Decimal

from clinicmgr.kernel.i18n import _

MOST = Decimal("0.6")
AT_MOST_NAMED = 3


def against(now: float | Decimal, before: float | Decimal | None, said: str) -> str:
    """Say how a figure stands to the one before: ", up from 41:30 a year earlier", or nothing.

    `said` is the earlier figure in words; None says that there are no records of that time.
    """
    if before is None:
        return ""
    if now > before:
        return _(", up from {before} a year earlier").format(before=said)
    if now < before:
        return _(", down from {before} a year earlier").format(before=said)
    return _(", as a year earlier")


def the_few(shares: Sequence[tuple[str, int]]) -> tuple[list[str], Decimal] | None:
    """Return the few names that account for most of a sum, with their share of it.

    None where it takes more than three of them.
    """
    total = sum(amount for _name, amount in shares)
    ranked = sorted(shares, key=lambda each: (-each[1], each[0]))
    if total <= 0:
        return None
    named: list[str] = []
    amount = 0
    for name, part in ranked[:AT_MOST_NAMED]:
        named.append(name)
        amount += part
        share = Decimal(amount) / total
        if share >= MOST:
            return named, share
    return None


def sentences(*parts: str) -> str:
    """Return the sentences that there are as one text."""
    return " ".join(part for part in parts if part)
