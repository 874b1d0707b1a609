"""The settings of the practice, described once for their form and for the history."""

from __future__ import annotations

from clinicmgr.desktop.countries import COUNTRIES, states, time_zones
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_

_DAYS = (
    (0, N_("Monday")),
    (1, N_("Tuesday")),
    (2, N_("Wednesday")),
    (3, N_("Thursday")),
    (4, N_("Friday")),
    (5, N_("Saturday")),
    (6, N_("Sunday")),
)
_SHORT_DAYS = (
    *((0, N_("Mon")), (1, N_("Tue")), (2, N_("Wed")), (3, N_("Thu")), (4, N_("Fri"))),
    *((5, N_("Sat")), (6, N_("Sun"))),
)
_CURRENCIES = (
    *(("USD", N_("US dollar")), ("AUD", N_("Australian dollar")), ("CAD", N_("Canadian dollar"))),
    *(("CHF", N_("Swiss franc")), ("EUR", N_("Euro")), ("GBP", N_("Pound sterling"))),
    ("NZD", N_("New Zealand dollar")),
)
_LOCALES = (
    *(("en_US", N_("English (US), 11/18/2026")),),
    *(("en_GB", N_("English (UK), 18/11/2026")),),
    *(("en_CA", N_("English (Canada)")), ("en_AU", N_("English (Australia)"))),
    *(("en_NZ", N_("English (New Zealand)")), ("en_IE", N_("English (Ireland)"))),
    *(("de_DE", N_("German (Germany)")), ("de_AT", N_("German (Austria)"))),
    ("de_CH", N_("German (Switzerland)")),
)


def identity_fields() -> tuple[Field, ...]:
    """Who the practice is; this stands at the head of every print."""
    return (
        Field("name", N_("Name of the practice"), required=True),
        Field("address", N_("Address"), "long_text"),
        Field("phone", N_("Phone"), "phone"),
    )


def place_fields(code: str) -> tuple[Field, ...]:
    """Where the practice is and how things are written there; `code` is its country."""
    return (
        Field("country", N_("Country"), "choice", required=True,
              choices=tuple((entry.code, entry.name) for entry in COUNTRIES)),
        Field("subdivision", N_("State or region"), "choice",
              help=N_("Sets the public holidays."),
              choices=lambda: states(code)),
        Field("time_zone", N_("Time zone"), "choice", required=True, choices=time_zones),
        Field("locale", N_("Dates and numbers"), "choice", required=True, choices=_LOCALES),
        Field("currency", N_("Currency"), "choice", required=True, choices=_CURRENCIES),
        Field("paper", N_("Paper"), "choice", required=True,
              choices=(("letter", N_("US Letter")), ("a4", N_("A4")))),
    )  # fmt: skip


def week_fields() -> tuple[Field, ...]:
    """What a week is, and the limits that the schedule checks."""
    return (
        Field("week_start", N_("The week starts on"), "choice", required=True, choices=_DAYS),
        Field("visible_days", N_("Days shown in the schedule"), "choices", choices=_SHORT_DAYS),
        Field("max_weekly_minutes", N_("Longest week"), "hours", required=True,
              help=N_("Hours a week for one person.")),
        Field("min_rest_minutes", N_("Rest between shifts"), "hours", required=True,
              help=N_("Hours from one day's end to the next start.")),
    )  # fmt: skip


def setting_fields(code: str = "US") -> tuple[Field, ...]:
    """Every setting of the practice."""
    return (*identity_fields(), *place_fields(code), *week_fields())
