"""Payers: insurers and self-pay classes."""

from sqlalchemy import func, select

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import added, existing, overwrite, unless_used
from clinicmgr.rates import rules
from clinicmgr.rates.records import EDIT_SERVICES, Payer, PayerDraft, PayerKind
from clinicmgr.rates.tables import PayerRow


class Payers:
    """The list of payers."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def all(self) -> list[Payer]:
        """Return all payers by name."""
        with self._journal.read() as db:
            rows = db.scalars(select(PayerRow).order_by(func.lower(PayerRow.name)))
            return [_record(row) for row in rows]

    def one(self, payer_id: int) -> Payer:
        """Return a payer."""
        with self._journal.read() as db:
            return _record(existing(db, PayerRow, payer_id))

    def named(self, name: str) -> Payer:
        """Return the payer of that name, whatever its case; UserError lists those there are."""
        payers = self.all()
        wanted = name.strip().casefold()
        for payer in payers:
            if payer.name.casefold() == wanted:
                return payer
        if not payers:
            raise UserError(_("There is no payer yet. Add one on the Rates page."))
        raise UserError(
            _("There is no payer “{name}”. There are: {names}.").format(
                name=name, names=", ".join(each.name for each in payers)
            )
        )

    def add(self, draft: PayerDraft) -> int:
        """Add a payer; return its id."""
        rules.check_payer(draft, self.all())
        title = _("Add payer {name}").format(name=draft.name)
        with self._journal.change(title, EDIT_SERVICES) as db:
            return added(db, PayerRow(**_columns(draft)))

    def change(self, payer_id: int, draft: PayerDraft) -> None:
        """Give a payer other words."""
        rules.check_payer(draft, [each for each in self.all() if each.id != payer_id])
        title = _("Change payer {name}").format(name=draft.name)
        with self._journal.change(title, EDIT_SERVICES) as db:
            overwrite(existing(db, PayerRow, payer_id), _columns(draft))

    def remove(self, payer_id: int) -> None:
        """Remove a payer without a fee schedule."""
        name = self.one(payer_id).name
        sentence = _("{name} has a fee schedule. Remove that first.").format(name=name)
        title = _("Remove payer {name}").format(name=name)
        with unless_used(sentence), self._journal.change(title, EDIT_SERVICES) as db:
            db.delete(existing(db, PayerRow, payer_id))


def _record(row: PayerRow) -> Payer:
    return Payer(row.id, row.name, PayerKind(row.kind), row.note)


def _columns(draft: PayerDraft) -> dict[str, object]:
    name = " ".join(draft.name.split())
    return {"name": name, "kind": PayerKind(draft.kind).value, "note": draft.note}
