"""Fee schedules as a list with a form and, below it, the versions of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.entry_list import Entry, EntryList, Verb
from clinicmgr.qtkit.record_book import RecordBook
from clinicmgr.qtkit.record_shelf import BookWords
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.rates.records import SCHEDULE_FIELDS, FeeSchedule, FeeScheduleDraft, Version
from clinicmgr.rates.service import Rates


class ScheduleShelf:
    """The fee schedules, the practice's own first."""

    def __init__(self, rates: Rates, today: Callable[[], date]) -> None:
        self._rates, self._today = rates, today
        self.payer_names: dict[int, str] = {}
        self.since: dict[int, date] = {}
        self.counts: dict[int, int] = {}

    def records(self) -> Sequence[FeeSchedule]:
        """Return our own fees, then the others by name."""
        today = self._today()
        self.payer_names = {each.id: each.name for each in self._rates.payers()}
        held = ((key, each.entry_on(today)) for key, each in self._rates.versions().items())
        self.since = {key: entry[0] for key, entry in held if entry is not None}
        self.counts = {key: len(self._rates.prices(key, today)) for key in self.since}
        return self._rates.schedules()

    def name(self, record: FeeSchedule) -> str:
        """Return the name."""
        return record.name

    def values(self, record: FeeSchedule) -> Mapping[str, object]:
        """Return the values of the form."""
        return {"name": record.name, "payer_id": record.payer_id, "note": record.note}

    def fresh(self) -> Mapping[str, object]:
        """Return nothing: a schedule begins empty."""
        return {}

    def add(self, values: Mapping[str, Any]) -> int:
        """Add a schedule; its prices are typed on the workbench, imported or built."""
        return self._rates.add_schedule(FeeScheduleDraft(**values))

    def change(self, record: FeeSchedule, values: Mapping[str, Any]) -> int:
        """Give a schedule another name or payer."""
        self._rates.change_schedule(record.id, FeeScheduleDraft(**values))
        return record.id

    def remove(self, record: FeeSchedule) -> None:
        """Remove a schedule with its prices."""
        self._rates.remove_schedule(record.id)

    def warning(self, record: FeeSchedule) -> str:
        """Return what is to be known before."""
        versions = self._rates.versions().get(record.id)
        count = len(versions.entries) if versions else 0
        return ngettext(
            "{count} version goes with it, also what held in the past.",
            "{count} versions go with it, also what held in the past.",
            count,
        ).format(count=count)


class ScheduleBook(RecordBook):
    """Fee schedules with the day since when their prices hold."""

    def __init__(self, rates: Rates, desk: Desk, settings: ClinicSettings) -> None:
        self._rates, self._settings = rates, settings
        shelf = ScheduleShelf(rates, desk.clock.today)
        fields = [
            field.choosing(self._payers) if field.name == "payer_id" else field
            for field in SCHEDULE_FIELDS
        ]
        words = BookWords(_("Fee schedules"), _("Add schedule"), _("New fee schedule"), fields)
        table = RecordTable(_columns(shelf, settings.locale), words.title)
        super().__init__(shelf, table, words, desk, settings)
        sentence = _(
            "A fee schedule holds the prices of one payer or purpose. Your own fees begin by "
            "themselves when you type the first on the workbench."
        )
        add = buttons.primary(words.add, self.add, icon="add")
        table.set_empty(EmptyState("list", _("No fee schedules yet"), sentence, add))
        self._title = labels.section(_("Versions"))
        self.versions = EntryList()
        self.below_form.addWidget(self._title)
        self.below_form.addWidget(self.versions)
        self.shown.connect(self._show_versions)

    def _payers(self) -> list[tuple[object, str]]:
        return [(each.id, each.name) for each in self._rates.payers()]

    def _show_versions(self) -> None:
        record = self.record
        self._title.setVisible(record is not None)
        self.versions.setVisible(record is not None)
        versions = None if record is None else self._rates.versions().get(record.id)
        if versions is None:
            self.versions.show_entries([], _("No prices yet."))
            return
        today = self._desk.clock.today()
        current = versions.on(today)
        entries = []
        following = None
        for day, version in reversed(versions.entries):
            text = format_day(day, "short", self._settings.locale)
            if following is not None:
                last = format_day(following - timedelta(days=1), "short", self._settings.locale)
                text = f"{text} – {last}"
            verbs = (self._verb(version),) if day >= today else ()
            is_now = version == current
            pill = (_("Now"), "accent") if is_now else ("", "")
            faint = not is_now and day <= today
            entries.append(Entry(text, version.basis, pill, verbs, faint=faint))
            following = day
        self.versions.show_entries(entries)

    def _verb(self, version: Version) -> Verb:
        def remove() -> None:
            if self._desk.attempt(lambda: self._rates.remove_version(version.id)):
                self._desk.toast(_("Version removed"), undo=True)

        return Verb("trash", _("Remove"), remove)


def _columns(shelf: ScheduleShelf, locale: str) -> tuple[Column[FeeSchedule], ...]:
    def payer(each: FeeSchedule) -> str:
        return _("Our own fees") if each.is_own else shelf.payer_names.get(each.payer_id or 0, "")

    def since(each: FeeSchedule) -> str:
        day = shelf.since.get(each.id)
        return "" if day is None else format_day(day, "short", locale)

    return (
        Column("name", _("Name"), lambda each: each.name, 240, strong=True, stretch=True),
        Column("payer", _("Payer"), payer, 200),
        Column("since", _("Prices since"), since, 120, "right",
               sort=lambda each: shelf.since.get(each.id)),
        Column("prices", _("Prices"), lambda each: str(shelf.counts.get(each.id, "")), 90, "right",
               sort=lambda each: shelf.counts.get(each.id)),
    )  # fmt: skip
