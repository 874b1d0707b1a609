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
from clinicmgr.schedule.gui.grid_commands import GridCommands
from clinicmgr.schedule.gui.roster_grid import RosterGrid

Run = Callable[[], object]

HINTS = (
    N_("Type a code or times"),
    N_("Enter opens"),
    N_("Ctrl+C, Ctrl+V copy"),
    N_("Drag moves, Ctrl+drag copies"),
    N_("F8 next problem"),
)
KEYS = (
    (N_("ME, 8-16:30, FA @X2"), N_("Type a shift into the cell: a code, times, a room after @")),
    ("Enter", N_("Open the shift; while typing: keep it and go down")),
    ("Tab", N_("While typing: keep it and go right")),
    ("Esc", N_("While typing: leave the cell as it was; cancel a drag")),
    (N_("Drag"), N_("Move a shift to another person or day")),
    (N_("Ctrl+Drag"), N_("Copy a shift to another person or day")),
    ("Shift+F10", N_("Menu of the cell")),
)


class Turns(Protocol):
    """What the page does when its actions are triggered."""

    def step(self, count: int) -> None: ...
    def go_today(self) -> None: ...
    def show_span(self, span: str) -> None: ...
    def fill(self) -> None: ...
    def print_roster(self) -> None: ...
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
    ) -> None:
        self._page = page
        self._grids = grids
        self._attention = attention
        self._commands = commands
        self._of_period(turns)
        self.fill = page.add_action(_("Fill the week"), turns.fill, icon="wand", place="palette")
        self.fill.setToolTip(_("Propose shifts for every gap; nothing changes before you accept"))
        self.fill.setIcon(icon("wand", "on_accent"))
        self.prints = page.add_action(
            _("Print the roster"), turns.print_roster, icon="print", shortcut="Ctrl+P",
            place="palette",
        )  # fmt: skip
        self.prints.setToolTip(_("Print (Ctrl+P)"))
        self.copies = self._of_weeks(turns)
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

    def refresh(self) -> None:
        """Say what the lock would do, and leave out what the block has no shifts for."""
        locked = self._commands.all_locked
        self.lock.setText(_("Unlock") if locked else _("Lock"))
        for action in (self.lock, self.make_open, self.who, self.remove):
            action.setEnabled(self._commands.has_shifts)

    def _of_period(self, turns: Turns) -> None:
        add = self._page.add_action
        for words, run, keys in (
            (_("Previous week or month"), lambda: turns.step(-1), "Alt+Left"),
            (_("Next week or month"), lambda: turns.step(1), "Alt+Right"),
            (_("Today"), turns.go_today, "Ctrl+T"),
            (_("Show the week"), lambda: turns.show_span("week"), ""),
            (_("Show the month"), lambda: turns.show_span("month"), ""),
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
        self.lock = self._on_grid(_("Lock"), do.lock, "Ctrl+L", "lock")
        self.make_open = self._on_grid(_("Make open"), do.make_open, icon="user-plus")
        self.who = self._on_grid(_("Who can take it?"), self._attention.ask_who, icon="swap")
        self.remove = self._on_grid(_("Delete"), do.remove, "Del", "trash")
        self.menu = (
            *(self.edit, self.panel, None),
            *(self.copy, self.cut, self.paste, self.fill_down, None),
            *(self.lock, self.make_open, self.who, None, self.remove),
        )

    def _on_grid(self, words: str, run: Run, keys: str = "", icon: str = "") -> QAction:
        made = self._page.add_action(words, run, icon=icon, shortcut=keys, place="palette")
        self._page.removeAction(made)
        made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        for grid in self._grids:
            grid.addAction(made)
        return made
