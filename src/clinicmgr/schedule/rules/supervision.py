"""Supervision: who works only while somebody who answers for them is at the same site."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.periods import DAY_MINUTES
from clinicmgr.schedule.records import Facts, RuleLine, Shift, Strength, Violation
from clinicmgr.schedule.rules.kinds import DayRule
from clinicmgr.schedule.rules.moments import in_order
from clinicmgr.schedule.rules.presence import DayView, Stretch
from clinicmgr.schedule.rules.words import position_name, when_text


def _unsupervised(line: RuleLine, view: DayView, facts: Facts) -> Iterator[Violation]:
    guarded, guards = _present(line.ids("positions"), view), _present(line.ids("by"), view)
    if not guarded:
        return
    sites = {facts.site_of(shift) for _start, _end, shift in guarded}
    for site in sorted(sites, key=lambda one: one or 0):
        there = [one for one in guarded if facts.site_of(one[2]) == site]
        over = [one for one in guards if facts.site_of(one[2]) == site]
        for start, end, alone, count in _too_few(there, over, max(1, line.number("each"))):
            yield _violation(line, view, facts, (start, end), alone, count)


def _present(position_ids: Sequence[int], view: DayView) -> list[Stretch]:
    return [
        one
        for position_id in position_ids
        for one in view.by_position.get(position_id, ())
        if one[0] < DAY_MINUTES and one[1] > 0
    ]


def _too_few(
    there: Sequence[Stretch], over: Sequence[Stretch], each: int
) -> Iterator[tuple[int, int, list[Shift], int]]:
    """The stretches of the day with more people than those over them answer for."""
    moments = sorted(
        {min(max(at, 0), DAY_MINUTES) for one in (*there, *over) for at in (one[0], one[1])}
    )
    found: tuple[int, int, list[Shift], int] | None = None
    for start, end in pairwise(moments):
        here = [shift for begin, until, shift in there if begin < end and until > start]
        guards = {shift.member_id for begin, until, shift in over if begin < end and until > start}
        people = {shift.member_id for shift in here} - guards
        short = bool(people) and len(people) > each * len(guards)
        alone = [shift for shift in here if shift.member_id in people]
        if found and (not short or found[2:] != (alone, len(guards)) or found[1] != start):
            yield found
            found = None
        if short:
            found = (found[0] if found else start, end, alone, len(guards))
    if found:
        yield found


def _violation(
    line: RuleLine,
    view: DayView,
    facts: Facts,
    times: tuple[int, int],
    alone: Sequence[Shift],
    guards: int,
) -> Violation:
    shifts = in_order(alone)
    members = tuple(sorted({shift.member_id or 0 for shift in shifts}))
    names = ", ".join(facts.people[one].name for one in members if one in facts.people)
    by = ", ".join(position_name(one, facts) for one in line.ids("by"))
    words = {"names": names, "by": by, "when": when_text(view.day, *times, facts)}
    sentence = _("{names}: no supervision on {when}; {by} is needed at the same site.")
    if guards:
        sentence = _("{names}: {count} of {by} on {when}; one answers for at most {each}.")
    return Violation(
        rule=line.rule,
        strength=line.strength or Strength.NEVER,
        member_ids=members,
        day=view.day,
        shift_ids=tuple(shift.id for shift in shifts),
        sentence=sentence.format(count=guards, each=line.number("each"), **words),
        reason=_("no supervision by {by} then").format(**words),
        start=times[0],
        end=times[1],
        measure=len(members),
    )


SUPERVISION = DayRule(
    "supervision",
    N_("Supervision"),
    N_("{positions} work only with {by} at the same site, at most {each} for each."),
    Strength.NEVER,
    _unsupervised,
    numbers=(
        Field("positions", N_("Who is supervised"), "choices", required=True),
        Field("by", N_("By whom"), "choices", required=True),
        Field("each", N_("At most for each"), "whole", required=True, default=2),
    ),
    standing=False,
    several=True,
    about=("positions", "by"),
    by_shift=True,
)
