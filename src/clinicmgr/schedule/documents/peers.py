"""People beside those who do the same: in groups by main position."""

from collections.abc import Collection, Iterator

from clinicmgr.kernel.i18n import _
from clinicmgr.staff.records import StaffMember
from clinicmgr.staff.service import Staff


def peers(
    staff: Staff, position_ids: Collection[int], member_ids: Collection[int]
) -> Iterator[tuple[str, list[StaffMember]]]:
    """Yield the title and the people of each position, of those named; no positions are all."""
    of_position: dict[int | None, list[StaffMember]] = {}
    for member in staff.members():
        if member.id in member_ids:
            main = member.position_ids[0] if member.position_ids else None
            of_position.setdefault(main, []).append(member)
    for position in staff.positions():
        members = of_position.get(position.id)
        if members and (not position_ids or position.id in position_ids):
            yield f"{position.code}  {position.name}", members
    if None in of_position and not position_ids:
        yield _("Without a position"), of_position[None]
