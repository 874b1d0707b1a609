"""How the value of a field stands in a cell, so that an import reads the same value."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta

from clinicmgr.kernel.fields import Field, shower
from clinicmgr.kernel.files import inert
from clinicmgr.kernel.money import CENTS, format_amount
from clinicmgr.kernel.periods import DAY_MINUTES, format_time

Written = str | int | float | date | time | timedelta

_NUMBER_FORMATS = {
    "text": "@",
    "long_text": "@",
    "phone": "@",
    "whole": "0",
    "money": "#,##0.00",
    "hours": "[h]:mm",
    "time": "hh:mm",
    "day": "yyyy-mm-dd",
}
# Excel believes that there was a February 29, 1900, so earlier days are off by one.
_FIRST_DAY = date(1900, 3, 1)


@dataclass(frozen=True, slots=True)
class SheetCell:
    """The value and number format of a column's cells; an empty text is no cell."""

    of: Callable[[object], Written]
    number_format: str


def csv_cell(field: Field, locale: str) -> Callable[[object], str]:
    """Return the function from a field's value to its text: plain numbers, ISO dates, 24 hours."""
    text = shower(field, locale)

    def written(value: object) -> str:
        match field.kind, value:
            case ("money", int(cents)):
                return format_amount(cents, locale)
            case ("time", int(minutes)):
                return format_time(minutes, hour12=False)
            case ("day", date() as day):
                return day.isoformat()
            case ("whole" | "hours", int()):
                return text(value)
        return inert(text(value))

    return written


def sheet_cell(field: Field) -> SheetCell:
    """Return how a spreadsheet has the field: amounts and dates as numbers it can add up."""
    text = shower(field)

    def written(value: object) -> Written:
        match field.kind, value:
            case ("whole", int(number)):
                return number
            case ("money", int(cents)):
                return cents / CENTS
            case ("hours", int(minutes)) if minutes >= 0:
                return timedelta(minutes=minutes)
            case ("time", int(minutes)) if minutes != DAY_MINUTES:
                return time(minutes // 60 % 24, minutes % 60)
            case ("time", int()):
                return "24:00"
            case ("day", date() as day) if day >= _FIRST_DAY:
                return day
            case ("day", date() as day):
                return day.isoformat()
        return text(value)

    return SheetCell(written, _NUMBER_FORMATS.get(field.kind, "General"))
