"""Who could stand in for a shift: everybody employed that day, ranked, with what is in the way.

The order is: may do it at all, free before taken from elsewhere, main position before others,
rested, no overtime, within the contract, cheapest, stood in least in the last twelve months,
fewest hours. Whether somebody may is asked of the rules in force, as for every other edit.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from clinicmgr.kernel.effective import Dated
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import week_of
from clinicmgr.schedule.records import Facts, Person, Shift, Strength, Violation
from clinicmgr.schedule.records.replacements import Candidate, Tier, Wanted
from clinicmgr.schedule.rules import finding
from clinicmgr.schedule.rules.fitness import POSITION
from clinicmgr.schedule.rules.hours import contract_minutes, weekly_minutes
from clinicmgr.schedule.rules.inforce import InForce, in_force
from clinicmgr.schedule.rules.moments import NEW_SHIFT, begin, finish, in_order, worked_minutes
from clinicmgr.schedule.rules.presence import REACH
from clinicmgr.schedule.rules.reasons import asks_others, reasons_against
from clinicmgr.schedule.rules.replacement_swaps import Posts
from clinicmgr.schedule.rules.replacement_words import against, cost_text, in_favor
from clinicmgr.schedule.rules.words import skill_name

RESTED = 12 * 60
"""Minutes without work before and after the shift that count as well rested."""
_WEEK = timedelta(days=7)
_HALVES = 2  # overtime costs half as much again (29 CFR 778.107), as in rules.labor


@dataclass(frozen=True, slots=True)
class Around:
    """What stand-ins are looked for in.

    `shifts` is the roster without those of the people who are out; `pay` has the cents an hour,
    None where they may not be seen; `stood_in` says how often somebody stood in lately.
    """

    facts: Facts
    shifts: Sequence[Shift]
    pay: Mapping[int, Dated[int]] | None = None
    stood_in: Mapping[int, int] = field(default_factory=dict)
    currency: str = "USD"


def candidates(
    wanted: Wanted, around: Around, out: Iterable[int] = (), *, swaps: bool = True
) -> tuple[Candidate, ...]:
    """Everybody employed on the day but those who are out, the best first.

    With `swaps` people are also taken from a shift that can be spared.
    """
    draft, facts, away = wanted.draft, around.facts, frozenset(out)
    rules = in_force(facts)
    near = [one for one in around.shifts if abs((one.day - draft.day).days) <= rules.reach]
    others = (
        [one for one in near if abs((one.day - draft.day).days) <= REACH]
        if draft.room_id is not None or asks_others(facts)
        else []
    )
    posts = Posts([one for one in near if abs((one.day - draft.day).days) <= 2 * REACH], facts)
    asked = _Asked(wanted, around, finding.only_alone(rules), posts, others)
    own: dict[int, list[Shift]] = {}
    for shift in in_order(near):
        if shift.member_id is not None:
            own.setdefault(shift.member_id, []).append(shift)
    found = [
        _ranked(person, own.get(person.id, []), asked, swaps=swaps)
        for person in facts.people.values()
        if person.id not in away and person.works_on(draft.day)
    ]
    return tuple(one for _key, one in sorted(found, key=lambda each: each[0]))


@dataclass(frozen=True, slots=True)
class _Asked:
    """One question, with what was prepared for all people."""

    wanted: Wanted
    around: Around
    alone: InForce
    posts: Posts
    others: Sequence[Shift]

    @property
    def facts(self) -> Facts:
        return self.around.facts


Key = tuple[object, ...]


def _ranked(
    person: Person, own: Sequence[Shift], asked: _Asked, *, swaps: bool
) -> tuple[Key, Candidate]:
    found = _violations(person, own, asked)
    gives_up = None
    if swaps and found and found[0].strength is Strength.NEVER:
        gives_up = _spared(person, own, asked)
        if gives_up is not None:
            own = [one for one in own if one.id != gives_up.id]
            found = _violations(person, own, asked)
    return _candidate(person, own, found, gives_up, asked)


def _violations(person: Person, own: Sequence[Shift], asked: _Asked) -> tuple[Violation, ...]:
    """What stands against it; the first look is at what no other shift can change."""
    draft, facts = asked.wanted.draft, asked.facts
    added = draft.with_id(NEW_SHIFT)
    never = [
        one
        for one in finding.of_person(person, (added,), facts, asked.alone)
        if one.strength is Strength.NEVER
    ]
    if never:
        return tuple(never)
    around = [*own, *(one for one in asked.others if one.member_id != person.id)]
    return reasons_against(person, draft, around, facts)


def _spared(person: Person, own: Sequence[Shift], asked: _Asked) -> Shift | None:
    """The one shift in the way that can be spared; None if there is none."""
    draft = asked.wanted.draft
    in_the_way = [one for one in own if begin(one) < finish(draft) and begin(draft) < finish(one)]
    if len(in_the_way) != 1 or in_the_way[0].locked:
        return None
    shift = in_the_way[0]
    without = _violations(person, [one for one in own if one.id != shift.id], asked)
    if any(one.strength is not Strength.NICE for one in without):
        return None
    return shift if asked.posts.can_spare(shift, _given(asked, person)) else None


def _given(asked: _Asked, person: Person) -> Shift:
    draft = asked.wanted.draft
    return Shift(
        NEW_SHIFT, person.id, draft.day, draft.start, draft.end, draft.position_id, draft.room_id,
        asked.facts.site_of(draft), draft.break_minutes,
    )  # fmt: skip


def _candidate(
    person: Person,
    own: Sequence[Shift],
    found: tuple[Violation, ...],
    gives_up: Shift | None,
    asked: _Asked,
) -> tuple[Key, Candidate]:
    draft, facts, around = asked.wanted.draft, asked.facts, asked.around
    week = week_of(draft.day, facts.week_start)
    before = weekly_minutes([one for one in own if week <= one.day < week + _WEEK], facts)
    minutes = worked_minutes(draft, facts.zone)
    limit = facts.limits.max_weekly_minutes
    spared = worked_minutes(gives_up, facts.zone) if gives_up is not None else 0
    overtime = max(0, before + minutes - limit) - max(0, before + spared - limit)
    cents = _extra_cents(person, asked, minutes - spared, overtime)
    lacking = _lacking(person, asked)
    tier = _tier(found, lacking, strict=asked.wanted.strict)
    agreed = contract_minutes(person, week)
    figures = {"after": before + minutes, "agreed": agreed, "overtime": max(0, overtime)}
    words = in_favor(person, own, draft, gives_up, facts)
    told = _told(found, lacking)
    stood_in = around.stood_in.get(person.id, 0)
    reasons = against(told) if tier is Tier.IMPOSSIBLE else None
    made = Candidate(
        member_id=person.id,
        name=person.name,
        tier=tier,
        reasons=reasons or words.reasons(told, figures, stood_in),
        hours_after=before + minutes,
        overtime_minutes=max(0, overtime),
        extra_cents=cents,
        violations=found,
        gives_up=gives_up,
        qualified=not any(one.rule == POSITION.id for one in found),
        cost="" if reasons else cost_text(cents, around.currency, facts.locale),
    )
    return _key(made, person, asked, own, agreed, stood_in), made


def _key(
    made: Candidate,
    person: Person,
    asked: _Asked,
    own: Sequence[Shift],
    agreed: int | None,
    stood_in: int,
) -> Key:
    position_id = asked.wanted.draft.position_id
    over = max(0, made.hours_after - agreed) if agreed is not None else 0
    return (
        made.tier,
        not made.qualified,
        made.gives_up is not None,
        position_id not in person.position_ids[:1],
        sum(one.strength is not Strength.NICE for one in made.violations),
        len(made.violations),
        not _rested(own, asked),
        made.overtime_minutes,
        over,
        made.extra_cents is None,
        made.extra_cents or 0,
        stood_in,
        made.hours_after,
        made.name,
        made.member_id,
    )


def _rested(own: Sequence[Shift], asked: _Asked) -> bool:
    """Whether there is a long rest on either side; work of the same day is no night's rest."""
    draft = asked.wanted.draft
    for one in own:
        if one.day == draft.day:
            continue
        if begin(draft) - RESTED < finish(one) and begin(one) < finish(draft) + RESTED:
            return False
    return True


def _extra_cents(person: Person, asked: _Asked, minutes: int, overtime: int) -> int | None:
    """What the work costs more, in cents, half a cent upwards; None where pay is not known."""
    pay = asked.around.pay
    hourly = pay.get(person.id, Dated(())).on(asked.wanted.draft.day) if pay is not None else None
    if hourly is None:
        return None
    return (hourly * (minutes * _HALVES + overtime) + 60) // (60 * _HALVES)


def _lacking(person: Person, asked: _Asked) -> list[str]:
    facts = asked.facts
    missing = asked.wanted.skill_ids - person.skill_ids
    return [
        _("does not have the skill {skill}").format(skill=skill_name(one, facts))
        for one in sorted(missing)
    ]


def _tier(found: Sequence[Violation], lacking: Sequence[str], *, strict: bool) -> Tier:
    worst = found[0].strength if found else Strength.NICE
    if worst is Strength.NEVER or (strict and lacking):
        return Tier.IMPOSSIBLE
    return Tier.WARNING if worst is Strength.AVOID or lacking else Tier.FINE


def _told(found: Sequence[Violation], lacking: Sequence[str]) -> list[tuple[str, str]]:
    """Rule and reason of all that stands against it, each reason once."""
    told = {one.reason or one.sentence: one.rule for one in found}
    told |= dict.fromkeys(lacking, "demand_skill")
    return [(rule, reason) for reason, rule in told.items()]
