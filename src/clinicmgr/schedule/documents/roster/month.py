"""The month roster: everybody by every day in codes, with the hours, a sheet for each month."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day, format_hours, month_bounds, months_between
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import (
    Chip,
    Document,
    Grid,
    GridCell,
    GridColumn,
    GridGroup,
    GridRow,
    Hatch,
    Imprint,
    Item,
    Legend,
    LegendEntry,
    Margins,
    Page,
    PageBreak,
    Paper,
    Text,
)
from clinicmgr.schedule.documents.leave_calendar import LEAVE_SIGNS, month_title
from clinicmgr.schedule.documents.roster.cells import flag_of
from clinicmgr.schedule.documents.roster.codes import Codes
from clinicmgr.schedule.documents.roster.foot import changes, closing, coverage_footers, legend
from clinicmgr.schedule.documents.roster.footnotes import footnotes
from clinicmgr.schedule.documents.roster.people import shifts_by_person, teams
from clinicmgr.schedule.documents.roster.sheet import Sheet, read_sheet
from clinicmgr.schedule.records import Labor, Shift
from clinicmgr.schedule.rules import labor
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.records import Position, StaffMember
from clinicmgr.staff.service import Staff

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class MonthRosterOptions:
    """The months that have a day from `first` to `last`, whole; and what stands on each sheet.

    `grouped` puts people in groups by position, else they stand by name.
    """

    first: date
    last: date
    paper: Paper | None = None
    position_ids: tuple[int, ...] = ()
    coverage: bool = True
    notes: str = ""
    signatures: bool = True
    changes: bool = False
    grouped: bool = True

    def whole(self) -> "MonthRosterOptions":
        """Return the same from the first of a month to the last of a month."""
        return MonthRosterOptions(
            month_bounds(self.first)[0],
            month_bounds(self.last)[1],
            self.paper,
            self.position_ids,
            self.coverage,
            self.notes,
            self.signatures,
            self.changes,
            self.grouped,
        )


@dataclass(frozen=True, slots=True)
class _Month:
    """What the rows of a month are made from."""

    sheet: Sheet
    codes: Codes
    labor: Mapping[int, Labor]


def build_month_roster(
    schedule: Schedule,
    staff: Staff,
    settings: ClinicSettings,
    imprint: Imprint,
    options: MonthRosterOptions,
) -> Document:
    """Return the roster of the months as a document."""
    options = options.whole()
    sheet = read_sheet(schedule, staff, settings, options)
    codes = Codes(sheet.shifts, schedule.shift_types(), settings.locale)
    months = list(months_between(options.first, options.last))
    items: list[Item] = []
    for number, first in enumerate(months):
        if number:
            items.append(PageBreak())
        last = month_bounds(first)[1]
        month = _month(sheet.between(first, last, every_day=True), codes)
        items.append(_grid(month, options, month_title(first) if len(months) > 1 else ""))
        items += [*_signs(month), *footnotes(month.sheet)]
        if options.changes:
            items += changes(schedule, month.sheet, first, last)
        is_last = number == len(months) - 1
        items += closing(options.notes, signatures=options.signatures, is_last=is_last)
    return Document(
        title=_("Month roster"),
        subtitle=_subtitle(schedule, options),
        items=tuple(items),
        imprint=imprint,
        page=Page(options.paper or settings.paper, landscape=True, margins=Margins(10, 9, 10, 8)),
        language=settings.locale,
    )


def _subtitle(schedule: Schedule, options: MonthRosterOptions) -> str:
    """The month or months, and which version hangs on the wall."""
    words = month_title(options.first)
    if month_title(options.last) != words:
        words = _("{first} to {last}").format(first=words, last=month_title(options.last))
    newest = schedule.publishing.newest(options.first, options.last)
    if newest is None:
        return words
    return _("{days} – version {number}").format(days=words, number=newest.number)


def _month(sheet: Sheet, codes: Codes) -> _Month:
    wanted = {one.id for one in sheet.positions}
    around = [one for one in sheet.around if one.position_id in wanted]
    found = labor(around, sheet.facts, None, sheet.days[0], sheet.days[-1])
    return _Month(sheet, codes, {one.member_id: one for one in found})


def _grid(month: _Month, options: MonthRosterOptions, title: str) -> Grid:
    sheet = month.sheet
    count = len(sheet.members)
    return Grid(
        columns=tuple(_column(sheet, day) for day in sheet.days),
        groups=tuple(_groups(month, grouped=options.grouped)),
        footers=tuple(coverage_footers(sheet, brief=True)),
        corner=ngettext("{count} person, hours", "{count} people, hours", count).format(
            count=count
        ),
        title=title,
    )


def _column(sheet: Sheet, day: date) -> GridColumn:
    """Weekends and closed days are shaded; why they are closed stands below the grid."""
    weekday = format_day(day, "weekday", sheet.locale)[:2]
    closed = day.weekday() >= SATURDAY or day in sheet.facts.closures
    return GridColumn(weekday, str(day.day), closed=closed, day=day)


def _groups(month: _Month, *, grouped: bool) -> Iterable[GridGroup]:
    sheet = month.sheet
    own = shifts_by_person(sheet.shifts)
    if None in own:
        cells = tuple(_cell(month, None, own[None], day) for day in sheet.days)
        yield GridGroup(_("Open shifts"), (GridRow(_("Open"), cells),))
    for title, position, members in teams(sheet, own, grouped=grouped):
        rows = tuple(_row(month, member, position, own.get(member.id, [])) for member in members)
        if position is None:
            yield GridGroup(title, rows)
        else:
            yield GridGroup(title, rows, position.color, position.code)


def _row(month: _Month, member: StaffMember, home: Position | None, own: list[Shift]) -> GridRow:
    """Hours by the clock against the contract of the month; overtime is flagged."""
    found = month.labor.get(member.id)
    minutes = found.minutes if found is not None else 0
    words = format_hours(minutes)
    if found is not None and found.contract_minutes:
        agreed = round(found.contract_minutes / 60)
        words = _("{hours}/{agreed}").format(hours=format_hours(minutes), agreed=agreed)
    cells = tuple(
        _cell(month, member.id, own, day, home.id if home is not None else None)
        for day in month.sheet.days
    )
    return GridRow(
        member.name, cells, words, "!" if found is not None and found.overtime_minutes else ""
    )


def _cell(
    month: _Month,
    member_id: int | None,
    own: Iterable[Shift],
    day: date,
    home: int | None = None,
) -> GridCell:
    """The codes of the shifts; the position only where it is not the one of the group."""
    sheet = month.sheet
    parts: list[Chip | Hatch] = []
    for shift in own:
        if shift.day == day:
            position = sheet.facts.positions[shift.position_id]
            code = position.code if shift.position_id != home else ""
            words = month.codes.of(shift)
            parts.append(Chip(words, "", code, position.color, flag_of(sheet, shift)))
    absence = sheet.leave_on(member_id, day) if member_id is not None else None
    if absence is not None:
        parts.append(Hatch(_(LEAVE_SIGNS[absence.kind])))
    return tuple(parts)


def _signs(month: _Month) -> Iterable[Item]:
    """What colors, signs and codes stand for, and why days are closed."""
    sheet = month.sheet
    yield legend(sheet)
    used = {month.codes.of(one) for one in sheet.shifts}
    yield Legend(
        tuple(
            LegendEntry(times, code, sheet.facts.positions[shift.position_id].color)
            for code, (times, shift) in month.codes.meanings.items()
            if code in used
        )
    )
    kinds = {
        absence.kind
        for member in sheet.members
        for day in sheet.days
        if (absence := sheet.leave_on(member.id, day)) is not None
    }
    off = [f"{_(sign)} {kind.label.lower()}" for kind, sign in LEAVE_SIGNS.items() if kind in kinds]
    lines = [_("Hatched: {signs}").format(signs=", ".join(off))] if off else []
    closed = "; ".join(
        f"{format_day(day, 'weekday', sheet.locale)}: {sheet.facts.closures[day]}"
        for day in sheet.days
        if day in sheet.facts.closures
    )
    if closed:
        lines.append(_("Closed: {days}").format(days=closed))
    if lines:
        yield Text("\n".join(lines), "small")
