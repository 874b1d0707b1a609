"""What is due, planned, missing and out of service, and the figures of a period."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from clinicmgr.equipment import rules
from clinicmgr.equipment.records import (
    Asset,
    Figures,
    OutOfService,
    Reading,
    Slot,
    Upcoming,
)
from clinicmgr.equipment.service.assets import Assets
from clinicmgr.equipment.service.outages import Outages
from clinicmgr.equipment.service.plans import Plans
from clinicmgr.equipment.service.points import Points
from clinicmgr.equipment.service.readings import Readings
from clinicmgr.equipment.service.work import WorkBook
from clinicmgr.kernel.clock import Clock

ClosedDays = Callable[[date, date], Collection[date]]
DAY = timedelta(days=1)


def always_open(_first: date, _last: date) -> Collection[date]:
    """No day is closed: the answer where nobody knows better."""
    return ()


@dataclass(frozen=True, slots=True)
class Books:
    """Everything that is kept of equipment."""

    assets: Assets
    outages: Outages
    plans: Plans
    work: WorkBook
    points: Points
    readings: Readings


class Outlook:
    """Looks over all of it; `closed` tells on which days the practice takes no readings."""

    def __init__(self, clock: Clock, closed: ClosedDays, books: Books) -> None:
        self._clock, self._closed = clock, closed
        self._assets, self._outages, self._plans = books.assets, books.outages, books.plans
        self._work, self._points, self._readings = books.work, books.points, books.readings

    def upcoming(self, first: date, last: date) -> list[Upcoming]:
        """Return what plans ask for up to `last`, the overdue from before `first` too, by day.

        What follows on the next time is projected: it is due if each is done on its day.
        """
        assets = self._in_use(last)
        found = []
        days = self._plans.next_days()
        for plan in self._plans.all():
            asset = assets.get(plan.asset_id)
            if asset is None:
                continue
            for day in rules.projected(plan, days.get(plan.id), last):
                is_projected = day != days[plan.id]
                if (day >= first or not is_projected) and not asset.is_retired(day):
                    found.append(Upcoming(plan, asset, day, is_projected))
        return sorted(found, key=lambda each: (each.day, each.asset.tag, each.plan.id))

    def out_of_service(self, first: date, last: date) -> list[OutOfService]:
        """Return which assets cannot be used on a day from `first` to `last`, and why."""
        assets = self._in_use(first)
        return [
            OutOfService(
                assets[each.asset_id].room_id,
                assets[each.asset_id],
                each.first,
                None if each.back is None else each.back - DAY,
                each.reason,
            )
            for each in self._outages.all()
            if each.meets(first, last) and each.asset_id in assets
        ]

    def slots(self, first: date, last: date) -> list[Slot]:
        """Return when readings are to be taken from `first` to `last`, with those taken, by time.

        None are expected on closed days and while an asset is out of service or retired.
        """
        points = [each for each in self._points.all() if each.times]
        if not points:
            return []
        own: dict[int, list[Reading]] = {}
        for reading in self._readings.between(first, last, [each.id for each in points]):
            own.setdefault(reading.point_id, []).append(reading)
        closed = self._closed(first, last)
        assets = {each.id: each for each in self._assets.all()}
        outages = self._outages.all()
        found = []
        for point in points:
            asset = assets[point.asset_id]
            off = [each for each in outages if each.asset_id == asset.id]
            found += [
                slot
                for slot in rules.slots(point, own.get(point.id, ()), first, last, closed)
                if slot.reading is not None
                or not (asset.is_retired(slot.day) or any(out.covers(slot.day) for out in off))
            ]
        return sorted(found, key=lambda each: (each.day, each.time, each.point.id))

    def missing(self, first: date, last: date, now: datetime | None = None) -> list[Slot]:
        """Return the times from `first` to `last` at which a reading was to be taken and was not.

        For an hour after its time it can still be taken.
        """
        moment = now or self._clock.now()
        end = min(last, moment.date())
        return [slot for slot in self.slots(first, end) if rules.is_missed(slot, moment)]

    def figures(self, first: date, last: date) -> Figures:
        """Return the figures of the days from `first` to `last`."""
        today = self._clock.today()
        closed = self._work.log(first, last)
        points = {each.id: each for each in self._points.all()}
        taken = self._readings.between(first, last)
        asked = self.slots(first, min(last, today))
        missed = [each for each in asked if rules.is_missed(each, self._clock.now())]
        due, on_time = rules.planned_on_time(
            self._work.planned(first, last), self._waiting(), first, last, today
        )
        return Figures(
            planned_due=due,
            planned_on_time=on_time,
            closed=len(closed),
            labor_minutes=sum(each.labor_minutes for each in closed),
            cost_cents=sum(each.cost_cents for each in closed),
            downtime_minutes=sum(each.downtime_minutes for each in closed),
            days_out_of_service=rules.days_out(self._outages.all(), first, min(last, today)),
            readings_expected=sum(each.reading is not None for each in asked) + len(missed),
            readings_missing=len(missed),
            readings_taken=len(taken),
            readings_out_of_limits=sum(
                not points[each.point_id].is_within(each.value) for each in taken
            ),
        )

    def _waiting(self) -> Iterator[Upcoming]:
        """Yield what each plan is due next."""
        days, assets = self._plans.next_days(), self._in_use(self._clock.today())
        for plan in self._plans.all():
            if plan.id in days and plan.asset_id in assets:
                yield Upcoming(plan, assets[plan.asset_id], days[plan.id])

    def _in_use(self, day: date) -> dict[int, Asset]:
        """Return the assets that are not retired by then."""
        return {each.id: each for each in self._assets.all() if not each.is_retired(day)}
