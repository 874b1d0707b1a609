"""The workbench: every service with our fee, what payers pay, and Medicare here."""

from datetime import date

from clinicmgr.rates.records import Workbench, WorkbenchLine
from clinicmgr.rates.service.medicare import Medicare
from clinicmgr.rates.service.prices import Prices
from clinicmgr.rates.service.schedules import Schedules
from clinicmgr.rates.service.services import Services


def workbench(
    services: Services, schedules: Schedules, prices: Prices, medicare: Medicare, day: date
) -> Workbench:
    """Return all services that may be billed on a day, with a handful of questions."""
    everything = schedules.all()
    own = next((each for each in everything if each.is_own), None)
    others = tuple(each for each in everything if not each.is_own)
    by_schedule = prices.of_all(day)
    listed = services.all(day)
    allowed = medicare.here(listed, day)
    fees = by_schedule.get(own.id, {}) if own else {}
    columns = [by_schedule.get(each.id, {}) for each in others]
    lines = tuple(
        WorkbenchLine(
            each.id,
            each.code,
            each.modifier,
            each.description,
            each.category,
            fees.get(each.id),
            tuple(column.get(each.id) for column in columns),
            allowed.get(each.id),
        )
        for each in listed
    )
    release, place = medicare.release_on(day), medicare.home_locality(day)
    return Workbench(day, own, others, lines, release, place, medicare.home())
