"""Where a report goes: to a printer or into a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.preview import AskPrinter, ask_system_printer, file_name

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from clinicmgr.paper import Document


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A document with its PDF and the sizes of its pages in points; `kind` is whose it is."""

    kind: str
    document: Document
    pdf: bytes
    sizes: list[tuple[float, float]]


class Outlet(QWidget):
    """Prints and saves what was laid out; `used` names whose it was when that is done."""

    printed = Signal(int)
    used = Signal(str)

    def __init__(self, desk: Desk, ask_printer: AskPrinter | None, parent: QWidget) -> None:
        """`ask_printer` lets the user choose a printer; a test hands in one that writes a file."""
        super().__init__(parent)
        self._desk = desk
        self._ask_printer = ask_printer or ask_system_printer
        self.hide()

    def print_pages(self, made: LaidOut) -> None:
        """Ask for a printer and print every page."""
        self._ask_printer(self.window(), lambda printer: self._print(made, printer))

    def save_as(self, made: LaidOut, suffix: str) -> None:
        """Ask where to, and write the document as a file."""
        kinds = {".pdf": _("PDF (*.pdf)"), ".xlsx": _("Excel (*.xlsx)"), ".csv": _("CSV (*.csv)")}
        self._desk.ask_save(
            _("Save “{title}”").format(title=made.document.title),
            f"{file_name(made.document)}{suffix}",
            kinds[suffix],
            lambda path: self._save(made, path),
        )

    def _print(self, made: LaidOut, printer: QPrinter) -> None:
        from clinicmgr.qtkit.printing import Printout

        printout = Printout(made.pdf, len(made.sizes), printer, self._desk.jobs, self)
        printout.finished.connect(lambda pages: self._tell_printed(made, pages))

    def _tell_printed(self, made: LaidOut, pages: int) -> None:
        if pages:
            self._desk.toast(_("Sent to the printer"))
            self.used.emit(made.kind)
        self.printed.emit(pages)

    def _save(self, made: LaidOut, path: Path) -> None:
        self._desk.jobs.run(
            lambda _progress: _saved(made, path),
            lambda path: self._tell_saved(made, path),
            self._refuse,
            _("Saving {file}").format(file=path.name),
        )

    def _tell_saved(self, made: LaidOut, path: Path) -> None:
        self._desk.toast(_("Saved {file}").format(file=path.name))
        self.used.emit(made.kind)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._desk.warn(error.sentence)


def _saved(made: LaidOut, path: Path) -> Path:
    """Write the file; a PDF is made of the very bytes that are shown."""
    from clinicmgr.kernel.files import atomic_write
    from clinicmgr.paper.save import write

    if path.suffix.lower() == ".pdf":
        with atomic_write(path) as file:
            file.write(made.pdf)
    else:
        write(made.document, path)
    return path
