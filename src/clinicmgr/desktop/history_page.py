"""The history: every change, who made it and when, what it changed, and a way to undo it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from clinicmgr.clinic import Clinic
from clinicmgr.desktop.history_details import details_widget
from clinicmgr.desktop.history_vocabulary import Vocabulary
from clinicmgr.desktop.history_words import Wording
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.news import Entry, Kind, domain_of
from clinicmgr.kernel.periods import format_day, format_time
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.page import Page
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.qtkit.search_field import SearchField
from clinicmgr.qtkit.side_panel import SplitPanel

_AT_ONCE = 200
_IN_PANEL = (3, 4, 5)


class HistoryPage(Page):
    """Reads the trail from its newest end; older entries follow when one gets there."""

    watches: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, clinic: Clinic, desk: Desk) -> None:
        super().__init__(_("History"), _("Every change since the practice was started"))
        self._clinic = clinic
        self._journal = clinic.journal
        self._desk = desk
        self._words = Vocabulary.of(clinic.domains)
        self._locale = clinic.settings.current().locale
        self._entries: list[Entry] = []
        self._reaches_start = False
        self.search = SearchField(_("Find a change"), self)
        self.domain = QComboBox(self)
        self.domain.setAccessibleName(_("Area"))
        self.domain.setMinimumWidth(160)
        self.domain.addItem(_("All areas"), "")
        self.count = labels.secondary("", self)
        self.older_button = buttons.quiet(_("Load older changes"), self.load_older, parent=self)
        self.table = RecordTable(self._columns(), _("Changes"), parent=self)
        self.split = SplitPanel(self._left(), self)
        self._arrange()
        self._connect()

    def _columns(self) -> tuple[Column[Entry], ...]:
        return (
            Column("at", _("When"), self._when, 170, sort=lambda entry: entry.id),
            Column("title", _("Change"), _title, 320, strong=True, stretch=True),
            Column("kind", _("Kind"), _kind, 110, pill=True, tone=_tone),
            Column("area", _("Area"), self._areas, 150),
            Column("who", _("Who"), lambda entry: entry.who, 120),
            Column("rows", _("Records"), lambda entry: str(entry.changes), 90, "right",
                   sort=lambda entry: entry.changes),
        )  # fmt: skip

    def _left(self) -> QWidget:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self.count)
        foot.addStretch()
        foot.addWidget(self.older_button)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        left.setFocusProxy(self.table)
        return left

    def _arrange(self) -> None:
        self.bar.addWidget(self.search)
        self.bar.addWidget(self.domain)
        self.bar.addStretch()
        self.body.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.search.searched.connect(self.table.set_filter)
        self.search.left_down.connect(self.table.setFocus)
        self.domain.currentIndexChanged.connect(self._read_anew)
        self.table.picked.connect(self._show_picked)
        self.table.opened.connect(self._show_picked)
        self.split.opened.connect(lambda: self._make_room(True))
        self.split.closed.connect(lambda: self._make_room(False))
        self.table.verticalScrollBar().valueChanged.connect(self._scrolled)

    # Reading

    def mark_stale(self, domains: frozenset[str]) -> None:
        """Every change concerns this page, whatever it was about."""
        self._stale = True
        self.refresh()

    def reload(self) -> None:
        """Read what is new, and as much of the old as was shown."""
        self._read(max(len(self._entries), _AT_ONCE))
        self._offer_domains()

    def load_older(self) -> None:
        """Read the entries before the oldest one shown."""
        if self._reaches_start or not self._entries:
            return
        older = self._journal.history(
            limit=_AT_ONCE, before=self._entries[-1].id, domain=self._chosen_domain()
        )
        self._reaches_start = len(older) < _AT_ONCE
        self._show([*self._entries, *older])

    def _read(self, limit: int) -> None:
        found = self._journal.history(limit=limit, domain=self._chosen_domain())
        self._reaches_start = len(found) < limit
        self._show(found)

    def _read_anew(self) -> None:
        self._read(_AT_ONCE)

    def _show(self, entries: list[Entry]) -> None:
        self._entries = entries
        self.table.set_records(entries)
        self.older_button.setVisible(not self._reaches_start)
        self.count.setText(
            ngettext("{count} change", "{count} changes", len(entries)).format(count=len(entries))
        )

    def _chosen_domain(self) -> str | None:
        return self.domain.currentData() or None

    def _offer_domains(self) -> None:
        known = {self.domain.itemData(at) for at in range(self.domain.count())}
        found = {domain_of(table) for entry in self._entries for table in entry.tables}
        for domain in sorted(found - known):
            self.domain.addItem(self._words.area(domain), domain)

    def _scrolled(self, value: int) -> None:
        bar = self.table.verticalScrollBar()
        if value and value >= bar.maximum() - bar.pageStep():
            self.load_older()

    def _areas(self, entry: Entry) -> str:
        areas = sorted({*map(domain_of, entry.tables)})
        return ", ".join(self._words.area(domain) for domain in areas)

    # One entry

    def _show_picked(self) -> None:
        picked = self.table.selected_records()
        if len(picked) != 1:
            self.split.close_panel()
            return
        entry: Entry = picked[0]
        rows = self._wording().rows(self._journal.details(entry.id))
        undo = buttons.quiet(_("Undo this change"), lambda: self.undo_entry(entry), icon="undo")
        undo.setEnabled(entry.kind is not Kind.START)
        note = _("{when}, by {who}").format(when=self._when(entry), who=entry.who)
        self.split.open_panel(_title(entry), details_widget(rows), note=note, foot=(undo,))

    def _wording(self) -> Wording:
        settings = self._clinic.settings.current()
        return Wording(self._words, settings.locale, settings.currency)

    def _make_room(self, narrow: bool) -> None:
        """Leave out what the panel says anyway while it is open."""
        for column in _IN_PANEL:
            self.table.setColumnHidden(column, narrow)

    def undo_entry(self, entry: Entry) -> None:
        """Take one entry back, however old it is."""
        if self._desk.attempt(lambda: self._journal.undo_entry(entry.id)):
            self._desk.toast(_("Undone: {title}").format(title=entry.title), undo=True)

    def _when(self, entry: Entry) -> str:
        today = self._desk.clock.today()
        minutes = entry.at.hour * 60 + entry.at.minute
        time = format_time(minutes, self._locale)
        day = (
            _("Today")
            if entry.at.date() == today
            else format_day(entry.at.date(), "short", self._locale)
        )
        return f"{day}, {time}"


def _title(entry: Entry) -> str:
    if entry.kind is Kind.UNDO:
        return _("Undo: {title}").format(title=entry.title)
    if entry.kind is Kind.REDO:
        return _("Redo: {title}").format(title=entry.title)
    return entry.title


def _kind(entry: Entry) -> str:
    words = {
        Kind.START: _("Start"),
        Kind.DO: _("Change"),
        Kind.UNDO: _("Undo"),
        Kind.REDO: _("Redo"),
    }
    return words[entry.kind]


def _tone(entry: Entry) -> str:
    return {Kind.UNDO: "warning", Kind.REDO: "accent", Kind.START: "success"}.get(entry.kind, "")
