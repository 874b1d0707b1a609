"""Prices: read for a day, typed from a day on, and made by a recipe.

A version is never overwritten: typing a price that differs makes a version that begins on that
day, with all the other prices of the one before.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.rows import added, existing
from clinicmgr.rates import rules
from clinicmgr.rates.records import EDIT_PRICES, FeeSchedule, FeeScheduleDraft, Version
from clinicmgr.rates.service.schedules import Schedules, version_on, versions_of
from clinicmgr.rates.tables import PriceRow, VersionRow

Changes = Mapping[int, int | None]
"""Cents by service; None takes the price away."""


class Prices:
    """The prices of all schedules."""

    def __init__(self, journal: Journal, schedules: Schedules, clock: Clock) -> None:
        self._journal, self._schedules, self._clock = journal, schedules, clock

    def on(self, schedule_id: int, day: date) -> dict[int, int]:
        """Return the cents of each service that has a price on a day."""
        with self._journal.read() as db:
            version = version_on(db, schedule_id, day)
            return {} if version is None else prices_of(db, version.id)

    def of_all(self, day: date) -> dict[int, dict[int, int]]:
        """Return the same for each schedule, in one go."""
        found: dict[int, dict[int, int]] = {}
        with self._journal.read() as db:
            for schedule_id, versions in self._schedules.versions().items():
                version = versions.on(day)
                found[schedule_id] = {} if version is None else prices_of(db, version.id)
        return found

    def set(self, schedule_id: int, from_day: date, changes: Changes, basis: str = "") -> None:
        """Let prices hold from a day on; UserError where a price of an earlier day would change."""
        self._check(changes)
        schedule = self._schedules.one(schedule_id)
        title = ngettext(
            "Change {count} price of {name}", "Change {count} prices of {name}", len(changes)
        ).format(count=len(changes), name=schedule.name)
        with self._journal.change(title, EDIT_PRICES) as db:
            version = version_on(db, schedule_id, from_day)
            before = {} if version is None else prices_of(db, version.id)
            if version is not None and all(before.get(k) == v for k, v in changes.items()):
                return
            if version is None or version.from_day != from_day:
                self._refuse_past(version, from_day)
                words = basis or _("Prices as typed")
                self._begin(db, schedule_id, from_day, words, {**before, **changes})
                return
            if from_day < self._clock.today() and any(
                service_id in before and before[service_id] != cents
                for service_id, cents in changes.items()
            ):
                raise rules.stays()
            _alter(db, version.id, before, changes)

    def set_own(self, from_day: date, changes: Changes) -> int:
        """Do the same with the practice's own fees, which begin with it; return the schedule."""
        own = self._schedules.own()
        if own is not None:
            self.set(own.id, from_day, changes)
            return own.id
        title = _("Begin our own fees")
        with self._journal.change(title, EDIT_PRICES):
            schedule_id = self._schedules.add(FeeScheduleDraft(_("Our fees")), is_own=True)
            self.set(schedule_id, from_day, changes)
        return schedule_id

    def set_all(self, grouped: Mapping[tuple[int, date], Changes], title: str) -> None:
        """Let prices of (schedule, day) hold, in one change; schedule 0 is the practice's own."""
        with self._journal.change(title, EDIT_PRICES):
            for (schedule_id, from_day), changes in sorted(grouped.items(), key=_place):
                if schedule_id:
                    self.set(schedule_id, from_day, changes, _("Imported"))
                else:
                    self.set_own(from_day, changes)

    def begin(
        self, schedule: FeeSchedule, from_day: date, basis: str, prices: Mapping[int, int | None]
    ) -> int:
        """Begin a version with exactly these prices; return its id."""
        self._check(prices)
        title = _("New prices of {name} from {day}").format(
            name=schedule.name, day=format_day(from_day, "short")
        )
        with self._journal.change(title, EDIT_PRICES) as db:
            return self._begin(db, schedule.id, from_day, basis, prices)

    def remove_version(self, version_id: int) -> None:
        """Take back a version that has not begun before today; the one before holds longer."""
        with self._journal.read() as db:
            row = existing(db, VersionRow, version_id)
            name, from_day = self._schedules.one(row.schedule_id).name, row.from_day
        if from_day < self._clock.today():
            raise rules.stays()
        title = _("Remove prices of {name} from {day}").format(
            name=name, day=format_day(from_day, "short")
        )
        with self._journal.change(title, EDIT_PRICES) as db:
            db.delete(existing(db, VersionRow, version_id))

    def _begin(
        self,
        db: Session,
        schedule_id: int,
        from_day: date,
        basis: str,
        prices: Mapping[int, int | None],
    ) -> int:
        taken = dict(versions_of(db, schedule_id).entries)
        if from_day in taken:
            raise UserError(
                _("A version begins on that day already. Choose another day."), field="from_day"
            )
        version_id = added(db, VersionRow(schedule_id=schedule_id, from_day=from_day, basis=basis))
        _insert(db, version_id, ((each, cents) for each, cents in prices.items()))
        return version_id

    def _refuse_past(self, holding: Version | None, from_day: date) -> None:
        """Refuse a day before today that has prices."""
        if holding is not None and from_day <= self._clock.today() - timedelta(days=1):
            raise rules.stays()

    def _check(self, changes: Changes) -> None:
        for cents in changes.values():
            if cents is not None:
                rules.check_cents(cents)


def _place(item: tuple[tuple[int, date], Changes]) -> tuple[int, date]:
    return item[0]


def prices_of(db: Session, version_id: int) -> dict[int, int]:
    """Return the cents of each service in a version."""
    columns = select(PriceRow.service_id, PriceRow.cents)
    return dict(db.execute(columns.where(PriceRow.version_id == version_id)).all())


def _alter(db: Session, version_id: int, before: Mapping[int, int], changes: Changes) -> None:
    differing = {
        service_id: cents
        for service_id, cents in changes.items()
        if before.get(service_id) != cents
    }
    gone = [each for each in differing if each in before]
    if gone:
        where = PriceRow.service_id.in_(gone)
        kept = db.scalars(select(PriceRow).where(PriceRow.version_id == version_id, where)).all()
        for row in kept:
            cents = differing.pop(row.service_id)
            if cents is None:
                db.execute(delete(PriceRow).where(PriceRow.id == row.id))
            else:
                row.cents = cents
    _insert(db, version_id, differing.items())


def _insert(db: Session, version_id: int, prices: Iterable[tuple[int, int | None]]) -> None:
    rows = [
        {"version_id": version_id, "service_id": service_id, "cents": cents}
        for service_id, cents in prices
        if cents is not None
    ]
    if rows:
        db.execute(insert(PriceRow), rows)
