"""One writer at a time: a lock that the system itself releases, whatever happens to the program.

The file beside the practice only carries the lock and says who holds it; a file left over by a
crash locks nothing.
"""

import getpass
import json
import os
import socket
import sys
from datetime import datetime
from pathlib import Path
from typing import IO

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _

if sys.platform == "win32":
    import msvcrt

    # Windows keeps others from reading the locked bytes, so the lock sits far behind the text.
    _LOCKED_AT = 1 << 20

    def _lock(file: IO[str]) -> None:
        file.seek(_LOCKED_AT)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)
else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class PracticeLock:
    """Held as long as a practice is open."""

    def __init__(self, practice: Path, since: datetime) -> None:
        """Take the lock of `practice`, or raise a UserError that says who has it."""
        self._path = practice.with_name(practice.name + ".lock")
        self._file = self._take(practice)
        self._file.truncate(0)
        json.dump(
            {
                "who": getpass.getuser(),
                "pc": socket.gethostname(),
                "process": os.getpid(),
                "since": since.isoformat(timespec="minutes"),
            },
            self._file,
        )
        self._file.flush()

    def release(self) -> None:
        """Let the next one in."""
        self._path.unlink(missing_ok=True) if sys.platform != "win32" else None
        self._file.close()

    def _take(self, practice: Path) -> IO[str]:
        while True:
            file = self._path.open("a+", encoding="utf-8")
            file.seek(0)
            try:
                _lock(file)
            except OSError as error:
                holder = _read_holder(file)
                file.close()
                raise UserError(_in_use(practice, holder)) from error
            if self._path.exists() and self._path.stat().st_ino == os.fstat(file.fileno()).st_ino:
                return file
            file.close()  # its holder removed it between our opening and our locking


def _read_holder(file: IO[str]) -> dict[str, str]:
    file.seek(0)
    try:
        holder: dict[str, str] = json.loads(file.read())
    except ValueError:  # the other one is just writing it
        return {}
    return holder


def _in_use(practice: Path, holder: dict[str, str]) -> str:
    if not holder:
        return _("“{file}” is open in another window. Close it there, or use that window.").format(
            file=practice.name
        )
    return _(
        "“{file}” is open in another window: {who} on {pc} has had it since {since}. "
        "Close it there, or use that window."
    ).format(
        file=practice.name,
        who=holder["who"],
        pc=holder["pc"],
        since=holder["since"].replace("T", " "),
    )
