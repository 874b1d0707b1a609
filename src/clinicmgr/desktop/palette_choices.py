"""What the command palette offers for what is typed: people, shifts, rooms, pages, commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.search import Hit
from clinicmgr.qtkit.plain_text import plain
from clinicmgr.qtkit.shortcuts import Command

if TYPE_CHECKING:
    from clinicmgr.clinic import Clinic
    from clinicmgr.desktop.session import Session

_FEW = 5
_NATIVE = QKeySequence.SequenceFormat.NativeText
_PAGE_OF = {
    "staff": "staff",
    "member": "staff",
    "shift": "schedule",
    "room": "setup",
    "site": "setup",
    "equipment": "equipment",
    "service": "rates",
    "payer": "rates",
}
_ICON_OF = {
    "staff": "user",
    "member": "user",
    "shift": "shift",
    "room": "room",
    "site": "places",
    "equipment": "equipment",
    "service": "rates",
    "payer": "rates",
}


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
            groups = [
                Group(_("People"), self._hits(clinic.staff.find(words))),
                Group(_("Equipment"), self._hits(clinic.equipment.find(words))),
                Group(_("Rates"), self._hits(clinic.rates.find(words))),
                Group(_("Rooms"), self._hits(_rooms(clinic, words))),
                Group(_("Shifts"), self._hits(clinic.schedule.find(words))),
                *groups,
            ]
        registry = self._session.window.commands
        if words:
            groups.append(Group(_("Commands"), self._commands(registry.find(words))))
        else:
            groups += [
                Group(section, self._commands(commands, section))
                for section, commands in registry.sections().items()
            ]
        return _ranked([group for group in groups if group.choices], words)

    def _hits(self, hits: list[Hit]) -> tuple[Choice, ...]:
        return tuple(
            Choice(
                hit.title,
                "" if hit.kind == "shift" else hit.detail,
                _ICON_OF.get(hit.kind, "search"),
                lambda hit=hit: self._session.turn_to(  # type: ignore[misc]
                    _PAGE_OF.get(hit.kind, hit.kind), hit.ref
                ),
            )
            for hit in hits[:_FEW]
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


def _rooms(clinic: Clinic, text: str) -> list[Hit]:
    """Rooms are few and known by heart, so they are looked through here and not indexed."""
    words = plain(text).split()
    sites = {site.id: site.name for site in clinic.places.sites()}
    rooms = [
        Hit("room", room.id, room.name, sites.get(room.site_id, ""))
        for room in clinic.places.rooms()
    ]
    return [
        hit
        for hit in rooms
        if all(word in plain(f"{hit.title} {hit.detail}") for word in words)
        and any(word in plain(hit.title) for word in words)
    ]


def _ranked(groups: list[Group], text: str) -> list[Group]:
    """A group goes first whose best title begins with what is typed, or has a word that does."""
    wanted = plain(text)

    def rank(group: Group) -> int:
        title = plain(group.choices[0].title)
        if title.startswith(wanted):
            return 0
        return 1 if f" {wanted}" in f" {title}" else 2

    return sorted(groups, key=rank) if wanted else groups
