"""Refuses, in one sentence, to start on versions that are known to crash or to lose data."""

import sys
from collections.abc import Sequence

Version = tuple[int, int, int]

# SQLite 3.7.0 to 3.51.2 can corrupt a WAL file when two connections write and checkpoint at the
# same moment; fixed in 3.51.3 (release notes of 2026-03-13).
SAFE_SQLITE: Version = (3, 51, 3)

# PySide6 6.12.0 drops a reference of None in every void call. From Python 3.12 on None is
# immortal; before, the process aborts after some thousand calls (PYSIDE-3474).
BROKEN_QT: Version = (6, 12, 0)
IMMORTAL_NONE = (3, 12)


def qt_refusal(qt: Sequence[object], python: Sequence[object] = sys.version_info) -> str | None:
    """Why this PySide6 must not run on this Python, or None where it may.

    `qt` is `PySide6.__version_info__`, read by the caller because this package knows no Qt.
    """
    if tuple(qt[:3]) != BROKEN_QT or tuple(python[:2]) >= IMMORTAL_NONE:
        return None
    from clinicmgr.kernel.i18n import _

    return _(
        "ClinicMgr cannot run with PySide6 {qt} on Python {python}, because the window would "
        "crash within seconds: install PySide6-Essentials 6.11.3, or use Python 3.12 or newer."
    ).format(qt=_dotted(qt[:3]), python=_dotted(python[:2]))


def sqlite_refusal(sqlite: Version | None = None) -> str | None:
    """Why this SQLite must not touch a practice file, or None where it may.

    Without an argument it looks at the SQLite inside sqlcipher3, the only one the program uses.
    """
    if sqlite is None:
        from sqlcipher3 import dbapi2

        sqlite = dbapi2.sqlite_version_info
    if sqlite >= SAFE_SQLITE:
        return None
    from clinicmgr.kernel.i18n import _

    return _(
        "ClinicMgr cannot use SQLite {found}, because it can damage the practice file: "
        "install sqlcipher3 0.6.4, which brings SQLite {safe} or newer."
    ).format(found=_dotted(sqlite), safe=_dotted(SAFE_SQLITE))


def _dotted(version: Sequence[object]) -> str:
    return ".".join(str(part) for part in version)
