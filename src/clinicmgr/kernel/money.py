"""Money is an int of cents, never a float."""

import re
import unicodedata
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _

CENTS = 100
LARGEST = 10**14  # a trillion: no clinic has it, and every sum still fits a database integer

_SIGNS = re.compile(r"(?:[A-Za-z]{0,3}[$\u00a3\u00a5\u20a0-\u20bf]|[A-Za-z]{2,3})[A-Za-z]{0,2}\.?")
_SPACES = re.compile(r"[\s\u2019\u02bc']")


def round_half_up(amount: Decimal) -> int:
    """Return the nearest whole number; a half goes away from zero, as on an invoice."""
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP))


def cents(amount: Decimal) -> int:
    """Return an amount of dollars (or other units) in cents, a half cent rounded up."""
    return round_half_up(amount * CENTS)


def pay_for(minutes: int, hourly_cents: int) -> int:
    """Return the cents for that many minutes at a price an hour, a half cent rounded up."""
    return round_half_up(Decimal(minutes * hourly_cents) / 60)


def parse_money(text: str, locale: str = "en_US") -> int:
    """Return cents from "1,234.50", "$12", "-3.5" or "(12.50)"; UserError for anything else.

    Thousands separators must stand where they belong and cents have at most two digits, so
    that a slip of a finger is never read as another amount.
    """
    point, group = _marks(locale)
    plain, negative = _without_sign(unicodedata.normalize("NFKC", text).strip())
    mark, inner = re.escape(group), "{2,3}" if locale.endswith("_IN") else "{3}"  # 12,34,567
    match = re.fullmatch(
        rf"([0-9]+|[0-9]{{1,3}}(?:{mark}[0-9]{inner})*{mark}[0-9]{{3}})?"
        rf"(?:{re.escape(point)}([0-9]{{1,2}})?)?",
        plain,
    )
    if match is None or not (match[1] or match[2]):
        raise UserError(
            _('"{text}" is not an amount of money. Write it like {example}.').format(
                text=text.strip()[:40], example=f"1{group}234{point}50"
            )
        )
    units = int((match[1] or "0").replace(group, ""))
    total = units * CENTS + int((match[2] or "").ljust(2, "0"))
    if total > LARGEST:
        raise UserError(_('"{text}" is too large an amount.').format(text=text.strip()[:40]))
    return -total if negative else total


def format_money(amount: int, currency: str = "USD", locale: str = "en_US") -> str:
    """Return an amount of cents with its currency, as people there write it: "$1,234.50"."""
    if locale == "en_US" and currency == "USD":
        return f"{'-' if amount < 0 else ''}${abs(amount) // CENTS:,}.{abs(amount) % CENTS:02}"
    from babel.numbers import format_currency

    value = Decimal(amount) / CENTS
    return format_currency(value, currency, locale=locale, currency_digits=False)


def format_amount(amount: int, locale: str = "en_US") -> str:
    """Return an amount of cents as it is typed: "1234.50", without currency and separators."""
    point, _group = _marks(locale)
    return f"{'-' if amount < 0 else ''}{abs(amount) // CENTS}{point}{abs(amount) % CENTS:02}"


def split(total: int, parts: int) -> tuple[int, ...]:
    """Return `total` in that many parts that differ by a cent at most; the larger come first."""
    return allocate(total, (1,) * parts)


def allocate(total: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Return shares of `total` by weight that add up to it exactly.

    Each share is within a cent of the exact one; the cents left over go to the largest
    fractions, among equals to the first (the Hamilton or largest remainder method).
    Weights are not negative and not all zero, else ValueError.
    """
    whole = sum(weights)
    if whole <= 0 or min(weights) < 0:
        raise ValueError("weights are not negative, and one is above zero")
    sign = -1 if total < 0 else 1
    exact = [divmod(abs(total) * weight, whole) for weight in weights]
    shares = [share for share, _rest in exact]
    by_rest = sorted(range(len(exact)), key=lambda place: -exact[place][1])
    for place in by_rest[: abs(total) - sum(shares)]:
        shares[place] += 1
    return tuple(sign * share for share in shares)


def _without_sign(text: str) -> tuple[str, bool]:
    """Return the figures alone and whether the amount is negative; parentheses are a minus."""
    bare = _SPACES.sub(" ", _SIGNS.sub("", text, count=1)).replace("\u2212", "-").strip()
    if bare.startswith("(") and bare.endswith(")"):
        return bare[1:-1].strip(), True
    if bare.endswith("-") and not bare.startswith("-"):
        bare = f"-{bare[:-1].rstrip()}"
    negative = bare.startswith("-")
    return bare.removeprefix("-").removeprefix("+").lstrip(), negative


@lru_cache(maxsize=8)
def _marks(locale: str) -> tuple[str, str]:
    """Return the decimal point and the thousands separator in use there."""
    if locale == "en_US":
        return ".", ","
    from babel.numbers import get_decimal_symbol, get_group_symbol

    return get_decimal_symbol(locale), _SPACES.sub(" ", get_group_symbol(locale))
