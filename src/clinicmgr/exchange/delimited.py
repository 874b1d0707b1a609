"""Text tables: a record a line, with a comma, semicolon, tab or bar between the cells."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from clinicmgr.exchange.cells import Sheet, lines_of
from clinicmgr.exchange.encodings import decoded
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.files import uninert
from clinicmgr.kernel.i18n import _

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 50


def read_delimited(content: bytes, name: str, encoding: str | None, delimiter: str | None) -> Sheet:
    """Return the table in a text file; UserError names the line whose quotes do not close."""
    text, notes = decoded(content, name, encoding)
    announced = _announced(text)
    mark = delimiter or announced or _most_even(text)
    records = _records(text, mark)
    if announced:
        next(records)
    try:
        lines = lines_of((number, map(uninert, cells)) for number, cells in records)
    except _QuoteError as error:
        raise UserError(
            _(
                'The quotation marks in "{name}" do not match from line {line} on. '
                "Correct that line and import the file again."
            ).format(name=name, line=error.line)
        ) from error
    return Sheet(name.rpartition(".")[0] or name, lines, notes=notes)


class _QuoteError(Exception):
    """The record that begins on `line` has a quotation mark too many or too few."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the number of the line it begins on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise _QuoteError(begins) from error


def _announced(text: str) -> str | None:
    """Return the delimiter that Excel writes into a first line "sep=;"."""
    first = text[:10].splitlines()[0] if text[:10].strip() else ""
    return first[4] if len(first) == 5 and first.lower().startswith("sep=") else None


def _most_even(text: str) -> str:
    """Return the delimiter that cuts the first records into the most even number of cells."""
    beginning = text[:65_536]

    def evenness(delimiter: str) -> tuple[float, int]:
        widths: Counter[int] = Counter()
        try:
            for _number, cells in islice(_records(beginning, delimiter), _SAMPLE):
                if cells:
                    widths[len(cells)] += 1
        except _QuoteError:
            widths[1] += 1  # what was cut before still counts
        width, times = max(widths.items(), key=lambda item: (item[0] > 1, item[1]), default=(1, 0))
        return (times / widths.total(), width) if width > 1 else (0.0, 1)

    return max(_DELIMITERS, key=evenness)
