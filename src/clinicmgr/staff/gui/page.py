"""The staff page: everybody in a list, one record beside it, hiring, importing and printing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.settings import Settings
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.beside_list import for_current
from clinicmgr.qtkit.cover_stack import CoverStack
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.page import Page
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.qtkit.search_field import SearchField
from clinicmgr.qtkit.segmented import Segmented
from clinicmgr.qtkit.shortcuts import Command
from clinicmgr.qtkit.side_panel import SplitPanel
from clinicmgr.staff.gui.columns import staff_columns
from clinicmgr.staff.gui.files import StaffFiles
from clinicmgr.staff.gui.lines import MemberLine, member_lines
from clinicmgr.staff.gui.record import StaffRecord
from clinicmgr.staff.service import Staff


class StaffPage(Page):
    """Answers who works here, who is off, and whose credentials need attention."""

    watches: ClassVar[frozenset[str]] = frozenset(("staff",))

    def __init__(self, staff: Staff, desk: Desk, settings: Settings) -> None:
        """`settings` gives the locale and what stands on prints."""
        super().__init__(_("Staff"))
        self._staff, self._desk = staff, desk
        current = settings.current()
        self.search = SearchField(_("Find staff"), self)
        self.who = Segmented((("active", _("Active")), ("all", _("All"))), _("Who"), self)
        self.count = labels.secondary("", self)
        self.table = RecordTable(staff_columns(current.locale), _("Staff members"), parent=self)
        self.table.set_empty(self._empty())
        self.split = SplitPanel(self._list(), self)
        self.record = StaffRecord(staff, desk, current, self.table, self.split)
        self.files = StaffFiles(staff, desk, settings.current, self)
        self.stack = CoverStack(self)
        self.stack.addWidget(self.split)
        self.body.addWidget(self.stack, 1)
        self._add_actions()
        self._add_commands()
        self._connect()

    def _list(self) -> QWidget:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        left.setFocusProxy(self.table)
        return left

    def _empty(self) -> EmptyState:
        return EmptyState(
            "staff",
            _("Nobody works here yet"),
            _(
                "Everybody who is on the schedule belongs here, with hours, leave and licenses. "
                "Hire people one by one, or import the list you have in Excel."
            ),
            buttons.primary(_("Hire the first person"), self.hire, icon="user-plus"),
            buttons.quiet(_("Import from a file"), self.import_file, icon="import"),
        )

    def _add_actions(self) -> None:
        add = self.add_action
        add(_("Hire"), self.hire, icon="user-plus", shortcut="Ctrl+N", place="primary")
        add(_("Import"), self.import_file, icon="import")
        add(_("Print"), self.print_directory, icon="print", shortcut="Ctrl+P")
        add(_("Export staff…"), self.export, icon="export", place="more")
        add(
            _("Print credentials that expire"),
            self.print_expiries,
            icon="certificate",
            place="more",
        )
        add(
            _("Open the record"),
            for_current(self.table, self.record.open),
            icon="edit",
            place="more",
        )
        add(
            _("Remove the record…"),
            for_current(self.table, self.record.ask_remove),
            icon="trash",
            place="more",
        )
        add(_("Find staff"), self.search.begin, icon="search", shortcut="Ctrl+F", place="palette")
        add(_("Save"), self.record.save, icon="save", shortcut="Ctrl+S", place="palette")

    def _connect(self) -> None:
        self.bar.addWidget(self.search)
        self.bar.addWidget(self.who)
        self.bar.addWidget(self.count)
        self.bar.addStretch()
        self.who.chosen.connect(self._show_who)
        self._show_who("active")
        self.search.searched.connect(self.table.set_filter)
        self.search.left_down.connect(self.table.setFocus)
        self.table.shown_changed.connect(self._count)
        self.files.import_ready.connect(self.stack.cover)

    def _add_commands(self) -> None:
        """Hiring can be begun from any page; pages are made anew with each practice."""
        known = {command.id for command in self._desk.commands.all()}
        if "staff.hire" not in known:
            go = partial(self._desk.go_to, "staff", "new")
            title = _("Hire a staff member")
            self._desk.commands.add(Command("staff.hire", title, _("Staff"), go, icon="user-plus"))

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of the list and of the record, for the keyboard sheet."""
        return (
            ("F2", _("Open the record")),
            ("Del", _("Remove the record…")),
            ("Esc", _("Close the record")),
        )

    # Reading

    def reload(self) -> None:
        """Read the list, and the record beside it."""
        self.table.set_records(member_lines(self._staff, self._desk.clock.today()))
        self.record.reload()
        self._count()

    def go_to(self, ref: object) -> None:
        """Show the record of a member by id; "new" begins to hire."""
        if ref == "new":
            self.hire()
        elif isinstance(ref, int):
            if not self._staff.member(ref).works_on(self._desk.clock.today()):
                self.who.choose("all")
                self._show_who("all")
            self.table.select([ref])
            self.record.open(ref)

    # What the actions do

    def hire(self) -> None:
        """Open the empty record of somebody new."""
        self.record.open_new()

    def import_file(self) -> None:
        """Ask for a file of staff and show what importing it would do."""
        self.files.ask_import()

    def export(self) -> None:
        """Ask for a file and write everybody into it."""
        self.files.ask_export()

    def print_directory(self) -> None:
        """Open the directory in the preview."""
        self.files.print_directory()

    def print_expiries(self) -> None:
        """Open the list of credentials that expire in the preview."""
        self.files.print_expiries()

    # Inside

    def _show_who(self, key: str) -> None:
        self.table.set_condition(_is_active if key == "active" else None)

    def _count(self) -> None:
        count = self.table.records.rowCount()
        text = ngettext("{count} person", "{count} people", count).format(count=count)
        self.count.setText(text if self.table.records.count else "")


def _is_active(line: MemberLine) -> bool:
    return line.is_active
