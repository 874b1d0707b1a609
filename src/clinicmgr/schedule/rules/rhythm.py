"""Days of work and days off: how many of them follow each other.

A day on which a shift begins is a day of work. Each rule looks back as far as its number says and
no further, so that it says the same whatever else is known.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.schedule.records import Facts, Person, RuleLine, Shift, Strength, Violation
from clinicmgr.schedule.rules.kinds import WEEK_REACH, PersonRule, days_worked
from clinicmgr.schedule.rules.words import day_text

DAY = timedelta(days=1)


def _too_many(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    most = line.number("most")
    worked = days_worked(person, shifts, facts)
    run = 0
    before: date | None = None
    for day, last in worked.items():
        run = run + 1 if before is not None and day - before == DAY else 1
        before = day
        if run <= most or last is None:
            continue
        ends = [
            worked[day - DAY * back] for back in range(most, -1, -1) if worked[day - DAY * back]
        ]
        sentence = _("{name} works each of the {count} days to {day}; at most {most} in a row.")
        yield line.broken(
            person,
            [shift for shift in ends if shift is not None],
            sentence.format(name=person.name, count=most + 1, day=day_text(day, facts), most=most),
            _("would work more than {most} days in a row").format(most=most),
        )


def _too_short(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    least = line.number("least")
    worked = days_worked(person, shifts, facts)
    for day, last in worked.items():
        if last is None or day + DAY in worked:
            continue
        run = [last]
        while len(run) < least and (earlier := day - DAY * len(run)) in worked:
            shift = worked[earlier]
            if shift is None:
                break
            run.append(shift)
        length = len(run)
        while length < least and day - DAY * length in worked:
            length += 1
        if length >= least:
            continue
        sentence = _("{name}: {count} in a row up to {day}; at least {least}.")
        yield line.broken(
            person,
            run[::-1],
            sentence.format(
                name=person.name,
                count=_days(length),
                day=day_text(day, facts),
                least=_days(least),
            ),
            _("would work {count} in a row, at least {least}").format(
                count=_days(length), least=_days(least)
            ),
            length,
        )


def _short_pauses(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    least = line.number("least")
    worked = days_worked(person, shifts, facts)
    for before, after in pairwise(worked):
        off = (after - before).days - 1
        ends = [one for one in (worked[before], worked[after]) if one is not None]
        if not 0 < off < least or worked[after] is None:
            continue
        sentence = _("{name}: {count} off before {day}; at least {least}.")
        figures = {"count": _days(off), "least": _days(least)}
        yield line.broken(
            person,
            ends,
            sentence.format(name=person.name, day=day_text(after, facts), **figures),
            _("would have {count} off, at least {least}").format(**figures),
            off,
        )


def _days(count: int) -> str:
    return _("1 day") if count == 1 else _("{count} days").format(count=count)


def _most_and_one(line: RuleLine) -> int:
    return max(WEEK_REACH, line.number("most") + 1)


def _least_and_one(line: RuleLine) -> int:
    return max(WEEK_REACH, line.number("least") + 1)


DAYS_IN_ROW = PersonRule(
    "days_in_row",
    N_("Days in a row"),
    N_("Nobody works more than {most} days in a row."),
    Strength.AVOID,
    _too_many,
    numbers=(Field("most", N_("Most days in a row"), "whole", required=True, default=6),),
    standing=False,
    reach=_most_and_one,
)
DAYS_TOGETHER = PersonRule(
    "days_together",
    N_("Work days together"),
    N_("Who works, works at least {least} days in a row."),
    Strength.NICE,
    _too_short,
    numbers=(Field("least", N_("Fewest days in a row"), "whole", required=True, default=2),),
    standing=False,
    eased=True,
    reach=_least_and_one,
)
DAYS_OFF = PersonRule(
    "days_off",
    N_("Days off together"),
    N_("Days off come at least {least} in a row."),
    Strength.NICE,
    _short_pauses,
    numbers=(Field("least", N_("Fewest days off in a row"), "whole", required=True, default=2),),
    standing=False,
    reach=_least_and_one,
)
