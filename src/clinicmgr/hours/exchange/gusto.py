"""The payroll file of Gusto: people by name, hours worked, and nothing that Gusto knows better.

For Gusto a zero replaces what was entered there, and an empty cell leaves it. So hours are always
written, and the columns for bonus, reimbursement and note stay empty. A person with several job
titles has a line for each; the titles must be those of Gusto. The last figures of the social
security number are only given to tell people of the same name apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from clinicmgr.hours.exchange.payroll import decimal_hours, payable, write_lines
from clinicmgr.hours.records import Timesheet
from clinicmgr.hours.service import Hours
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import fold
from clinicmgr.kernel.i18n import _
from clinicmgr.staff.records import StaffMember

HEADER = (
    "last_name",
    "first_name",
    "gusto_employee_id",
    "ssn",
    "title",
    "regular_hours",
    "overtime_hours",
    "bonus",
    "reimbursement",
    "personal_note",
)
LAST_FIGURES = 4


def export_gusto(hours: Hours, path: Path, day: date) -> int:
    """Write the pay period of a day; return how many lines.

    UserError where people of the same name cannot be told apart, or the file is not a .csv.
    """
    if path.suffix.lower() != ".csv":
        raise UserError(_("Gusto reads only files that end in .csv."))
    _period, sheets = payable(hours, day)
    people = {each.id: each for each in hours.members()}
    titles = {each.id: each.name for each in hours.positions()}
    same = Counter(fold(people[sheet.member_id].name) for sheet in sheets)
    rows = []
    for sheet in sheets:
        member = people[sheet.member_id]
        ssn = _last_figures(hours, member) if same[fold(member.name)] > 1 else ""
        for title, regular, overtime in _by_title(sheet, member, titles):
            worked = [decimal_hours(regular), decimal_hours(overtime)]
            rows.append([member.last_name, member.first_name, "", ssn, title, *worked, *_LEFT])
    write_lines(path, HEADER, rows)
    return len(rows)


_LEFT = ("", "", "")


def _by_title(
    sheet: Timesheet, member: StaffMember, titles: Mapping[int, str]
) -> Iterator[tuple[str, int, int]]:
    """Yield (title, regular, overtime) minutes; adjustments go with the main position."""
    if len(member.position_ids) < 2:
        yield "", sheet.paid_regular, sheet.paid_overtime
        return
    main = member.position_ids[0]
    regular: Counter[int] = Counter()
    overtime: Counter[int] = Counter()
    for piece in sheet.pieces:
        position = piece.position_id or main
        regular[position] += piece.regular
        overtime[position] += piece.overtime
    regular[main] += sheet.paid_regular - sheet.regular
    overtime[main] += sheet.paid_overtime - sheet.overtime
    for position in dict.fromkeys((*member.position_ids, *regular)):
        if regular[position] or overtime[position] or position == main:
            yield titles.get(position, ""), regular[position], overtime[position]


def _last_figures(hours: Hours, member: StaffMember) -> str:
    figures = hours.staff.masked_tax_id(member.id)[-LAST_FIGURES:]
    if not figures.isdigit():
        raise UserError(
            _(
                "Several people are called {name}. Gusto tells them apart by the social security "
                "number; enter it in their staff records."
            ).format(name=member.name)
        )
    return f"*{figures}"
