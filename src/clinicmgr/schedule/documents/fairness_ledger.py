"""The fairness ledger of a year: weekends, closings and holidays of each beside colleagues."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import (
    Beside,
    Cell,
    Chart,
    Column,
    Document,
    Imprint,
    Item,
    Margins,
    Page,
    Row,
    Series,
    Table,
    Text,
    Value,
)
from clinicmgr.schedule.documents.peers import peers
from clinicmgr.schedule.records import Shift
from clinicmgr.schedule.rules.fairness import closers, shares
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.records import StaffMember
from clinicmgr.staff.service import Staff

KINDS = (N_("Weekends"), N_("Closings"), N_("Holidays"))
MOST_BARS = 8
"""People in a chart: those furthest from what colleagues have."""
TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class FairnessOptions:
    """Which year, and whose shares; no positions are all."""

    year: int
    position_ids: tuple[int, ...] = ()


class _Share(NamedTuple):
    """Weekends, closings and holidays of one person, and the average of the position."""

    member: StaffMember
    shifts: int
    counts: tuple[int, int, int]
    means: tuple[Decimal, Decimal, Decimal]

    def off(self, kind: int) -> Decimal:
        """How far from the average, in tenths."""
        return (self.counts[kind] - self.means[kind]).quantize(TENTH)


def build_fairness_ledger(
    schedule: Schedule,
    staff: Staff,
    settings: ClinicSettings,
    imprint: Imprint,
    options: FairnessOptions,
) -> Document:
    """Return what fell to whom in the year, by position, and who is furthest off as charts."""
    first, last = date(options.year, 1, 1), date(options.year, 12, 31)
    shifts = schedule.shifts(first, last)
    counts = _counts(schedule, shifts, first, last)
    here = {
        one.id
        for one in staff.members()
        if one.started <= last and (one.ended is None or one.ended >= first)
    }
    worked: dict[int | None, int] = {}
    for shift in shifts:
        worked[shift.member_id] = worked.get(shift.member_id, 0) + 1
    groups = [
        (title, _shares(members, counts, worked))
        for title, members in peers(staff, options.position_ids, here)
    ]
    items: list[Item] = [_table(groups, options.year, settings.locale)]
    charts = list(_charts([one for _title, some in groups for one in some]))
    if charts:
        items.append(Beside(tuple((each,) for each in charts)))
    items.append(Text(_note(), "small"))
    return Document(
        title=_("Fair shares of {year}").format(year=options.year),
        subtitle=_("Weekends, closings and holidays"),
        items=tuple(items),
        imprint=imprint,
        page=Page(settings.paper, landscape=True, margins=Margins(top=10, bottom=9)),
        language=settings.locale,
    )


def _note() -> str:
    return _(
        "All shifts of the year count, also those still ahead. A weekend is one with work on "
        "Saturday or Sunday; a closing is a shift of a day after which nobody of the same "
        "position works; a holiday is work on a day on which the practice is closed. The average "
        "is that of people with the same main position."
    )


def _counts(
    schedule: Schedule, shifts: Sequence[Shift], first: date, last: date
) -> Mapping[int, tuple[int, int, int]]:
    own: dict[int, list[Shift]] = {}
    of_day: dict[date, list[Shift]] = {}
    for shift in shifts:
        of_day.setdefault(shift.day, []).append(shift)
        if shift.member_id is not None:
            own.setdefault(shift.member_id, []).append(shift)
    closing = [closers(each) for each in of_day.values()]
    found = shares(own, closing, schedule.facts(first, last), first, last)
    return {
        member_id: (each.weekends, each.closings, each.holidays)
        for member_id, each in found.tallies.items()
    }


def _shares(
    members: Sequence[StaffMember],
    counts: Mapping[int, tuple[int, int, int]],
    worked: Mapping[int | None, int],
) -> list[_Share]:
    own = [counts.get(one.id, (0, 0, 0)) for one in members]
    weekends, closings, holidays = (
        Decimal(sum(each[kind] for each in own)) / len(own) for kind in range(3)
    )
    means = (weekends, closings, holidays)
    return [
        _Share(member, worked.get(member.id, 0), each, means)
        for member, each in zip(members, own, strict=True)
    ]


def _table(groups: Sequence[tuple[str, list[_Share]]], year: int, locale: str) -> Table:
    columns = [Column(_("Name"), width=0.3), Column(_("Shifts"), "whole", width=0.1)]
    for kind in KINDS:
        columns += [Column(_(kind), "whole", width=0.1), Column("±", "number", width=0.1)]
    rows = [row for title, some in groups for row in _rows(title, some, year, locale)]
    return Table(tuple(columns), tuple(rows), empty=_("Nobody worked here in this year."))


def _rows(title: str, some: Sequence[_Share], year: int, locale: str) -> Iterable[Row]:
    yield Row((title,), kind="group")
    for one in some:
        cells: list[Value | Cell] = [one.member.name, one.shifts]
        for kind in range(3):
            off = one.off(kind)
            cells += [one.counts[kind], Cell(off, _signed(off)) if len(some) > 1 else None]
        yield Row(tuple(cells), note=_employed(one.member, year, locale))
    if len(some) > 1:
        average: list[Value | Cell] = [_("Average"), _tenths(sum(one.shifts for one in some), some)]
        for mean in some[0].means:
            average += [Cell(mean.quantize(TENTH), str(mean.quantize(TENTH))), None]
        yield Row(tuple(average), kind="total")


def _tenths(total: int, some: Sequence[_Share]) -> Cell:
    mean = (Decimal(total) / len(some)).quantize(TENTH)
    return Cell(mean, str(mean))


def _employed(member: StaffMember, year: int, locale: str) -> str:
    """Say of those who came or left in the year when that was: their shares are smaller."""
    parts = []
    if member.started.year == year:
        parts.append(_("since {day}").format(day=format_day(member.started, "short", locale)))
    if member.ended is not None and member.ended.year == year:
        parts.append(_("until {day}").format(day=format_day(member.ended, "short", locale)))
    return ", ".join(parts)


def _charts(everybody: Sequence[_Share]) -> Iterable[Chart]:
    """For each kind those furthest from their colleagues, most above first."""
    for kind, title in enumerate(KINDS):
        off = [one for one in everybody if one.off(kind)]
        furthest = sorted(off, key=lambda one: (-abs(one.off(kind)), one.member.name))[:MOST_BARS]
        shown = sorted(furthest, key=lambda one: (-one.off(kind), one.member.name))
        if shown:
            yield Chart(
                "hbar",
                tuple(one.member.name for one in shown),
                (Series("", tuple(one.off(kind) for one in shown), kind),),
                title=_("{kind}: off the average").format(kind=_(title)),
                height=45,
            )


def _signed(off: Decimal) -> str:
    if not off:
        return "0"
    return f"+{off}" if off > 0 else f"−{-off}"
