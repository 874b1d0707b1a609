"""Demand: whether enough of the right people are there."""

from collections.abc import Iterator

from clinicmgr.kernel.i18n import N_, _
from clinicmgr.schedule.records import Demand, Facts, RuleLine, Strength, Violation
from clinicmgr.schedule.rules.coverage import Step, steps
from clinicmgr.schedule.rules.kinds import DayRule
from clinicmgr.schedule.rules.presence import DayView
from clinicmgr.schedule.rules.words import position_name, skill_name, when_text


def _short(line: RuleLine, view: DayView, facts: Facts, *, skilled: bool) -> Iterator[Violation]:
    for demand in facts.demand_on(view.day):
        if demand.minimum <= 0 or (demand.skill_id is not None) is not skilled:
            continue
        for step in steps(demand, view, facts):
            if step.have < demand.minimum:
                yield _violation(line, demand, step, _few(demand, step, view, facts), view)


def _few(demand: Demand, step: Step, view: DayView, facts: Facts) -> str:
    when = when_text(view.day, step.start, step.end, facts)
    if step.have == 0:
        return _("{who}: nobody on {when}; {minimum} needed.").format(
            who=_who(demand, facts), when=when, minimum=demand.minimum
        )
    return _("{who}: {have} of {minimum} on {when}.").format(
        who=_who(demand, facts), have=step.have, minimum=demand.minimum, when=when
    )


def _below_ideal(line: RuleLine, view: DayView, facts: Facts) -> Iterator[Violation]:
    for demand in facts.demand_on(view.day):
        if demand.ideal <= demand.minimum:
            continue
        for step in steps(demand, view, facts):
            if demand.minimum <= step.have < demand.ideal:
                sentence = _("{who}: {have} on {when}; {ideal} would be ideal.").format(
                    who=_who(demand, facts),
                    have=step.have,
                    ideal=demand.ideal,
                    when=when_text(view.day, step.start, step.end, facts),
                )
                yield _violation(line, demand, step, sentence, view)


def _who(demand: Demand, facts: Facts) -> str:
    """The position, with the skill and the site where the demand names them."""
    who = position_name(demand.position_id, facts)
    if demand.skill_id is not None:
        who = _("{position} with {skill}").format(
            position=who, skill=skill_name(demand.skill_id, facts)
        )
    site = facts.sites.get(demand.site_id) if demand.site_id is not None else None
    if site is not None and len(facts.sites) > 1:
        who = _("{position} at {site}").format(position=who, site=site.name)
    return who


def _violation(
    line: RuleLine, demand: Demand, step: Step, sentence: str, view: DayView
) -> Violation:
    return Violation(
        rule=line.rule,
        strength=line.strength or Strength.NEVER,
        member_ids=(),
        day=view.day,
        shift_ids=(),
        sentence=sentence,
        start=step.start,
        end=step.end,
        demand_id=demand.id,
        measure=step.have,
    )


def _below_minimum(line: RuleLine, view: DayView, facts: Facts) -> Iterator[Violation]:
    return _short(line, view, facts, skilled=False)


def _without_skill(line: RuleLine, view: DayView, facts: Facts) -> Iterator[Violation]:
    return _short(line, view, facts, skilled=True)


MINIMUM = DayRule(
    "demand_minimum",
    N_("Demand: minimum"),
    N_("At each moment at least the minimum of each position is there."),
    Strength.NEVER,
    _below_minimum,
)
SKILL = DayRule(
    "demand_skill",
    N_("Demand: required skill"),
    N_("Where demand names a skill, enough of the people who are there have it."),
    Strength.NEVER,
    _without_skill,
)
IDEAL = DayRule(
    "demand_ideal",
    N_("Demand: ideal"),
    N_("The ideal number of each position is there."),
    Strength.NICE,
    _below_ideal,
)
