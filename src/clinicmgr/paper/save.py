"""Save a document under a name: all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.files import atomic_write
from clinicmgr.kernel.i18n import _
from clinicmgr.paper.document import Document


def write(document: Document, path: Path) -> None:
    """Write a PDF, CSV or Excel file, as the extension of ``path`` says, and replace an old one.

    Raises UserError when the extension is another one or the file cannot be written; then
    nothing is left behind and an old file of that name is as it was.
    """
    render = _renderer(path)
    content = render(document)
    with atomic_write(path) as file:
        file.write(content)


def _renderer(path: Path) -> Callable[[Document], bytes]:
    match path.suffix.lower():
        case ".pdf":
            from clinicmgr.paper.pdf import render
        case ".csv":
            from clinicmgr.paper.delimited import render
        case ".xlsx":
            from clinicmgr.paper.xlsx import render
        case _:
            raise UserError(
                _(
                    "“{name}” cannot be written: give a name that ends in .pdf, .csv or .xlsx."
                ).format(name=path.name)
            )
    return render
