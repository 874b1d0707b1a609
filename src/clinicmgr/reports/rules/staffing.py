"""Hours of people added up, by position and by person; who came and who left."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from clinicmgr.reports.records import Compared, Hours, Move, NamedHours, Periods, Span, Staffing
from clinicmgr.schedule.records import Labor
from clinicmgr.staff.records import Position, StaffMember


def total(labor: Iterable[Labor]) -> Hours:
    """Return the hours of several people together."""
    lines = list(labor)
    known = [each.cents for each in lines if each.cents is not None and each.shifts]
    return Hours(
        people=sum(each.shifts > 0 for each in lines),
        shifts=sum(each.shifts for each in lines),
        minutes=sum(each.minutes for each in lines),
        contract_minutes=sum(each.contract_minutes for each in lines),
        overtime_minutes=sum(each.overtime_minutes for each in lines),
        overtime_people=sum(each.overtime_minutes > 0 for each in lines),
        leave_days=sum(each.leave_days for each in lines),
        sick_days=sum(each.sick_days for each in lines),
        cents=sum(known) if known else None,
        unpriced=sum(each.shifts > 0 and each.cents is None for each in lines),
    )


def staffing(
    labor: Compared[Sequence[Labor]],
    members: Sequence[StaffMember],
    positions: Sequence[Position],
    periods: Periods,
) -> Staffing:
    """Return hours by position and person, and who came and went; `positions` are by rank."""
    titles = PositionNames(members, positions)
    groups: dict[str, list[Labor]] = {}
    for each in sorted(labor.now, key=lambda one: titles.rank(one.member_id)):
        groups.setdefault(titles.of(each.member_id), []).append(each)
    hired = [each for each in members if periods.span.covers(each.started)]
    return Staffing(
        hours=Compared(
            total(labor.now),
            total(labor.year_ago),
            total(labor.to_date),
            tuple(total(each) for each in labor.months),
        ),
        positions=tuple(NamedHours(name, total(lines)) for name, lines in groups.items()),
        people=tuple(
            NamedHours(titles.person(each.member_id), total([each]), name)
            for name, lines in groups.items()
            for each in lines
        ),
        hired=tuple(
            Move(each.name, titles.of(each.id), each.started)
            for each in sorted(hired, key=lambda one: (one.started, one.id))
        ),
        left=_left(members, titles, periods.span),
        employed=(
            sum(each.works_on(periods.span.first) for each in members),
            sum(each.works_on(periods.span.last) for each in members),
        ),
        left_in_year=len(_left(members, titles, periods.history)),
        average=_average(members, periods),
    )


def _left(members: Sequence[StaffMember], titles: "PositionNames", span: Span) -> tuple[Move, ...]:
    moves = [
        Move(each.name, titles.of(each.id), each.ended)
        for each in members
        if each.ended is not None and span.covers(each.ended)
    ]
    return tuple(sorted(moves, key=lambda move: (move.day, move.name)))


def _average(members: Sequence[StaffMember], periods: Periods) -> Decimal:
    """Return how many people were employed at the end of each of the twelve months, on average."""
    counts = [sum(each.works_on(month.last) for each in members) for month in periods.months]
    return Decimal(sum(counts)) / len(counts)


class PositionNames:
    """What a member is called and the main position a member has."""

    def __init__(self, members: Sequence[StaffMember], positions: Sequence[Position]) -> None:
        self._members: Mapping[int, StaffMember] = {each.id: each for each in members}
        self._positions = {each.id: (place, each.name) for place, each in enumerate(positions)}

    def person(self, member_id: int) -> str:
        """Return the member's name."""
        return self._members[member_id].name

    def of(self, member_id: int) -> str:
        """Return the name of the member's main position, "" where there is none."""
        return self._position(member_id)[1]

    def rank(self, member_id: int) -> tuple[int, str, int]:
        """Return what puts members in order of position and last name."""
        return self._position(member_id)[0], self._members[member_id].last_name, member_id

    def _position(self, member_id: int) -> tuple[int, str]:
        ids = self._members[member_id].position_ids
        return self._positions[ids[0]] if ids else (len(self._positions), "")
