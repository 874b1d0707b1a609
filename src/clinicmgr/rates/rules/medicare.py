"""Medicare's amount for a code in a place.

amount = (work × GPCI work + practice expense × GPCI expense + malpractice × GPCI malpractice)
× conversion factor, with the practice expense of the place of service (42 CFR 414.20 to 414.26;
CMS, How to use the searchable Medicare Physician Fee Schedule). Only the end is rounded, to the
cent, a half cent up.
"""

from datetime import date
from decimal import Decimal

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.money import cents, format_money
from clinicmgr.rates.records import PAID, Amounts, LocalityDraft, Release, Rvu

_ONE = Decimal(1)


def allowable(rvu: Rvu, place: LocalityDraft | None, factor: Decimal, *, facility: bool) -> int:
    """Return the amount in cents; without a place all indices are 1, which is the national one."""
    expense = rvu.facility_pe if facility else rvu.office_pe
    if place is None:
        units = rvu.work + expense + rvu.malpractice
    else:
        units = (
            rvu.work * place.work + expense * place.expense + rvu.malpractice * place.malpractice
        )
    return cents(units * factor)


def amounts(rvu: Rvu, place: LocalityDraft | None, factor: Decimal) -> Amounts:
    """Return both amounts, for an office and for a facility."""
    return Amounts(
        allowable(rvu, place, factor, facility=False),
        allowable(rvu, place, factor, facility=True),
    )


def derivation(
    rvu: Rvu, place: LocalityDraft | None, factor: Decimal, *, facility: bool
) -> tuple[str, ...]:
    """Return how the amount comes about, one line a step."""
    expense = rvu.facility_pe if facility else rvu.office_pe
    setting = _("facility") if facility else _("non-facility")
    parts = (
        (_("Work"), rvu.work, place.work if place else _ONE),
        (_("Practice expense, {setting}").format(setting=setting), expense,
         place.expense if place else _ONE),
        (_("Malpractice"), rvu.malpractice, place.malpractice if place else _ONE),
    )  # fmt: skip
    lines = [
        f"{name}: {units} × {index} = {plain(units * index)}" if place else f"{name}: {units}"
        for name, units, index in parts
    ]
    units = sum((units * index for _name, units, index in parts), Decimal(0))
    exact = units * factor
    lines.append(
        _("{units} units × conversion factor {factor} = {exact}, rounded {amount}").format(
            units=plain(units),
            factor=plain(factor),
            exact=plain(exact),
            amount=format_money(cents(exact)),
        )
    )
    return tuple(lines)


def notes(rvu: Rvu, release: Release, day: date, *, facility: bool) -> tuple[str, ...]:
    """Return what is to be known beside the amount."""
    found = []
    if rvu.status not in PAID:
        found.append(
            _("Medicare does not pay this code by the fee schedule (status {status}).").format(
                status=rvu.status
            )
        )
    if rvu.facility_na if facility else rvu.office_na:
        found.append(_("Medicare says that it is rarely or never done in this setting (NA)."))
    if release.from_day.year != day.year:
        found.append(
            _("The latest release on file is of {year}; {asked} may differ.").format(
                year=release.from_day.year, asked=day.year
            )
        )
    return tuple(found)


def plain(number: Decimal) -> str:
    """Return a number without zeros at its end and without an exponent."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
