"""Finding assets by a word of their record or of the work done on them."""

from collections.abc import Iterable

from sqlalchemy import select

from clinicmgr.equipment.records import Asset
from clinicmgr.equipment.tables import AmendmentRow, AssetRow, WorkRow
from clinicmgr.kernel.domain import Hit
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.search import find_rows

KIND = "equipment"


def find(journal: Journal, text: str, assets: Iterable[Asset]) -> list[Hit]:
    """Return a hit for each asset that holds every word of `text`, each asset once."""
    by_id = {each.id: each for each in assets}
    with journal.read() as db:
        found = find_rows(db, AssetRow.__tablename__, text)
        work = find_rows(db, WorkRow.__tablename__, text)
        amended = find_rows(db, AmendmentRow.__tablename__, text)
        amended_work = select(AmendmentRow.work_id).where(AmendmentRow.id.in_(amended))
        wanted = select(WorkRow.asset_id, WorkRow.title).where(
            WorkRow.id.in_(work) | WorkRow.id.in_(amended_work)
        )
        titles = db.execute(wanted.order_by(WorkRow.id.desc()).limit(20)).all()
    details = {each: _detail(by_id[each]) for each in found}
    for asset_id, title in titles:
        details.setdefault(asset_id, title)
    return [
        Hit(KIND, asset_id, by_id[asset_id].title, detail, KIND, KIND)
        for asset_id, detail in details.items()
    ]


def _detail(asset: Asset) -> str:
    return " · ".join(word for word in (asset.category, asset.machine, asset.serial) if word)
