"""The kinds of credentials, and which positions need them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import added, existing, links, overwrite, unless_used
from clinicmgr.staff import rules
from clinicmgr.staff.records import EDIT_CREDENTIALS, CredentialKind, CredentialKindDraft
from clinicmgr.staff.tables import CredentialKindRow, RequirementRow


class Kinds:
    """What kinds of cards and licenses there are."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def all(self) -> list[CredentialKind]:
        """Return all kinds by name."""
        with self._journal.read() as db:
            needed = links(db, RequirementRow, "kind_id", "position_id")
            rows = db.scalars(select(CredentialKindRow).order_by(CredentialKindRow.name))
            return [
                CredentialKind(row.id, row.name, row.warn_days, needed.get(row.id, ()))
                for row in rows
            ]

    def add(self, draft: CredentialKindDraft) -> int:
        """Add a kind; return its id."""
        rules.check_kind(draft, self.all())
        title = _("Add credential {name}").format(name=draft.name)
        with self._journal.change(title, EDIT_CREDENTIALS) as db:
            row = CredentialKindRow(name=draft.name.strip(), warn_days=draft.warn_days)
            kind_id = added(db, row)
            _require(db, kind_id, draft.position_ids)
            return kind_id

    def change(self, kind_id: int, draft: CredentialKindDraft) -> None:
        """Give a kind another name or warning time, or other positions that need it."""
        rules.check_kind(draft, [each for each in self.all() if each.id != kind_id])
        title = _("Change credential {name}").format(name=draft.name)
        with self._journal.change(title, EDIT_CREDENTIALS) as db:
            row = existing(db, CredentialKindRow, kind_id)
            overwrite(row, {"name": draft.name.strip(), "warn_days": draft.warn_days})
            _require(db, kind_id, draft.position_ids)

    def remove(self, kind_id: int) -> None:
        """Remove a kind that nobody holds."""
        with self._journal.read() as db:
            name = existing(db, CredentialKindRow, kind_id).name
        sentence = _("{name} is on record for staff members; remove those entries first.")
        title = _("Remove credential {name}").format(name=name)
        with (
            unless_used(sentence.format(name=name)),
            self._journal.change(title, EDIT_CREDENTIALS) as db,
        ):
            db.delete(existing(db, CredentialKindRow, kind_id))


def _require(db: Session, kind_id: int, wanted: tuple[int, ...]) -> None:
    missing = set(wanted)
    own = db.scalars(select(RequirementRow).where(RequirementRow.kind_id == kind_id))
    for row in own.all():
        if row.position_id in missing:
            missing.discard(row.position_id)
        else:
            db.delete(row)
    db.add_all(RequirementRow(kind_id=kind_id, position_id=each) for each in sorted(missing))
