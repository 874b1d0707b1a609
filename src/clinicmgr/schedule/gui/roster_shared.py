"""Rows by position and by room: a cell holds everybody who works there that day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.places.records import Room, Site
from clinicmgr.schedule.gui.roster_cells import CellMaker
from clinicmgr.schedule.gui.roster_view import RowKind, RowView
from clinicmgr.schedule.gui.row_aims import Aim
from clinicmgr.schedule.gui.row_cache import RowCache, traces
from clinicmgr.schedule.records import Shift
from clinicmgr.schedule.rules import worked_minutes
from clinicmgr.schedule.rules.words import hours_text

Key = tuple[str, int]
HeadTip = Callable[[int], str]
_GRAY = 6


class _SharedRows:
    """What rows by position and rows by room have in common."""

    def __init__(self, cells: CellMaker, cache: RowCache, positions: frozenset[int]) -> None:
        self._cells = cells
        self._cache = cache
        self._positions = positions
        self._facts = cells.material.facts
        self._by_row: dict[Key, list[Shift]] = defaultdict(list)
        for shift in cells.material.shown():
            if not positions or shift.position_id in positions:
                self._by_row[self.key_of(shift)].append(shift)

    def key_of(self, shift: Shift) -> Key:
        """The row a shift is in."""
        raise NotImplementedError

    def _row(self, kind: RowKind, key: Key, words: tuple[str, str, int], aim: Aim) -> RowView:
        """A row with (title, code, color); its hours are those of all who work there."""
        title, code, color = words
        shifts = self._by_row[key]

        def make() -> RowView:
            of_day: dict[date, list[Shift]] = defaultdict(list)
            for shift in shifts:
                of_day[shift.day].append(shift)
            cells = tuple(
                self._cells.shared_cell(title, at, of_day.get(at.day, ()), with_room=kind != "room")
                for at in self._cells.heads
            )
            hours = self._hours(shifts)
            spoken = ", ".join(part for part in (title, hours) if part)
            return RowView(kind, key, title, code, color, hours, spoken=spoken, cells=cells,
                           aim=aim, tip=spoken)  # fmt: skip

        made_from = (traces(shifts, self._cells.findings, self._cells.material.drafts), words)
        return self._cache.row(key, made_from, make)

    def _hours(self, shifts: list[Shift]) -> str:
        if not shifts:
            return ""
        zone = self._facts.zone
        hours = hours_text(sum(worked_minutes(one, zone) for one in shifts if one.member_id))
        count = sum(one.member_id is None for one in shifts)
        if not count:
            return hours
        waiting = ngettext("{count} open", "{count} open", count).format(count=count)
        return _("{hours} · {waiting}").format(hours=hours, waiting=waiting)


class PositionRows(_SharedRows):
    """A row for each position that is shown."""

    def key_of(self, shift: Shift) -> Key:
        return "position", shift.position_id

    def rows(self, _head_tip: HeadTip) -> Iterator[RowView]:
        """The positions in their order."""
        for one in self._facts.positions.values():
            if not self._positions or one.id in self._positions:
                words = (one.name, one.code, one.color)
                yield self._row("position", ("position", one.id), words, Aim("position", one.id))


class RoomRows(_SharedRows):
    """A row for each room below its site, and one for shifts there without a room."""

    def key_of(self, shift: Shift) -> Key:
        if shift.room_id is not None and shift.room_id in self._facts.rooms:
            return "room", shift.room_id
        return "no_room", self._facts.site_of(shift) or 0

    def rows(self, _head_tip: HeadTip) -> Iterator[RowView]:
        """Site by site, the rooms by name."""
        sites: list[Site | None] = list(self._facts.sites.values())
        if self._by_row.get(("no_room", 0)):
            sites.append(None)
        for site in sites:
            yield from self._site(site, several=len(sites) > 1)

    def _site(self, site: Site | None, *, several: bool) -> Iterator[RowView]:
        site_id = site.id if site is not None else 0
        if several:
            name = site.name if site is not None else _("No site")
            key = ("group", site_id)
            yield RowView("group", key, name, spoken=name, cells=self._cells.blanks())
        rooms = [one for one in self._facts.rooms.values() if one.site_id == site_id]
        for room in sorted(rooms, key=lambda one: one.name):
            yield self._room(room)
        words = (_("No room"), "", _GRAY)
        aim = Aim("room", None, site.id if site is not None else None)
        yield self._row("room", ("no_room", site_id), words, aim)

    def _room(self, room: Room) -> RowView:
        return self._row("room", ("room", room.id), (room.name, room.code, _GRAY),
                         Aim("room", room.id))  # fmt: skip
