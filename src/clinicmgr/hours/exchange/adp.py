"""The paydata file of ADP: one line a person, and one more for each code of hours.

ADP takes only a file called PRcccEPI.csv, where ccc is the company code; one of two letters is
filled up with an underscore. File numbers are six figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from clinicmgr.hours.exchange.payroll import decimal_hours, payable, write_lines
from clinicmgr.hours.records import Differential, PayrollCodes, Timesheet
from clinicmgr.hours.service import Hours
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.staff.records import StaffMember

HEADER = (
    "Co Code",
    "Batch ID",
    "File #",
    "Temp Dept",
    "Reg Hours",
    "O/T Hours",
    "Hours 3 Code",
    "Hours 3 Amount",
    "Earnings 3 Code",
    "Earnings 3 Amount",
    "Rate Code",
    "Temp Rate",
)
NUMBER_LENGTH = 6


def adp_file_name(company: str) -> str:
    """Return the only name under which ADP takes the file of a company."""
    return f"PR{_padded(company)}EPI.csv"


def export_adp(hours: Hours, path: Path, day: date) -> int:
    """Write the pay period of a day; return how many lines.

    `path` is the file, or a folder in which it is written under its name. UserError where the
    company code or a file number is missing, or the file has another name.
    """
    codes = hours.paying.codes()
    if not codes.company:
        raise UserError(_("ADP's company code is missing. Enter it in the pay settings."))
    wanted = adp_file_name(codes.company)
    target = path / wanted if path.is_dir() else path
    if target.name.casefold() != wanted.casefold():
        raise UserError(_("ADP takes this file only under the name {name}.").format(name=wanted))
    period, sheets = payable(hours, day)
    people = {each.id: each for each in hours.members()}
    differentials = {each.id: each for each in hours.paying.differentials()}
    batch = period.last.strftime("%y%m%d")
    rows = [
        [_padded(codes.company), batch, _file_number(people[sheet.member_id]), "", *rest]
        for sheet in sheets
        for rest in _lines(sheet, codes, differentials)
    ]
    write_lines(target, HEADER, rows)
    return len(rows)


def _lines(
    sheet: Timesheet, codes: PayrollCodes, differentials: dict[int, Differential]
) -> Iterator[list[str]]:
    """Yield the line with hours worked, then one for each code that has hours."""
    coded = list(_coded(sheet, codes, differentials))
    first = coded.pop(0) if coded else ("", 0)
    regular, overtime = sheet.paid_regular, sheet.paid_overtime
    yield [
        decimal_hours(regular) if regular else "",
        decimal_hours(overtime) if overtime else "",
        *_hours_3(*first),
        *_EMPTY,
    ]
    for code, minutes in coded:
        yield ["", "", *_hours_3(code, minutes), *_EMPTY]


_EMPTY = ("",) * 4


def _coded(
    sheet: Timesheet, codes: PayrollCodes, differentials: dict[int, Differential]
) -> Iterator[tuple[str, int]]:
    for kind, minutes in sheet.leave.items():
        code = getattr(codes, kind.value)
        if code:
            yield code, minutes
    for differential_id, minutes in sorted(sheet.differentials.items()):
        code = differentials[differential_id].code
        if code:
            yield code, minutes


def _hours_3(code: str, minutes: int) -> tuple[str, str]:
    return (code, decimal_hours(minutes)) if code else ("", "")


def _padded(company: str) -> str:
    return company.upper().ljust(3, "_")


def _file_number(member: StaffMember) -> str:
    number = member.number.strip()
    if not number.isascii() or not number.isdigit() or len(number) > NUMBER_LENGTH:
        raise UserError(
            _(
                "{name} needs ADP's file number, up to six figures, as the staff number; "
                "it is “{number}”."
            ).format(name=member.name, number=number)
        )
    return number.zfill(NUMBER_LENGTH)
