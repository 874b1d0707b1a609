"""A person's timesheet of a period, to be read, corrected and signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from clinicmgr.hours.documents.words import (
    adjustment_line,
    correction_line,
    planned_text,
    remarks,
    signed,
    worked_text,
)
from clinicmgr.hours.records import DayLine, Timesheet
from clinicmgr.hours.service import Hours
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import (
    Cell,
    Column,
    Document,
    Heading,
    Imprint,
    Item,
    Notes,
    Page,
    PageBreak,
    Row,
    SignatureStrip,
    Table,
    Text,
    Tile,
    Tiles,
)
from clinicmgr.paper.wording import hours_text
from clinicmgr.staff.records.days import day_text, span_text


@dataclass(frozen=True, slots=True)
class TimesheetOptions:
    """Which days, and whose sheet (None: everybody with hours or a plan)."""

    first: date
    last: date
    member_id: int | None = None
    signatures: bool = True


def build_timesheet(
    hours: Hours, settings: ClinicSettings, imprint: Imprint, options: TimesheetOptions
) -> Document:
    """Return the sheets, each person on a page of its own."""
    wanted = None if options.member_id is None else (options.member_id,)
    members = {each.id: each for each in hours.members()}
    names = {each.id: each.name for each in hours.paying.differentials()}
    items: list[Item] = []
    for sheet in hours.timesheets(options.first, options.last, wanted):
        if wanted is None and not (sheet.has_work or sheet.planned):
            continue
        if items:
            items.append(PageBreak())
        member = members[sheet.member_id]
        title = f"{member.name} ({member.number})" if member.number else member.name
        items.append(Heading(title))
        items += _items(sheet, names, settings, member.name if options.signatures else "")
    return Document(
        title=_("Timesheet"),
        subtitle=span_text(options.first, options.last) + f", {options.last.year}",
        items=tuple(items) or (Text(_("Nobody worked in this time.")),),
        imprint=imprint,
        page=Page(settings.paper),
        language=settings.locale,
    )


def _items(
    sheet: Timesheet, names: Mapping[int, str], settings: ClinicSettings, signer: str
) -> Iterator[Item]:
    yield Tiles(tuple(_tiles(sheet)), columns=4)
    yield _table(sheet, names, settings)
    corrections = [each for line in sheet.lines for each in line.corrections]
    if corrections:
        yield Notes(tuple(map(correction_line, corrections)), title=_("Corrections"))
    if sheet.adjustments:
        yield Notes(
            tuple(map(adjustment_line, sheet.adjustments)),
            title=_("Adjustments of earlier periods, paid with this one"),
        )
    if sheet.sign_off is not None:
        words = _("Signed by {name} on {day}.")
        yield Text(
            words.format(name=sheet.sign_off.signed_by, day=day_text(sheet.sign_off.signed_on)),
            "small",
        )
    elif signer:
        yield SignatureStrip((signer, _("For the practice")))


def _tiles(sheet: Timesheet) -> Iterator[Tile]:
    yield Tile(_("Planned"), hours_text(sheet.planned))
    yield Tile(_("Worked"), hours_text(sheet.worked))
    yield Tile(_("Regular"), hours_text(sheet.paid_regular))
    yield Tile(_("Overtime"), hours_text(sheet.paid_overtime))


def _table(sheet: Timesheet, names: Mapping[int, str], settings: ClinicSettings) -> Table:
    columns = (
        Column(_("Day"), width=0.12),
        Column(_("Planned"), width=0.17),
        Column(_("Worked"), width=0.22),
        Column(_("Hours"), "hours"),
        Column("±", "hours"),
        Column(_("Overtime"), "hours"),
        Column(_("Leave")),
        Column(_("Remarks"), width=0.17),
    )
    rows = [_row(line, names, settings.locale) for line in sheet.lines if not line.is_empty]
    total = sheet.difference
    rows.append(
        Row(
            (
                _("Total"),
                None,
                None,
                sheet.worked,
                signed(total),
                sheet.overtime or None,
                hours_text(sum(sheet.leave.values())) if sheet.leave else None,
                None,
            ),
            kind="total",
        )
    )
    return Table(columns, tuple(rows))


def _row(line: DayLine, names: Mapping[int, str], locale: str) -> Row:
    wrong = any(flag.kind.is_wrong for flag in line.flags)
    said = remarks(line, names)
    return Row(
        (
            Cell(line.day, format_day(line.day, "weekday", locale)),
            planned_text(line.shifts, locale),
            worked_text(line.stretches, locale),
            line.worked or None,
            signed(line.difference) if line.stretches or line.worked else None,
            line.overtime or None,
            line.leave.label if line.leave is not None else "",
            Cell(said, strong=True) if wrong else said,
        )
    )
