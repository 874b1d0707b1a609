"""Relative Value Files: kept side by side, each from its day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row as SqlRow
from sqlalchemy import select

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import added, existing
from clinicmgr.rates.records import EDIT_MEDICARE, Release, ReleaseDraft, Rvu, Track
from clinicmgr.rates.service.reference import batch_of, keep_lines, sum_of
from clinicmgr.rates.tables import ReleaseRow, RvuRow

RVU = (
    RvuRow.code,
    RvuRow.modifier,
    RvuRow.description,
    RvuRow.status,
    RvuRow.work,
    RvuRow.office_pe,
    RvuRow.facility_pe,
    RvuRow.malpractice,
    RvuRow.office_na,
    RvuRow.facility_na,
)


class Releases:
    """The files of Medicare's relative values."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def all(self) -> list[Release]:
        """Return the Relative Value Files on record, the latest first."""
        with self._journal.read() as db:
            order = (ReleaseRow.from_day.desc(), ReleaseRow.track)
            return [_release(row) for row in db.scalars(select(ReleaseRow).order_by(*order))]

    def on(self, day: date, track: Track) -> Release | None:
        """Return the file that holds on a day for a conversion factor."""
        tracks = (Track.ALL.value, track.value)
        with self._journal.read() as db:
            row = db.scalar(
                select(ReleaseRow)
                .where(ReleaseRow.from_day <= day, ReleaseRow.track.in_(tracks))
                .order_by(ReleaseRow.from_day.desc(), ReleaseRow.track.desc())
                .limit(1)
            )
            return None if row is None else _release(row)

    def keep(self, draft: ReleaseDraft) -> int:
        """Keep a Relative Value File in one change; return its id."""
        self._refuse_second(draft)
        sha256 = sum_of(draft.lines)
        batch = batch_of(sha256)
        title = _("Import Medicare relative values {name}").format(name=draft.name)
        with self._journal.change(title, EDIT_MEDICARE) as db:
            keep_lines(db, batch, draft.lines)
            row = ReleaseRow(
                name=draft.name,
                from_day=draft.from_day,
                track=draft.track.value,
                conversion_factor=draft.conversion_factor,
                file=draft.file,
                lines=len(draft.lines),
                batch=batch,
                sha256=sha256,
            )
            return added(db, row)

    def remove(self, release_id: int) -> None:
        """Take a Relative Value File off the record; its lines stay for undo."""
        with self._journal.read() as db:
            name = existing(db, ReleaseRow, release_id).name
        title = _("Remove Medicare relative values {name}").format(name=name)
        with self._journal.change(title, EDIT_MEDICARE) as db:
            db.delete(existing(db, ReleaseRow, release_id))

    def rvus(self, release: Release) -> list[Rvu]:
        """Return all lines of a file."""
        with self._journal.read() as db:
            query = select(*RVU).where(RvuRow.batch == release.batch)
            return [record(row) for row in db.execute(query.order_by(RvuRow.code, RvuRow.modifier))]

    def _refuse_second(self, draft: ReleaseDraft) -> None:
        for each in self.all():
            if (each.from_day, each.track) == (draft.from_day, draft.track):
                raise UserError(
                    _(
                        "The relative values {name} begin on that day already. Remove them first."
                    ).format(name=each.name)
                )


def _release(row: ReleaseRow) -> Release:
    return Release(
        row.id,
        row.name,
        row.from_day,
        Track(row.track),
        row.conversion_factor,
        row.file,
        row.lines,
        row.batch,
    )


def record(row: Sequence[Any] | SqlRow[Any]) -> Rvu:
    """Return a row of `RVU` as others see it."""
    values: tuple[Any, ...] = tuple(row)
    code, modifier, description, status, *units, office_na, facility_na = values
    work, office_pe, facility_pe, malpractice = units
    return Rvu(
        code,
        modifier,
        description,
        status,
        work,
        office_pe,
        facility_pe,
        malpractice,
        office_na == "NA",
        facility_na == "NA",
    )
