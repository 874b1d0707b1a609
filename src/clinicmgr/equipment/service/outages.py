"""Taking assets out of service and bringing them back."""

from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from clinicmgr.equipment import rules
from clinicmgr.equipment.records import LOG_WORK, Outage, OutageDraft
from clinicmgr.equipment.service.assets import Assets
from clinicmgr.equipment.tables import OutageRow
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import added, existing, overwrite


class Outages:
    """The days on which assets could not be used."""

    def __init__(self, journal: Journal, assets: Assets) -> None:
        self._journal = journal
        self._assets = assets

    def all(self, asset_id: int | None = None) -> list[Outage]:
        """Return all outages, or those of one asset, the earliest first."""
        wanted = select(OutageRow).order_by(OutageRow.first, OutageRow.id)
        if asset_id is not None:
            wanted = wanted.where(OutageRow.asset_id == asset_id)
        with self._journal.read() as db:
            return [_record(row) for row in db.scalars(wanted)]

    def is_out(self, asset_id: int, day: date) -> bool:
        """Whether the asset is out of service on a day."""
        return any(each.covers(day) for each in self.all(asset_id))

    def take_out(self, draft: OutageDraft, work_id: int | None = None) -> int:
        """Take an asset out of service from a day on; return the id of the outage."""
        asset = self._assets.one(draft.asset_id)
        rules.check_outage(draft, asset, self.all(asset.id))
        title = _("Take {asset} out of service").format(asset=asset.title)
        with self._journal.change(title, LOG_WORK) as db:
            return added(db, OutageRow(**_columns(draft), work_id=work_id))

    def change(self, outage_id: int, draft: OutageDraft) -> None:
        """Give an outage other days or another reason."""
        asset = self._assets.one(draft.asset_id)
        others = [each for each in self.all(asset.id) if each.id != outage_id]
        rules.check_outage(draft, asset, others)
        title = _("Change the outage of {asset}").format(asset=asset.title)
        with self._journal.change(title, LOG_WORK) as db:
            overwrite(existing(db, OutageRow, outage_id), _columns(draft))

    def bring_back(self, asset_id: int, day: date) -> None:
        """Let `day` be the first one of use again; UserError where it is in service already."""
        asset = self._assets.one(asset_id)
        running = [each for each in self.all(asset_id) if each.back is None or each.back > day]
        if not running:
            raise UserError(_("{asset} is in service already.").format(asset=asset.title))
        outage = running[0]
        draft = replace(outage.draft(), back=day)
        rules.check_outage(draft, asset, ())
        title = _("{asset} is back in service").format(asset=asset.title)
        with self._journal.change(title, LOG_WORK) as db:
            existing(db, OutageRow, outage.id).back = day

    def remove(self, outage_id: int) -> None:
        """Remove an outage that was entered by mistake."""
        with self._journal.read() as db:
            asset = self._assets.one(existing(db, OutageRow, outage_id).asset_id)
        title = _("Remove an outage of {asset}").format(asset=asset.title)
        with self._journal.change(title, LOG_WORK) as db:
            db.delete(existing(db, OutageRow, outage_id))


def forget_work(db: Session, work_id: int) -> None:
    """Let outages stand for themselves before the work they belong to is removed."""
    for row in db.scalars(select(OutageRow).where(OutageRow.work_id == work_id)):
        row.work_id = None


def _record(row: OutageRow) -> Outage:
    return Outage(row.asset_id, row.first, row.reason, row.back, row.id, row.work_id)


def _columns(draft: OutageDraft) -> dict[str, object]:
    return {
        "asset_id": draft.asset_id,
        "first": draft.first,
        "back": draft.back,
        "reason": " ".join(draft.reason.split()),
    }
