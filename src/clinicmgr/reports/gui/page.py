"""The report center: what can be printed, its options, and the pages as they will come out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QSplitter

from clinicmgr import __version__
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.page import Page
from clinicmgr.reports.catalog import PRINTABLES, Printable, Sources
from clinicmgr.reports.catalog.remembered import Remembered
from clinicmgr.reports.gui.chooser import Chooser
from clinicmgr.reports.gui.options import OptionsPanel
from clinicmgr.reports.gui.pages import PaperPages
from clinicmgr.reports.gui.views import Editors, Views

if TYPE_CHECKING:
    from clinicmgr.paper import Document
    from clinicmgr.qtkit.preview import AskPrinter

_PAUSE = 120  # milliseconds: who runs down the list with the arrow key gets the last one
_SLOW = 300  # milliseconds of gathering after which a report says so the next time
_WIDTHS = (252, 276, 532)


class ReportsPage(Page):
    """Lists every printable of every domain, remembers its options, previews, prints and saves."""

    watches: ClassVar[frozenset[str]] = frozenset(
        (
            "activity", "equipment", "finance", "places", "practice", "rates", "reports",
            "schedule", "staff",
        )
    )  # fmt: skip

    def __init__(
        self,
        sources: Sources,
        desk: Desk,
        remembered: Remembered,
        editors: Editors | None = None,
        ask_printer: AskPrinter | None = None,
    ) -> None:
        """`editors` makes what printables show besides, by the names they give."""
        super().__init__(_("Reports"), _("Everything that can be printed or saved as a file"))
        self._sources, self._desk, self._remembered = sources, desk, remembered
        self._slow: set[str] = set()
        self._by_name = {each.name: each for each in PRINTABLES}
        self._each: Printable[Any] | None = None
        self._fields: tuple[Field, ...] = ()
        self._document: Document | None = None
        self.chooser = Chooser(PRINTABLES, self)
        self.options = OptionsPanel(self)
        self.pages = PaperPages(desk, ask_printer, self)
        self.views = Views(self.pages, editors or {}, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.build)
        self._arrange()
        self._add_actions()
        self._connect()

    def _arrange(self) -> None:
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setHandleWidth(12)
        self.split.setChildrenCollapsible(False)
        for part in (self.chooser, self.options, self.views):
            self.split.addWidget(part)
        self.chooser.setMinimumWidth(200)
        self.options.setMinimumWidth(250)
        self.views.setMinimumWidth(300)
        self.split.setStretchFactor(0, 0)
        self.split.setStretchFactor(1, 0)
        self.split.setStretchFactor(2, 1)
        self.split.setSizes(list(_WIDTHS))
        self.body.addWidget(self.split, 1)
        self.setFocusProxy(self.chooser.list)

    def _add_actions(self) -> None:
        add = self.add_action
        add(_("Excel"), lambda: self._save(".xlsx"), icon="export")
        add(_("CSV"), lambda: self._save(".csv"), icon="export")
        add(_("Save as PDF"), lambda: self._save(".pdf"), icon="save", shortcut="Ctrl+S")
        self.print_action = add(
            _("Print"), self._print, icon="print", shortcut="Ctrl+P", place="primary"
        )
        add(_("Show it large"), self._show_large, icon="eye", place="more")
        add(_("Find a report"), self._find, icon="search", shortcut="Ctrl+F", place="palette")

    def _connect(self) -> None:
        self.chooser.chosen.connect(self.choose)
        self.chooser.opened.connect(lambda _name: self._show_large())
        self.options.changed.connect(self.build)
        self.pages.outlet.used.connect(self._note_use)

    def reload(self) -> None:
        """Read the choices again and make the report anew; what is filled in stays."""
        self.chooser.show_used(self._remembered.used)
        if self._each is None:
            first = next(iter(self._remembered.used), PRINTABLES[0].name)
            self.chooser.choose(first if first in self._by_name else PRINTABLES[0].name)
            self._pause.stop()
        else:
            self._ask_again()
        self.build()

    def go_to(self, ref: object) -> None:
        """Choose the printable of this name."""
        if isinstance(ref, str) and ref in self._by_name:
            self.refresh()
            self.chooser.choose(ref)

    def choose(self, name: str) -> None:
        """Ask for the options of a printable, and make it after a pause."""
        each = self._by_name[name]
        if each is self._each:
            return
        self._keep()
        self._each = each
        fields = each.fields(self._sources)
        answers = self._remembered.answers(name, fields)
        self._show_options(fields, answers)
        self._pause.start()

    def _ask_again(self) -> None:
        """Offer the choices as they are now; half-typed answers stay as they are."""
        each = self._each
        if each is None or self.options.form is None or self.options.is_waiting:
            return
        try:
            answers = self.options.answers()
        except UserError:
            return
        fields = each.fields(self._sources)
        if _offers(fields) != _offers(self._fields):
            self._show_options(fields, answers)

    def _show_options(self, fields: tuple[Field, ...], answers: Mapping[str, object]) -> None:
        each = self._each
        if each is None:
            return
        self._fields = fields
        locale = self._sources.settings.current().locale
        self.options.show_report(each, fields, answers, locale)
        self.views.offer(each.editor)

    # Making

    @property
    def is_waiting(self) -> bool:
        """Whether something was chosen or changed that the pages do not show yet."""
        return self._pause.isActive() or self.options.is_waiting

    def build(self) -> None:
        """Make the report from what is filled in, and show it when it is laid out."""
        each = self._each
        self._pause.stop()
        self.options.stop_waiting()
        if each is None or self.options.form is None:
            return
        self._document = None
        if each.name in self._slow:
            self.pages.announce(_("Gathering the figures …"))
        taken = QElapsedTimer()
        taken.start()
        try:
            answers = self.options.answers()
            request = each.request(self._sources, answers)
            self._document = each.document(self._sources, answers, __version__)
        except UserError as error:
            self.options.show_error(error)
            self.pages.say(_("This report cannot be made so"), error.sentence)
            return
        if taken.elapsed() > _SLOW:
            self._slow.add(each.name)
        self._remembered.keep(each.name, self._fields, answers)
        self.views.show_options(request.options)
        self.pages.show_document(self._document, each.name)

    def _settle(self) -> None:
        """Make what was changed a moment ago before it is printed or saved."""
        self.views.keep()
        if self.is_waiting:
            self.build()

    def _keep(self) -> None:
        """Remember what was filled in when another printable is chosen at once."""
        if self._each is not None and self.options.is_waiting:
            try:
                self._remembered.keep(self._each.name, self._fields, self.options.answers())
            except UserError:
                return  # what cannot be read is not worth remembering

    def _print(self) -> None:
        self._settle()
        self.pages.print_pages()

    def _save(self, suffix: str) -> None:
        self._settle()
        self.pages.save_as(suffix)

    def _show_large(self) -> None:
        self._settle()
        if self._document is not None:
            self._desk.show_paper(self._document)

    def _find(self) -> None:
        self.chooser.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.chooser.search.selectAll()

    def _note_use(self, name: str) -> None:
        self._remembered.note_use(name)
        self.chooser.show_used(self._remembered.used)


def _offers(fields: tuple[Field, ...]) -> list[tuple[object, ...]]:
    return [field.options() for field in fields]
