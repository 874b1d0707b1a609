"""What happens when the program is wrong: a plain sentence, a report to keep, and it goes on.

Nothing is sent anywhere. A report has no value of a record in it: names in quotation marks, numbers
and everything in brackets are left out of the messages.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from clinicmgr import __version__
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.dialog import Dialog

if TYPE_CHECKING:
    from clinicmgr.desktop.session import Session

_log = logging.getLogger("clinicmgr")
_VALUES = re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”|\[[^\]]*\]|\([^)]*\)|\{[^}]*\}|\d[\d.:-]*")


def watch(session: Session) -> None:
    """Keep a log, and show every error that nobody expected, as long as the window lives."""
    QTimer.singleShot(0, session, lambda: start_log(session.pc.paths.logs))
    watcher = FaultWatcher(session)
    before = sys.excepthook
    sys.excepthook = watcher.hear

    def end() -> None:
        sys.excepthook = before

    session.window.destroyed.connect(end)


def start_log(folder: Path) -> None:
    """Write warnings and errors to a file that never grows beyond half a megabyte."""
    from logging.handlers import RotatingFileHandler

    folder.mkdir(parents=True, exist_ok=True)
    kept = RotatingFileHandler(
        folder / "clinicmgr.log", maxBytes=250_000, backupCount=1, encoding="utf-8", delay=True
    )
    kept.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    _log.addHandler(kept)


class FaultWatcher(QObject):
    """Hears every error that nobody expected; one dialog at a time."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.shown: FaultDialog | None = None

    def hear(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log the error and show it; Ctrl+C in a terminal still ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        book = self._session.book
        report = report_of(error, f"{self._session.clock.now()}", book.current if book else "")
        _log.error("unexpected error\n%s", report)
        sys.stderr.write(report + "\n")
        if self.shown is None:
            self.shown = FaultDialog(report, self._session.desk.ask_save, self._session.window)
            self.shown.finished.connect(self._forget)
            self.shown.open()

    def _forget(self) -> None:
        self.shown = None


def report_of(error: BaseException, at: str, page: str) -> str:
    """Return the report of an error: where it happened, on which versions, without any value."""
    import platform
    import traceback

    lines = [
        f"ClinicMgr {__version__}, {at}, page {page or '-'}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        "",
    ]
    chain: list[BaseException] = [error]
    while (cause := chain[-1].__cause__ or chain[-1].__context__) is not None:
        chain.append(cause)
    for link in reversed(chain):
        lines += [
            f"  {_place(frame.filename)}:{frame.lineno} {frame.name}: {frame.line}"
            for frame in traceback.extract_tb(link.__traceback__)
        ]
        first_line = str(link).partition("\n")[0]
        lines.append(f"{type(link).__name__}: {_VALUES.sub('…', first_line)}")
    return "\n".join(lines)


def _place(filename: str) -> str:
    """Return the file without the folders of this PC, which hold a person's name."""
    parts = Path(filename).parts
    for mark in ("clinicmgr", "site-packages"):
        if mark in parts:
            at = len(parts) - 1 - parts[::-1].index(mark)
            return "/".join(parts[at:])
    return parts[-1]


class FaultDialog(Dialog):
    """Says that something went wrong, that nothing is lost, and offers the report."""

    def __init__(
        self,
        report: str,
        ask_save: Callable[[str, str, str, Callable[[Path], object]], None],
        parent: QWidget,
    ) -> None:
        super().__init__(_("Something went wrong"), _("Go on"), lambda: None, parent=parent)
        self.cancel_button.hide()
        self._report = report
        self._ask_save = ask_save
        self.body.addWidget(
            labels.paragraph(
                _(
                    "The program made a mistake and left out what you asked for. What you had "
                    "entered before is saved. The report below names no person; you may pass it on."
                ),
                self,
            )
        )
        details = QPlainTextEdit(report, self)
        details.setReadOnly(True)
        details.setAccessibleName(_("Report"))
        details.setMinimumHeight(180)
        details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.body.addWidget(details)
        copy = buttons.quiet(_("Copy details"), self.copy_report, icon="copy", parent=self)
        save = buttons.quiet(_("Save report…"), self.save_report, icon="save", parent=self)
        self.foot.insertWidget(0, copy)
        self.foot.insertWidget(1, save)
        self.setMinimumWidth(620)

    def copy_report(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._report)

    def save_report(self) -> None:
        """Ask where to, and write the report as a text file."""
        self._ask_save(_("Save report"), "clinicmgr-report.txt", _("Text (*.txt)"), self._write)

    def _write(self, path: Path) -> None:
        try:
            path.write_text(self._report + "\n", encoding="utf-8")
        except OSError:
            self.banner.say("", _("“{file}” could not be written.").format(file=path.name))
