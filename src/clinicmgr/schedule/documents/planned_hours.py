"""Planned hours and overtime of everybody in a period, against the contracts; and the cost."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import (
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
from clinicmgr.paper.wording import hours_text
from clinicmgr.schedule.documents.peers import peers
from clinicmgr.schedule.records import Labor
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.records import StaffMember
from clinicmgr.staff.service import Staff

MOST_BARS = 12


@dataclass(frozen=True, slots=True)
class PlannedHoursOptions:
    """Which days and positions (none is all); the cost only for those who may see pay."""

    first: date
    last: date
    position_ids: tuple[int, ...] = ()
    cost: bool = False


def build_planned_hours(
    schedule: Schedule,
    staff: Staff,
    settings: ClinicSettings,
    imprint: Imprint,
    options: PlannedHoursOptions,
) -> Document:
    """Return the list by position, with overtime as a chart where there is some."""
    found = {one.member_id: one for one in schedule.labor(options.first, options.last)}
    names = {one.id: one.name for one in staff.members()}
    groups = list(peers(staff, options.position_ids, found))
    everybody = [found[one.id] for _title, members in groups for one in members]
    items: list[Item] = [
        _table(groups, found, cost=options.cost),
        Text(_note(everybody, options), "small"),
    ]
    over = sorted((one for one in everybody if one.overtime_minutes), key=_by_overtime)
    if over:
        items.append(
            Chart(
                "hbar",
                tuple(names[one.member_id] for one in over[:MOST_BARS]),
                (Series("", tuple(one.overtime_minutes for one in over[:MOST_BARS])),),
                title=_("Overtime by person"),
                measure="hours",
            )
        )
    return Document(
        title=_("Planned hours and overtime"),
        subtitle=_("{first} to {last}").format(
            first=format_day(options.first, "long", settings.locale),
            last=format_day(options.last, "long", settings.locale),
        ),
        items=tuple(items),
        imprint=imprint,
        page=Page(settings.paper, landscape=options.cost, margins=Margins(top=10, bottom=9)),
        language=settings.locale,
    )


def _by_overtime(one: Labor) -> int:
    return -one.overtime_minutes


def _note(everybody: Sequence[Labor], options: PlannedHoursOptions) -> str:
    words = _(
        "Hours are planned hours without breaks. The contract is its share of these days, with "
        "leave not taken off. Overtime is over the weekly limit, told with the weeks that end in "
        "these days."
    )
    if options.cost and any(one.cents is None for one in everybody):
        words += " " + _("A cost is left out where no pay rate is known, or pay may not be seen.")
    return words


def _table(
    groups: Sequence[tuple[str, Sequence[StaffMember]]],
    found: dict[int, Labor],
    *,
    cost: bool,
) -> Table:
    columns = [
        Column(_("Name"), width=0.24 if cost else 0.3),
        Column(_("Shifts"), "whole"),
        Column(_("Planned"), "hours"),
        Column(_("Contract"), "hours"),
        Column("±", "hours"),
        Column(_("Overtime"), "hours"),
        Column(_("Leave days"), "whole"),
        Column(_("Sick days"), "whole"),
    ]
    if cost:
        columns += [
            Column(_("Regular"), "money"),
            Column(_("Overtime cost"), "money"),
            Column(_("Cost"), "money"),
        ]
    rows = list(_rows(groups, found, cost=cost))
    return Table(tuple(columns), tuple(rows), empty=_("Nobody worked here in this time."))


def _rows(
    groups: Sequence[tuple[str, Sequence[StaffMember]]],
    found: dict[int, Labor],
    *,
    cost: bool,
) -> Iterable[Row]:
    everybody: list[Labor] = []
    for title, members in groups:
        of_group = [found[one.id] for one in members]
        everybody += of_group
        yield Row((title,), kind="group")
        for member in members:
            yield Row((member.name, *_figures([found[member.id]], cost=cost)))
        if len(of_group) > 1:
            yield Row((_("Together"), *_figures(of_group, cost=cost)), kind="total")
    if len(groups) > 1:
        yield Row((_("Everybody"),), kind="group")
        yield Row((_("Total"), *_figures(everybody, cost=cost)), kind="total")


def _figures(some: Sequence[Labor], *, cost: bool) -> tuple[Value | Cell, ...]:
    minutes = sum(one.minutes for one in some)
    contract = sum(one.contract_minutes for one in some)
    over = minutes - contract
    figures: tuple[Value | Cell, ...] = (
        sum(one.shifts for one in some) or None,
        minutes,
        contract or None,
        Cell(over, _signed(over)) if contract else None,
        sum(one.overtime_minutes for one in some) or None,
        sum(one.leave_days for one in some) or None,
        sum(one.sick_days for one in some) or None,
    )
    if not cost:
        return figures
    return (
        *figures,
        _sum([one.regular_cents for one in some]),
        _sum([one.overtime_cents for one in some]),
        _sum([one.cents for one in some]),
    )


def _sum(cents: Sequence[int | None]) -> int | None:
    """Add what is known; None where nothing is."""
    known = [each for each in cents if each is not None]
    return sum(known) if known else None


def _signed(minutes: int) -> str:
    return f"+{hours_text(minutes)}" if minutes > 0 else hours_text(minutes).replace("-", "−")
