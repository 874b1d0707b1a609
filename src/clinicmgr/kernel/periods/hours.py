"""Lengths of time in hours and minutes: "37:30", "40"."""

import re
from decimal import ROUND_HALF_UP, Decimal

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _

_CLOCKED = re.compile(r"([0-9]{1,5})(?::|\s*h\s*)([0-5][0-9])(?::00)?\s*(?:min|m)?", re.IGNORECASE)
_DECIMAL = re.compile(r"([0-9]{1,5}(?:[.,][0-9]{1,6})?)\s*(?:h|hrs?|hours?)?\.?", re.IGNORECASE)


def format_hours(minutes: int) -> str:
    """Return "37:30", or "40" for full hours; a negative length has a leading minus."""
    hours, rest = divmod(abs(minutes), 60)
    text = f"{hours}:{rest:02}" if rest else str(hours)
    return f"-{text}" if minutes < 0 else text


def parse_hours(text: str) -> int:
    """Return minutes from "37:30", "40", "40 h", "37.5" or "37,5" (hours; half minutes go up).

    UserError for anything else.
    """
    stripped = text.strip()
    if clocked := _CLOCKED.fullmatch(stripped):
        return int(clocked[1]) * 60 + int(clocked[2])
    if plain := _DECIMAL.fullmatch(stripped):
        minutes = Decimal(plain[1].replace(",", ".")) * 60
        return int(minutes.quantize(Decimal(1), ROUND_HALF_UP))
    raise UserError(
        _('"{text}" is not a number of hours. Write it like 37:30 or 37.5.').format(
            text=stripped[:40]
        )
    )
