"""How the prices of one service came about, payer by payer, and Medicare's amount step by step."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.money import format_money
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.entry_list import Entry, EntryList
from clinicmgr.rates.records import Asked, MedicareQuote, Workbench, WorkbenchLine
from clinicmgr.rates.service import Rates


class Explanation(QWidget):
    """Entries with a price and the sentence behind it."""

    def __init__(
        self, rates: Rates, settings: ClinicSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rates, self._settings = rates, settings
        self.prices, self.medicare = EntryList(self), EntryList(self)
        self._title = labels.section(_("Medicare"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 0, 18, 12)
        column.setSpacing(10)
        for shown in (self.prices, self._title, self.medicare):
            column.addWidget(shown)
        column.addStretch()

    def show_line(self, line: WorkbenchLine, bench: Workbench) -> None:
        """Show one service on the day of the workbench."""
        quote = self._rates.quote(Asked(line.code, bench.day, line.modifier))
        entries = [self._price(_("Our fee"), quote.cents, quote.lines)]
        payers = {each.id: each for each in self._rates.payers()}
        for schedule, price in zip(bench.schedules, line.prices, strict=True):
            payer = payers.get(schedule.payer_id or 0)
            if payer is None:
                entries.append(self._price(schedule.name, price, ()))
                continue
            found = self._rates.quote(Asked(line.code, bench.day, line.modifier, payer.id))
            entries.append(self._price(payer.name, found.cents, found.lines))
        self.prices.show_entries(entries)
        self._show_medicare(quote.medicare)

    def _show_medicare(self, medicare: MedicareQuote | None) -> None:
        if medicare is None:
            self._title.setText(_("Medicare"))
            self.medicare.show_entries([], _("No amount is on record for this code and day."))
            return
        place = medicare.locality.key if medicare.locality else _("national")
        self._title.setText(_("Medicare {release}").format(release=medicare.release.name))
        steps = [Entry(line) for line in medicare.lines]
        entries = [
            self._price(place, medicare.cents, ()),
            *(Entry(step.text, faint=True) for step in steps),
            *(Entry(note, pill=(_("Note"), "warning"), faint=True) for note in medicare.notes),
        ]
        national = medicare.national.at(facility=medicare.facility)
        if medicare.local is not None:
            entries.append(self._price(_("national"), national, ()))
        self.medicare.show_entries(entries)

    def _price(self, name: str, cents: int | None, lines: tuple[str, ...]) -> Entry:
        if cents is None:
            return Entry(name, "\n".join(lines) or _("No price"), faint=True)
        money = format_money(cents, self._settings.currency, self._settings.locale)
        return Entry(name, "\n".join(lines), pill=(money, "accent"))
