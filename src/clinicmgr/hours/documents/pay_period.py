"""The sign-off sheet of a pay period: who is paid what for, what was corrected, who agreed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clinicmgr.hours.documents.words import adjustment_line, correction_line, signed
from clinicmgr.hours.records import Differential, PayPeriod, Timesheet
from clinicmgr.hours.service import Hours
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import (
    Cell,
    Column,
    Document,
    Imprint,
    Item,
    Notes,
    Page,
    Row,
    SignatureStrip,
    Table,
    Text,
)
from clinicmgr.staff.records.days import day_text, short_day, span_text


@dataclass(frozen=True, slots=True)
class PayPeriodOptions:
    """The pay period of which day; with what it comes to, for those who may see pay."""

    on: date
    pay: bool = False


def build_pay_period(
    hours: Hours, settings: ClinicSettings, imprint: Imprint, options: PayPeriodOptions
) -> Document:
    """Return the sheet of everybody with hours, leave or adjustments in the period."""
    period = hours.period_of(options.on)
    sheets = [one for one in hours.timesheets(period.first, period.last) if one.has_work]
    names = {each.id: each.name for each in hours.members()}
    used = {each for sheet in sheets for each in sheet.differentials}
    differentials = [each for each in hours.paying.differentials() if each.id in used]
    with_pay = options.pay and any(sheet.pay is not None for sheet in sheets)
    return Document(
        title=_("Pay period sign-off"),
        subtitle=span_text(period.first, period.last) + f", {period.last.year}",
        items=(
            _table(sheets, names, differentials, with_pay=with_pay),
            *_notes(sheets, names),
            *_end(period, sheets),
        ),
        imprint=imprint,
        page=Page(settings.paper, landscape=True),
        language=settings.locale,
    )


def _table(
    sheets: Sequence[Timesheet],
    names: Mapping[int, str],
    differentials: Sequence[Differential],
    *,
    with_pay: bool,
) -> Table:
    columns = (
        Column(_("Name"), width=0.18),
        Column(_("Planned"), "hours"),
        Column(_("Worked"), "hours"),
        Column("±", "hours"),
        Column(_("Regular"), "hours"),
        Column(_("Overtime"), "hours"),
        *(Column(each.name, "hours") for each in differentials),
        Column(_("Leave"), "hours"),
        *((Column(_("Pay"), "money"),) if with_pay else ()),
        Column(_("Signed"), width=0.17),
    )
    rows = [_row(sheet, names, differentials, with_pay=with_pay) for sheet in sheets]
    if rows:
        rows.append(_total(sheets, differentials, with_pay=with_pay))
    return Table(columns, tuple(rows), empty=_("There are no hours in this pay period."))


def _row(
    sheet: Timesheet,
    names: Mapping[int, str],
    differentials: Sequence[Differential],
    *,
    with_pay: bool,
) -> Row:
    pay = sheet.pay.total if sheet.pay is not None else None
    wrong = [kind.label for kind in sheet.flags if kind.is_wrong]
    if sheet.differs_from_paid:
        wrong.append(_("Changed since it was locked"))
    return Row(
        (
            names[sheet.member_id],
            sheet.planned or None,
            sheet.worked or None,
            signed(sheet.difference),
            sheet.paid_regular or None,
            sheet.paid_overtime or None,
            *(sheet.differentials.get(each.id) for each in differentials),
            sum(sheet.leave.values()) or None,
            *((pay,) if with_pay else ()),
            _signature(sheet),
        ),
        note=", ".join(wrong),
    )


def _signature(sheet: Timesheet) -> Cell | str:
    if sheet.sign_off is None:
        return "______________"
    words = _("{name}, {day}")
    return words.format(name=sheet.sign_off.signed_by, day=short_day(sheet.sign_off.signed_on))


def _total(
    sheets: Sequence[Timesheet], differentials: Sequence[Differential], *, with_pay: bool
) -> Row:
    pay = sum(sheet.pay.total for sheet in sheets if sheet.pay is not None)
    return Row(
        (
            _("Total"),
            sum(one.planned for one in sheets),
            sum(one.worked for one in sheets),
            signed(sum(one.difference for one in sheets)),
            sum(one.paid_regular for one in sheets),
            sum(one.paid_overtime for one in sheets) or None,
            *(sum(one.differentials.get(each.id, 0) for one in sheets) for each in differentials),
            sum(sum(one.leave.values()) for one in sheets) or None,
            *((pay,) if with_pay else ()),
            None,
        ),
        kind="total",
    )


def _notes(sheets: Sequence[Timesheet], names: Mapping[int, str]) -> Iterator[Item]:
    corrections = [
        correction_line(each, names[sheet.member_id])
        for sheet in sheets
        for line in sheet.lines
        for each in line.corrections
    ]
    if corrections:
        yield Notes(tuple(corrections), title=_("Corrections"))
    adjustments = [
        adjustment_line(each, names[sheet.member_id])
        for sheet in sheets
        for each in sheet.adjustments
    ]
    if adjustments:
        yield Notes(
            tuple(adjustments), title=_("Adjustments of earlier periods, paid with this one")
        )


def _end(period: PayPeriod, sheets: Sequence[Timesheet]) -> Iterator[Item]:
    if period.locked_on is not None:
        words = _("Locked on {day} by {name}. Later corrections are paid with the next period.")
        yield Text(words.format(day=day_text(period.locked_on), name=period.locked_by), "small")
        return
    yield Text(_("Not locked yet; the figures may still change."), "small")
    if sheets:
        yield SignatureStrip((_("For the practice"),))
