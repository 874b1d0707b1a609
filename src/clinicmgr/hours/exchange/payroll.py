"""What payroll services have in common: whole hours as decimals, and nobody half entered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from clinicmgr.hours.records import PayPeriod, Timesheet
from clinicmgr.hours.service import Hours
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.files import atomic_write
from clinicmgr.kernel.i18n import _
from clinicmgr.staff.records.days import short_day, span_text

HOUR = 60


def payable(hours: Hours, day: date) -> tuple[PayPeriod, list[Timesheet]]:
    """Return the pay period of a day and the sheets with something to pay.

    UserError where an end is missing, or nothing is to be paid.
    """
    period = hours.period_of(day)
    names = {each.id: each.name for each in hours.members()}
    sheets = [one for one in hours.timesheets(period.first, period.last) if one.has_work]
    for sheet in sheets:
        for line in sheet.lines:
            if any(one.is_open for one in line.stretches):
                words = _("{name}: the end of work on {day} is missing. Enter it first.")
                raise UserError(words.format(name=names[sheet.member_id], day=short_day(line.day)))
    if not sheets:
        span = span_text(period.first, period.last)
        raise UserError(_("There are no hours in the pay period {span}.").format(span=span))
    return period, sheets


def decimal_hours(minutes: int) -> str:
    """Return hours with two decimals, as payroll services read them: 125 minutes are 2.08."""
    hours = Decimal(minutes) / HOUR
    return str(hours.quantize(Decimal("0.01"), ROUND_HALF_UP))


def write_lines(path: Path, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a file of commas without a byte order mark; such importers take that for a letter."""
    lines = [",".join(map(_quoted, row)) for row in (header, *rows)]
    with atomic_write(path) as file:
        file.write("".join(f"{line}\r\n" for line in lines).encode("utf-8"))


def _quoted(text: str) -> str:
    needs = any(mark in text for mark in ',"\r\n')
    return '"{}"'.format(text.replace('"', '""')) if needs else text
