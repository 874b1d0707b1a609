"""Rows by person: open shifts first, then everybody below the heading of the main position."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import week_of
from clinicmgr.schedule.gui.roster_cells import CellMaker
from clinicmgr.schedule.gui.roster_view import CellView, RowView, member_key
from clinicmgr.schedule.gui.row_aims import Aim
from clinicmgr.schedule.gui.row_cache import RowCache, traces
from clinicmgr.schedule.records import Person, Shift
from clinicmgr.schedule.rules import contract_minutes, worked_minutes
from clinicmgr.schedule.rules.words import hours_text
from clinicmgr.staff.records import Position

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
Grid = dict[tuple[int | None, date], list[Shift]]
HeadTip = Callable[[int], str]


class PeopleRows:
    """The rows of one view."""

    def __init__(self, cells: CellMaker, cache: RowCache, positions: frozenset[int]) -> None:
        self._cells = cells
        self._cache = cache
        self._positions = positions
        self._material = material = cells.material
        self._facts = material.facts
        self._shifts = material.shown()
        self._by_cell: Grid = defaultdict(list)
        self._by_person: dict[int | None, list[Shift]] = defaultdict(list)
        for shift in self._shifts:
            self._by_cell[shift.member_id, shift.day].append(shift)
            self._by_person[shift.member_id].append(shift)
        self._of_week = self._week_shifts() if material.first == material.last else None

    def rows(self, head_tip: HeadTip) -> Iterator[RowView]:
        """Open shifts, then headings and people."""
        people = self._people()
        yield self._open_row()
        for position in (*self._facts.positions.values(), None):
            yield from self._group(position, people, head_tip)

    def key_of(self, shift: Shift) -> tuple[str, int]:
        """The row a shift is in."""
        return member_key(shift.member_id)

    def _people(self) -> list[Person]:
        busy = {shift.member_id for shift in self._shifts}
        covering = {one.member_id for one in self._shifts if one.position_id in self._positions}
        return [
            person
            for person in self._facts.people.values()
            if (person.id in busy or any(person.works_on(head.day) for head in self._cells.heads))
            and (
                not self._positions
                or person.id in covering
                or self._positions.intersection(person.position_ids[:1])
            )
        ]

    def _open_row(self) -> RowView:
        wanted = [
            one
            for one in self._by_person[None]
            if not self._positions or one.position_id in self._positions
        ]

        def make() -> RowView:
            cells = tuple(
                self._cells.open_cell(at, [one for one in wanted if one.day == at.day])
                for at in self._cells.heads
            )
            title, count = _("Open shifts"), sum(len(one.shift_ids) for one in cells)
            words = ngettext("{count} shift to give away", "{count} shifts to give away", count)
            note = words.format(count=count) if count else _("None")
            return RowView("open", member_key(None), title, hours=note, spoken=title, cells=cells)

        return self._cache.row(member_key(None), self._made_from(wanted), make)

    def _group(
        self, position: Position | None, people: list[Person], head_tip: HeadTip
    ) -> Iterator[RowView]:
        """The heading of a position and the people whose main one it is."""
        wanted = (position.id,) if position else ()
        own = [one for one in people if one.position_ids[:1] == wanted]
        if not own:
            return
        name = position.name if position else _("Without a position")
        count = ngettext("{count} person", "{count} people", len(own)).format(count=len(own))
        code, color = (position.code, position.color) if position else ("", 0)
        key = ("group", position.id if position else 0)
        yield self._cache.row(
            key,
            (name, count),
            lambda: RowView(
                "group", key, name, code, color, count, spoken=name, cells=self._cells.blanks()
            ),
        )
        for person in own:
            yield self._person_row(person, code, color, head_tip(person.id))

    def _person_row(self, person: Person, code: str, color: int, tip: str) -> RowView:
        def make() -> RowView:
            hours, over = self._hours(person)
            spoken = ", ".join(part for part in (person.name, code, hours) if part)
            if over:
                spoken = _("{row}, over contract").format(row=spoken)
            cells: tuple[CellView, ...] = tuple(
                self._cells.person_cell(person, at, self._by_cell.get((person.id, at.day), []))
                for at in self._cells.heads
            )
            return RowView(
                kind="person",
                key=member_key(person.id),
                title=person.name,
                code=code,
                color=color,
                hours=hours,
                over=over,
                member_id=person.id,
                spoken=spoken,
                cells=cells,
                aim=Aim("member", person.id),
                tip="\n".join(part for part in (spoken, tip) if part),
            )

        over_hours = person.id in self._cells.findings.over_hours
        week = () if self._of_week is None else tuple(self._of_week[person.id])
        made_from = (self._made_from(self._by_person[person.id]), over_hours, week, tip)
        return self._cache.row(member_key(person.id), made_from, make)

    def _made_from(self, shifts: list[Shift]) -> object:
        return traces(shifts, self._cells.findings, self._material.drafts)

    def _hours(self, person: Person) -> tuple[str, bool]:
        """Planned against agreed hours, and whether a week is above what is agreed."""
        zone, first = self._facts.zone, self._material.first
        own = self._by_person[person.id] if self._of_week is None else self._of_week[person.id]
        planned = sum(worked_minutes(one, zone) for one in own)
        over = person.id in self._cells.findings.over_hours
        if self._material.last - first >= _WEEK:
            return hours_text(planned), over
        agreed = contract_minutes(person, first)
        if agreed is None:
            return hours_text(planned), over
        words = _("{planned} / {agreed}").format(
            planned=hours_text(planned).removesuffix(" h"), agreed=hours_text(agreed)
        )
        return words, over or planned > agreed

    def _week_shifts(self) -> dict[int | None, list[Shift]]:
        """The shifts by person of the week around the one day that is shown."""
        begin = week_of(self._material.first, self._facts.week_start)
        found: dict[int | None, list[Shift]] = defaultdict(list)
        for shift in self._material.shifts:
            if begin <= shift.day <= begin + _WEEK - _DAY:
                found[shift.member_id].append(shift)
        return found
