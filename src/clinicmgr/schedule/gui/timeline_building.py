"""From the view of one day to its timeline: lanes, bars, and the people there of those needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import DAY_MINUTES, Window
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.roster_view import CellView, ChipLook, RosterView, RowView
from clinicmgr.schedule.gui.timeline_view import (
    HOUR,
    STEP,
    Bar,
    Curve,
    CurveStep,
    Lane,
    TimelineView,
)
from clinicmgr.schedule.records import Shift
from clinicmgr.schedule.rules import DayView

_DAY = timedelta(days=1)
_FIRST, _LAST, _LATEST = 6 * HOUR, 20 * HOUR, 36 * HOUR
OneCell = Callable[[Shift], tuple[ChipLook, CellView]]


def build_timeline(
    material: RosterMaterial, view: RosterView, one_cell: OneCell, now: int | None
) -> TimelineView:
    """The timeline of the one day of a view; `one_cell` looks up how a single shift is told."""
    day = material.first
    night = [one for one in material.shifts if one.day == day - _DAY and one.end > DAY_MINUTES]
    shown = {one.id: one for one in material.shown()}
    lanes = []
    for row in view.rows:
        if row.kind == "group":
            lanes.append(Lane(row))
            continue
        own = [shown[one] for one in row.cells[0].shift_ids if one in shown] if row.cells else []
        own += [one for one in night if row.aim.holds(one) and _is_kept(row, one)]
        lanes.append(_lane(material, row, own, one_cell))
    bars = [bar for lane in lanes for bar in lane.bars]
    first = min([_FIRST, *(max(0, bar.start // HOUR * HOUR) for bar in bars)])
    last = max([_LAST, *(-(-bar.end // HOUR) * HOUR for bar in bars)])
    curves = tuple(_curves(material, view, first, min(last, _LATEST)))
    return TimelineView(view, tuple(lanes), curves, first, min(last, _LATEST), now)


def _is_kept(row: RowView, shift: Shift) -> bool:
    return row.kind != "room" or row.aim.id is not None or shift.site_id == row.aim.site_id


def _lane(
    material: RosterMaterial, row: RowView, shifts: Sequence[Shift], one_cell: OneCell
) -> Lane:
    ends: list[int] = []
    bars = []
    for shift in sorted(shifts, key=lambda one: (one.day, one.start, one.end, one.id)):
        offset = (shift.day - material.first).days * DAY_MINUTES
        start, end = shift.start + offset, shift.end + offset
        track = next((at for at, busy in enumerate(ends) if busy <= start), len(ends))
        ends[track:] = [end, *ends[track + 1 :]]
        bars.append(Bar(shift.id, start, end, *one_cell(shift), track))
    person = material.facts.people.get(row.member_id or 0)
    away: tuple[tuple[int, int], ...] = ()
    leave = ""
    if person is not None:
        windows = person.availability.on(material.first)
        away = tuple(_away(windows, material.first.weekday())) if windows is not None else ()
        absent = next((one for one in person.leave if one.covers(material.first)), None)
        leave = absent.kind.label if absent is not None else ""
    return Lane(row, tuple(bars), max(1, len(ends)), away, leave)


def _away(windows: Iterable[Window], weekday: int) -> Iterator[tuple[int, int]]:
    """The stretches of a day between the windows in which somebody is available."""
    at = 0
    for one in sorted((one.start, one.end) for one in windows if one.weekday == weekday):
        if one[0] > at:
            yield at, one[0]
        at = max(at, one[1])
    if at < DAY_MINUTES:
        yield at, DAY_MINUTES


def _curves(material: RosterMaterial, view: RosterView, first: int, last: int) -> Iterator[Curve]:
    """A curve for each position that is needed; demand that asks for a skill is within others'."""
    facts, wanted = material.facts, {one.position_id for one in view.cover}
    demand = [one for one in facts.demand_on(material.first) if one.skill_id is None]
    there = material.day_view(material.first)
    for line in view.cover:
        own = [one for one in demand if one.position_id == line.position_id]
        if not own or line.position_id not in wanted:
            continue
        steps: list[CurveStep] = []
        for minute in range(first, last, STEP):
            need = sum(one.minimum for one in own if one.start <= minute < one.end)
            have = _present(there, line.position_id, minute)
            if steps and (steps[-1].have, steps[-1].need) == (have, need):
                steps[-1] = CurveStep(steps[-1].start, minute + STEP, have, need)
            else:
                steps.append(CurveStep(minute, minute + STEP, have, need))
        spoken = _("{position}: {words}").format(position=line.title, words=line.cells[0].spoken)
        yield Curve(line.position_id, line.title, line.code, line.color, tuple(steps), spoken)


def _present(there: DayView, position_id: int, minute: int) -> int:
    """How many people of a position are there for the quarter of an hour from a minute on."""
    around = there.by_position.get(position_id, ())
    return len({shift.member_id for start, end, shift in around
                if start <= minute and end >= minute + STEP})  # fmt: skip
