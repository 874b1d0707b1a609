"""Services and payers by words."""

from sqlalchemy import select

from clinicmgr.kernel.domain import Hit
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.search import find_rows
from clinicmgr.rates.service.services import record
from clinicmgr.rates.tables import PayerRow, ServiceRow


def find(journal: Journal, text: str) -> list[Hit]:
    """Return services by code, description or category, then payers by name."""
    with journal.read() as db:
        ids = find_rows(db, ServiceRow.__tablename__, text)
        rows = {row.id: row for row in db.scalars(select(ServiceRow).where(ServiceRow.id.in_(ids)))}
        services = [record(rows[each]) for each in ids if each in rows]
        hits = [
            Hit("service", ("services", each.id), each.name, each.description, "rates", "rates")
            for each in services
        ]
        ids = find_rows(db, PayerRow.__tablename__, text)
        payers = {row.id: row for row in db.scalars(select(PayerRow).where(PayerRow.id.in_(ids)))}
        return hits + [
            Hit("payer", ("payers", each), payers[each].name, "", "rates", "rates")
            for each in ids
            if each in payers
        ]
