"""Writing a file completely or not at all, and cells that no spreadsheet takes for a formula."""

import errno
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _

# Spreadsheets run cells that begin so (OWASP, CSV injection). An apostrophe is their mark for text.
_FORMULA = re.compile(r"'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def inert(text: str) -> str:
    """Return `text` so that a spreadsheet shows it rather than computing it; see `uninert`."""
    return f"'{text}" if _FORMULA.match(text) else text


def uninert(text: str) -> str:
    """Return the text that `inert` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


@contextmanager
def atomic_write(path: Path) -> Iterator[BinaryIO]:
    """Open a file for bytes that takes the place of `path` when the block ends well.

    If the block raises, `path` is as it was. UserError when the folder is missing or
    read-only, the disk is full, or another program holds the file.
    """
    target = path.resolve()
    if target.is_dir():
        raise UserError(_("“{name}” is a folder. Choose a file name.").format(name=path.name))
    temporary = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except OSError as error:
        raise _sentence(error, path) from error
    finally:
        with suppress(OSError):  # gone already when all went well
            temporary.unlink()


def _sentence(error: OSError, path: Path) -> UserError:
    said = {"name": path.name, "folder": path.parent, "reason": error.strerror or error}
    if error.errno in _FULL:
        return UserError(
            _("The disk is full: “{name}” was not written. Free some space.").format(**said)
        )
    if not path.parent.is_dir():
        return UserError(_("There is no folder “{folder}”. Choose another one.").format(**said))
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return UserError(
            _(
                "“{name}” cannot be written: it is open in another program, or the folder "
                "“{folder}” is read-only. Close the program or choose another folder."
            ).format(**said)
        )
    return UserError(_("“{name}” could not be written: {reason}.").format(**said))
