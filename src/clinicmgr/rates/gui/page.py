"""The rates page: the workbench, and the lists and Medicare files behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import Settings
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.record_book import RecordBook
from clinicmgr.qtkit.section_page import SectionPage
from clinicmgr.rates.gui.bench_view import BenchView
from clinicmgr.rates.gui.books import PayerBook, ServiceBook
from clinicmgr.rates.gui.build_panel import BuildPanel
from clinicmgr.rates.gui.files import RatesFiles
from clinicmgr.rates.gui.medicare_view import MedicareView
from clinicmgr.rates.gui.schedule_book import ScheduleBook
from clinicmgr.rates.service import Rates

SECTIONS = ("workbench", "services", "schedules", "payers", "medicare")


class RatesPage(SectionPage):
    """One section for each list; a section is made when it is first turned to."""

    watches: ClassVar[frozenset[str]] = frozenset(("rates",))

    def __init__(self, rates: Rates, settings: Settings, desk: Desk) -> None:
        """`settings` gives the locale, the currency, and what stands on prints."""
        super().__init__(_("Rates"))
        self._rates, self._desk, self._now = rates, desk, settings.current()
        self.files = RatesFiles(rates, desk, settings.current, self)
        self.add_sections(zip(SECTIONS, _titles(), strict=True), _("Parts of rates"))
        self.count = labels.secondary("", self)
        self.bar.addWidget(self.count)
        self._add_actions()
        self.files.import_ready.connect(self.stack.cover)
        self._turn()

    def _add_actions(self) -> None:
        add, files = self.add_action, self.files
        self._add_record = add("", self.add, icon="add", shortcut="Ctrl+N", place="primary")
        add(_("Build prices"), self.build, icon="wand", shortcut="Ctrl+B")
        add(_("Print"), files.print_fee_list, icon="print", shortcut="Ctrl+P")
        add(_("Print the comparison"), files.print_comparison, icon="print", place="more")
        add(_("Import prices…"), files.ask_prices, icon="import", place="more")
        add(_("Import services…"), files.ask_services, icon="import", place="more")
        add(_("Import Medicare relative values…"), files.ask_values, icon="import", place="more")
        add(_("Import Medicare cost indices…"), files.ask_indices, icon="import", place="more")
        add(_("Export prices…"), files.ask_export, icon="export", place="more")
        add(_("How a price came about"), self.explain, icon="info", shortcut="Ctrl+I", place="more")
        add(_("Find a service"), self._find, icon="search", shortcut="Ctrl+F", place="palette")
        add(_("Save"), self.save, icon="save", shortcut="Ctrl+S", place="palette")

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of the workbench, for the keyboard sheet."""
        return (
            ("F2", _("Type a price")),
            ("Del", _("Take prices away")),
            ("Ctrl+D", _("Fill down")),
            ("Ctrl+I", _("How a price came about")),
            ("Esc", _("Close the panel")),
        )

    # What is shown

    @property
    def bench(self) -> BenchView:
        """The workbench."""
        bench = self._sections["workbench"]
        assert isinstance(bench, BenchView)  # noqa: S101 - made first, and never another
        return bench

    def reload(self) -> None:
        """Read the section that is shown, and what stands under the title."""
        super().reload()
        self._name_place()

    # What the actions do

    def add(self) -> None:
        """Open the form for a new record; on the workbench that is a service."""
        if self.book is None:
            self.turn_to("services")
        if self.book is not None:
            self.book.add()

    def save(self) -> None:
        """Keep the form that is shown."""
        if isinstance(self.shown, RecordBook | MedicareView):
            self.shown.save()

    def build(self) -> None:
        """Show how new prices can be made from old ones or from Medicare."""
        if self._rates.services():
            self.stack.cover(BuildPanel(self._rates, self._desk, self._now, self))
        else:
            self._desk.warn(_("There are no services yet. Add or import them first."))

    def explain(self) -> None:
        """Say how the prices of the current service came about."""
        self.turn_to("workbench")
        self.bench.explain()

    # Inside

    def _suit_section(self) -> None:
        self.count.setVisible(self.section == "workbench")
        book = self.book
        self._add_record.setText(book.words.add if book else _("Add service"))

    def _made(self, section: str) -> QWidget:
        rates, desk, now = self._rates, self._desk, self._now
        makers: dict[str, Callable[[], QWidget]] = {
            "workbench": lambda: BenchView(rates, desk, now, self._empty),
            "services": lambda: ServiceBook(rates, desk, now),
            "schedules": lambda: ScheduleBook(rates, desk, now),
            "payers": lambda: PayerBook(rates, desk, now),
            "medicare": lambda: MedicareView(
                rates, desk, now, self.files.ask_values, self.files.ask_indices
            ),
        }
        made = makers[section]()
        if isinstance(made, BenchView):
            made.told.connect(self.count.setText)
        return made

    def _empty(self) -> EmptyState:
        return EmptyState(
            "rates",
            _("No services yet"),
            _(
                "Here you see what you charge beside what each payer and Medicare pay. Begin "
                "with your services: import the list you have, or add them one by one."
            ),
            buttons.primary(_("Add the first service"), self.add, icon="add"),
            buttons.quiet(_("Import services"), self.files.ask_services, icon="import"),
        )

    def _name_place(self) -> None:
        """Say under the title for which place and release Medicare's amounts are."""
        today = self._desk.clock.today()
        release, home = self._rates.release_on(today), self._rates.home()
        if release is None:
            self.set_title(_("Rates"))
            return
        words = _("Medicare {release} · {place} · conversion factor {factor}")
        place = home.locality or _("national amounts")
        factor = release.conversion_factor
        self.set_title(_("Rates"), words.format(release=release.name, place=place, factor=factor))

    def _find(self) -> None:
        self.turn_to("workbench")
        self.bench.search.begin()


def _titles() -> tuple[str, ...]:
    return _("Workbench"), _("Services"), _("Fee schedules"), _("Payers"), _("Medicare")
