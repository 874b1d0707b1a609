"""Reading a table from a file, whatever program wrote it: .csv, .txt, .xlsx, .xls, .ods."""

from pathlib import Path

from clinicmgr.exchange.cells import Cell, Line, Sheet
from clinicmgr.exchange.delimited import read_delimited
from clinicmgr.exchange.workbooks import is_workbook, read_workbook, workbook_sheets
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _

__all__ = ["Cell", "Line", "Sheet", "read", "sheet_names"]

LARGEST_FILE = 64 * 2**20
MOST_LINES = 250_000
_WORKBOOK_NAMES = frozenset((".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"))


def sheet_names(path: Path) -> tuple[str, ...]:
    """Return the sheets of a workbook in its order; one name for a text file."""
    content = _content(path)
    return workbook_sheets(content, path.name) if is_workbook(content) else (path.stem,)


def read(
    path: Path,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> Sheet:
    """Return the table in a file; UserError with a sentence when there is none to be read.

    What the file is shows in its content. `sheet` names one of a workbook's sheets, else it is
    the first one that has anything; `encoding` and `delimiter` overrule what a text file's
    content suggests.
    """
    content = _content(path)
    if is_workbook(content):
        table = read_workbook(content, path.name, sheet)
    elif path.suffix.lower() in _WORKBOOK_NAMES:
        raise UserError(
            _(
                '"{name}" is not a spreadsheet although it is called one. '
                "Open it in the program it came from and save it as .xlsx or .csv."
            ).format(name=path.name)
        )
    else:
        table = read_delimited(content, path.name, encoding, delimiter)
    if not table.lines:
        raise UserError(_('"{name}" is empty: it has no table.').format(name=path.name))
    if len(table.lines) > MOST_LINES:
        raise UserError(
            _('"{name}" has {count} lines; at most {most} can be imported at a time.').format(
                name=path.name, count=len(table.lines), most=MOST_LINES
            )
        )
    return table


def _content(path: Path) -> bytes:
    """Return the bytes of a file of reasonable size."""
    said = {"name": path.name, "folder": path.parent}
    if path.is_dir():
        raise UserError(_('"{name}" is a folder. Choose a file.').format(**said))
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise UserError(_('There is no file "{name}" in {folder}.').format(**said)) from error
    except PermissionError as error:
        raise UserError(
            _(
                '"{name}" cannot be opened: another program holds it, or you may not read it. '
                "Close it there and try again."
            ).format(**said)
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL character in the name
        raise UserError(
            _('"{name}" cannot be read: {reason}.').format(reason=error, **said)
        ) from error
    if len(content) > LARGEST_FILE:
        raise UserError(
            _('"{name}" is larger than {most} MB. Split it into smaller files.').format(
                most=LARGEST_FILE // 2**20, **said
            )
        )
    if not content.strip(b"\0 \t\r\n"):
        raise UserError(_('"{name}" is empty: it has no table.').format(**said))
    return content
