"""What stands behind the numbers of equipment, for the history."""

from collections.abc import Iterable

from sqlalchemy import select

from clinicmgr.equipment.records import Asset
from clinicmgr.equipment.tables import PlanRow, PointRow, WorkRow
from clinicmgr.kernel.domain import Names
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal


def names(journal: Journal, assets: Iterable[Asset]) -> Names:
    """Return the names by column and number, in one question for each of the tables."""
    titles = {each.id: each.title for each in assets}
    points = select(PointRow.id, PointRow.asset_id, PointRow.name)
    work = select(WorkRow.id, WorkRow.title)
    with journal.read() as db:
        return {
            "asset_id": titles,
            "plan_id": dict(db.execute(select(PlanRow.id, PlanRow.title)).all()),
            "work_id": {
                each: _("WO {id}: {title}").format(id=each, title=title)
                for each, title in db.execute(work)
            },
            "point_id": {
                each: f"{titles[asset_id]}: {name}" for each, asset_id, name in db.execute(points)
            },
        }
