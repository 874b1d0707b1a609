"""Hours and overtime of everybody in a span: planned, worked, over, off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clinicmgr.hours.documents.words import signed
from clinicmgr.hours.records import FlagKind, Timesheet
from clinicmgr.hours.service import Hours
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import (
    Cell,
    Chart,
    Column,
    Document,
    Imprint,
    Item,
    Page,
    Row,
    Series,
    Table,
    Text,
    Value,
)
from clinicmgr.staff.records import LeaveKind
from clinicmgr.staff.records.days import span_text

MOST_BARS = 20
HOUR = 60


@dataclass(frozen=True, slots=True)
class HoursOvertimeOptions:
    """Which days; with what it comes to, for those who may see pay."""

    first: date
    last: date
    pay: bool = False


def build_hours_overtime(
    hours: Hours, settings: ClinicSettings, imprint: Imprint, options: HoursOvertimeOptions
) -> Document:
    """Return the list of everybody with a plan or hours in the span."""
    sheets = [
        one
        for one in hours.timesheets(options.first, options.last)
        if one.planned or one.worked or one.leave
    ]
    names = {each.id: each.name for each in hours.members()}
    with_pay = options.pay and any(sheet.pay is not None for sheet in sheets)
    items: list[Item] = [_table(sheets, names, with_pay=with_pay)]
    if any(one.overtime for one in sheets):
        items.append(_chart(sheets, names))
    items.append(
        Text(
            _(
                "Hours as recorded, with the rounding and the overtime rules of their days. "
                "Pay is before taxes and without leave."
            )
            if with_pay
            else _("Hours as recorded, with the rounding and the overtime rules of their days."),
            "small",
        )
    )
    return Document(
        title=_("Hours and overtime"),
        subtitle=span_text(options.first, options.last) + f", {options.last.year}",
        items=tuple(items),
        imprint=imprint,
        page=Page(settings.paper, landscape=True),
        language=settings.locale,
    )


def _table(sheets: Sequence[Timesheet], names: Mapping[int, str], *, with_pay: bool) -> Table:
    columns = (
        Column(_("Name"), width=0.2),
        Column(_("Planned"), "hours"),
        Column(_("Worked"), "hours"),
        Column("±", "hours"),
        Column(_("Regular"), "hours"),
        Column(_("Overtime"), "hours"),
        Column(_("Share"), "percent"),
        Column(_("Sick"), "hours"),
        Column(_("Other leave"), "hours"),
        Column(_("Late"), "whole"),
        *((Column(_("Pay"), "money"),) if with_pay else ()),
    )
    rows = [
        Row((names[one.member_id], *_figures([one]), *_pay([one], with_pay=with_pay)))
        for one in sheets
    ]
    if rows:
        total = (_("Total"), *_figures(sheets), *_pay(sheets, with_pay=with_pay))
        rows.append(Row(total, kind="total"))
    return Table(columns, tuple(rows), empty=_("Nobody worked in this time."))


def _figures(sheets: Sequence[Timesheet]) -> tuple[Value | Cell, ...]:
    worked = sum(one.worked for one in sheets)
    overtime = sum(one.overtime for one in sheets)
    sick = sum(one.leave.get(LeaveKind.SICK, 0) for one in sheets)
    leave = sum(sum(one.leave.values()) for one in sheets)
    late = sum(one.flags.get(FlagKind.LATE, 0) for one in sheets)
    return (
        sum(one.planned for one in sheets) or None,
        worked or None,
        signed(sum(one.difference for one in sheets)),
        worked - overtime or None,
        overtime or None,
        Decimal(overtime) / worked if overtime else None,
        sick or None,
        leave - sick or None,
        late or None,
    )


def _pay(sheets: Sequence[Timesheet], *, with_pay: bool) -> tuple[int | None, ...]:
    if not with_pay:
        return ()
    known = [one.pay.total for one in sheets if one.pay is not None]
    return (sum(known) if known else None,)


def _chart(sheets: Sequence[Timesheet], names: Mapping[int, str]) -> Chart:
    most = sorted(sheets, key=lambda one: -one.overtime)
    shown = [one for one in most if one.overtime][:MOST_BARS]
    return Chart(
        "hbar",
        tuple(names[one.member_id] for one in shown),
        (Series(_("Overtime"), tuple(one.overtime for one in shown)),),
        title=_("Overtime by person"),
        measure="hours",
    )
