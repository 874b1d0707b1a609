"""How a typed value reads on paper, and which characters a file format can carry."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from clinicmgr.kernel.i18n import _
from clinicmgr.paper.grid import Tally
from clinicmgr.paper.table import Cell, Kind, Value, value_of

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
REPLACEMENT = "\ufffd"


def plain(text: str) -> str:
    """Return the text with `�` for control characters and broken halves of characters.

    Neither XML (Excel) nor UTF-8 (CSV) can carry those.
    """
    return _UNWRITABLE.sub(REPLACEMENT, text)


def show(cell: Value | Cell, kind: Kind, language: str) -> str:
    """Return what a reader sees: money in cents as 1,234.50, minutes as 37:30, dates by locale."""
    if isinstance(cell, Cell) and cell.text is not None:
        return cell.text
    return _wording(value_of(cell), kind, language)


def hours_text(minutes: int) -> str:
    """Return minutes as hours and minutes: 2250 is "37:30", -15 is "-0:15"."""
    sign = "-" if minutes < 0 else ""
    return f"{sign}{abs(minutes) // 60}:{abs(minutes) % 60:02d}"


def tally_text(tally: Tally) -> str:
    """Return "✓ 11 / 9", "▼ 1 / 2 short", or what the tally says itself."""
    if tally.text or tally.need is None:
        return tally.text or str(tally.have)
    if tally.short:
        return _("▼ {have} / {need} short").format(have=tally.have, need=tally.need)
    return _("✓ {have} / {need}").format(have=tally.have, need=tally.need)


def change_text(change: str, is_good: bool | None) -> str:
    """Return the change of a figure with the word that says what its color says."""
    if not change or is_good is None:
        return change
    return f"{change} · {_('better') if is_good else _('worse')}"


def moment_text(at: datetime, language: str) -> str:
    """Return date and time as the locale writes them: "Nov 18, 2026, 9:00 AM"."""
    from babel.dates import format_date, format_time

    when = format_time(at, "short", locale=language)
    return f"{format_date(at, 'medium', locale=language)}, {when}"


@lru_cache(maxsize=20_000, typed=True)
def _wording(value: Value, kind: Kind, language: str) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return _("yes") if value else _("no")
        case datetime():
            return moment_text(value, language)
        case date():
            from babel.dates import format_date

            return str(format_date(value, "medium", locale=language))
    return _number(value, kind, language)


def _number(value: int | Decimal, kind: Kind, language: str) -> str:
    from babel.numbers import format_decimal, format_percent

    match kind:
        case "hours":
            return hours_text(int(value))
        case "money":
            text = format_decimal(Decimal(value) / 100, "#,##0.00", locale=language)
        case "percent":
            text = format_percent(value, "#,##0.#%", locale=language)
        case _:
            text = format_decimal(value, "#,##0.##########", locale=language)
    return str(text)


def printable(text: str) -> str:
    """Return the text as a printer takes it: composed accents, no invisible characters.

    Tabs become spaces, other control characters a visible sign, odd spaces non-breaking ones.
    """
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", "    "))
    return "".join(_printed(letter) for letter in text)


@lru_cache(maxsize=4096)
def _printed(letter: str) -> str:
    if letter in "\n\r\x0b\x0c\x85\u2028\u2029":
        return "\n"
    kind = unicodedata.category(letter)
    if kind == "Cf" or "\ufe00" <= letter <= "\ufe0f":
        return ""
    if kind == "Zs" and letter != " ":
        return "\u00a0"
    return REPLACEMENT if kind in {"Cc", "Cs", "Cn", "Co"} else letter
