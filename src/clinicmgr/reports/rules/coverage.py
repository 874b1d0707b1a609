"""How much of the minimum that was asked for was there.

Needed is each line of demand, its minimum times its minutes, on every day it applies and the
practice is open. Missing is each gap, the people missing times its minutes.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from clinicmgr.kernel.periods import days
from clinicmgr.reports.records import (
    Compared,
    Cover,
    Coverage,
    Periods,
    PositionCover,
    ShortDay,
    Span,
)
from clinicmgr.schedule.records import Demand, Gap

WORST_DAYS = 10

Place = tuple[date, int]
"""A day and the id of a position."""


class Needs:
    """Minutes needed and missing, by day and position; asked for any span of those days."""

    def __init__(
        self, demand: Sequence[Demand], closed: Collection[date], gaps: Iterable[Gap], span: Span
    ) -> None:
        """`gaps` and `closed` are those of the days of `span`."""
        self._needed: Counter[Place] = Counter()
        self._missing: Counter[Place] = Counter()
        for day in days(span.first, span.last):
            if day in closed:
                continue
            for each in demand:
                if each.minimum > 0 and each.applies(day):
                    minutes = each.minimum * (each.end - each.start)
                    self._needed[day, each.position_id] += minutes
        for gap in gaps:
            self._missing[gap.day, gap.position_id] += gap.missing * (gap.end - gap.start)

    def cover(
        self, span: Span, position_id: int | None = None, weekday: int | None = None
    ) -> Cover:
        """Return what was needed and missing in a span, of one position or weekday if given."""
        needed = _within(self._needed, span, position_id, weekday)
        missing = _within(self._missing, span, position_id, weekday)
        return Cover(
            sum(needed.values()),
            sum(missing.values()),
            len({day for day, _position in needed}),
            len({day for day, _position in missing}),
        )

    def position_ids(self, span: Span) -> set[int]:
        """Return the positions that were needed in a span."""
        return {position_id for _day, position_id in _within(self._needed, span, None, None)}

    def short_days(self, span: Span, names: Mapping[int, str]) -> tuple[ShortDay, ...]:
        """Return the days on which most was missing, the worst first."""
        by_day: dict[date, list[tuple[str, int]]] = {}
        for (day, position_id), minutes in self._missing.items():
            if span.covers(day):
                by_day.setdefault(day, []).append((names[position_id], minutes))
        found = [
            ShortDay(day, sum(minutes for _name, minutes in short), _most_first(short))
            for day, short in by_day.items()
        ]
        return tuple(sorted(found, key=lambda each: (-each.missing, each.day))[:WORST_DAYS])


def coverage(needs: Needs, positions: Mapping[int, str], periods: Periods) -> Coverage:
    """Return how demand was met; `positions` are names by id, in order of rank."""
    span = periods.span
    asked = needs.position_ids(span)
    return Coverage(
        cover=Compared(
            needs.cover(span),
            needs.cover(periods.year_ago),
            needs.cover(periods.to_date),
            tuple(needs.cover(month) for month in periods.months),
        ),
        positions=tuple(
            PositionCover(
                name,
                needs.cover(span, position_id),
                tuple(needs.cover(span, position_id, weekday) for weekday in range(7)),
            )
            for position_id, name in positions.items()
            if position_id in asked
        ),
        weekdays=tuple(needs.cover(span, None, weekday) for weekday in range(7)),
        worst=needs.short_days(span, positions),
    )


def _within(
    counts: Counter[Place], span: Span, position_id: int | None, weekday: int | None
) -> dict[Place, int]:
    return {
        place: minutes
        for place, minutes in counts.items()
        if span.covers(place[0])
        and position_id in {None, place[1]}
        and weekday in {None, place[0].weekday()}
    }


def _most_first(short: list[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(short, key=lambda each: (-each[1], each[0])))
