"""The price of a code for a payer on a day, and how it came about."""

from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.money import format_money
from clinicmgr.kernel.periods import format_day
from clinicmgr.rates import rules
from clinicmgr.rates.records import (
    Asked,
    Home,
    Locality,
    MedicareQuote,
    Payer,
    PayerKind,
    Quote,
    Service,
    Source,
    code_text,
)
from clinicmgr.rates.service.medicare import Medicare
from clinicmgr.rates.service.payers import Payers
from clinicmgr.rates.service.schedules import version_on
from clinicmgr.rates.service.services import with_code
from clinicmgr.rates.tables import PriceRow, ScheduleRow


class Quoting:
    """Looks a price up: the payer's, else (for Medicare) the allowable, else our own fee."""

    def __init__(self, journal: Journal, payers: Payers, medicare: Medicare) -> None:
        self._journal, self._payers, self._medicare = journal, payers, medicare

    def quote(self, asked: Asked, place: Locality | None, home: Home) -> Quote:
        """Return the price; UserError where nothing is known of the code."""
        asked = replace(
            asked, code=rules.tidy_code(asked.code), modifier=rules.tidy_code(asked.modifier)
        )
        payer = None if asked.payer_id is None else self._payers.one(asked.payer_id)
        medicare = self._medicare.quote(asked, place, home)
        with self._journal.read() as db:
            service = with_code(db, asked.code, asked.modifier)
            if service is None and medicare is None:
                raise _unknown(asked)
            lines = list(_about(service, asked))
            cents, source = self._price(db, asked, service, payer, medicare, lines)
        if service is not None and service.description:
            description = service.description
        else:
            description = medicare.rvu.description if medicare else ""
        name = payer.name if payer else ""
        return Quote(asked, description, name, cents, source, tuple(lines), medicare)

    def _price(
        self,
        db: Session,
        asked: Asked,
        service: Service | None,
        payer: Payer | None,
        medicare: MedicareQuote | None,
        lines: list[str],
    ) -> tuple[int | None, Source]:
        if payer is not None:
            schedule = db.scalar(select(ScheduleRow).where(ScheduleRow.payer_id == payer.id))
            cents = _scheduled(db, schedule, service, asked.day, lines)
            if cents is not None:
                return cents, Source.PAYER
            if payer.kind is PayerKind.MEDICARE and medicare is not None:
                lines.append(_medicare_line(medicare))
                return medicare.cents, Source.MEDICARE
            lines.append(_("{payer} has no price for it; our own fee applies.").format(
                payer=payer.name))  # fmt: skip
        own = db.scalar(select(ScheduleRow).where(ScheduleRow.is_own))
        cents = _scheduled(db, own, service, asked.day, lines)
        if cents is None:
            lines.append(_("Our own fees have no price for it on that day."))
            return None, Source.NONE
        return cents, Source.OWN


def _about(service: Service | None, asked: Asked) -> list[str]:
    if service is None:
        return [_("{code} is not among the services of the practice.").format(
            code=code_text(asked.code, asked.modifier))]  # fmt: skip
    found = []
    if service.modifier != asked.modifier:
        found.append(
            _("There is no service with modifier {modifier}; this is {code} without it.").format(
                modifier=asked.modifier, code=asked.code
            )
        )
    if not service.active_on(asked.day):
        found.append(_("{code} is not billed on that day.").format(code=service.name))
    return found


def _scheduled(
    db: Session, schedule: ScheduleRow | None, service: Service | None, day: date, lines: list[str]
) -> int | None:
    """Return the price that a schedule has on a day, and say where it stands."""
    if schedule is None or service is None:
        return None
    version = version_on(db, schedule.id, day)
    if version is None:
        return None
    cents = db.scalar(
        select(PriceRow.cents).where(
            PriceRow.version_id == version.id, PriceRow.service_id == service.id
        )
    )
    if cents is not None:
        words = {
            "price": format_money(cents),
            "schedule": schedule.name,
            "day": format_day(version.from_day, "short"),
            "basis": version.basis,
        }
        text = _("{price} in {schedule}, version from {day}")
        if version.basis:
            text = _("{price} in {schedule}, version from {day}: {basis}")
        lines.append(text.format(**words))
    return cents


def _medicare_line(medicare: MedicareQuote) -> str:
    place = medicare.locality.key if medicare.locality and medicare.local else _("national")
    return _("{price} is what Medicare allows, {release}, {place}").format(
        price=format_money(medicare.cents), release=medicare.release.name, place=place
    )


def _unknown(asked: Asked) -> UserError:
    return UserError(
        _(
            "Nothing is known of {code}: it is not among the services, and no Medicare release of "
            "that day has an amount for it."
        ).format(code=code_text(asked.code, asked.modifier)),
        field="code",
    )
