"""Employment, leave, availability and closures: whether somebody is there at all."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.periods import DAY_MINUTES
from clinicmgr.schedule.records import Facts, Person, RuleLine, Shift, Strength, Violation
from clinicmgr.schedule.rules.kinds import PersonRule
from clinicmgr.schedule.rules.moments import calendar_days
from clinicmgr.schedule.rules.presence import without
from clinicmgr.schedule.rules.words import day_text, shift_text, when_text


def _outside_employment(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    for shift in shifts:
        if person.works_on(shift.day):
            continue
        if shift.day < person.started:
            reason = _("starts only on {day}").format(day=day_text(person.started, facts))
        else:
            reason = _("left on {day}").format(day=day_text(person.ended or shift.day, facts))
        yield line.broken(person, (shift,), _about(person, reason, shift, facts), reason)


def _on_leave(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    if not person.leave:
        return
    for shift in shifts:
        found = next(
            (leave for leave in person.leave for day in calendar_days(shift) if leave.covers(day)),
            None,
        )
        if found is None:
            continue
        if found.first == found.last:
            reason = _("on leave on {day}").format(day=day_text(found.first, facts))
        else:
            reason = _("on leave from {first} to {last}").format(
                first=day_text(found.first, facts), last=day_text(found.last, facts)
            )
        yield line.broken(person, (shift,), _about(person, reason, shift, facts), reason)


def _unavailable(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    if not person.availability.entries:
        return
    for shift in shifts:
        for day, start, end in _by_calendar_day(shift):
            windows = person.availability.on(day)
            if windows is None:
                continue
            weekday = day.weekday()
            covered = [(one.start, one.end) for one in windows if one.weekday == weekday]
            for from_minute, to_minute in without(start, end, covered):
                when = when_text(day, from_minute, to_minute, facts)
                reason = _("not available on {when}").format(when=when)
                sentence = _("{name} is not available on {when}.").format(
                    name=person.name, when=when
                )
                yield line.broken(person, (shift,), sentence, reason)


def _by_calendar_day(shift: Shift) -> Iterator[tuple[date, int, int]]:
    yield shift.day, shift.start, min(shift.end, DAY_MINUTES)
    if shift.end > DAY_MINUTES:
        yield shift.day + timedelta(days=1), 0, shift.end - DAY_MINUTES


def _when_closed(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    if not facts.closures:
        return
    for shift in shifts:
        name = facts.closures.get(shift.day)
        if name is None:
            continue
        sentence = _("{name} works on {day}, but the practice is closed: {why}.").format(
            name=person.name, day=day_text(shift.day, facts), why=name
        )
        reason = _("the practice is closed: {why}").format(why=name)
        yield line.broken(person, (shift,), sentence, reason)


def _about(person: Person, reason: str, shift: Shift, facts: Facts) -> str:
    return _("{name}: {reason}, but has a shift on {shift}.").format(
        name=person.name, reason=reason, shift=shift_text(shift, facts)
    )


EMPLOYMENT = PersonRule(
    "employment",
    N_("Employment"),
    N_("Nobody works before the first or after the last day of employment."),
    Strength.NEVER,
    _outside_employment,
    alone=True,
)
LEAVE = PersonRule(
    "leave",
    N_("Leave"),
    N_("Nobody works on a day of leave."),
    Strength.NEVER,
    _on_leave,
    alone=True,
)
AVAILABILITY = PersonRule(
    "availability",
    N_("Availability"),
    N_("People work when they said they can."),
    Strength.AVOID,
    _unavailable,
    alone=True,
)
CLOSURE = PersonRule(
    "closure",
    N_("Closures and public holidays"),
    N_("Nobody works on a public holiday or when the practice is closed."),
    Strength.AVOID,
    _when_closed,
    alone=True,
)
