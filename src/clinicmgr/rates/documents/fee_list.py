"""The fee list: what each service costs, by category, to hang up or to hand out."""

from dataclasses import dataclass
from datetime import date

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.money import format_money
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Cell, Column, Document, Imprint, Page, Paper, Row, Table, Text
from clinicmgr.rates.records import Service
from clinicmgr.rates.service import Rates


@dataclass(frozen=True, slots=True)
class FeeListOptions:
    """Which prices: those that hold `on` a day in a schedule, the practice's own if None."""

    on: date
    schedule_id: int | None = None
    paper: Paper | None = None


def build_fee_list(
    rates: Rates, settings: ClinicSettings, imprint: Imprint, options: FeeListOptions
) -> Document:
    """Return the fee list as a document."""
    schedules = {each.id: each for each in rates.schedules()}
    own = rates.own_schedule()
    wanted = options.schedule_id if options.schedule_id is not None else (own.id if own else 0)
    schedule = schedules.get(wanted)
    prices = rates.prices(wanted, options.on) if schedule else {}
    services = [each for each in rates.services(options.on) if each.id in prices]
    versions = rates.versions().get(wanted)
    since = versions.entry_on(options.on) if versions else None
    is_own = schedule is None or schedule.is_own
    count = ngettext("{count} service", "{count} services", len(services))
    return Document(
        title=_("Fee list") if is_own or schedule is None else schedule.name,
        subtitle=_("Prices from {day}").format(
            day=format_day(since[0] if since else options.on, "long", settings.locale)
        ),
        items=(
            _table(services, prices, settings),
            Text(_foot(count.format(count=len(services)), settings), "small"),
        ),
        imprint=imprint,
        page=Page(options.paper or settings.paper),
        language=settings.locale,
    )


def _foot(count: str, settings: ClinicSettings) -> str:
    """Say how many there are, and whom to ask about them."""
    asked = [part for part in (settings.address.replace("\n", ", "), settings.phone) if part]
    return "  ·  ".join([count, *asked])


def _table(services: list[Service], prices: dict[int, int], settings: ClinicSettings) -> Table:
    timed = any(each.minutes for each in services)
    columns = [Column(_("Code"), width=0.16), Column(_("Service"), width=0.54 if timed else 0.66)]
    if timed:
        columns.append(Column(_("Minutes"), "whole", width=0.12))
    columns.append(Column(_("Price"), "money", width=0.18))
    rows: list[Row] = []
    for category in sorted({each.category for each in services}, key=_last_if_empty):
        group = [each for each in services if each.category == category]
        if category or rows:
            rows.append(Row((category or _("Other services"),), kind="group"))
        for each in group:
            cents = prices[each.id]
            shown = format_money(cents, settings.currency, settings.locale)
            price = Cell(cents, shown, strong=True)
            minutes = (each.minutes,) if timed else ()
            rows.append(Row((each.name, each.description, *minutes, price)))
    return Table(tuple(columns), tuple(rows), empty=_("There are no prices for that day."))


def _last_if_empty(category: str) -> tuple[bool, str]:
    return (not category, category.casefold())
