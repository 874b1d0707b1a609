"""What stands behind the numbers of rates, for the history."""

from sqlalchemy import select

from clinicmgr.kernel.domain import Names
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.periods import format_day
from clinicmgr.rates.records import code_text
from clinicmgr.rates.tables import (
    IndexSetRow,
    PayerRow,
    ScheduleRow,
    ServiceRow,
    VersionRow,
)


def names(journal: Journal) -> Names:
    """Return the names by column and number, in one question for each of the tables."""
    codes = select(ServiceRow.id, ServiceRow.code, ServiceRow.modifier)
    versions = select(VersionRow.id, VersionRow.schedule_id, VersionRow.from_day)
    with journal.read() as db:
        schedules = dict(db.execute(select(ScheduleRow.id, ScheduleRow.name)).all())
        return {
            "service_id": {each: code_text(*words) for each, *words in db.execute(codes)},
            "payer_id": dict(db.execute(select(PayerRow.id, PayerRow.name)).all()),
            "schedule_id": schedules,
            "version_id": {
                each: _("{name}, from {day}").format(
                    name=schedules[schedule_id], day=format_day(from_day, "short")
                )
                for each, schedule_id, from_day in db.execute(versions)
            },
            "index_set_id": dict(db.execute(select(IndexSetRow.id, IndexSetRow.name)).all()),
        }
