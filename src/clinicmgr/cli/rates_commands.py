"""rates quote, and what import and export know of rates."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clinicmgr.cli.answer import Answer
from clinicmgr.cli.context import Context
from clinicmgr.clinic import Clinic
from clinicmgr.exchange.plans import ImportPlan
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.money import format_money
from clinicmgr.rates import exchange
from clinicmgr.rates.records import Amounts, Asked, MedicareQuote, Quote, code_text

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - has no other name

Plan = ImportPlan[Any]

IMPORTS: dict[str, tuple[Callable[[Clinic, Path, str], Plan], Callable[[Clinic], Any]]] = {
    "cms-rvu": (
        lambda clinic, path, _locale: exchange.plan_release(clinic.rates, path),
        lambda clinic: exchange.ReleaseImporter(clinic.rates),
    ),
    "cms-gpci": (
        lambda clinic, path, _locale: exchange.plan_index_set(clinic.rates, path),
        lambda clinic: exchange.IndexImporter(clinic.rates),
    ),
    "rates": (
        lambda clinic, path, locale: exchange.plan_fees(
            clinic.rates, path, clinic.clock.today(), locale
        ),
        lambda clinic: exchange.FeeImporter(clinic.rates, clinic.clock.today()),
    ),
    "services": (
        lambda clinic, path, locale: exchange.plan_services(clinic.rates, path, locale),
        lambda clinic: exchange.ServiceImporter(clinic.rates),
    ),
}
EXPORTS: dict[str, Callable[[Clinic, Path, date, date, str], int]] = {
    "rates": lambda clinic, path, first, _last, locale: exchange.export_fees(
        clinic.rates, path, first, locale
    ),
    "services": lambda clinic, path, _first, _last, locale: exchange.export_services(
        clinic.rates, path, locale
    ),
}


def add_words(
    commands: Commands, common: argparse.ArgumentParser, day: Callable[[str], date]
) -> None:
    """Teach the command line `rates quote`; `day` reads a day."""
    group = commands.add_parser("rates", help=_("look prices up"))
    verbs = group.add_subparsers(metavar="VERB", required=True)
    verb = verbs.add_parser(
        "quote", parents=[common], help=_("the price of a code, and how it came about")
    )
    verb.add_argument("code", metavar="CODE")
    verb.add_argument("--payer", metavar="P", help=_("the payer; without one it is our own fee"))
    verb.add_argument("--date", dest="on", type=day, metavar="D", help=_("the day of service"))
    verb.add_argument("--modifier", default="", metavar="M")
    verb.add_argument("--locality", metavar="CA-54", help=_("Medicare's, by state and number"))
    verb.add_argument("--facility", action="store_true", help=_("in a hospital, for instance"))
    verb.set_defaults(run=quote)


def quote(context: Context) -> Answer:
    """Say what a code costs on a day (today), for a payer if named, and Medicare's amount."""
    options = context.options
    with context.clinic() as clinic:
        payer = clinic.rates.payer_named(options.payer) if options.payer else None
        asked = Asked(
            options.code,
            options.on or context.clock.today(),
            options.modifier,
            payer.id if payer else None,
        )
        found = clinic.rates.quote(
            asked, locality=options.locality, facility=True if options.facility else None
        )
    return Answer("\n".join(_lines(found)), _values(found))


def _lines(found: Quote) -> list[str]:
    asked = found.asked
    price = _("no price") if found.cents is None else format_money(found.cents)
    lines = [
        f"{code_text(asked.code, asked.modifier)}  {found.description}".rstrip(),
        _("{payer}, {day}: {price}").format(
            payer=found.payer or _("Our fee"), day=asked.day, price=price
        ),
        *(f"    {line}" for line in found.lines),
    ]
    medicare = found.medicare
    if medicare is None:
        return [*lines, _("Medicare: no amount on record for that day")]
    lines.append(_("Medicare {name}:").format(name=medicare.release.name))
    places = [(_("national"), medicare.national)]
    if medicare.local is not None and medicare.locality is not None:
        places.append((f"{medicare.locality.key} {medicare.locality.name}", medicare.local))
    for place, amounts in places:
        text = _("    {place}: {office} non-facility, {facility} facility")
        office, facility = format_money(amounts.office), format_money(amounts.facility)
        lines.append(text.format(place=place, office=office, facility=facility))
    return [*lines, *(f"    {line}" for line in (*medicare.lines, *medicare.notes))]


def _values(found: Quote) -> dict[str, Any]:
    asked = found.asked
    return {
        "code": asked.code,
        "modifier": asked.modifier,
        "date": asked.day,
        "description": found.description,
        "payer": found.payer or None,
        "price": _dollars(found.cents),
        "price_cents": found.cents,
        "source": found.source.value,
        "how": found.lines,
        "medicare": None if found.medicare is None else _medicare(found.medicare),
    }


def _medicare(found: MedicareQuote) -> dict[str, Any]:
    rvu, place = found.rvu, found.locality
    local = None
    if place is not None and found.local is not None:
        indices = {"work": place.work, "pe": place.expense, "mp": place.malpractice}
        local = {
            "locality": place.key,
            "name": place.name,
            "gpci": {name: _number(index) for name, index in indices.items()},
            **_amounts(found.local),
        }
    return {
        "release": found.release.name,
        "from": found.release.from_day,
        "status": rvu.status,
        "conversion_factor": _number(found.release.conversion_factor),
        "rvu": {
            "work": _number(rvu.work),
            "non_facility_pe": _number(rvu.office_pe),
            "facility_pe": _number(rvu.facility_pe),
            "mp": _number(rvu.malpractice),
            "non_facility_total": _number(rvu.work + rvu.office_pe + rvu.malpractice),
            "facility_total": _number(rvu.work + rvu.facility_pe + rvu.malpractice),
        },
        "facility": found.facility,
        "national": _amounts(found.national),
        "local": local,
        "how": found.lines,
        "notes": found.notes,
    }


def _amounts(amounts: Amounts) -> dict[str, Any]:
    return {
        "non_facility": _dollars(amounts.office),
        "facility": _dollars(amounts.facility),
        "non_facility_cents": amounts.office,
        "facility_cents": amounts.facility,
    }


def _dollars(cents: int | None) -> float | None:
    """JSON has no decimals: the shortest number that reads as the amount; cents stand beside it."""
    return None if cents is None else cents / 100


def _number(exact: Decimal) -> float:
    return float(exact)
