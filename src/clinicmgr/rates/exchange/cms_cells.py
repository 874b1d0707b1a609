"""The cells of CMS files: numbers as they were written, codes, and what is wrong with them."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from clinicmgr.exchange import Cell
from clinicmgr.kernel.i18n import _

CODE = re.compile(r"[A-Z0-9]{5}")
MODIFIER = re.compile(r"(?:[A-Z0-9]{2})?")
_DIGITS = 12


class Numbers(dict[Cell, str | None]):
    """Remembers each cell as the text of a number, None for what is none; a file repeats many."""

    def __missing__(self, cell: Cell) -> str | None:
        self[cell] = found = number_text(cell)
        return found


class Words(dict[Cell, str]):
    """Remembers each cell as one line of text."""

    def __missing__(self, cell: Cell) -> str:
        found = " ".join(cell.split()) if isinstance(cell, str) else text((cell,), 0)
        self[cell] = found
        return found


class Codes(dict[Cell, str]):
    """Remembers each cell as a code; a workbook in which 00100 is a number has lost its zeros."""

    def __missing__(self, cell: Cell) -> str:
        found = text((cell,), 0)
        self[cell] = found = found.zfill(5) if isinstance(cell, float) else found
        return found


def number_text(cell: Cell) -> str | None:
    """Return a number without exponent, with two decimals at least; None for anything else."""
    if isinstance(cell, bool) or not isinstance(cell, str | float | int):
        return None
    try:
        number = Decimal(cell.strip() if isinstance(cell, str) else repr(cell))
    except InvalidOperation:
        return None
    if not number.is_finite() or number < 0 or number.adjusted() > _DIGITS:
        return None
    whole, _point, part = f"{number:f}".partition(".")
    return f"{whole}.{part.rstrip('0').ljust(2, '0')}"


def text(cells: Sequence[Cell], at: int | None) -> str:
    """Return a cell as one line of text, "" where there is none; 26.0 from Excel is "26"."""
    if at is None or at >= len(cells):
        return ""
    cell = cells[at]
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def not_numbers(named: Sequence[tuple[str, Cell, str | None]]) -> Iterator[tuple[str, Cell, str]]:
    """Yield (name, cell, sentence) for each of (name, cell, number) that is no number."""
    for name, cell, number in named:
        if number is None:
            shown = str(cell or "").strip()[:30]
            if shown:
                yield name, cell, _("“{text}” is not a number.").format(text=shown)
            else:
                yield name, cell, _("There is no number here.")
