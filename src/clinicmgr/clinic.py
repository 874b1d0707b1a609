"""The composition root: opens a practice file and builds the services, nothing else."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, overload

# Every table has to be known before a file is opened, also of a service that is made later.
import clinicmgr.activity.tables
import clinicmgr.equipment.tables
import clinicmgr.finance.tables
import clinicmgr.hours.tables
import clinicmgr.rates.tables
import clinicmgr.reports.tables  # noqa: F401
from clinicmgr import migrations
from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.practice import Practice, create_practice, open_practice
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.places.service import Places
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.service import Staff

if TYPE_CHECKING:
    from clinicmgr.activity.service import Activity
    from clinicmgr.equipment.records import OutOfService
    from clinicmgr.equipment.service import Equipment
    from clinicmgr.finance.service import Finance
    from clinicmgr.hours.service import Hours
    from clinicmgr.kernel.domain import Domain
    from clinicmgr.rates.service import Rates
    from clinicmgr.reports.service import Reports
    from clinicmgr.today.service import Today


_DOMAINS = (
    "schedule",
    "hours",
    "staff",
    "equipment",
    "activity",
    "finance",
    "rates",
    "reports",
    "places",
)


class Clinic:
    """An open practice with all that can be done in it, one attribute a domain."""

    def __init__(self, practice: Practice, clock: Clock) -> None:
        self.practice = practice
        self.clock = clock
        self.journal = practice.journal
        self.settings = practice.settings
        self.places = Places(self.journal)
        self.staff = Staff(self.journal, clock)
        self.schedule = Schedule(
            self.journal, self.staff, self.places, self._outages, self.settings, clock
        )

    @cached_property
    def equipment(self) -> "Equipment":
        """The assets; made when first asked for, because most first pages do without them."""
        from clinicmgr.equipment.service import Equipment

        return Equipment(self.journal, self.staff, self.places, self.clock, self._closed_days)

    @cached_property
    def rates(self) -> "Rates":
        """The prices; made when first asked for, because the first page does without them."""
        from clinicmgr.rates.service import Rates

        return Rates(self.journal, self.clock)

    @cached_property
    def hours(self) -> "Hours":
        """What was really worked, and what is paid for it."""
        from clinicmgr.hours.service import Hours

        return Hours(self.journal, self.staff, self.schedule, self.settings, self.clock)

    @cached_property
    def activity(self) -> "Activity":
        """What was done, and how far people, rooms and assets were used."""
        from clinicmgr.activity.service import Activity

        return Activity(
            self.journal, self.staff, self.places, self.schedule, self.equipment, self.clock
        )

    @cached_property
    def finance(self) -> "Finance":
        """What was planned, earned and spent."""
        from clinicmgr.finance.service import Finance

        return Finance(self.journal, self.schedule, self.settings, self.clock)

    @cached_property
    def today(self) -> "Today":
        """Who is in, and what every domain says is due."""
        from clinicmgr.today.service import Today

        return Today(
            self.domains, self.schedule, self.staff, self.places, self.clock, lambda: self.activity
        )

    @cached_property
    def reports(self) -> "Reports":
        """The figures of a month from all domains, and the manager's words to them."""
        from clinicmgr.reports.service import Reports

        return Reports(self.journal, self.clock, self)

    @property
    def domains(self) -> "Domains":
        """Every part of the practice, in the order in which lists name them."""
        return Domains(self)

    def _outages(self, first: date, last: date) -> "Sequence[OutOfService]":
        return self.equipment.out_of_service(first, last)

    def _closed_days(self, first: date, last: date) -> Collection[date]:
        return self.schedule.closures(first, last)

    @classmethod
    def create(cls, path: Path, settings: ClinicSettings, clock: Clock, actor: Actor) -> "Clinic":
        """Make a new practice file and open it."""
        return cls(create_practice(path, settings, clock, actor), clock)

    @classmethod
    def open(cls, path: Path, clock: Clock, actor: Actor) -> "Clinic":
        """Open a practice file, migrating it first if an older program wrote it."""
        migrations.upgrade(path, clock)
        return cls(open_practice(path, clock, actor), clock)

    def close(self) -> None:
        """Close the file and let the next one in."""
        self.practice.close()


class Domains(Sequence["Domain"]):
    """The domains of a practice in their order; each is made when it is reached."""

    def __init__(self, clinic: Clinic) -> None:
        self._clinic = clinic

    def __len__(self) -> int:
        return len(_DOMAINS)

    @overload
    def __getitem__(self, at: int) -> "Domain": ...
    @overload
    def __getitem__(self, at: slice) -> "Sequence[Domain]": ...
    def __getitem__(self, at: int | slice) -> "Domain | Sequence[Domain]":
        if isinstance(at, slice):
            return [getattr(self._clinic, name) for name in _DOMAINS[at]]
        domain: Domain = getattr(self._clinic, _DOMAINS[at])
        return domain


@contextmanager
def opened(path: Path, clock: Clock, actor: Actor) -> Iterator[Clinic]:
    """Open a practice for the length of a `with` block."""
    clinic = Clinic.open(path, clock, actor)
    try:
        yield clinic
    finally:
        clinic.close()
