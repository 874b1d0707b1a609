"""Tables as the Centers for Medicare & Medicaid Services (CMS) ship them, .csv or .xlsx.

Titles and copyright rows stand above the headings, the words of a heading are spread over stacked
rows, footnotes stand below. So the headings are joined column by column, and columns are found by
what they are called, never by where they stand: 2026 has one column more than 2025.
"""

import csv
import gc
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from clinicmgr.exchange import Cell, read
from clinicmgr.exchange.encodings import decoded
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import fold

MOST_TITLE_LINES = 60
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_LARGEST = 64 * 2**20

Cells = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class CmsTable:
    """The file in parts: texts above, joined headings (folded), and the lines below.

    `numbers` are those of the lines in the file. Numbers and lines are kept apart because a file
    has 19,000 of them, and each pair would be one more object to make and to look after.
    """

    file: str
    titles: tuple[str, ...]
    headings: tuple[str, ...]
    numbers: Sequence[int]
    lines: Sequence[Cells]
    notes: tuple[str, ...] = ()

    def column(self, fits: Callable[[frozenset[str]], bool]) -> int | None:
        """Return the first column whose heading, as a set of words, fits."""
        words = (frozenset(heading.split()) for heading in self.headings)
        return next((at for at, each in enumerate(words) if fits(each)), None)


def read_table(path: Path, marks: frozenset[str]) -> CmsTable | None:
    """Return the table whose last row of headings has all the (folded) `marks`; None without one.

    UserError where the file cannot be read.
    """
    numbers, lines, notes = _lines(path)
    last = next(
        (
            at
            for at, cells in enumerate(lines[:MOST_TITLE_LINES])
            if marks <= {fold(cell) for cell in cells if isinstance(cell, str)}
        ),
        None,
    )
    if last is None:
        return None
    first = last
    while first > 0 and sum(map(_says, lines[first - 1])) > 1:
        first -= 1
    stacked = zip_longest(*lines[first : last + 1])
    headings = tuple(fold(" ".join(str(cell) for cell in each if _says(cell))) for each in stacked)
    titles = tuple(
        " ".join(str(cell).split()) for cells in lines[:first] for cell in cells if _says(cell)
    )
    below = last + 1
    end = len(lines)
    while end > below and is_footnote(lines[end - 1]):
        end -= 1
    return CmsTable(path.name, titles, headings, numbers[below:end], lines[below:end], notes)


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold the cyclic garbage collector while 19,000 rows are made, of which none is in a cycle.

    It would look at all of them again and again, which takes as long as reading the file.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def is_footnote(cells: Cells) -> bool:
    """Whether a line is empty or a remark below the table."""
    return sum(map(_says, cells)) <= 1


def _says(cell: Cell) -> bool:
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))


def _lines(path: Path) -> tuple[Sequence[int], Sequence[Cells], tuple[str, ...]]:
    """Read a text file the short way, and whatever is unusual the patient one."""
    try:
        content = path.read_bytes()
        if content.startswith(_WORKBOOKS) or not content or len(content) > _LARGEST:
            return _patiently(path)
        text, notes = decoded(content, path.name, None)
        records = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except (OSError, csv.Error, UserError):
        return _patiently(path)
    if max(map(len, records), default=0) < 3:
        return _patiently(path)
    return range(1, len(records) + 1), records, notes


def _patiently(path: Path) -> tuple[Sequence[int], Sequence[Cells], tuple[str, ...]]:
    sheet = read(path)
    numbers = [line.number for line in sheet.lines]
    return numbers, [line.cells for line in sheet.lines], sheet.notes
