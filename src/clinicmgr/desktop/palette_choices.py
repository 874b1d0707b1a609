"""What the command palette offers for what is typed: people, shifts, rooms, pages, commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit.plain_text import plain
from clinicmgr.qtkit.shortcuts import Command

if TYPE_CHECKING:
    from clinicmgr.desktop.session import Session
    from clinicmgr.kernel.domain import Domain, Hit

_FEW = 5
_NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the palette and what it does."""

    title: str
    detail: str
    icon: str
    run: Callable[[], object]
    keys: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The choices of one sort, best first."""

    title: str
    choices: tuple[Choice, ...]


class Choices:
    """Looks everywhere at once; groups with a better match come first."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, text: str) -> list[Group]:
        """Return the groups for what is typed; without text, what can be done here and now."""
        words = text.strip()
        groups = [Group(_("On this page"), self._page_actions(words))]
        if words and self._session.here is not None:
            clinic = self._session.here.clinic
            groups = [*map(partial(self._found, words), clinic.domains), *groups]
        registry = self._session.window.commands
        if words:
            groups.append(Group(_("Commands"), self._commands(registry.find(words))))
        else:
            groups += [
                Group(section, self._commands(commands, section))
                for section, commands in registry.sections().items()
            ]
        return _ranked([group for group in groups if group.choices], words)

    def _found(self, words: str, domain: Domain) -> Group:
        told = domain.told()
        hits = domain.find(words)[:_FEW]
        return Group(_(told.found or told.name), tuple(map(self._choice, hits)))

    def _choice(self, hit: Hit) -> Choice:
        return Choice(
            hit.title, hit.detail, hit.icon, partial(self._session.turn_to, hit.page, hit.ref)
        )

    def _page_actions(self, text: str) -> tuple[Choice, ...]:
        book = self._session.book
        words = plain(text).split()
        return tuple(
            Choice(
                action.text(), "", "arrow-right", action.trigger,
                action.shortcut().toString(_NATIVE),
            )
            for action in (book.actions() if book is not None else [])
            if all(word in plain(action.text()) for word in words)
        )[: _FEW if text else None]  # fmt: skip

    def _commands(self, commands: Iterable[Command], section: str = "") -> tuple[Choice, ...]:
        registry = self._session.window.commands
        return tuple(
            Choice(
                registry.action(command.id).text(),
                "" if command.section == section else command.section,
                command.icon or "arrow-right",
                registry.action(command.id).trigger,
                command.keys,
            )
            for command in commands
            if command.enabled() and command.id != "search"
        )


def _ranked(groups: list[Group], text: str) -> list[Group]:
    """A group goes first whose best title begins with what is typed, or has a word that does.

    Among those the shortest title is the nearest one: a person comes before that person's shifts.
    """
    wanted = plain(text)

    def rank(group: Group) -> tuple[int, int]:
        title = plain(group.choices[0].title)
        if title.startswith(wanted):
            return 0, len(title)
        return (1, len(title)) if f" {wanted}" in f" {title}" else (2, 0)

    return sorted(groups, key=rank) if wanted else groups
