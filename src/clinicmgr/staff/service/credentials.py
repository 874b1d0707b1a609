"""Credentials, their kinds, and how everybody stands with what the position needs."""

from dataclasses import asdict, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import added, existing, overwrite
from clinicmgr.staff import rules
from clinicmgr.staff.records import EDIT_CREDENTIALS, Credential, CredentialDraft, Standing
from clinicmgr.staff.service.dated import name_of
from clinicmgr.staff.service.kinds import Kinds
from clinicmgr.staff.service.people import People
from clinicmgr.staff.tables import CredentialKindRow, CredentialRow


class Credentials:
    """The cards and licenses on record; a renewal is a new one beside the old one."""

    def __init__(self, journal: Journal, people: People, kinds: Kinds) -> None:
        self._journal = journal
        self._people = people
        self._kinds = kinds

    def all(self, member_id: int | None) -> list[Credential]:
        """Return all credentials, or those of one member, the soonest expiry first."""
        wanted = select(CredentialRow).order_by(CredentialRow.expires, CredentialRow.id)
        if member_id is not None:
            wanted = wanted.where(CredentialRow.member_id == member_id)
        with self._journal.read() as db:
            return [_record(row) for row in db.scalars(wanted)]

    def add(self, draft: CredentialDraft) -> int:
        """Add a credential; return its id."""
        title = self._checked(draft, _("Add {kind} of {name}"))
        with self._journal.change(title, EDIT_CREDENTIALS) as db:
            return added(db, CredentialRow(**_columns(draft)))

    def change(self, credential_id: int, draft: CredentialDraft) -> None:
        """Correct a credential."""
        title = self._checked(draft, _("Change {kind} of {name}"))
        with self._journal.change(title, EDIT_CREDENTIALS) as db:
            overwrite(existing(db, CredentialRow, credential_id), _columns(draft))

    def renew(
        self, credential_id: int, expires: date, issued: date | None, number: str | None
    ) -> int:
        """Add the successor of a credential, with the same number unless another is given."""
        with self._journal.read() as db:
            old = _record(existing(db, CredentialRow, credential_id))
        rules.check_renewal(old, expires)
        draft = replace(old.draft(), expires=expires, issued=issued)
        draft = draft if number is None else replace(draft, number=number)
        title = self._checked(draft, _("Renew {kind} of {name}"))
        with self._journal.change(title, EDIT_CREDENTIALS) as db:
            return added(db, CredentialRow(**_columns(draft)))

    def remove(self, credential_id: int) -> None:
        """Remove a credential that was entered by mistake."""
        with self._journal.read() as db:
            row = existing(db, CredentialRow, credential_id)
            title = _titled(db, _("Remove {kind} of {name}"), row.member_id, row.kind_id)
        with self._journal.change(title, EDIT_CREDENTIALS) as db:
            db.delete(existing(db, CredentialRow, credential_id))

    def standings(self, on: date) -> list[Standing]:
        """Return how all who work on a day stand, with each kind they need or have.

        In order of members and kinds; six questions to the database however many people there are.
        """
        kinds = self._kinds.all()
        own: dict[tuple[int, int], list[Credential]] = {}
        for each in self.all(None):
            own.setdefault((each.member_id, each.kind_id), []).append(each)
        return [
            rules.standing(member, kind, own.get((member.id, kind.id), ()), on)
            for member in self._people.members(on)
            for kind in kinds
            if (member.id, kind.id) in own or rules.is_required(member, kind)
        ]

    def _checked(self, draft: CredentialDraft, words: str) -> str:
        """Check the draft and return the title."""
        rules.check_credential(draft)
        with self._journal.read() as db:
            return _titled(db, words, draft.member_id, draft.kind_id)


def _titled(db: Session, words: str, member_id: int, kind_id: int) -> str:
    kind = db.get(CredentialKindRow, kind_id)
    if kind is None:
        raise UserError(_("Choose which credential it is."), field="kind_id")
    return words.format(kind=kind.name, name=name_of(db, member_id))


def _record(row: CredentialRow) -> Credential:
    return Credential(row.id, row.member_id, row.kind_id, row.number, row.issued, row.expires)


def _columns(draft: CredentialDraft) -> dict[str, object]:
    return {**asdict(draft), "number": draft.number.strip()}
