"""Finding days by a word of a note or of the reason for a correction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select

from clinicmgr.hours.tables import AdjustmentRow, CorrectionRow, StretchRow
from clinicmgr.kernel.domain import Hit
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.search import find_rows
from clinicmgr.staff.records.days import day_text

KIND = "hours"
MOST = 20


def find(journal: Journal, text: str, names: Mapping[int, str]) -> list[Hit]:
    """Return a hit for each day of a person with every word of `text`, the latest first."""
    found: dict[tuple[int, date], str] = {}
    with journal.read() as db:
        for row, words in (
            (CorrectionRow, CorrectionRow.reason),
            (AdjustmentRow, AdjustmentRow.reason),
            (StretchRow, StretchRow.note),
        ):
            ids = find_rows(db, row.__tablename__, text)
            wanted = select(row.member_id, row.day, words).where(row.id.in_(ids))
            for member_id, day, said in db.execute(wanted):
                found.setdefault((member_id, day), said)
    latest = sorted(found, key=lambda key: key[1], reverse=True)[:MOST]
    return [
        Hit(
            KIND,
            key,
            _("{name}, {day}").format(name=names.get(key[0], ""), day=day_text(key[1])),
            found[key],
            KIND,
            "clock",
        )
        for key in latest
    ]
