"""The preview of a document: what is on the screen is the PDF, is the file, is the paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.jobs import Progress
from clinicmgr.qtkit.page import Page
from clinicmgr.qtkit.preview_sheets import Sheets
from clinicmgr.qtkit.segmented import Segmented

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from clinicmgr.paper import Document

_PRINT_DPI = 300
AskPrinter = Callable[[QWidget, "Callable[[QPrinter], object]"], None]


class PaperPreview(Page):
    """Shows the pages of a document; prints them or saves them as PDF, Excel or CSV.

    `closed` asks to go back to the page below. Rendering happens in jobs, so the window stays live.
    """

    watches: ClassVar[frozenset[str]] = frozenset()
    closed = Signal()
    shown = Signal()
    printed = Signal(int)

    def __init__(
        self, document: Document, desk: Desk, ask_printer: AskPrinter | None = None
    ) -> None:
        """`ask_printer` lets the user choose a printer; a test hands in one that writes a file."""
        super().__init__(document.title, document.subtitle)
        self._document = document
        self._desk = desk
        self._ask_printer = ask_printer or ask_system_printer
        self._pdf = b""
        self.sheets = Sheets(self._render, self)
        self._count = labels.secondary(parent=self)
        self._zoom = Segmented(
            (("page", _("Whole page")), ("width", _("Page width"))), _("Zoom"), self
        )
        self._actions_of()
        self._arrange()

    def _actions_of(self) -> None:
        self.add_action(_("Excel"), lambda: self.save_as(".xlsx"), icon="export")
        self.add_action(_("CSV"), lambda: self.save_as(".csv"), place="more")
        self.add_action(
            _("Save as PDF"), lambda: self.save_as(".pdf"), icon="save", shortcut="Ctrl+S"
        )
        self.print_action = self.add_action(
            _("Print"), self.print_pages, icon="print", shortcut="Ctrl+P", place="primary"
        )

    def _arrange(self) -> None:
        back = buttons.quiet(_("Back"), self.closed.emit, icon="arrow-left", parent=self)
        back.setToolTip(_("Back to the page (Esc)"))
        self._previous = buttons.tool(
            "chevron-up", _("Previous page"), lambda: self._step(-1), shortcut="PgUp", parent=self
        )
        self._next = buttons.tool(
            "chevron-down", _("Next page"), lambda: self._step(1), shortcut="PgDown", parent=self
        )
        smaller = buttons.tool(
            "minus", _("Smaller"), lambda: self._zoom_by(1 / 1.25), shortcut="Ctrl+-", parent=self
        )
        larger = buttons.tool(
            "add", _("Larger"), lambda: self._zoom_by(1.25), shortcut="Ctrl++", parent=self
        )
        for shown in (back, self._previous, self._next, self._count):
            self.bar.addWidget(shown)
        self.bar.addStretch()
        self.bar.addWidget(self._zoom)
        self.bar.addWidget(smaller)
        self.bar.addWidget(larger)
        self._zoom.chosen.connect(self.sheets.fit)
        self.sheets.moved.connect(self._show_place)
        self.sheets.installEventFilter(self)
        self.body.addWidget(self.sheets, 1)
        self.setFocusProxy(self.sheets)  # fmt: skip

    def reload(self) -> None:
        """Make the PDF, once: a preview shows what was asked for, whatever changes meanwhile."""
        if self._pdf:
            return
        document = self._document
        self._count.setText(_("Laying out the pages …"))
        self._desk.jobs.run(
            lambda _progress: _laid_out(document), self._take, self._fail, _("Laying out the pages")
        )

    def _take(self, made: tuple[bytes, list[tuple[float, float]]]) -> None:
        self._pdf, sizes = made
        self.sheets.show_sizes(sizes)
        self._show_place(0)
        self.shown.emit()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._desk.warn(error.sentence)

    def _render(self, page: int, dpi: float, done: Callable[[QImage], object]) -> None:
        """Draw one page in a job; the sheets ask for those that come into view."""
        pdf = self._pdf
        self._desk.jobs.run(lambda _progress: page_picture(pdf, page, dpi), done, self._fail)

    # Saving and printing

    def save_as(self, suffix: str) -> None:
        """Ask where to, and write the same document as a file."""
        kinds = {".pdf": _("PDF (*.pdf)"), ".xlsx": _("Excel (*.xlsx)"), ".csv": _("CSV (*.csv)")}
        self._desk.ask_save(
            _("Save “{title}”").format(title=self._document.title),
            f"{file_name(self._document)}{suffix}",
            kinds[suffix],
            self.save_to,
        )

    def save_to(self, path: Path) -> None:
        """Write the file in a job; a PDF is made of the very bytes that are shown."""
        from clinicmgr.kernel.files import atomic_write
        from clinicmgr.paper.save import write

        document, pdf = self._document, self._pdf

        def work(_progress: Progress) -> Path:
            if path.suffix.lower() == ".pdf" and pdf:
                with atomic_write(path) as file:
                    file.write(pdf)
            else:
                write(document, path)
            return path

        self._desk.jobs.run(
            work, self._saved, self._fail, _("Saving {file}").format(file=path.name)
        )

    def _saved(self, path: Path) -> None:
        self._desk.toast(_("Saved {file}").format(file=path.name))

    def print_pages(self) -> None:
        """Ask for a printer and print every page."""
        if self._pdf:
            self._ask_printer(self, self._print_on)

    def _print_on(self, printer: QPrinter) -> None:
        from clinicmgr.qtkit.printing import Printout

        printout = Printout(self._pdf, len(self.sheets.sizes), printer, self._desk.jobs, self)
        printout.finished.connect(self._printed)

    def _printed(self, pages: int) -> None:
        if pages:
            self._desk.toast(_("Sent to the printer"))
        self.printed.emit(pages)

    # Keys and place

    def _show_place(self, page: int) -> None:
        count = len(self.sheets.sizes)
        self._count.setText(_("Page {page} of {count}").format(page=page + 1, count=count))
        self._previous.setEnabled(page > 0)
        self._next.setEnabled(page + 1 < count)

    def _step(self, step: int) -> None:
        self.sheets.show_page(self.sheets.page + step)

    def _zoom_by(self, factor: float) -> None:
        self.sheets.zoom_by(factor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in steps:
            self._step(steps[key])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.sheets.show_page(0 if key == Qt.Key.Key_Home else len(self.sheets.sizes) - 1)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            self._zoom_by(1 / 1.25 if key == Qt.Key.Key_Minus else 1.25)
        else:
            return False
        return True


def ask_system_printer(parent: QWidget, done: Callable[[QPrinter], object]) -> None:
    """Open the print dialog of the system; `done` gets the printer that was chosen."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(_PRINT_DPI)
    asked = QPrintDialog(printer, parent)
    asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    # The dialog only borrows the printer, so the callback keeps it alive.
    asked.accepted.connect(lambda: done(printer))
    QDialog.open(asked)


def file_name(document: Document) -> str:
    """Return a name for the file: the title and subtitle without what file systems refuse."""
    words = " ".join(part for part in (document.title, document.subtitle) if part)
    return "".join("-" if sign in '\\/:*?"<>|' else sign for sign in words)[:120].strip(" .-")


def page_picture(pdf: bytes, page: int, dpi: float) -> QImage:
    """Return a page as a picture; it may be made in any thread."""
    from clinicmgr.paper.preview import page_image

    image = page_image(pdf, page, dpi)
    shape = QImage.Format.Format_RGBA8888
    return QImage(image.pixels, image.width, image.height, image.stride, shape).copy()


def _laid_out(document: Document) -> tuple[bytes, list[tuple[float, float]]]:
    from clinicmgr.paper import pdf, preview

    made = pdf.render(document)
    return made, [preview.page_size(made, page) for page in range(preview.page_count(made))]
