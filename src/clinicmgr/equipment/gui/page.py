"""The equipment page: what is due, all assets, one record beside them, readings and faults."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from clinicmgr.equipment.gui.columns import asset_columns, due_columns
from clinicmgr.equipment.gui.files import EquipmentFiles
from clinicmgr.equipment.gui.lines import DUE_TABS, AssetLine, DueLine, asset_lines
from clinicmgr.equipment.gui.record import AssetRecord
from clinicmgr.equipment.gui.report_line import ReportLine
from clinicmgr.equipment.gui.strip import ReadingStrip
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.settings import Settings
from clinicmgr.qtkit import buttons, labels, tokens
from clinicmgr.qtkit.cover_stack import CoverStack
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.page import Page
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.qtkit.search_field import SearchField
from clinicmgr.qtkit.segmented import Segmented
from clinicmgr.qtkit.side_panel import SplitPanel


class EquipmentPage(Page):
    """Answers what needs attention, where everything is, and what was done to it."""

    watches: ClassVar[frozenset[str]] = frozenset(("equipment", "places", "staff"))

    def __init__(self, equipment: Equipment, desk: Desk, settings: Settings) -> None:
        """`settings` gives the locale and what stands on prints."""
        super().__init__(_("Equipment"))
        self._equipment, self._desk = equipment, desk
        current = settings.current()
        self.search = SearchField(_("Find equipment"), self)
        choices = (("assets", _("In use")), ("due", _("Due")), ("all", _("All")))
        self.what = Segmented(choices, _("What"), self)
        self.count = labels.secondary("", self)
        self.strip = ReadingStrip(equipment, desk, current.locale, self)
        self.report = ReportLine(equipment, desk, self._chosen, self)
        self.table = RecordTable(asset_columns(current.locale), _("Assets"), parent=self)
        self.table.set_empty(self._empty())
        self.due_table = RecordTable(due_columns(current.locale), _("What is due"), parent=self)
        self.due_table.set_empty(self._nothing_due())
        self.lists = QStackedWidget(self)
        self.split = SplitPanel(self._list(), self)
        self.record = AssetRecord(equipment, desk, current, self.table, self.split)
        self.files = EquipmentFiles(equipment, desk, settings.current, self)
        self.stack = CoverStack(self)
        self.stack.addWidget(self.split)
        self.body.addWidget(self.stack, 1)
        self._add_actions()
        self._connect()

    def _list(self) -> QWidget:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP)
        self.lists.addWidget(self.table)
        self.lists.addWidget(self.due_table)
        column.addWidget(self.strip)
        column.addWidget(self.report)
        column.addWidget(self.lists, 1)
        left.setFocusProxy(self.lists)
        return left

    def _empty(self) -> EmptyState:
        return EmptyState(
            "equipment",
            _("No equipment yet"),
            _(
                "Whatever is maintained, calibrated, inspected or read belongs here, from the "
                "autoclave to the fire extinguisher. Add it, or import the list you have."
            ),
            buttons.primary(_("Add the first asset"), self.add_asset, icon="add"),
            buttons.quiet(_("Import from a file"), self.import_assets, icon="import"),
        )

    def _nothing_due(self) -> EmptyState:
        return EmptyState(
            "check-circle",
            _("Nothing is due"),
            _("No work is overdue, no reading is missing and everything is in service."),
        )

    def _add_actions(self) -> None:
        add = self.add_action
        files = self.files
        add(_("Add asset"), self.add_asset, icon="add", shortcut="Ctrl+N", place="primary")
        add(_("Print the register"), files.print_register, icon="print", shortcut="Ctrl+P")
        add(_("Print the log"), self.print_log, icon="document", place="more")
        add(_("Print this month's readings"), files.print_readings, icon="activity", place="more")
        add(
            _("Print the maintenance calendar"), files.print_calendar, icon="calendar", place="more"
        )
        add(_("Import assets…"), self.import_assets, icon="import", place="more")
        add(_("Import readings…"), files.ask_import_readings, icon="import", place="more")
        add(_("Export assets…"), files.ask_export_assets, icon="export", place="more")
        add(_("Export readings…"), files.ask_export_readings, icon="export", place="more")
        add(_("Open the record"), self.open_current, icon="edit", place="more")
        add(_("Remove the record…"), self.remove_current, icon="trash", place="more")
        add(
            _("Enter readings"),
            self.enter_readings,
            icon="activity",
            shortcut="Ctrl+E",
            place="palette",
        )
        add(
            _("Report a fault"),
            self.report_fault,
            icon="warning",
            shortcut="Ctrl+R",
            place="palette",
        )
        add(
            _("Find equipment"),
            self.search.begin,
            icon="search",
            shortcut="Ctrl+F",
            place="palette",
        )
        add(_("Save"), self.record.save, icon="save", shortcut="Ctrl+S", place="palette")

    def _connect(self) -> None:
        for shown in (self.search, self.what, self.count):
            self.bar.addWidget(shown)
        self.bar.addStretch()
        self.what.chosen.connect(self._show_what)
        self._show_what("assets")
        self.search.searched.connect(self._search)
        self.search.left_down.connect(self._focus_list)
        self.due_table.opened.connect(self._open_due)
        self.table.shown_changed.connect(self._count)
        self.due_table.shown_changed.connect(self._count)
        self.strip.finished.connect(self._focus_list)
        self.files.import_ready.connect(self.stack.cover)

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of the list and of the record, for the keyboard sheet."""
        return (
            ("Ctrl+E", _("Enter readings")),
            ("Enter", _("In a reading: keep it and go to the next")),
            ("Ctrl+R", _("Report a fault")),
            ("F2", _("Open the record")),
            ("Del", _("Remove the record…")),
            ("Esc", _("Close the record")),
        )

    # Reading

    def reload(self) -> None:
        """Read the lists, the strip, and the record beside them."""
        today = self._desk.clock.today()
        due = self._equipment.pressing(today)
        lines = asset_lines(self._equipment, due, today)
        assets = {line.id: line.asset for line in lines}
        self.table.set_records(lines)
        self.due_table.set_records([DueLine(item, assets[item.asset_id]) for item in due])
        self.strip.reload()
        self.report.setVisible(bool(lines))
        self.record.reload()
        self._count()

    def go_to(self, ref: object) -> None:
        """Show the record of an asset by id, or (id, tab); "new" begins one, "due" lists."""
        if ref == "new":
            self.add_asset()
        elif ref == "due":
            self.what.choose("due")
            self._show_what("due")
        elif isinstance(ref, int):
            self._go_to_asset(ref, "")
        elif isinstance(ref, tuple):
            self._go_to_asset(*ref)

    def _go_to_asset(self, asset_id: int, tab: str) -> None:
        today = self._desk.clock.today()
        shown = "all" if self._equipment.asset(asset_id).is_retired(today) else "assets"
        self.what.choose(shown)
        self._show_what(shown)
        self.refresh()
        self.table.select([asset_id])
        self.record.open(asset_id, tab)

    # What the actions do

    def add_asset(self) -> None:
        """Open the empty record of something new."""
        self.record.open_new()

    def open_current(self) -> None:
        """Open the record of the row with the focus."""
        asset_id = self._chosen()
        if asset_id is not None:
            self.record.open(asset_id)

    def remove_current(self) -> None:
        """Ask whether the record of the row with the focus is to go."""
        asset_id = self._chosen()
        if asset_id is not None:
            self.record.ask_remove(asset_id)

    def enter_readings(self) -> None:
        """Put the cursor into the first value that is still to be read."""
        if not self.strip.focus_next():
            self._desk.toast(_("No reading is due now."))

    def report_fault(self) -> None:
        """Put the cursor into the line for faults."""
        self.report.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def import_assets(self) -> None:
        """Ask for a file of assets and show what importing it would do."""
        self.files.ask_import_assets()

    def print_log(self) -> None:
        """Open the log of the asset that is chosen, or of all, in the preview."""
        self.files.print_log(self._chosen())

    # Inside

    def _chosen(self) -> int | None:
        if self.record.record_id:
            return int(self.record.record_id)
        if self.what.key == "due":
            key = self.due_table.current_id()
            return int(key[1]) if key is not None else None
        picked = self.table.selected_ids()
        return int(picked[0]) if len(picked) == 1 else None

    def _open_due(self, key: tuple[str, int]) -> None:
        line = next(line for line in self.due_table.shown_records() if line.id == key)
        self.record.open(line.asset.id, DUE_TABS[line.item.kind])

    def _show_what(self, key: str) -> None:
        shown = self.due_table if key == "due" else self.table
        self.lists.setCurrentWidget(shown)
        self.lists.setFocusProxy(shown)
        self.table.set_condition(None if key == "all" else _is_used)
        self._count()

    def _search(self, text: str) -> None:
        self.table.set_filter(text)
        self.due_table.set_filter(text)

    def _focus_list(self) -> None:
        self.lists.setFocus()

    def _count(self) -> None:
        due = len(self.due_table.records.shown)
        if self.what.key == "due":
            text = ngettext("{count} thing is due", "{count} things are due", due)
            self.count.setText(text.format(count=due) if due else "")
            return
        count = self.table.records.rowCount()
        parts = [ngettext("{count} asset", "{count} assets", count).format(count=count)]
        if due:
            parts.append(ngettext("{count} due", "{count} due", due).format(count=due))
        self.count.setText(", ".join(parts) if count else "")


def _is_used(line: AssetLine) -> bool:
    return line.is_used
