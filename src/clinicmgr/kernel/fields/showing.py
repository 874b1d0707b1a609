"""From the value of a field to the text that a person reads."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from clinicmgr.kernel.fields.field import Field
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.money import format_money
from clinicmgr.kernel.periods import format_day, format_hours, format_time

Shower = Callable[[object], str]


def show(field: Field, value: object, locale: str = "en_US", currency: str = "USD") -> str:
    """Return the value as people there read it; nothing entered is an empty text.

    `parse` reads the text back as the same value.
    """
    return shower(field, locale, currency)(value)


def shower(field: Field, locale: str = "en_US", currency: str = "USD") -> Shower:
    """Return the function that `show` calls, for many values of one field."""
    text = _shower_of_kind(field, locale, currency)
    return lambda value: "" if value is None or value in ((), "") else text(value)


def _shower_of_kind(field: Field, locale: str, currency: str) -> Shower:
    if field.kind in {"choice", "choices"}:
        labels = dict(field.options())
        return partial(_label if field.kind == "choice" else _labels, labels=labels)

    def typed(value: object) -> str:
        match field.kind, value:
            case "flag", _any:
                return _("yes") if value else _("no")
            case "money", int(cents):
                return format_money(cents, currency, locale)
            case "hours", int(minutes):
                return format_hours(minutes)
            case "time", int(minutes):
                return format_time(minutes, locale)
            case "day", date() as day:
                return format_day(day, "short", locale)
        return str(value)

    return typed


def _label(value: object, labels: dict[object, str]) -> str:
    """Return the label; a choice that is no longer offered still shows its value."""
    return labels.get(value, str(value))


def _labels(value: object, labels: dict[object, str]) -> str:
    chosen = value if isinstance(value, Iterable) else (value,)
    return "; ".join(_label(one, labels) for one in chosen)
