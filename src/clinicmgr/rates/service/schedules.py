"""Fee schedules and the days their versions begin."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clinicmgr.kernel.effective import Dated
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import added, existing, overwrite, unless_used
from clinicmgr.rates.records import EDIT_PRICES, FeeSchedule, FeeScheduleDraft, Version
from clinicmgr.rates.tables import ScheduleRow, VersionRow


class Schedules:
    """The fee schedules, the practice's own first."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def all(self) -> list[FeeSchedule]:
        """Return the practice's own fees, then the others by name."""
        with self._journal.read() as db:
            order = (ScheduleRow.is_own.desc(), func.lower(ScheduleRow.name))
            return [record(row) for row in db.scalars(select(ScheduleRow).order_by(*order))]

    def one(self, schedule_id: int) -> FeeSchedule:
        """Return a schedule."""
        with self._journal.read() as db:
            return record(existing(db, ScheduleRow, schedule_id))

    def own(self) -> FeeSchedule | None:
        """Return the practice's own fees, None until there are any."""
        with self._journal.read() as db:
            row = db.scalar(select(ScheduleRow).where(ScheduleRow.is_own))
            return None if row is None else record(row)

    def versions(self) -> dict[int, Dated[Version]]:
        """Return the versions of each schedule; each holds until the next one begins."""
        with self._journal.read() as db:
            return _dated(db.scalars(select(VersionRow).order_by(VersionRow.from_day)))

    def versions_of(self, schedule_id: int) -> Dated[Version]:
        """Return the versions of one schedule."""
        with self._journal.read() as db:
            return versions_of(db, schedule_id)

    def add(self, draft: FeeScheduleDraft, *, is_own: bool = False) -> int:
        """Add a schedule without prices; return its id."""
        self._check(draft, self.all())
        if is_own and self.own() is not None:
            raise UserError(_("The practice has its own fees already."))
        title = _("Add fee schedule {name}").format(name=draft.name)
        with self._journal.change(title, EDIT_PRICES) as db:
            return added(db, ScheduleRow(**_columns(draft), is_own=is_own))

    def change(self, schedule_id: int, draft: FeeScheduleDraft) -> None:
        """Give a schedule another name, payer or note."""
        self._check(draft, [each for each in self.all() if each.id != schedule_id])
        title = _("Change fee schedule {name}").format(name=draft.name)
        with self._journal.change(title, EDIT_PRICES) as db:
            overwrite(existing(db, ScheduleRow, schedule_id), _columns(draft))

    def remove(self, schedule_id: int) -> None:
        """Remove a schedule with all its versions and prices."""
        name = self.one(schedule_id).name
        title = _("Remove fee schedule {name}").format(name=name)
        sentence = _("{name} is still in use.").format(name=name)
        with unless_used(sentence), self._journal.change(title, EDIT_PRICES) as db:
            db.delete(existing(db, ScheduleRow, schedule_id))

    def _check(self, draft: FeeScheduleDraft, others: Iterable[FeeSchedule]) -> None:
        if not draft.name.strip():
            raise UserError(_("Give the fee schedule a name."), field="name")
        for each in others:
            if each.name.casefold() == draft.name.strip().casefold():
                raise UserError(
                    _("There is a fee schedule called {name} already.").format(name=each.name),
                    field="name",
                )
            if draft.payer_id is not None and each.payer_id == draft.payer_id:
                raise UserError(
                    _("{name} is the fee schedule of this payer already.").format(name=each.name),
                    field="payer_id",
                )


def record(row: ScheduleRow) -> FeeSchedule:
    """Return a row as others see it."""
    return FeeSchedule(row.id, row.name, row.payer_id, row.note, row.is_own)


def version_on(db: Session, schedule_id: int, day: date) -> Version | None:
    """Return the version that answers for a day: the last one begun by then."""
    row = db.scalar(
        select(VersionRow)
        .where(VersionRow.schedule_id == schedule_id, VersionRow.from_day <= day)
        .order_by(VersionRow.from_day.desc())
        .limit(1)
    )
    return None if row is None else _version(row)


def versions_of(db: Session, schedule_id: int) -> Dated[Version]:
    """Return the versions of one schedule."""
    rows = db.scalars(
        select(VersionRow)
        .where(VersionRow.schedule_id == schedule_id)
        .order_by(VersionRow.from_day)
    )
    return _dated(rows).get(schedule_id, Dated())


def _dated(rows: Iterable[VersionRow]) -> dict[int, Dated[Version]]:
    found: dict[int, list[tuple[date, Version]]] = {}
    for row in rows:
        found.setdefault(row.schedule_id, []).append((row.from_day, _version(row)))
    return {schedule_id: Dated(tuple(entries)) for schedule_id, entries in found.items()}


def _version(row: VersionRow) -> Version:
    return Version(row.id, row.schedule_id, row.from_day, row.basis)


def _columns(draft: FeeScheduleDraft) -> dict[str, object]:
    return {
        "name": " ".join(draft.name.split()),
        "payer_id": draft.payer_id,
        "note": draft.note,
    }
