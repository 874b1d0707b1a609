"""Checks of single words that several records share: names and days."""

from collections.abc import Iterable
from datetime import date

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _

LONGEST_NAME = 80
FIRST_YEAR, LAST_YEAR = 1920, 2120


def name_given(text: str, what: str, *, field: str = "name") -> None:
    """Require a name that is not blank and not longer than a line; `what` names the record."""
    if not text.strip():
        raise UserError(_("Give the {what} a name.").format(what=what), field=field)
    if len(text) > LONGEST_NAME:
        raise UserError(
            _("The name of the {what} is too long; use at most {count} letters.").format(
                what=what, count=LONGEST_NAME
            ),
            field=field,
        )


def unique(text: str, taken: Iterable[str], *, sentence: str, field: str) -> None:
    """Require that `text` differs from all others in more than capitals; `{text}` is filled in."""
    if same_word(text) in {same_word(other) for other in taken}:
        raise UserError(sentence.format(text=text), field=field)


def same_word(text: str) -> str:
    """What two spellings of the same word have in common (capitals and spaces do not count)."""
    return " ".join(text.split()).casefold()


def check_day(day: date | None, *, field: str) -> None:
    """Refuse days of another century, which are always slips of the keyboard."""
    if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UserError(
            _("The year {year} cannot be right; write the year with four digits.").format(
                year=day.year
            ),
            field=field,
        )
