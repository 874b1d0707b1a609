"""What Medicare allows: relative values of a day in the practice's or another place."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from clinicmgr.kernel.journal import Journal
from clinicmgr.rates import rules
from clinicmgr.rates.records import Asked, Home, Locality, MedicareQuote, Release, Service
from clinicmgr.rates.service.localities import Localities
from clinicmgr.rates.service.releases import RVU, Releases, record
from clinicmgr.rates.tables import RvuRow, ServiceRow


class Medicare:
    """Computes with the files on record."""

    def __init__(self, journal: Journal, releases: Releases, localities: Localities) -> None:
        self._journal, self._releases, self._localities = journal, releases, localities

    def release_on(self, day: date, home: Home | None = None) -> Release | None:
        """Return the file that holds on a day for the practice's conversion factor."""
        return self._releases.on(day, (home or self.home()).track)

    def home(self) -> Home:
        """Return what Medicare needs to know of this practice."""
        return self._localities.home()

    def home_locality(self, day: date, home: Home | None = None) -> Locality | None:
        """Return the practice's locality as the file of a day has it, None if it has none."""
        return self._localities.home_locality(day, home)

    def here(self, services: Iterable[Service], day: date) -> dict[int, int]:
        """Return the amount of each service that has one, for this practice, in cents."""
        release = self.release_on(day)
        if release is None:
            return {}
        place, facility = self.home_locality(day), self.home().facility
        wanted = {each.id for each in services}
        match = (ServiceRow.code == RvuRow.code) & (ServiceRow.modifier == RvuRow.modifier)
        query = select(ServiceRow.id, *RVU).join(RvuRow, match)
        with self._journal.read() as db:
            rows = db.execute(query.where(RvuRow.batch == release.batch)).all()
        factor = release.conversion_factor
        found = {}
        for service_id, *columns in rows:
            rvu = record(columns)
            if service_id in wanted and rvu.is_priced:
                found[service_id] = rules.allowable(rvu, place, factor, facility=facility)
        return found

    def quote(self, asked: Asked, place: Locality | None, home: Home) -> MedicareQuote | None:
        """Return what Medicare allows for a code; None if no file or no amount is on record."""
        release, day, facility = self.release_on(asked.day, home), asked.day, home.facility
        if release is None:
            return None
        where = (
            RvuRow.batch == release.batch,
            RvuRow.code == asked.code,
            RvuRow.modifier.in_((asked.modifier, "")),
        )
        with self._journal.read() as db:
            query = select(*RVU).where(*where).order_by(RvuRow.modifier.desc()).limit(1)
            row = db.execute(query).first()
        rvu = None if row is None else record(row)
        if rvu is None or not rvu.is_priced:
            return None
        factor = release.conversion_factor
        return MedicareQuote(
            release,
            rvu,
            rules.amounts(rvu, None, factor),
            None if place is None else rules.amounts(rvu, place, factor),
            place,
            facility,
            rules.derivation(rvu, place, factor, facility=facility),
            rules.notes(rvu, release, day, facility=facility),
        )
