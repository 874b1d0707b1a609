"""How much a packed spreadsheet would unpack to, found out before anything is laid out.

A file of a few kilobytes can name a cell in the last row and column. Calamine lays out the whole
rectangle up to it, which for 17 billion cells ends the process (tried with version 0.9).
"""

import io
import re
import zipfile
import zlib

_LARGEST_UNPACKED = 512 * 2**20
_MOST_CELLS = 8_000_000

_ADDRESS = re.compile(
    rb"""<(?:\w+:)?c\s(?:[^>]*?\s)?r=["']([A-Z]{1,3})([0-9]{1,7})["'][^>]*(?<!/)>"""
)
_XLSX_ROW = re.compile(rb"""<(?:\w+:)?row\s(?:[^>]*?\s)?r=["']([0-9]{1,7})["'][^>]*(?<!/)>""")
_ODS_TABLE = re.compile(rb"<table:table[ >].*?</table:table>", re.DOTALL)
_ODS_ROW = re.compile(rb"<table:table-row([^>]*)(?<!/)>(.*?)</table:table-row>", re.DOTALL)
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell([^>]*)>")
_REPEATED = re.compile(rb"""-repeated=["']([0-9]{1,9})["']""")


def unpacks_too_large(content: bytes) -> bool:
    """Return whether a zip-packed workbook needs more memory than an office PC should give.

    Raises zipfile.BadZipFile if it is not one that can be unpacked.
    """
    try:
        return _too_large(content)
    except (zlib.error, NotImplementedError, RuntimeError) as error:  # damaged, odd, encrypted
        raise zipfile.BadZipFile from error


def _too_large(content: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
        if sum(part.file_size for part in parts) > _LARGEST_UNPACKED:
            return True
        for part in parts:
            if part.filename.startswith("xl/worksheets/"):
                cells = _cells_of_xlsx(packed.read(part))
            elif part.filename == "content.xml":
                cells = max(map(_cells_of_ods, _ODS_TABLE.findall(packed.read(part))), default=0)
            else:
                continue
            if cells > _MOST_CELLS:
                return True
    return False


def _cells_of_xlsx(xml: bytes) -> int:
    """Return the size of the rectangle around all cells that have anything in them."""
    addresses = _ADDRESS.findall(xml)
    columns = {letters for letters, _row in addresses}
    rows = {int(row) for _letters, row in addresses}
    if not addresses:  # cells without an address follow each other in numbered rows
        rows = {int(row) for row in _XLSX_ROW.findall(xml)}
        return max(rows, default=0)
    return max(map(_column, columns)) * max(rows)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _cells_of_ods(xml: bytes) -> int:
    """Return the same for a sheet of an .ods file, where rows and cells may be repeated."""
    row = last_row = last_column = 0
    for attributes, cells in _ODS_ROW.findall(xml):
        row += _times(attributes)
        column = 0
        for cell in _ODS_CELL.findall(cells):
            column += _times(cell)
            if b"value" in cell:
                last_row, last_column = row, max(last_column, column)
    return last_row * last_column


def _times(attributes: bytes) -> int:
    repeated = _REPEATED.search(attributes)
    return int(repeated[1]) if repeated else 1
