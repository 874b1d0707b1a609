"""From what was typed, or stands in a cell, to the value of a field."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields.choosing import choice_reader, choices_reader
from clinicmgr.kernel.fields.field import Field
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.money import CENTS, LARGEST, cents, parse_money
from clinicmgr.kernel.periods import parse_day, parse_hours, parse_time

Reader = Callable[[object], object]

LONGEST_TEXT = 500
LONGEST_NOTE = 20_000

_EMAIL = re.compile(r"[^@\s<>,;\"]+@[^@\s<>,;\".]+(\.[^@\s<>,;\".]+)+")
_PHONE = re.compile(
    r"[+(]*[0-9][0-9 ()/.*#,+\-\u2010-\u2013]*[0-9][0-9 )]*(?:,? ?(?:ext|x)\.? ?[0-9]+)?",
    re.IGNORECASE,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_FIRST_YEAR = datetime(1899, 12, 31)
_YES = frozenset(("yes", "y", "true", "t", "1", "x", "on", "\u2713", "\u2714"))
_NO = frozenset(("no", "n", "false", "f", "0", "off", "-"))


def parse(field: Field, value: object, locale: str = "en_US") -> object:
    """Return the field's value from text, a cell or a value of its own kind.

    UserError, with the field's name, says in a sentence what is wrong and what is expected.
    A float or Decimal is an amount as written (12.5 dollars, 37.5 hours), an int is the
    field's own value (1250 cents, 2250 minutes).
    """
    return reader(field, locale)(value)


def reader(field: Field, locale: str = "en_US") -> Reader:
    """Return the function that `parse` calls, for many values of one field.

    Its choices are those at the time of this call.
    """
    read = _reader_of_kind(field, locale)

    def checked(value: object) -> object:
        text = value.strip() if isinstance(value, str) else value
        if text is None or text == "":
            if field.required:
                raise UserError(_missing(field), field=field.name)
            return field.empty
        try:
            result = read(text)
        except UserError as error:
            raise UserError(error.sentence, field=field.name) from error
        if field.required and result in ("", ()):  # nothing but invisible characters, or marks
            raise UserError(_missing(field), field=field.name)
        return result

    return checked


def _missing(field: Field) -> str:
    return _("{label} is missing. Please fill it in.").format(label=field.title)


def _reader_of_kind(field: Field, locale: str) -> Reader:
    if field.kind == "choice":
        return choice_reader(field)
    if field.kind == "choices":
        return choices_reader(field)
    simple: dict[str, Reader] = {
        "text": _text,
        "long_text": _long_text,
        "email": _email,
        "phone": _phone,
        "whole": partial(_whole, locale=locale),
        "money": partial(_money, locale=locale),
        "hours": _hours,
        "time": _time,
        "day": partial(_day, locale=locale),
        "flag": _flag,
    }
    return simple[field.kind]


def _text(value: object) -> str:
    visible = _CONTROL.sub(" ", _plain(value)).replace("\ufeff", "")
    return _limited(" ".join(visible.split()), LONGEST_TEXT)


def _long_text(value: object) -> str:
    lines = _plain(value).replace("\r\n", "\n").replace("\r", "\n")
    return _limited(_CONTROL.sub("", lines).replace("\ufeff", "").strip(), LONGEST_NOTE)


def _plain(value: object) -> str:
    """Return a cell as text; a whole number has no ".0", a date is in ISO form."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, float | Decimal) and value == value // 1:
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return str(value)


def _limited(text: str, longest: int) -> str:
    """Return the text with accents as one character each, as search expects them."""
    composed = unicodedata.normalize("NFC", text)
    if len(composed) > longest:
        raise UserError(
            _("This text has {length} characters; at most {longest} fit here.").format(
                length=len(composed), longest=longest
            )
        )
    return composed


def _email(value: object) -> str:
    text = _text(value)
    if not _EMAIL.fullmatch(text):
        raise UserError(
            _('"{text}" is not an e-mail address. Write it like ana@example.com.').format(
                text=text[:60]
            )
        )
    return text


def _phone(value: object) -> str:
    text = _text(value)
    if not _PHONE.fullmatch(text):
        raise UserError(
            _('"{text}" is not a phone number. Write it like 555-0123 or +1 555 0123.').format(
                text=text[:60]
            )
        )
    return text


def _whole(value: object, locale: str) -> int:
    if isinstance(value, int):
        return int(value)
    text = _plain(value)
    try:
        amount = parse_money(text, locale)
    except UserError:
        amount = 1
    if amount % CENTS or not text[-1:].isdigit():
        raise UserError(
            _('"{text}" is not a whole number. Write it like 12.').format(text=text[:40])
        )
    return amount // CENTS


def _money(value: object, locale: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float | Decimal):
        amount = _decimal(value)
        if amount.is_finite() and abs(amount) <= LARGEST // CENTS:
            return cents(amount)
    return parse_money(_plain(value), locale)


def _hours(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float | Decimal):
        return parse_hours(f"{_decimal(value):.6f}")
    if isinstance(value, timedelta) and value >= timedelta():
        return round(value / timedelta(minutes=1))
    if isinstance(value, datetime) and value.year == _FIRST_YEAR.year:
        return round((value - _FIRST_YEAR) / timedelta(minutes=1))
    if isinstance(value, time):
        return _minutes(value)
    return parse_hours(_plain(value))


def _time(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, time):
        return _minutes(value)
    if isinstance(value, datetime):
        return _minutes(value.time())
    return parse_time(_plain(value))


def _minutes(value: time) -> int:
    """Return the nearest minute: in a spreadsheet 7:30 may be a hair before."""
    return value.hour * 60 + value.minute + (value.second >= 30)


def _day(value: object, locale: str) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return parse_day(_plain(value), locale)


def _flag(value: object) -> bool:
    text = _plain(value).casefold()
    if text in _YES or text == _("yes").casefold():
        return True
    if text in _NO or text == _("no").casefold():
        return False
    raise UserError(_('"{text}" is neither yes nor no.').format(text=text[:40]))


def _decimal(value: float | Decimal) -> Decimal:
    """Return the number as written: a float by its shortest digits."""
    return value if isinstance(value, Decimal) else Decimal(repr(value))
