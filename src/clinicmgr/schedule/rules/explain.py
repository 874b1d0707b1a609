"""Why a gap stays open: person by person, what speaks against each."""

from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import week_of
from clinicmgr.schedule.records import Explanation, Facts, Gap, Person, Shift, ShiftDraft
from clinicmgr.schedule.rules.fitness import POSITION
from clinicmgr.schedule.rules.hours import weekly_minutes
from clinicmgr.schedule.rules.inforce import in_force
from clinicmgr.schedule.rules.presence import REACH
from clinicmgr.schedule.rules.reasons import asks_others, reasons_against
from clinicmgr.schedule.rules.words import hours_text, skill_name

_WEEK = timedelta(days=7)


class _Line(NamedTuple):
    """One person's line; its fields in order are the ranking."""

    unqualified: bool
    strength: int
    reasons: int
    minutes: int
    name: str
    member_id: int
    sentence: str


def explain(gap: Gap, shifts: Iterable[Shift], facts: Facts) -> Explanation:
    """One line per person employed on the day: who is free, who could but should not, who cannot.

    Qualified people come first, among them the free ones, those with the fewest hours first.
    """
    reach = in_force(facts).reach
    near = [one for one in shifts if abs((one.day - gap.day).days) <= reach]
    others = [one for one in near if abs((one.day - gap.day).days) <= REACH]
    if not asks_others(facts):
        others = []
    own: dict[int, list[Shift]] = {}
    for shift in near:
        if shift.member_id is not None:
            own.setdefault(shift.member_id, []).append(shift)
    lines = sorted(
        _line(person, gap, own.get(person.id, []), others, facts)
        for person in facts.people.values()
        if person.works_on(gap.day)
    )
    return Explanation(
        gap=gap,
        lines=tuple((line.name, line.sentence) for line in lines),
        member_ids=tuple(line.member_id for line in lines),
        free=tuple(line.member_id for line in lines if not line.unqualified and not line.reasons),
    )


def _line(person: Person, gap: Gap, own: list[Shift], others: list[Shift], facts: Facts) -> _Line:
    draft = ShiftDraft(person.id, gap.day, gap.start, gap.end, gap.position_id, site_id=gap.site_id)
    around = [*own, *(one for one in others if one.member_id != person.id)]
    against = reasons_against(person, draft, around, facts)
    lacks_skill = gap.skill_id is not None and gap.skill_id not in person.skill_ids
    untrained = any(one.rule == POSITION.id for one in against)
    week = week_of(gap.day, facts.week_start)
    planned = weekly_minutes([one for one in own if week <= one.day < week + _WEEK], facts)
    if lacks_skill and not untrained:
        sentence = _("does not have the skill {skill}").format(
            skill=skill_name(gap.skill_id or 0, facts)
        )
    elif against:
        sentence = against[0].reason
    else:
        hours = hours_text(planned + gap.end - gap.start)
        sentence = _("free: could take it (would reach {hours})").format(hours=hours)
    return _Line(
        unqualified=untrained or lacks_skill,
        strength=-against[0].strength if against else -9,
        reasons=len(against),
        minutes=planned,
        name=person.name,
        member_id=person.id,
        sentence=sentence,
    )
