"""Services and prices to .csv and .xlsx, as an import reads them back."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from clinicmgr.exchange import write_rows
from clinicmgr.rates.records import PRICE_FIELDS, SERVICE_FIELDS
from clinicmgr.rates.service import Rates


def export_services(rates: Rates, path: Path, locale: str = "en_US") -> int:
    """Write all services; return how many."""
    services = rates.services()
    write_rows(path, SERVICE_FIELDS, services, locale)
    return len(services)


def export_fees(
    rates: Rates, path: Path, on: date, locale: str = "en_US", schedule_id: int | None = None
) -> int:
    """Write the prices of a day, of one schedule or of all; return how many."""
    versions = rates.versions()
    services = rates.services()
    rows: list[Mapping[str, object]] = []
    for schedule in rates.schedules():
        version = versions[schedule.id].on(on) if schedule.id in versions else None
        if version is None or schedule_id not in (None, schedule.id):
            continue
        prices = rates.prices(schedule.id, on)
        rows.extend(
            {
                "code": each.code,
                "modifier": each.modifier,
                "cents": prices[each.id],
                "schedule": schedule.name,
                "from_day": version.from_day,
            }
            for each in services
            if each.id in prices
        )
    write_rows(path, PRICE_FIELDS, rows, locale)
    return len(rows)
