"""Printing: each page of a PDF becomes a picture in the printer's resolution, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from clinicmgr.kernel.i18n import _
from clinicmgr.paper.preview import page_size
from clinicmgr.qtkit.jobs import Jobs

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_DPI = 300


class Printout(QObject):
    """One document on its way to the printer. Pages are drawn in jobs; only painting is done here.

    `finished` carries the number of pages that were printed, 0 if the user cancelled or the
    printer refused.
    """

    finished = Signal(int)

    def __init__(
        self, pdf: bytes, pages: int, printer: QPrinter, jobs: Jobs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._pdf, self._pages, self._jobs = pdf, pages, jobs
        # The painter only borrows the printer: without this reference the process would crash.
        self._printer = printer
        self._painter = QPainter()
        self._page = 0
        jobs.cancelled.connect(self._stop)
        self._shape_sheet()
        if self._painter.begin(printer):
            self._ask()
        else:
            self._end(0)

    def _shape_sheet(self) -> None:
        """Print on a sheet of the size and direction that the PDF has, up to its edges."""
        wide, high = page_size(self._pdf, 0)
        sheet = QPageSize(
            QRectF(0, 0, min(wide, high), max(wide, high)).size(), QPageSize.Unit.Point
        )
        self._printer.setPageSize(sheet)
        directions = QPageLayout.Orientation
        turned = directions.Landscape if wide > high else directions.Portrait
        self._printer.setPageOrientation(turned)
        self._printer.setFullPage(True)

    def _ask(self) -> None:
        from clinicmgr.qtkit.preview import page_picture

        pdf, page = self._pdf, self._page
        title = _("Printing page {page} of {count}").format(page=page + 1, count=self._pages)
        self._jobs.run(
            lambda _progress: page_picture(pdf, page, _DPI), self._paint, self._fail, title
        )

    def _paint(self, picture: QImage) -> None:
        if not self._painter.isActive():
            return
        paper = self._printer.paperRect(self._printer.Unit.DevicePixel)
        self._painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), picture)
        self._page += 1
        if self._page == self._pages:
            self._end(self._pages)
        elif self._printer.newPage():
            self._ask()
        else:
            self._end(0)

    def _fail(self, _error: Exception) -> None:
        self._end(0)

    def _stop(self) -> None:
        if self._painter.isActive():
            self._printer.abort()
            self._end(0)

    def _end(self, pages: int) -> None:
        if self._painter.isActive():
            self._painter.end()
        self.finished.emit(pages)
        self.deleteLater()
