"""How each position is covered on each day, in all and at each site: the lines below the grid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_time
from clinicmgr.places.records import Site
from clinicmgr.schedule.gui.roster_material import DAY, RosterMaterial
from clinicmgr.schedule.gui.roster_view import CoverCell, CoverRow, DayHead
from clinicmgr.schedule.records import Coverage, Facts, Gap, Shift
from clinicmgr.schedule.rules import DayView, day_gaps, demand_coverage
from clinicmgr.staff.records import Position

Places = dict[tuple[int, int | None], Coverage]
"""The demand that is met worst, by position and site (None: at any site)."""


class Cover:
    """Works out the coverage day by day; a day whose shifts are the same is not done again."""

    def __init__(self) -> None:
        self._facts: Facts | None = None
        self._days: dict[date, tuple[list[Shift], _Day]] = {}

    def rows(
        self, material: RosterMaterial, heads: Sequence[DayHead], positions: Sequence[Position]
    ) -> Iterator[CoverRow]:
        """A line for each position that is needed on one of the days, with those of its sites."""
        facts = material.facts
        known = self._days if self._facts is facts else {}
        self._facts, self._days = facts, {}
        by_day: dict[date, list[Shift]] = defaultdict(list)
        for shift in material.shifts:
            by_day[shift.day].append(shift)
        found = []
        for head in heads:
            near = [
                one
                for day in (head.day - DAY, head.day, head.day + DAY)
                for one in by_day.get(day, ())
            ]
            before = known.get(head.day)
            if before is None or before[0] != near:
                before = (near, _Day(head, near, facts))
            self._days[head.day] = before
            found.append(before[1])
        for position in positions:
            cells = tuple(day.cell(position) for day in found)
            if any(cell.needed for cell in cells):
                parts = tuple(_parts(position, found, facts))
                yield CoverRow(position.id, position.name, position.code, position.color, cells,
                               parts)  # fmt: skip


def _parts(position: Position, found: Iterable[_Day], facts: Facts) -> Iterator[CoverRow]:
    """The lines of the sites, where there are several."""
    days = list(found)
    ids = {site_id for day in days for site_id in day.sites_of(position.id)}
    if len(ids) < 2:
        return
    sites: list[Site | None] = [one for one in facts.sites.values() if one.id in ids]
    if None in ids:
        sites.append(None)
    for site in sites:
        cells = tuple(day.cell_at(position, site) for day in days)
        name = site.name if site is not None else _("Any site")
        yield CoverRow(position.id, name, "", position.color, cells, is_part=True)


class _Day:
    """The coverage of one day."""

    def __init__(self, head: DayHead, near: Iterable[Shift], facts: Facts) -> None:
        self._head = head
        self._facts = facts
        self._places: Places = {}
        self._cells: dict[object, CoverCell] = {}
        view = DayView.of(head.day, near)
        for demand in facts.demand_on(head.day):
            one = demand_coverage(demand, view, facts)
            known = self._places.get((one.position_id, one.site_id))
            if known is None or _badness(one) > _badness(known):
                self._places[one.position_id, one.site_id] = one
        self._gaps: dict[int, list[Gap]] = defaultdict(list)
        for gap in day_gaps(view, facts):
            self._gaps[gap.position_id].append(gap)

    def sites_of(self, position_id: int) -> list[int | None]:
        """The sites that need the position on this day."""
        return [site_id for position, site_id in self._places if position == position_id]

    def cell(self, position: Position) -> CoverCell:
        """The position over all sites: the demand that is met worst."""
        key = (position, None, "all")
        if key not in self._cells:
            of_sites = [self._places[position.id, one] for one in self.sites_of(position.id)]
            worst = max(of_sites, key=_badness, default=None)
            made = self._cell(position, worst, self._gaps[position.id],
                              several=len(of_sites) > 1)  # fmt: skip
            self._cells[key] = made
        return self._cells[key]

    def cell_at(self, position: Position, site: Site | None) -> CoverCell:
        """The position at one site."""
        key = (position, site, "one")
        if key not in self._cells:
            site_id = site.id if site is not None else None
            gaps = [one for one in self._gaps[position.id] if one.site_id == site_id]
            found = self._places.get((position.id, site_id))
            self._cells[key] = self._cell(position, found, gaps, several=False)
        return self._cells[key]

    def _cell(
        self, position: Position, found: Coverage | None, gaps: Sequence[Gap], *, several: bool
    ) -> CoverCell:
        if found is None:
            nobody = _("{position}, {day}: nobody is needed").format(
                position=position.name, day=self._head.name
            )
            return CoverCell(spoken=nobody)
        spoken = self._sentence(position, found)
        site = self._facts.sites.get(found.site_id or 0) if several else None
        tip = spoken
        if several:
            ids = self.sites_of(position.id)
            each = (self._sentence(position, self._places[position.id, one]) for one in ids)
            tip = "\n".join(each)
        return CoverCell(
            needed=True,
            have=found.have,
            minimum=found.minimum,
            ideal=found.ideal,
            at=format_time(found.worst, self._facts.locale) if found.short else "",
            spoken=spoken,
            gaps=tuple(gaps),
            site=site.code if site is not None else "",
            tip=tip,
        )

    def _sentence(self, position: Position, found: Coverage) -> str:
        site = self._facts.sites.get(found.site_id or 0) if len(self._facts.sites) > 1 else None
        words = {
            "position": position.name,
            "day": self._head.name,
            "have": found.have,
            "minimum": found.minimum,
            "ideal": found.ideal,
            "time": format_time(found.worst, self._facts.locale),
            "site": site.name if site is not None else "",
        }
        if found.short and site is not None:
            text = _("{position}, {day}: short, {have} of {minimum} at {time} in {site}")
        elif found.short:
            text = _("{position}, {day}: short, {have} of {minimum} at {time}")
        elif found.have < found.ideal and site is not None:
            text = _("{position}, {day}: {have} of {minimum} in {site}, {ideal} would be ideal")
        elif found.have < found.ideal:
            text = _("{position}, {day}: {have} of {minimum}, {ideal} would be ideal")
        elif site is not None:
            text = _("{position}, {day}: {have} of {minimum} in {site}")
        else:
            text = _("{position}, {day}: {have} of {minimum}")
        return text.format(**words)


def _badness(coverage: Coverage) -> tuple[int, int, int]:
    return (coverage.short, coverage.ideal - coverage.have, coverage.minimum)
