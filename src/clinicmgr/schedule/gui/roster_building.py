"""From the material of a period to what is shown of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from clinicmgr.kernel.i18n import ngettext
from clinicmgr.kernel.periods import days, format_day, uses_hour12
from clinicmgr.schedule.gui.roster_cells import CellMaker
from clinicmgr.schedule.gui.roster_cover import Cover
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.roster_people import PeopleRows
from clinicmgr.schedule.gui.roster_problems import Findings
from clinicmgr.schedule.gui.roster_shared import PositionRows, RoomRows
from clinicmgr.schedule.gui.roster_view import (
    DayHead,
    LegendEntry,
    RosterView,
    RowMode,
    RowView,
)
from clinicmgr.schedule.gui.row_cache import RowCache
from clinicmgr.schedule.records import Shift
from clinicmgr.staff.records import Position

WEEKEND = 5
_ROWS: dict[RowMode, type[PeopleRows | PositionRows | RoomRows]] = {
    "people": PeopleRows,
    "positions": PositionRows,
    "rooms": RoomRows,
}
HeadTip = Callable[[int], str]


def build_view(
    material: RosterMaterial,
    positions: Collection[int] = (),
    *,
    all_days: bool = False,
    mode: RowMode = "people",
) -> RosterView:
    """The period as it is shown, of these positions only (none given: all).

    `all_days` shows every day of the period; else the days the practice shows, and days with work.
    """
    return RosterBuilder().view(material, positions, all_days=all_days, mode=mode)


class RosterBuilder:
    """Builds views one after the other; rows that come out the same are those of the view before.

    `head_tip` is what else is said of a person's row, by the person's id.
    """

    def __init__(self) -> None:
        self._cache = RowCache()
        self._cover = Cover()

    def view(
        self,
        material: RosterMaterial,
        positions: Collection[int] = (),
        *,
        all_days: bool = False,
        mode: RowMode = "people",
        head_tip: HeadTip | None = None,
    ) -> RosterView:
        """The view of a period; see `build_view`."""
        chosen = frozenset(positions)
        heads = tuple(_heads(material, material.shown(), all_days=all_days))
        findings = Findings(material)
        cells = CellMaker(material, heads, findings)
        self._cache.begin(material, (heads, chosen, mode))
        maker = _ROWS[mode](cells, self._cache, chosen)
        rows = tuple(maker.rows(head_tip or (lambda _member_id: "")))
        keys = {row.key for row in rows if row.kind not in {"open", "group"}}
        wanted = _wanted(material, chosen)
        return RosterView(
            days=heads,
            rows=rows,
            cover=tuple(self._cover.rows(material, heads, wanted)),
            problems=tuple(findings.problems(keys, chosen, maker.key_of)),
            legend=tuple(LegendEntry(one.code, one.name, one.color) for one in wanted),
            corner=_corner(rows, mode),
            hour12=uses_hour12(material.settings.locale),
            drafts=bool(material.drafts),
        )


def _wanted(material: RosterMaterial, chosen: frozenset[int]) -> list[Position]:
    every = material.facts.positions.values()
    return [one for one in every if not chosen or one.id in chosen]


def _corner(rows: Iterable[RowView], mode: RowMode) -> str:
    count = sum(row.kind not in {"open", "group"} for row in rows)
    if mode == "positions":
        words = ngettext("{count} position", "{count} positions", count)
    elif mode == "rooms":
        words = ngettext("{count} room", "{count} rooms", count)
    else:
        words = ngettext("{count} person", "{count} people", count)
    return words.format(count=count)


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
