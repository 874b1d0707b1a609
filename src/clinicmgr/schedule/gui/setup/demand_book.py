"""The page of demand: the matrix, its form, copying rows, files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day, format_hours
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.places.service import Places
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.page_files import PageFiles
from clinicmgr.qtkit.record_book import RecordBook
from clinicmgr.qtkit.record_shelf import BookWords
from clinicmgr.qtkit.segmented import Segmented
from clinicmgr.qtkit.typed_table import TypedTable
from clinicmgr.schedule.gui.setup.demand import DemandShelf
from clinicmgr.schedule.gui.setup.needs import NeedRow
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.rules import WEEKDAYS
from clinicmgr.staff.service import Staff

_HALVES = frozenset(("skill_id", "site_id"))
_LESS = frozenset(("site", "hours", "valid"))


class DemandBook(RecordBook):
    """How many people are needed: typed as "2" or "2/3" under each weekday."""

    def __init__(
        self,
        schedule: Schedule,
        staff: Staff,
        places: Places,
        desk: Desk,
        settings: ClinicSettings,
    ) -> None:
        self.shelf = DemandShelf(schedule, staff, places, settings)
        self._schedule = schedule
        words = BookWords(
            _("Demand"), _("Add demand"), _("New demand"), self.shelf.fields, _HALVES, _LESS
        )
        days = [str((settings.week_start + number) % 7) for number in range(7)]
        table = TypedTable(_columns(self.shelf, settings, days), words.title, days, self.shelf.put)
        super().__init__(self.shelf, table, words, desk, settings)
        self.files = PageFiles(desk, lambda: settings, self)
        table.refused.connect(desk.warn)
        table.set_empty(self._empty())
        self.which = Segmented((("now", _("In force")), ("all", _("All"))), _("Which demand"), self)
        self.copy_button = buttons.quiet(_("Copy row"), self.copy_row, icon="copy")
        self._add_top()
        self.which.chosen.connect(self._show_which)
        self.shown.connect(self._show_fields)

    def _add_top(self) -> None:
        hint = _("Type 2, or 2/3 for a minimum and an ideal; Delete empties a day.")
        self.top.addWidget(self.which)
        self.top.addWidget(labels.secondary(hint, self))
        self.top.addStretch()
        for button in (
            self.copy_button,
            buttons.quiet(_("Remove row"), self.ask_remove, icon="trash", parent=self),
            buttons.tool("import", _("Import demand"), self.ask_import, parent=self),
            buttons.tool("export", _("Export demand"), self.ask_export, parent=self),
        ):
            self.top.addWidget(button)

    def _empty(self) -> EmptyState:
        sentence = _(
            "Demand says how many people of a position are needed, on which weekday, from when to "
            "when. The schedule then shows every gap, and can be filled by itself."
        )
        return EmptyState(
            "demand",
            _("No demand yet"),
            sentence,
            buttons.primary(self.words.add, self.add, icon="add"),
            buttons.quiet(_("Import from a file"), self.ask_import, icon="import"),
        )

    # What the buttons do

    def copy_row(self) -> None:
        """Open the form for a new row that is like the current one."""
        record = self._current()
        if isinstance(record, NeedRow):
            self.add(self.shelf.copied(record))

    def ask_import(self) -> None:
        """Ask for a file of demand; the files' `import_ready` then carries the panel."""
        self.files.ask_table(_("Import demand"), self.read)

    def read(self, path: Path) -> None:
        """Read a file and show what importing it would do."""
        from clinicmgr.schedule.exchange import DemandImporter

        title = _("Import demand from {file}").format(file=path.name)
        self.files.show_import(path, lambda: DemandImporter(self._schedule), title, _lines)

    def ask_export(self) -> None:
        """Ask for a file and write all demand into it."""
        self.files.ask_target(_("Export demand"), _("Demand"), self.write)

    def write(self, path: Path) -> None:
        """Write all demand into a file."""
        from clinicmgr.schedule.exchange import export_demand

        self.files.export(
            path,
            lambda: export_demand(self._schedule, path, self.files.locale),
            lambda _count: _("Demand written to {file}"),
        )

    # Inside

    def _show_which(self, key: str) -> None:
        self.shelf.shows_all = key == "all"
        self.reload()

    def _show_fields(self) -> None:
        """Numbers and weekdays are asked for a new row only; then they stand in the matrix."""
        for name in ("people", "weekdays"):
            self.form.show_field(name, self.record is None)


def _columns(
    shelf: DemandShelf, settings: ClinicSettings, days: list[str]
) -> list[Column[NeedRow]]:
    def color(row: NeedRow) -> int | None:
        position = shelf.positions.get(row.need.position_id)
        return None if position is None else position.color

    def cell(day: str) -> Callable[[NeedRow], str]:
        return lambda row: row.cell(int(day))

    return [
        Column("position", _("Position"), shelf.what, 150, strong=True, color=color, stretch=True),
        Column("site", _("Site"), shelf.site, 110),
        Column("time", _("Time"), shelf.times, 140),
        *(
            Column(day, _(WEEKDAYS[int(day)])[:3], cell(day), 50, "center", pill=True, strong=True)
            for day in days
        ),
        Column("hours", _("Hours"), lambda row: format_hours(row.total()), 62, "right",
               tone=lambda _row: "secondary"),
        Column("valid", _("In force"), lambda row: _valid(row, settings.locale), 118,
               tone=lambda _row: "secondary"),
    ]  # fmt: skip


def _valid(row: NeedRow, locale: str) -> str:
    first = format_day(row.need.from_day, "short", locale)
    if row.need.to_day is None:
        return f"{first} –"
    return f"{first} – {format_day(row.need.to_day, 'short', locale)}"


def _lines(count: int) -> str:
    return ngettext("{count} line", "{count} lines", count).format(count=count)
