"""Cost indices by locality, and the practice's place among them."""

from datetime import date
from typing import Any

from sqlalchemy import func, insert, select

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.rows import added, existing
from clinicmgr.rates import rules
from clinicmgr.rates.records import EDIT_MEDICARE, Home, IndexSet, IndexSetDraft, Locality, Track
from clinicmgr.rates.tables import HomeRow, IndexSetRow, LocalityRow

_INDEX_COLUMNS = ("state", "number", "name", "contractor", "work", "expense", "malpractice")


class Localities:
    """The files of Geographic Practice Cost Indices, and where the practice is."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def index_sets(self) -> list[IndexSet]:
        """Return the GPCI files on record, the latest first."""
        count = select(func.count()).where(LocalityRow.index_set_id == IndexSetRow.id)
        query = select(IndexSetRow, count.scalar_subquery())
        with self._journal.read() as db:
            rows = db.execute(query.order_by(IndexSetRow.from_day.desc())).all()
            return [IndexSet(each.id, each.name, each.from_day, each.file, n) for each, n in rows]

    def keep(self, draft: IndexSetDraft) -> int:
        """Keep a GPCI file in one change; return its id."""
        if any(each.from_day == draft.from_day for each in self.index_sets()):
            raise UserError(
                _("The cost indices of {name} are on record already. Remove them first.").format(
                    name=draft.name
                )
            )
        title = _("Import Medicare cost indices {name}").format(name=draft.name)
        with self._journal.change(title, EDIT_MEDICARE) as db:
            row = IndexSetRow(name=draft.name, from_day=draft.from_day, file=draft.file)
            set_id = added(db, row)
            values = [
                {"index_set_id": set_id, **{name: getattr(each, name) for name in _INDEX_COLUMNS}}
                for each in draft.localities
            ]
            db.execute(insert(LocalityRow), values)
            return set_id

    def remove(self, set_id: int) -> None:
        """Take a GPCI file off the record."""
        with self._journal.read() as db:
            name = existing(db, IndexSetRow, set_id).name
        title = _("Remove Medicare cost indices {name}").format(name=name)
        with self._journal.change(title, EDIT_MEDICARE) as db:
            db.delete(existing(db, IndexSetRow, set_id))

    def all(self, day: date) -> list[Locality]:
        """Return the localities of the GPCI file that holds on a day, by state and name."""
        order = (LocalityRow.state, LocalityRow.name)
        with self._journal.read() as db:
            rows = db.scalars(
                select(LocalityRow).where(LocalityRow.index_set_id == _set_on(day)).order_by(*order)
            )
            return [_locality(row) for row in rows]

    def one(self, key: str, day: date) -> Locality:
        """Return one by state and number; UserError where the file of that day has none such."""
        wanted = rules.locality_key(key)
        state, _dash, number = wanted.partition("-")
        where = (LocalityRow.state == state, LocalityRow.number == number)
        with self._journal.read() as db:
            row = db.scalar(
                select(LocalityRow).where(LocalityRow.index_set_id == _set_on(day), *where)
            )
            if row is not None:
                return _locality(row)
        if not self.index_sets():
            raise UserError(
                _("There are no Medicare cost indices on record. Import a GPCI file first.")
            )
        raise UserError(
            _("The Medicare cost indices of {day} have no locality {key}.").format(
                day=format_day(day, "short"), key=wanted
            ),
            field="locality",
        )

    def home(self) -> Home:
        """Return what Medicare needs to know of this practice."""
        with self._journal.read() as db:
            found = {row.key: row.value for row in db.scalars(select(HomeRow))}
        return Home(
            found.get("locality", ""),
            found.get("facility", "") == "1",
            Track(found.get("track", Track.STANDARD)),
        )

    def set_home(self, home: Home) -> None:
        """Keep where the practice is; UserError for a locality that is none."""
        key = rules.locality_key(home.locality) if home.locality.strip() else ""
        wanted = {
            "locality": key,
            "facility": str(int(home.facility)),
            "track": Track(home.track).value,
        }
        with self._journal.change(_("Change the Medicare locality"), EDIT_MEDICARE) as db:
            rows = {row.key: row for row in db.scalars(select(HomeRow))}
            for name, value in wanted.items():
                if name not in rows:
                    db.add(HomeRow(key=name, value=value))
                elif rows[name].value != value:
                    rows[name].value = value

    def home_locality(self, day: date, home: Home | None = None) -> Locality | None:
        """Return the practice's locality as the file of a day has it, None if it has none."""
        key = (home or self.home()).locality
        try:
            return self.one(key, day) if key else None
        except UserError:  # the file of that day does not know it, or there is none
            return None


def _set_on(day: date) -> Any:
    """The GPCI file that holds on a day, as a part of a query."""
    begun = select(IndexSetRow.id).where(IndexSetRow.from_day <= day)
    return begun.order_by(IndexSetRow.from_day.desc()).limit(1).scalar_subquery()


def _locality(row: LocalityRow) -> Locality:
    return Locality(
        row.state,
        row.number,
        row.name,
        row.contractor,
        row.work,
        row.expense,
        row.malpractice,
        row.id,
    )
