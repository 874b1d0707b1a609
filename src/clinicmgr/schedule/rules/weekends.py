"""Weekends: whole or not at all, and not too many of them. A weekend is Saturday and Sunday."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.schedule.records import Facts, Person, RuleLine, Shift, Strength, Violation
from clinicmgr.schedule.rules.kinds import WEEK_REACH, PersonRule, days_worked
from clinicmgr.schedule.rules.words import day_text

SATURDAY = 5
WEEK = timedelta(days=7)
DAY = timedelta(days=1)


def saturday_of(day: date) -> date | None:
    """The Saturday of the weekend a day belongs to; None for other days."""
    past = day.weekday() - SATURDAY
    return None if past < 0 else day - timedelta(days=past)


def weekends_worked(
    person: Person, shifts: Sequence[Shift], facts: Facts
) -> dict[date, list[Shift]]:
    """The weekends with work by their Saturdays, in order, with their shifts."""
    found: dict[date, list[Shift]] = {}
    for day in days_worked(person, shifts, facts):
        saturday = saturday_of(day)
        if saturday is not None:
            found.setdefault(saturday, [])
    for shift in shifts:
        saturday = saturday_of(shift.day)
        if saturday is not None:
            found[saturday].append(shift)
    return dict(sorted(found.items()))


def _halves(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    worked = days_worked(person, shifts, facts)
    for saturday, own in weekends_worked(person, shifts, facts).items():
        sunday = saturday + DAY
        if not own or (saturday in worked and sunday in worked):
            continue
        on, off = (saturday, sunday) if saturday in worked else (sunday, saturday)
        if off in facts.closures:
            continue
        words = {"name": person.name, "day": day_text(on, facts), "off": day_text(off, facts)}
        yield line.broken(
            person,
            own,
            _("{name} works on {day} but not on {off}: half a weekend.").format(**words),
            _("would work half a weekend"),
        )


def _too_many(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    most, span = line.number("most"), max(1, line.number("weeks"))
    weekends = weekends_worked(person, shifts, facts)
    for saturday, own in weekends.items():
        first = saturday - WEEK * (span - 1)
        within = [one for one in weekends if first <= one <= saturday]
        if not own or len(within) <= most:
            continue
        figures = {"count": len(within), "weeks": span, "most": most}
        sentence = _("{name}: {count} of {weeks} weekends up to {day}; at most {most}.")
        yield line.broken(
            person,
            [shift for one in within for shift in weekends[one]],
            sentence.format(name=person.name, day=day_text(saturday, facts), **figures),
            _("would work {count} of {weeks} weekends, at most {most}").format(**figures),
            len(within),
        )


def _weeks_back(line: RuleLine) -> int:
    return max(WEEK_REACH, 7 * line.number("weeks"))


WHOLE_WEEKENDS = PersonRule(
    "whole_weekends",
    N_("Whole weekends"),
    N_("Who works on a weekend works on both of its days, or on neither."),
    Strength.NICE,
    _halves,
    standing=False,
)
WEEKENDS = PersonRule(
    "weekends",
    N_("Weekends"),
    N_("Nobody works on more than {most} of {weeks} weekends."),
    Strength.AVOID,
    _too_many,
    numbers=(
        Field("most", N_("Most weekends"), "whole", required=True, default=1),
        Field("weeks", N_("In so many weeks"), "whole", required=True, default=2),
    ),
    standing=False,
    reach=_weeks_back,
)
