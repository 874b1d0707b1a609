"""Weekly hours: over the contract, and over the weekly limit (overtime).

A shift counts in the week of the day it begins, with its real time less its break.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.periods import week_of
from clinicmgr.schedule.records import Facts, Person, Shift, Strength, Violation
from clinicmgr.schedule.rules.kinds import PersonRule
from clinicmgr.schedule.rules.moments import worked_minutes
from clinicmgr.schedule.rules.words import day_text, hours_text


def _weeks(shifts: Sequence[Shift], facts: Facts) -> Iterator[tuple[date, list[Shift]]]:
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


def _until_over(shifts: Sequence[Shift], limit: int, facts: Facts) -> list[Shift]:
    """The shifts up to the one with which the limit is passed."""
    total = 0
    for count, shift in enumerate(shifts, 1):
        total += worked_minutes(shift, facts.zone)
        if total > limit:
            return list(shifts[:count])
    return list(shifts)


def _over_contract(person: Person, shifts: Sequence[Shift], facts: Facts) -> Iterator[Violation]:
    if not person.contracts.entries:
        return
    for week, of_week in _weeks(shifts, facts):
        total = weekly_minutes(of_week, facts)
        allowed = contract_minutes(person, week)
        if allowed is None or total <= allowed or total > facts.limits.max_weekly_minutes:
            continue  # beyond the weekly limit the overtime rule speaks
        sentence = _("{name}: {hours} in the week of {day}, {over} over the contract of {allowed}.")
        reason = _("would reach {hours}, contract {allowed}")
        figures = {"hours": hours_text(total), "allowed": hours_text(allowed)}
        yield CONTRACT.broken(
            person,
            _until_over(of_week, allowed, facts),
            sentence.format(
                name=person.name,
                day=day_text(week, facts),
                over=hours_text(total - allowed),
                **figures,
            ),
            reason.format(**figures),
        )


def _overtime(person: Person, shifts: Sequence[Shift], facts: Facts) -> Iterator[Violation]:
    limit = facts.limits.max_weekly_minutes
    for week, of_week in _weeks(shifts, facts):
        total = weekly_minutes(of_week, facts)
        if total <= limit:
            continue
        sentence = _("{name}: {hours} in the week of {day}, {over} over the limit of {limit}.")
        reason = _("would reach {hours}, limit {limit}")
        figures = {"hours": hours_text(total), "limit": hours_text(limit)}
        yield OVERTIME.broken(
            person,
            _until_over(of_week, limit, facts),
            sentence.format(
                name=person.name,
                day=day_text(week, facts),
                over=hours_text(total - limit),
                **figures,
            ),
            reason.format(**figures),
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
    N_("Overtime"),
    N_("Nobody works more than the weekly limit."),
    Strength.AVOID,
    _overtime,
)
