"""Weekly hours: over the contract, over the weekly limit (overtime), and under a minimum.

A shift counts in the week of the day it begins, with its real time less its break.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.periods import days, week_of, weeks
from clinicmgr.schedule.records import Facts, Person, RuleLine, Shift, Strength, Violation
from clinicmgr.schedule.rules.kinds import PersonRule
from clinicmgr.schedule.rules.moments import worked_minutes
from clinicmgr.schedule.rules.words import day_text, hours_text

LAST_DAY = timedelta(days=6)
WORKING_DAYS = 5


def weeks_of(shifts: Sequence[Shift], facts: Facts) -> Iterator[tuple[date, list[Shift]]]:
    """The shifts by the week they begin in; the week is told by its first day."""
    for week, of_week in groupby(shifts, lambda shift: week_of(shift.day, facts.week_start)):
        yield week, list(of_week)


def weekly_minutes(shifts: Sequence[Shift], facts: Facts) -> int:
    """Real minutes of work."""
    return sum(worked_minutes(shift, facts.zone) for shift in shifts)


def contract_minutes(person: Person, week: date) -> int | None:
    """What the contract allows in the week that begins on `week`, in minutes.

    When it changes within the week, the larger one holds. None: no limit (a zero-hour contract,
    or no contract at all).
    """
    first = max(week, person.started)
    values = {person.contracts.on(day) for day in (first, week + timedelta(days=6))} - {None}
    if not values or 0 in values:
        return None
    return max(value for value in values if value is not None)


def until_over(shifts: Sequence[Shift], limit: int, facts: Facts) -> list[Shift]:
    """The shifts up to the one with which the limit is passed."""
    total = 0
    for count, shift in enumerate(shifts, 1):
        total += worked_minutes(shift, facts.zone)
        if total > limit:
            return list(shifts[:count])
    return list(shifts)


def _over_contract(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    if not person.contracts.entries:
        return
    for week, of_week in weeks_of(shifts, facts):
        total = weekly_minutes(of_week, facts)
        allowed = contract_minutes(person, week)
        if allowed is None or total <= allowed:
            continue
        sentence = _("{name}: {hours} in the week of {day}, {over} over the contract of {allowed}.")
        reason = _("would reach {hours}, contract {allowed}")
        figures = {"hours": hours_text(total), "allowed": hours_text(allowed)}
        yield line.broken(
            person,
            until_over(of_week, allowed, facts),
            sentence.format(
                name=person.name,
                day=day_text(week, facts),
                over=hours_text(total - allowed),
                **figures,
            ),
            reason.format(**figures),
            total,
        )


def _overtime(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    limit = line.number("limit")
    for week, of_week in weeks_of(shifts, facts):
        total = weekly_minutes(of_week, facts)
        if total <= limit:
            continue
        sentence = _("{name}: {hours} in the week of {day}, {over} over the limit of {limit}.")
        reason = _("would reach {hours}, limit {limit}")
        figures = {"hours": hours_text(total), "limit": hours_text(limit)}
        yield line.broken(
            person,
            until_over(of_week, limit, facts),
            sentence.format(
                name=person.name,
                day=day_text(week, facts),
                over=hours_text(total - limit),
                **figures,
            ),
            reason.format(**figures),
            total,
        )


def due_minutes(person: Person, week: date, minimum: int, facts: Facts) -> int:
    """The minimum of a week, less a fifth for each weekday of leave, closure or out of service."""
    off = sum(
        day.weekday() < WORKING_DAYS
        and (
            not person.works_on(day)
            or day in facts.closures
            or any(absence.covers(day) for absence in person.leave)
        )
        for day in days(week, week + LAST_DAY)
    )
    return minimum * (WORKING_DAYS - off) // WORKING_DAYS


def _whole_weeks(facts: Facts) -> list[date]:
    """The weeks that end in the period, by their first days."""
    if facts.period is None:
        return []
    first, last = facts.period
    return [week for week in weeks(first, last, facts.week_start) if week + LAST_DAY <= last]


def _too_few(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    worked = {week: weekly_minutes(own, facts) for week, own in weeks_of(shifts, facts)}
    for week in _whole_weeks(facts):
        total = worked.get(week, 0)
        due = due_minutes(person, week, line.number("minimum"), facts)
        if total >= due:
            continue
        yield Violation(
            rule=line.rule,
            strength=line.strength or Strength.NEVER,
            member_ids=(person.id,),
            day=week + LAST_DAY,
            shift_ids=(),
            sentence=_("{name}: {hours} in the week of {day}; at least {due}.").format(
                name=person.name,
                hours=hours_text(total),
                day=day_text(week, facts),
                due=hours_text(due),
            ),
            reason=_("has {hours} of at least {due}").format(
                hours=hours_text(total), due=hours_text(due)
            ),
            measure=total,
        )


CONTRACT = PersonRule(
    "contract_hours",
    N_("Contract hours"),
    N_("People work no more hours a week than their contract says."),
    Strength.AVOID,
    _over_contract,
)
OVERTIME = PersonRule(
    "overtime",
    N_("Weekly overtime"),
    N_("Nobody works more than {limit} a week."),
    Strength.AVOID,
    _overtime,
    numbers=(Field("limit", N_("Most a week"), "hours", required=True, default=2400),),
)
LEAST_HOURS = PersonRule(
    "least_hours",
    N_("Least hours a week"),
    N_("People work at least {minimum} a week; leave and closed days are taken off."),
    Strength.NICE,
    _too_few,
    numbers=(Field("minimum", N_("Least a week"), "hours", required=True, default=960),),
    standing=False,
    eased=True,
    idle=True,
)
