"""The pages of the report that is chosen: the very PDF that is saved and printed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.jobs import Progress
from clinicmgr.qtkit.preview import AskPrinter, page_picture
from clinicmgr.qtkit.preview_sheets import Sheets
from clinicmgr.qtkit.segmented import Segmented
from clinicmgr.reports.gui.outlet import LaidOut, Outlet

if TYPE_CHECKING:
    from clinicmgr.paper import Document

Sizes = list[tuple[float, float]]


class _LiveSheets(Sheets):
    """Sheets that are replaced without a flash of white while the new pictures are drawn."""

    def renew(self, sizes: Sizes, *, same: bool) -> None:
        """Show other pages; those of the `same` report keep their old picture until then."""
        kept = {page: (0.0, image) for page, (_dpi, image) in self._pictures.items()}
        page = self.page if same else 0
        self.show_sizes(sizes)
        if same:
            self._pictures.update(kept)
        self.show_page(page)


class PaperPages(QWidget):
    """Lays a document out in a job, shows its pages, prints and saves them.

    Only the document asked for last is ever shown; `settled` follows when it is, or cannot be.
    """

    settled = Signal()

    def __init__(
        self, desk: Desk, ask_printer: AskPrinter | None = None, parent: QWidget | None = None
    ) -> None:
        """`ask_printer` is handed to the outlet."""
        super().__init__(parent)
        self._desk = desk
        self.outlet = Outlet(desk, ask_printer, self)
        self._wanted = 0
        self._kind = ""
        self._title = ""
        self._waiting: list[Callable[[LaidOut], object]] = []
        self.shown: LaidOut | None = None
        self.is_settled = True
        self.sheets = _LiveSheets(self._render, self)
        self.notice = EmptyState(
            "reports",
            _("Nothing to show yet"),
            _("Choose a report at the left."),
            parent=self,
        )
        self._count = labels.secondary(parent=self)
        self._zoom = Segmented(
            (("page", _("Whole page")), ("width", _("Page width"))), _("Zoom"), self
        )
        self._arrange()

    def _arrange(self) -> None:
        self._previous = buttons.tool(
            "chevron-up", _("Previous page"), lambda: self._step(-1), shortcut="PgUp", parent=self
        )
        self._next = buttons.tool(
            "chevron-down", _("Next page"), lambda: self._step(1), shortcut="PgDown", parent=self
        )
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for shown in (self._previous, self._next, self._count):
            bar.addWidget(shown)
        bar.addStretch()
        bar.addWidget(self._zoom)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.sheets)
        self.stack.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self.stack, 1)
        self._zoom.chosen.connect(self.sheets.fit)
        self.sheets.moved.connect(self._show_place)
        self._desk.jobs.cancelled.connect(self._hear_cancelled)
        self.stack.setCurrentWidget(self.notice)
        self._show_place(0)

    # What is shown

    def show_document(self, document: Document, kind: str) -> None:
        """Lay this document out and show it; `kind` tells a report from another one."""
        self._wanted += 1
        number = self._wanted
        same, self._kind = kind == self._kind, kind
        self.is_settled = False
        if not same:
            self.shown = None
        self._title = _("Laying out {title}").format(title=document.title)

        def work(progress: Progress) -> LaidOut | None:
            return None if number != self._wanted else _laid_out(document, kind, progress)

        self._desk.jobs.run(
            work,
            lambda made: self._take(number, made, same=same),
            lambda error: self._fail(number, error),
            self._title,
        )

    def announce(self, text: str) -> None:
        """Say at once, in the place of the page number, what the window is busy with."""
        self._count.setText(text)
        self._count.repaint()

    def say(self, title: str, sentence: str) -> None:
        """Show words in the place of the pages, for a report that cannot be made."""
        self._wanted += 1
        self._kind = ""
        self.shown = None
        self._waiting.clear()
        self.notice.say(title, sentence)
        self.stack.setCurrentWidget(self.notice)
        self._show_place(0)
        self._settle()

    def _take(self, number: int, made: LaidOut | None, *, same: bool) -> None:
        if made is None or number != self._wanted:
            return
        self.shown = made
        self.sheets.renew(made.sizes, same=same)
        self.stack.setCurrentWidget(self.sheets)
        self._show_place(self.sheets.page)
        waiting, self._waiting = self._waiting, []
        for do in waiting:
            do(made)
        self._settle()

    def _fail(self, number: int, error: Exception) -> None:
        if number == self._wanted:
            words = error.sentence if isinstance(error, UserError) else _("This is a fault.")
            self.say(_("This report could not be made"), words)

    def _hear_cancelled(self, title: str) -> None:
        if not self.is_settled and title == self._title:
            self.say(_("Stopped"), _("Change an option, or choose the report again."))

    def _settle(self) -> None:
        self.is_settled = True
        self.settled.emit()

    def _render(self, page: int, dpi: float, done: Callable[[QImage], object]) -> None:
        made = self.shown
        if made is not None:
            self._desk.jobs.run(
                lambda _progress: page_picture(made.pdf, page, dpi),
                lambda image: done(image) if self.shown is made else None,
                lambda _error: None,
            )

    # Printing and saving

    def when_ready(self, do: Callable[[LaidOut], object]) -> None:
        """Do something with the document that is asked for, at once or as soon as it is there."""
        if self.is_settled and self.shown is not None:
            do(self.shown)
        elif not self.is_settled:
            self._waiting.append(do)

    def print_pages(self) -> None:
        """Ask for a printer and print every page."""
        self.when_ready(self.outlet.print_pages)

    def save_as(self, suffix: str) -> None:
        """Ask where to, and write the document as a file."""
        self.when_ready(lambda made: self.outlet.save_as(made, suffix))

    # Place

    def _show_place(self, page: int) -> None:
        count = 0 if self.shown is None else len(self.shown.sizes)
        words = _("Page {page} of {count}").format(page=page + 1, count=count)
        self._count.setText(words if count else "")
        self._previous.setEnabled(page > 0 and count > 0)
        self._next.setEnabled(page + 1 < count)

    def _step(self, step: int) -> None:
        self.sheets.show_page(self.sheets.page + step)


def _laid_out(document: Document, kind: str, progress: Progress) -> LaidOut:
    from clinicmgr.paper import pdf, preview

    progress.stop_if_cancelled()
    made = pdf.render(document)
    progress.stop_if_cancelled()
    sizes = [preview.page_size(made, page) for page in range(preview.page_count(made))]
    return LaidOut(kind, document, made, sizes)
