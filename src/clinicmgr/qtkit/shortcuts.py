"""The commands of the program, in one list for menus, palette, shortcuts and the keyboard sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from clinicmgr.qtkit.icons import icon as icon_of
from clinicmgr.qtkit.plain_text import plain


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """Something the user can do from anywhere; `shortcut` is in Qt's portable writing, "Ctrl+K"."""

    id: str
    title: str
    section: str
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    enabled: Callable[[], bool] = _always

    @property
    def keys(self) -> str:
        """The shortcut as it is written on this system."""
        return QKeySequence(self.shortcut).toString(QKeySequence.SequenceFormat.NativeText)


class Commands(QObject):
    """All commands in the order they were added; each has one action, made on the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}

    def add(self, *commands: Command) -> None:
        """Register commands; ValueError if an id or a shortcut is taken."""
        for command in commands:
            keys = QKeySequence(command.shortcut)
            for other in self._commands.values():
                if other.id == command.id or (
                    not keys.isEmpty() and keys == QKeySequence(other.shortcut)
                ):
                    raise ValueError(f"{command.id} collides with {other.id}")
            self._commands[command.id] = command
            self._actions[command.id] = self._made(command)

    def all(self) -> Sequence[Command]:
        """Every command."""
        return tuple(self._commands.values())

    def action(self, command_id: str) -> QAction:
        """The action of a command, for a menu or a button; KeyError if there is none."""
        return self._actions[command_id]

    def sections(self) -> dict[str, list[Command]]:
        """The commands by section, in the order they were added."""
        found: dict[str, list[Command]] = {}
        for command in self._commands.values():
            found.setdefault(command.section, []).append(command)
        return found

    def find(self, text: str) -> list[Command]:
        """The commands whose title has every word, those that begin with it first."""
        words = plain(text).split()
        hits = [
            command
            for command in self._commands.values()
            if all(word in plain(f"{command.title} {command.section}") for word in words)
        ]
        return sorted(hits, key=lambda command: _rank(plain(command.title), words))

    def refresh(self) -> None:
        """Ask every command again whether it can be run; after each change and before a menu."""
        for command in self._commands.values():
            self._actions[command.id].setEnabled(command.enabled())

    def menu(self, title: str, ids: Iterable[str], parent: QWidget) -> QMenu:
        """A menu of commands; an empty id is a separator."""
        made = QMenu(title, parent)
        for command_id in ids:
            if command_id:
                made.addAction(self._actions[command_id])
            else:
                made.addSeparator()
        made.aboutToShow.connect(self.refresh)
        return made

    def _made(self, command: Command) -> QAction:
        action = QAction(command.title, self)
        if command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut))
        if command.icon:
            action.setIcon(icon_of(command.icon))
        action.triggered.connect(lambda: self._run(command))
        self._window.addAction(action)
        return action

    def _run(self, command: Command) -> None:
        if command.enabled():
            command.run()
        self.refresh()


def _rank(title: str, words: Sequence[str]) -> tuple[bool, bool, str]:
    first = words[0] if words else ""
    return (not title.startswith(first), f" {first}" not in f" {title}", title)
