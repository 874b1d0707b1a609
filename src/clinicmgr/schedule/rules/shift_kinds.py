"""Shift types: which may not follow which, and how many of some there may be in a week."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.schedule.records import Facts, Person, RuleLine, Shift, Strength, Violation
from clinicmgr.schedule.rules.hours import weeks_of
from clinicmgr.schedule.rules.kinds import PersonRule
from clinicmgr.schedule.rules.words import day_text

DAY = timedelta(days=1)


def type_name(type_id: int | None, facts: Facts) -> str:
    """The name of a shift type."""
    return facts.type_names.get(type_id or 0, _("unknown shift type"))


def _follow(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    earlier, later = line.ids("earlier"), line.ids("later")
    first_ones = {shift.day: shift for shift in shifts if shift.type_id in earlier}
    for shift in shifts:
        before = first_ones.get(shift.day - DAY)
        if before is None or shift.type_id not in later:
            continue
        words = {
            "first": type_name(before.type_id, facts),
            "second": type_name(shift.type_id, facts),
        }
        sentence = _("{name}: {second} on {day} follows {first} on the day before.")
        yield line.broken(
            person,
            (before, shift),
            sentence.format(name=person.name, day=day_text(shift.day, facts), **words),
            _("{second} would follow {first}").format(**words),
        )


def _too_many(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    types, most = line.ids("types"), line.number("most")
    of_types = [shift for shift in shifts if shift.type_id in types]
    for week, own in weeks_of(of_types, facts):
        if len(own) <= most:
            continue
        names = ", ".join(type_name(one, facts) for one in types)
        figures = {"count": len(own), "types": names, "most": most}
        sentence = _("{name}: {count} x {types} in the week of {day}; at most {most}.")
        yield line.broken(
            person,
            own[: most + 1],
            sentence.format(name=person.name, day=day_text(week, facts), **figures),
            _("would have {count} x {types} in the week, at most {most}").format(**figures),
            len(own),
        )


SUCCESSION = PersonRule(
    "succession",
    N_("Forbidden succession"),
    N_("On the day after {earlier} nobody works {later}."),
    Strength.NEVER,
    _follow,
    numbers=(
        Field("earlier", N_("After"), "choices", required=True),
        Field("later", N_("Not on the next day"), "choices", required=True),
    ),
    standing=False,
    several=True,
    about=("earlier", "later"),
)
TYPES_A_WEEK = PersonRule(
    "types_a_week",
    N_("Shift types a week"),
    N_("Nobody has more than {most} of {types} in a week."),
    Strength.AVOID,
    _too_many,
    numbers=(
        Field("types", N_("Shift types"), "choices", required=True),
        Field("most", N_("Most a week"), "whole", required=True, default=2),
    ),
    standing=False,
    several=True,
    about=("types",),
)
