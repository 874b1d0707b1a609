"""Save a document under a name: all of it or nothing."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.paper.document import Document


def write(document: Document, path: Path) -> None:
    """Write a PDF, CSV or Excel file, as the extension of ``path`` says, and replace an old one.

    Raises UserError when the extension is another one or the file cannot be written; then
    nothing is left behind and an old file of that name is as it was.
    """
    render = _renderer(path)
    store(render(document), path)


def store(content: bytes, path: Path) -> None:
    """Write bytes beside their place, then move them there; UserError as for `write`."""
    part = path.with_name(f".{secrets.token_hex(6)}.part")
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise UserError(_reason(error, path)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


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


def _reason(error: OSError, path: Path) -> str:
    names = {"name": path.name, "folder": path.parent}
    if not path.parent.is_dir():
        return _("The folder “{folder}” does not exist: choose another one.").format(**names)
    if path.is_dir():
        return _("“{name}” is a folder: choose another name for the file.").format(**names)
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _(
            "“{name}” was not written because the disk is full: make room or choose another place."
        ).format(**names)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return _(
            "“{name}” was not written: the folder is read-only or another program has the file "
            "open. Close it there or choose another folder."
        ).format(**names)
    return _("“{name}” was not written ({reason}): choose another name or folder.").format(
        **names, reason=error.strerror or error
    )
