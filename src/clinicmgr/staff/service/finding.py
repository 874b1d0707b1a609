"""Finding members by a word of their record or by the number of a credential."""

from collections.abc import Iterable

from sqlalchemy import select

from clinicmgr.kernel.domain import Hit
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.search import find_rows
from clinicmgr.staff.records import Position, StaffMember
from clinicmgr.staff.tables import CredentialKindRow, CredentialRow, MemberRow

KIND = "staff"


def find(
    journal: Journal, text: str, members: Iterable[StaffMember], positions: Iterable[Position]
) -> list[Hit]:
    """Return a hit for each member that holds every word of `text`, each member once."""
    by_id = {each.id: each for each in members}
    titles = {each.id: each.name for each in positions}
    with journal.read() as db:
        found = find_rows(db, MemberRow.__tablename__, text)
        cards = find_rows(db, CredentialRow.__tablename__, text)
        card = select(CredentialRow.member_id, CredentialKindRow.name, CredentialRow.number).join(
            CredentialKindRow, CredentialKindRow.id == CredentialRow.kind_id
        )
        numbers = db.execute(card.where(CredentialRow.id.in_(cards))).all()
    details = {each: _detail(by_id[each], titles) for each in found}
    for member_id, kind, number in numbers:
        details.setdefault(member_id, f"{kind} {number}")
    return [
        Hit(KIND, member_id, by_id[member_id].name, detail, "staff", "user")
        for member_id, detail in details.items()
    ]


def _detail(member: StaffMember, titles: dict[int, str]) -> str:
    words = [titles[each] for each in member.position_ids[:1]] + [member.phone]
    if member.ended is not None:
        words.append(_("left"))
    return " · ".join(word for word in words if word)
