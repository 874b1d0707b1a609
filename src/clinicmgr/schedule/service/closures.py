"""When the practice is closed: public holidays of its country, and its own days."""

import json
from datetime import date

from sqlalchemy import select

from clinicmgr import __version__
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import ClinicSettings, Settings
from clinicmgr.schedule.records import EDIT_CLOSURES, Closure
from clinicmgr.schedule.tables import ClosureRow


class Closures:
    """Public holidays and the practice's own closures; a holiday may be worked."""

    def __init__(self, journal: Journal, settings: Settings) -> None:
        self._journal = journal
        self._settings = settings
        self._years: dict[tuple[str, str, int], dict[date, str]] = {}

    def reasons(self, first: date, last: date) -> dict[date, str]:
        """Return why the practice is closed, by day, from first to last."""
        found = self.public_holidays(first, last)
        for own in self.own(first, last):
            if own.closed:
                found[own.day] = own.name
            else:
                found.pop(own.day, None)
        return dict(sorted(found.items()))

    def public_holidays(self, first: date, last: date) -> dict[date, str]:
        """Return the public holidays of the practice's country and state, by day."""
        settings = self._settings.current()
        return {
            day: name
            for year in range(first.year, last.year + 1)
            for day, name in self._year(settings, year).items()
            if first <= day <= last
        }

    def own(self, first: date, last: date) -> list[Closure]:
        """Return the practice's own closed days, and the holidays it works."""
        query = select(ClosureRow).where(ClosureRow.day.between(first, last))
        with self._journal.read() as db:
            rows = db.scalars(query.order_by(ClosureRow.day))
            return [Closure(row.id, row.day, row.name, row.closed) for row in rows]

    def close(self, day: date, name: str) -> None:
        """Close the practice on a day, for a reason that is shown."""
        if not name.strip():
            raise UserError(_("Say why the practice is closed."), field="name")
        title = _("Close on {day}: {why}").format(day=self._day(day), why=name)
        self._keep(day, title, name=name.strip(), closed=True)

    def open(self, day: date) -> None:
        """Work on a day: take back a closure, or work in spite of a public holiday."""
        title = _("Open on {day}").format(day=self._day(day))
        if day in self.public_holidays(day, day):
            self._keep(day, title, name=_("open"), closed=False)
            return
        with self._journal.change(title, EDIT_CLOSURES) as db:
            row = db.scalar(select(ClosureRow).where(ClosureRow.day == day))
            if row is not None:
                db.delete(row)

    def _keep(self, day: date, title: str, *, name: str, closed: bool) -> None:
        with self._journal.change(title, EDIT_CLOSURES) as db:
            row = db.scalar(select(ClosureRow).where(ClosureRow.day == day))
            if row is None:
                db.add(ClosureRow(day=day, name=name, closed=closed))
            else:
                row.name, row.closed = name, closed

    def _day(self, day: date) -> str:
        return format_day(day, "weekday", self._settings.current().locale)

    def _year(self, settings: ClinicSettings, year: int) -> dict[date, str]:
        key = (settings.country, settings.subdivision, year)
        if key not in self._years:
            # Importing the package takes longer than all else at the start together.
            text = self._journal.derived(
                f"holidays {__version__} {' '.join(map(str, key))}", lambda: _holidays(*key)
            )
            self._years[key] = {
                date.fromisoformat(day): name for day, name in json.loads(text).items()
            }
        return self._years[key]


def _holidays(country: str, subdivision: str, year: int) -> str:
    """Holidays by day, as JSON, as the package `holidays` knows them.

    Of an unknown state, those of the country.
    """
    import holidays

    for state in (subdivision or None, None):
        try:
            found = holidays.country_holidays(country, subdiv=state, years=year)
        except NotImplementedError:  # the country, or only the state, is unknown there
            continue
        return json.dumps({day.isoformat(): name for day, name in sorted(found.items())})
    return "{}"
