"""Double booking and rest: how two shifts of one person may follow each other."""

from collections.abc import Iterator, Sequence

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.periods import DAY_MINUTES, elapsed_minutes
from clinicmgr.schedule.records import Facts, Person, RuleLine, Shift, Strength, Violation
from clinicmgr.schedule.rules.kinds import PersonRule
from clinicmgr.schedule.rules.moments import NEW_SHIFT, begin, finish
from clinicmgr.schedule.rules.words import day_text, hours_text, shift_text, times_text

CLOCK_CHANGE = 180
"""No clock is ever changed by more minutes than this: longer rests need no look at the zone."""


def _neighbors(shifts: Sequence[Shift]) -> Iterator[tuple[Shift, Shift]]:
    """Each shift with the one before it that ends last."""
    latest: Shift | None = None
    for shift in shifts:
        if latest is not None:
            yield latest, shift
        if latest is None or finish(shift) >= finish(latest):
            latest = shift


def _overlaps(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    for earlier, later in _neighbors(shifts):
        if begin(later) >= finish(earlier):
            continue
        if earlier.day == later.day:
            sentence = _("{name}: shifts overlap on {day}, {first} and {second}.").format(
                name=person.name,
                day=day_text(later.day, facts),
                first=times_text(earlier.start, earlier.end, facts),
                second=times_text(later.start, later.end, facts),
            )
        else:
            sentence = _("{name}: shifts overlap, {first} and {second}.").format(
                name=person.name,
                first=shift_text(earlier, facts),
                second=shift_text(later, facts),
            )
        other = later if earlier.id == NEW_SHIFT else earlier
        reason = _("already works on {shift}").format(shift=shift_text(other, facts))
        yield line.broken(person, (earlier, later), sentence, reason)


def rest_between(earlier: Shift, later: Shift, needed: int, facts: Facts) -> int:
    """Real minutes from one shift to the next; far beyond `needed`, those on the wall will do."""
    rest = begin(later) - finish(earlier)
    if rest >= needed + CLOCK_CHANGE:
        return rest
    return elapsed_minutes(earlier.day, earlier.end, earlier.end + rest, facts.zone)


def one_working_day(earlier: Shift, later: Shift) -> bool:
    """Tell whether these are halves of one day's work, with no night's rest due between them."""
    return earlier.day == later.day and later.end <= DAY_MINUTES


def _short_rests(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    needed = line.number("minimum")
    for earlier, later in _neighbors(shifts):
        if begin(later) - finish(earlier) >= needed + CLOCK_CHANGE:
            continue
        if begin(later) < finish(earlier) or one_working_day(earlier, later):
            continue
        rest = rest_between(earlier, later, needed, facts)
        if rest >= needed:
            continue
        sentence = _("{name}: {rest} of rest between {first} and {second}; at least {needed}.")
        reason = _("would have {rest} of rest, {needed} needed")
        figures = {"rest": hours_text(rest), "needed": hours_text(needed)}
        yield line.broken(
            person,
            (earlier, later),
            sentence.format(
                name=person.name,
                first=shift_text(earlier, facts),
                second=shift_text(later, facts),
                **figures,
            ),
            reason.format(**figures),
            rest,
        )


DOUBLE_BOOKING = PersonRule(
    "double_booking",
    N_("Double booking"),
    N_("Nobody works two shifts at the same time."),
    Strength.NEVER,
    _overlaps,
)
REST = PersonRule(
    "rest",
    N_("Rest between shifts"),
    N_("Between the shifts of two days lie at least {minimum} of rest."),
    Strength.NEVER,
    _short_rests,
    numbers=(Field("minimum", N_("Least rest"), "hours", required=True, default=660),),
)
