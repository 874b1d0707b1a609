"""How each position is covered on each day: the lines under the grid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_time
from clinicmgr.schedule.gui.roster_material import DAY, RosterMaterial
from clinicmgr.schedule.gui.roster_view import CoverCell, CoverRow, DayHead
from clinicmgr.schedule.records import Coverage, Facts, Gap, Shift
from clinicmgr.schedule.rules import DayView, day_coverage, day_gaps
from clinicmgr.staff.records import Position


def cover_rows(
    material: RosterMaterial, heads: Sequence[DayHead], positions: Sequence[Position]
) -> Iterator[CoverRow]:
    """A line for each position that is needed on one of the days."""
    facts = material.facts
    found: dict[tuple[int, int], Coverage] = {}
    gaps: dict[tuple[int, int], list[Gap]] = {}
    by_day: dict[date, list[Shift]] = defaultdict(list)
    for shift in material.shifts:
        by_day[shift.day].append(shift)
    for column, head in enumerate(heads):
        around = (head.day - DAY, head.day, head.day + DAY)
        view = DayView.of(head.day, [one for day in around for one in by_day.get(day, ())])
        for one in day_coverage(view, facts):
            found[one.position_id, column] = one
        for gap in day_gaps(view, facts):
            gaps.setdefault((gap.position_id, column), []).append(gap)
    for position in positions:
        cells = tuple(
            _cell(position, head, found.get((position.id, at)), gaps.get((position.id, at), []),
                  facts)
            for at, head in enumerate(heads)
        )  # fmt: skip
        if any(cell.needed for cell in cells):
            yield CoverRow(position.id, position.name, position.code, position.color, cells)


def _cell(
    position: Position, head: DayHead, found: Coverage | None, gaps: Sequence[Gap], facts: Facts
) -> CoverCell:
    if found is None:
        nobody = _("{position}, {day}: nobody is needed").format(
            position=position.name, day=head.name
        )
        return CoverCell(spoken=nobody)
    at = format_time(found.worst, facts.locale)
    site = facts.sites.get(found.site_id) if found.site_id is not None else None
    words = {
        "position": position.name,
        "day": head.name,
        "have": found.have,
        "minimum": found.minimum,
        "ideal": found.ideal,
        "time": at,
        "site": site.name if site is not None else "",
    }
    spoken = _("{position}, {day}: {have} of {minimum}").format(**words)
    if found.short:
        spoken = (
            _("{position}, {day}: short, {have} of {minimum} at {time} in {site}")
            if site is not None and len(facts.sites) > 1
            else _("{position}, {day}: short, {have} of {minimum} at {time}")
        ).format(**words)
    elif found.have < found.ideal:
        spoken = _("{position}, {day}: {have} of {minimum}, {ideal} would be ideal").format(**words)
    return CoverCell(
        True, found.have, found.minimum, found.ideal, at if found.short else "", spoken, tuple(gaps)
    )
