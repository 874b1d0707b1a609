"""The leave calendar: who is off on which day, a sheet for each month."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.periods import add_months, days, format_day, month_bounds
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import (
    Cell,
    Column,
    Document,
    Imprint,
    Item,
    Margins,
    Page,
    PageBreak,
    Row,
    Table,
    Text,
    Value,
)
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.records import Leave, LeaveKind, StaffMember
from clinicmgr.staff.service import Staff

LEAVE_SIGNS = {
    LeaveKind.ANNUAL: N_("A"),
    LeaveKind.SICK: N_("S"),
    LeaveKind.TRAINING: N_("T"),
    LeaveKind.OTHER: N_("O"),
}
_CLOSED = "·"
_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"),
    N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LeaveCalendarOptions:
    """The months that have a day from `first` to `last`, and whose leave.

    `everybody` also lists those who are not off, as the wall calendar does.
    """

    first: date
    last: date
    position_ids: tuple[int, ...] = ()
    everybody: bool = True


@dataclass(frozen=True, slots=True)
class _Month:
    """What the sheet of one month is made from."""

    title: str
    days: tuple[date, ...]
    members: Sequence[StaffMember]
    leave: Sequence[Leave]
    closed: Mapping[date, str]
    settings: ClinicSettings

    def is_open(self, day: date) -> bool:
        """Whether anybody is expected to work on a day."""
        return day not in self.closed and day.weekday() in self.settings.visible_days


def build_leave_calendar(
    schedule: Schedule,
    staff: Staff,
    settings: ClinicSettings,
    imprint: Imprint,
    options: LeaveCalendarOptions,
) -> Document:
    """Return the calendar as a document, a sheet for each month."""
    months = [_month(schedule, staff, settings, options, each) for each in _months(options)]
    items: list[Item] = []
    for month in months:
        if items:
            items.append(PageBreak())
        items += _sheet(month, month.title if len(months) > 1 else "")
    signs = ", ".join(f"{_(sign)} {kind.label.lower()}" for kind, sign in LEAVE_SIGNS.items())
    words = _("{signs}. A dot is a closed day; the number of days leaves those out.")
    items.append(Text(words.format(signs=signs), "small"))
    return Document(
        title=_("Leave calendar"),
        subtitle=months[0].title if len(months) == 1 else "",
        items=tuple(items),
        imprint=imprint,
        page=Page(settings.paper, landscape=True, margins=Margins(10, 9, 10, 8)),
        language=settings.locale,
    )


def _months(options: LeaveCalendarOptions) -> Iterable[date]:
    month = options.first.replace(day=1)
    while month <= options.last:
        yield month
        month = add_months(month, 1)


def _month(
    schedule: Schedule,
    staff: Staff,
    settings: ClinicSettings,
    options: LeaveCalendarOptions,
    month: date,
) -> _Month:
    first, last = month_bounds(month)
    leave = staff.leave(first, last)
    off = {each.member_id for each in leave}
    wanted = set(options.position_ids)
    members = [
        each
        for each in staff.members()
        if each.started <= last
        and (each.ended is None or first <= each.ended)
        and (not wanted or not wanted.isdisjoint(each.position_ids))
        and (options.everybody or each.id in off)
    ]
    title = month_title(month)
    closed = schedule.closures(first, last)
    return _Month(title, tuple(days(first, last)), members, leave, closed, settings)


def month_title(month: date) -> str:
    """Say a month: "November 2026"."""
    return _("{month} {year}").format(month=_(_MONTHS[month.month - 1]), year=month.year)


def _sheet(month: _Month, title: str) -> list[Item]:
    locale = month.settings.locale
    columns = (
        Column(_("Name"), width=0.19),
        *(
            Column(f"{format_day(d, 'weekday', locale)[:1]} {d.day}", align="center")
            for d in month.days
        ),
        Column(_("Days"), "whole"),
    )
    rows = [_row(month, member) for member in month.members]
    if rows:
        rows.append(_total(month))
    sheet = Table(columns, tuple(rows), title=title, empty=_("Nobody is off in this month."))
    holidays = "; ".join(
        f"{format_day(day, 'weekday', locale)}: {reason}"
        for day, reason in sorted(month.closed.items())
    )
    return [
        sheet,
        *([Text(_("Closed: {days}").format(days=holidays), "small")] if holidays else []),
    ]


def _row(month: _Month, member: StaffMember) -> Row:
    own = [each for each in month.leave if each.member_id == member.id]
    signs: list[Value | Cell] = []
    count = 0
    for day in month.days:
        absence = next((each for each in own if each.covers(day)), None)
        is_open = month.is_open(day)
        count += absence is not None and is_open
        sign = _(LEAVE_SIGNS[absence.kind]) if absence else ""
        signs.append(Cell(sign, strong=True) if sign else ("" if is_open else _CLOSED))
    return Row((member.name, *signs, count or None))


def _total(month: _Month) -> Row:
    shown = {member.id for member in month.members}
    counts = [
        sum(each.member_id in shown and each.covers(day) for each in month.leave)
        if month.is_open(day)
        else 0
        for day in month.days
    ]
    return Row(
        (_("People off"), *(str(count or "") for count in counts), sum(counts)), kind="total"
    )
