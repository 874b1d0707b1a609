"""Counts: reading them, and keeping a block of them in one change."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Text, delete, insert, select, type_coerce, update
from sqlalchemy.orm import Session

from clinicmgr.activity import rules
from clinicmgr.activity.records import COUNT_ACTIVITY, Count, CountKey
from clinicmgr.activity.tables import CountRow
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import unless_used

# Days come as they are kept: a dictionary turns the few days there are into dates.
_COLUMNS: tuple[Any, ...] = (
    type_coerce(CountRow.day, Text),
    CountRow.member_id,
    CountRow.line_id,
    CountRow.payer_class_id,
    CountRow.done,
    CountRow.cancelled,
    CountRow.no_shows,
)
_ORDER = (CountRow.day, CountRow.member_id, CountRow.line_id, CountRow.payer_class_id)
_AT_ONCE = 500


class Counting:
    """The counts on record."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def between(self, first: date, last: date) -> list[Count]:
        """Return the counts from `first` to `last` by day, provider, line and class."""
        wanted = select(*_COLUMNS).where(CountRow.day.between(first, last)).order_by(*_ORDER)
        with self._journal.read() as db:
            rows = db.connection().execute(wanted).all()
        days = {text: date.fromisoformat(text) for text in {row[0] for row in rows}}
        return [Count(days[day], *rest) for day, *rest in rows]

    def days(self, first: date, last: date) -> set[date]:
        """Return the days on which anything was counted."""
        day = type_coerce(CountRow.day, Text)
        wanted = select(day).where(CountRow.day.between(first, last)).distinct()
        with self._journal.read() as db:
            return {date.fromisoformat(text) for text in db.scalars(wanted)}

    def first_day(self) -> date | None:
        """Return the first day of which anything was counted."""
        with self._journal.read() as db:
            return db.scalar(select(CountRow.day).order_by(CountRow.day).limit(1))

    def members(self, first: date, last: date) -> set[int]:
        """Return for whom anything was counted."""
        wanted = select(CountRow.member_id).where(CountRow.day.between(first, last)).distinct()
        with self._journal.read() as db:
            return set(db.scalars(wanted))

    def keep(self, entries: Iterable[Count], known: rules.Known, title: str) -> int:
        """Let these be the counts, in one change; return how many differ from what was there."""
        wanted = {entry.key: entry for entry in entries}
        for entry in wanted.values():
            rules.check_count(entry, known)
        if not wanted:
            return 0
        sentence = _("A provider, service line or payer class is no longer there. Look again.")
        with unless_used(sentence), self._journal.change(title, COUNT_ACTIVITY) as db:
            days = [day for day, *_rest in wanted]
            before = _on_record(db, min(days), max(days))
            gone, changed, new = _differences(wanted, before)
            for at in range(0, len(gone), _AT_ONCE):
                db.execute(delete(CountRow).where(CountRow.id.in_(gone[at : at + _AT_ONCE])))
            if changed:
                db.execute(update(CountRow), changed)
            if new:
                db.connection().execute(insert(CountRow), new)
            return len(gone) + len(changed) + len(new)


def _on_record(db: Session, first: date, last: date) -> dict[CountKey, tuple[int, Count]]:
    wanted = select(CountRow.id, *_COLUMNS).where(CountRow.day.between(first, last))
    found: dict[CountKey, tuple[int, Count]] = {}
    days: dict[str, date] = {}
    for row_id, text, *rest in db.execute(wanted):
        if text not in days:
            days[text] = date.fromisoformat(text)
        count = Count(days[text], *rest)
        found[count.key] = row_id, count
    return found


def _differences(
    wanted: dict[CountKey, Count], before: dict[CountKey, tuple[int, Count]]
) -> tuple[list[int], list[dict[str, object]], list[dict[str, object]]]:
    """Return the ids of rows to remove, and the values of those to change and to add."""
    gone: list[int] = []
    changed: list[dict[str, object]] = []
    new: list[dict[str, object]] = []
    for key, entry in wanted.items():
        row_id, old = before.get(key, (None, None))
        if row_id is None:
            if not entry.is_nothing:
                new.append(_columns(entry))
        elif entry.is_nothing:
            gone.append(row_id)
        elif entry != old:
            changed.append({"id": row_id, **_columns(entry)})
    return gone, changed, new


def _columns(count: Count) -> dict[str, object]:
    return {
        "day": count.day,
        "member_id": count.member_id,
        "line_id": count.line_id,
        "payer_class_id": count.payer_class_id,
        "done": count.done,
        "cancelled": count.cancelled,
        "no_shows": count.no_shows,
    }
