"""What can be done with equipment: all verbs and questions, each told by its concept."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from clinicmgr.equipment import rules
from clinicmgr.equipment.records import (
    AmendmentDraft,
    Asset,
    AssetDraft,
    Closing,
    DueItem,
    Figures,
    Outage,
    OutageDraft,
    OutOfService,
    Plan,
    PlanDraft,
    Point,
    PointDraft,
    Reading,
    ReadingDraft,
    Recorded,
    Slot,
    Upcoming,
    Work,
    WorkDraft,
)
from clinicmgr.equipment.records.told import EQUIPMENT_TOLD
from clinicmgr.equipment.service.assets import Assets
from clinicmgr.equipment.service.finding import find
from clinicmgr.equipment.service.logbook import LogBook
from clinicmgr.equipment.service.names import names
from clinicmgr.equipment.service.outages import Outages
from clinicmgr.equipment.service.outlook import Books, ClosedDays, Outlook, always_open
from clinicmgr.equipment.service.plans import Plans
from clinicmgr.equipment.service.points import Points
from clinicmgr.equipment.service.pressing import Pressing, due
from clinicmgr.equipment.service.readings import Readings
from clinicmgr.equipment.service.work import WorkBook
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.domain import Due, Hit, Names, Told
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.places.records import Room
from clinicmgr.places.service import Places
from clinicmgr.staff.records import StaffMember
from clinicmgr.staff.service import Staff


class Equipment:
    """What the practice owns, what is due on it, what was done to it, and what it measures.

    Questions return frozen records. Verbs are one named change each; they raise a UserError with
    the field where a draft is not acceptable and where the right is missing.
    """

    def __init__(
        self,
        journal: Journal,
        staff: Staff,
        places: Places,
        clock: Clock,
        closed: ClosedDays = always_open,
    ) -> None:
        """`closed` tells the days from one to another on which the practice is closed."""
        self.clock = clock
        self._journal, self._staff, self._places = journal, staff, places
        self._assets = Assets(journal, places)
        self._outages = Outages(journal, self._assets)
        self._plans = Plans(journal, self._assets, staff)
        self._work = WorkBook(journal, clock, self._assets, self._outages, self._plans)
        self._log = LogBook(journal, clock, self._work, self._assets, self._outages, self._plans)
        self._points = Points(journal, self._assets)
        self._readings = Readings(journal, clock, self._assets, self._points)
        books = Books(
            self._assets, self._outages, self._plans, self._work, self._points, self._readings
        )
        self._outlook = Outlook(clock, closed, books)
        self._pressing = Pressing(journal, self._assets, self._work, self._outlook)

    # What every domain answers

    def told(self) -> Told:
        """Return the words for its tables and columns."""
        return EQUIPMENT_TOLD

    def names(self) -> Names:
        """Return the names behind the numbers of assets, plans, work orders and readings."""
        return names(self._journal, self.assets())

    def find(self, text: str) -> list[Hit]:
        """Return assets by a word of their record or of work done on them."""
        return find(self._journal, text, self.assets())

    def due(self, on: date) -> list[Due]:
        """Return what is wrong with assets, overdue or due soon."""
        return due(self.pressing(on), on)

    # Assets

    def assets(self) -> list[Asset]:
        """Return all assets by tag, the retired ones too."""
        return self._assets.all()

    def asset(self, asset_id: int) -> Asset:
        """Return one asset."""
        return self._assets.one(asset_id)

    def rooms(self) -> list[Room]:
        """Return the rooms in which assets can stand."""
        return self._places.rooms()

    def room_labels(self) -> dict[int, str]:
        """Return what to call each room by its id."""
        return rules.room_labels(self._places.rooms(), self._places.sites())

    def members(self) -> list[StaffMember]:
        """Return the staff members who can be given work."""
        return self._staff.members()

    def add_asset(self, draft: AssetDraft) -> int:
        """Add an asset; return its id."""
        return self._assets.keep([draft], {})[0]

    def change_asset(self, asset_id: int, draft: AssetDraft) -> None:
        """Give an asset other words, another room or other days."""
        self._assets.keep((), {asset_id: draft})

    def keep_assets(
        self, new: Sequence[AssetDraft], changed: Mapping[int, AssetDraft], title: str
    ) -> list[int]:
        """Add and change many assets in one change, as from a file; return the new ids."""
        return self._assets.keep(new, changed, title)

    def retire(self, asset_id: int, day: date) -> None:
        """Let `day` be the first one on which an asset is no longer used; the record stays."""
        self._assets.retire(asset_id, day)

    def remove_asset(self, asset_id: int) -> None:
        """Remove an asset that was entered by mistake; refused once it has a history."""
        self._assets.remove(asset_id)

    # Out of service

    def outages(self, asset_id: int | None = None) -> list[Outage]:
        """Return the days out of service, of one asset if given, the earliest first."""
        return self._outages.all(asset_id)

    def take_out(self, draft: OutageDraft) -> int:
        """Take an asset out of service; return the id of the outage."""
        return self._outages.take_out(draft)

    def change_outage(self, outage_id: int, draft: OutageDraft) -> None:
        """Give an outage other days or another reason."""
        self._outages.change(outage_id, draft)

    def bring_back(self, asset_id: int, day: date) -> None:
        """Let `day` be the first one on which the asset is used again."""
        self._outages.bring_back(asset_id, day)

    def remove_outage(self, outage_id: int) -> None:
        """Remove an outage that was entered by mistake."""
        self._outages.remove(outage_id)

    def out_of_service(self, first: date, last: date) -> list[OutOfService]:
        """Return which assets cannot be used on a day from `first` to `last`, where and why."""
        return self._outlook.out_of_service(first, last)

    # Plans

    def plans(self, asset_id: int | None = None) -> list[Plan]:
        """Return all plans, or those of one asset."""
        return self._plans.all(asset_id)

    def add_plan(self, draft: PlanDraft) -> int:
        """Add a plan; return its id."""
        return self._plans.add(draft)

    def change_plan(self, plan_id: int, draft: PlanDraft) -> None:
        """Give a plan another rhythm, other steps, or end it."""
        self._plans.change(plan_id, draft)

    def remove_plan(self, plan_id: int) -> None:
        """Remove a plan by which nothing was done yet."""
        self._plans.remove(plan_id)

    def next_days(self, asset_id: int | None = None) -> dict[int, date]:
        """Return when each plan is due next, by plan id; ended ones are not in it."""
        return self._plans.next_days(asset_id)

    def upcoming(self, first: date, last: date) -> list[Upcoming]:
        """Return what plans ask for up to `last`, with what is overdue, by day."""
        return self._outlook.upcoming(first, last)

    # Work

    def open_work(self, asset_id: int | None = None) -> list[Work]:
        """Return work that is not closed, of one asset if given, the oldest first."""
        return self._work.open(asset_id)

    def log(
        self,
        asset_id: int | None = None,
        first: date | None = None,
        last: date | None = None,
    ) -> list[Work]:
        """Return closed work, of one asset or period if given, in the order it was done."""
        return self._work.log(first, last, asset_id)

    def planned_work(self, first: date, last: date) -> list[Work]:
        """Return closed work by plan that was due from `first` to `last`."""
        return self._work.planned(first, last)

    def work(self, work_id: int) -> Work:
        """Return one piece of work."""
        return self._work.one(work_id)

    def report(self, asset_id: int, words: str, *, out_of_service: bool = False) -> int:
        """Report in one line what is wrong with an asset; return the id of the work.

        With `out_of_service` the asset is out of service from today until the work is closed.
        """
        return self._work.report(asset_id, WorkDraft(words), out_of_service=out_of_service)

    def report_line(self, line: str, asset_id: int | None = None) -> int:
        """Report "E-014 leaks"; without a tag the line is about `asset_id`. Returns the work."""
        asset, words = rules.split_report(line, self.assets())
        about = asset.id if asset is not None else asset_id
        if about is None:
            raise UserError(
                _("Begin with the tag of the asset, such as E-014, or choose it in the list."),
                field="title",
            )
        return self.report(about, words)

    def plan_work(self, asset_id: int, draft: WorkDraft) -> int:
        """Open work that belongs to no plan, with a day and somebody to do it."""
        return self._work.report(asset_id, draft)

    def open_planned(self, plan_id: int) -> int:
        """Open the work that a plan asks for next, or return it if it is open."""
        return self._work.open_planned(plan_id)

    def change_work(self, work_id: int, draft: WorkDraft) -> None:
        """Give open work other words, another day or somebody else to do it."""
        self._work.change(work_id, draft)

    def start_work(self, work_id: int) -> None:
        """Note that work has begun."""
        self._work.start(work_id)

    def remove_work(self, work_id: int) -> None:
        """Remove open work that was reported by mistake."""
        self._work.remove(work_id)

    def close_work(self, work_id: int, closing: Closing) -> int | None:
        """Put work into the log; return the id of the repair that a failed step has opened."""
        return self._log.close(work_id, closing)

    def complete(self, plan_id: int, closing: Closing) -> int:
        """Log what a plan asks for next as done; return the id of the work."""
        return self._log.complete([(plan_id, closing)])[0]

    def complete_all(self, jobs: Sequence[tuple[int, Closing]], title: str) -> list[int]:
        """Log what several plans (by id) ask for as done, in one change; return the work."""
        return self._log.complete(jobs, title)

    def amend(self, work_id: int, draft: AmendmentDraft) -> int:
        """Add to closed work, which itself is never changed; return the id of the amendment."""
        return self._log.amend(work_id, draft)

    # Readings

    def points(self, asset_id: int | None = None) -> list[Point]:
        """Return where values are read, of one asset if given."""
        return self._points.all(asset_id)

    def add_point(self, draft: PointDraft) -> int:
        """Add a point to read a value at; return its id."""
        return self._points.add(draft)

    def change_point(self, point_id: int, draft: PointDraft) -> None:
        """Give a point other limits, times or words."""
        self._points.change(point_id, draft)

    def remove_point(self, point_id: int) -> None:
        """Remove a point that has no readings yet."""
        self._points.remove(point_id)

    def readings(
        self, first: date, last: date, point_ids: Iterable[int] | None = None
    ) -> list[Reading]:
        """Return the readings from `first` to `last` in order of time, of some points if given."""
        return self._readings.between(first, last, point_ids)

    def record(self, draft: ReadingDraft) -> Recorded:
        """Keep a reading and say how it stands; beyond the limits it opens work by itself."""
        return self._readings.record(draft)

    def correct_reading(self, reading_id: int, draft: ReadingDraft) -> Recorded:
        """Give a reading the value it should have had."""
        return self._readings.correct(reading_id, draft)

    def remove_reading(self, reading_id: int) -> None:
        """Remove a reading that was never taken."""
        self._readings.remove(reading_id)

    def keep_readings(
        self,
        new: Sequence[ReadingDraft],
        changed: Mapping[int, ReadingDraft],
        title: str | None = None,
    ) -> int:
        """Keep many readings in one change, as from a file; return how many."""
        return self._readings.keep(new, changed, title)

    def slots(self, first: date, last: date) -> list[Slot]:
        """Return when readings are to be taken, with those taken, by time."""
        return self._outlook.slots(first, last)

    def missing(self, first: date, last: date) -> list[Slot]:
        """Return the times at which a reading was to be taken and was not."""
        return self._outlook.missing(first, last)

    # Looking over all of it

    def pressing(self, on: date | None = None) -> list[DueItem]:
        """Return what asks for attention on a day (today), the most pressing first."""
        return self._pressing.items(on or self.clock.today())

    def figures(self, first: date, last: date) -> Figures:
        """Return on-time share, downtime, cost and readings of a period."""
        return self._outlook.figures(first, last)
