"""What stands behind the numbers of staff, for the history."""

from sqlalchemy import select

from clinicmgr.kernel.domain import Names
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.staff.records import full_name
from clinicmgr.staff.records.days import day_text
from clinicmgr.staff.tables import (
    AvailabilityRow,
    CredentialKindRow,
    MemberRow,
    PositionRow,
    SkillRow,
)


def names(journal: Journal) -> Names:
    """Return the names by column and number, in five questions to the database."""
    terms = select(AvailabilityRow.id, AvailabilityRow.member_id, AvailabilityRow.from_day)
    people = select(MemberRow.id, MemberRow.first_name, MemberRow.last_name)
    with journal.read() as db:
        members = {each: full_name(first, last) for each, first, last in db.execute(people)}
        return {
            "member_id": members,
            "position_id": dict(db.execute(select(PositionRow.id, PositionRow.name)).all()),
            "skill_id": dict(db.execute(select(SkillRow.id, SkillRow.name)).all()),
            "kind_id": dict(db.execute(select(CredentialKindRow.id, CredentialKindRow.name)).all()),
            "availability_id": {
                each: _("{name}, from {day}").format(name=members[member], day=day_text(from_day))
                for each, member, from_day in db.execute(terms)
            },
        }
