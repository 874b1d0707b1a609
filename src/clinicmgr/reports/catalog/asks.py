"""What a printable may ask for: fields that a person fills in, and the options they come to.

The dialog, the words of the command line and the remembered values all come from these fields. The
first alias of a field, or else its name, is its word on the command line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Choices, Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.periods import format_day, week_of
from clinicmgr.reports.catalog.people import member_choices, member_named
from clinicmgr.reports.catalog.periods import LABELS, Period, bounds, four_weeks_from
from clinicmgr.reports.catalog.sources import Sources

Answers = Mapping[str, object]
"""What was filled in, by the names of the fields; what is missing has its default."""

EARLIEST, LATEST = date(1950, 1, 1), date(2150, 12, 31)
LONGEST = 3_660  # days: ten years


@dataclass(frozen=True, slots=True)
class Moment:
    """What relative answers are seen from."""

    today: date
    week_start: int = 0


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: its fields and the options they come to (None: those of the same names).

    `choices` are what the practice has to choose from, `find` reads one from words.
    """

    fields: tuple[Field, ...]
    choices: Callable[[Sources], Choices] | None = None
    find: Callable[[Sources, str], object] | None = None
    resolve: Callable[[Answers, Moment], dict[str, object]] | None = None

    def bound(self, sources: Sources) -> tuple[Field, ...]:
        """Return the fields with the choices of this practice."""
        if self.choices is None:
            return self.fields
        found = self.choices(sources)
        return tuple(field.choosing(lambda: found) for field in self.fields)

    def options(self, answers: Answers, moment: Moment) -> dict[str, object]:
        """Return the options by name; UserError says what does not fit together."""
        if self.resolve is not None:
            return self.resolve(answers, moment)
        return {field.name: answer_to(field, answers) for field in self.fields}


def answer_to(field: Field, answers: Answers) -> object:
    """Return what was answered, or else the default or the empty value."""
    given = answers.get(field.name)
    if given is not None:
        return given
    return field.empty if field.default is None else field.default


def word(field: Field) -> str:
    """Return the option of the command line without its hyphens: "position"."""
    return (field.aliases[0] if field.aliases else field.name).replace("_", "-")


def period(default: Period) -> Ask:
    """Ask for a period; the options are `first` and `last`."""
    fields = (
        Field(
            "period",
            N_("Period"),
            "choice",
            required=True,
            choices=tuple(LABELS.items()),
            default=default,
        ),
        Field("first", N_("From"), "day", aliases=("from",)),
        Field("last", N_("To"), "day", aliases=("to",)),
    )
    return Ask(fields, resolve=lambda answers, moment: _days(answers, moment, default))


def dates(first: date, last: date) -> Answers:
    """Return the answers that ask for these days."""
    return {"period": Period.DATES, "first": first, "last": last}


def _days(answers: Answers, moment: Moment, default: Period) -> dict[str, object]:
    chosen = Period(str(answers.get("period") or default))
    if chosen is not Period.DATES:
        first, last = bounds(chosen, moment.today, moment.week_start)
        return {"first": first, "last": last}
    given, until = answers.get("first"), answers.get("last")
    first = given if isinstance(given, date) else week_of(moment.today, moment.week_start)
    _check_day(first, "first")
    last = until if isinstance(until, date) else four_weeks_from(first)
    _check_day(last, "last")
    if last < first:
        raise UserError(
            _("The period ends before it begins: {first} to {last}.").format(
                first=first, last=last
            ),
            field="last",
        )
    if (last - first).days > LONGEST:
        raise UserError(_("This is more than ten years. Choose a shorter period."), field="last")
    return {"first": first, "last": last}


def _check_day(day: date, field: str) -> None:
    if not EARLIEST <= day <= LATEST:
        words = _("{day} is out of reach. Choose a day from 1950 to 2150.")
        raise UserError(words.format(day=format_day(day)), field=field)


def _day(answers: Answers, moment: Moment) -> dict[str, object]:
    given = answers.get("on")
    on = given if isinstance(given, date) else moment.today
    _check_day(on, "on")
    return {"on": on}


def _month(answers: Answers, moment: Moment) -> dict[str, object]:
    given = answers.get("month")
    month = given if isinstance(given, date) else bounds(Period.LAST_MONTH, moment.today)[0]
    _check_day(month, "month")
    return {"month": month}


def _year(answers: Answers, moment: Moment) -> dict[str, object]:
    given = answers.get("year")
    year = given if isinstance(given, int) else moment.today.year
    if not EARLIEST.year <= year <= LATEST.year:
        raise UserError(_("Choose a year from 1950 to 2150."), field="year")
    return {"year": year}


DAY = Ask(
    (Field("on", N_("Day"), "day", help=N_("Empty is today."), aliases=("day",)),), resolve=_day
)
MONTH = Ask(
    (Field("month", N_("Month"), "day", help=N_("Any of its days; empty is last month.")),),
    resolve=_month,
)
YEAR = Ask((Field("year", N_("Year"), "whole", help=N_("Empty is this year.")),), resolve=_year)
STAFF = Ask(
    (
        Field(
            "member_id",
            N_("Staff member"),
            "choice",
            help=N_("Empty is everybody."),
            aliases=("staff",),
        ),
    ),
    choices=member_choices,
    find=member_named,
)
POSITIONS = Ask(
    (
        Field(
            "position_ids",
            N_("Positions"),
            "choices",
            help=N_("None chosen is all of them."),
            aliases=("position",),
        ),
    ),
    choices=lambda sources: [(one.id, one.name) for one in sources.staff.positions()],
)
PAPER = Ask(
    (
        Field(
            "paper",
            N_("Paper"),
            "choice",
            help=N_("Empty is the paper of the practice."),
            choices=(
                ("letter", N_("Letter")),
                ("a4", N_("A4")),
                ("legal", N_("Legal")),
                ("a3", N_("A3")),
            ),
        ),
    )
)
ORIENTATION = Ask(
    (
        Field(
            "orientation",
            N_("Orientation"),
            "choice",
            choices=(("portrait", N_("Portrait")), ("landscape", N_("Landscape"))),
        ),
    )
)


def flag(name: str, label: str, word: str = "", *, default: bool = False) -> Ask:
    """Ask a yes or no; `label` is marked with N_."""
    aliases = (word,) if word else ()
    return Ask((Field(name, label, "flag", default=default, aliases=aliases),))


def number(name: str, label: str, default: int, least: int, most: int, help_: str = "") -> Ask:
    """Ask for a whole number within limits; `label` and `help_` are marked with N_."""
    field = Field(name, label, "whole", default=default, help=help_)

    def resolve(answers: Answers, _moment: Moment) -> dict[str, object]:
        found = answer_to(field, answers)
        if not isinstance(found, int) or not least <= found <= most:
            words = _("{label}: choose a number from {least} to {most}.")
            raise UserError(
                words.format(label=field.title, least=least, most=most), field=field.name
            )
        return {name: found}

    return Ask((field,), resolve=resolve)


def one_or_all(
    field: Field,
    option: str,
    choices: Callable[[Sources], Choices],
    find: Callable[[Sources, str], object] | None = None,
) -> Ask:
    """Ask for one record where the option is a tuple of ids; nothing chosen is all of them."""

    def resolve(answers: Answers, _moment: Moment) -> dict[str, object]:
        chosen = answers.get(field.name)
        return {option: () if chosen is None else (chosen,)}

    return Ask((field,), choices, find, resolve)


def one(field: Field, choices: Callable[[Sources], Choices] | None = None) -> Ask:
    """Ask for any other field, with choices of the practice if it has some."""
    return Ask((field,), choices)
