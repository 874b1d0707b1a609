"""A file on its way in: read, mapped, corrected, planned anew after each step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Generic, TypeVar

from clinicmgr.exchange import (
    ColumnMapping,
    Importer,
    ImportPlan,
    Line,
    PlannedRow,
    Sheet,
    carry_out,
    find_header,
    map_columns,
    plan,
    read,
    write_rejected,
)
from clinicmgr.kernel.errors import UserError
from clinicmgr.qtkit.import_panel import FileColumn, FileLine, ImportView

D = TypeVar("D")


class FileImport(Generic[D]):
    """Keeps a sheet and its mapping; what it would do is asked of a fresh importer each time."""

    def __init__(
        self, path: Path, importer: Callable[[], Importer[D]], locale: str = "en_US"
    ) -> None:
        """Read the file; UserError where there is none or it has no table."""
        self._path, self._importer, self._locale = path, importer, locale
        self._fields = tuple(importer().fields)
        self._sheet: Sheet = find_header(read(path), self._fields)
        self._mapping: ColumnMapping = map_columns(self._sheet.header, self._fields)
        self._plan: ImportPlan[D] | None = None
        self._missing = ""
        self._read_again()

    def view(self) -> ImportView:
        """Return what importing would do now."""
        rows = {} if self._plan is None else {row.line: row for row in self._plan.rows}
        return ImportView(
            self._path.name,
            tuple(self._columns()),
            tuple((field.name, field.title) for field in self._fields),
            tuple(self._line(line, rows.get(line.number)) for line in self._sheet.rows),
            self._sheet.notes if self._plan is None else self._plan.notes,
            self._missing,
        )

    def map_column(self, at: int, field: str | None) -> None:
        """Let a column be this field, or None."""
        self._mapping = self._mapping.with_field(at, field)
        self._read_again()

    def type_cell(self, line: int, column: int, text: str) -> None:
        """Correct a cell, here and not in the file."""
        self._sheet = self._sheet.with_cell(line, column, text)
        self._read_again()

    def leave_out(self, lines: Sequence[int]) -> None:
        """Import without these lines."""
        gone = set(lines)
        head = self._sheet.lines[: self._sheet.header_at + 1]
        kept = tuple(line for line in self._sheet.rows if line.number not in gone)
        self._sheet = replace(self._sheet, lines=(*head, *kept))
        self._read_again()

    def accept(self) -> None:
        """Import everything in one change; UserError while there are errors."""
        if self._plan is None:
            raise UserError(self._missing)
        carry_out(self._plan, self._importer())

    def save_rejected(self, path: Path) -> int:
        """Write the lines with errors as they are now; return how many."""
        if self._plan is None:
            raise UserError(self._missing)
        return write_rejected(path, self._sheet, self._plan, self._locale)

    def _read_again(self) -> None:
        self._plan, self._missing = None, ""
        try:
            self._plan = plan(self._sheet, self._mapping, self._importer(), self._locale)
        except UserError as error:  # a required column is missing
            self._missing = error.sentence

    def _columns(self) -> list[FileColumn]:
        first = self._sheet.rows[0].cells if self._sheet.rows else ()
        return [
            FileColumn(heading, _text(first, at), self._mapping.fields[at])
            for at, heading in enumerate(self._sheet.header)
        ]

    def _line(self, line: Line, row: PlannedRow[D] | None) -> FileLine:
        header = self._sheet.header
        cells = tuple(_text(line.cells, at) for at in range(len(header)))
        if row is None:
            return FileLine(line.number, "", cells)
        wrong = frozenset(
            at for at, heading in enumerate(header) for error in row.errors
            if heading and error.column == heading
        )  # fmt: skip
        why = " ".join(error.sentence for error in row.errors)
        return FileLine(line.number, row.fate.value, cells, why, wrong)


def _text(cells: Sequence[object], at: int) -> str:
    if at >= len(cells) or cells[at] is None:
        return ""
    cell = cells[at]
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())
