"""What a country usually means for a practice: paper, currency, week and time zone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from clinicmgr.kernel.i18n import N_


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its ISO 3166 code with the usual settings; `week_start` 0 is Monday."""

    code: str
    name: str
    locale: str
    currency: str
    time_zone: str
    paper: Literal["letter", "a4"] = "a4"
    week_start: int = 0


# Locales, currencies and first days of the week as in Unicode CLDR 46.
COUNTRIES = (
    Country("US", N_("United States"), "en_US", "USD", "America/Chicago", "letter", 6),
    Country("AU", N_("Australia"), "en_AU", "AUD", "Australia/Sydney"),
    Country("AT", N_("Austria"), "de_AT", "EUR", "Europe/Vienna"),
    Country("CA", N_("Canada"), "en_CA", "CAD", "America/Toronto", "letter", 6),
    Country("DE", N_("Germany"), "de_DE", "EUR", "Europe/Berlin"),
    Country("IE", N_("Ireland"), "en_IE", "EUR", "Europe/Dublin"),
    Country("NZ", N_("New Zealand"), "en_NZ", "NZD", "Pacific/Auckland"),
    Country("CH", N_("Switzerland"), "de_CH", "CHF", "Europe/Zurich"),
    Country("GB", N_("United Kingdom"), "en_GB", "GBP", "Europe/London"),
)


def country(code: str) -> Country:
    """Return what is usual there; a country that is not listed has the usual of the first."""
    return next((entry for entry in COUNTRIES if entry.code == code), COUNTRIES[0])


def states(code: str) -> list[tuple[str, str]]:
    """Return (code, name) of the states of a country whose public holidays are known, by name."""
    import holidays

    calendar = getattr(holidays, code, None)
    if calendar is None:
        return []
    aliases = calendar.get_subdivision_aliases()
    names = [(state, (aliases.get(state) or [state])[0]) for state in calendar.subdivisions]
    return sorted(names, key=lambda pair: pair[1])


def time_zones() -> list[tuple[str, str]]:
    """Return (name, label) of the time zones of the world, by name."""
    from zoneinfo import available_timezones

    regions = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
    return [
        (name, name.replace("_", " ").replace("/", " / "))
        for name in sorted(available_timezones())
        if name.partition("/")[0] in regions
    ]
