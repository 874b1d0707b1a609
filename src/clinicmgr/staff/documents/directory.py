"""The staff directory: who works here, as what, and how to reach them."""

from dataclasses import dataclass
from datetime import date

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Column, Document, Imprint, Page, Row, Table, Text
from clinicmgr.staff.records import StaffMember
from clinicmgr.staff.records.days import day_text
from clinicmgr.staff.service import Staff


@dataclass(frozen=True, slots=True)
class DirectoryOptions:
    """Whose directory: everybody employed `on` a day, or some positions only.

    Without `show_contacts` it is a list of names that may hang where visitors see it.
    """

    on: date
    position_ids: tuple[int, ...] = ()
    show_contacts: bool = True
    show_hours: bool = True
    by_position: bool = True


def build_directory(
    staff: Staff, settings: ClinicSettings, imprint: Imprint, options: DirectoryOptions
) -> Document:
    """Return the directory as a document."""
    wanted = set(options.position_ids)
    members = [
        each
        for each in staff.members(options.on)
        if not wanted or not wanted.isdisjoint(each.position_ids)
    ]
    count = ngettext("{count} staff member", "{count} staff members", len(members))
    return Document(
        title=_("Staff directory"),
        subtitle=_("As of {day}").format(day=day_text(options.on)),
        items=(_table(staff, members, options), Text(count.format(count=len(members)), "small")),
        imprint=imprint,
        page=Page(settings.paper),
        language=settings.locale,
    )


def _table(staff: Staff, members: list[StaffMember], options: DirectoryOptions) -> Table:
    columns = [Column(_("Name")), Column(_("Position"))]
    if options.show_contacts:
        columns += [Column(_("Phone")), Column(_("E-mail"))]
    if options.show_hours:
        columns.append(Column(_("Hours a week"), "hours"))
    hours = _hours(staff, options)
    titles = {each.id: each.name for each in staff.positions()}

    def row(member: StaffMember) -> Row:
        positions = ", ".join(titles[each] for each in member.position_ids)
        contacts = (member.phone, member.email) if options.show_contacts else ()
        minutes = (hours.get(member.id),) if options.show_hours else ()
        return Row((member.name, positions, *contacts, *minutes))

    if not options.by_position:
        rows = [row(member) for member in members]
    else:
        rows = []
        for position_id, title in (*titles.items(), (None, _("Without a position"))):
            group = [each for each in members if _main(each) == position_id]
            if group:
                rows += [Row((title,), kind="group"), *map(row, group)]
    return Table(tuple(columns), tuple(rows), empty=_("Nobody works here on that day."))


def _hours(staff: Staff, options: DirectoryOptions) -> dict[int, int | None]:
    return {member: contract.on(options.on) for member, contract in staff.contracts().items()}


def _main(member: StaffMember) -> int | None:
    return member.position_ids[0] if member.position_ids else None
