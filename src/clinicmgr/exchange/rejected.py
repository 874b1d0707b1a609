"""The rows of an import that have errors, written out to be corrected and imported again."""

from pathlib import Path

from clinicmgr.exchange.cells import Cell, Sheet
from clinicmgr.exchange.exporting import csv_text
from clinicmgr.exchange.plans import Fate, ImportPlan
from clinicmgr.kernel.files import atomic_write, inert
from clinicmgr.kernel.i18n import _


def write_rejected(
    path: Path, sheet: Sheet, plan: ImportPlan[object], locale: str = "en_US"
) -> int:
    """Write the rows with errors as CSV, as they were, with their line and the reasons last.

    Returns how many. UserError when the file can't be written.
    """
    width = len(sheet.header)
    reasons = {row.line: row.errors for row in plan.rows if row.fate == Fate.ERROR}
    rows = [[*sheet.header, _("Line"), _("Reason")]]
    for line in sheet.rows:
        if line.number in reasons:
            cells = [_text(cell) for cell in line.cells[:width]]
            cells += [""] * (width - len(cells))
            why = " ".join(
                f"{error.column}: {error.sentence}" if error.column else error.sentence
                for error in reasons[line.number]
            )
            rows.append([*cells, str(line.number), why])
    with atomic_write(path) as file:
        file.write(csv_text(([inert(cell) for cell in row] for row in rows), locale))
    return len(rows) - 1


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
