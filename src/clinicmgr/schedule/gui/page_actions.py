"""What can be done on the schedule page: for the palette, the keyboard sheet, menus and buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from clinicmgr.kernel.i18n import N_, _
from clinicmgr.qtkit.icons import icon
from clinicmgr.qtkit.page import Page
from clinicmgr.schedule.gui.attention import Attention
from clinicmgr.schedule.gui.bulk_opening import BulkOpening
from clinicmgr.schedule.gui.call_out import RosterCallOut
from clinicmgr.schedule.gui.grid_commands import GridCommands
from clinicmgr.schedule.gui.period import Span
from clinicmgr.schedule.gui.problem_list_opening import ProblemList
from clinicmgr.schedule.gui.roster_grid import RosterGrid

Run = Callable[[], object]

HINTS = (
    N_("Type a code or times"),
    N_("Enter opens"),
    N_("Ctrl+C, Ctrl+V copy"),
    N_("Drag moves, Ctrl+drag copies"),
    N_("F8 next problem"),
)
DAY_HINTS = (
    N_("Drag moves, an edge stretches"),
    N_("Left, Right: 15 minutes"),
    N_("Shift: the end"),
    N_("Ctrl: the start"),
    N_("Enter opens"),
)
KEYS = (
    (N_("ME, 8-16:30, FA @X2"), N_("Type a shift into the cell: a code, times, a room after @")),
    ("Enter", N_("Open the shift; while typing: keep it and go down")),
    ("Tab", N_("While typing: keep it and go right")),
    ("Esc", N_("While typing: leave the cell as it was; cancel a drag or what was cut")),
    (N_("Shift+Arrows"), N_("Select several cells; what you type then goes into all of them")),
    ("Ctrl+Enter", N_("While typing: keep it in all selected cells, and stay")),
    (N_("Drag"), N_("Move a shift, or all selected ones, to another person or day")),
    (N_("Ctrl+Drag"), N_("Copy them to another person or day")),
    ("Shift+F10", N_("Menu of the cell")),
    (N_("Left, Right"), N_("In the day: move the shift by 15 minutes")),
    (N_("Shift+Left, Shift+Right"), N_("In the day: move its end")),
    (N_("Ctrl+Left, Ctrl+Right"), N_("In the day: move its start")),
)


class Turns(Protocol):
    """What the page does when its actions are triggered."""

    calling: RosterCallOut
    problem_list: ProblemList

    def step(self, count: int) -> None: ...
    def go_today(self) -> None: ...
    def show_span(self, span: str) -> None: ...
    def fill(self) -> None: ...
    def print_roster(self) -> None: ...
    def publish(self) -> None: ...
    def copy_week(self, weeks: int, *, here: bool, as_open: bool = False) -> None: ...
    def fold_coverage(self) -> None: ...


class PageActions:
    """Makes the actions once; those of the grid work only while the grid has the focus."""

    def __init__(
        self,
        page: Page,
        turns: Turns,
        grids: tuple[RosterGrid, ...],
        attention: Attention,
        commands: GridCommands,
        bulk: BulkOpening,
    ) -> None:
        self._page = page
        self._grids = grids
        self._attention = attention
        self._commands = commands
        self._bulk = bulk
        commands.share(grids)
        self._of_period(turns)
        self.fill = page.add_action(_("Fill the week"), turns.fill, icon="wand", place="palette")
        self.fill.setToolTip(_("Propose shifts for every gap; nothing changes before you accept"))
        self.fill.setIcon(icon("wand", "on_accent"))
        self.prints = page.add_action(
            _("Print the roster"), turns.print_roster, icon="print", shortcut="Ctrl+P",
            place="palette",
        )  # fmt: skip
        self.prints.setToolTip(_("Print (Ctrl+P)"))
        self.publish = page.add_action(
            _("Publish the roster"), turns.publish, icon="mail", shortcut="Ctrl+Shift+P",
            place="palette",
        )  # fmt: skip
        self.out = page.add_action(
            _("Someone is out…"), lambda: turns.calling.open_here(attention.place), icon="sick",
            shortcut="Ctrl+Shift+O", place="palette",
        )  # fmt: skip
        self.copies = self._of_weeks(turns)
        page.add_action(
            _("All problems"),
            turns.problem_list.open,
            icon="list",
            shortcut="Ctrl+F8",
            place="palette",
        )
        page.add_action(
            _("Next problem"), lambda: attention.walk(1), shortcut="F8", place="palette"
        )
        page.add_action(
            _("Previous problem"), lambda: attention.walk(-1), shortcut="Shift+F8", place="palette"
        )
        self.panel = page.add_action(
            _("Open or close the panel"), attention.toggle, shortcut="F4", place="palette"
        )
        page.add_action(
            _("Coverage in one line or by position"), turns.fold_coverage, place="palette"
        )
        self._of_grid()

    def show_menu(self, at: QPoint) -> QMenu:
        """Open the menu of the current cell at a place on the screen."""
        self.refresh()
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in self.menu:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        menu.popup(at)
        return menu

    def offer(self, span: Span) -> None:
        """Name what is filled; what needs cells is offered where there are cells."""
        words = {"day": _("Fill the day"), "week": _("Fill the week"), "month": _("Fill the month")}
        self.fill.setText(words[span])
        for action in self.menu:
            if action is not None and action is not self.panel:
                action.setEnabled(span != "day")

    def refresh(self) -> None:
        """Say what the lock would do, and leave out what the block has no shifts for."""
        locked = self._commands.all_locked
        self.lock.setText(_("Unlock") if locked else _("Lock"))
        for action in (self.change, self.lock, self.make_open, self.who, self.remove):
            action.setEnabled(self._commands.has_shifts)

    def _of_period(self, turns: Turns) -> None:
        add = self._page.add_action
        for words, run, keys in (
            (_("Previous day, week or month"), lambda: turns.step(-1), "Alt+Left"),
            (_("Next day, week or month"), lambda: turns.step(1), "Alt+Right"),
            (_("Today"), turns.go_today, "Ctrl+T"),
            (_("Show the day"), lambda: turns.show_span("day"), "Ctrl+Alt+1"),
            (_("Show the week"), lambda: turns.show_span("week"), "Ctrl+Alt+2"),
            (_("Show the month"), lambda: turns.show_span("month"), "Ctrl+Alt+3"),
        ):
            add(words, run, shortcut=keys, place="palette")

    def _of_weeks(self, turns: Turns) -> list[QAction]:
        add = self._page.add_action
        return [
            add(_("Copy last week into this week"), lambda: turns.copy_week(-1, here=True),
                place="palette"),
            add(_("Copy this week to the next week"), lambda: turns.copy_week(1, here=False),
                place="palette"),
            add(_("Copy this week to the next week as open shifts"),
                lambda: turns.copy_week(1, here=False, as_open=True), place="palette"),
        ]  # fmt: skip

    def _of_grid(self) -> None:
        do = self._commands
        self.edit = self._on_grid(_("Edit the cell"), do.edit, "F2", "edit")
        self.copy = self._on_grid(_("Copy"), do.copy, "Ctrl+C", "copy")
        self.cut = self._on_grid(_("Cut"), do.cut, "Ctrl+X", "cut")
        self.paste = self._on_grid(_("Paste"), do.paste, "Ctrl+V", "paste")
        self.fill_down = self._on_grid(_("Fill down"), do.fill_down, "Ctrl+D")
        self.fill_right = self._on_grid(_("Fill right"), do.fill_right, "Ctrl+R")
        self.lock = self._on_grid(_("Lock"), do.lock, "Ctrl+L", "lock")
        self.change = self._on_grid(_("Change the shifts…"), self._bulk.open, "Ctrl+B", "list")
        self.note = self._on_grid(_("Note…"), do.note, "Shift+F2", "document")
        self.make_open = self._on_grid(_("Make open"), do.make_open, icon="user-plus")
        self.who = self._on_grid(_("Who can take it?"), self._attention.ask_who, icon="swap")
        self.remove = self._on_grid(_("Delete"), do.remove, "Del", "trash")
        self.menu = (
            *(self.edit, self.panel, self.note, None),
            *(self.copy, self.cut, self.paste, self.fill_down, self.fill_right, None),
            *(self.change, self.lock, self.make_open, self.who, self.out, None, self.remove),
        )

    def _on_grid(self, words: str, run: Run, keys: str = "", icon: str = "") -> QAction:
        made = self._page.add_action(words, run, icon=icon, shortcut=keys, place="palette")
        self._page.removeAction(made)
        made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        for grid in self._grids:
            grid.addAction(made)
        return made
