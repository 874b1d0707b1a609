"""From the material of a period to what is shown of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import days, format_day, uses_hour12
from clinicmgr.schedule.gui.roster_cells import CellMaker
from clinicmgr.schedule.gui.roster_cover import cover_rows
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.roster_problems import Findings
from clinicmgr.schedule.gui.roster_view import (
    CellView,
    DayHead,
    LegendEntry,
    RosterView,
    RowView,
    member_key,
)
from clinicmgr.schedule.records import Person, Shift
from clinicmgr.schedule.rules import contract_minutes, worked_minutes
from clinicmgr.schedule.rules.words import hours_text
from clinicmgr.staff.records import Position

WEEKEND = 5
_WEEK = timedelta(days=7)
Grid = dict[tuple[int | None, date], list[Shift]]


def build_view(
    material: RosterMaterial, positions: Collection[int] = (), *, all_days: bool = False
) -> RosterView:
    """The week or month as it is shown, of these positions only (none given: all).

    `all_days` shows every day of the period; else the days the practice shows, and days with work.
    """
    return _Builder(material, frozenset(positions), all_days=all_days).view()


class _Builder:
    """One building of a view."""

    def __init__(
        self, material: RosterMaterial, positions: frozenset[int], *, all_days: bool
    ) -> None:
        self.material = material
        self.facts = material.facts
        self.positions = positions
        self.shifts = material.shown()
        self.heads = tuple(_heads(material, self.shifts, all_days=all_days))
        self.findings = Findings(material)
        self.cells = CellMaker(material, self.heads, self.findings)
        self.by_cell: Grid = defaultdict(list)
        self.by_person: dict[int | None, list[Shift]] = defaultdict(list)
        for shift in self.shifts:
            self.by_cell[shift.member_id, shift.day].append(shift)
            self.by_person[shift.member_id].append(shift)

    def view(self) -> RosterView:
        people = self._people()
        rows = [self._open_row()]
        for position in (*self.facts.positions.values(), None):
            rows.extend(self._group(position, people))
        shown = [row.member_id for row in rows if row.kind == "person"]
        return RosterView(
            days=self.heads,
            rows=tuple(rows),
            cover=tuple(cover_rows(self.material, self.heads, self._wanted())),
            problems=tuple(self.findings.problems(set(shown), self.positions)),
            legend=tuple(LegendEntry(one.code, one.name, one.color) for one in self._wanted()),
            corner=ngettext("{count} person", "{count} people", len(shown)).format(
                count=len(shown)
            ),
            hour12=uses_hour12(self.material.settings.locale),
        )

    def _wanted(self) -> list[Position]:
        positions = self.facts.positions.values()
        return [one for one in positions if not self.positions or one.id in self.positions]

    def _people(self) -> list[Person]:
        busy = {shift.member_id for shift in self.shifts}
        covering = {one.member_id for one in self.shifts if one.position_id in self.positions}
        return [
            person
            for person in self.facts.people.values()
            if (person.id in busy or any(person.works_on(head.day) for head in self.heads))
            and (
                not self.positions
                or person.id in covering
                or self.positions.intersection(person.position_ids[:1])
            )
        ]

    def _open_row(self) -> RowView:
        waiting: dict[date, list[Shift]] = {
            head.day: [
                one
                for one in self.by_cell.get((None, head.day), [])
                if not self.positions or one.position_id in self.positions
            ]
            for head in self.heads
        }
        count = sum(map(len, waiting.values()))
        cells = tuple(self.cells.open_cell(at, waiting[at.day]) for at in self.heads)
        title = _("Open shifts")
        words = ngettext("{count} shift to give away", "{count} shifts to give away", count)
        note = words.format(count=count) if count else _("None")
        return RowView("open", member_key(None), title, hours=note, spoken=title, cells=cells)

    def _group(self, position: Position | None, people: list[Person]) -> Iterator[RowView]:
        """The heading of a position and the people whose main one it is."""
        wanted = (position.id,) if position else ()
        own = [one for one in people if one.position_ids[:1] == wanted]
        if not own:
            return
        name = position.name if position else _("Without a position")
        count = ngettext("{count} person", "{count} people", len(own)).format(count=len(own))
        code, color = (position.code, position.color) if position else ("", 0)
        blank = tuple(CellView(self.cells.blank(head)) for head in self.heads)
        key = ("group", position.id if position else 0)
        yield RowView("group", key, name, code, color, count, spoken=name, cells=blank)
        for person in own:
            yield self._person_row(person, code, color)

    def _person_row(self, person: Person, code: str, color: int) -> RowView:
        cells = tuple(
            self.cells.person_cell(person, at, self.by_cell.get((person.id, at.day), []))
            for at in self.heads
        )
        hours, over = self._hours(person)
        spoken = ", ".join(part for part in (person.name, code, hours) if part)
        if over:
            spoken = _("{row}, over contract").format(row=spoken)
        return RowView(
            "person",
            member_key(person.id),
            person.name,
            code,
            color,
            hours,
            over,
            person.id,
            spoken,
            cells,
        )

    def _hours(self, person: Person) -> tuple[str, bool]:
        """Planned against agreed hours, and whether a week is above what is agreed."""
        zone, first = self.facts.zone, self.material.first
        planned = sum(worked_minutes(one, zone) for one in self.by_person[person.id])
        over = person.id in self.findings.over_hours
        if self.material.last - first >= _WEEK:
            return hours_text(planned), over
        agreed = contract_minutes(person, first)
        if agreed is None:
            return hours_text(planned), over
        words = _("{planned} / {agreed}").format(
            planned=hours_text(planned).removesuffix(" h"), agreed=hours_text(agreed)
        )
        return words, over or planned > agreed


def _heads(
    material: RosterMaterial, shifts: Iterable[Shift], *, all_days: bool
) -> Iterator[DayHead]:
    worked = {shift.day for shift in shifts}
    settings = material.settings
    for day in days(material.first, material.last):
        if not (all_days or day.weekday() in settings.visible_days or day in worked):
            continue
        name = format_day(day, "weekday", settings.locale)
        reason = material.facts.closures.get(day, "")
        yield DayHead(
            day=day,
            weekday=name.partition(",")[0],
            number=str(day.day),
            name=name,
            note=reason,
            today=day == material.today,
            weekend=day.weekday() >= WEEKEND,
            closed=bool(reason),
        )
