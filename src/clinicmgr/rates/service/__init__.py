"""What can be done with rates: all verbs and questions in one place, each told by its concept."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.domain import Due, Hit, Names, Told, most_pressing
from clinicmgr.kernel.effective import Dated
from clinicmgr.kernel.journal import Journal
from clinicmgr.rates.records import (
    Asked,
    Begun,
    FeeSchedule,
    FeeScheduleDraft,
    Home,
    IndexSet,
    IndexSetDraft,
    Locality,
    Payer,
    PayerDraft,
    Preview,
    Quote,
    Recipe,
    Release,
    ReleaseDraft,
    Rvu,
    Service,
    ServiceDraft,
    Version,
    Workbench,
)
from clinicmgr.rates.records.told import RATES_TOLD
from clinicmgr.rates.service.bench import workbench
from clinicmgr.rates.service.building import Building
from clinicmgr.rates.service.due import due
from clinicmgr.rates.service.finding import find
from clinicmgr.rates.service.localities import Localities
from clinicmgr.rates.service.medicare import Medicare
from clinicmgr.rates.service.names import names
from clinicmgr.rates.service.payers import Payers
from clinicmgr.rates.service.prices import Changes, Prices
from clinicmgr.rates.service.quoting import Quoting
from clinicmgr.rates.service.releases import Releases
from clinicmgr.rates.service.schedules import Schedules
from clinicmgr.rates.service.services import Services


class Rates:
    """What the practice charges, what payers pay, and what Medicare allows here.

    Questions return frozen records; money is cents. Verbs are one named change each; they raise a
    UserError with the field where a draft is not acceptable and where the right is missing.
    """

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal, self._clock = journal, clock
        self._services = Services(journal)
        self._payers = Payers(journal)
        self._schedules = Schedules(journal)
        self._prices = Prices(journal, self._schedules, clock)
        self._releases, self._localities = Releases(journal), Localities(journal)
        self._medicare = Medicare(journal, self._releases, self._localities)
        self._building = Building(
            journal, clock, self._services, self._schedules, self._prices, self._medicare
        )
        self._quoting = Quoting(journal, self._payers, self._medicare)

    # What every domain answers

    def told(self) -> Told:
        """Return the words for its tables and columns."""
        return RATES_TOLD

    def names(self) -> Names:
        """Return the names behind the numbers of services, payers, schedules and versions."""
        return names(self._journal)

    def find(self, text: str) -> list[Hit]:
        """Return services and payers by words."""
        return find(self._journal, text)

    def due(self, on: date) -> list[Due]:
        """Return fees that are missing or too low, and files and prices out of date."""
        with self._journal.read():  # one session for all that is asked
            found = due(self.workbench(on), self.versions(), self.releases())
            return most_pressing(list(found))

    # Services and payers

    def services(self, on: date | None = None) -> list[Service]:
        """Return all services by code, or those that may be billed on a day."""
        return self._services.all(on)

    def service(self, service_id: int) -> Service:
        """Return one service."""
        return self._services.one(service_id)

    def categories(self) -> list[str]:
        """Return the categories of services in use."""
        return self._services.categories()

    def add_service(self, draft: ServiceDraft) -> int:
        """Add a service; return its id."""
        return self._services.add([draft])[0]

    def add_services(self, drafts: Sequence[ServiceDraft], title: str | None = None) -> list[int]:
        """Add services in one change; return their ids in the same order."""
        return self._services.add(drafts, title)

    def set_services(
        self, new: Sequence[ServiceDraft], changed: Mapping[int, ServiceDraft], title: str
    ) -> None:
        """Add services and give others other words, in one change."""
        self._services.set(new, changed, title)

    def change_service(self, service_id: int, draft: ServiceDraft) -> None:
        """Give a service other words."""
        self._services.change(service_id, draft)

    def remove_service(self, service_id: int) -> None:
        """Remove a service that never had a price."""
        self._services.remove(service_id)

    def payers(self) -> list[Payer]:
        """Return all payers by name."""
        return self._payers.all()

    def payer_named(self, name: str) -> Payer:
        """Return the payer of that name; UserError lists those there are."""
        return self._payers.named(name)

    def add_payer(self, draft: PayerDraft) -> int:
        """Add a payer; return its id."""
        return self._payers.add(draft)

    def change_payer(self, payer_id: int, draft: PayerDraft) -> None:
        """Give a payer other words."""
        self._payers.change(payer_id, draft)

    def remove_payer(self, payer_id: int) -> None:
        """Remove a payer without a fee schedule."""
        self._payers.remove(payer_id)

    # Fee schedules

    def schedules(self) -> list[FeeSchedule]:
        """Return the practice's own fees, then the other fee schedules by name."""
        return self._schedules.all()

    def own_schedule(self) -> FeeSchedule | None:
        """Return the practice's own fees, None until there are any."""
        return self._schedules.own()

    def add_schedule(self, draft: FeeScheduleDraft, *, is_own: bool = False) -> int:
        """Add a fee schedule without prices; return its id."""
        return self._schedules.add(draft, is_own=is_own)

    def change_schedule(self, schedule_id: int, draft: FeeScheduleDraft) -> None:
        """Give a fee schedule another name, payer or note."""
        self._schedules.change(schedule_id, draft)

    def remove_schedule(self, schedule_id: int) -> None:
        """Remove a fee schedule with all its prices."""
        self._schedules.remove(schedule_id)

    def versions(self) -> dict[int, Dated[Version]]:
        """Return the versions of each schedule; each holds until the next one begins."""
        return self._schedules.versions()

    def prices(self, schedule_id: int, day: date) -> dict[int, int]:
        """Return the cents of each service that has a price in a schedule on a day."""
        return self._prices.on(schedule_id, day)

    def set_prices(
        self, schedule_id: int, from_day: date, changes: Changes, basis: str = ""
    ) -> None:
        """Let prices hold from a day on (None takes one away); prices before today stay."""
        self._prices.set(schedule_id, from_day, changes, basis)

    def set_own_prices(self, from_day: date, changes: Changes) -> int:
        """Do the same with the practice's own fees, which begin with it; return the schedule."""
        return self._prices.set_own(from_day, changes)

    def set_all_prices(self, grouped: Mapping[tuple[int, date], Changes], title: str) -> None:
        """Let prices of (schedule, day) hold in one change; schedule 0 is the practice's own."""
        self._prices.set_all(grouped, title)

    def remove_version(self, version_id: int) -> None:
        """Take back a version that has not begun before today."""
        self._prices.remove_version(version_id)

    def preview(self, recipe: Recipe) -> Preview:
        """Return every price that a recipe would change."""
        return self._building.preview(recipe)

    def build_version(self, recipe: Recipe) -> int:
        """Begin the version that a recipe makes; return its id."""
        return self._building.build(recipe)

    def begun(self, first: date, last: date) -> list[Begun]:
        """Return the versions that began from `first` to `last`, with each price they changed."""
        return self._building.begun(first, last)

    # Medicare

    def releases(self) -> list[Release]:
        """Return Medicare's Relative Value Files on record, the latest first."""
        return self._releases.all()

    def release_on(self, day: date) -> Release | None:
        """Return the Relative Value File that holds on a day."""
        return self._medicare.release_on(day)

    def relative_values(self, release: Release) -> list[Rvu]:
        """Return all lines of a Relative Value File."""
        return self._releases.rvus(release)

    def keep_release(self, draft: ReleaseDraft) -> int:
        """Keep a Relative Value File; return its id."""
        return self._releases.keep(draft)

    def remove_release(self, release_id: int) -> None:
        """Take a Relative Value File off the record."""
        self._releases.remove(release_id)

    def index_sets(self) -> list[IndexSet]:
        """Return Medicare's GPCI files on record, the latest first."""
        return self._localities.index_sets()

    def keep_index_set(self, draft: IndexSetDraft) -> int:
        """Keep a GPCI file; return its id."""
        return self._localities.keep(draft)

    def remove_index_set(self, set_id: int) -> None:
        """Take a GPCI file off the record."""
        self._localities.remove(set_id)

    def localities(self, day: date) -> list[Locality]:
        """Return Medicare's payment localities on a day, by state and name."""
        return self._localities.all(day)

    def locality(self, key: str, day: date) -> Locality:
        """Return a locality by state and number, such as CA-54."""
        return self._localities.one(key, day)

    def home(self) -> Home:
        """Return what Medicare needs to know of this practice."""
        return self._medicare.home()

    def set_home(self, home: Home) -> None:
        """Keep the practice's locality, setting and conversion factor."""
        self._localities.set_home(home)

    # Answers

    def quote(
        self, asked: Asked, *, locality: str | None = None, facility: bool | None = None
    ) -> Quote:
        """Return the price of a code for a payer on a day; place and setting are the practice's.

        UserError where nothing is known of the code or the locality.
        """
        with self._journal.read():  # one session for all that is asked
            home, day = self.home(), asked.day
            if facility is not None:
                home = replace(home, facility=facility)
            place = (
                self._medicare.home_locality(day, home)
                if locality is None
                else self.locality(locality, day)
            )
            return self._quoting.quote(asked, place, home)

    def workbench(self, day: date | None = None) -> Workbench:
        """Return every service with our fee, payers' prices and Medicare's, on a day (today)."""
        return workbench(
            self._services,
            self._schedules,
            self._prices,
            self._medicare,
            day or self._clock.today(),
        )
