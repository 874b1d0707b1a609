"""Spreadsheets (.xlsx, .xls, .ods), read by calamine; dates and numbers keep their type."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from clinicmgr.exchange.cells import Cell, Sheet, lines_of
from clinicmgr.exchange.unpacked import unpacks_too_large
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_ZIP = b"PK\x03\x04"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream in which Excel hides the .xlsx
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def is_workbook(content: bytes) -> bool:
    """Return whether the bytes are those of a spreadsheet, by their first few."""
    return content.startswith((_ZIP, _OLE))


def workbook_sheets(content: bytes, name: str) -> tuple[str, ...]:
    """Return the names of the sheets that are not hidden."""
    with _opened(content, name) as book:
        return _visible(book)


def read_workbook(content: bytes, name: str, sheet: str | None) -> Sheet:
    """Return that sheet, or the first one with anything in it."""
    with _opened(content, name) as book:
        if sheet is not None and sheet not in book.sheet_names:
            raise UserError(
                _('"{name}" has no sheet "{sheet}". It has: {known}.').format(
                    name=name, sheet=sheet, known=", ".join(_visible(book))
                )
            )
        table = Sheet(name, ())
        for title in (sheet,) if sheet is not None else _visible(book):
            table = Sheet(title, lines_of(_rows(book, title)))
            if table.lines:
                break
        return table


def _rows(book: "CalamineWorkbook", title: str) -> Iterator[tuple[int, list[Cell]]]:
    for number, cells in enumerate(book.get_sheet_by_name(title).iter_rows(), 1):
        yield number, [float(cell) if type(cell) is int else cell for cell in cells]


def _visible(book: "CalamineWorkbook") -> tuple[str, ...]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return tuple(
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
    )


@contextmanager
def _opened(content: bytes, name: str) -> Iterator["CalamineWorkbook"]:
    """Open a workbook; UserError if it is damaged, protected by a password, or a trap."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    protected = _('"{name}" is protected by a password. Save it without one and try again.')
    protected = protected.format(name=name)
    if content.startswith(_OLE) and _ENCRYPTED in content:
        raise UserError(protected)
    try:
        if content.startswith(_ZIP) and unpacks_too_large(content):
            raise UserError(
                _('"{name}" is too large to be read. Save the one table as .csv.').format(name=name)
            )
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            yield book
    except PasswordError as error:
        raise UserError(protected) from error
    except (CalamineError, zipfile.BadZipFile, EOFError, OSError, ValueError) as error:
        raise UserError(
            _(
                '"{name}" is damaged or not a spreadsheet. '
                "Open it in the program it came from and save it again."
            ).format(name=name)
        ) from error
