"""The lines of a Relative Value File: read column by column, and with care where one is wrong."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter
from typing import Any

from clinicmgr.exchange import Cell, RowError
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.rates.exchange.cms_cells import CODE, MODIFIER, Codes, Numbers, Words, not_numbers
from clinicmgr.rates.exchange.cms_table import Cells, CmsTable, is_footnote
from clinicmgr.rates.records import PAID

TEXTS = ("code", "modifier", "description", "status")
NUMBERS = ("work", "office_pe", "facility_pe", "malpractice", "factor")
HEADINGS = {
    "code": "HCPCS",
    "modifier": "MOD",
    "description": "DESCRIPTION",
    "status": "STATUS CODE",
    "work": "WORK RVU",
    "office_pe": "NON-FAC PE RVU",
    "facility_pe": "FACILITY PE RVU",
    "malpractice": "MP RVU",
    "factor": "CONV FACTOR",
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each column stands; the two NA indicators may be missing."""

    at: dict[str, int]
    office_na: int | None
    facility_na: int | None

    @property
    def width(self) -> int:
        """How many cells a line has at least."""
        return max(self.at.values()) + 1


@dataclass(frozen=True, slots=True)
class LinesRead:
    """The good lines as texts of `RVU_COLUMNS`, the conversion factor, and what is wrong."""

    lines: tuple[tuple[str, ...], ...]
    factor: Decimal
    errors: tuple[RowError, ...] = ()


def read_lines(table: CmsTable, columns: Columns) -> LinesRead:
    """Return the lines; UserError where there is no conversion factor.

    A file in order is read in whole columns, which takes half the time.
    """
    reading = _Reading(columns)
    lines = reading.at_once(table.lines)
    if lines is None:
        lines = reading.one_by_one(table)
    if reading.errors:
        return LinesRead(lines, Decimal(0), tuple(reading.errors))
    return LinesRead(lines, reading.factor())


def _column(lines: Sequence[Cells], at: int, known: dict[Cell, Any]) -> list[Any]:
    """Return a column as texts or numbers, without making an object for each line."""
    return list(map(known.__getitem__, map(itemgetter(at), lines)))


class _Reading:
    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._numbers, self._words, self._codes = Numbers(), Words(), Codes()
        self._factors: Counter[str] = Counter()
        self.errors: list[RowError] = []

    def at_once(self, lines: Sequence[Cells]) -> tuple[tuple[str, ...], ...] | None:
        """Return all lines, or None if there is anything to look at more closely."""
        words, numbers = self._words, self._numbers
        if not lines or min(map(len, lines)) < self._columns.width:
            return None
        at = self._columns.at
        codes = _column(lines, at["code"], self._codes)
        texts = [codes, *(_column(lines, at[name], words) for name in TEXTS[1:])]
        units = [_column(lines, at[name], numbers) for name in NUMBERS]
        modifiers = texts[1]
        if (
            None in numbers.values()
            or not all(map(CODE.fullmatch, codes))
            or not all(map(MODIFIER.fullmatch, set(modifiers)))
            or len(set(zip(codes, modifiers, strict=True))) < len(codes)
        ):
            return None
        self._factors.update(map(str, units.pop()))
        signs = [
            [""] * len(codes) if place is None else _column(lines, place, words)
            for place in (self._columns.office_na, self._columns.facility_na)
        ]
        return tuple(zip(*texts, *units, *signs, strict=True))

    def one_by_one(self, table: CmsTable) -> tuple[tuple[str, ...], ...]:
        """Return the good lines and collect what is wrong with the others."""
        good: list[tuple[str, ...]] = []
        seen: dict[tuple[str, str], int] = {}
        for number, cells in zip(table.numbers, table.lines, strict=True):
            if is_footnote(cells):
                continue
            if len(cells) < self._columns.width:
                sentence = _(
                    "The line ends after {count} cells: the file is cut off. Download it again."
                )
                self._say(number, "", None, sentence.format(count=len(cells)))
                continue
            code = self._codes[cells[self._columns.at["code"]]]
            modifier, description, status = (self._text(cells, name) for name in TEXTS[1:])
            first = seen.setdefault((code, modifier), number)
            faults = len(self.errors)
            self._check_code(number, first, code, modifier)
            *units, factor = self._units(number, cells, status)
            self._factors[factor] += 1
            columns = (self._columns.office_na, self._columns.facility_na)
            signs = ("" if at is None else self._words[cells[at]] for at in columns)
            if len(self.errors) == faults:
                good.append((code, modifier, description, status, *units, *signs))
        return tuple(good)

    def factor(self) -> Decimal:
        """Return the conversion factor of the file; UserError where it has none."""
        for each, _count in self._factors.most_common():
            if Decimal(each) > 0:
                return Decimal(each)
        raise UserError(
            _("The column CONV FACTOR has no conversion factor. Is this the right file?")
        )

    def _check_code(self, number: int, first: int, code: str, modifier: str) -> None:
        if not CODE.fullmatch(code):
            self._say(number, "code", code, _("This is not a HCPCS code of five characters."))
        elif not MODIFIER.fullmatch(modifier):
            self._say(number, "modifier", modifier, _("A modifier has two letters or digits."))
        elif first != number:
            sentence = _("This code with this modifier stands in line {line} already.")
            self._say(number, "code", code, sentence.format(line=first))

    def _units(self, number: int, cells: Cells, status: str) -> list[str]:
        """Return the numbers; what the fee schedule does not pay may have empty ones."""
        named = [(name, cells[self._columns.at[name]]) for name in NUMBERS]
        found = [(name, cell, self._numbers[cell]) for name, cell in named]
        if status not in PAID:
            found = [
                (name, cell, "0.00" if unit is None and not self._words[cell] else unit)
                for name, cell, unit in found
            ]
        for name, cell, sentence in not_numbers(found):
            self._say(number, name, cell, sentence)
        return [unit or "0.00" for _name, _cell, unit in found]

    def _text(self, cells: Cells, name: str) -> str:
        return self._words[cells[self._columns.at[name]]]

    def _say(self, number: int, name: str, cell: Cell, sentence: str) -> None:
        self.errors.append(RowError(number, HEADINGS.get(name, ""), cell, sentence))
