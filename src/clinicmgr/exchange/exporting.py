"""Records to .csv and .xlsx, by the same fields that forms and imports use."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

from clinicmgr.exchange.cellstyle import SheetCell, csv_cell, sheet_cell
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.files import atomic_write, inert
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.money import format_amount

_WIDEST = 60
_NEEDS_QUOTES = re.compile(r'[,;|\t"\r\n]|^ | $')
_Write = Callable[[BinaryIO, Sequence[Field], Iterable[Sequence[object]]], None]


def write_rows(
    path: Path, fields: Sequence[Field], records: Iterable[object], locale: str = "en_US"
) -> None:
    """Write the records as a table with a heading for each field; the file's name says its format.

    A record has an attribute, or an entry, by each field's name. No text can act as a formula.
    What is written is read back by an import as the same values. UserError for another format
    and when the file can't be written; the file that was there is then unharmed.
    """
    writers: dict[str, _Write] = {".csv": partial(_write_csv, locale=locale), ".xlsx": _write_xlsx}
    write = writers.get(path.suffix.lower())
    if write is None:
        raise UserError(
            _('"{name}" must end in {formats}.').format(
                name=path.name, formats=_(" or ").join(writers)
            )
        )
    rows = ([_value(record, field.name) for field in fields] for record in records)
    with atomic_write(path) as file:
        write(file, fields, rows)


def csv_text(rows: Iterable[Sequence[str]], locale: str) -> bytes:
    """Return rows as Excel opens them there: UTF-8 with a mark, semicolons with decimal commas."""
    delimiter = ";" if "," in format_amount(0, locale) else ","
    lines = (delimiter.join(map(_quoted, row)) for row in rows)
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")


def _quoted(text: str) -> str:
    """Return a cell in quotation marks if it has any separator, not only the one in use.

    So a reader that must find out the separator, as ours, can't be misled by what is in a cell.
    """
    return '"{}"'.format(text.replace('"', '""')) if _NEEDS_QUOTES.search(text) else text


def _write_csv(
    file: BinaryIO, fields: Sequence[Field], rows: Iterable[Sequence[object]], locale: str
) -> None:
    cells: list[Callable[[object], str]] = [csv_cell(field, locale) for field in fields]
    texts = ([cell(value) for cell, value in zip(cells, row, strict=True)] for row in rows)
    header = [inert(field.title) for field in fields]
    file.write(csv_text((header, *texts), locale))


def _write_xlsx(file: BinaryIO, fields: Sequence[Field], rows: Iterable[Sequence[object]]) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(
        file, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    )
    sheet = book.add_worksheet()
    cells: list[SheetCell] = [sheet_cell(field) for field in fields]
    formats = [book.add_format({"num_format": cell.number_format}) for cell in cells]
    bold = book.add_format({"bold": True})
    widths = [len(field.title) for field in fields]
    for column, field in enumerate(fields):
        sheet.write_string(0, column, field.title, bold)
    for number, row in enumerate(rows, 1):
        for column, (cell, value) in enumerate(zip(cells, row, strict=True)):
            written = cell.of(value)
            if isinstance(written, str):  # never by `write`, which looks for formulas
                sheet.write_string(number, column, written, formats[column])
            else:
                sheet.write(number, column, written, formats[column])
            if written != "":
                widths[column] = max(widths[column], min(len(str(written)), _WIDEST))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width + 2)
    sheet.freeze_panes(1, 0)
    book.close()


def _value(record: object, name: str) -> object:
    return record[name] if isinstance(record, Mapping) else getattr(record, name)
