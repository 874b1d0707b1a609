"""Taking readings; one beyond the limits opens work in the same change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, timedelta

from sqlalchemy import Select, insert, select
from sqlalchemy.orm import Session

from clinicmgr.equipment import rules
from clinicmgr.equipment.records import (
    LOG_WORK,
    Asset,
    Point,
    Reading,
    ReadingDraft,
    Recorded,
    WorkDraft,
)
from clinicmgr.equipment.service.assets import Assets
from clinicmgr.equipment.service.points import Points
from clinicmgr.equipment.service.work import new_work
from clinicmgr.equipment.tables import ReadingRow, WorkRow
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.periods import format_time
from clinicmgr.kernel.rows import added, existing, overwrite
from clinicmgr.staff.records.days import day_text

RECENT = timedelta(days=7)  # older readings of a file tell what was, not what is to be done


class Readings:
    """The values that were read."""

    def __init__(self, journal: Journal, clock: Clock, assets: Assets, points: Points) -> None:
        self._journal = journal
        self._clock = clock
        self._assets = assets
        self._points = points

    def between(
        self, first: date, last: date, point_ids: Iterable[int] | None = None
    ) -> list[Reading]:
        """Return the readings from `first` to `last` in order of time, of some points if given."""
        row = ReadingRow
        wanted = select(row).where(row.day >= first, row.day <= last)
        if point_ids is not None:
            wanted = wanted.where(row.point_id.in_(list(point_ids)))
        with self._journal.read() as db:
            return [_record(each) for each in db.scalars(wanted.order_by(row.day, row.time))]

    def record(self, draft: ReadingDraft) -> Recorded:
        """Keep a reading; beyond the limits it opens work, unless that is open already."""
        point, asset = self._checked(draft)
        with self._journal.read() as db:
            known = db.scalar(_at(draft))
            if known is not None:
                raise UserError(
                    _("{value} was read at {time} on {day} already; correct that one.").format(
                        value=rules.show_value(known.value, point),
                        time=format_time(draft.time),
                        day=day_text(draft.day),
                    ),
                    field="time",
                )
        title = _("Reading of {asset}: {value}").format(
            asset=asset.title, value=rules.show_value(draft.value, point)
        )
        with self._journal.change(title, LOG_WORK) as db:
            row = ReadingRow(**_columns(draft))
            reading_id = added(db, row)
            return self._judged(db, row, reading_id, (point, asset))

    def correct(self, reading_id: int, draft: ReadingDraft) -> Recorded:
        """Give a reading the value it should have had; the history keeps both."""
        point, asset = self._checked(draft)
        title = _("Correct a reading of {asset}").format(asset=asset.title)
        with self._journal.change(title, LOG_WORK) as db:
            row = existing(db, ReadingRow, reading_id)
            overwrite(row, _columns(draft))
            db.flush()
            return self._judged(db, row, reading_id, (point, asset))

    def remove(self, reading_id: int) -> None:
        """Remove a reading that was never taken."""
        with self._journal.read() as db:
            point = self._points.one(existing(db, ReadingRow, reading_id).point_id)
        title = _("Remove a reading of {asset}").format(
            asset=self._assets.one(point.asset_id).title
        )
        with self._journal.change(title, LOG_WORK) as db:
            db.delete(existing(db, ReadingRow, reading_id))

    def keep(
        self,
        new: Sequence[ReadingDraft],
        changed: Mapping[int, ReadingDraft],
        title: str | None = None,
    ) -> int:
        """Keep many readings in one change, as from a file; return how many.

        Of those beyond the limits the ones of the last week open work, one for each point.
        """
        points = {point.id: point for point in self._points.all()}
        assets = {asset.id: asset for asset in self._assets.all()}
        now = self._clock.now()
        for draft in (*new, *changed.values()):
            point = points.get(draft.point_id)
            if point is None:
                raise UserError(_("Choose what is read."), field="name")
            rules.check_moment(draft.day, draft.time, assets[point.asset_id], now)
            rules.possible(draft.value, point)
        count = len(new) + len(changed)
        words = ngettext("Keep {count} reading", "Keep {count} readings", count)
        with self._journal.change(title or words.format(count=count), LOG_WORK) as db:
            if new:
                db.execute(
                    insert(ReadingRow), [{**_columns(each), "work_id": None} for each in new]
                )
            for reading_id, draft in changed.items():
                overwrite(existing(db, ReadingRow, reading_id), _columns(draft))
            db.flush()
            for draft in (*new, *changed.values()):
                point = points[draft.point_id]
                if draft.day > now.date() - RECENT and not point.is_within(draft.value):
                    row = db.scalars(_at(draft)).one()
                    self._judged(db, row, row.id, (point, assets[point.asset_id]))
        return count

    def _checked(self, draft: ReadingDraft) -> tuple[Point, Asset]:
        point = self._points.one(draft.point_id)
        asset = self._assets.one(point.asset_id)
        rules.check_moment(draft.day, draft.time, asset, self._clock.now())
        rules.possible(draft.value, point)
        return point, asset

    def _judged(
        self, db: Session, row: ReadingRow, reading_id: int, about: tuple[Point, Asset]
    ) -> Recorded:
        """Say how the value stands, and see that there is open work if it is beyond the limits."""
        point, asset = about
        beyond = rules.beyond(row.value, point)
        if not beyond:
            shown, limits = rules.show_value(row.value, point), rules.limits_text(point)
            within = _("{value} is within {limits}.").format(value=shown, limits=limits)
            return Recorded(reading_id, within if limits else f"{shown}.")
        known = _open_work_of(db, point.id)
        title = _("{name}: {beyond}").format(name=point.name, beyond=beyond)
        work_id = known or new_work(db, asset.id, WorkDraft(title), row.day)
        row.work_id = work_id
        db.flush()
        words = (
            _("{beyond}. WO {id} is open for it already.")
            if known
            else _("{beyond}. WO {id} was opened for {asset}.")
        )
        sentence = words.format(beyond=beyond, id=work_id, asset=asset.title)
        return Recorded(reading_id, sentence, work_id, known is None)


def work_points(db: Session) -> dict[int, int]:
    """Return the point whose readings led to open work, by the id of the work."""
    found = (
        select(ReadingRow.work_id, ReadingRow.point_id)
        .join(WorkRow, WorkRow.id == ReadingRow.work_id)
        .where(WorkRow.closed_on.is_(None))
    )
    return {work_id: point_id for work_id, point_id in db.execute(found) if work_id}


def _open_work_of(db: Session, point_id: int) -> int | None:
    opened = [work_id for work_id, point in work_points(db).items() if point == point_id]
    return max(opened, default=None)


def _at(draft: ReadingDraft) -> Select[ReadingRow]:
    row = ReadingRow
    return select(row).where(
        row.point_id == draft.point_id, row.day == draft.day, row.time == draft.time
    )


def _record(row: ReadingRow) -> Reading:
    return Reading(
        row.point_id, row.day, row.time, row.value, row.by, row.note, row.id, row.work_id
    )


def _columns(draft: ReadingDraft) -> dict[str, object]:
    values = {**asdict(draft), "by": draft.by.strip(), "note": draft.note.strip()}
    values.pop("id", None)
    values.pop("work_id", None)
    return values
