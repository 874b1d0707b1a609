"""One day's work: how long it is, how long a single shift may be, and the break that is due."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.schedule.records import Facts, Person, RuleLine, Shift, Strength, Violation
from clinicmgr.schedule.rules.hours import until_over, weekly_minutes
from clinicmgr.schedule.rules.kinds import PersonRule
from clinicmgr.schedule.rules.moments import begin, finish, worked_minutes
from clinicmgr.schedule.rules.words import day_text, hours_text, shift_text


def _long_days(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    limit = line.number("limit")
    for day, group in groupby(shifts, lambda shift: shift.day):
        of_day = list(group)
        total = weekly_minutes(of_day, facts)
        if total <= limit:
            continue
        figures = {"hours": hours_text(total), "limit": hours_text(limit)}
        sentence = _("{name}: {hours} of work on {day}, {over} over the limit of {limit}.")
        yield line.broken(
            person,
            until_over(of_day, limit, facts),
            sentence.format(
                name=person.name,
                day=day_text(day, facts),
                over=hours_text(total - limit),
                **figures,
            ),
            _("would work {hours} that day, limit {limit}").format(**figures),
            total,
        )


def _long_shifts(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    limit = line.number("limit")
    for shift in shifts:
        length = worked_minutes(shift, facts.zone) + shift.break_minutes
        if length <= limit:
            continue
        figures = {"hours": hours_text(length), "limit": hours_text(limit)}
        yield line.broken(
            person,
            (shift,),
            _("{name}: the shift on {shift} lasts {hours}; at most {limit}.").format(
                name=person.name, shift=shift_text(shift, facts), **figures
            ),
            _("the shift lasts {hours}, at most {limit}").format(**figures),
            length,
        )


def _without_break(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    after, due = line.number("after"), line.number("minimum")
    for stretch in _stretches(shifts, due):
        length = finish(stretch[-1]) - begin(stretch[0])
        paused = sum(shift.break_minutes for shift in stretch)
        paused += length - sum(shift.end - shift.start for shift in stretch)
        if length - paused <= after or paused >= due:
            continue
        figures = {"hours": hours_text(length), "paused": paused, "due": due}
        sentence = _("{name}: {hours} from {shift} with {paused} minutes of break; {due} are due.")
        yield line.broken(
            person,
            stretch,
            sentence.format(name=person.name, shift=shift_text(stretch[0], facts), **figures),
            _("{paused} minutes of break in {hours}, {due} are due").format(**figures),
            paused,
        )


def _stretches(shifts: Sequence[Shift], pause: int) -> Iterator[list[Shift]]:
    """Shifts that follow each other without so long a pause between them, together."""
    stretch: list[Shift] = []
    for shift in shifts:
        if stretch and 0 <= begin(shift) - finish(stretch[-1]) < pause:
            stretch.append(shift)
            continue
        if stretch:
            yield stretch
        stretch = [shift]
    if stretch:
        yield stretch


DAILY_OVERTIME = PersonRule(
    "daily_overtime",
    N_("Daily overtime"),
    N_("Nobody works more than {limit} on one day."),
    Strength.AVOID,
    _long_days,
    numbers=(Field("limit", N_("Most a day"), "hours", required=True, default=480),),
    standing=False,
)
SHIFT_LENGTH = PersonRule(
    "shift_length",
    N_("Longest shift"),
    N_("No shift lasts longer than {limit}, breaks counted in."),
    Strength.AVOID,
    _long_shifts,
    numbers=(Field("limit", N_("Longest shift"), "hours", required=True, default=720),),
    standing=False,
    alone=True,
)
BREAK_DUE = PersonRule(
    "break_due",
    N_("Break due"),
    N_("Who works more than {after} has at least {minimum} minutes of break."),
    Strength.AVOID,
    _without_break,
    numbers=(
        Field("after", N_("Due after"), "hours", required=True, default=360),
        Field("minimum", N_("Break (minutes)"), "whole", required=True, default=30),
    ),
    standing=False,
    alone=True,
)
